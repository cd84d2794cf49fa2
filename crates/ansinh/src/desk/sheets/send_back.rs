//! Returning a sheet with a reason for each cell that is to be looked at again.

use super::view::{Shown, render};
use super::{SheetPath, back, key_of, typed};
use crate::desk::Posted;
use crate::desk::refused::Answer;
use crate::desk::work_list::sheet_path;
use ansinh_app::AppError;
use ansinh_app::sheet::SheetKey;
use ansinh_kernel::problem::Problems;
use axum::extract::Path;
use axum::http::StatusCode;

/// Returns the sheet.
pub(in crate::desk) async fn send_back(Path(path): SheetPath, posted: Posted) -> Answer {
    let key = key_of(path)?;
    let official = &posted.official;
    match official.app.return_sheet(&official.actor, &key, &typed::reasons(&posted.fields), &posted.form()).await {
        Ok(_) => back(&posted, &key, "returned"),
        Err(AppError::Problems(problems)) => again(posted, &key, problems).await,
        Err(error) => Err(posted.refuse(error).await),
    }
}

/// The sheet with the reviewer's words still in it, and why the rules refuse.
pub(super) async fn again(posted: Posted, key: &SheetKey, problems: Problems) -> Answer {
    let (reasons, note) = (typed::reasons(&posted.fields), posted.fields.get("reason").to_owned());
    let official = posted.official.at(sheet_path(key));
    let view = match official.app.sheet(&official.actor, key).await {
        Ok(view) => view,
        Err(error) => return Err(official.refuse(error).await),
    };
    let shown = Shown { problems, reasons, note, ..Shown::default() };
    render(&official, view, shown, StatusCode::UNPROCESSABLE_ENTITY).await
}
