//! Sums gathered for many cells at once are those of one cell after the other, and those made from scratch, for every
//! frequency.

use std::sync::LazyLock;

use ansinh_domain::rollup::roll_up;
use ansinh_kernel::period::Frequency;
use ansinh_packs::indicator::{Indicators, Shape};
use proptest::prelude::*;

use super::*;

type Sums = BTreeMap<(AreaId, Period), (i64, i64, i64)>;
type Step = ((AreaId, Period), Option<Value>);

const COUNT: &str = "voluntary-social-insurance";
const SHARE: &str = "health-insurance";
/// Communes that went on, merged within their district, and were made by a merger.
const COMMUNES: [&str; 4] = ["x19207", "x19207.2024", "x19201", "x19207.2025"];

/// The packs with two measures collected at another frequency.
fn packs(frequency: Frequency) -> &'static Pack {
    static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
        let packs = Pack::embedded().unwrap_or_else(|problems| panic!("{problems}"));
        let with = |frequency: &Frequency| {
            let mut measures: Vec<Measure> = packs.indicators.measures().cloned().collect();
            for measure in measures.iter_mut().filter(|one| one.id == COUNT || one.id == SHARE) {
                measure.frequency = *frequency;
                measure.last_year = None;
            }
            Pack { indicators: Indicators::new(packs.indicators.iter().cloned().collect(), measures), ..packs.clone() }
        };
        Frequency::ALL.iter().map(with).collect()
    });
    let position = Frequency::ALL.iter().position(|one| *one == frequency).unwrap();
    &PACKS[position]
}

fn cell(measure: &str, area: &AreaId, period: Period) -> Cell {
    Cell { slice: Slice::total(measure.parse().unwrap(), Origin::Reported), period, area: area.clone() }
}

fn summed(sums: &mut Sums, bulk: Bulk<'_>) {
    for one in bulk.into_increments() {
        let sum = sums.entry((one.cell.area, one.cell.period)).or_default();
        *sum = (sum.0 + one.numerator, sum.1 + one.denominator, sum.2 + one.reporters);
    }
    sums.retain(|_, sum| *sum != (0, 0, 0));
}

fn at_once(packs: &Pack, measure: &str, steps: &[Step]) -> Sums {
    let (mut bulk, mut now, mut sums) = (Bulk::new(packs), BTreeMap::new(), Sums::new());
    for (key, new) in steps {
        bulk.add(&cell(measure, &key.0, key.1), now.get(key).copied().flatten(), *new).unwrap();
        now.insert(key.clone(), *new);
    }
    summed(&mut sums, bulk);
    sums
}

fn one_by_one(packs: &Pack, measure: &str, steps: &[Step]) -> Sums {
    let (mut now, mut sums) = (BTreeMap::<(AreaId, Period), Option<Value>>::new(), Sums::new());
    for (key, new) in steps {
        let mut bulk = Bulk::new(packs);
        for (other, said) in &now {
            bulk.know(&cell(measure, &other.0, other.1), *said).unwrap();
        }
        bulk.add(&cell(measure, &key.0, key.1), now.get(key).copied().flatten(), *new).unwrap();
        now.insert(key.clone(), *new);
        summed(&mut sums, bulk);
    }
    sums
}

/// From scratch, without the cells themselves: those are stated, not summed.
fn from_scratch(packs: &Pack, measure: &str, steps: &[Step]) -> Sums {
    let last: BTreeMap<(AreaId, Period), Option<Value>> = steps.iter().cloned().collect();
    let cells: BTreeMap<(AreaId, Period), Value> =
        last.into_iter().filter_map(|(key, value)| value.map(|value| (key, value))).collect();
    let measure = packs.indicators.measure(&measure.parse().unwrap()).unwrap();
    let plans: Vec<Period> = packs.plans.iter().map(|plan| plan.period).collect();
    let mut sums = Sums::new();
    for (key, total) in roll_up(measure, &packs.areas, &plans, &cells).unwrap() {
        let own = cells.get(&key).map_or((0, 0, 0), |value| parts(*value));
        let rest = (total.numerator - own.0, total.denominator - own.1, total.reporters - own.2);
        sums.insert(key, rest);
    }
    sums.retain(|_, sum| *sum != (0, 0, 0));
    sums
}

fn parts(value: Value) -> (i64, i64, i64) {
    match value {
        Value::Ratio { numerator, denominator, .. } => (numerator, denominator, 1),
        Value::Count(count) => (count, 0, 1),
        other => panic!("no part of a sum: {other:?}"),
    }
}

fn a_history() -> impl Strategy<Value = (Frequency, &'static str, Vec<Step>)> {
    let kind = (proptest::sample::select(Frequency::ALL.to_vec()), proptest::sample::select(vec![COUNT, SHARE]));
    kind.prop_flat_map(|(frequency, measure)| {
        let packs = packs(frequency);
        let years: Period = "2023..2025".parse().unwrap();
        let exists = |area: &AreaId, period: &Period| packs.areas.version_on(area, period.last_day()).is_some();
        let periods = years.parts(frequency);
        let cells: Vec<(AreaId, Period)> = COMMUNES
            .iter()
            .map(|id| id.parse::<AreaId>().unwrap())
            .flat_map(|area| periods.iter().map(move |period| (area.clone(), *period)))
            .filter(|(area, period)| exists(area, period))
            .collect();
        let shape = packs.indicators.measure(&measure.parse().unwrap()).unwrap().shape;
        let value = (0_i64..50, 50_i64..90).prop_map(move |(small, large)| match shape {
            Shape::Ratio => Value::ratio(small, large).unwrap(),
            _ => Value::Count(small),
        });
        let step = (proptest::sample::select(cells), proptest::option::weighted(0.85, value));
        (Just(frequency), Just(measure), proptest::collection::vec(step, 1..30))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn many_cells_at_once_add_what_they_add_one_by_one((frequency, measure, steps) in a_history()) {
        let packs = packs(frequency);
        let at_once = at_once(packs, measure, &steps);
        prop_assert_eq!(&at_once, &one_by_one(packs, measure, &steps));
        prop_assert_eq!(&at_once, &from_scratch(packs, measure, &steps));
    }
}
