//! `/documents`: every legal document.

pub mod document;

use ansinh_app::App;
use ansinh_packs::document::LegalDocument;
use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::say::Say;
use super::{Answer, frame, say};
use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;

#[derive(Template)]
#[template(path = "portal/documents/index.html")]
struct DocumentsPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    documents: Vec<&'a LegalDocument>,
}

/// The list of documents.
pub async fn page(State(app): State<App>, visit: Visit) -> Answer {
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let crumbs = vec![Crumb::to(&visit, "/", f.w.home), Crumb::here(s.p.documents_title)];
    Ok(Page::for_everyone(&DocumentsPage { f, s, crumbs, documents: app.list_documents() })?.into_response())
}
