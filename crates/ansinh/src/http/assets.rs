//! The only files beside pages: the desk's own script. Its address holds the digest of its text, so a browser
//! keeps it for good and a new version has a new address. The portal has no files at all.

use crate::http::page::{Audience, Rendered};
use ansinh_kernel::digest::Digest;
use axum::Router;
use axum::body::Bytes;
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};
use std::sync::LazyLock;

const DESK_SCRIPT: &str = include_str!("../../static/desk.js");
const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

static DESK_SCRIPT_PATH: LazyLock<String> =
    LazyLock::new(|| format!("/static/desk-{}.js", Digest::of(DESK_SCRIPT.as_bytes()).short()));

/// The address of the desk's script.
pub fn desk_script() -> &'static str {
    &DESK_SCRIPT_PATH
}

/// The routes of the files.
pub fn routes() -> Router {
    table().into_iter().fold(Router::new(), |router, (path, answer)| router.route(path, answer))
}

/// Method and path of every file.
pub fn addresses() -> Vec<(&'static str, &'static str)> {
    table().into_iter().map(|(path, _)| ("GET", path)).collect()
}

fn table() -> Vec<(&'static str, MethodRouter)> {
    vec![(desk_script(), get(script))]
}

async fn script() -> Response {
    let rendered = Rendered {
        status: StatusCode::OK,
        mime: HeaderValue::from_static("text/javascript; charset=utf-8"),
        body: Bytes::from_static(DESK_SCRIPT.as_bytes()),
        audience: Audience::Everyone,
        disposition: None,
    };
    ([(CACHE_CONTROL, FOR_GOOD)], rendered).into_response()
}
