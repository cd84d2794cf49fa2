//! Figures: append-only versions of observations, and the roll-ups that follow them in the same
//! transaction. A cell is (slice, period, area); its newest accepted version is what it says now.
//!
//! What a version may say, and what it adds to which roll-up, is decided in `domain`.

mod append;
mod encode;
mod read;

use ansinh_kernel::area::AreaId;
use ansinh_kernel::date::Instant;
use ansinh_kernel::digest::Digest;
use ansinh_kernel::figure::{CellState, Qualifier};
use ansinh_kernel::id::SourceId;
use ansinh_kernel::period::Period;

pub use crate::keys::Slice;
pub use append::{Accepted, Standing};
pub use read::Request;
pub(crate) use read::batch_digests;

/// Address of one figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// What is counted and where it comes from.
    pub slice: Slice,
    /// Period it speaks of.
    pub period: Period,
    /// Territory it speaks of.
    pub area: AreaId,
}

/// What one version of a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The value, or why there is none.
    pub state: CellState,
    /// Whether the source says "exactly", "over", "about" …
    pub qualifier: Qualifier,
    /// Publication it was read in.
    pub source: Option<SourceId>,
    /// Day of the data, as the source gives it, when it is not the end of the period.
    pub as_of: Option<String>,
    /// The note people see beside the figure.
    pub note: Option<String>,
}

impl Statement {
    /// A plain, exact statement without source or note.
    #[must_use]
    pub fn plain(state: CellState) -> Self {
        Self { state, qualifier: Qualifier::Exact, source: None, as_of: None, note: None }
    }
}

/// How figures came to be accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptanceKind {
    /// Imported from publications when the packs were installed.
    Publication,
    /// A sheet accepted in the desk.
    Sheet,
    /// A file imported by a command.
    Import,
    /// Made by the seeded generator of the demo.
    Generated,
}

impl AcceptanceKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Publication => "publication",
            Self::Sheet => "sheet",
            Self::Import => "import",
            Self::Generated => "generated",
        }
    }
}

impl std::str::FromStr for AcceptanceKind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Ok(match text {
            "publication" => Self::Publication,
            "sheet" => Self::Sheet,
            "import" => Self::Import,
            "generated" => Self::Generated,
            _ => return Err(()),
        })
    }
}

/// Who accepted a batch of figures, when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// UUIDv7.
    pub id: String,
    /// How it came.
    pub kind: AcceptanceKind,
    /// Account id of who accepted, or `publication` / `generator`.
    pub author: String,
    /// When.
    pub at: Instant,
    /// Why, in words people may read.
    pub reason: String,
    /// Packs it was decided under.
    pub packs: Digest,
}

/// One acceptance in the order in which they were committed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// From 1, one more than the acceptance before.
    pub number: i64,
    /// Id of the acceptance.
    pub id: String,
}

/// One version of a cell as kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// From 1, without gaps.
    pub number: i64,
    /// What it says.
    pub statement: Statement,
    /// Who accepted it, when and why.
    pub acceptance: Acceptance,
}

/// What a cell says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Current {
    /// Its address.
    pub cell: Cell,
    /// What it says.
    pub statement: Statement,
    /// Where the figure comes from.
    pub made: Made,
}

/// A figure is either stated for its area or made from the areas in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// Stated: the newest of this many versions.
    Stated {
        /// Number of the version.
        version: i64,
    },
    /// Rolled up from this many reporting areas.
    RolledUp {
        /// Areas that have given a figure.
        reporters: i64,
    },
}

/// What an accepted version adds to the roll-up of one area and period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Increment {
    /// Roll-up it is added to.
    pub cell: Cell,
    /// Added to the numerator (count, sum, or areas that say yes).
    pub numerator: i64,
    /// Added to the denominator (0 for counts).
    pub denominator: i64,
    /// Added to the number of reporting areas.
    pub reporters: i64,
}

pub(crate) const STATEMENTS: &[&[&str]] = &[append::STATEMENTS, read::STATEMENTS];
