//! From files to a draft: every file is read, every item becomes typed values that remember their place. Items that
//! cannot be read are left out and reported; their ids still count as declared, so that what refers to them is not
//! reported as well.

mod agency;
mod area;
mod declared;
mod document;
mod draft;
mod indicator;
mod plan;
mod publication;
mod target;

use ansinh_kernel::problem::{Place, Problem, Problems};
use serde::de::{Deserialize, DeserializeOwned};
use serde_json::Value;

pub(crate) use declared::{Declared, Kind};
pub(crate) use draft::{Draft, FigureDraft, PlanDraft, Territory, TileSet, UnitVersion};

use crate::{
    files::{FileKind, schema_of},
    read::{
        item::{Placed, Reader, Spot},
        lines::Source,
        schema,
        table::{self, Table},
        toml,
        tree::PackFiles,
    },
};

/// A TOML file that was read and checked against its schema.
struct TomlFile {
    value: Value,
    /// Position in the sources.
    source: usize,
    /// Pointers of the values that do not fit the schema.
    wrong: Vec<String>,
}

/// What has been read so far.
pub(crate) struct Loader {
    pub(crate) draft: Draft,
    pub(crate) problems: Problems,
}

/// Reads every file. The draft holds all that could be read; the problems say what could not.
pub(crate) fn load(files: &PackFiles) -> Loader {
    let mut loader = Loader { draft: Draft::default(), problems: Problems::new() };
    let mut known: Vec<(FileKind, &str, &[u8])> = Vec::new();
    for (path, bytes) in files.iter() {
        match FileKind::of(path) {
            Some(kind) => known.push((kind, path, bytes)),
            None => loader.problems.push(unexpected(path)),
        }
    }
    known.sort_by_key(|(kind, ..)| *kind);
    for (kind, path, bytes) in known {
        if let Some(text) = loader.text(path, bytes) {
            loader.file(kind, path, text);
        }
    }
    loader
}

fn unexpected(path: &str) -> Problem {
    let mend = "Bỏ tệp, hoặc sửa tên và thư mục cho đúng";
    Problem::new("file-unexpected", "bộ dữ liệu không có tệp này", mend).at(Place::file(path))
}

impl Loader {
    /// The text of a file, if it is UTF-8 and NFC.
    fn text<'a>(&mut self, path: &str, bytes: &'a [u8]) -> Option<&'a str> {
        let Ok(text) = std::str::from_utf8(bytes) else {
            let problem = Problem::new("file-not-utf8", "tệp không phải mã UTF-8", "Lưu lại tệp với mã UTF-8");
            self.problems.push(problem.at(Place::file(path)));
            return None;
        };
        for (number, line) in (1_u32..).zip(text.lines()) {
            if !line.is_ascii() && !line.chars().all(is_composed) && ansinh_kernel::text::nfc(line) != line {
                let what = "dòng có chữ Việt chưa ở dạng dựng sẵn (NFC)";
                let problem = Problem::new("text-not-nfc", what, "Chuyển tệp sang Unicode dựng sẵn (NFC)");
                self.problems.push(problem.at(Place::file(path).line(number)));
            }
        }
        Some(text)
    }

    fn file(&mut self, kind: FileKind, path: &str, text: &str) {
        match kind {
            FileKind::AreaUnits => area::units(self, path, text),
            FileKind::AreaSuccessions => area::successions(self, path, text),
            FileKind::AreaGroups => area::groups(self, path, text),
            FileKind::AreaGroupMembers => area::group_members(self, path, text),
            FileKind::AreaTiles => area::tiles(self, path, text),
            FileKind::Agencies => agency::agencies(self, path, text),
            FileKind::Document => document::document(self, path, text),
            FileKind::MeasurementUnits => indicator::measurement_units(self, path, text),
            FileKind::Indicators => indicator::indicators(self, path, text),
            FileKind::Plan => plan::plan(self, path, text),
            FileKind::Objectives => plan::objectives(self, path, text),
            FileKind::Tasks => plan::tasks(self, path, text),
            FileKind::Assignments => plan::assignments(self, path, text),
            FileKind::Targets => target::targets(self, path, text),
            FileKind::Aims => target::aims(self, path, text),
            FileKind::Sources => publication::sources(self, path, text),
            FileKind::Figures => publication::figures(self, path, text),
            FileKind::OutsideFigures => publication::outside_figures(self, path, text),
            FileKind::Missing => publication::missing(self, path, text),
            FileKind::Glossary => document::glossary(self, path, text),
        }
    }

    /// Parses a TOML file, checks it against its schema and notes the ids it declares.
    fn toml(&mut self, kind: FileKind, path: &str, text: &str) -> TomlFile {
        let document = toml::parse(path, text, &mut self.problems);
        self.draft.declared.note_toml(kind, path, &document.value);
        let wrong =
            if document.is_whole { schema::check(kind, &document, &mut self.problems) } else { vec![String::new()] };
        let source = self.draft.sources.add(document.source);
        TomlFile { value: document.value, source, wrong }
    }

    /// The typed values of the items under a key, of those items that fit the schema.
    fn items<F: DeserializeOwned, T>(
        &mut self,
        file: &TomlFile,
        key: &str,
        convert: impl Fn(&mut Reader<'_>, F) -> Option<T>,
    ) -> Vec<Placed<T>> {
        let items = file.value.get(key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let typed = items.iter().enumerate().map(|(index, item)| {
            let pointer = format!("/{key}/{index}");
            self.convert(file, pointer, item, &convert)
        });
        typed.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    /// The typed value of a whole file, if it fits the schema.
    fn whole<F: DeserializeOwned, T>(
        &mut self,
        file: &TomlFile,
        convert: impl Fn(&mut Reader<'_>, F) -> Option<T>,
    ) -> Option<Placed<T>> {
        self.convert(file, String::new(), &file.value, &convert)
    }

    fn convert<F: DeserializeOwned, T>(
        &mut self,
        file: &TomlFile,
        pointer: String,
        item: &Value,
        convert: &impl Fn(&mut Reader<'_>, F) -> Option<T>,
    ) -> Option<Placed<T>> {
        let is_wrong =
            |wrong: &String| *wrong == pointer || wrong.is_empty() || wrong.starts_with(&format!("{pointer}/"));
        if file.wrong.iter().any(is_wrong) {
            return None;
        }
        let spot = Spot::Pointer { source: file.source, pointer };
        let mut reader = Reader { sources: &self.draft.sources, spot: spot.clone(), problems: &mut self.problems };
        match serde_json::from_value::<F>(item.clone()) {
            Ok(item) => convert(&mut reader, item).map(|value| Placed { value, spot }),
            Err(error) => {
                reader.unreadable(&error);
                None
            }
        }
    }

    /// Reads a table; `None` when its header is wrong.
    fn table(&mut self, kind: FileKind, path: &str, text: &str) -> Option<(Table, usize)> {
        let schema = schema_of(kind);
        let columns = schema.get("properties").and_then(Value::as_object);
        let columns = columns.map(|columns| columns.keys().cloned().collect()).unwrap_or_default();
        let source = self.draft.sources.add(Source::new(path));
        let table = table::parse(path, text, &columns, &mut self.problems)?;
        self.draft.declared.note_table(kind, &table);
        Some((table, source))
    }

    /// The typed values of the rows of a table.
    fn rows<'t, F: Deserialize<'t>, T>(
        &mut self,
        table: &'t Table,
        source: usize,
        convert: impl Fn(&mut Reader<'_>, F) -> Option<T>,
    ) -> Vec<Placed<T>> {
        let mut values = Vec::with_capacity(table.rows.len());
        for row in &table.rows {
            let spot = Spot::Row { source, line: row.line };
            let mut reader = Reader { sources: &self.draft.sources, spot: spot.clone(), problems: &mut self.problems };
            match row.cells.deserialize::<F>(Some(&table.header)) {
                Ok(cells) => values.extend(convert(&mut reader, cells).map(|value| Placed { value, spot })),
                Err(error) => reader.unreadable(&error),
            }
        }
        values
    }
}

/// Whether a letter is certainly in composed form: Latin with Vietnamese, and common punctuation. A quick answer for
/// nearly every line; a no only means that the line has to be looked at more closely.
fn is_composed(letter: char) -> bool {
    matches!(letter, '\0'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}' | '\u{2010}'..='\u{2027}')
}

/// The name of the file at a path, without its ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The folder of a plan, from the path of one of its files: `plans/<folder>/plan.toml`.
fn plan_folder(path: &str) -> &str {
    path.split('/').nth(1).unwrap_or_default()
}
