//! How fast figures come in and out at national size: the 11,158 communes of 2019 with their
//! districts and provinces, so many measures, so many years. Versions, roll-ups and the audit chain
//! are written as in the real verbs; a batch of one measure is one acceptance and one audit entry.
//!
//! `cargo bench -p ansinh-app --bench cells -- --database sqlite:///tmp/cells.sqlite --measures 30 --years 12`

#![allow(clippy::unwrap_used, clippy::float_arithmetic, clippy::as_conversions, clippy::print_stdout, missing_docs)]

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant as Clock};

use ansinh_app::{Ambient, App, Instance};
use ansinh_kernel::area::AreaId;
use ansinh_kernel::figure::{CellState, Origin, Value};
use ansinh_kernel::period::Period;
use ansinh_packs::{Pack, PackFiles};
use ansinh_store::Database;
use ansinh_store::figure::{Cell, Request, Slice, Statement};

const COMMUNES: &str = include_str!("../../../bench/areas/vn-2019-communes.csv");
const FIRST_YEAR: i16 = 2010;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| arguments.iter().position(|one| one == name).and_then(|at| arguments.get(at + 1)).cloned();
    let Some(url) = after("--database") else {
        println!("cells: no --database given, nothing measured");
        return;
    };
    let number = |name: &str, default: usize| after(name).map_or(default, |text| text.parse().unwrap());
    let (measures, years) = (number("--measures", 30), number("--years", 12));
    tokio::runtime::Runtime::new().unwrap().block_on(run(&url, measures, years, number("--queries", 2000)));
}

async fn run(url: &str, measures: usize, years: usize, queries: usize) {
    let start = Clock::now();
    let packs = Arc::new(Pack::from_files(files(measures)).unwrap_or_else(|problems| panic!("{problems}")));
    println!("pack: {:.2?}", start.elapsed());
    let app = App::install(Database::open(url).await.unwrap(), packs, ambient(), Instance::Live).await.unwrap();
    let communes: Vec<AreaId> =
        COMMUNES.lines().skip(1).map(|line| format!("x{}", line.split(',').next().unwrap()).parse().unwrap()).collect();
    import(&app, &communes, measures, years).await;
    read(&app, url, &communes, (measures, years), queries).await;
    visible(&app, url, &communes).await;
    println!("resident memory: {} MB", resident_mb());
    app.close().await;
}

async fn import(app: &App, communes: &[AreaId], measures: usize, years: usize) {
    let (start, mut written) = (Clock::now(), 0);
    for measure in 0..measures {
        let statements = (0..years)
            .flat_map(|year| {
                communes.iter().enumerate().map(move |(index, area)| statement(measure, year, index, area))
            })
            .collect();
        written += app.import_figures("benchmark", statements).await.unwrap();
    }
    let spent = start.elapsed();
    println!(
        "imported: {written} cells in {spent:.2?} = {:.0} cells/s ({measures} audit entries)",
        written as f64 / spent.as_secs_f64()
    );
}

fn statement(measure: usize, year: usize, index: usize, area: &AreaId) -> (Cell, Statement) {
    let denominator = 800 + i64::try_from(index * 7919 % 2400).unwrap();
    let numerator = i64::try_from((index * 31 + measure * 17 + year * 13) % 100).unwrap() * denominator / 100;
    let statement = Statement::plain(CellState::Value(Value::ratio(numerator, denominator).unwrap()));
    (Cell { slice: slice(measure), period: period(year), area: area.clone() }, statement)
}

fn slice(measure: usize) -> Slice {
    Slice::total(format!("bench-{measure}").parse().unwrap(), Origin::Reported)
}

fn period(year: usize) -> Period {
    (FIRST_YEAR + i16::try_from(year).unwrap()).to_string().parse().unwrap()
}

/// The two queries of every page: one area over all years, and all communes or districts of a province in one year.
async fn read(app: &App, url: &str, communes: &[AreaId], (measures, years): (usize, usize), queries: usize) {
    let database = Database::open(url).await.unwrap();
    let provinces: Vec<AreaId> =
        app.packs().areas.children_on(&AreaId::nation(), "2019-01-01".parse().unwrap()).into_iter().cloned().collect();
    let (mut series, mut map) = (Vec::new(), Vec::new());
    for query in 0..queries {
        let areas = vec![if query % 2 == 0 {
            provinces[query % provinces.len()].clone()
        } else {
            communes[query * 97 % communes.len()].clone()
        }];
        let request =
            Request { slices: vec![slice(query % measures)], periods: (0..years).map(period).collect(), areas };
        series.push(timed(&database, &request, years).await);
        let province = &provinces[query * 7 % provinces.len()];
        let areas = app
            .packs()
            .areas
            .children_on(province, "2019-01-01".parse().unwrap())
            .into_iter()
            .cloned()
            .collect::<Vec<_>>();
        let expected = areas.len();
        let request = Request { slices: vec![slice(query % measures)], periods: vec![period(query % years)], areas };
        map.push(timed(&database, &request, expected).await);
    }
    report("one area, all years", series);
    report("one year, all districts of a province", map);
    database.close().await;
}

async fn timed(database: &Database, request: &Request, expected: usize) -> Duration {
    let start = Clock::now();
    let found = database.read().await.unwrap().figures(request).await.unwrap();
    assert_eq!(found.len(), expected);
    start.elapsed()
}

fn report(name: &str, mut spent: Vec<Duration>) {
    spent.sort_unstable();
    let at = |share: usize| spent[(spent.len() * share / 100).min(spent.len() - 1)];
    println!("{name}: p50 {:.2?}, p95 {:.2?}, p99 {:.2?} ({} queries)", at(50), at(95), at(99), spent.len());
}

/// Accepts one corrected figure and reads the nation's sum of that year, again and again.
async fn visible(app: &App, url: &str, communes: &[AreaId]) {
    let database = Database::open(url).await.unwrap();
    let mut spent = Vec::new();
    for round in 0..100_i64 {
        let state = CellState::Value(Value::ratio(round + 1, 1000).unwrap());
        let cell = Cell { slice: slice(0), period: period(0), area: communes[5].clone() };
        let nation = Request { slices: vec![slice(0)], periods: vec![period(0)], areas: vec![AreaId::nation()] };
        let before = database.read().await.unwrap().figures(&nation).await.unwrap();
        let start = Clock::now();
        app.import_figures("correction", vec![(cell, Statement::plain(state))]).await.unwrap();
        let after = database.read().await.unwrap().figures(&nation).await.unwrap();
        spent.push(start.elapsed());
        assert_ne!(before, after);
    }
    report("accepted and read back in the nation's sum", spent);
    database.close().await;
}

fn ambient() -> Ambient {
    let drawn = AtomicU64::new(1);
    let random = move |bytes: &mut [u8]| {
        for chunk in bytes.chunks_mut(8) {
            let number = drawn.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
            chunk.copy_from_slice(&number[..chunk.len()]);
        }
    };
    Ambient::new(|| "2026-11-23T07:15:00Z".parse().unwrap(), random)
}

/// A data tree with the communes of 2019 and so many measures; everything else is left out.
fn files(measures: usize) -> PackFiles {
    let mut rows = std::collections::BTreeSet::from(["vn,nation,,Việt Nam,quoc_gia,,,,,verified".to_owned()]);
    for line in COMMUNES.lines().skip(1) {
        let [commune, district, province]: [&str; 3] = line.split(',').collect::<Vec<_>>().try_into().unwrap();
        rows.insert(format!("t{province},province,{province},Tỉnh {province},tinh,vn,,,,secondary"));
        rows.insert(format!("h{district},district,{district},Huyện {district},huyen,t{province},,,,secondary"));
        rows.insert(format!("x{commune},commune,{commune},Xã {commune},xa,h{district},,,,secondary"));
    }
    let header = "id,level,code,name,kind,parent,valid_from,valid_to,instrument,status";
    let units = std::iter::once(header.to_owned()).chain(rows).collect::<Vec<_>>().join("\n");
    let mut indicators = String::new();
    for measure in 0..measures {
        let words = |key: &str| format!("{key}_vi = \"Đo {measure}\"\n{key}_en = \"Measure {measure}\"\n");
        let _ = write!(
            indicators,
            "[[indicator]]\nid = \"bench-{measure}\"\nunit = \"percent\"\nbetter = \"up\"\n{}{}",
            words("name"),
            words("definition")
        );
        let _ = write!(
            indicators,
            "[[measure]]\nid = \"bench-{measure}\"\nindicator = \"bench-{measure}\"\nshape = \"ratio\"\nunit = \"percent\"\n"
        );
        let _ =
            write!(indicators, "{}{}{}{}", words("name"), words("concept"), words("numerator"), words("denominator"));
        indicators.push_str("per_place = \"sum\"\nper_time = \"last\"\ncollected_at = \"commune\"\nfrequency = \"year\"\nfrom = 2010\nto = 2060\ndue_days = 45\nowner = \"bench\"\npeople = true\nbounded = true\nsensitive = false\nstatus = \"unverified\"\n");
    }
    let unit = "[[unit]]\nid = \"percent\"\nname_vi = \"phần trăm\"\nname_en = \"per cent\"\nsymbol_vi = \"%\"\nsymbol_en = \"%\"\n";
    let agency = "[[agency]]\nid = \"bench\"\nkind = \"statistics\"\nlevel = \"nation\"\n[[agency.version]]\nname_vi = \"Đo\"\nname_en = \"Bench\"\nshort_vi = \"Đo\"\nstatus = \"unverified\"\n";
    PackFiles::new()
        .with("vn/agencies/agencies.toml", agency)
        .with("vn/areas/units.csv", units.as_str())
        .with("vn/indicators/bench.toml", indicators.as_str())
        .with("vn/units.toml", unit)
}

fn resident_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or("VmRSS: 0 kB");
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}
