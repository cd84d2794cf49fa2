//! What a pack promises: the real data loads clean and answers as the law says, and every way of breaking a file
//! is told with its code, its place and how to mend it.
#![allow(clippy::unwrap_used, missing_docs)]

mod agencies;
mod areas;
mod errors;
mod plans;
mod schema;
mod small;
mod whole;

use std::sync::LazyLock;

use ansinh_kernel::date::Date;
use ansinh_packs::Pack;

/// The pack in `data/`, loaded once for all tests.
fn real() -> &'static Pack {
    static REAL: LazyLock<Pack> = LazyLock::new(|| Pack::embedded().unwrap_or_else(|problems| panic!("{problems}")));
    &REAL
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}
