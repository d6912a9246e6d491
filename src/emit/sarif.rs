//! Problems as SARIF 2.1.0 (OASIS 2020), which code hosts show as alerts and follow from run to run.
//!
//! Paths are relative, as reports must be that are made on one machine and read on another. Columns count characters. A finding is known
//! again by `fingerprint`, also under the key that GitHub reads; the rules that were broken come with their pages as help.

use crate::{
    diagnostic::{
        code::Code,
        problem::{Diagnostic, Fix},
    },
    emit::{fingerprint::fingerprints, inert::inert, inert::inert_line, spot::find_spot, words::words},
    text::{
        json::pretty,
        source::Source,
        span::{Place, Span},
    },
};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// All of `found`, ending in a line end. `sources` are indexed by file.
pub fn emit(found: &[Diagnostic], sources: &[&Source]) -> String {
    let rules: BTreeMap<&str, &Code> = found.iter().map(|d| (d.code.name, d.code)).collect();
    let index: BTreeMap<&str, usize> = rules.keys().copied().zip(0..).collect();
    let prints = fingerprints(found, sources);
    let results: Vec<Value> = found.iter().zip(prints).map(|(d, print)| result(d, &print, index.get(d.code.name), sources)).collect();
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "agon",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.values().map(|code| rule(code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    pretty(&document)
}

fn rule(code: &Code) -> Value {
    json!({
        "id": code.name,
        "shortDescription": { "text": code.summary },
        "help": { "text": code.page, "markdown": code.page },
        "defaultConfiguration": { "level": code.level.word() },
    })
}

fn result(found: &Diagnostic, print: &str, rule: Option<&usize>, sources: &[&Source]) -> Value {
    let mut related: Vec<Value> = Vec::new();
    for label in &found.related {
        if let Some(mut location) = location(label.place, sources) {
            set(&mut location, "id", json!(related.len()));
            set(&mut location, "message", message(&inert_line(&label.text)));
            related.push(location);
        }
    }
    let mut result = json!({
        "ruleId": found.code.name,
        "ruleIndex": rule,
        "level": found.level.word(),
        "message": message(&words(found)),
        "locations": location(found.at.place, sources).into_iter().collect::<Vec<_>>(),
        "partialFingerprints": { "agon/v1": print, "primaryLocationLineHash": print },
    });
    if !related.is_empty() {
        set(&mut result, "relatedLocations", Value::Array(related));
    }
    if let Some(fix) = found.fix.as_ref().and_then(|fix| mend(fix, sources)) {
        set(&mut result, "fixes", json!([fix]));
    }
    result
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

/// A message in which nothing is a link: what looks like one has a blank in it.
fn message(text: &str) -> Value {
    json!({ "text": text.replace("](", "] (") })
}

fn location(place: Place, sources: &[&Source]) -> Option<Value> {
    let spot = find_spot(place, sources)?;
    let region = json!({
        "startLine": spot.start.line,
        "startColumn": spot.start.column,
        "endLine": spot.end.line,
        "endColumn": spot.end.column,
    });
    Some(json!({ "physicalLocation": { "artifactLocation": artifact(spot.path), "region": region } }))
}

fn artifact(path: &str) -> Value {
    json!({ "uri": uri(path), "uriBaseId": "%SRCROOT%" })
}

fn mend(fix: &Fix, sources: &[&Source]) -> Option<Value> {
    let path = sources.get(fix.file.0 as usize)?.path.as_str();
    let mut replacements = Vec::new();
    for edit in &fix.edits {
        let Span { start, end } = edit.span;
        let spot = find_spot(Place::new(fix.file, edit.span), sources)?;
        replacements.push(json!({
            "deletedRegion": {
                "startLine": spot.start.line,
                "startColumn": spot.start.column,
                "endLine": spot.end.line,
                "endColumn": spot.end.column,
                "byteOffset": start,
                "byteLength": end - start,
            },
            "insertedContent": { "text": edit.text },
        }));
    }
    let change = json!({ "artifactLocation": artifact(path), "replacements": replacements });
    (!replacements.is_empty()).then(|| json!({ "description": message(&inert(&fix.title)), "artifactChanges": [change] }))
}

/// A relative path as a reference of RFC 3986: what has a meaning there, and all that is not ASCII, is escaped.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
