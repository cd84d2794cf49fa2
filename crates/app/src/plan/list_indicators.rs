//! Indicators: what each measure counts exactly, its figures for the territory of the current plan and for the nation,
//! and the published figures of other territories.

use ansinh_kernel::area::AreaId;
use ansinh_kernel::id::IndicatorId;
use ansinh_packs::indicator::{Indicator, Measure};
use ansinh_packs::measurement_unit::MeasurementUnit;
use ansinh_packs::plan::Plan;
use ansinh_packs::publication::OutsideFigure;
use ansinh_packs::target::{Aim, Target};

use crate::context::App;
use crate::error::{AppError, AppResult};

use super::gather::{Ask, Shown};

/// One measure of an indicator.
#[derive(Clone, Debug)]
pub struct MeasureFigures<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// The unit of its values.
    pub unit: &'a MeasurementUnit,
    /// Its figures, of the plan's area, the nation, and every area that publications speak of.
    pub figures: Vec<Shown<'a>>,
    /// Published figures of territories that are no areas here.
    pub outside: Vec<&'a OutsideFigure>,
}

/// One indicator.
#[derive(Clone, Debug)]
pub struct IndicatorPage<'a> {
    /// The indicator.
    pub indicator: &'a Indicator,
    /// Its measures, in the order of their file.
    pub measures: Vec<MeasureFigures<'a>>,
    /// Targets about it.
    pub targets: Vec<(&'a Plan, &'a Target)>,
    /// Aims about it.
    pub aims: Vec<(&'a Plan, &'a Aim)>,
}

impl App {
    /// Every indicator, by topic, then by id.
    pub fn list_indicators(&self) -> Vec<&Indicator> {
        let mut indicators: Vec<&Indicator> = self.packs.indicators.iter().collect();
        indicators.sort_by(|one, other| (&one.topic, &one.id).cmp(&(&other.topic, &other.id)));
        indicators
    }

    /// One indicator.
    ///
    /// # Errors
    /// `NotFound` when there is no such indicator; `Store` when the database does not answer.
    pub async fn read_indicator(&self, id: &IndicatorId) -> AppResult<IndicatorPage<'_>> {
        let indicator = self.indicator_of(id)?;
        let measures: Vec<&Measure> = self.packs.indicators.measures_of(id).collect();
        let mut read = self.database.read().await?;
        let ask = Ask {
            periods: self.periods_of(&measures),
            areas: self.areas_spoken_of(&measures),
            measures: measures.clone(),
        };
        let shown = self.gather(&mut read, &ask).await?.shown;
        let part = |measure: &'_ Measure| -> Vec<Shown<'_>> {
            shown.iter().filter(|one| one.measure.id == measure.id).cloned().collect()
        };
        let mut figures = Vec::with_capacity(measures.len());
        for measure in measures {
            let unit = self
                .packs
                .units
                .get(&measure.unit)
                .ok_or_else(|| AppError::Broken(format!("unknown unit {}", measure.unit)))?;
            let outside =
                self.packs.publications.outside.iter().filter(|figure| figure.measure == measure.id).collect();
            figures.push(MeasureFigures { measure, unit, figures: part(measure), outside });
        }
        let plans = self.plans_in_order();
        let targets = plans.iter().flat_map(|plan| plan.targets.iter().map(move |target| (*plan, target)));
        let aims = plans.iter().flat_map(|plan| plan.aims.iter().map(move |aim| (*plan, aim)));
        Ok(IndicatorPage {
            indicator,
            measures: figures,
            targets: targets.filter(|(_, target)| &target.indicator == id).collect(),
            aims: aims.filter(|(_, aim)| &aim.indicator == id).collect(),
        })
    }

    /// The areas of the plans with their groups, the nations, and whatever publications speak of.
    fn areas_spoken_of(&self, measures: &[&Measure]) -> Vec<AreaId> {
        let plans = self.packs.plans.iter().flat_map(|plan| self.with_group(&plan.area));
        let nations = self.packs.areas.roots().into_iter().cloned();
        let published =
            self.packs.publications.figures.iter().filter(|figure| measures.iter().any(|one| one.id == figure.measure));
        let mut areas: Vec<AreaId> = plans.chain(nations).chain(published.map(|figure| figure.area.clone())).collect();
        areas.sort();
        areas.dedup();
        areas
    }
}
