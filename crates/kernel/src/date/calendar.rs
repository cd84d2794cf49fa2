//! Years, quarters of a year and months of a year, each a type of its own.

use super::{Date, DateError};
use crate::lang::Lang;
use crate::serde_as_text;
use jiff::civil;
use std::{fmt, str::FromStr};

/// A calendar year, from 1900 to 2999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Year(i16);

impl Year {
    /// The year of this number.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] outside 1900 to 2999.
    pub fn new(number: i16) -> Result<Year, DateError> {
        if (1900..=2999).contains(&number) { Ok(Year(number)) } else { Err(DateError::OutOfRange) }
    }

    /// Its number.
    pub const fn get(self) -> i16 {
        self.0
    }

    /// Its January.
    pub const fn first_month(self) -> Month {
        Month { year: self, number: 1 }
    }

    /// Its December.
    pub const fn last_month(self) -> Month {
        Month { year: self, number: 12 }
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        self.first_month().first_day()
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        self.last_month().last_day()
    }

    /// So many years later, or earlier when negative.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] outside the calendar.
    pub fn plus(self, years: i16) -> Result<Year, DateError> {
        self.0.checked_add(years).ok_or(DateError::OutOfRange).and_then(Year::new)
    }

    /// How many years from this one until the other; negative when the other is earlier.
    pub fn years_until(self, other: Year) -> i32 {
        i32::from(other.0) - i32::from(self.0)
    }

    /// Every year from this one to the last, both included; none when the last is earlier.
    pub fn through(self, last: Year) -> impl DoubleEndedIterator<Item = Year> + Clone {
        (self.0..=last.0).map(Year)
    }
}

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

impl FromStr for Year {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Year, DateError> {
        let digits = fixed_digits(text, 4).ok_or_else(|| not_calendar("năm", text))?;
        i16::try_from(digits).map_err(|_| DateError::OutOfRange).and_then(Year::new)
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month {
    year: Year,
    number: u8,
}

/// The months in English; the short name is the first three letters.
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Month {
    /// The month of this year and number, from 1.
    ///
    /// # Errors
    /// [`DateError::NotCalendar`] when the number is not 1 to 12.
    pub fn new(year: Year, number: u8) -> Result<Month, DateError> {
        if (1..=12).contains(&number) {
            Ok(Month { year, number })
        } else {
            Err(not_calendar("tháng", &number.to_string()))
        }
    }

    /// Its year.
    pub const fn year(self) -> Year {
        self.year
    }

    /// Its number, 1 to 12.
    pub const fn number(self) -> u8 {
        self.number
    }

    /// Its quarter.
    pub const fn quarter(self) -> Quarter {
        Quarter { year: self.year, number: (self.number - 1) / 3 + 1 }
    }

    /// Its first day.
    pub fn first_day(self) -> Date {
        Date::new(self.year.0, self.number, 1).expect("every month has a first day")
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        let first: civil::Date = self.first_day().0;
        Date(first.last_of_month())
    }

    /// So many months later, or earlier when negative.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] outside the calendar.
    pub fn plus_months(self, months: i32) -> Result<Month, DateError> {
        self.first_day().plus_months(months).map(Date::month)
    }

    /// For people: `tháng 7/2018` or `July 2018`.
    pub fn format(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => format!("tháng {}/{}", self.number, self.year),
            Lang::En => format!("{} {}", self.name_en(), self.year),
        }
    }

    pub(super) fn name_en(self) -> &'static str {
        let index = usize::from(self.number) - 1;
        MONTHS_EN.get(index).expect("a month's number is 1 to 12")
    }

    pub(super) fn short_name_en(self) -> &'static str {
        self.name_en().get(..3).expect("every English month has three letters")
    }
}

impl fmt::Display for Month {
    /// Machine form: `2018-07`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year, self.number)
    }
}

impl FromStr for Month {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Month, DateError> {
        let refuse = || not_calendar("tháng", text);
        let (year, number) = text.split_once('-').ok_or_else(refuse)?;
        let number = fixed_digits(number, 2).ok_or_else(refuse)?;
        let number = u8::try_from(number).map_err(|_| refuse())?;
        Month::new(year.parse()?, number)
    }
}

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Quarter {
    year: Year,
    number: u8,
}

impl Quarter {
    /// The quarter of this year and number, from 1.
    ///
    /// # Errors
    /// [`DateError::NotCalendar`] when the number is not 1 to 4.
    pub fn new(year: Year, number: u8) -> Result<Quarter, DateError> {
        if (1..=4).contains(&number) {
            Ok(Quarter { year, number })
        } else {
            Err(not_calendar("quý", &number.to_string()))
        }
    }

    /// Its year.
    pub const fn year(self) -> Year {
        self.year
    }

    /// Its number, 1 to 4.
    pub const fn number(self) -> u8 {
        self.number
    }

    /// Its first month.
    pub const fn first_month(self) -> Month {
        Month { year: self.year, number: self.number * 3 - 2 }
    }

    /// Its last month.
    pub const fn last_month(self) -> Month {
        Month { year: self.year, number: self.number * 3 }
    }

    /// For people: `quý III/2018` or `Q3 2018`.
    pub fn format(self, lang: Lang) -> String {
        let roman = match self.number {
            1 => "I",
            2 => "II",
            3 => "III",
            _ => "IV",
        };
        match lang {
            Lang::Vi => format!("quý {roman}/{}", self.year),
            Lang::En => format!("Q{} {}", self.number, self.year),
        }
    }
}

impl fmt::Display for Quarter {
    /// Machine form: `2018-Q3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year, self.number)
    }
}

impl FromStr for Quarter {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Quarter, DateError> {
        let refuse = || not_calendar("quý", text);
        let (year, number) = text.split_once("-Q").ok_or_else(refuse)?;
        let number = fixed_digits(number, 1).ok_or_else(refuse)?;
        let number = u8::try_from(number).map_err(|_| refuse())?;
        Quarter::new(year.parse()?, number)
    }
}

serde_as_text!(Year, Month, Quarter);

fn not_calendar(what: &'static str, text: &str) -> DateError {
    DateError::NotCalendar { what, text: text.into() }
}

/// A number of exactly so many digits.
pub(super) fn fixed_digits(text: &str, width: usize) -> Option<u16> {
    let good = text.len() == width && text.bytes().all(|b| b.is_ascii_digit());
    if good { text.parse().ok() } else { None }
}
