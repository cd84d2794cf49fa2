//! Periods of figures: a month, a quarter, a year, or the years of a plan. Each has a text for machines
//! (`2018-Q3`), a text for people (`quý III/2018`) and a number for the database (201893).

use crate::date::{Date, DateError, Month, Quarter, Validity, Year};
use crate::lang::Lang;
use crate::problem::Fault;
use crate::{serde_as_text, words};
use std::cmp::{Ordering, Reverse};
use std::{fmt, str::FromStr};

words! {
    /// How often something is reported.
    pub enum Frequency: "kỳ báo cáo" {
        /// Every month.
        Month = "month", "hằng tháng", "monthly";
        /// Every quarter.
        Quarter = "quarter", "hằng quý", "quarterly";
        /// Every year.
        Year = "year", "hằng năm", "yearly";
    }
}

/// A period of a figure. Order is by first day; of two with the same first day, the longer comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// A calendar month.
    Month(Month),
    /// A calendar quarter.
    Quarter(Quarter),
    /// A calendar year.
    Year(Year),
    /// Several years, as of a plan; made by [`Period::years`], so that there are always at least two.
    #[non_exhaustive]
    Years {
        /// The first year.
        first: Year,
        /// The last year, included.
        last: Year,
    },
}

/// Why a text or a number is not a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// Not one of the four forms.
    #[error("“{text}” không phải kỳ số liệu")]
    NotAPeriod {
        /// The text or number that was read.
        text: String,
    },
    /// The last year is not after the first.
    #[error("giai đoạn {first}..{last} phải có năm cuối sau năm đầu")]
    Reversed {
        /// The first year.
        first: Year,
        /// The last year.
        last: Year,
    },
    /// A year outside the calendar.
    #[error(transparent)]
    Date(#[from] DateError),
}

impl Fault for PeriodError {
    fn code(&self) -> &'static str {
        match self {
            PeriodError::NotAPeriod { .. } => "period-not-a-period",
            PeriodError::Reversed { .. } => "period-reversed",
            PeriodError::Date(error) => error.code(),
        }
    }

    fn mend(&self) -> String {
        match self {
            PeriodError::NotAPeriod { .. } => "Viết như 2018, 2018-Q3, 2018-07 hoặc 2016..2020".into(),
            PeriodError::Reversed { .. } => "Đổi lại hai năm; một năm thì viết như 2018".into(),
            PeriodError::Date(error) => error.mend(),
        }
    }
}

impl Period {
    /// Several years, the last included.
    ///
    /// # Errors
    /// [`PeriodError::Reversed`] when the last year is not after the first.
    pub fn years(first: Year, last: Year) -> Result<Period, PeriodError> {
        if first < last { Ok(Period::Years { first, last }) } else { Err(PeriodError::Reversed { first, last }) }
    }

    /// The period of this frequency that a day falls in.
    pub fn of(date: Date, frequency: Frequency) -> Period {
        match frequency {
            Frequency::Month => Period::Month(date.month()),
            Frequency::Quarter => Period::Quarter(date.month().quarter()),
            Frequency::Year => Period::Year(date.year()),
        }
    }

    /// How often periods of this kind come; none for the years of a plan.
    pub const fn frequency(self) -> Option<Frequency> {
        match self {
            Period::Month(_) => Some(Frequency::Month),
            Period::Quarter(_) => Some(Frequency::Quarter),
            Period::Year(_) => Some(Frequency::Year),
            Period::Years { .. } => None,
        }
    }

    /// Its first month.
    pub fn first_month(self) -> Month {
        match self {
            Period::Month(month) => month,
            Period::Quarter(quarter) => quarter.first_month(),
            Period::Year(year) => year.first_month(),
            Period::Years { first, .. } => first.first_month(),
        }
    }

    /// Its last month.
    pub fn last_month(self) -> Month {
        match self {
            Period::Month(month) => month,
            Period::Quarter(quarter) => quarter.last_month(),
            Period::Year(year) => year.last_month(),
            Period::Years { last, .. } => last.last_month(),
        }
    }

    /// Its first year.
    pub fn first_year(self) -> Year {
        self.first_month().year()
    }

    /// Its last year.
    pub fn last_year(self) -> Year {
        self.last_month().year()
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        self.first_month().first_day()
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        self.last_month().last_day()
    }

    /// Its days, half-open. The last year of the calendar has no end.
    pub fn days(self) -> Validity {
        Validity::new(Some(self.first_day()), self.last_day().tomorrow().ok()).expect("a period ends after it begins")
    }

    /// Whether a day falls in it.
    pub fn contains_date(self, date: Date) -> bool {
        (self.first_day()..=self.last_day()).contains(&date)
    }

    /// Whether the other period lies in it; each lies in itself.
    pub fn contains(&self, other: &Period) -> bool {
        self.first_day() <= other.first_day() && other.last_day() <= self.last_day()
    }

    /// The larger periods it lies in, narrowest first: its quarter, its year, and the plan's years if it lies there.
    pub fn containers(self, plan: Option<Period>) -> Vec<Period> {
        let quarter = Period::Quarter(self.first_month().quarter());
        let year = Period::Year(self.first_year());
        let larger = [Some(quarter), Some(year), plan.filter(|plan| *plan != year)];
        let larger = larger.into_iter().flatten();
        larger.filter(|outer| *outer != self && outer.contains(&self)).collect()
    }

    /// The periods of this frequency that lie in it, in order; itself, if that is its own frequency.
    pub fn parts(self, frequency: Frequency) -> Vec<Period> {
        let first = Period::of(self.first_day(), frequency);
        let later = std::iter::successors(Some(first), |period| period.next());
        let inside = later.take_while(|period| period.last_day() <= self.last_day());
        inside.filter(|period| self.contains(period)).collect()
    }

    /// The period of the same length right after; none at the end of the calendar.
    pub fn next(self) -> Option<Period> {
        self.moved(1)
    }

    /// The period of the same length right before; none at the beginning of the calendar.
    pub fn previous(self) -> Option<Period> {
        self.moved(-1)
    }

    fn moved(self, steps: i32) -> Option<Period> {
        let months = |count: i32| self.first_month().plus_months(count * steps).ok();
        match self {
            Period::Month(_) => months(1).map(Period::Month),
            Period::Quarter(_) => months(3).map(|month| Period::Quarter(month.quarter())),
            Period::Year(_) => months(12).map(|month| Period::Year(month.year())),
            Period::Years { first, last } => {
                let length = i32::from(last.get()) - i32::from(first.get()) + 1;
                let first = months(12 * length)?.year();
                let last = last.first_month().plus_months(12 * length * steps).ok()?.year();
                Period::years(first, last).ok()
            }
        }
    }

    /// The number for the database: 2018 is 201800, 2018-Q3 is 201893, 2018-07 is 201807, 2016..2020 is 20162020.
    pub fn code(self) -> i64 {
        let year = |year: Year| i64::from(year.get());
        match self {
            Period::Month(month) => year(month.year()) * 100 + i64::from(month.number()),
            Period::Quarter(quarter) => year(quarter.year()) * 100 + 90 + i64::from(quarter.number()),
            Period::Year(own) => year(own) * 100,
            Period::Years { first, last } => year(first) * 10_000 + year(last),
        }
    }

    /// The period of a number from the database.
    ///
    /// # Errors
    /// [`PeriodError`] when no period has this number.
    pub fn from_code(code: i64) -> Result<Period, PeriodError> {
        let refuse = || PeriodError::NotAPeriod { text: code.to_string() };
        let year = |year: i64| i16::try_from(year).map_err(|_| refuse());
        if code > 999_999 {
            let (first, last) = (year(code / 10_000)?, year(code % 10_000)?);
            return Period::years(Year::new(first)?, Year::new(last)?);
        }
        let own = Year::new(year(code / 100)?)?;
        let rest = u8::try_from(code % 100).map_err(|_| refuse())?;
        match rest {
            0 => Ok(Period::Year(own)),
            1..=12 => Ok(Period::Month(Month::new(own, rest)?)),
            91..=94 => Ok(Period::Quarter(Quarter::new(own, rest - 90)?)),
            _ => Err(refuse()),
        }
    }

    /// For people: `tháng 7/2018`, `quý III/2018`, `năm 2018`, `giai đoạn 2016–2020`; `July 2018`, `Q3 2018`.
    pub fn format(self, lang: Lang) -> String {
        match (self, lang) {
            (Period::Month(month), _) => month.format(lang),
            (Period::Quarter(quarter), _) => quarter.format(lang),
            (Period::Year(year), Lang::Vi) => format!("năm {year}"),
            (Period::Year(year), Lang::En) => year.to_string(),
            (Period::Years { first, last }, Lang::Vi) => format!("giai đoạn {first}–{last}"),
            (Period::Years { first, last }, Lang::En) => format!("{first}–{last}"),
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Period) -> Ordering {
        let order = |period: &Period| (period.first_month(), Reverse(period.last_month()));
        order(self).cmp(&order(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Period) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Month> for Period {
    fn from(month: Month) -> Period {
        Period::Month(month)
    }
}

impl From<Quarter> for Period {
    fn from(quarter: Quarter) -> Period {
        Period::Quarter(quarter)
    }
}

impl From<Year> for Period {
    fn from(year: Year) -> Period {
        Period::Year(year)
    }
}

impl fmt::Display for Period {
    /// Machine form.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Month(month) => month.fmt(f),
            Period::Quarter(quarter) => quarter.fmt(f),
            Period::Year(year) => year.fmt(f),
            Period::Years { first, last } => write!(f, "{first}..{last}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Period, PeriodError> {
        let refuse = |_| PeriodError::NotAPeriod { text: text.into() };
        if let Some((first, last)) = text.split_once("..") {
            return Period::years(first.parse().map_err(refuse)?, last.parse().map_err(refuse)?);
        }
        match text.split_once('-') {
            None => Ok(Period::Year(text.parse().map_err(refuse)?)),
            Some((_, rest)) if rest.starts_with('Q') => Ok(Period::Quarter(text.parse().map_err(refuse)?)),
            Some(_) => Ok(Period::Month(text.parse().map_err(refuse)?)),
        }
    }
}

serde_as_text!(Period);

#[cfg(test)]
mod tests;
