//! The key of a figure and what is entered under it.

use std::fmt;

use ansinh_kernel::{
    area::AreaId,
    figure::{CellState, Origin},
    id::{BreakdownId, MeasureId},
    period::Period,
    text,
};

/// The one key every figure has. Two figures with different measures or origins are never added or compared.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellKey {
    /// What is counted.
    pub measure: MeasureId,
    /// Where the figure comes from.
    pub origin: Origin,
    /// The territory.
    pub area: AreaId,
    /// The period.
    pub period: Period,
    /// The part of the total, or the total.
    pub breakdown: BreakdownId,
}

impl CellKey {
    /// The same cell in another period.
    pub fn in_period(&self, period: Period) -> CellKey {
        CellKey { period, ..self.clone() }
    }

    /// The whole that this cell is a part of; itself when it is the total.
    pub fn total(&self) -> CellKey {
        CellKey { breakdown: BreakdownId::total(), ..self.clone() }
    }
}

impl fmt::Display for CellKey {
    /// `measure/origin/area/period`, and `/breakdown` for a part: for logs and for keys in forms.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CellKey { measure, origin, area, period, breakdown } = self;
        write!(f, "{measure}/{origin}/{area}/{period}")?;
        if !breakdown.is_total() {
            write!(f, "/{breakdown}")?;
        }
        Ok(())
    }
}

/// What is entered under a key, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellEntry {
    /// The key.
    pub key: CellKey,
    /// A value, not applicable, or missing.
    pub state: CellState,
    /// What the person who entered it says about it.
    pub note: Option<Note>,
}

impl CellEntry {
    /// Whether it answers: with a value, or with the statement that none can exist here.
    pub const fn answers(&self) -> bool {
        matches!(self.state, CellState::Value(_) | CellState::NotApplicable)
    }
}

/// Words a person wrote about a figure; never empty.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Note(String);

impl Note {
    /// The tidied text; none when nothing is left of it.
    pub fn new(written: &str) -> Option<Note> {
        let tidied = text::tidy(written);
        (!tidied.is_empty()).then_some(Note(tidied))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
