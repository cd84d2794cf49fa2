//! The administrator's pages: find, make, disable and reset accounts, grant and end rights. Names are sent in forms,
//! never in addresses.

pub(super) mod add;
mod grant_form;
pub(super) mod grants;
pub(super) mod list;
pub(super) mod open;
pub(super) mod reset;
mod secrets;
pub(super) mod state;

use super::official::Posted;
use super::refused::Answer;
use axum::response::{IntoResponse, Redirect};

/// Back to the account, which says what has been done.
fn back(posted: &Posted, id: &str, done: &str) -> Answer {
    let place = format!("{}?done={done}", posted.official.visit.href(&format!("/desk/accounts/{id}")));
    Ok(Redirect::to(&place).into_response())
}
