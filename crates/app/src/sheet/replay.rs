//! A stored sheet as the state machine of the domain knows it: the steps that were taken are taken again, so that its
//! rules judge the next one.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_domain::figure::{CellEntry, CellKey, Note};
use ansinh_domain::submission::{Draft, Returned, Submitted, empty_sheet};
use ansinh_kernel::date::Instant;
use ansinh_kernel::figure::CellState;
use ansinh_kernel::id::AccountName;
use ansinh_kernel::problem::{Place, Problem, Problems};
use ansinh_store::Write;
use ansinh_store::sheet::{SheetState, SheetVerb};

use super::content::Content;
use super::{CellView, SheetView};
use crate::context::App;
use crate::error::{AppError, AppResult};
use crate::figure::{correction_needs_note, measure_of};

impl App {
    /// The checked entries of a sheet: all of them, or every problem of every cell.
    pub(super) fn entries(&self, view: &SheetView) -> AppResult<Vec<CellEntry>> {
        let (mut entries, mut problems) = (Vec::new(), Problems::new());
        for cell in &view.cells {
            let measure = measure_of(&self.packs, &cell.name.measure)?;
            match self.entry_of(measure, &view.key, &cell.name, &cell.typed) {
                Ok(entry) => {
                    problems.extend(correction_without_note(cell, &entry));
                    entries.push(entry);
                }
                Err(found) => problems.extend(found),
            }
        }
        if view.cells.iter().all(|cell| cell.typed.is_blank()) {
            return Err(Problems::from(empty_sheet()).into());
        }
        Ok(problems.into_result(entries)?)
    }

    /// Hands a sheet in, in memory: a draft as it is, a returned sheet when every returned cell was answered.
    ///
    /// # Errors
    /// `Problems` when the rules refuse.
    pub(super) fn hand_in(&self, view: &SheetView, entries: &[CellEntry], by: &AccountName) -> AppResult<()> {
        let now = self.ambient.now();
        let Some(mut returned) = self.replay_returned(view, entries)? else {
            let handed_in = replay_draft(entries)?.submit(by, now);
            return handed_in.map(drop).map_err(|refusal| AppError::Problems(refusal.problems));
        };
        let open: BTreeSet<CellKey> = returned.reasons().keys().cloned().collect();
        for entry in entries.iter().filter(|entry| open.contains(&entry.key)) {
            returned.fill(entry.clone())?;
        }
        let handed_in = returned.submit(by, now);
        handed_in.map(drop).map_err(|refusal| AppError::Problems(at_notes(refusal.problems, view, entries)))
    }

    /// A returned sheet as it was when it was returned; none when it is not returned, or nothing of what it was
    /// returned for is still asked.
    fn replay_returned(&self, view: &SheetView, entries: &[CellEntry]) -> AppResult<Option<Returned>> {
        let sheet = view.sheet.as_ref().filter(|sheet| sheet.state == SheetState::Returned);
        let event = view.events.iter().rfind(|event| event.verb == SheetVerb::Returned);
        let (Some(sheet), Some(event)) = (sheet, event) else { return Ok(None) };
        let reasons = reasons(view, entries);
        if reasons.is_empty() {
            return Ok(None);
        }
        let (content, at) = (Content::read(&event.content)?, event.at);
        let before = view.cells.iter().zip(entries).map(|(cell, entry)| {
            if reasons.contains_key(&entry.key) {
                self.entry_then(view, cell, entry, &content)
            } else {
                Ok(entry.clone())
            }
        });
        let before = before.collect::<AppResult<Vec<CellEntry>>>()?;
        let submitted = self.replay_submission(sheet.submitted_by.as_deref(), &before, at)?;
        let returned = submitted.send_back(reasons, &name_of(&event.actor)?, at);
        returned.map(Some).map_err(|refusal| AppError::Problems(refusal.problems))
    }

    /// What a cell said when the sheet was returned; nothing where that could not be said today.
    fn entry_then(
        &self,
        view: &SheetView,
        cell: &CellView,
        entry: &CellEntry,
        content: &Content,
    ) -> AppResult<CellEntry> {
        let measure = measure_of(&self.packs, &cell.name.measure)?;
        let then = self.entry_of(measure, &view.key, &cell.name, &content.typed(&cell.name));
        Ok(then.unwrap_or_else(|_| CellEntry { state: CellState::Missing, note: None, ..entry.clone() }))
    }

    /// A sheet that waits to be reviewed: handed in by whoever handed it in, made by all that ever typed into it.
    ///
    /// # Errors
    /// `Conflict` when it does not wait; `Problems` when its content is refused today.
    pub(super) async fn replay_submitted(
        &self,
        write: &mut Write,
        view: &SheetView,
        entries: &[CellEntry],
    ) -> AppResult<Submitted> {
        let sheet = view.sheet.as_ref().filter(|sheet| sheet.state == SheetState::Submitted);
        let sheet = sheet.ok_or(AppError::Conflict)?;
        let mut draft = replay_draft(entries)?;
        for maker in write.sheet_makers(&sheet.id).await? {
            draft.typed_by(&name_of(&maker)?);
        }
        let submitted = draft.submit(&submitter(sheet.submitted_by.as_deref())?, sheet.changed_at);
        submitted.map_err(|refusal| AppError::Problems(refusal.problems))
    }

    fn replay_submission(&self, by: Option<&str>, entries: &[CellEntry], at: Instant) -> AppResult<Submitted> {
        let submitted = replay_draft(entries)?.submit(&submitter(by)?, at);
        submitted.map_err(|refusal| AppError::Problems(refusal.problems))
    }
}

/// The draft as the state machine knows it.
fn replay_draft(entries: &[CellEntry]) -> AppResult<Draft> {
    let mut draft = Draft::new(entries.iter().map(|entry| entry.key.clone()));
    for entry in entries {
        draft.fill(entry.clone())?;
    }
    Ok(draft)
}

/// Why cells were given back, as far as they are still asked.
fn reasons(view: &SheetView, entries: &[CellEntry]) -> BTreeMap<CellKey, Note> {
    let given = |(cell, entry): (&CellView, &CellEntry)| {
        let note = Note::new(cell.return_reason.as_deref()?)?;
        Some((entry.key.clone(), note))
    };
    view.cells.iter().zip(entries).filter_map(given).collect()
}

/// What an accepted figure lacks when it is changed in a sheet and no note says why.
fn correction_without_note(cell: &CellView, entry: &CellEntry) -> Option<Problem> {
    let current = cell.current.as_ref()?;
    if entry.state == current.statement.state || entry.note.is_some() {
        return None;
    }
    Some(correction_needs_note(note_of(cell)))
}

/// Problems of returned cells, at the notes in which they can be answered.
fn at_notes(problems: Problems, view: &SheetView, entries: &[CellEntry]) -> Problems {
    let placed = |problem: Problem| {
        let mut cells = view.cells.iter().zip(entries);
        let cell = cells.find(|(_, entry)| problem.place.field.as_deref() == Some(entry.key.to_string().as_str()));
        match cell {
            Some((cell, _)) => problem.at(note_of(cell)),
            None => problem,
        }
    };
    problems.into_iter().map(placed).collect()
}

fn note_of(cell: &CellView) -> Place {
    Place::nowhere().field(cell.name.measure.as_str()).cell("note")
}

fn submitter(account_id: Option<&str>) -> AppResult<AccountName> {
    let nobody = || AppError::Broken("a sheet that was handed in names who did".to_owned());
    name_of(account_id.ok_or_else(nobody)?)
}

pub(super) fn name_of(account_id: &str) -> AppResult<AccountName> {
    AccountName::new(account_id).map_err(|error| AppError::Broken(error.to_string()))
}
