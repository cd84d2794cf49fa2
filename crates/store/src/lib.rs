//! All SQL of An Sinh: schema, migrations, queries, transactions and the audit chain, on SQLite and
//! PostgreSQL with one SQL text. Below `app`, above nothing but the words of `kernel`; it decides
//! nothing: what may be written is decided in `domain` and `app`, what was written is proved here.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod account;
pub mod audit;
mod engine;
mod error;
pub mod figure;
pub mod keys;
mod migrate;
pub mod request;
pub mod session;
pub mod sheet;
pub mod snapshot;
mod statements;

pub use audit::AuditNote;
pub use engine::{Bind, Database, Read, Row, Write};
pub use error::{StoreError, StoreResult};
pub use migrate::{MIGRATIONS, Migration, readable_schema};
pub use statements::every_statement;
