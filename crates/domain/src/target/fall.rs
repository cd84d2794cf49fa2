//! A fall asked each year: every year by itself against the year before, and at the deadline the mean over the
//! plan. Only figures of one measure stand behind a fall; where the year before is missing, the year says nothing.

use ansinh_kernel::{date::Year, ratio::Ratio};
use ansinh_packs::{
    indicator::Direction,
    target::{Bound, TargetKind},
};

use super::{
    Base, BaseFrom, Detail, JudgeError, MeanFall, YearJudgement,
    band::Band,
    case::{Case, stretch},
    rule::Rule,
    series::Figure,
    words::Slot,
};

/// A fall from an earlier figure.
struct Fall {
    from: Base,
    /// Points a year.
    points: Ratio,
}

impl Case<'_> {
    /// The fall asked each year and the fall of the stretch, in points.
    pub(super) fn asked_fall(&self) -> Option<(Ratio, Ratio)> {
        match &self.goal.kind {
            TargetKind::YearlyFall { low, high } => Some((low.to_ratio(), high.to_ratio())),
            _ => None,
        }
    }

    pub(super) fn judge_fall(&self, year: Year, figure: &Figure) -> Result<YearJudgement, JudgeError> {
        let Some((low, high)) = self.asked_fall() else { return Ok(self.no_figure(year)) };
        if !figure.is_firm() {
            return Ok(self.cannot_tell(year, Bound::AtLeast, Slot::Points(low)));
        }
        let of_year = self.previous(year).map(|from| fall(from, year, figure)).transpose()?;
        let mean = self.earliest(year).map(|from| fall(from, year, figure)).transpose()?;
        let detail = Detail::Fall {
            of_year: of_year.as_ref().map(|fall| fall.points),
            mean: mean.as_ref().map(|fall| MeanFall { from: fall.from.year, to: year, points: fall.points }),
        };
        let judged_by = if self.is_deadline(year) { mean } else { of_year };
        let Some(fall) = judged_by else {
            return Ok(YearJudgement { detail, ..self.verdict(year, Band::NoData, Rule::NoPreviousYear) });
        };
        let achievement = if low.is_positive() { Some(fall.points.checked_div(low)?) } else { None };
        let (band, rule) = self.decide_fall(year, &fall, low, figure);
        let mut judged = self.verdict(year, band, rule);
        judged.words = judged
            .words
            .value("base", fall.from.value)
            .year("base_year", fall.from.year)
            .slot("fall", Slot::Points(fall.points))
            .slot("rise", Slot::Points(fall.points.checked_neg()?))
            .slot("mean", Slot::Points(fall.points))
            .slot("low", Slot::Points(low));
        Ok(YearJudgement {
            base: Some(fall.from),
            path: Some(fallen(fall.from, low, year)?),
            achievement,
            stretch: stretch(fall.points, high, Direction::Up),
            detail,
            ..judged
        })
    }

    /// Where a year without a figure should arrive: a step below the year before, at the deadline all steps below
    /// the beginning.
    pub(super) fn next_step(&self, year: Year) -> Result<Option<Ratio>, JudgeError> {
        let Some((low, _)) = self.asked_fall() else { return Ok(None) };
        let from = if self.is_deadline(year) { self.earliest(year) } else { self.previous(year) };
        from.map(|from| fallen(from, low, year)).transpose()
    }

    fn decide_fall(&self, year: Year, fall: &Fall, low: Ratio, figure: &Figure) -> (Band, Rule) {
        let enough = fall.points >= low;
        let nothing_left = figure.value.is_zero() && !fall.points.is_negative();
        match (self.is_deadline(year), enough, nothing_left) {
            (true, true, _) => (Band::Achieved, Rule::MeanFallMet),
            (true, false, true) => (Band::Achieved, Rule::NothingLeft),
            (true, false, false) if fall.points.is_negative() => (Band::Missed, Rule::MeanRise),
            (true, false, false) => (Band::Missed, Rule::MeanFallMissed),
            (false, false, true) => (Band::OnTrack, Rule::NothingLeft),
            (false, _, _) if fall.points.is_negative() => (Band::Worsening, Rule::YearlyRise),
            (false, true, _) => (Band::OnTrack, Rule::YearlyFall),
            (false, false, false) => {
                let share = fall.points.checked_div(low).unwrap_or(Ratio::ONE);
                (self.terms.thresholds.band(share), Rule::YearlyFall)
            }
        }
    }

    /// The figure of the year before, from the series or the base.
    fn previous(&self, year: Year) -> Option<Base> {
        let before = year.plus(-1).ok()?;
        let own = self.series.points.get(&before).filter(|figure| figure.is_firm());
        let own = own.map(|figure| Base { year: before, value: figure.value, from: BaseFrom::EarlierYear });
        self.base.filter(|base| base.year == before).or(own)
    }

    /// The earliest comparable figure: the base, or the first known year of the plan.
    fn earliest(&self, year: Year) -> Option<Base> {
        let base = self.base.filter(|base| base.year < year);
        let start = self.start_before(year);
        base.or(start.map(|(year, value)| Base { year, value, from: BaseFrom::EarlierYear }))
    }
}

/// The value after falling so many points a year, not below zero.
fn fallen(from: Base, points: Ratio, year: Year) -> Result<Ratio, JudgeError> {
    let steps = points.checked_mul(Ratio::from_int(from.year.years_until(year)))?;
    Ok(from.value.checked_sub(steps)?.max(Ratio::ZERO))
}

fn fall(from: Base, year: Year, figure: &Figure) -> Result<Fall, JudgeError> {
    let years = from.year.years_until(year);
    let points = from.value.checked_sub(figure.value)?.checked_div(Ratio::from_int(years))?;
    Ok(Fall { from, points })
}
