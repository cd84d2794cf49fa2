//! `/agencies/{id}`: one agency, and what the plans ask of it, as a page or a file.

use ansinh_app::App;
use ansinh_app::plan::{AgencyPage as Model, Charge, Judged, Standing};
use ansinh_kernel::id::AgencyId;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;

use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::files::{Datum, Form, Sheet, label};
use crate::portal::say::Say;
use crate::portal::{Answer, frame, leaf, say};

#[derive(Template)]
#[template(path = "portal/agencies/agency.html")]
struct AgencyPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    has_made: bool,
    csv: String,
    json: String,
    t: Model<'a>,
}

const COLUMNS: &[&str] = &[
    "agency",
    "target",
    "title",
    "role",
    "from",
    "to",
    "holds_today",
    "assigned_by",
    "clause",
    "origin",
    "label",
    "band",
    "band_name",
];

/// One agency.
pub async fn page(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let (id, form): (AgencyId, Form) = leaf(&id)?;
    let model = app.read_agency(&id).await?;
    let s = say(&app, &visit);
    if form != Form::Page {
        let rows = model.duties.targets.iter().flat_map(|charge| rows(&s, &id, charge)).collect();
        return Ok(Sheet { name: format!("{id}-targets"), columns: COLUMNS, rows }.answer(form, &s));
    }
    let f = frame(&app, &visit).await?;
    let crumbs = vec![
        Crumb::to(&visit, "/", f.w.home),
        Crumb::to(&visit, "/agencies", s.p.agencies_title),
        Crumb::here(s.agency_now(&id)),
    ];
    let has_made = model.duties.targets.iter().any(|charge| charge.what.illustrative.is_some());
    let file = |ending: &str| visit.href(&format!("/agencies/{id}.{ending}"));
    let (csv, json) = (file("csv"), file("json"));
    Ok(Page::for_everyone(&AgencyPage { f, s, crumbs, has_made, csv, json, t: model })?.into_response())
}

fn rows(s: &Say<'_>, agency: &AgencyId, charge: &Charge<'_, Standing<'_>>) -> Vec<Vec<Datum>> {
    let standing = &charge.what;
    let judged = std::iter::once(&standing.official).chain(&standing.illustrative);
    let row = |judged: &Judged<'_>| {
        vec![
            Datum::text(agency.as_str()),
            Datum::text(standing.target.id.as_str()),
            Datum::text(s.text(&standing.target.title)),
            Datum::text(charge.role.as_str()),
            Datum::maybe(charge.valid.from().map(|date| date.to_string())),
            Datum::maybe(charge.valid.to().map(|date| date.to_string())),
            Datum::text(if charge.holds { "yes" } else { "no" }),
            Datum::text(charge.assigned_by.as_str()),
            Datum::maybe(charge.clause.map(|clause| clause.to_string())),
            Datum::text(judged.origin().as_str()),
            label(s, judged.is_illustrative()),
            Datum::text(judged.band().as_str()),
            Datum::text(judged.band().name(s.lang)),
        ]
    };
    judged.map(row).collect()
}
