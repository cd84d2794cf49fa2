//! Plans: objectives, tasks, assignments, targets and aims, each addressable by its clause. A plan is data; the
//! next plan, of another period or another province, is another folder of files and no code.

use ansinh_kernel::{
    area::AreaId,
    date::{Date, Validity},
    id::{AgencyId, AimId, DocumentId, PlanId, TargetId},
    lang::Bilingual,
    legal::ClauseId,
    period::Period,
};

use crate::{
    target::{AgencyDuty, Aim, AssignedBy, DutyRole, Target},
    word::words,
};

/// One plan with everything it states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Slug: the name of its folder.
    pub id: PlanId,
    /// Title.
    pub title: Bilingual,
    /// The area it is for.
    pub area: AreaId,
    /// The years it runs, e.g. `2016..2020`.
    pub period: Period,
    /// What readers must know about the source copy.
    pub note: Option<Bilingual>,
    /// Official number; `None` when the source copy bears none.
    pub number: Option<String>,
    /// The day it was signed; `None` when the source copy bears none.
    pub signed: Option<Date>,
    /// The documents it carries out.
    pub parents: Vec<PlanParent>,
    /// The plan that follows it.
    pub successor: Option<PlanId>,
    /// Aims and requirements, and the headings of the clauses below them.
    pub objectives: Vec<Objective>,
    /// What is to be done.
    pub tasks: Vec<Task>,
    /// Who is told to do what.
    pub assignments: Vec<Assignment>,
    /// What is promised with a figure.
    pub targets: Vec<Target>,
    /// What is asked without a figure.
    pub aims: Vec<Aim>,
}

impl Plan {
    /// The target with this id.
    #[must_use]
    pub fn target(&self, id: &TargetId) -> Option<&Target> {
        self.targets.iter().find(|target| &target.id == id)
    }

    /// The aim with this id.
    #[must_use]
    pub fn aim(&self, id: &AimId) -> Option<&Aim> {
        self.aims.iter().find(|aim| &aim.id == id)
    }

    /// The task of this clause.
    #[must_use]
    pub fn task(&self, clause: &ClauseId) -> Option<&Task> {
        self.tasks.iter().find(|task| &task.clause == clause)
    }

    /// The objective or heading of this clause.
    #[must_use]
    pub fn objective(&self, clause: &ClauseId) -> Option<&Objective> {
        self.objectives.iter().find(|objective| &objective.clause == clause)
    }

    /// The assignment with this number.
    #[must_use]
    pub fn assignment(&self, number: AssignmentNumber) -> Option<&Assignment> {
        self.assignments.iter().find(|assignment| assignment.number == number)
    }

    /// The title of whatever stands at this clause: an objective, a heading, a task or an assignment.
    #[must_use]
    pub fn clause_title(&self, clause: &ClauseId) -> Option<&Bilingual> {
        self.objective(clause)
            .map(|objective| &objective.title)
            .or_else(|| self.task(clause).map(|task| &task.title))
            .or_else(|| self.assignments.iter().find(|one| &one.clause == clause).map(|one| &one.title))
    }
}

/// A document the plan carries out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanParent {
    /// The document.
    pub document: DocumentId,
    /// How the plan calls it.
    pub title: Bilingual,
    /// What it is to the plan.
    pub role: ParentRole,
}

/// An aim, a requirement or a heading of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// Its clause; the clause above is derived from it.
    pub clause: ClauseId,
    /// Title.
    pub title: Bilingual,
    /// Content, in our words; absent for a bare heading.
    pub text: Option<Bilingual>,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Its clause.
    pub clause: ClauseId,
    /// Title.
    pub title: Bilingual,
    /// Content, in our words.
    pub text: Bilingual,
    /// Which of the plan's parents it serves; empty means all of them.
    pub parents: Vec<DocumentId>,
    /// Who leads, joins and watches.
    pub agencies: Vec<AgencyDuty>,
}

/// The number of an assignment in its plan, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AssignmentNumber(pub u16);

impl std::fmt::Display for AssignmentNumber {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

/// Who is told to do what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// Its number in the plan.
    pub number: AssignmentNumber,
    /// Its clause.
    pub clause: ClauseId,
    /// Title.
    pub title: Bilingual,
    /// Content, in our words.
    pub text: Bilingual,
    /// The act asked.
    pub verb: AssignmentVerb,
    /// To whom it is done, e.g. who receives a report.
    pub to: Option<AgencyId>,
    /// Who has to do it.
    pub assignees: Vec<Assignee>,
}

/// Who has to carry out an assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assignee {
    /// One agency.
    Agency(AgencyDuty),
    /// Everyone of a scope.
    Everyone {
        /// The scope.
        scope: AssignmentScope,
        /// In which role.
        role: DutyRole,
        /// Whether the plan says so or we concluded it.
        assigned_by: AssignedBy,
        /// The days it holds.
        valid: Validity,
    },
}

words! {
    /// What a parent document is to a plan.
    pub enum ParentRole: "quan hệ với kế hoạch" {
        /// The plan carries it out directly.
        CarriesOut = "carries_out", "triển khai thực hiện", "carried out by the plan";
        /// The basis that the direct parent rests on.
        Basis = "basis", "căn cứ", "basis";
    }
}

words! {
    /// The act an assignment asks for.
    pub enum AssignmentVerb: "việc được giao" {
        /// Make an action plan of one's own.
        OwnPlan = "own_plan", "xây dựng kế hoạch riêng", "make one's own plan";
        /// Draft, submit and carry out.
        DraftSubmitCarryOut = "draft_submit_carry_out", "xây dựng, trình và thực hiện", "draft, submit and carry out";
        /// Carry out.
        CarryOut = "carry_out", "triển khai thực hiện", "carry out";
        /// Join others.
        Join = "join", "phối hợp", "join";
        /// Build a scheme.
        BuildScheme = "build_scheme", "xây dựng đề án", "build a scheme";
        /// Set up a committee.
        SetUpCommittee = "set_up_committee", "thành lập ban chỉ đạo", "set up a committee";
        /// Is asked, not ordered.
        Requested = "requested", "được đề nghị", "requested";
        /// Press, inspect and report.
        Report = "report", "chỉ đạo, kiểm tra và báo cáo", "press, inspect and report";
    }
}

words! {
    /// Groups of agencies an assignment may name as a whole.
    pub enum AssignmentScope: "nhóm cơ quan" {
        /// Every provincial department and branch.
        AllDepartments = "all_departments", "các sở, ban, ngành", "all departments and branches";
        /// Every mass organisation.
        AllMassOrganisations = "all_mass_organisations", "các đoàn thể", "all mass organisations";
        /// Every district.
        AllDistricts = "all_districts", "các huyện, thị xã, thành phố", "all districts";
        /// Every commune.
        AllCommunes = "all_communes", "các xã, phường, đặc khu", "all communes";
    }
}
