//! The file of agencies.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{DateText, Slug, Words, status};
use crate::agency::{AgencyKind, AgencyLevel};

/// vn/agencies/agencies.toml: agencies, their names through time, and who took over from whom.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgenciesFile {
    /// Agencies.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) agency: Vec<AgencyItem>,
    /// Work handed from one agency to another.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) succession: Vec<AgencySuccessionItem>,
}

/// One agency; it keeps its id through changes of name.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgencyItem {
    /// Id.
    pub(crate) id: Slug,
    /// What sort of body it is.
    pub(crate) kind: AgencyKind,
    /// The level it works at.
    pub(crate) level: AgencyLevel,
    /// Its names through time.
    #[schemars(length(min = 1))]
    pub(crate) version: Vec<AgencyVersionItem>,
}

/// One name of an agency.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgencyVersionItem {
    /// Full Vietnamese name.
    pub(crate) name_vi: Words,
    /// Full English name.
    pub(crate) name_en: Words,
    /// Short Vietnamese name for tables.
    pub(crate) short_vi: Words,
    /// First day of the name.
    pub(crate) valid_from: Option<DateText>,
    /// Day after its last.
    pub(crate) valid_to: Option<DateText>,
    /// The document in vn/documents that says so.
    pub(crate) source: Option<Slug>,
    /// How surely it is known.
    #[schemars(schema_with = "status")]
    pub(crate) status: String,
}

/// Work handed from one agency to another.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgencySuccessionItem {
    /// Who hands over.
    pub(crate) from: Slug,
    /// Who takes over.
    pub(crate) to: Slug,
    /// First day of the new one.
    pub(crate) on: DateText,
    /// What is handed over, in Vietnamese.
    pub(crate) what_vi: Words,
    /// What is handed over, in English.
    pub(crate) what_en: Words,
    /// The document in vn/documents that says so.
    pub(crate) source: Option<Slug>,
    /// How surely it is known.
    #[schemars(schema_with = "status")]
    pub(crate) status: String,
}
