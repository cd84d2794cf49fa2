//! Looking things up in the packs by id. What is not there is `NotFound`, which looks the same as what may not be seen.

use ansinh_kernel::area::AreaId;
use ansinh_kernel::id::{AgencyId, AimId, IndicatorId, MeasureId, PlanId, TargetId};
use ansinh_kernel::lang::Bilingual;
use ansinh_kernel::legal::ClauseId;
use ansinh_kernel::period::Period;
use ansinh_packs::agency::Agency;
use ansinh_packs::area::Area;
use ansinh_packs::document::LegalDocument;
use ansinh_packs::glossary::Term;
use ansinh_packs::indicator::{Indicator, Measure};
use ansinh_packs::measurement_unit::MeasurementUnit;
use ansinh_packs::plan::Plan;
use ansinh_packs::target::{Aim, Target};

use crate::context::App;
use crate::error::{AppError, AppResult};

/// Something that has a page of its own, or a place on one.
#[derive(Clone, Copy, Debug)]
pub enum Found<'a> {
    /// A target of a plan.
    Target(&'a Target),
    /// An aim of a plan.
    Aim(&'a Aim),
    /// A clause of a plan with its title.
    Clause(&'a Plan, &'a ClauseId, &'a Bilingual),
    /// An agency.
    Agency(&'a Agency),
    /// An area.
    Area(&'a Area),
    /// An indicator.
    Indicator(&'a Indicator),
    /// A legal document.
    Document(&'a LegalDocument),
    /// A term of the glossary.
    Term(&'a Term),
}

impl App {
    /// The plan that is shown first: of those that have begun, the one that began last; else the first.
    ///
    /// # Errors
    /// `NotFound` when the packs hold no plan.
    pub fn current_plan(&self) -> AppResult<&Plan> {
        let today = self.today();
        let begun = self.packs.plans.iter().filter(|plan| plan.period.first_day() <= today);
        let current = begun.max_by_key(|plan| plan.period.first_day()).or(self.packs.plans.first());
        current.ok_or(AppError::NotFound)
    }

    pub(crate) fn plan_of(&self, id: &PlanId) -> AppResult<&Plan> {
        self.packs.plan(id).ok_or(AppError::NotFound)
    }

    /// Plans, the current one first, then the latest.
    pub(crate) fn plans_in_order(&self) -> Vec<&Plan> {
        let current = self.current_plan().ok().map(|plan| &plan.id);
        let mut plans: Vec<&Plan> = self.packs.plans.iter().collect();
        plans.sort_by_key(|plan| (Some(&plan.id) != current, std::cmp::Reverse(plan.period.first_day())));
        plans
    }

    pub(crate) fn target_of(&self, id: &TargetId) -> AppResult<(&Plan, &Target)> {
        let mut found = self.plans_in_order().into_iter().filter_map(|plan| Some((plan, plan.target(id)?)));
        found.next().ok_or(AppError::NotFound)
    }

    pub(crate) fn aim_of(&self, id: &AimId) -> AppResult<(&Plan, &Aim)> {
        let mut found = self.plans_in_order().into_iter().filter_map(|plan| Some((plan, plan.aim(id)?)));
        found.next().ok_or(AppError::NotFound)
    }

    pub(crate) fn agency_of(&self, id: &AgencyId) -> AppResult<&Agency> {
        self.packs.agencies.get(id).ok_or(AppError::NotFound)
    }

    pub(crate) fn area_of(&self, id: &AreaId) -> AppResult<&Area> {
        self.packs.areas.get(id).ok_or(AppError::NotFound)
    }

    /// The measures of these ids; the checks of the packs leave no unknown one.
    pub(crate) fn measures_of<'a>(&'a self, ids: impl IntoIterator<Item = &'a MeasureId>) -> Vec<&'a Measure> {
        ids.into_iter().filter_map(|id| self.packs.indicators.measure(id)).collect()
    }

    pub(crate) fn indicator_of(&self, id: &IndicatorId) -> AppResult<&Indicator> {
        self.packs.indicators.get(id).ok_or(AppError::NotFound)
    }

    pub(crate) fn unit_of(&self, indicator: &Indicator) -> AppResult<&MeasurementUnit> {
        self.packs
            .units
            .get(&indicator.unit)
            .ok_or_else(|| AppError::Broken(format!("unknown unit {}", indicator.unit)))
    }

    /// The area that stands for `area` in a period: itself while it exists, else the group it lives on as.
    pub(crate) fn standing_for<'a>(&'a self, area: &'a AreaId, period: &Period) -> &'a AreaId {
        let exists = self.packs.areas.version_on(area, period.last_day()).is_some();
        let group = || self.packs.areas.continued_as(area);
        if exists { area } else { group().unwrap_or(area) }
    }

    /// An area and the group it lives on as.
    pub(crate) fn with_group(&self, area: &AreaId) -> Vec<AreaId> {
        std::iter::once(area).chain(self.packs.areas.continued_as(area)).cloned().collect()
    }
}
