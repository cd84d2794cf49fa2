//! An installation for one test, and a reader without a browser.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};

use ansinh::router::router;
use ansinh_app::{Ambient, App, Instance};
use ansinh_packs::Pack;
use ansinh_store::Database;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use tempfile::TempDir;
use tokio::sync::OnceCell;
use tower::ServiceExt;

static PACKS: LazyLock<Arc<Pack>> = LazyLock::new(|| Arc::new(Pack::embedded().unwrap()));
/// The demo's illustrative figures are made once; each test works on its own copy of the file.
static DEMO: OnceCell<TempDir> = OnceCell::const_new();
const FILE: &str = "ansinh.sqlite";

/// What came back.
pub(crate) struct Seen {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

/// One installation.
pub(crate) struct Site {
    pub(crate) app: App,
    pub(crate) database: Database,
    pub(crate) router: Router,
    _folder: TempDir,
}

pub(crate) fn packs() -> &'static Pack {
    &PACKS
}

/// 23 November 2026 in Vietnam, with counted randomness.
fn ambient() -> Ambient {
    let drawn = AtomicU64::new(1);
    Ambient::new(
        || "2026-11-23T07:15:00Z".parse().unwrap(),
        move |bytes| {
            for chunk in bytes.chunks_mut(8) {
                let number = drawn.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes();
                chunk.copy_from_slice(&number[..chunk.len()]);
            }
        },
    )
}

async fn open(folder: &Path, instance: Instance) -> (App, Database) {
    let database = Database::open(&format!("sqlite://{}", folder.join(FILE).display())).await.unwrap();
    let app = App::install(database.clone(), Arc::clone(&PACKS), ambient(), instance).await.unwrap();
    (app, database)
}

async fn demo_folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let (app, _) = open(folder.path(), Instance::Demo).await;
    app.illustrate(2016).await.unwrap();
    app.close().await;
    folder
}

impl Site {
    /// A real installation: published figures only.
    pub(crate) async fn live() -> Site {
        Site::of(tempfile::tempdir().unwrap(), Instance::Live).await
    }

    /// A demo with illustrative figures for every commune.
    pub(crate) async fn demo() -> Site {
        let made = DEMO.get_or_init(demo_folder).await;
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(made.path().join(FILE), folder.path().join(FILE)).unwrap();
        Site::of(folder, Instance::Demo).await
    }

    async fn of(folder: TempDir, instance: Instance) -> Site {
        let (app, database) = open(folder.path(), instance).await;
        Site { router: router(app.clone()), app, database, _folder: folder }
    }

    pub(crate) async fn get(&self, path: &str) -> Seen {
        let request = Request::get(path).body(Body::empty()).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Seen { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
    }

    /// A page that must be there.
    pub(crate) async fn page(&self, path: &str) -> String {
        let seen = self.get(path).await;
        assert_eq!(seen.status, StatusCode::OK, "{path}");
        seen.text
    }

    pub(crate) async fn json(&self, path: &str) -> Vec<serde_json::Map<String, serde_json::Value>> {
        let whole: serde_json::Value = serde_json::from_str(&self.page(path).await).unwrap();
        whole["rows"].as_array().unwrap().iter().map(|row| row.as_object().unwrap().clone()).collect()
    }

    pub(crate) async fn csv(&self, path: &str) -> Vec<Vec<String>> {
        let text = self.page(path).await;
        let body = text.strip_prefix('\u{feff}').expect("the mark of UTF-8 for spreadsheets");
        csv_rows(body)
    }
}

/// Rows of a CSV text, quotes undone.
fn csv_rows(text: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().unwrap();
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => row.last_mut().unwrap().extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {}
            '\n' if !quoted => rows.push(vec![String::new()]),
            other => row.last_mut().unwrap().push(other),
        }
    }
    rows.retain(|row| row.len() > 1);
    rows
}

/// The words of a page without its markup, spaces made single.
pub(crate) fn words(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => {
                inside = true;
                out.push(' ');
            }
            '>' => inside = false,
            other if !inside => out.push(other),
            _ => {}
        }
    }
    let plain = out.replace("&#38;", "&").replace("&nbsp;", " ").replace("&#60;", "<").replace("&#62;", ">");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
