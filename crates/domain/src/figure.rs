//! Cells of figures: the one key every figure has, and the checks a typed figure passes before it is kept.

mod cell;
mod entry;
mod typed;
mod warning;

pub use cell::{CellEntry, CellKey, Note};
pub use entry::check_entry;
pub(crate) use entry::level_of;
pub use typed::{MAX_COUNT, RawCell};
pub use warning::warnings;

#[cfg(test)]
mod tests;
