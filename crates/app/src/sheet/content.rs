//! What stood in a sheet when something happened to it, as the event keeps it, and how to read it again.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{CellName, SheetView, Typed};
use crate::error::{AppError, AppResult};

/// The cells as JSON: those where anything is typed.
pub(super) fn write(view: &SheetView) -> String {
    let typed = view.cells.iter().filter(|cell| !cell.typed.is_blank());
    let cells: BTreeMap<String, Value> = typed
        .map(|cell| {
            let Typed { numerator, denominator, not_applicable, note, .. } = &cell.typed;
            let value = json!({
                "numerator": numerator,
                "denominator": denominator,
                "not_applicable": not_applicable,
                "note": note,
                "return_reason": cell.return_reason,
            });
            (key(&cell.name), value)
        })
        .collect();
    json!(cells).to_string()
}

/// What was typed into cells when an event was written.
#[derive(Debug, Default)]
pub(super) struct Content(BTreeMap<String, Value>);

impl Content {
    /// Reads an event's content.
    pub(super) fn read(text: &str) -> AppResult<Self> {
        serde_json::from_str(text).map(Self).map_err(|error| AppError::Broken(format!("content of an event: {error}")))
    }

    /// What was typed into a cell then; blank when nothing was.
    pub(super) fn typed(&self, name: &CellName) -> Typed {
        let Some(cell) = self.0.get(&key(name)) else { return Typed::default() };
        let text = |field: &str| cell.get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        Typed {
            numerator: text("numerator"),
            denominator: text("denominator"),
            not_applicable: cell.get("not_applicable").and_then(Value::as_bool).unwrap_or_default(),
            note: text("note"),
            version: 0,
        }
    }
}

fn key(name: &CellName) -> String {
    if name.breakdown.is_total() { name.measure.to_string() } else { format!("{}/{}", name.measure, name.breakdown) }
}
