//! The verbs people do, reads too: authorise → load → decide → save with an audit entry, one
//! transaction each. Knows neither HTTP nor HTML; SQL is the store's, decisions are the domain's.

#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod access;
pub mod account;
pub mod audit;
mod context;
mod demo;
mod error;
pub mod figure;
pub mod import;
pub mod install;
pub mod overview;
pub mod plan;
pub mod sheet;

pub use context::{Ambient, App, Instance};
pub use error::{AppError, AppResult};
