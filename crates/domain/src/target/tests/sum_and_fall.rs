//! Sums of yearly flows, and falls asked each year.

use ansinh_kernel::figure::Value;
use expect_test::expect;

use super::*;

#[test]
fn thirty_two_thousand_jobs_a_year_are_exactly_on_the_plan() {
    let yearly = "2016=32000 2017=32000 2018=32000 2019=32000 2020=32000";
    check(
        sum("at_least", "160000", "32000"),
        "",
        yearly,
        "2021-03-01",
        expect![[r#"
        2016 path 32,000 actual 32,000 share 1 on_track sum-path
        2017 path 64,000 actual 64,000 share 1 on_track sum-path
        2018 path 96,000 actual 96,000 share 1 on_track sum-path
        2019 path 128,000 actual 128,000 share 1 on_track sum-path
        2020 path 160,000 actual 160,000 share 1 achieved sum-met
        = achieved: Cộng từ 2016 đến 2020 được 160.000%, đạt mức ít nhất 160.000%.
    "#]],
    );
}

#[test]
fn more_than_a_hundred_and_five_thousand_is_strict() {
    let yearly = "2016=21000 2017=21000 2018=21000 2019=21000 2020=21000";
    check(
        sum("more_than", "105000", "21000"),
        "",
        yearly,
        "2021-03-01",
        expect![[r#"
        2016 path 21,000 actual 21,000 share 1 on_track sum-path
        2017 path 42,000 actual 42,000 share 1 on_track sum-path
        2018 path 63,000 actual 63,000 share 1 on_track sum-path
        2019 path 84,000 actual 84,000 share 1 on_track sum-path
        2020 path 105,000 actual 105,000 share 1 missed sum-missed
        = missed: Cộng từ 2016 đến 2020 được 105.000%, không đạt mức trên 105.000%.
    "#]],
    );
}

#[test]
fn a_missing_year_is_not_zero() {
    check(
        sum("more_than", "11000", "2200"),
        "",
        "2016=2500 2018=3000 2019=3500",
        "2020-03-01",
        expect![[r#"
        2016 path 2,200 actual 2,500 share 1.14 on_track sum-path
        2017 path 4,400 actual - share - no_data sum-gap
        2018 path 6,600 actual - share - no_data sum-gap
        2019 path 8,800 actual - share - no_data sum-gap
        2020 path 11,000 actual - share - not_due not-yet-due
        = no_data: Thiếu số liệu đầy đủ năm 2017; các năm đã biết cộng được 9.000%. Năm thiếu không bị coi là 0 nên chưa đánh giá tiến độ. Riêng năm 2019 được 3.500%; kế hoạch bình quân mỗi năm 2.200%.
        > meets: Nếu mỗi năm bằng bình quân 3.000% của 3 năm có số liệu, đến hết năm 2020 cộng được 15.000%.
    "#]],
    );
}

#[test]
fn the_known_years_may_already_be_enough() {
    check(
        sum("more_than", "11000", "2200"),
        "",
        "2016=4500 2018=4000 2019=3500",
        "2021-03-01",
        expect![[r#"
        2016 path 2,200 actual 4,500 share 2.05 on_track sum-path
        2017 path 4,400 actual - share - no_data sum-gap
        2018 path 6,600 actual - share - no_data sum-gap
        2019 path 8,800 actual 12,000 share - achieved sum-met-known
        2020 path 11,000 actual 12,000 share - achieved sum-met-known
        = achieved: Còn thiếu số liệu năm 2017, 2020, nhưng riêng các năm đã biết được 12.000%, đạt mức trên 11.000%.
    "#]],
    );
}

#[test]
fn a_total_reached_early_is_achieved_and_the_years_to_come_are_not_missing() {
    check(
        sum("more_than", "11000", "2200"),
        "",
        "2016=6000 2017=6000",
        "2018-03-01",
        expect![[r#"
        2016 path 2,200 actual 6,000 share 2.73 on_track sum-path
        2017 path 4,400 actual 12,000 share 2.73 achieved sum-met
        2018 path 6,600 actual - share - not_due not-yet-due
        2019 path 8,800 actual - share - not_due not-yet-due
        2020 path 11,000 actual - share - not_due not-yet-due
        = achieved: Cộng từ 2016 đến 2017 được 12.000%, đạt mức trên 11.000%.
        > meets: Nếu mỗi năm bằng bình quân 6.000% của 2 năm có số liệu, đến hết năm 2020 cộng được 30.000%.
    "#]],
    );
}

#[test]
fn a_year_that_not_everyone_reported_is_at_least_what_was_counted() {
    check(
        sum("at_least", "160000", "32000"),
        "",
        "2016=32000 2017=30000+ 2018=32000",
        "2019-03-01",
        expect![[r#"
        2016 path 32,000 actual 32,000 share 1 on_track sum-path
        2017 path 64,000 actual - share - no_data sum-gap
        2018 path 96,000 actual - share - no_data sum-gap
        2019 path 128,000 actual - share - not_due not-yet-due
        2020 path 160,000 actual - share - not_due not-yet-due
        = no_data: Thiếu số liệu đầy đủ năm 2017; các năm đã biết cộng được 94.000%. Năm thiếu không bị coi là 0 nên chưa đánh giá tiến độ. Riêng năm 2018 được 32.000%; kế hoạch bình quân mỗi năm 32.000%.
        > meets: Nếu mỗi năm bằng bình quân 32.000% của 2 năm có số liệu, đến hết năm 2020 cộng được 160.000%.
    "#]],
    );
}

#[test]
fn a_slow_start_that_catches_up() {
    check(
        sum("at_least", "100", "20"),
        "",
        "2016=10 2017=15 2018=25 2019=30 2020=30",
        "2021-03-01",
        expect![[r#"
        2016 path 20 actual 10 share 0.5 off_track sum-path
        2017 path 40 actual 25 share 0.63 slow sum-path
        2018 path 60 actual 50 share 0.83 slow sum-path
        2019 path 80 actual 80 share 1 on_track sum-path
        2020 path 100 actual 110 share 1.1 achieved sum-met
        = achieved: Cộng từ 2016 đến 2020 được 110%, đạt mức ít nhất 100%.
    "#]],
    );
}

#[test]
fn a_sum_that_must_stay_below_is_only_met_at_the_end() {
    check(
        sum("at_most", "100", "20"),
        "",
        "2016=10 2017=25 2018=40 2019=20 2020=10",
        "2021-03-01",
        expect![[r#"
        2016 path 20 actual 10 share 2 on_track sum-path
        2017 path 40 actual 35 share 1.14 on_track sum-path
        2018 path 60 actual 75 share 0.8 slow sum-path
        2019 path 80 actual 95 share 0.84 slow sum-path
        2020 path 100 actual 105 share 0.95 missed sum-missed
        = missed: Cộng từ 2016 đến 2020 được 105%, không đạt mức nhiều nhất 100%.
    "#]],
    );
}

#[test]
fn the_mean_flow_of_the_known_years_is_the_forecast() {
    check(
        sum("at_least", "160000", "32000"),
        "",
        "2016=30000 2017=36000",
        "2018-03-01",
        expect![[r#"
        2016 path 32,000 actual 30,000 share 0.94 slow sum-path
        2017 path 64,000 actual 66,000 share 1.03 on_track sum-path
        2018 path 96,000 actual - share - not_due not-yet-due
        2019 path 128,000 actual - share - not_due not-yet-due
        2020 path 160,000 actual - share - not_due not-yet-due
        = on_track: Cộng từ 2016 đến 2017 được 66.000%; theo kế hoạch là 64.000%, bằng 103,13%.
        > meets: Nếu mỗi năm bằng bình quân 33.000% của 2 năm có số liệu, đến hết năm 2020 cộng được 165.000%.
    "#]],
    );
}

#[test]
fn poverty_falling_two_point_two_a_year_is_on_track_every_year() {
    check(
        fall("2", "2.5"),
        "15",
        "2016=12.8 2017=10.6 2018=8.4 2019=6.2 2020=4",
        "2021-03-01",
        expect![[r#"
        2016 path 13 actual 12.8 share 1.1 on_track yearly-fall Below
        2017 path 10.8 actual 10.6 share 1.1 on_track yearly-fall Below
        2018 path 8.6 actual 8.4 share 1.1 on_track yearly-fall Below
        2019 path 6.4 actual 6.2 share 1.1 on_track yearly-fall Below
        2020 path 5 actual 4 share 1.1 achieved mean-fall-met Below
        = achieved: Từ 15% năm 2015 còn 4% năm 2020: mỗi năm bình quân giảm 2,2 điểm %, đạt yêu cầu ít nhất 2 điểm %.
    "#]],
    );
}

#[test]
fn each_year_counts_by_itself_and_the_mean_decides() {
    check(
        fall("2", "2.5"),
        "14.42",
        "2016=12 2017=11.5 2018=11.8 2019=9.3 2020=4.5",
        "2021-03-01",
        expect![[r#"
        2016 path 12.42 actual 12 share 1.21 on_track yearly-fall Below
        2017 path 10 actual 11.5 share 0.25 off_track yearly-fall Below
        2018 path 9.5 actual 11.8 share -0.15 worsening yearly-rise Below
        2019 path 9.8 actual 9.3 share 1.25 on_track yearly-fall Reached
        2020 path 4.42 actual 4.5 share 0.99 missed mean-fall-missed Below
        = missed: Từ 14,42% năm 2015 đến 4,5% năm 2020: mỗi năm bình quân giảm 1,98 điểm %, không đạt yêu cầu ít nhất 2 điểm %.
    "#]],
    );
}

#[test]
fn a_year_whose_predecessor_is_missing_says_nothing_and_the_mean_still_stands() {
    check(
        fall("2", "2.5"),
        "",
        "2017=11 2018=9 2020=4.98",
        "2021-03-01",
        expect![[r#"
        2016 path - actual - share - no_data no-figure
        2017 path - actual 11 share - no_data no-previous-year
        2018 path 9 actual 9 share 1 on_track yearly-fall Below
        2019 path 7 actual - share - no_data no-figure
        2020 path 5 actual 4.98 share 1.00 achieved mean-fall-met Below
        = achieved: Từ 11% năm 2017 còn 4,98% năm 2020: mỗi năm bình quân giảm 2,01 điểm %, đạt yêu cầu ít nhất 2 điểm %.
    "#]],
    );
}

#[test]
fn a_rate_at_zero_has_nothing_left_to_fall() {
    check(
        fall("4", "5"),
        "6",
        "2016=1 2017=0 2018=0 2020=0",
        "2021-03-01",
        expect![[r#"
        2016 path 2 actual 1 share 1.25 on_track yearly-fall Reached
        2017 path 0 actual 0 share 0.25 on_track nothing-left Below
        2018 path 0 actual 0 share 0 on_track nothing-left Below
        2019 path 0 actual - share - no_data no-figure
        2020 path 0 actual 0 share 0.3 achieved nothing-left Below
        = achieved: Đã về 0, không còn gì để giảm.
    "#]],
    );
}

#[test]
fn a_mean_that_is_not_enough_or_a_rise_misses() {
    check(
        fall("2", "2.5"),
        "10",
        "2016=9 2020=3",
        "2021-03-01",
        expect![[r#"
        2016 path 8 actual 9 share 0.5 off_track yearly-fall Below
        2017 path 7 actual - share - no_data no-figure
        2018 path - actual - share - no_data no-figure
        2019 path - actual - share - no_data no-figure
        2020 path 0 actual 3 share 0.7 missed mean-fall-missed Below
        = missed: Từ 10% năm 2015 đến 3% năm 2020: mỗi năm bình quân giảm 1,4 điểm %, không đạt yêu cầu ít nhất 2 điểm %.
    "#]],
    );
    check(
        fall("2", "2.5"),
        "10",
        "2020=11",
        "2021-03-01",
        expect![[r#"
        2016 path 8 actual - share - no_data no-figure
        2017 path - actual - share - no_data no-figure
        2018 path - actual - share - no_data no-figure
        2019 path - actual - share - no_data no-figure
        2020 path 0 actual 11 share -0.1 missed mean-rise Below
        = missed: Từ 10% năm 2015 lên 11% năm 2020: mỗi năm bình quân tăng 0,2 điểm % trong khi yêu cầu giảm.
    "#]],
    );
}

#[test]
fn a_fall_goes_on_in_the_forecast() {
    check(
        fall("2", "2.5"),
        "14",
        "2016=12 2017=9.8",
        "2018-03-01",
        expect![[r#"
        2016 path 12 actual 12 share 1 on_track yearly-fall Below
        2017 path 10 actual 9.8 share 1.1 on_track yearly-fall Below
        2018 path 7.8 actual - share - not_due not-yet-due
        2019 path - actual - share - not_due not-yet-due
        2020 path 4 actual - share - not_due not-yet-due
        = on_track: Từ 12% năm 2016 còn 9,8%: giảm 2,2 điểm %; yêu cầu mỗi năm giảm ít nhất 2 điểm %.
        > meets: Nếu tiếp tục như từ năm 2015 đến năm 2017, năm 2020 sẽ là 3,5% (kéo dài đường thẳng qua 2 số liệu).
    "#]],
    );
    check(
        fall("2", "2.5"),
        "6",
        "2016=3 2017=1.5",
        "2018-03-01",
        expect![[r#"
        2016 path 4 actual 3 share 1.5 on_track yearly-fall Over
        2017 path 1 actual 1.5 share 0.75 slow yearly-fall Below
        2018 path 0 actual - share - not_due not-yet-due
        2019 path - actual - share - not_due not-yet-due
        2020 path 0 actual - share - not_due not-yet-due
        = slow: Từ 3% năm 2016 còn 1,5%: giảm 1,5 điểm %; yêu cầu mỗi năm giảm ít nhất 2 điểm %.
        > meets: Nếu tiếp tục như từ năm 2015 đến năm 2017, năm 2020 sẽ là 0% (kéo dài đường thẳng qua 2 số liệu).
    "#]],
    );
}

#[test]
fn shares_of_whole_numbers_stay_exact() {
    let share = |n, d| Figure::total(Value::ratio(n, d).unwrap(), Qualifier::Exact, Coverage::Whole);
    let points = [(year(2015), share(3, 7)), (year(2016), share(2, 7))];
    let series = Series::new(measure("m"), Origin::Reported, points);
    let judgement = judge(&goal(fall("2", "2.5"), ""), &series, None, &terms("2017-03-01")).unwrap();
    let Detail::Fall { of_year, mean } = &judgement.years[0].detail else { panic!() };
    assert_eq!(*of_year, Ratio::new(100, 7).ok());
    assert_eq!(mean.map(|mean| mean.points), *of_year);
}
