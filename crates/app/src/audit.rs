//! Verification: the chain, the rows it speaks of, and the roll-ups recomputed from the cells.

use std::collections::BTreeMap;

use ansinh_kernel::area::AreaId;
use ansinh_kernel::period::Period;
use ansinh_store::audit::{Checkpoint, EntryLine, Verification};
use ansinh_store::figure::Slice;

use crate::access::{Actor, Verb};
use crate::context::App;
use crate::error::AppResult;
use crate::figure::Bulk;

/// A stored sum that is not the sum of its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongSum {
    /// Slice of the sum.
    pub slice: Slice,
    /// Period.
    pub period: Period,
    /// Area.
    pub area: AreaId,
}

/// Result of verifying chain and sums.
#[derive(Clone, Debug)]
pub struct Report {
    /// Chain and rows.
    pub chain: Verification,
    /// Roll-ups compared with their cells.
    pub sums: u64,
    /// Sums that differ.
    pub wrong_sums: Vec<WrongSum>,
}

impl Report {
    /// True when nothing was found.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.chain.findings.is_empty() && self.wrong_sums.is_empty()
    }
}

impl App {
    /// Verifies everything: for the command line, where whoever may run it may read the database.
    ///
    /// # Errors
    /// `Store` when the database does not answer; what does not fit is in the report.
    pub async fn verify(&self) -> AppResult<Report> {
        let chain = self.database.verify().await?;
        let (sums, wrong_sums) = self.verify_sums().await?;
        Ok(Report { chain, sums, wrong_sums })
    }

    /// Verifies everything, for somebody signed in.
    ///
    /// # Errors
    /// `Forbidden` when the role may not, or not over the whole territory; `Store` when the database does not answer.
    pub async fn verify_as(&self, actor: &Actor) -> AppResult<(Report, Vec<EntryLine>)> {
        actor.authorise_everywhere(&self.packs, Verb::VerifyChain)?;
        let report = self.verify().await?;
        let entries = self.database.read().await?.recent_entries(50).await?;
        Ok((report, entries))
    }

    /// Newest entry of the chain, printed on every public page.
    ///
    /// # Errors
    /// `Store` when the database does not answer.
    pub async fn checkpoint(&self) -> AppResult<Checkpoint> {
        Ok(self.database.checkpoint().await?)
    }

    async fn verify_sums(&self) -> AppResult<(u64, Vec<WrongSum>)> {
        let mut read = self.database.read().await?;
        let mut bulk = Bulk::new(&self.packs);
        let mut broken = None;
        read.every_cell(|cell, state| {
            if let Err(error) = bulk.add(cell, None, state.value()) {
                broken.get_or_insert(error);
            }
        })
        .await?;
        if let Some(error) = broken {
            return Err(error);
        }
        let mut expected: BTreeMap<_, _> = bulk
            .into_increments()
            .into_iter()
            .map(|one| (one.cell, (one.numerator, one.denominator, one.reporters)))
            .collect();
        let (mut sums, mut wrong) = (0, Vec::new());
        read.every_rollup(|cell, stored| {
            sums += 1;
            if expected.remove(cell).unwrap_or_default() != stored {
                wrong.push(cell.clone());
            }
        })
        .await?;
        wrong.extend(expected.into_iter().filter(|(_, sum)| *sum != (0, 0, 0)).map(|(cell, _)| cell));
        let name =
            |cell: ansinh_store::figure::Cell| WrongSum { slice: cell.slice, period: cell.period, area: cell.area };
        Ok((sums, wrong.into_iter().map(name).collect()))
    }
}
