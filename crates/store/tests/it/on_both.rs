//! A fresh database of each engine for a test body.

use std::sync::atomic::{AtomicU32, Ordering};

use ansinh_kernel::date::Instant;
use ansinh_kernel::digest::Digest;
use ansinh_store::{AuditNote, Database};

static NEXT: AtomicU32 = AtomicU32::new(0);

/// Runs a body on a fresh SQLite file and, when a server is named, on a fresh PostgreSQL database.
pub(crate) async fn on_both<F: AsyncFn(Database)>(body: F) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("test.sqlite");
    run(&format!("sqlite://{}", file.display()), &body).await;
    if let Ok(server) = std::env::var("ANSINH_TEST_POSTGRES") {
        let url = fresh_postgres(&server).await;
        run(&url, &body).await;
    }
}

async fn run<F: AsyncFn(Database)>(url: &str, body: &F) {
    let database = Database::open(url).await.unwrap();
    database.migrate().await.unwrap();
    body(database.clone()).await;
    database.close().await;
}

/// Makes an empty database on the server and gives its address.
async fn fresh_postgres(server: &str) -> String {
    let name = format!("ansinh_store_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let admin = sqlx::PgPool::connect(&format!("{server}/postgres")).await.unwrap();
    for sql in [format!("drop database if exists {name}"), format!("create database {name}")] {
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&admin).await.unwrap();
    }
    admin.close().await;
    format!("{server}/{name}")
}

/// Runs raw SQL as somebody who goes around the program.
pub(crate) async fn by_hand(database: &Database, sql: &str) {
    database.write().await.unwrap().by_hand(sql).await.unwrap();
}

pub(crate) fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

pub(crate) fn note(verb: &'static str) -> AuditNote {
    AuditNote {
        actor: "system".into(),
        verb,
        at: at("2026-11-23T08:00:00Z"),
        packs: Digest::of(b"packs"),
        seed: [7; 16],
    }
}
