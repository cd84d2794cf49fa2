//! The file of one legal document.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{DateText, Slug, Url, Words, status};
use crate::document::DocumentKind;

/// vn/documents/<id>.toml: one document of law or of the Party.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DocumentFile {
    /// Official number; empty when the copy bears none.
    pub(crate) number: String,
    /// What sort of document it is.
    pub(crate) kind: DocumentKind,
    /// Vietnamese title, in our words.
    pub(crate) title_vi: Words,
    /// English title, in our words.
    pub(crate) title_en: Words,
    /// Who issued it.
    pub(crate) issuer: Words,
    /// The day it was signed.
    pub(crate) signed: Option<DateText>,
    /// The day it took effect.
    pub(crate) in_force: Option<DateText>,
    /// The day from which amounts are paid under it, where it differs.
    pub(crate) paid_from: Option<DateText>,
    /// The day its text was known.
    pub(crate) known_from: Option<DateText>,
    /// The document that replaced it.
    pub(crate) replaced_by: Option<Slug>,
    /// Where a copy can be read.
    pub(crate) url: Option<Url>,
    /// How surely its facts are known.
    #[schemars(schema_with = "status")]
    pub(crate) status: String,
    /// A remark for readers, in Vietnamese.
    pub(crate) note_vi: Option<Words>,
    /// The remark in English.
    pub(crate) note_en: Option<Words>,
}
