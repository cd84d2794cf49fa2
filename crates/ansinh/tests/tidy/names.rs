//! Names that say nothing: of types, modules, files and functions. A name says what the thing is or does here.

use super::lexer::Kind;
use super::repository::{Repository, SourceFile, repository};
use super::{Violation, report};

/// Parts of a name of a type or a module.
const PARTS: [&str; 9] = ["manager", "helper", "helpers", "util", "utils", "common", "service", "services", "misc"];
/// Beginnings of a name of a function.
const VERBS: [&str; 2] = ["handle_", "process_"];
/// End of any name.
const SECOND_TRY: &str = "_v2";

#[test]
fn names_say_something() {
    report(empty_names(repository()));
}

fn empty_names(repository: &Repository) -> Vec<Violation> {
    repository.rust().flat_map(|file| declared(file).into_iter().chain(own_name(file))).collect()
}

/// Names that the file declares.
fn declared(file: &SourceFile) -> Vec<Violation> {
    let mut violations = Vec::new();
    for pair in file.code.windows(2).filter(|pair| pair[0].kind == Kind::Word && pair[1].kind == Kind::Word) {
        let name = pair[1].text;
        let wrong = match pair[0].text {
            "struct" | "enum" | "trait" | "type" | "union" => {
                has_empty_part(&snake(name)) || name.ends_with("Impl") || is_second_try(name)
            }
            "mod" => has_empty_part(name) || is_second_try(name),
            "fn" => VERBS.iter().any(|verb| name.starts_with(verb)) || is_second_try(name),
            "const" | "static" => is_second_try(name),
            _ => false,
        };
        if wrong {
            violations.push(says_nothing(file, pair[1].line, name));
        }
    }
    violations
}

/// The name of the file itself.
fn own_name(file: &SourceFile) -> Option<Violation> {
    let name = file.path.rsplit('/').next()?.strip_suffix(".rs")?;
    (has_empty_part(name) || is_second_try(name)).then(|| says_nothing(file, 1, name))
}

fn says_nothing(file: &SourceFile, line: usize, name: &str) -> Violation {
    Violation::at(file, line, format!("the name `{name}` says nothing: name what it is, or what it does"))
}

fn has_empty_part(name: &str) -> bool {
    name.split('_').any(|part| PARTS.contains(&part))
}

fn is_second_try(name: &str) -> bool {
    name.to_lowercase().ends_with(SECOND_TRY)
}

/// `HouseHold` as `house_hold`.
fn snake(name: &str) -> String {
    let part = |c: char| if c.is_uppercase() { format!("_{}", c.to_lowercase()) } else { c.to_string() };
    name.chars().map(part).collect::<String>().trim_start_matches('_').to_owned()
}

#[test]
fn empty_names_are_found() {
    let source = "struct FigureManager; struct Managed; mod text_utils {} fn handle_form() {} fn handles() {} trait StoreImpl {} const A_V2: u8 = 1;";
    let repository =
        Repository::of([("crates/a/src/common.rs", source), ("crates/a/src/a.rs", "struct Commoner; fn process() {}")]);
    let names: Vec<String> =
        empty_names(&repository).into_iter().filter_map(|one| one.says.split('`').nth(1).map(str::to_owned)).collect();
    assert_eq!(names, ["FigureManager", "text_utils", "handle_form", "StoreImpl", "A_V2", "common"]);
}
