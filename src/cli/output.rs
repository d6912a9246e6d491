//! Data to standard output or to a file.

use crate::{
    cli::{
        outcome::{Failure, Unfit, reason},
        write,
    },
    diagnostic::problem::Diagnostic,
    emit::{inert::inert, terminal::Terminal},
    text::source::Source,
};
use anstream::AutoStream;
use clap::ValueEnum;
use std::{
    fs,
    io::{self, IsTerminal, Write},
    path::{Path, PathBuf},
};

/// Whether output is coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless the environment says otherwise.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Color {
    /// Whether standard output is to be coloured.
    pub fn on_stdout(self) -> bool {
        match self {
            Self::Auto => AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
            Self::Always => true,
            Self::Never => false,
        }
    }
}

/// The columns of the terminal; a fixed number where there is none, so that files are the same everywhere.
pub fn width() -> usize {
    const NO_TERMINAL: usize = 140;
    terminal_size::terminal_size().map_or(NO_TERMINAL, |(width, _)| usize::from(width.0).max(40))
}

/// That the settings `source` cannot be followed, for what is `found` in them.
pub fn unfit(found: Vec<Diagnostic>, source: Source) -> Failure {
    let text = Terminal::new(false, width()).tell(&found, &[&source]);
    Failure::Settings(Box::new(Unfit { found, source, text }))
}

/// The text of a file that is named on the command line.
///
/// # Errors
/// When it cannot be read, or is not UTF-8.
pub fn read_text(file: &Path) -> Result<String, Failure> {
    let shown = file.to_string_lossy();
    let bytes = fs::read(file).map_err(|error| Failure::new(format!("`{shown}` cannot be read: {}", reason(&error))))?;
    String::from_utf8(bytes).map_err(|_| Failure::with_help(format!("`{shown}` is not UTF-8"), "save it as UTF-8"))
}

/// Writes data to standard output; on a terminal it is made inert.
///
/// # Errors
/// When it cannot be written whole.
pub fn print(text: &str) -> Result<(), Failure> {
    print_all(text.as_bytes())
}

/// The same for data that may be no text, which no terminal can show.
fn print_all(content: &[u8]) -> Result<(), Failure> {
    if !io::stdout().is_terminal() {
        return write_out(content);
    }
    match str::from_utf8(content) {
        Ok(text) => print_shown(&inert(text)),
        Err(_) => Err(Failure::with_help("a terminal cannot show this", "name a file after `-o`")),
    }
}

/// Writes text that is made for a terminal to standard output.
///
/// # Errors
/// When it cannot be written whole.
pub fn print_shown(text: &str) -> Result<(), Failure> {
    write_out(text.as_bytes())
}

fn write_out(content: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(content).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Err(Failure::Closed),
        Err(error) => Err(Failure::new(format!("standard output cannot be written: {}", reason(&error)))),
    }
}

/// Writes data to `file`, or to standard output without one. None of `inputs` is overwritten.
///
/// # Errors
/// When it cannot be written whole.
pub fn save(content: impl AsRef<[u8]>, file: Option<&Path>, inputs: &[PathBuf]) -> Result<(), Failure> {
    let Some(file) = file else { return print_all(content.as_ref()) };
    let shown = file.to_string_lossy();
    if shown == "-" {
        return Err(Failure::with_help(
            "`-` is no file",
            "leave out the option, and it goes to standard output; a file of this name is `./-`",
        ));
    }
    if fs::canonicalize(file).is_ok_and(|target| inputs.contains(&target)) {
        return Err(Failure::with_help(format!("`{shown}` is a file of the debate itself"), "name another file after `-o`"));
    }
    write::replace(file, content, &shown)
}
