//! `/plans/{plan}/aims`: what the plan asks without a figure.

use ansinh_app::App;
use ansinh_app::plan::{AimList, AimStanding, JudgedAim};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};

use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::files::{Datum, Form, Sheet, label};
use crate::portal::say::Say;
use crate::portal::{Answer, frame, parse, say};

#[derive(Template)]
#[template(path = "portal/plans/aims.html")]
struct AimsPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    l: AimList<'a>,
    has_made: bool,
    csv: String,
    json: String,
}

const COLUMNS: &[&str] =
    &["plan", "aim", "clause", "title", "asked", "base_year", "origin", "label", "course", "explanation"];

/// The aims of a plan.
pub async fn page(State(app): State<App>, visit: Visit, Path(plan): Path<String>) -> Answer {
    let list = app.list_aims(&parse(&plan)?).await?;
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let mut crumbs = super::crumbs(&visit, &f, &s, list.plan);
    crumbs.push(Crumb::here(s.p.aims));
    let has_made = list.aims.iter().any(|one| one.illustrative.is_some());
    let file = |ending: &str| visit.href(&format!("/plans/{}/aims.{ending}", list.plan.id));
    let (csv, json) = (file("csv"), file("json"));
    Ok(Page::for_everyone(&AimsPage { f, s, crumbs, l: list, has_made, csv, json })?.into_response())
}

/// The same as CSV.
pub async fn csv(State(app): State<App>, visit: Visit, Path(plan): Path<String>) -> Answer {
    file(&app, &visit, &plan, Form::Csv).await
}

/// The same as JSON.
pub async fn json(State(app): State<App>, visit: Visit, Path(plan): Path<String>) -> Answer {
    file(&app, &visit, &plan, Form::Json).await
}

async fn file(app: &App, visit: &Visit, plan: &str, form: Form) -> Answer {
    let list = app.list_aims(&parse(plan)?).await?;
    let s = say(app, visit);
    let rows = list.aims.iter().flat_map(|one| rows(&s, one)).collect();
    let sheet = Sheet { name: format!("{}-aims", list.plan.id), columns: COLUMNS, rows };
    Ok::<Response, _>(sheet.answer(form, &s))
}

fn rows(s: &Say<'_>, one: &AimStanding<'_>) -> Vec<Vec<Datum>> {
    let judged = std::iter::once(&one.official).chain(&one.illustrative);
    judged.map(|judged| row(s, one, judged)).collect()
}

fn row(s: &Say<'_>, one: &AimStanding<'_>, judged: &JudgedAim<'_>) -> Vec<Datum> {
    vec![
        Datum::text(one.plan.id.as_str()),
        Datum::text(one.aim.id.as_str()),
        Datum::text(one.aim.clause.as_str()),
        Datum::text(s.text(&one.aim.title)),
        Datum::text(one.aim.direction.as_str()),
        Datum::text(one.aim.base_year.to_string()),
        Datum::text(judged.origin.as_str()),
        label(s, judged.origin == ansinh_kernel::figure::Origin::Illustrative),
        Datum::text(judged.judgement.course.as_str()),
        Datum::text(s.sentence(&judged.judgement.words, one.unit)),
    ]
}
