//! Behaviour of words in JSON: the printed form goes out, and only that form comes in.

use crate::area::AreaId;
use crate::date::{Date, Validity};
use crate::decimal::Decimal;
use crate::digest::Digest;
use crate::figure::{CellState, Origin, Value};
use crate::lang::{Bilingual, Lang};
use crate::legal::LegalRef;
use crate::money::Vnd;
use crate::percent::Percent;
use crate::period::Period;
use crate::problem::{Place, Problem};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{from_str, json, to_value};

#[track_caller]
fn check<T: Serialize + DeserializeOwned>(text: &str) {
    let value: T = serde_json::from_value(json!(text)).unwrap();
    assert_eq!(to_value(value).unwrap(), json!(text));
}

#[test]
fn words_travel_as_their_text() {
    check::<Date>("2026-11-23");
    check::<Period>("2016..2020");
    check::<Decimal>("12.50");
    check::<Percent>("1/8");
    check::<AreaId>("x19207.2025");
    check::<Origin>("reported");
    check::<Lang>("vi");
    check::<LegalRef>("20/2021/NĐ-CP Điều 5");
    check::<Digest>(&Digest::of(b"").to_string());
}

#[test]
fn a_bad_text_brings_its_own_message() {
    let error = from_str::<Date>("\"23/11/2026\"").unwrap_err().to_string();
    assert!(error.starts_with("“23/11/2026” không phải ngày"), "{error}");
    assert!(from_str::<Period>("2018").is_err());
}

#[test]
fn a_range_is_checked_when_it_is_read() {
    let range: Validity = from_str(r#"{"from":"2016-01-01"}"#).unwrap();
    assert_eq!(range.from().unwrap().to_string(), "2016-01-01");
    assert!(from_str::<Validity>(r#"{"from":"2016-01-01","to":"2016-01-01"}"#).is_err());
    assert!(from_str::<Validity>(r#"{"until":"2016-01-01"}"#).is_err());
}

#[test]
fn structures_keep_their_names() {
    assert_eq!(to_value(Vnd::new(500_000)).unwrap(), json!(500_000));
    assert_eq!(to_value(Bilingual::new("nghèo", "poor")).unwrap(), json!({"vi": "nghèo", "en": "poor"}));
    assert!(from_str::<Bilingual>(r#"{"vi":"nghèo"}"#).is_err());
    let half = CellState::Value(Value::ratio(1, 2).unwrap());
    assert_eq!(to_value(half).unwrap(), json!({"value": {"ratio": {"numerator": 1, "denominator": 2}}}));
    assert_eq!(to_value(CellState::NotYetDue).unwrap(), json!("not_yet_due"));
    let problem = Problem::new("code", "a", "b").at(Place::file("f"));
    assert_eq!(to_value(problem).unwrap()["place"]["file"], json!("f"));
}
