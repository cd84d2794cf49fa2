//! A plan as one tree by clause: objectives and headings, tasks, assignments, and the targets and aims they state.

use std::collections::BTreeMap;

use ansinh_domain::target::Evidence;
use ansinh_kernel::id::PlanId;
use ansinh_kernel::lang::Bilingual;
use ansinh_kernel::legal::ClauseId;
use ansinh_packs::document::LegalDocument;
use ansinh_packs::plan::{Plan, PlanParent};
use ansinh_packs::target::Aim;

use crate::context::App;
use crate::error::AppResult;

use super::standing::Standing;

/// One clause in the tree.
#[derive(Clone, Debug)]
pub struct PlanNode<'a> {
    /// The clause.
    pub clause: &'a ClauseId,
    /// Its title.
    pub title: &'a Bilingual,
    /// How deep it lies, from 1.
    pub depth: usize,
    /// Targets it states, with how they stand.
    pub targets: Vec<Standing<'a>>,
    /// Aims it states.
    pub aims: Vec<&'a Aim>,
}

/// A plan.
#[derive(Clone, Debug)]
pub struct PlanPage<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The documents it carries out, with what is known of them.
    pub parents: Vec<(&'a PlanParent, Option<&'a LegalDocument>)>,
    /// Every clause in reading order.
    pub tree: Vec<PlanNode<'a>>,
    /// The plan that follows it.
    pub successor: Option<&'a Plan>,
}

impl PlanPage<'_> {
    /// How many of its targets have these official figures.
    #[must_use]
    pub fn with(&self, evidence: Evidence) -> usize {
        let targets = self.tree.iter().flat_map(|node| &node.targets);
        targets.filter(|one| one.official.evidence() == evidence).count()
    }
}

impl App {
    /// Every plan, the current one first.
    pub fn list_plans(&self) -> Vec<&Plan> {
        self.plans_in_order()
    }

    /// A plan with its tree.
    ///
    /// # Errors
    /// `NotFound` when there is no such plan; `Store` when the database does not answer.
    pub async fn read_plan(&self, id: &PlanId) -> AppResult<PlanPage<'_>> {
        let plan = self.plan_of(id)?;
        let mut read = self.database.read().await?;
        let standings = self.standings(&mut read, plan, &plan.targets.iter().collect::<Vec<_>>()).await?;
        let parents = plan.parents.iter().map(|parent| (parent, self.packs.documents.get(&parent.document))).collect();
        let successor = plan.successor.as_ref().and_then(|id| self.packs.plan(id));
        Ok(PlanPage { plan, parents, tree: tree(plan, standings), successor })
    }

    /// A plan by itself, for pages that show its assignments.
    ///
    /// # Errors
    /// `NotFound` when there is no such plan.
    pub fn read_assignments(&self, id: &PlanId) -> AppResult<&Plan> {
        self.plan_of(id)
    }
}

fn tree<'a>(plan: &'a Plan, standings: Vec<Standing<'a>>) -> Vec<PlanNode<'a>> {
    let headings = plan.objectives.iter().map(|one| (&one.clause, &one.title));
    let tasks = plan.tasks.iter().map(|one| (&one.clause, &one.title));
    let assignments = plan.assignments.iter().map(|one| (&one.clause, &one.title));
    let titles: BTreeMap<&ClauseId, &Bilingual> = assignments.chain(tasks).chain(headings).collect();
    let mut stated: BTreeMap<&ClauseId, Vec<Standing<'a>>> = BTreeMap::new();
    for standing in standings {
        stated.entry(&standing.target.clause).or_default().push(standing);
    }
    let node = |(clause, title): (&'a ClauseId, &'a Bilingual)| PlanNode {
        clause,
        title,
        depth: clause.depth(),
        targets: stated.remove(clause).unwrap_or_default(),
        aims: plan.aims.iter().filter(|aim| &aim.clause == clause).collect(),
    };
    titles.into_iter().map(node).collect()
}
