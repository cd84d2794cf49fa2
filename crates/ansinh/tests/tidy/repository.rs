//! The repository as the rules see it: every text file with its path from the root, and of every Rust file the
//! tokens and which of them are test code.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use super::lexer::{Kind, Token, tokens};

/// Every file there is.
pub(crate) struct Repository {
    /// In order of path.
    pub(crate) files: Vec<SourceFile>,
}

/// One text file.
pub(crate) struct SourceFile {
    /// Path from the root, with slashes.
    pub(crate) path: String,
    /// What it says.
    pub(crate) text: &'static str,
    /// Tokens, for Rust files; comments are in `comments`.
    pub(crate) code: Vec<Token<'static>>,
    /// Comments, for Rust files.
    pub(crate) comments: Vec<Token<'static>>,
    /// For each token of `code`, whether it is test code.
    pub(crate) in_test: Vec<bool>,
}

/// Folders that hold no sources, wherever they stand.
const NOT_SOURCES: [&str; 3] = ["node_modules", ".git", ".idea"];
/// What cargo builds, at the root alone: `src/target/` is about targets of plans.
const BUILT: &str = "target";

/// This repository, read once.
pub(crate) fn repository() -> &'static Repository {
    static REPOSITORY: LazyLock<Repository> = LazyLock::new(|| {
        let mut files = Vec::new();
        read_folder(&root(), "", &mut files);
        assert!(files.len() > 100, "the sources are not where they were: {}", root().display());
        Repository::of(files)
    });
    &REPOSITORY
}

/// Root of the repository.
pub(crate) fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read_folder(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) {
    let entries = fs::read_dir(folder).expect("a folder of the repository can be read");
    let mut entries: Vec<_> = entries.map(|entry| entry.expect("a file of the repository can be seen")).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{prefix}{name}");
        if entry.path().is_dir() {
            if path != BUILT && !NOT_SOURCES.contains(&name.as_str()) {
                read_folder(&entry.path(), &format!("{path}/"), files);
            }
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            files.push((path, text));
        }
    }
}

impl Repository {
    /// The repository of these files.
    pub(crate) fn of(files: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>) -> Self {
        let mut files: Vec<SourceFile> =
            files.into_iter().map(|(path, text)| SourceFile::new(path.into(), text.into())).collect();
        let test_modules: Vec<String> = files.iter().flat_map(SourceFile::test_modules).collect();
        for file in &mut files {
            let declared = test_modules
                .iter()
                .any(|module| file.path == format!("{module}.rs") || file.path.starts_with(&format!("{module}/")));
            if declared || file.is_outside_src() {
                file.in_test.fill(true);
            }
        }
        Self { files }
    }

    /// Rust files.
    pub(crate) fn rust(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter().filter(|file| file.is_rust())
    }
}

impl SourceFile {
    fn new(path: String, text: String) -> Self {
        // The texts live as long as the tests do.
        let text: &'static str = Box::leak(text.into_boxed_str());
        let all = if path.ends_with(".rs") { tokens(text) } else { Vec::new() };
        let (comments, code): (Vec<_>, Vec<_>) = all.into_iter().partition(|token| token.kind == Kind::Comment);
        let in_test = test_code(&code);
        Self { path, text, code, comments, in_test }
    }

    /// Whether it is a Rust file.
    pub(crate) fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }

    /// Name of the crate it belongs to; empty outside the crates.
    pub(crate) fn crate_name(&self) -> &str {
        self.path.strip_prefix("crates/").and_then(|rest| rest.split('/').next()).unwrap_or_default()
    }

    /// Tests, benchmarks and build scripts.
    fn is_outside_src(&self) -> bool {
        self.path.split('/').nth(2) != Some("src")
    }

    /// Tokens of the code that runs in production, with their positions.
    pub(crate) fn production(&self) -> impl Iterator<Item = (usize, &Token<'static>)> {
        self.code.iter().enumerate().filter(|(at, _)| !self.in_test[*at])
    }

    /// Paths, without `.rs`, of the modules declared under `#[cfg(test)]`.
    fn test_modules(&self) -> Vec<String> {
        let folder = self.path.strip_suffix(".rs").unwrap_or_default();
        let folder = ["/lib", "/main", "/mod"].iter().find_map(|root| folder.strip_suffix(root)).unwrap_or(folder);
        let declares = |at: usize| self.in_test[at] && self.code[at].is_word("mod") && self.code[at + 2].is_mark(";");
        let positions = (0..self.code.len().saturating_sub(2)).filter(|at| declares(*at));
        positions.map(|at| format!("{folder}/{}", self.code[at + 1].text)).collect()
    }
}

/// Marks what stands under `#[cfg(test)]` or under the feature for tests.
fn test_code(code: &[Token<'_>]) -> Vec<bool> {
    let mut marked = vec![false; code.len()];
    for at in 0..code.len() {
        let attribute = code[at].is_mark("#") && code.get(at + 2).is_some_and(|token| token.is_word("cfg"));
        if !attribute {
            continue;
        }
        let end = at + 1 + group_length(&code[at + 1..]);
        let names_tests = code[at..end].iter().any(|token| token.text == "test" || token.text == "test-support");
        if names_tests && !code[at..end].iter().any(|token| token.is_word("not")) {
            let item = item_length(&code[end..]);
            marked[at..end + item].fill(true);
        }
    }
    marked
}

/// Tokens from an opening bracket to its closing one, both counted.
pub(crate) fn group_length(code: &[Token<'_>]) -> usize {
    let mut depth = 0_usize;
    for (at, token) in code.iter().enumerate() {
        match (token.kind, token.text) {
            (Kind::Mark, "(" | "[" | "{") => depth += 1,
            (Kind::Mark, ")" | "]" | "}") => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

/// Tokens of the item that begins here: up to its semicolon or the end of its braces.
fn item_length(code: &[Token<'_>]) -> usize {
    let mut at = 0;
    while at < code.len() {
        let length = group_length(&code[at..]);
        let ends = code[at].is_mark(";") || code[at].is_mark("{");
        at += length;
        if ends {
            return at;
        }
    }
    code.len()
}

#[test]
fn every_folder_of_sources_is_read() {
    let has = |path: &str| repository().files.iter().any(|file| file.path.starts_with(path));
    assert!(has("crates/domain/src/target/"));
    assert!(!has("target/") && !has("tests/browser/node_modules/"));
}

#[test]
fn test_code_is_known_wherever_it_stands() {
    let repository = Repository::of([
        (
            "crates/a/src/lib.rs",
            "fn a() {} #[cfg(test)] mod checks; #[cfg(test)] #[allow(x)] mod b { fn c() {} } fn d() {}",
        ),
        ("crates/a/src/checks.rs", "fn e() {}"),
        ("crates/a/src/checks/more.rs", "fn f() {}"),
        ("crates/a/tests/it/main.rs", "fn g() {}"),
        ("crates/a/src/plain.rs", "#[cfg(not(test))] fn h() {}"),
    ]);
    let names = |file: &SourceFile| -> Vec<&str> {
        file.production()
            .filter(|(_, token)| token.text.len() == 1 && token.kind == Kind::Word)
            .map(|(_, token)| token.text)
            .collect()
    };
    let production: Vec<&str> = repository.rust().flat_map(names).collect();
    assert_eq!(production, ["a", "d", "h"]);
}
