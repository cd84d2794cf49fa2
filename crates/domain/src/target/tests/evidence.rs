//! What is known of a target once its deadline has passed without a figure: which year was the last, how it stood then,
//! and that this never answers for the deadline.

use expect_test::{Expect, expect};

use super::*;

/// Evidence, nearest figure, last year judged with its band, and the sentence.
fn told(kind: TargetKind, base: &str, points: &str, today: &str, expected: Expect) {
    let own = series(Origin::Published, points);
    let judgement = judge(&goal(kind, base), &own, None, &terms(today)).unwrap();
    let year = |year: Option<Year>| year.map_or("-".to_owned(), |year| year.to_string());
    let judged = judgement.last_judged();
    let text = format!(
        "{}; nearest {}; judged {} {}\n{}\n",
        judgement.evidence(),
        year(judgement.nearest.map(|(year, _)| year)),
        year(judged.map(|one| one.year)),
        judged.map_or("-", |one| one.band.as_str()),
        judgement.headline.words.text(Lang::Vi, "%"),
    );
    expected.assert_eq(&text);
}

#[test]
fn a_target_without_any_figure_is_told_from_one_that_only_the_deadline_lacks() {
    let after = "2026-11-23";
    told(
        level("at_least", "90"),
        "70",
        "",
        after,
        expect![[r#"
            nothing; nearest -; judged - -
            Đã quá hạn 2020 mà chưa có số liệu của năm nào.
        "#]],
    );
    told(
        level("at_least", "90"),
        "70",
        "2016=74 2018=83",
        after,
        expect![[r#"
            not-at-deadline; nearest 2018; judged 2018 on_track
            Đã quá hạn 2020 mà chưa có số liệu năm đó nên chưa kết luận đạt hay không. Số gần nhất là của năm 2018; xét riêng năm đó: đúng tiến độ. Từ 70% năm 2015, theo đường thẳng đến năm 2018 là 82%; thực tế 83%, bằng 108,33% quãng đường phải đi.
        "#]],
    );
    told(
        level("at_least", "90"),
        "70",
        "2018=83 2020=90",
        after,
        expect![[r#"
            at-deadline; nearest 2020; judged 2020 achieved
            Thực tế 90%, đạt mức ít nhất 90%.
        "#]],
    );
    told(
        level("at_least", "90"),
        "70",
        "2018=83",
        "2019-06-01",
        expect![[r#"
            running; nearest 2018; judged 2018 on_track
            Từ 70% năm 2015, theo đường thẳng đến năm 2018 là 82%; thực tế 83%, bằng 108,33% quãng đường phải đi.
        "#]],
    );
}

#[test]
fn a_level_reached_early_is_not_said_to_be_met_at_the_deadline() {
    told(
        level("at_least", "90"),
        "",
        "2014=86 2016=100",
        "2026-11-23",
        expect![[r#"
            not-at-deadline; nearest 2016; judged 2016 achieved
            Đã quá hạn 2020 mà chưa có số liệu năm đó nên chưa kết luận đạt hay không. Số gần nhất là của năm 2016; khi đó đã ở mức kế hoạch đòi hỏi, còn đến hạn thì chưa biết. Thực tế 100%, đạt mức ít nhất 90%.
        "#]],
    );
}

#[test]
fn figures_outside_the_years_judged_are_named_and_judge_nothing() {
    for (points, nearest) in [("2012=81 2014=82", "2014"), ("2022=95 2023=96", "2022"), ("2014=82 2022=95", "2014")] {
        let own = series(Origin::Published, points);
        let judgement = judge(&goal(level("at_least", "90"), ""), &own, None, &terms("2026-11-23")).unwrap();
        assert_eq!(judgement.evidence(), Evidence::NotAtDeadline, "{points}");
        assert_eq!(judgement.nearest.map(|(year, _)| year.to_string()).as_deref(), Some(nearest), "{points}");
        assert_eq!(judgement.last_judged(), None, "{points}");
    }
    told(
        level("at_least", "90"),
        "",
        "2014=82",
        "2026-11-23",
        expect![[r#"
            not-at-deadline; nearest 2014; judged - -
            Đã quá hạn 2020 mà chưa có số liệu năm đó nên chưa kết luận đạt hay không. Số gần nhất là 82% của năm 2014, ngoài các năm được đánh giá.
        "#]],
    );
}

#[test]
fn a_sum_with_a_gap_tells_its_last_year_and_the_last_it_could_be_judged_by() {
    told(
        sum("at_least", "160000", "32000"),
        "",
        "2015=32300 2016=32500 2018=36800",
        "2026-11-23",
        expect![[r#"
            not-at-deadline; nearest 2018; judged 2016 on_track
            Đã quá hạn 2020 mà chưa có số liệu năm đó nên chưa kết luận đạt hay không. Số gần nhất là của năm 2018, chưa đủ để đánh giá; năm gần nhất đánh giá được là 2016: đúng tiến độ. Thiếu số liệu đầy đủ năm 2017; các năm đã biết cộng được 69.300%. Năm thiếu không bị coi là 0 nên chưa đánh giá tiến độ. Riêng năm 2018 được 36.800%; kế hoạch bình quân mỗi năm 32.000%.
        "#]],
    );
}

#[test]
fn the_series_that_speaks_knows_a_figure_where_another_knows_none() {
    let goal = goal(level("at_least", "90"), "");
    let terms = terms("2026-11-23");
    let of = |points: &str| judge(&goal, &series(Origin::Published, points), None, &terms).unwrap();
    let all = [of(""), of("2014=80"), of("2022=95")];
    assert_eq!(principal(&all), Some(&all[1]), "the first with any figure");
}
