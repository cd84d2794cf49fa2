//! Files of a plan: itself, its objectives and headings, its tasks, its assignments.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    target::DutyItem,
    text::{AreaText, ClauseText, DateText, PeriodText, Slug, Words},
};
use crate::{
    plan::{AssignmentScope, AssignmentVerb, ParentRole},
    target::{AssignedBy, DutyRole},
};

/// plans/<plan>/plan.toml: one plan.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanFile {
    /// Id: the name of the folder.
    pub(crate) id: Slug,
    /// Vietnamese title.
    pub(crate) title_vi: Words,
    /// English title.
    pub(crate) title_en: Words,
    /// The area it is for.
    pub(crate) area: AreaText,
    /// The years it runs, such as `2016..2020`.
    pub(crate) period: PeriodText,
    /// What readers must know about the source copy, in Vietnamese.
    pub(crate) note_vi: Option<Words>,
    /// The note in English.
    pub(crate) note_en: Option<Words>,
    /// Official number, when the copy bears one.
    pub(crate) number: Option<Words>,
    /// The day it was signed, when the copy bears it.
    pub(crate) signed: Option<DateText>,
    /// Documents it carries out.
    #[serde(default)]
    pub(crate) parents: Vec<PlanParentItem>,
    /// The plan that follows it.
    pub(crate) successor: Option<Slug>,
}

/// A document the plan carries out.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct PlanParentItem {
    /// The document in vn/documents.
    pub(crate) document: Slug,
    /// How it is called, in Vietnamese.
    pub(crate) title_vi: Words,
    /// How it is called, in English.
    pub(crate) title_en: Words,
    /// What it is to the plan.
    pub(crate) role: ParentRole,
}

/// plans/<plan>/objectives.toml: aims and requirements, and the headings of the plan.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ObjectivesFile {
    /// Objectives and headings.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) objective: Vec<ObjectiveItem>,
}

/// An aim, a requirement or a heading.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct ObjectiveItem {
    /// Its clause.
    pub(crate) clause: ClauseText,
    /// Vietnamese title.
    pub(crate) title_vi: Words,
    /// English title.
    pub(crate) title_en: Words,
    /// Content in our Vietnamese words; absent for a bare heading.
    pub(crate) text_vi: Option<Words>,
    /// Content in our English words.
    pub(crate) text_en: Option<Words>,
}

/// plans/<plan>/tasks.toml: what is to be done.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TasksFile {
    /// Tasks.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) task: Vec<TaskItem>,
}

/// One task.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TaskItem {
    /// Its clause.
    pub(crate) clause: ClauseText,
    /// Vietnamese title.
    pub(crate) title_vi: Words,
    /// English title.
    pub(crate) title_en: Words,
    /// Content in our Vietnamese words.
    pub(crate) text_vi: Words,
    /// Content in our English words.
    pub(crate) text_en: Words,
    /// Which of the plan's parents it serves; absent means all.
    #[serde(default)]
    pub(crate) parents: Vec<Slug>,
    /// Who leads, joins and watches.
    #[serde(default)]
    pub(crate) agency: Vec<DutyItem>,
}

/// plans/<plan>/assignments.toml: who is told to do what.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssignmentsFile {
    /// Assignments.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) assignment: Vec<AssignmentItem>,
}

/// One assignment.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssignmentItem {
    /// Its number in the plan, from 1.
    #[schemars(range(min = 1))]
    pub(crate) number: u16,
    /// Its clause.
    pub(crate) clause: ClauseText,
    /// Vietnamese title.
    pub(crate) title_vi: Words,
    /// English title.
    pub(crate) title_en: Words,
    /// Content in our Vietnamese words.
    pub(crate) text_vi: Words,
    /// Content in our English words.
    pub(crate) text_en: Words,
    /// The act asked.
    pub(crate) verb: AssignmentVerb,
    /// The agency it is done to, e.g. who receives a report.
    pub(crate) to: Option<Slug>,
    /// Who has to do it.
    #[schemars(length(min = 1))]
    pub(crate) agency: Vec<AssigneeItem>,
}

/// Who has to carry out an assignment: one agency, or everyone of a scope.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AssigneeItem {
    /// One agency; not beside `scope`.
    pub(crate) agency: Option<Slug>,
    /// A whole group of agencies; not beside `agency`.
    pub(crate) scope: Option<AssignmentScope>,
    /// In which role.
    pub(crate) role: DutyRole,
    /// Whether the plan says so; absent means it does, unless `from` is given: the plan names nobody who came later.
    pub(crate) assigned_by: Option<AssignedBy>,
    /// First day.
    pub(crate) from: Option<DateText>,
    /// Day after the last.
    pub(crate) to: Option<DateText>,
}
