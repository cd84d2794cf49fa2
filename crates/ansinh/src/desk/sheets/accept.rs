//! Accepting a sheet: its figures are public on the next page shown.

use super::send_back::again;
use super::typed::reasons;
use super::{SheetPath, back, key_of};
use crate::desk::Posted;
use crate::desk::refused::Answer;
use ansinh_app::AppError;
use ansinh_kernel::problem::Problem;
use axum::extract::Path;

/// Accepts the sheet.
pub(in crate::desk) async fn accept(Path(path): SheetPath, posted: Posted) -> Answer {
    let key = key_of(path)?;
    if !reasons(&posted.fields).is_empty() {
        return again(posted, &key, undecided().into()).await;
    }
    let official = &posted.official;
    match official.app.accept_sheet(&official.actor, &key, posted.fields.get("reason"), &posted.form()).await {
        Ok(_) => back(&posted, &key, "accepted"),
        Err(AppError::Problems(problems)) => again(posted, &key, problems).await,
        Err(error) => Err(posted.refuse(error).await),
    }
}

/// The reviewer wrote reasons to return cells and pressed the other button: one of the two is a slip.
fn undecided() -> Problem {
    let what = "Phiếu có lý do trả lại nên chưa duyệt";
    Problem::new("accept-with-reasons", what, "Xóa các lý do rồi duyệt, hoặc bấm trả lại")
}
