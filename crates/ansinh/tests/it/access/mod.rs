//! Who may do what: every route of the server, walked by every role, by strangers and by those who are signed in no
//! more, in one's own area, in a part of it, in a foreign one and in one that does not exist. The routes come from the
//! tables the server is built from, so a new one is walked at once: the snapshot then differs, and a blank nobody has
//! filled is named. People read the table before it is accepted.

mod place;
mod public;
mod visitor;
mod walker;

use std::collections::BTreeMap;
use std::fmt::Write;

use ansinh::http::visit::DESK;
use ansinh::router;
use expect_test::expect_file;

use place::Place;
use visitor::VISITORS;
use walker::{Said, Walker};

/// Answers of one visitor to one route, by place.
type Answers = BTreeMap<Place, Said>;

/// The routes of the desk, and those everybody may use.
fn routes(of_desk: bool) -> impl Iterator<Item = (&'static str, &'static str)> {
    let is_desk = |path: &str| path.strip_prefix(DESK).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    router::addresses().into_iter().filter(move |(_, path)| is_desk(path) == of_desk)
}

#[tokio::test]
async fn every_route_answers_everybody_as_the_table_says() {
    let mut table = legend();
    table.push_str("\nEverybody gets the same answer, without a cookie; whatever does not exist is 404\n");
    for line in public::lines().await {
        writeln!(table, "{line}").unwrap();
    }
    write!(table, "\nThe desk{:<7}", "").unwrap();
    for visitor in &VISITORS {
        write!(table, " {:<5}", visitor.code).unwrap();
    }
    table.truncate(table.trim_end().len());
    table.push('\n');
    let mut walkers: Vec<Walker> = VISITORS.iter().map(Walker::new).collect();
    for (method, path) in routes(true) {
        let mut answers = Vec::new();
        for walker in &mut walkers {
            answers.push(walker.answers(method, path).await);
        }
        writeln!(table, "{method} {path}").unwrap();
        write_rows(&mut table, path, &answers);
        for (visitor, answers) in VISITORS.iter().zip(&answers) {
            nothing_tells_a_foreign_place_from_a_missing_one(visitor.code, (method, path), answers);
        }
        whoever_is_not_signed_in_is_a_stranger((method, path), &answers);
    }
    expect_file!["../snapshots/access.txt"].assert_eq(&table);
}

fn legend() -> String {
    let mut text = String::from("Visitors\n");
    for visitor in &VISITORS {
        writeln!(text, "  {:<6} {}", visitor.code, visitor.says).unwrap();
    }
    text.push_str("\nPlaces, as somebody of the commune sees them\n");
    for place in Place::ALL {
        writeln!(text, "  {:<8} {}", place.word(), place.says()).unwrap();
    }
    text.push_str("\nAnswers are statuses; in = to the page where one signs in\n");
    text
}

fn write_rows(table: &mut String, path: &str, answers: &[Answers]) {
    for place in Place::of(path) {
        let mut line = format!("  {:<13}", place.word());
        for answers in answers {
            write!(line, " {:<5}", answers[&place].word).unwrap();
        }
        writeln!(table, "{}", line.trim_end()).unwrap();
    }
}

/// What is not found is not found in the very same words everywhere, and whoever works in a commune cannot tell a
/// foreign commune from one that does not exist.
fn nothing_tells_a_foreign_place_from_a_missing_one(visitor: &str, (method, path): (&str, &str), answers: &Answers) {
    let Some(missing) = answers.get(&Place::Missing) else { return };
    for (place, said) in answers {
        let of_commune = visitor.starts_with("c.") && *place == Place::Foreign;
        if of_commune || said.word == "404" {
            let at = format!("{method} {path} by {visitor} at {}", place.word());
            said.is_the_same_as(missing, &at);
        }
    }
}

/// An ended session and a switched-off account get what a stranger gets, to the letter.
fn whoever_is_not_signed_in_is_a_stranger((method, path): (&str, &str), answers: &[Answers]) {
    let stranger = &answers[0];
    for (visitor, answers) in VISITORS.iter().zip(answers).filter(|(visitor, _)| visitor.is_signed_out()) {
        for (place, said) in answers {
            let at = format!("{method} {path} by {} at {}", visitor.code, place.word());
            said.is_the_same_as(&stranger[place], &at);
        }
    }
}

/// The server is built from three tables and from nothing else; this is what makes the walk whole.
#[test]
fn no_route_stands_outside_the_tables() {
    let mut found = Vec::new();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let calls =
                [".route(", ".route_service(", ".nest(", ".nest_service("].map(|call| text.matches(call).count());
            let calls = calls.into_iter().sum::<usize>() - text.matches("self.route(").count();
            if calls > 0 {
                found.push((path.file_name().unwrap().to_string_lossy().into_owned(), calls));
            }
        }
    }
    found.sort();
    let tables = [("assets.rs", 1), ("mod.rs", 1), ("router.rs", 1)];
    assert_eq!(found, tables.map(|(file, calls)| (file.to_owned(), calls)), "a route belongs into a table");
}
