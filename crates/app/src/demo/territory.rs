//! Communes as sums of the communes of 2016: a merged commune has the people and households of those
//! it came from, so that an illustrative figure never jumps on the day of a merger.

use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_kernel::date::Date;
use ansinh_kernel::period::Period;
use ansinh_packs::Pack;

use super::dice;

/// A commune of 2016.
pub(super) struct Leaf<'a> {
    pub(super) id: &'a AreaId,
    pub(super) people: i64,
    pub(super) households: i64,
}

/// A commune of some year, as the leaves it is made of.
pub(super) struct Territory<'a> {
    pub(super) id: &'a AreaId,
    pub(super) leaves: Vec<Leaf<'a>>,
    /// In the demo, communes of the two mountain districts of the west are called poor.
    pub(super) is_poor: bool,
}

/// All territories of the plan's area.
pub(super) struct Territories<'a> {
    packs: &'a Pack,
    territories: Vec<Territory<'a>>,
}

/// Districts whose communes the demo calls poor.
const POOR_DISTRICTS: [&str; 2] = ["h452", "h453"];

impl<'a> Territories<'a> {
    pub(super) fn of(packs: &'a Pack, seed: u64) -> Self {
        let mut territories = Vec::new();
        for plan in &packs.plans {
            let first = plan.period.first_day();
            let leaves = communes(packs, &plan.area, first);
            let home: Vec<&AreaId> =
                packs.areas.all().iter().map(|area| &area.id).filter(|id| id.level() == AreaLevel::Commune).collect();
            for id in home {
                let own: Vec<Leaf<'a>> = leaves
                    .iter()
                    .filter(|leaf| packs.areas.contains(id, leaf))
                    .map(|leaf| leaf_of(leaf, seed))
                    .collect();
                if !own.is_empty() {
                    let poor = |leaf: &Leaf<'_>| {
                        POOR_DISTRICTS.iter().any(|district| {
                            packs.areas.containers(leaf.id).iter().any(|area| area.as_str() == *district)
                        })
                    };
                    let is_poor = own.iter().all(poor);
                    territories.push(Territory { id, leaves: own, is_poor });
                }
            }
        }
        Self { packs, territories }
    }

    /// Those that exist on the last day of a period.
    pub(super) fn reporting(&self, period: Period) -> impl Iterator<Item = &Territory<'a>> {
        let day = period.last_day();
        self.territories.iter().filter(move |territory| self.packs.areas.version_on(territory.id, day).is_some())
    }
}

fn communes<'a>(packs: &'a Pack, area: &AreaId, day: Date) -> Vec<&'a AreaId> {
    let valid = |id: &&AreaId| id.level() == AreaLevel::Commune && packs.areas.version_on(id, day).is_some();
    packs.areas.members(area).iter().filter(valid).collect()
}

fn leaf_of(id: &AreaId, seed: u64) -> Leaf<'_> {
    let households = 620 + dice(seed, &["households", id.as_str()]) % 1980;
    let persons_per_hundred = 330 + dice(seed, &["size", id.as_str()]) % 60;
    Leaf { id, households, people: households * persons_per_hundred / 100 }
}
