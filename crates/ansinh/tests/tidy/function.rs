//! The functions of a file: name, parameters, first and last line. Found in tokens, so functions inside macros and
//! inside other functions count too.

use super::lexer::{Kind, Token};
use super::repository::{SourceFile, group_length};

/// One function with a body, or a signature without.
#[derive(Debug)]
pub(crate) struct Function<'a> {
    /// Its name.
    pub(crate) name: &'a str,
    /// Names of its parameters, without `self`; a pattern has the name of its first word.
    pub(crate) parameters: Vec<&'a str>,
    /// Line of the word `fn`.
    pub(crate) line: usize,
    /// Line of its closing brace, or of the semicolon of a signature.
    pub(crate) last_line: usize,
    /// Position in the code of the word `fn`.
    pub(crate) begins: usize,
    /// Position in the code after its last token.
    pub(crate) ends: usize,
}

impl Function<'_> {
    /// Lines from `fn` to the closing brace.
    pub(crate) fn lines(&self) -> usize {
        self.last_line - self.line + 1
    }
}

/// All functions of a file, in order.
pub(crate) fn functions(file: &SourceFile) -> Vec<Function<'static>> {
    let code = &file.code;
    let named = |at: &usize| code[*at].is_word("fn") && code[at + 1].kind == Kind::Word;
    (0..code.len().saturating_sub(1)).filter(named).filter_map(|at| function_at(code, at)).collect()
}

fn function_at(code: &[Token<'static>], begins: usize) -> Option<Function<'static>> {
    let opening = begins + 2 + generics_length(&code[begins + 2..]);
    if !code.get(opening)?.is_mark("(") {
        return None;
    }
    let after = opening + group_length(&code[opening..]);
    let parameters = parameters(&code[opening + 1..after - 1]);
    let mut ends = after;
    while let Some(token) = code.get(ends) {
        let last = token.is_mark("{") || token.is_mark(";");
        ends += group_length(&code[ends..]);
        if last {
            break;
        }
    }
    let last_line = code[ends - 1].line;
    Some(Function { name: code[begins + 1].text, parameters, line: code[begins].line, last_line, begins, ends })
}

/// Tokens of `<…>`, if it begins here.
fn generics_length(code: &[Token<'_>]) -> usize {
    let mut depth = 0_usize;
    for (at, token) in code.iter().enumerate() {
        match (token.kind, token.text) {
            (Kind::Mark, "<") => depth += 1,
            (Kind::Mark, ">") => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return if at == 0 { 0 } else { at + 1 };
        }
    }
    0
}

fn parameters(code: &[Token<'static>]) -> Vec<&'static str> {
    let name = |part: &[Token<'static>]| {
        let mut words = part.iter().take_while(|token| !token.is_mark(":")).filter(|token| token.kind == Kind::Word);
        words.find(|token| token.text != "mut" && token.text != "self").map(|token| token.text)
    };
    split(code).into_iter().filter_map(name).collect()
}

/// Parts between the commas that are in no bracket; an empty last part is none.
pub(crate) fn split<'c, 'a>(code: &'c [Token<'a>]) -> Vec<&'c [Token<'a>]> {
    let (mut parts, mut begins, mut at, mut angles) = (Vec::new(), 0, 0, 0_usize);
    while at < code.len() {
        match (code[at].kind, code[at].text) {
            (Kind::Mark, "<") => angles += 1,
            (Kind::Mark, ">") => angles = angles.saturating_sub(1),
            (Kind::Mark, ",") if angles == 0 => {
                parts.push(&code[begins..at]);
                begins = at + 1;
            }
            _ => {}
        }
        at += group_length(&code[at..]);
    }
    if begins < code.len() {
        parts.push(&code[begins..]);
    }
    parts
}

#[test]
fn functions_are_found_with_their_parameters_and_lines() {
    let source = "impl A {\n fn a<F: Fn(u8) -> (u8, u8)>(&mut self, mut b: Map<K, V>, (c, d): (u8, u8), e: F,) -> [u8; 2]\n where F: B {\n  x(|f| g)\n }\n}\nfn h();";
    let file = super::repository::Repository::of([("crates/a/src/a.rs", source)]);
    let found = functions(&file.files[0]);
    let short: Vec<_> = found.iter().map(|one| (one.name, one.parameters.clone(), one.line, one.lines())).collect();
    assert_eq!(short, [("a", vec!["b", "c", "e"], 2, 4), ("h", vec![], 7, 1)]);
}
