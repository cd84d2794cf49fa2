//! The verbs on both engines: SQLite always, PostgreSQL when `ANSINH_TEST_POSTGRES` names a server
//! where databases may be made. Clock and randomness are given.

#![allow(clippy::unwrap_used, missing_docs)]

mod access;
mod accounts;
mod demo;
mod import;
mod install;
mod often;
mod plan;
mod sheets;
mod support;
mod territories;
