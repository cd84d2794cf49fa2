//! Reviewing what was handed in: accept it, and its figures are public on the next page; or return
//! it with a reason for each cell, and only those cells open again. Nobody accepts what
//! they typed or handed in, nor an account that administers the accounts of the same area.

use std::collections::BTreeMap;

use ansinh_domain::figure::{CellEntry, Note};
use ansinh_kernel::figure::{CellState, Qualifier};
use ansinh_kernel::problem::{Problem, Problems};
use ansinh_store::Write;
use ansinh_store::figure::{Acceptance, AcceptanceKind, Cell, Made, Slice, Statement};
use ansinh_store::sheet::{Sheet, SheetCell, SheetState, SheetVerb};

use super::replay::name_of;
use super::{CellName, CellView, FormKey, Outcome, SheetKey, SheetView};
use crate::access::{Actor, Verb};
use crate::context::App;
use crate::error::{AppError, AppResult};
use crate::figure::{Standings, standings};

/// Why cells are given back, in the reviewer's words.
pub type Reasons = BTreeMap<CellName, String>;

impl App {
    /// Accepts a sheet: versions, roll-ups, state and audit entry in one transaction.
    ///
    /// # Errors
    /// `Conflict` when it is no longer waiting or its figures changed meanwhile; `Problems` when the rules refuse
    /// (one's own sheet); `NotFound`, `Forbidden`, `RepeatedForm`.
    pub async fn accept_sheet(
        &self,
        actor: &Actor,
        key: &SheetKey,
        reason: &str,
        form: &FormKey,
    ) -> AppResult<Outcome> {
        let view = self.reviewable(actor, key).await?;
        let mut write = self.database.write().await?;
        if self.take_key(&mut write, actor, form).await? == Outcome::Repeated {
            return Ok(Outcome::Repeated);
        }
        let (sheet, entries) = self.waiting_sheet(&mut write, &view).await?;
        self.replay_submitted(&mut write, &view, &entries)
            .await?
            .accept(&name_of(&actor.account.id)?, self.ambient.now())
            .map_err(|refusal| AppError::Problems(refusal.problems))?;
        let acceptance = Acceptance {
            id: self.new_id(),
            kind: AcceptanceKind::Sheet,
            author: actor.account.id.clone(),
            at: self.ambient.now(),
            reason: reason.trim().to_owned(),
            packs: self.packs.digest,
        };
        let statements: Vec<_> =
            view.cells.iter().zip(&entries).filter_map(|(cell, entry)| statement(cell, entry)).collect();
        let standing = standings(&mut write, &statements).await?;
        self.nothing_moved(&view, &statements, &standing)?;
        self.accept_after(&mut write, &acceptance, statements, &standing).await?;
        write.update_sheet(&Sheet { state: SheetState::Accepted, changed_at: self.ambient.now(), ..sheet }).await?;
        self.add_event(&mut write, actor, &view, SheetVerb::Accepted, reason.trim()).await?;
        write.commit(self.note(&actor.account.id, "sheet.accept")).await?;
        self.changed();
        Ok(Outcome::Done)
    }

    /// Returns a sheet with a reason for each cell that is to be looked at again.
    ///
    /// # Errors
    /// `Problems` when no reason was given; `Conflict` when it is no longer waiting; `NotFound`,
    /// `Forbidden`, `RepeatedForm`.
    pub async fn return_sheet(
        &self,
        actor: &Actor,
        key: &SheetKey,
        reasons: &Reasons,
        form: &FormKey,
    ) -> AppResult<Outcome> {
        let view = self.reviewable(actor, key).await?;
        let mut write = self.database.write().await?;
        if self.take_key(&mut write, actor, form).await? == Outcome::Repeated {
            return Ok(Outcome::Repeated);
        }
        let (sheet, entries) = self.waiting_sheet(&mut write, &view).await?;
        let notes = notes(&view, &entries, reasons)?;
        self.replay_submitted(&mut write, &view, &entries)
            .await?
            .send_back(notes, &name_of(&actor.account.id)?, self.ambient.now())
            .map_err(|refusal| AppError::Problems(refusal.problems))?;
        for stored in write.sheet_cells(&sheet.id).await? {
            let name = CellName { measure: stored.measure.clone(), breakdown: stored.breakdown.clone() };
            let return_reason =
                reasons.get(&name).map(|reason| reason.trim().to_owned()).filter(|reason| !reason.is_empty());
            if return_reason != stored.return_reason {
                write.save_cell(&SheetCell { return_reason, ..stored }).await?;
            }
        }
        self.open_blank_cells(&mut write, actor, &view, &sheet, reasons).await?;
        write.update_sheet(&Sheet { state: SheetState::Returned, changed_at: self.ambient.now(), ..sheet }).await?;
        self.add_event(&mut write, actor, &view, SheetVerb::Returned, &summary(reasons)).await?;
        write.commit(self.note(&actor.account.id, "sheet.return")).await?;
        Ok(Outcome::Done)
    }

    /// A cell that was never typed into has no row yet; a reason for it ("this is missing") makes one.
    async fn open_blank_cells(
        &self,
        write: &mut Write,
        actor: &Actor,
        view: &SheetView,
        sheet: &Sheet,
        reasons: &Reasons,
    ) -> AppResult<()> {
        let blank = |cell: &&CellView| {
            cell.typed.version == 0 && reasons.get(&cell.name).is_some_and(|reason| !reason.trim().is_empty())
        };
        for cell in view.cells.iter().filter(blank) {
            let row = SheetCell {
                id: self.new_id(),
                sheet_id: sheet.id.clone(),
                measure: cell.name.measure.clone(),
                breakdown: cell.name.breakdown.clone(),
                typed_numerator: cell.typed.numerator.clone(),
                typed_denominator: cell.typed.denominator.clone(),
                not_applicable: cell.typed.not_applicable,
                note: cell.typed.note.clone(),
                return_reason: reasons.get(&cell.name).map(|reason| reason.trim().to_owned()),
                saved_by: actor.account.id.clone(),
                saved_at: self.ambient.now(),
                version: 0,
            };
            write.save_cell(&row).await?;
        }
        Ok(())
    }

    async fn reviewable(&self, actor: &Actor, key: &SheetKey) -> AppResult<SheetView> {
        let view = self.sheet(actor, key).await?;
        self.authorise_sheet(actor, key, Verb::ReviewFigures)?;
        if actor.administers(&self.packs, &key.area) {
            return Err(Problems::from(by_administrator()).into());
        }
        Ok(view)
    }

    /// The sheet that was looked at, held so that nobody moves it, and its checked entries.
    async fn waiting_sheet(&self, write: &mut Write, view: &SheetView) -> AppResult<(Sheet, Vec<CellEntry>)> {
        let sheet = view.sheet.clone().filter(|sheet| sheet.state == SheetState::Submitted);
        let sheet = sheet.ok_or(AppError::Conflict)?;
        self.hold_as_seen(write, view).await?;
        Ok((sheet, self.entries(view)?))
    }

    /// A figure that was accepted from elsewhere since the sheet was looked at is not overwritten unseen.
    fn nothing_moved(&self, view: &SheetView, statements: &[(Cell, Statement)], standing: &Standings) -> AppResult<()> {
        let stated = |cell: &CellView| match cell.current.as_ref()?.made {
            Made::Stated { version } => Some((self.slice_of(&cell.name), version)),
            Made::RolledUp { .. } => None,
        };
        let seen: BTreeMap<Slice, i64> = view.cells.iter().filter_map(stated).collect();
        let moved =
            |(cell, _): &(Cell, Statement)| standing.get(cell).map(|now| now.number) != seen.get(&cell.slice).copied();
        if statements.iter().any(moved) { Err(AppError::Conflict) } else { Ok(()) }
    }
}

/// What an account is told that may review, and also manages the accounts of those it would review.
fn by_administrator() -> Problem {
    let what = "Tài khoản quản trị người dùng của địa bàn này không được duyệt hay trả lại số liệu";
    let mend = "Đề nghị người duyệt khác, hoặc nhờ một người quản trị khác thu hồi một trong hai quyền";
    Problem::new("review-by-administrator", what, mend)
}

/// What an accepted entry says; nothing for a cell that was left blank.
fn statement(cell: &CellView, entry: &CellEntry) -> Option<(Cell, Statement)> {
    let blank = matches!(entry.state, CellState::Missing) && cell.current.is_none();
    let unchanged = cell.current.as_ref().is_some_and(|current| current.statement.state == entry.state);
    if blank || (unchanged && cell.typed.note.trim().is_empty()) {
        return None;
    }
    let slice =
        Slice { measure: entry.key.measure.clone(), origin: entry.key.origin, breakdown: entry.key.breakdown.clone() };
    let note = entry.note.as_ref().map(ToString::to_string);
    let statement = Statement { state: entry.state, qualifier: Qualifier::Exact, source: None, as_of: None, note };
    Some((Cell { slice, period: entry.key.period, area: entry.key.area.clone() }, statement))
}

fn notes(
    view: &SheetView,
    entries: &[CellEntry],
    reasons: &Reasons,
) -> AppResult<BTreeMap<ansinh_domain::figure::CellKey, Note>> {
    let given = view.cells.iter().zip(entries).filter_map(|(cell, entry)| {
        let note = Note::new(reasons.get(&cell.name)?)?;
        Some((entry.key.clone(), note))
    });
    let notes: BTreeMap<_, _> = given.collect();
    if notes.is_empty() {
        let problem = Problem::new(
            "return-needs-reason",
            "Trả lại phiếu phải nêu lý do ở ít nhất một ô",
            "Ghi lý do vào ô cần sửa rồi trả lại",
        );
        return Err(AppError::Problems(Problems::from(problem)));
    }
    Ok(notes)
}

fn summary(reasons: &Reasons) -> String {
    let given = reasons.iter().filter(|(_, reason)| !reason.trim().is_empty());
    given.map(|(name, reason)| format!("{}: {}", name.measure, reason.trim())).collect::<Vec<_>>().join("; ")
}
