//! Which of the figures found must not be shown. The domain decides from the cells of all who reported, so these are
//! read here for every slice and period of which something is about to be shown, and the decision kept until an
//! acceptance touches them.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use ansinh_domain::disclosure::{SMALLEST_SHOWN, View, Withheld, over_time, withhold_beside};
use ansinh_kernel::area::AreaId;
use ansinh_kernel::figure::{Origin, Value};
use ansinh_kernel::period::Period;
use ansinh_packs::indicator::Measure;
use ansinh_store::Read;
use ansinh_store::figure::{Cell, Current, Made, Request, Slice};

use crate::context::App;
use crate::error::AppResult;

use super::gather::{counts_people, level_of};
use super::kept::Part;

/// The withheld areas of each slice and period; those without any are left out.
#[derive(Debug, Default)]
pub(crate) struct Disclosed {
    withheld: HashMap<(Slice, Period), Withheld>,
}

/// What one area reported: numerator and denominator, or a count twice.
type Reports = BTreeMap<AreaId, (i64, i64)>;

impl Disclosed {
    /// Whether the figure of this cell must not be shown.
    pub(crate) fn hides(&self, cell: &Cell) -> bool {
        let withheld = self.withheld.get(&(cell.slice.clone(), cell.period));
        withheld.is_some_and(|areas| areas.contains(&cell.area))
    }
}

impl App {
    /// Decides for everything found. Published figures are public already.
    pub(crate) async fn disclosed(&self, read: &mut Read, found: &[Current]) -> AppResult<Disclosed> {
        let mut wanted: BTreeMap<(&Slice, Period), &Measure> = BTreeMap::new();
        for Current { cell, statement, .. } in found {
            let measure = crate::figure::measure_of(&self.packs, &cell.slice.measure)?;
            let at_risk = cell.slice.origin != Origin::Published && counts_people(measure);
            if at_risk && statement.state.value().is_some() {
                wanted.insert((&cell.slice, cell.period), measure);
            }
        }
        let parts: BTreeSet<Part> = wanted
            .iter()
            .flat_map(|((slice, period), measure)| {
                parts_of(measure, *period).into_iter().map(move |part| ((*slice).clone(), part))
            })
            .collect();
        let decided = self.decided(read, parts).await?;
        let mut withheld = HashMap::new();
        for ((slice, period), measure) in wanted {
            let parts = parts_of(measure, period).into_iter();
            let sets: Vec<Withheld> = parts
                .filter_map(|part| decided.get(&(slice.clone(), part)))
                .filter(|set| !set.is_empty())
                .map(|set| Withheld::clone(set))
                .collect();
            let all = over_time(&sets);
            if !all.is_empty() {
                withheld.insert((slice.clone(), period), all);
            }
        }
        Ok(Disclosed { withheld })
    }

    /// What is withheld of each part, from what is kept where no acceptance has touched it since.
    async fn decided(&self, read: &mut Read, parts: BTreeSet<Part>) -> AppResult<HashMap<Part, Arc<Withheld>>> {
        if parts.is_empty() {
            return Ok(HashMap::new());
        }
        let number = self.kept.catch_up(&read.acceptances_from(self.kept.number()).await?);
        let kept = |part: &Part| number.and_then(|number| self.kept.get(number, part));
        let mut decided: HashMap<Part, Arc<Withheld>> = HashMap::new();
        let mut open = BTreeSet::new();
        for part in parts {
            match kept(&part) {
                Some(set) => drop(decided.insert(part, set)),
                None => drop(open.insert(part)),
            }
        }
        let mut reports = self.reports(read, &open).await?;
        let mut fresh = Vec::with_capacity(open.len());
        for part in open {
            let measure = crate::figure::measure_of(&self.packs, &part.0.measure)?;
            let set = reports.remove(&part).map(|reports| self.withheld_of(measure, &reports)).unwrap_or_default();
            fresh.push((part, Arc::new(set)));
        }
        if let Some(number) = number {
            self.kept.keep(number, fresh.iter().cloned());
        }
        decided.extend(fresh);
        Ok(decided)
    }

    fn withheld_of(&self, measure: &Measure, reports: &Reports) -> Withheld {
        let small = |count: i64| (1..SMALLEST_SHOWN).contains(&count);
        let any_small = reports.values().any(|(numerator, denominator)| small(*numerator) || small(*denominator));
        // Sums of numbers that are zero or large are zero or large: nothing can be small, nothing needs cover.
        if !any_small && !measure.sensitive {
            return Withheld::default();
        }
        let view = |part: fn(&(i64, i64)) -> i64| {
            View::counts(&self.packs.areas, reports.iter().map(|(area, counts)| (area.clone(), part(counts))))
        };
        let denominators = view(|(_, denominator)| *denominator);
        let always = if measure.sensitive { denominators.below_province() } else { Withheld::default() };
        let of_denominators = withhold_beside(&denominators, &always);
        withhold_beside(&view(|(numerator, _)| *numerator), &of_denominators)
    }

    /// What everybody who answers reported, by slice and period.
    async fn reports(&self, read: &mut Read, parts: &BTreeSet<Part>) -> AppResult<HashMap<Part, Reports>> {
        let slices: BTreeSet<&Slice> = parts.iter().map(|(slice, _)| slice).collect();
        let periods: BTreeSet<Period> = parts.iter().map(|(_, period)| *period).collect();
        let mut levels = BTreeSet::new();
        for slice in &slices {
            levels.extend(level_of(crate::figure::measure_of(&self.packs, &slice.measure)?.collected_at));
        }
        let request = Request {
            slices: slices.into_iter().cloned().collect(),
            periods: periods.into_iter().collect(),
            areas: self
                .packs
                .areas
                .all()
                .iter()
                .filter(|area| levels.contains(&area.level))
                .map(|area| area.id.clone())
                .collect(),
        };
        let mut reports: HashMap<Part, Reports> = HashMap::new();
        if request.slices.is_empty() {
            return Ok(reports);
        }
        for Current { cell, statement, made } in read.figures(&request).await? {
            let measure = crate::figure::measure_of(&self.packs, &cell.slice.measure)?;
            let answers = level_of(measure.collected_at) == Some(cell.area.level());
            if let (Made::Stated { .. }, true, Some(counts)) =
                (made, answers, statement.state.value().and_then(counts_of))
            {
                reports.entry((cell.slice, cell.period)).or_default().insert(cell.area, counts);
            }
        }
        Ok(reports)
    }
}

fn counts_of(value: Value) -> Option<(i64, i64)> {
    match value {
        Value::Count(count) => Some((count, count)),
        Value::Ratio { numerator, denominator, .. } => Some((numerator, denominator)),
        Value::Decimal(_) | Value::Flag(_) => None,
    }
}

/// The periods that are reported and make up this one: itself, or its parts.
fn parts_of(measure: &Measure, period: Period) -> Vec<Period> {
    if period.frequency() == Some(measure.frequency) { vec![period] } else { period.parts(measure.frequency) }
}
