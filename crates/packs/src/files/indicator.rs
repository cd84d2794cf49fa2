//! Files of indicators and measures, and of the units they are measured in.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::text::{Slug, Words, frequency, status};
use crate::indicator::{CollectedAt, Direction, PlaceRollUp, TimeRollUp};

/// vn/units.toml: units of measurement.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitsFile {
    /// Units.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) unit: Vec<MeasurementUnitItem>,
}

/// One unit of measurement.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasurementUnitItem {
    /// Id.
    pub(crate) id: Slug,
    /// Vietnamese name written out.
    pub(crate) name_vi: Words,
    /// English name written out.
    pub(crate) name_en: Words,
    /// What stands after a number, in Vietnamese.
    pub(crate) symbol_vi: Words,
    /// What stands after a number, in English.
    pub(crate) symbol_en: Words,
}

/// vn/indicators/<topic>.toml: indicators and their measures.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IndicatorsFile {
    /// Indicators: the notions shown to people.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) indicator: Vec<IndicatorItem>,
    /// Measures: what exactly is counted.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) measure: Vec<MeasureItem>,
}

/// The notion shown to people.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct IndicatorItem {
    /// Id.
    pub(crate) id: Slug,
    /// Vietnamese name.
    pub(crate) name_vi: Words,
    /// English name.
    pub(crate) name_en: Words,
    /// What it says, in Vietnamese.
    pub(crate) definition_vi: Words,
    /// What it says, in English.
    pub(crate) definition_en: Words,
    /// Which way is better; absent for context that is neither good nor bad, such as a population.
    pub(crate) better: Option<Direction>,
    /// The unit it is shown in.
    pub(crate) unit: Slug,
}

/// What exactly is counted. Measures of one indicator are never mixed.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct MeasureItem {
    /// Id.
    pub(crate) id: Slug,
    /// The indicator it measures.
    pub(crate) indicator: Slug,
    /// Vietnamese name that tells it from the other measures of the indicator.
    pub(crate) name_vi: Words,
    /// English name.
    pub(crate) name_en: Words,
    /// Concept and standard, in Vietnamese.
    pub(crate) concept_vi: Words,
    /// Concept and standard, in English.
    pub(crate) concept_en: Words,
    /// How a value is written.
    #[schemars(schema_with = "shape")]
    pub(crate) shape: String,
    /// The unit of the value.
    pub(crate) unit: Slug,
    /// Decimals of the value; only, and always, with shape `decimal`.
    #[schemars(range(min = 0, max = 6))]
    pub(crate) scale: Option<u8>,
    /// What the numerator counts, in Vietnamese; only, and always, with shape `ratio`.
    pub(crate) numerator_vi: Option<Words>,
    /// What the numerator counts, in English.
    pub(crate) numerator_en: Option<Words>,
    /// What the denominator counts, in Vietnamese; only, and always, with shape `ratio`.
    pub(crate) denominator_vi: Option<Words>,
    /// What the denominator counts, in English.
    pub(crate) denominator_en: Option<Words>,
    /// How values of parts make the value of the whole area.
    pub(crate) per_place: PlaceRollUp,
    /// How values of parts make the value of the whole period.
    pub(crate) per_time: TimeRollUp,
    /// The level that answers; `published` when nobody is asked.
    pub(crate) collected_at: CollectedAt,
    /// How often it is asked.
    #[schemars(schema_with = "frequency")]
    pub(crate) frequency: String,
    /// First year the desk collects it.
    pub(crate) from: Option<i16>,
    /// Last year the desk collects it.
    pub(crate) to: Option<i16>,
    /// Days after the end of a period until the answer is due.
    #[schemars(range(min = 0, max = 366))]
    pub(crate) due_days: Option<u16>,
    /// The agency that accepts answers.
    pub(crate) owner: Option<Slug>,
    /// Counts people or households: small cells are withheld in public.
    pub(crate) people: bool,
    /// A share that cannot exceed 100 %.
    pub(crate) bounded: bool,
    /// Shown only as withheld below the level of the province.
    pub(crate) sensitive: bool,
    /// How surely the definition is known.
    #[schemars(schema_with = "status")]
    pub(crate) status: String,
    /// The source in publications/sources.toml where the definition stands.
    pub(crate) source: Option<Slug>,
    /// Parts asked for beside the total; they may overlap and are never summed.
    #[serde(default)]
    pub(crate) breakdowns: Vec<BreakdownItem>,
}

/// A part of the total that is asked for by itself.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BreakdownItem {
    /// Id, unique in its measure.
    pub(crate) id: Slug,
    /// Vietnamese name.
    pub(crate) name_vi: Words,
    /// English name.
    pub(crate) name_en: Words,
}

/// The words for the shapes of values.
fn shape(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "enum": ["count", "ratio", "decimal", "flag"] })
}
