//! `/plans/{plan}/assignments`: who is told to do what.

use ansinh_app::App;
use ansinh_packs::plan::Plan;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;

use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::say::Say;
use crate::portal::{Answer, frame, parse, say};

#[derive(Template)]
#[template(path = "portal/plans/assignments.html")]
struct AssignmentsPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    title: String,
    plan: &'a Plan,
}

/// The assignments of a plan.
pub async fn page(State(app): State<App>, visit: Visit, Path(plan): Path<String>) -> Answer {
    let plan = app.read_assignments(&parse(&plan)?)?;
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let title = s.counted(s.p.assignments_title, &plan.assignments.len());
    let mut crumbs = super::crumbs(&visit, &f, &s, plan);
    crumbs.push(Crumb::here(s.p.assignments));
    Ok(Page::for_everyone(&AssignmentsPage { f, s, crumbs, title, plan })?.into_response())
}
