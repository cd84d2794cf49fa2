//! Rolling figures up over places and over time: two separate operators, as pure arithmetic. One corrected cell
//! gives the few differences that keep every stored total right, and [`roll_up`] gives the same totals from scratch.
//!
//! Shares add numerators and denominators, never percentages; counts add; yes-or-no answers count the yes among
//! the answers. Decimals as printed, and measures that do not roll up over places, have no totals.

use std::collections::BTreeMap;

use ansinh_kernel::{
    area::AreaId,
    figure::Value,
    period::{Frequency, Period},
    problem::Fault,
};
use ansinh_packs::{
    area::AreaTree,
    indicator::{Measure, PlaceRollUp, Shape, TimeRollUp},
};

use crate::figure::level_of;

/// One accepted cell of a reporter that changes.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// The reporter.
    pub area: &'a AreaId,
    /// The period reported.
    pub period: Period,
    /// The accepted value so far, if there was one.
    pub old: Option<Value>,
    /// The accepted value from now on, if there is one.
    pub new: Option<Value>,
    /// The same reporter's accepted values of the same measure, origin and breakdown in other periods. Only needed
    /// where the last period stands for the year; the changed period itself is not looked at.
    pub siblings: &'a BTreeMap<Period, Value>,
}

/// What one change adds to a stored total. A total whose reporters come to zero no longer exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delta {
    /// The area of the total.
    pub area: AreaId,
    /// Its period.
    pub period: Period,
    /// Added to the numerator.
    pub numerator: i64,
    /// Added to the denominator.
    pub denominator: i64,
    /// Added to the number of reporter cells that stand behind the total.
    pub reporters: i64,
}

/// A total over places and time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Total {
    /// Sum of counts, of numerators, or of areas that say yes.
    pub numerator: i64,
    /// Sum of denominators, or of areas that answered; zero for counts.
    pub denominator: i64,
    /// How many reporter cells stand behind it.
    pub reporters: i64,
}

/// Why a roll-up cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RollUpError {
    /// A sum does not fit 64 bits.
    #[error("tổng cộng vượt quá phạm vi số của hệ thống")]
    Overflow,
    /// A value is not of the shape of its measure.
    #[error("giá trị không đúng loại của số liệu")]
    WrongShape,
}

impl Fault for RollUpError {
    fn code(&self) -> &'static str {
        match self {
            RollUpError::Overflow => "rollup-overflow",
            RollUpError::WrongShape => "rollup-wrong-shape",
        }
    }

    fn mend(&self) -> String {
        match self {
            RollUpError::Overflow => "Kiểm tra lại các số: có số lớn bất thường".into(),
            RollUpError::WrongShape => "Nhập lại số liệu theo đúng loại".into(),
        }
    }
}

/// Whether a change of this measure must be told the same reporter's other periods: its last period stands for the
/// year, and a year has several.
pub fn looks_at_siblings(measure: &Measure) -> bool {
    measure.per_time == TimeRollUp::Last && measure.frequency != Frequency::Year
}

/// The differences that one change makes to every total it is part of: the reporter and all that contain it, in
/// its own period and all that contain that. Totals that do not change are left out.
///
/// `plan_periods` are the periods of plans, such as 2016..2020, for which sums are kept.
///
/// # Errors
/// [`RollUpError`].
pub fn deltas(
    measure: &Measure,
    areas: &AreaTree,
    plan_periods: &[Period],
    change: &Change,
) -> Result<Vec<Delta>, RollUpError> {
    let rules = Rules { measure, areas, plan_periods };
    let mut found = Vec::new();
    for period in rules.total_periods(change.period) {
        let before = rules.part_of(change, change.old, period)?;
        let after = rules.part_of(change, change.new, period)?;
        let added = after.minus(&before)?;
        if added == Total::default() {
            continue;
        }
        found.extend(rules.outer(change.area).map(|area| Delta {
            area: area.clone(),
            period,
            numerator: added.numerator,
            denominator: added.denominator,
            reporters: added.reporters,
        }));
    }
    Ok(found)
}

/// How one measure rolls up over these areas and periods.
struct Rules<'a> {
    measure: &'a Measure,
    areas: &'a AreaTree,
    plan_periods: &'a [Period],
}

impl<'a> Rules<'a> {
    /// The periods whose totals a cell of this period may be part of, its own first; none for what never adds up.
    fn total_periods(&self, period: Period) -> Vec<Period> {
        let adds = matches!(self.measure.shape, Shape::Count | Shape::Ratio | Shape::Flag);
        if self.measure.per_place == PlaceRollUp::None || !adds {
            return Vec::new();
        }
        let mut periods = vec![period];
        if self.measure.per_time != TimeRollUp::None {
            periods.extend(period.containers(None));
        }
        if self.measure.per_time == TimeRollUp::Sum {
            let plans = self.plan_periods.iter().filter(|plan| plan.contains(&period));
            let new: Vec<Period> = plans.copied().filter(|plan| !periods.contains(plan)).collect();
            periods.extend(new);
        }
        periods
    }

    /// A reporter and every area it lies in.
    fn outer(&self, area: &'a AreaId) -> impl Iterator<Item = &'a AreaId> + use<'a> {
        std::iter::once(area).chain(self.areas.containers(area))
    }

    /// Whether each cell adds to the total of this period by itself; else only the last one in it counts.
    fn adds_up(&self, own: Period, period: Period) -> bool {
        period == own || self.measure.per_time == TimeRollUp::Sum
    }

    /// Whether a cell may stand for a longer period. A reporter that ended before the longer period did says
    /// nothing about its end; its successor does.
    fn may_stand_for(&self, area: &AreaId, own: Period, period: Period) -> bool {
        let is_part = own.frequency() == Some(self.measure.frequency) && period.contains(&own);
        is_part && self.areas.version_on(area, period.last_day()).is_some()
    }

    /// What the reporter adds to the total of a period, when `own` is the value of the changed cell.
    fn part_of(&self, change: &Change, own: Option<Value>, period: Period) -> Result<Total, RollUpError> {
        let counted = if self.adds_up(change.period, period) {
            own
        } else {
            let others = change.siblings.iter().filter(|(part, _)| **part != change.period);
            let own = own.map(|value| (change.period, value));
            let parts = others.map(|(part, value)| (*part, *value)).chain(own);
            let standing = parts.filter(|(part, _)| self.may_stand_for(change.area, *part, period));
            standing.max_by_key(|(part, _)| part.last_day()).map(|(_, value)| value)
        };
        counted.map_or(Ok(Total::default()), |value| Total::of(self.measure.shape, value))
    }

    /// For every reporter and every period of a total, the cells that count for it.
    fn standing_cells(
        &self,
        cells: &'a BTreeMap<(AreaId, Period), Value>,
    ) -> impl Iterator<Item = (&'a AreaId, Period, Value)> + use<'a> {
        let mut standing = Vec::new();
        let mut last: BTreeMap<(&AreaId, Period), (Period, Value)> = BTreeMap::new();
        for ((area, own), value) in cells {
            for period in self.total_periods(*own) {
                let latest = |(before, _): &(Period, Value)| before.last_day() < own.last_day();
                if self.adds_up(*own, period) {
                    standing.push((area, period, *value));
                } else if self.may_stand_for(area, *own, period) && last.get(&(area, period)).is_none_or(latest) {
                    last.insert((area, period), (*own, *value));
                }
            }
        }
        let last = last.into_iter().map(|((area, period), (_, value))| (area, period, value));
        standing.into_iter().chain(last)
    }
}

impl Total {
    /// What one cell adds.
    fn of(shape: Shape, value: Value) -> Result<Total, RollUpError> {
        let (numerator, denominator) = match (shape, value) {
            (Shape::Count, Value::Count(count)) => (count, 0),
            (Shape::Ratio, Value::Ratio { numerator, denominator, .. }) => (numerator, denominator),
            (Shape::Flag, Value::Flag(yes)) => (i64::from(yes), 1),
            _ => return Err(RollUpError::WrongShape),
        };
        Ok(Total { numerator, denominator, reporters: 1 })
    }

    /// Adds a difference.
    ///
    /// # Errors
    /// [`RollUpError::Overflow`].
    pub fn add(&mut self, delta: &Delta) -> Result<(), RollUpError> {
        let Delta { numerator, denominator, reporters, .. } = *delta;
        *self = self.plus(&Total { numerator, denominator, reporters })?;
        Ok(())
    }

    fn plus(&self, other: &Total) -> Result<Total, RollUpError> {
        self.combine(other, i64::checked_add)
    }

    fn minus(&self, other: &Total) -> Result<Total, RollUpError> {
        self.combine(other, i64::checked_sub)
    }

    fn combine(&self, other: &Total, with: fn(i64, i64) -> Option<i64>) -> Result<Total, RollUpError> {
        let part = |own, other| with(own, other).ok_or(RollUpError::Overflow);
        Ok(Total {
            numerator: part(self.numerator, other.numerator)?,
            denominator: part(self.denominator, other.denominator)?,
            reporters: part(self.reporters, other.reporters)?,
        })
    }

    /// Whether any cell stands behind it.
    pub const fn is_empty(&self) -> bool {
        self.reporters == 0
    }

    /// The value to show: a count, or so many of so many. None when no cell stands behind it.
    pub fn value(&self, shape: Shape) -> Option<Value> {
        match shape {
            _ if self.is_empty() => None,
            Shape::Count => Some(Value::Count(self.numerator)),
            Shape::Ratio | Shape::Flag => Value::ratio(self.numerator, self.denominator).ok(),
            Shape::Decimal { .. } => None,
        }
    }
}

/// Every total of these accepted cells of one measure, origin and breakdown, from scratch: the reference that the
/// differences are held against, and the way to rebuild stored totals.
///
/// # Errors
/// [`RollUpError`].
pub fn roll_up(
    measure: &Measure,
    areas: &AreaTree,
    plan_periods: &[Period],
    cells: &BTreeMap<(AreaId, Period), Value>,
) -> Result<BTreeMap<(AreaId, Period), Total>, RollUpError> {
    let rules = Rules { measure, areas, plan_periods };
    let mut totals: BTreeMap<(AreaId, Period), Total> = BTreeMap::new();
    for (area, period, value) in rules.standing_cells(cells) {
        let part = Total::of(measure.shape, value)?;
        for outer in rules.outer(area) {
            let total = totals.entry((outer.clone(), period)).or_default();
            *total = total.plus(&part)?;
        }
    }
    Ok(totals)
}

/// How many reporter cells a complete total of an area and a period has. For a sum over time every part of the
/// period counts with the reporters of its own last day; where the last part stands for the whole, each reporter
/// counts once. Zero when nobody reports.
pub fn expected_cells(measure: &Measure, areas: &AreaTree, area: &AreaId, period: Period) -> usize {
    let Some(level) = level_of(measure.collected_at) else { return 0 };
    match (measure.per_time, period.frequency() == Some(measure.frequency)) {
        (TimeRollUp::Sum, false) => {
            let parts = period.parts(measure.frequency);
            parts.iter().map(|part| areas.reporters(area, level, part).len()).sum()
        }
        _ => areas.reporters(area, level, &period).len(),
    }
}

#[cfg(test)]
mod tests;
