//! How a target is said: what it asks, how it is judged, which figure a verdict rests on.

use ansinh_app::plan::{Judged, Standing};
use ansinh_domain::target::{Band, BaseFrom, HeadlineState, Movement, plain_number};
use ansinh_kernel::decimal::Decimal;
use ansinh_packs::measurement_unit::MeasurementUnit;
use ansinh_packs::target::{Bound, TargetKind};

use super::Say;
use crate::words::{RuleWords, fill};

impl Say<'_> {
    /// What a target asks, in a few words.
    pub(crate) fn asked(&self, kind: &TargetKind, unit: &MeasurementUnit) -> String {
        let w = RuleWords::of(self.lang);
        let plain = |decimal: &Decimal| plain_number(decimal.to_ratio(), self.lang);
        let number = |decimal: &Decimal| self.number(&decimal.to_ratio(), unit);
        let bounded = |bound: &Bound, value: &Decimal| format!("{} {}", bound.name(self.lang), number(value));
        match kind {
            TargetKind::Level { bound, value } | TargetKind::Count { bound, value } => bounded(bound, value),
            TargetKind::Limit { bound, value } => fill(w.each_year, &[("asked", &bounded(bound, value))]),
            TargetKind::Cumulative { bound, total, yearly, first, last } => {
                let texts = [bounded(bound, total), first.to_string(), last.to_string(), plain(yearly)];
                fill(
                    w.in_all,
                    &[("asked", &texts[0]), ("first", &texts[1]), ("last", &texts[2]), ("yearly", &texts[3])],
                )
            }
            TargetKind::Range { low, high, .. } => fill(w.from_to, &[("low", &plain(low)), ("high", &number(high))]),
            TargetKind::YearlyFall { low, high } => fill(w.fall, &[("low", &plain(low)), ("high", &plain(high))]),
            TargetKind::Relative { bound, to } => {
                fill(w.against, &[("bound", bound.name(self.lang)), ("area", &self.area(to))])
            }
            TargetKind::Approximate { value, tolerance_percent } => {
                fill(w.about, &[("value", &number(value)), ("tolerance", &plain(tolerance_percent))])
            }
            TargetKind::EveryArea { wanted: true } => w.every_yes.to_owned(),
            TargetKind::EveryArea { wanted: false } => w.every_no.to_owned(),
            TargetKind::ShareNoFigure { .. } => w.no_figure.to_owned(),
        }
    }

    /// How targets of this kind are judged, in a sentence.
    pub(crate) fn rule_of(&self, kind: &TargetKind) -> &'static str {
        let w = RuleWords::of(self.lang);
        match kind {
            TargetKind::Level { .. } => w.level,
            TargetKind::Limit { .. } => w.limit,
            TargetKind::Cumulative { .. } => w.cumulative,
            TargetKind::Range { .. } => w.range,
            TargetKind::YearlyFall { .. } => w.yearly_fall,
            TargetKind::Relative { .. } => w.relative,
            TargetKind::Count { .. } => w.count,
            TargetKind::Approximate { .. } => w.approximate,
            TargetKind::EveryArea { .. } => w.every_area,
            TargetKind::ShareNoFigure { .. } => w.share_no_figure,
        }
    }

    /// What follows a number on the scale of a target.
    pub(crate) fn scale_suffix(&self, standing: &Standing<'_>) -> String {
        match standing.target.kind {
            TargetKind::YearlyFall { .. } => format!(" {}", RuleWords::of(self.lang).points),
            _ => self.suffix(standing.unit),
        }
    }

    /// Who says where a way begins.
    pub(crate) fn base_from(&self, from: &BaseFrom) -> &'static str {
        match from {
            BaseFrom::Plan => self.p.base_of_plan,
            BaseFrom::Series | BaseFrom::EarlierYear => self.p.base_of_series,
        }
    }

    /// From where to where a figure moved, and whether that is the way the plan wants.
    pub(crate) fn movement(&self, movement: &Movement, unit: &MeasurementUnit) -> String {
        let [from, to] =
            [movement.from, movement.to].map(|(year, value)| format!("{} ({year})", self.number(&value, unit)));
        let course = self.upper(movement.course.name(self.lang));
        fill(self.p.moved, &[("from", &from), ("to", &to), ("course", &course)])
    }

    /// Year and figure a verdict rests on.
    pub(crate) fn deciding(&self, standing: &Standing<'_>, judged: &Judged<'_>) -> Option<String> {
        let year = judged.deciding()?;
        let figure = self.number(&year.actual?, standing.unit);
        let of_areas = matches!(standing.target.kind, TargetKind::EveryArea { .. });
        let figure = if of_areas { fill(self.p.as_wanted, &[("share", &figure)]) } else { figure };
        Some(format!("{}: {figure}", year.year))
    }

    /// What stands in small letters below a verdict: the figure it rests on or, without one of the deadline, the last
    /// year that has one and how it stood then.
    pub(crate) fn below(&self, standing: &Standing<'_>, judged: &Judged<'_>) -> Option<String> {
        let figure = self.deciding(standing, judged)?;
        match judged.judgement.headline.state {
            HeadlineState::NoFigureAtDeadline { last: Some((_, band)) } if band != Band::NoData => {
                Some(fill(self.p.last_known, &[("figure", &figure), ("band", band.name(self.lang))]))
            }
            _ => Some(figure),
        }
    }
}
