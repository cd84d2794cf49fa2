//! The styles, written as readable files and made small once at the start. They stand inside the page (one
//! request, nothing blocks), and the content policy allows exactly these texts by their digests.

use ansinh_kernel::digest::Digest;
use data_encoding::BASE64;
use std::sync::LazyLock;

static BASE: LazyLock<String> = LazyLock::new(|| small(include_str!("../templates/style.css")));
static CHART: LazyLock<String> = LazyLock::new(|| small(include_str!("../templates/chart.css")));
static DESK: LazyLock<String> = LazyLock::new(|| small(include_str!("../templates/desk.css")));

/// The style of every page.
pub fn base() -> &'static str {
    &BASE
}

/// The style of pages with charts or maps.
pub fn chart() -> &'static str {
    &CHART
}

/// The style of the desk.
pub fn desk() -> &'static str {
    &DESK
}

/// The styles a page may use, as the content policy names them.
pub(crate) fn sources() -> String {
    let source = |text: &str| format!("'sha256-{}'", BASE64.encode(Digest::of(text.as_bytes()).as_bytes()));
    [base(), chart(), desk()].map(source).join(" ")
}

/// The style without comments and without spaces that mean nothing. Spaces inside quotes, between words, around
/// `+` and `-`, and before `(` or `:` of a selector stay as they are.
fn small(css: &str) -> String {
    let css = without_comments(css);
    let mut out = String::with_capacity(css.len());
    let mut quote = None;
    let mut gap = false;
    for c in css.chars() {
        if quote.is_none() && c.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && needs_gap(out.chars().next_back(), c) {
            out.push(' ');
        }
        gap = false;
        if quote.is_none() && c == '}' && out.ends_with(';') {
            out.pop();
        }
        match quote {
            None if c == '"' || c == '\'' => quote = Some(c),
            Some(open) if open == c => quote = None,
            _ => {}
        }
        out.push(c);
    }
    out
}

fn needs_gap(before: Option<char>, after: char) -> bool {
    const TIGHT: &str = "{};,>";
    let tight = |c: char| TIGHT.contains(c);
    before.is_some_and(|before| !tight(before) && before != ':') && !tight(after)
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::small;

    #[test]
    fn a_style_loses_its_comments_and_idle_spaces_only() {
        let css = "/* a */\n@media (min-width: 40em) {\n  .a > b, c :focus { content: \"x  y\"; margin: 0 -1px; }\n}\n";
        let expected = "@media (min-width:40em){.a>b,c :focus{content:\"x  y\";margin:0 -1px}}";
        assert_eq!(small(css), expected);
    }
}
