//! Words that only some rooms of the house may say: drivers and web libraries, the clock, randomness, floats, and
//! what is left behind when work is unfinished. One table; a path counts with everything below it.

use super::lexer::Token;
use super::repository::{Repository, SourceFile, repository};
use super::{Violation, report};

/// A sequence of tokens and where it may stand.
struct Ban {
    /// The tokens, as written.
    tokens: &'static [&'static str],
    /// Paths that may say it.
    only: &'static [&'static str],
    /// Whether tests may.
    tests: bool,
    /// What to do instead.
    instead: &'static str,
}

const fn ban(tokens: &'static [&'static str], only: &'static [&'static str], instead: &'static str) -> Ban {
    Ban { tokens, only, tests: false, instead }
}

const COMMANDS: &str = "crates/ansinh/src/commands/";
/// Tests that start the program, stop it and wait for it: only the real clock ends a wait.
const PROCESSES: &str = "crates/ansinh/tests/durability/";
/// Caching and limits of the front: time there decides no figure.
const FRONT: &str = "crates/ansinh/src/http/";

const CLOCK: &str = "take the time from `Ambient`, which the shell gives";
const RANDOM: &str = "take random bytes from `Ambient`, which the shell gives";
const FLOAT: &str = "count in whole units, or use `Ratio` or `Decimal`";
const SQL_DRIVER: &str = "ask the store for a typed function; only its engine names a driver";
const WEB: &str = "only the crate `ansinh` knows HTTP and HTML; give it a value";
const UNFINISHED: &str = "finish it, or leave it out";

const BANS: [Ban; 23] = [
    ban(
        &["sqlx"],
        &["crates/store/src/engine.rs", "crates/store/src/engine/", "crates/store/src/error.rs", "crates/store/tests/"],
        SQL_DRIVER,
    ),
    ban(&["rusqlite"], &[], SQL_DRIVER),
    ban(&["axum"], &["crates/ansinh/"], WEB),
    ban(&["askama"], &["crates/ansinh/"], WEB),
    ban(&["anyhow"], &[COMMANDS], "return the error type of this crate; `anyhow` is for commands"),
    ban(&["SystemTime", "::", "now"], &[COMMANDS], CLOCK),
    ban(&["Instant", "::", "now"], &[COMMANDS, FRONT, PROCESSES], CLOCK),
    ban(&["Utc", "::", "now"], &[COMMANDS], CLOCK),
    ban(&["Zoned", "::", "now"], &[COMMANDS], CLOCK),
    ban(&["Timestamp", "::", "now"], &[COMMANDS], CLOCK),
    ban(&["time", "::", "Instant"], &[COMMANDS, FRONT, PROCESSES], CLOCK),
    ban(&["time", "::", "SystemTime"], &[COMMANDS], CLOCK),
    ban(&["Instant", "as"], &[], CLOCK),
    ban(&["SystemTime", "as"], &[], CLOCK),
    ban(&["getrandom"], &[COMMANDS], RANDOM),
    ban(&["thread_rng"], &[], RANDOM),
    ban(&["OsRng"], &[], RANDOM),
    ban(&["new_v4"], &[], RANDOM),
    ban(&["now_v7"], &[], RANDOM),
    ban(&[concat!("to", "do"), "!"], &[], UNFINISHED),
    ban(&["unimplemented", "!"], &[], UNFINISHED),
    ban(&["dbg", "!"], &[], "use `tracing`, or a test"),
    Ban {
        tokens: &["unwrap", "(", ")"],
        only: &[],
        tests: true,
        instead: "use `?`, or `expect` with why it cannot happen",
    },
];

const FLOATS: [&str; 2] = ["f32", "f64"];
/// Marks of unfinished work in comments and files that are not Rust, in two halves so that this file has none.
const MARKS: [(&str, &str); 4] = [("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("HA", "CK")];
/// Folders that only this or that machine has.
const MACHINE_FOLDERS: [&str; 4] = ["work", "home", "root", "tmp"];

#[test]
fn words_stay_in_their_rooms() {
    report(banned_words(repository()));
}

#[test]
fn no_floats_near_figures() {
    report(floats(repository()));
}

#[test]
fn nothing_is_left_for_later() {
    report(left_for_later(repository()));
}

#[test]
fn no_path_of_a_machine_is_written_down() {
    report(machine_paths(repository()));
}

#[test]
fn no_amount_of_money_is_written_in_code() {
    report(money(repository()));
}

fn banned_words(repository: &Repository) -> Vec<Violation> {
    let mut violations = Vec::new();
    for file in repository.rust().filter(|file| !is_bench(file)) {
        for ban in BANS.iter().filter(|ban| !ban.only.iter().any(|path| file.path.starts_with(path))) {
            for at in (0..file.code.len()).filter(|at| says(&file.code[*at..], ban.tokens)) {
                if !(ban.tests && file.in_test[at]) {
                    let says = format!("`{}` is banned here: {}", ban.tokens.concat(), ban.instead);
                    violations.push(Violation::at(file, file.code[at].line, says));
                }
            }
        }
    }
    violations
}

fn is_bench(file: &SourceFile) -> bool {
    file.path.contains("/benches/")
}

fn says(code: &[Token<'_>], tokens: &[&str]) -> bool {
    code.len() >= tokens.len()
        && code
            .iter()
            .zip(tokens)
            .all(|(token, text)| (token.is_word(text) || token.is_mark(text)) && token.text == *text)
}

fn floats(repository: &Repository) -> Vec<Violation> {
    let files = repository.rust().filter(|file| !is_bench(file));
    let found = files.flat_map(|file| file.code.iter().map(move |token| (file, token)));
    let floats = found.filter(|(_, token)| {
        FLOATS.iter().any(|float| {
            token.is_word(float)
                || (token.text.ends_with(float) && token.text.starts_with(|c: char| c.is_ascii_digit()))
        })
    });
    floats
        .map(|(file, token)| Violation::at(file, token.line, format!("`{}` is banned: {FLOAT}", token.text)))
        .collect()
}

fn left_for_later(repository: &Repository) -> Vec<Violation> {
    let marks = MARKS.map(|(one, two)| format!("{one}{two}"));
    let mut violations = Vec::new();
    for file in repository.files.iter().filter(|file| !file.path.starts_with("data/")) {
        for (line, text) in prose(file) {
            let words = text.split(|c: char| !c.is_alphanumeric());
            for mark in words.filter(|word| marks.iter().any(|mark| mark == word)) {
                violations.push(Violation::at(file, line, format!("`{mark}` is banned: {UNFINISHED}")));
            }
        }
    }
    violations
}

/// Comments of a Rust file, every line of another.
fn prose(file: &SourceFile) -> Vec<(usize, &str)> {
    if file.is_rust() {
        return file.comments.iter().map(|token| (token.line, token.text)).collect();
    }
    file.text.lines().enumerate().map(|(index, line)| (index + 1, line)).collect()
}

fn machine_paths(repository: &Repository) -> Vec<Violation> {
    let folders = MACHINE_FOLDERS.map(|folder| format!("/{folder}/"));
    let mut violations = Vec::new();
    for file in repository.files.iter().filter(|file| !is_told_to_people(file)) {
        for (index, line) in file.text.lines().enumerate() {
            let usage = is_bench(file) && line.starts_with("//!");
            if let Some(folder) = folders.iter().find(|folder| line.contains(*folder) && !usage) {
                violations.push(Violation::at(
                    file,
                    index + 1,
                    format!("`{folder}` is a folder of one machine: take the path from outside, or from `tempfile`"),
                ));
            }
        }
    }
    violations
}

/// Documents may show a path in an example.
fn is_told_to_people(file: &SourceFile) -> bool {
    file.path.ends_with(".md")
}

/// Amounts from which on a number of đồng is one that somebody decided.
const DECIDED_AMOUNT: u64 = 100_000;

fn money(repository: &Repository) -> Vec<Violation> {
    let mut violations = Vec::new();
    for file in
        repository.rust().filter(|file| !(file.crate_name() == "kernel" && file.in_test.iter().any(|test| *test)))
    {
        for at in (0..file.code.len()).filter(|at| says(&file.code[*at..], &["Vnd", "::", "new", "("])) {
            let amount: String =
                file.code.get(at + 4).map_or("", |token| token.text).chars().filter(char::is_ascii_digit).collect();
            if amount.parse::<u64>().is_ok_and(|amount| amount >= DECIDED_AMOUNT) {
                let says = "an amount of money is written in code: amounts of law are parameters in data/";
                violations.push(Violation::at(file, file.code[at].line, says));
            }
        }
    }
    violations
}

#[test]
fn banned_words_are_found_and_sentences_are_not() {
    let (slash, unfinished) = ("/", format!("to{}!()", "do"));
    let repository = Repository::of([
        (
            "crates/app/src/a.rs",
            format!(
                "//! About sqlx and {unfinished}.\nuse sqlx::query;\nfn a() {{ SystemTime::now(); b.unwrap(); {unfinished} }}\nconst S: &str = \"axum\";"
            ),
        ),
        ("crates/app/tests/it/a.rs", "fn a() { b.unwrap(); std::time::Instant::now(); }".to_owned()),
        ("crates/store/src/engine.rs", "use sqlx::query;".to_owned()),
        (
            "crates/app/src/b.rs",
            format!(
                "fn a(b: f64) {{ 1.5_f32; Vnd::new(500_000); Vnd::new(5) }}\n// {mark} later\nconst P: &str = \"{slash}tmp{slash}x\";",
                mark = MARKS[0].0.to_owned() + MARKS[0].1
            ),
        ),
    ]);
    let found = |violations: Vec<Violation>| {
        violations
            .into_iter()
            .map(|one| format!("{} {}", one.place, one.says.split('`').nth(1).unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found(banned_words(&repository)),
        [
            "crates/app/src/a.rs:2 sqlx",
            "crates/app/src/a.rs:3 SystemTime::now",
            &format!("crates/app/src/a.rs:3 to{}!", "do"),
            "crates/app/src/a.rs:3 unwrap()",
            "crates/app/tests/it/a.rs:1 Instant::now",
            "crates/app/tests/it/a.rs:1 time::Instant",
        ]
    );
    assert_eq!(found(floats(&repository)), ["crates/app/src/b.rs:1 f64", "crates/app/src/b.rs:1 1.5_f32"]);
    assert_eq!(left_for_later(&repository).len(), 1);
    assert_eq!(machine_paths(&repository).len(), 1);
    assert_eq!(money(&repository).len(), 1);
}
