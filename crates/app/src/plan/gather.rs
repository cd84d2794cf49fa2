//! Reading figures for the public: what the cells say now, with small numbers withheld, the coverage of sums, and the
//! boundaries a figure speaks of. A sum that the areas of its time do not make up is refused, with the reason.

use std::collections::{BTreeSet, HashMap};

use ansinh_domain::rollup::expected_cells;
use ansinh_domain::target::Coverage;
use ansinh_kernel::area::{AreaId, AreaLevel};
use ansinh_kernel::date::Year;
use ansinh_kernel::figure::{CellState, LegalStatus, Origin, Qualifier, Value};
use ansinh_kernel::id::BreakdownId;
use ansinh_kernel::lang::{Bilingual, Lang};
use ansinh_kernel::period::{Frequency, Period};
use ansinh_packs::area::{Restatable, RestateObstacle};
use ansinh_packs::indicator::{CollectedAt, Measure, Shape, TimeRollUp};
use ansinh_packs::publication::{PrintedDate, PublishedFigure, Source};
use ansinh_store::Read;
use ansinh_store::figure::{Cell, Current, Made, Request, Slice};

use crate::context::App;
use crate::error::{AppError, AppResult};

use super::disclosed::Disclosed;

/// Origins in the order in which they speak for a measure.
pub const ORIGINS: [Origin; 3] = [Origin::Reported, Origin::Published, Origin::Illustrative];

/// Years before the first plan that are looked at, so that a path has where it starts from.
const YEARS_BEFORE: i16 = 6;

/// Whose boundaries a figure speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Boundary {
    /// Of the area as it was in the period.
    Then,
    /// Of a later area: the sum of what was reported on its territory.
    Later,
}

/// One figure as the public sees it.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    /// What is counted.
    pub measure: &'a Measure,
    /// Where it comes from.
    pub origin: Origin,
    /// Which part, or the total.
    pub breakdown: BreakdownId,
    /// Where.
    pub area: AreaId,
    /// When.
    pub period: Period,
    /// What is shown: small numbers are withheld already.
    pub state: CellState,
    /// How exactly it is known.
    pub qualifier: Qualifier,
    /// Stated for the area, or summed from the areas in it.
    pub made: Made,
    /// How many of those asked stand behind it.
    pub coverage: Coverage,
    /// Whose boundaries.
    pub boundary: Boundary,
    /// Where it was printed.
    pub source: Option<&'a Source>,
    /// When it was counted, if that is not the end of the period.
    pub as_of: Option<PrintedDate>,
    /// How surely a printed figure was read.
    pub status: Option<LegalStatus>,
    /// The remark beside it.
    pub note: Option<Bilingual>,
}

impl Shown<'_> {
    /// The value, unless it is withheld or there is none.
    #[must_use]
    pub fn value(&self) -> Option<Value> {
        self.state.value()
    }

    /// Whether it must carry the label of made-up figures.
    #[must_use]
    pub fn is_illustrative(&self) -> bool {
        self.origin == Origin::Illustrative
    }

    /// The year it speaks of, unless it speaks of a longer or shorter time.
    #[must_use]
    pub fn year(&self) -> Option<Year> {
        match self.period {
            Period::Year(year) => Some(year),
            _ => None,
        }
    }

    /// Whether it is the whole, not one of the parts asked beside it.
    #[must_use]
    pub fn is_total(&self) -> bool {
        self.breakdown.is_total()
    }
}

/// A sum that cannot be shown for an area, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The period.
    pub period: Period,
    /// The area.
    pub area: AreaId,
    /// Why the units of that time do not make it up.
    pub obstacle: RestateObstacle,
}

/// What is wanted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ask<'a> {
    pub(crate) measures: Vec<&'a Measure>,
    pub(crate) periods: Vec<Period>,
    pub(crate) areas: Vec<AreaId>,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gathered<'a> {
    /// By measure in the order asked, origin, part, area, period.
    pub(crate) shown: Vec<Shown<'a>>,
    /// Each period, area and reason once.
    pub(crate) refused: Vec<Refused>,
}

/// What the areas say of themselves, asked once for all the figures of one answer: many measures are reported by the
/// same areas in the same periods.
#[derive(Debug, Default)]
struct Land {
    obstacles: HashMap<(AreaId, CollectedAt, Frequency, Period), Option<RestateObstacle>>,
    expected: HashMap<(AreaId, CollectedAt, Frequency, TimeRollUp, Period), usize>,
}

impl Land {
    fn obstacle(&mut self, app: &App, measure: &Measure, cell: &Cell) -> Option<RestateObstacle> {
        let key = (cell.area.clone(), measure.collected_at, measure.frequency, cell.period);
        self.obstacles.entry(key).or_insert_with(|| app.obstacle(measure, cell)).clone()
    }

    fn coverage(&mut self, app: &App, measure: &Measure, (cell, made): (&Cell, Made)) -> AppResult<Coverage> {
        let Made::RolledUp { reporters } = made else { return Ok(Coverage::Whole) };
        let key = (cell.area.clone(), measure.collected_at, measure.frequency, measure.per_time, cell.period);
        let count = || expected_cells(measure, &app.packs.areas, &cell.area, cell.period);
        let expected = *self.expected.entry(key).or_insert_with(count);
        let expected = i64::try_from(expected).map_err(|error| AppError::Broken(error.to_string()))?;
        Ok(Coverage::of(reporters, expected))
    }
}

impl App {
    /// Figures of these measures, periods and areas, as the public sees them.
    pub(crate) async fn gather<'a>(&'a self, read: &mut Read, ask: &Ask<'a>) -> AppResult<Gathered<'a>> {
        let wanted = |slice: &Slice| ask.measures.iter().any(|measure| measure.id == slice.measure);
        let slices: Vec<Slice> = read.slices().await?.into_iter().filter(wanted).collect();
        let request = Request { slices, periods: ask.periods.clone(), areas: ask.areas.clone() };
        let found = read.figures(&request).await?;
        let disclosed = self.disclosed(read, &found).await?;
        let mut gathered = Gathered::default();
        let mut land = Land::default();
        for current in found {
            match self.show(current, &disclosed, &mut land)? {
                Ok(shown) => gathered.shown.push(shown),
                Err(refused) if gathered.refused.contains(&refused) => {}
                Err(refused) => gathered.refused.push(refused),
            }
        }
        let rank = |measure: &Measure| ask.measures.iter().position(|one| one.id == measure.id);
        gathered.shown.sort_by(|a, b| {
            let key = |one: &Shown<'_>| {
                (rank(one.measure), origin_rank(one.origin), one.breakdown.clone(), one.area.clone(), one.period)
            };
            key(a).cmp(&key(b))
        });
        gathered.refused.sort_by(|a, b| (&a.area, a.period).cmp(&(&b.area, b.period)));
        Ok(gathered)
    }

    /// Periods worth asking for: every year from some years before the first plan until today, the parts of a year
    /// that any of the measures is asked in, the periods of plans, and whatever was published.
    pub(crate) fn periods_of(&self, measures: &[&Measure]) -> Vec<Period> {
        let mut periods = BTreeSet::new();
        let plans = self.packs.plans.iter().map(|plan| plan.period);
        let earliest = plans.clone().map(|period| period.first_year()).min().unwrap_or(self.today().year());
        let first = earliest.plus(-YEARS_BEFORE).unwrap_or(earliest);
        for year in first.through(self.today().year()) {
            let year = Period::Year(year);
            periods.insert(year);
            for frequency in [Frequency::Quarter, Frequency::Month] {
                if measures.iter().any(|measure| measure.frequency == frequency) {
                    periods.extend(year.parts(frequency));
                }
            }
        }
        periods.extend(plans);
        let known = |figure: &&PublishedFigure| measures.iter().any(|measure| measure.id == figure.measure);
        periods.extend(self.packs.publications.figures.iter().filter(known).map(|figure| figure.period));
        periods.into_iter().collect()
    }

    fn show<'a>(
        &'a self,
        current: Current,
        disclosed: &Disclosed,
        land: &mut Land,
    ) -> AppResult<Result<Shown<'a>, Refused>> {
        let Current { cell, statement, made } = current;
        let measure = crate::figure::measure_of(&self.packs, &cell.slice.measure)?;
        if let Made::RolledUp { .. } = made
            && let Some(obstacle) = land.obstacle(self, measure, &cell)
        {
            return Ok(Err(Refused { period: cell.period, area: cell.area, obstacle }));
        }
        let printed = self.printed(&cell, statement.state);
        let exists = self.packs.areas.version_on(&cell.area, cell.period.last_day()).is_some();
        let state = if disclosed.hides(&cell) || self.is_sensitive_there(measure, &cell) {
            hidden(statement.state)
        } else {
            statement.state
        };
        Ok(Ok(Shown {
            measure,
            origin: cell.slice.origin,
            state,
            qualifier: statement.qualifier,
            made,
            coverage: land.coverage(self, measure, (&cell, made))?,
            boundary: if exists { Boundary::Then } else { Boundary::Later },
            source: statement.source.as_ref().and_then(|id| self.packs.publications.source(id)),
            as_of: statement.as_of.as_deref().and_then(|text| text.parse().ok()),
            status: printed.map(|figure| figure.status),
            note: note(statement.note, printed),
            breakdown: cell.slice.breakdown,
            area: cell.area,
            period: cell.period,
        }))
    }

    /// Why the reports of the period do not make up this area; none when they do.
    pub(crate) fn obstacle(&self, measure: &Measure, cell: &Cell) -> Option<RestateObstacle> {
        let level = level_of(measure.collected_at)?;
        match self.packs.areas.restatable(&cell.area, level, &last_part(measure, cell.period)) {
            Restatable::Yes => None,
            Restatable::Partial(obstacle) => Some(obstacle),
        }
    }

    /// Sensitive measures are shown for whole provinces and the nation only, and for the groups that stand for one.
    fn is_sensitive_there(&self, measure: &Measure, cell: &Cell) -> bool {
        if !measure.sensitive || cell.slice.origin == Origin::Published {
            return false;
        }
        match cell.area.level() {
            AreaLevel::Nation | AreaLevel::Province => false,
            AreaLevel::District | AreaLevel::Commune => true,
            AreaLevel::Group => {
                let continued = self.packs.areas.predecessors(&cell.area);
                !continued.iter().any(|succession| succession.from.level() == AreaLevel::Province)
            }
        }
    }

    /// The row of the publications that a published cell says now: of several, the last that says the same.
    fn printed(&self, cell: &Cell, state: CellState) -> Option<&PublishedFigure> {
        if cell.slice.origin != Origin::Published {
            return None;
        }
        let same = |figure: &&PublishedFigure| {
            figure.area == cell.area
                && figure.period == cell.period
                && figure.breakdown == cell.slice.breakdown
                && state == CellState::Value(figure.value)
        };
        self.packs.publications.figures_of(&cell.slice.measure).filter(same).last()
    }
}

/// The level of the areas that answer for a measure; none when only publications have it.
pub(crate) fn level_of(collected_at: CollectedAt) -> Option<AreaLevel> {
    match collected_at {
        CollectedAt::Commune => Some(AreaLevel::Commune),
        CollectedAt::District => Some(AreaLevel::District),
        CollectedAt::Province => Some(AreaLevel::Province),
        CollectedAt::Nation => Some(AreaLevel::Nation),
        CollectedAt::Published => None,
    }
}

/// For a sum over several periods, the last of them: its areas are the ones that answered last.
fn last_part(measure: &Measure, period: Period) -> Period {
    if period.frequency() == Some(measure.frequency) {
        return period;
    }
    period.parts(measure.frequency).into_iter().next_back().unwrap_or(period)
}

/// A value that must not be shown; whatever is no value can be said.
fn hidden(state: CellState) -> CellState {
    match state {
        CellState::Value(_) => CellState::Withheld,
        other => other,
    }
}

/// Only counts and shares of people can be small; a percentage as printed counts nobody.
pub(crate) fn counts_people(measure: &Measure) -> bool {
    measure.people && matches!(measure.shape, Shape::Count | Shape::Ratio)
}

fn note(kept: Option<String>, printed: Option<&PublishedFigure>) -> Option<Bilingual> {
    let both = printed.and_then(|figure| figure.note.clone());
    let same = |both: &Bilingual| kept.as_deref().is_none_or(|kept| kept == both.get(Lang::Vi));
    both.filter(same).or_else(|| kept.map(|text| Bilingual::new(text.clone(), text)))
}

pub(crate) fn origin_rank(origin: Origin) -> usize {
    ORIGINS.iter().position(|one| *one == origin).unwrap_or(ORIGINS.len())
}
