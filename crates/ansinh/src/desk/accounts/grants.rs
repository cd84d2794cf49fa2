//! Granting a right and ending one.

use super::{back, grant_form, open};
use crate::desk::Posted;
use crate::desk::refused::Answer;
use axum::extract::Path;

/// Grants a right.
pub(in crate::desk) async fn add(Path(id): Path<String>, posted: Posted) -> Answer {
    let official = &posted.official;
    open::load(official, &id).await?;
    let grant = match grant_form::read(official, &posted.fields) {
        Ok(grant) => grant,
        Err(errors) => return open::again(posted.official.clone(), &id, &posted.fields, errors).await,
    };
    match official.app.add_grant(&official.actor, &id, &grant, &posted.form()).await {
        Ok(_) => back(&posted, &id, "granted"),
        Err(error) => Err(posted.refuse(error).await),
    }
}

/// Ends a right today.
pub(in crate::desk) async fn end(Path(id): Path<String>, posted: Posted) -> Answer {
    let official = &posted.official;
    match official.app.end_grant(&official.actor, &id, posted.fields.get("grant"), &posted.form()).await {
        Ok(_) => back(&posted, &id, "ended"),
        Err(error) => Err(posted.refuse(error).await),
    }
}
