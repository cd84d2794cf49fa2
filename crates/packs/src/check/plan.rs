//! Checks of plans: folders, clauses, parents, duties of agencies. Targets and aims have their own.

use std::collections::HashSet;

use ansinh_kernel::{date::Validity, legal::ClauseId, period::Period};

use super::{Report, span::covers, target};
use crate::{
    load::{Kind, PlanDraft},
    plan::{Assignee, Plan},
    read::item::{Placed, Spot},
    target::AgencyDuty,
};

/// One plan under check: its folder, and its years when they could be read.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) folder: &'a str,
    pub(super) plan: &'a PlanDraft,
    pub(super) period: Option<Period>,
}

pub(super) fn check(report: &mut Report<'_>) {
    for (folder, plan) in &report.draft.plans {
        let period = plan.plan.as_ref().map(|plan| plan.value.period);
        let scope = Scope { folder, plan, period };
        match &plan.plan {
            Some(own) => plan_is_right(report, folder, own),
            None => plan_file_is_there(report, scope),
        }
        clauses_are_right(report, scope);
        tasks_are_right(report, scope);
        assignments_are_right(report, scope);
        target::check(report, scope);
    }
}

/// A folder without a plan of its own; a broken one has been reported.
fn plan_file_is_there(report: &mut Report<'_>, scope: Scope<'_>) {
    if report.draft.declared.has(Kind::Plan, scope.folder) {
        return;
    }
    let lists = [
        scope.plan.objectives.first().map(|one| &one.spot),
        scope.plan.tasks.first().map(|one| &one.spot),
        scope.plan.assignments.first().map(|one| &one.spot),
        scope.plan.targets.first().map(|one| &one.spot),
        scope.plan.aims.first().map(|one| &one.spot),
    ];
    if let Some(spot) = lists.into_iter().flatten().next() {
        let what = format!("thư mục kế hoạch {} không có plan.toml", scope.folder);
        report.note(spot, "", "plan-missing", what, "Thêm tệp plan.toml");
    }
}

fn plan_is_right(report: &mut Report<'_>, folder: &str, plan: &Placed<Plan>) {
    let (spot, value) = (&plan.spot, &plan.value);
    if value.id != folder {
        let what = format!("mã {} khác tên thư mục {folder}", value.id);
        report.note(spot, "id", "plan-folder-mismatch", what, "Ghi mã đúng như tên thư mục");
    }
    if report.resolve(Kind::Area, value.area.as_str(), spot, "area") {
        let last_day = value.period.last_day();
        if report.tree.get(&value.area).is_some_and(|area| !area.exists_on(last_day)) {
            let what = format!("{} không tồn tại vào cuối giai đoạn {}", value.area, value.period);
            report.note(spot, "area", "plan-area-absent", what, "Ghi địa bàn tồn tại khi kế hoạch kết thúc");
        }
    }
    for (index, parent) in value.parents.iter().enumerate() {
        report.resolve(Kind::Document, parent.document.as_str(), spot, &format!("parents/{index}/document"));
    }
    report.resolve_some(Kind::Plan, value.successor.as_ref(), spot, "successor");
}

/// Every clause stands once in its file, and the clause above it stands somewhere. A heading and the one task or
/// assignment under it may be the same clause.
fn clauses_are_right(report: &mut Report<'_>, scope: Scope<'_>) {
    let objectives = scope.plan.objectives.iter().map(|one| (&one.value.clause, &one.spot));
    let tasks = scope.plan.tasks.iter().map(|one| (&one.value.clause, &one.spot));
    let assignments = scope.plan.assignments.iter().map(|one| (&one.value.clause, &one.spot));
    let files: [Vec<(&ClauseId, &Spot)>; 3] = [objectives.collect(), tasks.collect(), assignments.collect()];
    for clauses in files {
        let mut seen = HashSet::new();
        for (clause, spot) in clauses {
            if !seen.insert(clause) {
                let what = format!("điều mục {clause} đã có ở một mục trước");
                report.note(spot, "clause", "clause-twice", what, "Sửa điều mục, hoặc bỏ một trong hai mục");
            }
            if let Some(above) = clause.parent() {
                clause_is_known(report, scope, &above, spot, "clause");
            }
        }
    }
}

/// Whether a clause stands in the plan; a problem when not.
pub(super) fn clause_is_known(report: &mut Report<'_>, scope: Scope<'_>, clause: &ClauseId, spot: &Spot, field: &str) {
    if !report.draft.declared.has(Kind::Clause, &format!("{}/{clause}", scope.folder)) {
        let what = format!("kế hoạch không có điều mục {clause}");
        let mend = format!("Sửa điều mục, hoặc thêm vào {}", Kind::Clause.home());
        report.note(spot, field, Kind::Clause.unknown_code(), what, mend);
    }
}

fn tasks_are_right(report: &mut Report<'_>, scope: Scope<'_>) {
    for task in &scope.plan.tasks {
        let spot = &task.spot;
        duties_are_right(report, scope, &task.value.agencies, spot);
        for (index, parent) in task.value.parents.iter().enumerate() {
            let field = format!("parents/{index}");
            let plan = scope.plan.plan.as_ref();
            let is_parent = plan.is_none_or(|plan| plan.value.parents.iter().any(|one| &one.document == parent));
            if report.resolve(Kind::Document, parent.as_str(), spot, &field) && !is_parent {
                let what = format!("{parent} không phải văn bản mà kế hoạch triển khai");
                report.note(spot, &field, "task-parent-foreign", what, "Ghi một trong các parents của plan.toml");
            }
        }
    }
}

fn assignments_are_right(report: &mut Report<'_>, scope: Scope<'_>) {
    report.unique(&scope.plan.assignments, "number", |assignment| assignment.number);
    for assignment in &scope.plan.assignments {
        report.resolve_some(Kind::Agency, assignment.value.to.as_ref(), &assignment.spot, "to");
        for (index, assignee) in assignment.value.assignees.iter().enumerate() {
            if let Assignee::Agency(duty) = assignee {
                duty_is_right(report, scope, duty, &assignment.spot.part(&format!("agency/{index}")));
            }
        }
    }
}

/// Checks every duty under `agency` of an item.
pub(super) fn duties_are_right(report: &mut Report<'_>, scope: Scope<'_>, duties: &[AgencyDuty], spot: &Spot) {
    for (index, duty) in duties.iter().enumerate() {
        duty_is_right(report, scope, duty, &spot.part(&format!("agency/{index}")));
    }
}

fn duty_is_right(report: &mut Report<'_>, scope: Scope<'_>, duty: &AgencyDuty, spot: &Spot) {
    if let Some(clause) = &duty.clause {
        clause_is_known(report, scope, clause, spot, "clause");
    }
    if !report.resolve(Kind::Agency, duty.agency.as_str(), spot, "agency") {
        return;
    }
    let agencies = &report.draft.agencies;
    let Some(agency) = agencies.iter().find(|agency| agency.value.id == duty.agency) else { return };
    let names: Vec<&Validity> = agency.value.versions.iter().map(|version| &version.valid).collect();
    let holds = match (duty.valid.from(), duty.valid.to(), scope.period) {
        (Some(_), Some(_), _) => covers(names, &duty.valid),
        (Some(from), None, _) => names.iter().any(|valid| valid.contains(from)),
        (None, Some(to), _) => to.yesterday().is_ok_and(|last| names.iter().any(|valid| valid.contains(last))),
        (None, None, Some(period)) => names.iter().any(|valid| valid.overlaps(&period.days())),
        (None, None, None) => true,
    };
    if !holds {
        let when = match (duty.valid == Validity::ALWAYS, scope.period) {
            (true, Some(period)) => period.days(),
            _ => duty.valid,
        };
        let what = format!("{} không có tên nào {}", duty.agency, when.format(ansinh_kernel::lang::Lang::Vi));
        let mend = "Sửa from, to, hoặc ghi cơ quan kế thừa";
        report.note(spot, "agency", "agency-not-valid", what, mend);
    }
}
