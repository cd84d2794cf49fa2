use ansinh_store::{Database, StoreError, every_statement, readable_schema};

use crate::on_both::{by_hand, on_both};

#[tokio::test]
async fn the_readable_schema_is_what_the_migrations_make() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| format!("sqlite://{}", folder.path().join(name).display());
    let migrated = Database::open(&file("migrated")).await.unwrap();
    migrated.migrate().await.unwrap();
    let read = Database::open(&file("read")).await.unwrap();
    by_hand(&read, readable_schema()).await;
    assert_eq!(tables(&file("read")).await, tables(&file("migrated")).await);
}

/// What a database says of its tables and indexes, blanks made single.
async fn tables(url: &str) -> Vec<String> {
    let pool = sqlx::SqlitePool::connect(url).await.unwrap();
    let sql = "select sql from sqlite_master where sql is not null and name <> 'schema_version' order by name";
    let found: Vec<String> = sqlx::query_scalar(sql).fetch_all(&pool).await.unwrap();
    found.iter().map(|sql| sql.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[tokio::test]
async fn every_statement_can_be_prepared_on_both_engines() {
    on_both(async |database| {
        for sql in every_statement() {
            database.prepare(sql).await.unwrap_or_else(|error| panic!("{error}: {sql}"));
        }
    })
    .await;
}

#[tokio::test]
async fn migrating_twice_changes_nothing() {
    on_both(async |database| {
        database.migrate().await.unwrap();
        assert!(database.verify().await.unwrap().findings.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_unknown_address_is_refused_without_its_password() {
    let error = Database::open("mysql://me:secret@host/db").await.unwrap_err();
    assert!(matches!(&error, StoreError::Address { url } if url == "host/db"), "{error}");
}
