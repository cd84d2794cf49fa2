//! Whether a figure meets a bound when the figure itself may only be known as "more than" or "less than".

use std::cmp::Ordering;

use ansinh_kernel::{figure::Qualifier, ratio::Ratio};
use ansinh_packs::{indicator::Direction, target::Bound};

use super::series::Figure;

/// What a figure says about a bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meets {
    Yes,
    No,
    /// The figure is only a bound itself, and the answer lies beyond it.
    CannotTell,
}

/// Whether the figure meets the bound at this number. "More than 95" meets "more than 95" and "at least 95", and
/// leaves "more than 97" open; "less than 2.4" meets "less than 2.4".
pub(super) fn meets(bound: Bound, figure: &Figure, number: Ratio) -> Meets {
    let stands = figure.value.cmp(&number);
    let known = match figure.qualifier {
        Qualifier::Exact | Qualifier::Approximately => Some(bound.is_met_by(stands)),
        Qualifier::More => from_below(bound, stands.is_ge(), stands.is_ge()),
        Qualifier::AtLeast | Qualifier::RangeLow => {
            from_below(bound, bound.is_met_by(stands), !bound.is_met_by(stands))
        }
        Qualifier::Less => from_above(bound, stands),
    };
    match known {
        Some(true) => Meets::Yes,
        Some(false) => Meets::No,
        None => Meets::CannotTell,
    }
}

/// The truth lies at or above the printed number: it can prove a floor met or a ceiling broken, nothing else.
fn from_below(bound: Bound, floor_met: bool, ceiling_broken: bool) -> Option<bool> {
    match bound.direction() {
        Direction::Up => floor_met.then_some(true),
        Direction::Down => ceiling_broken.then_some(false),
    }
}

/// The truth lies below the printed number: it can prove a ceiling met or a floor missed, nothing else.
fn from_above(bound: Bound, stands: Ordering) -> Option<bool> {
    match bound.direction() {
        Direction::Up => stands.is_le().then_some(false),
        Direction::Down => stands.is_le().then_some(true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::target::series::Coverage;

    #[test]
    fn a_printed_bound_answers_only_what_it_proves() {
        let check = |qualifier: &str, printed: i64, bound: &str, asked: i64| {
            let figure = Figure {
                value: Ratio::from(printed),
                qualifier: qualifier.parse().unwrap(),
                coverage: Coverage::Whole,
            };
            meets(bound.parse().unwrap(), &figure, Ratio::from(asked))
        };
        for (qualifier, printed, bound, asked, answer) in [
            ("exact", 95, "at_least", 95, Meets::Yes),
            ("exact", 95, "more_than", 95, Meets::No),
            ("exact", 95, "at_most", 95, Meets::Yes),
            ("exact", 95, "less_than", 95, Meets::No),
            ("approximately", 95, "at_least", 95, Meets::Yes),
            ("more", 95, "more_than", 95, Meets::Yes),
            ("more", 95, "at_least", 95, Meets::Yes),
            ("more", 94, "more_than", 95, Meets::CannotTell),
            ("more", 95, "at_most", 95, Meets::No),
            ("more", 95, "less_than", 95, Meets::No),
            ("more", 94, "less_than", 95, Meets::CannotTell),
            ("at_least", 95, "at_least", 95, Meets::Yes),
            ("at_least", 95, "more_than", 95, Meets::CannotTell),
            ("at_least", 96, "at_most", 95, Meets::No),
            ("at_least", 95, "at_most", 95, Meets::CannotTell),
            ("at_least", 95, "less_than", 95, Meets::No),
            ("range_low", 60, "at_least", 55, Meets::Yes),
            ("less", 15, "less_than", 15, Meets::Yes),
            ("less", 15, "at_most", 15, Meets::Yes),
            ("less", 16, "less_than", 15, Meets::CannotTell),
            ("less", 15, "at_least", 15, Meets::No),
            ("less", 16, "more_than", 15, Meets::CannotTell),
        ] {
            let found = check(qualifier, printed, bound, asked);
            assert_eq!(found, answer, "{qualifier} {printed} against {bound} {asked}");
        }
    }
}
