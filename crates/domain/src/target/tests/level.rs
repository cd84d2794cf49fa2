//! Levels, ranges and approximate numbers.

use expect_test::expect;

use super::*;

#[test]
fn a_rising_level_is_measured_along_the_straight_line() {
    check(
        level("at_least", "50"),
        "36",
        "2016=38.8 2017=41.3 2018=42 2019=35 2020=50",
        "2021-03-01",
        expect![[r#"
        2016 path 38.8 actual 38.8 share 1 on_track path
        2017 path 41.6 actual 41.3 share 0.95 slow path
        2018 path 44.4 actual 42 share 0.71 slow path
        2019 path 47.2 actual 35 share -0.09 worsening path-backward
        2020 path 50 actual 50 share 1 achieved met
        = achieved: Thực tế 50%, đạt mức ít nhất 50%.
    "#]],
    );
}

#[test]
fn exactly_on_the_line_is_on_track_every_year_and_strict_at_the_deadline() {
    check(
        level("more_than", "95"),
        "90",
        "2016=91 2017=92 2018=93 2019=94 2020=95",
        "2021-03-01",
        expect![[r#"
        2016 path 91 actual 91 share 1 on_track path
        2017 path 92 actual 92 share 1 on_track path
        2018 path 93 actual 93 share 1 on_track path
        2019 path 94 actual 94 share 1 on_track path
        2020 path 95 actual 95 share 1 missed missed
        = missed: Đến hạn 2020: thực tế 95%, không đạt mức trên 95%.
    "#]],
    );
}

#[test]
fn a_zero_target_may_be_approached_on_a_straight_line() {
    check(
        level("at_most", "0"),
        "15",
        "2016=12 2017=9 2018=6 2019=3 2020=0",
        "2021-03-01",
        expect![[r#"
        2016 path 12 actual 12 share 1 on_track path
        2017 path 9 actual 9 share 1 on_track path
        2018 path 6 actual 6 share 1 on_track path
        2019 path 3 actual 3 share 1 on_track path
        2020 path 0 actual 0 share 1 achieved met
        = achieved: Thực tế 0%, đạt mức nhiều nhất 0%.
    "#]],
    );
}

#[test]
fn a_hundred_percent_target_early_and_late() {
    check(
        level("at_least", "100"),
        "80",
        "2016=85 2017=100 2018=99 2020=99.99",
        "2021-03-01",
        expect![[r#"
        2016 path 84 actual 85 share 1.25 on_track path
        2017 path 88 actual 100 share 2.5 achieved met
        2018 path 92 actual 99 share 1.58 on_track path
        2019 path 96 actual - share - no_data no-figure
        2020 path 100 actual 99.99 share 1.00 missed missed
        = missed: Đến hạn 2020: thực tế 99,99%, không đạt mức ít nhất 100%.
    "#]],
    );
}

#[test]
fn a_falling_level_strictly_below_its_number() {
    check(
        level("less_than", "15"),
        "20",
        "2016=19 2017=18.5 2018=21 2019=14.9 2020=15",
        "2021-03-01",
        expect![[r#"
        2016 path 19 actual 19 share 1 on_track path
        2017 path 18 actual 18.5 share 0.75 slow path
        2018 path 17 actual 21 share -0.33 worsening path-backward
        2019 path 16 actual 14.9 share 1.28 achieved met
        2020 path 15 actual 15 share 1 missed missed
        = missed: Đến hạn 2020: thực tế 15%, không đạt mức dưới 15%.
    "#]],
    );
}

#[test]
fn a_base_that_already_meets_can_only_be_lost() {
    check(
        level("at_least", "95"),
        "96",
        "2016=95.5 2017=94.9 2018=95 2020=94",
        "2021-03-01",
        expect![[r#"
        2016 path 95 actual 95.5 share - achieved met
        2017 path 95 actual 94.9 share - worsening lost-ground
        2018 path 95 actual 95 share - achieved met
        2019 path 95 actual - share - no_data no-figure
        2020 path 95 actual 94 share - missed missed
        = missed: Đến hạn 2020: thực tế 94%, không đạt mức ít nhất 95%.
    "#]],
    );
}

#[test]
fn a_base_on_the_number_of_a_strict_bound_is_held() {
    check(
        level("more_than", "95"),
        "95",
        "2016=95 2017=94 2018=95.1 2020=95",
        "2021-03-01",
        expect![[r#"
        2016 path 95 actual 95 share - on_track held-at-base
        2017 path 95 actual 94 share - worsening path-backward
        2018 path 95 actual 95.1 share - achieved met
        2019 path 95 actual - share - no_data no-figure
        2020 path 95 actual 95 share - missed missed
        = missed: Đến hạn 2020: thực tế 95%, không đạt mức trên 95%.
    "#]],
    );
}

#[test]
fn without_a_base_there_is_no_pace_but_there_is_a_verdict() {
    check(
        level("at_least", "35"),
        "",
        "2016=20 2018=36 2019=34 2020=34",
        "2021-03-01",
        expect![[r#"
        2016 path - actual 20 share - no_baseline no-baseline
        2017 path - actual - share - no_data no-figure
        2018 path - actual 36 share - achieved met
        2019 path - actual 34 share - no_baseline no-baseline
        2020 path 35 actual 34 share - missed missed
        = missed: Đến hạn 2020: thực tế 34%, không đạt mức ít nhất 35%.
    "#]],
    );
}

#[test]
fn the_series_own_figure_of_the_base_year_serves_as_base() {
    check(
        level("at_least", "35"),
        "",
        "2015=15 2017=23",
        "2018-03-01",
        expect![[r#"
        2016 path 19 actual - share - no_data no-figure
        2017 path 23 actual 23 share 1 on_track path
        2018 path 27 actual - share - not_due not-yet-due
        2019 path 31 actual - share - not_due not-yet-due
        2020 path 35 actual - share - not_due not-yet-due
        = on_track: Từ 15% năm 2015, theo đường thẳng đến năm 2017 là 23%; thực tế 23%, bằng 100% quãng đường phải đi.
        > meets: Nếu tiếp tục như từ năm 2015 đến năm 2017, năm 2020 sẽ là 35% (kéo dài đường thẳng qua 2 số liệu).
    "#]],
    );
}

#[test]
fn a_passed_deadline_without_a_figure_is_no_data() {
    check(
        level("more_than", "90"),
        "70",
        "2016=72 2018=80 2022=95",
        "2026-11-23",
        expect![[r#"
        2016 path 74 actual 72 share 0.5 off_track path
        2017 path 78 actual - share - no_data no-figure
        2018 path 82 actual 80 share 0.83 slow path
        2019 path 86 actual - share - no_data no-figure
        2020 path 90 actual - share - no_data no-figure
        2022 path - actual 95 share - not_judged after-deadline
        = no_data: Đã quá hạn 2020 mà chưa có số liệu năm đó nên chưa kết luận đạt hay không. Số gần nhất là của năm 2018; xét riêng năm đó: chậm. Từ 70% năm 2015, theo đường thẳng đến năm 2018 là 82%; thực tế 80%, bằng 83,33% quãng đường phải đi.
    "#]],
    );
    check(
        level("more_than", "90"),
        "70",
        "",
        "2026-11-23",
        expect![[r#"
        2016 path 74 actual - share - no_data no-figure
        2017 path 78 actual - share - no_data no-figure
        2018 path 82 actual - share - no_data no-figure
        2019 path 86 actual - share - no_data no-figure
        2020 path 90 actual - share - no_data no-figure
        = no_data: Đã quá hạn 2020 mà chưa có số liệu của năm nào.
    "#]],
    );
}

#[test]
fn before_the_first_year_is_over_nothing_is_due() {
    check(
        level("more_than", "90"),
        "70",
        "",
        "2016-12-31",
        expect![[r#"
        2016 path 74 actual - share - not_due not-yet-due
        2017 path 78 actual - share - not_due not-yet-due
        2018 path 82 actual - share - not_due not-yet-due
        2019 path 86 actual - share - not_due not-yet-due
        2020 path 90 actual - share - not_due not-yet-due
        = not_due: Chưa có số liệu năm nào.
    "#]],
    );
    check(
        level("more_than", "90"),
        "70",
        "",
        "2017-01-01",
        expect![[r#"
        2016 path 74 actual - share - no_data no-figure
        2017 path 78 actual - share - not_due not-yet-due
        2018 path 82 actual - share - not_due not-yet-due
        2019 path 86 actual - share - not_due not-yet-due
        2020 path 90 actual - share - not_due not-yet-due
        = no_data: Chưa có số liệu năm nào.
    "#]],
    );
}

#[test]
fn a_figure_printed_as_a_bound_proves_only_what_it_proves() {
    check(
        level("more_than", "95"),
        "90",
        "2018=>94 2019=>95 2020=>94",
        "2021-03-01",
        expect![[r#"
        2016 path 91 actual - share - no_data no-figure
        2017 path 92 actual - share - no_data no-figure
        2018 path 93 actual 94 share 1.33 on_track path
        2019 path 94 actual 95 share 1.25 achieved met
        2020 path 95 actual 94 share - no_data cannot-tell
        = no_data: Số liệu chỉ ghi “trên 94%”, chưa đủ để kết luận so với mức trên 95%.
    "#]],
    );
    check(
        level("less_than", "15"),
        "20",
        "2020=<15",
        "2021-03-01",
        expect![[r#"
        2016 path 19 actual - share - no_data no-figure
        2017 path 18 actual - share - no_data no-figure
        2018 path 17 actual - share - no_data no-figure
        2019 path 16 actual - share - no_data no-figure
        2020 path 15 actual 15 share 1 achieved met
        = achieved: Thực tế dưới 15%, đạt mức dưới 15%.
    "#]],
    );
}

#[test]
fn gross_product_per_person_falls_behind_the_low_end_of_its_range() {
    check(
        range("65", "70", Direction::Up),
        "28",
        "2016=30.85 2018=37.5",
        "2019-06-01",
        expect![[r#"
        2016 path 35.4 actual 30.85 share 0.39 off_track path Below
        2017 path 42.8 actual - share - no_data no-figure
        2018 path 50.2 actual 37.5 share 0.43 off_track path Below
        2019 path 57.6 actual - share - not_due not-yet-due
        2020 path 65 actual - share - not_due not-yet-due
        = off_track: Từ 28% năm 2015, theo đường thẳng đến năm 2018 là 50,2%; thực tế 37,5%, bằng 42,79% quãng đường phải đi.
        > does not meet: Nếu tiếp tục như từ năm 2015 đến năm 2018, năm 2020 sẽ là 43,83% (kéo dài đường thẳng qua 2 số liệu).
    "#]],
    );
}

#[test]
fn a_range_shows_the_stretch_to_its_high_end() {
    check(
        range("55", "60", Direction::Up),
        "50",
        "2017=54 2018=57 2019=60 2020=61",
        "2021-06-01",
        expect![[r#"
        2016 path 51 actual - share - no_data no-figure
        2017 path 52 actual 54 share 2 on_track path Below
        2018 path 53 actual 57 share 2.33 achieved met Below
        2019 path 54 actual 60 share 2.5 achieved met Reached
        2020 path 55 actual 61 share 2.2 achieved met Over
        = achieved: Thực tế 61%, đạt mức ít nhất 55%.
    "#]],
    );
    check(
        range("5", "8", Direction::Down),
        "12",
        "2017=10 2018=8 2019=5 2020=4",
        "2021-06-01",
        expect![[r#"
        2016 path 11.2 actual - share - no_data no-figure
        2017 path 10.4 actual 10 share 1.25 on_track path Below
        2018 path 9.6 actual 8 share 1.67 achieved met Below
        2019 path 8.8 actual 5 share 2.19 achieved met Reached
        2020 path 8 actual 4 share 2 achieved met Over
        = achieved: Thực tế 4%, đạt mức nhiều nhất 8%.
    "#]],
    );
}

#[test]
fn about_two_hundred_is_met_within_its_tolerance_and_beyond() {
    let about = TargetKind::Approximate { value: number("200"), tolerance_percent: number("10") };
    let open = Goal { scale: Scale::Open, ..goal(about, "100") };
    let series = series(Origin::Reported, "2016=120 2017=130 2018=180 2019=240 2020=179");
    let judgement = judge(&open, &series, None, &terms("2021-01-01")).unwrap();
    expect![[r#"
        2016 path 120 actual 120 share 1 on_track path Below
        2017 path 140 actual 130 share 0.75 slow path Below
        2018 path 160 actual 180 share 1.33 achieved met Below
        2019 path 180 actual 240 share 1.75 achieved met Over
        2020 path 200 actual 179 share 0.79 missed missed Below
        = missed: Đến hạn 2020: thực tế 179%, không đạt mức ít nhất 180%.
    "#]]
    .assert_eq(&printed(&judgement));
}

#[test]
fn the_forecast_of_a_percentage_stays_a_percentage() {
    check(
        level("at_least", "95"),
        "60",
        "2016=75 2017=90",
        "2018-02-01",
        expect![[r#"
        2016 path 67 actual 75 share 2.14 on_track path
        2017 path 74 actual 90 share 2.14 on_track path
        2018 path 81 actual - share - not_due not-yet-due
        2019 path 88 actual - share - not_due not-yet-due
        2020 path 95 actual - share - not_due not-yet-due
        = on_track: Từ 60% năm 2015, theo đường thẳng đến năm 2017 là 74%; thực tế 90%, bằng 214,29% quãng đường phải đi.
        > meets: Nếu tiếp tục như từ năm 2015 đến năm 2017, năm 2020 sẽ là 100% (kéo dài đường thẳng qua 2 số liệu).
    "#]],
    );
    check(
        level("at_most", "3"),
        "20",
        "2016=12",
        "2017-02-01",
        expect![[r#"
        2016 path 16.6 actual 12 share 2.35 on_track path
        2017 path 13.2 actual - share - not_due not-yet-due
        2018 path 9.8 actual - share - not_due not-yet-due
        2019 path 6.4 actual - share - not_due not-yet-due
        2020 path 3 actual - share - not_due not-yet-due
        = on_track: Từ 20% năm 2015, theo đường thẳng đến năm 2016 là 16,6%; thực tế 12%, bằng 235,29% quãng đường phải đi.
        > meets: Nếu tiếp tục như từ năm 2015 đến năm 2016, năm 2020 sẽ là 0% (kéo dài đường thẳng qua 2 số liệu).
    "#]],
    );
}

#[test]
fn made_up_figures_are_not_measured_from_a_real_base() {
    let goal = goal(level("at_least", "50"), "36");
    let made_up = series(Origin::Illustrative, "2016=38.8");
    let judgement = judge(&goal, &made_up, None, &terms("2017-06-01")).unwrap();
    assert_eq!((judgement.base, judgement.headline.band), (None, Band::NoBaseline));
    let made_up = series(Origin::Illustrative, "2015=30 2016=34");
    let judgement = judge(&goal, &made_up, None, &terms("2017-06-01")).unwrap();
    assert_eq!(judgement.base.map(|base| base.from), Some(BaseFrom::Series));
}

#[test]
fn another_area_is_measured_from_its_own_base() {
    let goal = goal(level("at_least", "50"), "36").for_other_area();
    let own = series(Origin::Reported, "2015=20 2016=26");
    let judgement = judge(&goal, &own, None, &terms("2017-06-01")).unwrap();
    assert_eq!(judgement.base.map(|base| base.value), Some(Ratio::from(20)));
    assert_eq!(judgement.headline.band, Band::OnTrack);
}

#[test]
fn a_baseline_of_another_concept_is_not_taken() {
    let mut goal = goal(level("at_least", "50"), "36");
    goal.measures = vec![measure("other")];
    goal.baseline = goal.baseline.map(|baseline| PlanBaseline { measure: measure("other"), ..baseline });
    let judgement = judge(&goal, &series(Origin::Reported, "2016=38.8"), None, &terms("2017-06-01")).unwrap();
    assert_eq!(judgement.base, None);
    goal.measures.push(measure("m"));
    let judgement = judge(&goal, &series(Origin::Reported, "2016=38.8"), None, &terms("2017-06-01")).unwrap();
    assert_eq!(judgement.base.map(|base| base.from), Some(BaseFrom::Plan));
}

#[test]
fn the_series_that_knows_something_speaks_for_the_target() {
    let goal = goal(level("at_least", "50"), "36");
    let judged = |points: &str| judge(&goal, &series(Origin::Reported, points), None, &terms("2021-06-01")).unwrap();
    let all = [judged("2022=60"), judged("2018=44"), judged("2020=51")];
    assert_eq!(principal(&all), Some(&all[1]));
    assert_eq!(principal(&all[..1]), Some(&all[0]));
    assert_eq!(principal(&[]), None);
}

#[test]
fn a_goal_that_contradicts_itself_is_refused() {
    let series = series(Origin::Reported, "2016=38.8");
    let mut late = goal(level("at_least", "50"), "36");
    late.base_year = year(2020);
    let refused = judge(&late, &series, None, &terms("2017-06-01"));
    assert_eq!(refused, Err(JudgeError::BaseNotBeforeDeadline { base: year(2020), deadline: year(2020) }));
    late.deadline = year(2015);
    let refused = judge(&late, &series, None, &terms("2017-06-01"));
    assert_eq!(refused, Err(JudgeError::DeadlineBeforePlan { deadline: year(2015), first: year(2016) }));
}
