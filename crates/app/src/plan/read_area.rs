//! One area: what it was, what it came from and became, its parts, and its latest figures, in its own time or, before
//! it existed, as the sum of what was reported on its land.

use std::collections::BTreeMap;

use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_kernel::date::Date;
use ansinh_kernel::figure::Origin;
use ansinh_kernel::id::{BreakdownId, MeasureId};
use ansinh_kernel::period::Period;
use ansinh_kernel::text::CollationKey;
use ansinh_packs::area::{Area, Succession};
use ansinh_packs::indicator::{CollectedAt, Measure};
use ansinh_store::Read;
use ansinh_store::figure::Made;

use crate::context::App;
use crate::error::AppResult;

use super::gather::{Ask, Gathered, Refused, Shown};
use super::map::{MapCell, Theme, name_on};

/// One area.
#[derive(Clone, Debug)]
pub struct AreaPage<'a> {
    /// The area.
    pub area: &'a Area,
    /// Today while it exists, else its last day.
    pub day: Date,
    /// Whether it exists today.
    pub exists: bool,
    /// The areas above it on that day, the widest first.
    pub chain: Vec<&'a Area>,
    /// Where its land came from.
    pub came_from: Vec<&'a Succession>,
    /// Where its land went.
    pub became: Vec<&'a Succession>,
    /// Groups it belongs to.
    pub groups: Vec<&'a Area>,
    /// Its direct parts on that day, by name.
    pub parts: Vec<&'a Area>,
    /// One figure over its parts, where they have one in common.
    pub map: Option<PartsMap<'a>>,
    /// The latest figure of each measure and origin, targets of the plan first.
    pub latest: Vec<Shown<'a>>,
    /// All figures, for the files.
    pub figures: Vec<Shown<'a>>,
    /// Sums that cannot be made, and why.
    pub refused: Vec<Refused>,
}

/// One figure over the parts of an area.
#[derive(Clone, Debug)]
pub struct PartsMap<'a> {
    /// What is counted.
    pub measure: &'a Measure,
    /// Where the figures come from.
    pub origin: Origin,
    /// When.
    pub period: Period,
    /// The parts.
    pub cells: Vec<MapCell<'a>>,
    /// Measures to choose from.
    pub measures: Vec<&'a Measure>,
}

impl App {
    /// One area; `measure` chooses what its map shows.
    ///
    /// # Errors
    /// `NotFound` when there is no such area; `Store` when the database does not answer.
    pub async fn read_area(&self, id: &AreaId, measure: Option<&MeasureId>) -> AppResult<AreaPage<'_>> {
        let area = self.area_of(id)?;
        let today = self.today();
        let exists = area.exists_on(today);
        let day = if exists { today } else { last_day(area).unwrap_or(today) };
        let mut read = self.database.read().await?;
        let measures = self.measures_in_order();
        let ask = Ask { periods: self.periods_of(&measures), measures, areas: vec![id.clone()] };
        let Gathered { shown, refused } = self.gather(&mut read, &ask).await?;
        let children = self.packs.areas.children_on(&area.id, day);
        let parts: Vec<&AreaId> = children.into_iter().filter(|part| part.level() != AreaLevel::Group).collect();
        let map = self.parts_map(&mut read, &parts, &shown, measure, day).await?;
        let mut named: Vec<&Area> = parts.iter().filter_map(|id| self.packs.areas.get(id)).collect();
        named.sort_by_cached_key(|part| CollationKey::of(&name_on(part, day)));
        Ok(AreaPage {
            area,
            day,
            exists,
            chain: self.chain(area, day),
            came_from: self.packs.areas.predecessors(id),
            became: self.packs.areas.successors(id),
            groups: self.groups_of(area),
            parts: named,
            map,
            latest: latest(&shown),
            figures: shown,
            refused,
        })
    }

    /// Measures of targets first, then of aims, then companions, then the rest.
    pub(crate) fn measures_in_order(&self) -> Vec<&Measure> {
        let plans = self.plans_in_order();
        let targets = plans.iter().flat_map(|plan| &plan.targets);
        let aims = plans.iter().flat_map(|plan| &plan.aims);
        let judged =
            targets.clone().flat_map(|target| &target.measures).chain(aims.clone().flat_map(|aim| &aim.measures));
        let beside = targets.flat_map(|target| &target.companions).chain(aims.flat_map(|aim| &aim.companions));
        let mut measures: Vec<&Measure> = Vec::new();
        let rest = self.packs.indicators.measures();
        for measure in self.measures_of(judged.chain(beside)).into_iter().chain(rest) {
            if !measures.iter().any(|one| one.id == measure.id) {
                measures.push(measure);
            }
        }
        measures
    }

    fn chain(&self, area: &Area, day: Date) -> Vec<&Area> {
        let mut chain = Vec::new();
        let mut above = area.version_on(day).and_then(|version| version.parent.as_ref());
        while let Some(parent) =
            above.and_then(|id| self.packs.areas.get(id)).filter(|_| chain.len() < AreaLevel::ALL.len())
        {
            chain.push(parent);
            above = parent.version_on(day).and_then(|version| version.parent.as_ref());
        }
        chain.reverse();
        chain
    }

    fn groups_of(&self, area: &Area) -> Vec<&Area> {
        let containers = self.packs.areas.containers(&area.id).iter();
        let groups = containers
            .filter(|id| id.level() == AreaLevel::Group && self.packs.areas.continued_as(&area.id) != Some(*id));
        groups.filter_map(|id| self.packs.areas.get(id)).collect()
    }

    /// The latest figure that is a sum over the parts, or the one asked for.
    async fn parts_map<'a>(
        &'a self,
        read: &mut Read,
        parts: &[&'a AreaId],
        own: &[Shown<'a>],
        wanted: Option<&MeasureId>,
        day: Date,
    ) -> AppResult<Option<PartsMap<'a>>> {
        let summed = |one: &&Shown<'a>| {
            let from_parts =
                matches!(one.made, Made::RolledUp { .. }) && one.measure.collected_at != CollectedAt::Published;
            from_parts && one.is_total() && one.year().is_some()
        };
        let candidates: Vec<&Shown<'a>> = own.iter().filter(summed).collect();
        let mut measures: Vec<&'a Measure> = candidates.iter().map(|one| one.measure).collect();
        measures.dedup_by_key(|measure| &measure.id);
        let measure = measures.iter().find(|one| Some(&one.id) == wanted).or(measures.first()).copied();
        let of_measure =
            candidates.into_iter().filter(|one| measure.is_some_and(|measure| measure.id == one.measure.id));
        let Some(shown) = of_measure
            .max_by_key(|one| (std::cmp::Reverse(super::gather::origin_rank(one.origin)), one.period.last_day()))
        else {
            return Ok(None);
        };
        if parts.is_empty() {
            return Ok(None);
        }
        let theme = Theme { measure: shown.measure, origin: shown.origin, period: shown.period };
        let cells = self.cells(read, parts, theme, day).await?;
        Ok(Some(PartsMap { measure: shown.measure, origin: shown.origin, period: shown.period, cells, measures }))
    }
}

fn last_day(area: &Area) -> Option<Date> {
    area.latest().valid.to().and_then(|end| end.yesterday().ok())
}

/// The latest figure of each measure, origin and part, in the order given; of two that end together the shorter.
fn latest<'a>(all: &[Shown<'a>]) -> Vec<Shown<'a>> {
    let mut newest: BTreeMap<(&MeasureId, Origin, &BreakdownId), &Shown<'a>> = BTreeMap::new();
    for one in all {
        let key = (&one.measure.id, one.origin, &one.breakdown);
        let kept = newest.entry(key).or_insert(one);
        if kept.period.last_day() <= one.period.last_day() {
            *kept = one;
        }
    }
    let is_newest = |one: &&Shown<'a>| {
        newest.get(&(&one.measure.id, one.origin, &one.breakdown)).is_some_and(|kept| kept.period == one.period)
    };
    all.iter().filter(is_newest).cloned().collect()
}
