//! Checks of tile maps: known areas, one tile an area, one area a tile.

use std::collections::HashSet;

use super::Report;
use crate::load::Kind;

pub(super) fn check(report: &mut Report<'_>) {
    for set in &report.draft.tile_sets {
        report.unique(&set.tiles, "area", |tile| tile.area.as_str());
        let mut taken = HashSet::new();
        for tile in &set.tiles {
            report.resolve(Kind::Area, tile.value.area.as_str(), &tile.spot, "area");
            let (column, row) = (tile.value.column, tile.value.row);
            if !taken.insert((column, row)) {
                let what = format!("ô cột {column} hàng {row} đã có địa bàn khác");
                report.note(&tile.spot, "col", "tile-taken", what, "Chọn ô khác");
            }
        }
    }
}
