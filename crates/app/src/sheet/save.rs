//! Saving what was typed, right or wrong: a draft is never refused for its content. Two people on
//! one cell: the second is shown both texts, and nothing of the form is saved until they choose.

use ansinh_store::sheet::{Sheet, SheetCell, SheetState};
use ansinh_store::{StoreError, Write};

use super::open::typed_of;
use super::{CellView, FormKey, Outcome, SheetKey, SheetView, Typed, TypedCells};
use crate::access::{Actor, Verb};
use crate::context::App;
use crate::error::{AppError, AppResult};

/// How a save ended.
#[derive(Debug)]
pub enum Saved {
    /// Saved; the sheet as it stands now.
    Saved(Box<SheetView>),
    /// Somebody else saved some of the cells meanwhile; nothing was saved. The sheet with what was
    /// typed here and what stands there.
    Conflict(Box<SheetView>),
}

impl App {
    /// Saves the open cells of a form.
    ///
    /// # Errors
    /// `NotFound` or `Forbidden` by right; `Conflict` when the sheet is locked or moved on; `RepeatedForm`.
    pub async fn save_sheet(
        &self,
        actor: &Actor,
        key: &SheetKey,
        typed: &TypedCells,
        form: &FormKey,
    ) -> AppResult<Saved> {
        let view = self.sheet(actor, key).await?;
        self.authorise_sheet(actor, key, Verb::EnterFigures)?;
        let mut write = self.database.write().await?;
        if self.take_key(&mut write, actor, form).await? == Outcome::Repeated {
            drop(write);
            return Ok(Saved::Saved(Box::new(self.sheet(actor, key).await?)));
        }
        if !view.may.enter {
            return Err(AppError::Conflict);
        }
        write.lock_sheet(&key.area, &key.period, &key.agency).await?;
        let (sheet, opened) = self.sheet_row(&mut write, key).await?;
        if !may_type(&sheet) || moved_on(&view, &sheet) {
            return Err(AppError::Conflict);
        }
        let conflicts = self.save_cells(&mut write, actor, &sheet, &view, typed).await?;
        if !conflicts.is_empty() {
            drop(write);
            return Ok(Saved::Conflict(Box::new(with_conflicts(view, typed, &conflicts))));
        }
        if opened {
            write.commit(self.note(&actor.account.id, "sheet.open")).await.map(drop)?
        } else {
            write.commit_ephemeral().await?
        }
        Ok(Saved::Saved(Box::new(self.sheet(actor, key).await?)))
    }

    /// The stored sheet, made now when nothing was typed before.
    pub(super) async fn sheet_row(&self, write: &mut Write, key: &SheetKey) -> AppResult<(Sheet, bool)> {
        if let Some(sheet) = write.latest_sheet(&key.area, &key.period, &key.agency).await? {
            return Ok((sheet, false));
        }
        let sheet = self.new_sheet(key, 1);
        match write.insert_sheet(&sheet).await {
            Err(StoreError::Constraint { .. }) => Err(AppError::Conflict),
            other => Ok(other.map(|()| (sheet, true))?),
        }
    }

    pub(super) fn new_sheet(&self, key: &SheetKey, round: i64) -> Sheet {
        Sheet {
            id: self.new_id(),
            area: key.area.clone(),
            period: key.period,
            agency: key.agency.clone(),
            round,
            state: SheetState::Draft,
            submitted_by: None,
            changed_at: self.ambient.now(),
            version: 1,
        }
    }

    /// Saves what differs from what is stored; returns the cells that somebody else saved meanwhile.
    async fn save_cells(
        &self,
        write: &mut Write,
        actor: &Actor,
        sheet: &Sheet,
        view: &SheetView,
        typed: &TypedCells,
    ) -> AppResult<Vec<SheetCell>> {
        let stored = write.sheet_cells(&sheet.id).await?;
        let (mut conflicts, mut changes) = (Vec::new(), Vec::new());
        for cell in view.cells.iter().filter(|cell| cell.open) {
            let Some(new) = typed.get(&cell.name) else { continue };
            let known = stored
                .iter()
                .find(|known| known.measure == cell.name.measure && known.breakdown == cell.name.breakdown);
            let unchanged =
                known.map_or(new.is_blank() && cell.current.is_none(), |known| typed_of(known).says_the_same(new));
            if unchanged {
                continue;
            }
            match known {
                Some(known) if known.version != new.version => conflicts.push(known.clone()),
                _ => changes.push(self.cell_row(actor, sheet, cell, new, known)),
            }
        }
        if conflicts.is_empty() && !changes.is_empty() {
            write.remember_maker(&sheet.id, &actor.account.id).await?;
            for change in &changes {
                write.save_cell(change).await?;
            }
        }
        Ok(conflicts)
    }

    fn cell_row(
        &self,
        actor: &Actor,
        sheet: &Sheet,
        cell: &CellView,
        new: &Typed,
        known: Option<&SheetCell>,
    ) -> SheetCell {
        SheetCell {
            id: known.map_or_else(|| self.new_id(), |known| known.id.clone()),
            sheet_id: sheet.id.clone(),
            measure: cell.name.measure.clone(),
            breakdown: cell.name.breakdown.clone(),
            typed_numerator: new.numerator.clone(),
            typed_denominator: new.denominator.clone(),
            not_applicable: new.not_applicable,
            note: new.note.clone(),
            return_reason: known.and_then(|known| known.return_reason.clone()),
            saved_by: actor.account.id.clone(),
            saved_at: self.ambient.now(),
            version: known.map_or(0, |known| known.version),
        }
    }
}

fn may_type(sheet: &Sheet) -> bool {
    matches!(sheet.state, SheetState::Draft | SheetState::Returned)
}

/// Whether the sheet was handed in, returned or opened again since it was looked at: other cells are open now.
fn moved_on(view: &SheetView, sheet: &Sheet) -> bool {
    view.sheet.as_ref().is_some_and(|seen| (&seen.id, seen.version) != (&sheet.id, sheet.version))
}

/// The view as the form left it, with what stands in the database beside the cells in conflict. The
/// versions shown are the stored ones, so that sending the form again is a decision, not a loss.
fn with_conflicts(mut view: SheetView, typed: &TypedCells, conflicts: &[SheetCell]) -> SheetView {
    for cell in &mut view.cells {
        let version = cell.typed.version;
        if let Some(new) = typed.get(&cell.name) {
            cell.typed = Typed { version, ..new.clone() };
        }
        let theirs = conflicts
            .iter()
            .find(|stored| stored.measure == cell.name.measure && stored.breakdown == cell.name.breakdown);
        if let Some(theirs) = theirs {
            cell.typed.version = theirs.version;
            cell.theirs = Some(typed_of(theirs));
        }
    }
    view
}
