//! The entries of the audit chain: searched, from day to day, page by page, and as a file. What is searched for is
//! posted, so that names of people never stand in an address.

use super::audit::author;
use super::official::{Official, Posted, Who};
use super::refused::Answer;
use crate::components::Crumb;
use crate::http::Page;
use crate::http::csv::CsvFile;
use crate::layout::Frame;
use crate::words::OfficeWords;
use ansinh_app::audit::{Entry, EntryList, EntryQuery};
use ansinh_kernel::date::Date;
use askama::Template;
use axum::response::IntoResponse;

struct Line {
    seq: String,
    at: String,
    author: String,
    verb: String,
    hash: String,
}

/// What was typed to search.
#[derive(Default)]
struct Typed {
    q: String,
    from: String,
    until: String,
}

#[derive(Template)]
#[template(path = "desk/entries.html")]
struct EntriesPage {
    f: Frame,
    who: Who,
    o: &'static OfficeWords,
    crumbs: Vec<Crumb>,
    typed: Typed,
    lines: Vec<Line>,
    next_before: Option<i64>,
}

/// The newest entries.
pub(super) async fn page(official: Official) -> Answer {
    match official.app.audit_entries(&official.actor, &EntryQuery::default()).await {
        Ok(list) => render(&official, Typed::default(), &list).await,
        Err(error) => Err(official.refuse(error).await),
    }
}

/// The entries that match, below a number.
pub(super) async fn find(posted: Posted) -> Answer {
    let typed = typed(&posted);
    let query = EntryQuery { before: posted.fields.get("before").parse().ok(), ..query(&typed) };
    match posted.official.app.audit_entries(&posted.official.actor, &query).await {
        Ok(list) => render(&posted.official, typed, &list).await,
        Err(error) => Err(posted.refuse(error).await),
    }
}

/// All entries that match, in one file.
pub(super) async fn csv(posted: Posted) -> Answer {
    let (official, o) = (&posted.official, OfficeWords::of(posted.official.visit.lang));
    let columns = [o.audit_seq, o.audit_at, o.audit_who, o.audit_what, o.audit_hash];
    let (mut file, mut query) = (CsvFile::new("but-toan", &columns), query(&typed(&posted)));
    loop {
        let list = match official.app.audit_entries(&official.actor, &query).await {
            Ok(list) => list,
            Err(error) => return Err(posted.refuse(error).await),
        };
        for entry in &list.entries {
            let line = line(entry, official);
            file.push(&[&line.seq, &entry.line.at.to_string(), &line.author, &line.verb, &entry.line.hash]);
        }
        match list.next_before {
            Some(before) => query.before = Some(before),
            None => return Ok(file.answer()),
        }
    }
}

fn typed(posted: &Posted) -> Typed {
    let field = |name: &str| posted.fields.get(name).trim().to_owned();
    Typed { q: field("q"), from: field("from"), until: field("until") }
}

/// A day that cannot be read filters nothing out.
fn query(typed: &Typed) -> EntryQuery {
    let day = |text: &str| text.parse().or_else(|_| Date::parse_vi(text)).ok();
    EntryQuery { text: typed.q.clone(), from: day(&typed.from), until: day(&typed.until), before: None }
}

async fn render(official: &Official, typed: Typed, list: &EntryList) -> Answer {
    let (f, who) = official.frame().await?;
    let (visit, o) = (&official.visit, OfficeWords::of(official.visit.lang));
    let page = EntriesPage {
        f,
        who,
        o,
        crumbs: vec![Crumb::to(visit, "/desk/audit", o.audit), Crumb::here(o.audit_list)],
        typed,
        lines: list.entries.iter().map(|entry| line(entry, official)).collect(),
        next_before: list.next_before,
    };
    Ok(Page::for_desk(&page)?.into_response())
}

fn line(entry: &Entry, official: &Official) -> Line {
    let lang = official.visit.lang;
    Line {
        seq: entry.line.seq.to_string(),
        at: entry.line.at.format(lang),
        author: author(&entry.author, OfficeWords::of(lang)),
        verb: entry.line.verb.clone(),
        hash: entry.line.hash.get(..12).unwrap_or(&entry.line.hash).to_owned(),
    }
}
