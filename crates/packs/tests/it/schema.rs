//! The schemas that editors use are those the files are checked against. After a change of the structs run with
//! `UPDATE_SCHEMA=1` and read the difference.

use std::{env, fs, path::Path};

use ansinh_packs::files::schemas;
use serde_json::Value;

#[test]
fn the_schemas_in_the_data_folder_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data/schema");
    let update = env::var_os("UPDATE_SCHEMA").is_some();
    let mut names = Vec::new();
    for (name, schema) in schemas() {
        let name = format!("{name}.schema.json");
        let path = folder.join(&name);
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&path, serde_json::to_string_pretty(&schema).unwrap() + "\n").unwrap();
        }
        let kept: Option<Value> = fs::read(&path).ok().and_then(|text| serde_json::from_slice(&text).ok());
        assert!(kept.as_ref() == Some(&schema), "{name} is old: run with UPDATE_SCHEMA=1");
        names.push(name);
    }
    for entry in fs::read_dir(&folder).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&name), "{name} is the schema of no file");
    }
}

#[test]
fn no_schema_allows_null() {
    for (name, schema) in schemas() {
        assert!(!schema.to_string().contains("\"null\""), "{name} allows null");
    }
}
