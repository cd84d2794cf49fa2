//! Percentages, kept as exact shares of one, and differences of percentages, which are percentage points and
//! nothing else: 7 % down to 5 % is 2 points, not 2 %.

use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::number;
use crate::ratio::{Ratio, RatioError};
use serde::{Deserialize, Serialize};

/// A share of one: `Percent` 0.125 is 12.5 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Percent(Ratio);

/// A difference of percentages, kept as a share of one: 2 points are 0.02.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(Ratio);

impl Percent {
    /// So many of so many.
    ///
    /// # Errors
    /// [`RatioError::ZeroDenominator`].
    pub fn from_parts(numerator: i64, denominator: i64) -> Result<Percent, RatioError> {
        Ratio::new(numerator, denominator).map(Percent)
    }

    /// A share of one: one half is 50 %.
    pub const fn from_share(share: Ratio) -> Percent {
        Percent(share)
    }

    /// A number printed before a percent sign: 12.5 is 12.5 %.
    ///
    /// # Errors
    /// [`RatioError::Overflow`] near the limits of 128 bits.
    pub fn from_number(number: Decimal) -> Result<Percent, RatioError> {
        number.to_ratio().checked_div(Ratio::from_int(100)).map(Percent)
    }

    /// The share of one.
    pub const fn share(self) -> Ratio {
        self.0
    }

    /// The number before the percent sign.
    ///
    /// # Errors
    /// [`RatioError::Overflow`] near the limits of 128 bits.
    pub fn number(self) -> Result<Ratio, RatioError> {
        self.0.checked_mul(Ratio::from_int(100))
    }

    /// How many points above `other` this percentage is.
    ///
    /// # Errors
    /// [`RatioError::Overflow`] near the limits of 128 bits.
    pub fn points_above(self, other: Percent) -> Result<Points, RatioError> {
        self.0.checked_sub(other.0).map(Points)
    }

    /// Written for people with this many decimals: `12,5%` or `12.5%`, as the plan itself prints.
    pub fn format(self, lang: Lang, places: u8) -> String {
        format!("{}%", hundredfold(self.0, lang, places))
    }
}

impl Points {
    /// A number of points: 2.4 is 2.4 points.
    ///
    /// # Errors
    /// [`RatioError::Overflow`] near the limits of 128 bits.
    pub fn from_number(number: Decimal) -> Result<Points, RatioError> {
        number.to_ratio().checked_div(Ratio::from_int(100)).map(Points)
    }

    /// The share of one.
    pub const fn share(self) -> Ratio {
        self.0
    }

    /// How many points.
    ///
    /// # Errors
    /// [`RatioError::Overflow`] near the limits of 128 bits.
    pub fn number(self) -> Result<Ratio, RatioError> {
        self.0.checked_mul(Ratio::from_int(100))
    }

    /// Written for people with this many decimals: `2,4 điểm %` or `2.4 points`.
    pub fn format(self, lang: Lang, places: u8) -> String {
        let unit = lang.pick("điểm %", "points");
        format!("{} {unit}", hundredfold(self.0, lang, places))
    }
}

/// A hundred times the share, written with this many decimals: two more digits, and the mark moved by two.
fn hundredfold(share: Ratio, lang: Lang, places: u8) -> String {
    let places = usize::from(places);
    let digits = share.rounded_digits(places + 2);
    number::format_digits(share.is_negative(), &digits, places, lang)
}

#[cfg(test)]
mod tests;
