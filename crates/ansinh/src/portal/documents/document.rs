//! `/documents/{id}`: one legal document and what rests on it.

use ansinh_app::App;
use ansinh_app::plan::DocumentPage as Model;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::IntoResponse;

use crate::components::Crumb;
use crate::http::{Page, Visit};
use crate::layout::Frame;
use crate::portal::say::Say;
use crate::portal::{Answer, frame, parse, say};

#[derive(Template)]
#[template(path = "portal/documents/document.html")]
struct DocumentPage<'a> {
    f: Frame,
    s: Say<'a>,
    crumbs: Vec<Crumb>,
    t: Model<'a>,
}

/// One document.
pub async fn page(State(app): State<App>, visit: Visit, Path(id): Path<String>) -> Answer {
    let model = app.read_document(&parse(&id)?)?;
    let (f, s) = (frame(&app, &visit).await?, say(&app, &visit));
    let crumbs = vec![
        Crumb::to(&visit, "/", f.w.home),
        Crumb::to(&visit, "/documents", s.p.documents_title),
        Crumb::here(s.document(&model.document.id)),
    ];
    Ok(Page::for_everyone(&DocumentPage { f, s, crumbs, t: model })?.into_response())
}
