//! The leader's page: how the plan stands, which targets are behind or heading for a miss, which have no figures, and
//! who has not reported. Read in a minute; every line leads on.

use ansinh_domain::round::Timeliness;
use ansinh_domain::target::{Band, Evidence, HeadlineState};

use crate::access::{Actor, Scope, Verb};
use crate::context::App;
use crate::error::AppResult;
use crate::plan::{Judged, Overview, Standing};
use crate::sheet::WorkItem;

/// What a leader sees first.
#[derive(Clone, Debug)]
pub struct LeaderPage<'a> {
    /// The current plan with all its targets.
    pub overview: Overview<'a>,
    /// Targets missed or behind.
    pub behind: Vec<Concern<'a>>,
    /// Targets that will be missed at the pace so far, though today they are not behind.
    pub heading_for_miss: Vec<Concern<'a>>,
    /// Targets without an official figure of any year.
    pub without_figures: Vec<Standing<'a>>,
    /// Targets whose deadline has passed without its figure, though there are official figures of other years.
    pub without_deadline_figure: Vec<Standing<'a>>,
    /// What was asked, is late and not all there; what fell due last first.
    pub silent: Vec<Silence>,
}

/// A target to look at, by one kind of figures.
#[derive(Clone, Debug)]
pub struct Concern<'a> {
    /// The target.
    pub standing: Standing<'a>,
    /// The judgement that worries: official or illustrative.
    pub judged: Judged<'a>,
}

/// Figures asked for and not given in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// What was asked, of whom.
    pub item: WorkItem,
    /// Days since it was due.
    pub days_late: i64,
    /// Figures still missing.
    pub missing: i64,
}

impl App {
    /// The leader's page for the areas of whoever asks.
    ///
    /// # Errors
    /// `Forbidden` when the role has no such page; `NotFound` when the packs hold no plan; `Store` when the database
    /// does not answer.
    pub async fn leader_page(&self, actor: &Actor) -> AppResult<LeaderPage<'_>> {
        actor.authorise_somewhere(Verb::SeeOverview)?;
        let overview = self.overview().await?;
        let standings = || overview.groups.iter().flat_map(|group| &group.targets);
        let concerns =
            |worries: fn(&Judged<'_>) -> bool| standings().flat_map(|one| concerns_of(one, worries)).collect();
        let with = |evidence: Evidence| {
            standings().filter(|one| one.official.evidence() == evidence).cloned().collect::<Vec<_>>()
        };
        Ok(LeaderPage {
            behind: concerns(is_behind),
            heading_for_miss: concerns(is_heading_for_miss),
            without_figures: with(Evidence::Nothing),
            without_deadline_figure: with(Evidence::NotAtDeadline),
            silent: self.silent(actor).await?,
            overview,
        })
    }

    async fn silent(&self, actor: &Actor) -> AppResult<Vec<Silence>> {
        let mut read = self.database.read().await?;
        let mut silent: Vec<Silence> = Vec::new();
        for grant in actor.grants_for(Verb::SeeOverview) {
            let items = self.items_in(&mut read, &grant.area).await?;
            let concerns = |item: &WorkItem| {
                actor.may(&self.packs, Verb::SeeOverview, Scope { area: &item.area, agency: Some(&item.agency) })
            };
            silent.extend(items.into_iter().filter(concerns).filter_map(silence));
        }
        silent.sort_by_key(|one| (one.days_late, one.item.agency.clone(), one.item.level, one.item.area.clone()));
        silent.dedup();
        Ok(silent)
    }
}

fn silence(item: WorkItem) -> Option<Silence> {
    let missing = item.asked - item.stated;
    match item.timeliness {
        Timeliness::Late { days_late } if missing > 0 => Some(Silence { days_late, missing, item }),
        _ => None,
    }
}

fn concerns_of<'a>(standing: &Standing<'a>, worries: fn(&Judged<'_>) -> bool) -> Vec<Concern<'a>> {
    let all = std::iter::once(&standing.official).chain(&standing.illustrative);
    all.filter(|judged| worries(judged))
        .map(|judged| Concern { standing: standing.clone(), judged: judged.clone() })
        .collect()
}

fn is_behind(judged: &Judged<'_>) -> bool {
    matches!(judged.band(), Band::Missed | Band::Worsening | Band::OffTrack | Band::Slow)
}

/// The forecast says no, and the deadline has not spoken yet.
fn is_heading_for_miss(judged: &Judged<'_>) -> bool {
    let headline = &judged.judgement.headline;
    let is_open = !matches!(headline.state, HeadlineState::AtDeadline) && !is_behind(judged);
    is_open && judged.judgement.forecast.as_ref().is_some_and(|forecast| !forecast.would_meet)
}
