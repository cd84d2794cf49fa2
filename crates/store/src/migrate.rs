//! Migrations: append-only, each in its own transaction, each header saying why it is safe.
//! `schema.sql` is the readable truth; a test compares it with what the migrations make.

use crate::engine::{Database, binds};
use crate::error::{StoreError, StoreResult};

/// One step of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Position, from 1, without gaps.
    pub version: i64,
    /// Name of its file.
    pub name: &'static str,
    /// Its SQL for both engines.
    pub sql: &'static str,
}

/// All migrations in order.
pub const MIGRATIONS: &[Migration] = &[
    Migration { version: 1, name: "0001_foundation", sql: include_str!("migrations/0001_foundation.sql") },
    Migration { version: 2, name: "0002_sheet_makers", sql: include_str!("migrations/0002_sheet_makers.sql") },
    Migration {
        version: 3,
        name: "0003_session_without_token",
        sql: include_str!("migrations/0003_session_without_token.sql"),
    },
];

const CREATE_LEDGER: &str = "create table if not exists schema_version (
  version bigint not null primary key,
  name text not null
)";
const SELECT_VERSION: &str = "select coalesce(max(version), 0) as version from schema_version";
const INSERT_VERSION: &str = "insert into schema_version (version, name) values ($1, $2)";

impl Database {
    /// Brings the schema to the newest version this program knows. Runs nothing on a current one.
    ///
    /// # Errors
    /// `NewerSchema` when a newer program has been here; `Driver` when a step fails (it is undone).
    pub async fn migrate(&self) -> StoreResult<()> {
        let mut write = self.write().await?;
        write.link.script("/*postgres: select pg_advisory_xact_lock(7281964410); */").await?;
        write.link.script(CREATE_LEDGER).await?;
        let found = match write.link.row(SELECT_VERSION, &[]).await? {
            Some(row) => row.int("version")?,
            None => 0,
        };
        let known = MIGRATIONS.last().map_or(0, |last| last.version);
        if found > known {
            return Err(StoreError::NewerSchema { found, known });
        }
        for migration in MIGRATIONS.iter().filter(|migration| migration.version > found) {
            write.link.script(migration.sql).await?;
            write.link.execute(INSERT_VERSION, binds![migration.version, migration.name]).await?;
        }
        write.link.commit().await
    }
}

/// The schema a person reads: `schema.sql` as committed.
#[must_use]
pub fn readable_schema() -> &'static str {
    include_str!("schema.sql")
}
