//! The tree of all areas with its indexes, built once when a pack is loaded and never changed.

use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

use ansinh_kernel::{
    area::{AreaCode, AreaId, AreaLevel},
    date::{Date, Validity},
    period::Period,
};

use super::{
    Area, AreaVersion, Succession, SuccessionKind, closure,
    search::{FoldedName, folded_names},
};

/// Position of an area in its tree: dense, from 0, in the order of ids. It changes when areas are added, so it
/// never leaves memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct AreaIndex(u32);

impl AreaIndex {
    /// As a position in a slice of as many items as the tree has areas.
    #[must_use]
    pub fn position(self) -> usize {
        usize::try_from(self.0).expect("positions are made from lengths of slices")
    }
}

/// A child and the days it belongs to its parent.
#[derive(Clone, Copy, Debug)]
struct Child {
    area: AreaIndex,
    valid: Validity,
}

/// All areas, their versions, successions and groups.
#[derive(Clone, Debug, Default)]
pub struct AreaTree {
    areas: Vec<Area>,
    index: HashMap<AreaId, AreaIndex>,
    by_code: HashMap<(AreaLevel, AreaCode), Vec<Child>>,
    children: Vec<Vec<Child>>,
    containers: Vec<Vec<AreaId>>,
    members: Vec<Vec<AreaId>>,
    successions: Vec<Succession>,
    given: HashMap<AreaId, Vec<usize>>,
    received: HashMap<AreaId, Vec<usize>>,
    folded: OnceLock<Vec<FoldedName>>,
}

impl AreaTree {
    /// Builds the indexes. References to unknown areas are left out here; the checks report them.
    ///
    /// `group_members` are pairs of group and member.
    #[must_use]
    pub fn new(mut areas: Vec<Area>, mut successions: Vec<Succession>, group_members: &[(AreaId, AreaId)]) -> Self {
        areas.sort_by(|one, other| one.id.cmp(&other.id));
        successions.sort_by(|one, other| (one.on, &one.from, &one.to).cmp(&(other.on, &other.from, &other.to)));
        let mut tree = Self { index: numbered(&areas), areas, successions, ..Self::default() };
        tree.index_codes_and_children(group_members);
        tree.index_successions();
        let containers = closure::containers(&tree.outward(group_members));
        let members = closure::members(&containers);
        tree.containers = tree.named(&containers);
        tree.members = tree.named(&members);
        tree
    }

    fn index_codes_and_children(&mut self, group_members: &[(AreaId, AreaId)]) {
        self.children = vec![Vec::new(); self.areas.len()];
        for area in &self.areas {
            let Some(&own) = self.index.get(&area.id) else { continue };
            for version in &area.versions {
                let child = Child { area: own, valid: version.valid };
                if let Some(code) = &version.code {
                    self.by_code.entry((area.level, code.clone())).or_default().push(child);
                }
                if let Some(parent) = version.parent.as_ref().and_then(|parent| self.index.get(parent)) {
                    self.children[parent.position()].push(child);
                }
            }
        }
        for (group, member) in group_members {
            if let Some((group, &member)) = self.index.get(group).zip(self.index.get(member)) {
                let always = Validity::ALWAYS;
                self.children[group.position()].push(Child { area: member, valid: always });
            }
        }
    }

    fn index_successions(&mut self) {
        for (position, succession) in self.successions.iter().enumerate() {
            self.given.entry(succession.from.clone()).or_default().push(position);
            self.received.entry(succession.to.clone()).or_default().push(position);
        }
    }

    /// For each area the areas it lies in directly.
    fn outward(&self, group_members: &[(AreaId, AreaId)]) -> Vec<Vec<u32>> {
        let mut outward: Vec<Vec<u32>> = vec![Vec::new(); self.areas.len()];
        let mut link = |inner: &AreaId, outer: &AreaId| {
            if let Some((inner, outer)) = self.index.get(inner).zip(self.index.get(outer)) {
                outward[inner.position()].push(outer.0);
            }
        };
        for area in &self.areas {
            for parent in area.versions.iter().filter_map(|version| version.parent.as_ref()) {
                link(&area.id, parent);
            }
        }
        for succession in self.successions.iter().filter(|succession| succession.is_whole()) {
            link(&succession.from, &succession.to);
        }
        for (group, member) in group_members {
            link(member, group);
        }
        outward
    }

    fn named(&self, numbers: &[Vec<u32>]) -> Vec<Vec<AreaId>> {
        let name = |number: &u32| self.areas.get(AreaIndex(*number).position()).map(|area| area.id.clone());
        numbers.iter().map(|list| list.iter().filter_map(name).collect()).collect()
    }

    /// The area with this id.
    #[must_use]
    pub fn get(&self, id: &AreaId) -> Option<&Area> {
        self.index.get(id).and_then(|index| self.areas.get(index.position()))
    }

    /// Every area, ordered by id: the order of [`AreaIndex`].
    #[must_use]
    pub fn all(&self) -> &[Area] {
        &self.areas
    }

    /// The position of an area in [`AreaTree::all`].
    #[must_use]
    pub fn index_of(&self, id: &AreaId) -> Option<AreaIndex> {
        self.index.get(id).copied()
    }

    /// The area at a position.
    #[must_use]
    pub fn at(&self, index: AreaIndex) -> Option<&Area> {
        self.areas.get(index.position())
    }

    /// The version of an area in force on this day; `None` when it does not exist then.
    #[must_use]
    pub fn version_on(&self, id: &AreaId, date: Date) -> Option<&AreaVersion> {
        self.get(id)?.version_on(date)
    }

    /// The area of this level that bears this code on this day.
    #[must_use]
    pub fn find(&self, level: AreaLevel, code: &AreaCode, date: Date) -> Option<&AreaId> {
        let bearers = self.by_code.get(&(level, code.clone()))?;
        let bearer = bearers.iter().find(|bearer| bearer.valid.contains(date))?;
        self.at(bearer.area).map(|area| &area.id)
    }

    /// The areas that lie in no other: the nations.
    #[must_use]
    pub fn roots(&self) -> Vec<&AreaId> {
        let is_root = |area: &&Area| area.level != AreaLevel::Group && self.containers(&area.id).is_empty();
        self.areas.iter().filter(is_root).map(|area| &area.id).collect()
    }

    /// The areas that belong directly to this one on this day and exist then, ordered by id; for a group, its
    /// members.
    #[must_use]
    pub fn children_on(&self, id: &AreaId, date: Date) -> Vec<&AreaId> {
        let children = self.index.get(id).and_then(|index| self.children.get(index.position()));
        let mut found: Vec<&AreaId> = children
            .into_iter()
            .flatten()
            .filter(|child| child.valid.contains(date))
            .filter_map(|child| self.at(child.area))
            .filter(|area| area.exists_on(date))
            .map(|area| &area.id)
            .collect();
        found.sort();
        found.dedup();
        found
    }

    /// The area of this level that this one lies in on this day: itself, or the first of that level above it.
    #[must_use]
    pub fn at_level_on(&self, id: &AreaId, level: AreaLevel, date: Date) -> Option<&AreaId> {
        let mut area = self.get(id)?;
        for _ in 0..self.areas.len() {
            if area.level == level {
                return Some(&area.id);
            }
            area = self.get(area.version_on(date)?.parent.as_ref()?)?;
        }
        None
    }

    /// Every area this one lies in at any time, itself excluded, ordered by id: parents of every version, what
    /// received its whole territory, groups, and all that these lie in.
    #[must_use]
    pub fn containers(&self, id: &AreaId) -> &[AreaId] {
        self.index_of(id).and_then(|index| self.containers.get(index.position())).map_or(&[], Vec::as_slice)
    }

    /// Every area that lies in this one at any time, itself excluded, ordered by id.
    #[must_use]
    pub fn members(&self, id: &AreaId) -> &[AreaId] {
        self.index_of(id).and_then(|index| self.members.get(index.position())).map_or(&[], Vec::as_slice)
    }

    /// Whether `inner` lies in `outer`. Every area lies in itself.
    #[must_use]
    pub fn contains(&self, outer: &AreaId, inner: &AreaId) -> bool {
        outer == inner || self.containers(inner).binary_search(outer).is_ok()
    }

    /// The areas of a level that exist on this day, ordered by id.
    #[must_use]
    pub fn units_on(&self, level: AreaLevel, date: Date) -> Vec<&AreaId> {
        let units = self.areas.iter().filter(|area| area.level == level && area.exists_on(date));
        units.map(|area| &area.id).collect()
    }

    /// Who answers for a container: the areas of this level that exist on the last day of the period and lie in
    /// it (or are it), ordered by id.
    #[must_use]
    pub fn reporters(&self, container: &AreaId, level: AreaLevel, period: &Period) -> Vec<&AreaId> {
        let date = period.last_day();
        let answers = |area: &Area| area.level == level && area.exists_on(date);
        if let Some(own) = self.get(container).filter(|area| answers(area)) {
            return vec![&own.id];
        }
        let members = self.members(container).iter().filter_map(|id| self.get(id));
        members.filter(|area| answers(area)).map(|area| &area.id).collect()
    }

    /// Every succession, ordered by date.
    #[must_use]
    pub fn all_successions(&self) -> &[Succession] {
        &self.successions
    }

    /// Where this area's territory came from, by date.
    #[must_use]
    pub fn predecessors(&self, id: &AreaId) -> Vec<&Succession> {
        self.pick(&self.received, id)
    }

    /// Where this area's territory went, by date.
    #[must_use]
    pub fn successors(&self, id: &AreaId) -> Vec<&Succession> {
        self.pick(&self.given, id)
    }

    /// The group this area lives on as, once the law has ended it.
    #[must_use]
    pub fn continued_as(&self, id: &AreaId) -> Option<&AreaId> {
        self.successors(id)
            .into_iter()
            .find(|succession| succession.kind == SuccessionKind::ContinueAsGroup)
            .map(|succession| &succession.to)
    }

    fn pick(&self, positions: &HashMap<AreaId, Vec<usize>>, id: &AreaId) -> Vec<&Succession> {
        let positions = positions.get(id).into_iter().flatten();
        positions.filter_map(|position| self.successions.get(*position)).collect()
    }

    /// Names to search in, folded at the first use.
    pub(super) fn folded_names(&self) -> &[FoldedName] {
        self.folded.get_or_init(|| folded_names(&self.areas))
    }

    /// How many areas of each level exist on this day.
    #[must_use]
    pub fn count_on(&self, date: Date) -> BTreeMap<AreaLevel, usize> {
        let mut counts = BTreeMap::new();
        for area in self.areas.iter().filter(|area| area.exists_on(date)) {
            *counts.entry(area.level).or_insert(0) += 1;
        }
        counts
    }
}

impl PartialEq for AreaTree {
    fn eq(&self, other: &Self) -> bool {
        self.areas == other.areas && self.successions == other.successions && self.containers == other.containers
    }
}

fn numbered(areas: &[Area]) -> HashMap<AreaId, AreaIndex> {
    (0..).map(AreaIndex).zip(areas).map(|(index, area)| (area.id.clone(), index)).collect()
}
