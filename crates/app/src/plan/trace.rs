//! Where one figure comes from: down to its versions and to the reports it was summed from, across to its other
//! periods, and up to the clauses that asked for it.

use ansinh_domain::figure::CellKey;
use ansinh_kernel::area::AreaId;
use ansinh_kernel::digest::Digest;
use ansinh_kernel::figure::{CellState, Origin};
use ansinh_kernel::period::Period;
use ansinh_kernel::text::CollationKey;
use ansinh_packs::area::{Area, RestateObstacle};
use ansinh_packs::indicator::{Breakdown, Indicator, Measure};
use ansinh_packs::measurement_unit::MeasurementUnit;
use ansinh_packs::plan::Plan;
use ansinh_packs::publication::MissingFigure;
use ansinh_packs::target::{Aim, Target};
use ansinh_store::Read;
use ansinh_store::figure::Made;

use crate::context::App;
use crate::error::{AppError, AppResult};

use super::corrections::StatedVersion;
use super::gather::{Ask, Gathered, Shown, level_of};
use super::map::name_on;

/// Reporting areas on one page.
pub const REPORTERS_PER_PAGE: usize = 50;

/// Which of the reports behind a sum are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reports {
    /// Those of one page, from 1.
    Page(usize),
    /// All of them, for a file.
    All,
}

/// One figure with all that stands behind it.
#[derive(Clone, Debug)]
pub struct FigureTrace<'a> {
    /// Its address.
    pub key: CellKey,
    /// What is counted.
    pub measure: &'a Measure,
    /// The indicator it measures.
    pub indicator: &'a Indicator,
    /// The unit of its value.
    pub unit: &'a MeasurementUnit,
    /// Where.
    pub area: &'a Area,
    /// The part counted; none for the total.
    pub part: Option<&'a Breakdown>,
    /// The figure, if there is one.
    pub shown: Option<Shown<'a>>,
    /// Why there is none.
    pub absent: CellState,
    /// Why a sum cannot be made.
    pub obstacle: Option<RestateObstacle>,
    /// That it was searched for and not found.
    pub missing: Option<&'a MissingFigure>,
    /// Its versions, oldest first; empty for a sum.
    pub versions: Vec<StatedVersion<'a>>,
    /// The reports of one page that it was summed from.
    pub reporters: Vec<ReporterLine<'a>>,
    /// How many areas are asked.
    pub asked: usize,
    /// This page of them, from 1.
    pub page: usize,
    /// How many pages.
    pub pages: usize,
    /// The same figure in other periods.
    pub periods: Vec<Shown<'a>>,
    /// Targets it is about, each with whether it only stands beside it.
    pub targets: Vec<(&'a Plan, &'a Target, bool)>,
    /// Aims it is about.
    pub aims: Vec<(&'a Plan, &'a Aim, bool)>,
    /// The packs in force.
    pub packs: Digest,
}

/// One reporting area, or one period of a sum over time.
#[derive(Clone, Debug)]
pub struct ReporterLine<'a> {
    /// The area.
    pub area: &'a Area,
    /// The period.
    pub period: Period,
    /// What it reported.
    pub shown: Option<Shown<'a>>,
    /// Why there is nothing.
    pub absent: CellState,
}

impl App {
    /// Where one figure comes from, with these of its reports.
    ///
    /// # Errors
    /// `NotFound` when the measure, part, area or page does not exist; `Store` when the database does not answer.
    pub async fn trace_figure(&self, key: &CellKey, reports: Reports) -> AppResult<FigureTrace<'_>> {
        let measure = self.packs.indicators.measure(&key.measure).ok_or(AppError::NotFound)?;
        let part = measure.breakdown(&key.breakdown);
        let area = self.area_of(&key.area)?;
        if part.is_none() && !key.breakdown.is_total() {
            return Err(AppError::NotFound);
        }
        let mut read = self.database.read().await?;
        let ask = Ask {
            measures: vec![measure],
            periods: self.periods_with(measure, key.period),
            areas: vec![key.area.clone()],
        };
        let Gathered { shown, refused } = self.gather(&mut read, &ask).await?;
        let own: Vec<Shown<'_>> =
            shown.into_iter().filter(|one| one.origin == key.origin && one.breakdown == key.breakdown).collect();
        let (mut here, periods): (Vec<_>, Vec<_>) = own.into_iter().partition(|one| one.period == key.period);
        let shown = here.pop();
        let versions = match &shown {
            Some(shown) => self.versions(&mut read, shown).await?,
            None => Vec::new(),
        };
        let lines = self.lines_of(measure, area, key, shown.as_ref());
        let asked = lines.len();
        let pages = asked.div_ceil(REPORTERS_PER_PAGE).max(1);
        let (page, size) = match reports {
            Reports::Page(page) if (1..=pages).contains(&page) => (page, REPORTERS_PER_PAGE),
            Reports::Page(_) => return Err(AppError::NotFound),
            Reports::All => (1, asked),
        };
        let chosen: Vec<_> = lines.into_iter().skip((page - 1) * size).take(size).collect();
        let reporters = self.report_lines(&mut read, measure, key, chosen).await?;
        Ok(FigureTrace {
            measure,
            indicator: self.indicator_of(&measure.indicator)?,
            unit: self
                .packs
                .units
                .get(&measure.unit)
                .ok_or_else(|| AppError::Broken(format!("unknown unit {}", measure.unit)))?,
            area,
            part,
            shown,
            absent: self.absent(measure, &key.area, &key.period),
            obstacle: refused.into_iter().find(|one| one.period == key.period).map(|one| one.obstacle),
            missing: self.packs.publications.missing_for(&key.measure, &key.area, &key.period),
            versions,
            reporters,
            asked,
            page,
            pages,
            periods,
            targets: self.targets_about(measure),
            aims: self.aims_about(measure),
            packs: self.packs.digest,
            key: key.clone(),
        })
    }

    fn periods_with(&self, measure: &Measure, period: Period) -> Vec<Period> {
        let mut periods = self.periods_of(&[measure]);
        if !periods.contains(&period) {
            periods.push(period);
        }
        periods
    }

    /// What a sum is made of: its periods when it spans several, else the areas that answer, by name.
    fn lines_of<'a>(
        &'a self,
        measure: &Measure,
        area: &'a Area,
        key: &CellKey,
        shown: Option<&Shown<'_>>,
    ) -> Vec<(&'a Area, Period)> {
        if !matches!(shown.map(|shown| shown.made), Some(Made::RolledUp { .. })) {
            return Vec::new();
        }
        if key.period.frequency() != Some(measure.frequency) {
            return key.period.parts(measure.frequency).into_iter().map(|part| (area, part)).collect();
        }
        let Some(level) = level_of(measure.collected_at) else { return Vec::new() };
        let reporters = self.packs.areas.reporters(&area.id, level, &key.period);
        let mut areas: Vec<&Area> = reporters.into_iter().filter_map(|id| self.packs.areas.get(id)).collect();
        areas.sort_by_cached_key(|area| CollationKey::of(&name_on(area, key.period.last_day())));
        areas.into_iter().map(|area| (area, key.period)).collect()
    }

    async fn report_lines<'a>(
        &'a self,
        read: &mut Read,
        measure: &'a Measure,
        key: &CellKey,
        lines: Vec<(&'a Area, Period)>,
    ) -> AppResult<Vec<ReporterLine<'a>>> {
        let mut periods: Vec<Period> = lines.iter().map(|(_, period)| *period).collect();
        periods.sort();
        periods.dedup();
        let areas: Vec<AreaId> = lines.iter().map(|(area, _)| area.id.clone()).collect();
        let found = self.gather(read, &Ask { measures: vec![measure], periods, areas }).await?.shown;
        let of = |area: &Area, period: Period| {
            let same = |one: &&Shown<'a>| {
                one.area == area.id
                    && one.period == period
                    && one.origin == key.origin
                    && one.breakdown == key.breakdown
            };
            found.iter().find(same).cloned()
        };
        let line = |(area, period): (&'a Area, Period)| {
            let absent = self.absent(measure, &area.id, &period);
            ReporterLine { area, period, shown: of(area, period), absent }
        };
        Ok(lines.into_iter().map(line).collect())
    }

    /// Targets a measure judges or stands beside.
    pub(crate) fn targets_about(&self, measure: &Measure) -> Vec<(&Plan, &Target, bool)> {
        let all =
            self.plans_in_order().into_iter().flat_map(|plan| plan.targets.iter().map(move |target| (plan, target)));
        let about = all.filter_map(|(plan, target)| {
            let judges = target.measures.contains(&measure.id);
            (judges || target.companions.contains(&measure.id)).then_some((plan, target, !judges))
        });
        about.collect()
    }

    /// Aims a measure judges or stands beside.
    pub(crate) fn aims_about(&self, measure: &Measure) -> Vec<(&Plan, &Aim, bool)> {
        let all = self.plans_in_order().into_iter().flat_map(|plan| plan.aims.iter().map(move |aim| (plan, aim)));
        let about = all.filter_map(|(plan, aim)| {
            let judges = aim.measures.contains(&measure.id);
            (judges || aim.companions.contains(&measure.id)).then_some((plan, aim, !judges))
        });
        about.collect()
    }
}

impl FigureTrace<'_> {
    /// Whether it must carry the label of made-up figures.
    #[must_use]
    pub fn is_illustrative(&self) -> bool {
        self.key.origin == Origin::Illustrative
    }
}
