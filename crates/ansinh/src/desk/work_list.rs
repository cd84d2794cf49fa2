//! The work list: what came back, what waits for review, what is asked, by when and how much of it is there.

use super::names;
use super::official::{Official, Who};
use super::refused::Answer;
use crate::components::Pager;
use crate::http::csv::CsvFile;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::words::{DeskWords, fill};
use ansinh_app::App;
use ansinh_app::access::Verb;
use ansinh_app::sheet::{SheetKey, WaitingSheet, WorkItem, WorkList};
use ansinh_domain::round::Timeliness;
use ansinh_kernel::date::Year;
use ansinh_kernel::id::AgencyId;
use ansinh_kernel::lang::Lang;
use ansinh_kernel::number::format_count;
use ansinh_kernel::text::fold;
use askama::Template;
use axum::extract::Query;
use axum::response::IntoResponse;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// Lines on one page of the list.
const PAGE: usize = 50;

/// What the address of the page asks for; all texts, so that a strange one filters nothing out.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    year: String,
    agency: String,
    late: String,
    q: String,
    page: String,
}

/// How far something is, as a number of all, and as the length of a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Progress {
    pub(super) text: String,
    /// Percent, whole, rounded down: a bar that is full means all.
    pub(super) length: i64,
}

impl Progress {
    pub(super) fn new(stated: i64, asked: i64, lang: Lang) -> Self {
        let (n, total) = (format_count(stated, lang), format_count(asked, lang));
        let text = fill(DeskWords::of(lang).progress, &[("n", &n), ("total", &total)]);
        let length = stated.saturating_mul(100).checked_div(asked).unwrap_or(0).clamp(0, 100);
        Self { text, length }
    }
}

/// A choice of a list to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) text: String,
    pub(super) chosen: bool,
}

struct Waiting {
    href: String,
    text: String,
    since: String,
}

struct Line {
    href: String,
    period: String,
    agency: String,
    asked_of: String,
    due: String,
    urgency: &'static str,
    standing: String,
    progress: Progress,
}

#[derive(Template)]
#[template(path = "desk/work-list.html")]
struct WorkListPage<'a> {
    f: Frame,
    who: Who,
    d: &'static DeskWords,
    has_work: bool,
    returned: Vec<Waiting>,
    to_review: Vec<Waiting>,
    years: Vec<Choice>,
    agencies: Vec<Choice>,
    late: bool,
    q: &'a str,
    csv: String,
    lines: Vec<Line>,
    pager: Pager,
}

/// The work list of whoever asks.
pub(super) async fn page(official: Official, Query(asked): Query<Asked>) -> Answer {
    if !official.actor.may_somewhere(Verb::SeeWorkList) {
        return render(&official, &asked, &WorkList::default(), false).await;
    }
    match official.app.work_list(&official.actor).await {
        Ok(list) => render(&official, &asked, &list, true).await,
        Err(error) => Err(official.refuse(error).await),
    }
}

/// What is asked, as the page filters it, in one file.
pub(super) async fn csv(official: Official, Query(asked): Query<Asked>) -> Answer {
    let (app, visit, w) = (&official.app, &official.visit, official.words());
    let list = match official.app.work_list(&official.actor).await {
        Ok(list) => list,
        Err(error) => return Err(official.refuse(error).await),
    };
    let columns = [w.col_asked_of, w.col_period, w.col_agency, w.col_due, w.standing, w.col_asked, w.col_stated];
    let mut file = CsvFile::new("viec", &columns);
    for item in asked.found(app, visit, &list) {
        let line = line(app, visit, item);
        let (asked, stated) = (item.asked.to_string(), item.stated.to_string());
        file.push(&[&line.asked_of, &line.period, &line.agency, &line.due, &line.standing, &asked, &stated]);
    }
    Ok(file.answer())
}

async fn render(official: &Official, asked: &Asked, list: &WorkList, has_work: bool) -> Answer {
    let (app, visit, w) = (&official.app, &official.visit, official.words());
    let items = asked.found(app, visit, list);
    let (pager, first) = pages(visit, &asked.page, items.len());
    let (f, who) = official.frame().await?;
    let page = WorkListPage {
        f,
        who,
        d: w,
        has_work,
        returned: list.returned.iter().map(|sheet| waiting(app, visit, sheet)).collect(),
        to_review: list.to_review.iter().map(|sheet| waiting(app, visit, sheet)).collect(),
        years: years(list, &asked.year),
        agencies: agencies(app, list, &asked.agency, visit.lang),
        late: asked.is_late(),
        q: &asked.q,
        csv: visit.href(&format!("/desk/work-list.csv?{}", visit.query)),
        lines: items.into_iter().skip(first).take(PAGE).map(|item| line(app, visit, item)).collect(),
        pager,
    };
    Ok(Page::for_desk(&page)?.into_response())
}

/// The pager of a list of so many lines, and where the page asked for begins.
pub(super) fn pages(visit: &Visit, asked: &str, lines: usize) -> (Pager, usize) {
    let pages = lines.div_ceil(PAGE).max(1);
    let page = asked.parse().unwrap_or(1).clamp(1, pages);
    let counted = |pages: usize| u32::try_from(pages).unwrap_or(u32::MAX);
    (Pager::new(visit, counted(page), counted(pages)), (page - 1) * PAGE)
}

impl Asked {
    fn is_late(&self) -> bool {
        !self.late.is_empty()
    }

    /// The items that are asked for, in the order of the list.
    fn found<'l>(&self, app: &App, visit: &Visit, list: &'l WorkList) -> Vec<&'l WorkItem> {
        let wanted = fold(&self.q);
        let said = |item: &WorkItem| {
            let line = line(app, visit, item);
            fold(&format!("{} {} {}", line.asked_of, line.period, line.agency)).contains(&wanted)
        };
        list.items.iter().filter(|item| self.wants(item) && said(item)).collect()
    }

    fn wants(&self, item: &WorkItem) -> bool {
        let year = self.year.parse::<Year>().ok();
        let agency = self.agency.parse::<AgencyId>().ok();
        year.is_none_or(|year| item.period.last_year() == year)
            && agency.is_none_or(|agency| item.agency == agency)
            && (!self.is_late() || (matches!(item.timeliness, Timeliness::Late { .. }) && !item.is_complete()))
    }
}

fn years(list: &WorkList, chosen: &str) -> Vec<Choice> {
    let years: BTreeSet<Year> = list.items.iter().map(|item| item.period.last_year()).collect();
    let choice =
        |year: Year| Choice { chosen: year.to_string() == chosen, text: year.to_string(), value: year.to_string() };
    years.into_iter().rev().map(choice).collect()
}

fn agencies(app: &App, list: &WorkList, chosen: &str, lang: Lang) -> Vec<Choice> {
    let ids: BTreeMap<&AgencyId, String> =
        list.items.iter().map(|item| (&item.agency, names::agency(app, &item.agency, lang))).collect();
    let choice =
        |(id, text): (&AgencyId, String)| Choice { chosen: id.as_str() == chosen, value: id.to_string(), text };
    ids.into_iter().map(choice).collect()
}

fn waiting(app: &App, visit: &Visit, sheet: &WaitingSheet) -> Waiting {
    let w = DeskWords::of(visit.lang);
    Waiting {
        href: visit.href(&sheet_path(&sheet.key)),
        text: sheet_name(app, &sheet.key, visit.lang),
        since: fill(w.work_since, &[("date", &sheet.since.format(visit.lang))]),
    }
}

fn line(app: &App, visit: &Visit, item: &WorkItem) -> Line {
    let (w, lang) = (DeskWords::of(visit.lang), visit.lang);
    let area = names::area(app, &item.area, item.period.last_day(), lang);
    let key = SheetKey { area: item.area.clone(), period: item.period, agency: item.agency.clone() };
    let own = is_own_sheet(app, item);
    let complete = item.is_complete();
    let reporters = i64::try_from(item.reporters).unwrap_or(i64::MAX);
    let (n, level) = (format_count(reporters, lang), item.level.name(lang));
    Line {
        href: visit.href(&if own { sheet_path(&key) } else { format!("{}?level={}", asked_path(&key), item.level) }),
        period: item.period.format(lang),
        agency: names::agency(app, &item.agency, lang),
        asked_of: if own { area } else { fill(w.reporters, &[("n", &n), ("level", level), ("area", &area)]) },
        due: item.due_on.format(lang),
        urgency: names::urgency(item.timeliness, complete),
        standing: if complete { w.complete.to_owned() } else { names::timeliness(w, item.timeliness, lang) },
        progress: Progress::new(item.stated, item.asked, lang),
    }
}

/// Whether the area itself is asked, and not those that were on its territory then.
fn is_own_sheet(app: &App, item: &WorkItem) -> bool {
    item.area.level() == item.level && app.packs().areas.version_on(&item.area, item.period.last_day()).is_some()
}

/// The path of a sheet's page.
pub(super) fn sheet_path(key: &SheetKey) -> String {
    format!("/desk/sheets/{}/{}/{}", key.area, key.period, key.agency)
}

/// The path of the page that shows how far each area is.
pub(super) fn asked_path(key: &SheetKey) -> String {
    format!("/desk/asked/{}/{}/{}", key.area, key.period, key.agency)
}

/// A sheet in one line: area, period, agency.
pub(super) fn sheet_name(app: &App, key: &SheetKey, lang: Lang) -> String {
    let area = names::area(app, &key.area, key.period.last_day(), lang);
    format!("{area} · {} · {}", key.period.format(lang), names::agency(app, &key.agency, lang))
}
