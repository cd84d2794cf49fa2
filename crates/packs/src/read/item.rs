//! One item of a file while it becomes a typed value: it knows where it stands, so that every problem of every
//! field is reported at its line, and none stops the reading of the others.

use std::{fmt::Display, str::FromStr};

use ansinh_kernel::{
    date::{Date, Validity},
    lang::Bilingual,
    problem::{Fault, Place, Problem, Problems},
};

use super::lines::Source;

/// Where an item stands: in a TOML file by pointer, in a table by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// A value of a TOML file.
    Pointer {
        /// Position in [`Sources`].
        source: usize,
        /// JSON pointer of the item.
        pointer: String,
    },
    /// A row of a table.
    Row {
        /// Position in [`Sources`].
        source: usize,
        /// Line, counted from 1.
        line: u64,
    },
}

impl Spot {
    /// A part of this item, e.g. `agency/2`. The parts of a row are its columns, so it stays itself.
    pub(crate) fn part(&self, part: &str) -> Self {
        match self {
            Self::Pointer { source, pointer } => {
                Self::Pointer { source: *source, pointer: format!("{pointer}/{part}") }
            }
            Self::Row { .. } => self.clone(),
        }
    }
}

/// A value and where it was written.
#[derive(Clone, Debug)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) spot: Spot,
}

/// Every file that was read, for finding lines again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources(Vec<Source>);

impl Sources {
    /// Keeps a file and gives its position.
    pub(crate) fn add(&mut self, source: Source) -> usize {
        self.0.push(source);
        self.0.len() - 1
    }

    /// The place of a field of an item; of the item itself when the field is empty.
    pub(crate) fn place(&self, spot: &Spot, field: &str) -> Place {
        match spot {
            Spot::Pointer { source, pointer } => {
                let source = self.0.get(*source);
                let pointer = if field.is_empty() { pointer.clone() } else { format!("{pointer}/{field}") };
                source.map_or_else(Place::nowhere, |source| source.place(&pointer))
            }
            Spot::Row { source, line } => {
                let place = self.0.get(*source).map_or_else(Place::nowhere, |source| Place::file(&source.path));
                let place = place.line(*line);
                if field.is_empty() { place } else { place.field(field) }
            }
        }
    }
}

/// Reads the fields of one item.
pub(crate) struct Reader<'a> {
    pub(crate) sources: &'a Sources,
    pub(crate) spot: Spot,
    pub(crate) problems: &'a mut Problems,
}

impl Reader<'_> {
    /// A reader of a part of this item.
    pub(crate) fn part(&mut self, part: &str) -> Reader<'_> {
        Reader { sources: self.sources, spot: self.spot.part(part), problems: self.problems }
    }

    /// The value of a field, or a problem.
    pub(crate) fn parse<T>(&mut self, field: &str, text: impl AsRef<str>) -> Option<T>
    where
        T: FromStr,
        T::Err: Fault,
    {
        match text.as_ref().parse() {
            Ok(value) => Some(value),
            Err(fault) => {
                self.problems.push(fault.at(self.sources.place(&self.spot, field)));
                None
            }
        }
    }

    /// The value of a field that may be left out or empty: `Some(None)` when it is, `None` after a problem.
    pub(crate) fn parse_optional<T>(&mut self, field: &str, text: Option<impl AsRef<str>>) -> Option<Option<T>>
    where
        T: FromStr,
        T::Err: Fault,
    {
        match text.as_ref().map(AsRef::as_ref).filter(|text| !text.is_empty()) {
            Some(text) => self.parse(field, text).map(Some),
            None => Some(None),
        }
    }

    /// The values of a list, or a problem for each that is wrong.
    pub(crate) fn parse_list<T>(&mut self, field: &str, texts: &[impl AsRef<str>]) -> Option<Vec<T>>
    where
        T: FromStr,
        T::Err: Fault,
    {
        let read = |(index, text): (usize, _)| self.parse(&format!("{field}/{index}"), text);
        let values: Vec<Option<T>> = texts.iter().enumerate().map(read).collect();
        values.into_iter().collect()
    }

    /// The days between two dates, of which either may be left out or empty.
    pub(crate) fn validity(
        &mut self,
        from: (&str, Option<impl AsRef<str>>),
        to: (&str, Option<impl AsRef<str>>),
    ) -> Option<Validity> {
        let first: Option<Option<Date>> = self.parse_optional(from.0, from.1);
        let end: Option<Option<Date>> = self.parse_optional(to.0, to.1);
        let place = self.sources.place(&self.spot, to.0);
        self.problems.keep_at(place, Validity::new(first?, end?))
    }

    /// A text in both languages, or none; one language alone is a problem.
    pub(crate) fn both_or_none(
        &mut self,
        stem: &str,
        vi: Option<impl Into<String>>,
        en: Option<impl Into<String>>,
    ) -> Option<Option<Bilingual>> {
        match (filled(vi), filled(en)) {
            (Some(vi), Some(en)) => Some(Some(Bilingual { vi, en })),
            (None, None) => Some(None),
            (vi, _) => {
                let (there, lacking) = if vi.is_some() { ("vi", "en") } else { ("en", "vi") };
                let what = format!("có {stem}_{there} mà không có {stem}_{lacking}");
                self.problem(&format!("{stem}_{there}"), "translation-missing", what, "Viết đủ cả hai thứ tiếng");
                None
            }
        }
    }

    /// Notes that the item fits its schema and cannot be read all the same.
    pub(crate) fn unreadable(&mut self, error: &impl Display) {
        let what = format!("không đọc được mục này ({error})");
        self.problem("", "item-unreadable", what, "Xem mẫu của tệp này trong data/schema");
    }

    /// Notes a problem of a field.
    pub(crate) fn problem(&mut self, field: &str, code: &'static str, what: impl Display, mend: impl Display) {
        let problem = Problem::new(code, what.to_string(), mend.to_string());
        self.problems.push(problem.at(self.sources.place(&self.spot, field)));
    }
}

/// A text that is there and not empty.
fn filled(text: Option<impl Into<String>>) -> Option<String> {
    text.map(Into::into).filter(|text| !text.is_empty())
}
