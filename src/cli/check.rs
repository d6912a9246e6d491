//! `agon check`: what is wrong in debates.

use crate::{
    cli::{
        checked::{self, Checked, Texts},
        difference::difference,
        fix::{Change, mend},
        format::{self, Format, Output},
        known,
        outcome::{Exit, Failure, Unfit, tell},
        output::{Color, print, print_shown},
        paths::{find_top, from_top},
        project::{Project, here},
        set::{self, Asked, STDIN},
        today, write,
    },
    config::settings::FILE_NAME,
    diagnostic::code::Level,
    emit::{inert::inert, statistics, tally::many},
    model::value::Date,
    text::source::Source,
    threads::Threads,
};
use clap::{Args, ValueEnum};
use std::{
    collections::BTreeSet,
    num::NonZeroUsize,
    path::{Path, PathBuf},
};

/// Say what is wrong in debates: in their text, their names and their arguments.
#[derive(Debug, Args)]
#[command(
    after_help = "The findings go to standard output, and so does what is wrong with `agon.yaml`. Exit code 0: no errors; 1: errors, or warnings with `--deny warnings`; 2: a file or folder that was named could not be read, something could not be written, or the settings cannot be followed.\nThe JSON follows the schema `src/emit/check.schema.json` in the repository; its `schema` number grows when readers of the old form would be misled.\n\nExample:\n  agon check                       the files that agon.yaml includes\n  agon check debates/ notes.md     a folder and a file\n  agon check --deny warnings .     as a test in continuous integration\n  agon check --format github --output sarif=agon.sarif --output junit=agon.xml\n  agon check --fix --diff .        see what can be mended; without `--diff`, mend it\n  cat draft.agon | agon check -    standard input"
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
    /// The day on which allows with `until` are judged [default: today, in Coordinated Universal Time].
    #[arg(long, value_name = "DATE", value_parser = date)]
    today: Option<Date>,
    /// How many threads work at once [default: as many as the machine has]. What is found does not depend on it.
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// A file of findings that are left for later [default: the `baseline` of `agon.yaml`].
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Mend what can be mended without a doubt, and tell what is left.
    #[arg(long)]
    fix: bool,
    /// Mend also where what was meant is a guess; somebody should look at the outcome.
    #[arg(long = "unsafe")]
    guess: bool,
    /// Change nothing; show what `--fix` would change.
    #[arg(long, conflicts_with_all = ["format", "output", "statistics"])]
    diff: bool,
    /// Whether to use colours.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Color,
}

/// What fixes change, over all projects.
#[derive(Default)]
struct Changes {
    fixes: usize,
    files: usize,
    /// Those left since they are guesses.
    guesses: usize,
    /// Whether those of some project came to no end.
    unsettled: bool,
    /// The differences, where they are only looked at.
    shown: String,
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
        match self.follow() {
            Err(Failure::Settings(unfit)) => match self.tell_unfit(*unfit) {
                Ok(()) | Err(Failure::Closed) => Err(Failure::Told),
                Err(failure) => Err(failure),
            },
            outcome => outcome,
        }
    }

    /// Tells what is wrong with the settings where findings are told. Without settings nobody knows what is checked, so a file that is there
    /// already is replaced only if it bears the ending of its form.
    fn tell_unfit(&self, unfit: Unfit) -> Result<(), Failure> {
        let all = Checked { found: unfit.found, sources: vec![unfit.source], ..Checked::default() };
        let is_own = |output: &&Output| {
            let form = output.format.unwrap_or(self.format);
            !output.file.exists() || (form.is_ending_of(&output.file) && !self.path.contains(&output.file))
        };
        self.tell_to(&all, self.output.iter().filter(is_own).collect())
    }

    fn follow(&self) -> Result<Exit, Failure> {
        let threads = self.threads.map_or_else(Threads::available, Threads::from);
        if self.guess && !self.fix && !self.diff {
            return Err(Failure::with_help(
                "`--unsafe` says how to mend, but nothing is to be mended",
                "add `--fix`, or `--diff` to look first",
            ));
        }
        if (self.fix || self.diff) && self.path.iter().any(|path| path == Path::new("-")) {
            let help = "name the file that is to be mended; what comes from standard input has no place to be written to";
            return Err(Failure::with_help("standard input cannot be mended", help));
        }
        let mut all = Checked::default();
        let mut changes = Changes::default();
        let asked = set::ask(&self.path)?;
        self.require_free(&asked)?;
        for asked in asked {
            all.add(self.check(&asked, threads, &mut changes)?);
        }
        if all.sources.is_empty() {
            return Err(set::nothing());
        }
        if self.fix || self.diff {
            let word = if self.diff { "would be applied" } else { "applied" };
            let more = if changes.guesses > 0 { format!("; {} more with `--unsafe`", changes.guesses) } else { String::new() };
            tell(&format!("{} {word} in {}{more}\n", many(changes.fixes, "fix"), many(changes.files, "file")));
            if changes.unsettled {
                tell("warning: the fixes came to no end, since each brought others up; what is left has the fewest errors of all rounds\n");
            }
        }
        let failed = all.found.iter().any(|found| self.fails(found.level));
        let told = if self.diff { print_shown(&inert(&changes.shown)) } else { self.tell(&all) };
        match told {
            Ok(()) | Err(Failure::Closed) => {}
            Err(failure) => return Err(failure),
        }
        // The program is about to end, and the system takes the memory back faster than one piece at a time.
        std::mem::forget(all);
        Ok(if failed || !changes.shown.is_empty() { Exit::Findings } else { Exit::Clean })
    }

    /// Refuses outputs that would overwrite each other, or a file that is checked.
    fn require_free(&self, asked: &[Asked]) -> Result<(), Failure> {
        let inputs: BTreeSet<PathBuf> = asked
            .iter()
            .flat_map(|asked| asked.paths.keys().map(|path| asked.project.root.join(path)).chain([asked.project.root.join(FILE_NAME)]))
            .map(|file| locate(&file))
            .collect();
        let mut outputs = BTreeSet::new();
        for output in &self.output {
            let (file, shown) = (locate(&output.file), output.file.to_string_lossy());
            if inputs.contains(&file) {
                return Err(Failure::with_help(
                    format!("`{shown}` is one of the files that are checked"),
                    "name another file after `--output`",
                ));
            }
            if !outputs.insert(file) && output.file != Path::new("/dev/null") {
                return Err(Failure::with_help(format!("two outputs would go to `{shown}`"), "name a file for each `--output`"));
            }
        }
        Ok(())
    }

    fn check(&self, asked: &Asked, threads: Threads, changes: &mut Changes) -> Result<Checked, Failure> {
        let mut texts = asked.read_stdin()?;
        let today = self.today.or_else(today::today);
        let check = |texts: &Texts| checked::check(asked, texts, today, threads);
        let mut checked = if self.fix || self.diff {
            let (checked, mended) = mend(asked, &mut texts, self.guess, check);
            changes.fixes += mended.fixes;
            changes.guesses += mended.guesses;
            changes.unsettled |= mended.unsettled;
            changes.files += mended.files.len();
            for (path, change) in mended.files {
                self.change(&asked.project, &path, &change, changes)?;
            }
            checked
        } else {
            check(&texts)
        };
        if let Some(place) = known::place(&asked.project, self.baseline.as_deref())? {
            known::apply(asked, &place, asked.is_whole(&self.path) && !self.diff, &mut checked)?;
        }
        checked.show_paths(&asked.project);
        Ok(checked)
    }

    fn change(&self, project: &Project, path: &str, change: &Change, changes: &mut Changes) -> Result<(), Failure> {
        let shown = project.shown(path);
        if self.diff {
            changes.shown += &difference(&shown, &change.before, &change.after);
            return Ok(());
        }
        let file = project.disk.require_file(path).map_err(|_| Failure::new(format!("`{shown}` has gone while it was mended")))?;
        write::replace(&file, &change.after, &shown)
    }

    fn fails(&self, level: Level) -> bool {
        level == Level::Error || (self.deny.is_some() && level == Level::Warning)
    }

    /// The files under their paths in the repository, where a code host is to read of them and they are shown under others.
    fn hosted(&self, sources: &[Source]) -> Result<Option<Vec<Source>>, Failure> {
        let formats = self.output.iter().map(|output| output.format.unwrap_or(self.format)).chain([self.format]);
        if !formats.into_iter().any(Format::is_for_hosts) {
            return Ok(None);
        }
        let here = here()?;
        let Some(top) = find_top(&here).filter(|top| *top != here) else { return Ok(None) };
        let path = |shown: &str| if shown == STDIN { shown.to_owned() } else { from_top(top, &here, shown) };
        Ok(Some(sources.iter().map(|source| Source { path: path(&source.path), ..source.clone() }).collect()))
    }

    /// What makes a text of `all` in a form, with or without colours.
    fn emitter<'a>(&'a self, all: &'a Checked) -> Result<impl Fn(Format, bool) -> String + 'a, Failure> {
        let hosted = self.hosted(&all.sources)?;
        Ok(move |format: Format, color: bool| {
            let sources = hosted.as_ref().filter(|_| format.is_for_hosts()).unwrap_or(&all.sources);
            let sources: Vec<&Source> = sources.iter().collect();
            format::emit(format, color, &all.found, &sources, all.later, &|level| self.fails(level))
        })
    }

    fn tell(&self, all: &Checked) -> Result<(), Failure> {
        self.tell_to(all, self.output.iter().collect())
    }

    /// Writes the findings to these outputs, and to standard output if none of them stands in for it.
    fn tell_to(&self, all: &Checked, outputs: Vec<&Output>) -> Result<(), Failure> {
        let emit = self.emitter(all)?;
        for output in &outputs {
            let text = emit(output.format.unwrap_or(self.format), false);
            write::replace(&output.file, &text, &output.file.to_string_lossy())?;
        }
        if outputs.iter().any(|output| output.format.is_none()) {
            return Ok(());
        }
        match self.format {
            Format::Text if self.statistics => print(&statistics::emit(&all.found, all.sources.len(), all.later)),
            Format::Text => print_shown(&emit(Format::Text, self.color.on_stdout())),
            format => print(&emit(format, false)),
        }
    }
}

/// The path of a file without links, whether it is there or not.
fn locate(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let new = || Some(folder.canonicalize().ok()?.join(file.file_name()?));
    file.canonicalize().ok().or_else(new).unwrap_or_else(|| file.to_owned())
}

fn date(words: &str) -> Result<Date, String> {
    Date::find(words).filter(|date| date.day.is_some()).ok_or_else(|| "write YYYY-MM-DD".to_owned())
}
