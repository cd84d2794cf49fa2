//! Behaviour of money.

use super::*;
use proptest::prelude::*;

#[test]
fn amounts_are_written_as_in_vietnamese_documents() {
    assert_eq!(Vnd::new(500_000).to_string(), "500.000 đồng");
    assert_eq!(Vnd::new(-1_234).format(Lang::En), "-1,234 VND");
    assert_eq!(Vnd::ZERO.to_string(), "0 đồng");
}

#[test]
fn amounts_are_read_as_people_type_them() {
    let typed = ["500000", "500.000", "500.000 đồng", "500.000đ", "500 000 ₫", "500,000 VND", " 500.000 VNĐ "];
    for text in typed {
        assert_eq!(text.parse(), Ok(Vnd::new(500_000)), "{text}");
    }
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd("500.000 đồng").collect();
    assert_eq!(decomposed.parse(), Ok(Vnd::new(500_000)));
}

#[test]
fn what_is_no_whole_number_of_dong_is_refused() {
    for text in ["", "đồng", "500 triệu", "0,5", "500.00", "1.5000", "năm trăm"] {
        assert!(matches!(text.parse::<Vnd>(), Err(MoneyError::NotAnAmount { .. })), "{text}");
    }
}

#[test]
fn no_operation_wraps_around() {
    let most = Vnd::new(i64::MAX);
    assert_eq!(most.checked_add(Vnd::new(1)), Err(MoneyError::Overflow));
    assert_eq!(Vnd::new(i64::MIN).checked_sub(Vnd::new(1)), Err(MoneyError::Overflow));
    assert_eq!(most.checked_mul(2), Err(MoneyError::Overflow));
    assert_eq!(most.mul_ratio(Ratio::from_int(2), Rounding::Down), Err(MoneyError::Overflow));
    assert_eq!(Vnd::sum([most, Vnd::new(1)]), Err(MoneyError::Overflow));
}

#[test]
fn a_coefficient_is_applied_exactly_and_rounded_once() {
    let rate = Vnd::new(360_000);
    let times = |text: &str, rounding| rate.mul_ratio(text.parse().unwrap(), rounding).unwrap().dong();
    assert_eq!(times("1.5", Rounding::HalfUp), 540_000);
    assert_eq!(times("1/7", Rounding::Down), 51_428);
    assert_eq!(times("1/7", Rounding::Up), 51_429);
}

proptest! {
    #[test]
    fn printed_and_read_again_it_is_the_same(dong in any::<i64>()) {
        let amount = Vnd::new(dong);
        prop_assert_eq!(amount.to_string().parse(), Ok(amount));
        prop_assert_eq!(amount.format(Lang::En).parse(), Ok(amount));
    }

    #[test]
    fn halves_rounded_down_and_up_make_the_whole(dong in any::<i64>()) {
        let half = |rounding| Vnd::new(dong).mul_ratio(Ratio::new(1, 2).unwrap(), rounding).unwrap();
        prop_assert_eq!(half(Rounding::Down).checked_add(half(Rounding::Up)), Ok(Vnd::new(dong)));
    }
}
