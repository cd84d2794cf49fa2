//! Sums of yearly flows: so many people over the years of the plan. A year that is missing, or that not everyone
//! has reported, is never zero: the sum is then "at least", and the pace is not judged.

use ansinh_kernel::{date::Year, figure::Qualifier, ratio::Ratio};
use ansinh_packs::{
    indicator::Direction,
    target::{Bound, TargetKind},
};

use super::{
    Coverage, Detail, JudgeError, YearJudgement,
    band::Band,
    bound::{Meets, meets},
    case::Case,
    limit::closeness,
    rule::Rule,
    series::Figure,
    words::{Pattern, Slot},
};

/// Where a gap leaves the sum open, the year's own figure still says something.
const OF_YEAR: Pattern = Pattern {
    vi: "Riêng năm {year} được {figure}; kế hoạch bình quân mỗi năm {yearly}.",
    en: "{year} by itself has {figure}; the plan asks {yearly} a year on average.",
};

/// The numbers of a cumulative target.
#[derive(Clone, Copy)]
pub(super) struct Flow {
    pub(super) bound: Bound,
    pub(super) total: Ratio,
    yearly: Ratio,
    pub(super) first: Year,
    pub(super) last: Year,
}

/// What is known of a sum.
pub(super) struct Sum {
    pub(super) known: Ratio,
    /// Years without a complete figure.
    pub(super) missing: Vec<Year>,
    /// Years with a complete figure.
    pub(super) complete: Vec<Year>,
}

impl Sum {
    /// The sum as a figure: a lower bound as long as a year is missing.
    fn figure(&self) -> Figure {
        let qualifier = if self.missing.is_empty() { Qualifier::Exact } else { Qualifier::AtLeast };
        Figure { value: self.known, qualifier, coverage: Coverage::Whole }
    }
}

impl Case<'_> {
    pub(super) fn flow(&self) -> Option<Flow> {
        let TargetKind::Cumulative { bound, total, yearly, first, last } = &self.goal.kind else { return None };
        Some(Flow {
            bound: *bound,
            total: total.to_ratio(),
            yearly: yearly.to_ratio(),
            first: *first,
            last: (*last).min(self.goal.deadline),
        })
    }

    pub(super) fn sum_until(&self, flow: &Flow, until: Year) -> Result<Sum, JudgeError> {
        let mut sum = Sum { known: Ratio::ZERO, missing: Vec::new(), complete: Vec::new() };
        for year in flow.first.through(until.min(flow.last)) {
            let figure = self.series.points.get(&year);
            let counted = figure.filter(|figure| figure.qualifier != Qualifier::Less);
            sum.known = sum.known.checked_add(counted.map_or(Ratio::ZERO, |figure| figure.value))?;
            let complete = figure.is_some_and(|figure| figure.is_firm() && figure.coverage.is_whole());
            if complete { sum.complete.push(year) } else { sum.missing.push(year) }
        }
        Ok(sum)
    }

    pub(super) fn judge_sum(&self, year: Year) -> Result<YearJudgement, JudgeError> {
        let Some(flow) = self.flow() else { return Ok(self.no_figure(year)) };
        if year < flow.first {
            let known = self.series.points.contains_key(&year);
            return Ok(if known { self.unjudged(year, Rule::BeforeStart) } else { self.no_figure(year) });
        }
        let sum = self.sum_until(&flow, year)?;
        let at_end = year >= flow.last;
        let path = if at_end {
            flow.total
        } else {
            flow.yearly.checked_mul(Ratio::from_int(flow.first.years_until(year) + 1))?
        };
        let achievement = match flow.bound.direction() {
            Direction::Up if path.is_positive() => Some(sum.known.checked_div(path)?),
            Direction::Up => None,
            Direction::Down => closeness(flow.bound, path, sum.known)?,
        };
        let achievement = achievement.filter(|_| sum.missing.is_empty());
        let (band, rule) = self.decide_sum(&flow, year, &sum, achievement);
        let words = self.verdict(year, band, rule).words;
        let words = words.year("first", flow.first).value("sum", sum.known).value("path", path);
        let words = words.bound(flow.bound).value("target", flow.total);
        let words = words.slot("missing", Slot::Years(sum.missing.clone()));
        let words = words.slot("achievement", Slot::Share(achievement.unwrap_or(Ratio::ONE)));
        let words = match (rule, self.series.points.get(&year)) {
            (Rule::SumGap, Some(_)) => words.and(OF_YEAR).value("yearly", flow.yearly),
            _ => words,
        };
        let known = sum.missing.is_empty() || band == Band::Achieved;
        Ok(YearJudgement {
            path: Some(path),
            actual: known.then_some(sum.known),
            achievement,
            detail: Detail::Sum { known: sum.known, missing: sum.missing },
            words,
            ..self.verdict(year, band, rule)
        })
    }

    fn decide_sum(&self, flow: &Flow, year: Year, sum: &Sum, achievement: Option<Ratio>) -> (Band, Rule) {
        let at_end = year >= flow.last;
        let settled = at_end || flow.bound.direction() == Direction::Up;
        let complete = sum.missing.is_empty();
        if !self.series.points.contains_key(&year) && !self.terms.is_over(year) {
            return (Band::NotDue, Rule::NotYetDue);
        }
        match meets(flow.bound, &sum.figure(), flow.total) {
            Meets::Yes if settled && complete => (Band::Achieved, Rule::SumMet),
            Meets::Yes if settled => (Band::Achieved, Rule::SumMetKnown),
            Meets::No if at_end => (Band::Missed, Rule::SumMissed),
            _ if !complete => (Band::NoData, Rule::SumGap),
            _ => (achievement.map_or(Band::OnTrack, |share| self.terms.thresholds.band(share)), Rule::SumPath),
        }
    }
}
