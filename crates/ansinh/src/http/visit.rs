//! Where a reader is: the language and the address without it. Vietnamese lives at `/…`, English at `/en/…`, and
//! the rest of an address is the same in both, so that every page can link to itself in the other language.

use ansinh_kernel::lang::Lang;
use axum::extract::FromRequestParts;
use axum::http::Uri;
use axum::http::request::Parts;
use std::convert::Infallible;

/// The first segment of every address of the desk.
pub const DESK: &str = "/desk";
/// The first segment of every address of the API.
pub const API: &str = "/api";

/// The language and the address of one request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visit {
    /// The language of the answer.
    pub lang: Lang,
    /// The path without the language, beginning with `/`.
    pub path: String,
    /// The query without its `?`, empty when there is none.
    pub query: String,
}

impl Visit {
    /// Reads an address as it was asked.
    pub fn of(uri: &Uri) -> Visit {
        let (lang, path) = split(uri.path());
        Visit { lang, path: path.to_owned(), query: uri.query().unwrap_or_default().to_owned() }
    }

    /// What stands before every path in this language: nothing, or `/en`.
    pub const fn base(&self) -> &'static str {
        base(self.lang)
    }

    /// The address of another page in the language of this one.
    pub fn href(&self, path: &str) -> String {
        format!("{}{path}", self.base())
    }

    /// The address of this very page.
    pub fn here(&self) -> String {
        self.in_lang(self.lang)
    }

    /// The address of this page in the other language.
    pub fn there(&self) -> String {
        self.in_lang(self.lang.other())
    }

    /// The home page in this language, for an answer that must not repeat the address it was asked at.
    pub(crate) fn at_home(&self) -> Visit {
        Visit { lang: self.lang, path: "/".to_owned(), query: String::new() }
    }

    /// Whether the page belongs to the officials' side.
    pub fn is_desk(&self) -> bool {
        is_within(&self.path, DESK)
    }

    /// Whether a machine asked, through the API.
    pub fn is_api(&self) -> bool {
        is_within(&self.path, API)
    }

    fn in_lang(&self, lang: Lang) -> String {
        let mark = if self.query.is_empty() { "" } else { "?" };
        format!("{}{}{mark}{}", base(lang), self.path, self.query)
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Infallible;

    /// The visit that the front noted, or the bare address where a handler is called without a front.
    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Visit, Infallible> {
        let noted = parts.extensions.get::<Visit>().cloned();
        Ok(noted.unwrap_or_else(|| Visit::of(&parts.uri)))
    }
}

const fn base(lang: Lang) -> &'static str {
    lang.pick("", "/en")
}

fn split(path: &str) -> (Lang, &str) {
    match path.strip_prefix("/en") {
        Some("") => (Lang::En, "/"),
        Some(rest) if rest.starts_with('/') => (Lang::En, rest),
        _ => (Lang::Vi, path),
    }
}

fn is_within(path: &str, root: &str) -> bool {
    path.strip_prefix(root).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
