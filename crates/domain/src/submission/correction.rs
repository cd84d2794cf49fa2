//! Correcting an accepted figure: proposed with a note that everyone will see, accepted by somebody else, and put
//! in only where the figure still says what the correction was made against.

use ansinh_kernel::{
    date::Instant,
    figure::CellState,
    id::AccountName,
    problem::{Problem, Problems},
};

use super::{Accepted, Refusal, Stamp, not_asked, own_sheet, place, stamp};
use crate::figure::{CellEntry, Note};

/// A correction somebody proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What the cell says now.
    pub before: CellState,
    /// What it should say.
    pub after: CellEntry,
    /// Why; shown beside the figure.
    pub note: Note,
    /// Who proposed it and when.
    pub proposed: Stamp,
}

/// A correction that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptedCorrection {
    /// The correction.
    pub correction: Correction,
    /// Who accepted it and when.
    pub accepted: Stamp,
}

impl Accepted {
    /// Proposes to change one accepted cell.
    ///
    /// # Errors
    /// When the sheet does not have the cell, or it already says so.
    pub fn correct(&self, after: CellEntry, note: Note, by: &AccountName, at: Instant) -> Result<Correction, Problems> {
        let Some(cell) = self.cells.get(&after.key) else {
            return Err(not_asked(&after.key).into());
        };
        if cell.state == after.state {
            let what = "Số mới giống hệt số đã duyệt";
            let problem = Problem::new("correction-changes-nothing", what, "Nhập số khác, hoặc bỏ đính chính");
            return Err(problem.at(place(&after.key)).into());
        }
        Ok(Correction { before: cell.state, after, note, proposed: stamp(by, at) })
    }

    /// The sheet with an accepted correction in it.
    ///
    /// # Errors
    /// When the cell meanwhile says something else than the correction was made against.
    pub fn corrected(mut self, accepted: &AcceptedCorrection) -> Result<Accepted, Box<Refusal<Accepted>>> {
        let Correction { before, after, note, .. } = &accepted.correction;
        match self.cells.get_mut(&after.key) {
            Some(cell) if cell.state == *before => {
                *cell = CellEntry { note: Some(note.clone()), ..after.clone() };
                Ok(self)
            }
            _ => {
                let what = "Số liệu đã thay đổi sau khi đính chính được lập";
                let problem = Problem::new("correction-outdated", what, "Xem số hiện tại rồi lập đính chính mới");
                let problems = Problems::from(problem.at(place(&after.key)));
                Err(Box::new(Refusal { sheet: self, problems }))
            }
        }
    }
}

impl Correction {
    /// Accepts the correction.
    ///
    /// # Errors
    /// For the one who proposed it.
    pub fn accept(self, by: &AccountName, at: Instant) -> Result<AcceptedCorrection, Box<Refusal<Correction>>> {
        if self.proposed.by == *by {
            return Refusal::of(self, own_sheet());
        }
        Ok(AcceptedCorrection { correction: self, accepted: stamp(by, at) })
    }
}
