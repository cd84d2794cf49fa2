//! `/areas`: the areas of the plan's territory on a day, in the order of the Vietnamese alphabet.

pub mod area;

use ansinh_app::App;
use ansinh_app::plan::AreaList;
use ansinh_kernel::date::Date;
use ansinh_packs::area::Area;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::IntoResponse;
use serde::Deserialize;

use super::files::{Datum, Form, Sheet};
use super::say::Say;
use super::{Answer, choice, frame, say};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;

#[derive(Template)]
#[template(path = "portal/areas/index.html")]
struct AreasPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    /// Communes by the first letter of their name.
    letters: Vec<(String, Vec<&'a Area>)>,
    csv: String,
    json: String,
    t: AreaList<'a>,
}

/// On which day.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Day {
    on: Option<String>,
}

impl Day {
    fn read(&self) -> Option<Date> {
        choice(self.on.as_deref())
    }
}

const COLUMNS: &[&str] =
    &["area", "name", "level", "kind", "code", "parent", "from", "to", "instrument", "status", "on"];

/// The list of areas.
pub async fn page(State(app): State<App>, visit: Visit, Query(day): Query<Day>) -> Answer {
    let list = app.list_areas(day.read())?;
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let crumbs = vec![Crumb::to(&visit, "/", f.w.home), Crumb::here(s.p.areas_title)];
    let file = |ending: &str| visit.href(&format!("/areas.{ending}?on={}", list.on));
    let (csv, json) = (file("csv"), file("json"));
    let letters = letters(&list);
    Ok(Page::for_everyone(&AreasPage { f, s, crumbs, letters, csv, json, t: list })?.into_response())
}

/// The same as CSV.
pub async fn csv(State(app): State<App>, visit: Visit, Query(day): Query<Day>) -> Answer {
    let s = say(&app, &visit);
    Ok(sheet(&s, &app.list_areas(day.read())?).answer(Form::Csv, &s))
}

/// The same as JSON.
pub async fn json(State(app): State<App>, visit: Visit, Query(day): Query<Day>) -> Answer {
    let s = say(&app, &visit);
    Ok(sheet(&s, &app.list_areas(day.read())?).answer(Form::Json, &s))
}

fn letters<'a>(list: &AreaList<'a>) -> Vec<(String, Vec<&'a Area>)> {
    let mut letters: Vec<(String, Vec<&'a Area>)> = Vec::new();
    for area in &list.communes {
        let version = area.version_on(list.on).unwrap_or_else(|| area.latest());
        let letter: String = version.name.chars().take(1).flat_map(char::to_uppercase).collect();
        match letters.last_mut().filter(|(last, _)| *last == letter) {
            Some((_, areas)) => areas.push(area),
            None => letters.push((letter, vec![area])),
        }
    }
    letters
}

fn sheet(s: &Say<'_>, list: &AreaList<'_>) -> Sheet {
    let all = [&list.provinces, &list.districts, &list.groups, &list.communes];
    let row = |area: &&Area| {
        let version = area.version_on(list.on).unwrap_or_else(|| area.latest());
        vec![
            Datum::text(area.id.as_str()),
            Datum::text(area.full_name_on(list.on, s.lang)),
            Datum::text(area.level.as_str()),
            Datum::text(version.kind.as_str()),
            Datum::maybe(version.code.as_ref().map(ToString::to_string)),
            Datum::maybe(version.parent.as_ref().map(ToString::to_string)),
            Datum::maybe(version.valid.from().map(|date| date.to_string())),
            Datum::maybe(version.valid.to().map(|date| date.to_string())),
            Datum::maybe(version.instrument.clone()),
            Datum::text(version.status.name(s.lang)),
            Datum::text(list.on.to_string()),
        ]
    };
    Sheet { name: format!("areas-{}", list.on), columns: COLUMNS, rows: all.into_iter().flatten().map(row).collect() }
}
