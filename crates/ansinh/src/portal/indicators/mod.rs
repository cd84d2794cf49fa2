//! `/indicators`: every indicator.

pub mod indicator;

use ansinh_app::App;
use ansinh_packs::indicator::Indicator;
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::say::Say;
use super::{Answer, frame, say};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;

#[derive(Template)]
#[template(path = "portal/indicators/index.html")]
struct IndicatorsPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    indicators: Vec<&'a Indicator>,
}

/// The list of indicators.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let crumbs = vec![Crumb::to(&visit, "/", f.w.home), Crumb::here(s.p.indicators_title)];
    Ok(Page::for_everyone(&IndicatorsPage { f, s, crumbs, indicators: app.list_indicators() })?.into_response())
}
