//! Problems in one line each, for use beside another output.

use crate::{
    diagnostic::{code::Level, problem::Diagnostic},
    emit::{concise::line, tally::many},
    text::source::Source,
};

/// The most problems that are told.
const MOST: usize = 10;

/// The problems of level error, one line each, and how many more there are. `sources` are indexed by file.
pub fn emit(diagnostics: &[Diagnostic], sources: &[&Source]) -> String {
    let errors: Vec<&Diagnostic> = diagnostics.iter().filter(|d| d.level == Level::Error).collect();
    let mut out = String::new();
    for found in errors.iter().take(MOST) {
        out.push_str(&line(found, sources));
        out.push('\n');
    }
    if errors.len() > MOST {
        out.push_str(&format!("… and {}\n", many(errors.len() - MOST, "more error")));
    }
    out
}
