//! A TOML file becomes a JSON value and the line of each of its parts. Syntax errors are all reported; a number
//! with a decimal mark is refused, because figures are exact and therefore written as text.

use ::toml::{
    Spanned,
    de::{DeTable, DeValue},
};
use ansinh_kernel::problem::{Place, Problem, Problems};
use serde_json::{Map, Value};

use super::lines::{LineStarts, Source};

/// A TOML file with the line of each value.
pub(crate) struct Document {
    pub(crate) source: Source,
    pub(crate) value: Value,
    /// False when the syntax is broken and the value is only what could be saved.
    pub(crate) is_whole: bool,
}

/// Parses the text. What can be saved of a broken file is kept.
pub(crate) fn parse(path: &str, text: &str, problems: &mut Problems) -> Document {
    let starts = LineStarts::of(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let line = error.span().map_or(1, |span| starts.line(span.start));
        problems.push(syntax_problem(error.message()).at(Place::file(path).line(line)));
    }
    let mut walk = Walk { source: Source::new(path), starts, problems };
    let value = walk.table("", table.get_ref());
    Document { source: walk.source, value, is_whole: errors.is_empty() }
}

fn syntax_problem(message: &str) -> Problem {
    if message.contains("duplicate key") {
        return Problem::new("toml-duplicate-key", "khóa viết hai lần", "Giữ lại một dòng");
    }
    let what = format!("không đúng cú pháp TOML ({message})");
    Problem::new("toml-syntax", what, "Xem lại dấu ngoặc, dấu nháy và dấu bằng ở dòng này và dòng trước")
}

struct Walk<'a> {
    source: Source,
    starts: LineStarts,
    problems: &'a mut Problems,
}

impl Walk<'_> {
    fn table(&mut self, pointer: &str, table: &DeTable<'_>) -> Value {
        let mut object = Map::new();
        for (key, value) in table {
            let inner = format!("{pointer}/{}", key.get_ref().replace('~', "~0").replace('/', "~1"));
            let line = self.starts.line(key.span().start);
            self.source.note(&inner, line);
            object.insert(key.get_ref().to_string(), self.value(&inner, value));
        }
        Value::Object(object)
    }

    fn value(&mut self, pointer: &str, value: &Spanned<DeValue<'_>>) -> Value {
        match value.get_ref() {
            DeValue::String(text) => Value::String(text.to_string()),
            DeValue::Boolean(yes) => Value::Bool(*yes),
            DeValue::Datetime(date) => Value::String(date.to_string()),
            DeValue::Integer(integer) => i64::from_str_radix(integer.as_str(), integer.radix())
                .map_or_else(|_| Value::String(integer.to_string()), Value::from),
            DeValue::Float(float) => {
                let what = format!("số {} viết không có ngoặc kép nên không giữ được chính xác", float.as_str());
                let mend = format!("Viết \"{}\"", float.as_str());
                self.problems.push(Problem::new("toml-float", what, mend).at(self.source.place(pointer)));
                Value::String(float.as_str().to_owned())
            }
            DeValue::Array(items) => {
                let item = |(index, item): (usize, &Spanned<DeValue<'_>>)| {
                    let inner = format!("{pointer}/{index}");
                    let line = self.starts.line(item.span().start);
                    self.source.note(&inner, line);
                    self.value(&inner, item)
                };
                Value::Array(items.iter().enumerate().map(item).collect())
            }
            DeValue::Table(table) => self.table(pointer, table),
        }
    }
}

#[cfg(test)]
mod tests {
    use ansinh_kernel::problem::Problems;

    use super::parse;

    const TEXT: &str = "name = 'x'\n\n[[item]]\nid = 'a'\n[[item.part]]\non = 2018-12-31\n\n[[item]]\nid = 'b'\nlist = [\n  { n = 1 },\n]\n";

    #[test]
    fn every_value_knows_its_line() {
        let mut problems = Problems::new();
        let document = parse("f.toml", TEXT, &mut problems);
        assert!(problems.is_empty(), "{problems}");
        let lines = ["/name", "/item/0", "/item/0/part/0/on", "/item/1", "/item/1/list/0/n", "/item/1/none"]
            .map(|pointer| document.source.line_of(pointer));
        assert_eq!(lines, [Some(1), Some(3), Some(6), Some(8), Some(11), Some(8)]);
        assert_eq!(document.value["item"][0]["part"][0]["on"], "2018-12-31");
    }

    #[test]
    fn all_broken_lines_are_reported_and_the_rest_is_saved() {
        let mut problems = Problems::new();
        let document = parse("f.toml", "a = \nb = 1\nb = 2\nc = 1.5\n", &mut problems);
        let codes: Vec<&str> = problems.iter().map(|problem| problem.code).collect();
        assert_eq!(codes, ["toml-syntax", "toml-duplicate-key", "toml-float"]);
        assert!(!document.is_whole);
    }
}
