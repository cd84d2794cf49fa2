//! Templates: the content security policy refuses scripts and styles inside a page, so none is written there.

use super::repository::{Repository, SourceFile, repository};
use super::{Violation, report};

const FOLDER: &str = "crates/ansinh/templates/";

#[test]
fn templates_hold_no_scripts_and_no_styles() {
    report(inline(repository()));
}

fn inline(repository: &Repository) -> Vec<Violation> {
    let templates =
        repository.files.iter().filter(|file| file.path.starts_with(FOLDER) && file.path.ends_with(".html"));
    templates.flat_map(inline_of).collect()
}

fn inline_of(template: &SourceFile) -> Vec<Violation> {
    let mut violations = Vec::new();
    for (index, line) in template.text.lines().enumerate() {
        let mut note = |says: &str| violations.push(Violation::at(template, index + 1, says));
        let lower = line.to_lowercase();
        if lower.split("<script").skip(1).any(|after| !after.split('>').next().unwrap_or_default().contains("src=")) {
            note("a script inside the page: put it into static/desk.js");
        }
        if attributes(&lower).any(|name| name == "style") {
            note("a `style` attribute: give it a class and put the rule into templates/*.css");
        }
        if attributes(&lower).any(|name| name.starts_with("on") && name.len() > 2) || lower.contains("javascript:") {
            note("a script in an attribute: let static/desk.js find the element by a data attribute");
        }
    }
    violations
}

/// Words that stand before `=`.
fn attributes(line: &str) -> impl Iterator<Item = &str> {
    let before = line.match_indices('=').map(|(at, _)| &line[..at]);
    before
        .filter_map(|text| text.rsplit(|c: char| c.is_whitespace() || matches!(c, '"' | '\'')).next())
        .filter(|name| !name.is_empty())
}

#[test]
fn what_is_inline_is_found() {
    let text = "<script src=\"/a.js\" defer></script>\n<script>a()</script>\n<p style=\"a\" onclick=\"b\">\n{% if one == \"style\" %}<p data-once=\"x\" class=\"style\">\n";
    let repository = Repository::of([("crates/ansinh/templates/a.html", text)]);
    let places: Vec<String> = inline(&repository)
        .into_iter()
        .map(|one| one.place.rsplit(':').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(places, ["2", "3", "3"]);
}
