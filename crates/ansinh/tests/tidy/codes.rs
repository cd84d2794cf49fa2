//! Every code that a problem or an error carries, read from the sources: calls of `Problem::new` and of functions
//! that pass a `code` on, and the tables `fn code` of error types. With each its sentences, as far as they are
//! written where the code is.

use std::collections::BTreeMap;

use super::function::{Function, functions, split};
use super::lexer::{Kind, Token};
use super::repository::{Repository, SourceFile, group_length};

/// One place where a code comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Told {
    /// The code.
    pub(crate) code: String,
    /// File.
    pub(crate) path: String,
    /// Line.
    pub(crate) line: usize,
    /// What is wrong, with `…` for what is filled in.
    pub(crate) what: Option<String>,
    /// How to mend it.
    pub(crate) mend: Option<String>,
}

/// Every place of every code, in order of code and place.
pub(crate) fn codes(repository: &Repository) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    let mut of_crates: BTreeMap<&str, Vec<Maker>> = BTreeMap::new();
    let sources = || repository.rust().filter(|file| file.path.contains("/src/"));
    for file in sources() {
        of_crates.entry(file.crate_name()).or_default().extend(makers(file));
    }
    for file in sources() {
        told.extend(called(file, &of_crates[file.crate_name()]));
        told.extend(tabled(repository, file));
    }
    told.sort();
    told
}

type Code<'c> = &'c [Token<'static>];

/// A function that makes a problem: positions of code, what and mend among its arguments, and what it says itself.
struct Maker {
    name: &'static str,
    positions: [Option<usize>; 3],
    says: [Option<String>; 3],
}

fn makers(file: &SourceFile) -> Vec<Maker> {
    let position = |one: &Function<'static>, name: &str| one.parameters.iter().position(|parameter| *parameter == name);
    let maker = |one: Function<'static>| {
        let positions = ["code", "what", "mend"].map(|name| position(&one, name));
        Maker { name: one.name, positions, says: said_by(&file.code[one.begins..one.ends]) }
    };
    functions(file).into_iter().map(maker).filter(|maker| maker.positions[0].is_some()).collect()
}

/// The sentences that a function gives `Problem::new` whatever its arguments.
fn said_by(function: Code<'_>) -> [Option<String>; 3] {
    let calls = |at: &usize| is_problem_new(function, *at);
    let Some(at) = (0..function.len()).find(calls) else { return [None, None, None] };
    let arguments = split(&function[at + 2..at + group_length(&function[at + 1..])]);
    [0, 1, 2].map(|position| arguments.get(position).and_then(|argument| sentence(argument, &function[..at])))
}

/// Whether the word here is the `new` of `Problem::new(`.
fn is_problem_new(code: Code<'_>, at: usize) -> bool {
    at > 1
        && code[at].is_word("new")
        && code[at - 1].is_mark("::")
        && code[at - 2].is_word("Problem")
        && code.get(at + 1).is_some_and(|next| next.is_mark("("))
}

/// Codes that are an argument of a call.
fn called(file: &SourceFile, of_crate: &[Maker]) -> Vec<Told> {
    let (own, functions) = (makers(file), functions(file));
    let mut told = Vec::new();
    for (at, token) in file
        .production()
        .filter(|(at, token)| token.kind == Kind::Word && file.code.get(at + 1).is_some_and(|next| next.is_mark("(")))
    {
        let maker = own.iter().chain(of_crate).find(|maker| maker.name == token.text);
        let (positions, [_, own_what, own_mend]) = match maker {
            _ if is_problem_new(&file.code, at) => ([Some(0), Some(1), Some(2)], [None, None, None]),
            Some(maker) => (maker.positions, maker.says.clone()),
            None => continue,
        };
        let after = at + 1 + group_length(&file.code[at + 1..]);
        let arguments = split(&file.code[at + 2..after - 1]);
        let argument = |position: Option<usize>| {
            position.and_then(|position| arguments.get(position)).copied().unwrap_or_default()
        };
        let scope = functions
            .iter()
            .filter(|one| one.begins < at && at < one.ends)
            .map(|one| &file.code[one.begins..at])
            .next_back()
            .unwrap_or_default();
        let [code, what, mend] = positions.map(argument);
        for text in code.iter().filter(|token| token.kind == Kind::Text && is_code(token.text)) {
            let what = sentence(what, scope).or_else(|| own_what.clone());
            let mend = sentence(mend, scope).or_else(|| own_mend.clone());
            told.push(Told { code: text.text.to_owned(), path: file.path.clone(), line: text.line, what, mend });
        }
    }
    told
}

/// Words joined by hyphens.
fn is_code(text: &str) -> bool {
    let is_word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.contains('-') && text.split('-').all(is_word)
}

/// The sentence of an expression; of a name, that of what was bound to it last before this place.
fn sentence(expression: Code<'_>, scope: Code<'_>) -> Option<String> {
    let literals = literals(expression);
    if !literals.is_empty() {
        return Some(literals.join(" / "));
    }
    let name = expression.iter().find(|token| token.kind == Kind::Word)?.text;
    let binds = |at: &usize| scope[*at].is_word("let") && scope[*at + 1].is_word(name) && scope[*at + 2].is_mark("=");
    let bound = (0..scope.len().saturating_sub(2)).rfind(binds)?;
    let mut ends = bound + 3;
    while scope.get(ends).is_some_and(|token| !token.is_mark(";")) {
        ends += group_length(&scope[ends..]);
    }
    let found = self::literals(&scope[bound + 3..ends.min(scope.len())]);
    (!found.is_empty()).then(|| found.join(" / "))
}

/// Sentences in an expression: texts with more than one word; of `format!`, its first.
fn literals(expression: Code<'_>) -> Vec<String> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(token) = expression.get(at) {
        let formats = token.is_word("format") && expression.get(at + 2).is_some_and(|token| token.is_mark("("));
        let group = if formats { group_length(&expression[at + 2..]) } else { 0 };
        let text = expression[at..at + group + 1].iter().find(|token| token.kind == Kind::Text);
        found.extend(text.map(|text| shape(text.text)).filter(|text| text.contains(' ')));
        at += if formats { 2 + group } else { 1 };
    }
    found
}

/// A text with `…` for each blank of `format!`.
fn shape(text: &str) -> String {
    let mut parts = text.split('{');
    let mut shape = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shape.push('…');
        shape.push_str(part.split_once('}').map_or(part, |(_, after)| after));
    }
    shape.replace("\\\"", "\"")
}

/// Codes in a table: `Error::Case { .. } => "code"` in a function `code` or `…_code`.
fn tabled(repository: &Repository, file: &SourceFile) -> Vec<Told> {
    let mut told = Vec::new();
    let functions = functions(file);
    let tables =
        functions.iter().filter(|one| (one.name == "code" || one.name.ends_with("_code")) && !file.in_test[one.begins]);
    for table in tables {
        let owner = owner_of(&file.code[..table.begins]);
        let beside = |name: &str| -> Vec<Arm> {
            let same = functions.iter().filter(|one| one.name == name && owner_of(&file.code[..one.begins]) == owner);
            same.flat_map(|one| arms(&file.code[one.begins..one.ends])).collect()
        };
        let (mends, words) = (beside("mend"), beside("words"));
        for arm in arms(&file.code[table.begins..table.ends]) {
            let Some(code) = arm.gives.first().filter(|token| token.kind == Kind::Text) else { continue };
            let of_case = |arms: &[Arm]| arm.same_in(arms).map_or_else(Vec::new, |one| one.gives.clone());
            let mut said = words_of(repository, file, &of_case(&words)).into_iter();
            let what = arm.cases.iter().find_map(|case| error_text(file, owner, case)).or_else(|| said.next());
            let mend = sentence(&of_case(&mends), &[]).or_else(|| said.next());
            told.push(Told { code: code.text.to_owned(), path: file.path.clone(), line: code.line, what, mend });
        }
    }
    told
}

/// The type whose `impl` the code ends in.
fn owner_of(before: Code<'_>) -> &'static str {
    let begins = before.iter().rposition(|token| token.is_word("impl")).unwrap_or(0);
    let head = before[begins..].iter().take_while(|token| !token.is_mark("{"));
    head.filter(|token| token.kind == Kind::Word).last().map_or("", |token| token.text)
}

/// An arm of a match: its pattern, the last words of the paths in it, and what it gives.
struct Arm {
    pattern: String,
    cases: Vec<&'static str>,
    gives: Vec<Token<'static>>,
}

impl Arm {
    /// The arm of another match with the same pattern, else the first that names the same case.
    fn same_in<'a>(&self, arms: &'a [Arm]) -> Option<&'a Arm> {
        let names_it = |one: &&Arm| self.cases.iter().any(|case| one.cases.contains(case));
        arms.iter().find(|one| one.pattern == self.pattern).or_else(|| arms.iter().find(names_it))
    }
}

fn arms(function: Code<'_>) -> Vec<Arm> {
    let arrows: Vec<usize> = (0..function.len()).filter(|at| function[*at].is_mark("=>")).collect();
    let mut found = Vec::new();
    let mut begins = 0;
    for arrow in arrows {
        if arrow < begins {
            continue;
        }
        let pattern = &function[begins..arrow];
        let cases = pattern.windows(2).filter(|pair| pair[0].is_mark("::")).map(|pair| pair[1].text).collect();
        let mut ends = arrow + 1;
        while function.get(ends).is_some_and(|token| !token.is_mark(",") && !token.is_mark("}")) {
            ends += group_length(&function[ends..]);
        }
        let pattern = pattern.iter().filter(|token| !token.is_mark(",")).map(|token| token.text).collect();
        found.push(Arm { pattern, cases, gives: function[arrow + 1..ends.min(function.len())].to_vec() });
        begins = ends.min(function.len());
    }
    found
}

/// The text of `#[error("…")]` before a case of an enum.
fn error_text(file: &SourceFile, owner: &str, case: &str) -> Option<String> {
    let begins = file.code.windows(2).position(|pair| pair[0].is_word("enum") && pair[1].is_word(owner))? + 2;
    let body = &file.code[begins..begins + group_length(&file.code[begins..])];
    let named = (1..body.len())
        .find(|at| body[*at].is_word(case) && (body[*at - 1].is_mark("]") || body[*at - 1].is_mark(",")))?;
    let attribute = body[..named].iter().rposition(|token| token.is_word("error"))?;
    let text = body[attribute..named].iter().find(|token| token.kind == Kind::Text)?;
    Some(shape(text.text))
}

/// The Vietnamese words of names such as `w.not_found`, from the one table of words that has them all.
fn words_of(repository: &Repository, file: &SourceFile, gives: Code<'_>) -> Vec<String> {
    let names =
        gives.windows(3).filter(|three| three[0].is_word("w") && three[1].is_mark(".")).map(|three| three[2].text);
    let names: Vec<&str> = names.collect();
    let tables =
        repository.rust().filter(|other| other.crate_name() == file.crate_name() && other.path.contains("/words/"));
    let row = |table: &SourceFile, name: &str| {
        let mut rows = table
            .code
            .windows(3)
            .filter(|three| three[0].is_word(name) && three[1].is_mark(":") && three[2].kind == Kind::Text);
        rows.next().map(|three| shape(three[2].text))
    };
    let rows = |table: &SourceFile| names.iter().map(|name| row(table, name)).collect::<Option<Vec<String>>>();
    tables.into_iter().find_map(rows).unwrap_or_default()
}

#[test]
fn codes_are_found_with_their_sentences() {
    let source = r#"
        enum E { #[error("“{text}” không phải số")] NotANumber { text: String }, #[error("trống không")] Empty }
        impl Fault for E {
            fn code(&self) -> &'static str { match self { E::NotANumber { .. } => "e-nan", E::Empty => "e-empty" } }
            fn mend(&self) -> String { match self { E::NotANumber { .. } => format!("Gõ {} số", 1), E::Empty => "Nhập số đi".into() } }
        }
        fn odd(field: &str, code: &'static str, what: String) -> Problem { Problem::new(code, what, "Xem lại đi") }
        fn a() {
            let what = format!("có {} dòng", "x y");
            let mend = if a { "Bỏ dòng" } else { "Thêm dòng" };
            Problem::new("a-one", what, mend);
            odd("f-g", "a-two", what.clone());
        }
    "#;
    let told = codes(&Repository::of([("crates/a/src/a.rs", source)]));
    let short: Vec<_> = told
        .iter()
        .map(|one| {
            (one.code.as_str(), one.what.as_deref().unwrap_or_default(), one.mend.as_deref().unwrap_or_default())
        })
        .collect();
    assert_eq!(
        short,
        [
            ("a-one", "có … dòng", "Bỏ dòng / Thêm dòng"),
            ("a-two", "có … dòng", "Xem lại đi"),
            ("e-empty", "trống không", "Nhập số đi"),
            ("e-nan", "“…” không phải số", "Gõ … số"),
        ]
    );
}
