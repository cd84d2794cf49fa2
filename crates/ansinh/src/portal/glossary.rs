//! `/glossary`: the terms, in the order of the Vietnamese alphabet.

use ansinh_app::App;
use ansinh_kernel::text::CollationKey;
use ansinh_packs::glossary::Term;
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::say::Say;
use super::{Answer, frame, say};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;

#[derive(Template)]
#[template(path = "portal/glossary.html")]
struct GlossaryPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    terms: Vec<&'a Term>,
}

/// The glossary.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let crumbs = vec![Crumb::to(&visit, "/", f.w.home), Crumb::here(s.p.glossary_title)];
    let mut terms: Vec<&Term> = app.packs().glossary.iter().collect();
    terms.sort_by_cached_key(|term| CollationKey::of(term.name.get(visit.lang)));
    Ok(Page::for_everyone(&GlossaryPage { f, s, crumbs, terms })?.into_response())
}
