use ansinh_store::{Database, MIGRATIONS, StoreError, every_statement, readable_schema};

use crate::on_both::on_both;

#[test]
fn the_readable_schema_is_what_the_migrations_make() {
    let made: Vec<&str> =
        MIGRATIONS.iter().flat_map(|migration| migration.sql.split(";\n")).filter_map(statement).collect();
    let readable: Vec<&str> = readable_schema().split(";\n").filter_map(statement).collect();
    assert_eq!(readable, made);
}

/// A statement without the comments above it.
fn statement(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let text = text.find("create ").or_else(|| text.find("insert ")).map(|at| text[at..].trim())?;
    Some(text.trim_end_matches(';'))
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
