//! What a cell of a table of figures holds: a value and where it came from, or one of the four reasons why
//! there is none. Zero is a value; the five states never mix.

use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::number;
use crate::percent::Percent;
use crate::problem::Fault;
use crate::ratio::Ratio;
use crate::words;
use serde::Serialize;

words! {
    /// Where a figure came from. Figures of different origins are never added.
    pub enum Origin: "nguồn gốc số liệu" {
        /// Imported from a publication, with its source.
        Published = "published", "số liệu công bố", "published figure";
        /// Entered and accepted in the desk.
        Reported = "reported", "số liệu báo cáo", "reported figure";
        /// Made up to show the system; marked so wherever it is shown.
        Illustrative = "illustrative", "số liệu minh họa", "illustrative figure";
    }
}

words! {
    /// How exactly a publication stated a figure.
    #[derive(Default)]
    pub enum Qualifier: "mức chính xác" {
        /// The figure itself.
        #[default]
        Exact = "exact", "đúng", "exactly";
        /// More than the figure.
        More = "more", "trên", "more than";
        /// Less than the figure.
        Less = "less", "dưới", "less than";
        /// The figure or more.
        AtLeast = "at_least", "ít nhất", "at least";
        /// About the figure.
        Approximately = "approximately", "khoảng", "about";
        /// The low end of a range.
        RangeLow = "range_low", "từ", "from";
    }
}

impl Qualifier {
    /// The word before the figure; empty for an exact one.
    pub const fn word(self, lang: Lang) -> &'static str {
        match self {
            Qualifier::Exact => "",
            _ => self.name(lang),
        }
    }

    /// The figure with its word before it.
    pub fn qualify(self, figure: &str, lang: Lang) -> String {
        match self.word(lang) {
            "" => figure.to_owned(),
            word => format!("{word} {figure}"),
        }
    }
}

words! {
    /// How sure a fact of law or a published figure is.
    pub enum LegalStatus: "tình trạng đối chiếu" {
        /// Read in a copy of the official text.
        Verified = "verified", "đã đối chiếu bản gốc", "checked against the official text";
        /// Read in news or commentary.
        Secondary = "secondary", "theo nguồn thứ cấp", "from a secondary source";
        /// All else.
        Unverified = "unverified", "chưa đối chiếu", "not checked";
    }
}

/// Why two numbers do not make a share.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// Nothing to take a share of.
    #[error("mẫu số là {denominator}, phải lớn hơn 0")]
    NoDenominator {
        /// The denominator given.
        denominator: i64,
    },
    /// Less than nothing counted.
    #[error("tử số là {numerator}, không được âm")]
    NegativeNumerator {
        /// The numerator given.
        numerator: i64,
    },
}

impl Fault for FigureError {
    fn code(&self) -> &'static str {
        match self {
            FigureError::NoDenominator { .. } => "figure-no-denominator",
            FigureError::NegativeNumerator { .. } => "figure-negative-numerator",
        }
    }

    fn mend(&self) -> String {
        match self {
            FigureError::NoDenominator { .. } => "Nhập mẫu số lớn hơn 0, hoặc ghi là không áp dụng",
            FigureError::NegativeNumerator { .. } => "Nhập tử số từ 0 trở lên",
        }
        .into()
    }
}

/// A value of a figure, in the shape of its measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A whole number of units.
    Count(i64),
    /// So many of so many; made by [`Value::ratio`], so that it always is a share.
    #[non_exhaustive]
    Ratio {
        /// Those counted, zero or more.
        numerator: i64,
        /// Those it is a share of, more than zero.
        denominator: i64,
    },
    /// A decimal as printed.
    Decimal(Decimal),
    /// Yes or no.
    Flag(bool),
}

impl Value {
    /// So many of so many. More than all of them is allowed: a measure may count what lies outside its base.
    ///
    /// # Errors
    /// [`FigureError`] when the denominator is not above zero or the numerator is below it.
    pub fn ratio(numerator: i64, denominator: i64) -> Result<Value, FigureError> {
        if denominator <= 0 {
            return Err(FigureError::NoDenominator { denominator });
        }
        if numerator < 0 {
            return Err(FigureError::NegativeNumerator { numerator });
        }
        Ok(Value::Ratio { numerator, denominator })
    }

    /// The value in the unit it is shown in: a share as the number before the percent sign, yes as 1.
    pub fn to_ratio(self) -> Ratio {
        match self {
            Value::Count(count) => Ratio::from_int(count),
            Value::Ratio { numerator, denominator } => {
                Ratio::new(i128::from(numerator) * 100, denominator).expect("a share's denominator is above zero")
            }
            Value::Decimal(decimal) => decimal.to_ratio(),
            Value::Flag(yes) => Ratio::from_int(u8::from(yes)),
        }
    }

    /// Written for people, without its unit: counts grouped, shares as percent with `places` decimals,
    /// decimals as printed, flags as words.
    pub fn format(self, lang: Lang, places: u8) -> String {
        match self {
            Value::Count(count) => number::format_count(count, lang),
            Value::Ratio { numerator, denominator } => Percent::from_parts(numerator, denominator)
                .expect("a share's denominator is above zero")
                .format(lang, places),
            Value::Decimal(decimal) => decimal.format(lang),
            Value::Flag(true) => lang.pick("có", "yes").to_owned(),
            Value::Flag(false) => lang.pick("không", "no").to_owned(),
        }
    }
}

/// What is known of one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CellState {
    /// A value; zero is one.
    Value(Value),
    /// Due, and not there.
    Missing,
    /// Cannot exist here or in this period.
    NotApplicable,
    /// Not collected yet, because its time has not come.
    NotYetDue,
    /// There, and not shown, because few people stand behind it.
    Withheld,
}

impl CellState {
    /// The value, if there is one to show.
    pub const fn value(self) -> Option<Value> {
        match self {
            CellState::Value(value) => Some(value),
            _ => None,
        }
    }

    /// The stable English word of the state.
    pub const fn as_str(self) -> &'static str {
        match self {
            CellState::Value(_) => "value",
            CellState::Missing => "missing",
            CellState::NotApplicable => "not_applicable",
            CellState::NotYetDue => "not_yet_due",
            CellState::Withheld => "withheld",
        }
    }

    /// Its name for people, in lower case.
    pub const fn name(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            CellState::Value(_) => ("có số liệu", "has a figure"),
            CellState::Missing => ("chưa có số liệu", "no data"),
            CellState::NotApplicable => ("không áp dụng", "not applicable"),
            CellState::NotYetDue => ("chưa đến hạn", "not due yet"),
            CellState::Withheld => ("không công bố vì số nhỏ", "withheld (small number)"),
        };
        lang.pick(vi, en)
    }
}

impl From<Value> for CellState {
    fn from(value: Value) -> CellState {
        CellState::Value(value)
    }
}

#[cfg(test)]
mod tests;
