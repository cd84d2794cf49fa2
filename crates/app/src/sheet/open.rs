//! Opening a sheet: what is asked, what was typed, what the area says in public, what is wrong.

use std::collections::BTreeMap;

use ansinh_domain::figure::{CellEntry, CellKey, RawCell, check_entry, warnings};
use ansinh_domain::round;
use ansinh_kernel::figure::{CellState, Value};
use ansinh_kernel::period::Period;
use ansinh_kernel::problem::Problem;
use ansinh_packs::indicator::{Measure, Shape};
use ansinh_store::Read;
use ansinh_store::figure::{Current, Request, Slice};
use ansinh_store::sheet::{Sheet, SheetCell, SheetState};

use super::asking::{cells_of, is_asked, measures_of};
use super::{CellName, CellView, May, SheetKey, SheetView, Typed};
use crate::access::{Actor, Scope, Verb};
use crate::context::App;
use crate::error::{AppError, AppResult};
use crate::figure::measure_of;

impl App {
    /// A sheet as it stands.
    ///
    /// # Errors
    /// `NotFound` when the person may not see it, or nothing is asked there.
    pub async fn sheet(&self, actor: &Actor, key: &SheetKey) -> AppResult<SheetView> {
        self.authorise_sheet(actor, key, Verb::SeeSheet)?;
        let mut read = self.database.read().await?;
        self.view(&mut read, actor, key).await
    }

    pub(super) fn authorise_sheet(&self, actor: &Actor, key: &SheetKey, verb: Verb) -> AppResult<()> {
        if self.packs.areas.get(&key.area).is_none() {
            return Err(AppError::NotFound);
        }
        actor.authorise(&self.packs, verb, Scope { area: &key.area, agency: Some(&key.agency) })
    }

    pub(super) async fn view(&self, read: &mut Read, actor: &Actor, key: &SheetKey) -> AppResult<SheetView> {
        let today = self.today();
        let measures = measures_of(&self.packs, key, today);
        let exists = self.packs.areas.version_on(&key.area, key.period.last_day()).is_some();
        if measures.is_empty() || !exists || !is_asked(&self.packs, &key.area) {
            return Err(AppError::NotFound);
        }
        let sheet = read.latest_sheet(&key.area, &key.period, &key.agency).await?;
        let (stored, events) = match &sheet {
            Some(sheet) => (read.sheet_cells(&sheet.id).await?, read.sheet_events(&sheet.id).await?),
            None => (Vec::new(), Vec::new()),
        };
        let figures = self.figures_of(read, key, &measures).await?;
        let mut cells = Vec::new();
        for name in measures.iter().flat_map(|measure| cells_of(measure)) {
            let stored = stored.iter().find(|cell| cell.measure == name.measure && cell.breakdown == name.breakdown);
            let open = is_open(sheet.as_ref(), stored);
            cells.push(self.cell_view(key, name, stored, open, &figures)?);
        }
        let round = measures
            .first()
            .and_then(|measure| round::rounds(measure, today).into_iter().find(|round| round.period == key.period));
        let may = self.may(read, actor, key, sheet.as_ref()).await?;
        // Nothing is late where everything is answered.
        let complete = cells.iter().filter(|cell| cell.name.breakdown.is_total()).all(|cell| cell.current.is_some());
        let due_on = round.as_ref().map(|round| round.due_on);
        let timeliness = round.map(|round| round.timeliness).filter(|_| !complete);
        Ok(SheetView { key: key.clone(), sheet, cells, events, due_on, timeliness, may })
    }

    async fn may(&self, read: &mut Read, actor: &Actor, key: &SheetKey, sheet: Option<&Sheet>) -> AppResult<May> {
        let scope = Scope { area: &key.area, agency: Some(&key.agency) };
        let enters = actor.may(&self.packs, Verb::EnterFigures, scope);
        let Some(sheet) = sheet else { return Ok(May { enter: enters, ..May::default() }) };
        Ok(match sheet.state {
            SheetState::Draft | SheetState::Returned => May { enter: enters, ..May::default() },
            SheetState::Submitted => {
                let made = read.sheet_makers(&sheet.id).await?.contains(&actor.account.id);
                let reviews = actor.may(&self.packs, Verb::ReviewFigures, scope);
                let review = reviews && !made && !actor.administers(&self.packs, &key.area);
                May { review, made, ..May::default() }
            }
            SheetState::Accepted => May { correct: enters, ..May::default() },
        })
    }

    /// What the area says of this year and the year before, for every cell.
    async fn figures_of(&self, read: &mut Read, key: &SheetKey, measures: &[&Measure]) -> AppResult<Figures> {
        let slices = measures.iter().flat_map(|measure| cells_of(measure)).map(|name| self.slice_of(&name)).collect();
        let before = key.period.previous();
        let periods = std::iter::once(key.period).chain(before).collect();
        let request = Request { slices, periods, areas: vec![key.area.clone()] };
        let found = read.figures(&request).await?;
        Ok(Figures {
            found: found
                .into_iter()
                .map(|current| ((current.cell.slice.clone(), current.cell.period), current))
                .collect(),
            before,
        })
    }

    pub(super) fn slice_of(&self, name: &CellName) -> Slice {
        Slice { measure: name.measure.clone(), origin: self.instance.origin(), breakdown: name.breakdown.clone() }
    }

    fn cell_view(
        &self,
        key: &SheetKey,
        name: CellName,
        stored: Option<&SheetCell>,
        open: bool,
        figures: &Figures,
    ) -> AppResult<CellView> {
        let slice = self.slice_of(&name);
        let current = figures.of(&slice, Some(key.period));
        let last_year = figures.of(&slice, figures.before);
        let typed = stored.map_or_else(|| prefilled(current.as_ref()), typed_of);
        let measure = measure_of(&self.packs, &name.measure)?;
        let (problems, warnings) = self.look_over(measure, key, &name, &typed, last_year.as_ref());
        let return_reason = stored.and_then(|cell| cell.return_reason.clone());
        Ok(CellView { name, typed, theirs: None, open, return_reason, current, last_year, problems, warnings })
    }

    /// What is wrong and what is odd about what is typed.
    pub(super) fn look_over(
        &self,
        measure: &Measure,
        key: &SheetKey,
        name: &CellName,
        typed: &Typed,
        last_year: Option<&Current>,
    ) -> (Vec<Problem>, Vec<Problem>) {
        match self.entry_of(measure, key, name, typed) {
            Err(problems) => (problems.0, Vec::new()),
            Ok(entry) => {
                let before: Option<Value> = last_year.and_then(|current| current.statement.state.value());
                (Vec::new(), warnings(measure, &entry, before.as_ref()))
            }
        }
    }

    pub(super) fn entry_of(
        &self,
        measure: &Measure,
        key: &SheetKey,
        name: &CellName,
        typed: &Typed,
    ) -> Result<CellEntry, ansinh_kernel::problem::Problems> {
        let cell = CellKey {
            measure: name.measure.clone(),
            origin: self.instance.origin(),
            area: key.area.clone(),
            period: key.period,
            breakdown: name.breakdown.clone(),
        };
        check_entry(measure, &self.packs.areas, cell, &raw(measure, typed), self.today())
    }
}

/// The figures a sheet shows beside its cells.
struct Figures {
    found: BTreeMap<(Slice, Period), Current>,
    before: Option<Period>,
}

impl Figures {
    fn of(&self, slice: &Slice, period: Option<Period>) -> Option<Current> {
        self.found.get(&(slice.clone(), period?)).cloned()
    }
}

/// The typed texts where the measure's shape looks for them.
fn raw<'a>(measure: &Measure, typed: &'a Typed) -> RawCell<'a> {
    let mut raw = RawCell { note: &typed.note, not_applicable: typed.not_applicable, ..RawCell::default() };
    match measure.shape {
        Shape::Ratio => (raw.numerator, raw.denominator) = (&typed.numerator, &typed.denominator),
        Shape::Flag => raw.flag = &typed.numerator,
        Shape::Count | Shape::Decimal { .. } => raw.value = &typed.numerator,
    }
    raw
}

/// A cell is open in a draft; in a returned sheet only where there is a reason.
fn is_open(sheet: Option<&Sheet>, stored: Option<&SheetCell>) -> bool {
    match sheet.map_or(SheetState::Draft, |sheet| sheet.state) {
        SheetState::Draft => true,
        SheetState::Returned => stored.is_some_and(|cell| cell.return_reason.is_some()),
        SheetState::Submitted | SheetState::Accepted => false,
    }
}

pub(super) fn typed_of(cell: &SheetCell) -> Typed {
    Typed {
        numerator: cell.typed_numerator.clone(),
        denominator: cell.typed_denominator.clone(),
        not_applicable: cell.not_applicable,
        note: cell.note.clone(),
        version: cell.version,
    }
}

/// Before anything is typed, the cell shows what the area already says, ready to be corrected.
fn prefilled(current: Option<&Current>) -> Typed {
    let Some(current) = current else { return Typed::default() };
    match current.statement.state {
        CellState::Value(Value::Count(count)) => Typed { numerator: count.to_string(), ..Typed::default() },
        CellState::Value(Value::Ratio { numerator, denominator, .. }) => {
            Typed { numerator: numerator.to_string(), denominator: denominator.to_string(), ..Typed::default() }
        }
        CellState::Value(Value::Decimal(decimal)) => {
            Typed { numerator: decimal.format(ansinh_kernel::lang::Lang::Vi), ..Typed::default() }
        }
        CellState::Value(Value::Flag(flag)) => {
            Typed { numerator: if flag { "có" } else { "không" }.to_owned(), ..Typed::default() }
        }
        CellState::NotApplicable => Typed { not_applicable: true, ..Typed::default() },
        CellState::Missing | CellState::NotYetDue | CellState::Withheld => Typed::default(),
    }
}
