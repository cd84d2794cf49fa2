//! How much one request costs at the door: a kept page in each coding, "not modified", and a page made anew.
#![allow(clippy::unwrap_used, missing_docs)]

use ansinh::http::{Failure, Front, Generation, Page, Scheme, Visit, front};
use ansinh::layout::{Footer, Frame};
use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::http::Request;
use axum::routing::get;
use divan::Bencher;
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt;

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "layout.html" %}{% block title %}Bảng{% endblock %}{% block main %}<h1>Bảng</h1><table>{% for row in rows %}<tr><th scope="row">Xã {{ row }}</th><td>{{ row * 37 }}</td><td>{{ row * 91 }}</td></tr>{% endfor %}</table>{% endblock %}"#
)]
struct Table {
    f: Frame,
    rows: Vec<u32>,
}

fn main() {
    divan::main();
}

fn app() -> (Runtime, Router) {
    let page = |visit: Visit| async move {
        let template = Table { f: Frame::new(&visit, Footer::default()), rows: (1..=159).collect() };
        if visit.query == "anew" { Page::for_one_visit(&template) } else { Page::for_everyone(&template) }
    };
    let routes = Router::new().route("/areas", get(page)).fallback(|| async { Failure::NotFound });
    let runtime = Builder::new_current_thread().build().unwrap();
    (runtime, front(routes, Front::new(Generation::default(), 1 << 24, Scheme::Http)))
}

fn ask(bencher: Bencher, path: &str, headers: &[(&str, &str)]) {
    let (runtime, app) = app();
    let request = || {
        let request = Request::builder().uri(path);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        request.body(Body::empty()).unwrap()
    };
    let warm = runtime.block_on(app.clone().oneshot(request())).unwrap();
    assert!(warm.status().is_success() || warm.status().is_redirection());
    bencher.with_inputs(request).bench_values(|request| runtime.block_on(app.clone().oneshot(request)).unwrap());
}

#[divan::bench(args = ["br", "gzip", "identity"])]
fn kept(bencher: Bencher, coding: &str) {
    ask(bencher, "/areas", &[("accept-encoding", coding)]);
}

#[divan::bench]
fn not_modified(bencher: Bencher) {
    ask(bencher, "/areas", &[("if-none-match", "*")]);
}

#[divan::bench(args = ["br", "gzip", "identity"])]
fn made_anew(bencher: Bencher, coding: &str) {
    ask(bencher, "/areas?anew", &[("accept-encoding", coding)]);
}
