//! Figures accepted by agencies: small numbers stay hidden everywhere, corrections are told, and what is accepted is
//! on the next page shown.

use ansinh_kernel::figure::{CellState, Origin, Value};
use ansinh_kernel::period::Period;
use ansinh_store::AuditNote;
use ansinh_store::figure::{Acceptance, AcceptanceKind, Accepted, Cell, Increment, Slice, Statement};

use super::site::{Site, packs, words};

const MEASURE: &str = "jobs-abroad";

fn slice() -> Slice {
    Slice::total(MEASURE.parse().unwrap(), Origin::Reported)
}

fn cell(area: &str, year: &str) -> Cell {
    Cell { slice: slice(), period: year.parse::<Period>().unwrap(), area: area.parse().unwrap() }
}

/// Accepts counts of communes with the sums that follow.
async fn accept(site: &Site, id: &str, year: &str, counts: &[(&str, i64, i64)]) {
    let at = "2026-11-20T03:00:00Z".parse().unwrap();
    let digest = site.app.packs_digest();
    let mut write = site.database.write().await.unwrap();
    write.lock_acceptances().await.unwrap();
    let mut accepted = Vec::new();
    let mut increments = Vec::new();
    for (area, number, count) in counts {
        let mut statement = Statement::plain(CellState::Value(Value::Count(*count)));
        if *number > 1 {
            statement.note = Some("Đếm lại theo danh sách".to_owned());
        }
        accepted.push(Accepted { cell: cell(area, year), number: *number, statement });
        let before = if *number > 1 { 7 } else { 0 };
        let sums = packs().areas.containers(&area.parse().unwrap());
        let periods = [year.parse::<Period>().unwrap(), "2016..2020".parse().unwrap()];
        for outer in sums {
            for period in periods {
                let cell = Cell { slice: slice(), period, area: outer.clone() };
                increments.push(Increment {
                    cell,
                    numerator: count - before,
                    denominator: 0,
                    reporters: i64::from(*number == 1),
                });
            }
        }
    }
    let reason = "Rà soát lại".to_owned();
    let author = "0190-person".to_owned();
    let acceptance = Acceptance { id: id.to_owned(), kind: AcceptanceKind::Sheet, author, at, reason, packs: digest };
    write.accept(&acceptance, &accepted, &increments).await.unwrap();
    write
        .commit(AuditNote { actor: "0190-person".into(), verb: "sheet.accept", at, packs: digest, seed: [7; 16] })
        .await
        .unwrap();
    site.app.changed();
}

#[tokio::test]
async fn what_is_accepted_is_on_the_next_page_shown() {
    let site = Site::live().await;
    let path = "/figures/jobs-abroad/reported/x19207/2018";
    assert!(words(&site.page(path).await).contains("Chưa có số liệu"));
    accept(&site, "a1", "2018", &[("x19207", 1, 57), ("x19210", 1, 64)]).await;
    assert!(words(&site.page(path).await).contains("57 người"));
    assert!(words(&site.page("/figures/jobs-abroad/reported/h456/2018").await).contains("121 người"));
}

#[tokio::test]
async fn small_numbers_and_what_gives_them_back_are_withheld_alike_on_page_csv_and_json() {
    let site = Site::live().await;
    accept(&site, "a1", "2018", &[("x19207", 1, 3), ("x19210", 1, 64), ("x19213", 1, 80), ("x19216", 1, 90)]).await;
    let base = "/figures/jobs-abroad/reported";
    let small = site.page(&format!("{base}/x19207/2018")).await;
    assert!(words(&small).contains("Không công bố vì số nhỏ") && !words(&small).contains("3 người"));
    let district = site.json(&format!("{base}/h456/2018.json")).await;
    let withheld: Vec<&str> =
        district.iter().filter(|row| row["state"] == "withheld").map(|row| row["area"].as_str().unwrap()).collect();
    assert!(withheld.contains(&"x19207") && withheld.len() >= 2, "one more covers it: {withheld:?}");
    let csv = site.csv(&format!("{base}/h456/2018.csv")).await;
    let column = |name: &str| csv[0].iter().position(|one| one == name).unwrap();
    for row in &csv[1..] {
        let hidden = withheld.contains(&row[column("area")].as_str());
        assert_eq!(row[column("state")] == "withheld", hidden);
        assert_eq!(row[column("value")].is_empty(), hidden, "{row:?}");
    }
    for area in &withheld {
        for path in [format!("{base}/{area}/2018"), format!("/areas/{area}"), format!("{base}/{area}/2016..2020")] {
            let page = words(&site.page(&path).await);
            assert!(page.to_lowercase().contains("không công bố vì số nhỏ"), "{path}");
            assert!(!page.contains("3 người") && !page.contains("64 người"), "{path}");
        }
    }
    let map = site.json("/targets/jobs-abroad/areas.json?areas=communes&year=2018&origin=reported").await;
    for row in map.iter().filter(|row| withheld.contains(&row["area"].as_str().unwrap())) {
        assert_eq!((&row["state"], &row["value"]), (&"withheld".into(), &serde_json::Value::Null));
    }
}

#[tokio::test]
async fn a_correction_is_told_with_its_versions_and_without_a_name() {
    let site = Site::live().await;
    accept(&site, "a1", "2018", &[("x19207", 1, 7), ("x19210", 1, 64)]).await;
    accept(&site, "a2", "2018", &[("x19207", 2, 9)]).await;
    let page = words(&site.page("/figures/jobs-abroad/reported/x19207/2018").await);
    for text in ["9 người", "7 người", "Rà soát lại", "Đếm lại theo danh sách", "Cán bộ duyệt"] {
        assert!(page.contains(text), "{text} in {page}");
    }
    assert!(!page.contains("0190-person"), "nobody is named");
    assert!(words(&site.page("/figures/jobs-abroad/reported/h456/2018").await).contains("73 người"));
}

#[tokio::test]
async fn a_figure_leads_down_to_its_reports_and_up_to_its_clause() {
    let site = Site::demo().await;
    let page = site.page("/figures/health-insurance/illustrative/t44/2018").await;
    assert!(page.contains("/plans/quang-binh-2016-2020/clauses/II.1.2.3.health.b"));
    assert!(page.contains("/figures/health-insurance/illustrative/x"), "the communes behind it");
    assert!(words(&page).contains("Cộng từ 159 báo cáo"));
    let last = site.page("/figures/health-insurance/illustrative/t44/2018?page=4").await;
    assert!(last.contains("/figures/health-insurance/illustrative/x"));
    let file = site.json("/figures/health-insurance/illustrative/t44/2018.json").await;
    assert_eq!(file.len(), 160, "the file holds the figure and every report behind it");
    let sum = site.page("/figures/jobs-total/illustrative/t44/2016..2020").await;
    assert!(sum.contains("/figures/jobs-total/illustrative/t44/2016\""), "a sum over years leads to its years");
}
