//! Accepting figures: statements become versions, versions move the roll-ups, all in the transaction
//! of whoever accepts. Sheets, publications, imports and the demo's generator end here.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ansinh_domain::rollup::{Change, deltas, looks_at_siblings};
use ansinh_kernel::area::AreaId;
use ansinh_kernel::figure::{CellState, Origin, Value};
use ansinh_kernel::id::MeasureId;
use ansinh_kernel::period::Period;
use ansinh_kernel::problem::{Place, Problem, Problems};
use ansinh_packs::Pack;
use ansinh_packs::area::AreaIndex;
use ansinh_packs::indicator::Measure;
use ansinh_store::Write;
use ansinh_store::figure::{Acceptance, AcceptanceKind, Accepted, Cell, Increment, Slice, Standing, Statement};

use crate::context::App;
use crate::error::{AppError, AppResult};

impl App {
    /// Imports figures of this installation's own origin as one acceptance, from the command line, where
    /// whoever may run it owns the database. All of them or none. Returns how many versions were written.
    ///
    /// # Errors
    /// `Broken` when a cell names a measure or area the packs do not have; `Store` when the database refuses.
    pub async fn import_figures(&self, reason: &str, statements: Vec<(Cell, Statement)>) -> AppResult<usize> {
        self.import_unless(reason, statements, |_, _| Problems::new()).await
    }

    /// Imports figures, unless what their cells say by now speaks against it. What a cell says already, note
    /// and all, is left alone.
    ///
    /// # Errors
    /// As [`App::import_figures`]; `Problems` with the objections.
    pub(crate) async fn import_unless(
        &self,
        reason: &str,
        mut statements: Vec<(Cell, Statement)>,
        objections: impl FnOnce(&[(Cell, Statement)], &Standings) -> Problems,
    ) -> AppResult<usize> {
        let mut write = self.database.write().await?;
        let standing = standings(&mut write, &statements).await?;
        objections(&statements, &standing).into_result(())?;
        statements
            .retain(|(cell, statement)| !standing.get(cell).is_some_and(|before| says_already(before, statement)));
        let acceptance = Acceptance {
            id: self.new_id(),
            kind: AcceptanceKind::Import,
            author: "operator".to_owned(),
            at: self.ambient.now(),
            reason: reason.to_owned(),
            packs: self.packs.digest,
        };
        let written = self.accept_after(&mut write, &acceptance, statements, &standing).await?;
        if written > 0 {
            write.commit(self.note("operator", "figures.import")).await?;
            self.changed();
        }
        Ok(written)
    }

    /// Accepts statements in a transaction of the caller's, which then commits with its audit note.
    /// What a cell already says is not written again. Returns how many versions were written.
    ///
    /// # Errors
    /// `Broken` when a cell names a measure or area the packs do not have; `Store` when the database
    /// refuses. The caller's transaction must then be dropped.
    pub(crate) async fn accept_statements(
        &self,
        write: &mut Write,
        acceptance: &Acceptance,
        statements: Vec<(Cell, Statement)>,
    ) -> AppResult<usize> {
        let standing = standings(write, &statements).await?;
        self.accept_after(write, acceptance, statements, &standing).await
    }

    /// The same, when what the cells say now was read in this transaction already.
    pub(crate) async fn accept_after(
        &self,
        write: &mut Write,
        acceptance: &Acceptance,
        statements: Vec<(Cell, Statement)>,
        standing: &Standings,
    ) -> AppResult<usize> {
        let mut newest: HashMap<Cell, (i64, CellState)> = HashMap::new();
        let mut bulk = Bulk::new(&self.packs);
        for (cell, said) in self.siblings(write, &statements).await? {
            bulk.know(&cell, said.state.value())?;
        }
        let mut accepted = Vec::with_capacity(statements.len());
        for (cell, statement) in statements {
            let stored = || standing.get(&cell).map(|before| (before.number, before.state));
            let before = newest.get(&cell).copied().or_else(stored);
            if before.is_some_and(|(_, state)| state == statement.state) && statement.note.is_none() {
                continue;
            }
            bulk.add(&cell, before.and_then(|(_, state)| state.value()), statement.state.value())?;
            let number = before.map_or(1, |(number, _)| number + 1);
            newest.insert(cell.clone(), (number, statement.state));
            accepted.push(Accepted { cell, number, statement });
        }
        if !accepted.is_empty() {
            self.kept.announce(&acceptance.id, accepted.iter().map(|one| &one.cell));
            write.accept(acceptance, &accepted, &bulk.into_increments()).await?;
        }
        Ok(accepted.len())
    }

    /// What the areas of these statements say of all periods of the year, where its last period stands for it.
    async fn siblings(&self, write: &mut Write, statements: &[(Cell, Statement)]) -> AppResult<Standings> {
        let mut cells = BTreeSet::new();
        for (cell, _) in statements {
            let measure = measure_of(&self.packs, &cell.slice.measure)?;
            let year = cell.period.containers(None).pop().filter(|_| looks_at_siblings(measure));
            let parts = year.map_or_else(Vec::new, |year| year.parts(measure.frequency));
            cells.extend(parts.into_iter().map(|period| Cell { period, ..cell.clone() }));
        }
        Ok(write.current_versions(&Vec::from_iter(cells)).await?)
    }
}

/// What cells say before anything is accepted; a cell that says nothing is not there.
pub(crate) type Standings = BTreeMap<Cell, Standing>;

/// Takes the turn to accept, and reads what the cells say now.
pub(crate) async fn standings(write: &mut Write, statements: &[(Cell, Statement)]) -> AppResult<Standings> {
    write.lock_acceptances().await?;
    let cells: Vec<Cell> = statements.iter().map(|(cell, _)| cell.clone()).collect();
    Ok(write.current_versions(&cells).await?)
}

fn says_already(before: &Standing, statement: &Statement) -> bool {
    before.state == statement.state && (statement.note.is_none() || statement.note == before.note)
}

/// A figure that was accepted changes only with a note that everybody sees.
pub(crate) fn correction_needs_note(place: Place) -> Problem {
    let what = "Số liệu này đã công bố; sửa phải kèm ghi chú lý do";
    Problem::new("correction-needs-note", what, "Ghi vì sao sửa vào cột ghi chú").at(place)
}

/// Gathers what many changed cells add to the roll-ups. Published figures are shown as they were
/// printed and never rolled up: their sources cover unequal parts.
pub(crate) struct Bulk<'a> {
    packs: &'a Pack,
    plan_periods: Vec<Period>,
    slices: Vec<Slice>,
    sums: HashMap<(usize, Period, AreaIndex), (i64, i64, i64)>,
    /// What areas say of the periods of a year whose last period stands for it.
    said: HashMap<(usize, AreaIndex), BTreeMap<Period, Value>>,
}

impl<'a> Bulk<'a> {
    pub(crate) fn new(packs: &'a Pack) -> Self {
        let plan_periods = packs.plans.iter().map(|plan| plan.period).collect();
        Self { packs, plan_periods, slices: Vec::new(), sums: HashMap::new(), said: HashMap::new() }
    }

    /// Learns what a cell says that is not changed now; only where a change has to look at its siblings.
    pub(crate) fn know(&mut self, cell: &Cell, value: Option<Value>) -> AppResult<()> {
        if !looks_at_siblings(measure_of(self.packs, &cell.slice.measure)?) {
            return Ok(());
        }
        let key = (self.slice(&cell.slice), self.index_of(&cell.area)?);
        let said = self.said.entry(key).or_default();
        match value {
            Some(value) => said.insert(cell.period, value),
            None => said.remove(&cell.period),
        };
        Ok(())
    }

    /// Adds one cell that said `old` and now says `new`.
    pub(crate) fn add(&mut self, cell: &Cell, old: Option<Value>, new: Option<Value>) -> AppResult<()> {
        if cell.slice.origin == Origin::Published {
            return Ok(());
        }
        let measure = measure_of(self.packs, &cell.slice.measure)?;
        let (slice, own) = (self.slice(&cell.slice), self.index_of(&cell.area)?);
        let nothing = BTreeMap::new();
        let siblings = self.said.get(&(slice, own)).unwrap_or(&nothing);
        let change = Change { area: &cell.area, period: cell.period, old, new, siblings };
        let found = deltas(measure, &self.packs.areas, &self.plan_periods, &change)
            .map_err(|error| AppError::Broken(error.to_string()))?;
        for delta in found {
            if delta.area == cell.area && delta.period == cell.period {
                continue;
            }
            let area = self.index_of(&delta.area)?;
            let sum = self.sums.entry((slice, delta.period, area)).or_default();
            *sum = (sum.0 + delta.numerator, sum.1 + delta.denominator, sum.2 + delta.reporters);
        }
        self.know(cell, new)
    }

    fn index_of(&self, area: &AreaId) -> AppResult<AreaIndex> {
        self.packs.areas.index_of(area).ok_or_else(|| AppError::Broken(format!("unknown area {area}")))
    }

    fn slice(&mut self, slice: &Slice) -> usize {
        // Cells arrive slice by slice: the last one is nearly always the one wanted.
        match self.slices.iter().rposition(|known| known == slice) {
            Some(position) => position,
            None => {
                self.slices.push(slice.clone());
                self.slices.len() - 1
            }
        }
    }

    /// One increment for each roll-up that moves.
    pub(crate) fn into_increments(self) -> Vec<Increment> {
        let Self { packs, slices, sums, .. } = self;
        let increment =
            |((slice, period, area), (numerator, denominator, reporters)): ((usize, Period, AreaIndex), _)| {
                let area = packs.areas.at(area)?.id.clone();
                let slice = slices.get(slice)?.clone();
                Some(Increment { cell: Cell { slice, period, area }, numerator, denominator, reporters })
            };
        sums.into_iter().filter(|(_, sum)| *sum != (0, 0, 0)).filter_map(increment).collect()
    }
}

/// The measure of an id.
pub(crate) fn measure_of<'a>(packs: &'a Pack, id: &MeasureId) -> AppResult<&'a Measure> {
    packs.indicators.measure(id).ok_or_else(|| AppError::Broken(format!("unknown measure {id}")))
}

#[cfg(test)]
mod tests;
