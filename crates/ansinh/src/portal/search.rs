//! `/search?q=`: anything by name, with or without diacritics.

use ansinh_app::App;
use ansinh_app::plan::Hits;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::IntoResponse;
use serde::Deserialize;

use super::say::Say;
use super::{Answer, frame, say};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::words::fill;

#[derive(Template)]
#[template(path = "portal/search.html")]
struct SearchPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    title: String,
    query: String,
    hits: Hits<'a>,
}

/// What is searched for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    q: String,
}

/// The results. Never kept: what people type is theirs.
pub async fn page(State(app): State<App>, visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let query = ansinh_kernel::text::tidy(&asked.q);
    let hits = app.search(&query);
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let title =
        if query.is_empty() { s.p.search_empty_title.to_owned() } else { fill(s.p.search_title, &[("query", &query)]) };
    let crumbs = vec![Crumb::to(&visit, "/", f.w.home), Crumb::here(f.w.search)];
    Ok(Page::for_one_visit(&SearchPage { f, s, crumbs, title, query, hits })?.into_response())
}
