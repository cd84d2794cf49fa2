//! Opening an accepted sheet again for a correction.

use super::{SheetPath, back, key_of};
use crate::desk::Posted;
use crate::desk::refused::Answer;
use axum::extract::Path;

/// Opens the sheet again.
pub(in crate::desk) async fn reopen(Path(path): SheetPath, posted: Posted) -> Answer {
    let key = key_of(path)?;
    let official = &posted.official;
    match official.app.reopen_sheet(&official.actor, &key, &posted.form()).await {
        Ok(_) => back(&posted, &key, "reopened"),
        Err(error) => Err(posted.refuse(error).await),
    }
}
