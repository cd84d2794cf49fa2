//! The store on both engines: SQLite always, PostgreSQL when `ANSINH_TEST_POSTGRES` names a server
//! where databases may be made. Every test runs the same body on each.

#![allow(clippy::unwrap_used, missing_docs)]

mod accounts;
mod chain;
mod figures;
mod on_both;
mod schema;
mod sheets;
