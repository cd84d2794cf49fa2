//! One figure over the areas of a territory: its districts and communes as they were in the period, or today's
//! communes and the groups that former districts live on as, each as the sum of what was reported on its land.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_kernel::date::{Date, Year};
use ansinh_kernel::figure::{CellState, Origin};
use ansinh_kernel::period::Period;
use ansinh_kernel::text::CollationKey;
use ansinh_packs::area::{Area, RestateObstacle, SuccessionKind};
use ansinh_packs::indicator::{CollectedAt, Measure};
use ansinh_packs::tile::Tile;
use ansinh_store::Read;

use crate::context::App;
use crate::error::AppResult;

use super::gather::{Ask, Gathered, ORIGINS, Shown, level_of, origin_rank};

ansinh_kernel::words! {
    /// Which areas a map shows.
    pub enum MapAreas: "loại địa bàn trên bản đồ" {
        /// Districts as they were in the period.
        Districts = "districts", "cấp huyện khi đó", "districts of that time";
        /// Communes as they were in the period.
        Communes = "communes", "cấp xã khi đó", "communes of that time";
        /// Groups that former districts live on as.
        Groups = "groups", "huyện cũ, theo địa giới hôm nay", "former districts, by today's boundaries";
        /// Today's communes.
        CommunesToday = "communes-today", "cấp xã hôm nay", "today's communes";
    }
}

/// What is asked of a map; what is not said is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapAsk {
    /// Which areas.
    pub areas: Option<MapAreas>,
    /// Which year.
    pub year: Option<Year>,
    /// Which origin.
    pub origin: Option<Origin>,
    /// The year shown when none is chosen, or the last before it: the deadline of what the page is about.
    pub until: Option<Year>,
}

impl MapAsk {
    /// The same, with the year that is shown when none is chosen.
    pub(crate) fn until(&self, year: Year) -> Self {
        Self { until: Some(year), ..self.clone() }
    }
}

/// One figure over the areas of a territory.
#[derive(Clone, Debug)]
pub struct MapView<'a> {
    /// What is counted.
    pub measure: &'a Measure,
    /// Where the figures come from.
    pub origin: Origin,
    /// When.
    pub period: Period,
    /// Which areas.
    pub areas: MapAreas,
    /// The areas in the order of their names.
    pub cells: Vec<MapCell<'a>>,
    /// Years to choose from.
    pub years: Vec<Year>,
    /// Origins to choose from.
    pub origins: Vec<Origin>,
    /// Areas to choose from.
    pub choices: Vec<MapAreas>,
}

impl MapView<'_> {
    /// Whether it shows this year.
    #[must_use]
    pub fn is_year(&self, year: &Year) -> bool {
        self.period == Period::Year(*year)
    }
}

/// One area of a map.
#[derive(Clone, Debug)]
pub struct MapCell<'a> {
    /// The area.
    pub area: &'a Area,
    /// The day whose name it bears.
    pub named_on: Date,
    /// Column and row of its tile, where there is a tile map of all areas.
    pub tile: Option<(u16, u16)>,
    /// Its figure.
    pub shown: Option<Shown<'a>>,
    /// Why there is none.
    pub absent: CellState,
    /// Why a sum cannot be made for it.
    pub obstacle: Option<RestateObstacle>,
}

/// What a map shows of each area.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Theme<'a> {
    pub(crate) measure: &'a Measure,
    pub(crate) origin: Origin,
    pub(crate) period: Period,
}

/// A measure and an origin with the years that have figures somewhere, and how many figures they have.
struct Known<'a> {
    measure: &'a Measure,
    origin: Origin,
    years: BTreeSet<Year>,
    figures: usize,
}

/// By origin, then measure, in their order.
type Choices<'a> = BTreeMap<(usize, usize), Known<'a>>;

/// The origin that knows most, the more official of equals.
fn richest(choices: &Choices<'_>) -> Option<Origin> {
    let known = |origin: &Origin| choices.values().filter(|one| one.origin == *origin).map(|one| one.figures).max();
    let ranked = ORIGINS.into_iter().rev().filter_map(|origin| Some((known(&origin)?, origin)));
    ranked.max_by_key(|(figures, _)| *figures).map(|(_, origin)| origin)
}

impl App {
    /// The map of a territory, for the first of these measures that has figures below its level; none otherwise.
    pub(crate) async fn map<'a>(
        &'a self,
        read: &mut Read,
        area: &'a AreaId,
        measures: &[&'a Measure],
        ask: &MapAsk,
    ) -> AppResult<Option<MapView<'a>>> {
        let measures: Vec<&Measure> = measures.iter().copied().filter(|measure| has_parts(measure)).collect();
        if measures.is_empty() {
            return Ok(None);
        }
        let choices = self.choices(read, area, &measures).await?;
        let origins: Vec<Origin> =
            ORIGINS.into_iter().filter(|origin| choices.values().any(|one| one.origin == *origin)).collect();
        let wanted = ask.origin.filter(|origin| origins.contains(origin)).or(richest(&choices));
        let Some(Known { measure, origin, years, .. }) = choices.values().find(|one| Some(one.origin) == wanted) else {
            return Ok(None);
        };
        let until = ask.until.and_then(|until| years.range(..=until).next_back());
        let year = ask.year.filter(|year| years.contains(year)).or(until.or(years.last()).copied());
        let Some(period) = year.map(Period::Year) else { return Ok(None) };
        let possible = self.possible(area, measure, &period);
        let areas = ask.areas.filter(|areas| possible.contains(areas)).or(possible.first().copied());
        let Some(areas) = areas else { return Ok(None) };
        let ids = self.areas_shown(area, areas, &period);
        let named_on = match areas {
            MapAreas::Districts | MapAreas::Communes => period.last_day(),
            MapAreas::Groups | MapAreas::CommunesToday => self.today(),
        };
        let cells = self.cells(read, &ids, Theme { measure, origin: *origin, period }, named_on).await?;
        Ok(Some(MapView {
            measure,
            origin: *origin,
            period,
            areas,
            cells,
            years: years.iter().copied().collect(),
            origins,
            choices: possible,
        }))
    }

    /// Years with figures, looked for in the districts and groups, which are few.
    async fn choices<'a>(&'a self, read: &mut Read, area: &AreaId, measures: &[&'a Measure]) -> AppResult<Choices<'a>> {
        let mut areas: BTreeSet<AreaId> = BTreeSet::new();
        for own in self.with_group(area) {
            let few = |id: &&AreaId| matches!(id.level(), AreaLevel::District | AreaLevel::Group);
            areas.extend(self.packs.areas.members(&own).iter().filter(few).cloned());
            let districts = self.packs.areas.members(&own).iter();
            areas.extend(districts.filter_map(|id| self.packs.areas.continued_as(id)).cloned());
        }
        let ask =
            Ask { measures: measures.to_vec(), periods: self.periods_of(measures), areas: areas.into_iter().collect() };
        let mut choices: Choices<'a> = BTreeMap::new();
        for shown in self.gather(read, &ask).await?.shown {
            let (Some(year), true) = (shown.year(), shown.is_total()) else { continue };
            let rank = measures.iter().position(|one| one.id == shown.measure.id).unwrap_or(measures.len());
            let key = (origin_rank(shown.origin), rank);
            let new = || Known { measure: shown.measure, origin: shown.origin, years: BTreeSet::new(), figures: 0 };
            let known = choices.entry(key).or_insert_with(new);
            known.years.insert(year);
            known.figures += 1;
        }
        Ok(choices)
    }

    fn possible(&self, area: &AreaId, measure: &Measure, period: &Period) -> Vec<MapAreas> {
        let has = |areas: &MapAreas| !self.areas_shown(area, *areas, period).is_empty();
        let reaches =
            |areas: &MapAreas| level_of(measure.collected_at) != Some(AreaLevel::District) || !is_communes(*areas);
        MapAreas::ALL.iter().copied().filter(reaches).filter(|areas| has(areas)).collect()
    }

    /// The areas a map shows.
    fn areas_shown<'a>(&'a self, area: &'a AreaId, areas: MapAreas, period: &Period) -> Vec<&'a AreaId> {
        let tree = &self.packs.areas;
        let then = self.standing_for(area, period);
        let today = Period::from(self.today().month());
        let now = self.standing_for(area, &today);
        match areas {
            MapAreas::Districts => tree.reporters(then, AreaLevel::District, period),
            MapAreas::Communes => tree.reporters(then, AreaLevel::Commune, period),
            MapAreas::CommunesToday => tree.reporters(now, AreaLevel::Commune, &today),
            MapAreas::Groups => {
                let districts = tree.members(area).iter().filter(|id| id.level() == AreaLevel::District);
                let mut groups: Vec<&AreaId> = districts.filter_map(|id| tree.continued_as(id)).collect();
                groups.sort();
                groups.dedup();
                groups
            }
        }
    }

    /// The figures of some areas, each with its tile, in the order of their names.
    pub(crate) async fn cells<'a>(
        &'a self,
        read: &mut Read,
        ids: &[&'a AreaId],
        theme: Theme<'a>,
        named_on: Date,
    ) -> AppResult<Vec<MapCell<'a>>> {
        let Theme { measure, origin, period } = theme;
        let areas = ids.iter().map(|id| (*id).clone()).collect();
        let ask = Ask { measures: vec![measure], periods: vec![period], areas };
        let Gathered { shown, refused } = self.gather(read, &ask).await?;
        let mut by_area: BTreeMap<AreaId, Shown<'a>> = shown
            .into_iter()
            .filter(|one| one.origin == origin && one.is_total())
            .map(|one| (one.area.clone(), one))
            .collect();
        let tiles = self.tiles_of(ids);
        let cell = |id: &&'a AreaId| {
            let area = self.packs.areas.get(id)?;
            Some(MapCell {
                area,
                named_on,
                tile: tiles.get(*id).map(|tile| (tile.column, tile.row)),
                shown: by_area.remove(*id),
                absent: self.absent(measure, id, &period),
                obstacle: refused.iter().find(|one| &one.area == *id).map(|one| one.obstacle.clone()),
            })
        };
        let mut cells: Vec<MapCell<'a>> = ids.iter().filter_map(cell).collect();
        cells.sort_by_cached_key(|cell| CollationKey::of(&name_on(cell.area, named_on)));
        Ok(cells)
    }

    /// A tile for each area; a group stands where its district stood. Empty when no map shows all.
    pub(crate) fn tiles_of<'a>(&'a self, ids: &[&'a AreaId]) -> BTreeMap<&'a AreaId, &'a Tile> {
        let stands_for = |id: &'a AreaId| {
            let before = self.packs.areas.predecessors(id);
            let continued = before.into_iter().find(|one| one.kind == SuccessionKind::ContinueAsGroup);
            continued.map_or(id, |succession| &succession.from)
        };
        let drawn: Vec<&AreaId> = ids.iter().map(|id| stands_for(id)).collect();
        let Some((_, tiles)) = self.packs.tiles.showing(&drawn).filter(|_| !ids.is_empty()) else {
            return BTreeMap::new();
        };
        let tile = |id: &&'a AreaId| Some((*id, tiles.iter().find(|tile| &tile.area == stands_for(id))?));
        ids.iter().filter_map(tile).collect()
    }

    /// Why there is no figure: its time has not come, it cannot exist, or it is missing.
    pub(crate) fn absent(&self, measure: &Measure, area: &AreaId, period: &Period) -> CellState {
        let collected = measure.collected_at == CollectedAt::Published || measure.is_collected_in(period.first_year());
        let ended = self
            .packs
            .areas
            .get(area)
            .and_then(|area| area.latest().valid.to())
            .is_some_and(|end| end <= period.first_day());
        if ended || !collected {
            CellState::NotApplicable
        } else if period.last_day() >= self.today() {
            CellState::NotYetDue
        } else {
            CellState::Missing
        }
    }
}

/// Name of an area without its type word, for ordering.
pub(crate) fn name_on(area: &Area, date: Date) -> String {
    area.version_on(date).unwrap_or_else(|| area.latest()).name.clone()
}

fn has_parts(measure: &Measure) -> bool {
    matches!(measure.collected_at, CollectedAt::Commune | CollectedAt::District | CollectedAt::Published)
}

fn is_communes(areas: MapAreas) -> bool {
    matches!(areas, MapAreas::Communes | MapAreas::CommunesToday)
}
