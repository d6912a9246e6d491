//! The forms in which `check` tells its findings, and where each goes.

use crate::{
    cli::output::width,
    diagnostic::{code::Level, problem::Diagnostic},
    emit::{concise, github, json, junit, sarif, terminal::Terminal},
    text::source::Source,
};
use clap::ValueEnum;
use std::path::PathBuf;

/// A form of the findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: with the lines in question, why, and what to do.
    Text,
    /// A line for each finding.
    Concise,
    /// For programs, with a schema.
    Json,
    /// For code hosts: SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// For servers for continuous integration: JUnit XML.
    Junit,
}

/// A form, and the file that gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Output {
    /// The form; `None` for that of `--format`.
    pub format: Option<Format>,
    /// The file.
    pub file: PathBuf,
}

/// Reads `FILE` or `FORMAT=FILE`. What stands before `=` and is no form is part of the name of the file.
///
/// # Errors
/// When no file is named.
pub fn output(words: &str) -> Result<Output, String> {
    let named = words.split_once('=').and_then(|(format, file)| Some((Format::from_str(format, false).ok()?, file)));
    let (format, file) = named.map_or((None, words), |(format, file)| (Some(format), file));
    if file.is_empty() {
        return Err("name a file, such as `sarif=agon.sarif`".to_owned());
    }
    Ok(Output { format, file: file.into() })
}

/// `found` in the form `format`; `sources` are all files that were read, by the index that places have.
pub fn emit(format: Format, color: bool, found: &[Diagnostic], sources: &[&Source], fails: &dyn Fn(Level) -> bool) -> String {
    match format {
        Format::Text => {
            let mut terminal = Terminal::new(color, width());
            terminal.tell(found, sources) + &terminal.close(sources.len())
        }
        Format::Concise => concise::emit(found, sources, sources.len()),
        Format::Json => json::emit(found, sources, sources.len()),
        Format::Sarif => sarif::emit(found, sources),
        Format::Github => github::emit(found, sources),
        Format::Junit => junit::emit(found, sources, fails),
    }
}
