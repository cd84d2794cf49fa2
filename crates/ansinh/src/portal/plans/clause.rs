//! `/plans/{plan}/clauses/{clause}`: one clause.

use ansinh_app::App;
use ansinh_app::plan::ClausePage as Model;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;

use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::say::Say;
use crate::portal::{Answer, frame, parse, say};

#[derive(Template)]
#[template(path = "portal/plans/clause.html")]
struct ClausePage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    t: Model<'a>,
}

/// One clause of a plan.
pub async fn page(State(app): State<App>, visit: Visit, Path((plan, clause)): Path<(String, String)>) -> Answer {
    let model = app.read_clause(&parse(&plan)?, &parse(&clause)?).await?;
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let mut crumbs = super::crumbs(&visit, &f, &s, model.plan);
    let address = |clause: &ansinh_kernel::legal::ClauseId| format!("/plans/{}/clauses/{clause}", model.plan.id);
    crumbs.extend(model.above.iter().map(|line| Crumb::to(&visit, &address(line.clause), line.clause.to_string())));
    crumbs.push(Crumb::here(model.line.clause.to_string()));
    Ok(Page::for_everyone(&ClausePage { f, s, crumbs, t: model })?.into_response())
}
