//! Targets without a way: ceilings and floors that hold in every year, the same against another area's figure of
//! the year, and things that exist or do not.

use ansinh_kernel::{date::Year, ratio::Ratio};
use ansinh_packs::{indicator::Direction, target::Bound};

use super::{
    Detail, JudgeError, YearJudgement,
    band::Band,
    bound::{Meets, meets},
    case::Case,
    rule::Rule,
    series::Figure,
    words::Slot,
};

/// A ceiling or floor, the number it has in each year, and the rules it is told by.
struct Limit<'a> {
    bound: Bound,
    of: &'a dyn Fn(Year) -> Option<Ratio>,
    within: Rule,
    outside: Rule,
    away: Rule,
}

impl Case<'_> {
    /// Against a number that holds in every year.
    pub(super) fn judge_limit(
        &self,
        year: Year,
        figure: &Figure,
        (bound, number): (Bound, Ratio),
    ) -> Result<YearJudgement, JudgeError> {
        let (within, outside, away) = (Rule::WithinLimit, Rule::OutsideLimit, Rule::AwayFromLimit);
        self.judge_against(year, figure, &Limit { bound, of: &|_| Some(number), within, outside, away })
    }

    /// Against the figure of another area in the same year; a year without that figure says nothing.
    pub(super) fn judge_relative(
        &self,
        year: Year,
        figure: &Figure,
        bound: Bound,
    ) -> Result<YearJudgement, JudgeError> {
        let Some(value) = self.others_figure(year) else {
            return Ok(self.verdict(year, Band::NoData, Rule::NoOther));
        };
        let of = |year| self.others_figure(year);
        let (within, outside, away) = (Rule::WithinOther, Rule::OutsideOther, Rule::AwayFromOther);
        let judged = self.judge_against(year, figure, &Limit { bound, of: &of, within, outside, away })?;
        Ok(YearJudgement { detail: Detail::Other { value }, ..judged })
    }

    /// The firm figure of the area compared with.
    pub(super) fn others_figure(&self, year: Year) -> Option<Ratio> {
        let figure = self.against?.points.get(&year)?;
        figure.is_firm().then_some(figure.value)
    }

    fn judge_against(&self, year: Year, figure: &Figure, limit: &Limit) -> Result<YearJudgement, JudgeError> {
        let Some(number) = (limit.of)(year) else { return Ok(self.no_figure(year)) };
        let achievement = closeness(limit.bound, number, figure.value)?;
        let (band, rule) = match meets(limit.bound, figure, number) {
            Meets::CannotTell => {
                let judged = self.cannot_tell(year, limit.bound, Slot::exact(number));
                return Ok(YearJudgement { path: Some(number), ..judged });
            }
            Meets::Yes if self.is_deadline(year) => (Band::Achieved, limit.within),
            Meets::Yes => (Band::OnTrack, limit.within),
            Meets::No if self.is_deadline(year) => (Band::Missed, limit.outside),
            Meets::No if self.is_farther_out(year, figure, limit)? => (Band::Worsening, limit.away),
            Meets::No => {
                let band = achievement.map_or(Band::OffTrack, |share| self.terms.thresholds.band(share));
                (band, limit.outside)
            }
        };
        let mut judged = self.verdict(year, band, rule);
        judged.words = judged.words.bound(limit.bound).value("target", number);
        if let Some((earlier, value)) = self.earlier_known(year, limit) {
            judged.words = judged.words.value("previous", value).year("previous_year", earlier);
        }
        Ok(YearJudgement { path: Some(number), achievement, ..judged })
    }

    /// Whether a figure lies farther outside its limit than the one before did.
    fn is_farther_out(&self, year: Year, figure: &Figure, limit: &Limit) -> Result<bool, JudgeError> {
        let Some((earlier, value)) = self.earlier_known(year, limit) else { return Ok(false) };
        let outside = |year, value| (limit.of)(year).map(|number| excess(limit.bound, number, value)).transpose();
        Ok(outside(year, figure.value)? > outside(earlier, value)?)
    }

    /// The last year before this one that has both a firm figure and a limit, and that figure.
    fn earlier_known(&self, year: Year, limit: &Limit) -> Option<(Year, Ratio)> {
        let earlier = self.series.points.range(..year).rev().filter(|(_, figure)| figure.is_firm());
        let known = earlier.filter(|(year, _)| (limit.of)(**year).is_some());
        known.into_iter().next().map(|(year, figure)| (*year, figure.value))
    }

    /// Things that exist: there or not; before the deadline not yet due.
    pub(super) fn judge_milestone(&self, year: Year, figure: &Figure, bound: Bound, asked: Ratio) -> YearJudgement {
        let (band, rule) = match (meets(bound, figure, asked), self.is_deadline(year)) {
            (Meets::Yes, _) => (Band::Achieved, Rule::Met),
            (Meets::No, true) => (Band::Missed, Rule::Missed),
            (Meets::CannotTell, true) => return self.cannot_tell(year, bound, Slot::exact(asked)),
            (Meets::No | Meets::CannotTell, false) => (Band::NotDue, Rule::Waiting),
        };
        let judged = self.verdict(year, band, rule);
        let words = judged.words.bound(bound).value("target", asked);
        YearJudgement { path: Some(asked), words, ..judged }
    }
}

/// How near a figure is to its limit: limit over figure for a ceiling, figure over limit for a floor; none when the
/// divisor is not above zero.
pub(super) fn closeness(bound: Bound, limit: Ratio, actual: Ratio) -> Result<Option<Ratio>, JudgeError> {
    let (small, large) = match bound.direction() {
        Direction::Up => (actual, limit),
        Direction::Down => (limit, actual),
    };
    if !large.is_positive() {
        return Ok(None);
    }
    Ok(Some(small.max(Ratio::ZERO).checked_div(large)?))
}

/// How far a figure lies outside its limit; negative inside.
fn excess(bound: Bound, limit: Ratio, actual: Ratio) -> Result<Ratio, JudgeError> {
    Ok(match bound.direction() {
        Direction::Up => limit.checked_sub(actual)?,
        Direction::Down => actual.checked_sub(limit)?,
    })
}
