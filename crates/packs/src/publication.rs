//! Published figures: where each was printed, exactly as printed, and what was searched for and not found.

use std::{collections::BTreeMap, fmt, str::FromStr};

use ansinh_kernel::{
    area::AreaId,
    date::{Date, DateError, Month, Year},
    figure::{LegalStatus, Qualifier, Value},
    id::{BreakdownId, MeasureId, SourceId},
    lang::{Bilingual, Lang},
    period::Period,
};

/// A publication or page that figures and facts were read in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Slug.
    pub id: SourceId,
    /// Who published it, as printed.
    pub publisher: String,
    /// Its title, as printed.
    pub title: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// When it was published, as exactly as known.
    pub published: Option<PrintedDate>,
    /// How surely it was read.
    pub status: LegalStatus,
}

/// One figure as a publication printed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedFigure {
    /// What is counted.
    pub measure: MeasureId,
    /// The area, as it was on the last day of the period.
    pub area: AreaId,
    /// The period counted.
    pub period: Period,
    /// The part counted, or the total.
    pub breakdown: BreakdownId,
    /// How exactly the number was given.
    pub qualifier: Qualifier,
    /// The value, in the measure's shape.
    pub value: Value,
    /// When it was counted, as exactly as the publication says.
    pub as_of: Option<PrintedDate>,
    /// How surely it was read.
    pub status: LegalStatus,
    /// Where it was printed.
    pub source: SourceId,
    /// A remark for readers.
    pub note: Option<Bilingual>,
}

/// A figure of a territory that is no area of the pack: shown on the page of its measure only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideFigure {
    /// The territory, in Vietnamese.
    pub territory_vi: String,
    /// What is counted.
    pub measure: MeasureId,
    /// The period counted.
    pub period: Period,
    /// The part counted, or the total.
    pub breakdown: BreakdownId,
    /// How exactly the number was given.
    pub qualifier: Qualifier,
    /// The value, in the measure's shape.
    pub value: Value,
    /// When it was counted, as exactly as the publication says.
    pub as_of: Option<PrintedDate>,
    /// How surely it was read.
    pub status: LegalStatus,
    /// Where it was printed.
    pub source: SourceId,
    /// A remark for readers.
    pub note: Option<Bilingual>,
}

/// A date as exact as a page says it: a day, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PrintedDate {
    /// A day.
    Day(Date),
    /// A month.
    Month(Month),
    /// A year.
    Year(Year),
}

impl PrintedDate {
    /// The last day it may mean, for putting dates of different exactness in order.
    #[must_use]
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(month) => month.last_day(),
            Self::Year(year) => year.last_day(),
        }
    }

    /// For people: `05/09/2018`, `tháng 9/2018`, `2018`.
    #[must_use]
    pub fn format(self, lang: Lang) -> String {
        match self {
            Self::Day(date) => date.format(lang),
            Self::Month(month) => month.format(lang),
            Self::Year(year) => year.to_string(),
        }
    }
}

impl fmt::Display for PrintedDate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(out),
            Self::Month(month) => month.fmt(out),
            Self::Year(year) => year.fmt(out),
        }
    }
}

impl FromStr for PrintedDate {
    type Err = DateError;

    /// Reads `2018-12-31`, `2018-12` or `2018`.
    fn from_str(text: &str) -> Result<Self, DateError> {
        match text.len() {
            4 => text.parse().map(Self::Year),
            7 => text.parse().map(Self::Month),
            _ => text.parse().map(Self::Day),
        }
    }
}

/// A figure that was searched for and not found; shown as "no data", never filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingFigure {
    /// What would be counted.
    pub measure: MeasureId,
    /// The area.
    pub area: AreaId,
    /// The periods without a figure.
    pub periods: Vec<Period>,
    /// Where it was searched and what was found instead.
    pub note: Bilingual,
}

/// Everything published that a pack carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publications {
    /// Sources by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// Figures in the order of their file; of two for one cell and part the later row is the later publication.
    pub figures: Vec<PublishedFigure>,
    /// Figures searched for and not found.
    pub missing: Vec<MissingFigure>,
    /// Figures of territories that are no areas here.
    pub outside: Vec<OutsideFigure>,
}

impl Publications {
    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The figures of one measure, in the order of their file.
    pub fn figures_of(&self, measure: &MeasureId) -> impl Iterator<Item = &PublishedFigure> {
        self.figures.iter().filter(move |figure| &figure.measure == measure)
    }

    /// What was searched for this measure in this area and period and not found.
    #[must_use]
    pub fn missing_for(&self, measure: &MeasureId, area: &AreaId, period: &Period) -> Option<&MissingFigure> {
        self.missing.iter().find(|gap| &gap.measure == measure && &gap.area == area && gap.periods.contains(period))
    }
}

#[cfg(test)]
mod tests {
    use ansinh_kernel::lang::Lang;

    use super::PrintedDate;

    #[test]
    fn a_printed_date_is_as_exact_as_its_text() {
        for (text, last_day, shown) in [
            ("2018-09-05", "2018-09-05", "05/09/2018"),
            ("2018-02", "2018-02-28", "tháng 2/2018"),
            ("2018", "2018-12-31", "2018"),
        ] {
            let date: PrintedDate = text.parse().expect("a date as printed");
            assert_eq!(date.to_string(), text);
            assert_eq!(date.last_day().to_string(), last_day);
            assert_eq!(date.format(Lang::Vi), shown);
        }
        assert!("2018-13".parse::<PrintedDate>().is_err());
        assert!("tháng 9".parse::<PrintedDate>().is_err());
    }
}
