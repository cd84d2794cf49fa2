//! Handing a sheet in: every cell is checked again; with any problem nothing changes state and the
//! draft stays as typed. Opening an accepted sheet again for a correction is here too.

use ansinh_domain::submission::empty_sheet;
use ansinh_kernel::problem::Problems;
use ansinh_store::sheet::{Sheet, SheetEvent, SheetState, SheetVerb};
use ansinh_store::{StoreError, Write};

use super::replay::name_of;
use super::{FormKey, Outcome, SheetKey, SheetView, content};
use crate::access::{Actor, Verb};
use crate::context::App;
use crate::error::{AppError, AppResult};

impl App {
    /// Hands a sheet in.
    ///
    /// # Errors
    /// `Problems` when any cell is wrong, everything is blank, or a returned cell was not answered; `Conflict` when
    /// the sheet moved on or somebody typed into it meanwhile; `NotFound`, `Forbidden`, `RepeatedForm`.
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
        self.hold_as_seen(&mut write, &view).await?;
        self.hand_in(&view, &self.entries(&view)?, &name_of(&actor.account.id)?)?;
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

    /// Takes the turn to move a sheet on, and makes sure that it and its cells still are what was looked at: what is
    /// checked is what is locked.
    ///
    /// # Errors
    /// `Conflict` when anything of it changed since.
    pub(super) async fn hold_as_seen(&self, write: &mut Write, view: &SheetView) -> AppResult<()> {
        let SheetKey { area, period, agency } = &view.key;
        write.lock_sheet(area, period, agency).await?;
        let Some(seen) = &view.sheet else { return Err(AppError::Conflict) };
        if write.latest_sheet(area, period, agency).await?.as_ref() != Some(seen) {
            return Err(AppError::Conflict);
        }
        let stored = write.sheet_cells(&seen.id).await?;
        let as_seen = view.cells.iter().all(|cell| {
            let row =
                stored.iter().find(|row| row.measure == cell.name.measure && row.breakdown == cell.name.breakdown);
            row.map_or(0, |row| row.version) == cell.typed.version
        });
        if as_seen { Ok(()) } else { Err(AppError::Conflict) }
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
            content: content::write(view),
        };
        match write.insert_sheet_event(&event).await {
            Err(StoreError::Constraint { .. }) => Err(AppError::Conflict),
            other => Ok(other?),
        }
    }
}
