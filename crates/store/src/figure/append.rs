//! Accepting figures: new versions, roll-ups and the audit digest in one transaction. Bulk paths:
//! many rows a statement on SQLite, `COPY` on PostgreSQL.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use ansinh_kernel::area::AreaId;
use ansinh_kernel::digest::DigestWriter;
use ansinh_kernel::figure::CellState;

use super::encode::{Canonical, Columns, qualifier_code};
use super::{Acceptance, Cell, Increment, Slice, Statement};
use crate::audit::{Kind, Touched};
use crate::engine::{Bind, Link, Write, binds};
use crate::error::{StoreError, StoreResult};
use crate::keys::{self, Keys};

const LOCK_ACCEPTANCE: &str = "/*postgres: lock table acceptance in share row exclusive mode; */";
const NEXT_ACCEPTANCE: &str = "select coalesce(max(key), 0) + 1 as key from acceptance";
const INSERT_ACCEPTANCE: &str = "insert into acceptance (key, id, kind, author, at, reason, packs, rows)
  values ($1, $2, $3, $4, $5, $6, $7, $8)";
const SELECT_CURRENT: &str = "select area_key, version, state, numerator, denominator, note
  from observation
  where slice_key = $1 and period = $2
  order by area_key, version";
const INSERT_OBSERVATIONS: &str = "insert into observation (slice_key, period, area_key, version, state, qualifier,
  numerator, denominator, acceptance_key, source, as_of, note) values ";
const COPY_OBSERVATIONS: &str = "copy observation (slice_key, period, area_key, version, state, qualifier,
  numerator, denominator, acceptance_key, source, as_of, note) from stdin";
const UPSERT_ROLLUPS: &str =
    "insert into rollup (slice_key, period, area_key, numerator, denominator, reporters) values ";
const ON_CONFLICT_ADD: &str = " on conflict (slice_key, period, area_key) do update set
  numerator = rollup.numerator + excluded.numerator,
  denominator = rollup.denominator + excluded.denominator,
  reporters = rollup.reporters + excluded.reporters";

pub(super) const STATEMENTS: &[&str] = &[NEXT_ACCEPTANCE, INSERT_ACCEPTANCE, SELECT_CURRENT];

/// Rows a multi-row statement carries; SQLite allows 32,766 values, PostgreSQL 65,535.
const ROWS_PER_STATEMENT: usize = 1_000;
/// Above this many areas of one slice and period, all of them are read instead of those asked for.
const AREAS_BY_NAME: usize = 400;

/// One cell that is about to get its next version.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Which cell.
    pub cell: Cell,
    /// Number of the new version: the one that was current plus one.
    pub number: i64,
    /// What it says.
    pub statement: Statement,
}

/// What a cell says when its next version is about to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Number of the version.
    pub number: i64,
    /// Its value, or why there is none.
    pub state: CellState,
    /// Its note.
    pub note: Option<String>,
}

struct Row<'a> {
    key: (i64, i64, i64, i64),
    slice: &'a Slice,
    area: &'a AreaId,
    columns: Columns,
    qualifier: i64,
    texts: [Option<&'a str>; 3],
}

impl Write {
    /// Takes the turn to accept figures. Accepting is serial on both engines, so that what was read
    /// as current is still current when the new version is written.
    ///
    /// # Errors
    /// `Driver` when the turn does not come in time.
    pub async fn lock_acceptances(&mut self) -> StoreResult<()> {
        if self.link.is_postgres() {
            self.link.script(LOCK_ACCEPTANCE).await?;
        }
        Ok(())
    }

    /// The current version of each cell that has one.
    ///
    /// # Errors
    /// `Corrupt` when a stored value cannot be read.
    pub async fn current_versions(&mut self, cells: &[Cell]) -> StoreResult<BTreeMap<Cell, Standing>> {
        let keys = self.keys().await?;
        let mut groups: BTreeMap<(i64, i64), Vec<(i64, &Cell)>> = BTreeMap::new();
        for cell in cells {
            if let (Some(slice), Some(area)) = (keys.slice(&cell.slice), keys.area(&cell.area)) {
                groups.entry((slice, cell.period.code())).or_default().push((area, cell));
            }
        }
        let mut current = BTreeMap::new();
        for ((slice, period), wanted) in groups {
            let by_area: BTreeMap<i64, &Cell> = wanted.into_iter().collect();
            for row in self.link.rows(&current_sql(&by_area), binds![slice, period]).await? {
                if let Some(cell) = by_area.get(&row.int("area_key")?) {
                    let (number, state) = (row.int("version")?, Columns::read(&row)?.state()?);
                    current.insert((*cell).clone(), Standing { number, state, note: row.text_or_null("note")? });
                }
            }
        }
        Ok(current)
    }

    /// Writes an acceptance: its versions and what they add to the roll-ups. The rows are digested
    /// on the way; the commit puts the digest into the chain.
    ///
    /// # Errors
    /// `Constraint` when a version already exists (somebody else accepted the cell meanwhile).
    pub async fn accept(
        &mut self,
        acceptance: &Acceptance,
        accepted: &[Accepted],
        increments: &[Increment],
    ) -> StoreResult<()> {
        let keys = self.keys_of(accepted, increments).await?;
        let key = self.insert_acceptance(acceptance, accepted.len()).await?;
        let mut rows = accepted.iter().map(|one| row_of(&keys, one)).collect::<StoreResult<Vec<_>>>()?;
        rows.sort_unstable_by_key(|row| row.key);
        let digest = digest_of(&rows);
        if self.link.is_postgres() {
            self.link.copy_in(COPY_OBSERVATIONS, copy_text(&rows, key)).await?;
        } else {
            self.insert_observations(&rows, key).await?;
        }
        self.add_to_rollups(&keys, increments).await?;
        self.subjects.push(Touched::Batch { acceptance: acceptance.id.clone(), rows: digest });
        self.touch(Kind::Acceptance, &acceptance.id);
        Ok(())
    }

    async fn keys_of(&mut self, accepted: &[Accepted], increments: &[Increment]) -> StoreResult<Arc<Keys>> {
        let cells = || accepted.iter().map(|one| &one.cell).chain(increments.iter().map(|one| &one.cell));
        let mut areas: Vec<AreaId> =
            cells().map(|cell| &cell.area).collect::<std::collections::BTreeSet<_>>().into_iter().cloned().collect();
        let slices: Vec<Slice> =
            cells().map(|cell| &cell.slice).collect::<std::collections::BTreeSet<_>>().into_iter().cloned().collect();
        areas.dedup();
        keys::ensure(self, &areas, &slices).await
    }

    async fn insert_acceptance(&mut self, acceptance: &Acceptance, rows: usize) -> StoreResult<i64> {
        let key = match self.link.row(NEXT_ACCEPTANCE, &[]).await? {
            Some(row) => row.int("key")?,
            None => 1,
        };
        let rows = i64::try_from(rows).unwrap_or(i64::MAX);
        let Acceptance { id, kind, author, at, reason, packs } = acceptance;
        let binds = binds![key, id, kind.as_str(), author, at.to_string(), reason, packs.to_string(), rows];
        self.link.execute(INSERT_ACCEPTANCE, binds).await?;
        Ok(key)
    }

    async fn insert_observations(&mut self, rows: &[Row<'_>], acceptance: i64) -> StoreResult<()> {
        for chunk in rows.chunks(ROWS_PER_STATEMENT) {
            let mut binds = Vec::with_capacity(chunk.len() * 12);
            for row in chunk {
                let (slice, period, area, version) = row.key;
                let Columns { state, numerator, denominator } = row.columns;
                binds.extend([slice, period, area, version, state, row.qualifier].map(Bind::from));
                binds.extend([numerator, denominator].map(Bind::from));
                binds.push(Bind::from(acceptance));
                binds.extend(row.texts.map(Bind::from));
            }
            let sql = format!("{INSERT_OBSERVATIONS}{}", tuples(&self.link, chunk.len(), 12));
            self.link.execute(&sql, &binds).await?;
        }
        Ok(())
    }

    async fn add_to_rollups(&mut self, keys: &Keys, increments: &[Increment]) -> StoreResult<()> {
        let mut sums: BTreeMap<(i64, i64, i64), (i64, i64, i64)> = BTreeMap::new();
        for increment in increments {
            let (slice, area) = keys_of_cell(keys, &increment.cell)?;
            let sum = sums.entry((slice, increment.cell.period.code(), area)).or_default();
            *sum = (sum.0 + increment.numerator, sum.1 + increment.denominator, sum.2 + increment.reporters);
        }
        let rows: Vec<_> = sums.into_iter().filter(|(_, sum)| *sum != (0, 0, 0)).collect();
        for chunk in rows.chunks(ROWS_PER_STATEMENT) {
            let mut binds = Vec::with_capacity(chunk.len() * 6);
            for ((slice, period, area), (numerator, denominator, reporters)) in chunk {
                binds.extend([*slice, *period, *area, *numerator, *denominator, *reporters].map(Bind::from));
            }
            let sql = format!("{UPSERT_ROLLUPS}{}{ON_CONFLICT_ADD}", tuples(&self.link, chunk.len(), 6));
            self.link.execute(&sql, &binds).await?;
        }
        Ok(())
    }
}

fn current_sql(by_area: &BTreeMap<i64, &Cell>) -> String {
    if by_area.len() > AREAS_BY_NAME {
        return SELECT_CURRENT.to_owned();
    }
    let list = by_area.keys().map(i64::to_string).collect::<Vec<_>>().join(", ");
    SELECT_CURRENT.replace("order by", &format!("and area_key in ({list})\n  order by"))
}

fn keys_of_cell(keys: &Keys, cell: &Cell) -> StoreResult<(i64, i64)> {
    let missing = || StoreError::NotFound { table: "area_key", id: cell.area.to_string() };
    Ok((keys.slice(&cell.slice).ok_or_else(missing)?, keys.area(&cell.area).ok_or_else(missing)?))
}

fn row_of<'a>(keys: &Keys, accepted: &'a Accepted) -> StoreResult<Row<'a>> {
    let Accepted { cell, number, statement } = accepted;
    let (slice, area) = keys_of_cell(keys, cell)?;
    Ok(Row {
        key: (slice, cell.period.code(), area, *number),
        slice: &cell.slice,
        area: &cell.area,
        columns: Columns::of(&statement.state),
        qualifier: qualifier_code(statement.qualifier),
        texts: [
            statement.source.as_ref().map(ansinh_kernel::id::SourceId::as_str),
            statement.as_of.as_deref(),
            statement.note.as_deref(),
        ],
    })
}

fn digest_of(rows: &[Row<'_>]) -> ansinh_kernel::digest::Digest {
    let (mut writer, mut buffer) = (DigestWriter::new(), String::new());
    for row in rows {
        let Row { key: (_, period, _, version), slice, area, columns, qualifier, texts } = row;
        Canonical {
            slice,
            period: *period,
            area,
            version: *version,
            columns: *columns,
            qualifier: *qualifier,
            texts: *texts,
        }
        .write(&mut buffer);
        writer.field(buffer.as_bytes());
    }
    writer.finish()
}

/// `($1, $2), ($3, $4)` for so many rows of so many columns. SQLite gets plain question marks: its
/// driver looks a numbered one up among all the others, which is quadratic.
fn tuples(link: &Link, rows: usize, columns: usize) -> String {
    let numbered = link.is_postgres();
    let mut text = String::with_capacity(rows * columns * 7);
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 1..=columns {
            text.push_str(if column == 1 { "" } else { ", " });
            if numbered {
                let _ = write!(text, "${}", row * columns + column);
            } else {
                text.push('?');
            }
        }
        text.push(')');
    }
    text
}

/// Text format of `COPY`: tabs, `\N` for null, backslashes before what would be misread.
fn copy_text(rows: &[Row<'_>], acceptance: i64) -> Vec<u8> {
    let mut out = String::with_capacity(rows.len() * 64);
    let number = |out: &mut String, value: Option<i64>| match value {
        Some(value) => {
            let _ = write!(out, "{value}\t");
        }
        None => out.push_str("\\N\t"),
    };
    for row in rows {
        let (slice, period, area, version) = row.key;
        let _ = write!(out, "{slice}\t{period}\t{area}\t{version}\t{}\t{}\t", row.columns.state, row.qualifier);
        number(&mut out, row.columns.numerator);
        number(&mut out, row.columns.denominator);
        let _ = write!(out, "{acceptance}");
        for text in row.texts {
            out.push('\t');
            match text {
                Some(text) => push_copied(&mut out, text),
                None => out.push_str("\\N"),
            }
        }
        out.push('\n');
    }
    out.into_bytes()
}

fn push_copied(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            other => out.push(other),
        }
    }
}
