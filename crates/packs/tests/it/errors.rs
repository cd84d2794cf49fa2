//! The catalogue of errors: each case breaks one line of the small tree and shows everything that is then said. A
//! last test looks for codes in the source that no case reproduces.

mod areas;
mod figures;
mod files;
mod indicators;
mod plans;
mod several;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use ansinh_kernel::problem::Problems;
use ansinh_packs::{Pack, PackFiles};
use expect_test::Expect;

use crate::small;

/// One way of breaking a file: these words become those.
pub(crate) struct Case {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    says: Expect,
}

pub(crate) const fn case(file: &'static str, from: &'static str, to: &'static str, says: Expect) -> Case {
    Case { file, from, to, says }
}

impl Case {
    fn problems(&self) -> Problems {
        problems_of(changed(small::files(), self.file, self.from, self.to))
    }
}

/// The files with the first of these words changed.
pub(crate) fn changed(files: PackFiles, file: &str, from: &str, to: &str) -> PackFiles {
    let text = String::from_utf8(files.get(file).unwrap_or_default().to_vec()).unwrap();
    assert!(text.contains(from), "{file} does not contain {from:?}");
    files.with(file, text.replacen(from, to, 1))
}

pub(crate) fn problems_of(files: PackFiles) -> Problems {
    Pack::from_files(files).err().unwrap_or_default()
}

/// Each problem with its code, one a line.
pub(crate) fn told(problems: &Problems) -> String {
    problems.iter().map(|problem| format!("[{}] {problem}\n", problem.code)).collect()
}

fn check(cases: &[&[Case]]) {
    for case in cases.iter().copied().flatten() {
        case.says.assert_eq(&told(&case.problems()));
    }
}

/// Codes that no input can bring about in memory, and why.
const WITHOUT_CASE: [&str; 4] = [
    "file-unreadable", // the disk fails; has a test of its own
    "csv-unreadable",  // the reader refuses a row that is text; no such row is known
    "item-unreadable", // the schema lets it pass and the types do not; no such item is known
    "schema-broken",   // a schema says something that has no words yet; no such schema is known
];

#[test]
fn every_code_of_the_source_has_a_case() {
    let mut seen: BTreeSet<String> = WITHOUT_CASE.map(str::to_owned).into();
    seen.extend(ansinh_packs::files::schemas().into_iter().map(|(name, _)| name.to_owned()));
    let cases = [files::CASES, areas::CASES, indicators::CASES, plans::CASES, figures::CASES];
    for case in cases.into_iter().flatten().copied().flatten() {
        seen.extend(case.problems().iter().map(|problem| problem.code.to_owned()));
    }
    seen.extend(problems_of(several::not_utf8()).iter().map(|problem| problem.code.to_owned()));
    let missing: Vec<String> = codes_in_source().into_iter().filter(|code| !seen.contains(code)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

/// Every text in the source that looks like a code: words joined by hyphens.
fn codes_in_source() -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for file in rust_files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
        let text = fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let literals = code.split('"').skip(1).step_by(2);
        let is_code = |literal: &&str| {
            let words: Vec<&str> = literal.split('-').collect();
            let is_word = |word: &&str| {
                !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
            };
            words.len() > 1 && words.iter().all(is_word)
        };
        codes.extend(literals.filter(is_code).map(str::to_owned));
    }
    codes
}

fn rust_files(dir: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else {
            files.push(path);
        }
    }
    files
}
