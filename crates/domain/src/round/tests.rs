//! Rounds of collection on days around their ends.

use ansinh_kernel::period::Frequency;
use ansinh_packs::indicator::{Shape, TimeRollUp};
use proptest::prelude::*;

use super::*;
use crate::testing::{area, areas, measure, period};

fn yearly() -> Measure {
    measure(Shape::Count, TimeRollUp::Sum, Frequency::Year)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn a_round_opens_when_its_period_is_over_and_is_due_some_days_later() {
    let check = |today: &str, expected: Timeliness| {
        let round = round_of(&yearly(), period("2018"), day(today)).unwrap();
        assert_eq!((round.opens_on, round.due_on), (day("2019-01-01"), day("2019-02-14")));
        assert_eq!(round.timeliness, expected, "on {today}");
    };
    check("2018-12-31", Timeliness::NotOpen { opens_on: day("2019-01-01") });
    check("2019-01-01", Timeliness::Open { days_left: 44 });
    check("2019-02-06", Timeliness::Open { days_left: 8 });
    check("2019-02-07", Timeliness::DueSoon { days_left: 7 });
    check("2019-02-14", Timeliness::DueSoon { days_left: 0 });
    check("2019-02-15", Timeliness::Late { days_late: 1 });
    check("2020-02-15", Timeliness::Late { days_late: 366 });
}

#[test]
fn people_are_reminded_seven_three_and_one_day_before_and_when_late() {
    let reminders: Vec<i64> =
        (0..10).filter(|days_left| Timeliness::DueSoon { days_left: *days_left }.is_reminder_day()).collect();
    assert_eq!(reminders, [1, 3, 7]);
    assert!(Timeliness::Late { days_late: 2 }.is_reminder_day());
    assert!(!Timeliness::Open { days_left: 20 }.is_reminder_day());
}

#[test]
fn rounds_run_from_the_first_year_to_the_running_period() {
    let periods = |measure: &Measure, today: &str| -> Vec<String> {
        rounds(measure, day(today)).iter().map(|round| round.period.to_string()).collect()
    };
    assert_eq!(periods(&yearly(), "2018-03-01"), ["2016", "2017", "2018"]);
    assert_eq!(periods(&yearly(), "2026-11-23"), ["2016", "2017", "2018", "2019", "2020"]);
    assert_eq!(periods(&yearly(), "2015-12-31"), Vec::<String>::new());
    let quarterly = measure(Shape::Count, TimeRollUp::Sum, Frequency::Quarter);
    assert_eq!(periods(&quarterly, "2016-07-01"), ["2016-Q1", "2016-Q2", "2016-Q3"]);
    let always = Measure { first_year: None, last_year: None, ..yearly() };
    assert_eq!(periods(&always, "2026-11-23"), ["2025", "2026"]);
    let published = Measure { collected_at: CollectedAt::Published, ..yearly() };
    assert_eq!(periods(&published, "2026-11-23"), Vec::<String>::new());
}

#[test]
fn a_measure_without_days_gets_the_usual_ones() {
    let unsaid = Measure { due_days: None, ..yearly() };
    assert_eq!(due_on(&unsaid, period("2018")), Some(day("2019-01-30")));
}

#[test]
fn those_who_exist_at_the_end_of_the_period_have_to_answer() {
    let tree = areas(
        "vn - - -
         t44 vn - -
         h450 t44 - -
         x00001 h450 - 2018-07-01
         x00002 h450 - 2018-07-01
         x00002.2018 h450 2018-07-01 -
         2018-07-01: x00001 > x00002.2018
         2018-07-01: x00002 > x00002.2018",
    );
    let quarterly = measure(Shape::Count, TimeRollUp::Sum, Frequency::Quarter);
    assert_eq!(obliged(&quarterly, &tree, &area("t44"), period("2018-Q2")), [area("x00001"), area("x00002")]);
    assert_eq!(obliged(&quarterly, &tree, &area("t44"), period("2018-Q3")), [area("x00002.2018")]);
    let province = Measure { collected_at: CollectedAt::Province, ..quarterly.clone() };
    assert_eq!(obliged(&province, &tree, &area("t44"), period("2018-Q3")), [area("t44")]);
    let published = Measure { collected_at: CollectedAt::Published, ..quarterly };
    assert_eq!(obliged(&published, &tree, &area("t44"), period("2018-Q3")), Vec::<AreaId>::new());
}

proptest! {
    #[test]
    fn each_round_follows_the_one_before(
        frequency in proptest::sample::select(Frequency::ALL), year in 2015_i16..2023, month in 1_u8..13, due in 0_u16..400,
    ) {
        let today = Date::new(year, month, 15).unwrap();
        let asked = Measure { due_days: Some(due), ..measure(Shape::Count, TimeRollUp::Sum, frequency) };
        let rounds = rounds(&asked, today);
        for pair in rounds.windows(2) {
            prop_assert_eq!(pair[0].period.next(), Some(pair[1].period));
            prop_assert!(pair[0].due_on < pair[1].due_on);
        }
        for round in &rounds {
            let open = today > round.period.last_day();
            prop_assert_eq!(open, !matches!(round.timeliness, Timeliness::NotOpen { .. }));
            prop_assert_eq!(open && today > round.due_on, matches!(round.timeliness, Timeliness::Late { .. }));
        }
    }
}
