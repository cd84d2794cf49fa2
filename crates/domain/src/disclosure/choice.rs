//! Which totals cover the small ones: audit, withhold one more where something is given back, and audit again, from
//! the widest territory down. Every step withholds, so that it ends; at the latest when nothing is shown.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_kernel::area::AreaId;

use super::{
    SMALLEST_SHOWN, Withheld,
    audit::{Mark, given_back},
    view::{Crossing, NodeIndex, View},
};

/// The areas to withhold so that none of them can be worked out.
pub(super) fn settle(view: &View, also: &Withheld) -> Withheld {
    let mut marks: Vec<Mark> = view.nodes.iter().map(|node| first_mark(&node.areas, node.value, also)).collect();
    loop {
        let given = given_back(view, &marks);
        let progress = if given.contains(&true) {
            cover(view, &mut marks, &given)
        } else {
            match crossing_given_back(view, &marks, also) {
                Some(crossing) => cover_crossing(view, &mut marks, crossing),
                None => return areas_of(view, &marks, also),
            }
        };
        if !progress {
            return view.areas().cloned().collect();
        }
    }
}

fn first_mark(areas: &[AreaId], value: i64, also: &Withheld) -> Mark {
    if (1..SMALLEST_SHOWN).contains(&value) {
        Mark::Small
    } else if areas.iter().any(|area| also.contains(area)) {
        Mark::Forced
    } else {
        Mark::Shown
    }
}

/// Withholds one more total for each territory in which something is given back, beginning at the widest; below
/// one that is given back itself it waits, for covering the wider one may be enough.
fn cover(view: &View, marks: &mut [Mark], given: &[bool]) -> bool {
    let mut covered: BTreeSet<Option<NodeIndex>> = BTreeSet::new();
    let mut progress = false;
    for node in (0..view.nodes.len()).rev().filter(|node| given[*node]) {
        let parent = view.nodes[node].parent;
        if parent.is_some_and(|parent| given[parent]) || covered.contains(&parent) {
            continue;
        }
        if let Some(chosen) = choose(view, marks, node) {
            marks[chosen] = covering(view.nodes[chosen].value);
            covered.insert(parent);
            progress = true;
        }
    }
    progress || cover_anything(view, marks, given)
}

/// When no wider one helps, any shown total next to a total given back.
fn cover_anything(view: &View, marks: &mut [Mark], given: &[bool]) -> bool {
    let mut nodes = (0..view.nodes.len()).rev().filter(|node| given[*node]);
    let chosen = nodes.find_map(|node| choose(view, marks, node));
    let Some(chosen) = chosen else { return false };
    marks[chosen] = covering(view.nodes[chosen].value);
    true
}

const fn covering(value: i64) -> Mark {
    if value >= SMALLEST_SHOWN { Mark::Covering } else { Mark::Forced }
}

/// The total that covers one given back: a part of it when all its parts are shown, else a neighbour that is not
/// zero, else the wider territory.
fn choose(view: &View, marks: &[Mark], given: NodeIndex) -> Option<NodeIndex> {
    let node = &view.nodes[given];
    let shown = |index: &&NodeIndex| marks[**index] == Mark::Shown;
    let some = |index: &&NodeIndex| view.nodes[**index].value != 0;
    if !node.children.is_empty() && node.children.iter().all(|child| marks[*child] == Mark::Shown) {
        let parts = || node.children.iter().filter(shown);
        return next_to(view, given, parts().filter(some)).or_else(|| next_to(view, given, parts()));
    }
    let parent = node.parent?;
    let neighbours = view.nodes[parent].children.iter().filter(shown).filter(some);
    next_to(view, given, neighbours).or((marks[parent] == Mark::Shown).then_some(parent))
}

/// Of several, one with the fewest reporters: the next by id after the one given back, or the first.
fn next_to<'a>(view: &View, given: NodeIndex, among: impl Iterator<Item = &'a NodeIndex>) -> Option<NodeIndex> {
    let own = &view.nodes[given].areas;
    among.copied().min_by_key(|index| {
        let node = &view.nodes[*index];
        (node.reporters, node.areas < *own, &node.areas)
    })
}

/// The areas of withheld totals; a crossing total is shown only when the shown ones give it anyway.
fn areas_of(view: &View, marks: &[Mark], also: &Withheld) -> Withheld {
    let withheld = view.nodes.iter().zip(marks).filter(|(_, mark)| mark.is_withheld());
    let of_nodes = withheld.flat_map(|(node, _)| node.areas.iter());
    let regions = Regions::of(view, marks);
    let is_shown = |crossing: &&Crossing| !is_secret(crossing, also) && regions.give(crossing);
    let of_crossings = view.crossings.iter().filter(|crossing| !is_shown(crossing));
    of_nodes.chain(of_crossings.flat_map(|crossing| crossing.areas.iter())).cloned().collect()
}

fn is_secret(crossing: &Crossing, also: &Withheld) -> bool {
    first_mark(&crossing.areas, crossing.value, also).is_withheld()
}

/// A crossing total that must not be known, and that the shown totals give.
fn crossing_given_back<'a>(view: &'a View, marks: &[Mark], also: &Withheld) -> Option<&'a Crossing> {
    let mut secret = view.crossings.iter().filter(|crossing| is_secret(crossing, also)).peekable();
    secret.peek()?;
    let regions = Regions::of(view, marks);
    secret.find(|crossing| regions.give(crossing))
}

/// Withholds one more total so that a region of the crossing area reaches beyond it: a reporter outside it, or the
/// total of the region itself.
fn cover_crossing(view: &View, marks: &mut [Mark], crossing: &Crossing) -> bool {
    let regions = Regions::of(view, marks);
    let hidden = crossing.leaves.iter().find(|leaf| marks[**leaf].is_withheld());
    let chosen = match hidden.and_then(|leaf| regions.total_of[*leaf].map(|total| (*leaf, total))) {
        None => crossing.leaves.iter().find(|leaf| marks[**leaf] == Mark::Shown).copied(),
        Some((leaf, total)) => {
            let outside = (0..view.nodes.len()).filter(|node| {
                let parent = view.nodes[*node].parent.and_then(|parent| regions.total_of[parent]);
                let is_reporter = view.nodes[*node].children.is_empty() && view.nodes[*node].value != 0;
                is_reporter && marks[*node] == Mark::Shown && parent == Some(total) && !crossing.leaves.contains(node)
            });
            let outside: Vec<NodeIndex> = outside.collect();
            next_to(view, leaf, outside.iter()).or((marks[total] == Mark::Shown).then_some(total))
        }
    };
    let Some(chosen) = chosen else { return false };
    marks[chosen] = covering(view.nodes[chosen].value);
    true
}

/// What shown totals tell of each other: a shown total less the shown totals in it is the sum of its region, and
/// sums of whole regions are all that can be worked out by adding and subtracting.
struct Regions {
    /// For each node the nearest shown total it lies in, itself included.
    total_of: Vec<Option<NodeIndex>>,
    /// For each node how many reporters are in its region.
    sizes: Vec<usize>,
}

impl Regions {
    fn of(view: &View, marks: &[Mark]) -> Regions {
        let mut total_of = vec![None; view.nodes.len()];
        let mut sizes = vec![0; view.nodes.len()];
        for (index, node) in view.nodes.iter().enumerate().rev() {
            let shown = marks[index] == Mark::Shown;
            total_of[index] = if shown { Some(index) } else { node.parent.and_then(|parent| total_of[parent]) };
            if let Some(total) = total_of[index].filter(|_| node.children.is_empty()) {
                sizes[total] += 1;
            }
        }
        Regions { total_of, sizes }
    }

    /// Whether the total of a crossing area is a sum of whole regions.
    fn give(&self, crossing: &Crossing) -> bool {
        let mut inside: BTreeMap<NodeIndex, usize> = BTreeMap::new();
        for leaf in &crossing.leaves {
            let Some(total) = self.total_of[*leaf] else { return false };
            *inside.entry(total).or_default() += 1;
        }
        inside.iter().all(|(total, count)| self.sizes[*total] == *count)
    }
}
