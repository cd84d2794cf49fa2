//! Files of published figures.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{self, AreaText, PeriodText, PrintedDateText, Slug, Url, Words, status};

/// publications/sources.toml: what figures and facts were read in.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourcesFile {
    /// Sources.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) source: Vec<SourceItem>,
}

/// One publication or page.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SourceItem {
    /// Id.
    pub(crate) id: Slug,
    /// Who published it.
    pub(crate) publisher: Words,
    /// Its title.
    pub(crate) title: Words,
    /// Where it can be read.
    pub(crate) url: Option<Url>,
    /// When it was published: a day, a month or a year, as exact as known.
    pub(crate) published: Option<PrintedDateText>,
    /// How surely it was read; absent means not checked.
    #[schemars(schema_with = "status")]
    #[serde(default = "unverified")]
    pub(crate) status: String,
}

fn unverified() -> String {
    ansinh_kernel::figure::LegalStatus::Unverified.as_str().to_owned()
}

/// publications/figures.csv: figures exactly as printed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct FigureRow<'a> {
    /// What is counted.
    pub(crate) measure: &'a str,
    /// The area as it was on the last day of the period.
    pub(crate) area: &'a str,
    /// The period counted.
    pub(crate) period: &'a str,
    /// The part counted; empty is the total.
    pub(crate) breakdown: &'a str,
    /// How exactly the number was given.
    #[schemars(schema_with = "text::qualifier")]
    pub(crate) qualifier: &'a str,
    /// The number, with a dot; empty when numerator and denominator are given; `yes` or `no` for a flag.
    pub(crate) value: &'a str,
    /// Those counted, for a ratio.
    pub(crate) numerator: &'a str,
    /// Those it is a share of, for a ratio.
    pub(crate) denominator: &'a str,
    /// When it was counted: a day, a month or a year, as exact as the page says.
    pub(crate) as_of: &'a str,
    /// How surely it was read.
    #[schemars(schema_with = "text::status")]
    pub(crate) status: &'a str,
    /// Where it was printed.
    pub(crate) source: &'a str,
    /// A remark in Vietnamese.
    pub(crate) note_vi: &'a str,
    /// The remark in English.
    pub(crate) note_en: &'a str,
}

/// publications/outside.csv: figures of a territory that is no area here; the same columns and the name of the territory.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct OutsideFigureRow<'a> {
    /// What is counted.
    pub(crate) measure: &'a str,
    /// Always empty.
    pub(crate) area: &'a str,
    /// The period counted.
    pub(crate) period: &'a str,
    /// The part counted; empty is the total.
    pub(crate) breakdown: &'a str,
    /// How exactly the number was given.
    #[schemars(schema_with = "text::qualifier")]
    pub(crate) qualifier: &'a str,
    /// The number, with a dot; empty when numerator and denominator are given; `yes` or `no` for a flag.
    pub(crate) value: &'a str,
    /// Those counted, for a ratio.
    pub(crate) numerator: &'a str,
    /// Those it is a share of, for a ratio.
    pub(crate) denominator: &'a str,
    /// When it was counted: a day, a month or a year, as exact as the page says.
    pub(crate) as_of: &'a str,
    /// How surely it was read.
    #[schemars(schema_with = "text::status")]
    pub(crate) status: &'a str,
    /// Where it was printed.
    pub(crate) source: &'a str,
    /// A remark in Vietnamese.
    pub(crate) note_vi: &'a str,
    /// The remark in English.
    pub(crate) note_en: &'a str,
    /// The territory, in Vietnamese.
    pub(crate) area_text: &'a str,
}

/// publications/missing.toml: what was searched for and not found.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MissingFile {
    /// Gaps.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) missing: Vec<MissingItem>,
}

/// A figure searched for and not found.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MissingItem {
    /// What would be counted.
    pub(crate) measure: Slug,
    /// The area.
    pub(crate) area: AreaText,
    /// The periods without a figure.
    #[schemars(length(min = 1))]
    pub(crate) periods: Vec<PeriodText>,
    /// Where it was searched and what was found instead, in Vietnamese.
    pub(crate) note_vi: Words,
    /// The note in English.
    pub(crate) note_en: Words,
}
