//! `/`: what this is, how the targets stand, and where to begin.

use ansinh_app::App;
use ansinh_app::plan::Overview;
use ansinh_domain::target::Evidence;
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::say::Say;
use super::{Answer, frame, say};
use crate::http::{Page, Visit};
use crate::layout::Frame;

#[derive(Template)]
#[template(path = "portal/home.html")]
struct HomePage<'a> {
    f: Frame,
    s: Say<'a>,
    o: Overview<'a>,
}

/// The home page.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let overview = app.overview().await?;
    let template = HomePage { f: frame(&app, &visit).await?, s: say(&app, &visit), o: overview };
    Ok(Page::for_everyone(&template)?.into_response())
}
