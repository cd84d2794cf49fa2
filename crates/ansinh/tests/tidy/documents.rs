//! Documents that are generated from the sources: a test compares, `UPDATE_DOCS=1` writes.

use std::fs;

use super::repository::root;

/// Compares a document with what the sources say, or writes it.
#[track_caller]
pub(crate) fn same_as_file(path: &str, text: &str) {
    let file = root().join(path);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::create_dir_all(file.parent().expect("a document stands in a folder")).expect("the folder can be made");
        fs::write(&file, text).expect("the document can be written");
        return;
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    let differs = written.lines().zip(text.lines()).position(|(is, should)| is != should);
    let line = differs.unwrap_or_else(|| written.lines().count().min(text.lines().count())) + 1;
    assert!(
        written == text,
        "{path}:{line}: the document is behind the sources: run UPDATE_DOCS=1 cargo test -p ansinh --test tidy"
    );
}

/// A text as a cell of a table.
pub(crate) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
