//! Behaviour of typed ids and of the words of enums.

use super::*;
use crate::figure::Origin;
use expect_test::expect;
use proptest::prelude::*;
use std::collections::BTreeMap;

#[test]
fn only_slugs_are_ids() {
    for good in ["a", "poverty-rate-review-2016", "0.x_y", "g-quang-binh"] {
        assert_eq!(MeasureId::new(good).unwrap().as_str(), good);
    }
    for bad in ["", "-a", ".a", "_a", "A", "a b", "đ", "a/b", "a\n"] {
        assert!(MeasureId::new(bad).is_err(), "{bad}");
    }
    assert!(matches!(MeasureId::new(&"a".repeat(101)), Err(IdError::TooLong { .. })));
}

#[test]
fn a_map_is_asked_with_plain_text() {
    let map = BTreeMap::from([(TargetId::new("jobs-new").unwrap(), 1)]);
    assert_eq!(map.get("jobs-new"), Some(&1));
}

#[test]
fn the_empty_breakdown_is_the_total() {
    assert!(BreakdownId::new("").unwrap().is_total());
    assert_eq!(BreakdownId::default(), BreakdownId::total());
    assert!(!BreakdownId::new("female").unwrap().is_total());
    assert!(BreakdownId::new("Nữ").is_err());
}

#[test]
fn a_bad_id_says_how_to_mend_it() {
    let shown = |error: &IdError| format!("{}: {error}. {}.", error.code(), error.mend());
    let form = IndicatorId::new("Hộ nghèo").unwrap_err();
    expect!["id-bad-form: “Hộ nghèo” không đúng dạng mã chỉ số. Viết lại: chữ thường không dấu a-z, chữ số, dấu “-”, “.”, “_”, bắt đầu bằng chữ hoặc số."]
        .assert_eq(&shown(&form));
    let word = "made-up".parse::<Origin>().unwrap_err();
    expect![
        "word-unknown: nguồn gốc số liệu không có giá trị “made-up”. Chọn một trong: published, reported, illustrative."
    ]
    .assert_eq(&shown(&word));
    expect!["id-empty: mã kế hoạch bị bỏ trống. Ghi mã."].assert_eq(&shown(&PlanId::new("").unwrap_err()));
}

proptest! {
    #[test]
    fn printed_and_read_again_it_is_the_same(text in "[a-z0-9][a-z0-9._-]{0,99}") {
        let id = AgencyId::new(&text).unwrap();
        prop_assert_eq!(id.to_string().parse(), Ok(id));
    }
}
