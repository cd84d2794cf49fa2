//! A problem a person can mend: what is wrong, where, and what to do about it, in Vietnamese, with a stable
//! English code for logs. Checks collect every problem of their input; verbs stop at the first.

use serde::Serialize;
use std::fmt;

/// Where a problem is. Every part is optional; what is known is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// Path of the file, relative to the root that was checked.
    pub file: Option<String>,
    /// Line in the file, counted from 1.
    pub line: Option<u32>,
    /// Sheet of a workbook.
    pub sheet: Option<String>,
    /// Cell of the sheet, such as `C4`.
    pub cell: Option<String>,
    /// Field, key or column.
    pub field: Option<String>,
}

impl Place {
    /// No place known.
    pub fn nowhere() -> Place {
        Place::default()
    }

    /// Somewhere in a file.
    pub fn file(file: impl Into<String>) -> Place {
        Place { file: Some(file.into()), ..Place::default() }
    }

    /// At this line, counted from 1. A number that is no line number is left out.
    pub fn line(mut self, line: impl TryInto<u32>) -> Place {
        self.line = line.try_into().ok();
        self
    }

    /// In this sheet of a workbook.
    pub fn sheet(mut self, sheet: impl Into<String>) -> Place {
        self.sheet = Some(sheet.into());
        self
    }

    /// In this cell of the sheet.
    pub fn cell(mut self, cell: impl Into<String>) -> Place {
        self.cell = Some(cell.into());
        self
    }

    /// In this field, key or column.
    pub fn field(mut self, field: impl Into<String>) -> Place {
        self.field = Some(field.into());
        self
    }
}

impl fmt::Display for Place {
    /// Writes `file:line`, then sheet and cell, then the field, each only if known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let spot = match (&self.file, self.line) {
            (Some(file), Some(line)) => Some(format!("{file}:{line}")),
            (Some(file), None) => Some(file.clone()),
            (None, Some(line)) => Some(format!("dòng {line}")),
            (None, None) => None,
        };
        let sheet = self.sheet.as_ref().map(|sheet| format!("trang tính {sheet}"));
        let cell = self.cell.as_ref().map(|cell| format!("ô {cell}"));
        let parts = [spot, sheet, cell, self.field.clone()];
        let known: Vec<String> = parts.into_iter().flatten().collect();
        f.write_str(&known.join(": "))
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// Stable English code, for logs and for the list of errors.
    pub code: &'static str,
    /// What is wrong, in Vietnamese, without a closing full stop.
    pub what: String,
    /// Where it is.
    pub place: Place,
    /// How to mend it, in Vietnamese, without a closing full stop.
    pub mend: String,
}

impl Problem {
    /// A problem with no place yet.
    pub fn new(code: &'static str, what: impl Into<String>, mend: impl Into<String>) -> Problem {
        Problem { code, what: what.into(), place: Place::nowhere(), mend: mend.into() }
    }

    /// The same problem, at this place.
    pub fn at(mut self, place: Place) -> Problem {
        self.place = place;
        self
    }
}

impl fmt::Display for Problem {
    /// Writes `place: what. mend.`, leaving out what is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.place.to_string();
        if !place.is_empty() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}.", self.what)?;
        if !self.mend.is_empty() {
            write!(f, " {}.", self.mend)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

/// An error of this crate that becomes a [`Problem`] once its place is known.
pub trait Fault: fmt::Display {
    /// Stable English code.
    fn code(&self) -> &'static str;

    /// How to mend it, in Vietnamese, without a closing full stop.
    fn mend(&self) -> String;

    /// The problem at this place; what is wrong is the error's own message.
    fn at(&self, place: Place) -> Problem {
        Problem::new(self.code(), self.to_string(), self.mend()).at(place)
    }
}

/// Every problem of one input, in the order found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// None yet.
    pub fn new() -> Problems {
        Problems::default()
    }

    /// Adds one.
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    /// Keeps the value of a good result, or notes the problem and goes on.
    pub fn keep<T>(&mut self, result: Result<T, Problem>) -> Option<T> {
        result.map_err(|problem| self.push(problem)).ok()
    }

    /// Keeps the value of a good result, or notes the fault at this place and goes on.
    pub fn keep_at<T>(&mut self, place: Place, result: Result<T, impl Fault>) -> Option<T> {
        self.keep(result.map_err(|fault| fault.at(place)))
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many problems there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The problems, in the order found.
    pub fn iter(&self) -> std::slice::Iter<'_, Problem> {
        self.0.iter()
    }

    /// Sorts by place, so that a person mends a file from top to bottom.
    pub fn sort_by_place(&mut self) {
        self.0.sort_by(|a, b| a.place.cmp(&b.place));
    }

    /// The value, if nothing is wrong.
    ///
    /// # Errors
    /// All the problems, if there is one.
    pub fn into_result<T>(self, value: T) -> Result<T, Problems> {
        if self.is_empty() { Ok(value) } else { Err(self) }
    }
}

impl fmt::Display for Problems {
    /// One problem a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Problems {
        Problems(vec![problem])
    }
}

impl FromIterator<Problem> for Problems {
    fn from_iter<I: IntoIterator<Item = Problem>>(problems: I) -> Problems {
        Problems(problems.into_iter().collect())
    }
}

impl Extend<Problem> for Problems {
    fn extend<I: IntoIterator<Item = Problem>>(&mut self, problems: I) {
        self.0.extend(problems);
    }
}

impl IntoIterator for Problems {
    type Item = Problem;
    type IntoIter = std::vec::IntoIter<Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Problems {
    type Item = &'a Problem;
    type IntoIter = std::slice::Iter<'a, Problem>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests;
