//! The versions of a cell as the public reads them: what it said, when and why it changed, and on whose behalf it was
//! accepted. Persons are never named.

use ansinh_domain::disclosure::SMALLEST_SHOWN;
use ansinh_kernel::date::{Date, Instant};
use ansinh_kernel::digest::Digest;
use ansinh_kernel::figure::{CellState, Origin, Qualifier, Value};
use ansinh_packs::agency::Agency;
use ansinh_packs::indicator::Measure;
use ansinh_packs::publication::Source;
use ansinh_store::Read;
use ansinh_store::figure::{AcceptanceKind, Cell, Made, Slice, Version};

use crate::context::App;
use crate::error::AppResult;

use super::gather::{Shown, counts_people};

/// Cells with several versions that one page tells of, at most.
const MOST_CORRECTED: usize = 40;

/// On whose behalf a version was accepted.
#[derive(Clone, Copy, Debug)]
pub enum Author<'a> {
    /// Read from a publication when the packs were installed.
    Publication,
    /// Made by the seeded generator of illustrative figures.
    Generator,
    /// Imported from a file.
    Import,
    /// Accepted in the desk, for the agency that answers for the measure.
    Reviewer(Option<&'a Agency>),
}

/// One version of a cell.
#[derive(Clone, Debug)]
pub struct StatedVersion<'a> {
    /// From 1.
    pub number: i64,
    /// What it said; small numbers are withheld.
    pub state: CellState,
    /// How exactly.
    pub qualifier: Qualifier,
    /// When it was accepted.
    pub at: Instant,
    /// For whom.
    pub author: Author<'a>,
    /// Why, in words people may read.
    pub reason: String,
    /// The remark beside the figure.
    pub note: Option<String>,
    /// Where it was printed.
    pub source: Option<&'a Source>,
    /// The packs it was decided under.
    pub packs: Digest,
}

/// A cell that was corrected, with all its versions, oldest first.
#[derive(Clone, Debug)]
pub struct Correction<'a> {
    /// What it says now.
    pub shown: Shown<'a>,
    /// Its versions.
    pub versions: Vec<StatedVersion<'a>>,
}

impl App {
    /// All versions of what is shown, oldest first; empty for a sum.
    pub(crate) async fn versions<'a>(
        &'a self,
        read: &mut Read,
        shown: &Shown<'_>,
    ) -> AppResult<Vec<StatedVersion<'a>>> {
        let slice =
            Slice { measure: shown.measure.id.clone(), origin: shown.origin, breakdown: shown.breakdown.clone() };
        let cell = Cell { slice, period: shown.period, area: shown.area.clone() };
        let versions = read.history(&cell).await?;
        Ok(versions.into_iter().map(|version| self.stated(shown, version)).collect())
    }

    /// The cells of a page that were corrected.
    pub(crate) async fn corrections<'a>(
        &'a self,
        read: &mut Read,
        all: &[Shown<'a>],
    ) -> AppResult<Vec<Correction<'a>>> {
        let corrected = all.iter().filter(|one| matches!(one.made, Made::Stated { version } if version > 1));
        let mut corrections = Vec::new();
        for shown in corrected.take(MOST_CORRECTED) {
            let versions = self.versions(read, shown).await?;
            corrections.push(Correction { shown: shown.clone(), versions });
        }
        Ok(corrections)
    }

    fn stated<'a>(&'a self, shown: &Shown<'_>, version: Version) -> StatedVersion<'a> {
        let Version { number, statement, acceptance } = version;
        let author = match acceptance.kind {
            AcceptanceKind::Publication => Author::Publication,
            AcceptanceKind::Generated => Author::Generator,
            AcceptanceKind::Import => Author::Import,
            AcceptanceKind::Sheet => {
                Author::Reviewer(self.accepting_agency(shown.measure, Date::in_vietnam(acceptance.at)))
            }
        };
        StatedVersion {
            number,
            state: public(shown, statement.state),
            qualifier: statement.qualifier,
            at: acceptance.at,
            author,
            reason: acceptance.reason,
            note: statement.note,
            source: statement.source.as_ref().and_then(|id| self.packs.publications.source(id)),
            packs: acceptance.packs,
        }
    }

    fn accepting_agency(&self, measure: &Measure, on: Date) -> Option<&Agency> {
        let owner = measure.owner.as_ref()?;
        self.packs.agencies.acting_on(owner, on).into_iter().next()
    }
}

/// An older version is withheld when the cell is, and when it was small itself.
fn public(shown: &Shown<'_>, state: CellState) -> CellState {
    let small = |count: i64| (1..SMALLEST_SHOWN).contains(&count);
    let is_small = match state {
        CellState::Value(Value::Count(count)) => small(count),
        CellState::Value(Value::Ratio { numerator, denominator, .. }) => small(numerator) || small(denominator),
        _ => false,
    };
    let guarded = counts_people(shown.measure) && shown.origin != Origin::Published;
    let withheld = shown.state == CellState::Withheld || (guarded && is_small);
    if withheld && state.value().is_some() { CellState::Withheld } else { state }
}
