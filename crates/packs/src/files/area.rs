//! Files of areas: five tables, one row an item. The structs are the rows; an empty cell means "not given".

use schemars::JsonSchema;
use serde::Deserialize;

use super::text;
use crate::area::{AreaKind, SuccessionKind};

/// vn/areas/units.csv: one version of one area, sorted by id and valid_from.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitRow<'a> {
    /// The territory. The same id on several rows: only name, kind, code or parent changed.
    pub(crate) id: &'a str,
    /// Level of the area.
    #[schemars(schema_with = "text::level")]
    pub(crate) level: &'a str,
    /// Code of the statistics office; empty for the nation and for groups.
    pub(crate) code: &'a str,
    /// Name without its type word, as the resolution spells it.
    pub(crate) name: &'a str,
    /// Kind in law.
    #[schemars(with = "AreaKind")]
    pub(crate) kind: &'a str,
    /// Area it belongs to; empty for the nation and for groups.
    pub(crate) parent: &'a str,
    /// First day; empty means before our records.
    pub(crate) valid_from: &'a str,
    /// Day after the last; empty means still so.
    pub(crate) valid_to: &'a str,
    /// Number of the document that made it so.
    pub(crate) instrument: &'a str,
    /// How surely it is known.
    #[schemars(schema_with = "text::status")]
    pub(crate) status: &'a str,
}

/// vn/areas/successions.csv: territory passing from one area to another on a day.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SuccessionRow<'a> {
    /// First day of the new state.
    pub(crate) date: &'a str,
    /// Area that gives.
    pub(crate) from: &'a str,
    /// Area that receives.
    pub(crate) to: &'a str,
    /// How territory passes.
    #[schemars(with = "SuccessionKind")]
    pub(crate) kind: &'a str,
    /// Share of the giving area's territory, above 0 and at most 1.
    pub(crate) share: &'a str,
    /// Number of the document that ordered it.
    pub(crate) instrument: &'a str,
    /// What we rest on.
    pub(crate) evidence: &'a str,
    /// How surely it is known.
    #[schemars(schema_with = "text::status")]
    pub(crate) status: &'a str,
}

/// vn/areas/groups.csv: areas the law ended and reporting still needs. Each has a row in units.csv too.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupRow<'a> {
    /// Area id, beginning with `g-`.
    pub(crate) id: &'a str,
    /// Vietnamese name.
    pub(crate) name_vi: &'a str,
    /// English name.
    pub(crate) name_en: &'a str,
    /// What it stands for, in Vietnamese.
    pub(crate) note_vi: &'a str,
    /// What it stands for, in English.
    pub(crate) note_en: &'a str,
    /// First day; empty when not known.
    pub(crate) founded: &'a str,
}

/// vn/areas/group_members.csv: what lies in a group.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GroupMemberRow<'a> {
    /// The group.
    pub(crate) group: &'a str,
    /// An area that lies in it whole.
    pub(crate) member: &'a str,
}

/// vn/areas/tiles/<set>.csv: one hexagon an area; odd rows are shifted right by half.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TileRow<'a> {
    /// The area shown.
    pub(crate) area: &'a str,
    /// Column, from 0.
    pub(crate) col: &'a str,
    /// Row, from 0.
    pub(crate) row: &'a str,
}
