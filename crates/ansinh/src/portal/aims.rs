//! `/aims/{id}`: one aim with everything known of it; its files as for a target.

use ansinh_app::App;
use ansinh_app::plan::{AimPage as Model, Shown};
use ansinh_kernel::id::AimId;
use ansinh_packs::indicator::Measure;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;

use super::draw::{self, Map, Years};
use super::files::Form;
use super::map::{Choice, map_href, map_sheet, map_title};
use super::say::Say;
use super::{Answer, figure_sheet, frame, leaf, parse, say};
use crate::chart::Svg;
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;

#[derive(Template)]
#[template(path = "portal/aims/aim.html")]
struct AimPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    chart: Option<Svg>,
    made_chart: Option<Svg>,
    map: Option<Svg>,
    map_title: String,
    map_csv: String,
    map_json: String,
    judged: Vec<&'a Measure>,
    csv: String,
    json: String,
    t: Model<'a>,
}

impl AimPage<'_> {
    fn is_beside(&self, measure: &Measure) -> bool {
        !self.t.standing.aim.measures.contains(&measure.id)
    }
}

/// One aim, as a page or a file.
pub async fn page(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(choice): Query<Choice>,
) -> Answer {
    let (id, form): (AimId, Form) = leaf(&id)?;
    let model = app.read_aim(&id, &choice.read()).await?;
    let s = say(&app, &visit);
    if form != Form::Page {
        let beside = |shown: &Shown<'_>| !model.standing.aim.measures.contains(&shown.measure.id);
        let concept = |shown: &Shown<'_>| if beside(shown) { s.p.other_concept } else { "" };
        return Ok(figure_sheet(&s, id.as_str(), &model.figures, &model.missing, concept).answer(form, &s));
    }
    let f = frame(&app, &visit).await?.with_charts();
    Ok(Page::for_everyone(&build(&visit, f, s, model))?.into_response())
}

/// The figures of the map as CSV.
pub async fn areas_csv(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(choice): Query<Choice>,
) -> Answer {
    areas(&app, &visit, &id, &choice, Form::Csv).await
}

/// The figures of the map as JSON.
pub async fn areas_json(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(choice): Query<Choice>,
) -> Answer {
    areas(&app, &visit, &id, &choice, Form::Json).await
}

async fn areas(app: &App, visit: &Visit, id: &str, choice: &Choice, form: Form) -> Answer {
    let model = app.read_aim(&parse(id)?, &choice.read()).await?;
    map_sheet(&say(app, visit), &format!("{id}-areas"), model.map.as_ref(), form)
}

fn build<'a>(visit: &Visit, f: Frame, s: Say<'a>, t: Model<'a>) -> AimPage<'a> {
    let aim = t.standing.aim;
    let crumbs = vec![
        Crumb::to(visit, "/", f.w.home),
        Crumb::to(visit, &format!("/plans/{}/aims", t.standing.plan.id), s.p.aims),
        Crumb::here(s.text(&aim.title)),
    ];
    let file = |ending: &str| visit.href(&format!("/aims/{}.{ending}", aim.id));
    let map_file = |ending: &str| {
        t.map
            .as_ref()
            .map_or_else(String::new, |view| map_href(visit, &format!("/aims/{}/areas.{ending}", aim.id), view))
    };
    let map_title = t.map.as_ref().map_or_else(String::new, |view| map_title(&s, view));
    let illustrative = t
        .map
        .as_ref()
        .is_some_and(|view| view.cells.iter().any(|cell| cell.shown.as_ref().is_some_and(Shown::is_illustrative)));
    let about = Map { id: "tiles", title: &map_title, table: "by-area", illustrative };
    AimPage {
        chart: chart(&s, &t, "official-chart", s.p.series_official, false),
        made_chart: chart(&s, &t, "made-chart", s.p.series_made, true),
        map: t.map.as_ref().and_then(|view| draw::map(&s, &about, &view.cells)),
        map_csv: map_file("csv"),
        map_json: map_file("json"),
        map_title,
        judged: s.measures(&aim.measures),
        csv: file("csv"),
        json: file("json"),
        f,
        s,
        crumbs,
        t,
    }
}

fn chart(s: &Say<'_>, t: &Model<'_>, id: &str, title: &str, made: bool) -> Option<Svg> {
    let figures: Vec<&Shown<'_>> =
        t.figures.iter().filter(|one| one.is_illustrative() == made && one.value().is_some()).collect();
    if figures.is_empty() {
        return None;
    }
    let title = format!("{}: {title}", s.text(&t.standing.aim.title));
    let about = Years {
        id,
        title: &title,
        unit: s.text(&t.standing.unit.symbol),
        target: None,
        path: std::collections::BTreeMap::new(),
    };
    draw::years(s, &about, figures, |measure| s.text(&measure.name).to_owned())
}
