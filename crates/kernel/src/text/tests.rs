//! Behaviour of Vietnamese text.

use super::*;
use proptest::prelude::*;

fn sorted<'a>(texts: &[&'a str], key: fn(&str) -> CollationKey) -> Vec<&'a str> {
    let mut sorted = texts.to_vec();
    sorted.reverse();
    sorted.sort_by_key(|text| key(text));
    sorted
}

#[track_caller]
fn check_order(texts: &[&str]) {
    assert_eq!(sorted(texts, CollationKey::of), texts);
}

#[test]
fn folding_takes_the_diacritics_away() {
    for (text, folded) in [
        ("Tỉnh Quảng Bình", "tinh quang binh"),
        ("ĐỒNG HỚI", "dong hoi"),
        ("  Lệ \u{a0} Thủy\t", "le thuy"),
        ("Ð\u{f0}", "dd"),
        ("Tha\u{309}o", "thao"),
        ("2016–2020", "2016-2020"),
        ("Quán\u{200b}Hàu", "quanhau"),
        ("", ""),
    ] {
        assert_eq!(fold(text), folded);
    }
}

#[test]
fn where_the_tone_stands_does_not_matter_to_a_search() {
    for (old, new) in [("hòa", "hoà"), ("Thủy", "Thuỷ"), ("khỏe", "khoẻ")] {
        assert_eq!(fold(old), fold(new));
    }
}

#[test]
fn stored_text_is_composed_and_tidy() {
    assert_eq!(nfc("Qua\u{309}ng"), "Quảng");
    assert_eq!(tidy("  Qua\u{309}ng \n Bình "), "Quảng Bình");
}

#[test]
fn letters_sort_by_the_vietnamese_alphabet() {
    check_order(&[
        "an", "ăn", "ân", "ban", "can", "dan", "đan", "em", "êm", "fa", "ga", "ha", "in", "ja", "ka", "la", "ma", "na",
        "oi", "ôi", "ơi", "pa", "qua", "ra", "sa", "ta", "un", "ưn", "va", "wa", "xa", "ya", "za",
    ]);
}

#[test]
fn tones_sort_after_the_letters_of_the_syllable() {
    check_order(&["ma", "mà", "mả", "mã", "má", "mạ", "man"]);
    check_order(&["ba bà", "bà ba", "bạ ba", "ban"]);
    check_order(&["Quảng Bình", "Quảng Ninh", "Quảng Trạch", "Quảng Trị"]);
    check_order(&["Bố Trạch", "Đồng Hới", "Lệ Thủy", "Minh Hóa", "Quảng Ninh", "Tuyên Hóa"]);
}

#[test]
fn numbers_sort_by_value_and_before_letters() {
    check_order(&["Thôn", "Thôn 2", "Thôn 2a", "Thôn 10", "Thôn An"]);
    check_order(&["Tổ 2", "Tổ 002 B"]);
}

#[test]
fn case_and_punctuation_decide_last() {
    check_order(&["Đức Hóa", "đức hóa"]);
    check_order(&["Đức An", "Đức-Hóa", "Đức Ninh"]);
    check_order(&["", "a", "é", "z", "ß", "я"]);
    assert_ne!(CollationKey::of("hòa"), CollationKey::of("hoà"));
}

#[test]
fn people_sort_by_given_name_then_middle_then_family() {
    let names =
        ["Nguyễn An", "Lê Văn An", "Nguyễn Văn An", "Trần Thị Ánh", "Phạm Bình", "Nguyễn Thị Mai Đào", "Đỗ Văn Đức"];
    assert_eq!(sorted(&names, name_key), names);
    assert!(name_key("") < name_key("An"));
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing_more(text in any::<String>()) {
        let folded = fold(&text);
        prop_assert_eq!(fold(&folded), folded);
    }

    #[test]
    fn composed_and_decomposed_text_fold_and_sort_alike(text in any::<String>()) {
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(fold(&decomposed), fold(&text));
        prop_assert_eq!(CollationKey::of(&decomposed), CollationKey::of(&text));
        prop_assert_eq!(name_key(&decomposed), name_key(&text));
    }

    #[test]
    fn different_texts_have_different_keys(a in "[aáàbđ 12-]{0,4}", b in "[aáàbđ 12-]{0,4}") {
        prop_assert_eq!(a == b, CollationKey::of(&a) == CollationKey::of(&b));
    }
}
