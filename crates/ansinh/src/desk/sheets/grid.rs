//! The grid of a sheet: one row a cell, with the words people know it by, what was typed, what is wrong or odd about
//! it, and what the area said before and says now.

use super::typed::{Made, Slot, letters, made_now};
use crate::desk::names;
use crate::http::Visit;
use crate::words::SheetWords;
use ansinh_app::App;
use ansinh_app::sheet::{CellView, Reasons, SheetKey, Typed};
use ansinh_kernel::figure::{CellState, Value};
use ansinh_kernel::lang::Lang;
use ansinh_kernel::number::format_count;
use ansinh_packs::indicator::{Measure, Shape};
use ansinh_store::figure::Current;

/// One field of a row.
pub(super) struct Input {
    pub(super) id: String,
    pub(super) label: String,
    pub(super) value: String,
    /// Whether something is wrong with it.
    pub(super) wrong: bool,
}

/// The other person's text, where two typed into one cell.
pub(super) struct Theirs {
    pub(super) id: String,
    pub(super) text: String,
}

/// A row of the grid.
pub(super) struct Row {
    /// Id of the row's header.
    pub(super) id: String,
    pub(super) name: String,
    pub(super) unit: String,
    /// A part of the row above it.
    pub(super) is_part: bool,
    pub(super) open: bool,
    /// Yes or no instead of a number.
    pub(super) is_flag: bool,
    /// Keyboard of a phone: `numeric` or `decimal`.
    pub(super) keyboard: &'static str,
    pub(super) figure: Input,
    pub(super) denominator: Option<Input>,
    pub(super) not_applicable: bool,
    pub(super) not_applicable_id: String,
    pub(super) note: Input,
    pub(super) made_id: String,
    /// What the cell was like when the page was made.
    pub(super) made: String,
    pub(super) returned_because: String,
    pub(super) problems: Vec<String>,
    pub(super) warnings: Vec<String>,
    pub(super) theirs: Option<Theirs>,
    pub(super) before: String,
    pub(super) public: String,
    pub(super) public_href: String,
    pub(super) reason: Input,
}

impl Row {
    /// Id of what is said about the row.
    pub(super) fn said_id(&self) -> String {
        format!("s-{}", self.id)
    }

    /// Whether anything is said about the row, so that its fields name it.
    pub(super) fn is_spoken_of(&self) -> bool {
        !self.problems.is_empty()
            || !self.warnings.is_empty()
            || !self.returned_because.is_empty()
            || self.theirs.is_some()
    }

    /// The choice of an answer as typed, when it is none of the two words.
    pub(super) fn other_answer(&self, w: &SheetWords) -> Option<&str> {
        let value = self.figure.value.trim();
        (!value.is_empty() && value != w.yes && value != w.no).then_some(value)
    }

    /// Whether the answer typed is this word.
    pub(super) fn answers(&self, word: &str) -> bool {
        self.figure.value.trim() == word
    }
}

/// What the page keeps of a form that is shown again.
pub(super) struct Asked<'a> {
    pub(super) reasons: &'a Reasons,
    pub(super) made: &'a Made,
}

/// What a cell was like: for whoever typed over it, when they first saw it; where another person came between, what
/// that person wrote; else as it stands.
fn made(cell: &CellView, asked: &Asked<'_>) -> String {
    let first = || asked.made.get(&cell.name).cloned();
    let theirs = cell.theirs.as_ref().map(made_now);
    theirs.or_else(first).unwrap_or_else(|| made_now(&cell.typed))
}

/// The row of a cell.
pub(super) fn row(app: &App, visit: &Visit, key: &SheetKey, cell: &CellView, asked: &Asked<'_>) -> Option<Row> {
    let measure = app.packs().indicators.measure(&cell.name.measure)?;
    let (w, lang, typed) = (SheetWords::of(visit.lang), visit.lang, &cell.typed);
    let wrong = |names: &[&str]| {
        cell.problems.iter().any(|problem| names.contains(&problem.place.field.as_deref().unwrap_or("")))
    };
    let input = |slot: Slot, label: &str, value: &str, wrong: bool| Input {
        id: slot.of(&cell.name),
        label: label.to_owned(),
        value: value.to_owned(),
        wrong,
    };
    let below = measure.denominator.as_ref().map_or(w.denominator, |label| label.get(lang));
    let has_denominator = measure.shape == Shape::Ratio;
    let figure_is_wrong = !cell.problems.is_empty() && !wrong(&["denominator", "note"]);
    Some(Row {
        id: format!("row:{}", letters(&cell.name)),
        name: part_name(measure, cell, lang),
        unit: unit(app, measure, lang),
        is_part: !cell.name.breakdown.is_total(),
        open: cell.open,
        is_flag: measure.shape == Shape::Flag,
        keyboard: if matches!(measure.shape, Shape::Decimal { .. }) { "decimal" } else { "numeric" },
        figure: input(Slot::Numerator, figure_label(measure, w, lang), &typed.numerator, figure_is_wrong),
        denominator: has_denominator
            .then(|| input(Slot::Denominator, below, &typed.denominator, wrong(&["denominator"]))),
        not_applicable: typed.not_applicable,
        not_applicable_id: Slot::NotApplicable.of(&cell.name),
        note: input(Slot::Note, w.note, &typed.note, wrong(&["note"])),
        made_id: Slot::Made.of(&cell.name),
        made: made(cell, asked),
        returned_because: cell.return_reason.clone().unwrap_or_default(),
        problems: cell.problems.iter().map(names::said).collect(),
        warnings: cell.warnings.iter().map(names::said).collect(),
        theirs: cell.theirs.as_ref().map(|theirs| Theirs { id: Slot::Keep.of(&cell.name), text: spoken(theirs, w) }),
        before: cell.last_year.as_ref().map_or_else(|| w.none.to_owned(), |current| figure(current, lang)),
        public: cell.current.as_ref().map_or_else(|| w.none.to_owned(), |current| figure(current, lang)),
        public_href: cell.current.as_ref().map_or_else(String::new, |current| href(visit, key, current)),
        reason: input(Slot::Reason, w.col_reason, asked.reasons.get(&cell.name).map_or("", String::as_str), false),
    })
}

fn part_name(measure: &Measure, cell: &CellView, lang: Lang) -> String {
    let part = measure.breakdown(&cell.name.breakdown);
    part.map_or(&measure.name, |part| &part.name).get(lang).to_owned()
}

fn figure_label<'a>(measure: &'a Measure, w: &'static SheetWords, lang: Lang) -> &'a str {
    let word = match measure.shape {
        Shape::Ratio => w.numerator,
        Shape::Flag => w.answer,
        Shape::Count | Shape::Decimal { .. } => w.value,
    };
    measure.numerator.as_ref().map_or(word, |label| label.get(lang))
}

fn unit(app: &App, measure: &Measure, lang: Lang) -> String {
    match measure.shape {
        Shape::Count | Shape::Decimal { .. } => {
            app.packs().units.get(&measure.unit).map_or_else(String::new, |unit| unit.name.get(lang).to_owned())
        }
        Shape::Ratio | Shape::Flag => String::new(),
    }
}

/// What a cell says, exactly: a share with the two numbers it is made of.
pub(super) fn figure(current: &Current, lang: Lang) -> String {
    match current.statement.state {
        CellState::Value(value @ Value::Ratio { numerator, denominator, .. }) => {
            let share = value.format(lang, 1);
            format!("{} / {} ({share})", format_count(numerator, lang), format_count(denominator, lang))
        }
        CellState::Value(value) => value.format(lang, 0),
        other => other.name(lang).to_owned(),
    }
}

/// The public page of a figure.
fn href(visit: &Visit, key: &SheetKey, current: &Current) -> String {
    let slice = &current.cell.slice;
    let part = if slice.breakdown.is_total() { String::new() } else { format!("?part={}", slice.breakdown) };
    visit.href(&format!("/figures/{}/{}/{}/{}{part}", slice.measure, slice.origin, key.area, key.period))
}

/// What somebody typed into a cell, in one line.
fn spoken(typed: &Typed, w: &'static SheetWords) -> String {
    let numbers = [&typed.numerator, &typed.denominator].map(|text| text.trim());
    let numbers = numbers.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" / ");
    let applies = if typed.not_applicable { w.not_applicable } else { "" };
    let parts = [numbers.as_str(), applies, typed.note.trim()];
    let said = parts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
    if said.is_empty() { w.blank.to_owned() } else { said }
}
