//! The work list: what is asked of me, how much of it is there, when it is due and what is late; the
//! sheets that wait for me to accept them, and those that came back to me.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_domain::round::{self, Timeliness};
use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_kernel::date::Date;
use ansinh_kernel::id::AgencyId;
use ansinh_kernel::period::Period;
use ansinh_packs::indicator::Measure;
use ansinh_store::Read;
use ansinh_store::account::Grant;
use ansinh_store::figure::{Made, Request, Slice};
use ansinh_store::sheet::{Sheet, SheetState};

use super::SheetKey;
use super::asking::{asked_areas, asking_agency, level_asked};
use crate::access::{Actor, Scope, Verb};
use crate::context::App;
use crate::error::{AppError, AppResult};

/// One line of the work list: what an agency asks of the areas in mine for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkItem {
    /// My area.
    pub area: AreaId,
    /// Level of the areas that are asked.
    pub level: AreaLevel,
    /// Period asked about.
    pub period: Period,
    /// Agency that asks.
    pub agency: AgencyId,
    /// When it is due.
    pub due_on: Date,
    /// How that stands today.
    pub timeliness: Timeliness,
    /// Figures asked for.
    pub asked: i64,
    /// Figures accepted.
    pub stated: i64,
    /// Areas that are asked.
    pub reporters: usize,
}

impl WorkItem {
    /// True when nothing is missing.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.stated >= self.asked
    }
}

/// A sheet that waits for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingSheet {
    /// Which sheet.
    pub key: SheetKey,
    /// Where it is in its life.
    pub state: SheetState,
    /// Since when.
    pub since: ansinh_kernel::date::Instant,
}

/// Everything on one's work list.
#[derive(Clone, Debug, Default)]
pub struct WorkList {
    /// What is asked, the most urgent first.
    pub items: Vec<WorkItem>,
    /// Sheets waiting to be accepted by me.
    pub to_review: Vec<WaitingSheet>,
    /// Sheets returned to me.
    pub returned: Vec<WaitingSheet>,
}

/// One area of a work item and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReporterLine {
    /// Its sheet.
    pub key: SheetKey,
    /// Figures asked of it.
    pub asked: i64,
    /// Figures it has.
    pub stated: i64,
    /// Where its sheet is; none before anything was typed.
    pub state: Option<SheetState>,
}

/// Waiting sheets shown at most.
const MOST_WAITING: i64 = 200;
/// Sheets of one period and agency read at most: more than any province has communes, twice.
const MOST_SHEETS: i64 = 1000;

/// Who asks whom about when.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct OpenRound {
    agency: AgencyId,
    level: AreaLevel,
    period: Period,
}

impl App {
    /// The work list of somebody signed in.
    ///
    /// # Errors
    /// `Forbidden` when no role of theirs has one.
    pub async fn work_list(&self, actor: &Actor) -> AppResult<WorkList> {
        actor.authorise_somewhere(Verb::SeeWorkList)?;
        let mut read = self.database.read().await?;
        let mut list = WorkList::default();
        for grant in actor.grants_for(Verb::SeeWorkList) {
            list.items.extend(self.items_of(&mut read, actor, grant).await?);
        }
        list.items.sort_by_key(|item| (item.is_complete(), item.due_on, item.agency.clone(), item.level));
        list.items.dedup();
        let agencies: BTreeSet<AgencyId> = self.agencies_that_ask();
        for agency in &agencies {
            list.to_review
                .extend(self.waiting(&mut read, actor, agency, SheetState::Submitted, Verb::ReviewFigures).await?);
            list.returned
                .extend(self.waiting(&mut read, actor, agency, SheetState::Returned, Verb::EnterFigures).await?);
        }
        Ok(list)
    }

    /// What is asked of all areas in one area, whatever one's grants: for the leader's page.
    pub(crate) async fn items_in(&self, read: &mut Read, area: &AreaId) -> AppResult<Vec<WorkItem>> {
        let mut items = Vec::new();
        for (round, measures) in self.open_rounds() {
            items.extend(self.item(read, area, &round, &measures).await?);
        }
        Ok(items)
    }

    async fn items_of(&self, read: &mut Read, actor: &Actor, grant: &Grant) -> AppResult<Vec<WorkItem>> {
        let mut items = Vec::new();
        for (round, measures) in self.open_rounds() {
            let scope = Scope { area: &grant.area, agency: Some(&round.agency) };
            if actor.may(&self.packs, Verb::SeeSheet, scope) {
                items.extend(self.item(read, &grant.area, &round, &measures).await?);
            }
        }
        Ok(items)
    }

    /// Measures whose round has opened.
    fn open_rounds(&self) -> BTreeMap<OpenRound, Vec<&Measure>> {
        let today = self.today();
        let mut rounds: BTreeMap<_, Vec<&Measure>> = BTreeMap::new();
        for measure in self.packs.indicators.measures() {
            let (Some(level), Some(agency)) = (level_asked(measure), asking_agency(&self.packs, measure, today)) else {
                continue;
            };
            for round in round::rounds(measure, today).into_iter().filter(|round| round.opens_on <= today) {
                rounds
                    .entry(OpenRound { agency: agency.clone(), level, period: round.period })
                    .or_default()
                    .push(measure);
            }
        }
        rounds
    }

    /// Agencies that ask for figures today.
    #[must_use]
    pub fn agencies_that_ask(&self) -> BTreeSet<AgencyId> {
        let today = self.today();
        self.packs.indicators.measures().filter_map(|measure| asking_agency(&self.packs, measure, today)).collect()
    }

    async fn item(
        &self,
        read: &mut Read,
        area: &AreaId,
        open: &OpenRound,
        measures: &[&Measure],
    ) -> AppResult<Option<WorkItem>> {
        let OpenRound { agency, level, period } = open.clone();
        let reporters = asked_areas(&self.packs, area, level, &period);
        let first = measures
            .first()
            .and_then(|measure| round::rounds(measure, self.today()).into_iter().find(|round| round.period == period));
        let (Some(round), false) = (first, reporters.is_empty()) else { return Ok(None) };
        let asked = i64::try_from(reporters.len() * measures.len()).unwrap_or(i64::MAX);
        let (count, stated) = (reporters.len(), self.stated_by(read, reporters, period, measures).await?);
        let (due_on, timeliness) = (round.due_on, round.timeliness);
        let item =
            WorkItem { area: area.clone(), level, period, agency, due_on, timeliness, asked, stated, reporters: count };
        Ok(Some(item))
    }

    /// How many cells of these areas are answered: with a figure, or with "does not apply".
    async fn stated_by(
        &self,
        read: &mut Read,
        areas: Vec<AreaId>,
        period: Period,
        measures: &[&Measure],
    ) -> AppResult<i64> {
        let answered =
            read.answered(&Request { slices: self.totals_of(measures), periods: vec![period], areas }).await?;
        Ok(answered.values().sum())
    }

    fn totals_of(&self, measures: &[&Measure]) -> Vec<Slice> {
        let total = |measure: &&Measure| Slice::total(measure.id.clone(), self.instance.origin());
        measures.iter().map(total).collect()
    }

    async fn waiting(
        &self,
        read: &mut Read,
        actor: &Actor,
        agency: &AgencyId,
        state: SheetState,
        verb: Verb,
    ) -> AppResult<Vec<WaitingSheet>> {
        if !actor.may_somewhere(verb) {
            return Ok(Vec::new());
        }
        let sheets = read.sheets_in_state(state, agency, MOST_WAITING).await?;
        let mine =
            |sheet: &Sheet| actor.may(&self.packs, verb, Scope { area: &sheet.area, agency: Some(&sheet.agency) });
        Ok(sheets.into_iter().filter(mine).map(waiting_sheet).collect())
    }

    /// The areas of a work item, each with how far it is, those that lack most first.
    ///
    /// # Errors
    /// `NotFound` when the person may not see the area, or nothing is asked there.
    pub async fn reporters(&self, actor: &Actor, key: &SheetKey, level: AreaLevel) -> AppResult<Vec<ReporterLine>> {
        self.authorise_sheet(actor, key, Verb::SeeSheet)?;
        let rounds = self.open_rounds();
        let round = OpenRound { agency: key.agency.clone(), level, period: key.period };
        let measures = rounds.get(&round).ok_or(AppError::NotFound)?;
        let areas = asked_areas(&self.packs, &key.area, level, &key.period);
        let mut read = self.database.read().await?;
        let found = read
            .figures(&Request { slices: self.totals_of(measures), periods: vec![key.period], areas: areas.clone() })
            .await?;
        let mut stated: BTreeMap<AreaId, i64> = BTreeMap::new();
        for current in found.into_iter().filter(|current| matches!(current.made, Made::Stated { .. })) {
            *stated.entry(current.cell.area).or_default() += 1;
        }
        let sheets: BTreeMap<AreaId, SheetState> = read
            .sheets_of_period(&key.period, &key.agency, MOST_SHEETS)
            .await?
            .into_iter()
            .map(|sheet| (sheet.area, sheet.state))
            .collect();
        let asked = i64::try_from(measures.len()).unwrap_or(i64::MAX);
        let line = |area: AreaId| ReporterLine {
            asked,
            stated: stated.get(&area).copied().unwrap_or(0),
            state: sheets.get(&area).copied(),
            key: SheetKey { area, period: key.period, agency: key.agency.clone() },
        };
        let mut lines: Vec<ReporterLine> = areas.into_iter().map(line).collect();
        lines.sort_by_key(|line| (line.stated, line.key.area.clone()));
        Ok(lines)
    }
}

fn waiting_sheet(sheet: Sheet) -> WaitingSheet {
    let key = SheetKey { area: sheet.area, period: sheet.period, agency: sheet.agency };
    WaitingSheet { key, state: sheet.state, since: sheet.changed_at }
}
