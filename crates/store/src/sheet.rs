//! Collection sheets: what one area (or the province) is asked by one agency for one period, the
//! cells as they were typed, and the events of the sheet's life with what stood in it.

use ansinh_kernel::area::AreaId;
use ansinh_kernel::date::Instant;
use ansinh_kernel::id::{AgencyId, BreakdownId, MeasureId};
use ansinh_kernel::period::Period;

use crate::audit::Kind;
use crate::engine::{Bind, Linked, Read, Row, Write, binds};
use crate::error::{StoreError, StoreResult};

/// Where a sheet is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SheetState {
    /// Being typed.
    Draft,
    /// Handed in and locked.
    Submitted,
    /// Given back with reasons; only the returned cells are open.
    Returned,
    /// Accepted; its figures are published.
    Accepted,
}

impl SheetState {
    /// All states, in the order of a sheet's life.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Submitted, Self::Returned, Self::Accepted];

    /// Stable word, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
        }
    }
}

impl std::str::FromStr for SheetState {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|state| state.as_str() == text).ok_or(())
    }
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// UUIDv7.
    pub id: String,
    /// Area that is asked.
    pub area: AreaId,
    /// Period asked about.
    pub period: Period,
    /// Agency that asks and accepts.
    pub agency: AgencyId,
    /// 1 for the first report, more for corrections after acceptance.
    pub round: i64,
    /// Where it is in its life.
    pub state: SheetState,
    /// Account that handed it in last.
    pub submitted_by: Option<String>,
    /// When its state last changed.
    pub changed_at: Instant,
    /// Optimistic version.
    pub version: i64,
}

/// A cell as typed. Texts are kept exactly as they were typed, also when they are wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetCell {
    /// UUIDv7.
    pub id: String,
    /// Sheet it stands in.
    pub sheet_id: String,
    /// What is asked.
    pub measure: MeasureId,
    /// Breakdown; empty for the total.
    pub breakdown: BreakdownId,
    /// Numerator, count, value or yes/no as typed.
    pub typed_numerator: String,
    /// Denominator as typed.
    pub typed_denominator: String,
    /// Ticked "does not apply here".
    pub not_applicable: bool,
    /// Note to the figure.
    pub note: String,
    /// Why the reviewer gave it back.
    pub return_reason: Option<String>,
    /// Account that typed it last.
    pub saved_by: String,
    /// When.
    pub saved_at: Instant,
    /// Optimistic version; 0 before it is first saved.
    pub version: i64,
}

/// Something that happened to a sheet, with what stood in it then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetEvent {
    /// UUIDv7.
    pub id: String,
    /// Sheet.
    pub sheet_id: String,
    /// From 1, without gaps.
    pub position: i64,
    /// What happened.
    pub verb: SheetVerb,
    /// Account id.
    pub actor: String,
    /// When.
    pub at: Instant,
    /// Why, in the actor's words.
    pub reason: String,
    /// The cells as JSON, so that every version can be read again.
    pub content: String,
}

/// What can happen to a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetVerb {
    /// Handed in.
    Submitted,
    /// Given back.
    Returned,
    /// Accepted.
    Accepted,
    /// Opened again for a correction.
    Reopened,
}

impl SheetVerb {
    /// Stable word, as stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Accepted => "accepted",
            Self::Reopened => "reopened",
        }
    }
}

impl std::str::FromStr for SheetVerb {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let all = [Self::Submitted, Self::Returned, Self::Accepted, Self::Reopened];
        all.into_iter().find(|verb| verb.as_str() == text).ok_or(())
    }
}

const SELECT_SHEET: &str =
    "select id, area, period, agency, round, state, submitted_by, changed_at, version from sheet where id = $1";
const SELECT_LATEST: &str = "select id, area, period, agency, round, state, submitted_by, changed_at, version
  from sheet
  where area = $1 and period = $2 and agency = $3
  order by round desc
  limit 1";
const SELECT_OF_PERIOD: &str = "select id, area, period, agency, round, state, submitted_by, changed_at, version
  from sheet
  where period = $1 and agency = $2
  order by area, round
  limit $3";
const SELECT_IN_STATE: &str = "select id, area, period, agency, round, state, submitted_by, changed_at, version
  from sheet
  where state = $1 and agency = $2
  order by changed_at, id
  limit $3";
const INSERT_SHEET: &str =
    "insert into sheet (id, area, period, agency, round, state, submitted_by, changed_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const UPDATE_SHEET: &str = "update sheet set state = $1, submitted_by = $2, changed_at = $3, version = version + 1
  where id = $4 and version = $5";
const SELECT_CELLS: &str =
    "select id, sheet_id, measure, breakdown, typed_numerator, typed_denominator, not_applicable, note,
    return_reason, saved_by, saved_at, version
  from sheet_cell
  where sheet_id = $1
  order by measure, breakdown";
const INSERT_CELL: &str =
    "insert into sheet_cell (id, sheet_id, measure, breakdown, typed_numerator, typed_denominator,
    not_applicable, note, return_reason, saved_by, saved_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1)";
const UPDATE_CELL: &str =
    "update sheet_cell set typed_numerator = $1, typed_denominator = $2, not_applicable = $3, note = $4,
    return_reason = $5, saved_by = $6, saved_at = $7, version = version + 1
  where id = $8 and version = $9";
const SELECT_EVENTS: &str = "select id, sheet_id, position, verb, actor, at, reason, content
  from sheet_event
  where sheet_id = $1
  order by position
  limit 200";
const SELECT_PAST: &str = "select s.round, e.id, e.sheet_id, e.position, e.verb, e.actor, e.at, e.reason, e.content
  from sheet s
  join sheet_event e on e.sheet_id = s.id
  where s.area = $1 and s.period = $2 and s.agency = $3 and s.round < $4
  order by s.round, e.position
  limit 1000";
const LOCK_SHEET: &str = "select id from sheet
  where area = $1 and period = $2 and agency = $3
  order by round
  /*postgres: for update */";
const SELECT_MAKERS: &str = "select account_id from sheet_maker where sheet_id = $1
  union
  select saved_by as account_id from sheet_cell where sheet_id = $1
  union
  select actor as account_id from sheet_event where sheet_id = $1 and verb = 'submitted'
  order by account_id";
const INSERT_MAKER: &str = "insert into sheet_maker (sheet_id, account_id) values ($1, $2)
  on conflict (sheet_id, account_id) do nothing";
const INSERT_EVENT: &str = "insert into sheet_event (id, sheet_id, position, verb, actor, at, reason, content)
  values ($1, $2, $3, $4, $5, $6, $7, $8)";

pub(crate) const STATEMENTS: &[&str] = &[
    SELECT_SHEET,
    SELECT_LATEST,
    SELECT_OF_PERIOD,
    SELECT_IN_STATE,
    INSERT_SHEET,
    UPDATE_SHEET,
    SELECT_CELLS,
    INSERT_CELL,
    UPDATE_CELL,
    SELECT_EVENTS,
    SELECT_PAST,
    LOCK_SHEET,
    SELECT_MAKERS,
    INSERT_MAKER,
    INSERT_EVENT,
];

/// Reads that pages do in a snapshot and verbs do in their transaction.
macro_rules! sheet_reads {
    ($($holder:ty),*) => {$(
        impl $holder {
            /// Sheet of an id.
            ///
            /// # Errors
            /// `Corrupt` when the row cannot be read.
            pub async fn sheet(&mut self, id: &str) -> StoreResult<Option<Sheet>> {
                self.link().row(SELECT_SHEET, binds![id]).await?.as_ref().map(sheet).transpose()
            }

            /// Newest sheet of an area, period and agency.
            ///
            /// # Errors
            /// `Corrupt` when the row cannot be read.
            pub async fn latest_sheet(&mut self, area: &AreaId, period: &Period, agency: &AgencyId) -> StoreResult<Option<Sheet>> {
                let binds = binds![area.as_str(), period.to_string(), agency.as_str()];
                self.link().row(SELECT_LATEST, binds).await?.as_ref().map(sheet).transpose()
            }

            /// Cells of a sheet in order of measure and breakdown.
            ///
            /// # Errors
            /// `Corrupt` when a row cannot be read.
            pub async fn sheet_cells(&mut self, sheet_id: &str) -> StoreResult<Vec<SheetCell>> {
                self.link().rows(SELECT_CELLS, binds![sheet_id]).await?.iter().map(cell).collect()
            }

            /// Events of a sheet, oldest first.
            ///
            /// # Errors
            /// `Corrupt` when a row cannot be read.
            pub async fn sheet_events(&mut self, sheet_id: &str) -> StoreResult<Vec<SheetEvent>> {
                self.link().rows(SELECT_EVENTS, binds![sheet_id]).await?.iter().map(event).collect()
            }

            /// Accounts that typed into a sheet or handed it in, in order of id: none of them may accept it.
            ///
            /// # Errors
            /// `Driver` when the database does not answer.
            pub async fn sheet_makers(&mut self, sheet_id: &str) -> StoreResult<Vec<String>> {
                let rows = self.link().rows(SELECT_MAKERS, binds![sheet_id]).await?;
                rows.iter().map(|row| row.text("account_id")).collect()
            }
        }
    )*};
}

sheet_reads!(Read, Write);

impl Read {
    /// What happened to a sheet in the rounds before this one, each with its round, oldest first.
    ///
    /// # Errors
    /// `Corrupt` when a row cannot be read.
    pub async fn earlier_events(&mut self, latest: &Sheet) -> StoreResult<Vec<(i64, SheetEvent)>> {
        let Sheet { area, period, agency, round, .. } = latest;
        let binds = binds![area.as_str(), period.to_string(), agency.as_str(), *round];
        let rows = self.link().rows(SELECT_PAST, binds).await?;
        rows.iter().map(|row| Ok((row.int("round")?, event(row)?))).collect()
    }

    /// Sheets of a period and agency, by area and round.
    ///
    /// # Errors
    /// `Corrupt` when a row cannot be read.
    pub async fn sheets_of_period(
        &mut self,
        period: &Period,
        agency: &AgencyId,
        limit: i64,
    ) -> StoreResult<Vec<Sheet>> {
        let binds = binds![period.to_string(), agency.as_str(), limit];
        self.link().rows(SELECT_OF_PERIOD, binds).await?.iter().map(sheet).collect()
    }

    /// Sheets of an agency in a state, longest waiting first.
    ///
    /// # Errors
    /// `Corrupt` when a row cannot be read.
    pub async fn sheets_in_state(
        &mut self,
        state: SheetState,
        agency: &AgencyId,
        limit: i64,
    ) -> StoreResult<Vec<Sheet>> {
        let binds = binds![state.as_str(), agency.as_str(), limit];
        self.link().rows(SELECT_IN_STATE, binds).await?.iter().map(sheet).collect()
    }
}

impl Write {
    /// Opens a sheet.
    ///
    /// # Errors
    /// `Constraint` when somebody opened the same sheet in the same moment.
    pub async fn insert_sheet(&mut self, sheet: &Sheet) -> StoreResult<()> {
        let Sheet { id, area, period, agency, round, state, submitted_by, changed_at, version } = sheet;
        let binds = binds![
            id,
            area.as_str(),
            period.to_string(),
            agency.as_str(),
            *round,
            state.as_str(),
            submitted_by.clone(),
            changed_at.to_string(),
            *version
        ];
        self.link.execute(INSERT_SHEET, binds).await?;
        self.touch(Kind::Sheet, id);
        Ok(())
    }

    /// Moves a sheet that still has the version that was read to its next state.
    ///
    /// # Errors
    /// `Conflict` when somebody else moved it meanwhile.
    pub async fn update_sheet(&mut self, sheet: &Sheet) -> StoreResult<()> {
        let Sheet { id, state, submitted_by, changed_at, version, .. } = sheet;
        let binds = binds![state.as_str(), submitted_by.clone(), changed_at.to_string(), id, *version];
        if self.link.execute(UPDATE_SHEET, binds).await? == 0 {
            return Err(StoreError::Conflict { table: "sheet", id: id.clone() });
        }
        self.touch(Kind::Sheet, id);
        Ok(())
    }

    /// Takes the turn to type into a sheet or to move it on: until the end of this transaction nobody else does, on
    /// either engine.
    ///
    /// # Errors
    /// `Driver` when the turn does not come in time.
    pub async fn lock_sheet(&mut self, area: &AreaId, period: &Period, agency: &AgencyId) -> StoreResult<()> {
        let binds = binds![area.as_str(), period.to_string(), agency.as_str()];
        self.link.rows(LOCK_SHEET, binds).await?;
        Ok(())
    }

    /// Remembers that an account typed into a sheet.
    ///
    /// # Errors
    /// `Driver` when the database refuses.
    pub async fn remember_maker(&mut self, sheet_id: &str, account_id: &str) -> StoreResult<()> {
        self.link.execute(INSERT_MAKER, binds![sheet_id, account_id]).await?;
        Ok(())
    }

    /// Saves a cell as typed: new when its version is 0, else only over the version that was read.
    ///
    /// # Errors
    /// `Conflict` when somebody else saved it meanwhile.
    pub async fn save_cell(&mut self, cell: &SheetCell) -> StoreResult<()> {
        let changed = if cell.version == 0 { self.insert_cell(cell).await? } else { self.update_cell(cell).await? };
        if changed == 0 {
            return Err(StoreError::Conflict { table: "sheet_cell", id: cell.id.clone() });
        }
        Ok(())
    }

    async fn insert_cell(&mut self, cell: &SheetCell) -> StoreResult<u64> {
        let binds: [Bind; 11] = [
            (&cell.id).into(),
            (&cell.sheet_id).into(),
            cell.measure.as_str().into(),
            cell.breakdown.as_str().into(),
            (&cell.typed_numerator).into(),
            (&cell.typed_denominator).into(),
            cell.not_applicable.into(),
            (&cell.note).into(),
            cell.return_reason.clone().into(),
            (&cell.saved_by).into(),
            cell.saved_at.to_string().into(),
        ];
        match self.link.execute(INSERT_CELL, &binds).await {
            Err(StoreError::Constraint { .. }) => Ok(0),
            other => other,
        }
    }

    async fn update_cell(&mut self, cell: &SheetCell) -> StoreResult<u64> {
        let SheetCell {
            typed_numerator,
            typed_denominator,
            not_applicable,
            note,
            return_reason,
            saved_by,
            saved_at,
            id,
            version,
            ..
        } = cell;
        let binds = binds![
            typed_numerator,
            typed_denominator,
            *not_applicable,
            note,
            return_reason.clone(),
            saved_by,
            saved_at.to_string(),
            id,
            *version
        ];
        self.link.execute(UPDATE_CELL, binds).await
    }

    /// Adds an event to the life of a sheet.
    ///
    /// # Errors
    /// `Constraint` when another event took the position.
    pub async fn insert_sheet_event(&mut self, event: &SheetEvent) -> StoreResult<()> {
        let SheetEvent { id, sheet_id, position, verb, actor, at, reason, content } = event;
        let binds = binds![id, sheet_id, *position, verb.as_str(), actor, at.to_string(), reason, content];
        self.link.execute(INSERT_EVENT, binds).await?;
        self.touch(Kind::SheetEvent, id);
        Ok(())
    }
}

fn sheet(row: &Row) -> StoreResult<Sheet> {
    Ok(Sheet {
        id: row.text("id")?,
        area: row.parse("area")?,
        period: row.parse("period")?,
        agency: row.parse("agency")?,
        round: row.int("round")?,
        state: row.parse("state")?,
        submitted_by: row.text_or_null("submitted_by")?,
        changed_at: row.parse("changed_at")?,
        version: row.int("version")?,
    })
}

fn cell(row: &Row) -> StoreResult<SheetCell> {
    Ok(SheetCell {
        id: row.text("id")?,
        sheet_id: row.text("sheet_id")?,
        measure: row.parse("measure")?,
        breakdown: row.parse("breakdown")?,
        typed_numerator: row.text("typed_numerator")?,
        typed_denominator: row.text("typed_denominator")?,
        not_applicable: row.bool("not_applicable")?,
        note: row.text("note")?,
        return_reason: row.text_or_null("return_reason")?,
        saved_by: row.text("saved_by")?,
        saved_at: row.parse("saved_at")?,
        version: row.int("version")?,
    })
}

fn event(row: &Row) -> StoreResult<SheetEvent> {
    Ok(SheetEvent {
        id: row.text("id")?,
        sheet_id: row.text("sheet_id")?,
        position: row.int("position")?,
        verb: row.parse("verb")?,
        actor: row.text("actor")?,
        at: row.parse("at")?,
        reason: row.text("reason")?,
        content: row.text("content")?,
    })
}
