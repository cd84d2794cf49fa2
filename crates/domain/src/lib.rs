//! Pure decisions about figures, in the order they flow: an entry is checked, a sheet is submitted and accepted,
//! accepted cells roll up, small cells are withheld from the public, and targets are judged.
//!
//! Nothing here reads a clock, a table or a file, and nothing is random: the caller brings the day, the pack and
//! the figures, and gets back what is so. Numbers are exact; an overflow is an error, never a panic.
#![cfg_attr(test, allow(clippy::unwrap_used, missing_docs))]

pub mod disclosure;
pub mod figure;
pub mod rollup;
pub mod round;
pub mod submission;
pub mod target;

#[cfg(test)]
mod testing;
