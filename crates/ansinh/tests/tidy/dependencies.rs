//! Every library that a crate lists is named in its sources: what nobody uses costs everybody's build.

use super::repository::{Repository, SourceFile, repository};
use super::{Violation, report};

#[test]
fn every_dependency_is_used_where_it_is_listed() {
    report(unused(repository()));
}

fn unused(repository: &Repository) -> Vec<Violation> {
    let is_manifest = |file: &&SourceFile| file.path.starts_with("crates/") && file.path.ends_with("/Cargo.toml");
    repository.files.iter().filter(is_manifest).flat_map(|manifest| unused_of(repository, manifest)).collect()
}

fn unused_of(repository: &Repository, manifest: &SourceFile) -> Vec<Violation> {
    let (mut section, mut violations, mut listed) = ("", Vec::new(), Vec::new());
    for (index, line) in manifest.text.lines().enumerate() {
        if let Some(header) = line.trim().strip_prefix('[') {
            section = header.trim_end_matches(']');
            continue;
        }
        let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
        if !section.ends_with("dependencies") || name.is_empty() || name.starts_with('#') {
            continue;
        }
        // The same library again under dev-dependencies only switches a feature on.
        let for_tests = section.ends_with("dev-dependencies");
        let switches_a_feature = for_tests && listed.contains(&name);
        if !(switches_a_feature || is_named(repository, manifest.crate_name(), name, for_tests)) {
            let says = format!("`{name}` is listed and never named in this crate: take it out");
            violations.push(Violation::at(manifest, index + 1, says));
        }
        listed.push(name);
    }
    violations
}

/// Whether the sources of a crate name a library: those of production, or its tests and benchmarks.
fn is_named(repository: &Repository, of_crate: &str, library: &str, for_tests: bool) -> bool {
    let word = library.replace('-', "_");
    let own_name = if of_crate == "ansinh" { "ansinh".to_owned() } else { format!("ansinh_{of_crate}") };
    let build_script = format!("crates/{of_crate}/build.rs");
    let files = repository.rust().filter(|file| file.crate_name() == of_crate);
    word == own_name
        || files.flat_map(|file| file.code.iter().enumerate().map(move |(at, token)| (file, at, token))).any(
            |(file, at, token)| token.is_word(&word) && (for_tests || !file.in_test[at] || file.path == build_script),
        )
}

#[test]
fn an_unused_library_is_found() {
    let manifest = "[dependencies]\nserde = \"1\"\nreally-unused.workspace = true\nonly-in-tests = \"1\"\n\
                    [dev-dependencies]\nproptest = \"1\"\nserde = { version = \"1\", features = [\"x\"] }\nidle = \"1\"\n";
    let repository = Repository::of([
        ("crates/a/Cargo.toml", manifest),
        ("crates/a/src/lib.rs", "use serde::Serialize; // really_unused\n#[cfg(test)] mod t { use only_in_tests::x; }"),
        ("crates/a/tests/it.rs", "use proptest::x;"),
    ]);
    let places: Vec<String> = unused(&repository).into_iter().map(|one| one.place).collect();
    assert_eq!(places, ["crates/a/Cargo.toml:3", "crates/a/Cargo.toml:4", "crates/a/Cargo.toml:8"]);
}
