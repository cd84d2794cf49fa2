//! Where the law and the plan say a thing: clauses of a plan, numbers of documents, references to an article,
//! clause and point. Text in, the same text out; order is the order of reading.

use crate::id::{IdError, bad_form, check_length, id_traits};
use crate::lang::Lang;
use crate::serde_as_text;
use crate::text::CollationKey;
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::sync::Arc;
use std::{fmt, str::FromStr};

/// A clause of a plan, as numbered there: `I.2`, `II.1.2.3`, `II.1.2.3.housing-water.b`. An unnumbered
/// paragraph has a slug of ours. Order is the order of reading: II before V, 2 before 10.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ClauseId(Arc<str>);

const CLAUSE_FORM: &str = "các phần nối bằng dấu “.”, mỗi phần gồm chữ cái, chữ số hoặc “-”, như II.1.2.b";

impl ClauseId {
    /// Reads the id.
    ///
    /// # Errors
    /// [`IdError`] when a part is empty or has other characters than letters, digits and hyphens.
    pub fn new(text: &str) -> Result<ClauseId, IdError> {
        if text.is_empty() {
            return Err(IdError::Empty { what: "điều mục" });
        }
        check_length("điều mục", text)?;
        let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | 'đ');
        if text.split('.').all(|part| !part.is_empty() && part.chars().all(known)) {
            return Ok(ClauseId(text.into()));
        }
        Err(bad_form("điều mục", text, CLAUSE_FORM))
    }

    /// The clause it stands in; none for a top heading.
    pub fn parent(&self) -> Option<ClauseId> {
        let (parent, _) = self.0.rsplit_once('.')?;
        Some(ClauseId(parent.into()))
    }

    /// Whether it is `outer` or stands somewhere in it.
    pub fn is_within(&self, outer: &ClauseId) -> bool {
        let rest = self.0.strip_prefix(&*outer.0);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    }

    /// How many parts it has; 1 for a top heading.
    pub fn depth(&self) -> usize {
        self.0.split('.').count()
    }
}

id_traits!(ClauseId);

/// What the name of one part sorts by: Roman and Arabic numbers by value, all else in Vietnamese order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Number(u64),
    Word(CollationKey),
}

fn rank(part: &str) -> Rank {
    let number = part.parse().ok().or_else(|| roman(part));
    number.map_or_else(|| Rank::Word(CollationKey::of(part)), Rank::Number)
}

/// The value of a Roman number in capitals, up to 39: headings named C or D are letters.
fn roman(text: &str) -> Option<u64> {
    let value = |c: char| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    };
    let values: Vec<u64> = text.chars().map(value).collect::<Option<_>>()?;
    let (last, before) = values.split_last()?;
    let smaller = |pair: &[u64]| pair.first() < pair.get(1);
    let mut total = *last;
    for (own, pair) in before.iter().zip(values.windows(2)) {
        total = if smaller(pair) { total.checked_sub(*own)? } else { total.checked_add(*own)? };
    }
    Some(total)
}

impl Ord for ClauseId {
    fn cmp(&self, other: &ClauseId) -> Ordering {
        let ranks = |clause: &ClauseId| clause.0.split('.').map(rank).collect::<Vec<_>>();
        ranks(self).cmp(&ranks(other)).then_with(|| self.0.cmp(&other.0))
    }
}

impl PartialOrd for ClauseId {
    fn partial_cmp(&self, other: &ClauseId) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The number of a legal document as printed: `20/2021/NĐ-CP`, `1611/QĐ-UBND`.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentNumber(Arc<str>);

impl DocumentNumber {
    /// Reads the number; it becomes NFC.
    ///
    /// # Errors
    /// [`IdError`] when there is no digit first, no `/` inside, or a space.
    pub fn new(text: &str) -> Result<DocumentNumber, IdError> {
        check_length("số văn bản", text)?;
        let number = crate::text::nfc(text);
        let known = |c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '.' | ',');
        let digit_first = number.starts_with(|c: char| c.is_ascii_digit());
        let slash_inside = number.contains('/') && !number.ends_with('/');
        if digit_first && slash_inside && number.chars().all(known) {
            return Ok(DocumentNumber(number.into()));
        }
        Err(bad_form("số văn bản", text, "như 20/2021/NĐ-CP hoặc 1611/QĐ-UBND"))
    }
}

id_traits!(DocumentNumber);

/// A part of a document, from the widest down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LegalPart {
    /// Phụ lục.
    Annex,
    /// Chương.
    Chapter,
    /// Mục.
    Section,
    /// Điều.
    Article,
    /// Khoản.
    Clause,
    /// Điểm.
    Point,
}

impl LegalPart {
    const ALL: [LegalPart; 6] = [
        LegalPart::Annex,
        LegalPart::Chapter,
        LegalPart::Section,
        LegalPart::Article,
        LegalPart::Clause,
        LegalPart::Point,
    ];

    /// Its word inside a reference.
    pub const fn word(self, lang: Lang) -> &'static str {
        let (vi, en) = match self {
            LegalPart::Annex => ("Phụ lục", "Annex"),
            LegalPart::Chapter => ("Chương", "Chapter"),
            LegalPart::Section => ("Mục", "Section"),
            LegalPart::Article => ("Điều", "Article"),
            LegalPart::Clause => ("khoản", "clause"),
            LegalPart::Point => ("điểm", "point"),
        };
        lang.pick(vi, en)
    }
}

/// A reference into a document: `20/2021/NĐ-CP Điều 5 khoản 6 điểm a`. The widest part comes first. Within a
/// document, order is the order of reading.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LegalRef {
    document: DocumentNumber,
    parts: Vec<(LegalPart, Arc<str>)>,
}

const REF_FORM: &str =
    "số văn bản, rồi Phụ lục, Chương, Mục, Điều, khoản, điểm theo thứ tự đó, như 20/2021/NĐ-CP Điều 5 khoản 6 điểm a";

impl LegalRef {
    /// Reads the reference.
    ///
    /// # Errors
    /// [`IdError`] when the document's number is bad, a part has no name, or the parts are out of order.
    pub fn new(text: &str) -> Result<LegalRef, IdError> {
        let composed = crate::text::nfc(text);
        let refuse = || bad_form("viện dẫn", text, REF_FORM);
        let (document, mut rest) = composed.split_once(' ').unwrap_or((&composed, ""));
        let document = DocumentNumber::new(document)?;
        let mut parts: Vec<(LegalPart, Arc<str>)> = Vec::new();
        while !rest.is_empty() {
            let (part, name, after) = next_part(rest).ok_or_else(refuse)?;
            if parts.last().is_some_and(|(wider, _)| *wider >= part) {
                return Err(refuse());
            }
            parts.push((part, name.into()));
            rest = after;
        }
        Ok(LegalRef { document, parts })
    }

    /// The document it points into.
    pub fn document(&self) -> &DocumentNumber {
        &self.document
    }

    /// The name of one part, such as `a` of the point, if the reference goes that deep.
    pub fn part(&self, part: LegalPart) -> Option<&str> {
        let found = self.parts.iter().find(|(own, _)| *own == part);
        found.map(|(_, name)| &**name)
    }

    /// For people: `điểm a khoản 6 Điều 5, 20/2021/NĐ-CP` or `Article 5, clause 6, point a of 20/2021/NĐ-CP`.
    pub fn format(&self, lang: Lang) -> String {
        let written = self.parts.iter().map(|(part, name)| format!("{} {name}", part.word(lang)));
        let parts: Vec<String> = match lang {
            Lang::Vi => written.rev().collect(),
            Lang::En => written.collect(),
        };
        match (parts.is_empty(), lang) {
            (true, _) => self.document.to_string(),
            (false, Lang::Vi) => format!("{}, {}", parts.join(" "), self.document),
            (false, Lang::En) => format!("{} of {}", parts.join(", "), self.document),
        }
    }
}

/// Takes one part off the front: its kind, its name, and what follows.
fn next_part(text: &str) -> Option<(LegalPart, &str, &str)> {
    let found = |part: &LegalPart| {
        let rest = text.strip_prefix(part.word(Lang::Vi))?.strip_prefix(' ')?;
        let (name, after) = rest.split_once(' ').unwrap_or((rest, ""));
        let good = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
        good.then_some((*part, name, after))
    };
    LegalPart::ALL.iter().find_map(found)
}

impl Ord for LegalRef {
    fn cmp(&self, other: &LegalRef) -> Ordering {
        let ranks = |own: &LegalRef| -> Vec<(LegalPart, Rank)> {
            own.parts.iter().map(|(part, name)| (*part, rank(name))).collect()
        };
        let documents = self.document.cmp(&other.document);
        let places = documents.then_with(|| ranks(self).cmp(&ranks(other)));
        places.then_with(|| self.parts.cmp(&other.parts))
    }
}

impl PartialOrd for LegalRef {
    fn partial_cmp(&self, other: &LegalRef) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for LegalRef {
    /// The form that is read.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.document)?;
        for (part, name) in &self.parts {
            write!(f, " {} {name}", part.word(Lang::Vi))?;
        }
        Ok(())
    }
}

impl FromStr for LegalRef {
    type Err = IdError;

    fn from_str(text: &str) -> Result<LegalRef, IdError> {
        LegalRef::new(text)
    }
}

serde_as_text!(LegalRef);

#[cfg(test)]
mod tests;
