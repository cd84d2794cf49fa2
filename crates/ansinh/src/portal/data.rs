//! `/data`: every table that can be downloaded.

use ansinh_app::App;
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
#[template(path = "portal/data.html")]
struct DataPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    /// Name and address without its ending.
    tables: Vec<(String, String)>,
}

/// The list of files.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let crumbs = vec![Crumb::to(&visit, "/", f.w.home), Crumb::here(s.p.data_title)];
    let tables = tables(&app, &s);
    Ok(Page::for_everyone(&DataPage { f, s, crumbs, tables })?.into_response())
}

fn tables(app: &App, s: &Say<'_>) -> Vec<(String, String)> {
    let mut tables = Vec::new();
    for plan in app.list_plans() {
        tables.push((s.p.data_targets.to_owned(), format!("/plans/{}/targets", plan.id)));
        tables.push((s.p.aims.to_owned(), format!("/plans/{}/aims", plan.id)));
        let target = |title: &str| fill(s.p.data_of_target, &[("name", title)]);
        tables.extend(plan.targets.iter().map(|one| (target(s.text(&one.title)), format!("/targets/{}", one.id))));
        let aim = |title: &str| fill(s.p.data_of_aim, &[("name", title)]);
        tables.extend(plan.aims.iter().map(|one| (aim(s.text(&one.title)), format!("/aims/{}", one.id))));
    }
    tables.push((s.p.data_areas.to_owned(), "/areas".to_owned()));
    tables.push((s.p.agencies_title.to_owned(), "/agencies".to_owned()));
    tables
}
