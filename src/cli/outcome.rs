//! How a command ends.

use crate::{diagnostic::problem::Diagnostic, emit::inert::inert, text::source::Source};
use std::{
    fmt,
    io::{self, Write},
    process::ExitCode,
};

/// How a command that did its work ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Nothing to object to.
    Clean,
    /// There are findings.
    Findings,
    /// There is no answer, or not all of it.
    Unknown,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// What is wrong, and what to do.
    Message(String, Option<String>),
    /// There is nothing to work on, which is a finding and no fault: what is missing, and what to do.
    Nothing(&'static str, &'static str),
    /// Settings that cannot be followed.
    Settings(Box<Unfit>),
    /// What has been told already, among the findings.
    Told,
    /// Nobody reads the output any more.
    Closed,
}

/// What is wrong with settings.
#[derive(Debug)]
pub struct Unfit {
    /// What it is, in the only file.
    pub found: Vec<Diagnostic>,
    /// The file.
    pub source: Source,
    /// The same for the terminal.
    pub text: String,
}

impl Failure {
    /// The failure `what`: lower case, names in backticks, no full stop.
    pub fn new(what: impl Into<String>) -> Self {
        Self::Message(what.into(), None)
    }

    /// The failure `what`, with what to do as an imperative.
    pub fn with_help(what: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Message(what.into(), Some(help.into()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(what, None) => writeln!(f, "error: {}", inert(what)),
            Self::Message(what, Some(help)) => writeln!(f, "error: {}\n  = help: {}", inert(what), inert(help)),
            Self::Nothing(what, help) => writeln!(f, "{what}\n  = help: {help}"),
            Self::Settings(unfit) => f.write_str(&unfit.text),
            Self::Told | Self::Closed => Ok(()),
        }
    }
}

/// The exit code of an outcome; a failure is told on standard error.
pub fn code(outcome: Result<Exit, Failure>) -> ExitCode {
    match outcome {
        Ok(Exit::Clean) | Err(Failure::Closed) => ExitCode::SUCCESS,
        Ok(Exit::Findings) => ExitCode::from(1),
        Ok(Exit::Unknown) => ExitCode::from(3),
        Err(failure) => {
            tell(&failure.to_string());
            ExitCode::from(if matches!(failure, Failure::Nothing(..)) { 1 } else { 2 })
        }
    }
}

/// Writes a message to standard error. Where nobody can read messages, there is nobody to tell.
pub fn tell(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// What went wrong with a file, in words after "because".
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "it does not exist".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the file system is read-only".to_owned(),
        _ => {
            let words = error.to_string();
            let words = words.split(" (os error").next().unwrap_or(&words);
            words.chars().take(1).flat_map(char::to_lowercase).chain(words.chars().skip(1)).collect()
        }
    }
}
