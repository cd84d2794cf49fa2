//! The list of the targets of a plan, all or those of a band or an agency.

use ansinh_domain::target::{Band, Evidence};
use ansinh_kernel::id::{AgencyId, PlanId};
use ansinh_packs::agency::Agency;
use ansinh_packs::plan::Plan;
use ansinh_packs::target::AgencyDuty;

use crate::context::App;
use crate::error::AppResult;

use super::overview::{BandCounts, EvidenceCounts, GroupStanding, Overview, by_heading};

/// Which targets are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TargetFilter {
    /// Only those whose official band is this.
    pub band: Option<Band>,
    /// Only those of which there are these official figures.
    pub evidence: Option<Evidence>,
    /// Only those this agency has or had to do with.
    pub agency: Option<AgencyId>,
}

impl TargetFilter {
    /// Whether everything is wanted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.band.is_none() && self.evidence.is_none() && self.agency.is_none()
    }
}

/// Targets of a plan.
#[derive(Clone, Debug)]
pub struct TargetList<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Those that pass the filter, by heading.
    pub groups: Vec<GroupStanding<'a>>,
    /// How many pass.
    pub count: usize,
    /// How many the plan has.
    pub total: usize,
    /// Official bands of all targets of the plan.
    pub bands: BandCounts,
    /// Which official figures there are, of all targets of the plan.
    pub evidence: EvidenceCounts,
    /// Agencies that have to do with any target, by id.
    pub agencies: Vec<&'a Agency>,
}

impl TargetList<'_> {
    /// How many targets of the plan have these official figures.
    #[must_use]
    pub fn with(&self, evidence: Evidence) -> usize {
        self.evidence.iter().find(|(one, _)| *one == evidence).map_or(0, |(_, count)| *count)
    }
}

impl App {
    /// The targets of a plan, or of the current one.
    ///
    /// # Errors
    /// `NotFound` when there is no such plan; `Store` when the database does not answer.
    pub async fn list_targets(&self, plan: Option<&PlanId>, filter: &TargetFilter) -> AppResult<TargetList<'_>> {
        let plan = match plan {
            Some(id) => self.plan_of(id)?,
            None => self.current_plan()?,
        };
        let mut read = self.database.read().await?;
        let all = self.standings(&mut read, plan, &plan.targets.iter().collect::<Vec<_>>()).await?;
        let whole = Overview { plan, groups: by_heading(plan, all.clone()) };
        let concerns = |duties: &[AgencyDuty], id: &AgencyId| duties.iter().any(|duty| &duty.agency == id);
        let passes = |one: &super::Standing<'_>| {
            filter.band.is_none_or(|band| one.official.band() == band)
                && filter.evidence.is_none_or(|evidence| one.official.evidence() == evidence)
                && filter.agency.as_ref().is_none_or(|id| concerns(&one.target.agencies, id))
        };
        let passing: Vec<_> = all.into_iter().filter(passes).collect();
        let has_duty = |agency: &&Agency| plan.targets.iter().any(|target| concerns(&target.agencies, &agency.id));
        Ok(TargetList {
            plan,
            count: passing.len(),
            total: whole.len(),
            bands: whole.official(),
            evidence: whole.evidence(),
            agencies: self.packs.agencies.iter().filter(has_duty).collect(),
            groups: by_heading(plan, passing),
        })
    }
}
