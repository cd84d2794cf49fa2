use ansinh_kernel::area::AreaId;
use ansinh_kernel::digest::Digest;
use ansinh_kernel::figure::{CellState, Origin, Value};
use ansinh_kernel::period::Period;
use ansinh_store::figure::{
    Acceptance, AcceptanceKind, Accepted, Cell, Increment, Made, Request, Slice, Standing, Statement,
};
use ansinh_store::{Database, StoreError};

use crate::on_both::{at, note, on_both};

pub(crate) fn slice() -> Slice {
    Slice::total("poverty-rate-review-2016".parse().unwrap(), Origin::Reported)
}

pub(crate) fn cell(area: &str) -> Cell {
    Cell { slice: slice(), period: "2018".parse::<Period>().unwrap(), area: area.parse::<AreaId>().unwrap() }
}

pub(crate) fn acceptance(id: &str) -> Acceptance {
    Acceptance {
        id: id.into(),
        kind: AcceptanceKind::Sheet,
        author: "account-1".into(),
        at: at("2019-02-01T03:00:00Z"),
        reason: "rà soát cuối năm".into(),
        packs: Digest::of(b"packs"),
    }
}

pub(crate) fn poor(numerator: i64, denominator: i64) -> CellState {
    CellState::Value(Value::ratio(numerator, denominator).unwrap())
}

pub(crate) async fn accept(
    database: &Database,
    id: &str,
    (area, number): (&str, i64),
    (poor_now, households): (i64, i64),
    added: (i64, i64, i64),
) {
    let mut write = database.write().await.unwrap();
    write.lock_acceptances().await.unwrap();
    let accepted = [Accepted { cell: cell(area), number, statement: Statement::plain(poor(poor_now, households)) }];
    let (numerator, denominator, reporters) = added;
    let increments = [Increment { cell: cell("h453"), numerator, denominator, reporters }];
    write.accept(&acceptance(id), &accepted, &increments).await.unwrap();
    write.commit(note("sheet.accept")).await.unwrap();
}

fn request(areas: &[&str]) -> Request {
    Request {
        slices: vec![slice()],
        periods: vec!["2018".parse().unwrap()],
        areas: areas.iter().map(|id| id.parse().unwrap()).collect(),
    }
}

#[tokio::test]
async fn an_accepted_figure_and_its_roll_up_are_read_on_the_next_request() {
    on_both(async |database| {
        accept(&database, "a1", ("x18904", 1), (120, 1000), (120, 1000, 1)).await;
        accept(&database, "a2", ("x18907", 1), (30, 500), (30, 500, 1)).await;
        let figures = database.read().await.unwrap().figures(&request(&["x18904", "h453", "x19999"])).await.unwrap();
        assert_eq!(figures.len(), 2);
        let of = |area: &str| figures.iter().find(|current| current.cell.area.as_str() == area).unwrap();
        assert_eq!((of("x18904").statement.state, of("x18904").made), (poor(120, 1000), Made::Stated { version: 1 }));
        assert_eq!((of("h453").statement.state, of("h453").made), (poor(150, 1500), Made::RolledUp { reporters: 2 }));
    })
    .await;
}

#[tokio::test]
async fn a_correction_is_a_new_version_and_the_old_one_stays() {
    on_both(async |database| {
        accept(&database, "a1", ("x18904", 1), (120, 1000), (120, 1000, 1)).await;
        accept(&database, "a2", ("x18904", 2), (110, 1000), (-10, 0, 0)).await;
        let mut read = database.read().await.unwrap();
        let versions = read.history(&cell("x18904")).await.unwrap();
        let values: Vec<_> = versions
            .iter()
            .map(|version| (version.number, version.statement.state, version.acceptance.id.as_str()))
            .collect();
        assert_eq!(values, [(1, poor(120, 1000), "a1"), (2, poor(110, 1000), "a2")]);
        let district = read.figures(&request(&["h453"])).await.unwrap();
        assert_eq!(district[0].statement.state, poor(110, 1000));
    })
    .await;
}

#[tokio::test]
async fn the_same_version_cannot_be_written_twice() {
    on_both(async |database| {
        accept(&database, "a1", ("x18904", 1), (120, 1000), (120, 1000, 1)).await;
        let mut write = database.write().await.unwrap();
        let accepted = [Accepted { cell: cell("x18904"), number: 1, statement: Statement::plain(poor(1, 2)) }];
        let error = write.accept(&acceptance("a2"), &accepted, &[]).await.unwrap_err();
        assert!(matches!(error, StoreError::Constraint { .. }), "{error}");
        drop(write);
        assert_eq!(database.read().await.unwrap().history(&cell("x18904")).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_transaction_that_is_dropped_leaves_nothing() {
    on_both(async |database| {
        let mut write = database.write().await.unwrap();
        let accepted = [Accepted { cell: cell("x18904"), number: 1, statement: Statement::plain(poor(1, 2)) }];
        write.accept(&acceptance("a1"), &accepted, &[]).await.unwrap();
        drop(write);
        assert!(database.read().await.unwrap().figures(&request(&["x18904"])).await.unwrap().is_empty());
        assert_eq!(database.checkpoint().await.unwrap().seq, 0);
    })
    .await;
}

#[tokio::test]
async fn current_versions_are_what_the_next_version_follows() {
    on_both(async |database| {
        accept(&database, "a1", ("x18904", 1), (120, 1000), (120, 1000, 1)).await;
        let mut write = database.write().await.unwrap();
        let current = write.current_versions(&[cell("x18904"), cell("x18907")]).await.unwrap();
        assert_eq!(
            current.into_iter().collect::<Vec<_>>(),
            [(cell("x18904"), Standing { number: 1, state: poor(120, 1000), note: None })]
        );
    })
    .await;
}
