//! The door: languages, headers, compression, the page cache, failures, guards. Each test sends requests through
//! a small router, as a browser would.

use crate::sample;
use ansinh::http::assets;
use ansinh::http::{
    Audience, CsrfToken, Download, Failure, FormKey, Front, Generation, Page, Scheme, SessionCookie, SessionToken,
    Visit, front,
};
use ansinh::layout::{Footer, Frame};
use ansinh_kernel::digest::Digest;
use ansinh_kernel::lang::Lang;
use ansinh_kernel::problem::Problem;
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::Query;
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    COOKIE, ETAG, LOCATION, SET_COOKIE, STRICT_TRANSPORT_SECURITY, VARY,
};
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use data_encoding::BASE64;
use expect_test::expect;
use http_body_util::BodyExt;
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tower::ServiceExt;

const CACHE_BYTES: usize = 1 << 20;

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "layout.html" %}{% block title %}t{% endblock %}{% block main %}<h1>{{ text }}</h1>{% endblock %}"#
)]
struct Plain {
    f: Frame,
    text: String,
}

fn plain(visit: &Visit, text: impl Into<String>) -> Plain {
    Plain { f: Frame::new(visit, Footer::default()), text: text.into() }
}

/// What came back.
struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    fn header(&self, name: impl axum::http::header::AsHeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

async fn send(app: &Router, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    Answer { status: parts.status, headers: parts.headers, body: body.collect().await.unwrap().to_bytes().to_vec() }
}

async fn read(app: &Router, path: &str) -> Answer {
    send(app, "GET", path, &[]).await
}

fn door(routes: Router) -> Router {
    front(routes, Front::new(Generation::default(), CACHE_BYTES, Scheme::Http))
}

/// A page for everybody that counts how often it was made.
fn counted(audience: Audience, count: &Arc<AtomicU32>) -> Router {
    let count = Arc::clone(count);
    Router::new().route(
        "/page",
        get(move |visit: Visit| async move {
            let n = count.fetch_add(1, Ordering::Relaxed);
            let template = plain(&visit, format!("made {n}"));
            match audience {
                Audience::Everyone => Page::for_everyone(&template),
                Audience::OneVisit => Page::for_one_visit(&template),
                Audience::Desk => Page::for_desk(&template),
            }
        }),
    )
}

fn full_page() -> Router {
    Router::new().route("/page", get(|visit: Visit| async move { full(&visit) }))
}

fn full(visit: &Visit) -> Result<Page, Failure> {
    Page::for_everyone(&plain(visit, "Số liệu ".repeat(200)))
}

#[tokio::test]
async fn every_route_answers_in_both_languages_and_links_to_itself_in_the_other() {
    let routes = Router::new().route("/areas/{id}", get(|visit: Visit| async move { full(&visit) }));
    let app = door(routes);
    let vietnamese = read(&app, "/areas/t44?year=2018").await;
    let english = read(&app, "/en/areas/t44?year=2018").await;
    assert!(vietnamese.text().contains(r#"<html lang="vi">"#));
    assert!(vietnamese.text().contains(r#"href="/en/areas/t44?year=2018""#));
    assert!(english.text().contains(r#"<html lang="en">"#));
    assert!(english.text().contains(r#"class="lang" href="/areas/t44?year=2018" lang="vi""#));
    assert!(english.text().contains(r#"href="/en/areas" aria-current="page""#));
}

#[tokio::test]
async fn each_page_has_one_address() {
    let app = door(full_page());
    for (asked, place) in [("/en", "/en/"), ("/page/", "/page"), ("/en/page/?a=1", "/en/page?a=1"), ("/page?", "")] {
        let answer = read(&app, asked).await;
        assert_eq!(answer.header(LOCATION), place, "{asked}");
        let expected = if place.is_empty() { StatusCode::OK } else { StatusCode::PERMANENT_REDIRECT };
        assert_eq!(answer.status, expected, "{asked}");
    }
}

#[tokio::test]
async fn an_address_that_looks_like_another_host_is_not_found_and_not_repeated() {
    let app = door(full_page());
    for asked in ["//evil.example/", "/en//evil.example", "/en//evil.example/", "/\\evil.example/"] {
        let Ok(request) = Request::builder().uri(asked).body(Body::empty()) else { continue };
        let response = app.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{asked}");
        assert_eq!(response.headers().get(LOCATION), None, "{asked}");
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert!(!String::from_utf8_lossy(&body).contains("evil"), "{asked}");
    }
}

#[tokio::test]
async fn a_portal_page_may_run_nothing_and_a_desk_page_only_its_own_script() {
    let count = Arc::default();
    let portal = read(&door(counted(Audience::Everyone, &count)), "/page").await;
    let desk = read(&door(counted(Audience::Desk, &count)), "/page").await;
    let without_digests = |policy: &str| {
        let words: Vec<&str> = policy.split(' ').filter(|word| !word.starts_with("'sha256-")).collect();
        words.join(" ")
    };
    expect!["default-src 'none'; style-src img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"]
        .assert_eq(&without_digests(portal.header(CONTENT_SECURITY_POLICY)));
    expect!["default-src 'none'; style-src img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; script-src 'self'; connect-src 'self'"]
        .assert_eq(&without_digests(desk.header(CONTENT_SECURITY_POLICY)));
    assert_eq!(portal.header(CACHE_CONTROL), "public, no-cache");
    assert_eq!(desk.header(CACHE_CONTROL), "no-store");
    for name in ["x-content-type-options", "x-frame-options", "referrer-policy", "permissions-policy"] {
        assert!(!portal.header(name).is_empty() && portal.header(name) == desk.header(name), "{name}");
    }
    assert_eq!(portal.header(CONTENT_TYPE), "text/html; charset=utf-8");
    assert_eq!(portal.header(SET_COOKIE), "");
}

#[tokio::test]
async fn every_style_in_a_page_is_allowed_by_its_digest_and_no_style_attribute_is_used() {
    let app = door(full_page());
    let policy = read(&app, "/page").await.header(CONTENT_SECURITY_POLICY).to_owned();
    for html in [sample::charts(Lang::Vi), sample::desk(Lang::En), sample::everything(Lang::Vi)] {
        assert!(!html.contains(" style="));
        let styles: Vec<&str> =
            html.split("<style>").skip(1).map(|rest| rest.split("</style>").next().unwrap()).collect();
        assert!(!styles.is_empty());
        for style in styles {
            let digest = BASE64.encode(Digest::of(style.as_bytes()).as_bytes());
            assert!(policy.contains(&format!("'sha256-{digest}'")));
        }
    }
}

#[tokio::test]
async fn https_is_remembered_only_where_there_is_https() {
    let secure = front(full_page(), Front::new(Generation::default(), CACHE_BYTES, Scheme::Https));
    assert_eq!(read(&secure, "/page").await.header(STRICT_TRANSPORT_SECURITY), "max-age=63072000");
    assert_eq!(read(&door(full_page()), "/page").await.header(STRICT_TRANSPORT_SECURITY), "");
}

#[tokio::test]
async fn the_bytes_are_the_same_in_every_coding() {
    let app = door(full_page());
    let plain = read(&app, "/page").await;
    assert_eq!(plain.header(CONTENT_ENCODING), "");
    for (accepted, coding) in
        [("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("zstd", "")]
    {
        for _ in 0..2 {
            let answer = send(&app, "GET", "/page", &[("accept-encoding", accepted)]).await;
            assert_eq!(answer.header(CONTENT_ENCODING), coding, "{accepted}");
            assert_eq!(answer.header(VARY), "accept-encoding");
            assert_eq!(answer.header(CONTENT_LENGTH), answer.body.len().to_string());
            assert_eq!(unpacked(&answer.body, coding), plain.body, "{accepted}");
        }
    }
}

fn unpacked(body: &[u8], coding: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    match coding {
        "br" => brotli::Decompressor::new(body, 4096).read_to_end(&mut bytes).unwrap(),
        "gzip" => flate2::read::GzDecoder::new(body).read_to_end(&mut bytes).unwrap(),
        _ => return body.to_vec(),
    };
    bytes
}

#[tokio::test]
async fn a_page_for_everybody_is_made_once_until_something_is_accepted() {
    let count = Arc::default();
    let generation = Generation::default();
    let app = front(counted(Audience::Everyone, &count), Front::new(generation.clone(), CACHE_BYTES, Scheme::Http));
    for _ in 0..3 {
        assert!(read(&app, "/page").await.text().contains("made 0"));
    }
    assert!(read(&app, "/en/page").await.text().contains("made 1"));
    assert!(read(&app, "/page?year=2018").await.text().contains("made 2"));
    generation.bump();
    assert!(read(&app, "/page").await.text().contains("made 3"));
    assert!(read(&app, "/en/page").await.text().contains("made 4"));
    assert!(read(&app, "/page").await.text().contains("made 3"));
}

#[tokio::test]
async fn a_page_that_was_being_made_while_something_was_accepted_is_not_kept() {
    let count: Arc<AtomicU32> = Arc::default();
    let generation = Generation::default();
    let (made, accepted) = (Arc::clone(&count), generation.clone());
    let routes = Router::new().route(
        "/page",
        get(move |visit: Visit| async move {
            if made.fetch_add(1, Ordering::Relaxed) == 0 {
                accepted.bump();
            }
            full(&visit)
        }),
    );
    let app = front(routes, Front::new(generation, CACHE_BYTES, Scheme::Http));
    for _ in 0..3 {
        assert_eq!(read(&app, "/page").await.status, StatusCode::OK);
    }
    assert_eq!(count.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn what_is_made_for_one_reader_is_never_kept() {
    for audience in [Audience::OneVisit, Audience::Desk] {
        let count = Arc::default();
        let app = door(counted(audience, &count));
        for n in 0..3 {
            let answer = read(&app, "/page").await;
            assert!(answer.text().contains(&format!("made {n}")));
            assert_eq!((answer.header(CACHE_CONTROL), answer.header(ETAG)), ("no-store", ""));
        }
    }
}

#[tokio::test]
async fn an_answer_that_sets_a_cookie_or_is_no_success_is_never_kept() {
    let count: Arc<AtomicU32> = Arc::default();
    let (with_cookie, refused) = (Arc::clone(&count), Arc::clone(&count));
    let routes = Router::new()
        .route(
            "/cookie",
            get(move |visit: Visit| async move {
                with_cookie.fetch_add(1, Ordering::Relaxed);
                ([(SET_COOKIE, "a=b")], full(&visit)).into_response()
            }),
        )
        .route(
            "/refused",
            get(move |visit: Visit| async move {
                refused.fetch_add(1, Ordering::Relaxed);
                full(&visit).map(|page| page.with_status(StatusCode::UNPROCESSABLE_ENTITY))
            }),
        );
    let app = door(routes);
    for _ in 0..2 {
        assert_eq!(read(&app, "/cookie").await.header(SET_COOKIE), "a=b");
        let refused = read(&app, "/refused").await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.header(CACHE_CONTROL), "no-store");
    }
    assert_eq!(count.load(Ordering::Relaxed), 4);
}

#[tokio::test]
async fn the_cache_stays_within_its_bytes_and_lets_the_oldest_go() {
    let count: Arc<AtomicU32> = Arc::default();
    let one_page = read(&door(counted(Audience::Everyone, &count)), "/page").await.body.len();
    let limit = one_page * 2 * 3 + 200;
    let app = front(counted(Audience::Everyone, &count), Front::new(Generation::default(), limit, Scheme::Http));
    for path in ["/page?n=1", "/page?n=2", "/page?n=3", "/page?n=4"] {
        read(&app, path).await;
    }
    let before = count.load(Ordering::Relaxed);
    read(&app, "/page?n=4").await;
    read(&app, "/page?n=3").await;
    assert_eq!(count.load(Ordering::Relaxed), before, "the newest are kept");
    read(&app, "/page?n=1").await;
    assert_eq!(count.load(Ordering::Relaxed), before + 1, "the oldest was let go");
}

#[tokio::test]
async fn a_reader_who_has_the_page_is_told_so_in_any_coding() {
    let app = door(full_page());
    let first = read(&app, "/page").await;
    let etag = first.header(ETAG).to_owned();
    assert!(etag.starts_with("W/\""));
    for sent in [etag.clone(), format!("\"other\", {etag}"), "*".to_owned()] {
        let headers = [("if-none-match", sent.as_str()), ("accept-encoding", "br")];
        let again = send(&app, "GET", "/page", &headers).await;
        assert_eq!((again.status, again.body.len()), (StatusCode::NOT_MODIFIED, 0), "{sent}");
        assert_eq!(again.header(ETAG), etag);
    }
    let changed = send(&app, "GET", "/page", &[("if-none-match", "\"other\"")]).await;
    assert_eq!(changed.status, StatusCode::OK);
}

#[tokio::test]
async fn head_has_the_headers_of_the_page_and_no_body() {
    let app = door(full_page());
    let whole = read(&app, "/page").await;
    let head = send(&app, "HEAD", "/page", &[]).await;
    assert_eq!((head.status, head.body.len()), (StatusCode::OK, 0));
    assert_eq!(head.header(CONTENT_LENGTH), whole.body.len().to_string());
}

#[tokio::test]
async fn a_download_keeps_its_name_and_its_figures() {
    let csv = "measure,area\n".repeat(100);
    let expected = csv.clone();
    let routes = Router::new().route(
        "/data/figures.csv",
        get(|| async { Download::new("text/csv; charset=utf-8", csv, Audience::Everyone).named("số liệu.csv") }),
    );
    let answer = send(&door(routes), "GET", "/data/figures.csv", &[("accept-encoding", "br")]).await;
    assert_eq!(answer.header(CONTENT_DISPOSITION), "attachment; filename=\"s__li_u.csv\"");
    assert_eq!(answer.header(CONTENT_TYPE), "text/csv; charset=utf-8");
    assert_eq!(unpacked(&answer.body, "br"), expected.as_bytes());
    assert!(answer.header(ETAG).starts_with("W/"));
}

#[tokio::test]
async fn the_script_of_the_desk_is_kept_for_good_under_an_address_of_its_own() {
    let app = door(assets::routes());
    let answer = read(&app, assets::desk_script()).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header(CACHE_CONTROL), "public, max-age=31536000, immutable");
    assert!(sample::desk(Lang::Vi).contains(assets::desk_script()));
    assert!(!sample::everything(Lang::Vi).contains("<script"));
}

/// A handler that panics.
async fn broken() -> Response {
    panic!("on purpose")
}

#[derive(serde::Deserialize)]
struct Wanted {
    year: u16,
}

fn failing() -> Router {
    let problem = || Problem::new("figure-too-high", "Số này lớn hơn số dân", "Kiểm tra lại số đã nhập");
    let cause = || "the disk is full".to_owned();
    Router::new()
        .route("/bad-request", get(|| async { Failure::BadRequest }))
        .route("/conflict", get(|| async { Failure::Conflict(None) }))
        .route("/conflict-known", get(move || async move { Failure::conflict(problem()) }))
        .route("/too-large", get(|| async { Failure::TooLarge }))
        .route("/form-refused", get(|| async { Failure::FormRefused }))
        .route("/unprocessable", get(|| async { Failure::Unprocessable(None) }))
        .route("/too-many", get(|| async { Failure::TooMany }))
        .route("/internal", get(move || async move { Failure::Internal { cause: cause() } }))
        .route("/unavailable", get(move || async move { Failure::Unavailable { cause: cause() } }))
        .route("/panic", get(broken))
        .route("/forbidden", get(|| async { StatusCode::FORBIDDEN }))
        .route("/year", get(|Query(wanted): Query<Wanted>| async move { wanted.year.to_string() }))
        .route("/api/v1/conflict", get(|| async { Failure::Conflict(None) }))
}

#[tokio::test]
async fn every_failure_has_a_status_a_code_and_words_in_both_languages() {
    let app = door(failing());
    let paths = [
        "/bad-request",
        "/nothing-here",
        "/forbidden",
        "/conflict",
        "/conflict-known",
        "/too-large",
        "/form-refused",
        "/unprocessable",
        "/too-many",
        "/internal",
        "/unavailable",
        "/panic",
        "/year?year=x",
    ];
    let mut seen = String::new();
    for path in paths {
        for lang in ["", "/en"] {
            let answer = read(&app, &format!("{lang}{path}")).await;
            let between = |before: &str, after: &str| {
                let rest = answer.text().split(before).nth(1).unwrap();
                rest.split(after).next().unwrap().to_owned()
            };
            let what = between("<h1", "</h1>");
            let what = what.split('>').nth(1).unwrap();
            let code = between("<code>", "</code>");
            seen.push_str(&format!("{} {lang}{path} {code}: {what}\n", answer.status.as_u16()));
            assert_eq!(answer.header(CACHE_CONTROL), "no-store");
            assert!(!answer.text().contains("disk"), "a cause is for the log");
        }
    }
    expect![[r#"
        400 /bad-request request-malformed: Máy chủ không hiểu yêu cầu này
        400 /en/bad-request request-malformed: The server does not understand this request
        404 /nothing-here page-not-found: Không tìm thấy trang
        404 /en/nothing-here page-not-found: Page not found
        404 /forbidden page-not-found: Không tìm thấy trang
        404 /en/forbidden page-not-found: Page not found
        409 /conflict changed-by-another: Đã có người sửa trước bạn
        409 /en/conflict changed-by-another: Someone changed this before you
        409 /conflict-known figure-too-high: Số này lớn hơn số dân
        409 /en/conflict-known figure-too-high: Số này lớn hơn số dân
        413 /too-large request-too-large: Tệp hoặc biểu mẫu quá lớn
        413 /en/too-large request-too-large: The file or form is too large
        422 /form-refused form-refused: Biểu mẫu này không còn hiệu lực
        422 /en/form-refused form-refused: This form is no longer valid
        422 /unprocessable input-refused: Chưa ghi được vì có điều cần sửa
        422 /en/unprocessable input-refused: Not saved, because something needs to be corrected
        429 /too-many requests-too-many: Quá nhiều yêu cầu trong thời gian ngắn
        429 /en/too-many requests-too-many: Too many requests in a short time
        500 /internal server-error: Máy chủ gặp lỗi
        500 /en/internal server-error: The server met an error
        503 /unavailable server-busy: Hệ thống tạm dừng nhận yêu cầu
        503 /en/unavailable server-busy: The system is not taking requests for a moment
        500 /panic server-error: Máy chủ gặp lỗi
        500 /en/panic server-error: The server met an error
        400 /year?year=x request-malformed: Máy chủ không hiểu yêu cầu này
        400 /en/year?year=x request-malformed: The server does not understand this request
    "#]]
    .assert_eq(&seen);
}

#[tokio::test]
async fn what_is_forbidden_looks_exactly_like_what_is_missing() {
    let routes = Router::new().route("/areas/{id}", get(|| async { StatusCode::FORBIDDEN }));
    let forbidden = read(&door(routes), "/areas/x1").await;
    let missing = read(&door(Router::new()), "/areas/x1").await;
    assert_eq!(forbidden.status, missing.status);
    assert_eq!(forbidden.headers, missing.headers);
    assert_eq!(forbidden.body, missing.body);
}

#[tokio::test]
async fn a_wrong_method_keeps_its_status_and_names_the_right_ones() {
    let answer = send(&door(full_page()), "DELETE", "/page", &[]).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.header(ALLOW), "GET,HEAD");
}

#[tokio::test]
async fn the_api_is_told_in_json() {
    let answer = read(&door(failing()), "/en/api/v1/conflict").await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(answer.header(CONTENT_TYPE), "application/json");
    let json: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
    assert_eq!(json["code"], "changed-by-another");
    assert_eq!(json["what"], "Someone changed this before you");
}

#[tokio::test]
async fn a_form_of_another_site_is_refused_before_any_route_sees_it() {
    let app = door(Router::new().route("/write", post(|| async { "written" })));
    let sent: [(&[(&str, &str)], bool); 8] = [
        (&[("sec-fetch-site", "same-origin")], true),
        (&[("sec-fetch-site", "none")], true),
        (&[("sec-fetch-site", "cross-site")], false),
        (&[("sec-fetch-site", "same-site"), ("origin", "http://a.vn"), ("host", "a.vn")], false),
        (&[("origin", "http://a.vn:80"), ("host", "a.vn:80")], true),
        (&[("origin", "http://b.vn"), ("host", "a.vn")], false),
        (&[("origin", "null"), ("host", "a.vn")], false),
        (&[("host", "a.vn")], true),
    ];
    for (headers, allowed) in sent {
        let answer = send(&app, "POST", "/write", headers).await;
        let expected = if allowed { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        assert_eq!(answer.status, expected, "{headers:?}");
        assert_eq!(answer.text() == "written", allowed);
    }
}

#[test]
fn the_session_cookie_is_bound_to_the_host_over_https() {
    let token = SessionToken::new([7; 32]);
    let secure = SessionCookie::new(Scheme::Https);
    let local = SessionCookie::new(Scheme::Http);
    expect![
        "__Host-ansinh-session=BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc; Path=/; HttpOnly; SameSite=Strict; Secure"
    ]
    .assert_eq(secure.start(&token).to_str().unwrap());
    expect!["ansinh-session=BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc; Path=/; HttpOnly; SameSite=Strict"]
        .assert_eq(local.start(&token).to_str().unwrap());
    expect!["__Host-ansinh-session=; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=0"]
        .assert_eq(secure.forget().to_str().unwrap());
}

#[test]
fn the_session_is_read_from_its_own_cookie_only() {
    let token = SessionToken::new([9; 32]);
    let cookie = SessionCookie::new(Scheme::Https);
    let read = |text: String| {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, text.parse().unwrap());
        cookie.read(&headers)
    };
    let value = token.as_str();
    assert_eq!(read(format!("a=b; __Host-ansinh-session={value}; c=d")), Some(token.clone()));
    assert_eq!(read(format!("ansinh-session={value}")), None);
    assert_eq!(read(format!("x__Host-ansinh-session={value}")), None);
    assert_eq!(read("__Host-ansinh-session=short".into()), None);
}

#[test]
fn secrets_are_never_written_for_debugging() {
    let token = SessionToken::new([1; 32]);
    let csrf = CsrfToken::of(&token);
    let written = format!("{token:?} {csrf:?}");
    assert!(!written.contains(token.as_str()) && !written.contains(csrf.as_str()));
}

#[test]
fn a_form_token_fits_its_own_session_only() {
    let (mine, other) = (SessionToken::new([1; 32]), SessionToken::new([2; 32]));
    let token = CsrfToken::of(&mine);
    assert!(token.matches(CsrfToken::of(&mine).as_str()));
    assert!(!token.matches(CsrfToken::of(&other).as_str()));
    assert!(!token.matches(""));
    assert!(!token.as_str().contains(mine.as_str()));
}

#[test]
fn a_form_key_is_read_back_and_nothing_else_is() {
    let key = FormKey::new([255; 16]);
    assert_eq!(FormKey::parse(key.as_str()), Some(key));
    for wrong in ["", "short", "UPPERCASEUPPERCASEUPPERCA", "with-a-dash-with-a-dash-wi", "0189018901890189018901890"] {
        assert_eq!(FormKey::parse(wrong), None, "{wrong}");
    }
}
