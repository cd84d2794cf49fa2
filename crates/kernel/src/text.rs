//! Vietnamese text: one composed form for storing, a folded form for searching without diacritics, and keys
//! that sort words and people's names as a Vietnamese dictionary and a Vietnamese class list do.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The composed form (NFC), in which every text is stored and compared.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The text trimmed, in composed form, every run of spaces as one.
pub fn tidy(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    nfc(&words.join(" "))
}

/// The searched form: lower case, no diacritics, đ as d, single spaces. Where a tone stands does not matter.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfd().flat_map(char::to_lowercase) {
        match c {
            'đ' | 'ð' | 'ɖ' => folded.push('d'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => folded.push('-'),
            '\u{2018}' | '\u{2019}' => folded.push('\''),
            c if is_invisible(c) || is_combining_mark(c) => {}
            c if c.is_whitespace() => push_space(&mut folded),
            c => folded.push(c),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn push_space(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Characters without width that pasted text brings along.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{ad}')
}

/// A key that sorts as the dictionary does: syllable by syllable, first the letters in the order of the
/// Vietnamese alphabet, then the tone. Numbers sort by value and before letters; case and punctuation decide last.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CollationKey(Vec<u8>);

/// Ends the compared part of a key; the text itself follows, so that different texts have different keys.
const END: u8 = 0;
/// Ends one part of a name.
const PART_END: u8 = 1;
/// Ends the letters of a syllable; its tone follows.
const LETTERS_END: u8 = 2;
/// Begins a number; its count of digits and its digits follow.
const NUMBER: u8 = 3;
/// The first letter of the alphabet.
const FIRST_LETTER: u8 = 10;
/// Begins a letter of another script; its four bytes follow.
const FOREIGN: u8 = 250;

/// The alphabet in order, f j w z in their Latin places.
const ALPHABET: &str = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

/// The tones in order, after no tone: huyền, hỏi, ngã, sắc, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];

impl CollationKey {
    /// The key of a text.
    pub fn of(text: &str) -> CollationKey {
        let mut key = Vec::new();
        push_words(text, &mut key);
        finish(key, text)
    }

    /// The key as bytes, which sort as the keys do.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// The key of a person's full name: given name, then middle names, then family name.
pub fn name_key(full_name: &str) -> CollationKey {
    let words: Vec<&str> = full_name.split_whitespace().collect();
    let (given, before) = words.split_last().unwrap_or((&"", &[]));
    let (family, middle) = before.split_first().unwrap_or((&"", &[]));
    let mut key = Vec::new();
    for part in [*given, &middle.join(" "), *family] {
        push_words(part, &mut key);
        key.push(PART_END);
    }
    finish(key, full_name)
}

fn finish(mut key: Vec<u8>, text: &str) -> CollationKey {
    key.push(END);
    key.extend(nfc(text).bytes());
    CollationKey(key)
}

/// Pushes every syllable and every number of a text.
fn push_words(text: &str, key: &mut Vec<u8>) {
    let lower: String = text.nfc().flat_map(char::to_lowercase).nfc().collect();
    for word in lower.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)) {
        let mut rest = word;
        while !rest.is_empty() {
            let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let (number, after) = rest.split_at(digits);
            push_number(number, key);
            let letters = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
            let (syllable, after) = after.split_at(letters);
            push_syllable(syllable, key);
            rest = after;
        }
    }
}

fn push_number(digits: &str, key: &mut Vec<u8>) {
    if digits.is_empty() {
        return;
    }
    let significant = digits.trim_start_matches('0');
    key.push(NUMBER);
    key.push(u8::try_from(significant.len()).unwrap_or(u8::MAX));
    key.extend(significant.bytes());
}

fn push_syllable(syllable: &str, key: &mut Vec<u8>) {
    if syllable.is_empty() {
        return;
    }
    let mut tone = 0;
    for c in syllable.chars() {
        let (letter, own_tone) = split_tone(c);
        tone = own_tone.unwrap_or(tone);
        push_letter(letter, key);
    }
    key.extend([LETTERS_END, tone]);
}

/// A letter without its tone, and the tone if it had one. A lone tone mark has no letter.
fn split_tone(c: char) -> (Option<char>, Option<u8>) {
    let mut tone = None;
    let mut bare = String::new();
    for part in std::iter::once(c).nfd() {
        match TONES.iter().zip(1_u8..).find(|(mark, _)| **mark == part) {
            Some((_, order)) => tone = Some(order),
            None => bare.push(part),
        }
    }
    (bare.nfc().next(), tone)
}

fn push_letter(letter: Option<char>, key: &mut Vec<u8>) {
    let Some(letter) = letter else { return };
    match ALPHABET.chars().zip(FIRST_LETTER..).find(|(own, _)| *own == letter) {
        Some((_, order)) => key.push(order),
        None => {
            key.push(FOREIGN);
            key.extend(u32::from(letter).to_be_bytes());
        }
    }
}

#[cfg(test)]
mod tests;
