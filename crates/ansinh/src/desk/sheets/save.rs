//! Saving a draft, right or wrong. Where somebody else saved the same cell meanwhile, both texts are shown.

use super::view::{Shown, render};
use super::{SheetPath, back, key_of, typed};
use crate::desk::Posted;
use crate::desk::refused::Answer;
use crate::desk::work_list::sheet_path;
use ansinh_app::sheet::{Saved, SheetKey, SheetView};
use axum::extract::Path;
use axum::http::StatusCode;

/// Saves what was typed.
pub(in crate::desk) async fn save(Path(path): SheetPath, posted: Posted) -> Answer {
    let key = key_of(path)?;
    let official = &posted.official;
    match official.app.save_sheet(&official.actor, &key, &typed::cells(&posted.fields), &posted.form()).await {
        Ok(Saved::Saved(_)) => back(&posted, &key, "saved"),
        Ok(Saved::Conflict(view)) => both(posted, &key, *view).await,
        Err(error) => Err(posted.refuse(error).await),
    }
}

/// The page on which one chooses between two texts.
pub(super) async fn both(posted: Posted, key: &SheetKey, view: SheetView) -> Answer {
    let (block, made) = (posted.fields.get("block").to_owned(), typed::made(&posted.fields));
    let official = posted.official.at(sheet_path(key));
    render(&official, view, Shown { block, made, ..Shown::default() }, StatusCode::CONFLICT).await
}
