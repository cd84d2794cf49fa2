//! Half-open ranges of days: from a first day until the day before the end. A missing end is open.

use super::{Date, DateError};
use crate::lang::Lang;
use serde::{Deserialize, Serialize};

/// The days from `from` (included) to `to` (excluded); either may be open. Never empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Bounds")]
pub struct Validity {
    from: Option<Date>,
    to: Option<Date>,
}

/// The bounds as read, not yet checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    from: Option<Date>,
    to: Option<Date>,
}

impl TryFrom<Bounds> for Validity {
    type Error = DateError;

    fn try_from(bounds: Bounds) -> Result<Validity, DateError> {
        Validity::new(bounds.from, bounds.to)
    }
}

impl Validity {
    /// All days.
    pub const ALWAYS: Validity = Validity { from: None, to: None };

    /// The days between two bounds.
    ///
    /// # Errors
    /// [`DateError::EmptyRange`] when the end is not after the beginning.
    pub fn new(from: Option<Date>, to: Option<Date>) -> Result<Validity, DateError> {
        match (from, to) {
            (Some(from), Some(to)) if from >= to => Err(DateError::EmptyRange { from, to }),
            _ => Ok(Validity { from, to }),
        }
    }

    /// From this day on.
    pub const fn starting(from: Date) -> Validity {
        Validity { from: Some(from), to: None }
    }

    /// The first day; none when open.
    pub const fn from(&self) -> Option<Date> {
        self.from
    }

    /// The day after the last; none when open.
    pub const fn to(&self) -> Option<Date> {
        self.to
    }

    /// Whether a day is in it.
    pub fn contains(&self, date: Date) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date < to)
    }

    /// Whether the two share a day.
    pub fn overlaps(&self, other: &Validity) -> bool {
        self.intersection(other).is_some()
    }

    /// The days both have; none when they share no day.
    pub fn intersection(&self, other: &Validity) -> Option<Validity> {
        let from = self.from.max(other.from);
        let ends = [self.to, other.to];
        Validity::new(from, ends.into_iter().flatten().min()).ok()
    }

    /// Whether every day of it is in the other.
    pub fn is_within(&self, outer: &Validity) -> bool {
        self.intersection(outer) == Some(*self)
    }

    /// For people, with the last day included: `từ 01/01/2016 đến hết 31/12/2020`; `1 Jan 2016 to 31 Dec 2020`.
    pub fn format(&self, lang: Lang) -> String {
        let first = self.from.map(|from| from.format(lang));
        let last = self.to.and_then(|to| to.yesterday().ok()).map(|last| last.format(lang));
        match (lang, first, last) {
            (Lang::Vi, Some(first), Some(last)) => format!("từ {first} đến hết {last}"),
            (Lang::Vi, Some(first), None) => format!("từ {first}"),
            (Lang::Vi, None, Some(last)) => format!("đến hết {last}"),
            (Lang::Vi, None, None) => "không giới hạn thời gian".into(),
            (Lang::En, Some(first), Some(last)) => format!("{first} to {last}"),
            (Lang::En, Some(first), None) => format!("from {first}"),
            (Lang::En, None, Some(last)) => format!("until {last}"),
            (Lang::En, None, None) => "at all times".into(),
        }
    }
}
