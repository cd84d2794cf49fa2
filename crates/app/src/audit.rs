//! Verification: the chain, the rows it speaks of, and the roll-ups recomputed from the cells.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_kernel::area::AreaId;
use ansinh_kernel::date::Date;
use ansinh_kernel::period::Period;
use ansinh_kernel::text::fold;
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

/// Which entries of the chain are looked for.
#[derive(Clone, Debug, Default)]
pub struct EntryQuery {
    /// Part of the author's name, of the act or of the hash, with or without diacritics; empty finds all.
    pub text: String,
    /// Only from this day on.
    pub from: Option<Date>,
    /// Only until this day, which counts.
    pub until: Option<Date>,
    /// Only entries below this number: where the next page begins.
    pub before: Option<i64>,
}

/// An entry and who wrote it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The entry.
    pub line: EntryLine,
    /// Name of the account; the author's own word (`system`, `operator`) where it is none.
    pub author: String,
}

/// One page of entries, newest first.
#[derive(Clone, Debug, Default)]
pub struct EntryList {
    /// The entries.
    pub entries: Vec<Entry>,
    /// The number below which the next page begins; none on the last page.
    pub next_before: Option<i64>,
}

/// Entries shown on one page.
const PAGE: usize = 50;
/// Entries read at a time.
const READ_AT_ONCE: i64 = 500;

impl EntryQuery {
    fn wants(&self, entry: &Entry) -> bool {
        let day = Date::in_vietnam(entry.line.at);
        let wanted = fold(&self.text);
        let said = [entry.author.as_str(), entry.line.verb.as_str(), entry.line.hash.as_str()];
        self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
            && said.iter().any(|text| fold(text).contains(&wanted))
    }
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

    /// One page of the entries that a query finds.
    ///
    /// # Errors
    /// `Forbidden` when the role may not, or not over the whole territory; `Store` when the database does not answer.
    pub async fn audit_entries(&self, actor: &Actor, query: &EntryQuery) -> AppResult<EntryList> {
        actor.authorise_everywhere(&self.packs, Verb::VerifyChain)?;
        let (mut before, mut list) = (query.before.unwrap_or(i64::MAX), EntryList::default());
        loop {
            let lines = self.database.read().await?.entries_before(before, READ_AT_ONCE).await?;
            let Some(last) = lines.last() else { return Ok(list) };
            before = last.seq;
            let authors: BTreeSet<String> = lines.iter().map(|line| line.actor.clone()).collect();
            let names = self.display_names(actor, authors).await?;
            for line in lines {
                let author = names.get(&line.actor).unwrap_or(&line.actor).clone();
                let entry = Entry { line, author };
                if !query.wants(&entry) {
                    continue;
                }
                if list.entries.len() == PAGE {
                    list.next_before = list.entries.last().map(|entry| entry.line.seq);
                    return Ok(list);
                }
                list.entries.push(entry);
            }
        }
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
