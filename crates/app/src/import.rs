//! Importing figures from a file, from the command line: each row is checked like a cell of a sheet, and every
//! problem is told with its line and column. All rows of a batch are written or none, as one acceptance. A row that
//! its cell says already is left alone, so that an import which broke off is simply started again.
//!
//! How a file becomes rows is the command's business.

use std::collections::BTreeMap;

use ansinh_domain::figure::{CellEntry, CellKey, RawCell, check_entry};
use ansinh_kernel::area::AreaId;
use ansinh_kernel::figure::{CellState, Qualifier};
use ansinh_kernel::id::{BreakdownId, MeasureId};
use ansinh_kernel::period::Period;
use ansinh_kernel::problem::{Place, Problem, Problems};
use ansinh_kernel::text::fold;
use ansinh_packs::indicator::{Measure, Shape};
use ansinh_store::figure::{Cell, Slice, Statement};

use crate::context::App;
use crate::error::AppResult;
use crate::figure::{Standings, correction_needs_note};

/// One row of a file, exactly as written. The names of its texts are the names of the columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Line of the file it begins on, from 1.
    pub line: u64,
    /// Id of the measure.
    pub measure: String,
    /// Id of the area.
    pub area: String,
    /// Period in machine form: `2018`, `2018-Q3`, `2018-07`.
    pub period: String,
    /// Id of the breakdown; empty for the total.
    pub breakdown: String,
    /// Count, decimal, or "có" / "không".
    pub value: String,
    /// Numerator of a share.
    pub numerator: String,
    /// Denominator of a share.
    pub denominator: String,
    /// Blank for a figure; else in words why there is none: "không áp dụng", or "chưa có số liệu" with a note that
    /// says why. See [`STATE_WORDS`].
    pub state: String,
    /// Note to the figure; asked for when an accepted figure changes, and for a figure that is missing.
    pub note: String,
}

/// Why a row has no figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Without {
    /// None can exist here.
    NotApplicable,
    /// There should be one; the note says why there is none.
    Missing,
}

/// The words of the column `state`, with or without diacritics, in capitals or not.
pub const STATE_WORDS: [&str; 6] =
    ["không áp dụng", "not applicable", "chưa có số liệu", "không có số liệu", "no data", "missing"];

/// What became of a batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Versions written.
    pub written: usize,
    /// Rows whose cells said the same already.
    pub unchanged: usize,
}

impl App {
    /// Checks rows without writing anything; entries in the order of the rows.
    ///
    /// # Errors
    /// Every problem of every row, with line and column.
    pub fn check_rows(&self, rows: &[Row]) -> Result<Vec<CellEntry>, Problems> {
        let (mut entries, mut problems) = (Vec::with_capacity(rows.len()), Problems::new());
        let mut seen: BTreeMap<CellKey, u64> = BTreeMap::new();
        for row in rows {
            match self.entry_of_row(row) {
                Ok(entry) => {
                    if let Some(earlier) = seen.insert(entry.key.clone(), row.line) {
                        problems.push(twice(row, earlier));
                    }
                    entries.push(entry);
                }
                Err(found) => problems.extend(found.into_iter().map(|problem| at_line(problem, row.line))),
            }
        }
        problems.into_result(entries)
    }

    /// Writes rows as figures of this installation's own origin: all of them, as one acceptance, or none.
    ///
    /// # Errors
    /// `Problems` as [`App::check_rows`], and for an accepted figure that a row changes without a note;
    /// `Store` when the database refuses.
    pub async fn import_rows(&self, reason: &str, rows: &[Row]) -> AppResult<Imported> {
        let statements = self.check_rows(rows)?.into_iter().map(statement).collect();
        let lines: Vec<u64> = rows.iter().map(|row| row.line).collect();
        let written = self
            .import_unless(reason, statements, |statements, standing| unexplained(&lines, statements, standing))
            .await?;
        Ok(Imported { written, unchanged: rows.len().saturating_sub(written) })
    }

    fn entry_of_row(&self, row: &Row) -> Result<CellEntry, Problems> {
        let (measure, key) = self.key_of_row(row)?;
        let without = state_of_row(row)?;
        let mut raw =
            RawCell { numerator: &row.numerator, denominator: &row.denominator, note: &row.note, ..RawCell::default() };
        match measure.shape {
            Shape::Flag => raw.flag = &row.value,
            Shape::Count | Shape::Decimal { .. } | Shape::Ratio => raw.value = &row.value,
        }
        raw.not_applicable = without == Some(Without::NotApplicable);
        let entry = check_entry(measure, &self.packs.areas, key, &raw, self.today())?;
        match (entry.state, without) {
            (CellState::Missing, None) => Err(nothing_said().into()),
            (CellState::Missing, _) if entry.note.is_none() => Err(missing_without_reason().into()),
            (CellState::Value(_), Some(Without::Missing)) => Err(figure_and_missing().into()),
            _ => Ok(entry),
        }
    }

    /// The measure and the cell that a row names.
    fn key_of_row(&self, row: &Row) -> Result<(&Measure, CellKey), Problems> {
        let mut problems = Problems::new();
        let place = |column: &str| Place::nowhere().field(column);
        let measure = problems.keep_at(place("measure"), MeasureId::new(row.measure.trim()));
        let known =
            measure.and_then(|id| problems.keep(self.packs.indicators.measure(&id).ok_or_else(|| unknown(&id))));
        let area = problems.keep_at(place("area"), AreaId::new(row.area.trim()));
        let period = problems.keep_at(place("period"), row.period.trim().parse::<Period>());
        let breakdown = problems.keep_at(place("breakdown"), BreakdownId::new(row.breakdown.trim()));
        match (known, area, period, breakdown) {
            (Some(measure), Some(area), Some(period), Some(breakdown)) => Ok((
                measure,
                CellKey { measure: measure.id.clone(), origin: self.instance.origin(), area, period, breakdown },
            )),
            _ => Err(problems),
        }
    }
}

/// What the column `state` says; none when it is blank.
fn state_of_row(row: &Row) -> Result<Option<Without>, Problems> {
    match fold(&row.state).replace('_', " ").as_str() {
        "" => Ok(None),
        "khong ap dung" | "not applicable" => Ok(Some(Without::NotApplicable)),
        "chua co so lieu" | "khong co so lieu" | "no data" | "missing" => Ok(Some(Without::Missing)),
        _ => {
            let what = format!("“{}” không phải là một trạng thái của số liệu", row.state.trim());
            let mend = format!("Để trống nếu có số, hoặc ghi một trong: {}", STATE_WORDS.join(", "));
            Err(Problem::new("import-state-unknown", what, mend).at(Place::nowhere().field("state")).into())
        }
    }
}

fn statement(entry: CellEntry) -> (Cell, Statement) {
    let CellEntry { key: CellKey { measure, origin, area, period, breakdown }, state, note } = entry;
    let note = note.map(|note| note.to_string());
    let statement = Statement { state, qualifier: Qualifier::Exact, source: None, as_of: None, note };
    (Cell { slice: Slice { measure, origin, breakdown }, period, area }, statement)
}

/// A problem for each row that changes an accepted figure and does not say why.
fn unexplained(lines: &[u64], statements: &[(Cell, Statement)], standing: &Standings) -> Problems {
    let changed = |(cell, statement): &(Cell, Statement)| {
        standing.get(cell).is_some_and(|before| before.state != statement.state)
    };
    let rows = lines.iter().zip(statements);
    let silent = rows.filter(|(_, row)| row.1.note.is_none() && changed(row));
    silent.map(|(line, _)| correction_needs_note(Place::nowhere().line(*line).field("note"))).collect()
}

/// The problem at its line, under the name its column has in a file.
fn at_line(problem: Problem, line: u64) -> Problem {
    let field = problem.place.field.clone().map(|field| if field == "flag" { "value".to_owned() } else { field });
    let place = Place { field, ..problem.place.clone() }.line(line);
    problem.at(place)
}

fn unknown(measure: &MeasureId) -> Problem {
    let what = format!("Không có cách đo “{measure}”");
    Problem::new("import-measure-unknown", what, "Ghi mã cách đo như trong danh mục chỉ số")
        .at(Place::nowhere().field("measure"))
}

fn nothing_said() -> Problem {
    let what = "Dòng này không có số liệu";
    Problem::new(
        "import-row-blank",
        what,
        "Ghi số vào value, hoặc numerator và denominator; không có số thì ghi vì sao vào state, hoặc bỏ dòng",
    )
}

fn missing_without_reason() -> Problem {
    let what = "Dòng ghi chưa có số liệu nhưng không nói vì sao";
    Problem::new("import-missing-without-reason", what, "Ghi lý do vào note").at(Place::nowhere().field("note"))
}

fn figure_and_missing() -> Problem {
    let what = "Dòng ghi chưa có số liệu nhưng vẫn có số";
    Problem::new("import-figure-and-missing", what, "Xóa số, hoặc để trống state").at(Place::nowhere().field("state"))
}

fn twice(row: &Row, earlier: u64) -> Problem {
    let what = format!("Ô số liệu này đã có ở dòng {earlier}");
    Problem::new("import-cell-twice", what, "Giữ lại một trong hai dòng").at(Place::nowhere().line(row.line))
}
