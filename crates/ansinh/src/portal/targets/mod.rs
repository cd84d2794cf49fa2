//! `/targets` and `/plans/{plan}/targets`: the targets of a plan, all or by band or agency.

pub mod target;

use ansinh_app::App;
use ansinh_app::plan::{Judged, Standing, TargetFilter, TargetList};
use ansinh_domain::target::{Band, Evidence};
use ansinh_kernel::id::{PlanId, TargetId};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use serde::Deserialize;

use super::files::{Datum, Form, Sheet, label};
use super::say::Say;
use super::{Answer, choice, draw, frame, parse, say};
use crate::chart::{Svg, bullet};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::words::fill;

#[derive(Template)]
#[template(path = "portal/targets/index.html")]
struct TargetsPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    title: String,
    /// The address without its query.
    path: String,
    filter: TargetFilter,
    nothing: usize,
    elsewhere: usize,
    l: TargetList<'a>,
    has_made: bool,
    graphs: Vec<Graph<'a>>,
    legend: Svg,
    csv: String,
    json: String,
}

/// One target as a bullet graph, with its figures in words.
struct Graph<'a> {
    id: &'a TargetId,
    title: &'a str,
    text: String,
    illustrative: bool,
    svg: Svg,
}

/// Which targets are asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    band: Option<String>,
    data: Option<String>,
    agency: Option<String>,
}

impl Filter {
    fn read(&self) -> TargetFilter {
        TargetFilter {
            band: choice(self.band.as_deref()),
            evidence: choice(self.data.as_deref()),
            agency: choice(self.agency.as_deref()),
        }
    }
}

/// The targets of the current plan.
pub async fn page(State(app): State<App>, visit: Visit, Query(filter): Query<Filter>) -> Answer {
    list(&app, &visit, None, filter.read()).await
}

/// The targets of a plan.
pub async fn of_plan(
    State(app): State<App>,
    visit: Visit,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Answer {
    list(&app, &visit, Some(parse(&plan)?), filter.read()).await
}

/// The targets of a plan as CSV.
pub async fn csv(
    State(app): State<App>,
    visit: Visit,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Answer {
    file(&app, &visit, &parse(&plan)?, &filter.read(), Form::Csv).await
}

/// The targets of a plan as JSON.
pub async fn json(
    State(app): State<App>,
    visit: Visit,
    Path(plan): Path<String>,
    Query(filter): Query<Filter>,
) -> Answer {
    file(&app, &visit, &parse(&plan)?, &filter.read(), Form::Json).await
}

async fn list(app: &App, visit: &Visit, plan: Option<PlanId>, filter: TargetFilter) -> Answer {
    let list = app.list_targets(plan.as_ref(), &filter).await?;
    let (f, s) = (frame(app, visit).await?, say(app, visit));
    let title = title(&s, &list, &filter);
    let mut crumbs = vec![Crumb::to(visit, "/", f.w.home)];
    if plan.is_some() {
        crumbs.push(Crumb::to(visit, &format!("/plans/{}", list.plan.id), s.text(&list.plan.title)));
    }
    crumbs.push(Crumb::here(f.w.targets));
    let standings = || list.groups.iter().flat_map(|group| &group.targets);
    let graphs: Vec<Graph<'_>> = standings().filter_map(|one| graph(&s, one)).collect();
    let has_made = standings().any(|one| one.illustrative.is_some());
    let query = if visit.query.is_empty() { String::new() } else { format!("?{}", visit.query) };
    let address = |ending: &str| visit.href(&format!("/plans/{}/targets.{ending}{query}", list.plan.id));
    let (csv, json) = (address("csv"), address("json"));
    let f = if graphs.is_empty() { f } else { f.with_charts() };
    let legend = bullet::legend(visit.lang);
    let path = visit.path.clone();
    Ok(Page::for_everyone(&TargetsPage {
        f,
        s,
        crumbs,
        title,
        path,
        filter,
        nothing: list.with(Evidence::Nothing),
        elsewhere: list.with(Evidence::NotAtDeadline),
        l: list,
        has_made,
        graphs,
        legend,
        csv,
        json,
    })?
    .into_response())
}

fn graph<'a>(s: &Say<'a>, one: &Standing<'a>) -> Option<Graph<'a>> {
    let judged = draw::drawn(one);
    let svg = draw::bullet(s, &format!("b-{}", one.target.id), one, judged)?;
    let (figure, asked) = (s.deciding(one, judged)?, s.asked(&one.target.kind, one.unit));
    let text = fill(s.p.graph_text, &[("figure", &figure), ("asked", &asked)]);
    Some(Graph {
        id: &one.target.id,
        title: one.target.title.get(s.lang),
        text,
        illustrative: judged.is_illustrative(),
        svg,
    })
}

fn title(s: &Say<'_>, list: &TargetList<'_>, filter: &TargetFilter) -> String {
    let word = match (filter.band, filter.evidence, &filter.agency) {
        (Some(Band::NoData), None, None) => s.p.targets_no_data_title,
        (None, Some(Evidence::Nothing), None) => s.p.targets_nothing_title,
        (None, Some(Evidence::NotAtDeadline), None) => s.p.targets_elsewhere_title,
        (None, None, None) => return s.counted(s.p.targets_title, &list.total),
        _ => s.p.targets_filtered,
    };
    s.of_total(word, &list.count, &list.total)
}

const COLUMNS: &[&str] = &[
    "plan",
    "target",
    "clause",
    "title",
    "asked",
    "deadline",
    "lead",
    "origin",
    "label",
    "measure",
    "band",
    "band_name",
    "year",
    "actual",
    "path",
    "share",
    "unit",
    "rule",
    "explanation",
    "figures",
    "nearest_year",
    "nearest",
    "nearest_source",
    "last_judged_year",
    "last_judged_band",
];

async fn file(app: &App, visit: &Visit, plan: &PlanId, filter: &TargetFilter, form: Form) -> Answer {
    let list = app.list_targets(Some(plan), filter).await?;
    let s = say(app, visit);
    let standings = list.groups.iter().flat_map(|group| &group.targets);
    let rows = standings.flat_map(|one| rows(&s, one)).collect();
    Ok(Sheet { name: format!("{}-targets", list.plan.id), columns: COLUMNS, rows }.answer(form, &s))
}

/// Two rows a target: by official figures, and by illustrative ones where there are any.
fn rows(s: &Say<'_>, one: &Standing<'_>) -> Vec<Vec<Datum>> {
    std::iter::once(&one.official).chain(&one.illustrative).map(|judged| row(s, one, judged)).collect()
}

fn row(s: &Say<'_>, one: &Standing<'_>, judged: &Judged<'_>) -> Vec<Datum> {
    let year = judged.deciding();
    let number = |pick: fn(&ansinh_domain::target::YearJudgement) -> Option<ansinh_kernel::ratio::Ratio>| {
        year.and_then(pick).map_or(Datum::Empty, Datum::number)
    };
    vec![
        Datum::text(one.plan.id.as_str()),
        Datum::text(one.target.id.as_str()),
        Datum::text(one.target.clause.as_str()),
        Datum::text(s.text(&one.target.title)),
        Datum::text(s.asked(&one.target.kind, one.unit)),
        Datum::text(one.target.deadline.to_string()),
        Datum::maybe(one.lead.map(|lead| s.agency_now(&lead.agency.id))),
        Datum::text(judged.origin().as_str()),
        label(s, judged.is_illustrative()),
        Datum::text(judged.measure.id.as_str()),
        Datum::text(judged.band().as_str()),
        Datum::text(judged.band().name(s.lang)),
        Datum::maybe(year.map(|year| year.year.to_string())),
        number(|year| year.actual),
        number(|year| year.path),
        number(|year| year.achievement),
        Datum::text(s.text(&one.unit.name)),
        Datum::maybe(year.map(|year| year.rule.as_str())),
        Datum::text(s.sentence(&judged.judgement.headline.words, one.unit)),
        Datum::text(judged.evidence().as_str()),
        Datum::maybe(judged.nearest.map(|nearest| nearest.year.to_string())),
        judged.nearest.map_or(Datum::Empty, |nearest| Datum::number(nearest.figure.value)),
        Datum::maybe(judged.nearest.and_then(|nearest| nearest.source).map(|source| source.publisher.clone())),
        Datum::maybe(judged.last_judged().map(|year| year.year.to_string())),
        Datum::maybe(judged.last_judged().map(|year| year.band.as_str())),
    ]
}
