//! Exact fractions: every comparison with a target, every share and every pace is computed here and rounded
//! only when it is shown. 128-bit parts with checked arithmetic; there is no floating-point number anywhere.

mod long_division;

use crate::decimal::{Decimal, DecimalError, MAX_SCALE};
use crate::lang::Lang;
use crate::number;
use crate::problem::Fault;
use crate::serde_as_text;
use std::cmp::Ordering;
use std::{fmt, str::FromStr};

/// An exact fraction in lowest terms with a positive denominator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

/// Why a fraction cannot be made or computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RatioError {
    /// The denominator is zero.
    #[error("mẫu số bằng 0")]
    ZeroDenominator,
    /// The result does not fit.
    #[error("kết quả phép tính vượt quá phạm vi số của hệ thống")]
    Overflow,
    /// The text is neither a decimal nor a fraction.
    #[error("“{text}” không phải số thập phân (như 2.4) hay phân số (như 12/5)")]
    NotARatio {
        /// The text that was read.
        text: String,
    },
}

impl Fault for RatioError {
    fn code(&self) -> &'static str {
        match self {
            RatioError::ZeroDenominator => "ratio-zero-denominator",
            RatioError::Overflow => "ratio-overflow",
            RatioError::NotARatio { .. } => "ratio-not-a-ratio",
        }
    }

    fn mend(&self) -> String {
        match self {
            RatioError::ZeroDenominator => "Nhập mẫu số lớn hơn 0, hoặc ghi là không áp dụng",
            RatioError::Overflow => "Kiểm tra lại các số: có số lớn bất thường",
            RatioError::NotARatio { .. } => "Viết số với dấu chấm thập phân, không có dấu ngăn nhóm",
        }
        .into()
    }
}

/// How a fraction becomes a whole number. Named, because the law names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// To the nearest; a half goes away from zero.
    HalfUp,
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

impl Ratio {
    /// Zero.
    pub const ZERO: Ratio = Ratio::whole(0);
    /// One.
    pub const ONE: Ratio = Ratio::whole(1);

    const fn whole(value: i128) -> Ratio {
        Ratio { numerator: value, denominator: 1 }
    }

    /// The fraction in lowest terms.
    ///
    /// # Errors
    /// [`RatioError::ZeroDenominator`]; [`RatioError::Overflow`] next to the limits of 128 bits.
    pub fn new(numerator: impl Into<i128>, denominator: impl Into<i128>) -> Result<Ratio, RatioError> {
        let (numerator, denominator) = (numerator.into(), denominator.into());
        if denominator == 0 {
            return Err(RatioError::ZeroDenominator);
        }
        let (top, bottom) = (numerator.unsigned_abs(), denominator.unsigned_abs());
        let common = gcd(top, bottom);
        let negative = (numerator < 0) != (denominator < 0);
        Ok(Ratio { numerator: signed(negative, top / common)?, denominator: signed(false, bottom / common)? })
    }

    /// A whole number.
    pub fn from_int(value: impl Into<i128>) -> Ratio {
        Ratio::whole(value.into())
    }

    /// Upper part, in lowest terms.
    pub const fn numerator(self) -> i128 {
        self.numerator
    }

    /// Lower part, in lowest terms, positive.
    pub const fn denominator(self) -> i128 {
        self.denominator
    }

    /// Whether it is zero.
    pub const fn is_zero(self) -> bool {
        self.numerator == 0
    }

    /// Whether it is less than zero.
    pub const fn is_negative(self) -> bool {
        self.numerator < 0
    }

    /// Whether it is more than zero.
    pub const fn is_positive(self) -> bool {
        self.numerator > 0
    }

    /// Whether it is a whole number.
    pub const fn is_whole(self) -> bool {
        self.denominator == 1
    }

    /// Sum.
    ///
    /// # Errors
    /// [`RatioError::Overflow`].
    pub fn checked_add(self, other: Ratio) -> Result<Ratio, RatioError> {
        let common = signed(false, gcd(self.denominator.unsigned_abs(), other.denominator.unsigned_abs()))?;
        let (own_share, other_share) = (self.denominator / common, other.denominator / common);
        let left = self.numerator.checked_mul(other_share);
        let right = other.numerator.checked_mul(own_share);
        let top = left.zip(right).and_then(|(left, right)| left.checked_add(right));
        let bottom = self.denominator.checked_mul(other_share);
        let (top, bottom) = top.zip(bottom).ok_or(RatioError::Overflow)?;
        Ratio::new(top, bottom)
    }

    /// Difference.
    ///
    /// # Errors
    /// [`RatioError::Overflow`].
    pub fn checked_sub(self, other: Ratio) -> Result<Ratio, RatioError> {
        self.checked_add(other.checked_neg()?)
    }

    /// Product.
    ///
    /// # Errors
    /// [`RatioError::Overflow`].
    pub fn checked_mul(self, other: Ratio) -> Result<Ratio, RatioError> {
        let left = Ratio::new(self.numerator, other.denominator)?;
        let right = Ratio::new(other.numerator, self.denominator)?;
        let top = left.numerator.checked_mul(right.numerator);
        let bottom = left.denominator.checked_mul(right.denominator);
        let (numerator, denominator) = top.zip(bottom).ok_or(RatioError::Overflow)?;
        Ok(Ratio { numerator, denominator })
    }

    /// Quotient.
    ///
    /// # Errors
    /// [`RatioError::ZeroDenominator`] when the divisor is zero; [`RatioError::Overflow`].
    pub fn checked_div(self, other: Ratio) -> Result<Ratio, RatioError> {
        self.checked_mul(Ratio::new(other.denominator, other.numerator)?)
    }

    /// The same distance from zero, on the other side.
    ///
    /// # Errors
    /// [`RatioError::Overflow`] for the least 128-bit number.
    pub fn checked_neg(self) -> Result<Ratio, RatioError> {
        let numerator = self.numerator.checked_neg().ok_or(RatioError::Overflow)?;
        Ok(Ratio { numerator, ..self })
    }

    /// Distance from zero.
    ///
    /// # Errors
    /// [`RatioError::Overflow`] for the least 128-bit number.
    pub fn checked_abs(self) -> Result<Ratio, RatioError> {
        if self.is_negative() { self.checked_neg() } else { Ok(self) }
    }

    /// Rounded to a whole number.
    ///
    /// # Errors
    /// [`RatioError::Overflow`] when it does not fit 64 bits.
    pub fn to_whole(self, rounding: Rounding) -> Result<i64, RatioError> {
        let (top, bottom) = (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        let rest = top % bottom;
        let up = match rounding {
            Rounding::HalfUp => rest >= bottom - rest,
            Rounding::Down => false,
            Rounding::Up => rest > 0,
        };
        let magnitude = top / bottom + u128::from(up);
        let value = signed(self.is_negative(), magnitude)?;
        i64::try_from(value).map_err(|_| RatioError::Overflow)
    }

    /// Rounded to this many decimals, a half going away from zero.
    ///
    /// # Errors
    /// [`RatioError::Overflow`] when it does not fit a [`Decimal`].
    pub fn to_decimal(self, places: u8) -> Result<Decimal, RatioError> {
        let digits = self.rounded_digits(usize::from(places));
        let sign = if self.is_negative() { "-" } else { "" };
        let units = format!("{sign}{digits}").parse();
        units.ok().and_then(|units| Decimal::new(units, places).ok()).ok_or(RatioError::Overflow)
    }

    /// The exact decimal, when there is one.
    pub fn to_exact_decimal(self) -> Option<Decimal> {
        let mut decimals = (0..=MAX_SCALE).filter_map(|places| self.to_decimal(places).ok());
        decimals.find(|decimal| decimal.to_ratio() == self)
    }

    /// Written for people with this many decimals, a half going away from zero: `1.234,5` or `1,234.5`.
    pub fn format(self, lang: Lang, places: u8) -> String {
        number::format_digits(self.is_negative(), &self.rounded_digits(usize::from(places)), usize::from(places), lang)
    }

    /// The digits of the magnitude times ten to the `places`, rounded half up.
    pub(crate) fn rounded_digits(self, places: usize) -> String {
        let (top, bottom) = (self.numerator.unsigned_abs(), self.denominator.unsigned_abs());
        long_division::rounded(top, bottom, places)
    }
}

/// Greatest common divisor; of zero and zero, one.
fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.max(1)
}

fn signed(negative: bool, magnitude: u128) -> Result<i128, RatioError> {
    let value = if negative { 0_i128.checked_sub_unsigned(magnitude) } else { i128::try_from(magnitude).ok() };
    value.ok_or(RatioError::Overflow)
}

impl Ord for Ratio {
    /// Exact for every pair: compares the continued fractions, so that nothing is multiplied.
    fn cmp(&self, other: &Ratio) -> Ordering {
        let (mut a, mut b) = (self.numerator, self.denominator);
        let (mut c, mut d) = (other.numerator, other.denominator);
        loop {
            let whole = a.div_euclid(b).cmp(&c.div_euclid(d));
            let (left, right) = (a.rem_euclid(b), c.rem_euclid(d));
            match (whole, left == 0, right == 0) {
                (Ordering::Equal, true, true) => return Ordering::Equal,
                (Ordering::Equal, true, false) => return Ordering::Less,
                (Ordering::Equal, false, true) => return Ordering::Greater,
                (Ordering::Equal, false, false) => (a, b, c, d) = (d, right, b, left),
                (unequal, _, _) => return unequal,
            }
        }
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Ratio {
    /// Machine form: `3` or `12/5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.numerator)?;
        if !self.is_whole() {
            write!(f, "/{}", self.denominator)?;
        }
        Ok(())
    }
}

impl FromStr for Ratio {
    type Err = RatioError;

    /// Reads `3`, `2.4`, `-12/5`.
    fn from_str(text: &str) -> Result<Ratio, RatioError> {
        let refuse = || RatioError::NotARatio { text: text.into() };
        if let Some((top, bottom)) = text.split_once('/') {
            let part = |part: &str| number::parse_machine_integer(part).ok_or_else(refuse);
            return Ratio::new(part(top)?, part(bottom)?);
        }
        match text.parse::<Decimal>() {
            Ok(decimal) => Ok(decimal.to_ratio()),
            Err(DecimalError::TooLarge { .. }) => {
                number::parse_machine_integer(text).map(Ratio::whole).ok_or(RatioError::Overflow)
            }
            Err(_) => Err(refuse()),
        }
    }
}

impl From<i64> for Ratio {
    fn from(value: i64) -> Ratio {
        Ratio::from_int(value)
    }
}

impl From<Decimal> for Ratio {
    fn from(value: Decimal) -> Ratio {
        value.to_ratio()
    }
}

serde_as_text!(Ratio);

#[cfg(test)]
mod tests;
