//! Where a target would stand at its deadline if it went on as it did: the straight line through the first and the
//! latest figure, or the mean yearly flow. Said with its method, never before two figures are known, and never
//! after the deadline: what is missing then is missing.

use ansinh_kernel::{date::Year, ratio::Ratio};
use ansinh_packs::target::TargetKind;

use super::{
    JudgeError,
    case::Case,
    goal::Scale,
    words::{Pattern, Slot, Words},
};

/// A value at the deadline if it went on so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The deadline.
    pub at: Year,
    /// The value; for a cumulative target the sum.
    pub value: Ratio,
    /// How it was made.
    pub method: ForecastMethod,
    /// How many figures stand behind it, the base included.
    pub points: usize,
    /// Whether that would meet the target.
    pub would_meet: bool,
    /// Whether the line left 0 to 100 and was cut there.
    pub clamped: bool,
    /// The sentence that shows it.
    pub words: Words,
}

/// How a forecast was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForecastMethod {
    /// The straight line through two figures.
    Linear {
        /// The base, or the first known year.
        from: Year,
        /// The latest known year.
        to: Year,
    },
    /// The mean of the years known, taken for every year of the plan.
    MeanFlow,
}

const LINEAR: Pattern = Pattern {
    vi: "Nếu tiếp tục như từ năm {from} đến năm {to}, năm {at} sẽ là {value} (kéo dài đường thẳng qua 2 số liệu).",
    en: "Going on as from {from} to {to}, {at} would stand at {value} (straight line through 2 figures).",
};
const MEAN_FLOW: Pattern = Pattern {
    vi: "Nếu mỗi năm bằng bình quân {mean} của {points} năm có số liệu, đến hết năm {at} cộng được {value}.",
    en: "If each year equals the mean {mean} of the {points} known years, the sum by {at} would be {value}.",
};

pub(super) fn forecast(case: &Case) -> Result<Option<Forecast>, JudgeError> {
    if case.terms.is_over(case.goal.deadline) {
        return Ok(None);
    }
    match &case.goal.kind {
        TargetKind::Cumulative { .. } => case.mean_flow(),
        TargetKind::Level { .. }
        | TargetKind::Range { .. }
        | TargetKind::Approximate { .. }
        | TargetKind::Limit { .. }
        | TargetKind::YearlyFall { .. } => case.linear(),
        TargetKind::Relative { .. }
        | TargetKind::Count { .. }
        | TargetKind::EveryArea { .. }
        | TargetKind::ShareNoFigure { .. } => Ok(None),
    }
}

impl Case<'_> {
    fn linear(&self) -> Result<Option<Forecast>, JudgeError> {
        let at = self.goal.deadline;
        let mut before = self.series.points.range(..at).rev().filter(|(_, figure)| figure.is_firm());
        let latest = before.next().map(|(year, figure)| (*year, figure.value));
        let Some((to, latest)) = latest.filter(|_| !self.series.points.contains_key(&at)) else { return Ok(None) };
        let Some((from, start)) = self.start_before(to) else { return Ok(None) };
        let pace = latest.checked_sub(start)?.checked_div(Ratio::from_int(from.years_until(to)))?;
        let way = pace.checked_mul(Ratio::from_int(from.years_until(at)))?;
        let (value, clamped) = self.clamp(start.checked_add(way)?);
        let words = Words::new(LINEAR).year("from", from).year("to", to).year("at", at).value("value", value);
        let would_meet = self.would_meet(value, (from, start))?;
        let method = ForecastMethod::Linear { from, to };
        Ok(Some(Forecast { at, value, method, points: 2, would_meet, clamped, words }))
    }

    fn mean_flow(&self) -> Result<Option<Forecast>, JudgeError> {
        let Some(flow) = self.flow() else { return Ok(None) };
        let sum = self.sum_until(&flow, flow.last)?;
        let points = sum.complete.len();
        if points < 2 || sum.missing.is_empty() {
            return Ok(None);
        }
        let complete = sum.complete.iter().filter_map(|year| self.series.points.get(year));
        let mut known = Ratio::ZERO;
        for figure in complete {
            known = known.checked_add(figure.value)?;
        }
        let counted = i64::try_from(points).unwrap_or(i64::MAX);
        let mean = known.checked_div(Ratio::from_int(counted))?;
        let value = mean.checked_mul(Ratio::from_int(flow.first.years_until(flow.last) + 1))?;
        let words = Words::new(MEAN_FLOW).value("mean", mean).slot("points", Slot::Count(counted));
        Ok(Some(Forecast {
            at: flow.last,
            value,
            method: ForecastMethod::MeanFlow,
            points,
            would_meet: flow.bound.is_met_by(value.cmp(&flow.total)),
            clamped: false,
            words: words.year("at", flow.last).value("value", value),
        }))
    }

    fn clamp(&self, value: Ratio) -> (Ratio, bool) {
        let inside = match self.goal.scale {
            Scale::Percent => value.clamp(Ratio::ZERO, Ratio::from_int(100)),
            Scale::Open => value.max(Ratio::ZERO),
        };
        (inside, inside != value)
    }

    fn would_meet(&self, value: Ratio, (from, start): (Year, Ratio)) -> Result<bool, JudgeError> {
        if let Some((low, _)) = self.asked_fall() {
            let years = Ratio::from_int(from.years_until(self.goal.deadline));
            let mean = start.checked_sub(value)?.checked_div(years)?;
            return Ok(mean >= low || (value.is_zero() && !mean.is_negative()));
        }
        if let TargetKind::Limit { bound, value: limit } = &self.goal.kind {
            return Ok(bound.is_met_by(value.cmp(&limit.to_ratio())));
        }
        Ok(self.line()?.is_some_and(|line| line.bound.is_met_by(value.cmp(&line.met))))
    }
}
