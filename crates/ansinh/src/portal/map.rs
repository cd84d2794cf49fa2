//! What pages with a map share: reading what is chosen, its title, its address, its files.

use ansinh_app::plan::{MapAsk, MapView};
use serde::Deserialize;

use super::files::{Datum, FIGURE_COLUMNS, Form, Sheet, figure_row};
use super::say::Say;
use super::{Answer, choice};
use crate::http::{Failure, Visit};
use crate::words::fill;

/// What is chosen in the form of a map.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Choice {
    areas: Option<String>,
    year: Option<String>,
    origin: Option<String>,
}

impl Choice {
    pub(crate) fn read(&self) -> MapAsk {
        MapAsk {
            areas: choice(self.areas.as_deref()),
            year: choice(self.year.as_deref()),
            origin: choice(self.origin.as_deref()),
            until: None,
        }
    }
}

/// The title of a map: what, when, over which areas.
pub(crate) fn map_title(s: &Say<'_>, view: &MapView<'_>) -> String {
    let (measure, period) = (s.text(&view.measure.name), s.in_words(&view.period));
    fill(s.p.map_title, &[("measure", measure), ("period", &period), ("areas", view.areas.name(s.lang))])
}

/// The address of a file with what is shown.
pub(crate) fn map_href(visit: &Visit, path: &str, view: &MapView<'_>) -> String {
    let (areas, origin) = (view.areas.as_str(), view.origin.as_str());
    visit.href(&format!("{path}?areas={areas}&year={}&origin={origin}", view.period))
}

/// The figures of a map as a file, an area without a figure too.
pub(crate) fn map_sheet(s: &Say<'_>, name: &str, view: Option<&MapView<'_>>, form: Form) -> Answer {
    let view = view.ok_or(Failure::NotFound)?;
    let rows = view.cells.iter().map(|cell| match &cell.shown {
        Some(shown) => figure_row(s, shown, ""),
        None => {
            let why = cell.obstacle.as_ref().map(|why| s.obstacle(why)).unwrap_or_default();
            absent_row(s, view, cell, &why)
        }
    });
    Ok(Sheet { name: name.to_owned(), columns: FIGURE_COLUMNS, rows: rows.collect() }.answer(form, s))
}

fn absent_row(s: &Say<'_>, view: &MapView<'_>, cell: &ansinh_app::plan::MapCell<'_>, why: &str) -> Vec<Datum> {
    let known = [
        ("indicator", Datum::text(view.measure.indicator.as_str())),
        ("measure", Datum::text(view.measure.id.as_str())),
        ("measure_name", Datum::text(s.text(&view.measure.name))),
        ("origin", Datum::text(view.origin.as_str())),
        ("origin_name", Datum::text(view.origin.name(s.lang))),
        ("area", Datum::text(cell.area.id.as_str())),
        ("area_name", Datum::text(s.cell_name(cell))),
        ("period", Datum::text(view.period.to_string())),
        ("state", Datum::text(cell.absent.as_str())),
        ("note", Datum::text(why)),
    ];
    let of =
        |column: &&str| known.iter().find(|(name, _)| name == column).map_or(Datum::Empty, |(_, datum)| datum.clone());
    FIGURE_COLUMNS.iter().map(of).collect()
}
