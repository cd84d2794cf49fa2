//! Money: whole đồng in 64 bits, every operation checked. A fraction of an amount is rounded once, in a way
//! the caller names, because the law names it.

use crate::lang::Lang;
use crate::number::{self, Expect, NumberError};
use crate::problem::Fault;
use crate::ratio::{Ratio, RatioError, Rounding};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// An amount of whole đồng.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vnd(i64);

/// Why an amount cannot be read or computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The result does not fit.
    #[error("số tiền vượt quá phạm vi của hệ thống")]
    Overflow,
    /// The text is not an amount of whole đồng.
    #[error("“{text}” không phải số tiền: {reason}")]
    NotAnAmount {
        /// The text that was read.
        text: String,
        /// What is wrong with its number.
        reason: NumberError,
    },
}

impl Fault for MoneyError {
    fn code(&self) -> &'static str {
        match self {
            MoneyError::Overflow => "money-overflow",
            MoneyError::NotAnAmount { .. } => "money-not-an-amount",
        }
    }

    fn mend(&self) -> String {
        match self {
            MoneyError::Overflow => "Kiểm tra lại các số tiền: có số lớn bất thường",
            MoneyError::NotAnAmount { .. } => "Viết số đồng nguyên, như 500.000 hoặc 500.000 đồng",
        }
        .into()
    }
}

impl From<RatioError> for MoneyError {
    fn from(_: RatioError) -> MoneyError {
        MoneyError::Overflow
    }
}

impl Vnd {
    /// Nothing.
    pub const ZERO: Vnd = Vnd(0);

    /// So many đồng.
    pub const fn new(dong: i64) -> Vnd {
        Vnd(dong)
    }

    /// How many đồng.
    pub const fn dong(self) -> i64 {
        self.0
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// Whether it is less than nothing.
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// Sum.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn checked_add(self, other: Vnd) -> Result<Vnd, MoneyError> {
        self.0.checked_add(other.0).map(Vnd).ok_or(MoneyError::Overflow)
    }

    /// Difference.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn checked_sub(self, other: Vnd) -> Result<Vnd, MoneyError> {
        self.0.checked_sub(other.0).map(Vnd).ok_or(MoneyError::Overflow)
    }

    /// So many times.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn checked_mul(self, times: i64) -> Result<Vnd, MoneyError> {
        self.0.checked_mul(times).map(Vnd).ok_or(MoneyError::Overflow)
    }

    /// A fraction or multiple, rounded to whole đồng once.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn mul_ratio(self, ratio: Ratio, rounding: Rounding) -> Result<Vnd, MoneyError> {
        let exact = Ratio::from_int(self.0).checked_mul(ratio)?;
        Ok(Vnd(exact.to_whole(rounding)?))
    }

    /// Sum of many.
    ///
    /// # Errors
    /// [`MoneyError::Overflow`].
    pub fn sum(amounts: impl IntoIterator<Item = Vnd>) -> Result<Vnd, MoneyError> {
        amounts.into_iter().try_fold(Vnd::ZERO, Vnd::checked_add)
    }

    /// Written for people: `500.000 đồng` or `500,000 VND`.
    pub fn format(self, lang: Lang) -> String {
        let unit = lang.pick("đồng", "VND");
        format!("{} {unit}", number::format_count(self.0, lang))
    }
}

impl fmt::Display for Vnd {
    /// As in Vietnamese documents: `500.000 đồng`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.format(Lang::Vi))
    }
}

impl FromStr for Vnd {
    type Err = MoneyError;

    /// Reads what people type: `500000`, `500.000`, `500.000 đồng`, `500.000đ`, `500,000 VND`.
    fn from_str(text: &str) -> Result<Vnd, MoneyError> {
        let composed = crate::text::nfc(text);
        let bare = without_unit(composed.trim());
        let number = number::parse_number(bare, Expect::Whole);
        let whole = number.map(|number| number.units());
        whole.map(Vnd).map_err(|reason| MoneyError::NotAnAmount { text: text.into(), reason })
    }
}

/// The amount without the name of the currency after it.
fn without_unit(text: &str) -> &str {
    let units = ["đồng", "Đồng", "VNĐ", "vnđ", "VND", "vnd", "đ", "₫"];
    let bare = units.iter().find_map(|unit| text.strip_suffix(unit));
    bare.unwrap_or(text).trim_end()
}

#[cfg(test)]
mod tests;
