//! Rust source as tokens, enough for rules about words, sizes and texts: comments and literals are told apart from
//! code, so that a rule never trips over a word in a sentence. Macro bodies are tokens like everything else.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Identifier or keyword.
    Word,
    /// Number, as written.
    Number,
    /// What stands between the quotes of a string, as written.
    Text,
    /// Punctuation: `::`, `->`, `=>`, or one character. Characters and lifetimes too.
    Mark,
    /// A whole comment with its marks.
    Comment,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'a> {
    /// What it is.
    pub(crate) kind: Kind,
    /// Its text.
    pub(crate) text: &'a str,
    /// Line it begins on, from 1.
    pub(crate) line: usize,
}

impl Token<'_> {
    /// Whether it is this word.
    pub(crate) fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text == word
    }

    /// Whether it is this punctuation.
    pub(crate) fn is_mark(&self, mark: &str) -> bool {
        self.kind == Kind::Mark && self.text == mark
    }
}

/// The tokens of a source, in order.
pub(crate) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut lexer = Lexer { rest: source, line: 1 };
    std::iter::from_fn(|| lexer.next_token()).collect()
}

struct Lexer<'a> {
    rest: &'a str,
    line: usize,
}

impl<'a> Lexer<'a> {
    fn next_token(&mut self) -> Option<Token<'a>> {
        let blank = self.rest.len() - self.rest.trim_start().len();
        self.take(blank);
        let line = self.line;
        let first = self.rest.chars().next()?;
        let (kind, text) = if self.rest.starts_with("//") || self.rest.starts_with("/*") {
            (Kind::Comment, self.take(comment_length(self.rest)))
        } else if let Some(quote) = opening_quote(self.rest) {
            (Kind::Text, self.quoted(quote))
        } else if first.is_ascii_digit() {
            (Kind::Number, self.take(number_length(self.rest)))
        } else if is_word_char(first) {
            (Kind::Word, self.take(run(self.rest, is_word_char)))
        } else {
            (Kind::Mark, self.take(mark_length(self.rest, first)))
        };
        Some(Token { kind, text, line })
    }

    fn take(&mut self, length: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        self.line += taken.matches('\n').count();
        taken
    }

    /// What is between the quotes; both quotes are passed over.
    fn quoted(&mut self, Quote { opening, hashes }: Quote) -> &'a str {
        self.take(opening);
        let inside = match hashes {
            Some(hashes) => self.rest.find(&format!("\"{}", "#".repeat(hashes))).unwrap_or(self.rest.len()),
            None => escaped_length(self.rest),
        };
        let text = self.take(inside);
        self.take((1 + hashes.unwrap_or(0)).min(self.rest.len()));
        text
    }
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn comment_length(text: &str) -> usize {
    if text.starts_with("//") {
        return run(text, |c| c != '\n');
    }
    let (mut depth, mut at) = (0_usize, 0);
    while let Some(found) = text[at..].find(['/', '*']) {
        at += found;
        match text.get(at..at + 2) {
            Some("/*") => depth += 1,
            Some("*/") => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The beginning of a string: bytes up to and with the quote; the hashes of a raw one.
struct Quote {
    opening: usize,
    hashes: Option<usize>,
}

fn opening_quote(text: &str) -> Option<Quote> {
    let prefix = run(text, |c| matches!(c, 'b' | 'c' | 'r'));
    let raw = text[..prefix].contains('r');
    let hashes = if raw { run(&text[prefix..], |c| c == '#') } else { 0 };
    let is_quote = prefix <= 2 && text[prefix + hashes..].starts_with('"');
    is_quote.then_some(Quote { opening: prefix + hashes + 1, hashes: raw.then_some(hashes) })
}

fn escaped_length(text: &str) -> usize {
    let mut escaped = false;
    let end = text.find(|c| {
        let closes = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        closes
    });
    end.unwrap_or(text.len())
}

fn number_length(text: &str) -> usize {
    let whole = run(text, is_word_char);
    let fraction = text[whole..].strip_prefix('.').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    fraction.map_or(whole, |rest| whole + 1 + run(rest, is_word_char))
}

fn mark_length(text: &str, first: char) -> usize {
    if first == '\'' {
        return character_length(text);
    }
    if ["::", "->", "=>"].iter().any(|mark| text.starts_with(mark)) { 2 } else { first.len_utf8() }
}

/// A character in its quotes, or a lifetime.
fn character_length(text: &str) -> usize {
    let inside = &text[1..];
    if let Some(escaped) = inside.strip_prefix('\\') {
        let after = escaped.chars().next().map_or(0, char::len_utf8);
        return escaped[after..].find('\'').map_or(text.len(), |end| 2 + after + end + 1);
    }
    let one = inside.chars().next().map_or(0, char::len_utf8);
    if inside[one..].starts_with('\'') { one + 2 } else { 1 + run(inside, is_word_char) }
}

#[test]
fn comments_texts_and_code_are_told_apart() {
    let source = "let a = r#\"x \"fn\" // y\"#; // fn\n/* a /* b */ c */ 'x' '\\'' &'a b\"é\\\"\" 1.5_u8 t.0.1..2 a::b";
    let read: Vec<(Kind, &str)> = tokens(source).into_iter().map(|token| (token.kind, token.text)).collect();
    let texts: Vec<&str> = read.iter().filter(|(kind, _)| *kind == Kind::Text).map(|(_, text)| *text).collect();
    let comments: Vec<&str> = read.iter().filter(|(kind, _)| *kind == Kind::Comment).map(|(_, text)| *text).collect();
    assert_eq!((texts, comments), (vec!["x \"fn\" // y", "é\\\""], vec!["// fn", "/* a /* b */ c */"]));
    assert!(
        read.contains(&(Kind::Mark, "'x'"))
            && read.contains(&(Kind::Mark, "'\\''"))
            && read.contains(&(Kind::Mark, "'a"))
    );
    assert!(read.contains(&(Kind::Number, "1.5_u8")) && read.contains(&(Kind::Mark, "::")));
    assert_eq!(tokens(source).last().map(|token| token.line), Some(2));
}
