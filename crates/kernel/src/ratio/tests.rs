//! Behaviour of exact fractions, against plain cross-multiplication in wider numbers.

use super::*;
use proptest::prelude::*;

fn ratio(text: &str) -> Ratio {
    text.parse().unwrap()
}

fn any_ratio() -> impl Strategy<Value = Ratio> {
    (any::<i128>(), any::<i128>()).prop_filter_map("a fraction", |(top, bottom)| Ratio::new(top, bottom).ok())
}

/// The product of two magnitudes in 256 bits, by halves.
fn wide(a: u128, b: u128) -> (u128, u128) {
    const HALF: u128 = (1 << 64) - 1;
    let low = (a & HALF) * (b & HALF);
    let (cross, carried) = ((a >> 64) * (b & HALF)).overflowing_add((a & HALF) * (b >> 64));
    let (sum, over) = low.overflowing_add(cross << 64);
    let high = (a >> 64) * (b >> 64) + (cross >> 64) + (u128::from(carried) << 64);
    (high + u128::from(over), sum)
}

#[test]
fn a_fraction_is_kept_in_lowest_terms_with_a_positive_denominator() {
    let made = Ratio::new(6, -4).unwrap();
    assert_eq!((made.numerator(), made.denominator()), (-3, 2));
    assert_eq!(Ratio::new(0, -7).unwrap(), Ratio::ZERO);
    assert_eq!(Ratio::new(1, 0), Err(RatioError::ZeroDenominator));
}

#[test]
fn decimals_and_fractions_are_read_exactly() {
    assert_eq!(ratio("2.4"), Ratio::new(12, 5).unwrap());
    assert_eq!(ratio("-0.5").to_string(), "-1/2");
    assert_eq!(ratio("9/3").to_string(), "3");
    let large = "170141183460469231731687303715884105727";
    assert_eq!(ratio(large).to_string(), large);
    for bad in ["", "1/", "/2", "1,5", "1e3", " 1", "1/2/3", "+1", "01", "1.", "0x1", "-"] {
        assert!(bad.parse::<Ratio>().is_err(), "{bad}");
    }
    assert_eq!("1/0".parse::<Ratio>(), Err(RatioError::ZeroDenominator));
    assert_eq!(format!("{large}0").parse::<Ratio>(), Err(RatioError::Overflow));
}

#[test]
fn a_half_is_rounded_away_from_zero() {
    for (exact, rounded) in [("0.25", "0.3"), ("-0.25", "-0.3"), ("0.249", "0.2"), ("9.96", "10.0")] {
        assert_eq!(ratio(exact).to_decimal(1).unwrap().to_string(), rounded);
    }
    for (exact, half_up, down, up) in [("2.5", 3, 2, 3), ("-2.5", -3, -2, -3), ("2.4", 2, 2, 3), ("2", 2, 2, 2)] {
        assert_eq!(ratio(exact).to_whole(Rounding::HalfUp), Ok(half_up));
        assert_eq!(ratio(exact).to_whole(Rounding::Down), Ok(down));
        assert_eq!(ratio(exact).to_whole(Rounding::Up), Ok(up));
    }
}

#[test]
fn a_repeating_fraction_has_no_exact_decimal() {
    assert_eq!(ratio("1/3").to_exact_decimal(), None);
    assert_eq!(ratio("1/8").to_exact_decimal().unwrap().to_string(), "0.125");
}

#[test]
fn the_largest_fractions_are_shown_and_compared_without_overflow() {
    let least_over_most = Ratio::new(i128::MIN, i128::MAX).unwrap();
    assert_eq!(least_over_most.format(Lang::Vi, 3), "-1,000");
    let tiny = Ratio::new(1, i128::MAX).unwrap();
    assert!(tiny.is_positive() && tiny < Ratio::new(1, i128::MAX - 1).unwrap());
    assert_eq!(tiny.checked_add(Ratio::new(1, i128::MAX - 1).unwrap()), Err(RatioError::Overflow));
    assert_eq!(Ratio::from_int(i128::MIN).checked_neg(), Err(RatioError::Overflow));
    assert_eq!(Ratio::from_int(i128::MIN).checked_abs(), Err(RatioError::Overflow));
    assert_eq!(Ratio::from_int(i128::MAX).to_whole(Rounding::Down), Err(RatioError::Overflow));
    assert_eq!(Ratio::from_int(i128::MAX).to_decimal(0), Err(RatioError::Overflow));
}

#[test]
fn nothing_is_divided_by_zero() {
    assert_eq!(Ratio::ONE.checked_div(Ratio::ZERO), Err(RatioError::ZeroDenominator));
}

proptest! {
    #[test]
    fn printed_and_read_again_it_is_the_same(ratio in any_ratio()) {
        prop_assert_eq!(ratio.to_string().parse(), Ok(ratio));
    }

    #[test]
    fn arithmetic_agrees_with_cross_multiplication(a in any::<i32>(), b in 1..i32::MAX, c in any::<i32>(), d in 1..i32::MAX) {
        let (left, right) = (Ratio::new(a, b).unwrap(), Ratio::new(c, d).unwrap());
        let [a, b, c, d] = [a, b, c, d].map(i128::from);
        prop_assert_eq!(left.checked_add(right), Ratio::new(a * d + c * b, b * d));
        prop_assert_eq!(left.checked_sub(right), Ratio::new(a * d - c * b, b * d));
        prop_assert_eq!(left.checked_mul(right), Ratio::new(a * c, b * d));
        prop_assert_eq!(left.checked_div(right), Ratio::new(a * d, b * c));
        prop_assert_eq!(left.cmp(&right), (a * d).cmp(&(c * b)));
    }

    #[test]
    fn order_is_exact_over_the_whole_range(left in any_ratio(), right in any_ratio()) {
        let sign = |ratio: Ratio| ratio.numerator().signum();
        let product = |a: Ratio, b: Ratio| wide(a.numerator().unsigned_abs(), b.denominator().unsigned_abs());
        let magnitudes = product(left, right).cmp(&product(right, left));
        let same_sign = if sign(left) < 0 { magnitudes.reverse() } else { magnitudes };
        prop_assert_eq!(left.cmp(&right), sign(left).cmp(&sign(right)).then(same_sign));
        prop_assert_eq!(left.cmp(&left), Ordering::Equal);
    }

    #[test]
    fn shown_digits_agree_with_one_wide_division(top in any::<u64>(), bottom in 1..u64::MAX, places in 0..12_u8) {
        let shown = Ratio::new(top, bottom).unwrap().rounded_digits(usize::from(places));
        let tens = 10_u128.pow(u32::from(places));
        let expected = (u128::from(top) * tens * 2 + u128::from(bottom)) / (u128::from(bottom) * 2);
        prop_assert_eq!(shown.parse::<u128>().unwrap(), expected);
        prop_assert!(shown.len() > usize::from(places));
    }

    #[test]
    fn what_is_subtracted_and_added_again_leaves_no_trace(a in any::<i64>(), b in 1..i64::MAX, c in any::<i64>()) {
        let (left, right) = (Ratio::new(a, b).unwrap(), Ratio::from_int(c));
        prop_assert_eq!(left.checked_sub(right).unwrap().checked_add(right), Ok(left));
    }
}
