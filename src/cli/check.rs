//! `agon check`: what is wrong in debates.

use crate::{
    cli::{
        findings::findings,
        outcome::{Exit, Failure},
        output::{Color, print_shown, width},
        set,
    },
    emit::terminal::Terminal,
    text::source::Source,
};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Say what is wrong in debates: in their text, their names and their arguments.
#[derive(Debug, Args)]
#[command(
    after_help = "The findings go to standard output. Exit code 0: no errors; 1: errors, or warnings with `--deny warnings`; 2: something could not be read.\n\nExample:\n  agon check                       the files that agon.yaml includes\n  agon check debates/ notes.md     a folder and a file\n  agon check --deny warnings .     as a test in continuous integration\n  cat draft.agon | agon check -    standard input"
)]
pub struct Check {
    /// Files or folders, or `-` for standard input [default: what `agon.yaml` includes].
    path: Vec<PathBuf>,
    /// What else makes the check fail.
    #[arg(long, value_name = "LEVEL")]
    deny: Option<Deny>,
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
    /// When a path cannot be read.
    pub fn run(&self) -> Result<Exit, Failure> {
        let mut terminal = Terminal::new(self.color.on_stdout(), width());
        let mut text = String::new();
        let mut files = 0;
        for mut set in set::load(&self.path)? {
            set.gather();
            let found = findings(&set);
            files += set.count().max(set.remarks.len());
            set.show_paths();
            let sources: Vec<&Source> = set.files.list.iter().map(|f| &f.source).collect();
            text.push_str(&terminal.tell(&found, &sources));
            // The program is about to end, and the system takes the memory back faster than one piece at a time.
            std::mem::forget((found, set));
        }
        text.push_str(&terminal.close(files));
        let tally = terminal.tally();
        let failed = tally.errors > 0 || (self.deny.is_some() && tally.warnings > 0);
        let exit = if failed { Exit::Findings } else { Exit::Clean };
        match print_shown(&text) {
            Ok(()) | Err(Failure::Closed) => Ok(exit),
            Err(failure) => Err(failure),
        }
    }
}
