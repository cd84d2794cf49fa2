//! Days, and what they are made into: months, quarters, years, ranges and instants. Civil dates, no clock: the
//! caller brings the instant, and the day it is in Việt Nam follows from it.

mod calendar;
mod error;
mod instant;
mod validity;

pub use calendar::{Month, Quarter, Year};
pub use error::DateError;
pub use instant::Instant;
pub use validity::Validity;

use crate::lang::Lang;
use crate::serde_as_text;
use calendar::fixed_digits;
use jiff::Span;
use jiff::civil;
use std::{fmt, str::FromStr};

/// A day of the calendar, from 1 January 1900 to 31 December 2999.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date(civil::Date);

impl Date {
    /// The day of this year, month and day of the month.
    ///
    /// # Errors
    /// [`DateError::NoSuchDay`] when the calendar has no such day.
    pub fn new(year: i16, month: u8, day: u8) -> Result<Date, DateError> {
        let refuse = || DateError::NoSuchDay { text: format!("{day}/{month}/{year}") };
        Year::new(year)?;
        let month = i8::try_from(month).map_err(|_| refuse())?;
        let day = i8::try_from(day).map_err(|_| refuse())?;
        civil::Date::new(year, month, day).map(Date).map_err(|_| refuse())
    }

    /// The day it is in Việt Nam (UTC+7, no summer time) at this instant.
    pub fn in_vietnam(instant: Instant) -> Date {
        Date(instant.civil_in_vietnam().date())
    }

    /// Its year.
    pub fn year(self) -> Year {
        Year::new(self.0.year()).expect("a date is inside the calendar")
    }

    /// Its month.
    pub fn month(self) -> Month {
        Month::new(self.year(), unsigned(self.0.month())).expect("a date has a month")
    }

    /// Its day of the month, from 1.
    pub fn day(self) -> u8 {
        unsigned(self.0.day())
    }

    /// The day after.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] at the end of the calendar.
    pub fn tomorrow(self) -> Result<Date, DateError> {
        self.plus_days(1)
    }

    /// The day before.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] at the beginning of the calendar.
    pub fn yesterday(self) -> Result<Date, DateError> {
        self.plus_days(-1)
    }

    /// So many days later, or earlier when negative.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] outside the calendar.
    pub fn plus_days(self, days: i32) -> Result<Date, DateError> {
        self.plus(Span::new().try_days(days))
    }

    /// The same day of the month so many months later, or its last day when it has no such day.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] outside the calendar.
    pub fn plus_months(self, months: i32) -> Result<Date, DateError> {
        self.plus(Span::new().try_months(months))
    }

    fn plus(self, span: Result<Span, jiff::Error>) -> Result<Date, DateError> {
        let moved = span.and_then(|span| self.0.checked_add(span)).ok();
        let moved = moved.filter(|moved| Year::new(moved.year()).is_ok());
        moved.map(Date).ok_or(DateError::OutOfRange)
    }

    /// How many days from this day until the other; negative when the other is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        i64::from((other.0 - self.0).get_days())
    }

    /// How many whole years from this day until the other: an age. Someone born on 29 February is a year
    /// older on 1 March of a year without that day. Negative years are not counted; zero then.
    pub fn whole_years_until(self, other: Date) -> u16 {
        let years = i32::from(other.0.year()) - i32::from(self.0.year());
        let not_yet = (other.0.month(), other.0.day()) < (self.0.month(), self.0.day());
        u16::try_from(years - i32::from(not_yet)).unwrap_or_default()
    }

    /// Short form for people: `05/09/2018`, or `5 Sep 2018`.
    pub fn format(self, lang: Lang) -> String {
        let (day, month, year) = (self.0.day(), self.0.month(), self.0.year());
        match lang {
            Lang::Vi => format!("{day:02}/{month:02}/{year}"),
            Lang::En => format!("{day} {} {year}", self.month().short_name_en()),
        }
    }

    /// Long form for papers: `ngày 05 tháng 9 năm 2018`, or `5 September 2018`. Days below 10 and the months
    /// 1 and 2 get a zero, as administrative papers are written.
    pub fn format_long(self, lang: Lang) -> String {
        let (day, month, year) = (self.0.day(), self.0.month(), self.0.year());
        match (lang, month) {
            (Lang::Vi, 1..=2) => format!("ngày {day:02} tháng {month:02} năm {year}"),
            (Lang::Vi, _) => format!("ngày {day:02} tháng {month} năm {year}"),
            (Lang::En, _) => format!("{day} {} {year}", self.month().name_en()),
        }
    }

    /// Reads what people type: `23/11/2026`, `23-11-2026`, `23.11.2026`, the long form, or the ISO form.
    ///
    /// # Errors
    /// [`DateError::ShortYear`] for a year of two digits, [`DateError::NoSuchDay`], [`DateError::NotADate`].
    pub fn parse_vi(text: &str) -> Result<Date, DateError> {
        let composed = crate::text::tidy(text);
        match composed.parse() {
            Err(DateError::NotIso { .. }) => {}
            iso => return iso,
        }
        let refuse = || DateError::NotADate { text: text.into() };
        let [day, month, year] = typed_parts(&composed).ok_or_else(refuse)?;
        if year.len() < 4 {
            return Err(DateError::ShortYear { text: text.into() });
        }
        let year = year.parse().map_err(|_| refuse())?;
        let month = month.parse().map_err(|_| refuse())?;
        let day = day.parse().map_err(|_| refuse())?;
        Date::new(year, month, day)
    }
}

/// The digits of day, month and year as typed: three groups with one kind of mark, or the long form.
fn typed_parts(text: &str) -> Option<[String; 3]> {
    let lower = text.to_lowercase();
    let long = lower.strip_prefix("ngày ").unwrap_or(&lower);
    let marked = long.replacen(" tháng ", "/", 1).replacen(" năm ", "/", 1);
    let mark = marked.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let parts: Vec<String> = marked.split(mark).map(str::to_owned).collect();
    let digits =
        |part: &String, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let good = parts.iter().zip([2, 2, 4]).all(|(part, most)| digits(part, most));
    if good { parts.try_into().ok() } else { None }
}

/// A month or day of jiff as an unsigned number.
fn unsigned(number: i8) -> u8 {
    u8::try_from(number).expect("months and days of months are positive")
}

impl fmt::Display for Date {
    /// ISO form: `2026-11-23`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.0;
        write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Date({self})")
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads the ISO form only.
    fn from_str(text: &str) -> Result<Date, DateError> {
        let refuse = || DateError::NotIso { text: text.into() };
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return Err(refuse());
        };
        let year = fixed_digits(year, 4).and_then(|year| i16::try_from(year).ok());
        let two = |part| fixed_digits(part, 2).and_then(|part| u8::try_from(part).ok());
        let date = year.zip(two(month)).zip(two(day));
        let ((year, month), day) = date.ok_or_else(refuse)?;
        Date::new(year, month, day)
    }
}

serde_as_text!(Date);

#[cfg(test)]
mod tests;
