//! Problems as JSON: a contract with other programs, under a number and the schema `check.schema.json` beside this file.
//!
//! The number grows when readers of the old form would be misled. Every key is always there. Lines and columns count from 1, columns in
//! characters; offsets are bytes of the file from 0, for programs that apply edits.

use crate::{
    diagnostic::problem::{Diagnostic, Fix, Safety},
    emit::{fingerprint::fingerprints, spot::find_spot, tally::Tally},
    text::{json::pretty, source::Source, span::Place},
};
use serde::Serialize;

/// The number of the contract.
pub const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    version: &'static str,
    files: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    level: &'static str,
    message: &'a str,
    about: &'a str,
    fingerprint: String,
    at: Spot<'a>,
    related: Vec<Spot<'a>>,
    notes: &'a [String],
    help: Option<&'a str>,
    fix: Option<Mend<'a>>,
}

#[derive(Serialize)]
struct Spot<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    text: &'a str,
}

#[derive(Serialize)]
struct Mend<'a> {
    title: &'a str,
    safe: bool,
    file: &'a str,
    edits: Vec<Edit<'a>>,
}

#[derive(Serialize)]
struct Edit<'a> {
    start: u32,
    end: u32,
    text: &'a str,
}

/// All of `found`, in `files` files, ending in a line end. `sources` are indexed by file.
pub fn emit(found: &[Diagnostic], sources: &[&Source], files: usize) -> String {
    let mut tally = Tally::default();
    found.iter().for_each(|d| tally.add(d));
    let document = Document {
        schema: SCHEMA,
        version: env!("CARGO_PKG_VERSION"),
        files,
        errors: tally.errors,
        warnings: tally.warnings,
        notes: tally.notes,
        findings: found.iter().zip(fingerprints(found, sources)).map(|(d, print)| finding(d, print, sources)).collect(),
    };
    pretty(&document)
}

fn finding<'a>(found: &'a Diagnostic, fingerprint: String, sources: &[&'a Source]) -> Finding<'a> {
    Finding {
        code: found.code.name,
        level: found.level.word(),
        message: &found.title,
        about: &found.about,
        fingerprint,
        at: spot(found.at.place, &found.at.text, sources),
        related: found.related.iter().map(|label| spot(label.place, &label.text, sources)).collect(),
        notes: &found.notes,
        help: found.help.as_deref(),
        fix: found.fix.as_ref().map(|fix| mend(fix, sources)),
    }
}

fn spot<'a>(place: Place, text: &'a str, sources: &[&'a Source]) -> Spot<'a> {
    match find_spot(place, sources) {
        Some(at) => {
            Spot { file: at.path, line: at.start.line, column: at.start.column, end_line: at.end.line, end_column: at.end.column, text }
        }
        None => Spot { file: "", line: 1, column: 1, end_line: 1, end_column: 1, text },
    }
}

fn mend<'a>(fix: &'a Fix, sources: &[&'a Source]) -> Mend<'a> {
    Mend {
        title: &fix.title,
        safe: fix.safety == Safety::Safe,
        file: sources.get(fix.file.0 as usize).map_or("", |s| &s.path),
        edits: fix.edits.iter().map(|e| Edit { start: e.span.start, end: e.span.end, text: &e.text }).collect(),
    }
}
