//! Behaviour of periods.

use super::*;
use proptest::prelude::*;

fn period(text: &str) -> Period {
    text.parse().unwrap()
}

fn texts(periods: &[Period]) -> Vec<String> {
    periods.iter().map(Period::to_string).collect()
}

fn any_period() -> impl Strategy<Value = Period> {
    let year = || (1900..=2999_i16).prop_map(|number| Year::new(number).unwrap());
    prop_oneof![
        (year(), 1..=12_u8).prop_map(|(year, number)| Month::new(year, number).unwrap().into()),
        (year(), 1..=4_u8).prop_map(|(year, number)| Quarter::new(year, number).unwrap().into()),
        year().prop_map(Period::Year),
        (year(), 1..=40_i16).prop_filter_map("years inside the calendar", |(first, more)| {
            Period::years(first, first.plus(more).ok()?).ok()
        }),
    ]
}

#[test]
fn people_read_names_of_periods() {
    for (machine, vi, en) in [
        ("2018", "năm 2018", "2018"),
        ("2018-Q3", "quý III/2018", "Q3 2018"),
        ("2018-Q4", "quý IV/2018", "Q4 2018"),
        ("2018-07", "tháng 7/2018", "July 2018"),
        ("2016..2020", "giai đoạn 2016–2020", "2016–2020"),
    ] {
        assert_eq!(period(machine).format(Lang::Vi), vi);
        assert_eq!(period(machine).format(Lang::En), en);
    }
}

#[test]
fn the_database_reads_numbers() {
    for (machine, code) in [("2018", 201_800), ("2018-Q3", 201_893), ("2018-07", 201_807), ("2016..2020", 20_162_020)] {
        assert_eq!(period(machine).code(), code);
        assert_eq!(Period::from_code(code), Ok(period(machine)));
    }
    for code in [0, -201_800, 2018, 201_813, 201_890, 201_895, 20_202_016, 20_202_020, 99_999_999, i64::MAX, i64::MIN] {
        assert!(Period::from_code(code).is_err(), "{code}");
    }
}

#[test]
fn what_is_no_period_is_refused() {
    for text in
        ["", "18", "2018-Q5", "2018-13", "2018-7", "2018-q3", "2016-2020", "2016..", "quý III/2018", "2018-07-01"]
    {
        assert_eq!(text.parse::<Period>().unwrap_err().code(), "period-not-a-period", "{text}");
    }
    for text in ["2020..2016", "2020..2020"] {
        assert_eq!(text.parse::<Period>().unwrap_err().code(), "period-reversed", "{text}");
    }
}

#[test]
fn a_month_lies_in_its_quarter_its_year_and_its_plan() {
    let plan = Some(period("2016..2020"));
    assert_eq!(texts(&period("2018-07").containers(plan)), ["2018-Q3", "2018", "2016..2020"]);
    assert_eq!(texts(&period("2018-Q3").containers(None)), ["2018"]);
    assert_eq!(texts(&period("2021-Q1").containers(plan)), ["2021"]);
    assert_eq!(texts(&period("2018").containers(plan)), ["2016..2020"]);
    assert_eq!(texts(&period("2018-07").containers(Some(period("2018")))), ["2018-Q3", "2018"]);
    assert!(period("2016..2020").containers(plan).is_empty());
}

#[test]
fn a_period_has_parts() {
    assert_eq!(texts(&period("2018").parts(Frequency::Quarter)), ["2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4"]);
    assert_eq!(texts(&period("2018-Q1").parts(Frequency::Month)), ["2018-01", "2018-02", "2018-03"]);
    assert_eq!(period("2016..2020").parts(Frequency::Year).len(), 5);
    assert_eq!(texts(&period("2018").parts(Frequency::Year)), ["2018"]);
    assert!(period("2018-08").parts(Frequency::Quarter).is_empty());
    assert_eq!(period("2999").parts(Frequency::Month).len(), 12);
}

#[test]
fn neighbours_have_the_same_length() {
    for (earlier, later) in
        [("2018-12", "2019-01"), ("2018-Q4", "2019-Q1"), ("2018", "2019"), ("2016..2020", "2021..2025")]
    {
        assert_eq!(period(earlier).next(), Some(period(later)));
        assert_eq!(period(later).previous(), Some(period(earlier)));
    }
    assert_eq!(period("2999").next(), None);
    assert_eq!(period("1900-01").previous(), None);
}

#[test]
fn the_year_comes_before_its_first_quarter_and_month() {
    let mut periods = ["2018-02", "2018-01", "2018-Q1", "2018", "2018..2020", "2017"].map(period);
    periods.sort();
    assert_eq!(texts(&periods), ["2017", "2018..2020", "2018", "2018-Q1", "2018-01", "2018-02"]);
}

proptest! {
    #[test]
    fn printed_and_read_again_it_is_the_same(period in any_period()) {
        prop_assert_eq!(period.to_string().parse(), Ok(period));
        prop_assert_eq!(Period::from_code(period.code()), Ok(period));
    }

    #[test]
    fn different_periods_differ_in_order_and_code(a in any_period(), b in any_period()) {
        prop_assert_eq!(a == b, a.cmp(&b) == Ordering::Equal);
        prop_assert_eq!(a == b, a.code() == b.code());
    }

    #[test]
    fn a_code_that_is_read_is_the_code_that_is_written(code in prop_oneof![190_000..300_000_i64, 19_001_900..29_992_999_i64]) {
        if let Ok(period) = Period::from_code(code) {
            prop_assert_eq!(period.code(), code);
        }
    }

    #[test]
    fn days_run_from_the_first_to_the_last(period in any_period()) {
        let days = period.days();
        prop_assert!(days.contains(period.first_day()) && days.contains(period.last_day()));
        prop_assert!(period.contains_date(period.last_day()) && period.contains(&period));
        if let Ok(after) = period.last_day().tomorrow() {
            prop_assert!(!days.contains(after) && !period.contains_date(after));
        }
    }

    #[test]
    fn parts_follow_each_other_and_fill_the_period(period in any_period()) {
        let parts = period.parts(Frequency::Month);
        prop_assert_eq!(parts.first().unwrap().first_day(), period.first_day());
        prop_assert_eq!(parts.last().unwrap().last_day(), period.last_day());
        prop_assert!(parts.windows(2).all(|pair| pair[0].next() == Some(pair[1])));
    }
}
