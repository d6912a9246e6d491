//! The JSON Schema of `agon.yaml`, for editors: its keys, and every code with its sentence.
//!
//! It stands here because only the catalog knows all codes. `grammar/agon.yaml.schema.json` is what [`schema`] writes.

use crate::{
    allow::apply::Known,
    catalog::all::{all, allowable},
    config::pack::Pack,
    diagnostic::code::Level,
    text::json::pretty,
};
use serde_json::{Map, Value, json};

/// The schema, ending in a line end.
pub fn schema() -> String {
    let levels: Map<String, Value> = all()
        .into_iter()
        .map(|code| {
            let about = format!("{} By itself: {}.", code.summary, code.level.word());
            let is_fixed = code.level == Level::Error && allowable(code.name) == Known::Never;
            let level = if is_fixed { "#/$defs/error" } else { "#/$defs/level" };
            (code.name.to_owned(), json!({ "description": about, "$ref": level }))
        })
        .collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "agon.yaml",
        "description": "The settings of a project of debates.",
        "type": ["object", "null"],
        "additionalProperties": false,
        "properties": {
            "root": { "type": "string", "description": "The file of the main debate, relative to this file." },
            "include": {
                "type": "array",
                "items": { "type": "string" },
                "description": "The files and folders that `agon check` and `agon fmt` read without a path, relative to this file.",
            },
            "packs": {
                "type": "array",
                "items": { "enum": Pack::ALL.map(Pack::word) },
                "uniqueItems": true,
                "description": "The packs of rules that run besides the core.",
            },
            "sources-dir": { "type": "string", "description": "The folder in which files of sources lie besides, relative to this file." },
            "baseline": { "type": "string", "description": "The file of findings that are left for later, relative to this file." },
            "levels": {
                "type": "object",
                "additionalProperties": false,
                "properties": levels,
                "description": "The level of a code, in place of its own.",
            },
        },
        "$defs": { "level": { "enum": ["off", "note", "warning", "error"] }, "error": { "enum": ["error"] } },
    });
    pretty(&schema)
}
