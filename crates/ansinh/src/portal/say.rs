//! How the portal says things in one language: names, numbers with their units, dates, periods and addresses here;
//! figures, targets, clauses and what is found in the files below. Nothing is decided; every number arrives exact.

mod clause;
mod figure;
mod found;
mod target;

use ansinh_domain::target::{Words as Sentence, plain_number};
use ansinh_kernel::area::AreaId;
use ansinh_kernel::date::{Date, Instant, Year};
use ansinh_kernel::id::{AgencyId, DocumentId, MeasureId, PlanId, SourceId, UnitId};
use ansinh_kernel::lang::{Bilingual, Lang};
use ansinh_kernel::legal::ClauseId;
use ansinh_kernel::number::format_count;
use ansinh_kernel::period::Period;
use ansinh_kernel::ratio::Ratio;
use ansinh_packs::Pack;
use ansinh_packs::area::Area;
use ansinh_packs::indicator::Measure;
use ansinh_packs::measurement_unit::MeasurementUnit;

use crate::http::Visit;
use crate::words::{PortalWords, fill};

/// One language of one request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Say<'a> {
    pub(crate) lang: Lang,
    /// What stands before every address: nothing, or `/en`.
    pub(crate) base: &'static str,
    pub(crate) today: Date,
    pub(crate) p: &'static PortalWords,
    pub(crate) packs: &'a Pack,
}

impl<'a> Say<'a> {
    pub(crate) fn new(visit: &Visit, packs: &'a Pack, today: Date) -> Self {
        Self { lang: visit.lang, base: visit.base(), today, p: PortalWords::of(visit.lang), packs }
    }

    /// The language, for templates, which borrow fields.
    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    /// A text in this language.
    pub(crate) fn text<'t>(&self, text: &'t Bilingual) -> &'t str {
        text.get(self.lang)
    }

    /// A remark, empty when there is none.
    pub(crate) fn maybe<'t>(&self, text: &'t Option<Bilingual>) -> &'t str {
        text.as_ref().map_or("", |text| text.get(self.lang))
    }

    /// A text with its first letter in upper case.
    pub(crate) fn upper(&self, text: &str) -> String {
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    /// A word whose one blank is a count.
    pub(crate) fn counted(&self, word: &str, count: &usize) -> String {
        fill(word, &[("count", &self.count(count))])
    }

    /// A word with a count and the whole it is of.
    pub(crate) fn of_total(&self, word: &str, count: &usize, total: &usize) -> String {
        fill(word, &[("count", &self.count(count)), ("total", &self.count(total))])
    }

    pub(crate) fn date(&self, date: &Date) -> String {
        date.format(self.lang)
    }

    /// A date, or nothing.
    pub(crate) fn day(&self, date: &Option<Date>) -> String {
        date.map_or_else(String::new, |date| date.format(self.lang))
    }

    pub(crate) fn instant(&self, at: &Instant) -> String {
        at.format(self.lang)
    }

    /// A period as it stands in a table: a year by its number.
    pub(crate) fn period(&self, period: &Period) -> String {
        match period {
            Period::Year(year) => year.to_string(),
            Period::Years { first, last, .. } => format!("{first}–{last}"),
            other => other.format(self.lang),
        }
    }

    /// A period as it stands in a sentence.
    pub(crate) fn in_words(&self, period: &Period) -> String {
        period.format(self.lang)
    }

    pub(crate) fn count(&self, count: &usize) -> String {
        format_count(i64::try_from(*count).unwrap_or(i64::MAX), self.lang)
    }

    pub(crate) fn whole(&self, count: &i64) -> String {
        format_count(*count, self.lang)
    }

    /// What follows a number: `%`, ` người`.
    pub(crate) fn suffix(&self, unit: &MeasurementUnit) -> String {
        match self.text(&unit.symbol) {
            "" => String::new(),
            "%" => "%".to_owned(),
            symbol => format!(" {symbol}"),
        }
    }

    /// What follows a number of this unit.
    pub(crate) fn suffix_of(&self, unit: &UnitId) -> String {
        self.packs.units.get(unit).map_or_else(String::new, |unit| self.suffix(unit))
    }

    /// A number with its unit.
    pub(crate) fn number(&self, number: &Ratio, unit: &MeasurementUnit) -> String {
        format!("{}{}", plain_number(*number, self.lang), self.suffix(unit))
    }

    /// A share of one as a percentage.
    pub(crate) fn share(&self, share: &Ratio) -> String {
        share
            .checked_mul(Ratio::from_int(100))
            .map_or_else(|_| share.to_string(), |percent| format!("{}%", plain_number(percent, self.lang)))
    }

    /// A sentence of the domain.
    pub(crate) fn sentence(&self, words: &Sentence, unit: &MeasurementUnit) -> String {
        words.text(self.lang, &self.suffix(unit))
    }

    /// Name of an area today, or its last one.
    pub(crate) fn area(&self, id: &AreaId) -> String {
        self.area_on(id, &self.today)
    }

    pub(crate) fn area_on(&self, id: &AreaId, date: &Date) -> String {
        self.packs.areas.get(id).map_or_else(|| id.to_string(), |area| area.full_name_on(*date, self.lang))
    }

    /// Name of an area as it was at the end of a period, for a figure of that time.
    pub(crate) fn area_then(&self, area: &Area, period: &Period) -> String {
        area.full_name_on(period.last_day(), self.lang)
    }

    pub(crate) fn agency(&self, id: &AgencyId, date: &Date) -> String {
        self.upper(self.packs.agencies.label_on(id, *date, self.lang))
    }

    pub(crate) fn agency_now(&self, id: &AgencyId) -> String {
        self.agency(id, &self.today)
    }

    pub(crate) fn clause_href(&self, plan: &PlanId, clause: &ClauseId) -> String {
        format!("{}/plans/{plan}/clauses/{clause}", self.base)
    }

    /// A word whose one blank is this.
    pub(crate) fn with(&self, word: &str, blank: &str, value: &str) -> String {
        fill(word, &[(blank, value)])
    }

    /// Several periods in a row.
    pub(crate) fn periods(&self, periods: &[Period]) -> String {
        periods.iter().map(|period| self.period(period)).collect::<Vec<_>>().join(", ")
    }

    /// Name of a measure.
    pub(crate) fn measure_name(&self, id: &MeasureId) -> String {
        self.packs.indicators.measure(id).map_or_else(|| id.to_string(), |measure| self.text(&measure.name).to_owned())
    }

    /// Measures of these ids.
    pub(crate) fn measures(&self, ids: &[MeasureId]) -> Vec<&'a Measure> {
        ids.iter().filter_map(|id| self.packs.indicators.measure(id)).collect()
    }

    /// From one year to another, either end open.
    pub(crate) fn span(&self, first: &Option<Year>, last: &Option<Year>) -> String {
        let year = |year: &Option<Year>| year.map_or_else(|| "…".to_owned(), |year| year.to_string());
        format!("{}–{}", year(first), year(last))
    }

    pub(crate) fn unit_name(&self, unit: &UnitId) -> String {
        self.packs.units.get(unit).map_or_else(|| unit.to_string(), |unit| self.text(&unit.name).to_owned())
    }

    /// Number of a document, or its title when the copy bears none.
    pub(crate) fn document(&self, id: &DocumentId) -> String {
        let document = self.packs.documents.get(id);
        document.map_or_else(
            || id.to_string(),
            |one| one.number.clone().unwrap_or_else(|| self.text(&one.title).to_owned()),
        )
    }

    /// The document of a number, if it is one of ours.
    pub(crate) fn document_numbered(&self, number: &str) -> Option<&'a DocumentId> {
        self.packs.documents.by_number(number).map(|document| &document.id)
    }

    pub(crate) fn source_name(&self, id: &SourceId) -> String {
        self.packs
            .publications
            .source(id)
            .map_or_else(|| id.to_string(), |source| format!("{}: {}", source.publisher, source.title))
    }

    /// The file of the targets of a plan.
    pub(crate) fn file(&self, plan: &PlanId, ending: &str) -> String {
        format!("{}/plans/{plan}/targets.{ending}", self.base)
    }

    pub(crate) fn lower_belongs(&self) -> String {
        self.p.belongs_to.to_lowercase()
    }

    pub(crate) fn lower_code(&self) -> String {
        self.p.code.to_lowercase()
    }
}
