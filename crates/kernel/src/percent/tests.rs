//! Behaviour of percentages and points.

use super::*;
use proptest::prelude::*;

#[test]
fn vietnamese_prints_a_comma_and_english_a_dot() {
    let share = Percent::from_parts(1, 8).unwrap();
    assert_eq!(share.format(Lang::Vi, 1), "12,5%");
    assert_eq!(share.format(Lang::En, 1), "12.5%");
    assert_eq!(share.format(Lang::Vi, 0), "13%");
    assert_eq!(share.format(Lang::Vi, 255).len(), "12,%".len() + 255);
    assert_eq!(Percent::from_parts(20_000, 1).unwrap().format(Lang::Vi, 0), "2.000.000%");
}

#[test]
fn a_share_of_nothing_is_refused() {
    assert_eq!(Percent::from_parts(1, 0), Err(RatioError::ZeroDenominator));
}

#[test]
fn seven_percent_down_to_five_is_two_points() {
    let percent = |text: &str| Percent::from_number(text.parse().unwrap()).unwrap();
    let fall = percent("7").points_above(percent("5")).unwrap();
    assert_eq!(fall, Points::from_number("2".parse().unwrap()).unwrap());
    assert_eq!(fall.format(Lang::Vi, 1), "2,0 điểm %");
    let rise = percent("5").points_above(percent("7.4")).unwrap();
    assert_eq!(rise.format(Lang::En, 1), "-2.4 points");
    assert_eq!(fall.number(), Ok(Ratio::from_int(2)));
}

proptest! {
    #[test]
    fn shown_it_is_a_hundred_times_the_share(top in 0..i64::MAX, bottom in 1..i64::MAX, places in 0..9_u8) {
        let percent = Percent::from_parts(top, bottom).unwrap();
        let number = percent.number().unwrap();
        prop_assert_eq!(percent.format(Lang::Vi, places), format!("{}%", number.format(Lang::Vi, places)));
    }
}
