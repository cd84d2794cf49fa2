//! Checks a file against its JSON Schema, which is compiled once, and says every problem in words a person can
//! act on.

use std::sync::{LazyLock, OnceLock};

use ansinh_kernel::problem::{Problem, Problems};
use jsonschema::{
    ValidationError, Validator,
    error::{TypeKind, ValidationErrorKind},
};
use serde_json::Value;

use super::{lines::Source, toml::Document};
use crate::files::{FileKind, schema_of, text::how_to_write};

/// A schema and its compiled form.
struct Compiled {
    schema: Value,
    validator: Validator,
}

/// The compiled schema of each kind of file, made at its first use.
fn compiled(kind: FileKind) -> &'static Compiled {
    static ALL: LazyLock<Vec<(FileKind, OnceLock<Compiled>)>> =
        LazyLock::new(|| FileKind::ALL.into_iter().map(|kind| (kind, OnceLock::new())).collect());
    let (_, slot) = ALL.iter().find(|(known, _)| *known == kind).expect("every kind has a slot");
    slot.get_or_init(|| {
        let schema = schema_of(kind);
        let validator = jsonschema::options()
            .with_pattern_options(jsonschema::PatternOptions::regex())
            .build(&schema)
            .expect("schemas are made from types and always compile");
        Compiled { schema, validator }
    })
}

/// Notes every way in which the document departs from the schema of its kind; gives the pointers of the values
/// that are wrong.
pub(crate) fn check(kind: FileKind, document: &Document, problems: &mut Problems) -> Vec<String> {
    let compiled = compiled(kind);
    let mut wrong = Vec::new();
    for error in compiled.validator.iter_errors(&document.value) {
        wrong.push(error.instance_path().as_str().to_owned());
        explain(&error, &compiled.schema, &document.source, problems);
    }
    wrong
}

/// Says one error as problems, each at the line of what is wrong.
fn explain(error: &ValidationError<'_>, schema: &Value, source: &Source, problems: &mut Problems) {
    let pointer = error.instance_path().as_str();
    let mut note = |problem: Problem, pointer: &str| problems.push(problem.at(source.place(pointer)));
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            let key = property.as_str().unwrap_or_default();
            note(missing_key(key, format!("Thêm dòng {key} = …")), &format!("{pointer}/{key}"));
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            let allowed = allowed_keys(error, schema);
            for key in unexpected {
                note(unknown_key(key, &allowed), &format!("{pointer}/{key}"));
            }
        }
        ValidationErrorKind::OneOfNotValid { context } | ValidationErrorKind::AnyOf { context } => {
            explain_choice(error, context, schema, source, problems);
        }
        _ => note(explain_value(error), pointer),
    }
}

fn missing_key(key: &str, mend: impl Into<String>) -> Problem {
    Problem::new("key-missing", format!("thiếu “{key}”"), mend)
}

/// Says what is wrong with one value.
fn explain_value(error: &ValidationError<'_>) -> Problem {
    let value = error.instance();
    match error.kind() {
        ValidationErrorKind::Type { kind: TypeKind::Single(wanted) } => {
            let what = format!("giá trị {value} phải là {}", type_name(wanted.as_str()));
            Problem::new("type-wrong", what, "Viết lại giá trị đúng kiểu")
        }
        ValidationErrorKind::Enum { options } => {
            let words = options.as_array().map(Vec::as_slice).unwrap_or_default();
            let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
            let what = format!("giá trị {value} không có trong danh sách");
            Problem::new("word-not-listed", what, format!("Chọn một trong: {}", words.join(", ")))
        }
        ValidationErrorKind::Pattern { pattern } => {
            let how = how_to_write(pattern).unwrap_or("xem mẫu của tệp này");
            Problem::new("text-bad-form", format!("giá trị {value} không đúng dạng"), format!("Sửa lại: {how}"))
        }
        ValidationErrorKind::MinItems { .. } => Problem::new("list-empty", "danh sách trống", "Ghi ít nhất một mục"),
        ValidationErrorKind::Minimum { limit } => {
            Problem::new("number-below-limit", format!("số {value} nhỏ quá"), format!("Ghi số từ {limit} trở lên"))
        }
        ValidationErrorKind::Maximum { limit } => {
            Problem::new("number-above-limit", format!("số {value} lớn quá"), format!("Ghi số nhiều nhất là {limit}"))
        }
        _ => {
            Problem::new("schema-broken", format!("không đúng mẫu ({error})"), "Xem mẫu của tệp này trong data/schema")
        }
    }
}

/// A value that fits none of several forms: says what is wrong with the form whose `type` it names, or that it
/// names none.
fn explain_choice(
    error: &ValidationError<'_>,
    branches: &[Vec<ValidationError<'static>>],
    schema: &Value,
    source: &Source,
    problems: &mut Problems,
) {
    let is_about_type = |error: &ValidationError<'_>| {
        error.instance_path().as_str().ends_with("/type")
            && matches!(error.kind(), ValidationErrorKind::Constant { .. } | ValidationErrorKind::Enum { .. })
    };
    let pointer = error.instance_path().as_str();
    if error.instance().get("type").is_none() {
        let problem = missing_key("type", "Thêm type = … để nói đây là loại nào");
        problems.push(problem.at(source.place(&format!("{pointer}/type"))));
        return;
    }
    match branches.iter().find(|branch| !branch.iter().any(is_about_type)) {
        Some(branch) => branch.iter().for_each(|inner| explain(inner, schema, source, problems)),
        None => {
            let names: Vec<&str> = branches.iter().flatten().filter_map(wanted_constant).collect();
            let written = error.instance().get("type").map(Value::to_string).unwrap_or_default();
            let what = format!("giá trị {written} không có trong danh sách");
            let problem = Problem::new("word-not-listed", what, format!("Chọn một trong: {}", names.join(", ")));
            problems.push(problem.at(source.place(&format!("{pointer}/type"))));
        }
    }
}

fn wanted_constant<'a>(error: &'a ValidationError<'_>) -> Option<&'a str> {
    match error.kind() {
        ValidationErrorKind::Constant { expected_value } => expected_value.as_str(),
        _ => None,
    }
}

fn type_name(name: &str) -> &'static str {
    match name {
        "string" => "chuỗi trong ngoặc kép",
        "integer" | "number" => "số nguyên không ngoặc kép",
        "boolean" => "true hoặc false",
        "array" => "danh sách",
        "object" => "bảng các khóa",
        _ => "giá trị khác",
    }
}

/// The keys of the object that has an unknown one.
fn allowed_keys(error: &ValidationError<'_>, schema: &Value) -> Vec<String> {
    let path = error.schema_path().as_str();
    let object = path.rsplit_once('/').and_then(|(object, _)| schema.pointer(object));
    let keys = object.and_then(|object| object.get("properties")).and_then(Value::as_object);
    keys.map(|keys| keys.keys().cloned().collect()).unwrap_or_default()
}

fn unknown_key(key: &str, allowed: &[String]) -> Problem {
    let nearest = allowed.iter().map(|known| (distance(key, known), known)).min();
    let mend = match nearest {
        Some((distance, known)) if distance <= 2 => format!("Có thể là “{known}”"),
        _ => format!("Bỏ dòng này, hoặc dùng một trong: {}", allowed.join(", ")),
    };
    Problem::new("key-unknown", format!("khóa “{key}” không có trong mẫu"), mend)
}

/// How many letters must be changed, added or left out to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut corner = index;
        let mut left = index + 1;
        let mut next = vec![left];
        for (above, known) in row.iter().skip(1).zip(&other) {
            let changed = corner + usize::from(letter != *known);
            left = changed.min(left + 1).min(above + 1);
            corner = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::distance;

    #[test]
    fn the_distance_of_words_counts_changed_letters() {
        assert_eq!(distance("dedline", "deadline"), 1);
        assert_eq!(distance("same", "same"), 0);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
