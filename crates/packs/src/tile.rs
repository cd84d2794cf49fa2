//! Tile maps: one hexagon per area on a small grid. A set is a file of positions; odd rows stand half a tile to
//! the right. The layout is ours and says nothing about size or distance.

use std::collections::BTreeMap;

use ansinh_kernel::area::AreaId;

/// Where the hexagon of one area stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tile {
    /// The area shown.
    pub area: AreaId,
    /// Column, counted from 0 at the left.
    pub column: u16,
    /// Row, counted from 0 at the top.
    pub row: u16,
}

/// Every tile set of a pack, by the name of its file (`districts`, `communes-41` …).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tiles(BTreeMap<String, Vec<Tile>>);

impl Tiles {
    /// The tiles of the set with this name, ordered as in its file.
    #[must_use]
    pub fn get(&self, set: &str) -> Option<&[Tile]> {
        self.0.get(set).map(Vec::as_slice)
    }

    /// Every set with its name, ordered by name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Tile])> {
        self.0.iter().map(|(name, tiles)| (name.as_str(), tiles.as_slice()))
    }

    /// The smallest set in which every one of these areas has a tile; `None` when no set shows them all.
    #[must_use]
    pub fn showing(&self, areas: &[&AreaId]) -> Option<(&str, &[Tile])> {
        self.iter()
            .filter(|(_, tiles)| areas.iter().all(|area| tiles.iter().any(|tile| &tile.area == *area)))
            .min_by_key(|(_, tiles)| tiles.len())
    }
}

impl FromIterator<(String, Vec<Tile>)> for Tiles {
    fn from_iter<I: IntoIterator<Item = (String, Vec<Tile>)>>(sets: I) -> Self {
        Self(sets.into_iter().collect())
    }
}
