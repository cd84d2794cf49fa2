//! The house rules that a machine can check, as tests over the sources of the whole repository: crate edges, sizes,
//! words and names, SQL, templates, error codes, and documents that are generated from the sources. Each failure
//! lists every violation as `file:line: what is banned, what to do instead`.
//!
//! `UPDATE_DOCS=1` writes the generated documents anew.
#![allow(clippy::unwrap_used, missing_docs)]

mod codes;
mod dependencies;
mod documents;
mod edges;
mod errors;
mod function;
mod glossary;
mod guides;
mod lexer;
mod markdown;
mod names;
mod repository;
mod size;
mod sql;
mod templates;
mod words;

use std::fmt;

use repository::SourceFile;

/// One place where a rule is broken.
#[derive(Debug)]
struct Violation {
    place: String,
    says: String,
}

impl Violation {
    fn at(file: &SourceFile, line: usize, says: impl Into<String>) -> Self {
        Self { place: format!("{}:{line}", file.path), says: says.into() }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.says)
    }
}

/// Fails with every violation, one a line.
#[track_caller]
fn report(violations: Vec<Violation>) {
    let lines: Vec<String> = violations.iter().map(Violation::to_string).collect();
    assert!(lines.is_empty(), "{} places break this rule\n{}\n", lines.len(), lines.join("\n"));
}
