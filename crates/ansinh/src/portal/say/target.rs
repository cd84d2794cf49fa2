//! How a target is said: what it asks, how it is judged, which figure a verdict rests on.

use ansinh_app::plan::{Duties, GroupStanding, Judged, Standing};
use ansinh_domain::target::{Band, BaseFrom, Evidence, Movement, Rule, YearJudgement, plain_number};
use ansinh_kernel::area::AreaLevel;
use ansinh_kernel::decimal::Decimal;
use ansinh_packs::measurement_unit::MeasurementUnit;
use ansinh_packs::target::{Bound, DutyRole, TargetKind};

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
                let area = if to.level() == AreaLevel::Nation { w.nation.to_owned() } else { self.area(to) };
                fill(against(w, *bound), &[("area", &area)])
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

    /// How many targets an agency leads and joins now, and had before.
    pub(crate) fn charges(&self, duties: &Duties<'_>) -> String {
        let holding = |lead: bool| {
            let charges = duties.targets.iter().filter(|charge| charge.holds);
            self.count(&charges.filter(|charge| (charge.role == DutyRole::Lead) == lead).count())
        };
        let now = fill(self.p.charges, &[("leads", &holding(true)), ("joins", &holding(false))]);
        match duties.targets.iter().filter(|charge| !charge.holds).count() {
            0 => now,
            before => format!("{now} {}", self.counted(self.p.charges_before, &before)),
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

    /// The verdict in a word; where there is none, which figures are missing.
    pub(crate) fn verdict(&self, standing: &Standing<'_>, judged: &Judged<'_>) -> String {
        let band = judged.band();
        match (band, judged.evidence()) {
            (Band::NoData, Evidence::Nothing) => self.p.known_nothing.to_owned(),
            (Band::NoData, Evidence::NotAtDeadline) => {
                fill(self.p.known_elsewhere, &[("year", &standing.target.deadline.to_string())])
            }
            (Band::NoData, Evidence::AtDeadline) => self.p.known_too_little.to_owned(),
            _ => band.name(self.lang).to_owned(),
        }
    }

    /// The figure nearest to a deadline that has none of its own, and how it stood then: `2018`, its value and
    /// address, and a few words.
    pub(crate) fn latest(&self, standing: &Standing<'_>, judged: &Judged<'_>) -> Option<Latest> {
        let nearest = judged.nearest.filter(|_| judged.evidence() == Evidence::NotAtDeadline)?;
        let (origin, measure) = (judged.origin(), &judged.measure.id);
        let figure = nearest.figure.qualifier.qualify(&self.number(&nearest.figure.value, standing.unit), self.lang);
        let known =
            self.deciding(standing, judged).filter(|_| matches!(standing.target.kind, TargetKind::EveryArea { .. }));
        Some(Latest {
            figure: known.unwrap_or_else(|| format!("{}: {figure}", nearest.year)),
            href: format!("{}/figures/{measure}/{origin}/{}/{}", self.base, nearest.area, nearest.year),
            stood: self.stood(judged),
        })
    }

    /// How a target without the figure of its deadline stood in the last year that has one.
    pub(crate) fn stood(&self, judged: &Judged<'_>) -> String {
        let nearest = judged.nearest.map(|nearest| nearest.year);
        let band = |year: &YearJudgement| self.band_then(&year.band);
        match (judged.last_judged(), nearest.and_then(|year| judged.judgement.year(year))) {
            (Some(year), _) if Some(year.year) == nearest && year.band == Band::Achieved => {
                self.p.stood_there.to_owned()
            }
            (Some(year), _) if Some(year.year) == nearest => fill(self.p.stood, &[("band", band(year))]),
            (Some(year), _) => fill(self.p.stood_before, &[("year", &year.year.to_string()), ("band", band(year))]),
            (None, Some(year)) if year.rule == Rule::AfterDeadline => self.p.stood_outside.to_owned(),
            (None, Some(year)) if year.band == Band::NoData => self.p.stood_unknown.to_owned(),
            (None, Some(year)) => band(year).to_owned(),
            (None, None) => self.p.stood_outside.to_owned(),
        }
    }

    /// The band of a year before the deadline; what was met then is not said to be met.
    pub(crate) fn band_then(&self, band: &Band) -> &'static str {
        if *band == Band::Achieved { self.p.there_then } else { band.name(self.lang) }
    }

    /// The look of that band: on track where it was met.
    pub(crate) fn slug_then(&self, band: &Band) -> &'static str {
        if *band == Band::Achieved { Band::OnTrack.as_str() } else { band.as_str() }
    }

    /// How many targets of a group lack figures, and which.
    pub(crate) fn lacking(&self, group: &GroupStanding<'_>) -> Vec<String> {
        let word = |evidence: Evidence| match evidence {
            Evidence::Nothing => Some(self.p.few_nothing),
            Evidence::NotAtDeadline => Some(self.p.few_elsewhere),
            Evidence::Running | Evidence::AtDeadline => None,
        };
        let counts = group.evidence().into_iter();
        counts.filter_map(|(evidence, count)| Some(self.counted(word(evidence)?, &count))).collect()
    }

    /// What stands in small letters below a verdict that rests on a figure: that figure.
    pub(crate) fn below(&self, standing: &Standing<'_>, judged: &Judged<'_>) -> Option<String> {
        self.deciding(standing, judged).filter(|_| judged.evidence() != Evidence::NotAtDeadline)
    }
}

const fn against(w: &RuleWords, bound: Bound) -> &'static str {
    match bound {
        Bound::AtMost => w.not_above,
        Bound::LessThan => w.below,
        Bound::AtLeast => w.not_below,
        Bound::MoreThan => w.above,
    }
}

/// The last figure of a target that has none of its deadline.
#[derive(Clone, Debug)]
pub(crate) struct Latest {
    /// Year and value.
    pub(crate) figure: String,
    /// The page of the figure.
    pub(crate) href: String,
    /// How the target stood then.
    pub(crate) stood: String,
}
