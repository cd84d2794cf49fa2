//! `/figures/{measure}/{origin}/{area}/{period}`: where one figure comes from, down to the reports and up to the
//! clause that asked for it.

use ansinh_app::App;
use ansinh_app::plan::{FigureTrace, Reports};
use ansinh_domain::figure::CellKey;
use ansinh_kernel::id::BreakdownId;
use ansinh_kernel::period::Period;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use serde::Deserialize;

use super::files::{FIGURE_COLUMNS, Form, Sheet, figure_row};
use super::say::Say;
use super::{Answer, choice, frame, leaf, parse, say};
use crate::components::{Crumb, Pager};
use crate::http::{Failure, Page, Visit};
use crate::layout::Frame;
use crate::words::fill;

#[derive(Template)]
#[template(path = "portal/figure.html")]
struct FigurePage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    title: String,
    pager: Pager,
    csv: String,
    json: String,
    t: FigureTrace<'a>,
}

/// Which part, and which page of the reports.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    part: Option<String>,
    page: Option<String>,
}

/// One figure, as a page or a file.
pub async fn page(
    State(app): State<App>,
    visit: Visit,
    Path((measure, origin, area, period)): Path<(String, String, String, String)>,
    Query(chosen): Query<Chosen>,
) -> Answer {
    let (period, form): (Period, Form) = leaf(&period)?;
    let breakdown = BreakdownId::new(chosen.part.as_deref().unwrap_or_default()).map_err(|_| Failure::NotFound)?;
    let key = CellKey { measure: parse(&measure)?, origin: parse(&origin)?, area: parse(&area)?, period, breakdown };
    let reports = match form {
        Form::Page => Reports::Page(choice(chosen.page.as_deref()).unwrap_or(1)),
        Form::Csv | Form::Json => Reports::All,
    };
    let trace = app.trace_figure(&key, reports).await?;
    let s = say(&app, &visit);
    if form != Form::Page {
        let figures = trace.shown.iter().chain(trace.reporters.iter().filter_map(|line| line.shown.as_ref()));
        let rows = figures.map(|shown| figure_row(&s, shown, "")).collect();
        return Ok(Sheet { name: format!("{measure}-{origin}-{area}-{period}"), columns: FIGURE_COLUMNS, rows }
            .answer(form, &s));
    }
    let f = frame(&app, &visit).await?;
    let title = title(&s, &trace);
    let crumbs = vec![
        Crumb::to(&visit, "/", f.w.home),
        Crumb::to(&visit, &format!("/indicators/{}", trace.indicator.id), s.text(&trace.indicator.name)),
        Crumb::here(s.p.where_from),
    ];
    let part = if key.breakdown.is_total() { String::new() } else { format!("?part={}", key.breakdown) };
    let file = |ending: &str| visit.href(&format!("/figures/{measure}/{origin}/{area}/{period}.{ending}{part}"));
    let (csv, json) = (file("csv"), file("json"));
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let pager = Pager::new(&visit, count(trace.page), count(trace.pages));
    Ok(Page::for_everyone(&FigurePage { f, s, crumbs, title, pager, csv, json, t: trace })?.into_response())
}

fn title(s: &Say<'_>, trace: &FigureTrace<'_>) -> String {
    let part = trace.part.map(|part| format!(" ({})", s.text(&part.name))).unwrap_or_default();
    let measure = format!("{}{part}", s.text(&trace.measure.name));
    let (area, period) = (s.area_then(trace.area, &trace.key.period), s.in_words(&trace.key.period));
    fill(s.p.figure_title, &[("measure", &measure), ("area", &area), ("period", &period)])
}
