//! What is judged: the promise of one target, as far as arithmetic needs it, and the terms of the judging.

use ansinh_kernel::{
    date::{Date, Year},
    figure::Origin,
    id::MeasureId,
    ratio::Ratio,
};
use ansinh_packs::{
    indicator::{Direction, Indicators},
    plan::Plan,
    target::{Target, TargetKind},
};

use super::{JudgeError, band::BandThresholds, series::Series};

/// The promise of one target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The kind, with its numbers.
    pub kind: TargetKind,
    /// The first year of the plan.
    pub first: Year,
    /// The year by whose end it must be met.
    pub deadline: Year,
    /// The year whose end the way is measured from.
    pub base_year: Year,
    /// The base that the plan's own file gives for that year.
    pub baseline: Option<PlanBaseline>,
    /// The measures that share one concept, so that the baseline of one holds for all.
    pub measures: Vec<MeasureId>,
    /// Which way is better.
    pub better: Direction,
    /// Where the numbers may lie.
    pub scale: Scale,
}

/// The base that the plan's file gives, with the measure it was counted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanBaseline {
    /// The value in the unit it is shown in.
    pub value: Ratio,
    /// What it was counted by.
    pub measure: MeasureId,
}

/// Where the numbers of an indicator may lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// From 0 to 100.
    Percent,
    /// From 0 on, without an end.
    Open,
}

/// The day on which is judged, and by which bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The day; a year counts as over on the day after its last.
    pub today: Date,
    /// What is on track and what is slow.
    pub thresholds: BandThresholds,
}

impl Terms {
    /// The usual bands, on this day.
    pub fn on(today: Date) -> Terms {
        Terms { today, thresholds: BandThresholds::default() }
    }

    pub(super) fn is_over(&self, year: Year) -> bool {
        year.last_day() < self.today
    }
}

/// The figure a way is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Base {
    /// Its year.
    pub year: Year,
    /// Its value.
    pub value: Ratio,
    /// Who says so.
    pub from: BaseFrom,
}

/// Where a base comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseFrom {
    /// The plan's own file.
    Plan,
    /// The judged series itself, in the base year.
    Series,
    /// The judged series itself, in an earlier year of the plan: the fall on the year before, or a mean.
    EarlierYear,
}

impl Goal {
    /// The promise of a target of this plan, for the plan's own area. Without a baseline in the plan's file the
    /// base year is the year before the plan begins.
    pub fn of(plan: &Plan, target: &Target, indicators: &Indicators) -> Goal {
        let indicator = indicators.get(&target.indicator);
        let percent = indicator.is_some_and(|indicator| indicator.unit == "percent");
        let first = plan.period.first_year();
        let year_before = first.plus(-1).unwrap_or(first);
        Goal {
            kind: target.kind.clone(),
            first,
            deadline: target.deadline,
            base_year: target.baseline.as_ref().map_or(year_before, |baseline| baseline.year),
            baseline: target
                .baseline
                .as_ref()
                .map(|baseline| PlanBaseline { value: baseline.value.to_ratio(), measure: baseline.measure.clone() }),
            measures: target.measures.clone(),
            better: indicator.and_then(|indicator| indicator.better).unwrap_or(Direction::Up),
            scale: if percent { Scale::Percent } else { Scale::Open },
        }
    }

    /// The same promise for another area, where the plan's baseline does not hold: the base is then the area's
    /// own figure of the base year.
    pub fn for_other_area(self) -> Goal {
        Goal { baseline: None, ..self }
    }

    /// Refuses a goal on which no way can be drawn.
    pub(super) fn check(&self) -> Result<(), JudgeError> {
        if self.deadline < self.first {
            return Err(JudgeError::DeadlineBeforePlan { deadline: self.deadline, first: self.first });
        }
        if self.base_year >= self.deadline {
            return Err(JudgeError::BaseNotBeforeDeadline { base: self.base_year, deadline: self.deadline });
        }
        Ok(())
    }

    /// The figure the way is measured from. The plan's own baseline, when the series counts the same concept and
    /// is not made up; else the series' own figure of the base year. Measures and origins are never mixed.
    pub(super) fn base_for(&self, series: &Series) -> Option<Base> {
        let of_plan = self.baseline.as_ref().filter(|baseline| self.speaks_of(baseline, series));
        let of_plan = of_plan.map(|baseline| (baseline.value, BaseFrom::Plan));
        let own = series.points.get(&self.base_year).filter(|figure| figure.is_firm());
        let own = own.map(|figure| (figure.value, BaseFrom::Series));
        of_plan.or(own).map(|(value, from)| Base { year: self.base_year, value, from })
    }

    fn speaks_of(&self, baseline: &PlanBaseline, series: &Series) -> bool {
        let same_concept = baseline.measure == series.measure
            || (self.measures.contains(&baseline.measure) && self.measures.contains(&series.measure));
        series.origin != Origin::Illustrative && same_concept
    }
}
