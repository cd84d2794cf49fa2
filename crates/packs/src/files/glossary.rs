//! The file of terms.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{Slug, Words};

/// glossary.toml: every legal notion the software names.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct GlossaryFile {
    /// Terms.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) term: Vec<TermItem>,
}

/// One term.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TermItem {
    /// The spelling used in code.
    pub(crate) id: Slug,
    /// The Vietnamese term.
    pub(crate) vi: Words,
    /// The English term.
    pub(crate) en: Words,
    /// What it means, in Vietnamese.
    pub(crate) definition_vi: Words,
    /// What it means, in English.
    pub(crate) definition_en: Words,
}
