//! The glossary for people who read the code, `docs/GLOSSARY.md`, from `data/glossary.toml`.

use std::fmt::Write as _;

use ansinh_packs::Pack;

use super::documents::{cell, same_as_file};

const HEAD: &str = "# Glossary

The notions that code, pages and documents name, each with one spelling. Ids are the names used in code. Generated
from `data/glossary.toml`: `UPDATE_DOCS=1 cargo test -p ansinh --test tidy`.

| Id | Tiếng Việt | English | Definition |
|---|---|---|---|
";

#[test]
fn the_glossary_is_that_of_the_data() {
    let packs = Pack::embedded().unwrap_or_else(|problems| panic!("{problems}"));
    let mut text = HEAD.to_owned();
    for term in packs.glossary.iter() {
        let definition = format!("{}<br>{}", cell(&term.definition.vi), cell(&term.definition.en));
        let _ = writeln!(text, "| `{}` | {} | {} | {definition} |", term.id, cell(&term.name.vi), cell(&term.name.en));
    }
    same_as_file("docs/GLOSSARY.md", &text);
}
