//! What holds for every target and every series.

use ansinh_kernel::date::Date;
use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn a_passed_deadline_without_its_figure_is_never_said_to_be_met(kind in kind(), series in a_series()) {
        let mut series = series;
        series.points.remove(&year(2020));
        let goal = Goal { kind, ..goal(level("at_least", "1"), "") };
        let judgement = judge(&goal, &series, None, &terms("2026-11-23")).unwrap();
        prop_assert_eq!(judgement.evidence() == Evidence::Nothing, series.points.is_empty());
        // A sum may be settled by the years that are known; nothing else may.
        if !matches!(goal.kind, TargetKind::Cumulative { .. }) {
            prop_assert_eq!(judgement.headline.band, Band::NoData);
            prop_assert_ne!(judgement.evidence(), Evidence::AtDeadline);
        }
    }
}

/// Numbers as people print them, with at most two decimals.
fn printed_number(range: std::ops::Range<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|units| Decimal::new(units, 2).unwrap())
}

fn bound() -> impl Strategy<Value = Bound> {
    proptest::sample::select(Bound::ALL)
}

fn direction() -> impl Strategy<Value = Direction> {
    proptest::sample::select(Direction::ALL)
}

fn kind() -> impl Strategy<Value = TargetKind> {
    let level = || (bound(), printed_number(-500..12_000));
    let ordered = (printed_number(0..6_000), printed_number(0..6_000), direction());
    prop_oneof![
        level().prop_map(|(bound, value)| TargetKind::Level { bound, value }),
        level().prop_map(|(bound, value)| TargetKind::Limit { bound, value }),
        level().prop_map(|(bound, value)| TargetKind::Count { bound, value }),
        (bound(), printed_number(0..12_000), printed_number(0..3_000)).prop_map(|(bound, total, yearly)| {
            TargetKind::Cumulative { bound, total, yearly, first: year(2016), last: year(2020) }
        }),
        ordered.prop_map(|(low, more, direction)| {
            TargetKind::Range { low, high: low.checked_add(more).unwrap(), direction }
        }),
        (printed_number(0..500), printed_number(500..600)).prop_map(|(low, high)| TargetKind::YearlyFall { low, high }),
        bound().prop_map(|bound| TargetKind::Relative { bound, to: AreaId::nation() }),
        (printed_number(-500..12_000), printed_number(0..2_000))
            .prop_map(|(value, tolerance_percent)| TargetKind::Approximate { value, tolerance_percent }),
        any::<bool>().prop_map(|wanted| TargetKind::EveryArea { wanted }),
        bound().prop_map(|bound| TargetKind::ShareNoFigure { bound }),
    ]
}

fn a_figure() -> impl Strategy<Value = Figure> {
    let qualifier = prop_oneof![4 => Just(Qualifier::Exact), 1 => proptest::sample::select(Qualifier::ALL)];
    let coverage = prop_oneof![3 => Just(Coverage::Whole), 1 => Just(Coverage::of(40, 159))];
    (printed_number(0..10_000), qualifier, coverage).prop_map(|(value, qualifier, coverage)| Figure {
        value: value.to_ratio(),
        qualifier,
        coverage,
    })
}

fn a_series() -> impl Strategy<Value = Series> {
    let point = (2014_i16..2023).prop_map(year);
    proptest::collection::btree_map(point, a_figure(), 0..9).prop_map(|points| Series {
        measure: measure("m"),
        origin: Origin::Reported,
        points,
    })
}

fn a_day() -> impl Strategy<Value = Date> {
    (2016_i16..2024, 1_u8..13).prop_map(|(year, month)| Date::new(year, month, 1).unwrap())
}

fn a_goal() -> impl Strategy<Value = Goal> {
    (kind(), proptest::option::of(printed_number(0..10_000)), direction()).prop_map(|(kind, base, better)| {
        let base = base.map_or(String::new(), |base| base.to_string());
        Goal { better, ..goal(kind, &base) }
    })
}

fn is_waiting(band: Band) -> bool {
    matches!(band, Band::NoData | Band::NotDue | Band::NotJudged)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_judgement_keeps_its_word(
        goal in a_goal(), own in a_series(), other in a_series(), today in a_day(),
    ) {
        let terms = Terms::on(today);
        let judgement = judge(&goal, &own, Some(&other), &terms).unwrap();
        for one in &judgement.years {
            let summed = matches!(one.detail, Detail::Sum { .. });
            prop_assert!(one.figure.is_some() || is_waiting(one.band) || summed);
            prop_assert!(one.band != Band::Missed || one.year == goal.deadline);
            prop_assert!(one.year < goal.deadline || one.band != Band::OnTrack);
            prop_assert!(one.year <= goal.deadline || one.rule == Rule::AfterDeadline);
            for lang in Lang::ALL {
                let text = one.words.text(*lang, "%");
                let slots = one.words.pieces(*lang).iter().filter(|piece| matches!(piece, Piece::Slot(_))).count();
                let asked = one.words.asked_slots(*lang);
                prop_assert_eq!(slots, asked, "unfilled slot in {}: {}", one.rule, text);
            }
        }
        let years: Vec<Year> = judgement.years.iter().map(|one| one.year).collect();
        prop_assert!(years.is_sorted());
        prop_assert!(judgement.forecast.is_none() || today <= goal.deadline.last_day());
    }

    #[test]
    fn a_band_is_what_its_share_says(goal in a_goal(), own in a_series(), today in a_day()) {
        let judgement = judge(&goal, &own, None, &Terms::on(today)).unwrap();
        for one in judgement.years.iter().filter(|one| one.rule == Rule::Path || one.rule == Rule::SumPath) {
            let band = one.achievement.map_or(Band::OnTrack, |share| BandThresholds::default().band(share));
            prop_assert_eq!(band, one.band);
        }
    }

    #[test]
    fn exactly_on_the_straight_line_is_never_behind(
        bound in bound(), base in printed_number(0..10_000), value in printed_number(0..10_000),
    ) {
        let rises = matches!(bound.direction(), Direction::Up);
        let (base, value) = if (base < value) == rises { (base, value) } else { (value, base) };
        let way = value.to_ratio().checked_sub(base.to_ratio()).unwrap();
        let on_line = |gone: i64| {
            let step = way.checked_mul(Ratio::new(gone, 5).unwrap()).unwrap();
            Figure::exact(base.to_ratio().checked_add(step).unwrap())
        };
        let points = (1..=5).map(|gone| (year(2015 + i16::try_from(gone).unwrap()), on_line(gone)));
        let series = Series::new(measure("m"), Origin::Reported, points);
        let goal = goal(TargetKind::Level { bound, value }, &base.to_string());
        let judgement = judge(&goal, &series, None, &terms("2021-06-01")).unwrap();
        let (last, before) = judgement.years.split_last().unwrap();
        let behind = before.iter().find(|one| !matches!(one.band, Band::OnTrack | Band::Achieved));
        prop_assert!(behind.is_none(), "{:?}", behind);
        let strict = matches!(bound, Bound::MoreThan | Bound::LessThan);
        prop_assert_eq!(last.band, if strict { Band::Missed } else { Band::Achieved });
    }

    #[test]
    fn mirrored_numbers_have_mirrored_judgements(
        base in printed_number(0..10_000), value in printed_number(0..10_000), own in a_series(),
    ) {
        let mirror = |value: Ratio| Ratio::from(100).checked_sub(value).unwrap();
        let up = goal(TargetKind::Level { bound: Bound::AtLeast, value }, &base.to_string());
        let mirrored_value = Decimal::from_int(100).checked_sub(value).unwrap();
        let mirrored_base = Decimal::from_int(100).checked_sub(base).unwrap();
        let down = goal(TargetKind::Level { bound: Bound::AtMost, value: mirrored_value }, &mirrored_base.to_string());
        let mut exact = own.clone();
        exact.points.values_mut().for_each(|figure| figure.qualifier = Qualifier::Exact);
        let mut other = exact.clone();
        other.points.values_mut().for_each(|figure| figure.value = mirror(figure.value));
        let one = judge(&up, &exact, None, &terms("2021-06-01")).unwrap();
        let two = judge(&down, &other, None, &terms("2021-06-01")).unwrap();
        prop_assert_eq!(bands(&one), bands(&two));
        let shares = |judgement: &Judgement| judgement.years.iter().map(|one| one.achievement).collect::<Vec<_>>();
        prop_assert_eq!(shares(&one), shares(&two));
    }

    #[test]
    fn a_missing_year_never_makes_a_sum_pass_or_fail(
        flows in proptest::collection::vec(0_i64..100, 5), gone in 0_usize..5, total in 1_i64..400,
    ) {
        let points = |skip: Option<usize>| {
            let kept = flows.iter().enumerate().filter(move |(index, _)| Some(*index) != skip);
            kept.map(|(index, flow)| (year(2016 + i16::try_from(index).unwrap()), Figure::exact(Ratio::from(*flow))))
        };
        let kind = sum("at_least", &total.to_string(), "20");
        let goal = goal(kind, "");
        let judged = |skip| {
            let series = Series::new(measure("m"), Origin::Reported, points(skip));
            judge(&goal, &series, None, &terms("2021-06-01")).unwrap().headline.band
        };
        let (whole, partial) = (judged(None), judged(Some(gone)));
        prop_assert!(matches!(whole, Band::Achieved | Band::Missed));
        prop_assert!(partial == Band::NoData || (partial == Band::Achieved && whole == Band::Achieved));
    }

    #[test]
    fn huge_numbers_are_an_error_and_never_a_panic(n in any::<i64>(), d in 1_i64.., m in any::<i64>(), e in 1_i64..) {
        let huge = |n: i64, d: i64| {
            let once = Ratio::new(n, d).unwrap();
            Figure::exact(once.checked_mul(Ratio::new(m | 1, e).unwrap()).unwrap_or(once))
        };
        let points = [(year(2015), huge(n, d)), (year(2016), huge(d, e)), (year(2018), huge(m, d)), (year(2019), huge(e, d))];
        let series = Series::new(measure("m"), Origin::Reported, points);
        for kind in [level("at_least", "50"), fall("2", "2.5"), sum("at_least", "9", "2"), limit("at_most", "3")] {
            let _ = judge(&goal(kind, ""), &series, Some(&series), &terms("2019-06-01"));
        }
    }
}
