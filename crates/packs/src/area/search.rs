//! Finding areas by what people type: without diacritics, with or without the type word. The folded names are made
//! at the first search, not when the pack is loaded.

use ansinh_kernel::{date::Date, lang::Lang, text::fold};

use super::{Area, AreaTree};

/// One name to search in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoldedName {
    /// Position of the area in the tree.
    area: usize,
    /// Position of the version in the area.
    version: usize,
    /// Folded name without the type word.
    name: String,
    /// Folded name with the type word, as in Vietnamese.
    full: String,
}

/// The folded names of every version of every area.
pub(super) fn folded_names(areas: &[Area]) -> Vec<FoldedName> {
    let mut names = Vec::new();
    for (index, area) in areas.iter().enumerate() {
        for (version_index, version) in area.versions.iter().enumerate() {
            let name = fold(&version.name);
            let full = fold(&version.full_name(Lang::Vi));
            names.push(FoldedName { area: index, version: version_index, name, full });
        }
    }
    names
}

/// How well a name fits; smaller is better.
fn rank(name: &FoldedName, wanted: &str) -> Option<u8> {
    if name.name == wanted || name.full == wanted {
        Some(0)
    } else if name.name.starts_with(wanted) || name.full.starts_with(wanted) {
        Some(1)
    } else if name.full.contains(&format!(" {wanted}")) {
        Some(2)
    } else if name.full.contains(wanted) {
        Some(3)
    } else {
        None
    }
}

impl AreaTree {
    /// The areas whose name fits the text, best first, at most `limit`. With a date only areas that exist then and
    /// under the name they bear then; without one, under any name they ever bore.
    #[must_use]
    pub fn search(&self, text: &str, on: Option<Date>, limit: usize) -> Vec<&Area> {
        let wanted = fold(text);
        let wanted = wanted.trim();
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u8, &Area)> = self
            .folded_names()
            .iter()
            .filter_map(|name| {
                let area = self.all().get(name.area)?;
                let version = area.versions.get(name.version)?;
                let counts = on.is_none_or(|date| version.valid.contains(date));
                if counts { rank(name, wanted).map(|rank| (rank, area)) } else { None }
            })
            .collect();
        found.sort_by(|(rank, area), (other_rank, other)| {
            (rank, area.level, &area.id).cmp(&(other_rank, other.level, &other.id))
        });
        let mut areas: Vec<&Area> = Vec::new();
        for (_, area) in found {
            if areas.len() < limit && !areas.iter().any(|known| known.id == area.id) {
                areas.push(area);
            }
        }
        areas
    }
}
