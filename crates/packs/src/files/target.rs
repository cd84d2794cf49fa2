//! Files of targets and aims.

use schemars::JsonSchema;
use serde::Deserialize;

use super::text::{AreaText, ClauseText, DateText, NumberText, Slug, Words, status};
use crate::{
    indicator::Direction,
    target::{AssignedBy, Bound, DutyRole},
};

/// plans/<plan>/targets.toml: what the plan promises with a figure.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TargetsFile {
    /// Targets.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) target: Vec<TargetItem>,
}

/// One figure the plan promises.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TargetItem {
    /// Id.
    pub(crate) id: Slug,
    /// The clause that states it.
    pub(crate) clause: ClauseText,
    /// The indicator it is about.
    pub(crate) indicator: Slug,
    /// Vietnamese title.
    pub(crate) title_vi: Words,
    /// English title.
    pub(crate) title_en: Words,
    /// What the plan asks, in our Vietnamese words.
    pub(crate) says_vi: Words,
    /// What the plan asks, in our English words.
    pub(crate) says_en: Words,
    /// The reading chosen where the plan's wording is ambiguous, in Vietnamese.
    pub(crate) reading_vi: Option<Words>,
    /// The reading in English.
    pub(crate) reading_en: Option<Words>,
    /// The year by whose end it must be met.
    pub(crate) deadline: i16,
    /// Measures it is judged by, the primary one first.
    #[schemars(length(min = 1))]
    pub(crate) measures: Vec<Slug>,
    /// Measures shown beside it and never judged.
    #[serde(default)]
    pub(crate) companions: Vec<Slug>,
    /// What kind of promise it is.
    pub(crate) kind: KindItem,
    /// The value the path starts from.
    pub(crate) baseline: Option<BaselineItem>,
    /// Who leads, joins and watches.
    #[serde(default)]
    pub(crate) agency: Vec<DutyItem>,
}

/// What kind of promise a target is; numbers are in the unit of the indicator.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum KindItem {
    /// A level to reach by the deadline.
    Level {
        /// Which side of the value is met.
        bound: Bound,
        /// The level.
        value: NumberText,
    },
    /// A ceiling or floor that holds in every period.
    Limit {
        /// Which side of the value is met.
        bound: Bound,
        /// The limit.
        value: NumberText,
    },
    /// A sum of yearly flows.
    Cumulative {
        /// Which side of the total is met.
        bound: Bound,
        /// The sum asked over all years.
        total: NumberText,
        /// The yearly share the plan names.
        yearly: NumberText,
        /// First year counted.
        first: i16,
        /// Last year counted.
        last: i16,
    },
    /// Met at the low end, stretched to the high end.
    Range {
        /// Where it is met.
        low: NumberText,
        /// Where the stretch is reached.
        high: NumberText,
        /// Which way the value should move.
        direction: Direction,
    },
    /// A fall in points each year and as a yearly mean.
    YearlyFall {
        /// The smallest fall that meets it.
        low: NumberText,
        /// The fall of the stretch.
        high: NumberText,
    },
    /// Its own value against the same measure of another area.
    Relative {
        /// Which side of the other's value is met.
        bound: Bound,
        /// The area compared with.
        to: AreaText,
    },
    /// A number of things that exist.
    Count {
        /// Which side of the value is met.
        bound: Bound,
        /// How many.
        value: NumberText,
    },
    /// A number met when it is near enough.
    Approximate {
        /// The number.
        value: NumberText,
        /// How far off is still met, in percent of the number.
        tolerance_percent: NumberText,
    },
    /// A yes or no that every area has to answer alike.
    EveryArea {
        /// The answer wanted of every area.
        wanted: YesNo,
    },
    /// A share the plan names without a figure; not judged.
    ShareNoFigure {
        /// Which side would meet it.
        bound: Bound,
    },
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum YesNo {
    Yes,
    No,
}

/// The value a path starts from.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BaselineItem {
    /// The year whose end it describes.
    pub(crate) year: i16,
    /// The value in the unit of the measure.
    pub(crate) value: NumberText,
    /// The measure it was counted by: one of the target's.
    pub(crate) measure: Slug,
    /// How surely it is known.
    #[schemars(schema_with = "status")]
    pub(crate) status: String,
    /// The source in publications/sources.toml.
    pub(crate) source: Slug,
}

/// What one agency has to do.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DutyItem {
    /// Who.
    pub(crate) agency: Slug,
    /// In which role.
    pub(crate) role: DutyRole,
    /// Whether the plan says so or we concluded it.
    pub(crate) assigned_by: AssignedBy,
    /// The clause that says so.
    pub(crate) clause: Option<ClauseText>,
    /// First day.
    pub(crate) from: Option<DateText>,
    /// Day after the last.
    pub(crate) to: Option<DateText>,
}

/// plans/<plan>/aims.toml: what the plan asks without a figure.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AimsFile {
    /// Aims.
    #[serde(default)]
    #[allow(dead_code, reason = "items are read one by one; the struct gives the schema")]
    pub(crate) aim: Vec<AimItem>,
}

/// A direction the plan asks for.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AimItem {
    /// Id.
    pub(crate) id: Slug,
    /// The clause that states it.
    pub(crate) clause: ClauseText,
    /// The indicator it is about.
    pub(crate) indicator: Slug,
    /// Vietnamese title.
    pub(crate) title_vi: Words,
    /// English title.
    pub(crate) title_en: Words,
    /// What the plan asks, in our Vietnamese words.
    pub(crate) says_vi: Words,
    /// What the plan asks, in our English words.
    pub(crate) says_en: Words,
    /// The reading chosen where the plan's wording is ambiguous, in Vietnamese.
    pub(crate) reading_vi: Option<Words>,
    /// The reading in English.
    pub(crate) reading_en: Option<Words>,
    /// The direction asked.
    pub(crate) direction: Direction,
    /// The year later values are compared with.
    pub(crate) base_year: i16,
    /// Measures it is judged by, the primary one first.
    #[schemars(length(min = 1))]
    pub(crate) measures: Vec<Slug>,
    /// Measures shown beside it and never judged.
    #[serde(default)]
    pub(crate) companions: Vec<Slug>,
    /// Who leads, joins and watches.
    #[serde(default)]
    pub(crate) agency: Vec<DutyItem>,
}
