//! Disabling and enabling an account.

use super::back;
use crate::desk::Posted;
use crate::desk::refused::Answer;
use crate::http::Failure;
use ansinh_store::account::AccountState;
use axum::extract::Path;

/// Disables or enables the account.
pub(in crate::desk) async fn set(Path(id): Path<String>, posted: Posted) -> Answer {
    let (state, done) = match posted.fields.get("state") {
        "active" => (AccountState::Active, "enabled"),
        "disabled" => (AccountState::Disabled, "disabled"),
        _ => return Err(Failure::BadRequest.into()),
    };
    let official = &posted.official;
    match official.app.set_account_state(&official.actor, &id, state, &posted.form()).await {
        Ok(_) => back(&posted, &id, done),
        Err(error) => Err(posted.refuse(error).await),
    }
}
