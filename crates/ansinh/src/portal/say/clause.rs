//! How a clause of a plan is said: what stands there, who has to do it and when.

use ansinh_app::plan::ClauseContent;
use ansinh_kernel::date::Validity;
use ansinh_packs::plan::{Assignee, Assignment};
use ansinh_packs::target::AgencyDuty;

use super::Say;
use crate::words::fill;

impl Say<'_> {
    /// The days something holds; nothing is said of what holds throughout.
    pub(crate) fn when(&self, valid: &Validity) -> String {
        if *valid == Validity::ALWAYS { self.p.throughout.to_owned() } else { valid.format(self.lang) }
    }

    /// What stands at a clause, by sort.
    pub(crate) fn content_kind(&self, content: &ClauseContent<'_>) -> String {
        match content {
            ClauseContent::Objective(_) => self.p.objective.to_owned(),
            ClauseContent::Task(_) => self.p.task.to_owned(),
            ClauseContent::Assignment(one) => fill(self.p.assignment_number, &[("number", &one.number.to_string())]),
        }
    }

    /// What a clause says; a bare heading says nothing.
    pub(crate) fn content_text<'t>(&self, content: &ClauseContent<'t>) -> Option<&'t str> {
        match content {
            ClauseContent::Objective(one) => one.text.as_ref().map(|text| text.get(self.lang)),
            ClauseContent::Task(one) => Some(one.text.get(self.lang)),
            ClauseContent::Assignment(one) => Some(one.text.get(self.lang)),
        }
    }

    pub(crate) fn as_assignment<'t>(&self, content: &ClauseContent<'t>) -> Option<&'t Assignment> {
        match content {
            ClauseContent::Assignment(one) => Some(one),
            ClauseContent::Objective(_) | ClauseContent::Task(_) => None,
        }
    }

    /// Groups of agencies an assignment names as a whole, with their time.
    pub(crate) fn scopes(&self, assignment: &Assignment) -> Vec<String> {
        let scope = |one: &Assignee| match one {
            Assignee::Agency(_) => None,
            Assignee::Everyone { scope, role, valid, .. } => {
                let dated = valid.from().is_some() || valid.to().is_some();
                let when = if dated { format!(", {}", self.when(valid)) } else { String::new() };
                Some(format!("{} ({}{when})", self.upper(scope.name(self.lang)), role.name(self.lang)))
            }
        };
        assignment.assignees.iter().filter_map(scope).collect()
    }

    /// Agencies an assignment names.
    pub(crate) fn named<'t>(&self, assignment: &'t Assignment) -> Vec<&'t AgencyDuty> {
        let duty = |one: &'t Assignee| match one {
            Assignee::Agency(duty) => Some(duty),
            Assignee::Everyone { .. } => None,
        };
        assignment.assignees.iter().filter_map(duty).collect()
    }

    /// Name of an agency in a duty: of its last day in it, or of today.
    pub(crate) fn duty_agency(&self, duty: &AgencyDuty) -> String {
        let day =
            duty.valid.to().filter(|end| *end <= self.today).and_then(|end| end.yesterday().ok()).unwrap_or(self.today);
        self.agency(&duty.agency, &day)
    }
}
