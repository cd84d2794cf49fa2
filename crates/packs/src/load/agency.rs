//! Reads the file of agencies.

use super::Loader;
use crate::{
    agency::{Agency, AgencySuccession, AgencyVersion},
    files::{
        FileKind,
        agency::{AgencyItem, AgencySuccessionItem, AgencyVersionItem},
    },
    load::document::both,
    read::item::Reader,
};

pub(super) fn agencies(loader: &mut Loader, path: &str, text: &str) {
    let file = loader.toml(FileKind::Agencies, path, text);
    loader.draft.agencies = loader.items(&file, "agency", agency);
    loader.draft.agency_successions = loader.items(&file, "succession", succession);
}

fn agency(reader: &mut Reader<'_>, item: AgencyItem) -> Option<Agency> {
    let id = reader.parse("id", &item.id);
    let read = |(index, one)| version(&mut reader.part(&format!("version/{index}")), one);
    let versions: Vec<Option<AgencyVersion>> = item.version.into_iter().enumerate().map(read).collect();
    let versions = versions.into_iter().collect::<Option<Vec<_>>>();
    Some(Agency { id: id?, kind: item.kind, level: item.level, versions: versions? })
}

fn version(reader: &mut Reader<'_>, item: AgencyVersionItem) -> Option<AgencyVersion> {
    let valid = reader.validity(("valid_from", item.valid_from), ("valid_to", item.valid_to));
    let source = reader.parse_optional("source", item.source);
    let status = reader.parse("status", &item.status);
    Some(AgencyVersion {
        name: both(item.name_vi, item.name_en),
        short_vi: item.short_vi.0,
        valid: valid?,
        source: source?,
        status: status?,
    })
}

fn succession(reader: &mut Reader<'_>, item: AgencySuccessionItem) -> Option<AgencySuccession> {
    let from = reader.parse("from", &item.from);
    let to = reader.parse("to", &item.to);
    let on = reader.parse("on", &item.on);
    let source = reader.parse_optional("source", item.source);
    let status = reader.parse("status", &item.status);
    Some(AgencySuccession {
        from: from?,
        to: to?,
        on: on?,
        what: both(item.what_vi, item.what_en),
        source: source?,
        status: status?,
    })
}
