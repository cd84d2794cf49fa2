//! What the two officials state: two shares of a hundred communes, drawn from a seed; and what must be in the database
//! afterwards.

use std::collections::BTreeSet;

use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_kernel::figure::{CellState, Origin, Value};
use ansinh_packs::Pack;
use ansinh_store::Database;
use ansinh_store::figure::{AcceptanceKind, Cell, Made, Request, Slice};

use super::figures::PROVINCE;
use super::killed::Random;

const YEAR: &str = "2018";
/// Measures of one sheet.
const MEASURES: [&str; 2] = ["full-vaccination", "elderly-checkup"];

/// What one commune states: numerator and denominator of each measure.
#[derive(Debug)]
pub(crate) struct Statement {
    area: AreaId,
    shares: [(i64, i64); 2],
}

impl Statement {
    /// So many, from different communes.
    pub(crate) fn draw(seed: u64, count: usize) -> Vec<Self> {
        let packs = Pack::embedded().unwrap_or_else(|problems| panic!("{problems}"));
        let mut random = Random::new(seed);
        let mut share = || {
            let denominator = 200 + random.below(2_000);
            (random.below(denominator), denominator)
        };
        let areas = packs.areas.reporters(&PROVINCE.parse().unwrap(), AreaLevel::Commune, &YEAR.parse().unwrap());
        let all = areas.into_iter().take(count).map(|area| Self { area: area.clone(), shares: [share(), share()] });
        let all: Vec<Self> = all.collect();
        assert_eq!(all.len(), count);
        all
    }

    /// Where it is typed.
    pub(crate) fn sheet(&self) -> String {
        format!("/desk/sheets/{}/{YEAR}/so-y-te", self.area)
    }

    /// What is typed.
    pub(crate) fn fields(&self) -> Vec<(String, String)> {
        let both = |(measure, (numerator, denominator)): (&&str, &(i64, i64))| {
            [
                (format!("numerator:{measure}"), numerator.to_string()),
                (format!("denominator:{measure}"), denominator.to_string()),
            ]
        };
        MEASURES.iter().zip(&self.shares).flat_map(both).collect()
    }
}

fn cell(measure: &str, area: AreaId) -> Cell {
    let slice = Slice::total(measure.parse().unwrap(), Origin::Reported);
    Cell { slice, period: YEAR.parse().unwrap(), area }
}

/// Each statement is there once, as it was typed, in an acceptance of its own, and the province is their sum.
pub(crate) fn are_kept_once(database: &str, statements: &[Statement]) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let database = Database::open(database).await.unwrap();
        each(&database, statements).await;
        entries(&database, statements.len()).await;
        for (number, measure) in MEASURES.iter().enumerate() {
            let sum =
                |part: fn(&(i64, i64)) -> i64| statements.iter().map(|one| part(&one.shares[number])).sum::<i64>();
            let expected = (sum(|share| share.0), sum(|share| share.1));
            let cell = cell(measure, PROVINCE.parse().unwrap());
            let request = Request { slices: vec![cell.slice], periods: vec![cell.period], areas: vec![cell.area] };
            let found = database.read().await.unwrap().figures(&request).await.unwrap().pop().unwrap();
            assert_eq!(found.made, Made::RolledUp { reporters: i64::try_from(statements.len()).unwrap() });
            assert_eq!(parts(&found.statement.state), expected, "{measure}");
        }
        database.close().await;
    });
}

async fn each(database: &Database, statements: &[Statement]) {
    let mut read = database.read().await.unwrap();
    let mut acceptances = BTreeSet::new();
    for statement in statements {
        for (measure, share) in MEASURES.iter().zip(&statement.shares) {
            let versions = read.history(&cell(measure, statement.area.clone())).await.unwrap();
            assert_eq!(versions.len(), 1, "{statement:?}");
            assert_eq!(parts(&versions[0].statement.state), *share, "{statement:?}");
            assert_eq!(versions[0].acceptance.kind, AcceptanceKind::Sheet);
            acceptances.insert(versions[0].acceptance.id.clone());
        }
    }
    assert_eq!(acceptances.len(), statements.len(), "one acceptance a sheet");
}

async fn entries(database: &Database, count: usize) {
    let entries = database.read().await.unwrap().recent_entries(1_000).await.unwrap();
    for verb in ["sheet.submit", "sheet.accept"] {
        assert_eq!(entries.iter().filter(|entry| entry.verb == verb).count(), count, "{verb}");
    }
}

fn parts(state: &CellState) -> (i64, i64) {
    match state {
        CellState::Value(Value::Ratio { numerator, denominator, .. }) => (*numerator, *denominator),
        other => panic!("no share: {other:?}"),
    }
}
