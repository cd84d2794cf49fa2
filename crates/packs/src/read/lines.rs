//! Where every value of a TOML file stands: JSON pointer to line.

use std::collections::HashMap;

use ansinh_kernel::problem::Place;

/// A file that was read: its path and the line of each of its values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    pub(crate) path: String,
    lines: HashMap<String, u32>,
}

impl Source {
    pub(crate) fn new(path: &str) -> Self {
        Self { path: path.to_owned(), lines: HashMap::new() }
    }

    /// Notes that the value at this pointer stands on this line.
    pub(crate) fn note(&mut self, pointer: &str, line: u32) {
        self.lines.insert(pointer.to_owned(), line);
    }

    /// The line of a value, or of the nearest value around it that has one.
    pub(crate) fn line_of(&self, pointer: &str) -> Option<u32> {
        let mut pointer = pointer;
        loop {
            if let Some(line) = self.lines.get(pointer) {
                return Some(*line);
            }
            pointer = pointer.rsplit_once('/')?.0;
        }
    }

    /// The place of a value, with the line of the nearest value that exists.
    pub(crate) fn place(&self, pointer: &str) -> Place {
        let mut place = Place::file(&self.path);
        if let Some(line) = self.line_of(pointer) {
            place = place.line(line);
        }
        match field_name(pointer) {
            field if field.is_empty() => place,
            field => place.field(field),
        }
    }
}

/// A pointer as people write it, items counted from 1: `/target/0/agency/2/from` is `target[1].agency[3].from`.
fn field_name(pointer: &str) -> String {
    let mut name = String::new();
    for part in pointer.split('/').skip(1) {
        match part.parse::<usize>() {
            Ok(index) => name.push_str(&format!("[{}]", index.saturating_add(1))),
            Err(_) => {
                if !name.is_empty() {
                    name.push('.');
                }
                name.push_str(&part.replace("~1", "/").replace("~0", "~"));
            }
        }
    }
    name
}

/// Finds the line of a byte: the first byte of each line, in order.
pub(crate) struct LineStarts(Vec<usize>);

impl LineStarts {
    pub(crate) fn of(text: &str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self(std::iter::once(0).chain(after_breaks).collect())
    }

    /// The line of this byte, counted from 1.
    pub(crate) fn line(&self, byte: usize) -> u32 {
        u32::try_from(self.0.partition_point(|start| *start <= byte)).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::{LineStarts, field_name};

    #[test]
    fn a_byte_has_a_line_counted_from_one() {
        let starts = LineStarts::of("a\nbc\n\nd");
        assert_eq!([0, 1, 2, 4, 5, 6].map(|byte| starts.line(byte)), [1, 1, 2, 2, 3, 4]);
    }

    #[test]
    fn a_pointer_is_written_for_people() {
        assert_eq!(field_name("/target/0/agency/2/from"), "target[1].agency[3].from");
        assert_eq!(field_name(""), "");
    }
}
