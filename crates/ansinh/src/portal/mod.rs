//! The portal: what everybody may read, without signing in and without a cookie. The folder mirrors the addresses, one
//! file a page. A page takes the address apart, calls one verb of `app::plan`, and renders one template.

pub mod about;
pub mod agencies;
pub mod aims;
pub mod areas;
pub mod data;
pub mod documents;
pub mod figures;
pub mod glossary;
pub mod home;
pub mod indicators;
pub mod plans;
pub mod search;
pub mod targets;

mod draw;
mod files;
mod map;
mod say;
mod subject;

use std::str::FromStr;

use ansinh_app::App;
use ansinh_app::plan::Shown;
use ansinh_packs::publication::MissingFigure;

use crate::http::{Failure, Visit};
use crate::layout::{Footer, Frame};
use files::{Datum, FIGURE_COLUMNS, Form, Sheet, figure_row};
use say::Say;

/// What a handler of the portal answers.
pub type Answer = Result<axum::response::Response, Failure>;

/// Letters of a hash that are printed.
const PRINTED_HASH: usize = 16;

/// The frame of a portal page, with the fingerprints that readers can hold against it.
async fn frame(app: &App, visit: &Visit) -> Result<Frame, Failure> {
    let checkpoint = app.checkpoint().await?;
    let hash: String = checkpoint.hash.chars().take(PRINTED_HASH).collect();
    let audit_checkpoint = if checkpoint.seq == 0 { String::new() } else { format!("{} · {hash}", checkpoint.seq) };
    let footer = Footer { data_version: app.packs_digest().short(), audit_checkpoint, ..Footer::default() };
    Ok(Frame::new(visit, footer))
}

/// The words of a page.
fn say<'a>(app: &'a App, visit: &Visit) -> Say<'a> {
    Say::new(visit, app.packs(), app.today())
}

/// The last part of an address: an id, and the form asked for (`health-insurance.csv`).
fn leaf<T: FromStr>(text: &str) -> Result<(T, Form), Failure> {
    let (id, form) = match (text.strip_suffix(".csv"), text.strip_suffix(".json")) {
        (Some(id), _) => (id, Form::Csv),
        (_, Some(id)) => (id, Form::Json),
        (None, None) => (text, Form::Page),
    };
    Ok((parse(id)?, form))
}

/// An id in an address; what cannot be one names nothing.
fn parse<T: FromStr>(text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| Failure::NotFound)
}

/// A choice in a query; what is empty or cannot be understood is as if it had not been said.
fn choice<T: FromStr>(text: Option<&str>) -> Option<T> {
    text.filter(|text| !text.is_empty()).and_then(|text| text.parse().ok())
}

/// Figures as a table for files; what was searched for and not found has its rows too.
fn figure_sheet(
    s: &Say<'_>,
    name: &str,
    figures: &[Shown<'_>],
    missing: &[&MissingFigure],
    concept: impl Fn(&Shown<'_>) -> &'static str,
) -> Sheet {
    let mut rows: Vec<Vec<Datum>> = figures.iter().map(|shown| figure_row(s, shown, concept(shown))).collect();
    rows.extend(
        missing.iter().flat_map(|gap| gap.periods.iter().map(|period| missing_row(s, gap, &period.to_string()))),
    );
    Sheet { name: name.to_owned(), columns: FIGURE_COLUMNS, rows }
}

fn missing_row(s: &Say<'_>, gap: &MissingFigure, period: &str) -> Vec<Datum> {
    let measure = s.packs.indicators.measure(&gap.measure);
    let known = [
        ("indicator", Datum::maybe(measure.map(|measure| measure.indicator.as_str()))),
        ("measure", Datum::text(gap.measure.as_str())),
        ("measure_name", Datum::text(s.measure_name(&gap.measure))),
        ("area", Datum::text(gap.area.as_str())),
        ("area_name", Datum::text(s.area(&gap.area))),
        ("period", Datum::text(period)),
        ("state", Datum::text("missing")),
        ("note", Datum::text(s.text(&gap.note))),
    ];
    let of =
        |column: &&str| known.iter().find(|(name, _)| name == column).map_or(Datum::Empty, |(_, datum)| datum.clone());
    FIGURE_COLUMNS.iter().map(of).collect()
}
