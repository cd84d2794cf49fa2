//! Who leads, joins and watches, through time: the agency as the plan names it, who does its work today, and how we
//! know.

use ansinh_kernel::date::Date;
use ansinh_packs::agency::Agency;
use ansinh_packs::target::{AgencyDuty, DutyRole};

use crate::context::App;

/// One duty of one agency.
#[derive(Clone, Debug)]
pub struct DutyView<'a> {
    /// The duty as the plan gives it.
    pub duty: &'a AgencyDuty,
    /// The agency it names.
    pub agency: &'a Agency,
    /// The day on which its name is read: today, or its last day in the duty.
    pub named_on: Date,
    /// Whether it holds today.
    pub holds: bool,
    /// Who does the work today, when the agency no longer exists and nobody is named in its place.
    pub passed_to: Vec<&'a Agency>,
}

impl App {
    /// Duties, those that hold today first; leaders before joiners before watchers.
    pub(crate) fn duties<'a>(&'a self, duties: &'a [AgencyDuty]) -> Vec<DutyView<'a>> {
        let mut views: Vec<DutyView<'a>> = duties.iter().filter_map(|duty| self.duty(duty)).collect();
        views.sort_by_key(|view| (!view.holds, role_rank(view.duty.role), view.duty.valid.from()));
        views
    }

    fn duty<'a>(&'a self, duty: &'a AgencyDuty) -> Option<DutyView<'a>> {
        let today = self.today();
        let agency = self.packs.agencies.get(&duty.agency)?;
        let holds = duty.valid.contains(today);
        let named_on = match duty.valid.to() {
            Some(end) if !holds => end.yesterday().unwrap_or(end),
            _ => today,
        };
        let gone = holds && agency.version_on(today).is_none();
        let passed_to = if gone { self.packs.agencies.acting_on(&agency.id, today) } else { Vec::new() };
        Some(DutyView { duty, agency, named_on, holds, passed_to })
    }
}

fn role_rank(role: DutyRole) -> usize {
    DutyRole::ALL.iter().position(|one| *one == role).unwrap_or(DutyRole::ALL.len())
}
