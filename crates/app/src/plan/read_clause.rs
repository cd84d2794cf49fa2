//! One clause of a plan: what it says, what lies below it, what it promises, and who has to do it since when.

use ansinh_kernel::id::PlanId;
use ansinh_kernel::lang::Bilingual;
use ansinh_kernel::legal::ClauseId;
use ansinh_packs::document::LegalDocument;
use ansinh_packs::plan::{Assignee, Assignment, Objective, Plan, Task};
use ansinh_packs::target::Target;

use crate::context::App;
use crate::error::{AppError, AppResult};

use super::duties::DutyView;
use super::read_aim::AimStanding;
use super::standing::Standing;

/// A clause by its title.
#[derive(Clone, Copy, Debug)]
pub struct ClauseLine<'a> {
    /// The clause.
    pub clause: &'a ClauseId,
    /// Its title.
    pub title: &'a Bilingual,
}

/// What stands at a clause.
#[derive(Clone, Copy, Debug)]
pub enum ClauseContent<'a> {
    /// An aim, a requirement or a heading.
    Objective(&'a Objective),
    /// What is to be done.
    Task(&'a Task),
    /// Who is told to do what.
    Assignment(&'a Assignment),
}

/// One clause.
#[derive(Clone, Debug)]
pub struct ClausePage<'a> {
    /// Its plan.
    pub plan: &'a Plan,
    /// The clause with its title.
    pub line: ClauseLine<'a>,
    /// What stands there.
    pub contents: Vec<ClauseContent<'a>>,
    /// The clauses above it, the widest first.
    pub above: Vec<ClauseLine<'a>>,
    /// The clauses right below it.
    pub below: Vec<ClauseLine<'a>>,
    /// Targets stated here or below.
    pub targets: Vec<Standing<'a>>,
    /// Aims stated here or below.
    pub aims: Vec<AimStanding<'a>>,
    /// Who has to do it.
    pub duties: Vec<DutyView<'a>>,
    /// The parent documents it serves.
    pub serves: Vec<&'a LegalDocument>,
}

impl App {
    /// One clause of a plan.
    ///
    /// # Errors
    /// `NotFound` when there is no such plan or clause; `Store` when the database does not answer.
    pub async fn read_clause(&self, plan: &PlanId, clause: &ClauseId) -> AppResult<ClausePage<'_>> {
        let plan = self.plan_of(plan)?;
        let lines = lines(plan);
        let line = *lines.iter().find(|line| line.clause == clause).ok_or(AppError::NotFound)?;
        let within: Vec<&Target> = plan.targets.iter().filter(|target| target.clause.is_within(clause)).collect();
        let aims: Vec<_> = plan.aims.iter().filter(|aim| aim.clause.is_within(clause)).collect();
        let mut read = self.database.read().await?;
        let targets = self.standings(&mut read, plan, &within).await?;
        let aims = self.aim_standings(&mut read, plan, &aims).await?;
        let contents = contents(plan, clause);
        let duties = contents.iter().flat_map(|content| self.duties_of(*content)).collect();
        let serves = plan.task(clause).into_iter().flat_map(|task| &task.parents);
        Ok(ClausePage {
            plan,
            line,
            above: lines.iter().filter(|one| one.clause != clause && clause.is_within(one.clause)).copied().collect(),
            below: lines.iter().filter(|one| one.clause.parent().as_ref() == Some(clause)).copied().collect(),
            targets,
            aims,
            duties,
            serves: serves.filter_map(|id| self.packs.documents.get(id)).collect(),
            contents,
        })
    }

    fn duties_of<'a>(&'a self, content: ClauseContent<'a>) -> Vec<DutyView<'a>> {
        match content {
            ClauseContent::Objective(_) => Vec::new(),
            ClauseContent::Task(task) => self.duties(&task.agencies),
            ClauseContent::Assignment(assignment) => {
                let named = assignment.assignees.iter().filter_map(|one| match one {
                    Assignee::Agency(duty) => Some(duty),
                    Assignee::Everyone { .. } => None,
                });
                named.flat_map(|duty| self.duties(std::slice::from_ref(duty))).collect()
            }
        }
    }
}

/// Every clause of a plan in reading order, once.
pub(crate) fn lines(plan: &Plan) -> Vec<ClauseLine<'_>> {
    let objectives = plan.objectives.iter().map(|one| ClauseLine { clause: &one.clause, title: &one.title });
    let tasks = plan.tasks.iter().map(|one| ClauseLine { clause: &one.clause, title: &one.title });
    let assignments = plan.assignments.iter().map(|one| ClauseLine { clause: &one.clause, title: &one.title });
    let mut lines: Vec<ClauseLine<'_>> = objectives.chain(tasks).chain(assignments).collect();
    lines.sort_by(|one, other| one.clause.cmp(other.clause));
    lines.dedup_by(|later, earlier| later.clause == earlier.clause);
    lines
}

fn contents<'a>(plan: &'a Plan, clause: &ClauseId) -> Vec<ClauseContent<'a>> {
    let objective = plan.objective(clause).map(ClauseContent::Objective);
    let task = plan.task(clause).map(ClauseContent::Task);
    let assignments = plan.assignments.iter().filter(|one| &one.clause == clause).map(ClauseContent::Assignment);
    objective.into_iter().chain(task).chain(assignments).collect()
}
