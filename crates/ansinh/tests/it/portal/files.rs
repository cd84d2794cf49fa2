//! Files hold the same figures as the page: every number, every label, every state.

use super::site::{Site, packs, words};

/// Addresses of pages whose files hold figures.
fn pages() -> Vec<String> {
    let plan = &packs().plans[0];
    let targets = plan.targets.iter().map(|target| format!("/targets/{}", target.id));
    let aims = plan.aims.iter().map(|aim| format!("/aims/{}", aim.id));
    targets.chain(aims).chain(["/indicators/poverty-rate".to_owned(), "/indicators/jobs-total".to_owned()]).collect()
}

/// A number of a file as the page writes it.
fn as_printed(value: &serde_json::Value) -> String {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    if decimals.is_empty() { grouped } else { format!("{grouped},{decimals}") }
}

#[tokio::test]
async fn every_figure_of_a_json_file_stands_on_its_page() {
    let site = Site::demo().await;
    let mut compared = 0;
    for path in pages() {
        let page = words(&site.page(&path).await);
        for row in site.json(&format!("{path}.json")).await {
            if row["state"] == "value" && row["value"].is_string() | row["value"].is_number() {
                let number = as_printed(&row["value"]);
                let number = if row["value"] == "yes" {
                    "có".to_owned()
                } else if row["value"] == "no" {
                    "không".to_owned()
                } else {
                    number
                };
                assert!(page.contains(&number), "{path}: {number} of {}", row["period"]);
                compared += 1;
            }
        }
    }
    assert!(compared > 200, "{compared} figures compared");
}

#[tokio::test]
async fn csv_and_json_hold_the_same_rows() {
    let site = Site::demo().await;
    let mut paths = pages();
    let plan = &packs().plans[0].id;
    paths.extend([
        format!("/plans/{plan}/targets"),
        format!("/plans/{plan}/aims"),
        "/agencies".to_owned(),
        "/areas".to_owned(),
        "/agencies/so-y-te".to_owned(),
        "/areas/h450".to_owned(),
    ]);
    for path in paths {
        let json = site.json(&format!("{path}.json")).await;
        let csv = site.csv(&format!("{path}.csv")).await;
        let (names, rows) = csv.split_first().unwrap();
        assert_eq!(rows.len(), json.len(), "{path}");
        for (row, object) in rows.iter().zip(&json) {
            for (name, cell) in names.iter().zip(row) {
                let value = match &object[name.as_str()] {
                    serde_json::Value::Null => String::new(),
                    serde_json::Value::String(text) => text.clone(),
                    other => other.to_string(),
                };
                assert_eq!(cell.strip_prefix('\'').filter(|_| *cell != value).unwrap_or(cell), value, "{path} {name}");
            }
        }
    }
}

#[tokio::test]
async fn every_illustrative_figure_carries_its_label_on_the_page_and_in_files() {
    let site = Site::demo().await;
    for (base, label) in [("", "Số liệu minh họa"), ("/en", "Illustrative figure")] {
        for path in pages() {
            let rows = site.json(&format!("{base}{path}.json")).await;
            for row in &rows {
                let made = row["origin"] == "illustrative";
                assert_eq!(row["label"] == label, made, "{path} {row:?}");
            }
            let made = rows.iter().filter(|row| row["origin"] == "illustrative").count();
            let page = site.page(&format!("{base}{path}")).await;
            let labels = page.matches(label).count();
            assert!(labels >= made, "{base}{path}: {labels} labels for {made} figures");
        }
    }
}

#[tokio::test]
async fn a_live_installation_shows_no_illustrative_figure() {
    let site = Site::live().await;
    for path in ["/", "/targets", "/targets/health-insurance", "/areas/t44", "/agencies/so-y-te"] {
        assert!(!site.page(path).await.contains("class=\"made\""), "{path}");
    }
}
