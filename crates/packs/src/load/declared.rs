//! The ids that the files of a pack declare, gathered before anything else is judged: an item with a broken field
//! is still there for whoever refers to it, so one mistake is one problem.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::{plan_folder, stem};
use crate::{files::FileKind, read::table::Table};

/// What an id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Kind {
    Area,
    /// The names of a group.
    Group,
    Agency,
    Document,
    /// The official number of a document.
    DocumentNumber,
    Unit,
    Indicator,
    Measure,
    Source,
    Plan,
    /// A clause of a plan, written `folder/clause`.
    Clause,
}

impl Kind {
    /// What it is called in a problem.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Area => "địa bàn",
            Self::Group => "tên của nhóm",
            Self::Agency => "cơ quan",
            Self::Document => "văn bản",
            Self::DocumentNumber => "văn bản số",
            Self::Unit => "đơn vị đo",
            Self::Indicator => "chỉ số",
            Self::Measure => "cách đo",
            Self::Source => "nguồn",
            Self::Plan => "kế hoạch",
            Self::Clause => "điều mục",
        }
    }

    /// Stable code of the problem that an id of this kind is unknown.
    pub(crate) const fn unknown_code(self) -> &'static str {
        match self {
            Self::Area => "area-unknown",
            Self::Group => "group-unknown",
            Self::Agency => "agency-unknown",
            Self::Document | Self::DocumentNumber => "document-unknown",
            Self::Unit => "unit-unknown",
            Self::Indicator => "indicator-unknown",
            Self::Measure => "measure-unknown",
            Self::Source => "source-unknown",
            Self::Plan => "plan-unknown",
            Self::Clause => "clause-unknown",
        }
    }

    /// Where ids of this kind are declared.
    pub(crate) const fn home(self) -> &'static str {
        match self {
            Self::Area => "vn/areas/units.csv",
            Self::Group => "vn/areas/groups.csv",
            Self::Agency => "vn/agencies/agencies.toml",
            Self::Document | Self::DocumentNumber => "vn/documents/",
            Self::Unit => "vn/units.toml",
            Self::Indicator | Self::Measure => "vn/indicators/",
            Self::Source => "publications/sources.toml",
            Self::Plan => "plans/",
            Self::Clause => "objectives.toml, tasks.toml hoặc assignments.toml của kế hoạch",
        }
    }
}

/// Every id that some file declares.
#[derive(Clone, Debug, Default)]
pub(crate) struct Declared(HashMap<Kind, HashSet<String>>);

impl Declared {
    /// Whether an id is declared.
    pub(crate) fn has(&self, kind: Kind, id: &str) -> bool {
        self.0.get(&kind).is_some_and(|ids| ids.contains(id))
    }

    /// How many ids of this kind are declared.
    pub(crate) fn count(&self, kind: Kind) -> usize {
        self.0.get(&kind).map_or(0, HashSet::len)
    }

    fn note(&mut self, kind: Kind, id: &str) {
        self.0.entry(kind).or_default().insert(id.to_owned());
    }

    /// Notes what a TOML file declares, even when the file has problems.
    pub(crate) fn note_toml(&mut self, file: FileKind, path: &str, value: &Value) {
        match file {
            FileKind::Agencies => self.note_list(Kind::Agency, value, "agency", "id", ""),
            FileKind::MeasurementUnits => self.note_list(Kind::Unit, value, "unit", "id", ""),
            FileKind::Sources => self.note_list(Kind::Source, value, "source", "id", ""),
            FileKind::Document => {
                self.note(Kind::Document, stem(path));
                let number = value.get("number").and_then(Value::as_str).unwrap_or_default();
                self.note(Kind::DocumentNumber, number);
            }
            FileKind::Plan => self.note(Kind::Plan, plan_folder(path)),
            FileKind::Indicators => {
                self.note_list(Kind::Indicator, value, "indicator", "id", "");
                self.note_list(Kind::Measure, value, "measure", "id", "");
            }
            FileKind::Objectives => self.note_clauses(value, "objective", path),
            FileKind::Tasks => self.note_clauses(value, "task", path),
            FileKind::Assignments => self.note_clauses(value, "assignment", path),
            _ => {}
        }
    }

    fn note_clauses(&mut self, value: &Value, key: &str, path: &str) {
        self.note_list(Kind::Clause, value, key, "clause", &format!("{}/", plan_folder(path)));
    }

    fn note_list(&mut self, kind: Kind, value: &Value, key: &str, field: &str, prefix: &str) {
        let items = value.get(key).and_then(Value::as_array).into_iter().flatten();
        for id in items.filter_map(|item| item.get(field)).filter_map(Value::as_str) {
            self.note(kind, &format!("{prefix}{id}"));
        }
    }

    /// Notes the areas and groups that their tables declare.
    pub(crate) fn note_table(&mut self, file: FileKind, table: &Table) {
        let kind = match file {
            FileKind::AreaUnits => Kind::Area,
            FileKind::AreaGroups => Kind::Group,
            _ => return,
        };
        if let Some(column) = table.header.iter().position(|column| column == "id") {
            for id in table.rows.iter().filter_map(|row| row.cells.get(column)) {
                self.note(kind, id);
            }
        }
    }
}
