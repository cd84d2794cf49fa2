//! What documents tell people to open, to run or to set exists: paths, links, commands with their options, variables;
//! and each invariant of the architecture names a place that holds tests.

use super::markdown::{Piece, pieces};
use super::repository::{Repository, SourceFile, repository};
use super::{Violation, report};

/// Documents that are made from the sources.
const GENERATED: [&str; 2] = ["docs/ERRORS.md", "docs/GLOSSARY.md"];
/// Endings of files that a document may name by the end of their path.
const ENDINGS: [&str; 10] = [".rs", ".toml", ".sql", ".csv", ".md", ".html", ".json", ".mjs", ".service", ".txt"];
/// Folders at the root of the repository.
const ROOTS: [&str; 7] = ["crates/", "data/", "docs/", "deploy/", "tests/", "bench/", ".ci/"];

#[test]
fn what_documents_name_exists() {
    report(documents(repository()).flat_map(|document| missing(repository(), document)).collect());
}

#[test]
fn every_invariant_is_held_by_a_place_with_tests() {
    let map = repository().files.iter().find(|file| file.path == "docs/ARCHITECTURE.md");
    report(untested(repository(), map.expect("the map is there")));
}

fn documents(repository: &Repository) -> impl Iterator<Item = &SourceFile> {
    let written = |file: &&SourceFile| file.path.ends_with(".md") && !GENERATED.contains(&file.path.as_str());
    repository.files.iter().filter(written).filter(|file| file.path != "CHANGELOG.md")
}

fn missing(repository: &Repository, document: &SourceFile) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (line, piece) in pieces(document.text) {
        let wrong = match &piece {
            Piece::Link(target) => dead_link(repository, document, target),
            Piece::Shell(command) => wrong_command(repository, command),
            Piece::Code(code) if is_command(code) => alternatives(code).find_map(|one| wrong_command(repository, &one)),
            Piece::Code(code) => missing_path(repository, code),
        };
        let wrong = wrong.or_else(|| unknown_variable(repository, &piece));
        violations.extend(wrong.map(|says| Violation::at(document, line, says)));
    }
    violations
}

fn dead_link(repository: &Repository, document: &SourceFile, target: &str) -> Option<String> {
    let target = target.split('#').next().unwrap_or_default();
    if target.is_empty() || target.contains("://") {
        return None;
    }
    let mut parts: Vec<&str> = document.path.split('/').collect();
    parts.pop();
    for part in target.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    let path = parts.join("/");
    (!exists(repository, &path)).then(|| format!("the link leads nowhere: {path}"))
}

/// A path in backticks that stands nowhere.
fn missing_path(repository: &Repository, code: &str) -> Option<String> {
    let plain = |c: char| c.is_alphanumeric() || "_./<>{},-".contains(c);
    let names_a_file = ENDINGS.iter().any(|ending| code.ends_with(ending));
    let is_path = ROOTS.iter().any(|root| code.starts_with(root)) || names_a_file;
    if !is_path || code.starts_with(['/', '.']) && !code.starts_with(".ci/") || !code.chars().all(plain) {
        return None;
    }
    let gone = expanded(code).into_iter().find(|path| !exists(repository, path))?;
    Some(format!("`{gone}` stands nowhere in the repository: name what is there"))
}

/// `a/{b,c}.rs` as `a/b.rs` and `a/c.rs`.
fn expanded(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else { return vec![path.to_owned()] };
    let Some((choices, after)) = rest.split_once('}') else { return vec![path.to_owned()] };
    choices.split(',').map(|choice| format!("{before}{choice}{after}")).collect()
}

/// Whether a file or folder has this path, or a path that ends so. `<any>` stands for one name.
fn exists(repository: &Repository, path: &str) -> bool {
    !under(repository, path).is_empty()
}

/// The files that a path means: the file itself, or all in the folder.
fn under<'r>(repository: &'r Repository, path: &str) -> Vec<&'r SourceFile> {
    let wanted: Vec<&str> = path.trim_end_matches('/').split('/').collect();
    let fits = |file: &&SourceFile| {
        let parts: Vec<&str> = file.path.split('/').collect();
        let from_root = ROOTS.iter().any(|root| path.starts_with(root));
        let starts = if from_root { 0..=0 } else { 0..=parts.len().saturating_sub(wanted.len()) };
        starts.into_iter().any(|at| {
            let own = parts.iter().skip(at);
            own.len() >= wanted.len() && own.zip(&wanted).all(|(own, wanted)| is_like(own, wanted))
        })
    };
    repository.files.iter().filter(fits).collect()
}

/// `communes-<number>.csv` is like `communes-41.csv`.
fn is_like(own: &str, wanted: &str) -> bool {
    let Some((before, rest)) = wanted.split_once('<') else { return own == wanted };
    let after = rest.rsplit_once('>').map_or("", |(_, after)| after);
    own.starts_with(before) && own.ends_with(after)
}

fn is_command(code: &str) -> bool {
    let words = code.split_whitespace().skip_while(|word| word.contains('=') && !word.starts_with('-'));
    let first: Vec<&str> = words.take(2).collect();
    matches!(first.as_slice(), ["cargo" | "ansinh" | "just", _])
}

/// `ansinh demo | serve` as `ansinh demo` and `ansinh serve`.
fn alternatives(code: &str) -> impl Iterator<Item = String> {
    let program = code.split_whitespace().next().unwrap_or_default();
    code.split(" | ").map(move |one| if is_command(one) { one.to_owned() } else { format!("{program} {one}") })
}

/// What is wrong with a command of ours; nothing is said of others'.
fn wrong_command(repository: &Repository, command: &str) -> Option<String> {
    let words: Vec<&str> = command.split_whitespace().collect();
    let begins = words.iter().position(|word| word.starts_with('-') || !word.contains('='))?;
    match &words[begins..] {
        ["cargo", rest @ ..] => wrong_cargo(repository, rest),
        ["ansinh", rest @ ..] => wrong_ansinh(rest),
        ["just", recipe, ..] => {
            let known = |line: &str| line.split([':', ' ']).next() == Some(recipe);
            let justfile = repository.files.iter().find(|file| file.path == "justfile")?;
            (!justfile.text.lines().any(known)).then(|| format!("`just {recipe}`: the justfile has no such recipe"))
        }
        _ => None,
    }
}

fn wrong_cargo(repository: &Repository, words: &[&str]) -> Option<String> {
    let mut folder = "ansinh";
    for pair in words.windows(2) {
        let [option, value] = pair else { continue };
        let file = match *option {
            "-p" => {
                folder = value.strip_prefix("ansinh-").unwrap_or(value);
                format!("crates/{folder}/Cargo.toml")
            }
            "--test" => format!("crates/{folder}/tests/{value}"),
            "--bench" => format!("crates/{folder}/benches/{value}.rs"),
            "--" if words.first() == Some(&"run") => {
                let after = words.iter().position(|word| *word == "--")?;
                return wrong_ansinh(&words[after + 1..]);
            }
            "--" => return None,
            _ => continue,
        };
        if !exists(repository, &file) {
            return Some(format!("`cargo … {option} {value}`: there is no {file}"));
        }
    }
    None
}

/// Walks the commands of the program itself.
fn wrong_ansinh(words: &[&str]) -> Option<String> {
    let mut command = ansinh::commands::command();
    command.build();
    for word in words {
        if let Some(option) = word.strip_prefix("--") {
            let option = option.split(['=', '`']).next().unwrap_or_default();
            if !command.get_arguments().any(|known| known.get_long() == Some(option)) {
                return Some(format!("`ansinh {}` has no option --{option}", words.join(" ")));
            }
        } else if command.has_subcommands() {
            match command.find_subcommand(word) {
                Some(found) => command = found.clone(),
                None => return Some(format!("`ansinh {}`: there is no command {word}", words.join(" "))),
            }
        }
    }
    None
}

/// A variable of ours that no source reads.
fn unknown_variable(repository: &Repository, piece: &Piece) -> Option<String> {
    let (Piece::Code(text) | Piece::Shell(text)) = piece else { return None };
    let name = |c: char| c.is_ascii_uppercase() || c == '_';
    let ours = |word: &&str| word.starts_with("UPDATE_") || word.starts_with("ANSINH_");
    let gone = text.split(|c: char| !name(c)).filter(ours).find(|word| {
        let reads = |file: &&SourceFile| file.is_rust() && file.code.iter().any(|token| token.text == *word);
        *word != "UPDATE_EXPECT" && repository.files.iter().find(reads).is_none()
    })?;
    Some(format!("`{gone}` is read nowhere in the sources"))
}

/// Rows of the table of invariants whose second cell names no place with tests.
fn untested(repository: &Repository, map: &SourceFile) -> Vec<Violation> {
    let table = map.text.lines().enumerate().skip_while(|(_, line)| !line.starts_with("## Invariants"));
    let rows =
        table.skip(1).take_while(|(_, line)| !line.starts_with("## ")).filter(|(_, line)| line.starts_with("| "));
    let held = |line: &str| {
        let cell = line.rsplit(" | ").next().unwrap_or_default();
        let codes = cell.split('`').skip(1).step_by(2).flat_map(expanded);
        codes.flat_map(|path| under(repository, &path)).any(holds_tests)
    };
    let loose = rows.skip(1).filter(|(_, line)| !line.starts_with("|-") && !held(line));
    loose.map(|(index, _)| Violation::at(map, index + 1, "no test is named that holds this: name its file")).collect()
}

fn holds_tests(file: &SourceFile) -> bool {
    let marks = ["#[test]", "#[tokio::test]", "proptest!"];
    file.path.ends_with(".mjs") || (file.is_rust() && marks.iter().any(|mark| file.text.contains(mark)))
}

#[test]
fn what_is_not_there_is_found() {
    let document = "`crates/a/src/lib.rs` `crates/a/src/gone.rs` `a/src/{lib,no}.rs` `data/<any>/x.toml` `gone.csv`\n\
                    [there](docs/x.md) [gone](y.md) `cargo test -p ansinh-a --test it` `cargo test -p ansinh-b`\n\
                    `ansinh demo --fresh` `ansinh demo | dance` `ansinh serve --loud` `just test` `just sleep`\n\
                    `UPDATE_DOCS=1 cargo test` `UPDATE_WORLD=1 cargo test` `POST /desk` `plan.rs`\n";
    let repository = Repository::of([
        ("crates/a/src/lib.rs", "const A: &str = \"UPDATE_DOCS\";"),
        ("crates/a/Cargo.toml", ""),
        ("crates/a/tests/it/main.rs", "#[test] fn a() {}"),
        ("crates/a/src/plan.rs", ""),
        ("data/k/x.toml", ""),
        ("docs/x.md", ""),
        ("justfile", "test:\n    cargo test\n"),
        ("README.md", document),
    ]);
    let readme = repository.files.iter().find(|file| file.path == "README.md").unwrap();
    let places: Vec<String> = missing(&repository, readme).into_iter().map(|one| one.place).collect();
    let expected = [1, 1, 1, 2, 2, 3, 3, 3, 4].map(|line| format!("README.md:{line}"));
    assert_eq!(places, expected);
}

#[test]
fn an_invariant_without_a_test_is_found() {
    let map = "## Invariants\n\n| invariant | held by |\n|---|---|\n| one | `crates/a/tests` |\n| two | belief |\n\n## Next\n| x | y |\n";
    let repository =
        Repository::of([("crates/a/tests/it/main.rs", "#[test] fn a() {}"), ("docs/ARCHITECTURE.md", map)]);
    let found = untested(&repository, &repository.files[1]);
    assert_eq!(found.iter().map(|one| one.place.as_str()).collect::<Vec<_>>(), ["docs/ARCHITECTURE.md:6"]);
}
