//! How a target stands: yearly figures in, a band for each year and for the whole out, each with the base, the
//! value the plan's own path has, the share of the way gone, the rule that decided and a sentence that shows it.
//!
//! Everything is linear and exact. Figures of different measures or origins are never put into one series; a
//! missing year is never zero; `<` and `>` are strict at the deadline.

mod aim;
mod band;
mod bound;
mod case;
mod cumulative;
mod error;
mod evidence;
mod fall;
mod forecast;
mod goal;
mod headline;
mod limit;
mod path;
mod rule;
mod series;
mod words;

use ansinh_kernel::{date::Year, figure::Origin, id::MeasureId, ratio::Ratio};

pub use aim::{AimGoal, AimJudgement, Course, judge_aim};
pub use band::{Band, BandThresholds};
pub use error::JudgeError;
pub use evidence::Evidence;
pub use forecast::{Forecast, ForecastMethod};
pub use goal::{Base, BaseFrom, Goal, PlanBaseline, Scale, Terms};
pub use headline::{Headline, HeadlineState};
pub use rule::Rule;
pub use series::{Coverage, Figure, Series};
pub use words::{Pattern, Piece, Slot, Words, plain_number};

use case::Case;

/// Judges one series against one goal. `against` is the series of the area compared with, of the same concept;
/// only a relative target asks for it.
///
/// # Errors
/// [`JudgeError`] when the goal contradicts itself, when `against` counts something else, or when an exact number
/// does not fit 128 bits.
pub fn judge(goal: &Goal, series: &Series, against: Option<&Series>, terms: &Terms) -> Result<Judgement, JudgeError> {
    let case = Case::new(goal, series, against, terms)?;
    let years = case.years().map(|year| case.judge_year(year)).collect::<Result<Vec<_>, _>>()?;
    Ok(Judgement {
        measure: series.measure.clone(),
        origin: series.origin,
        base: case.base,
        nearest: series.nearest_to(goal.deadline),
        headline: headline::headline(&case, &years),
        forecast: forecast::forecast(&case)?,
        movement: case.movement()?,
        years,
    })
}

/// The judgement that speaks for a target of several series: the first, in the caller's order, that knows a figure
/// of a year that is judged; else the first that knows any figure; the first of all when none does.
pub fn principal(judgements: &[Judgement]) -> Option<&Judgement> {
    let knows_any = |one: &&Judgement| one.nearest.is_some();
    judgements.iter().find(|one| one.knows_a_year()).or(judgements.iter().find(knows_any)).or(judgements.first())
}

/// How one series stands against one goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What was counted.
    pub measure: MeasureId,
    /// Where the figures came from.
    pub origin: Origin,
    /// The figure the way is measured from, if there is one.
    pub base: Option<Base>,
    /// Every year from the first of the plan to the deadline, then later years that have a figure; ascending.
    pub years: Vec<YearJudgement>,
    /// The figure nearest to the deadline: the last one up to it or, without any, the first one after it.
    pub nearest: Option<(Year, Figure)>,
    /// How the target stands as a whole.
    pub headline: Headline,
    /// Where it would stand at the deadline if it went on so.
    pub forecast: Option<Forecast>,
    /// From where to where it moved, for a target without a figure.
    pub movement: Option<Movement>,
}

impl Judgement {
    /// The judgement of a year.
    pub fn year(&self, year: Year) -> Option<&YearJudgement> {
        self.years.iter().find(|one| one.year == year)
    }

    /// Which figures there are.
    pub const fn evidence(&self) -> Evidence {
        Evidence::of(self)
    }

    /// The last year, up to the deadline, whose own figure says how the target stood then. Short of the deadline it
    /// says nothing about whether the target was met there.
    pub fn last_judged(&self) -> Option<&YearJudgement> {
        headline::last_judged(&self.years)
    }

    fn knows_a_year(&self) -> bool {
        let judged = |one: &&YearJudgement| one.rule != Rule::AfterDeadline;
        self.years.iter().filter(judged).any(|one| one.figure.is_some())
    }
}

/// How one year stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearJudgement {
    /// The year.
    pub year: Year,
    /// The figure this year is measured from.
    pub base: Option<Base>,
    /// Where the plan's own path, limit or comparison stands in this year.
    pub path: Option<Ratio>,
    /// The figure of the year as it is known.
    pub figure: Option<Figure>,
    /// The number that is compared with the path: the figure, or the sum so far.
    pub actual: Option<Ratio>,
    /// The share of the way to go that is gone: 1 is exactly as planned. For limits, how near the limit is.
    pub achievement: Option<Ratio>,
    /// The verdict.
    pub band: Band,
    /// The rule that decided.
    pub rule: Rule,
    /// How it stands to the high end, where the plan names one.
    pub stretch: Stretch,
    /// What only this kind of target knows.
    pub detail: Detail,
    /// The sentence that shows the rule with its numbers.
    pub words: Words,
}

/// How a figure stands to the high end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch {
    /// The plan names none.
    NotAsked,
    /// Not there.
    Below,
    /// Exactly there.
    Reached,
    /// Beyond it.
    Over,
}

/// What only some kinds of targets know of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Nothing more.
    None,
    /// The sum of the years known so far, and the years that are missing from it.
    Sum {
        /// Sum of what is known, incomplete years included as far as counted.
        known: Ratio,
        /// Years up to this one without a complete figure.
        missing: Vec<Year>,
    },
    /// The fall on the year before and the mean fall so far, in points; a rise is negative.
    Fall {
        /// On the year before, when that year is known.
        of_year: Option<Ratio>,
        /// The mean from the earliest known year, the base included.
        mean: Option<MeanFall>,
    },
    /// The figure of the area compared with.
    Other {
        /// Its value.
        value: Ratio,
    },
    /// How many areas answered.
    Answers {
        /// Those that did.
        answered: i64,
        /// Those that were asked.
        expected: i64,
    },
}

/// A mean yearly fall between two known years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeanFall {
    /// The earlier year.
    pub from: Year,
    /// The later year.
    pub to: Year,
    /// Points a year; negative when it rose.
    pub points: Ratio,
}

/// From where to where a series moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The earliest known year, the base included, and its value.
    pub from: (Year, Ratio),
    /// The latest known year and its value.
    pub to: (Year, Ratio),
    /// Whether that is the way the plan wants.
    pub course: Course,
}

#[cfg(test)]
mod tests;
