//! Pasting a block copied from a spreadsheet: lines of cells parted by tabs. A line names its cell
//! by the measure's id or name in its first column, or the lines follow the order of the sheet.
//! Nothing is saved here; what does not fit is told with line and column.

use std::collections::BTreeMap;

use ansinh_kernel::problem::{Place, Problem, Problems};
use ansinh_kernel::text::{fold, tidy};

use super::{CellName, SheetView, Typed, TypedCells};

/// A pasted block laid into the cells of a sheet.
#[derive(Clone, Debug)]
pub struct Pasted {
    /// The sheet's cells with what was pasted over them.
    pub cells: TypedCells,
    /// How many cells the block filled.
    pub filled: usize,
}

/// Longest block that is read.
const MOST_LINES: usize = 500;

impl SheetView {
    /// Lays a block into the open cells. `label` gives the names people know a cell by.
    ///
    /// # Errors
    /// Every line that names no cell of the sheet, is locked, or has too many columns; too many lines.
    pub fn paste(&self, block: &str, label: impl Fn(&CellName) -> Vec<String>) -> Result<Pasted, Problems> {
        let lines: Vec<(usize, Vec<&str>)> = lines_of(block);
        let mut problems = Problems::new();
        if lines.is_empty() {
            problems.push(problem(
                "paste-empty",
                1,
                "Khối dán vào không có dữ liệu",
                "Chép lại vùng ô trong bảng tính rồi dán vào khung",
            ));
        }
        if lines.len() > MOST_LINES {
            problems.push(problem("paste-long", MOST_LINES, "Khối dán vào dài quá 500 dòng", "Dán từng phần"));
        }
        let names = self.names(label);
        let named = lines.iter().filter(|(_, columns)| names.contains_key(&fold(columns[0]))).count();
        let mut cells: TypedCells = self.cells.iter().map(|cell| (cell.name.clone(), cell.typed.clone())).collect();
        let filled = if named * 2 > lines.len() {
            lay_by_name(&lines, &names, &mut cells, &mut problems)
        } else {
            self.lay_in_order(&lines, &mut cells, &mut problems)
        };
        self.refuse_locked(&cells, &mut problems);
        problems.into_result(Pasted { cells, filled })
    }

    fn names(&self, label: impl Fn(&CellName) -> Vec<String>) -> BTreeMap<String, CellName> {
        let named = self
            .cells
            .iter()
            .flat_map(|cell| label(&cell.name).into_iter().map(|name| (fold(&name), cell.name.clone())));
        named.collect()
    }

    fn lay_in_order(&self, lines: &[(usize, Vec<&str>)], cells: &mut TypedCells, problems: &mut Problems) -> usize {
        let open: Vec<&CellName> = self.cells.iter().filter(|cell| cell.open).map(|cell| &cell.name).collect();
        if lines.len() != open.len() {
            let what = format!("Khối dán có {} dòng, phiếu có {} ô đang mở", lines.len(), open.len());
            problems.push(problem(
                "paste-size",
                lines.len(),
                &what,
                "Chép đúng số dòng của phiếu, hoặc thêm cột tên chỉ tiêu ở đầu",
            ));
            return 0;
        }
        for ((line, columns), name) in lines.iter().zip(open) {
            lay(cells, name, *line, columns, problems);
        }
        lines.len()
    }

    fn refuse_locked(&self, cells: &TypedCells, problems: &mut Problems) {
        for cell in self.cells.iter().filter(|cell| !cell.open) {
            if cells.get(&cell.name).is_some_and(|typed| !typed.says_the_same(&cell.typed)) {
                let what = format!("Ô {} đang khóa", cell.name.measure);
                problems.push(
                    Problem::new("paste-locked", what, "Bỏ dòng này khỏi khối dán")
                        .at(Place::nowhere().field(cell.name.measure.as_str())),
                );
            }
        }
    }
}

fn lines_of(block: &str) -> Vec<(usize, Vec<&str>)> {
    let numbered = (1..).zip(block.lines()).filter(|(_, line)| !line.trim().is_empty());
    numbered.map(|(number, line)| (number, line.split('\t').map(str::trim).collect())).collect()
}

fn lay_by_name(
    lines: &[(usize, Vec<&str>)],
    names: &BTreeMap<String, CellName>,
    cells: &mut TypedCells,
    problems: &mut Problems,
) -> usize {
    let mut filled = 0;
    for (line, columns) in lines {
        match names.get(&fold(columns[0])) {
            Some(name) => {
                lay(cells, name, *line, &columns[1..], problems);
                filled += 1;
            }
            None => {
                let what = format!("Dòng {line}: “{}” không phải chỉ tiêu của phiếu này", tidy(columns[0]));
                problems.push(problem(
                    "paste-unknown",
                    *line,
                    &what,
                    "Sửa tên theo cột chỉ tiêu của phiếu, hoặc bỏ dòng",
                ));
            }
        }
    }
    filled
}

/// Columns: numerator, denominator, note.
fn lay(cells: &mut TypedCells, name: &CellName, line: usize, columns: &[&str], problems: &mut Problems) {
    if columns.len() > 3 {
        let what = format!("Dòng {line} có {} cột số liệu, nhiều nhất là 3 (tử số, mẫu số, ghi chú)", columns.len());
        problems.push(problem("paste-columns", line, &what, "Chép đúng các cột của phiếu"));
        return;
    }
    let column = |index: usize| columns.get(index).copied().unwrap_or_default().to_owned();
    let typed = cells.entry(name.clone()).or_default();
    let note = if columns.len() == 3 { column(2) } else { typed.note.clone() };
    *typed =
        Typed { numerator: column(0), denominator: column(1), not_applicable: false, note, version: typed.version };
}

fn problem(code: &'static str, line: usize, what: &str, mend: &str) -> Problem {
    Problem::new(code, what, mend).at(Place::nowhere().field("block").line(line))
}
