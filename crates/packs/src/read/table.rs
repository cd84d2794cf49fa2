//! A CSV file becomes rows that know their line. Its columns are those of its schema, in any order; a missing, unknown
//! or repeated column and a row of the wrong length are problems, and the other rows are read all the same.

use std::collections::BTreeSet;

use ansinh_kernel::problem::{Place, Problem, Problems};
use csv::{ReaderBuilder, StringRecord};

/// The rows of a table that have the right columns.
pub(crate) struct Table {
    pub(crate) header: StringRecord,
    pub(crate) rows: Vec<Row>,
}

/// One row.
pub(crate) struct Row {
    /// The line it begins on, counted from 1.
    pub(crate) line: u64,
    pub(crate) cells: StringRecord,
}

/// Reads the text; `columns` are the columns there must be. `None` when the header is wrong.
pub(crate) fn parse(path: &str, text: &str, columns: &BTreeSet<String>, problems: &mut Problems) -> Option<Table> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| unreadable(path, &error)).cloned();
    let header = problems.keep(header)?;
    if !header_is_right(path, &header, columns, problems) {
        return None;
    }
    let mut rows = Vec::new();
    for record in reader.into_records() {
        let Some(cells) = problems.keep(record.map_err(|error| unreadable(path, &error))) else { continue };
        let line = cells.position().map_or(0, csv::Position::line);
        if cells.len() == header.len() {
            rows.push(Row { line, cells });
        } else {
            let what = format!("dòng có {} ô, bảng có {} cột", cells.len(), header.len());
            let mend = "Kiểm tra dấu phẩy; ô có dấu phẩy phải đặt trong ngoặc kép";
            problems.push(Problem::new("row-length", what, mend).at(Place::file(path).line(line)));
        }
    }
    Some(Table { header, rows })
}

fn header_is_right(path: &str, header: &StringRecord, columns: &BTreeSet<String>, problems: &mut Problems) -> bool {
    let before = problems.len();
    let place = |column: &str| Place::file(path).line(1).field(column);
    let mut seen = BTreeSet::new();
    for column in header {
        if !columns.contains(column) {
            let what = format!("cột “{column}” không có trong mẫu");
            let mend = format!("Bỏ cột; các cột của tệp này: {}", list(columns));
            problems.push(Problem::new("column-unknown", what, mend).at(place(column)));
        } else if !seen.insert(column.to_owned()) {
            let what = format!("cột “{column}” có hai lần");
            problems.push(Problem::new("column-twice", what, "Giữ lại một cột").at(place(column)));
        }
    }
    for column in columns.difference(&seen) {
        let mend = "Thêm cột vào dòng đầu, ô để trống nếu không có gì";
        problems.push(Problem::new("column-missing", format!("thiếu cột “{column}”"), mend).at(place(column)));
    }
    problems.len() == before
}

fn list(columns: &BTreeSet<String>) -> String {
    columns.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn unreadable(path: &str, error: &csv::Error) -> Problem {
    let line = error.position().map_or(1, csv::Position::line);
    let what = format!("không đọc được dòng này của bảng ({error})");
    let mend = "Lưu tệp dạng CSV, mã UTF-8, ngăn cách bằng dấu phẩy";
    Problem::new("csv-unreadable", what, mend).at(Place::file(path).line(line))
}
