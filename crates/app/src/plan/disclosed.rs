//! Which of the figures found must not be shown. The domain decides from the cells of all who reported, so these are
//! read here for every slice and period of which something is about to be shown.

use std::collections::{BTreeMap, BTreeSet, HashMap};

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
        let parts: BTreeSet<(&Slice, Period)> = wanted
            .iter()
            .flat_map(|((slice, period), measure)| {
                parts_of(measure, *period).into_iter().map(move |part| (*slice, part))
            })
            .collect();
        let reports = self.reports(read, &parts).await?;
        let mut decided: HashMap<(&Slice, Period), Withheld> = HashMap::new();
        for key in &parts {
            let measure = crate::figure::measure_of(&self.packs, &key.0.measure)?;
            if let Some(reports) = reports.get(&(key.0.clone(), key.1)) {
                decided.insert(*key, self.withheld_of(measure, reports));
            }
        }
        let mut withheld = HashMap::new();
        for ((slice, period), measure) in wanted {
            let sets: Vec<Withheld> =
                parts_of(measure, period).into_iter().filter_map(|part| decided.get(&(slice, part)).cloned()).collect();
            let all = over_time(&sets);
            if !all.is_empty() {
                withheld.insert((slice.clone(), period), all);
            }
        }
        Ok(Disclosed { withheld })
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
    async fn reports(
        &self,
        read: &mut Read,
        parts: &BTreeSet<(&Slice, Period)>,
    ) -> AppResult<HashMap<(Slice, Period), Reports>> {
        let slices: BTreeSet<&Slice> = parts.iter().map(|(slice, _)| *slice).collect();
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
        let mut reports: HashMap<(Slice, Period), Reports> = HashMap::new();
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
