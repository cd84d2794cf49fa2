//! Opening a sheet.

use super::SheetPath;
use super::view::{Shown, render};
use crate::desk::Official;
use crate::desk::asked::key_of;
use crate::desk::refused::Answer;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde::Deserialize;

/// What the address of the page says.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::desk) struct Asked {
    done: String,
}

/// The sheet as it stands.
pub(in crate::desk) async fn page(official: Official, Path(path): SheetPath, Query(asked): Query<Asked>) -> Answer {
    let key = key_of(path)?;
    match official.app.sheet(&official.actor, &key).await {
        Ok(view) => render(&official, view, Shown { done: asked.done, ..Shown::default() }, StatusCode::OK).await,
        Err(error) => Err(official.refuse(error).await),
    }
}
