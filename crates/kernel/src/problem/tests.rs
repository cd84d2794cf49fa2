//! Behaviour of problems and their places.

use super::*;
use crate::area::AreaCode;
use expect_test::expect;

fn problem() -> Problem {
    Problem::new("code", "Có lỗi", "Sửa lại")
}

#[test]
fn a_place_shows_what_is_known() {
    let shown = |place: Place| problem().at(place).to_string();
    expect!["Có lỗi. Sửa lại."].assert_eq(&shown(Place::nowhere()));
    expect!["a.csv:3: parent: Có lỗi. Sửa lại."].assert_eq(&shown(Place::file("a.csv").line(3_u64).field("parent")));
    expect!["b.xlsx: trang tính 2018: ô C4: Có lỗi. Sửa lại."]
        .assert_eq(&shown(Place::file("b.xlsx").sheet("2018").cell("C4")));
    expect!["dòng 7: Có lỗi. Sửa lại."].assert_eq(&shown(Place::nowhere().line(7)));
    assert_eq!(Place::nowhere().line(u64::MAX).line, None);
}

#[test]
fn checks_collect_every_problem() {
    let mut problems = Problems::new();
    let good = problems.keep_at(Place::file("a.csv").line(2), AreaCode::new("44"));
    let bad = problems.keep_at(Place::file("a.csv").line(9), AreaCode::new("4"));
    problems.push(problem().at(Place::file("a.csv").line(3)));
    assert!(good.is_some() && bad.is_none() && problems.len() == 2);
    problems.sort_by_place();
    expect![[r#"
        a.csv:3: Có lỗi. Sửa lại.
        a.csv:9: “4” không đúng dạng mã đơn vị hành chính. Viết lại: 2 chữ số (tỉnh), 3 chữ số (huyện) hoặc 5 chữ số (xã)."#]]
    .assert_eq(&problems.to_string());
    assert!(problems.into_result(()).is_err());
    assert_eq!(Problems::new().into_result(5), Ok(5));
}
