//! `/targets/{id}`: one target with everything known of it; `/targets/{id}.csv` and `.json` its figures,
//! `/targets/{id}/years.csv` and `.json` its judgement year by year, `/targets/{id}/areas.csv` and `.json` the map.

use std::collections::BTreeMap;

use ansinh_app::App;
use ansinh_app::plan::{Judged, MapAsk, Shown, Standing, TargetPage as Model};
use ansinh_domain::target::YearJudgement;
use ansinh_kernel::date::Year;
use ansinh_kernel::id::TargetId;
use ansinh_kernel::ratio::Ratio;
use ansinh_packs::target::TargetKind;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;

use crate::chart::{Svg, bullet};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::draw;
use crate::portal::files::{Datum, Form, Sheet, label};
use crate::portal::map::map_sheet;
use crate::portal::say::Say;
use crate::portal::subject::{Asked, Below, Subject};
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
    years_csv: String,
    years_json: String,
    b: Below<'a>,
    t: Model<'a>,
}

/// One target, as a page or a file.
pub async fn page(Asked { app, visit, id, choice }: Asked) -> Answer {
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
pub async fn areas_csv(asked: Asked) -> Answer {
    areas(asked, Form::Csv).await
}

/// The figures of the map as JSON.
pub async fn areas_json(asked: Asked) -> Answer {
    areas(asked, Form::Json).await
}

async fn areas(Asked { app, visit, id, choice }: Asked, form: Form) -> Answer {
    let model = app.read_target(&parse(&id)?, &choice.read()).await?;
    map_sheet(&say(&app, &visit), &format!("{id}-areas"), model.map.as_ref(), form)
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
    let (target, standing) = (t.standing.target, &t.standing);
    let crumbs = vec![
        Crumb::to(visit, "/", f.w.home),
        Crumb::to(visit, "/targets", f.w.targets),
        Crumb::here(s.text(&target.title)),
    ];
    let years = |ending: &str| visit.href(&format!("/targets/{}/years.{ending}", target.id));
    let path = |judged: Option<&Judged<'_>>| judged.map(|judged| path_of(&target.kind, judged)).unwrap_or_default();
    let subject = Subject {
        path: format!("/targets/{}", target.id),
        title: &target.title,
        unit: standing.unit,
        judged: &target.measures,
        figures: &t.figures,
        map: t.map.as_ref(),
        asked: level_asked(&target.kind),
        paths: [path(Some(&standing.official)), path(standing.illustrative.as_ref())],
    };
    let made = standing.illustrative.as_ref();
    TargetPage {
        bullet: draw::bullet(&s, "bullet", standing, &standing.official),
        made_bullet: made.and_then(|made| draw::bullet(&s, "made-bullet", standing, made)),
        legend: bullet::legend(visit.lang),
        years_csv: years("csv"),
        years_json: years("json"),
        b: subject.below(&s, visit),
        f,
        s,
        crumbs,
        t,
    }
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
