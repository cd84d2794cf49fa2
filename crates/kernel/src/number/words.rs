//! Whole numbers in Vietnamese words, as they are read aloud and as payment papers spell them:
//! `một nghìn không trăm linh năm`.

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// The word of one digit.
pub(super) fn digit_word(digit: u8) -> &'static str {
    DIGITS.get(usize::from(digit)).copied().unwrap_or_default()
}

/// A whole number in Vietnamese words, in lower case: 1005 is `một nghìn không trăm linh năm`.
pub fn words_vi(number: u64) -> String {
    if number == 0 {
        return digit_word(0).to_owned();
    }
    let mut words = Vec::new();
    say(number, false, &mut words);
    words.join(" ")
}

/// Says a number above zero; `full` says its missing hundreds, because something larger was said before.
fn say(number: u64, full: bool, words: &mut Vec<&'static str>) {
    const SCALES: [(u64, &str); 3] = [(1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1_000, "nghìn")];
    let mut rest = number;
    let mut said = full;
    for (size, name) in SCALES {
        if rest >= size {
            say(rest / size, said, words);
            words.push(name);
            rest %= size;
            said = true;
        }
    }
    if rest > 0 {
        say_hundreds(rest, said, words);
    }
}

/// Says a number from 1 to 999.
fn say_hundreds(number: u64, full: bool, words: &mut Vec<&'static str>) {
    let digit = |value: u64| u8::try_from(value % 10).unwrap_or_default();
    let (hundreds, tens, ones) = (digit(number / 100), digit(number / 10), digit(number));
    if hundreds > 0 || full {
        words.extend([digit_word(hundreds), "trăm"]);
    }
    match tens {
        0 if ones > 0 && (hundreds > 0 || full) => words.push("linh"),
        0 => {}
        1 => words.push("mười"),
        _ => words.extend([digit_word(tens), "mươi"]),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt"),
        (2.., 4) => words.push("tư"),
        (1.., 5) => words.push("lăm"),
        _ => words.push(digit_word(ones)),
    }
}
