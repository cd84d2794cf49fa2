//! The history of a sheet through all its rounds: the first report and every correction after it.

use ansinh_store::sheet::SheetEvent;

use super::{SheetKey, SheetView};
use crate::access::Actor;
use crate::context::App;
use crate::error::AppResult;

/// Sheets of one period and agency read at most, to find the earlier rounds of one.
const MOST_SHEETS: i64 = 10_000;

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
        let SheetKey { area, period, agency } = &view.key;
        self.authorise_sheet(actor, &view.key, crate::access::Verb::SeeSheet)?;
        let Some(latest) = view.sheet.as_ref() else { return Ok(Vec::new()) };
        let mut past = Vec::new();
        if latest.round > 1 {
            let mut read = self.database.read().await?;
            let sheets = read.sheets_of_period(period, agency, MOST_SHEETS).await?;
            for sheet in sheets.into_iter().filter(|sheet| sheet.area == *area && sheet.round < latest.round) {
                let events = read.sheet_events(&sheet.id).await?;
                past.extend(events.into_iter().map(|event| PastEvent { round: sheet.round, event }));
            }
        }
        past.extend(view.events.iter().map(|event| PastEvent { round: latest.round, event: event.clone() }));
        Ok(past)
    }
}
