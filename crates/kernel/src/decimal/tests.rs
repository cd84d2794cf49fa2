//! Behaviour of decimals as printed.

use super::*;
use proptest::prelude::*;
use std::collections::HashSet;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn any_decimal() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0..=MAX_SCALE).prop_map(|(units, scale)| Decimal::new(units, scale).unwrap())
}

#[test]
fn only_the_machine_form_is_read() {
    for good in ["0", "-1", "1234.5", "0.50", "-0.05", "9223372036854775807", "-9223372036854775808"] {
        assert_eq!(decimal(good).to_string(), good);
    }
    for bad in ["", "-", ".5", "5.", "1,5", "1.2.3", "1e5", "+5", "007", "1 000", "٣", "--1", "-.5"] {
        assert!(matches!(bad.parse::<Decimal>(), Err(DecimalError::NotADecimal { .. })), "{bad}");
    }
}

#[test]
fn what_does_not_fit_is_refused() {
    let large = "9223372036854775808".parse::<Decimal>();
    assert!(matches!(large, Err(DecimalError::TooLarge { .. })));
    let fine = "0.0000000000000000001".parse::<Decimal>();
    assert!(matches!(fine, Err(DecimalError::TooFine { places: 19 })));
    assert!(Decimal::new(1, 19).is_err());
    assert!(Decimal::from_int(i64::MAX).rescale(1).is_err());
    assert!(Decimal::from_int(i64::MAX).checked_add(Decimal::from_int(1)).is_err());
}

#[test]
fn equal_values_are_equal_however_they_are_printed() {
    assert_eq!(decimal("12.5"), decimal("12.50"));
    assert!(decimal("-12.51") < decimal("-12.5"));
    assert_eq!(HashSet::from([decimal("1"), decimal("1.0"), decimal("1.00")]).len(), 1);
    assert_eq!(decimal("12.50").to_string(), "12.50");
}

#[test]
fn each_language_has_its_own_marks() {
    for (machine, vi, en) in [
        ("1234.5", "1.234,5", "1,234.5"),
        ("-1234567", "-1.234.567", "-1,234,567"),
        ("0.05", "0,05", "0.05"),
        ("-0.05", "-0,05", "-0.05"),
        ("-0.0", "0,0", "0.0"),
        ("999", "999", "999"),
    ] {
        assert_eq!(decimal(machine).format(Lang::Vi), vi);
        assert_eq!(decimal(machine).format(Lang::En), en);
    }
}

#[test]
fn sums_keep_the_finer_decimals() {
    assert_eq!(decimal("1.5").checked_add(decimal("0.25")).unwrap().to_string(), "1.75");
    assert_eq!(decimal("1.50").checked_sub(decimal("0.5")).unwrap().to_string(), "1.00");
    assert_eq!(decimal("1.45").rescale(1).unwrap().to_string(), "1.5");
    assert_eq!(decimal("3.00").to_whole(), Some(3));
    assert_eq!(decimal("3.01").to_whole(), None);
}

proptest! {
    #[test]
    fn printed_and_read_again_it_is_the_same(decimal in any_decimal()) {
        let read: Decimal = decimal.to_string().parse().unwrap();
        prop_assert_eq!((read.units(), read.scale()), (decimal.units(), decimal.scale()));
    }

    #[test]
    fn order_is_the_order_of_the_fractions(a in any_decimal(), b in any_decimal()) {
        prop_assert_eq!(a.cmp(&b), a.to_ratio().cmp(&b.to_ratio()));
        prop_assert_eq!(a.to_ratio().to_exact_decimal(), Some(a));
    }
}
