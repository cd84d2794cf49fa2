//! Questions about ranges of days.

use ansinh_kernel::date::Validity;

/// Whether the ranges, taken together, hold every day of `inner`. The ranges are in order of their beginnings.
pub(super) fn covers<'a>(ranges: impl IntoIterator<Item = &'a Validity>, inner: &Validity) -> bool {
    let mut uncovered = inner.from();
    for range in ranges {
        let begins_in_time = match (range.from(), uncovered) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(begin), Some(day)) => begin <= day,
        };
        if !begins_in_time {
            return false;
        }
        match (range.to(), inner.to()) {
            (None, _) => return true,
            (Some(end), Some(wanted)) if end >= wanted => return true,
            (Some(end), _) => uncovered = uncovered.max(Some(end)),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use ansinh_kernel::date::{Date, Validity};

    use super::covers;

    fn range(from: Option<i16>, to: Option<i16>) -> Validity {
        let day = |year| Date::new(year, 1, 1).expect("a day of the calendar");
        Validity::new(from.map(day), to.map(day)).expect("a range with days")
    }

    #[test]
    fn ranges_without_a_gap_cover_what_lies_in_them() {
        let ranges = [range(None, Some(2010)), range(Some(2010), Some(2020))];
        assert!(covers(&ranges, &range(Some(2005), Some(2015))));
        assert!(covers(&ranges, &range(None, Some(2020))));
        assert!(!covers(&ranges, &range(None, None)));
        assert!(!covers(&ranges, &range(Some(2005), Some(2021))));
    }

    #[test]
    fn a_gap_is_not_covered() {
        let ranges = [range(Some(2000), Some(2010)), range(Some(2011), None)];
        assert!(!covers(&ranges, &range(Some(2005), Some(2015))));
        assert!(covers(&ranges, &range(Some(2012), None)));
        assert!(!covers(&ranges, &range(None, Some(2005))));
    }
}
