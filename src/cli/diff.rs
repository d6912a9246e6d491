//! `agon diff`: what changed in the argument, and which change turned which verdict.

use crate::{
    cli::{
        judged::Judged,
        outcome::{Exit, Failure, tell},
        output::save,
        pairing::pair,
        states::Origins,
    },
    diff::compare::{Side, compare},
    render::{diff, diff_entry::Entry, diff_json},
    threads::Threads,
};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Say what changed in the argument between two states, and which change turned which verdict.
///
/// Order, layout and names do not count: a claim that is renamed or moved is the same claim. Of each verdict that flipped, the smallest set of
/// changes is told that alone turns it, and others that could have stood in for it; sets of up to three are tried, and where that would take
/// too long the answer says so. A question that had an answer, and a claim that stood or fell and that nothing else rested on, flip when they
/// are removed: from `stands` to `gone`. A question that was open does not.
#[derive(Debug, Args)]
#[command(
    override_usage = "agon diff [OPTIONS] <OLD> <NEW>\n       agon diff [OPTIONS] <OLD..NEW> [PATH]...\n       agon diff [OPTIONS] <OLD>",
    after_help = "OLD and NEW are files, folders, or revisions of the git repository; `OLD...NEW` starts from what the two have in common, as pull requests do. One revision alone is compared with what lies on the disk. Of revisions, the files that `agon.yaml` of one of them includes are compared, or those at PATH.\nWhat has errors is compared as far as it is understood, and the answer says so.\nExit code 0: done; 1: with `--fail-on flip`, a verdict flipped or what was decided is gone; 3: with `--fail-on flip`, none did, but a debate that changed has errors in the new state; 2: something could not be read or written.\nThe JSON follows the schema `src/render/diff.schema.json` in the repository.\n\nExample:\n  agon diff old.agon new.agon\n  agon diff main...HEAD --fail-on flip -o comment.md\n  agon diff HEAD                      what is not committed yet\n  agon diff HEAD debates/             the same of a folder\n  agon diff v1..v2 debate.agon --format json"
)]
pub struct Diff {
    /// Two files, folders or revisions; or `OLD..NEW`, and then paths; or one revision.
    #[arg(required = true, value_name = "OLD NEW")]
    words: Vec<String>,
    /// For a pull request, or for programs.
    #[arg(long, default_value = "markdown")]
    format: Format,
    /// What makes the command fail.
    #[arg(long, value_name = "WHAT")]
    fail_on: Option<FailOn>,
    /// The file to write [default: standard output].
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a pull request.
    Markdown,
    /// For programs.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A verdict or an outcome that turned, or what was decided and is gone.
    Flip,
}

impl Diff {
    /// Runs the command.
    ///
    /// # Errors
    /// When a state cannot be read, or the answer not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        let threads = Threads::available();
        let origins = Origins::find(&self.words)?;
        let (old, new) = origins.read(threads)?;
        let nothing = Judged::nothing();
        let mut pairs = pair(&old, &new, origins.are_files());
        pairs.retain(|pair| match pair {
            (Some(one), Some(other)) => old.get(one).map(|j| &j.texts) != new.get(other).map(|j| &j.texts),
            _ => true,
        });
        let before = |path: &Option<String>| path.as_ref().and_then(|path| old.get(path)).unwrap_or(&nothing);
        let after = |path: &Option<String>| path.as_ref().and_then(|path| new.get(path)).unwrap_or(&nothing);
        pairs.iter().for_each(|(path, _)| tell(&before(path).told));
        pairs.iter().for_each(|(_, path)| tell(&after(path).told));
        let entries: Vec<Entry<'_>> = threads.map(&pairs, |(old_path, new_path)| {
            let (old, new) = (before(old_path), after(new_path));
            let found = compare(side(old), side(new));
            let (old_path, new_path) = (old_path.clone(), new_path.clone());
            Entry { old_path, new_path, old: side(old), new: side(new), old_errors: old.errors, new_errors: new.errors, found }
        });
        let text = match self.format {
            Format::Markdown => diff::render(&entries),
            Format::Json => diff_json::render(&entries),
        };
        match save(&text, self.output.as_deref(), &[]) {
            Ok(()) | Err(Failure::Closed) => {}
            Err(failure) => return Err(failure),
        }
        let common = || entries.iter().filter(|entry| entry.is_common());
        let flipped = common().any(|entry| !entry.found.flips.is_empty()) || entries.iter().any(|entry| !entry.found.gone.is_empty());
        let unclear = common().any(|entry| entry.new_errors > 0);
        Ok(match self.fail_on {
            Some(FailOn::Flip) if flipped => Exit::Findings,
            Some(FailOn::Flip) if unclear => Exit::Unknown,
            _ => Exit::Clean,
        })
    }
}

const fn side(judged: &Judged) -> Side<'_> {
    Side { debate: &judged.debate, analysis: &judged.analysis }
}
