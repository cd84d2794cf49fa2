//! Behaviour of numbers as people type and read them.

use super::*;
use expect_test::expect;
use proptest::prelude::*;

fn read(text: &str, expect: Expect) -> Result<String, &'static str> {
    match parse_number(text, expect) {
        Ok(number) => Ok(number.to_string()),
        Err(error) => Err(error.code()),
    }
}

#[test]
fn both_ways_of_writing_are_read() {
    for (text, number) in [
        ("1234,5", "1234.5"),
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u{a0}234,5", "1234.5"),
        ("1\u{202f}234.5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1 234 567", "1234567"),
        ("1.234.567,89", "1234567.89"),
        (" 12,5 ", "12.5"),
        ("12.50", "12.50"),
        ("-0,4", "-0.4"),
        ("\u{2212}3", "-3"),
        ("0,125", "0.125"),
        ("1234.567", "1234.567"),
        ("1.234,567", "1234.567"),
        ("1 234,567", "1234.567"),
    ] {
        assert_eq!(read(text, Expect::Decimal), Ok(number.to_owned()), "{text}");
    }
}

#[test]
fn one_mark_before_three_digits_is_thousands_where_a_whole_number_is_asked_for() {
    for text in ["1.234", "1,234", "1 234", "1234"] {
        assert_eq!(read(text, Expect::Whole), Ok("1234".into()), "{text}");
    }
    for text in ["12,5", "1.00", "0,125", "1234.567", "1.234,0"] {
        assert_eq!(read(text, Expect::Whole), Err("number-not-whole"), "{text}");
    }
}

#[test]
fn one_mark_before_three_digits_is_refused_where_decimals_are_possible() {
    let error = parse_number("1.234", Expect::Decimal).unwrap_err();
    expect![[
        r#"“1.234” có thể đọc là “một nghìn hai trăm ba mươi tư” (gõ 1234) hoặc “một phẩy hai ba bốn” (gõ 1,2340)"#
    ]]
    .assert_eq(&error.to_string());
    let error = parse_number("-20,005", Expect::Decimal).unwrap_err();
    expect![[r#"“-20,005” có thể đọc là “âm hai mươi nghìn không trăm linh năm” (gõ -20005) hoặc “âm hai mươi phẩy không không năm” (gõ -20,0050)"#]]
    .assert_eq(&error.to_string());
    assert_eq!(read("1,2340", Expect::Decimal), Ok("1.2340".into()));
}

#[test]
fn misplaced_marks_are_refused() {
    for text in
        ["1.23.456", "1,0 0", "12 34", "1  234", "1.234,567.8", "1,2,3", "0.123.456", "1 234.567,8", "1234.567.890"]
    {
        assert_eq!(read(text, Expect::Decimal), Err("number-bad-grouping"), "{text}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for text in ["", "   ", "\u{a0}"] {
        assert_eq!(read(text, Expect::Decimal), Err("number-empty"));
    }
    for text in ["-", "abc", "12%", "1e5", ",5", "5,", "5-", "--5", "1/2", "٣", "12 người"] {
        assert_eq!(read(text, Expect::Decimal), Err("number-not-a-number"), "{text}");
    }
    for text in ["9223372036854775808", "0,0000000000000000001", "99999999999999999999999999999999"] {
        assert_eq!(read(text, Expect::Decimal), Err("number-too-large"), "{text}");
    }
    assert_eq!(read("-9.223.372.036.854.775.808", Expect::Whole), Ok(i64::MIN.to_string()));
}

#[test]
fn numbers_are_read_aloud_as_vietnamese_does() {
    for (number, words) in [
        (0, "không"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (105, "một trăm linh năm"),
        (111, "một trăm mười một"),
        (1_005, "một nghìn không trăm linh năm"),
        (10_020, "mười nghìn không trăm hai mươi"),
        (500_000, "năm trăm nghìn"),
        (1_000_001, "một triệu không trăm linh một"),
        (2_035_000, "hai triệu không trăm ba mươi lăm nghìn"),
        (7_000_000_000, "bảy tỷ"),
    ] {
        assert_eq!(words_vi(number), words);
    }
    assert!(words_vi(u64::MAX).starts_with("mười tám tỷ bốn trăm bốn mươi sáu triệu"));
}

proptest! {
    #[test]
    fn counts_printed_and_read_again_are_the_same(count in any::<i64>()) {
        for lang in [Lang::Vi, Lang::En] {
            prop_assert_eq!(parse_number(&format_count(count, lang), Expect::Whole), Ok(Decimal::from_int(count)));
        }
    }

    #[test]
    fn decimals_printed_and_read_again_are_the_same(units in any::<i64>(), scale in 0..=18_u8) {
        let number = Decimal::new(units, scale).unwrap();
        for lang in [Lang::Vi, Lang::En] {
            match parse_number(&number.format(lang), Expect::Decimal) {
                Ok(read) => prop_assert_eq!((read.units(), read.scale()), (units, scale)),
                Err(error) => prop_assert_eq!(error.code(), "number-ambiguous"),
            }
        }
    }

    #[test]
    fn a_small_number_is_ambiguous_only_with_a_single_group_of_three(units in -9_999_999..9_999_999_i64, scale in 0..=5_u8) {
        let text = Decimal::new(units, scale).unwrap().format(Lang::Vi);
        let marks = text.matches(['.', ',']).count();
        let ambiguous = parse_number(&text, Expect::Decimal).is_err();
        let three_after = text.rsplit(['.', ',']).next().unwrap().len() == 3;
        let zero_before = text.trim_start_matches('-').starts_with('0');
        prop_assert_eq!(ambiguous, marks == 1 && three_after && !zero_before);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "[-−0-9., \u{a0}đ%]{0,12}") {
        let _ = parse_number(&text, Expect::Whole);
        let _ = parse_number(&text, Expect::Decimal);
    }
}
