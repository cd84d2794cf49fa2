//! A form that was stopped on its way: why, what to do, and everything that was typed, ready to be sent again. Nothing
//! typed is ever lost, and nothing was saved.

use super::Refused;
use super::fields::Fields;
use super::names;
use super::official::{Who, new_key};
use crate::http::guard::{CSRF_FIELD, KEY_FIELD};
use crate::http::{FormKey, Page, Visit};
use crate::layout::{Footer, Frame};
use crate::words::DeskWords;
use ansinh_app::App;
use ansinh_kernel::problem::Problems;
use askama::Template;
use axum::http::StatusCode;
use axum::response::IntoResponse;

/// Why a form was stopped.
#[derive(Clone, Debug)]
pub(super) enum Why {
    /// The session has ended.
    SessionEnded,
    /// The token or the key is not of this session.
    ForeignForm,
    /// Its key was used with other content.
    OtherContent,
    /// What it is about changed its state meanwhile.
    MovedOn,
    /// The role may not do this.
    NotAllowed,
    /// There is no such place, or not for this person: both look the same.
    Missing,
    /// The database or the program failed.
    Unsaved(StatusCode),
    /// Rules refuse it.
    Rules(Problems),
}

impl Why {
    const fn status(&self) -> StatusCode {
        match self {
            Self::SessionEnded | Self::ForeignForm | Self::NotAllowed => StatusCode::FORBIDDEN,
            Self::OtherContent | Self::MovedOn => StatusCode::CONFLICT,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Unsaved(status) => *status,
            Self::Rules(_) => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }

    const fn words(&self, w: &'static DeskWords) -> (&'static str, &'static str) {
        match self {
            Self::SessionEnded => (w.kept_session, w.kept_session_mend),
            Self::ForeignForm => (w.kept_foreign, w.kept_foreign_mend),
            Self::OtherContent => (w.kept_other, w.kept_other_mend),
            Self::MovedOn => (w.kept_moved, w.kept_moved_mend),
            Self::NotAllowed => (w.kept_refused, w.kept_refused_mend),
            Self::Missing => (w.kept_missing, w.kept_missing_mend),
            Self::Unsaved(_) => (w.kept_unsaved, w.kept_unsaved_mend),
            Self::Rules(_) => (w.kept_rules, ""),
        }
    }

    /// Whether sending the same again can help.
    const fn can_be_sent_again(&self) -> bool {
        matches!(self, Self::SessionEnded | Self::ForeignForm | Self::OtherContent | Self::Unsaved(_))
    }
}

#[derive(Template)]
#[template(path = "desk/kept.html")]
struct KeptPage<'a> {
    f: Frame,
    who: Option<Who>,
    d: &'static DeskWords,
    what: &'a str,
    mend: &'a str,
    problems: Vec<String>,
    action: String,
    page: String,
    csrf: String,
    key: String,
    send_again: bool,
    session_ended: bool,
    hidden: Vec<(&'a str, &'a str)>,
    typed: Vec<(String, &'a str)>,
}

/// The page that tells why and keeps what was typed.
pub(super) fn page(app: &App, visit: &Visit, fields: &Fields, why: Why, frame: Option<(Frame, Who)>) -> Refused {
    let home = Visit { lang: visit.lang, path: "/desk".to_owned(), query: String::new() };
    let (mut f, who) = match frame {
        Some((frame, who)) => (frame, Some(who)),
        None => (Frame::new(&home, Footer::default()), None),
    };
    (f.here, f.there) = (home.here(), home.there());
    if who.is_none() {
        f.menu.clear();
    }
    let w = DeskWords::of(visit.lang);
    let (what, mend) = why.words(w);
    let problems = match &why {
        Why::Rules(problems) => problems.iter().map(names::said).collect(),
        _ => Vec::new(),
    };
    let csrf = who.as_ref().map_or_else(|| fields.get(CSRF_FIELD).to_owned(), |who| who.csrf.clone());
    let template = KeptPage {
        f,
        who,
        d: w,
        what,
        mend,
        problems,
        action: visit.here(),
        page: if matches!(why, Why::Missing) { String::new() } else { visit.href(names::page_of(&visit.path)) },
        csrf,
        key: key(app, fields, &why),
        send_again: why.can_be_sent_again(),
        session_ended: matches!(why, Why::SessionEnded),
        hidden: fields.kept().collect(),
        typed: typed(app, visit, fields),
    };
    match Page::for_desk(&template) {
        Ok(page) => Refused::from(page.with_status(why.status()).into_response()),
        Err(failure) => Refused::from(failure),
    }
}

/// The key it goes on with: its own, so that it still has one effect; a new one where its own belongs to other content.
fn key(app: &App, fields: &Fields, why: &Why) -> String {
    let own = FormKey::parse(fields.get(KEY_FIELD)).filter(|_| !matches!(why, Why::OtherContent));
    own.map_or_else(|| new_key(app.ambient()), |key| key.as_str().to_owned())
}

/// What people typed, by the names they know; what only the form needs stays out of sight.
fn typed<'a>(app: &App, visit: &Visit, fields: &'a Fields) -> Vec<(String, &'a str)> {
    let filled = fields.kept().filter(|(_, value)| !value.trim().is_empty());
    filled.filter_map(|(name, value)| Some((names::field(app, visit.lang, name)?, value))).collect()
}
