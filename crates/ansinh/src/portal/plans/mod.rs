//! `/plans`: every plan.

pub mod aims;
pub mod assignments;
pub mod clause;
pub mod plan;

use ansinh_app::App;
use ansinh_packs::plan::Plan;
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::say::Say;
use super::{Answer, frame, say};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;

#[derive(Template)]
#[template(path = "portal/plans/index.html")]
struct PlansPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    plans: Vec<&'a Plan>,
}

/// The list of plans.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let crumbs = vec![Crumb::to(&visit, "/", f.w.home), Crumb::here(s.p.plans)];
    Ok(Page::for_everyone(&PlansPage { f, s, crumbs, plans: app.list_plans() })?.into_response())
}

/// The way from the home page to a plan.
fn crumbs(visit: &Visit, f: &Frame, s: &Say<'_>, plan: &Plan) -> Vec<Crumb> {
    vec![
        Crumb::to(visit, "/", f.w.home),
        Crumb::to(visit, "/plans", s.p.plans),
        Crumb::to(visit, &format!("/plans/{}", plan.id), s.text(&plan.title)),
    ]
}
