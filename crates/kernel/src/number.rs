//! Numbers as people type and read them. Vietnamese writes `1.234,5`, English `1,234.5`, and both get pasted
//! into the same box: a text that could be two numbers is refused with both readings, never guessed.

use crate::decimal::Decimal;
use crate::lang::Lang;
use crate::problem::Fault;

/// What kind of number a field asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expect {
    /// A whole number: people, households, đồng.
    Whole,
    /// A number that may have decimals.
    Decimal,
}

/// Why a text is not the number that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("chưa nhập số")]
    Empty,
    /// Something else than digits, marks and a sign.
    #[error("“{text}” không phải là số")]
    NotANumber {
        /// The text that was read.
        text: String,
    },
    /// The marks do not stand between groups of three digits.
    #[error("“{text}” có dấu ngăn nhóm đặt sai chỗ")]
    BadGrouping {
        /// The text that was read.
        text: String,
    },
    /// One mark before three digits: thousands or decimals.
    #[error("“{text}” có thể đọc là {as_thousands} hoặc {as_decimal}")]
    Ambiguous {
        /// The text that was read.
        text: String,
        /// The reading as thousands, in words, with the unambiguous way to type it.
        as_thousands: String,
        /// The reading as a decimal, in words, with the unambiguous way to type it.
        as_decimal: String,
    },
    /// Decimals where a whole number is asked for.
    #[error("“{text}” có phần thập phân, ở đây cần số nguyên")]
    NotWhole {
        /// The text that was read.
        text: String,
    },
    /// More digits than fit.
    #[error("“{text}” có quá nhiều chữ số")]
    TooLarge {
        /// The text that was read.
        text: String,
    },
}

impl Fault for NumberError {
    fn code(&self) -> &'static str {
        match self {
            NumberError::Empty => "number-empty",
            NumberError::NotANumber { .. } => "number-not-a-number",
            NumberError::BadGrouping { .. } => "number-bad-grouping",
            NumberError::Ambiguous { .. } => "number-ambiguous",
            NumberError::NotWhole { .. } => "number-not-whole",
            NumberError::TooLarge { .. } => "number-too-large",
        }
    }

    fn mend(&self) -> String {
        match self {
            NumberError::Empty => "Nhập một số; nếu không có số liệu, chọn lý do",
            NumberError::NotANumber { .. } => "Chỉ dùng chữ số, dấu chấm, dấu phẩy và dấu trừ ở đầu",
            NumberError::BadGrouping { .. } => "Viết như 1.234.567 hoặc 1234567; phần thập phân như 1.234,5",
            NumberError::Ambiguous { .. } => "Gõ lại theo một trong hai cách ghi trong ngoặc",
            NumberError::NotWhole { .. } => "Nhập số nguyên, không có phần thập phân",
            NumberError::TooLarge { .. } => "Kiểm tra lại số, hoặc làm tròn bớt chữ số",
        }
        .into()
    }
}

/// Reads a number as people type it: `1234,5`, `1.234,5`, `1 234,5`, `1,234.5`, `1.234.567`.
///
/// A single mark followed by exactly three digits is thousands for [`Expect::Whole`]; for
/// [`Expect::Decimal`] it is refused, unless only one reading is possible (`0,125`, `1234.567`).
///
/// # Errors
/// [`NumberError`], with both readings when there are two.
pub fn parse_number(text: &str, expect: Expect) -> Result<Decimal, NumberError> {
    let typed = Typed::read(text)?;
    match (typed.fraction_mark(), expect) {
        (Mark::None, _) => typed.whole(),
        (Mark::Fraction(at), Expect::Decimal) => typed.decimal(at),
        (Mark::Fraction(_), Expect::Whole) => Err(NumberError::NotWhole { text: text.trim().into() }),
        (Mark::Either(_), Expect::Whole) => typed.whole(),
        (Mark::Either(at), Expect::Decimal) => Err(typed.ambiguous(at)),
    }
}

/// A typed number, cleaned: sign apart, every kind of space the same.
struct Typed<'a> {
    text: &'a str,
    negative: bool,
    body: String,
}

/// What the last dot or comma of a typed number can be; the place is a byte offset into the body.
enum Mark {
    None,
    Fraction(usize),
    Either(usize),
}

impl<'a> Typed<'a> {
    fn read(text: &'a str) -> Result<Typed<'a>, NumberError> {
        let text = text.trim();
        let spaced: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        let unsigned = spaced.strip_prefix(['-', '\u{2212}']);
        let body = unsigned.unwrap_or(&spaced).to_owned();
        let refuse = || NumberError::NotANumber { text: text.into() };
        if text.is_empty() {
            return Err(NumberError::Empty);
        }
        let known = body.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
        let edges = [body.chars().next(), body.chars().next_back()];
        if !known || !edges.iter().flatten().all(char::is_ascii_digit) || body.is_empty() {
            return Err(refuse());
        }
        Ok(Typed { text, negative: unsigned.is_some(), body })
    }

    /// Decides what the last dot or comma is.
    fn fraction_mark(&self) -> Mark {
        let Some(at) = self.body.rfind(['.', ',']) else {
            return Mark::None;
        };
        let (before, after) = (&self.body[..at], &self.body[at + 1..]);
        let same = self.body[at..].chars().next().unwrap_or('.');
        let repeated = before.contains(same);
        let grouped_otherwise = before.contains(|c: char| c != same && !c.is_ascii_digit());
        let could_group = after.len() == 3 && before.len() <= 3 && !before.starts_with('0');
        let all_digits = after.bytes().all(|b| b.is_ascii_digit());
        match (repeated || !all_digits, grouped_otherwise) {
            (true, _) => Mark::None,
            (false, true) => Mark::Fraction(at),
            (false, false) if could_group => Mark::Either(at),
            (false, false) => Mark::Fraction(at),
        }
    }

    /// Reads the whole body as groups of thousands.
    fn whole(&self) -> Result<Decimal, NumberError> {
        self.value(&self.ungrouped(&self.body)?, "")
    }

    /// Reads what is before the mark as groups, what is after it as decimals.
    fn decimal(&self, at: usize) -> Result<Decimal, NumberError> {
        let fraction = &self.body[at + 1..];
        self.value(&self.ungrouped(&self.body[..at])?, fraction)
    }

    fn value(&self, whole: &str, fraction: &str) -> Result<Decimal, NumberError> {
        let sign = if self.negative { "-" } else { "" };
        let units = format!("{sign}{whole}{fraction}").parse().ok();
        let scale = u8::try_from(fraction.len()).ok();
        let decimal = units.zip(scale).and_then(|(units, scale)| Decimal::new(units, scale).ok());
        decimal.ok_or_else(|| NumberError::TooLarge { text: self.text.into() })
    }

    /// The digits of a whole number, its groups checked: one kind of mark, three digits after each.
    fn ungrouped(&self, body: &str) -> Result<String, NumberError> {
        let Some(mark) = body.chars().find(|c| !c.is_ascii_digit()) else {
            return Ok(body.to_owned());
        };
        let groups: Vec<&str> = body.split(mark).collect();
        let (first, rest) = groups.split_first().expect("a split has a first part");
        let first_good = (1..=3).contains(&first.len()) && !first.starts_with('0');
        let rest_good = rest.iter().all(|group| group.len() == 3);
        let digits = groups.concat();
        if first_good && rest_good && digits.bytes().all(|b| b.is_ascii_digit()) {
            Ok(digits)
        } else {
            Err(self.bad_grouping())
        }
    }

    fn bad_grouping(&self) -> NumberError {
        NumberError::BadGrouping { text: self.text.into() }
    }

    /// Both readings, in words, each with a way to type it that has only one.
    fn ambiguous(&self, at: usize) -> NumberError {
        let (before, after) = (&self.body[..at], &self.body[at + 1..]);
        let sign = if self.negative { "-" } else { "" };
        let spoken_sign = if self.negative { "âm " } else { "" };
        let spoken = |digits: &str| digits.parse().map(words_vi).unwrap_or_default();
        let fraction: Vec<&str> = after.bytes().map(|b| digit_word(b - b'0')).collect();
        let thousands = spoken(&format!("{before}{after}"));
        NumberError::Ambiguous {
            text: self.text.into(),
            as_thousands: format!("“{spoken_sign}{thousands}” (gõ {sign}{before}{after})"),
            as_decimal: format!(
                "“{spoken_sign}{} phẩy {}” (gõ {sign}{before},{after}0)",
                spoken(before),
                fraction.join(" "),
            ),
        }
    }
}

/// A whole number with its groups: `1.234.567` or `1,234,567`.
pub fn format_count(count: i64, lang: Lang) -> String {
    format_digits(count < 0, &count.unsigned_abs().to_string(), 0, lang)
}

/// Writes digits with a sign, groups and `places` decimals. A number that is all zeros has no sign.
pub(crate) fn format_digits(negative: bool, digits: &str, places: usize, lang: Lang) -> String {
    let width = places + 1;
    let padded = format!("{digits:0>width$}");
    let (whole, fraction) = padded.split_at(padded.len() - places);
    let whole = whole.trim_start_matches('0');
    let mut text = String::new();
    if negative && padded.bytes().any(|b| b != b'0') {
        text.push('-');
    }
    if whole.is_empty() {
        text.push('0');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(lang.group_mark());
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(lang.decimal_mark());
        text.push_str(fraction);
    }
    text
}

/// A whole number in machine form, or nothing.
pub(crate) fn parse_machine_integer(text: &str) -> Option<i128> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let padded = digits.len() > 1 && digits.starts_with('0');
    if padded || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

mod words;
use words::digit_word;
pub use words::words_vi;

#[cfg(test)]
mod tests;
