//! `/agencies`: every agency.

pub mod agency;

use ansinh_app::App;
use ansinh_app::plan::AgencyLine;
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::files::{Datum, Form, Sheet};
use super::say::Say;
use super::{Answer, frame, say};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;

#[derive(Template)]
#[template(path = "portal/agencies/index.html")]
struct AgenciesPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    lines: Vec<AgencyLine<'a>>,
    csv: String,
    json: String,
}

const COLUMNS: &[&str] = &["agency", "name", "kind", "level", "exists", "targets_led", "targets_joined"];

/// The list of agencies.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let crumbs = vec![Crumb::to(&visit, "/", f.w.home), Crumb::here(s.p.agencies_title)];
    let (csv, json) = (visit.href("/agencies.csv"), visit.href("/agencies.json"));
    Ok(Page::for_everyone(&AgenciesPage { f, s, crumbs, lines: app.list_agencies(), csv, json })?.into_response())
}

/// The same as CSV.
pub async fn csv(State(app): State<App>, visit: Visit) -> Answer {
    Ok(sheet(&app, &say(&app, &visit)).answer(Form::Csv, &say(&app, &visit)))
}

/// The same as JSON.
pub async fn json(State(app): State<App>, visit: Visit) -> Answer {
    Ok(sheet(&app, &say(&app, &visit)).answer(Form::Json, &say(&app, &visit)))
}

fn sheet(app: &App, s: &Say<'_>) -> Sheet {
    let whole = |count: usize| Datum::Whole(i64::try_from(count).unwrap_or(i64::MAX));
    let row = |line: AgencyLine<'_>| {
        vec![
            Datum::text(line.agency.id.as_str()),
            Datum::text(s.agency_now(&line.agency.id)),
            Datum::text(line.agency.kind.as_str()),
            Datum::text(line.agency.level.as_str()),
            Datum::text(if line.exists { "yes" } else { "no" }),
            whole(line.leads),
            whole(line.joins),
        ]
    };
    Sheet { name: "agencies".to_owned(), columns: COLUMNS, rows: app.list_agencies().into_iter().map(row).collect() }
}
