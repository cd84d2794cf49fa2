//! Laying a pasted block into a sheet: over what is typed there now, saved as draft. A block that does not fit changes
//! nothing.

use ansinh_kernel::lang::Lang;
use ansinh_kernel::problem::Problems;

use super::{CellName, FormKey, Saved, SheetKey, SheetView, TypedCells};
use crate::access::{Actor, Verb};
use crate::context::App;
use crate::error::{AppError, AppResult};

/// How a paste ended.
#[derive(Debug)]
pub enum Laid {
    /// The block fits and was saved, or met somebody else's text.
    Fits(Saved),
    /// It does not fit: the sheet with what was typed, and every reason. Nothing was saved.
    Unfit(Box<SheetView>, Problems),
}

impl App {
    /// Lays a block over what is typed and saves both.
    ///
    /// # Errors
    /// `NotFound` or `Forbidden` by right; `Conflict` when the sheet is locked; `RepeatedForm`.
    pub async fn paste_sheet(
        &self,
        actor: &Actor,
        key: &SheetKey,
        typed: &TypedCells,
        block: &str,
        form: &FormKey,
    ) -> AppResult<Laid> {
        let mut view = self.sheet(actor, key).await?;
        self.authorise_sheet(actor, key, Verb::EnterFigures)?;
        if !view.may.enter {
            return Err(AppError::Conflict);
        }
        lay(&mut view, typed);
        match view.paste(block, |name| self.labels(name)) {
            Ok(pasted) => Ok(Laid::Fits(self.save_sheet(actor, key, &pasted.cells, form).await?)),
            Err(problems) => Ok(Laid::Unfit(Box::new(view), problems)),
        }
    }

    /// The names a cell is known by: its id, and its name in both languages.
    fn labels(&self, name: &CellName) -> Vec<String> {
        let Some(measure) = self.packs.indicators.measure(&name.measure) else { return vec![name.measure.to_string()] };
        let Some(part) = measure.breakdown(&name.breakdown) else {
            return vec![name.measure.to_string(), measure.name.vi.clone(), measure.name.en.clone()];
        };
        let named = Lang::ALL.iter().map(|lang| format!("{}: {}", measure.name.get(*lang), part.name.get(*lang)));
        std::iter::once(format!("{}/{}", name.measure, name.breakdown)).chain(named).collect()
    }
}

/// Lays what was typed over the open cells; what was found in other words is not said of these.
fn lay(view: &mut SheetView, typed: &TypedCells) {
    for cell in view.cells.iter_mut().filter(|cell| cell.open) {
        let Some(typed) = typed.get(&cell.name) else { continue };
        if !cell.typed.says_the_same(typed) {
            cell.problems.clear();
            cell.warnings.clear();
        }
        cell.typed = typed.clone();
    }
}
