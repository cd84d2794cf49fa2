//! `/targets/{id}`: one target with everything known of it; `/targets/{id}.csv` and `.json` its figures,
//! `/targets/{id}/years.csv` and `.json` its judgement year by year, `/targets/{id}/areas.csv` and `.json` the map.

use std::collections::BTreeMap;

use ansinh_app::App;
use ansinh_app::plan::{Judged, MapAsk, MapView, Shown, Standing, TargetPage as Model};
use ansinh_domain::target::YearJudgement;
use ansinh_kernel::date::Year;
use ansinh_kernel::id::TargetId;
use ansinh_kernel::ratio::Ratio;
use ansinh_packs::indicator::Measure;
use ansinh_packs::target::TargetKind;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;

use crate::chart::{Svg, bullet};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::draw::{self, Map, Years};
use crate::portal::files::{Datum, Form, Sheet, label};
use crate::portal::map::{Choice, map_href, map_sheet, map_title};
use crate::portal::say::Say;
use crate::portal::{Answer, figure_sheet, frame, leaf, parse, say};

#[derive(Template)]
#[template(path = "portal/targets/target.html")]
struct TargetPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    bullet: Option<Svg>,
    made_bullet: Option<Svg>,
    legend: Svg,
    chart: Option<Svg>,
    made_chart: Option<Svg>,
    map: Option<Svg>,
    map_title: String,
    map_csv: String,
    map_json: String,
    judged: Vec<&'a Measure>,
    has_companions: bool,
    csv: String,
    json: String,
    years_csv: String,
    years_json: String,
    t: Model<'a>,
}

impl TargetPage<'_> {
    fn is_beside(&self, measure: &Measure) -> bool {
        self.t.is_companion(measure)
    }
}

/// One target, as a page or a file.
pub async fn page(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    Query(choice): Query<Choice>,
) -> Answer {
    let (id, form): (TargetId, Form) = leaf(&id)?;
    let model = app.read_target(&id, &choice.read()).await?;
    let s = say(&app, &visit);
    if form != Form::Page {
        let concept = |shown: &Shown<'_>| if model.is_companion(shown.measure) { s.p.other_concept } else { "" };
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
    let model = app.read_target(&parse(id)?, &choice.read()).await?;
    map_sheet(&say(app, visit), &format!("{id}-areas"), model.map.as_ref(), form)
}

const YEAR_COLUMNS: &[&str] = &[
    "target",
    "measure",
    "origin",
    "label",
    "year",
    "base_year",
    "base",
    "path",
    "actual",
    "share",
    "band",
    "band_name",
    "rule",
    "rule_name",
    "unit",
    "explanation",
];

/// The judgement of each year as CSV.
pub async fn years_csv(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    years(&app, &visit, &id, Form::Csv).await
}

/// The judgement of each year as JSON.
pub async fn years_json(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    years(&app, &visit, &id, Form::Json).await
}

async fn years(app: &App, visit: &Visit, id: &str, form: Form) -> Answer {
    let model = app.read_target(&parse(id)?, &MapAsk::default()).await?;
    let s = say(app, visit);
    let standing = &model.standing;
    let judged = std::iter::once(&standing.official).chain(&standing.illustrative);
    let rows = judged
        .flat_map(|judged| judged.judgement.years.iter().map(|year| year_row(&s, standing, judged, year)))
        .collect();
    Ok(Sheet { name: format!("{id}-years"), columns: YEAR_COLUMNS, rows }.answer(form, &s))
}

fn year_row(s: &Say<'_>, standing: &Standing<'_>, judged: &Judged<'_>, year: &YearJudgement) -> Vec<Datum> {
    let number = |number: Option<Ratio>| number.map_or(Datum::Empty, Datum::number);
    let base = year.base.or(judged.judgement.base);
    vec![
        Datum::text(standing.target.id.as_str()),
        Datum::text(judged.measure.id.as_str()),
        Datum::text(judged.origin().as_str()),
        label(s, judged.is_illustrative()),
        Datum::text(year.year.to_string()),
        Datum::maybe(base.map(|base| base.year.to_string())),
        number(base.map(|base| base.value)),
        number(year.path),
        number(year.actual),
        number(year.achievement),
        Datum::text(year.band.as_str()),
        Datum::text(year.band.name(s.lang)),
        Datum::text(year.rule.as_str()),
        Datum::text(year.rule.name(s.lang)),
        Datum::text(s.text(&standing.unit.name)),
        Datum::text(s.sentence(&year.words, standing.unit)),
    ]
}

fn build<'a>(visit: &Visit, f: Frame, s: Say<'a>, t: Model<'a>) -> TargetPage<'a> {
    let target = t.standing.target;
    let crumbs = vec![
        Crumb::to(visit, "/", f.w.home),
        Crumb::to(visit, "/targets", f.w.targets),
        Crumb::here(s.text(&target.title)),
    ];
    let file = |ending: &str| visit.href(&format!("/targets/{}{ending}", target.id));
    let map_file = |ending: &str| {
        t.map
            .as_ref()
            .map_or_else(String::new, |view| map_href(visit, &format!("/targets/{}/areas.{ending}", target.id), view))
    };
    let map_title = t.map.as_ref().map_or_else(String::new, |view| map_title(&s, view));
    TargetPage {
        bullet: draw::bullet(&s, "bullet", &t.standing, &t.standing.official),
        made_bullet: t
            .standing
            .illustrative
            .as_ref()
            .and_then(|made| draw::bullet(&s, "made-bullet", &t.standing, made)),
        legend: bullet::legend(visit.lang),
        chart: chart(&s, &t, false),
        made_chart: chart(&s, &t, true),
        map: t.map.as_ref().and_then(|view| draw_map(&s, &map_title, view)),
        map_title,
        map_csv: map_file("csv"),
        map_json: map_file("json"),
        judged: s.measures(&target.measures),
        has_companions: t.figures.iter().any(|one| t.is_companion(one.measure)),
        csv: file(".csv"),
        json: file(".json"),
        years_csv: file("/years.csv"),
        years_json: file("/years.json"),
        f,
        s,
        crumbs,
        t,
    }
}

/// The chart of the official figures, or that of the illustrative ones.
fn chart(s: &Say<'_>, t: &Model<'_>, made: bool) -> Option<Svg> {
    let target = t.standing.target;
    let figures = || t.figures.iter().filter(|one| one.is_illustrative() == made);
    if figures().all(|one| one.value().is_none()) {
        return None;
    }
    let (id, word) = if made { ("made-chart", s.p.series_made) } else { ("official-chart", s.p.series_official) };
    let judged = if made { t.standing.illustrative.as_ref() } else { Some(&t.standing.official) };
    let title = format!("{}: {word}", s.text(&target.title));
    let about = Years {
        id,
        title: &title,
        unit: s.text(&t.standing.unit.symbol),
        target: level_asked(&target.kind),
        path: judged.map(|judged| path_of(&target.kind, judged)).unwrap_or_default(),
    };
    let name = |measure: &Measure| {
        let beside = if t.is_companion(measure) { format!(", {}", s.p.other_concept) } else { String::new() };
        format!("{}{beside}", s.text(&measure.name))
    };
    draw::years(s, &about, figures(), name)
}

/// The level drawn across a chart of yearly figures; a sum or a fall has none.
fn level_asked(kind: &TargetKind) -> Option<Ratio> {
    match kind {
        TargetKind::Level { value, .. }
        | TargetKind::Limit { value, .. }
        | TargetKind::Count { value, .. }
        | TargetKind::Range { low: value, .. }
        | TargetKind::Approximate { value, .. } => Some(value.to_ratio()),
        TargetKind::Cumulative { yearly, .. } => Some(yearly.to_ratio()),
        TargetKind::EveryArea { wanted } => Some(Ratio::from_int(if *wanted { 100 } else { 0 })),
        TargetKind::YearlyFall { .. } | TargetKind::Relative { .. } | TargetKind::ShareNoFigure { .. } => None,
    }
}

/// The plan's own path from its base, for the kinds that have one in the unit of the figures.
fn path_of(kind: &TargetKind, judged: &Judged<'_>) -> BTreeMap<Year, Ratio> {
    let straight = matches!(kind, TargetKind::Level { .. } | TargetKind::Range { .. } | TargetKind::Approximate { .. });
    let Some(base) = judged.judgement.base.filter(|_| straight) else { return BTreeMap::new() };
    let years = judged.judgement.years.iter().filter_map(|year| Some((year.year, year.path?)));
    years.chain([(base.year, base.value)]).collect()
}

fn draw_map(s: &Say<'_>, title: &str, view: &MapView<'_>) -> Option<Svg> {
    let illustrative = view.cells.iter().any(|cell| cell.shown.as_ref().is_some_and(Shown::is_illustrative));
    draw::map(s, &Map { id: "tiles", title, table: "by-area", illustrative }, &view.cells)
}
