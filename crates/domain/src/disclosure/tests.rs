//! What is withheld in plain cases, and two attackers on random families of areas.

use std::collections::{BTreeMap, BTreeSet};

use ansinh_kernel::{area::AreaId, ratio::Ratio};
use proptest::prelude::*;

use super::*;

fn area(text: &str) -> AreaId {
    AreaId::new(text).unwrap()
}

/// Communes `x00001`, `x00002` … with these counts, in containers given by their ids and the numbers of their
/// communes.
fn view(counts: &[i64], containers: &[(&str, &[usize])]) -> View {
    let containers: Vec<(AreaId, BTreeSet<usize>)> =
        containers.iter().map(|(id, inside)| (area(id), inside.iter().copied().collect())).collect();
    made(counts, &containers)
}

fn commune(number: usize) -> AreaId {
    area(&format!("x{number:05}"))
}

fn made(counts: &[i64], containers: &[(AreaId, BTreeSet<usize>)]) -> View {
    let cells: BTreeMap<AreaId, i64> = (1..).map(commune).zip(counts.iter().copied()).collect();
    let numbers: BTreeMap<AreaId, usize> = (1..=counts.len()).map(|number| (commune(number), number)).collect();
    View::of(cells, |area| {
        let number = numbers[area];
        containers.iter().filter(|(_, inside)| inside.contains(&number)).map(|(id, _)| id.clone()).collect()
    })
}

fn check(counts: &[i64], containers: &[(&str, &[usize])], withheld: &[&str]) {
    let found = withhold(&view(counts, containers));
    let found: Vec<&str> = found.iter().map(AreaId::as_str).collect();
    assert_eq!(found, withheld, "of {counts:?} in {containers:?}");
}

const TWO_DISTRICTS: &[(&str, &[usize])] =
    &[("t44", &[1, 2, 3, 4, 5, 6]), ("h450", &[1, 2, 3]), ("h451", &[4, 5, 6]), ("g-quang-binh", &[1, 2, 3, 4, 5, 6])];

#[test]
fn where_nothing_is_small_everything_is_shown() {
    check(&[5, 9, 0, 7, 8, 20], TWO_DISTRICTS, &[]);
}

#[test]
fn one_small_commune_is_covered_by_one_neighbour() {
    check(&[3, 9, 30, 7, 8, 20], TWO_DISTRICTS, &["x00001", "x00002"]);
    check(&[30, 9, 3, 7, 8, 20], TWO_DISTRICTS, &["x00001", "x00003"]);
}

#[test]
fn a_neighbour_at_zero_does_not_cover() {
    check(&[3, 0, 30, 7, 8, 20], TWO_DISTRICTS, &["x00001", "x00003"]);
}

#[test]
fn two_small_communes_cover_each_other_unless_their_sum_gives_them_away() {
    check(&[2, 3, 30, 7, 8, 20], TWO_DISTRICTS, &["x00001", "x00002"]);
    check(&[1, 1, 30, 7, 8, 20], TWO_DISTRICTS, &["x00001", "x00002", "x00003"]);
    check(&[4, 4, 30, 7, 8, 20], TWO_DISTRICTS, &["x00001", "x00002", "x00003"]);
}

#[test]
fn a_small_district_is_covered_by_another_and_by_a_part_of_it() {
    check(&[1, 2, 0, 7, 8, 20], TWO_DISTRICTS, &["h450", "h451", "x00001", "x00002", "x00004"]);
}

#[test]
fn where_no_neighbour_is_left_the_wider_territory_is_withheld() {
    let alone = &[("t44", &[1, 2, 3][..]), ("h450", &[1]), ("h451", &[2, 3])];
    check(&[3, 0, 0], alone, &["h450", "t44", "x00001"]);
    check(&[3, 0, 9], alone, &["h450", "h451", "x00001", "x00003"]);
    check(&[1, 1, 1], &[("h450", &[1, 2, 3])], &["h450", "x00001", "x00002", "x00003"]);
    check(&[1, 1, 1, 1, 1], &[("h450", &[1, 2, 3, 4, 5])], &["h450", "x00001", "x00002", "x00003", "x00004", "x00005"]);
}

#[test]
fn the_communes_of_today_do_not_give_back_those_of_then() {
    // 1 and 2 were merged into one commune of 2020, which with 3 is one of 2025.
    let merged = &[("h450", &[1, 2, 3, 4][..]), ("x00002.2020", &[1, 2]), ("x00003.2025", &[1, 2, 3])];
    check(&[3, 40, 50, 60], merged, &["x00001", "x00002"]);
    check(&[3, 0, 50, 60], merged, &["x00001", "x00002.2020", "x00003"]);
}

#[test]
fn an_area_with_one_reporter_is_withheld_with_it() {
    let found = withhold(&view(&[3, 9, 30], &[("h450", &[1]), ("g-old", &[1]), ("t44", &[1, 2, 3])]));
    assert!(found.contains(&area("h450")) && found.contains(&area("g-old")) && !found.contains(&area("t44")));
}

#[test]
fn an_area_that_crosses_others_is_shown_only_when_it_is_made_of_shown_figures() {
    let crossing = &[("h450", &[1, 2][..]), ("h451", &[3, 4]), ("x00009", &[2, 3]), ("t44", &[1, 2, 3, 4])];
    check(&[9, 9, 9, 9], crossing, &[]);
    check(&[3, 9, 9, 9], crossing, &["x00001", "x00002", "x00009"]);
}

#[test]
fn a_withheld_denominator_withholds_its_numerator() {
    let numerators = view(&[2, 9, 9, 9], &[("h450", &[1, 2, 3, 4])]);
    let denominators = view(&[4, 20, 20, 20], &[("h450", &[1, 2, 3, 4])]);
    let found = withhold_ratio(&numerators, &denominators);
    assert_eq!(found.denominator.iter().map(AreaId::as_str).collect::<Vec<_>>(), ["x00001", "x00002"]);
    assert_eq!(found.numerator, found.denominator);
    let large = view(&[40, 20, 20, 20], &[("h450", &[1, 2, 3, 4])]);
    let found = withhold_ratio(&numerators, &large);
    assert_eq!((found.numerator.len(), found.denominator.len()), (2, 0));
}

#[test]
fn views_that_share_figures_withhold_the_same() {
    let district = &[("h450", &[1, 2, 3][..])];
    let together = withhold_together(&[view(&[3, 9, 9], district), view(&[9, 9, 2], district)], &Withheld::default());
    assert_eq!(together.iter().map(AreaId::as_str).collect::<Vec<_>>(), ["x00001", "x00002", "x00003"]);
    let sum = over_time(&[withhold(&view(&[3, 9, 9], district)), withhold(&view(&[9, 9, 9], district))]);
    assert_eq!(sum.iter().map(AreaId::as_str).collect::<Vec<_>>(), ["x00001", "x00002"]);
}

#[test]
fn a_sensitive_measure_shows_nothing_below_the_province() {
    let both = view(&[30, 9, 30, 7, 8, 20], TWO_DISTRICTS);
    let found = withhold_beside(&both, &both.below_province());
    assert_eq!(found.len(), 8);
    assert!(!found.contains(&area("t44")));
}

#[test]
fn one_small_commune_of_quang_binh_costs_one_other_in_every_view() {
    let tree = ansinh_packs::Pack::embedded().unwrap().areas;
    let level = ansinh_kernel::area::AreaLevel::Commune;
    let communes = tree.reporters(&area("t44"), level, &"2018".parse().unwrap());
    let cells = communes.iter().map(|id| ((*id).clone(), if **id == "x19207" { 3 } else { 50 }));
    let found = withhold(&View::counts(&tree, cells));
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.contains(&area("x19207")) && !found.contains(&area("x19207.2025")));
}

/// Random communes and random territories over them, nested or crossing, of every level.
fn random_family(
    most: usize,
    counts: std::ops::Range<i64>,
) -> impl Strategy<Value = (Vec<i64>, Vec<(AreaId, BTreeSet<usize>)>)> {
    let counts = proptest::collection::vec(prop_oneof![3 => counts, 2 => 0_i64..6], 2..=most);
    let span = (0..most, 0..most);
    (counts, proptest::collection::vec(span, 1..6)).prop_map(|(counts, spans)| {
        let ids = ["t44", "h450", "g-one", "x00001.2020", "h451", "x00002.2025"];
        let containers = spans.iter().zip(ids).map(|((one, other), id)| {
            let (one, other) = (one % counts.len() + 1, other % counts.len() + 1);
            (area(id), (one.min(other)..=one.max(other)).collect())
        });
        let whole = (area("vn"), (1..=counts.len()).collect());
        let containers = containers.chain([whole]).collect();
        (counts, containers)
    })
}

/// The communes behind every area of a family, by number.
fn territories(counts: usize, containers: &[(AreaId, BTreeSet<usize>)]) -> Vec<(AreaId, BTreeSet<usize>)> {
    let communes = (1..=counts).map(|number| (commune(number), BTreeSet::from([number])));
    communes.chain(containers.iter().cloned()).collect()
}

/// Brings rows to echelon form; each row is kept with its leading column.
fn echelon(rows: Vec<Vec<Ratio>>) -> Vec<(usize, Vec<Ratio>)> {
    let mut kept: Vec<(usize, Vec<Ratio>)> = Vec::new();
    for row in rows {
        let row = reduced(row, &kept);
        if let Some(lead) = row.iter().position(|entry| !entry.is_zero()) {
            kept.push((lead, row));
        }
    }
    kept
}

fn reduced(mut row: Vec<Ratio>, kept: &[(usize, Vec<Ratio>)]) -> Vec<Ratio> {
    for (lead, pivot) in kept {
        if row[*lead].is_zero() {
            continue;
        }
        let factor = row[*lead].checked_div(pivot[*lead]).unwrap();
        for (entry, pivot) in row.iter_mut().zip(pivot) {
            *entry = entry.checked_sub(factor.checked_mul(*pivot).unwrap()).unwrap();
        }
    }
    row
}

fn indicator(inside: &BTreeSet<usize>, communes: usize) -> Vec<Ratio> {
    (1..=communes).map(|number| if inside.contains(&number) { Ratio::ONE } else { Ratio::ZERO }).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// The attacker who adds and subtracts shown totals in any way, over any areas.
    #[test]
    fn no_sums_and_differences_of_shown_totals_give_a_withheld_one((counts, containers) in random_family(9, 0..40)) {
        let withheld = withhold(&made(&counts, &containers));
        let all = territories(counts.len(), &containers);
        let (hidden, shown): (Vec<_>, Vec<_>) = all.iter().partition(|(id, _)| withheld.contains(id));
        let known = echelon(shown.iter().map(|(_, inside)| indicator(inside, counts.len())).collect());
        for (id, inside) in hidden {
            let rest = reduced(indicator(inside, counts.len()), &known);
            prop_assert!(rest.iter().any(|entry| !entry.is_zero()), "{} is given back", id);
        }
        for (id, inside) in &all {
            let total: i64 = inside.iter().map(|number| counts[number - 1]).sum();
            prop_assert!(!(1..SMALLEST_SHOWN).contains(&total) || withheld.contains(id), "{} is small", id);
        }
    }

    /// The attacker who also knows that a withheld count is not zero, and which communes are small by themselves,
    /// and who tries every possibility.
    #[test]
    fn every_withheld_commune_may_have_several_values((counts, containers) in random_family(4, 0..9)) {
        let withheld = withhold(&made(&counts, &containers));
        let shown: Vec<(BTreeSet<usize>, i64)> = territories(counts.len(), &containers)
            .into_iter()
            .filter(|(id, _)| !withheld.contains(id))
            .map(|(_, inside)| { let sum = inside.iter().map(|n| counts[n - 1]).sum(); (inside, sum) })
            .collect();
        let most: i64 = counts.iter().sum::<i64>() + 2;
        let mut worlds: Vec<Vec<i64>> = vec![Vec::new()];
        for (number, count) in (1..).zip(&counts) {
            let possible: Vec<i64> = match *count {
                count if !withheld.contains(&commune(number)) => vec![count],
                1..=4 => (1..=4).collect(),
                _ => (SMALLEST_SHOWN..=most).collect(),
            };
            worlds = worlds.iter().flat_map(|world| possible.iter().map(|value| {
                let mut world = world.clone();
                world.push(*value);
                world
            })).filter(|world| shown.iter().all(|(inside, sum)| {
                let known = inside.iter().filter(|n| **n <= number);
                let part: i64 = known.map(|n| world[n - 1]).sum();
                if inside.iter().all(|n| *n <= number) { part == *sum } else { part <= *sum }
            })).collect();
        }
        prop_assert!(worlds.contains(&counts));
        for (index, count) in counts.iter().enumerate().filter(|(_, count)| (1..5).contains(*count)) {
            let values: BTreeSet<i64> = worlds.iter().map(|world| world[index]).collect();
            prop_assert!(values.len() > 1, "commune {} is {}", index + 1, count);
        }
    }

    #[test]
    fn what_is_withheld_anyway_is_not_given_back_either((counts, containers) in random_family(7, 0..30), which in 0_usize..7) {
        let also: Withheld = [commune(which % counts.len() + 1)].into_iter().collect();
        let withheld = withhold_beside(&made(&counts, &containers), &also);
        let all = territories(counts.len(), &containers);
        let (hidden, shown): (Vec<_>, Vec<_>) = all.iter().partition(|(id, _)| withheld.contains(id));
        let known = echelon(shown.iter().map(|(_, inside)| indicator(inside, counts.len())).collect());
        prop_assert!(withheld.contains(&commune(which % counts.len() + 1)));
        for (id, inside) in hidden {
            let rest = reduced(indicator(inside, counts.len()), &known);
            prop_assert!(rest.iter().any(|entry| !entry.is_zero()), "{} is given back", id);
        }
    }

    /// Two periods that share one answer, and their sum: nothing is given back by playing them against each other.
    #[test]
    fn views_together_give_nothing_back((counts, containers) in random_family(6, 0..20), shift in 0_i64..9) {
        let later: Vec<i64> = counts.iter().map(|count| (count * 7 + shift) % 13).collect();
        let views = [made(&counts, &containers), made(&later, &containers)];
        let withheld = withhold_together(&views, &Withheld::default());
        for view in &views {
            prop_assert_eq!(&withhold_beside(view, &withheld), &withheld);
        }
    }

    /// Two periods and their sum: each period by itself, the sum where both are shown.
    #[test]
    fn a_sum_over_time_gives_no_period_back((counts, containers) in random_family(6, 0..20), shift in 0_i64..9) {
        let later: Vec<i64> = counts.iter().map(|count| (count * 7 + shift) % 13).collect();
        let periods = [withhold(&made(&counts, &containers)), withhold(&made(&later, &containers))];
        let sum = over_time(&periods);
        let equations = |withheld: &Withheld, first: Ratio, second: Ratio| {
            let parts = |row: Vec<Ratio>, of: Ratio| row.into_iter().map(move |entry| entry.checked_mul(of).unwrap());
            let all = territories(counts.len(), &containers).into_iter();
            let kept: Vec<_> = all.filter(|(id, _)| !withheld.contains(id)).collect();
            kept.into_iter().map(|(_, inside)| {
                let row = indicator(&inside, counts.len());
                parts(row.clone(), first).chain(parts(row, second)).collect::<Vec<_>>()
            }).collect::<Vec<_>>()
        };
        let (one, none) = (Ratio::ONE, Ratio::ZERO);
        let shown = [equations(&periods[0], one, none), equations(&periods[1], none, one), equations(&sum, one, one)];
        let known = echelon(shown.concat());
        for (id, inside) in territories(counts.len(), &containers) {
            for (period, _) in periods.iter().enumerate().filter(|(_, withheld)| withheld.contains(&id)) {
                let own = indicator(&inside, counts.len());
                let other = vec![none; counts.len()];
                let row = if period == 0 { [own, other].concat() } else { [other, own].concat() };
                let given = reduced(row, &known).iter().all(|entry| entry.is_zero());
                prop_assert!(!given, "{} of period {} is given back", id, period);
            }
        }
    }

    /// Two parts that make up a total: neither part nor total is given back.
    #[test]
    fn parts_and_their_total_give_nothing_back((counts, containers) in random_family(6, 0..20), shift in 0_i64..9) {
        let others: Vec<i64> = counts.iter().map(|count| (count * 5 + shift) % 11).collect();
        let totals: Vec<i64> = counts.iter().zip(&others).map(|(one, other)| one + other).collect();
        let of_total = withhold(&made(&totals, &containers));
        let of_parts = withhold_together(&[made(&counts, &containers), made(&others, &containers)], &of_total);
        let all = territories(counts.len(), &containers);
        let row = |inside: &BTreeSet<usize>, first: bool, second: bool| {
            let own = indicator(inside, counts.len());
            let none = vec![Ratio::ZERO; counts.len()];
            [if first { own.clone() } else { none.clone() }, if second { own } else { none }].concat()
        };
        let mut rows = Vec::new();
        for (id, inside) in &all {
            if !of_total.contains(id) {
                rows.push(row(inside, true, true));
            }
            if !of_parts.contains(id) {
                rows.extend([row(inside, true, false), row(inside, false, true)]);
            }
        }
        let known = echelon(rows);
        let given = |row: Vec<Ratio>| reduced(row, &known).iter().all(|entry| entry.is_zero());
        for (id, inside) in &all {
            prop_assert!(!of_total.contains(id) || !given(row(inside, true, true)), "the total of {} is given back", id);
            prop_assert!(!of_parts.contains(id) || !given(row(inside, true, false)), "a part of {} is given back", id);
            prop_assert!(!of_parts.contains(id) || !given(row(inside, false, true)), "a part of {} is given back", id);
        }
    }
}
