//! The totals that are to be shown, as a tree of territories over the reporters that stand behind them. Areas with
//! the same reporters are one node: whatever they are called, they show the same number.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_packs::area::AreaTree;

/// Position of a node; children come before their parents.
pub(super) type NodeIndex = usize;

/// One total of the tree.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The areas that have this total, ordered by id.
    pub(super) areas: Vec<AreaId>,
    pub(super) parent: Option<NodeIndex>,
    /// Ordered by the id of their first area.
    pub(super) children: Vec<NodeIndex>,
    pub(super) value: i64,
    /// How many reporters stand behind it.
    pub(super) reporters: usize,
}

/// A total that crosses the tree: some of its reporters lie in an area, some outside it, and neither has it whole.
#[derive(Clone, Debug)]
pub(super) struct Crossing {
    /// The areas that have this total, ordered by id.
    pub(super) areas: Vec<AreaId>,
    /// The nodes of its reporters.
    pub(super) leaves: Vec<NodeIndex>,
    pub(super) value: i64,
}

/// Counts of one measure, period and breakdown, at the reporters and at every area they add up to.
#[derive(Clone, Debug)]
pub struct View {
    pub(super) nodes: Vec<Node>,
    pub(super) crossings: Vec<Crossing>,
}

/// The reporters of an area, as positions in their list, ascending.
type ReporterSet = Vec<usize>;

/// Areas with the same reporters.
struct Territory {
    reporters: ReporterSet,
    areas: Vec<AreaId>,
}

impl View {
    /// The view of these reporter cells: each area with its count, zero or more, once. An area that did not report
    /// is left out.
    pub fn counts(areas: &AreaTree, cells: impl IntoIterator<Item = (AreaId, i64)>) -> View {
        View::of(cells.into_iter().collect(), |area| areas.containers(area).to_vec())
    }

    /// The view of these cells, whatever they lie in.
    pub(super) fn of(cells: BTreeMap<AreaId, i64>, containers: impl Fn(&AreaId) -> Vec<AreaId>) -> View {
        let mut by_area: BTreeMap<AreaId, ReporterSet> = BTreeMap::new();
        for (position, area) in cells.keys().enumerate() {
            let outer: BTreeSet<AreaId> = containers(area).into_iter().chain([area.clone()]).collect();
            for outer in outer {
                by_area.entry(outer).or_default().push(position);
            }
        }
        let mut sets: BTreeMap<ReporterSet, Vec<AreaId>> = BTreeMap::new();
        for (area, set) in by_area {
            sets.entry(set).or_default().push(area);
        }
        let territories = sets.into_iter().map(|(reporters, areas)| Territory { reporters, areas }).collect();
        let (nested, crossing) = part(territories, cells.len());
        View::build(cells.into_values().collect(), nested, crossing)
    }

    /// Joins nested territories into a tree, from the smallest up.
    fn build(counts: Vec<i64>, mut nested: Vec<Territory>, crossing: Vec<Territory>) -> View {
        nested.sort_by(|one, other| {
            let size = |territory: &Territory| territory.reporters.len();
            size(one).cmp(&size(other)).then_with(|| one.reporters.cmp(&other.reporters))
        });
        let add = |sum: i64, reporter: &usize| sum.saturating_add(counts[*reporter]);
        let sum = |reporters: &ReporterSet| reporters.iter().fold(0, add);
        let mut nodes: Vec<Node> = Vec::with_capacity(nested.len());
        let mut top: Vec<Option<NodeIndex>> = vec![None; counts.len()];
        let mut leaf_of: Vec<NodeIndex> = vec![0; counts.len()];
        for Territory { reporters, areas } in nested {
            let index = nodes.len();
            let tops: BTreeSet<NodeIndex> = reporters.iter().filter_map(|reporter| top[*reporter]).collect();
            let mut children: Vec<NodeIndex> = tops.into_iter().collect();
            children.sort_by(|one, other| nodes[*one].areas.cmp(&nodes[*other].areas));
            for child in &children {
                nodes[*child].parent = Some(index);
            }
            for reporter in &reporters {
                if top[*reporter].replace(index).is_none() {
                    leaf_of[*reporter] = index;
                }
            }
            let value = sum(&reporters);
            nodes.push(Node { areas, parent: None, children, value, reporters: reporters.len() });
        }
        let crossings = crossing.into_iter().map(|Territory { reporters, areas }| Crossing {
            areas,
            value: sum(&reporters),
            leaves: reporters.iter().map(|reporter| leaf_of[*reporter]).collect(),
        });
        View { crossings: crossings.collect(), nodes }
    }

    /// Every area of the view that lies below the level of a province: what a sensitive measure never shows.
    pub fn below_province(&self) -> super::Withheld {
        let small = |area: &&AreaId| matches!(area.level(), AreaLevel::District | AreaLevel::Commune);
        self.areas().filter(small).cloned().collect()
    }

    /// Every area that has a total here.
    pub fn areas(&self) -> impl Iterator<Item = &AreaId> {
        let of_nodes = self.nodes.iter().flat_map(|node| &node.areas);
        of_nodes.chain(self.crossings.iter().flat_map(|crossing| &crossing.areas))
    }
}

/// Parts the territories into a family in which any two are nested or apart, and the rest. Each reporter by itself
/// is always in the family; of two larger ones that cross, the one people look at more is kept.
fn part(mut territories: Vec<Territory>, reporters: usize) -> (Vec<Territory>, Vec<Territory>) {
    territories.sort_by_cached_key(|territory| {
        let size = territory.reporters.len();
        let rank = territory.areas.iter().map(|area| rank(area.level())).min();
        (size > 1, rank, Reverse(size), territory.areas.first().cloned())
    });
    let mut nested: Vec<Territory> = Vec::new();
    let mut crossing = Vec::new();
    let mut kept_of: Vec<Vec<usize>> = vec![Vec::new(); reporters];
    for territory in territories {
        let own = &territory.reporters;
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for kept in own.iter().flat_map(|reporter| &kept_of[*reporter]) {
            *shared.entry(*kept).or_default() += 1;
        }
        let is_cut = |kept: usize, common: usize| common < own.len() && common < nested[kept].reporters.len();
        if shared.into_iter().any(|(kept, common)| is_cut(kept, common)) {
            crossing.push(territory);
            continue;
        }
        for reporter in own {
            kept_of[*reporter].push(nested.len());
        }
        nested.push(territory);
    }
    (nested, crossing)
}

/// Which of two crossing areas people look at more: lower comes first.
const fn rank(level: AreaLevel) -> u8 {
    match level {
        AreaLevel::Nation => 0,
        AreaLevel::Province => 1,
        AreaLevel::Group => 2,
        AreaLevel::District => 3,
        AreaLevel::Commune => 4,
    }
}
