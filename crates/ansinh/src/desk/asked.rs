//! What an agency asks of all areas in one area for one period: how far each of them is.

use super::names;
use super::official::{Official, Who};
use super::refused::Answer;
use super::work_list::{Choice, Progress, asked_path, pages, sheet_path};
use crate::components::{Crumb, Pager};
use crate::http::csv::CsvFile;
use crate::http::{Failure, Page};
use crate::layout::Frame;
use crate::words::{DeskWords, fill};
use ansinh_app::sheet::{ReporterLine, SheetKey};
use ansinh_kernel::area::AreaLevel;
use ansinh_kernel::number::format_count;
use ansinh_kernel::text::fold;
use ansinh_store::sheet::SheetState;
use askama::Template;
use axum::extract::{Path, Query};
use axum::response::IntoResponse;
use serde::Deserialize;

/// What the address of the page asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    level: String,
    state: String,
    q: String,
    page: String,
}

struct Line {
    href: String,
    area: String,
    state: &'static str,
    progress: Progress,
}

#[derive(Template)]
#[template(path = "desk/asked.html")]
struct AskedPage<'a> {
    f: Frame,
    who: Who,
    d: &'static DeskWords,
    crumbs: Vec<Crumb>,
    title: String,
    lede: String,
    level: &'a str,
    q: &'a str,
    states: Vec<Choice>,
    csv: String,
    found: String,
    lines: Vec<Line>,
    pager: Pager,
}

/// Key of a sheet, or of what is asked, as three segments of an address.
pub(super) fn key_of((area, period, agency): (String, String, String)) -> Result<SheetKey, Failure> {
    let missing = || Failure::NotFound;
    Ok(SheetKey {
        area: area.parse().map_err(|_| missing())?,
        period: period.parse().map_err(|_| missing())?,
        agency: agency.parse().map_err(|_| missing())?,
    })
}

/// The areas that are asked, those that lack most first.
pub(super) async fn page(
    official: Official,
    Path(path): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let key = key_of(path)?;
    let level: AreaLevel = asked.level.parse().map_err(|_| Failure::NotFound)?;
    match official.app.reporters(&official.actor, &key, level).await {
        Ok(lines) => render(&official, &key, &asked, lines).await,
        Err(error) => Err(official.refuse(error).await),
    }
}

/// The same areas, as the page filters them, in one file.
pub(super) async fn csv(
    official: Official,
    Path(path): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let key = key_of(path)?;
    let level: AreaLevel = asked.level.parse().map_err(|_| Failure::NotFound)?;
    let w = official.words();
    let lines = match official.app.reporters(&official.actor, &key, level).await {
        Ok(lines) => lines,
        Err(error) => return Err(official.refuse(error).await),
    };
    let mut file = CsvFile::new("noi-bao-cao", &[w.col_area, w.col_state, w.col_asked, w.col_stated]);
    for (area, line) in asked.found(&official, &key, lines) {
        file.push(&[&area, names::state(w, line.state), &line.asked.to_string(), &line.stated.to_string()]);
    }
    Ok(file.answer())
}

/// The word of a sheet's state in an address; `none` before anything was typed.
fn state_word(state: Option<SheetState>) -> &'static str {
    state.map_or("none", SheetState::as_str)
}

impl Asked {
    /// The areas that are asked for, each with its name.
    fn found(&self, official: &Official, key: &SheetKey, lines: Vec<ReporterLine>) -> Vec<(String, ReporterLine)> {
        let (wanted, lang) = (fold(&self.q), official.visit.lang);
        let name = |line: &ReporterLine| names::area(&official.app, &line.key.area, key.period.last_day(), lang);
        let wants = |line: &ReporterLine| self.state.is_empty() || state_word(line.state) == self.state;
        let named = lines.into_iter().filter(wants).map(|line| (name(&line), line));
        named.filter(|(name, _)| fold(name).contains(&wanted)).collect()
    }

    /// The states to choose from.
    fn states(&self, official: &Official) -> Vec<Choice> {
        let all = [None].into_iter().chain(SheetState::ALL.map(Some));
        let choice = |state: Option<SheetState>| Choice {
            value: state_word(state).to_owned(),
            text: names::state(official.words(), state).to_owned(),
            chosen: state_word(state) == self.state,
        };
        all.map(choice).collect()
    }
}

async fn render(official: &Official, key: &SheetKey, asked: &Asked, lines: Vec<ReporterLine>) -> Answer {
    let (app, visit, w, lang) = (&official.app, &official.visit, official.words(), official.visit.lang);
    let found = asked.found(official, key, lines);
    let (pager, first) = pages(visit, &asked.page, found.len());
    let (agency, period) = (names::agency(app, &key.agency, lang), key.period.format(lang));
    let area = names::area(app, &key.area, key.period.last_day(), lang);
    let count = format_count(i64::try_from(found.len()).unwrap_or(i64::MAX), lang);
    let title = fill(w.asked_title, &[("agency", &agency), ("period", &period)]);
    let (f, who) = official.frame().await?;
    let page = AskedPage {
        f,
        who,
        d: w,
        crumbs: vec![Crumb::to(visit, "/desk", w.menu_work), Crumb::here(title.clone())],
        lede: fill(w.asked_lede, &[("area", &area)]),
        title,
        level: &asked.level,
        q: &asked.q,
        states: asked.states(official),
        csv: visit.href(&format!("{}/areas.csv?{}", asked_path(key), visit.query)),
        found: fill(w.asked_found, &[("n", &count)]),
        lines: found
            .into_iter()
            .skip(first)
            .take(50)
            .map(|(area, line)| Line {
                href: visit.href(&sheet_path(&line.key)),
                area,
                state: names::state(w, line.state),
                progress: Progress::new(line.stated, line.asked, lang),
            })
            .collect(),
        pager,
    };
    Ok(Page::for_desk(&page)?.into_response())
}
