//! The life of a sheet of figures: draft → submitted → returned or accepted; a returned sheet is submitted again.
//! Each state is a type that carries what only it has, and each step takes the sheet and gives the next state, or
//! gives the sheet back with the reasons why not.
//!
//! Only returned cells unlock. Whoever typed into a sheet or submitted it never accepts it. An accepted figure changes only by a
//! correction with a note that everyone sees, accepted by somebody else.

mod correction;

use std::collections::{BTreeMap, BTreeSet};

use ansinh_kernel::{
    date::Instant,
    figure::CellState,
    id::AccountName,
    problem::{Place, Problem, Problems},
};

pub use correction::{AcceptedCorrection, Correction};

use crate::figure::{CellEntry, CellKey, Note};

/// The cells of a sheet; one that nobody filled is missing.
pub type Cells = BTreeMap<CellKey, CellEntry>;

/// A sheet in any state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Being filled in.
    Draft(Draft),
    /// Handed in and locked.
    Submitted(Submitted),
    /// Given back with reasons; only the cells with a reason are open.
    Returned(Returned),
    /// Accepted; its figures are public.
    Accepted(Accepted),
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The account.
    pub by: AccountName,
    /// The instant.
    pub at: Instant,
}

/// A step that was refused: the sheet as it was, and every reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal<S> {
    /// The sheet, unchanged.
    pub sheet: S,
    /// Why not.
    pub problems: Problems,
}

impl<S> Refusal<S> {
    fn of<T>(sheet: S, problem: Problem) -> Result<T, Box<Refusal<S>>> {
        Err(Box::new(Refusal { sheet, problems: problem.into() }))
    }
}

impl Sheet {
    /// The cells, whatever the state.
    pub fn cells(&self) -> &Cells {
        match self {
            Sheet::Draft(sheet) => &sheet.cells,
            Sheet::Submitted(sheet) => &sheet.cells,
            Sheet::Returned(sheet) => &sheet.cells,
            Sheet::Accepted(sheet) => &sheet.cells,
        }
    }

    /// Whether this cell can be filled in now.
    pub fn is_open(&self, key: &CellKey) -> bool {
        match self {
            Sheet::Draft(sheet) => sheet.cells.contains_key(key),
            Sheet::Returned(sheet) => sheet.reasons.contains_key(key),
            Sheet::Submitted(_) | Sheet::Accepted(_) => false,
        }
    }
}

/// A sheet being filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    cells: Cells,
    makers: BTreeSet<AccountName>,
}

impl Draft {
    /// An empty sheet that asks for these cells.
    pub fn new(asked: impl IntoIterator<Item = CellKey>) -> Draft {
        let blank = |key: CellKey| (key.clone(), CellEntry { key, state: CellState::Missing, note: None });
        Draft { cells: asked.into_iter().map(blank).collect(), makers: BTreeSet::new() }
    }

    /// The cells.
    pub const fn cells(&self) -> &Cells {
        &self.cells
    }

    /// Fills in a cell.
    ///
    /// # Errors
    /// When the sheet does not ask for the cell.
    pub fn fill(&mut self, entry: CellEntry) -> Result<(), Problems> {
        match self.cells.get_mut(&entry.key) {
            Some(cell) => *cell = entry,
            None => return Err(not_asked(&entry.key).into()),
        }
        Ok(())
    }

    /// Says that somebody typed into the sheet, whether or not anything of it is left.
    pub fn typed_by(&mut self, maker: &AccountName) {
        self.makers.insert(maker.clone());
    }

    /// Hands the sheet in and locks it. Gaps are allowed; a sheet of nothing but gaps is not.
    ///
    /// # Errors
    /// When no cell has a value or says that none can exist.
    pub fn submit(self, by: &AccountName, at: Instant) -> Result<Submitted, Box<Refusal<Draft>>> {
        if self.cells.values().any(CellEntry::answers) {
            let Draft { cells, mut makers } = self;
            makers.insert(by.clone());
            return Ok(Submitted { cells, submissions: vec![stamp(by, at)], makers });
        }
        Refusal::of(self, empty_sheet())
    }
}

/// A sheet handed in and locked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    cells: Cells,
    submissions: Vec<Stamp>,
    makers: BTreeSet<AccountName>,
}

impl Submitted {
    /// The cells.
    pub const fn cells(&self) -> &Cells {
        &self.cells
    }

    /// Who handed it in and when, each time; never empty.
    pub fn submissions(&self) -> &[Stamp] {
        &self.submissions
    }

    /// Who typed into it or handed it in, at any time since it was opened: none of them accepts it.
    pub const fn makers(&self) -> &BTreeSet<AccountName> {
        &self.makers
    }

    /// Gives the sheet back with a reason for each cell that is to be looked at again; those cells open.
    ///
    /// # Errors
    /// When there is no reason, or one for a cell that the sheet does not have.
    pub fn send_back(
        self,
        reasons: BTreeMap<CellKey, Note>,
        by: &AccountName,
        at: Instant,
    ) -> Result<Returned, Box<Refusal<Submitted>>> {
        if reasons.is_empty() {
            let what = "Trả lại phiếu mà không nêu lý do ở ô nào";
            return Refusal::of(self, Problem::new("sheet-return-without-reason", what, "Ghi lý do ở ít nhất một ô"));
        }
        if let Some(unknown) = reasons.keys().find(|key| !self.cells.contains_key(key)) {
            let problem = not_asked(unknown);
            return Refusal::of(self, problem);
        }
        let Submitted { cells, submissions, makers } = self;
        Ok(Returned { cells, submissions, makers, reasons, touched: BTreeSet::new(), returned: stamp(by, at) })
    }

    /// Accepts the sheet: its figures become public.
    ///
    /// # Errors
    /// For anyone who typed into it or handed it in, at any time.
    pub fn accept(self, by: &AccountName, at: Instant) -> Result<Accepted, Box<Refusal<Submitted>>> {
        if self.makers.contains(by) {
            return Refusal::of(self, own_sheet());
        }
        let Submitted { cells, submissions, .. } = self;
        Ok(Accepted { cells, submissions, accepted: stamp(by, at) })
    }
}

/// A sheet given back with reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    cells: Cells,
    submissions: Vec<Stamp>,
    makers: BTreeSet<AccountName>,
    reasons: BTreeMap<CellKey, Note>,
    touched: BTreeSet<CellKey>,
    returned: Stamp,
}

impl Returned {
    /// The cells.
    pub const fn cells(&self) -> &Cells {
        &self.cells
    }

    /// Why each open cell was given back.
    pub const fn reasons(&self) -> &BTreeMap<CellKey, Note> {
        &self.reasons
    }

    /// Who gave it back and when.
    pub const fn returned(&self) -> &Stamp {
        &self.returned
    }

    /// Fills in a cell that was given back.
    ///
    /// # Errors
    /// When the sheet does not ask for the cell, or the cell was not given back.
    pub fn fill(&mut self, entry: CellEntry) -> Result<(), Problems> {
        let Some(cell) = self.cells.get_mut(&entry.key) else {
            return Err(not_asked(&entry.key).into());
        };
        if !self.reasons.contains_key(&entry.key) {
            let what = "Ô này không bị trả lại nên vẫn khóa";
            let problem = Problem::new("sheet-cell-locked", what, "Chỉ sửa các ô có lý do trả lại");
            return Err(problem.at(place(&entry.key)).into());
        }
        // Taking a note away answers nothing.
        let in_words = entry.note.is_some() && entry.note != cell.note;
        if cell.state != entry.state || in_words {
            self.touched.insert(entry.key.clone());
        }
        *cell = entry;
        Ok(())
    }

    /// Says that somebody typed into the sheet, whether or not anything of it is left.
    pub fn typed_by(&mut self, maker: &AccountName) {
        self.makers.insert(maker.clone());
    }

    /// Hands the sheet in again.
    ///
    /// # Errors
    /// One problem for each returned cell that was neither changed nor given a new note.
    pub fn submit(self, by: &AccountName, at: Instant) -> Result<Submitted, Box<Refusal<Returned>>> {
        let untouched = self.reasons.keys().filter(|key| !self.touched.contains(key));
        let problems: Problems = untouched.map(unanswered).collect();
        if !problems.is_empty() {
            return Err(Box::new(Refusal { sheet: self, problems }));
        }
        let Returned { cells, mut submissions, mut makers, .. } = self;
        submissions.push(stamp(by, at));
        makers.insert(by.clone());
        Ok(Submitted { cells, submissions, makers })
    }
}

/// A sheet accepted; its figures are public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    cells: Cells,
    submissions: Vec<Stamp>,
    accepted: Stamp,
}

impl Accepted {
    /// The cells.
    pub const fn cells(&self) -> &Cells {
        &self.cells
    }

    /// Who handed it in and when, each time.
    pub fn submissions(&self) -> &[Stamp] {
        &self.submissions
    }

    /// Who accepted it and when.
    pub const fn accepted(&self) -> &Stamp {
        &self.accepted
    }
}

fn stamp(by: &AccountName, at: Instant) -> Stamp {
    Stamp { by: by.clone(), at }
}

fn place(key: &CellKey) -> Place {
    Place::nowhere().field(key.to_string())
}

fn not_asked(key: &CellKey) -> Problem {
    let problem = Problem::new("sheet-cell-not-asked", "Phiếu này không hỏi ô này", "Mở đúng phiếu rồi nhập");
    problem.at(place(key))
}

/// What a sheet is told that is handed in with nothing in it.
pub fn empty_sheet() -> Problem {
    let mend = "Nhập ít nhất một ô, hoặc đánh dấu không áp dụng, rồi nộp";
    Problem::new("sheet-empty", "Phiếu chưa có số liệu nào", mend)
}

fn own_sheet() -> Problem {
    let what = "Người nhập hoặc nộp không được duyệt số liệu của chính mình";
    Problem::new("sheet-own", what, "Đề nghị người khác có quyền duyệt")
}

fn unanswered(key: &CellKey) -> Problem {
    let what = "Ô bị trả lại chưa được sửa hay giải trình";
    let problem = Problem::new("sheet-return-unanswered", what, "Sửa số, hoặc giữ số và ghi chú giải trình");
    problem.at(place(key))
}

#[cfg(test)]
mod tests;
