//! The files of a pack as they are written: one struct for each kind of file, its doc comments the descriptions of
//! the JSON Schema that editors use and that every file is checked against. Only texts and whole numbers here;
//! types come later, with the checks.

pub(crate) mod agency;
pub(crate) mod area;
pub(crate) mod document;
pub(crate) mod glossary;
pub(crate) mod indicator;
pub(crate) mod kind;
pub(crate) mod plan;
pub(crate) mod publication;
pub(crate) mod target;
pub(crate) mod text;

mod schema;

pub use schema::schemas;

pub(crate) use kind::FileKind;
pub(crate) use schema::schema_of;
