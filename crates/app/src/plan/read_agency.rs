//! One agency: its names through time, from whom it took over and who followed, and everything the plans ask of it,
//! now and before.

use ansinh_kernel::date::Validity;
use ansinh_kernel::id::AgencyId;
use ansinh_kernel::legal::ClauseId;
use ansinh_packs::agency::{Agency, AgencyKind, AgencyLevel, AgencySuccession};
use ansinh_packs::plan::{Assignee, Assignment, AssignmentScope, Plan, Task};
use ansinh_packs::target::{AgencyDuty, Aim, AssignedBy, DutyRole, Target};

use crate::context::App;
use crate::error::AppResult;

use super::standing::Standing;

/// Something asked of an agency.
#[derive(Clone, Debug)]
pub struct Charge<'a, T> {
    /// The plan that asks.
    pub plan: &'a Plan,
    /// What is asked.
    pub what: T,
    /// In which role.
    pub role: DutyRole,
    /// Whether the plan says so or it was concluded.
    pub assigned_by: AssignedBy,
    /// The clause that says so.
    pub clause: Option<&'a ClauseId>,
    /// The days it holds.
    pub valid: Validity,
    /// Whether it holds today.
    pub holds: bool,
    /// That it is asked of a whole group of agencies.
    pub scope: Option<AssignmentScope>,
}

/// Everything the plans ask of one agency; what holds today comes first, then leading before joining.
#[derive(Clone, Debug, Default)]
pub struct Duties<'a> {
    /// Targets, with how they stand.
    pub targets: Vec<Charge<'a, Standing<'a>>>,
    /// Aims.
    pub aims: Vec<Charge<'a, &'a Aim>>,
    /// Tasks.
    pub tasks: Vec<Charge<'a, &'a Task>>,
    /// Assignments.
    pub assignments: Vec<Charge<'a, &'a Assignment>>,
}

/// One agency.
#[derive(Clone, Debug)]
pub struct AgencyPage<'a> {
    /// The agency with its names.
    pub agency: &'a Agency,
    /// Whether it exists today.
    pub exists: bool,
    /// From whom it took over what.
    pub predecessors: Vec<&'a AgencySuccession>,
    /// Who took over what from it.
    pub successors: Vec<&'a AgencySuccession>,
    /// What the plans ask of it.
    pub duties: Duties<'a>,
}

impl App {
    /// One agency.
    ///
    /// # Errors
    /// `NotFound` when there is no such agency; `Store` when the database does not answer.
    pub async fn read_agency(&self, id: &AgencyId) -> AppResult<AgencyPage<'_>> {
        let agency = self.agency_of(id)?;
        let mut read = self.database.read().await?;
        let mut duties = Duties::default();
        for plan in self.plans_in_order() {
            let own = |target: &&Target| target.agencies.iter().any(|duty| duty.agency == agency.id);
            let targets: Vec<&Target> = plan.targets.iter().filter(own).collect();
            for standing in self.standings(&mut read, plan, &targets).await? {
                let of_target = standing.target.agencies.iter().filter(|duty| duty.agency == agency.id);
                duties.targets.extend(of_target.map(|duty| self.charge(plan, duty, standing.clone())));
            }
            duties.aims.extend(plan.aims.iter().flat_map(|aim| self.charges(plan, agency, &aim.agencies, aim)));
            duties.tasks.extend(plan.tasks.iter().flat_map(|task| self.charges(plan, agency, &task.agencies, task)));
            duties.assignments.extend(plan.assignments.iter().flat_map(|one| self.assigned(plan, agency, one)));
        }
        duties.targets.sort_by_key(rank);
        duties.aims.sort_by_key(rank);
        duties.tasks.sort_by_key(rank);
        duties.assignments.sort_by_key(rank);
        Ok(AgencyPage {
            agency,
            exists: agency.version_on(self.today()).is_some(),
            predecessors: self.packs.agencies.predecessors(id).collect(),
            successors: self.packs.agencies.successors(id).collect(),
            duties,
        })
    }

    fn charges<'a, T: Copy>(
        &self,
        plan: &'a Plan,
        agency: &Agency,
        duties: &'a [AgencyDuty],
        what: T,
    ) -> Vec<Charge<'a, T>> {
        duties.iter().filter(|duty| duty.agency == agency.id).map(|duty| self.charge(plan, duty, what)).collect()
    }

    fn charge<'a, T>(&self, plan: &'a Plan, duty: &'a AgencyDuty, what: T) -> Charge<'a, T> {
        Charge {
            plan,
            what,
            role: duty.role,
            assigned_by: duty.assigned_by,
            clause: duty.clause.as_ref(),
            valid: duty.valid,
            holds: duty.valid.contains(self.today()),
            scope: None,
        }
    }

    fn assigned<'a>(
        &self,
        plan: &'a Plan,
        agency: &Agency,
        assignment: &'a Assignment,
    ) -> Vec<Charge<'a, &'a Assignment>> {
        let of = |assignee: &'a Assignee| match assignee {
            Assignee::Agency(duty) => (duty.agency == agency.id).then(|| self.charge(plan, duty, assignment)),
            Assignee::Everyone { scope, role, assigned_by, valid } => covers(*scope, agency).then(|| Charge {
                plan,
                what: assignment,
                role: *role,
                assigned_by: *assigned_by,
                clause: Some(&assignment.clause),
                valid: *valid,
                holds: valid.contains(self.today()),
                scope: Some(*scope),
            }),
        };
        assignment.assignees.iter().filter_map(of).collect()
    }
}

/// Whether an agency belongs to a group that an assignment names as a whole.
#[must_use]
fn covers(scope: AssignmentScope, agency: &Agency) -> bool {
    let provincial = agency.level == AgencyLevel::Province;
    match scope {
        AssignmentScope::AllDepartments => {
            let branches = [
                AgencyKind::Department,
                AgencyKind::Committee,
                AgencyKind::Police,
                AgencyKind::Insurance,
                AgencyKind::Statistics,
            ];
            provincial && branches.contains(&agency.kind)
        }
        AssignmentScope::AllMassOrganisations => {
            provincial && matches!(agency.kind, AgencyKind::Front | AgencyKind::MassOrganisation)
        }
        AssignmentScope::AllDistricts => {
            agency.level == AgencyLevel::District && agency.kind == AgencyKind::PeoplesCommittee
        }
        AssignmentScope::AllCommunes => {
            agency.level == AgencyLevel::Commune && agency.kind == AgencyKind::PeoplesCommittee
        }
    }
}

fn rank<T>(charge: &Charge<'_, T>) -> (bool, DutyRole) {
    (!charge.holds, charge.role)
}
