//! Collection sheets: what is asked of an area by an agency for a period, typed, pasted, handed in,
//! returned with reasons, accepted, and opened again for a correction. One file a verb.

mod asking;
mod content;
mod history;
mod lay;
mod once;
mod open;
mod paste;
mod replay;
mod review;
mod save;
mod submit;
mod work_list;

use std::collections::BTreeMap;

use ansinh_domain::round::Timeliness;
use ansinh_kernel::area::AreaId;
use ansinh_kernel::date::Date;
use ansinh_kernel::id::{AgencyId, BreakdownId, MeasureId};
use ansinh_kernel::period::Period;
use ansinh_kernel::problem::Problem;
use ansinh_store::figure::Current;
use ansinh_store::sheet::{Sheet, SheetEvent, SheetState};

pub use history::PastEvent;
pub use lay::Laid;
pub use once::{FormKey, Outcome};
pub use paste::Pasted;
pub use review::Reasons;
pub use save::Saved;
pub use work_list::{ReporterLine, WaitingSheet, WorkItem, WorkList};

/// Which sheet: one area, one period, one asking agency.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetKey {
    /// Area that is asked.
    pub area: AreaId,
    /// Period asked about.
    pub period: Period,
    /// Agency that asks and accepts.
    pub agency: AgencyId,
}

/// Which cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellName {
    /// What is asked.
    pub measure: MeasureId,
    /// Breakdown; empty for the total.
    pub breakdown: BreakdownId,
}

/// What somebody typed into a cell, exactly as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// Numerator, count, value, or "có" / "không".
    pub numerator: String,
    /// Denominator.
    pub denominator: String,
    /// Ticked "does not apply here".
    pub not_applicable: bool,
    /// Note to the figure.
    pub note: String,
    /// Version of the cell that the form was made from; 0 when it had none.
    pub version: i64,
}

impl Typed {
    /// True when nothing at all was typed.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let texts = [&self.numerator, &self.denominator, &self.note];
        !self.not_applicable && texts.iter().all(|text| text.trim().is_empty())
    }

    /// True when both say the same, whatever version they were made from.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let texts = |typed: &Self| {
            (typed.numerator.clone(), typed.denominator.clone(), typed.not_applicable, typed.note.clone())
        };
        texts(self) == texts(other)
    }
}

/// Everything a form sent.
pub type TypedCells = BTreeMap<CellName, Typed>;

/// A cell as the sheet's page shows it.
#[derive(Clone, Debug)]
pub struct CellView {
    /// Which cell.
    pub name: CellName,
    /// As typed.
    pub typed: Typed,
    /// What somebody else saved meanwhile, when the form came too late.
    pub theirs: Option<Typed>,
    /// Whether it can be typed into now.
    pub open: bool,
    /// Why the reviewer gave it back.
    pub return_reason: Option<String>,
    /// What the area says now in public, if anything.
    pub current: Option<Current>,
    /// What it said a year before.
    pub last_year: Option<Current>,
    /// What is wrong with what is typed.
    pub problems: Vec<Problem>,
    /// What looks odd, without stopping anybody.
    pub warnings: Vec<Problem>,
}

/// A sheet as its page shows it.
#[derive(Clone, Debug)]
pub struct SheetView {
    /// Which sheet.
    pub key: SheetKey,
    /// The stored sheet; none before anything was typed.
    pub sheet: Option<Sheet>,
    /// Cells in the order of the measures' files.
    pub cells: Vec<CellView>,
    /// What happened to it so far.
    pub events: Vec<SheetEvent>,
    /// When it is due.
    pub due_on: Option<Date>,
    /// How that stands today.
    pub timeliness: Option<Timeliness>,
    /// What this person may do now.
    pub may: May,
}

impl SheetView {
    /// Where the sheet is in its life.
    #[must_use]
    pub fn state(&self) -> SheetState {
        self.sheet.as_ref().map_or(SheetState::Draft, |sheet| sheet.state)
    }

    /// True when anything typed is wrong.
    #[must_use]
    pub fn has_problems(&self) -> bool {
        self.cells.iter().any(|cell| !cell.problems.is_empty())
    }

    /// True when somebody else saved a cell that this form also changes.
    #[must_use]
    pub fn has_conflicts(&self) -> bool {
        self.cells.iter().any(|cell| cell.theirs.is_some())
    }
}

/// What the person looking at a sheet may do with it now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct May {
    /// Type and hand in.
    pub enter: bool,
    /// Accept or return.
    pub review: bool,
    /// Open it again for a correction.
    pub correct: bool,
    /// They typed into it or handed it in, so that while it waits somebody else has to review it.
    pub made: bool,
}
