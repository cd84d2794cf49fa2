//! The history of a sheet through all its rounds: the first report and every correction after it.

use ansinh_store::sheet::SheetEvent;

use super::SheetView;
use crate::access::Actor;
use crate::context::App;
use crate::error::AppResult;

/// Something that happened, and in which round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastEvent {
    /// 1 for the first report, more for corrections.
    pub round: i64,
    /// What happened.
    pub event: SheetEvent,
}

impl App {
    /// Everything that happened to a sheet that was opened, in order; the view carries the right to see it.
    ///
    /// # Errors
    /// `NotFound` when the right has ended meanwhile; `Store` when the database does not answer.
    pub async fn sheet_history(&self, actor: &Actor, view: &SheetView) -> AppResult<Vec<PastEvent>> {
        self.authorise_sheet(actor, &view.key, crate::access::Verb::SeeSheet)?;
        let Some(latest) = view.sheet.as_ref() else { return Ok(Vec::new()) };
        let earlier = match latest.round {
            1 => Vec::new(),
            _ => self.database.read().await?.earlier_events(latest).await?,
        };
        let mut past: Vec<PastEvent> = earlier.into_iter().map(|(round, event)| PastEvent { round, event }).collect();
        past.extend(view.events.iter().map(|event| PastEvent { round: latest.round, event: event.clone() }));
        Ok(past)
    }
}
