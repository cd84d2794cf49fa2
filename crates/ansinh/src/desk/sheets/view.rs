//! The page of a sheet, as one template shows it in every state of its life.

use super::grid::{Asked, Row, row};
use super::typed::{Made, Slot};
use crate::components::{Crumb, FieldError, FieldErrors};
use crate::desk::Official;
use crate::desk::names;
use crate::desk::official::Who;
use crate::desk::refused::{Answer, Refused};
use crate::desk::work_list::sheet_path;
use crate::http::{Failure, Page};
use crate::layout::Frame;
use crate::words::{SheetWords, fill};
use ansinh_app::Instance;
use ansinh_app::sheet::{CellName, May, PastEvent, Reasons, SheetView};
use ansinh_kernel::id::BreakdownId;
use ansinh_kernel::lang::Lang;
use ansinh_kernel::problem::{Problem, Problems};
use ansinh_store::sheet::{SheetState, SheetVerb};
use askama::Template;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use std::collections::BTreeMap;

/// What the page shows beside the sheet itself.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// What has just been done.
    pub(super) done: String,
    /// Why the rules refuse what was asked.
    pub(super) problems: Problems,
    /// The block that could not be laid into the sheet.
    pub(super) block: String,
    /// The reviewer's reasons, not sent yet.
    pub(super) reasons: Reasons,
    /// What the cells were like that somebody typed over, when the page was first made.
    pub(super) made: Made,
    /// The reviewer's note, not sent yet.
    pub(super) note: String,
}

/// One thing that happened to the sheet.
struct Event {
    at: String,
    who: String,
    what: &'static str,
    reason: String,
}

#[derive(Template)]
#[template(path = "desk/sheet.html")]
struct SheetPage {
    f: Frame,
    who: Who,
    s: &'static SheetWords,
    crumbs: Vec<Crumb>,
    title: String,
    action: String,
    agency: String,
    due: String,
    urgency: &'static str,
    standing: String,
    state: &'static str,
    round: String,
    done: &'static str,
    help: &'static str,
    illustrative: bool,
    conflict: bool,
    errors: FieldErrors,
    may: May,
    own: bool,
    rows: Vec<Row>,
    block: String,
    note: String,
    standard_reasons: [&'static str; 6],
    events: Vec<Event>,
}

/// Renders a sheet.
pub(super) async fn render(official: &Official, view: SheetView, shown: Shown, status: StatusCode) -> Answer {
    let page = page(official, view, shown).await?;
    Ok(Page::for_desk(&page)?.with_status(status).into_response())
}

async fn page(official: &Official, view: SheetView, shown: Shown) -> Result<SheetPage, Refused> {
    let (app, visit, w, lang) = (&official.app, &official.visit, official.words(), official.visit.lang);
    let s = SheetWords::of(lang);
    let area = names::area(app, &view.key.area, view.key.period.last_day(), lang);
    let title = fill(s.title, &[("area", &area), ("period", &view.key.period.format(lang))]);
    let asked = Asked { reasons: &shown.reasons, made: &shown.made };
    let rows: Vec<Row> = view.cells.iter().filter_map(|cell| row(app, visit, &view.key, cell, &asked)).collect();
    let errors = errors(&view, &rows, &shown.problems);
    let events = events(official, &view).await?;
    let (f, who) = official.frame().await?;
    let closed = matches!(view.state(), SheetState::Submitted | SheetState::Accepted);
    Ok(SheetPage {
        f: if errors.0.is_empty() { f } else { f.with_errors() },
        who,
        s,
        crumbs: vec![Crumb::to(visit, "/desk", w.menu_work), Crumb::here(title.clone())],
        title,
        action: visit.href(&sheet_path(&view.key)),
        agency: names::agency(app, &view.key.agency, lang),
        due: view.due_on.map_or_else(String::new, |due| due.format(lang)),
        urgency: view.timeliness.map_or("not_due", |timeliness| names::urgency(timeliness, closed)),
        standing: view
            .timeliness
            .filter(|_| !closed)
            .map_or_else(String::new, |timeliness| names::timeliness(w, timeliness, lang)),
        state: names::state(w, view.sheet.as_ref().map(|sheet| sheet.state)),
        round: round(&view, s),
        done: done(s, &shown.done),
        help: help(s, &view),
        illustrative: app.instance() == Instance::Demo,
        conflict: view.has_conflicts(),
        errors,
        may: view.may,
        own: view.may.made,
        rows,
        block: shown.block,
        note: shown.note,
        standard_reasons: [
            s.reason_missing,
            s.reason_swapped,
            s.reason_jump,
            s.reason_sum,
            s.reason_source,
            s.reason_place,
        ],
        events,
    })
}

fn round(view: &SheetView, s: &'static SheetWords) -> String {
    let number = view.sheet.as_ref().map_or(1, |sheet| sheet.round);
    if number == 1 { "1".to_owned() } else { fill(s.round_correction, &[("n", &number.to_string())]) }
}

const fn help(s: &'static SheetWords, view: &SheetView) -> &'static str {
    match &view.sheet {
        _ if view.may.review => s.help_review,
        _ if !view.may.enter => s.help_locked,
        Some(sheet) if matches!(sheet.state, SheetState::Returned) => s.help_returned,
        _ => s.help,
    }
}

fn done(s: &'static SheetWords, done: &str) -> &'static str {
    match done {
        "saved" => s.done_saved,
        "pasted" => s.done_pasted,
        "submitted" => s.done_submitted,
        "returned" => s.done_returned,
        "accepted" => s.done_accepted,
        "reopened" => s.done_reopened,
        _ => "",
    }
}

/// Everything that is wrong, each with the field to go to. What is wrong with a cell is said of the cell; what the
/// rules say of the sheet as a whole comes first.
fn errors(view: &SheetView, rows: &[Row], refused: &Problems) -> FieldErrors {
    if !view.may.enter && refused.is_empty() {
        return FieldErrors::default();
    }
    let of_cells: Vec<&Problem> = view.cells.iter().flat_map(|cell| &cell.problems).collect();
    let new = refused.iter().filter(|problem| !of_cells.contains(problem));
    let whole = new.map(|problem| FieldError { field: place_of(problem), what: names::said(problem) });
    let cells = rows.iter().filter(|row| row.open).flat_map(|row| {
        let denominator = row.denominator.as_ref().filter(|field| field.wrong);
        let wrong = denominator.filter(|_| !row.figure.wrong).map_or(&row.figure.id, |field| &field.id);
        row.problems.iter().map(move |what| FieldError { field: wrong.clone(), what: format!("{}: {what}", row.name) })
    });
    FieldErrors(whole.chain(cells).collect())
}

/// The field that a problem of the whole sheet points to: the note of a cell, the pasted block, else the grid.
fn place_of(problem: &Problem) -> String {
    let place = (problem.place.field.as_deref(), problem.place.cell.as_deref());
    match place {
        (Some("block"), _) => "block".to_owned(),
        (Some(measure), Some("note")) => measure.parse().map_or_else(
            |_| "grid".to_owned(),
            |measure| Slot::Note.of(&CellName { measure, breakdown: BreakdownId::total() }),
        ),
        _ => "grid".to_owned(),
    }
}

async fn events(official: &Official, view: &SheetView) -> Result<Vec<Event>, Refused> {
    let s = SheetWords::of(official.visit.lang);
    let past = official.app.sheet_history(&official.actor, view).await.map_err(Failure::from)?;
    let ids = past.iter().map(|past| past.event.actor.clone()).collect();
    let people = official.app.display_names(&official.actor, ids).await.map_err(Failure::from)?;
    Ok(past.iter().map(|past| spoken(past, s, &people, official.visit.lang)).collect())
}

fn spoken(past: &PastEvent, s: &'static SheetWords, people: &BTreeMap<String, String>, lang: Lang) -> Event {
    let event = &past.event;
    let what = match event.verb {
        SheetVerb::Submitted => s.event_submitted,
        SheetVerb::Returned => s.event_returned,
        SheetVerb::Accepted => s.event_accepted,
        SheetVerb::Reopened => s.event_reopened,
    };
    Event {
        at: event.at.format(lang),
        who: people.get(&event.actor).cloned().unwrap_or_default(),
        what,
        reason: event.reason.clone(),
    }
}
