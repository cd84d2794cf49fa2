//! Targets with a straight way from a base to a number: levels, ranges by their met end, approximate numbers by
//! their near edge, and yes-or-no answers of every area as a share that must reach all of them.

use ansinh_kernel::{date::Year, ratio::Ratio};
use ansinh_packs::{
    indicator::Direction,
    target::{Bound, TargetKind},
};

use super::{
    Base, Detail, JudgeError, Stretch, YearJudgement,
    band::Band,
    bound::{Meets, meets},
    case::{Case, stretch},
    rule::Rule,
    series::{Coverage, Figure},
    words::Slot,
};

/// A straight way, where it leads and when it counts as met.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub(super) base: Option<Base>,
    /// The number the way leads to.
    pub(super) end: Ratio,
    /// The side of `met` that is met.
    pub(super) bound: Bound,
    /// The number that is enough; nearer than `end` for an approximate target.
    pub(super) met: Ratio,
    /// The high end, if the plan names one.
    high: Option<Ratio>,
}

impl Line {
    /// Whether the base itself meets what is asked, so that there is nothing left to go.
    fn base_is_enough(&self) -> bool {
        self.base.is_some_and(|base| self.bound.is_met_by(base.value.cmp(&self.met)))
    }
}

impl Case<'_> {
    /// The way of a level, a range or an approximate number; none for the other kinds.
    pub(super) fn line(&self) -> Result<Option<Line>, JudgeError> {
        let straight = |bound: Bound, met: Ratio| Line { base: self.base, end: met, bound, met, high: None };
        Ok(match &self.goal.kind {
            TargetKind::Level { bound, value } => Some(straight(*bound, value.to_ratio())),
            TargetKind::Range { low, high, direction } => Some(match direction {
                Direction::Up => Line { high: Some(high.to_ratio()), ..straight(Bound::AtLeast, low.to_ratio()) },
                Direction::Down => Line { high: Some(low.to_ratio()), ..straight(Bound::AtMost, high.to_ratio()) },
            }),
            TargetKind::Approximate { value, tolerance_percent } => {
                Some(self.approximate(value.to_ratio(), tolerance_percent.to_ratio())?)
            }
            TargetKind::EveryArea { wanted } => Some(Line {
                base: self.base.map(|base| base_of_wanted(base, *wanted)).transpose()?,
                ..straight(Bound::AtLeast, Ratio::from_int(100))
            }),
            _ => None,
        })
    }

    /// About a number: met from the near edge of the tolerance on, coming from the base; going beyond the far edge
    /// meets it too, and is shown.
    fn approximate(&self, value: Ratio, tolerance_percent: Ratio) -> Result<Line, JudgeError> {
        let slack = value.checked_mul(tolerance_percent)?.checked_div(Ratio::from_int(100))?.checked_abs()?;
        let (low, high) = (value.checked_sub(slack)?, value.checked_add(slack)?);
        let direction = match self.base.map(|base| base.value.cmp(&value)) {
            Some(std::cmp::Ordering::Less) => Direction::Up,
            Some(std::cmp::Ordering::Greater) => Direction::Down,
            _ => self.goal.better,
        };
        let (bound, met, far) = match direction {
            Direction::Up => (Bound::AtLeast, low, high),
            Direction::Down => (Bound::AtMost, high, low),
        };
        Ok(Line { base: self.base, end: value, bound, met, high: Some(far) })
    }

    pub(super) fn judge_on_line(&self, year: Year, figure: &Figure) -> Result<YearJudgement, JudgeError> {
        match self.line()? {
            Some(line) => self.judge_along(&line, year, figure),
            None => Ok(self.no_figure(year)),
        }
    }

    /// One figure along a way.
    fn judge_along(&self, line: &Line, year: Year, figure: &Figure) -> Result<YearJudgement, JudgeError> {
        let base = line.base.filter(|base| base.year < year);
        let path = self.planned(line, year)?;
        let achievement = match base.zip(path) {
            Some((base, path)) if path != base.value && !line.base_is_enough() => {
                let (gone, planned) = (figure.value.checked_sub(base.value)?, path.checked_sub(base.value)?);
                Some(gone.checked_div(planned)?)
            }
            _ => None,
        };
        let (band, rule) = self.decide(line, year, figure, achievement);
        let mut judged = self.verdict(year, band, rule);
        judged.words = judged.words.figure("figure", figure).bound(line.bound).value("target", line.met);
        if let Some((base, path)) = base.zip(path) {
            judged.words = judged.words.value("base", base.value).year("base_year", base.year).value("path", path);
        }
        if let Some(achievement) = achievement {
            judged.words = judged.words.slot("achievement", Slot::Share(achievement));
        }
        let stretch = line.high.map_or(Stretch::NotAsked, |high| stretch(figure.value, high, line.bound.direction()));
        let achievement = achievement.filter(|_| rule != Rule::CannotTell);
        Ok(YearJudgement { base, path, achievement, stretch, actual: Some(figure.value), ..judged })
    }

    /// Where the way stands in a year: the number itself at the deadline, and in every year when the base already
    /// is enough.
    pub(super) fn planned(&self, line: &Line, year: Year) -> Result<Option<Ratio>, JudgeError> {
        match line.base.filter(|base| base.year < year) {
            _ if self.is_deadline(year) => Ok(Some(line.end)),
            None => Ok(None),
            Some(_) if line.base_is_enough() => Ok(Some(line.end)),
            Some(base) => self.path_at(base, line.end, year).map(Some),
        }
    }

    /// The band and the rule of a figure on its way.
    fn decide(&self, line: &Line, year: Year, figure: &Figure, achievement: Option<Ratio>) -> (Band, Rule) {
        let meets = meets(line.bound, figure, line.met);
        match meets {
            Meets::Yes => return (Band::Achieved, Rule::Met),
            Meets::No if self.is_deadline(year) => return (Band::Missed, Rule::Missed),
            Meets::CannotTell if self.is_deadline(year) => return (Band::NoData, Rule::CannotTell),
            Meets::No | Meets::CannotTell => {}
        }
        let Some(base) = line.base else { return (Band::NoBaseline, Rule::NoBaseline) };
        if base.year >= year {
            return (Band::NotJudged, Rule::BeforeStart);
        }
        match (line.base_is_enough(), meets, achievement) {
            (true, Meets::CannotTell, _) => (Band::NoData, Rule::CannotTell),
            (true, _, _) => (Band::Worsening, Rule::LostGround),
            (false, _, Some(share)) if share.is_negative() => (Band::Worsening, Rule::PathBackward),
            (false, _, Some(share)) => (self.terms.thresholds.band(share), Rule::Path),
            (false, _, None) if figure.value == base.value => (Band::OnTrack, Rule::HeldAtBase),
            (false, _, None) => (Band::Worsening, Rule::PathBackward),
        }
    }

    /// Where the straight line from the base to the end at the deadline stands in a year.
    fn path_at(&self, base: Base, end: Ratio, year: Year) -> Result<Ratio, JudgeError> {
        let gone = Ratio::from_int(base.year.years_until(year));
        let whole = Ratio::from_int(base.year.years_until(self.goal.deadline));
        let way = end.checked_sub(base.value)?;
        Ok(base.value.checked_add(way.checked_mul(gone.checked_div(whole)?)?)?)
    }

    /// The share of areas that answer as wanted. Those that did not answer may be anything: the verdict stands
    /// only if it is the same whether none or all of them are as wanted.
    pub(super) fn judge_answers(&self, year: Year, figure: &Figure, wanted: bool) -> Result<YearJudgement, JudgeError> {
        let Some(line) = self.line()? else { return Ok(self.no_figure(year)) };
        let answered = figure.coverage.share()?;
        let wanted_of_answers = share_of_wanted(figure.value, wanted)?;
        let least = wanted_of_answers.checked_mul(answered)?;
        let silent = Ratio::ONE.checked_sub(answered)?.checked_mul(Ratio::from_int(100))?;
        let most = least.checked_add(silent)?;
        let mut judged = self.judge_along(&line, year, &Figure { value: least, ..*figure })?;
        let at_most = self.judge_along(&line, year, &Figure { value: most, ..*figure })?;
        if let Coverage::Partial { answered, expected } = figure.coverage {
            judged.detail = Detail::Answers { answered, expected };
            if judged.band != at_most.band {
                let open = self.verdict(year, Band::NoData, Rule::AnswersMissing);
                judged.words =
                    open.words.slot("answered", Slot::Count(answered)).slot("expected", Slot::Count(expected));
                (judged.band, judged.rule) = (open.band, open.rule);
            }
        }
        Ok(YearJudgement { figure: Some(*figure), ..judged })
    }
}

fn base_of_wanted(base: Base, wanted: bool) -> Result<Base, JudgeError> {
    Ok(Base { value: share_of_wanted(base.value, wanted)?, ..base })
}

/// The percentage of answers that are as wanted, from the percentage of yes.
fn share_of_wanted(yes_percent: Ratio, wanted: bool) -> Result<Ratio, JudgeError> {
    if wanted { Ok(yes_percent) } else { Ok(Ratio::from_int(100).checked_sub(yes_percent)?) }
}
