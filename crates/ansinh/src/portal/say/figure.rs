//! How a figure is said: its value or why there is none, what must be known beside it, where it leads.

use ansinh_app::plan::{Author, Boundary, MapCell, Shown};
use ansinh_domain::target::{Coverage, plain_number};
use ansinh_kernel::figure::{CellState, Origin, Qualifier, Value};
use ansinh_kernel::id::MeasureId;
use ansinh_kernel::period::Period;
use ansinh_packs::area::RestateObstacle;
use ansinh_packs::indicator::{Measure, Shape};
use ansinh_packs::publication::OutsideFigure;
use ansinh_store::figure::Made;

use super::Say;
use crate::words::{RuleWords, fill};

/// Figures of one measure and origin.
#[derive(Clone, Debug)]
pub(crate) struct FigureGroup<'s, 'f> {
    pub(crate) measure: &'f Measure,
    pub(crate) origin: Origin,
    pub(crate) figures: Vec<&'s Shown<'f>>,
}

impl FigureGroup<'_, '_> {
    pub(crate) fn is_illustrative(&self) -> bool {
        self.origin == Origin::Illustrative
    }
}

impl Say<'_> {
    /// The value of a figure with its unit and the word of its qualifier, or why there is none.
    pub(crate) fn shown(&self, shown: &Shown<'_>) -> String {
        self.state_of(&shown.state, &shown.qualifier, shown.measure)
    }

    pub(crate) fn state_of(&self, state: &CellState, qualifier: &Qualifier, measure: &Measure) -> String {
        match state {
            CellState::Value(value) => qualifier.qualify(&self.value(value, measure), self.lang),
            other => other.name(self.lang).to_owned(),
        }
    }

    /// A value with its unit.
    pub(crate) fn value(&self, value: &Value, measure: &Measure) -> String {
        match value {
            Value::Flag(_) => value.format(self.lang, 0),
            Value::Ratio { .. } => format!("{}%", plain_number(value.to_ratio(), self.lang)),
            Value::Count(_) | Value::Decimal(_) => {
                format!("{}{}", value.format(self.lang, 0), self.suffix_of(&measure.unit))
            }
        }
    }

    /// `12 trên 159`, for a share whose parts are shown.
    pub(crate) fn parts(&self, shown: &Shown<'_>) -> String {
        match shown.value() {
            Some(Value::Ratio { numerator, denominator, .. }) => {
                let (numerator, denominator) = (self.whole(&numerator), self.whole(&denominator));
                fill(self.p.numerator_of, &[("numerator", &numerator), ("denominator", &denominator)])
            }
            _ => String::new(),
        }
    }

    /// How many of those asked reported, where some are missing.
    pub(crate) fn coverage(&self, coverage: &Coverage) -> String {
        match coverage {
            Coverage::Whole => String::new(),
            Coverage::Partial { answered, expected } => {
                fill(self.p.coverage, &[("answered", &self.whole(answered)), ("expected", &self.whole(expected))])
            }
        }
    }

    pub(crate) fn boundary(&self, boundary: &Boundary) -> &'static str {
        match boundary {
            Boundary::Then => self.p.boundary_then,
            Boundary::Later => self.p.boundary_later,
        }
    }

    /// Everything that stands in small letters below a figure.
    pub(crate) fn remarks(&self, shown: &Shown<'_>) -> Vec<String> {
        let as_of = shown.as_of.map(|date| fill(self.p.as_of, &[("date", &date.format(self.lang))]));
        let later = (shown.boundary == Boundary::Later).then(|| self.p.boundary_later.to_owned());
        let part = shown.measure.breakdown(&shown.breakdown).map(|part| self.text(&part.name).to_owned());
        let all = [
            part,
            Some(self.parts(shown)),
            Some(self.coverage(&shown.coverage)),
            later,
            as_of,
            Some(self.maybe(&shown.note).to_owned()),
        ];
        all.into_iter().flatten().filter(|text| !text.is_empty()).collect()
    }

    pub(crate) fn cell_name(&self, cell: &MapCell<'_>) -> String {
        cell.area.full_name_on(cell.named_on, self.lang)
    }

    pub(crate) fn author(&self, author: &Author<'_>) -> String {
        match author {
            Author::Publication => self.p.by_publication.to_owned(),
            Author::Generator => self.p.by_generator.to_owned(),
            Author::Import => self.p.by_import.to_owned(),
            Author::Reviewer(None) => self.p.by_reviewer.to_owned(),
            Author::Reviewer(Some(agency)) => fill(self.p.by_reviewer_of, &[("agency", &self.agency_now(&agency.id))]),
        }
    }

    /// Why a sum cannot be made, with the areas by name.
    pub(crate) fn obstacle(&self, obstacle: &RestateObstacle) -> String {
        let w = RuleWords::of(self.lang);
        let (word, area) = match obstacle {
            RestateObstacle::UnknownArea => return w.unknown_area.to_owned(),
            RestateObstacle::NoUnits => return w.no_units.to_owned(),
            RestateObstacle::PartOfUnit(area) => (w.part_of_unit, area),
            RestateObstacle::SplitUnit(area) => (w.split_unit, area),
            RestateObstacle::PartWithoutUnits(area) => (w.part_without_units, area),
        };
        fill(word, &[("area", &self.area(area))])
    }

    /// Whether values of this measure are percentages of areas that say yes.
    pub(crate) fn is_flag(&self, measure: &Measure) -> bool {
        measure.shape == Shape::Flag
    }

    /// The address of a figure's own page.
    pub(crate) fn figure_href(&self, shown: &Shown<'_>) -> String {
        self.cell_href(shown, &shown.period)
    }

    /// The address of the same figure in another period.
    pub(crate) fn cell_href(&self, shown: &Shown<'_>, period: &Period) -> String {
        let part = if shown.is_total() { String::new() } else { format!("?part={}", shown.breakdown) };
        format!("{}/figures/{}/{}/{}/{period}{part}", self.base, shown.measure.id, shown.origin, shown.area)
    }

    /// Figures by measure and origin, in the order given.
    pub(crate) fn groups<'s, 'f>(&self, figures: &'s [Shown<'f>]) -> Vec<FigureGroup<'s, 'f>> {
        let mut groups: Vec<FigureGroup<'s, 'f>> = Vec::new();
        for one in figures {
            match groups.last_mut().filter(|group| group.measure.id == one.measure.id && group.origin == one.origin) {
                Some(group) => group.figures.push(one),
                None => groups.push(FigureGroup { measure: one.measure, origin: one.origin, figures: vec![one] }),
            }
        }
        groups
    }

    /// Of each measure that does not judge, the latest official total that is known.
    pub(crate) fn beside<'s, 'f>(&self, figures: &'s [Shown<'f>], judged: &[MeasureId]) -> Vec<&'s Shown<'f>> {
        let known = |one: &&Shown<'_>| {
            !judged.contains(&one.measure.id) && !one.is_illustrative() && one.is_total() && one.value().is_some()
        };
        let mut latest: Vec<&'s Shown<'f>> = Vec::new();
        for one in figures.iter().filter(known) {
            match latest.iter_mut().find(|kept| kept.measure.id == one.measure.id) {
                Some(kept) if kept.period <= one.period => *kept = one,
                Some(_) => {}
                None => latest.push(one),
            }
        }
        latest
    }

    /// A published figure of another territory.
    pub(crate) fn outside(&self, figure: &OutsideFigure, measure: &Measure) -> String {
        figure.qualifier.qualify(&self.value(&figure.value, measure), self.lang)
    }

    /// The figure of a cell of a map, or why there is none.
    pub(crate) fn cell_text(&self, cell: &MapCell<'_>) -> String {
        crate::portal::draw::cell_text(self, cell)
    }

    /// What a figure is about, as the name of the table of its versions.
    pub(crate) fn cell_name_of(&self, shown: &Shown<'_>) -> String {
        let (area, period) = (self.area_on(&shown.area, &shown.period.last_day()), self.in_words(&shown.period));
        fill(self.p.figure_title, &[("measure", self.text(&shown.measure.name)), ("area", &area), ("period", &period)])
    }

    pub(crate) fn version_id(&self, number: &usize) -> String {
        format!("versions-{number}")
    }

    pub(crate) fn table_id(&self, id: &MeasureId) -> String {
        format!("t-{id}")
    }

    pub(crate) fn outside_id(&self, id: &MeasureId) -> String {
        format!("o-{id}")
    }

    /// How a figure was made.
    pub(crate) fn made(&self, shown: &Shown<'_>) -> String {
        match shown.made {
            Made::Stated { .. } => self.p.stated.to_owned(),
            Made::RolledUp { reporters } => fill(self.p.rolled_up, &[("count", &self.whole(&reporters))]),
        }
    }
}
