//! Sizes: how long a function and a file may be, how many parameters a function may take, and that a source says
//! at its head what it is.

use super::function::{Function, functions};
use super::repository::{Repository, repository};
use super::{Violation, report};

const FUNCTION_LINES: usize = 70;
const FILE_LINES: usize = 800;
const PARAMETERS: usize = 5;

/// Functions that are one table of data, by path and name, with the reason.
const TABLES: [(&str, &str, &str); 0] = [];

#[test]
fn functions_are_short() {
    report(long_functions(repository()));
}

#[test]
fn files_are_short() {
    report(long_files(repository()));
}

#[test]
fn functions_take_few_parameters() {
    report(many_parameters(repository()));
}

#[test]
fn every_source_says_what_it_is() {
    report(without_header(repository()));
}

fn long_functions(repository: &Repository) -> Vec<Violation> {
    let long = |one: &Function<'_>| one.lines() > FUNCTION_LINES;
    of_functions(repository, long, |one| {
        format!("the function `{}` has {} lines: split it, {FUNCTION_LINES} at most", one.name, one.lines())
    })
}

fn many_parameters(repository: &Repository) -> Vec<Violation> {
    let many = |one: &Function<'_>| one.parameters.len() > PARAMETERS;
    of_functions(repository, many, |one| {
        format!(
            "the function `{}` takes {} parameters: put what belongs together into a struct, {PARAMETERS} at most",
            one.name,
            one.parameters.len()
        )
    })
}

fn of_functions(
    repository: &Repository,
    wrong: impl Fn(&Function<'_>) -> bool,
    says: impl Fn(&Function<'_>) -> String,
) -> Vec<Violation> {
    let mut violations = Vec::new();
    for file in repository.rust() {
        let exempt = |name: &str| TABLES.iter().any(|(path, table, _)| *path == file.path && *table == name);
        for one in functions(file).iter().filter(|one| wrong(one) && !exempt(one.name)) {
            violations.push(Violation::at(file, one.line, says(one)));
        }
    }
    violations
}

fn long_files(repository: &Repository) -> Vec<Violation> {
    let lines = |text: &str| text.lines().count();
    let long = repository.rust().filter(|file| lines(file.text) > FILE_LINES);
    long.map(|file| {
        Violation::at(
            file,
            1,
            format!("the file has {} lines: split it by what it is about, {FILE_LINES} at most", lines(file.text)),
        )
    })
    .collect()
}

fn without_header(repository: &Repository) -> Vec<Violation> {
    let sources = repository.rust().filter(|file| file.path.split('/').nth(2) == Some("src"));
    let silent = sources.filter(|file| !file.text.starts_with("//! "));
    silent
        .map(|file| {
            Violation::at(
                file,
                1,
                "the file does not say what it is: open it with `//!`, what it is and what it is not",
            )
        })
        .collect()
}

#[test]
fn sizes_are_measured() {
    let repository = Repository::of([
        (
            "crates/a/src/a.rs",
            format!("//! A.\nfn fits() {{\n{}}}\nfn long() {{\n{}}}", "\n".repeat(68), "\n".repeat(69)),
        ),
        (
            "crates/a/src/b.rs",
            "// B.\nfn b(&self, a: A, b: B, c: C, d: D, e: E) {}\nfn c(a: A, b: B, c: C, d: D, e: E, f: F) {}"
                .to_owned(),
        ),
        ("crates/a/tests/c.rs", "\n".repeat(801)),
    ]);
    let lines = |violations: Vec<Violation>| violations.into_iter().map(|one| one.place).collect::<Vec<_>>();
    assert_eq!(lines(long_functions(&repository)), ["crates/a/src/a.rs:72"]);
    assert_eq!(lines(many_parameters(&repository)), ["crates/a/src/b.rs:3"]);
    assert_eq!(lines(without_header(&repository)), ["crates/a/src/b.rs:1"]);
    assert_eq!(lines(long_files(&repository)), ["crates/a/tests/c.rs:1"]);
}
