//! Sentences with exact numbers in them: a pattern in both languages and typed slots. A page may print the slots
//! itself, link them or mark them; [`Words::text`] prints the plain sentence.

use ansinh_kernel::{date::Year, figure::Qualifier, lang::Lang, number::format_count, ratio::Ratio};
use ansinh_packs::target::Bound;

use super::{band::Band, series::Figure};

/// A pattern in both languages; `{name}` stands for the slot of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

/// One or more sentences with their numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    patterns: Vec<Pattern>,
    slots: Vec<(&'static str, Slot)>,
}

/// What stands in a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A number in the unit of the measure, with the word of its qualifier before it.
    Value(Ratio, Qualifier),
    /// A difference in percentage points.
    Points(Ratio),
    /// A share of one, printed as a percentage.
    Share(Ratio),
    /// A year.
    Year(Year),
    /// Several years.
    Years(Vec<Year>),
    /// How many.
    Count(i64),
    /// Which side of a number is asked.
    Bound(Bound),
    /// A band.
    Band(Band),
}

/// A part of a sentence, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Words.
    Text(&'a str),
    /// A number, year or band.
    Slot(&'a Slot),
}

impl Words {
    pub(super) fn new(pattern: Pattern) -> Words {
        Words { patterns: vec![pattern], slots: Vec::new() }
    }

    /// Adds a sentence after the others.
    pub(super) fn and(mut self, pattern: Pattern) -> Words {
        self.patterns.push(pattern);
        self
    }

    /// Puts a sentence before the others.
    pub(super) fn before(mut self, pattern: Pattern) -> Words {
        self.patterns.insert(0, pattern);
        self
    }

    /// Fills a slot, or fills it again.
    pub(super) fn slot(mut self, name: &'static str, slot: Slot) -> Words {
        self.slots.retain(|(own, _)| *own != name);
        self.slots.push((name, slot));
        self
    }

    pub(super) fn value(self, name: &'static str, value: Ratio) -> Words {
        self.slot(name, Slot::exact(value))
    }

    pub(super) fn figure(self, name: &'static str, figure: &Figure) -> Words {
        self.slot(name, Slot::Value(figure.value, figure.qualifier))
    }

    pub(super) fn year(self, name: &'static str, year: Year) -> Words {
        self.slot(name, Slot::Year(year))
    }

    pub(super) fn bound(self, bound: Bound) -> Words {
        self.slot("bound", Slot::Bound(bound))
    }

    /// The sentence in its parts. A slot nobody filled is left out.
    pub fn pieces(&self, lang: Lang) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        for pattern in &self.patterns {
            if !pieces.is_empty() {
                pieces.push(Piece::Text(" "));
            }
            self.push_pieces(lang.pick(pattern.vi, pattern.en), &mut pieces);
        }
        pieces
    }

    fn push_pieces<'a>(&'a self, pattern: &'a str, pieces: &mut Vec<Piece<'a>>) {
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            if !before.is_empty() {
                pieces.push(Piece::Text(before));
            }
            pieces.extend(self.get(name).map(Piece::Slot));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest));
        }
    }

    /// The slot of this name.
    pub fn get(&self, name: &str) -> Option<&Slot> {
        self.slots.iter().find(|(own, _)| *own == name).map(|(_, slot)| slot)
    }

    /// How many slots the patterns ask for.
    #[cfg(test)]
    pub(super) fn asked_slots(&self, lang: Lang) -> usize {
        self.patterns.iter().map(|pattern| lang.pick(pattern.vi, pattern.en).matches('{').count()).sum()
    }

    /// The plain sentence. `unit` follows each number as it is: `%`, ` người`, ` triệu đồng`.
    pub fn text(&self, lang: Lang, unit: &str) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => (*text).to_owned(),
            Piece::Slot(slot) => slot.text(lang, unit),
        };
        self.pieces(lang).iter().map(piece).collect()
    }
}

impl Slot {
    /// One exact number in the unit of the measure.
    pub(super) const fn exact(value: Ratio) -> Slot {
        Slot::Value(value, Qualifier::Exact)
    }

    /// The plain text of the slot; `unit` follows numbers in the unit of the measure.
    pub fn text(&self, lang: Lang, unit: &str) -> String {
        match self {
            Slot::Value(value, qualifier) => qualifier.qualify(&format!("{}{unit}", plain_number(*value, lang)), lang),
            Slot::Points(points) => {
                format!("{} {}", plain_number(*points, lang), lang.pick("điểm %", "points"))
            }
            Slot::Share(share) => share_text(*share, lang),
            Slot::Year(year) => year.to_string(),
            Slot::Years(years) => years.iter().map(Year::to_string).collect::<Vec<_>>().join(", "),
            Slot::Count(count) => format_count(*count, lang),
            Slot::Bound(bound) => bound.name(lang).to_owned(),
            Slot::Band(band) => band.name(lang).to_owned(),
        }
    }
}

/// A number with as many decimals as it needs, at most two; a finer one is rounded to two.
pub fn plain_number(value: Ratio, lang: Lang) -> String {
    let exact = value.to_exact_decimal().map(|decimal| decimal.scale());
    value.format(lang, exact.unwrap_or(2).min(2))
}

fn share_text(share: Ratio, lang: Lang) -> String {
    match share.checked_mul(Ratio::from_int(100)) {
        Ok(percent) => format!("{}%", plain_number(percent, lang)),
        Err(_) => share.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_prints_its_numbers_in_both_languages() {
        let pattern = Pattern {
            vi: "Năm {year}: {figure}, yêu cầu {bound} {target}.",
            en: "{year}: {figure}, asked {bound} {target}.",
        };
        let figure = Figure { qualifier: Qualifier::More, ..Figure::exact(Ratio::from(1_090)) };
        let words = Words::new(pattern)
            .year("year", Year::new(2018).unwrap())
            .figure("figure", &figure)
            .bound(Bound::AtLeast)
            .value("target", Ratio::new(5, 3).unwrap());
        let vietnamese = words.text(Lang::Vi, " người");
        assert_eq!(vietnamese, "Năm 2018: trên 1.090 người, yêu cầu ít nhất 1,67 người.");
        let english = words.text(Lang::En, " people");
        assert_eq!(english, "2018: more than 1,090 people, asked at least 1.67 people.");
        assert_eq!(words.pieces(Lang::Vi).len(), 9);
    }

    #[test]
    fn a_number_is_printed_with_the_decimals_it_needs() {
        let check = |text: &str, printed: &str| {
            assert_eq!(plain_number(text.parse().unwrap(), Lang::Vi), printed);
        };
        check("32000", "32.000");
        check("2.4", "2,4");
        check("98.50", "98,5");
        check("1/3", "0,33");
        check("0.125", "0,13");
    }
}
