//! Handing a sheet in: every cell is checked again; with any problem nothing changes state and the
//! draft stays as typed. Opening an accepted sheet again for a correction is here too.

use std::collections::BTreeMap;

use ansinh_domain::figure::CellEntry;
use ansinh_domain::submission::{Draft, empty_sheet};
use ansinh_kernel::id::AccountName;
use ansinh_kernel::problem::{Place, Problem, Problems};
use ansinh_store::sheet::{Sheet, SheetEvent, SheetState, SheetVerb};
use ansinh_store::{StoreError, Write};

use super::{CellView, FormKey, Outcome, SheetKey, SheetView};
use crate::access::{Actor, Verb};
use crate::context::App;
use crate::error::{AppError, AppResult};
use crate::figure::{correction_needs_note, measure_of};

impl App {
    /// Hands a sheet in.
    ///
    /// # Errors
    /// `Problems` when any cell is wrong or everything is blank; `Conflict` when the sheet moved on;
    /// `NotFound`, `Forbidden`, `RepeatedForm`.
    pub async fn submit_sheet(&self, actor: &Actor, key: &SheetKey, form: &FormKey) -> AppResult<Outcome> {
        let view = self.sheet(actor, key).await?;
        self.authorise_sheet(actor, key, Verb::EnterFigures)?;
        let mut write = self.database.write().await?;
        if self.take_key(&mut write, actor, form).await? == Outcome::Repeated {
            return Ok(Outcome::Repeated);
        }
        let sheet = view.sheet.clone().ok_or_else(|| Problems::from(empty_sheet()))?;
        if !view.may.enter {
            return Err(AppError::Conflict);
        }
        let entries = self.entries(&view)?;
        self.replay_draft(&entries)?
            .submit(&name_of(&actor.account.id)?, self.ambient.now())
            .map_err(|refusal| AppError::Problems(refusal.problems))?;
        let next = Sheet {
            state: SheetState::Submitted,
            submitted_by: Some(actor.account.id.clone()),
            changed_at: self.ambient.now(),
            ..sheet
        };
        write.update_sheet(&next).await?;
        self.add_event(&mut write, actor, &view, SheetVerb::Submitted, "").await?;
        write.commit(self.note(&actor.account.id, "sheet.submit")).await?;
        Ok(Outcome::Done)
    }

    /// Opens an accepted sheet again for a correction, as its next round.
    ///
    /// # Errors
    /// `Conflict` when it is not accepted (any more); `NotFound`, `Forbidden`, `RepeatedForm`.
    pub async fn reopen_sheet(&self, actor: &Actor, key: &SheetKey, form: &FormKey) -> AppResult<Outcome> {
        let view = self.sheet(actor, key).await?;
        self.authorise_sheet(actor, key, Verb::EnterFigures)?;
        let mut write = self.database.write().await?;
        if self.take_key(&mut write, actor, form).await? == Outcome::Repeated {
            return Ok(Outcome::Repeated);
        }
        let sheet = view.sheet.as_ref().filter(|_| view.may.correct).ok_or(AppError::Conflict)?;
        match write.insert_sheet(&self.new_sheet(key, sheet.round + 1)).await {
            Err(StoreError::Constraint { .. }) => return Err(AppError::Conflict),
            other => other?,
        }
        self.add_event(&mut write, actor, &view, SheetVerb::Reopened, "").await?;
        write.commit(self.note(&actor.account.id, "sheet.reopen")).await?;
        Ok(Outcome::Done)
    }

    /// The checked entries of a sheet: all of them, or every problem of every cell.
    pub(super) fn entries(&self, view: &SheetView) -> AppResult<Vec<CellEntry>> {
        let (mut entries, mut problems) = (Vec::new(), Problems::new());
        for cell in &view.cells {
            let measure = measure_of(&self.packs, &cell.name.measure)?;
            match self.entry_of(measure, &view.key, &cell.name, &cell.typed) {
                Ok(entry) => entries.push(entry),
                Err(found) => problems.extend(found),
            }
            problems.extend(correction_without_note(cell, entries.last()));
        }
        if view.cells.iter().all(|cell| cell.typed.is_blank()) {
            return Err(Problems::from(empty_sheet()).into());
        }
        Ok(problems.into_result(entries)?)
    }

    /// The draft as the state machine knows it.
    pub(super) fn replay_draft(&self, entries: &[CellEntry]) -> AppResult<Draft> {
        let mut draft = Draft::new(entries.iter().map(|entry| entry.key.clone()));
        for entry in entries {
            draft.fill(entry.clone())?;
        }
        Ok(draft)
    }

    pub(super) async fn add_event(
        &self,
        write: &mut Write,
        actor: &Actor,
        view: &SheetView,
        verb: SheetVerb,
        reason: &str,
    ) -> AppResult<()> {
        let Some(sheet) = &view.sheet else { return Ok(()) };
        let position = i64::try_from(view.events.len()).unwrap_or(i64::MAX - 1) + 1;
        let event = SheetEvent {
            id: self.new_id(),
            sheet_id: sheet.id.clone(),
            position,
            verb,
            actor: actor.account.id.clone(),
            at: self.ambient.now(),
            reason: reason.to_owned(),
            content: content(view),
        };
        match write.insert_sheet_event(&event).await {
            Err(StoreError::Constraint { .. }) => Err(AppError::Conflict),
            other => Ok(other?),
        }
    }
}

/// What an accepted figure lacks when it is changed in a sheet and no note says why.
fn correction_without_note(cell: &CellView, entry: Option<&CellEntry>) -> Option<Problem> {
    let current = cell.current.as_ref()?;
    let changed =
        entry.is_some_and(|entry| entry.key.measure == cell.name.measure && entry.state != current.statement.state);
    if !changed || !cell.typed.note.trim().is_empty() {
        return None;
    }
    Some(correction_needs_note(Place::nowhere().field(cell.name.measure.as_str()).cell("note")))
}

pub(super) fn name_of(account_id: &str) -> AppResult<AccountName> {
    AccountName::new(account_id).map_err(|error| AppError::Broken(error.to_string()))
}

/// The cells as JSON: what stood in the sheet when the event happened.
fn content(view: &SheetView) -> String {
    let cells: BTreeMap<String, serde_json::Value> = view
        .cells
        .iter()
        .filter(|cell| !cell.typed.is_blank())
        .map(|cell| {
            let name = if cell.name.breakdown.is_total() {
                cell.name.measure.to_string()
            } else {
                format!("{}/{}", cell.name.measure, cell.name.breakdown)
            };
            let typed = &cell.typed;
            let value = serde_json::json!({
                "numerator": typed.numerator,
                "denominator": typed.denominator,
                "not_applicable": typed.not_applicable,
                "note": typed.note,
                "return_reason": cell.return_reason,
            });
            (name, value)
        })
        .collect();
    serde_json::json!(cells).to_string()
}
