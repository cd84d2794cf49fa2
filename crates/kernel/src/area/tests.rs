//! Behaviour of area ids, codes and levels.

use super::*;
use crate::lang::Lang;

#[test]
fn the_letter_tells_the_level() {
    for (text, level) in [
        ("vn", AreaLevel::Nation),
        ("t44", AreaLevel::Province),
        ("t44.2025", AreaLevel::Province),
        ("h450", AreaLevel::District),
        ("x19207", AreaLevel::Commune),
        ("x19207.2024", AreaLevel::Commune),
        ("g-quang-binh", AreaLevel::Group),
    ] {
        let id = AreaId::new(text).unwrap();
        assert_eq!((id.level(), id.to_string().as_str()), (level, text));
    }
    assert_eq!(AreaId::nation(), "vn");
}

#[test]
fn what_is_no_area_id_is_refused() {
    for text in
        ["", "t4", "t444", "x1920", "h45a", "t44.25", "t44.", "vn2", "g", "g-", "g--a", "T44", "44", "x19207-2025"]
    {
        assert!(AreaId::new(text).is_err(), "{text}");
    }
}

#[test]
fn a_code_keeps_its_zeros_and_tells_its_level() {
    assert_eq!(AreaCode::new("01").unwrap().level(), AreaLevel::Province);
    assert_eq!(AreaCode::new("450").unwrap().level(), AreaLevel::District);
    assert_eq!(AreaCode::new("00004").unwrap().to_string(), "00004");
    for text in ["", "1", "4500", "19207a", "194530"] {
        assert!(AreaCode::new(text).is_err(), "{text}");
    }
}

#[test]
fn levels_are_ordered_from_the_largest_and_have_names() {
    assert!(AreaLevel::Nation < AreaLevel::Province && AreaLevel::District < AreaLevel::Commune);
    assert_eq!("commune".parse(), Ok(AreaLevel::Commune));
    assert_eq!(AreaLevel::Commune.name(Lang::Vi), "cấp xã");
}
