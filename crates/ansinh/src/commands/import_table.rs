//! The CSV file of `ansinh import` as rows that know their line, read as they are asked for: a file may be larger
//! than memory. What the rows say is judged elsewhere.

use std::io::{Chain, Read};

use ansinh_app::import::Row;
use ansinh_kernel::problem::{Place, Problem, Problems};
use csv::{Reader, ReaderBuilder, StringRecord};

/// The columns a file may have, in any order.
const COLUMNS: [&str; 9] =
    ["measure", "area", "period", "breakdown", "value", "numerator", "denominator", "state", "note"];
/// The columns it must have.
const REQUIRED: [&str; 3] = ["measure", "area", "period"];

/// A file whose header is right.
pub(super) struct Table<R> {
    reader: Reader<Chain<PlainLines<R>, &'static [u8]>>,
    header: Vec<String>,
}

impl<R: Read> Table<R> {
    /// Reads the header.
    ///
    /// # Errors
    /// Every problem of the header.
    pub(super) fn new(source: R) -> Result<Self, Problems> {
        let source = PlainLines(source).chain(&b"\n"[..]);
        let mut reader = ReaderBuilder::new().flexible(true).from_reader(source);
        let header = reader.headers().map_err(|error| unreadable(&error, 1))?;
        let header: Vec<String> = header.iter().map(|name| name.trim().to_owned()).collect();
        check_header(&header).into_result(Self { reader, header })
    }

    /// How far into the file the reading is.
    pub(super) fn bytes_read(&self) -> u64 {
        self.reader.position().byte()
    }

    /// The next rows, at most so many; none at the end. A row that cannot be read is a problem and is left out.
    pub(super) fn next_rows(&mut self, most: usize, problems: &mut Problems) -> Option<Vec<Row>> {
        let mut record = StringRecord::new();
        let mut rows = Vec::with_capacity(most);
        let mut read = 0;
        while read < most {
            match self.reader.read_record(&mut record) {
                Ok(true) => match self.row(&record) {
                    Ok(row) => rows.push(row),
                    Err(found) => problems.extend(found),
                },
                Ok(false) => break,
                Err(error) => problems.push(unreadable(&error, self.last_line())),
            }
            read += 1;
        }
        (read > 0).then_some(rows)
    }

    /// The line on which the record just read ends. The reader's own position of a record counts neither blank
    /// lines before it nor the second half of a Windows line end.
    fn last_line(&self) -> u64 {
        self.reader.position().line().saturating_sub(1)
    }

    fn row(&self, record: &StringRecord) -> Result<Row, Problems> {
        let inside = u64::try_from(record.as_slice().matches('\n').count()).unwrap_or(0);
        let line = self.last_line().saturating_sub(inside);
        if record.len() != self.header.len() {
            let what = format!("Dòng có {} ô, bảng có {} cột", record.len(), self.header.len());
            let mend = "Kiểm tra dấu phẩy; ô có dấu phẩy phải đặt trong ngoặc kép";
            return Err(Problem::new("import-row-length", what, mend).at(Place::nowhere().line(line)).into());
        }
        let cell = |column: &str| {
            let position = self.header.iter().position(|name| name == column);
            position.and_then(|position| record.get(position)).unwrap_or_default().trim().to_owned()
        };
        let [measure, area, period, breakdown, value, numerator, denominator, state, note] = COLUMNS.map(cell);
        Ok(Row { line, measure, area, period, breakdown, value, numerator, denominator, state, note })
    }
}

/// A text whose lines end in one character on every system.
struct PlainLines<R>(R);

impl<R: Read> Read for PlainLines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        loop {
            let read = self.0.read(buffer)?;
            let mut kept = 0;
            for at in 0..read {
                if buffer[at] != b'\r' {
                    buffer[kept] = buffer[at];
                    kept += 1;
                }
            }
            if kept > 0 || read == 0 {
                return Ok(kept);
            }
        }
    }
}

fn check_header(header: &[String]) -> Problems {
    let mut problems = Problems::new();
    let place = |column: &str| Place::nowhere().line(1).field(column);
    for (position, column) in header.iter().enumerate() {
        if !COLUMNS.contains(&column.as_str()) {
            let what = format!("Không có cột nào tên “{column}”");
            let mend = format!("Ngăn cách bằng dấu phẩy, dùng các cột: {}", COLUMNS.join(", "));
            problems.push(Problem::new("import-column-unknown", what, mend).at(place(column)));
        } else if header.iter().take(position).any(|earlier| earlier == column) {
            let what = format!("Cột “{column}” có hai lần");
            problems.push(Problem::new("import-column-twice", what, "Giữ lại một cột").at(place(column)));
        }
    }
    for column in REQUIRED.into_iter().filter(|column| !header.iter().any(|name| name == *column)) {
        let what = format!("Thiếu cột “{column}”");
        problems.push(
            Problem::new("import-column-missing", what, "Thêm cột vào dòng đầu và ghi cho từng dòng").at(place(column)),
        );
    }
    problems
}

fn unreadable(error: &csv::Error, line: u64) -> Problem {
    let what = format!("Không đọc được dòng này của bảng ({error})");
    Problem::new("import-row-unreadable", what, "Lưu tệp dạng CSV, mã UTF-8, ngăn cách bằng dấu phẩy")
        .at(Place::nowhere().line(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<(u64, String)> {
        let mut table = Table::new(text.as_bytes()).unwrap_or_else(|problems| panic!("{problems}"));
        let mut problems = Problems::new();
        let mut rows = Vec::new();
        while let Some(some) = table.next_rows(2, &mut problems) {
            rows.extend(some.into_iter().map(|row| (row.line, row.note)));
        }
        let told = problems.iter().map(|problem| (problem.place.line.map_or(0, u64::from), problem.code.to_owned()));
        rows.into_iter().chain(told).collect()
    }

    #[test]
    fn rows_know_their_line_whatever_the_line_ends_and_blank_lines() {
        let text = "\u{feff}measure, note ,area,period\nm,a,x,1\n\n\nm,\"b\nc\",x,2\nm,d,x\nm, e ,x,3";
        let expected =
            [(2, "a"), (5, "b\nc"), (8, "e"), (7, "import-row-length")].map(|(line, note)| (line, note.to_owned()));
        assert_eq!(lines(text), expected);
        assert_eq!(lines(&text.replace('\n', "\r\n")), expected);
    }

    #[test]
    fn a_row_that_is_no_text_is_a_problem_and_the_others_are_read() {
        let mut table =
            Table::new(&b"measure,area,period\nm,\xff,1\nm,x,2\n"[..]).unwrap_or_else(|problems| panic!("{problems}"));
        let mut problems = Problems::new();
        let rows = table.next_rows(10, &mut problems).unwrap_or_default();
        assert_eq!(
            (rows.len(), rows[0].line, problems.0[0].code, problems.0[0].place.line),
            (1, 3, "import-row-unreadable", Some(2))
        );
    }
}
