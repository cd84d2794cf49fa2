//! Indicators and measures. An indicator is the notion people are shown; a measure is what exactly is counted. One
//! indicator may have several measures (another standard, another survey) and they are never mixed.

use std::collections::BTreeMap;

use ansinh_kernel::{
    date::Year,
    figure::LegalStatus,
    id::{AgencyId, BreakdownId, IndicatorId, MeasureId, SourceId, UnitId},
    lang::Bilingual,
    period::Frequency,
};

use crate::word::words;

/// The notion shown to people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Slug.
    pub id: IndicatorId,
    /// The file it was defined in, without its ending: `jobs`, `health` …
    pub topic: String,
    /// Name shown to people.
    pub name: Bilingual,
    /// What it says, in our words.
    pub definition: Bilingual,
    /// Which way is better; `None` for context that is neither good nor bad, such as a population.
    pub better: Option<Direction>,
    /// The unit it is shown in.
    pub unit: UnitId,
}

/// What exactly is counted: concept, standard and shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Slug.
    pub id: MeasureId,
    /// The indicator it measures.
    pub indicator: IndicatorId,
    /// Name that tells it from the other measures of the indicator.
    pub name: Bilingual,
    /// The concept and standard, in our words.
    pub concept: Bilingual,
    /// How a value is written.
    pub shape: Shape,
    /// The unit of the value (for a ratio: of the printed percentage).
    pub unit: UnitId,
    /// What the numerator counts; only for ratios.
    pub numerator: Option<Bilingual>,
    /// What the denominator counts; only for ratios.
    pub denominator: Option<Bilingual>,
    /// How values of parts make the value of the whole area.
    pub per_place: PlaceRollUp,
    /// How values of parts make the value of the whole period.
    pub per_time: TimeRollUp,
    /// The level that answers.
    pub collected_at: CollectedAt,
    /// How often it is asked.
    pub frequency: Frequency,
    /// First year the desk collects it.
    pub first_year: Option<Year>,
    /// Last year the desk collects it.
    pub last_year: Option<Year>,
    /// Days after the end of a period until the answer is due.
    pub due_days: Option<u16>,
    /// The agency that accepts answers; its successors follow it.
    pub owner: Option<AgencyId>,
    /// Counts people or households, so that small cells are withheld in public.
    pub people: bool,
    /// A ratio that cannot exceed 100 %.
    pub bounded: bool,
    /// Shown only as withheld below the level of the province.
    pub sensitive: bool,
    /// How surely the definition is known.
    pub status: LegalStatus,
    /// Where the definition stands.
    pub source: Option<SourceId>,
    /// The breakdowns asked beside the total.
    pub breakdowns: Vec<Breakdown>,
}

impl Measure {
    /// Whether the desk collects this measure for this year.
    #[must_use]
    pub fn is_collected_in(&self, year: Year) -> bool {
        self.collected_at != CollectedAt::Published
            && self.first_year.is_none_or(|first| first <= year)
            && self.last_year.is_none_or(|last| year <= last)
    }

    /// The breakdown with this id.
    #[must_use]
    pub fn breakdown(&self, id: &BreakdownId) -> Option<&Breakdown> {
        self.breakdowns.iter().find(|breakdown| &breakdown.id == id)
    }
}

/// A part of the total that is asked for by itself; parts may overlap and are never summed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// Slug, unique in its measure.
    pub id: BreakdownId,
    /// Name shown to people.
    pub name: Bilingual,
}

/// How the values of a measure are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// A whole number of the unit.
    Count,
    /// Two whole numbers, numerator over denominator, shown as a percentage.
    Ratio,
    /// A number as printed, with this many decimals.
    Decimal {
        /// Digits after the decimal mark, 0 to 6.
        scale: u8,
    },
    /// Yes or no for an area; rolls up to the share of areas that say yes.
    Flag,
}

words! {
    /// Which way of moving is better.
    pub enum Direction: "chiều hướng" {
        /// More is better.
        Up = "up", "tăng", "up";
        /// Less is better.
        Down = "down", "giảm", "down";
    }
}

words! {
    /// How values of parts make the value of the whole area.
    pub enum PlaceRollUp: "cách cộng theo địa bàn" {
        /// Counts are added; ratios are sum over sum; flags are counted.
        Sum = "sum", "cộng các địa phương", "summed over places";
        /// The value of the whole is not made from parts.
        None = "none", "không cộng theo địa phương", "not rolled up over places";
    }
}

words! {
    /// How values of parts make the value of the whole period.
    pub enum TimeRollUp: "cách cộng theo thời gian" {
        /// A flow: parts are added.
        Sum = "sum", "cộng các kỳ", "summed over time";
        /// A stock: the last part stands for the whole.
        Last = "last", "lấy kỳ cuối", "last of the period";
        /// The value of the whole is not made from parts.
        None = "none", "không cộng theo thời gian", "not rolled up over time";
    }
}

words! {
    /// The level that answers for a measure.
    pub enum CollectedAt: "cấp báo cáo" {
        /// Each commune answers.
        Commune = "commune", "cấp xã", "commune";
        /// Each district answers.
        District = "district", "cấp huyện", "district";
        /// The province answers.
        Province = "province", "cấp tỉnh", "province";
        /// The nation answers.
        Nation = "nation", "cả nước", "nation";
        /// Nobody is asked; only publications have it.
        Published = "published", "chỉ có trong ấn phẩm", "publications only";
    }
}

/// Every indicator and measure of a pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicators {
    indicators: BTreeMap<IndicatorId, Indicator>,
    measures: BTreeMap<MeasureId, Measure>,
    by_indicator: BTreeMap<IndicatorId, Vec<MeasureId>>,
}

impl Indicators {
    /// Joins indicators with their measures; measures of one indicator keep the given order.
    #[must_use]
    pub fn new(indicators: Vec<Indicator>, measures: Vec<Measure>) -> Self {
        let mut by_indicator: BTreeMap<IndicatorId, Vec<MeasureId>> = BTreeMap::new();
        for measure in &measures {
            by_indicator.entry(measure.indicator.clone()).or_default().push(measure.id.clone());
        }
        Self {
            indicators: indicators.into_iter().map(|indicator| (indicator.id.clone(), indicator)).collect(),
            measures: measures.into_iter().map(|measure| (measure.id.clone(), measure)).collect(),
            by_indicator,
        }
    }

    /// The indicator with this id.
    #[must_use]
    pub fn get(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.indicators.get(id)
    }

    /// The measure with this id.
    #[must_use]
    pub fn measure(&self, id: &MeasureId) -> Option<&Measure> {
        self.measures.get(id)
    }

    /// The indicator a measure belongs to.
    #[must_use]
    pub fn of_measure(&self, id: &MeasureId) -> Option<&Indicator> {
        self.measure(id).and_then(|measure| self.get(&measure.indicator))
    }

    /// The measures of an indicator, in the order of its file.
    pub fn measures_of(&self, id: &IndicatorId) -> impl Iterator<Item = &Measure> {
        self.by_indicator.get(id).into_iter().flatten().filter_map(|measure| self.measures.get(measure))
    }

    /// Every indicator, ordered by id.
    pub fn iter(&self) -> impl Iterator<Item = &Indicator> {
        self.indicators.values()
    }

    /// Every measure, ordered by id.
    pub fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.measures.values()
    }
}
