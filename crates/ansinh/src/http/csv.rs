//! Comma-separated values that a spreadsheet opens as they are meant: UTF-8 with its mark, and no cell that would run
//! as a formula.

use super::page::{Audience, Download};
use axum::response::{IntoResponse, Response};

/// Tells spreadsheets that the text is UTF-8.
pub(crate) const MARK: char = '\u{feff}';
/// The type of such a file.
pub(crate) const MIME: &str = "text/csv; charset=utf-8";
/// What begins a formula, in the widths of all keyboards.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A list of the desk as a file.
#[derive(Clone, Debug)]
pub(crate) struct CsvFile {
    name: &'static str,
    text: String,
}

impl CsvFile {
    /// A file with this name, without its ending, and these heads of columns.
    pub(crate) fn new(name: &'static str, columns: &[&str]) -> CsvFile {
        let mut file = CsvFile { name, text: MARK.to_string() };
        file.push(columns);
        file
    }

    /// Adds a row; every cell is text.
    pub(crate) fn push(&mut self, cells: &[&str]) {
        push_line(&mut self.text, cells.iter().map(|cell| plain(cell)));
    }

    /// The file for whoever asked, kept nowhere.
    pub(crate) fn answer(self) -> Response {
        Download::new(MIME, self.text, Audience::Desk).named(&format!("{}.csv", self.name)).into_response()
    }
}

/// A text that no spreadsheet runs: an apostrophe stands before what would begin a formula.
pub(crate) fn plain(text: &str) -> String {
    let runs = text.starts_with(['\t', '\r', '\n']) || text.trim_start().starts_with(FORMULA);
    if runs { format!("'{text}") } else { text.to_owned() }
}

/// Writes one line; cells with marks are quoted.
pub(crate) fn push_line(out: &mut String, cells: impl Iterator<Item = String>) {
    for (position, cell) in cells.enumerate() {
        if position > 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::{CsvFile, plain, push_line};

    #[test]
    fn no_cell_begins_a_formula() {
        for text in ["=1+1", "+1", "-1", "@x", "\tx", "\r=1", " =1", "＝1", "＠x"] {
            assert_eq!(plain(text), format!("'{text}"));
        }
        assert_eq!(plain("Nguyễn Văn A – 1"), "Nguyễn Văn A – 1");
        assert_eq!(plain(""), "");
    }

    #[test]
    fn a_cell_with_marks_is_quoted() {
        let mut out = String::new();
        push_line(&mut out, ["a,b", "say \"x\"", "c"].into_iter().map(str::to_owned));
        assert_eq!(out, "\"a,b\",\"say \"\"x\"\"\",c\r\n");
    }

    #[test]
    fn a_file_begins_with_the_mark_of_utf_8() {
        let mut file = CsvFile::new("x", &["Tên"]);
        file.push(&["=a"]);
        assert_eq!(file.text, "\u{feff}Tên\r\n'=a\r\n");
    }
}
