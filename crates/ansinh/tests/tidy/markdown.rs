//! Documents as the rules read them: pieces of code inside a line, lines of shell, and links, each with its line.

/// One piece of a document that can be checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Code inside a line.
    Code(String),
    /// One command of a block of shell, without comments.
    Shell(String),
    /// Where a link leads.
    Link(String),
}

/// Every piece with its line, from 1.
pub(crate) fn pieces(text: &str) -> Vec<(usize, Piece)> {
    let (mut fence, mut found) = (None::<String>, Vec::new());
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if let Some(language) = line.trim_start().strip_prefix("```") {
            fence = if fence.is_some() { None } else { Some(language.trim().to_owned()) };
        } else if let Some(language) = &fence {
            if language == "sh" {
                found.extend(commands(line).map(|command| (number, Piece::Shell(command))));
            }
        } else {
            found.extend(inline(line).into_iter().map(|piece| (number, piece)));
        }
    }
    found
}

/// The commands of a line of shell.
fn commands(line: &str) -> impl Iterator<Item = String> {
    let line = line.split(" #").next().unwrap_or_default();
    let parts = line.split(['|', ';', '&']).map(|part| part.trim().to_owned());
    parts.filter(|part| !part.is_empty() && !part.starts_with('#')).collect::<Vec<_>>().into_iter()
}

fn inline(line: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    for (position, part) in line.split('`').enumerate() {
        if position % 2 == 1 {
            found.push(Piece::Code(part.to_owned()));
        } else {
            let links = part.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
            found.extend(links.map(|(target, _)| Piece::Link(target.to_owned())));
        }
    }
    found
}

#[test]
fn pieces_are_told_apart() {
    let text = "See [a](b.md) and `cargo x`.\n```sh\nA=1 cargo y && just z # why\n```\n```toml\nno = 1\n```\n";
    let shell = |text: &str| Piece::Shell(text.to_owned());
    assert_eq!(
        pieces(text),
        [
            (1, Piece::Link("b.md".to_owned())),
            (1, Piece::Code("cargo x".to_owned())),
            (3, shell("A=1 cargo y")),
            (3, shell("just z")),
        ]
    );
}
