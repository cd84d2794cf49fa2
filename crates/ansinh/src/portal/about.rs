//! `/about`: how targets are judged, what is withheld, and how to verify it all.

use ansinh_app::App;
use ansinh_domain::target::{Band, BandThresholds, Rule};
use ansinh_kernel::figure::CellState;
use ansinh_store::audit::Checkpoint;
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::say::Say;
use super::{Answer, frame, say};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::words::fill;

#[derive(Template)]
#[template(path = "portal/about.html")]
struct AboutPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    bands_text: String,
    bands: &'static [Band],
    rules: &'static [Rule],
    states: [CellState; 4],
    digest: String,
    checkpoint: Checkpoint,
}

/// The method.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let checkpoint = app.checkpoint().await?;
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let crumbs = vec![Crumb::to(&visit, "/", f.w.home), Crumb::here(s.p.about_title)];
    let thresholds = BandThresholds::default();
    let (on_track, slow) = (s.share(&thresholds.on_track()), s.share(&thresholds.slow()));
    let template = AboutPage {
        bands_text: fill(s.p.about_bands_text, &[("on_track", &on_track), ("slow", &slow)]),
        bands: Band::ALL,
        rules: Rule::ALL,
        states: [CellState::Missing, CellState::NotApplicable, CellState::NotYetDue, CellState::Withheld],
        digest: app.packs_digest().to_string(),
        checkpoint,
        f,
        s,
        crumbs,
    };
    Ok(Page::for_everyone(&template)?.into_response())
}
