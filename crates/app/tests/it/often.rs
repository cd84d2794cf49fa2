//! A measure collected more often than yearly, whose last period stands for the year: no measure of the packs is, so
//! one is made so here.

use std::sync::Arc;

use ansinh_app::import::Row;
use ansinh_app::{App, Instance};
use ansinh_kernel::figure::Origin;
use ansinh_kernel::period::Frequency;
use ansinh_packs::Pack;
use ansinh_packs::indicator::{Indicators, Measure};
use ansinh_store::Database;
use ansinh_store::figure::Slice;

use crate::support::{figure, on_both_with, packs, parts};

const MEASURE: &str = "voluntary-social-insurance";

fn quarterly() -> Arc<Pack> {
    let packs = packs();
    let mut measures: Vec<Measure> = packs.indicators.measures().cloned().collect();
    for measure in measures.iter_mut().filter(|measure| measure.id == MEASURE) {
        measure.frequency = Frequency::Quarter;
    }
    let indicators = Indicators::new(packs.indicators.iter().cloned().collect(), measures);
    Arc::new(Pack { indicators, ..Pack::clone(&packs) })
}

/// Quarter and count of a commune; a second figure of a quarter is a correction.
const SAID: [(&str, &str, &str); 7] = [
    ("x19207", "2018-Q1", "10"),
    ("x19207", "2018-Q3", "14"),
    ("x19201", "2018-Q2", "7"),
    ("x19207", "2018-Q2", "12"),
    ("x19207", "2018-Q3", "15"),
    ("x19207", "2018-Q4", "16"),
    ("x19201", "2019-Q1", "8"),
];

fn row((area, period, value): (&str, &str, &str)) -> Row {
    let [measure, area, period, value] = [MEASURE, area, period, value].map(str::to_owned);
    Row { measure, area, period, value, note: "thử".to_owned(), ..Row::default() }
}

async fn of_2018(database: &Database, area: &str) -> i64 {
    let slice = Slice::total(MEASURE.parse().unwrap(), Origin::Reported);
    parts(&figure(database, &slice, "2018", area).await.unwrap()).0
}

async fn imports(app: &App, rows: &[(&str, &str, &str)]) {
    let rows: Vec<Row> = rows.iter().copied().map(row).collect();
    app.import_rows("thử", &rows).await.unwrap();
}

#[tokio::test]
async fn the_last_quarter_stands_for_the_year_however_the_quarters_came() {
    on_both_with(quarterly(), Instance::Live, async |app, database| {
        for said in SAID {
            imports(&app, &[said]).await;
            assert!(app.verify().await.unwrap().is_clean(), "after {said:?}");
        }
        assert_eq!((of_2018(&database, "x19207").await, of_2018(&database, "t44").await), (16, 23));
    })
    .await;
    on_both_with(quarterly(), Instance::Live, async |app, database| {
        let (first, corrected) = SAID.split_at(4);
        imports(&app, first).await;
        assert_eq!((of_2018(&database, "x19207").await, of_2018(&database, "t44").await), (14, 21));
        imports(&app, corrected).await;
        assert_eq!((of_2018(&database, "x19207").await, of_2018(&database, "t44").await), (16, 23));
        assert!(app.verify().await.unwrap().is_clean());
    })
    .await;
}
