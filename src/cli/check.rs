//! `agon check`: what is wrong in debates.

use crate::{
    cli::{
        checked::{self, Checked, Texts},
        format::{self, Format, Output},
        outcome::{Exit, Failure},
        output::{Color, print, print_shown},
        parallel,
        set::{self, Asked},
        write,
    },
    diagnostic::code::Level,
    emit::statistics,
    text::source::Source,
};
use clap::{Args, ValueEnum};
use std::{num::NonZeroUsize, path::PathBuf};

/// Say what is wrong in debates: in their text, their names and their arguments.
#[derive(Debug, Args)]
#[command(
    after_help = "The findings go to standard output. Exit code 0: no errors; 1: errors, or warnings with `--deny warnings`; 2: something could not be read or written.\nThe JSON follows the schema `src/emit/check.schema.json` in the repository; its `schema` number grows when readers of the old form would be misled.\n\nExample:\n  agon check                       the files that agon.yaml includes\n  agon check debates/ notes.md     a folder and a file\n  agon check --deny warnings .     as a test in continuous integration\n  agon check --format github --output sarif=agon.sarif --output junit=agon.xml\n  cat draft.agon | agon check -    standard input"
)]
pub struct Check {
    /// Files or folders, or `-` for standard input [default: what `agon.yaml` includes].
    path: Vec<PathBuf>,
    /// What else makes the check fail.
    #[arg(long, value_name = "LEVEL")]
    deny: Option<Deny>,
    /// The form of the findings on standard output.
    #[arg(long, default_value = "text")]
    format: Format,
    /// Write the findings to a file: `FORMAT=FILE` in that form besides, `FILE` in the form of `--format` in place of standard output.
    /// May be repeated.
    #[arg(long, value_name = "[FORMAT=]FILE", value_parser = format::output)]
    output: Vec<Output>,
    /// Only count the findings of each code.
    #[arg(long, conflicts_with = "format")]
    statistics: bool,
    /// How many threads work at once [default: as many as the machine has]. What is found does not depend on it.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Whether to use colours.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

/// Levels below error that can be denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Deny {
    /// Warnings.
    Warnings,
}

impl Check {
    /// Runs the command.
    ///
    /// # Errors
    /// When a path cannot be read, or an output not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        let threads = self.threads.unwrap_or_else(parallel::available);
        let mut all = Checked::default();
        for asked in set::ask(&self.path)? {
            let texts = asked.read_stdin()?;
            all.add(Self::check(&asked, &texts, threads));
        }
        if all.sources.is_empty() {
            return Err(set::nothing());
        }
        let failed = all.found.iter().any(|found| self.fails(found.level));
        match self.tell(&all) {
            Ok(()) | Err(Failure::Closed) => {}
            Err(failure) => return Err(failure),
        }
        // The program is about to end, and the system takes the memory back faster than one piece at a time.
        std::mem::forget(all);
        Ok(if failed { Exit::Findings } else { Exit::Clean })
    }

    fn check(asked: &Asked, texts: &Texts, threads: NonZeroUsize) -> Checked {
        let mut checked = checked::check(asked, texts, threads);
        checked.show_paths(&asked.project);
        checked
    }

    fn fails(&self, level: Level) -> bool {
        level == Level::Error || (self.deny.is_some() && level == Level::Warning)
    }

    fn tell(&self, all: &Checked) -> Result<(), Failure> {
        let sources: Vec<&Source> = all.sources.iter().collect();
        let emit = |format: Format, color: bool| format::emit(format, color, &all.found, &sources, &|level| self.fails(level));
        for output in &self.output {
            let text = emit(output.format.unwrap_or(self.format), false);
            write::replace(&output.file, &text, &output.file.to_string_lossy())?;
        }
        if self.output.iter().any(|output| output.format.is_none()) {
            return Ok(());
        }
        match self.format {
            Format::Text if self.statistics => print(&statistics::emit(&all.found, sources.len())),
            Format::Text => print_shown(&emit(Format::Text, self.color.on_stdout())),
            format => print(&emit(format, false)),
        }
    }
}
