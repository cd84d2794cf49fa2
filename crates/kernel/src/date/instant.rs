//! Instants: a point in time in UTC, to the millisecond, brought by the caller. Kept as RFC 3339 text of fixed
//! width, so that the texts sort as the instants do.

use super::{Date, DateError};
use crate::lang::Lang;
use crate::serde_as_text;
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;
use std::time::Duration;
use std::{fmt, str::FromStr};

/// A point in time, to the millisecond, on a day of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Instant(Timestamp);

/// Việt Nam's time, all year.
const VIETNAM: Offset = Offset::constant(7);

impl Instant {
    /// So many milliseconds after 1 January 1970, 00:00 UTC.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] outside the calendar, in UTC or in Việt Nam.
    pub fn from_unix_millis(millis: i64) -> Result<Instant, DateError> {
        let stamp = Timestamp::from_millisecond(millis).map_err(|_| DateError::OutOfRange)?;
        let years = [Offset::UTC.to_datetime(stamp).year(), VIETNAM.to_datetime(stamp).year()];
        if years.into_iter().all(|year| super::Year::new(year).is_ok()) {
            Ok(Instant(stamp))
        } else {
            Err(DateError::OutOfRange)
        }
    }

    /// Milliseconds since 1 January 1970, 00:00 UTC.
    pub fn unix_millis(self) -> i64 {
        self.0.as_millisecond()
    }

    /// The first instant of a day in Việt Nam.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] on the first day of the calendar, which began before it in UTC.
    pub fn start_of(date: Date) -> Result<Instant, DateError> {
        let midnight = date.0.at(0, 0, 0, 0);
        let stamp = VIETNAM.to_timestamp(midnight).map_err(|_| DateError::OutOfRange)?;
        Instant::from_unix_millis(stamp.as_millisecond())
    }

    /// So much later, parts of a millisecond left out.
    ///
    /// # Errors
    /// [`DateError::OutOfRange`] outside the calendar.
    pub fn plus(self, duration: Duration) -> Result<Instant, DateError> {
        let millis = i64::try_from(duration.as_millis()).ok();
        let later = millis.and_then(|millis| self.unix_millis().checked_add(millis));
        later.ok_or(DateError::OutOfRange).and_then(Instant::from_unix_millis)
    }

    /// How long it is since an earlier instant; zero when that is later.
    pub fn since(self, earlier: Instant) -> Duration {
        let millis = self.unix_millis() - earlier.unix_millis();
        Duration::from_millis(u64::try_from(millis).unwrap_or_default())
    }

    /// For people, in Việt Nam's time: `14:05 23/11/2026` or `14:05, 23 Nov 2026`.
    pub fn format(self, lang: Lang) -> String {
        let clock = self.civil_in_vietnam().time();
        let mark = lang.pick("", ",");
        let date = Date::in_vietnam(self).format(lang);
        format!("{:02}:{:02}{mark} {date}", clock.hour(), clock.minute())
    }

    pub(super) fn civil_in_vietnam(self) -> DateTime {
        VIETNAM.to_datetime(self.0)
    }
}

impl fmt::Display for Instant {
    /// RFC 3339 in UTC with milliseconds: `2026-11-23T07:05:00.000Z`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.0)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Instant({self})")
    }
}

impl FromStr for Instant {
    type Err = DateError;

    /// Reads RFC 3339 with any offset; parts of a millisecond are left out.
    fn from_str(text: &str) -> Result<Instant, DateError> {
        let refuse = || DateError::NotAnInstant { text: text.into() };
        if !is_rfc3339(text) {
            return Err(refuse());
        }
        let stamp: Timestamp = text.parse().map_err(|_| refuse())?;
        let millis = stamp.as_nanosecond().div_euclid(1_000_000);
        let millis = i64::try_from(millis).map_err(|_| refuse())?;
        Instant::from_unix_millis(millis)
    }
}

/// Whether the marks stand where RFC 3339 has them; the parser behind it reads more forms than that.
fn is_rfc3339(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let Some(rest) = shape.strip_prefix("0000-00-00T00:00:00") else {
        return false;
    };
    let offset = match rest.strip_prefix(".0") {
        Some(fraction) => fraction.trim_start_matches('0'),
        None => rest,
    };
    matches!(offset, "Z" | "+00:00" | "-00:00")
}

serde_as_text!(Instant);
