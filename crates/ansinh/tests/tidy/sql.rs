//! SQL stands in the store and nowhere else, and each statement of it once.

use std::collections::BTreeMap;

use super::lexer::{Kind, Token};
use super::repository::{Repository, SourceFile, repository};
use super::{Violation, report};

/// Beginnings of a statement, each with a word that follows in it.
const STATEMENTS: [(&str, &str); 5] =
    [("select ", " from "), ("insert into ", " "), ("delete from ", " "), ("update ", " set "), ("create table ", " ")];

#[test]
fn sql_stands_in_the_store() {
    report(sql_outside_the_store(repository()));
}

#[test]
fn each_statement_stands_once() {
    report(statements_twice(repository()));
}

fn sql_outside_the_store(repository: &Repository) -> Vec<Violation> {
    let files = repository.rust().filter(|file| file.crate_name() != "store");
    let texts = files.flat_map(|file| texts(file).map(move |token| (file, token)));
    let statements = texts.filter(|(_, token)| is_statement(&folded(token.text)));
    statements
        .map(|(file, token)| {
            Violation::at(file, token.line, "SQL outside the store: ask the store for a typed function")
        })
        .collect()
}

fn statements_twice(repository: &Repository) -> Vec<Violation> {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut violations = Vec::new();
    for file in repository.rust().filter(|file| file.path.starts_with("crates/store/src/")) {
        for token in texts(file).filter(|token| is_statement(&folded(token.text))) {
            let place = format!("{}:{}", file.path, token.line);
            let earlier = first.entry(folded(token.text)).or_insert_with(|| place.clone());
            if *earlier != place {
                violations.push(Violation::at(
                    file,
                    token.line,
                    format!("the same statement stands at {earlier}: use that one"),
                ));
            }
        }
    }
    violations
}

fn texts(file: &SourceFile) -> impl Iterator<Item = &Token<'static>> {
    file.code.iter().filter(|token| token.kind == Kind::Text)
}

/// Lower case, one blank for any run of blanks.
fn folded(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_statement(folded: &str) -> bool {
    STATEMENTS.iter().any(|(begins, follows)| folded.strip_prefix(begins).is_some_and(|rest| rest.contains(follows)))
}

#[test]
fn statements_are_found() {
    let repository = Repository::of([
        (
            "crates/app/src/a.rs",
            "const A: &str = \"SELECT a\n  FROM b\"; const B: &str = \"select one of these\"; // select a from b",
        ),
        ("crates/store/src/a.rs", "const A: &str = \"select a\n  from b\";"),
        ("crates/store/src/b.rs", "const A: &str = \"select a from b\"; const B: &str = \"select b from b\";"),
    ]);
    assert_eq!(sql_outside_the_store(&repository).len(), 1);
    assert_eq!(statements_twice(&repository).len(), 1);
}
