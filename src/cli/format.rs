//! The forms in which `check` tells its findings, and where each goes.

use crate::{
    cli::output::width,
    diagnostic::{code::Level, nearest::find_nearest, problem::Diagnostic},
    emit::{concise, github, json, junit, sarif, terminal::Terminal},
    text::source::Source,
};
use clap::ValueEnum;
use std::path::{Path, PathBuf};

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

impl Format {
    /// Whether a code host reads it, which knows files by their paths in the repository.
    pub const fn is_for_hosts(self) -> bool {
        matches!(self, Self::Sarif | Self::Github)
    }

    /// Whether a file bears an ending that is usual for this form, and for no debate.
    pub fn is_ending_of(self, file: &Path) -> bool {
        let ending = file.extension().unwrap_or_default();
        match self {
            Self::Json => ending == "json",
            Self::Sarif => ending == "sarif" || ending == "json",
            Self::Junit => ending == "xml",
            Self::Text | Self::Concise | Self::Github => false,
        }
    }
}

/// Reads `FILE` or `FORMAT=FILE`. A file whose own name has a `=` is named with its folder, as `./a=b`.
///
/// # Errors
/// When no file is named, or there is no such form.
pub fn output(words: &str) -> Result<Output, String> {
    let (format, file) = match words.split_once('=').filter(|(format, _)| format.bytes().all(|b| b.is_ascii_alphanumeric())) {
        None => (None, words),
        Some((name, file)) => match Format::from_str(name, true) {
            Ok(format) => (Some(format), file),
            Err(_) => return Err(unknown(name)),
        },
    };
    if file.is_empty() {
        return Err("name a file, such as `sarif=agon.sarif`".to_owned());
    }
    if file == "-" {
        return Err("`-` is no file; what `--format` says goes to standard output".to_owned());
    }
    Ok(Output { format, file: file.into() })
}

fn unknown(name: &str) -> String {
    let known: Vec<String> = Format::value_variants().iter().filter_map(|f| Some(f.to_possible_value()?.get_name().to_owned())).collect();
    match find_nearest(name, known.iter().map(String::as_str)) {
        Some(near) => format!("there is no form `{name}`; write `{near}=…`"),
        None => format!("there is no form `{name}`; there are {}", known.join(", ")),
    }
}

/// `found` in the form `format`; `sources` are all files that were read, by the index that places have, and `later` is how many findings
/// a baseline holds back.
pub fn emit(format: Format, color: bool, found: &[Diagnostic], sources: &[&Source], later: usize, fails: &dyn Fn(Level) -> bool) -> String {
    match format {
        Format::Text => {
            let mut terminal = Terminal::new(color, width()).later(later);
            terminal.tell(found, sources) + &terminal.close(sources.len())
        }
        Format::Concise => concise::emit(found, sources, sources.len(), later),
        Format::Json => json::emit(found, sources, sources.len()),
        Format::Sarif => sarif::emit(found, sources),
        Format::Github => github::emit(found, sources),
        Format::Junit => junit::emit(found, sources, fails),
    }
}
