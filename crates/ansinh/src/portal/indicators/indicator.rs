//! `/indicators/{id}`: what its measures count exactly, and their figures, as a page or a file.

use ansinh_app::App;
use ansinh_app::plan::{IndicatorPage as Model, Shown};
use ansinh_kernel::id::IndicatorId;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;

use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::files::Form;
use crate::portal::say::Say;
use crate::portal::{Answer, figure_sheet, frame, leaf, say};

#[derive(Template)]
#[template(path = "portal/indicators/indicator.html")]
struct IndicatorPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    has_made: bool,
    csv: String,
    json: String,
    t: Model<'a>,
}

/// One indicator.
pub async fn page(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let (id, form): (IndicatorId, Form) = leaf(&id)?;
    let model = app.read_indicator(&id).await?;
    let s = say(&app, &visit);
    let figures: Vec<Shown<'_>> = model.measures.iter().flat_map(|one| one.figures.iter().cloned()).collect();
    if form != Form::Page {
        return Ok(figure_sheet(&s, id.as_str(), &figures, &[], |_| "").answer(form, &s));
    }
    let f = frame(&app, &visit).await?;
    let crumbs = vec![
        Crumb::to(&visit, "/", f.w.home),
        Crumb::to(&visit, "/indicators", s.p.indicators_title),
        Crumb::here(s.text(&model.indicator.name)),
    ];
    let has_made = figures.iter().any(Shown::is_illustrative);
    let file = |ending: &str| visit.href(&format!("/indicators/{id}.{ending}"));
    let (csv, json) = (file("csv"), file("json"));
    Ok(Page::for_everyone(&IndicatorPage { f, s, crumbs, has_made, csv, json, t: model })?.into_response())
}
