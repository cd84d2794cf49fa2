//! Which crate may use which, as `docs/ARCHITECTURE.md` draws it, and which crate may name which library. Read from
//! the dependency lists of the manifests; what only tests use is free.

use super::repository::{Repository, SourceFile, repository};
use super::{Violation, report};

/// Each crate and what it may use of ours.
const EDGES: [(&str, &[&str]); 6] = [
    ("kernel", &[]),
    ("packs", &["kernel"]),
    ("domain", &["kernel", "packs"]),
    ("store", &["kernel", "domain"]),
    ("app", &["kernel", "packs", "domain", "store"]),
    ("ansinh", &["kernel", "packs", "domain", "store", "app"]),
];

/// Libraries that one crate alone may use.
const LIBRARIES: [(&str, &str); 5] =
    [("sqlx", "store"), ("axum", "ansinh"), ("askama", "ansinh"), ("anyhow", "ansinh"), ("getrandom", "ansinh")];

#[test]
fn crates_use_only_what_stands_below_them() {
    report(wrong_edges(repository()));
}

fn wrong_edges(repository: &Repository) -> Vec<Violation> {
    let manifests =
        repository.files.iter().filter(|file| file.path.starts_with("crates/") && file.path.ends_with("/Cargo.toml"));
    manifests.flat_map(wrong_edges_of).collect()
}

fn wrong_edges_of(manifest: &SourceFile) -> Vec<Violation> {
    let name = manifest.crate_name();
    let Some((_, allowed)) = EDGES.iter().find(|(known, _)| *known == name) else {
        return vec![Violation::at(
            manifest,
            1,
            format!("the crate `{name}` has no line in the table of edges: decide what it may use"),
        )];
    };
    let mut violations = Vec::new();
    for (line, used) in dependencies(manifest.text) {
        let foreign = LIBRARIES.iter().find(|(library, owner)| *library == used && *owner != name);
        if let Some((library, owner)) = foreign {
            violations.push(Violation::at(
                manifest,
                line,
                format!("`{library}` belongs to `{owner}` alone: ask `{owner}` for what you need"),
            ));
        }
        let ours = used.strip_prefix("ansinh-");
        if let Some(ours) = ours.filter(|ours| !allowed.contains(ours)) {
            violations.push(Violation::at(
                manifest,
                line,
                format!("`{name}` may not use `{ours}`: facts flow one way, move the code to where both are known"),
            ));
        }
    }
    violations
}

/// Line and name of each dependency that is not only for tests.
fn dependencies(manifest: &str) -> Vec<(usize, &str)> {
    let (mut section, mut found) = ("", Vec::new());
    for (index, line) in manifest.lines().enumerate() {
        if let Some(header) = line.trim().strip_prefix('[') {
            section = header.trim_end_matches(']');
        } else if section.ends_with("dependencies") && !section.ends_with("dev-dependencies") {
            let name = line.split(['.', '=', ' ']).next().unwrap_or_default();
            if !name.is_empty() && !name.starts_with('#') {
                found.push((index + 1, name));
            }
        }
    }
    found
}

#[test]
fn an_edge_upwards_is_found() {
    let repository = Repository::of([
        (
            "crates/kernel/Cargo.toml",
            "[dependencies]\nansinh-packs.workspace = true\n[dev-dependencies]\nansinh-app.workspace = true\n",
        ),
        ("crates/app/Cargo.toml", "[build-dependencies]\nansinh-store = { workspace = true }\nsqlx = \"1\"\n"),
        ("crates/sundry/Cargo.toml", ""),
    ]);
    let places: Vec<String> = wrong_edges(&repository).into_iter().map(|one| one.place).collect();
    assert_eq!(places, ["crates/kernel/Cargo.toml:2", "crates/app/Cargo.toml:3", "crates/sundry/Cargo.toml:1"]);
}
