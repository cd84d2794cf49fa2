//! What must hold after all the kills: the answers agree with each other, the audit is clean, and the database holds
//! each batch once and whole.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_kernel::figure::{CellState, Value};
use ansinh_store::Database;
use ansinh_store::figure::{AcceptanceKind, Cell, Made, Request};
use serde_json::Value as Json;

use super::figures::{Figures, PROVINCE};
use super::killed::{Story, program};

/// A batch was written at most once as far as anybody was told, wholly or not at all, and once it was acknowledged
/// every later run found it unchanged.
pub(crate) fn answers(story: &Story, batches: usize, rows: usize) {
    let mut acknowledged: BTreeSet<usize> = BTreeSet::new();
    for one in &story.acknowledged {
        let whole = [(rows, 0), (0, rows)].contains(&(one.written, one.unchanged));
        assert!(whole, "a batch was torn: {one:?}");
        let again = !acknowledged.insert(one.batch);
        assert!(!again || one.written == 0, "an acknowledged batch was written again: {one:?}");
    }
    assert!(acknowledged.into_iter().eq(1..=batches));
}

/// `ansinh audit verify --json` finds nothing.
pub(crate) fn audit(database: &str) {
    let output = program().args(["audit", "verify", "--json", "--database", database]).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{said}");
    let report: Json = serde_json::from_str(&said).unwrap();
    assert_eq!(report["clean"], true, "{said}");
    assert_eq!((&report["wrong_sums"], &report["findings"]), (&0.into(), &Json::Array(Vec::new())), "{said}");
}

/// Every cell has one version that says what the file says; each batch is one acceptance; the sums are the sums.
pub(crate) fn database(database: &str, figures: &Figures, batches: usize, rows: usize) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let database = Database::open(database).await.unwrap();
        versions(&database, figures, batches, rows).await;
        sums(&database, figures).await;
        database.close().await;
    });
}

async fn versions(database: &Database, figures: &Figures, batches: usize, rows: usize) {
    let mut read = database.read().await.unwrap();
    let mut acceptances = BTreeSet::new();
    for (number, batch) in figures.0.chunks(rows).enumerate() {
        let mut of_batch = BTreeSet::new();
        for figure in batch {
            let versions = read.history(&figure.cell()).await.unwrap();
            assert_eq!(versions.len(), 1, "{figure:?}");
            let expected = Value::ratio(figure.numerator, figure.denominator).unwrap();
            assert_eq!(versions[0].statement.state, CellState::Value(expected), "{figure:?}");
            assert_eq!(versions[0].acceptance.kind, AcceptanceKind::Import);
            of_batch.insert(versions[0].acceptance.id.clone());
        }
        assert_eq!(of_batch.len(), 1, "batch {} is in {} acceptances", number + 1, of_batch.len());
        acceptances.extend(of_batch);
    }
    assert_eq!(acceptances.len(), batches);
    let entries = read.recent_entries(1_000).await.unwrap();
    assert_eq!(entries.iter().filter(|entry| entry.verb == "figures.import").count(), batches);
}

/// The province's sum of every measure and year, added up here.
async fn sums(database: &Database, figures: &Figures) {
    let mut expected: BTreeMap<Cell, (i64, i64, i64)> = BTreeMap::new();
    for figure in &figures.0 {
        let sum = expected.entry(figure.cell_of(PROVINCE.parse().unwrap())).or_default();
        *sum = (sum.0 + figure.numerator, sum.1 + figure.denominator, sum.2 + 1);
    }
    for (cell, sum) in expected {
        let request =
            Request { slices: vec![cell.slice.clone()], periods: vec![cell.period], areas: vec![cell.area.clone()] };
        let found = database.read().await.unwrap().figures(&request).await.unwrap().pop().unwrap();
        let CellState::Value(Value::Ratio { numerator, denominator, .. }) = found.statement.state else {
            panic!("{found:?}")
        };
        assert_eq!(found.made, Made::RolledUp { reporters: sum.2 }, "{cell:?}");
        assert_eq!((numerator, denominator), (sum.0, sum.1), "{cell:?}");
    }
}
