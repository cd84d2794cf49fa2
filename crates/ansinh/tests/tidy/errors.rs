//! The catalogue of codes, `docs/ERRORS.md`, and the rule that a code means one thing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::codes::{Told, codes};
use super::documents::{cell, same_as_file};
use super::lexer::Kind;
use super::repository::{Repository, repository};
use super::{Violation, report};

const HEAD: &str = "# Error codes

Every code that a person, a log or the API can meet. Codes are stable; the sentences are what people read, in
Vietnamese, with `…` for what is filled in. Generated from the sources: `UPDATE_DOCS=1 cargo test -p ansinh --test tidy`.

| Code | What is wrong | How to mend it | Where |
|---|---|---|---|
";

#[test]
fn the_catalogue_of_errors_is_that_of_the_sources() {
    same_as_file("docs/ERRORS.md", &catalogue(repository()));
}

#[test]
fn a_code_means_one_thing() {
    report(two_meanings(repository()));
}

fn catalogue(repository: &Repository) -> String {
    let examples = examples(repository);
    let mut text = HEAD.to_owned();
    for (code, places) in by_code(codes(repository)) {
        let whats = sentences(places.iter().map(|told| &told.what));
        let mends = sentences(places.iter().map(|told| &told.mend));
        let example = if whats.is_empty() {
            examples.get(&code).map(|line| format!("e.g. {line}")).unwrap_or_default()
        } else {
            String::new()
        };
        let files: BTreeSet<&str> = places.iter().map(|told| told.path.trim_start_matches("crates/")).collect();
        let files = files.into_iter().map(|file| format!("`{file}`")).collect::<Vec<_>>().join(" ");
        let _ = writeln!(text, "| `{code}` | {}{} | {} | {files} |", cell(&whats), cell(&example), cell(&mends));
    }
    text
}

fn by_code(told: Vec<Told>) -> BTreeMap<String, Vec<Told>> {
    let mut by_code: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    for one in told {
        by_code.entry(one.code.clone()).or_default().push(one);
    }
    by_code
}

fn sentences<'a>(texts: impl Iterator<Item = &'a Option<String>>) -> String {
    let mut known: Vec<&str> = Vec::new();
    for text in texts.flatten() {
        if !known.contains(&text.as_str()) {
            known.push(text);
        }
    }
    known.join(" / ")
}

/// The first line `[code] …` of a snapshot, for codes whose sentence is put together from parts.
fn examples(repository: &Repository) -> BTreeMap<String, String> {
    let mut examples = BTreeMap::new();
    for file in repository.rust().filter(|file| file.path.contains("/tests/")) {
        for line in file.code.iter().filter(|token| token.kind == Kind::Text).flat_map(|token| token.text.lines()) {
            if let Some((code, says)) = line.trim().strip_prefix('[').and_then(|rest| rest.split_once("] ")) {
                examples.entry(code.to_owned()).or_insert_with(|| says.to_owned());
            }
        }
    }
    examples
}

/// Codes that two crates raise, or that one crate raises with different sentences.
fn two_meanings(repository: &Repository) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (code, places) in by_code(codes(repository)) {
        let first = places.iter().find(|told| told.what.is_some()).unwrap_or(&places[0]);
        for other in &places {
            let says = if crate_of(first) != crate_of(other) {
                format!("`{code}` is also a code of {}: give the new meaning its own code", crate_of(first))
            } else if first.what.is_some() && other.what.is_some() && first.what != other.what {
                format!("`{code}` says something else at {}:{}: one code, one sentence", first.path, first.line)
            } else {
                continue;
            };
            violations.push(Violation { place: format!("{}:{}", other.path, other.line), says });
        }
    }
    violations
}

fn crate_of(told: &Told) -> &str {
    told.path.split('/').nth(1).unwrap_or_default()
}

#[test]
fn a_second_meaning_is_found() {
    let repository = Repository::of([
        (
            "crates/a/src/a.rs",
            "fn a() { Problem::new(\"x-y\", \"một hai\", \"ba bốn\"); Problem::new(\"x-y\", \"năm sáu\", \"\"); Problem::new(\"x-y\", what, \"\"); }",
        ),
        ("crates/b/src/b.rs", "fn b() { Problem::new(\"x-y\", \"một hai\", \"ba bốn\") }"),
        ("crates/a/tests/it.rs", "const A: &str = \"\n [x-z] a: b.\n\";"),
    ]);
    assert_eq!(two_meanings(&repository).len(), 2);
    assert!(
        catalogue(&repository).ends_with("| `x-y` | một hai / năm sáu | ba bốn | `a/src/a.rs` `b/src/b.rs` |\n"),
        "{}",
        catalogue(&repository)
    );
    assert_eq!(examples(&repository).get("x-z").map(String::as_str), Some("a: b."));
}
