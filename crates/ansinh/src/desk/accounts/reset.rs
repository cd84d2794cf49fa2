//! New secrets for an account, shown once.

use super::secrets;
use crate::desk::Posted;
use crate::desk::refused::Answer;
use axum::extract::Path;

/// Resets password and second factor.
pub(in crate::desk) async fn reset(Path(id): Path<String>, posted: Posted) -> Answer {
    let official = &posted.official;
    match official.app.reset_credentials(&official.actor, &id, &posted.form()).await {
        Ok(made) => secrets::page(official, made, &format!("/desk/accounts/{id}")).await,
        Err(error) => Err(posted.refuse(error).await),
    }
}
