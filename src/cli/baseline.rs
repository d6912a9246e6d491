//! `agon baseline`: leaves for later what is found now.

use crate::{
    cli::{
        checked::{self, Checked},
        known::{Place, place, read, split},
        outcome::{Exit, Failure, tell},
        output::print_shown,
        set,
        set::Asked,
        today, write,
    },
    config::settings::FILE_NAME,
    emit::{concise::line, tally::many},
    report::baseline::{Baseline, key},
    text::source::Source,
    threads::Threads,
};
use clap::Args;
use std::path::PathBuf;

/// Leave for later what is found now: `agon check` then tells only what is new.
///
/// The findings are written to a file, by code, file and the name of what they are about. What is no longer found leaves the file when
/// `agon check` runs over the whole project; nothing is added to an existing file without `--grow`. What is not found since a debate has
/// mistakes, or since a file or source cannot be read, stays. Mistakes of the text and of names cannot be left for later.
#[derive(Debug, Args)]
#[command(
    after_help = "The file is the one that `agon.yaml` names under `baseline`. Exit code 0: everything found is in the baseline; 1: something new is not, or cannot be; 2: something could not be read or written.\n\nExample:\n  agon baseline           write it, or take out what is mended\n  agon baseline --grow    add what is new since"
)]
pub struct Write {
    /// Files or folders [default: what `agon.yaml` includes].
    path: Vec<PathBuf>,
    /// Add to an existing baseline what it does not know.
    #[arg(long)]
    grow: bool,
    /// The file of the baseline [default: the `baseline` of `agon.yaml`].
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
}

impl Write {
    /// Runs the command.
    ///
    /// # Errors
    /// When a path cannot be read, or the baseline not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        let mut asked = set::ask(&self.path)?;
        let (Some(asked), true) = (asked.pop(), asked.is_empty()) else {
            return Err(Failure::with_help("these paths belong to several projects", "write the baseline of each project by itself"));
        };
        let Some(place) = place(&asked.project, self.file.as_deref())? else {
            let help = format!("write a line `baseline: agon-baseline.json` in `{FILE_NAME}`, or add `--file FILE`");
            return Err(Failure::with_help("no file is named for the baseline", help));
        };
        let checked = checked::check(&asked, &asked.read_stdin()?, today::today(), Threads::available());
        if checked.sources.is_empty() {
            return Err(set::nothing());
        }
        self.write(&asked, &place, checked)
    }

    fn write(&self, asked: &Asked, place: &Place, mut checked: Checked) -> Result<Exit, Failure> {
        let old = read(&asked.project, place)?;
        let split = split(asked, old.as_ref().unwrap_or(&Baseline::default()), &mut checked);
        let mut baseline = match &old {
            // What was not looked at may still be there.
            Some(old) if !asked.is_whole(&self.path) => old.clone(),
            _ => {
                let mut kept = split.met;
                kept.extend(split.left);
                kept
            }
        };
        let keys: Vec<Option<_>> = split.new.iter().map(|found| key(found, &checked.sources)).collect();
        let grows = old.is_none() || self.grow;
        let mut refused = Vec::new();
        let mut added = 0;
        for (found, key) in split.new.into_iter().zip(keys) {
            match key {
                Some(key) if grows => {
                    baseline.add(key);
                    added += 1;
                }
                _ => refused.push(found),
            }
        }
        let before = old.as_ref().map_or(0, Baseline::count);
        let gone = before + added - baseline.count();
        if old.as_ref() != Some(&baseline) {
            write::replace(&place.file, baseline.text(), &place.shown)?;
        }
        let known = many(baseline.count(), "finding");
        tell(&format!("`{}` holds {known}: {added} added, {gone} gone\n", place.shown));
        checked.found = refused;
        checked.show_paths(&asked.project);
        let sources: Vec<&Source> = checked.sources.iter().collect();
        let lines: String = checked.found.iter().map(|found| line(found, &sources) + "\n").collect();
        print_shown(&lines)?;
        if checked.found.is_empty() {
            return Ok(Exit::Clean);
        }
        let new = many(checked.found.len(), "finding");
        let them = if checked.found.len() == 1 { "it" } else { "them" };
        let help =
            if grows { "mistakes of the text and of names have to be mended".to_owned() } else { format!("mend {them}, or add `--grow`") };
        tell(&format!("{new} not in the baseline; {help}\n"));
        Ok(Exit::Findings)
    }
}
