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
    let (mut rows, mut lines) = (Vec::new(), Lines::new(text));
    for record in reader.into_records() {
        let Some(cells) = problems.keep(record.map_err(|error| unreadable(path, &error))) else { continue };
        let line = cells.position().map_or(0, |position| lines.of_record_after(position.byte()));
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

/// Counts the lines of a text from front to back. The CSV reader's own count lags behind: it gives a record the place
/// where the one before ended, with the second half of a Windows line end and blank lines still to come.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, line: 1 }
    }

    /// The line of the first record that begins at or after this byte; bytes are asked for in their order.
    fn of_record_after(&mut self, byte: u64) -> u64 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(next) = self.bytes.get(self.at).filter(|next| self.at < byte || matches!(**next, b'\r' | b'\n'))
        {
            let ends_line = *next == b'\n' || (*next == b'\r' && self.bytes.get(self.at + 1) != Some(&b'\n'));
            self.line += u64::from(ends_line);
            self.at += 1;
        }
        self.line
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, String)> {
        let columns = ["id", "note"].map(str::to_owned).into();
        let mut problems = Problems::new();
        let table = parse("t.csv", text, &columns, &mut problems).expect("the header is right");
        let rows = table.rows.iter().map(|row| (row.line, row.cells.get(1).unwrap_or_default().replace('\r', "")));
        let told = problems.iter().map(|problem| (problem.place.line.map_or(0, u64::from), problem.code.to_owned()));
        rows.chain(told).collect()
    }

    #[test]
    fn rows_know_their_line_whatever_the_line_ends_blank_lines_and_broken_cells() {
        let text = "id,note\na,1\n\n\nb,\"x\ny\"\nc\nd,4\n\n\"e\",5";
        let expected =
            [(2, "1"), (5, "x\ny"), (8, "4"), (10, "5"), (7, "row-length")].map(|(line, note)| (line, note.to_owned()));
        for (ends, text) in [("\n", text.to_owned()), ("\r\n", text.replace('\n', "\r\n"))] {
            assert_eq!(lines(&text), expected, "{ends:?}");
        }
        let old: Vec<u64> = lines(&text.replace('\n', "\r")).into_iter().map(|(line, _)| line).collect();
        assert_eq!(old, [2, 5, 8, 10, 7], "the line ends of old Apple systems");
        assert_eq!(lines(&format!("\u{feff}{text}")), expected, "a byte order mark");
    }
}
