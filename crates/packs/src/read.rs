//! Reading the files of a pack: from bytes to values that remember where they stand, each file checked against
//! its schema, every problem kept.

pub(crate) mod item;
pub(crate) mod lines;
pub(crate) mod schema;
pub(crate) mod table;
pub(crate) mod toml;
pub(crate) mod tree;
