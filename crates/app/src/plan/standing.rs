//! How targets stand, for many at once: one read of all their figures, one judgement for each series, the official one
//! and the illustrative one kept apart.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_domain::target::{
    Band, Coverage, Evidence, Figure, Goal, Judgement, Series, Terms, YearJudgement, judge, principal,
};
use ansinh_kernel::area::AreaId;
use ansinh_kernel::date::Year;
use ansinh_kernel::figure::{Origin, Value};
use ansinh_kernel::id::MeasureId;
use ansinh_kernel::period::Period;
use ansinh_kernel::ratio::RatioError;
use ansinh_packs::agency::Lead;
use ansinh_packs::indicator::{Indicator, Measure, Shape};
use ansinh_packs::measurement_unit::MeasurementUnit;
use ansinh_packs::plan::Plan;
use ansinh_packs::publication::{PublishedFigure, Source};
use ansinh_packs::target::{Target, TargetKind};
use ansinh_store::Read;

use crate::context::App;
use crate::error::{AppError, AppResult};

use super::gather::{Ask, Shown};
use super::gauge::{Gauge, deciding};

/// Origins that speak officially, in order.
const OFFICIAL: [Origin; 2] = [Origin::Reported, Origin::Published];

/// How one target stands.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// Its plan.
    pub plan: &'a Plan,
    /// The target.
    pub target: &'a Target,
    /// The indicator it is about.
    pub indicator: &'a Indicator,
    /// The unit of its numbers.
    pub unit: &'a MeasurementUnit,
    /// By reported figures, else published ones.
    pub official: Judged<'a>,
    /// By illustrative figures, where there are any; always labelled.
    pub illustrative: Option<Judged<'a>>,
    /// Who leads it today.
    pub lead: Option<Lead<'a>>,
}

/// One judgement with the measure it rests on.
#[derive(Clone, Debug)]
pub struct Judged<'a> {
    /// What was counted.
    pub measure: &'a Measure,
    /// The judgement.
    pub judgement: Judgement,
    /// The same on a scale, where the plan names a number.
    pub gauge: Option<Gauge>,
    /// The figure nearest to the deadline, whatever it is good for; none when there is none of any year.
    pub nearest: Option<Nearest<'a>>,
}

/// The figure nearest to a deadline: the last one up to it or, without any, the first one after it.
#[derive(Clone, Copy, Debug)]
pub struct Nearest<'a> {
    /// Its year.
    pub year: Year,
    /// What it says.
    pub figure: Figure,
    /// The area it speaks of: that of the plan, or the group it lives on as.
    pub area: &'a AreaId,
    /// Where it was printed, if it was.
    pub source: Option<&'a Source>,
}

impl Judged<'_> {
    /// The verdict.
    #[must_use]
    pub fn band(&self) -> Band {
        self.judgement.headline.band
    }

    /// Where the figures come from.
    #[must_use]
    pub fn origin(&self) -> Origin {
        self.judgement.origin
    }

    /// Whether it must carry the label of made-up figures.
    #[must_use]
    pub fn is_illustrative(&self) -> bool {
        self.origin() == Origin::Illustrative
    }

    /// The year the verdict rests on, or the last one known.
    #[must_use]
    pub fn deciding(&self) -> Option<&YearJudgement> {
        deciding(&self.judgement)
    }

    /// Whether there is a figure of the deadline, of other years only, or of none.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        self.judgement.evidence()
    }

    /// Whether any figure stands behind it.
    #[must_use]
    pub fn has_figures(&self) -> bool {
        self.judgement.nearest.is_some()
    }

    /// The last year that could be judged, where the deadline has passed without its own figure.
    #[must_use]
    pub fn last_judged(&self) -> Option<&YearJudgement> {
        self.judgement.last_judged().filter(|_| self.evidence() == Evidence::NotAtDeadline)
    }
}

/// Figures of an area and of the area it is compared with, found by measure and origin.
#[derive(Debug, Default)]
pub(crate) struct SeriesBook {
    series: BTreeMap<(MeasureId, Origin, AreaId), Series>,
}

impl SeriesBook {
    /// Keeps the yearly totals of what is shown; what is withheld judges nothing. `standing_for` names the area that
    /// a figure of a later group speaks for.
    pub(crate) fn of<'a>(
        shown: impl IntoIterator<Item = &'a Shown<'a>>,
        speaks_for: impl Fn(&Shown<'_>) -> Option<AreaId>,
    ) -> AppResult<Self> {
        let mut book = Self::default();
        for one in shown {
            let (Some(year), Some(value), true) = (one.year(), one.value(), one.is_total()) else { continue };
            let Some(area) = speaks_for(one) else { continue };
            let figure = figure_of(one, value).map_err(|error| AppError::Broken(error.to_string()))?;
            let key = (one.measure.id.clone(), one.origin, area);
            let series = book.series.entry(key).or_insert_with(|| Series::new(one.measure.id.clone(), one.origin, []));
            series.points.insert(year, figure);
        }
        Ok(book)
    }

    pub(crate) fn get(&self, measure: &Measure, origin: Origin, area: &AreaId) -> Series {
        let key = (measure.id.clone(), origin, area.clone());
        self.series.get(&key).cloned().unwrap_or_else(|| Series::new(measure.id.clone(), origin, []))
    }
}

/// The figure of a year as the domain judges it.
fn figure_of(shown: &Shown<'_>, value: Value) -> Result<Figure, RatioError> {
    if let (Shape::Flag, Value::Ratio { numerator, denominator, .. }) = (shown.measure.shape, value) {
        let expected = match shown.coverage {
            Coverage::Whole => denominator,
            Coverage::Partial { expected, .. } => expected,
        };
        return Figure::answers(numerator, denominator, expected);
    }
    Ok(Figure::total(value, shown.qualifier, shown.coverage))
}

impl App {
    /// How these targets of a plan stand today.
    pub(crate) async fn standings<'a>(
        &'a self,
        read: &mut Read,
        plan: &'a Plan,
        targets: &[&'a Target],
    ) -> AppResult<Vec<Standing<'a>>> {
        let ids: BTreeSet<_> = targets.iter().flat_map(|target| &target.measures).collect();
        let measures = self.measures_of(ids);
        let others = targets.iter().filter_map(|target| compared_with(target)).cloned();
        let mut areas: Vec<AreaId> = self.with_group(&plan.area).into_iter().chain(others).collect();
        areas.sort();
        areas.dedup();
        let ask = Ask { periods: self.periods_of(&measures), measures, areas };
        let gathered = self.gather(read, &ask).await?;
        let book = SeriesBook::of(&gathered.shown, |one| self.speaks_for(&plan.area, one))?;
        targets.iter().map(|target| self.standing(plan, target, &book)).collect()
    }

    /// The area of the plan, for what is said of it or of the group it lives on as, each in its own time; any other
    /// area for itself.
    pub(crate) fn speaks_for(&self, area: &AreaId, shown: &Shown<'_>) -> Option<AreaId> {
        let group = self.packs.areas.continued_as(area);
        if &shown.area != area && Some(&shown.area) != group {
            return Some(shown.area.clone());
        }
        (self.standing_for(area, &shown.period) == &shown.area).then(|| area.clone())
    }

    pub(crate) fn standing<'a>(
        &'a self,
        plan: &'a Plan,
        target: &'a Target,
        book: &SeriesBook,
    ) -> AppResult<Standing<'a>> {
        let indicator = self.indicator_of(&target.indicator)?;
        let official = self
            .judged(plan, target, book, &OFFICIAL)?
            .ok_or_else(|| AppError::Broken(format!("{} has no measure", target.id)))?;
        let illustrative = self.judged(plan, target, book, &[Origin::Illustrative])?.filter(Judged::has_figures);
        Ok(Standing {
            plan,
            target,
            indicator,
            unit: self.unit_of(indicator)?,
            official,
            illustrative,
            lead: self.packs.agencies.lead_on(target, self.today()),
        })
    }

    /// The judgement that speaks for a target among these origins; measures go before origins.
    fn judged<'a>(
        &'a self,
        plan: &'a Plan,
        target: &Target,
        book: &SeriesBook,
        origins: &[Origin],
    ) -> AppResult<Option<Judged<'a>>> {
        let goal = Goal::of(plan, target, &self.packs.indicators);
        let terms = Terms::on(self.today());
        let measures = self.measures_of(&target.measures);
        let mut judgements = Vec::new();
        for measure in &measures {
            for origin in origins {
                let series = book.get(measure, *origin, &plan.area);
                let against = compared_with(target).map(|other| self.against(&measures, measure, *origin, other, book));
                let judgement = judge(&goal, &series, against.as_ref(), &terms);
                judgements.push(judgement.map_err(|error| AppError::Broken(format!("{}: {error}", target.id)))?);
            }
        }
        let Some(chosen) = principal(&judgements).cloned() else { return Ok(None) };
        let Some(measure) = self.packs.indicators.measure(&chosen.measure) else { return Ok(None) };
        let gauge = Gauge::of(&target.kind, &chosen)?;
        let nearest = chosen.nearest.map(|(year, figure)| self.nearest(plan, &chosen, (year, figure)));
        Ok(Some(Judged { measure, judgement: chosen, gauge, nearest }))
    }

    fn nearest<'a>(&'a self, plan: &'a Plan, judgement: &Judgement, (year, figure): (Year, Figure)) -> Nearest<'a> {
        let period = Period::Year(year);
        let area = self.standing_for(&plan.area, &period);
        let same = |one: &&PublishedFigure| {
            &one.area == area
                && one.period == period
                && one.breakdown.is_total()
                && one.value.to_ratio() == figure.value
        };
        let published = judgement.origin == Origin::Published;
        let printed = self.packs.publications.figures_of(&judgement.measure).filter(same).last();
        let source = printed.filter(|_| published).and_then(|one| self.packs.publications.source(&one.source));
        Nearest { year, figure, area, source }
    }

    /// The series compared with: of the same measure and origin, else published, else of another measure of the
    /// same concept.
    fn against(
        &self,
        measures: &[&Measure],
        own: &Measure,
        origin: Origin,
        other: &AreaId,
        book: &SeriesBook,
    ) -> Series {
        let candidates = std::iter::once(own).chain(measures.iter().copied().filter(|measure| measure.id != own.id));
        let origins = [origin, Origin::Reported, Origin::Published];
        let all = candidates.flat_map(|measure| origins.map(|origin| (measure, origin)));
        let usable = all.filter(|(_, from)| *from != Origin::Illustrative || origin == Origin::Illustrative);
        let mut found =
            usable.map(|(measure, origin)| book.get(measure, origin, other)).filter(|series| !series.points.is_empty());
        found.next().unwrap_or_else(|| book.get(own, origin, other))
    }
}

fn compared_with(target: &Target) -> Option<&AreaId> {
    match &target.kind {
        TargetKind::Relative { to, .. } => Some(to),
        _ => None,
    }
}
