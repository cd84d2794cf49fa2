//! The headers that keep a page safe in a browser. One policy for the portal, which runs no script at all, and
//! one for the desk, which may run its own. Styles are allowed by the digest of their text, never inline at will.

use crate::http::cookie::Scheme;
use crate::http::page::Audience;
use crate::style;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use std::sync::LazyLock;

const PERMISSIONS_POLICY: HeaderName = HeaderName::from_static("permissions-policy");
const OPENER_POLICY: HeaderName = HeaderName::from_static("cross-origin-opener-policy");

const NO_DEVICES: HeaderValue =
    HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()");
const TWO_YEARS: HeaderValue = HeaderValue::from_static("max-age=63072000");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("public, no-cache");
const KEEP_NOTHING: HeaderValue = HeaderValue::from_static("no-store");

static PORTAL_POLICY: LazyLock<HeaderValue> = LazyLock::new(|| policy(""));
static DESK_POLICY: LazyLock<HeaderValue> = LazyLock::new(|| policy("; script-src 'self'; connect-src 'self'"));

/// Adds the headers that every answer has, pages or not. `same-origin` (not `no-referrer`) keeps the `Origin`
/// of our own forms readable, which the guard of forms compares in browsers without `Sec-Fetch-Site`.
pub(crate) fn add_common(headers: &mut HeaderMap, scheme: Scheme) {
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(OPENER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(PERMISSIONS_POLICY, NO_DEVICES);
    if scheme == Scheme::Https {
        headers.insert(STRICT_TRANSPORT_SECURITY, TWO_YEARS);
    }
}

/// Adds the content policy of this audience.
pub(crate) fn add_policy(headers: &mut HeaderMap, audience: Audience) {
    let policy = match audience {
        Audience::Everyone | Audience::OneVisit => &*PORTAL_POLICY,
        Audience::Desk => &*DESK_POLICY,
    };
    headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
}

/// Adds how long an answer for this audience may be kept. A page for everybody may be kept but has to be asked
/// for again each time, so that what was accepted is on the next page shown.
pub(crate) fn add_keeping(headers: &mut HeaderMap, audience: Audience) {
    let keeping = match audience {
        Audience::Everyone => ASK_AGAIN,
        Audience::OneVisit | Audience::Desk => KEEP_NOTHING,
    };
    headers.insert(CACHE_CONTROL, keeping);
}

fn policy(scripts: &str) -> HeaderValue {
    let styles = style::sources();
    let text = format!(
        "default-src 'none'; style-src {styles}; img-src data:; form-action 'self'; \
         frame-ancestors 'none'; base-uri 'none'{scripts}"
    );
    HeaderValue::try_from(text).expect("digests in base64 make a header value")
}
