//! Yearly figures of one measure, one origin and one area: all that a target may be judged by at a time.

use std::collections::BTreeMap;

use ansinh_kernel::{
    date::Year,
    figure::{Origin, Qualifier, Value},
    id::MeasureId,
    ratio::{Ratio, RatioError},
};

/// Yearly figures that may be compared with each other: one measure, one origin, one area, one breakdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What was counted.
    pub measure: MeasureId,
    /// Where the figures came from.
    pub origin: Origin,
    /// The figure of each year that has one.
    pub points: BTreeMap<Year, Figure>,
}

impl Series {
    /// A series of these figures; of two for one year the later counts.
    pub fn new(measure: MeasureId, origin: Origin, points: impl IntoIterator<Item = (Year, Figure)>) -> Series {
        Series { measure, origin, points: points.into_iter().collect() }
    }

    /// The last figure up to a year, that year included.
    pub fn last_until(&self, year: Year) -> Option<(Year, Figure)> {
        self.points.range(..=year).next_back().map(|(year, figure)| (*year, *figure))
    }

    /// The last figure up to a year or, without any, the first one after it.
    pub fn nearest_to(&self, year: Year) -> Option<(Year, Figure)> {
        self.last_until(year).or_else(|| self.points.first_key_value().map(|(year, figure)| (*year, *figure)))
    }

    /// The last figure before a year.
    pub fn last_before(&self, year: Year) -> Option<(Year, Figure)> {
        self.points.range(..year).next_back().map(|(year, figure)| (*year, *figure))
    }
}

/// One figure as far as judging needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Figure {
    /// The number in the unit it is shown in: percent for shares and flags.
    pub value: Ratio,
    /// How exactly it is known.
    pub qualifier: Qualifier,
    /// How many of those who report stand behind it.
    pub coverage: Coverage,
}

impl Figure {
    /// A figure known exactly and from everyone.
    pub const fn exact(value: Ratio) -> Figure {
        Figure { value, qualifier: Qualifier::Exact, coverage: Coverage::Whole }
    }

    /// A stored or rolled-up value. A count that not everyone has reported is "at least" what was counted; a flag
    /// becomes 100 % or 0 % of one area.
    pub fn total(value: Value, qualifier: Qualifier, coverage: Coverage) -> Figure {
        let firm = matches!(qualifier, Qualifier::Exact | Qualifier::Approximately);
        let incomplete = matches!(value, Value::Count(_)) && !coverage.is_whole();
        let number = match value {
            Value::Flag(yes) => Ratio::from_int(if yes { 100 } else { 0 }),
            other => other.to_ratio(),
        };
        let qualifier = if firm && incomplete { Qualifier::AtLeast } else { qualifier };
        Figure { value: number, qualifier, coverage }
    }

    /// So many areas said yes, of those that answered, of those that were asked: the percentage of yes among the
    /// answers.
    ///
    /// # Errors
    /// [`RatioError::ZeroDenominator`] when nobody answered.
    pub fn answers(yes: i64, answered: i64, expected: i64) -> Result<Figure, RatioError> {
        let value = Ratio::new(yes, answered)?.checked_mul(Ratio::from_int(100))?;
        let coverage = Coverage::of(answered, expected);
        Ok(Figure { value, qualifier: Qualifier::Exact, coverage })
    }

    /// Whether the number itself is stated, not only a bound of it.
    pub const fn is_firm(&self) -> bool {
        matches!(self.qualifier, Qualifier::Exact | Qualifier::Approximately)
    }
}

/// How many of those who report stand behind a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coverage {
    /// All of them, or a publication that speaks for the whole.
    Whole,
    /// Only some.
    Partial {
        /// How many reported.
        answered: i64,
        /// How many were asked.
        expected: i64,
    },
}

impl Coverage {
    /// Whole when at least as many reported as were asked.
    pub const fn of(answered: i64, expected: i64) -> Coverage {
        if answered >= expected { Coverage::Whole } else { Coverage::Partial { answered, expected } }
    }

    /// Whether everyone reported.
    pub const fn is_whole(&self) -> bool {
        matches!(self, Coverage::Whole)
    }

    /// The share of those asked that reported.
    ///
    /// # Errors
    /// [`RatioError::ZeroDenominator`] when nobody was asked and yet some are missing.
    pub fn share(&self) -> Result<Ratio, RatioError> {
        match *self {
            Coverage::Whole => Ok(Ratio::ONE),
            Coverage::Partial { answered, expected } => Ratio::new(answered, expected),
        }
    }
}
