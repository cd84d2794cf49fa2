//! `/areas/{id}`: one area through time with its figures; `/areas/{id}.csv` and `.json` all of them.

use ansinh_app::App;
use ansinh_app::plan::{AreaPage as Model, Shown};
use ansinh_kernel::area::AreaId;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use serde::Deserialize;

use crate::chart::Svg;
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::draw::{self, Map};
use crate::portal::files::Form;
use crate::portal::say::Say;
use crate::portal::{Answer, choice, figure_sheet, frame, leaf, say};
use crate::words::fill;

#[derive(Template)]
#[template(path = "portal/areas/area.html")]
struct AreaPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    has_made: bool,
    /// The group it lives on as.
    continued: Option<&'a AreaId>,
    /// Reasons with their periods.
    refused: Vec<(String, String)>,
    map: Option<Svg>,
    map_title: String,
    csv: String,
    json: String,
    t: Model<'a>,
}

/// What the map shows.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    measure: Option<String>,
}

/// One area, as a page or a file.
pub async fn page(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(chosen): Query<Chosen>,
) -> Answer {
    let (id, form): (AreaId, Form) = leaf(&id)?;
    let measure = choice(chosen.measure.as_deref());
    let model = app.read_area(&id, measure.as_ref()).await?;
    let s = say(&app, &visit);
    if form != Form::Page {
        return Ok(figure_sheet(&s, id.as_str(), &model.figures, &[], |_| "").answer(form, &s));
    }
    let f = frame(&app, &visit).await?;
    Ok(Page::for_everyone(&build(&visit, f, s, model))?.into_response())
}

fn build<'a>(visit: &Visit, f: Frame, s: Say<'a>, t: Model<'a>) -> AreaPage<'a> {
    let mut crumbs = vec![Crumb::to(visit, "/", f.w.home), Crumb::to(visit, "/areas", s.p.areas_title)];
    crumbs.extend(
        t.chain.iter().map(|above| Crumb::to(visit, &format!("/areas/{}", above.id), s.area_on(&above.id, &t.day))),
    );
    crumbs.push(Crumb::here(s.area_on(&t.area.id, &t.day)));
    let map_title = t.map.as_ref().map_or_else(String::new, |view| {
        let (measure, period) = (s.text(&view.measure.name), s.in_words(&view.period));
        fill(s.p.map_title, &[("measure", measure), ("period", &period), ("areas", s.p.parts)])
    });
    let about = Map { id: "tiles", title: &map_title, table: "by-part" };
    let map = t.map.as_ref().and_then(|view| draw::map(&s, &about, &view.cells));
    let file = |ending: &str| visit.href(&format!("/areas/{}.{ending}", t.area.id));
    AreaPage {
        has_made: t.latest.iter().any(Shown::is_illustrative),
        continued: s.packs.areas.continued_as(&t.area.id),
        refused: refused(&s, &t),
        csv: file("csv"),
        json: file("json"),
        f: if map.is_some() { f.with_charts() } else { f },
        map,
        map_title,
        s,
        crumbs,
        t,
    }
}

/// Each reason once, with the periods it concerns.
fn refused(s: &Say<'_>, t: &Model<'_>) -> Vec<(String, String)> {
    let mut reasons: Vec<(String, String)> = Vec::new();
    for one in &t.refused {
        let (why, period) = (s.obstacle(&one.obstacle), s.period(&one.period));
        match reasons.iter_mut().find(|(known, _)| *known == why) {
            Some((_, periods)) => {
                periods.push_str(", ");
                periods.push_str(&period);
            }
            None => reasons.push((why, period)),
        }
    }
    reasons
}
