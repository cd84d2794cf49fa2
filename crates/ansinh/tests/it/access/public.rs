//! What everybody may read: the same answer for everybody, to the byte, whoever is signed in, and never a cookie.

use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};

use super::visitor::{VISITORS, Visitor};
use super::walker::{Stage, house_at};
use super::{place, routes};
use crate::desk::{Browser, House};

/// What came back, whole.
type Whole = (StatusCode, HeaderMap, String);

/// A line for each public route. Those who are signed in no more come to an installation of their own: what ends one
/// session ends all.
pub(super) async fn lines() -> Vec<String> {
    let (signed_out, signed_in): (Vec<&Visitor>, Vec<&Visitor>) =
        VISITORS.iter().partition(|visitor| visitor.is_signed_out());
    let lines = walk(&signed_in).await;
    assert_eq!(walk(&signed_out).await, lines);
    lines
}

/// Every public route, in one installation where figures were accepted, so that there are maps: for a stranger, then for these visitors.
async fn walk(visitors: &[&Visitor]) -> Vec<String> {
    let house = house_at(Stage::Accepted).await;
    for visitor in visitors.iter().rev() {
        visitor.prepare(&house).await;
    }
    let mut lines = Vec::new();
    for (method, path) in routes(false) {
        assert_eq!(method, "GET", "{path}: whoever is not signed in only reads");
        let (known, missing) = place::public(path);
        let found = same_for_all(&house, visitors, &known).await;
        assert_eq!(found, StatusCode::OK, "{known}");
        if let Some(missing) = missing {
            assert_eq!(same_for_all(&house, visitors, &missing).await, StatusCode::NOT_FOUND, "{missing}");
        }
        assert_eq!(posted(&house, visitors, &known).await, StatusCode::METHOD_NOT_ALLOWED, "{known}");
        lines.push(format!("{method} {} {}", without_digest(path), found.as_u16()));
    }
    lines
}

/// The status of a page that is the same for all of them. Kept pages are thrown away in between, so that each answer
/// is made anew.
async fn same_for_all(house: &House, visitors: &[&Visitor], address: &str) -> StatusCode {
    let expected = read(house, &mut house.stranger(), address).await;
    assert_eq!(expected.1.get(SET_COOKIE), None, "{address}");
    for visitor in visitors {
        let seen = read(house, &mut visitor.browser(house), address).await;
        assert_eq!(seen, expected, "{address} for {}", visitor.code);
    }
    expected.0
}

async fn read(house: &House, browser: &mut Browser, address: &str) -> Whole {
    house.app.changed();
    let seen = browser.get(address).await;
    (seen.status, seen.headers, seen.html)
}

async fn posted(house: &House, visitors: &[&Visitor], address: &str) -> StatusCode {
    let expected = house.stranger().post(address, &[]).await;
    for visitor in visitors {
        let seen = visitor.browser(house).post(address, &[]).await;
        assert_eq!((seen.status, seen.html), (expected.status, expected.html.clone()), "{address}");
    }
    expected.status
}

/// The address of a file without the digest of its content.
fn without_digest(path: &str) -> String {
    match path.strip_prefix("/static/").and_then(|file| Some((file.split_once('-')?.0, file.rsplit_once('.')?.1))) {
        Some((name, ending)) => format!("/static/{name}-….{ending}"),
        None => path.to_owned(),
    }
}
