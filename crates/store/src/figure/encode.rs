//! How a statement becomes columns and back, and the canonical text of a row that the audit chain
//! digests. The text names areas and slices by id, so that the dictionaries are proved too.

use std::fmt::Write as _;

use ansinh_kernel::area::AreaId;
use ansinh_kernel::decimal::Decimal;
use ansinh_kernel::figure::{CellState, Qualifier, Value};

use super::{Slice, Statement};
use crate::engine::Row;
use crate::error::{StoreError, StoreResult};

/// A statement as columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) state: i64,
    pub(super) numerator: Option<i64>,
    pub(super) denominator: Option<i64>,
}

const COUNT: i64 = 1;
const RATIO: i64 = 2;
const DECIMAL: i64 = 3;
const FLAG: i64 = 4;
const MISSING: i64 = 10;
const NOT_APPLICABLE: i64 = 11;
const NOT_YET_DUE: i64 = 12;
const WITHHELD: i64 = 13;

impl Columns {
    pub(super) fn of(state: &CellState) -> Self {
        let (state, numerator, denominator) = match state {
            CellState::Value(Value::Count(count)) => (COUNT, Some(*count), None),
            CellState::Value(Value::Ratio { numerator, denominator, .. }) => {
                (RATIO, Some(*numerator), Some(*denominator))
            }
            CellState::Value(Value::Decimal(decimal)) => {
                (DECIMAL, Some(decimal.units()), Some(i64::from(decimal.scale())))
            }
            CellState::Value(Value::Flag(flag)) => (FLAG, Some(i64::from(*flag)), None),
            CellState::Missing => (MISSING, None, None),
            CellState::NotApplicable => (NOT_APPLICABLE, None, None),
            CellState::NotYetDue => (NOT_YET_DUE, None, None),
            CellState::Withheld => (WITHHELD, None, None),
        };
        Self { state, numerator, denominator }
    }

    pub(super) fn read(row: &Row) -> StoreResult<Self> {
        Ok(Self {
            state: row.int("state")?,
            numerator: row.int_or_null("numerator")?,
            denominator: row.int_or_null("denominator")?,
        })
    }

    pub(super) fn state(&self) -> StoreResult<CellState> {
        Ok(match (self.state, self.numerator, self.denominator) {
            (COUNT, Some(count), None) => CellState::Value(Value::Count(count)),
            (RATIO, Some(numerator), Some(denominator)) => {
                CellState::Value(Value::ratio(numerator, denominator).map_err(|_| corrupt("denominator", self))?)
            }
            (DECIMAL, Some(units), Some(scale)) => {
                let scale = u8::try_from(scale).map_err(|_| corrupt("scale", &scale))?;
                CellState::Value(Value::Decimal(Decimal::new(units, scale).map_err(|_| corrupt("scale", &scale))?))
            }
            (FLAG, Some(flag), None) => CellState::Value(Value::Flag(flag == 1)),
            (MISSING, None, None) => CellState::Missing,
            (NOT_APPLICABLE, None, None) => CellState::NotApplicable,
            (NOT_YET_DUE, None, None) => CellState::NotYetDue,
            (WITHHELD, None, None) => CellState::Withheld,
            _ => return Err(corrupt("state", self)),
        })
    }
}

fn corrupt(column: &str, value: &impl std::fmt::Debug) -> StoreError {
    StoreError::Corrupt { column: column.to_owned(), why: format!("{value:?}") }
}

pub(super) fn qualifier_code(qualifier: Qualifier) -> i64 {
    match qualifier {
        Qualifier::Exact => 0,
        Qualifier::More => 1,
        Qualifier::Less => 2,
        Qualifier::AtLeast => 3,
        Qualifier::Approximately => 4,
        Qualifier::RangeLow => 5,
    }
}

fn qualifier_of(code: i64) -> StoreResult<Qualifier> {
    Ok(match code {
        0 => Qualifier::Exact,
        1 => Qualifier::More,
        2 => Qualifier::Less,
        3 => Qualifier::AtLeast,
        4 => Qualifier::Approximately,
        5 => Qualifier::RangeLow,
        _ => return Err(corrupt("qualifier", &code)),
    })
}

/// Reads the columns `state, qualifier, numerator, denominator, source, as_of, note` of a row.
pub(super) fn statement(row: &Row) -> StoreResult<Statement> {
    let source = match row.text_or_null("source")? {
        Some(_) => Some(row.parse("source")?),
        None => None,
    };
    Ok(Statement {
        state: Columns::read(row)?.state()?,
        qualifier: qualifier_of(row.int("qualifier")?)?,
        source,
        as_of: row.text_or_null("as_of")?,
        note: row.text_or_null("note")?,
    })
}

/// One observation row as the chain sees it.
pub(super) struct Canonical<'a> {
    pub(super) slice: &'a Slice,
    pub(super) period: i64,
    pub(super) area: &'a AreaId,
    pub(super) version: i64,
    pub(super) columns: Columns,
    pub(super) qualifier: i64,
    pub(super) texts: [Option<&'a str>; 3],
}

impl Canonical<'_> {
    /// Writes the canonical text into a buffer that is used again and again.
    pub(super) fn write(&self, buffer: &mut String) {
        buffer.clear();
        let Columns { state, numerator, denominator } = self.columns;
        let (measure, origin) = (self.slice.measure.as_str(), self.slice.origin.as_str());
        // Writing into a String cannot fail.
        let _ = write!(
            buffer,
            "{measure}|{origin}|{}|{}|{}|{}|{state}|{}|{}|{}",
            self.slice.breakdown.as_str(),
            self.period,
            self.area.as_str(),
            self.version,
            self.qualifier,
            numerator.unwrap_or(i64::MIN),
            denominator.unwrap_or(i64::MIN),
        );
        for text in self.texts {
            match text {
                Some(text) => {
                    let _ = write!(buffer, "|{}:{text}", text.len());
                }
                None => buffer.push_str("|-"),
            }
        }
    }
}
