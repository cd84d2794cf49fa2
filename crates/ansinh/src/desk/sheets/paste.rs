//! Pasting a block of a spreadsheet: laid into the sheet over what was typed, saved as draft, shown in the grid. A
//! block that does not fit changes nothing and stays where it was pasted.

use super::save::both;
use super::view::{Shown, render};
use super::{SheetPath, back, key_of, typed};
use crate::desk::Posted;
use crate::desk::refused::Answer;
use crate::desk::work_list::sheet_path;
use ansinh_app::sheet::{Laid, Saved};
use axum::extract::Path;
use axum::http::StatusCode;

/// Lays the block into the sheet.
pub(in crate::desk) async fn paste(Path(path): SheetPath, posted: Posted) -> Answer {
    let key = key_of(path)?;
    let (official, fields) = (&posted.official, &posted.fields);
    let (cells, block) = (typed::cells(fields), fields.get("block"));
    match official.app.paste_sheet(&official.actor, &key, &cells, block, &posted.form()).await {
        Ok(Laid::Fits(Saved::Saved(_))) => back(&posted, &key, "pasted"),
        Ok(Laid::Fits(Saved::Conflict(view))) => both(posted, &key, *view).await,
        Ok(Laid::Unfit(view, problems)) => {
            let shown = Shown { problems, block: block.to_owned(), made: typed::made(fields), ..Shown::default() };
            let official = posted.official.at(sheet_path(&key));
            render(&official, *view, shown, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(error) => Err(posted.refuse(error).await),
    }
}
