//! `agon fmt`: debates in the one canonical layout.

use crate::{
    cli::{
        difference::difference,
        outcome::{Exit, Failure, tell},
        output::{print, print_shown},
        set::{self, STDIN, Set},
        write,
    },
    diagnostic::problem::Diagnostic,
    emit::{short, tally::many},
    format::layout::format,
    model::codes,
    text::{source::Source, span::FileId},
};
use clap::Args;
use std::path::PathBuf;

/// Put debates into the canonical layout; meaning, comments and line breaks in prose stay.
#[derive(Debug, Args)]
#[command(
    after_help = "Broken lines are left as they are and told on standard error. Exit code 0: all is laid out; 1: a line is broken, or with `--check` or `--diff` a layout differs; 2: something could not be read or written.\n\nExample:\n  agon fmt                        the files that agon.yaml includes\n  agon fmt --check debates/       say which files differ, change none\n  agon fmt --diff debates/        say how they differ, change none\n  agon fmt - < draft.agon         standard input to standard output"
)]
pub struct Fmt {
    /// Files or folders, or `-` for standard input [default: what `agon.yaml` includes].
    path: Vec<PathBuf>,
    /// Change nothing; list the files whose layout differs.
    #[arg(long)]
    check: bool,
    /// Change nothing; show how the layout differs.
    #[arg(long)]
    diff: bool,
}

/// What was met so far.
#[derive(Default)]
struct Met {
    /// Names or differences, for standard output.
    data: String,
    changed: usize,
    same: usize,
    broken: bool,
}

impl Fmt {
    /// Runs the command.
    ///
    /// # Errors
    /// When a file cannot be read or written; the files before it are then in the new layout.
    pub fn run(&self) -> Result<Exit, Failure> {
        let mut met = Met::default();
        for mut set in set::load(&self.path)? {
            let found = broken(&set);
            let places: Vec<(FileId, Option<PathBuf>)> =
                set.asked.iter().map(|id| (*id, set.project.disk.require_file(&set.files.file(*id).source.path).ok())).collect();
            set.show_paths();
            let sources: Vec<&Source> = set.files.list.iter().map(|f| &f.source).collect();
            tell(&short::emit(&found, &sources));
            met.broken |= !found.is_empty();
            for (id, place) in places {
                if found.iter().all(|d| d.at.place.file != id || !unsafe_to_write(d)) {
                    self.one(&set, id, place, &mut met)?;
                }
            }
        }
        match print_shown(&met.data) {
            Ok(()) | Err(Failure::Closed) => {}
            Err(failure) => return Err(failure),
        }
        let only_looked = self.check || self.diff;
        if self.path.iter().all(|p| p != std::path::Path::new("-")) {
            let word = if only_looked { "would change" } else { "changed" };
            tell(&format!("{} {word}, {} unchanged\n", many(met.changed, "file"), met.same));
        }
        let objection = met.broken || (only_looked && met.changed > 0);
        Ok(if objection { Exit::Findings } else { Exit::Clean })
    }

    fn one(&self, set: &Set, id: FileId, place: Option<PathBuf>, met: &mut Met) -> Result<(), Failure> {
        let file = set.files.file(id);
        let (path, text) = (&file.source.path, &file.source.text);
        let laid_out = format(text, file.dialect);
        let same = laid_out == *text;
        if same {
            met.same += 1;
        } else {
            met.changed += 1;
        }
        if !same && self.check {
            met.data.push_str(&format!("{path}\n"));
        }
        if !same && self.diff {
            met.data.push_str(&difference(path, text, &laid_out));
        }
        if self.check || self.diff {
            return Ok(());
        }
        match place {
            _ if path == STDIN => print(&laid_out),
            Some(place) if !same => write::replace(&place, laid_out.as_bytes(), path),
            _ => Ok(()),
        }
    }
}

/// The problems that keep lines, or whole files, from being laid out.
fn broken(set: &Set) -> Vec<Diagnostic> {
    let asked = |d: &&Diagnostic| set.asked.contains(&d.at.place.file);
    let of_files = set.files.diagnostics.iter().filter(|d| unsafe_to_write(d));
    let of_text = set.files.list.iter().flat_map(|f| &f.parse.diagnostics).filter(|d| d.level == crate::diagnostic::code::Level::Error);
    let mut found: Vec<Diagnostic> = of_files.chain(of_text).filter(asked).cloned().collect();
    found.sort_by_key(Diagnostic::order);
    found
}

/// Whether the text in memory is not the text of the file.
fn unsafe_to_write(found: &Diagnostic) -> bool {
    [&codes::INVALID_UTF8, &codes::UNREADABLE_FILE, &codes::OUTSIDE_ROOT, &codes::MISSING_FILE].contains(&found.code)
}
