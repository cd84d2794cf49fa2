//! Typed texts as a value of the shape of their measure. A text that could be two numbers, or is no such number, is
//! refused with what to do about it; nothing is guessed.

use ansinh_kernel::{
    decimal::Decimal,
    figure::{CellState, Value},
    lang::Lang,
    number::{Expect, format_count, parse_number},
    problem::{Place, Problem, Problems},
    ratio::Ratio,
    text,
};
use ansinh_packs::indicator::{Measure, Shape};

/// No count of a single cell is larger; sums over millions of cells still fit 64 bits.
pub const MAX_COUNT: i64 = 1_000_000_000_000;

/// The texts of one cell as typed or read from a workbook; blank where nothing was typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RawCell<'a> {
    /// Those counted, of a share.
    pub numerator: &'a str,
    /// Those it is a share of.
    pub denominator: &'a str,
    /// A count or a decimal.
    pub value: &'a str,
    /// Yes or no, in either language.
    pub flag: &'a str,
    /// Whether the person says that the figure cannot exist here.
    pub not_applicable: bool,
    /// What the person says about it.
    pub note: &'a str,
}

/// The state that the texts say; none when there is a problem with them.
pub(super) fn read_state(measure: &Measure, raw: &RawCell, problems: &mut Problems) -> Option<CellState> {
    if let Some(problem) = wrong_field(measure, raw) {
        problems.push(problem);
        return None;
    }
    if raw.not_applicable {
        return Some(CellState::NotApplicable);
    }
    let texts = [raw.numerator, raw.denominator, raw.value, raw.flag];
    if texts.iter().all(|typed| typed.trim().is_empty()) {
        return Some(CellState::Missing);
    }
    let value = match measure.shape {
        Shape::Count => count("value", raw.value, problems).map(Value::Count),
        Shape::Ratio => share(measure, raw, problems),
        Shape::Decimal { scale } => decimal(measure, raw.value, scale, problems).map(Value::Decimal),
        Shape::Flag => flag(raw.flag, problems).map(Value::Flag),
    };
    value.map(CellState::Value)
}

/// A field that this shape does not have, or a figure where none is said to exist.
fn wrong_field(measure: &Measure, raw: &RawCell) -> Option<Problem> {
    let fields = [
        ("numerator", raw.numerator, measure.shape == Shape::Ratio),
        ("denominator", raw.denominator, measure.shape == Shape::Ratio),
        ("value", raw.value, matches!(measure.shape, Shape::Count | Shape::Decimal { .. })),
        ("flag", raw.flag, measure.shape == Shape::Flag),
    ];
    let unasked = |(_, typed, asked): &&(&str, &str, bool)| !typed.trim().is_empty() && (!asked || raw.not_applicable);
    let (field, typed, _) = fields.iter().find(unasked)?;
    let typed = typed.trim();
    let problem = if raw.not_applicable {
        let what = format!("Đã chọn “không áp dụng” nhưng vẫn có số “{typed}”");
        Problem::new("entry-figure-and-not-applicable", what, "Xóa số, hoặc bỏ chọn “không áp dụng”")
    } else {
        let what = format!("Ô “{typed}” không thuộc loại số liệu này");
        Problem::new("entry-wrong-field", what, "Xóa ô này")
    };
    Some(problem.at(Place::nowhere().field(*field)))
}

/// Notes a problem of a field, and has no value.
fn refuse<T>(problems: &mut Problems, field: &str, problem: Problem) -> Option<T> {
    problems.push(problem.at(Place::nowhere().field(field)));
    None
}

/// A whole number of people, households or things, zero or more.
fn count(field: &'static str, typed: &str, problems: &mut Problems) -> Option<i64> {
    let number = problems.keep_at(Place::nowhere().field(field), parse_number(typed, Expect::Whole))?;
    match number.to_whole().filter(|whole| *whole <= MAX_COUNT) {
        Some(whole) if whole < 0 => refuse(problems, field, negative(typed)),
        Some(whole) => Some(whole),
        None => {
            let what = format!("Số “{}” quá lớn", typed.trim());
            let mend = format!("Kiểm tra lại; số lớn nhất nhận được là {}", format_count(MAX_COUNT, Lang::Vi));
            refuse(problems, field, Problem::new("entry-too-large", what, mend))
        }
    }
}

fn negative(typed: &str) -> Problem {
    let what = format!("Số “{}” là số âm", typed.trim());
    Problem::new("entry-negative", what, "Nhập số từ 0 trở lên")
}

fn share(measure: &Measure, raw: &RawCell, problems: &mut Problems) -> Option<Value> {
    let numerator = count("numerator", raw.numerator, problems);
    let denominator = count("denominator", raw.denominator, problems);
    let (numerator, denominator) = numerator.zip(denominator)?;
    if denominator == 0 {
        let what = "Mẫu số bằng 0 nên không tính được tỷ lệ";
        let mend = "Nhập mẫu số lớn hơn 0; nếu không có đối tượng nào, chọn “không áp dụng”";
        return refuse(problems, "denominator", Problem::new("entry-zero-denominator", what, mend));
    }
    if measure.bounded && numerator > denominator {
        let what = format!(
            "Tử số {} lớn hơn mẫu số {}, tỷ lệ vượt 100%",
            format_count(numerator, Lang::Vi),
            format_count(denominator, Lang::Vi),
        );
        let mend = "Kiểm tra lại hai số; có thể đã nhập ngược";
        return refuse(problems, "numerator", Problem::new("entry-over-hundred", what, mend));
    }
    problems.keep_at(Place::nowhere().field("numerator"), Value::ratio(numerator, denominator))
}

/// A number with at most so many decimals; negative only where it is a difference of percentages.
fn decimal(measure: &Measure, typed: &str, scale: u8, problems: &mut Problems) -> Option<Decimal> {
    let place = || Place::nowhere().field("value");
    let number = problems.keep_at(place(), parse_number(typed, Expect::Decimal))?;
    let kept = problems.keep_at(place(), number.rescale(scale))?;
    if kept != number {
        let what = format!("Số “{}” có nhiều hơn {scale} chữ số thập phân", typed.trim());
        let mend = format!("Làm tròn còn {scale} chữ số thập phân");
        return refuse(problems, "value", Problem::new("entry-too-fine", what, mend));
    }
    let is_share = measure.bounded && measure.unit == "percent";
    if kept < Decimal::ZERO && measure.unit != "percent_point" {
        return refuse(problems, "value", negative(typed));
    }
    if is_share && kept.to_ratio() > Ratio::from_int(100) {
        let what = format!("Tỷ lệ {}% vượt 100%", kept.format(Lang::Vi));
        return refuse(problems, "value", Problem::new("entry-percent-over-hundred", what, "Kiểm tra lại số"));
    }
    Some(kept)
}

/// Yes or no as people write it, in either language.
fn flag(typed: &str, problems: &mut Problems) -> Option<bool> {
    match text::fold(typed).as_str() {
        "co" | "yes" | "y" | "x" | "1" | "true" | "dung" => Some(true),
        "khong" | "no" | "n" | "k" | "0" | "false" | "sai" => Some(false),
        _ => {
            let what = format!("“{}” không phải là “có” hay “không”", typed.trim());
            refuse(problems, "flag", Problem::new("entry-not-a-flag", what, "Chọn “có” hoặc “không”"))
        }
    }
}
