//! Every agency, with how much the plans ask of it.

use ansinh_kernel::lang::Lang;
use ansinh_kernel::text::CollationKey;
use ansinh_packs::agency::Agency;
use ansinh_packs::target::DutyRole;

use crate::context::App;

/// One agency in the list.
#[derive(Clone, Copy, Debug)]
pub struct AgencyLine<'a> {
    /// The agency.
    pub agency: &'a Agency,
    /// Whether it exists today.
    pub exists: bool,
    /// Targets it leads or led.
    pub leads: usize,
    /// Targets it joins or joined.
    pub joins: usize,
}

impl App {
    /// Every agency: by sort, then those that exist, then by name in the order of the Vietnamese alphabet.
    pub fn list_agencies(&self) -> Vec<AgencyLine<'_>> {
        let today = self.today();
        let mut lines: Vec<AgencyLine<'_>> = self
            .packs
            .agencies
            .iter()
            .map(|agency| AgencyLine {
                agency,
                exists: agency.version_on(today).is_some(),
                leads: self.targets_with(agency, DutyRole::Lead),
                joins: self.targets_with(agency, DutyRole::Join),
            })
            .collect();
        let key = |line: &AgencyLine<'_>| {
            let name = self.packs.agencies.label_on(&line.agency.id, today, Lang::Vi);
            (line.agency.level, line.agency.kind, !line.exists, CollationKey::of(name))
        };
        lines.sort_by_cached_key(key);
        lines
    }

    fn targets_with(&self, agency: &Agency, role: DutyRole) -> usize {
        let targets = self.packs.plans.iter().flat_map(|plan| &plan.targets);
        targets
            .filter(|target| target.agencies.iter().any(|duty| duty.agency == agency.id && duty.role == role))
            .count()
    }
}
