//! JSON Schemas made from the structs that read the files. The copies in `data/schema/` serve editors; a test
//! keeps them equal to these.

use schemars::{
    JsonSchema, Schema,
    generate::SchemaSettings,
    transform::{Transform, transform_subschemas},
};
use serde_json::Value;

use super::{agency, area, document, glossary, indicator, kind::FileKind, plan, publication, target};

/// The JSON Schema of each kind of file, with the name of its file in `data/schema/` (without `.schema.json`). For
/// a table it describes one row.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Value)> {
    FileKind::ALL.into_iter().map(|kind| (kind.schema_name(), schema_of(kind))).collect()
}

/// The JSON Schema of one kind of file.
pub(crate) fn schema_of(kind: FileKind) -> Value {
    match kind {
        FileKind::AreaUnits => schema_for::<area::UnitRow<'_>>(),
        FileKind::AreaSuccessions => schema_for::<area::SuccessionRow<'_>>(),
        FileKind::AreaGroups => schema_for::<area::GroupRow<'_>>(),
        FileKind::AreaGroupMembers => schema_for::<area::GroupMemberRow<'_>>(),
        FileKind::AreaTiles => schema_for::<area::TileRow<'_>>(),
        FileKind::Agencies => schema_for::<agency::AgenciesFile>(),
        FileKind::Document => schema_for::<document::DocumentFile>(),
        FileKind::MeasurementUnits => schema_for::<indicator::UnitsFile>(),
        FileKind::Indicators => schema_for::<indicator::IndicatorsFile>(),
        FileKind::Plan => schema_for::<plan::PlanFile>(),
        FileKind::Objectives => schema_for::<plan::ObjectivesFile>(),
        FileKind::Tasks => schema_for::<plan::TasksFile>(),
        FileKind::Assignments => schema_for::<plan::AssignmentsFile>(),
        FileKind::Targets => schema_for::<target::TargetsFile>(),
        FileKind::Aims => schema_for::<target::AimsFile>(),
        FileKind::Sources => schema_for::<publication::SourcesFile>(),
        FileKind::Figures => schema_for::<publication::FigureRow<'_>>(),
        FileKind::OutsideFigures => schema_for::<publication::OutsideFigureRow<'_>>(),
        FileKind::Missing => schema_for::<publication::MissingFile>(),
        FileKind::Glossary => schema_for::<glossary::GlossaryFile>(),
    }
}

fn schema_for<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(WithoutNull);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Takes `null` out of every schema: a key that is not given is left out in TOML, never null. What is left of a
/// choice between a value and null is the value alone, so that a problem speaks of the value.
#[derive(Clone, Debug)]
struct WithoutNull;

impl Transform for WithoutNull {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(object) = schema.as_object_mut() {
            if let Some(Value::Array(types)) = object.get_mut("type") {
                types.retain(|kind| kind != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    object.insert("type".to_owned(), only);
                }
            }
            if object.get("default").is_some_and(Value::is_null) {
                object.remove("default");
            }
            if let Some(Value::Array(mut choices)) = object.remove("anyOf") {
                choices.retain(|choice| choice.get("type").is_none_or(|kind| kind != "null"));
                match choices.as_slice() {
                    [Value::Object(only)] => {
                        for (key, value) in only {
                            object.entry(key.clone()).or_insert_with(|| value.clone());
                        }
                    }
                    _ => drop(object.insert("anyOf".to_owned(), Value::Array(choices))),
                }
            }
        }
        transform_subschemas(self, schema);
    }
}
