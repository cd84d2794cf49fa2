//! What looks odd in a figure that is allowed. A warning asks the person to look again and never blocks.

use ansinh_kernel::{
    figure::{CellState, Value},
    lang::Lang,
    problem::{Place, Problem},
    ratio::{Ratio, RatioError},
};
use ansinh_packs::indicator::Measure;

use super::cell::CellEntry;

/// What looks odd in an entry, seen beside the same cell a year earlier: a change of more than half, a zero where
/// there was something, more than all of them, everyone or no one. Empty when nothing does.
pub fn warnings(measure: &Measure, entry: &CellEntry, last_year: Option<&Value>) -> Vec<Problem> {
    let CellState::Value(value) = entry.state else { return Vec::new() };
    let mut odd: Vec<Problem> = over_hundred(measure, &value).into_iter().collect();
    if let Some(before) = last_year {
        odd.extend(compared(&value, before));
    }
    odd
}

fn over_hundred(measure: &Measure, value: &Value) -> Option<Problem> {
    let Value::Ratio { numerator, denominator, .. } = value else { return None };
    if measure.bounded || numerator <= denominator {
        return None;
    }
    let what = format!("Tỷ lệ là {}, vượt 100%", value.format(Lang::Vi, 1));
    Some(odd("entry-odd-over-hundred", what, "numerator"))
}

fn compared(value: &Value, before: &Value) -> Vec<Problem> {
    match (value, before) {
        (Value::Count(now), Value::Count(then)) => {
            number("value", "Số", Ratio::from(*now), Ratio::from(*then)).into_iter().collect()
        }
        (Value::Decimal(now), Value::Decimal(then)) => {
            number("value", "Số", now.to_ratio(), then.to_ratio()).into_iter().collect()
        }
        (
            Value::Ratio { numerator, denominator, .. },
            Value::Ratio { numerator: numerator_then, denominator: denominator_then, .. },
        ) => {
            let of = |now: &i64, then: &i64| (Ratio::from(*now), Ratio::from(*then));
            let (now, then) = of(numerator, numerator_then);
            let (now_below, then_below) = of(denominator, denominator_then);
            let parts =
                [number("numerator", "Tử số", now, then), number("denominator", "Mẫu số", now_below, then_below)];
            parts.into_iter().flatten().collect()
        }
        _ => Vec::new(),
    }
}

/// A change of more than half of last year's number, or a fall to zero.
fn number(field: &'static str, name: &str, now: Ratio, then: Ratio) -> Option<Problem> {
    let spoken = |value: Ratio| crate::target::plain_number(value, Lang::Vi);
    if now.is_zero() && !then.is_zero() {
        let what = format!("{name} là 0, năm trước là {}", spoken(then));
        return Some(odd("entry-odd-zero", what, field));
    }
    let changed_by = changed_by(now, then).ok().flatten()?;
    let half = Ratio::new(1, 2).ok()?;
    if changed_by.checked_abs().ok()? <= half {
        return None;
    }
    let way = if changed_by.is_negative() { "giảm" } else { "tăng" };
    let what = format!("{name} {way} hơn một nửa so với năm trước: từ {} thành {}", spoken(then), spoken(now));
    Some(odd("entry-odd-change", what, field))
}

/// The change as a share of last year's number; none when that was zero.
fn changed_by(now: Ratio, then: Ratio) -> Result<Option<Ratio>, RatioError> {
    if then.is_zero() {
        return Ok(None);
    }
    now.checked_sub(then)?.checked_div(then.checked_abs()?).map(Some)
}

fn odd(code: &'static str, what: String, field: &'static str) -> Problem {
    Problem::new(code, what, "Xem lại; nếu đúng, ghi rõ lý do ở phần ghi chú").at(Place::nowhere().field(field))
}
