//! The areas of the current plan's territory on a day, and how many there were on every day that changed their number.

use std::collections::BTreeSet;

use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_kernel::date::Date;
use ansinh_kernel::text::CollationKey;
use ansinh_packs::area::Area;

use crate::context::App;
use crate::error::AppResult;

use super::map::name_on;

/// How many areas the territory had from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AreaCount {
    /// From this day on.
    pub from: Date,
    /// Districts.
    pub districts: usize,
    /// Communes.
    pub communes: usize,
}

/// Areas on a day, each list in the order of the Vietnamese alphabet.
#[derive(Clone, Debug)]
pub struct AreaList<'a> {
    /// The day.
    pub on: Date,
    /// The province of the plan, the group it lives on as, and the province it lies in on the day.
    pub territory: Vec<&'a Area>,
    /// Every province that exists on the day.
    pub provinces: Vec<&'a Area>,
    /// Districts of the territory.
    pub districts: Vec<&'a Area>,
    /// Groups of the territory.
    pub groups: Vec<&'a Area>,
    /// Communes of the territory.
    pub communes: Vec<&'a Area>,
    /// The territory through time, oldest first.
    pub counts: Vec<AreaCount>,
}

impl App {
    /// The areas on a day, today when none is given.
    ///
    /// # Errors
    /// `NotFound` when the packs hold no plan.
    pub fn list_areas(&self, on: Option<Date>) -> AppResult<AreaList<'_>> {
        let on = on.unwrap_or_else(|| self.today());
        let plan = self.current_plan()?;
        let own = self.with_group(&plan.area);
        let around = self.packs.areas.containers(&plan.area).iter().filter(|id| id.level() == AreaLevel::Province);
        let territory: Vec<&Area> = own.iter().chain(around).filter_map(|id| self.packs.areas.get(id)).collect();
        let members = self.members_of(&own);
        let at = |level: AreaLevel| {
            let all = members.iter().filter_map(|id| self.packs.areas.get(id));
            self.by_name(all.filter(|area| area.level == level && area.exists_on(on)).collect(), on)
        };
        let provinces = self.packs.areas.units_on(AreaLevel::Province, on);
        Ok(AreaList {
            on,
            territory,
            provinces: self.by_name(provinces.into_iter().filter_map(|id| self.packs.areas.get(id)).collect(), on),
            districts: at(AreaLevel::District),
            groups: at(AreaLevel::Group),
            communes: at(AreaLevel::Commune),
            counts: self.counts(&members),
        })
    }

    /// Everything that ever lay in these areas, and the groups its districts live on as.
    fn members_of(&self, areas: &[AreaId]) -> BTreeSet<&AreaId> {
        let inside = |id: &AreaId| self.packs.areas.members(id).iter();
        let mut members: BTreeSet<&AreaId> =
            areas.iter().filter_map(|id| self.packs.areas.get(id)).flat_map(|area| inside(&area.id)).collect();
        let groups: Vec<&AreaId> = members.iter().filter_map(|id| self.packs.areas.continued_as(id)).collect();
        members.extend(groups);
        members
    }

    fn by_name<'a>(&self, mut areas: Vec<&'a Area>, on: Date) -> Vec<&'a Area> {
        areas.sort_by_cached_key(|area| CollationKey::of(&name_on(area, on)));
        areas
    }

    fn counts(&self, members: &BTreeSet<&AreaId>) -> Vec<AreaCount> {
        let areas: Vec<&Area> = members.iter().filter_map(|id| self.packs.areas.get(id)).collect();
        let starts = areas.iter().flat_map(|area| &area.versions).filter_map(|version| version.valid.from());
        let ends = areas.iter().flat_map(|area| &area.versions).filter_map(|version| version.valid.to());
        let days: BTreeSet<Date> = starts.chain(ends).collect();
        let count =
            |level: AreaLevel, on: Date| areas.iter().filter(|area| area.level == level && area.exists_on(on)).count();
        let mut counts: Vec<AreaCount> = Vec::new();
        for from in days {
            let now = AreaCount {
                from,
                districts: count(AreaLevel::District, from),
                communes: count(AreaLevel::Commune, from),
            };
            let same = |before: &AreaCount| (before.districts, before.communes) == (now.districts, now.communes);
            if !counts.last().is_some_and(same) {
                counts.push(now);
            }
        }
        counts
    }
}
