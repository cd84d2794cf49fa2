//! The guards of forms. A write must come from our own pages: the browser says so (`Sec-Fetch-Site`, or `Origin`
//! in older ones), the front checks it for every route, and a form of the desk also carries a token bound to the
//! session. The key of a form, made when it is rendered, makes a second press of the button harmless.

use crate::http::cookie::SessionToken;
use ansinh_kernel::digest::DigestWriter;
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderName, Method};
use data_encoding::BASE32_NOPAD;
use std::fmt;
use subtle::ConstantTimeEq;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The hidden field that carries the token of a session.
pub const CSRF_FIELD: &str = "_csrf";
/// The hidden field that carries the key of a form.
pub const KEY_FIELD: &str = "_key";

/// Whether a request may go on: it only reads, or it comes from a page of ours, or from a program that is no
/// browser (which sends neither header, and no cookie that it was not given).
pub(crate) fn is_from_our_pages(method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    if let Some(site) = headers.get(SEC_FETCH_SITE) {
        return site == "same-origin" || site == "none";
    }
    let Some(origin) = headers.get(ORIGIN) else { return true };
    let origin = origin.to_str().unwrap_or_default();
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let authority = origin.split_once("://").map_or("", |(_, authority)| authority);
    !host.is_empty() && authority.eq_ignore_ascii_case(host)
}

/// What a form of the desk must send back: derived from the session, so nothing has to be stored.
#[derive(Clone, PartialEq, Eq)]
pub struct CsrfToken(String);

impl CsrfToken {
    /// The token of this session.
    pub fn of(session: &SessionToken) -> CsrfToken {
        let digest = DigestWriter::new().text("csrf").text(session.as_str()).finish();
        CsrfToken(digest.to_string())
    }

    /// Whether a form sent this very token; takes as long for a near miss as for a wild guess.
    pub fn matches(&self, sent: &str) -> bool {
        self.0.as_bytes().ct_eq(sent.as_bytes()).into()
    }

    /// The text of the hidden field.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for CsrfToken {
    /// Never the secret itself, which would end in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CsrfToken")
    }
}

/// The key of one rendering of a form: sent twice, it has one effect.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FormKey(String);

impl FormKey {
    /// A key of these random bytes, as 26 letters.
    pub fn new(random: [u8; 16]) -> FormKey {
        FormKey(BASE32_NOPAD.encode(&random).to_ascii_lowercase())
    }

    /// Reads what a form sent, if it has the form of a key.
    pub fn parse(text: &str) -> Option<FormKey> {
        let fits = |b: u8| b.is_ascii_lowercase() || (b'2'..=b'7').contains(&b);
        (text.len() == 26 && text.bytes().all(fits)).then(|| FormKey(text.to_owned()))
    }

    /// The text of the hidden field.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
