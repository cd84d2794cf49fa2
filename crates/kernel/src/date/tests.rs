//! Behaviour of days, months, quarters, years, ranges and instants.

use super::*;
use crate::problem::Fault;
use proptest::prelude::*;
use std::time::Duration;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn year(number: i16) -> Year {
    Year::new(number).unwrap()
}

fn any_date() -> impl Strategy<Value = Date> {
    (0..401_700_i32).prop_map(|days| date("1900-01-01").plus_days(days).unwrap())
}

fn any_instant() -> impl Strategy<Value = Instant> {
    (-2_208_970_000_000_i64..32_503_600_000_000).prop_map(|millis| Instant::from_unix_millis(millis).unwrap())
}

#[test]
fn people_read_their_own_form() {
    let day = date("2018-09-05");
    assert_eq!(day.format(Lang::Vi), "05/09/2018");
    assert_eq!(day.format(Lang::En), "5 Sep 2018");
    assert_eq!(day.format_long(Lang::Vi), "ngày 05 tháng 9 năm 2018");
    assert_eq!(day.format_long(Lang::En), "5 September 2018");
    assert_eq!(date("2026-02-23").format_long(Lang::Vi), "ngày 23 tháng 02 năm 2026");
    assert_eq!(date("2026-11-23").format(Lang::Vi), "23/11/2026");
}

#[test]
fn days_are_read_as_people_type_them() {
    for text in [
        "23/11/2026",
        "23-11-2026",
        "23.11.2026",
        " 23/11/2026 ",
        "ngày 23 tháng 11 năm 2026",
        "Ngày 23 tháng 11 năm 2026",
        "23 tháng 11 năm 2026",
        "2026-11-23",
    ] {
        assert_eq!(Date::parse_vi(text), Ok(date("2026-11-23")), "{text}");
    }
    assert_eq!(Date::parse_vi("5/9/2018"), Ok(date("2018-09-05")));
}

#[test]
fn a_day_that_could_be_another_is_refused() {
    let code = |text: &str| Date::parse_vi(text).unwrap_err().code();
    assert_eq!(code("23/11/26"), "date-short-year");
    assert_eq!(code("11/23/2026"), "date-no-such-day");
    assert_eq!(code("29/02/2019"), "date-no-such-day");
    assert_eq!(code("2026-02-30"), "date-no-such-day");
    assert_eq!(code("1/1/1899"), "date-out-of-range");
    for text in ["", "hôm nay", "23/11", "23/11-2026", "23/11/2026/1", "1/1/20260", "a/b/cccc", "0023/1/2026"] {
        assert_eq!(code(text), "date-not-a-date", "{text}");
    }
}

#[test]
fn machines_read_the_iso_form_only() {
    for text in ["2026-1-01", "23/11/2026", "20261123", "2026-11-23T00:00", "+2026-11-23", "2026-11"] {
        assert!(matches!(text.parse::<Date>(), Err(DateError::NotIso { .. })), "{text}");
    }
    assert!(matches!("2026-13-01".parse::<Date>(), Err(DateError::NoSuchDay { .. })));
}

#[test]
fn the_calendar_has_two_ends() {
    assert_eq!(date("2999-12-31").tomorrow(), Err(DateError::OutOfRange));
    assert_eq!(date("1900-01-01").yesterday(), Err(DateError::OutOfRange));
    assert_eq!(date("2026-01-31").plus_months(1), Ok(date("2026-02-28")));
    assert_eq!(date("2026-01-31").plus_months(i32::MAX), Err(DateError::OutOfRange));
    assert_eq!(date("2026-01-31").plus_days(i32::MIN), Err(DateError::OutOfRange));
}

#[test]
fn an_age_changes_on_the_birthday() {
    let born = date("2000-02-29");
    assert_eq!(born.whole_years_until(date("2016-02-28")), 15);
    assert_eq!(born.whole_years_until(date("2016-02-29")), 16);
    assert_eq!(born.whole_years_until(date("2017-02-28")), 16);
    assert_eq!(born.whole_years_until(date("2017-03-01")), 17);
    assert_eq!(born.whole_years_until(date("1999-01-01")), 0);
}

#[test]
fn months_quarters_and_years_know_each_other() {
    let august = Month::new(year(2018), 8).unwrap();
    assert_eq!(august.quarter().to_string(), "2018-Q3");
    assert_eq!(august.quarter().first_month().to_string(), "2018-07");
    assert_eq!(august.quarter().last_month().last_day(), date("2018-09-30"));
    assert_eq!(august.plus_months(-8).unwrap().to_string(), "2017-12");
    assert_eq!(year(2020).last_day(), date("2020-12-31"));
    assert_eq!(year(2016).through(year(2020)).count(), 5);
    assert_eq!(year(2020).through(year(2016)).count(), 0);
    assert_eq!(year(2020).years_until(year(2016)), -4);
    assert!(year(2999).plus(1).is_err() && Month::new(year(2018), 13).is_err());
    assert!(Quarter::new(year(2018), 0).is_err() && "2018-Q5".parse::<Quarter>().is_err());
    for text in ["2018-7", "2018-007", "18-07", "2018/07", "2018-Q3"] {
        assert!(text.parse::<Month>().is_err(), "{text}");
    }
}

#[test]
fn a_range_has_its_first_day_and_not_its_end() {
    let plan = Validity::new(Some(date("2016-01-01")), Some(date("2021-01-01"))).unwrap();
    assert!(plan.contains(date("2016-01-01")) && plan.contains(date("2020-12-31")));
    assert!(!plan.contains(date("2015-12-31")) && !plan.contains(date("2021-01-01")));
    let after = Validity::starting(date("2021-01-01"));
    assert!(!plan.overlaps(&after) && !after.overlaps(&plan));
    assert!(plan.is_within(&Validity::ALWAYS) && !Validity::ALWAYS.is_within(&plan));
    let before = Validity::new(None, Some(date("2016-01-02"))).unwrap();
    let shared = plan.intersection(&before).unwrap();
    assert_eq!((shared.from(), shared.to()), (Some(date("2016-01-01")), Some(date("2016-01-02"))));
    let empty = Validity::new(Some(date("2016-01-01")), Some(date("2016-01-01")));
    assert_eq!(empty.unwrap_err().code(), "date-empty-range");
}

#[test]
fn a_range_is_written_with_its_last_day() {
    let plan = Validity::new(Some(date("2016-01-01")), Some(date("2021-01-01"))).unwrap();
    assert_eq!(plan.format(Lang::Vi), "từ 01/01/2016 đến hết 31/12/2020");
    assert_eq!(plan.format(Lang::En), "1 Jan 2016 to 31 Dec 2020");
    assert_eq!(Validity::starting(date("2021-01-01")).format(Lang::Vi), "từ 01/01/2021");
}

#[test]
fn the_day_in_vietnam_begins_seven_hours_before_utc() {
    let instant = |text: &str| text.parse::<Instant>().unwrap();
    assert_eq!(Date::in_vietnam(instant("2026-11-22T16:59:59.999Z")), date("2026-11-22"));
    assert_eq!(Date::in_vietnam(instant("2026-11-22T17:00:00Z")), date("2026-11-23"));
    assert_eq!(Instant::start_of(date("2026-11-23")), Ok(instant("2026-11-22T17:00:00Z")));
    assert_eq!(instant("2026-11-23T07:05:00Z").format(Lang::Vi), "14:05 23/11/2026");
    assert_eq!(instant("2026-11-23T07:05:00Z").format(Lang::En), "14:05, 23 Nov 2026");
}

#[test]
fn instants_are_written_with_a_fixed_width() {
    let instant: Instant = "2026-11-23T14:05:00.1239+07:00".parse().unwrap();
    assert_eq!(instant.to_string(), "2026-11-23T07:05:00.123Z");
    assert_eq!(Instant::from_unix_millis(0).unwrap().to_string(), "1970-01-01T00:00:00.000Z");
    for text in [
        "2026-11-23",
        "2026-11-23T07:05Z",
        "2026-11-23 07:05:00Z",
        "2026-11-23T07:05:00",
        "2026-11-23T07:05:00Z[UTC]",
        "2026-11-23T25:00:00Z",
        "2026-11-23T07:05:00.Z",
    ] {
        assert!(text.parse::<Instant>().is_err(), "{text}");
    }
    assert!("2999-12-31T18:00:00Z".parse::<Instant>().is_err());
    assert!(Instant::from_unix_millis(i64::MAX).is_err());
    assert!(instant.plus(Duration::MAX).is_err());
    let later = instant.plus(Duration::from_secs(90)).unwrap();
    assert_eq!(later.since(instant), Duration::from_secs(90));
    assert_eq!(instant.since(later), Duration::ZERO);
}

/// A range of days near the beginning of 2020, perhaps open.
fn any_range() -> impl Strategy<Value = Validity> {
    let start = date("2020-01-01");
    let day = move |days: i32| start.plus_days(days).unwrap();
    (prop::option::of(0..40_i32), prop::option::of(1..40_i32)).prop_map(move |(first, length)| {
        let end = length.map(|length| day(first.unwrap_or(0) + length));
        Validity::new(first.map(day), end).unwrap()
    })
}

proptest! {
    #[test]
    fn a_day_printed_and_read_again_is_the_same(date in any_date()) {
        prop_assert_eq!(date.to_string().parse(), Ok(date));
        prop_assert_eq!(Date::parse_vi(&date.format(Lang::Vi)), Ok(date));
        prop_assert_eq!(Date::parse_vi(&date.format_long(Lang::Vi)), Ok(date));
        prop_assert_eq!(Date::new(date.year().get(), date.month().number(), date.day()), Ok(date));
    }

    #[test]
    fn texts_sort_as_days_do(a in any_date(), b in any_date()) {
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        prop_assert_eq!(a.plus_days(i32::try_from(a.days_until(b)).unwrap()), Ok(b));
    }

    #[test]
    fn an_instant_printed_and_read_again_is_the_same(a in any_instant(), b in any_instant()) {
        prop_assert_eq!(a.to_string().parse(), Ok(a));
        prop_assert_eq!(Instant::from_unix_millis(a.unix_millis()), Ok(a));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
        let start = Instant::start_of(Date::in_vietnam(a)).unwrap();
        prop_assert!(start <= a && a.since(start) < Duration::from_secs(24 * 60 * 60));
    }

    #[test]
    fn two_ranges_overlap_if_a_day_is_in_both(left in any_range(), right in any_range()) {
        let start = date("2020-01-01");
        let mut nearby = (-2..82).map(|days| start.plus_days(days).unwrap());
        let shared = nearby.any(|day| left.contains(day) && right.contains(day));
        prop_assert_eq!(left.overlaps(&right), shared);
    }
}
