//! Reads a plan, its objectives, tasks and assignments.

use ansinh_kernel::legal::ClauseId;

use super::{
    Loader,
    document::{both, both_or_none},
    plan_folder,
    target::duties,
};
use crate::{
    files::{
        FileKind,
        plan::{AssigneeItem, AssignmentItem, ObjectiveItem, PlanFile, PlanParentItem, TaskItem},
    },
    plan::{Assignee, Assignment, AssignmentNumber, Objective, Plan, PlanParent, Task},
    read::item::Reader,
    target::{AgencyDuty, AssignedBy},
};

pub(super) fn plan(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Plan, path, text);
    let plan = loader.whole(&file, bare_plan);
    loader.draft.plans.entry(plan_folder(path).to_owned()).or_default().plan = plan;
}

/// The plan without its lists, which stand in other files.
fn bare_plan(reader: &mut Reader<'_>, item: PlanFile) -> Option<Plan> {
    let id = reader.parse("id", &item.id);
    let area = reader.parse("area", &item.area);
    let period = reader.parse("period", &item.period);
    let note = both_or_none(reader, "note", item.note_vi, item.note_en);
    let signed = reader.parse_optional("signed", item.signed);
    let successor = reader.parse_optional("successor", item.successor);
    let read = |(index, parent): (usize, PlanParentItem)| {
        let document = reader.parse(&format!("parents/{index}/document"), &parent.document)?;
        Some(PlanParent { document, title: both(parent.title_vi, parent.title_en), role: parent.role })
    };
    let parents: Vec<Option<PlanParent>> = item.parents.into_iter().enumerate().map(read).collect();
    Some(Plan {
        id: id?,
        title: both(item.title_vi, item.title_en),
        area: area?,
        period: period?,
        note: note?,
        number: item.number.map(|number| number.0),
        signed: signed?,
        parents: parents.into_iter().collect::<Option<_>>()?,
        successor: successor?,
        objectives: Vec::new(),
        tasks: Vec::new(),
        assignments: Vec::new(),
        targets: Vec::new(),
        aims: Vec::new(),
    })
}

pub(super) fn objectives(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Objectives, path, text);
    let objectives = loader.items(&file, "objective", |reader, item: ObjectiveItem| {
        let clause = reader.parse("clause", &item.clause);
        let text = both_or_none(reader, "text", item.text_vi, item.text_en);
        Some(Objective { clause: clause?, title: both(item.title_vi, item.title_en), text: text? })
    });
    loader.draft.plans.entry(plan_folder(path).to_owned()).or_default().objectives = objectives;
}

pub(super) fn tasks(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Tasks, path, text);
    let tasks = loader.items(&file, "task", |reader, item: TaskItem| {
        let clause = reader.parse("clause", &item.clause);
        let parents = reader.parse_list("parents", &item.parents);
        let agencies = duties(reader, item.agency);
        Some(Task {
            clause: clause?,
            title: both(item.title_vi, item.title_en),
            text: both(item.text_vi, item.text_en),
            parents: parents?,
            agencies: agencies?,
        })
    });
    loader.draft.plans.entry(plan_folder(path).to_owned()).or_default().tasks = tasks;
}

pub(super) fn assignments(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Assignments, path, text);
    let assignments = loader.items(&file, "assignment", assignment);
    loader.draft.plans.entry(plan_folder(path).to_owned()).or_default().assignments = assignments;
}

fn assignment(reader: &mut Reader<'_>, item: AssignmentItem) -> Option<Assignment> {
    let clause: Option<ClauseId> = reader.parse("clause", &item.clause);
    let to = reader.parse_optional("to", item.to);
    let read = |(index, one)| assignee(&mut reader.part(&format!("agency/{index}")), one, clause.as_ref());
    let assignees: Vec<Option<Assignee>> = item.agency.into_iter().enumerate().map(read).collect();
    Some(Assignment {
        number: AssignmentNumber(item.number),
        clause: clause?,
        title: both(item.title_vi, item.title_en),
        text: both(item.text_vi, item.text_en),
        verb: item.verb,
        to: to?,
        assignees: assignees.into_iter().collect::<Option<_>>()?,
    })
}

/// One who has to carry out an assignment. Whoever comes in later is not named by the plan.
fn assignee(reader: &mut Reader<'_>, item: AssigneeItem, clause: Option<&ClauseId>) -> Option<Assignee> {
    let later = item.from.is_some();
    let valid = reader.validity(("from", item.from), ("to", item.to));
    let named = if later { AssignedBy::Inferred } else { AssignedBy::Clause };
    let assigned_by = item.assigned_by.unwrap_or(named);
    match (item.agency, item.scope) {
        (Some(agency), None) => {
            let agency = reader.parse("agency", &agency);
            let (role, clause) = (item.role, clause.cloned());
            Some(Assignee::Agency(AgencyDuty { agency: agency?, role, assigned_by, clause, valid: valid? }))
        }
        (None, Some(scope)) => Some(Assignee::Everyone { scope, role: item.role, assigned_by, valid: valid? }),
        _ => {
            let what = "phải ghi đúng một trong hai: agency hoặc scope";
            reader.problem("", "assignee-unclear", what, "Ghi agency cho một cơ quan, scope cho cả nhóm");
            None
        }
    }
}
