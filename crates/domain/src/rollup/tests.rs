//! Roll-ups: plain cases through mergers, and differences held against totals made from scratch.

use ansinh_kernel::figure::Value;
use ansinh_packs::Pack;
use proptest::prelude::*;

use super::*;
use crate::testing::{area, areas, measure, period};

type Cells = BTreeMap<(AreaId, Period), Value>;
/// What is accepted, one after the other; none takes a figure back.
type Step = ((AreaId, Period), Option<Value>);

/// Two districts; x00001 and x00002 become x00002.2018, which with x00003 becomes x00003.2019 in the middle of
/// 2019; the province lives on as a group.
const MERGERS: &str = "
    vn - - -
    t44 vn - -
    h450 t44 - -
    h451 t44 - -
    x00001 h450 - 2018-01-01
    x00002 h450 - 2018-01-01
    x00002.2018 h450 2018-01-01 2019-07-01
    x00003 h450 - 2019-07-01
    x00003.2019 h450 2019-07-01 -
    x00004 h451 - -
    x00005 h451 - -
    2018-01-01: x00001 > x00002.2018
    2018-01-01: x00002 > x00002.2018
    2019-07-01: x00002.2018 > x00003.2019
    2019-07-01: x00003 > x00003.2019
    g-quang-binh - 2019-07-01 -
    g-quang-binh: h450
    g-quang-binh: h451
";

fn mergers() -> &'static AreaTree {
    static TREE: std::sync::LazyLock<AreaTree> = std::sync::LazyLock::new(|| areas(MERGERS));
    &TREE
}

const PLAN: &str = "2016..2020";

fn cells(lines: &[(&str, &str, Value)]) -> Cells {
    lines.iter().map(|(id, when, value)| ((area(id), period(when)), *value)).collect()
}

/// The totals of one area, printed: `2018 = 12/40 of 2`.
fn check(measure: &Measure, cells: &Cells, id: &str, expected: &[&str]) {
    let tree = mergers();
    let totals = roll_up(measure, tree, &[period(PLAN)], cells).unwrap();
    let own = totals.iter().filter(|((area, _), _)| area == id);
    let printed: Vec<String> = own
        .map(|((_, period), total)| {
            format!("{period} = {}/{} of {}", total.numerator, total.denominator, total.reporters)
        })
        .collect();
    assert_eq!(printed, expected, "totals of {id}");
}

#[test]
fn jobs_of_years_add_up_to_the_plan_and_through_mergers() {
    let jobs = measure(Shape::Count, TimeRollUp::Sum, Frequency::Year);
    let reported = cells(&[
        ("x00001", "2017", Value::Count(10)),
        ("x00002", "2017", Value::Count(20)),
        ("x00003", "2017", Value::Count(30)),
        ("x00004", "2017", Value::Count(5)),
        ("x00002.2018", "2018", Value::Count(40)),
        ("x00003", "2018", Value::Count(50)),
        ("x00003.2019", "2019", Value::Count(100)),
    ]);
    check(&jobs, &reported, "x00001", &["2016..2020 = 10/0 of 1", "2017 = 10/0 of 1"]);
    check(&jobs, &reported, "x00002.2018", &["2016..2020 = 70/0 of 3", "2017 = 30/0 of 2", "2018 = 40/0 of 1"]);
    let whole = ["2016..2020 = 250/0 of 6", "2017 = 60/0 of 3", "2018 = 90/0 of 2", "2019 = 100/0 of 1"];
    check(&jobs, &reported, "x00003.2019", &whole);
    check(&jobs, &reported, "h450", &whole);
    check(
        &jobs,
        &reported,
        "g-quang-binh",
        &["2016..2020 = 255/0 of 7", "2017 = 65/0 of 4", "2018 = 90/0 of 2", "2019 = 100/0 of 1"],
    );
}

#[test]
fn shares_add_numerators_and_denominators_and_stand_for_their_own_year() {
    let poverty = measure(Shape::Ratio, TimeRollUp::Last, Frequency::Year);
    let share = |n, d| Value::ratio(n, d).unwrap();
    let reported = cells(&[("x00004", "2016", share(10, 100)), ("x00005", "2016", share(30, 900))]);
    check(&poverty, &reported, "h451", &["2016 = 40/1000 of 2"]);
}

#[test]
fn the_last_quarter_a_commune_reported_stands_for_its_year() {
    let insured = measure(Shape::Count, TimeRollUp::Last, Frequency::Quarter);
    let reported = cells(&[
        ("x00004", "2016-Q1", Value::Count(10)),
        ("x00004", "2016-Q3", Value::Count(14)),
        ("x00005", "2016-Q4", Value::Count(7)),
    ]);
    let expected = ["2016 = 21/0 of 2", "2016-Q1 = 10/0 of 1", "2016-Q3 = 14/0 of 1", "2016-Q4 = 7/0 of 1"];
    check(&insured, &reported, "h451", &expected);
}

#[test]
fn a_commune_that_ended_before_the_year_does_not_stand_for_its_end() {
    let insured = measure(Shape::Count, TimeRollUp::Last, Frequency::Quarter);
    let reported = cells(&[("x00003", "2019-Q2", Value::Count(50)), ("x00003.2019", "2019-Q4", Value::Count(120))]);
    check(&insured, &reported, "h450", &["2019 = 120/0 of 1", "2019-Q2 = 50/0 of 1", "2019-Q4 = 120/0 of 1"]);
}

#[test]
fn answers_count_the_yes_among_those_that_answered() {
    let littered = measure(Shape::Flag, TimeRollUp::Last, Frequency::Year);
    let reported = cells(&[("x00004", "2016", Value::Flag(true)), ("x00005", "2016", Value::Flag(false))]);
    check(&littered, &reported, "h451", &["2016 = 1/2 of 2"]);
    let total = Total { numerator: 1, denominator: 2, reporters: 2 };
    assert_eq!(total.value(Shape::Flag), Value::ratio(1, 2).ok());
}

#[test]
fn decimals_and_what_does_not_add_over_places_have_no_totals() {
    let tree = mergers();
    let nothing = BTreeMap::new();
    let id = area("x00004");
    let change =
        Change { area: &id, period: period("2016"), old: None, new: Some(Value::Count(1)), siblings: &nothing };
    let mut alone = measure(Shape::Count, TimeRollUp::Sum, Frequency::Year);
    alone.per_place = PlaceRollUp::None;
    let printed = measure(Shape::Decimal { scale: 1 }, TimeRollUp::Sum, Frequency::Year);
    for measure in [alone, printed] {
        assert_eq!(deltas(&measure, tree, &[], &change), Ok(Vec::new()));
        assert_eq!(roll_up(&measure, tree, &[], &Cells::new()), Ok(BTreeMap::new()));
    }
}

#[test]
fn a_correction_moves_only_what_it_changes() {
    let tree = mergers();
    let nothing = BTreeMap::new();
    let share = |n, d| Value::ratio(n, d).ok();
    let id = area("x00004");
    let change = |old, new| Change { area: &id, period: period("2016"), old, new, siblings: &nothing };
    let poverty = measure(Shape::Ratio, TimeRollUp::Last, Frequency::Year);
    let found = deltas(&poverty, tree, &[period(PLAN)], &change(share(10, 100), share(12, 100))).unwrap();
    let ids: Vec<&str> = found.iter().map(|delta| delta.area.as_str()).collect();
    assert_eq!(ids, ["x00004", "g-quang-binh", "h451", "t44", "vn"]);
    assert!(found.iter().all(|delta| (delta.numerator, delta.denominator, delta.reporters) == (2, 0, 0)));
    assert_eq!(deltas(&poverty, tree, &[], &change(share(10, 100), share(10, 100))), Ok(Vec::new()));
}

#[test]
fn what_does_not_fit_is_an_error() {
    let tree = mergers();
    let jobs = measure(Shape::Count, TimeRollUp::Sum, Frequency::Year);
    let huge = cells(&[("x00004", "2016", Value::Count(i64::MAX)), ("x00005", "2016", Value::Count(1))]);
    assert_eq!(roll_up(&jobs, tree, &[], &huge), Err(RollUpError::Overflow));
    let wrong = cells(&[("x00004", "2016", Value::Flag(true))]);
    assert_eq!(roll_up(&jobs, tree, &[], &wrong), Err(RollUpError::WrongShape));
    let mut full = Total { numerator: i64::MAX, denominator: 0, reporters: 1 };
    let delta = Delta { area: area("vn"), period: period("2016"), numerator: 1, denominator: 0, reporters: 1 };
    assert_eq!(full.add(&delta), Err(RollUpError::Overflow));
}

#[test]
fn a_complete_total_expects_the_reporters_of_each_part() {
    let tree = mergers();
    let expected = |measure: &Measure, id: &str, when: &str| expected_cells(measure, tree, &area(id), period(when));
    let yearly = measure(Shape::Count, TimeRollUp::Sum, Frequency::Year);
    assert_eq!(expected(&yearly, "h450", "2017"), 3);
    assert_eq!(expected(&yearly, "h450", "2018"), 2);
    assert_eq!(expected(&yearly, "h450", "2016..2020"), 3 + 3 + 2 + 1 + 1);
    assert_eq!(expected(&yearly, "x00003.2019", "2016"), 3);
    assert_eq!(expected(&yearly, "vn", "2020"), 3);
    let quarterly = measure(Shape::Count, TimeRollUp::Last, Frequency::Quarter);
    assert_eq!(expected(&quarterly, "h450", "2019"), 1);
    assert_eq!(expected(&quarterly, "h450", "2019-Q2"), 2);
}

#[test]
fn the_communes_of_former_quang_binh_add_up_in_every_view() {
    let tree = Pack::embedded().unwrap().areas;
    let jobs = measure(Shape::Count, TimeRollUp::Sum, Frequency::Year);
    let mut reported = Cells::new();
    for year in ["2018", "2024", "2025"] {
        let (when, whole) = (period(year), area("g-quang-binh"));
        for (id, count) in tree.reporters(&whole, ansinh_kernel::area::AreaLevel::Commune, &when).into_iter().zip(100..)
        {
            reported.insert((id.clone(), when), Value::Count(count));
        }
    }
    let totals = roll_up(&jobs, &tree, &[], &reported).unwrap();
    let total = |id: &str, year: &str| totals.get(&(area(id), period(year))).copied().unwrap_or_default();
    let districts = ["h450", "h452", "h453", "h454", "h455", "h456", "h457", "h458"];
    let groups = [
        "g-dong-hoi",
        "g-minh-hoa",
        "g-tuyen-hoa",
        "g-quang-trach",
        "g-bo-trach",
        "g-quang-ninh",
        "g-le-thuy",
        "g-ba-don",
    ];
    for (year, communes) in [("2018", 159), ("2024", 145), ("2025", 41)] {
        assert_eq!(total("g-quang-binh", year).reporters, communes, "communes of {year}");
        let sum = |ids: &[&str]| ids.iter().map(|id| total(id, year).numerator).sum::<i64>();
        assert_eq!(sum(&groups), total("g-quang-binh", year).numerator, "groups of {year}");
        if year != "2025" {
            assert_eq!(sum(&districts), total("t44", year).numerator, "districts of {year}");
        }
    }
    assert!(total("x19207.2025", "2018").reporters > 1);
}

fn a_value(shape: Shape) -> BoxedStrategy<Value> {
    match shape {
        Shape::Ratio => (0_i64..50, 50_i64..90).prop_map(|(n, d)| Value::ratio(n, d).unwrap()).boxed(),
        Shape::Flag => any::<bool>().prop_map(Value::Flag).boxed(),
        _ => (0_i64..1_000).prop_map(Value::Count).boxed(),
    }
}

fn a_measure() -> impl Strategy<Value = Measure> {
    let shape = proptest::sample::select(vec![Shape::Count, Shape::Ratio, Shape::Flag]);
    let frequency = proptest::sample::select(Frequency::ALL);
    (shape, proptest::sample::select(TimeRollUp::ALL), frequency)
        .prop_map(|(shape, per_time, frequency)| measure(shape, per_time, frequency))
}

/// Any reporter that exists at the end of any period of the measure.
fn reporters(measure: &Measure, tree: &AreaTree) -> Vec<(AreaId, Period)> {
    let parts = period("2017..2020").parts(measure.frequency);
    let level = ansinh_kernel::area::AreaLevel::Commune;
    parts
        .iter()
        .flat_map(|part| tree.units_on(level, part.last_day()).into_iter().map(|id| (id.clone(), *part)))
        .collect()
}

fn a_history() -> impl Strategy<Value = (Measure, Vec<Step>)> {
    a_measure().prop_flat_map(|measure| {
        let places = proptest::sample::select(reporters(&measure, mergers()));
        let step = (places, proptest::option::weighted(0.85, a_value(measure.shape)));
        (Just(measure), proptest::collection::vec(step, 1..40))
    })
}

/// Accepts the steps one after the other, keeping totals by their differences.
fn kept_by_differences(
    measure: &Measure,
    tree: &AreaTree,
    steps: &[Step],
) -> (Cells, BTreeMap<(AreaId, Period), Total>) {
    let (mut cells, mut totals) = (Cells::new(), BTreeMap::<(AreaId, Period), Total>::new());
    for ((id, when), new) in steps {
        let key = (id.clone(), *when);
        let own = cells.iter().filter(|((area, _), _)| area == id);
        let siblings: BTreeMap<Period, Value> = own.map(|((_, when), value)| (*when, *value)).collect();
        let change = Change { area: id, period: *when, old: cells.get(&key).copied(), new: *new, siblings: &siblings };
        for delta in deltas(measure, tree, &[period(PLAN)], &change).unwrap() {
            totals.entry((delta.area.clone(), delta.period)).or_default().add(&delta).unwrap();
        }
        match new {
            Some(value) => cells.insert(key, *value),
            None => cells.remove(&key),
        };
    }
    totals.retain(|_, total| !total.is_empty());
    (cells, totals)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn differences_keep_the_same_totals_as_from_scratch((measure, steps) in a_history()) {
        let tree = mergers();
        let (cells, totals) = kept_by_differences(&measure, tree, &steps);
        prop_assert_eq!(&totals, &roll_up(&measure, tree, &[period(PLAN)], &cells).unwrap());
        prop_assert!(totals.values().all(|total| total.reporters > 0));
    }

    #[test]
    fn the_order_of_acceptance_does_not_matter((measure, steps) in a_history(), seed in any::<u64>()) {
        let tree = mergers();
        let last: BTreeMap<(AreaId, Period), Option<Value>> = steps.iter().cloned().collect();
        let mut shuffled: Vec<Step> = last.clone().into_iter().collect();
        let length = shuffled.len();
        let turn = usize::try_from(seed % u64::try_from(length).unwrap()).unwrap();
        shuffled.rotate_left(turn);
        let (_, one) = kept_by_differences(&measure, tree, &steps);
        let (_, other) = kept_by_differences(&measure, tree, &shuffled);
        prop_assert_eq!(one, other);
    }

    #[test]
    fn a_district_is_the_sum_of_its_communes_through_every_merger((measure, steps) in a_history()) {
        let tree = mergers();
        let (cells, totals) = kept_by_differences(&measure, tree, &steps);
        for container in tree.all() {
            let own = cells.iter().filter(|((id, _), _)| tree.contains(&container.id, id));
            for when in period("2017..2020").parts(measure.frequency) {
                let of_period = own.clone().filter(|((_, period), _)| *period == when);
                let mut sum = Total::default();
                for (_, value) in of_period {
                    sum = sum.plus(&Total::of(measure.shape, *value).unwrap()).unwrap();
                }
                let kept = totals.get(&(container.id.clone(), when)).copied().unwrap_or_default();
                prop_assert_eq!(kept, sum, "{} in {}", container.id, when);
            }
        }
    }
}
