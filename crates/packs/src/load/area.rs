//! Reads the tables of areas.

use ansinh_kernel::{area::AreaId, decimal::Decimal, lang::Bilingual, number::NumberError};

use super::{Loader, TileSet, UnitVersion, stem};
use crate::{
    area::{AreaVersion, Group, Succession},
    files::{
        FileKind,
        area::{GroupMemberRow, GroupRow, SuccessionRow, TileRow, UnitRow},
    },
    read::item::Reader,
    tile::Tile,
};

pub(super) fn units(loader: &mut Loader, path: &str, text: &str) {
    if let Some((table, source)) = loader.table(FileKind::AreaUnits, path, text) {
        loader.draft.units = loader.rows(&table, source, unit);
    }
}

fn unit(reader: &mut Reader<'_>, row: UnitRow<'_>) -> Option<UnitVersion> {
    let id = reader.parse("id", row.id);
    let level = reader.parse("level", row.level);
    let code = reader.parse_optional("code", Some(row.code));
    let kind = reader.parse("kind", row.kind);
    let parent = reader.parse_optional("parent", Some(row.parent));
    let valid = reader.validity(("valid_from", Some(row.valid_from)), ("valid_to", Some(row.valid_to)));
    let status = reader.parse("status", row.status);
    let name = name(reader, row.name);
    Some(UnitVersion {
        id: id?,
        level: level?,
        version: AreaVersion {
            code: code?,
            name: name?,
            kind: kind?,
            parent: parent?,
            valid: valid?,
            instrument: some_text(row.instrument),
            status: status?,
        },
    })
}

/// The name of an area: there, and without spaces too many.
fn name(reader: &mut Reader<'_>, text: &str) -> Option<String> {
    if text.is_empty() {
        reader.problem("name", "name-empty", "thiếu tên", "Ghi tên, không kèm chữ xã, phường, huyện, tỉnh");
        return None;
    }
    if text.trim() != text || text.contains("  ") {
        let what = format!("tên “{text}” có khoảng trắng thừa");
        let mend = format!("Viết “{}”", ansinh_kernel::text::tidy(text));
        reader.problem("name", "name-untidy", what, mend);
        return None;
    }
    Some(text.to_owned())
}

fn some_text(text: &str) -> Option<String> {
    if text.is_empty() { None } else { Some(text.to_owned()) }
}

pub(super) fn successions(loader: &mut Loader, path: &str, text: &str) {
    if let Some((table, source)) = loader.table(FileKind::AreaSuccessions, path, text) {
        loader.draft.successions = loader.rows(&table, source, succession);
    }
}

fn succession(reader: &mut Reader<'_>, row: SuccessionRow<'_>) -> Option<Succession> {
    let on = reader.parse("date", row.date);
    let from = reader.parse("from", row.from);
    let to = reader.parse("to", row.to);
    let kind = reader.parse("kind", row.kind);
    let share: Option<Decimal> = reader.parse("share", row.share);
    let status = reader.parse("status", row.status);
    Some(Succession {
        on: on?,
        from: from?,
        to: to?,
        kind: kind?,
        share: share?.to_ratio(),
        instrument: some_text(row.instrument),
        evidence: row.evidence.to_owned(),
        status: status?,
    })
}

pub(super) fn groups(loader: &mut Loader, path: &str, text: &str) {
    if let Some((table, source)) = loader.table(FileKind::AreaGroups, path, text) {
        loader.draft.groups = loader.rows(&table, source, group);
    }
}

fn group(reader: &mut Reader<'_>, row: GroupRow<'_>) -> Option<(AreaId, Group)> {
    let id = reader.parse("id", row.id);
    let name = both(reader, "name", row.name_vi, row.name_en);
    let note = both(reader, "note", row.note_vi, row.note_en);
    let founded = reader.parse_optional("founded", Some(row.founded));
    Some((id?, Group { name: name?, note: note?, founded: founded? }))
}

/// A text in both languages; an empty cell is a problem.
fn both(reader: &mut Reader<'_>, stem: &str, vi: &str, en: &str) -> Option<Bilingual> {
    match reader.both_or_none(stem, Some(vi), Some(en))? {
        Some(text) => Some(text),
        None => {
            reader.problem(&format!("{stem}_vi"), "text-empty", "ô để trống", "Ghi bằng cả hai thứ tiếng");
            None
        }
    }
}

pub(super) fn group_members(loader: &mut Loader, path: &str, text: &str) {
    if let Some((table, source)) = loader.table(FileKind::AreaGroupMembers, path, text) {
        loader.draft.group_members = loader.rows(&table, source, |reader, row: GroupMemberRow<'_>| {
            let group = reader.parse("group", row.group);
            let member = reader.parse("member", row.member);
            Some((group?, member?))
        });
    }
}

pub(super) fn tiles(loader: &mut Loader, path: &str, text: &str) {
    if let Some((table, source)) = loader.table(FileKind::AreaTiles, path, text) {
        let tiles = loader.rows(&table, source, tile);
        loader.draft.tile_sets.push(TileSet { name: stem(path).to_owned(), tiles });
    }
}

fn tile(reader: &mut Reader<'_>, row: TileRow<'_>) -> Option<Tile> {
    let area = reader.parse("area", row.area);
    let column = position(reader, "col", row.col);
    let row = position(reader, "row", row.row);
    Some(Tile { area: area?, column: column?, row: row? })
}

/// A position on the grid of tiles.
fn position(reader: &mut Reader<'_>, field: &str, text: &str) -> Option<u16> {
    let number = text.parse().map_err(|_| NumberError::NotANumber { text: text.to_owned() });
    let place = reader.sources.place(&reader.spot, field);
    reader.problems.keep_at(place, number)
}
