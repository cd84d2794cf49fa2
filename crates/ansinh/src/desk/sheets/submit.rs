//! Handing a sheet in: what was typed is saved first; with anything wrong it stays a draft and the page says what.

use super::save::both;
use super::view::{Shown, render};
use super::{SheetPath, back, key_of, typed};
use crate::desk::Posted;
use crate::desk::refused::Answer;
use crate::desk::work_list::sheet_path;
use ansinh_app::AppError;
use ansinh_app::sheet::{Saved, SheetKey};
use ansinh_kernel::problem::Problems;
use axum::extract::Path;
use axum::http::StatusCode;

/// Saves what was typed and hands the sheet in.
pub(in crate::desk) async fn submit(Path(path): SheetPath, posted: Posted) -> Answer {
    let key = key_of(path)?;
    let official = &posted.official;
    let saved =
        official.app.save_sheet(&official.actor, &key, &typed::cells(&posted.fields), &posted.first_form()).await;
    match saved {
        Ok(Saved::Saved(_)) => {}
        Ok(Saved::Conflict(view)) => return both(posted, &key, *view).await,
        Err(error) => return Err(posted.refuse(error).await),
    }
    match official.app.submit_sheet(&official.actor, &key, &posted.form()).await {
        Ok(_) => back(&posted, &key, "submitted"),
        Err(AppError::Problems(problems)) => wrong(posted, &key, problems).await,
        Err(error) => Err(posted.refuse(error).await),
    }
}

/// The draft with everything that is wrong in its place.
pub(super) async fn wrong(posted: Posted, key: &SheetKey, problems: Problems) -> Answer {
    let block = posted.fields.get("block").to_owned();
    let official = posted.official.at(sheet_path(key));
    let view = match official.app.sheet(&official.actor, key).await {
        Ok(view) => view,
        Err(error) => return Err(official.refuse(error).await),
    };
    render(&official, view, Shown { problems, block, ..Shown::default() }, StatusCode::UNPROCESSABLE_ENTITY).await
}
