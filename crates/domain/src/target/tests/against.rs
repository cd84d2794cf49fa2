//! Limits, comparisons with another area, things that exist, answers of every area, targets without a number, and
//! aims.

use expect_test::expect;

use super::*;

#[test]
fn urban_unemployment_must_stay_strictly_below_two_point_four() {
    check(
        limit("less_than", "2.4"),
        "",
        "2016=2.3 2017=2.4 2018=2.9 2019=3.9 2020=2.4",
        "2021-03-01",
        expect![[r#"
        2016 path 2.4 actual 2.3 share 1.04 on_track within-limit
        2017 path 2.4 actual 2.4 share 1 worsening away-from-limit
        2018 path 2.4 actual 2.9 share 0.83 worsening away-from-limit
        2019 path 2.4 actual 3.9 share 0.62 worsening away-from-limit
        2020 path 2.4 actual 2.4 share 1 missed outside-limit
        = missed: Thực tế 2,4%, ngoài giới hạn dưới 2,4%.
    "#]],
    );
    check(
        limit("less_than", "2.4"),
        "",
        "2019=2.5 2020=2.39",
        "2021-03-01",
        expect![[r#"
        2016 path 2.4 actual - share - no_data no-figure
        2017 path 2.4 actual - share - no_data no-figure
        2018 path 2.4 actual - share - no_data no-figure
        2019 path 2.4 actual 2.5 share 0.96 on_track outside-limit
        2020 path 2.4 actual 2.39 share 1.00 achieved within-limit
        = achieved: Thực tế 2,39%, trong giới hạn dưới 2,4%.
    "#]],
    );
}

#[test]
fn a_floor_is_checked_each_year() {
    check(
        limit("more_than", "85"),
        "",
        "2016=80 2017=82 2018=50 2019=86 2020=85",
        "2021-03-01",
        expect![[r#"
        2016 path 85 actual 80 share 0.94 slow outside-limit
        2017 path 85 actual 82 share 0.96 on_track outside-limit
        2018 path 85 actual 50 share 0.59 worsening away-from-limit
        2019 path 85 actual 86 share 1.01 on_track within-limit
        2020 path 85 actual 85 share 1 missed outside-limit
        = missed: Thực tế 85%, ngoài giới hạn trên 85%.
    "#]],
    );
}

#[test]
fn a_limit_of_zero_needs_no_division() {
    check(
        limit("at_most", "0"),
        "",
        "2016=5 2017=3 2018=0 2020=1",
        "2021-03-01",
        expect![[r#"
        2016 path 0 actual 5 share 0 off_track outside-limit
        2017 path 0 actual 3 share 0 off_track outside-limit
        2018 path 0 actual 0 share - on_track within-limit
        2019 path 0 actual - share - no_data no-figure
        2020 path 0 actual 1 share 0 missed outside-limit
        = missed: Thực tế 1%, ngoài giới hạn nhiều nhất 0%.
    "#]],
    );
    check(
        limit("at_least", "10"),
        "",
        "2016=0 2017=-5",
        "2018-03-01",
        expect![[r#"
        2016 path 10 actual 0 share 0 off_track outside-limit
        2017 path 10 actual -5 share 0 worsening away-from-limit
        2018 path 10 actual - share - not_due not-yet-due
        2019 path 10 actual - share - not_due not-yet-due
        2020 path 10 actual - share - not_due not-yet-due
        = worsening: Thực tế -5%, ngoài giới hạn ít nhất 10% và xa thêm so với 0% năm 2016.
        > does not meet: Nếu tiếp tục như từ năm 2016 đến năm 2017, năm 2020 sẽ là 0% (kéo dài đường thẳng qua 2 số liệu).
    "#]],
    );
}

#[test]
fn a_limit_printed_as_a_bound_may_stay_open() {
    check(
        limit("less_than", "2.4"),
        "",
        "2016=<3 2017=<2.4 2018=>2.5",
        "2019-03-01",
        expect![[r#"
        2016 path 2.4 actual 3 share - no_data cannot-tell
        2017 path 2.4 actual 2.4 share 1 on_track within-limit
        2018 path 2.4 actual 2.5 share 0.96 on_track outside-limit
        2019 path 2.4 actual - share - not_due not-yet-due
        2020 path 2.4 actual - share - not_due not-yet-due
        = on_track: Thực tế trên 2,5%, ngoài giới hạn dưới 2,4%.
    "#]],
    );
}

fn compared(own: &str, other: &str, today: &str) -> Judgement {
    let nation = series(Origin::Published, other);
    judge(&goal(relative(), ""), &series(Origin::Reported, own), Some(&nation), &terms(today)).unwrap()
}

#[test]
fn poverty_is_compared_with_the_nation_in_the_same_year() {
    let judgement =
        compared("2016=8.23 2017=9 2018=7 2019=6.5 2020=2.75", "2016=8.23 2018=6 2019=3.75 2020=2.75", "2021-03-01");
    expect![[r#"
        2016 path 8.23 actual 8.23 share 1 on_track within-other
        2017 path - actual 9 share - no_data no-other
        2018 path 6 actual 7 share 0.86 worsening away-from-other
        2019 path 3.75 actual 6.5 share 0.58 worsening away-from-other
        2020 path 2.75 actual 2.75 share 1 achieved within-other
        = achieved: Thực tế 2,75%; nơi so sánh 2,75% cùng năm, yêu cầu nhiều nhất mức đó: đạt.
    "#]]
    .assert_eq(&printed(&judgement));
    let late = compared("2016=9 2017=8 2020=2.76", "2016=8 2017=7.8 2020=2.75", "2021-03-01");
    expect![[r#"
        2016 path 8 actual 9 share 0.89 slow outside-other
        2017 path 7.8 actual 8 share 0.98 on_track outside-other
        2018 path - actual - share - no_data no-figure
        2019 path - actual - share - no_data no-figure
        2020 path 2.75 actual 2.76 share 1.00 missed outside-other
        = missed: Thực tế 2,76%; nơi so sánh 2,75% cùng năm, yêu cầu nhiều nhất mức đó: chưa đạt.
    "#]]
    .assert_eq(&printed(&late));
}

#[test]
fn only_the_same_concept_is_compared() {
    let mut nation = series(Origin::Published, "2016=8.23");
    nation.measure = measure("survey");
    let own = series(Origin::Reported, "2016=8");
    let refused = judge(&goal(relative(), ""), &own, Some(&nation), &terms("2017-03-01"));
    assert_eq!(refused, Err(JudgeError::OtherConcept { own: measure("m"), other: measure("survey") }));
}

#[test]
fn a_centre_is_there_or_not() {
    let kind = || TargetKind::Count { bound: Bound::AtLeast, value: number("1") };
    check(
        kind(),
        "",
        "2016=0 2018=0",
        "2019-03-01",
        expect![[r#"
        2016 path 1 actual 0 share - not_due waiting
        2017 path 1 actual - share - no_data no-figure
        2018 path 1 actual 0 share - not_due waiting
        2019 path 1 actual - share - not_due not-yet-due
        2020 path 1 actual - share - not_due not-yet-due
        = not_due: Thực tế 0%, chưa đạt mức ít nhất 1%; hạn là năm 2020.
    "#]],
    );
    check(
        kind(),
        "",
        "2016=0 2019=1 2020=1",
        "2021-03-01",
        expect![[r#"
        2016 path 1 actual 0 share - not_due waiting
        2017 path 1 actual - share - no_data no-figure
        2018 path 1 actual - share - no_data no-figure
        2019 path 1 actual 1 share - achieved met
        2020 path 1 actual 1 share - achieved met
        = achieved: Thực tế 1%, đạt mức ít nhất 1%.
    "#]],
    );
    check(
        kind(),
        "",
        "2020=0",
        "2021-03-01",
        expect![[r#"
        2016 path 1 actual - share - no_data no-figure
        2017 path 1 actual - share - no_data no-figure
        2018 path 1 actual - share - no_data no-figure
        2019 path 1 actual - share - no_data no-figure
        2020 path 1 actual 0 share - missed missed
        = missed: Đến hạn 2020: thực tế 0%, không đạt mức ít nhất 1%.
    "#]],
    );
}

fn answered(wanted: bool, points: &[(i16, i64, i64, i64)], today: &str) -> Judgement {
    let points = points
        .iter()
        .map(|(own, yes, answered, expected)| (year(*own), Figure::answers(*yes, *answered, *expected).unwrap()));
    let series = Series::new(measure("m"), Origin::Reported, points);
    judge(&goal(TargetKind::EveryArea { wanted }, ""), &series, None, &terms(today)).unwrap()
}

#[test]
fn every_commune_must_answer_and_answer_as_wanted() {
    let covered = answered(
        true,
        &[
            (2015, 100, 150, 150),
            (2016, 110, 150, 150),
            (2018, 130, 149, 151),
            (2019, 60, 70, 151),
            (2020, 151, 151, 151),
        ],
        "2021-03-01",
    );
    expect![[r#"
        2016 path 73.33 actual 73.33 share 1 on_track path
        2017 path 80 actual - share - no_data no-figure
        2018 path 86.67 actual 86.09 share 0.97 on_track path
        2019 path 93.33 actual 39.74 share -1.01 no_data answers-missing
        2020 path 100 actual 100 share 1 achieved met
        = achieved: Thực tế 100%, đạt mức ít nhất 100%.
    "#]]
    .assert_eq(&printed(&covered));
    let littered = answered(false, &[(2016, 30, 159, 159), (2020, 0, 150, 151)], "2021-03-01");
    expect![[r#"
        2016 path - actual 81.13 share - no_baseline no-baseline
        2017 path - actual - share - no_data no-figure
        2018 path - actual - share - no_data no-figure
        2019 path - actual - share - no_data no-figure
        2020 path 100 actual 99.34 share - no_data answers-missing
        = no_data: Mới có 150/151 nơi trả lời, chưa đủ để kết luận. Số liệu của 150/151 nơi phải báo cáo.
    "#]]
    .assert_eq(&printed(&littered));
    let known = answered(false, &[(2020, 1, 2, 151)], "2021-03-01");
    assert_eq!(known.headline.band, Band::Missed);
}

#[test]
fn a_target_without_a_number_shows_its_direction() {
    let kind = TargetKind::ShareNoFigure { bound: Bound::AtLeast };
    let series = series(Origin::Reported, "2016=90 2018=93 2020=95");
    let judgement = judge(&goal(kind, ""), &series, None, &terms("2021-03-01")).unwrap();
    expect![[r#"
        2016 path - actual 90 share - not_judged direction-only
        2017 path - actual - share - no_data no-figure
        2018 path - actual 93 share - not_judged direction-only
        2019 path - actual - share - no_data no-figure
        2020 path - actual 95 share - not_judged direction-only
        = not_judged: Thực tế 95%; kế hoạch không nêu con số nên chỉ xem hướng thay đổi.
    "#]]
    .assert_eq(&printed(&judgement));
    let movement = judgement.movement.unwrap();
    assert_eq!((movement.from.0, movement.to.0, movement.course), (year(2016), year(2020), Course::Forward));
}

#[test]
fn an_aim_is_judged_by_direction_from_its_base_year() {
    let check = |direction: Direction, points: &str, expected: &str| {
        let goal = AimGoal { direction, base_year: year(2015) };
        let judged = judge_aim(&goal, &series(Origin::Reported, points)).unwrap();
        let text = judged.words.text(Lang::Vi, "");
        assert_eq!(format!("{}: {text}", judged.course), expected);
    };
    check(Direction::Down, "2015=900 2019=610 2020=>600", "forward: Năm 2015: 900; năm 2019: 610.");
    check(Direction::Up, "2015=900 2020=610", "backward: Năm 2015: 900; năm 2020: 610.");
    check(Direction::Up, "2015=900 2020=900", "unchanged: Năm 2015: 900; năm 2020: 900.");
    check(
        Direction::Up,
        "2014=900 2020=901",
        "no_base: Chưa có số liệu năm gốc 2015 nên chưa xét được hướng thay đổi. Số gần nhất là 901 của năm 2020.",
    );
    check(Direction::Up, "", "nothing: Chưa có số liệu của năm nào nên chưa xét được hướng thay đổi.");
    check(Direction::Up, "2014=800 2015=900", "no_data: Chưa có số liệu sau năm gốc 2015.");
}

#[test]
fn every_rule_has_a_sentence_in_both_languages() {
    for rule in Rule::ALL {
        assert_ne!(rule.pattern().vi, rule.pattern().en, "{rule}");
        assert_eq!(rule.as_str().parse(), Ok(*rule));
    }
    assert!("nonsense".parse::<Band>().is_err());
}
