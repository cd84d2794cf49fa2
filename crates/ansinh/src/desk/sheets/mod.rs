//! The page of a collection sheet and everything that can be done on it. All buttons of a sheet send the whole grid,
//! so that nothing typed is lost whichever is pressed.

pub(super) mod accept;
mod grid;
pub(super) mod open;
pub(super) mod paste;
pub(super) mod reopen;
pub(super) mod save;
pub(super) mod send_back;
pub(super) mod submit;
pub(super) mod typed;
mod view;

use super::asked::key_of;
use super::official::Posted;
use super::refused::Answer;
use super::work_list::sheet_path;
use ansinh_app::sheet::SheetKey;
use axum::response::{IntoResponse, Redirect};

/// Three segments of an address: area, period, agency.
pub(super) type SheetPath = axum::extract::Path<(String, String, String)>;

/// Back to the sheet, which says what has been done.
fn back(posted: &Posted, key: &SheetKey, done: &str) -> Answer {
    let place = format!("{}?done={done}", posted.official.visit.href(&sheet_path(key)));
    Ok(Redirect::to(&place).into_response())
}
