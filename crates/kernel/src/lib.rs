//! The words everyone uses: money, exact numbers, dates and periods, areas, typed ids, legal references,
//! Vietnamese text, and problems a person can mend. Nothing here reads a clock, a file or a table, and no
//! figure is ever a floating-point number. Every other crate stands on this one; this one stands on none.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::as_conversions, missing_docs))]

pub mod area;
pub mod date;
pub mod decimal;
pub mod digest;
pub mod figure;
pub mod id;
pub mod lang;
pub mod legal;
pub mod money;
pub mod number;
pub mod percent;
pub mod period;
pub mod problem;
pub mod ratio;
pub mod text;
pub mod word;
