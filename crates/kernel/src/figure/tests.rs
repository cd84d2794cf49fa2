//! Behaviour of values and states of cells.

use super::*;
use crate::problem::Place;

#[test]
fn a_share_needs_something_to_be_a_share_of() {
    assert_eq!(Value::ratio(1, 0), Err(FigureError::NoDenominator { denominator: 0 }));
    assert_eq!(Value::ratio(-1, 5), Err(FigureError::NegativeNumerator { numerator: -1 }));
    assert!(Value::ratio(0, 5).is_ok());
    let problem = Value::ratio(1, 0).unwrap_err().at(Place::nowhere().cell("C4"));
    assert_eq!(problem.code, "figure-no-denominator");
}

#[test]
fn values_are_compared_in_the_unit_they_are_shown_in() {
    let twelve_and_a_half = "12.5".parse::<Ratio>().unwrap();
    assert_eq!(Value::ratio(1, 8).unwrap().to_ratio(), twelve_and_a_half);
    assert_eq!(Value::Decimal("12.50".parse().unwrap()).to_ratio(), twelve_and_a_half);
    assert_eq!(Value::Count(-3).to_ratio(), Ratio::from_int(-3));
    assert_eq!(Value::Flag(true).to_ratio(), Ratio::ONE);
    let largest = Value::ratio(i64::MAX, 1).unwrap().to_ratio();
    assert_eq!(largest.numerator(), i128::from(i64::MAX) * 100);
}

#[test]
fn values_are_written_in_the_readers_language() {
    assert_eq!(Value::Count(1_234_567).format(Lang::Vi, 2), "1.234.567");
    assert_eq!(Value::ratio(1, 3).unwrap().format(Lang::Vi, 2), "33,33%");
    assert_eq!(Value::Decimal("0.50".parse().unwrap()).format(Lang::En, 0), "0.50");
    assert_eq!(Value::Flag(false).format(Lang::Vi, 0), "không");
    assert_eq!(Qualifier::More.qualify("87%", Lang::Vi), "trên 87%");
    assert_eq!(Qualifier::Exact.qualify("87%", Lang::En), "87%");
}

#[test]
fn zero_is_a_value_and_nothing_else_is() {
    let zero = CellState::from(Value::Count(0));
    assert_eq!(zero.value(), Some(Value::Count(0)));
    let empty = [CellState::Missing, CellState::NotApplicable, CellState::NotYetDue, CellState::Withheld];
    assert!(empty.iter().all(|state| state.value().is_none()));
    let names: std::collections::HashSet<_> = empty.iter().map(|state| state.name(Lang::Vi)).collect();
    assert_eq!(names.len(), 4);
    assert_eq!(CellState::NotYetDue.as_str(), "not_yet_due");
}
