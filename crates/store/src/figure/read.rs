//! Reading figures: what cells say now (stated or rolled up), their history, and which slices and
//! periods exist at all. Every read is bounded by the keys it is given.

use std::collections::BTreeMap;

use ansinh_kernel::area::AreaId;
use ansinh_kernel::digest::{Digest, DigestWriter};
use ansinh_kernel::figure::{CellState, Value};
use ansinh_kernel::period::Period;

use super::encode::{Canonical, Columns, statement};
use super::{Acceptance, Cell, Current, Made, Slice, Statement, Turn, Version};
use crate::engine::{Linked, Read, Row, binds};
use crate::error::{StoreError, StoreResult};
use crate::keys::Keys;

const CURRENT_STATED: &str = "select slice_key, period, area_key, version, state, qualifier, numerator, denominator,
    source, as_of, note
  from observation
  where slice_key in (SLICES) and period in (PERIODS) and area_key in (AREAS)
  order by slice_key, period, area_key, version";
const CURRENT_ROLLED_UP: &str = "select slice_key, period, area_key, numerator, denominator, reporters
  from rollup
  where slice_key in (SLICES) and period in (PERIODS) and area_key in (AREAS)
  order by slice_key, period, area_key";
const ANSWERED: &str = "select slice_key, count(*) as areas
  from (
    select o.slice_key, o.area_key
    from observation o
    where o.slice_key in (SLICES) and o.period in (PERIODS) and o.area_key in (AREAS) and o.state <> 10
    group by o.slice_key, o.period, o.area_key
  ) answered
  group by slice_key
  order by slice_key";
const HISTORY: &str = "select o.version, o.state, o.qualifier, o.numerator, o.denominator, o.source, o.as_of, o.note,
    a.id, a.kind, a.author, a.at, a.reason, a.packs
  from observation o
  join acceptance a on a.key = o.acceptance_key
  where o.slice_key = $1 and o.period = $2 and o.area_key = $3
  order by o.version";
const ALL_OBSERVATIONS: &str = "select slice_key, period, area_key, version, state, qualifier, numerator, denominator,
    acceptance_key, source, as_of, note
  from observation
  order by slice_key, period, area_key, version";
const ALL_ROLLUPS: &str = "select slice_key, period, area_key, numerator, denominator, reporters
  from rollup
  order by slice_key, period, area_key";
const ALL_ACCEPTANCES: &str = "select key, id from acceptance order by key";

const LATEST_ACCEPTANCES: &str = "select key, id from acceptance where key >= $1 order by key desc limit 64";

pub(super) const STATEMENTS: &[&str] = &[HISTORY, ALL_OBSERVATIONS, ALL_ROLLUPS, ALL_ACCEPTANCES, LATEST_ACCEPTANCES];

/// Which figures are wanted: every combination of these that exists is returned.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Slices of the cube.
    pub slices: Vec<Slice>,
    /// Periods.
    pub periods: Vec<Period>,
    /// Areas.
    pub areas: Vec<AreaId>,
}

impl Read {
    /// What the cells of a request say now, in order of slice, period and area. A figure stated for
    /// an area goes before the one rolled up from the areas in it.
    ///
    /// # Errors
    /// `Corrupt` when a stored value cannot be read.
    pub async fn figures(&mut self, request: &Request) -> StoreResult<Vec<Current>> {
        let keys = self.keys().await?;
        let Some(lists) = Lists::of(&keys, request) else { return Ok(Vec::new()) };
        let mut found: BTreeMap<(i64, i64, i64), Current> = BTreeMap::new();
        for row in self.link().rows(&lists.fill(CURRENT_ROLLED_UP), &[]).await? {
            let key = key_of(&row)?;
            let made = Made::RolledUp { reporters: row.int("reporters")? };
            let sums = Sums { numerator: row.int("numerator")?, denominator: row.int("denominator")? };
            let statement = Statement::plain(sums.state()?);
            found.insert(key, Current { cell: cell_of(&keys, key)?, statement, made });
        }
        for row in self.link().rows(&lists.fill(CURRENT_STATED), &[]).await? {
            let key = key_of(&row)?;
            let made = Made::Stated { version: row.int("version")? };
            found.insert(key, Current { cell: cell_of(&keys, key)?, statement: statement(&row)?, made });
        }
        Ok(found.into_values().collect())
    }

    /// How many cells of a request have been answered, with a value or with "does not apply", by slice.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn answered(&mut self, request: &Request) -> StoreResult<BTreeMap<Slice, i64>> {
        let keys = self.keys().await?;
        let Some(lists) = Lists::of(&keys, request) else { return Ok(BTreeMap::new()) };
        let mut answered = BTreeMap::new();
        for row in self.link().rows(&lists.fill(ANSWERED), &[]).await? {
            if let Some(slice) = keys.slice_name(row.int("slice_key")?) {
                answered.insert(slice.clone(), row.int("areas")?);
            }
        }
        Ok(answered)
    }

    /// All versions of a cell, oldest first.
    ///
    /// # Errors
    /// `Corrupt` when a stored value cannot be read.
    pub async fn history(&mut self, cell: &Cell) -> StoreResult<Vec<Version>> {
        let keys = self.keys().await?;
        let (Some(slice), Some(area)) = (keys.slice(&cell.slice), keys.area(&cell.area)) else { return Ok(Vec::new()) };
        let rows = self.link().rows(HISTORY, binds![slice, cell.period.code(), area]).await?;
        rows.iter()
            .map(|row| {
                Ok(Version { number: row.int("version")?, statement: statement(row)?, acceptance: acceptance(row)? })
            })
            .collect()
    }

    /// Slices that hold any figure.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn slices(&mut self) -> StoreResult<Vec<Slice>> {
        let keys = self.keys().await?;
        Ok(keys.slices().map(|(slice, _)| slice.clone()).collect())
    }

    /// The latest acceptances from a number on, that one included, newest first; at most 64 of them. What one
    /// snapshot shows of the figures has changed exactly when this has.
    ///
    /// # Errors
    /// `Driver` when the database does not answer.
    pub async fn acceptances_from(&mut self, number: i64) -> StoreResult<Vec<Turn>> {
        let rows = self.link().rows(LATEST_ACCEPTANCES, binds![number]).await?;
        rows.iter().map(|row| Ok(Turn { number: row.int("key")?, id: row.text("id")? })).collect()
    }

    /// Calls `each` with what every stated cell says now, and `rolled` with every stored roll-up:
    /// the raw material for proving that the roll-ups are the sums of the cells.
    ///
    /// # Errors
    /// `Corrupt` when a stored value cannot be read.
    pub async fn every_cell(&mut self, mut each: impl FnMut(&Cell, &CellState)) -> StoreResult<()> {
        let keys = self.keys().await?;
        let mut last: Option<((i64, i64, i64), CellState)> = None;
        let mut give = |entry: Option<((i64, i64, i64), CellState)>| -> StoreResult<()> {
            if let Some((key, state)) = entry {
                each(&cell_of(&keys, key)?, &state);
            }
            Ok(())
        };
        self.link
            .stream(ALL_OBSERVATIONS, &[], |row| {
                let (key, state) = (key_of(row)?, Columns::read(row)?.state()?);
                if last.as_ref().is_some_and(|(seen, _)| *seen != key) {
                    give(last.take())?;
                }
                last = Some((key, state));
                Ok(())
            })
            .await?;
        give(last.take())
    }

    /// Calls `each` with every stored roll-up: cell, numerator, denominator, reporters.
    ///
    /// # Errors
    /// `Corrupt` when a stored value cannot be read.
    pub async fn every_rollup(&mut self, mut each: impl FnMut(&Cell, (i64, i64, i64))) -> StoreResult<()> {
        let keys = self.keys().await?;
        self.link
            .stream(ALL_ROLLUPS, &[], |row| {
                let sums = (row.int("numerator")?, row.int("denominator")?, row.int("reporters")?);
                each(&cell_of(&keys, key_of(row)?)?, sums);
                Ok(())
            })
            .await
    }
}

/// A stored sum. Which shape it has is the measure's; a sum without denominator is a count.
struct Sums {
    numerator: i64,
    denominator: i64,
}

impl Sums {
    fn state(&self) -> StoreResult<CellState> {
        let corrupt =
            |_| StoreError::Corrupt { column: "rollup.denominator".to_owned(), why: self.denominator.to_string() };
        Ok(CellState::Value(match self.denominator {
            0 => Value::Count(self.numerator),
            denominator => Value::ratio(self.numerator, denominator).map_err(corrupt)?,
        }))
    }
}

struct Lists {
    slices: String,
    periods: String,
    areas: String,
}

impl Lists {
    fn of(keys: &Keys, request: &Request) -> Option<Self> {
        let join = |numbers: Vec<i64>| {
            let texts: Vec<String> = numbers.iter().map(i64::to_string).collect();
            if texts.is_empty() { None } else { Some(texts.join(", ")) }
        };
        Some(Self {
            slices: join(request.slices.iter().filter_map(|slice| keys.slice(slice)).collect())?,
            periods: join(request.periods.iter().map(|period| period.code()).collect())?,
            areas: join(request.areas.iter().filter_map(|area| keys.area(area)).collect())?,
        })
    }

    /// Whole numbers made here, never input, so they may stand in the text.
    fn fill(&self, sql: &str) -> String {
        sql.replace("SLICES", &self.slices).replace("PERIODS", &self.periods).replace("AREAS", &self.areas)
    }
}

fn key_of(row: &Row) -> StoreResult<(i64, i64, i64)> {
    Ok((row.int("slice_key")?, row.int("period")?, row.int("area_key")?))
}

fn cell_of(keys: &Keys, (slice, period, area): (i64, i64, i64)) -> StoreResult<Cell> {
    let corrupt = |column: &str, key: i64| StoreError::Corrupt { column: column.to_owned(), why: key.to_string() };
    Ok(Cell {
        slice: keys.slice_name(slice).ok_or_else(|| corrupt("slice_key", slice))?.clone(),
        period: Period::from_code(period).map_err(|_| corrupt("period", period))?,
        area: keys.area_name(area).ok_or_else(|| corrupt("area_key", area))?.clone(),
    })
}

fn acceptance(row: &Row) -> StoreResult<Acceptance> {
    let kind = row.text("kind")?;
    Ok(Acceptance {
        id: row.text("id")?,
        kind: kind.parse().map_err(|()| StoreError::Corrupt { column: "kind".to_owned(), why: kind })?,
        author: row.text("author")?,
        at: row.parse("at")?,
        reason: row.text("reason")?,
        packs: row.parse("packs")?,
    })
}

/// Digest and number of the observations of each acceptance, in one pass over the table: rows of one
/// batch were digested in key order when they were written, and arrive in key order here.
pub(crate) async fn batch_digests(read: &mut Read) -> StoreResult<BTreeMap<String, (Digest, i64)>> {
    // From the database, not from memory: the dictionary is part of what is proved.
    let keys = Keys::load(read).await?;
    let mut ids = BTreeMap::new();
    for row in read.link.rows(ALL_ACCEPTANCES, &[]).await? {
        ids.insert(row.int("key")?, row.text("id")?);
    }
    let mut batches: BTreeMap<i64, (DigestWriter, i64)> =
        ids.keys().map(|key| (*key, (DigestWriter::new(), 0))).collect();
    let mut buffer = String::new();
    read.link
        .stream(ALL_OBSERVATIONS, &[], |row| {
            let (writer, rows) = batches.entry(row.int("acceptance_key")?).or_insert_with(|| (DigestWriter::new(), 0));
            if digest_row(&keys, row, &mut buffer).is_err() {
                "unreadable".clone_into(&mut buffer);
            }
            writer.field(buffer.as_bytes());
            *rows += 1;
            Ok(())
        })
        .await?;
    let name = |key: i64| ids.get(&key).cloned().unwrap_or_else(|| format!("acceptance_key {key}"));
    Ok(batches.into_iter().map(|(key, (writer, rows))| (name(key), (writer.finish(), rows))).collect())
}

/// A row that cannot be read, or whose dictionary key is gone, must not stop verification: it then
/// digests to something else, and its batch is named.
fn digest_row(keys: &Keys, row: &Row, buffer: &mut String) -> StoreResult<()> {
    let (slice, period, area) = key_of(row)?;
    let texts = [row.text_or_null("source")?, row.text_or_null("as_of")?, row.text_or_null("note")?];
    let (Some(slice), Some(area)) = (keys.slice_name(slice), keys.area_name(area)) else {
        "unknown key".clone_into(buffer);
        return Ok(());
    };
    Canonical {
        slice,
        period,
        area,
        version: row.int("version")?,
        columns: Columns::read(row)?,
        qualifier: row.int("qualifier")?,
        texts: [texts[0].as_deref(), texts[1].as_deref(), texts[2].as_deref()],
    }
    .write(buffer);
    Ok(())
}
