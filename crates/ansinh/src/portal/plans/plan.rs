//! `/plans/{plan}`: one plan as a tree by clause.

use ansinh_app::App;
use ansinh_app::plan::PlanPage as Model;
use ansinh_domain::target::Evidence;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;

use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::say::Say;
use crate::portal::{Answer, frame, parse, say};

#[derive(Template)]
#[template(path = "portal/plans/plan.html")]
struct PlanPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    /// The address of the list of targets.
    targets: String,
    nothing: usize,
    elsewhere: usize,
    t: Model<'a>,
}

/// One plan.
pub async fn page(State(app): State<App>, visit: Visit, Path(plan): Path<String>) -> Answer {
    let model = app.read_plan(&parse(&plan)?).await?;
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let mut crumbs = super::crumbs(&visit, &f, &s, model.plan);
    crumbs.pop();
    crumbs.push(Crumb::here(s.text(&model.plan.title)));
    let targets = format!("/plans/{}/targets", model.plan.id);
    let (nothing, elsewhere) = (model.with(Evidence::Nothing), model.with(Evidence::NotAtDeadline));
    Ok(Page::for_everyone(&PlanPage { f, s, crumbs, targets, nothing, elsewhere, t: model })?.into_response())
}
