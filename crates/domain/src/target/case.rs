//! One goal against one series on one day: which years are looked at, what every kind of target shares, and which
//! kind decides a year.

use ansinh_kernel::{date::Year, ratio::Ratio};
use ansinh_packs::{
    indicator::Direction,
    target::{Bound, TargetKind},
};

use super::{
    Base, Course, Detail, Goal, JudgeError, Movement, Stretch, Terms, YearJudgement,
    band::Band,
    rule::Rule,
    series::{Coverage, Figure, Series},
    words::{Pattern, Slot, Words},
};

/// Everything a judgement is made from.
pub(super) struct Case<'a> {
    pub(super) goal: &'a Goal,
    pub(super) series: &'a Series,
    pub(super) against: Option<&'a Series>,
    pub(super) terms: &'a Terms,
    pub(super) base: Option<Base>,
}

impl<'a> Case<'a> {
    pub(super) fn new(
        goal: &'a Goal,
        series: &'a Series,
        against: Option<&'a Series>,
        terms: &'a Terms,
    ) -> Result<Case<'a>, JudgeError> {
        goal.check()?;
        if let Some(other) = against {
            let known = |measure| goal.measures.contains(measure);
            let same = other.measure == series.measure || (known(&other.measure) && known(&series.measure));
            if !same {
                let (own, other) = (series.measure.clone(), other.measure.clone());
                return Err(JudgeError::OtherConcept { own, other });
            }
        }
        Ok(Case { goal, series, against, terms, base: goal.base_for(series) })
    }

    /// The years of the plan up to the deadline, then the later ones that have a figure.
    pub(super) fn years(&self) -> impl Iterator<Item = Year> + use<'_> {
        let later = self.series.points.keys().copied().filter(|year| *year > self.goal.deadline);
        self.goal.first.through(self.goal.deadline).chain(later)
    }

    pub(super) fn judge_year(&self, year: Year) -> Result<YearJudgement, JudgeError> {
        if year > self.goal.deadline {
            return Ok(self.unjudged(year, Rule::AfterDeadline));
        }
        if let TargetKind::Cumulative { .. } = self.goal.kind {
            return self.judge_sum(year);
        }
        match self.series.points.get(&year) {
            None => Ok(YearJudgement { path: self.path_without_figure(year)?, ..self.no_figure(year) }),
            Some(figure) => self.judge_figure(year, figure),
        }
    }

    /// Where the plan stands in a year that has no figure.
    fn path_without_figure(&self, year: Year) -> Result<Option<Ratio>, JudgeError> {
        Ok(match &self.goal.kind {
            TargetKind::Limit { value, .. } | TargetKind::Count { value, .. } => Some(value.to_ratio()),
            TargetKind::Relative { .. } => self.others_figure(year),
            TargetKind::YearlyFall { .. } => self.next_step(year)?,
            _ => match self.line()? {
                Some(line) => self.planned(&line, year)?,
                None => None,
            },
        })
    }

    fn judge_figure(&self, year: Year, figure: &Figure) -> Result<YearJudgement, JudgeError> {
        match &self.goal.kind {
            TargetKind::Level { .. } | TargetKind::Range { .. } | TargetKind::Approximate { .. } => {
                self.judge_on_line(year, figure)
            }
            TargetKind::EveryArea { wanted } => self.judge_answers(year, figure, *wanted),
            TargetKind::Limit { bound, value } => self.judge_limit(year, figure, (*bound, value.to_ratio())),
            TargetKind::Relative { bound, .. } => self.judge_relative(year, figure, *bound),
            TargetKind::YearlyFall { .. } => self.judge_fall(year, figure),
            TargetKind::Count { bound, value } => Ok(self.judge_milestone(year, figure, *bound, value.to_ratio())),
            TargetKind::ShareNoFigure { .. } => Ok(self.unjudged(year, Rule::DirectionOnly)),
            TargetKind::Cumulative { .. } => self.judge_sum(year),
        }
    }

    pub(super) fn is_deadline(&self, year: Year) -> bool {
        year == self.goal.deadline
    }

    /// A year with a band and a rule and nothing else yet.
    pub(super) fn verdict(&self, year: Year, band: Band, rule: Rule) -> YearJudgement {
        let figure = self.series.points.get(&year).copied();
        let words = Words::new(rule.pattern()).year("year", year).year("deadline", self.goal.deadline);
        let words = match &figure {
            Some(figure) => told_coverage(words.figure("figure", figure), figure.coverage),
            None => words,
        };
        YearJudgement {
            year,
            base: None,
            path: None,
            figure,
            actual: figure.map(|figure| figure.value),
            achievement: None,
            band,
            rule,
            stretch: Stretch::NotAsked,
            detail: Detail::None,
            words,
        }
    }

    /// A year that is shown and not judged.
    pub(super) fn unjudged(&self, year: Year, rule: Rule) -> YearJudgement {
        self.verdict(year, Band::NotJudged, rule)
    }

    /// A year without a figure: due, or not yet.
    pub(super) fn no_figure(&self, year: Year) -> YearJudgement {
        if self.terms.is_over(year) {
            self.verdict(year, Band::NoData, Rule::NoFigure)
        } else {
            self.verdict(year, Band::NotDue, Rule::NotYetDue)
        }
    }

    /// A figure that is only a bound, and does not settle what is asked.
    pub(super) fn cannot_tell(&self, year: Year, bound: Bound, target: Slot) -> YearJudgement {
        let mut judged = self.verdict(year, Band::NoData, Rule::CannotTell);
        judged.words = judged.words.bound(bound).slot("target", target);
        judged
    }

    /// The earliest known figure before a year: the base, or the first firm figure from the base year on.
    pub(super) fn start_before(&self, year: Year) -> Option<(Year, Ratio)> {
        let known = self.series.points.range(self.goal.base_year..);
        let own = known.filter(|(_, figure)| figure.is_firm()).map(|(year, figure)| (*year, figure.value));
        let base = self.base.map(|base| (base.year, base.value));
        let first = own.min_by_key(|(year, _)| *year);
        base.or(first).filter(|(start, _)| *start < year)
    }

    /// From the earliest to the latest known figure, for a target without a number.
    pub(super) fn movement(&self) -> Result<Option<Movement>, JudgeError> {
        let TargetKind::ShareNoFigure { bound } = self.goal.kind else { return Ok(None) };
        let until_deadline = self.series.points.range(..=self.goal.deadline).rev();
        let latest = until_deadline.into_iter().find(|(_, figure)| figure.is_firm());
        let Some(to) = latest.map(|(year, figure)| (*year, figure.value)) else { return Ok(None) };
        let Some(from) = self.start_before(to.0) else { return Ok(None) };
        let course = Course::of(to.1.checked_sub(from.1)?, bound.direction());
        Ok(Some(Movement { from, to, course }))
    }
}

const OF_SOME: Pattern = Pattern {
    vi: "Số liệu của {answered}/{expected} nơi phải báo cáo.",
    en: "The figure is of {answered} of {expected} that report.",
};

/// Says so when not everyone stands behind the figure.
fn told_coverage(words: Words, coverage: Coverage) -> Words {
    match coverage {
        Coverage::Whole => words,
        Coverage::Partial { answered, expected } => {
            words.and(OF_SOME).slot("answered", Slot::Count(answered)).slot("expected", Slot::Count(expected))
        }
    }
}

/// How far a value has gone beyond the high end of a range.
pub(super) fn stretch(value: Ratio, end: Ratio, direction: Direction) -> Stretch {
    let ahead = match direction {
        Direction::Up => value.cmp(&end),
        Direction::Down => end.cmp(&value),
    };
    match ahead {
        std::cmp::Ordering::Less => Stretch::Below,
        std::cmp::Ordering::Equal => Stretch::Reached,
        std::cmp::Ordering::Greater => Stretch::Over,
    }
}
