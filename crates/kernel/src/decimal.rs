//! Decimals as printed: a whole number of units and how many of its digits stand after the mark. Exact, and
//! it remembers that a table printed `12.50` and not `12.5`; two decimals are equal when their values are.

use crate::lang::Lang;
use crate::number;
use crate::problem::Fault;
use crate::ratio::{Ratio, RatioError};
use crate::serde_as_text;
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::{fmt, str::FromStr};

/// The most decimals a [`Decimal`] can have.
pub const MAX_SCALE: u8 = 18;

/// An exact decimal: `units` times ten to the minus `scale`. Equality and order are by value.
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    units: i64,
    scale: u8,
}

/// Why a decimal cannot be read or computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Not the machine form.
    #[error("“{text}” không phải số thập phân viết với dấu chấm (như 1234.5)")]
    NotADecimal {
        /// The text that was read.
        text: String,
    },
    /// More digits than fit 64 bits.
    #[error("số {text} có quá nhiều chữ số")]
    TooLarge {
        /// The number that was read or asked for.
        text: String,
    },
    /// More decimals than are kept.
    #[error("số có {places} chữ số thập phân, nhiều hơn {MAX_SCALE}")]
    TooFine {
        /// Decimals asked for.
        places: usize,
    },
}

impl Fault for DecimalError {
    fn code(&self) -> &'static str {
        match self {
            DecimalError::NotADecimal { .. } => "decimal-not-a-decimal",
            DecimalError::TooLarge { .. } => "decimal-too-large",
            DecimalError::TooFine { .. } => "decimal-too-fine",
        }
    }

    fn mend(&self) -> String {
        match self {
            DecimalError::NotADecimal { .. } => {
                "Viết số với dấu chấm thập phân, không có dấu ngăn nhóm và số 0 thừa ở đầu"
            }
            DecimalError::TooLarge { .. } => "Kiểm tra lại số, hoặc dùng đơn vị lớn hơn",
            DecimalError::TooFine { .. } => "Làm tròn số trước khi nhập",
        }
        .into()
    }
}

impl Decimal {
    /// Zero, without decimals.
    pub const ZERO: Decimal = Decimal { units: 0, scale: 0 };

    /// `units` times ten to the minus `scale`: `new(125, 1)` is 12.5.
    ///
    /// # Errors
    /// [`DecimalError::TooFine`] when the scale is above [`MAX_SCALE`].
    pub fn new(units: i64, scale: u8) -> Result<Decimal, DecimalError> {
        if scale > MAX_SCALE {
            return Err(DecimalError::TooFine { places: usize::from(scale) });
        }
        Ok(Decimal { units, scale })
    }

    /// A whole number.
    pub const fn from_int(value: i64) -> Decimal {
        Decimal { units: value, scale: 0 }
    }

    /// The digits as one whole number.
    pub const fn units(self) -> i64 {
        self.units
    }

    /// How many digits stand after the mark.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// The same value as a fraction.
    pub fn to_ratio(self) -> Ratio {
        Ratio::new(self.units, power_of_ten(self.scale)).expect("a power of ten is not zero")
    }

    /// The value, when it is a whole number.
    pub fn to_whole(self) -> Option<i64> {
        let ratio = self.to_ratio();
        if ratio.is_whole() { i64::try_from(ratio.numerator()).ok() } else { None }
    }

    /// The value with this many decimals; digits that fall away are rounded, a half away from zero.
    ///
    /// # Errors
    /// [`DecimalError::TooFine`], [`DecimalError::TooLarge`].
    pub fn rescale(self, scale: u8) -> Result<Decimal, DecimalError> {
        Decimal::new(0, scale)?;
        let rescaled = self.to_ratio().to_decimal(scale);
        rescaled.map_err(|_| self.too_large())
    }

    /// Sum, with the decimals of the finer one.
    ///
    /// # Errors
    /// [`DecimalError::TooLarge`].
    pub fn checked_add(self, other: Decimal) -> Result<Decimal, DecimalError> {
        self.combine(other, Ratio::checked_add)
    }

    /// Difference, with the decimals of the finer one.
    ///
    /// # Errors
    /// [`DecimalError::TooLarge`].
    pub fn checked_sub(self, other: Decimal) -> Result<Decimal, DecimalError> {
        self.combine(other, Ratio::checked_sub)
    }

    /// Written for people: `1.234,5` or `1,234.5`.
    pub fn format(self, lang: Lang) -> String {
        number::format_digits(self.units < 0, &self.digits(), usize::from(self.scale), lang)
    }

    fn combine(
        self,
        other: Decimal,
        operation: fn(Ratio, Ratio) -> Result<Ratio, RatioError>,
    ) -> Result<Decimal, DecimalError> {
        let exact = operation(self.to_ratio(), other.to_ratio());
        let decimal = exact.and_then(|exact| exact.to_decimal(self.scale.max(other.scale)));
        decimal.map_err(|_| self.too_large())
    }

    fn too_large(self) -> DecimalError {
        DecimalError::TooLarge { text: self.to_string() }
    }

    /// The digits of the magnitude, at least one of them before the mark.
    fn digits(self) -> String {
        let width = usize::from(self.scale) + 1;
        format!("{:0width$}", self.units.unsigned_abs())
    }

    /// The units at the finest scale, which orders all decimals.
    fn aligned(self) -> i128 {
        i128::from(self.units) * power_of_ten(MAX_SCALE - self.scale)
    }
}

/// Ten to a power of at most [`MAX_SCALE`].
fn power_of_ten(exponent: u8) -> i128 {
    10_i128.pow(u32::from(exponent))
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        self.aligned() == other.aligned()
    }
}

impl Eq for Decimal {}

impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.aligned().hash(state);
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        self.aligned().cmp(&other.aligned())
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Decimal {
    /// Machine form: `-1234.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.digits();
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.scale));
        let sign = if self.units < 0 { "-" } else { "" };
        let mark = if fraction.is_empty() { "" } else { "." };
        write!(f, "{sign}{whole}{mark}{fraction}")
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads the machine form only: digits, at most one dot between digits, a leading minus.
    fn from_str(text: &str) -> Result<Decimal, DecimalError> {
        let refuse = || DecimalError::NotADecimal { text: text.into() };
        let (whole, fraction) = match text.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (text, None),
        };
        let digits = whole.strip_prefix('-').unwrap_or(whole);
        let fraction = fraction.unwrap_or_default();
        let dangling = text.ends_with('.');
        let padded = digits.len() > 1 && digits.starts_with('0');
        let all_digits = digits.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit());
        if digits.is_empty() || dangling || padded || !all_digits {
            return Err(refuse());
        }
        let places = fraction.len();
        let scale = u8::try_from(places).map_err(|_| DecimalError::TooFine { places })?;
        Decimal::new(0, scale)?;
        let units = format!("{whole}{fraction}").parse();
        let units = units.map_err(|_| DecimalError::TooLarge { text: text.into() })?;
        Decimal::new(units, scale)
    }
}

serde_as_text!(Decimal);

#[cfg(test)]
mod tests;
