//! What signed documents fix, loaded from `data/` and checked: areas, agencies, documents, indicators, plans and
//! published figures. A pack is one tree of files; its digest names it for ever.
//!
//! The flow is one way: bytes ([`PackFiles`]) → values with the line of every key → types → cross checks → [`Pack`].
//! Every problem of the whole tree is reported at once. Nothing here reads a clock, a database or a page.

pub mod agency;
pub mod area;
pub mod document;
pub mod files;
pub mod glossary;
pub mod indicator;
pub mod measurement_unit;
pub mod pack;
pub mod plan;
pub mod publication;
pub mod target;
pub mod tile;
pub mod word;

mod check;
mod load;
mod read;

pub use pack::{Pack, PackFile};
pub use read::tree::PackFiles;
