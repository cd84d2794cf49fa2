//! The home page: the current plan in one view, its targets counted by band and by part of the plan.

use std::collections::BTreeMap;

use ansinh_domain::target::{Band, Evidence};
use ansinh_kernel::lang::Bilingual;
use ansinh_kernel::legal::ClauseId;
use ansinh_packs::plan::Plan;

use crate::context::App;
use crate::error::AppResult;

use super::standing::{Judged, Standing};

/// How many targets stand in each band, in the order of the bands; empty bands are left out.
pub type BandCounts = Vec<(Band, usize)>;

/// Of how many targets there are which figures, in the order of the words; what holds for none is left out.
pub type EvidenceCounts = Vec<(Evidence, usize)>;

/// A plan at a glance.
#[derive(Clone, Debug)]
pub struct Overview<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Its targets by the heading they stand under, in reading order.
    pub groups: Vec<GroupStanding<'a>>,
}

/// The targets under one heading.
#[derive(Clone, Debug)]
pub struct GroupStanding<'a> {
    /// The clause of the heading.
    pub clause: ClauseId,
    /// Its title.
    pub title: Option<&'a Bilingual>,
    /// Its targets in reading order.
    pub targets: Vec<Standing<'a>>,
}

impl GroupStanding<'_> {
    /// Bands by official figures.
    #[must_use]
    pub fn official(&self) -> BandCounts {
        count(self.targets.iter().map(|one| one.official.band()))
    }

    /// Of how many targets there are which official figures.
    #[must_use]
    pub fn evidence(&self) -> EvidenceCounts {
        tally(self.targets.iter().map(|one| (one.official.evidence(), 1)), Evidence::ALL)
    }

    /// Bands by illustrative figures, of the targets that have any.
    #[must_use]
    pub fn illustrative(&self) -> BandCounts {
        count(self.targets.iter().filter_map(|one| one.illustrative.as_ref()).map(Judged::band))
    }
}

impl Overview<'_> {
    /// How many targets there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups.iter().map(|group| group.targets.len()).sum()
    }

    /// Whether the plan has no targets.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many targets have these official figures.
    #[must_use]
    pub fn with(&self, evidence: Evidence) -> usize {
        self.evidence().into_iter().find(|(one, _)| *one == evidence).map_or(0, |(_, count)| count)
    }

    /// Of how many targets of the plan there are which official figures.
    #[must_use]
    pub fn evidence(&self) -> EvidenceCounts {
        tally(self.groups.iter().flat_map(GroupStanding::evidence), Evidence::ALL)
    }

    /// How the targets stood in the last year that could be judged, of those that lack the figure of the deadline.
    #[must_use]
    pub fn last_judged(&self) -> BandCounts {
        let standings = self.groups.iter().flat_map(|group| &group.targets);
        count(standings.filter_map(|one| one.official.last_judged()).map(|year| year.band))
    }

    /// Bands of the whole plan by official figures.
    #[must_use]
    pub fn official(&self) -> BandCounts {
        sum(self.groups.iter().flat_map(GroupStanding::official))
    }

    /// Bands of the whole plan by illustrative figures.
    #[must_use]
    pub fn illustrative(&self) -> BandCounts {
        sum(self.groups.iter().flat_map(GroupStanding::illustrative))
    }
}

impl App {
    /// The current plan at a glance.
    ///
    /// # Errors
    /// `NotFound` when the packs hold no plan; `Store` when the database does not answer.
    pub async fn overview(&self) -> AppResult<Overview<'_>> {
        let plan = self.current_plan()?;
        let mut read = self.database.read().await?;
        let standings = self.standings(&mut read, plan, &plan.targets.iter().collect::<Vec<_>>()).await?;
        Ok(Overview { plan, groups: by_heading(plan, standings) })
    }
}

/// Targets by the clause above theirs.
pub(crate) fn by_heading<'a>(plan: &'a Plan, standings: Vec<Standing<'a>>) -> Vec<GroupStanding<'a>> {
    let mut groups: BTreeMap<ClauseId, Vec<Standing<'a>>> = BTreeMap::new();
    for standing in standings {
        let clause = &standing.target.clause;
        let heading = clause.parent().unwrap_or_else(|| clause.clone());
        groups.entry(heading).or_default().push(standing);
    }
    groups
        .into_iter()
        .map(|(clause, targets)| GroupStanding { title: plan.clause_title(&clause), clause, targets })
        .collect()
}

fn count(bands: impl Iterator<Item = Band>) -> BandCounts {
    sum(bands.map(|band| (band, 1)))
}

fn sum(counts: impl Iterator<Item = (Band, usize)>) -> BandCounts {
    tally(counts, Band::ALL)
}

/// Adds up what is counted by word, in the order of the words; a word that nothing is counted by is left out.
fn tally<T: Copy + PartialEq>(counts: impl Iterator<Item = (T, usize)>, words: &[T]) -> Vec<(T, usize)> {
    let mut sums: Vec<(T, usize)> = words.iter().map(|word| (*word, 0)).collect();
    for (word, count) in counts {
        if let Some((_, sum)) = sums.iter_mut().find(|(one, _)| *one == word) {
            *sum += count;
        }
    }
    sums.retain(|(_, sum)| *sum > 0);
    sums
}
