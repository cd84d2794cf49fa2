//! The audit chain: everything is hashed again and every sum recomputed while the page is made.

use super::official::{Official, Who};
use super::refused::Answer;
use crate::http::{Failure, Page};
use crate::layout::Frame;
use crate::words::{OfficeWords, fill};
use ansinh_app::audit::WrongSum;
use ansinh_kernel::lang::Lang;
use ansinh_kernel::number::format_count;
use ansinh_store::audit::{EntryLine, Fault, Finding};
use askama::Template;
use axum::response::IntoResponse;
use std::collections::BTreeMap;

struct Entry {
    seq: i64,
    at: String,
    who: String,
    verb: String,
    hash: String,
}

#[derive(Template)]
#[template(path = "desk/audit.html")]
struct AuditPage {
    f: Frame,
    who: Who,
    o: &'static OfficeWords,
    clean: bool,
    entries: String,
    rows: String,
    figures: String,
    sums: String,
    findings: Vec<String>,
    recent: Vec<Entry>,
}

/// The report of a full verification, and the latest entries.
pub(super) async fn page(official: Official) -> Answer {
    let (report, recent) = match official.app.verify_as(&official.actor).await {
        Ok(verified) => verified,
        Err(error) => return Err(official.refuse(error).await),
    };
    let lang = official.visit.lang;
    let o = OfficeWords::of(lang);
    let ids = recent.iter().map(|entry| entry.actor.clone()).collect();
    let people = official.app.display_names(&official.actor, ids).await.map_err(Failure::from)?;
    let (f, who) = official.frame().await?;
    let chain = &report.chain;
    let faults = chain.findings.iter().map(|finding| found(finding, o));
    let wrong = report.wrong_sums.iter().map(|wrong| wrong_sum(wrong, o));
    let page = AuditPage {
        f,
        who,
        o,
        clean: report.is_clean(),
        entries: format_count(chain.entries, lang),
        rows: format_count(chain.subjects, lang),
        figures: format_count(chain.observations, lang),
        sums: format_count(i64::try_from(report.sums).unwrap_or(i64::MAX), lang),
        findings: faults.chain(wrong).collect(),
        recent: recent.into_iter().map(|line| entry(line, o, &people, lang)).collect(),
    };
    Ok(Page::for_desk(&page)?.into_response())
}

fn found(finding: &Finding, o: &'static OfficeWords) -> String {
    let place = finding
        .seq
        .map_or_else(|| o.audit_no_entry.to_owned(), |seq| fill(o.audit_entry, &[("seq", &seq.to_string())]));
    let fault = match finding.fault {
        Fault::EntryChanged => o.fault_entry_changed,
        Fault::ChainBroken => o.fault_chain_broken,
        Fault::HeadMoved => o.fault_head_moved,
        Fault::RowChanged => o.fault_row_changed,
        Fault::RowMissing => o.fault_row_missing,
        Fault::RowUnknown => o.fault_row_unknown,
    };
    format!("{place}: {} {}: {fault}", finding.kind, finding.subject)
}

fn wrong_sum(wrong: &WrongSum, o: &'static OfficeWords) -> String {
    format!("{}: {} {} {} {}", o.audit_sum, wrong.slice.measure, wrong.slice.origin, wrong.period, wrong.area)
}

/// Who wrote an entry, in words where it was nobody's account.
pub(super) fn author(author: &str, o: &'static OfficeWords) -> String {
    match author {
        "system" => o.audit_system.to_owned(),
        "operator" => o.audit_operator.to_owned(),
        name => name.to_owned(),
    }
}

fn entry(line: EntryLine, o: &'static OfficeWords, people: &BTreeMap<String, String>, lang: Lang) -> Entry {
    let who = author(people.get(&line.actor).unwrap_or(&line.actor), o);
    let hash = line.hash.get(..12).unwrap_or(&line.hash).to_owned();
    Entry { seq: line.seq, at: line.at.format(lang), who, verb: line.verb, hash }
}
