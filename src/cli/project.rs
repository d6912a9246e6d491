//! The project that a path belongs to: its root folder, its settings, its files.
//!
//! The root is the folder of the nearest `agon.yaml` upwards. Without one it is the folder where the program was started, if the path
//! lies beneath it, and else the folder of the path: the least that lets debates of one folder use each other.

use crate::{
    allow::apply::Known,
    catalog::all::{allowable, find_code, find_near, find_pack},
    cli::{
        disk::{Disk, read_regular},
        outcome::Failure,
        output::unfit,
        paths,
    },
    config::{
        codes::BAD_SETTINGS,
        settings::{self, FILE_NAME, LevelSetting, Settings},
        yaml::{YamlProblem, find_key},
    },
    diagnostic::{code::Level, problem::Diagnostic},
    model::load::ReadProblem,
    text::{
        source::Source,
        span::{FileId, Place, Span},
    },
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// A project.
#[derive(Debug)]
pub struct Project {
    /// Its root folder, without links.
    pub root: PathBuf,
    /// Whether it has an `agon.yaml`.
    pub configured: bool,
    /// What `agon.yaml` says.
    pub settings: Settings,
    /// Its files.
    pub disk: Disk,
    /// Where the program was started, without links.
    pub here: PathBuf,
}

impl Project {
    /// The project of `folder`, which is without links.
    ///
    /// # Errors
    /// When its settings cannot be read.
    pub fn find(folder: &Path) -> Result<Self, Failure> {
        let here = here()?;
        let configured = folder.ancestors().find(|f| fs::symlink_metadata(f.join(FILE_NAME)).is_ok());
        let fallback = if folder.starts_with(&here) { here.as_path() } else { folder };
        let root = configured.unwrap_or(fallback).to_owned();
        let settings = match configured {
            Some(folder) => read_settings(&folder.join(FILE_NAME), &here)?,
            None => Settings::default(),
        };
        let disk = match &settings.sources_dir {
            Some(folder) => Disk::new(&root).with_sources(&root.join(folder)),
            None => Disk::new(&root),
        };
        Ok(Self { disk, configured: configured.is_some(), root, settings, here })
    }

    /// The project of the folder where the program was started.
    ///
    /// # Errors
    /// When its settings cannot be read.
    pub fn find_here() -> Result<Self, Failure> {
        Self::find(&here()?)
    }

    /// A path relative to the root, as it is shown.
    pub fn shown(&self, path: &str) -> String {
        paths::shown(&self.here, &self.root.join(path))
    }

    /// Gives the findings the levels of the settings, and leaves out those that are off.
    pub fn level(&self, diagnostics: &mut Vec<Diagnostic>) {
        diagnostics.retain_mut(|found| match self.settings.levels.get(found.code.name).map(|l| l.level()) {
            Some(Some(level)) => {
                found.level = level;
                true
            }
            Some(None) => false,
            None => true,
        });
    }
}

/// The folder where the program was started, without links.
///
/// # Errors
/// When it has been removed.
pub fn here() -> Result<PathBuf, Failure> {
    env::current_dir().and_then(fs::canonicalize).map_err(|_| Failure::new("the current directory cannot be found"))
}

fn read_settings(path: &Path, here: &Path) -> Result<Settings, Failure> {
    let shown = paths::shown(here, path);
    let bytes = read_regular(path).map_err(|problem| {
        let why = match problem {
            ReadProblem::Missing => "it does not exist".to_owned(),
            ReadProblem::Outside => "it lies outside the project".to_owned(),
            ReadProblem::Other(why) => why,
        };
        closed(&shown, why, "see that it is a file that may be read")
    })?;
    let text = text(&shown, bytes)?;
    let (settings, mut problems) = settings::read(&text);
    problems.extend(wrong_levels(&settings, &text));
    if problems.is_empty() {
        return Ok(settings);
    }
    problems.sort_by_key(|problem| problem.span);
    Err(unreadable(Source::new(shown, text), problems))
}

/// The settings that are the text of another state, shown as `shown`. Levels may be those of another version of the program.
///
/// # Errors
/// When they cannot be read.
pub fn plain_settings(shown: &str, bytes: Vec<u8>) -> Result<Settings, Failure> {
    let text = text(shown, bytes)?;
    let (settings, problems) = settings::read(&text);
    if problems.is_empty() { Ok(settings) } else { Err(unreadable(Source::new(shown, text), problems)) }
}

fn text(shown: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        closed(shown, format!("byte {at} is not UTF-8"), "save the file as UTF-8")
    })
}

/// That settings shown as `shown` are no text.
fn closed(shown: &str, why: String, help: &str) -> Failure {
    let problem = YamlProblem { span: Span::default(), message: why, help: Some(help.to_owned()) };
    unreadable(Source::new(shown, String::new()), vec![problem])
}

/// Levels that would change nothing, of codes that do not exist or that belong to a pack that is off; and levels that would let a text pass
/// that cannot be read.
fn wrong_levels(settings: &Settings, text: &str) -> Vec<YamlProblem> {
    let problem = |name: &str, message: String, help| YamlProblem {
        span: find_key(text, &format!("levels.{name}")).unwrap_or_default(),
        message,
        help,
    };
    let idle = settings.levels.keys().filter_map(|name| {
        let Some(code) = find_code(name) else {
            return Some(problem(name, format!("there is no code `{name}`"), find_near(name).map(|near| format!("write `{near}`"))));
        };
        if allowable(name) == Known::Never && code.level == Level::Error && settings.levels.get(name) != Some(&LevelSetting::Error) {
            let message = format!("`{name}` is always an error: where it is found, nobody knows what the debate says");
            return Some(problem(name, message, Some("leave this line out, and mend what is found".to_owned())));
        }
        let off = find_pack(code).filter(|pack| !pack.is_on(&settings.packs))?.word();
        let help = format!("switch it on with `packs: [{off}]`, or leave this line out");
        Some(problem(name, format!("`{name}` belongs to the pack `{off}`, which is off"), Some(help)))
    });
    idle.collect()
}

fn unreadable(source: Source, problems: Vec<YamlProblem>) -> Failure {
    let found: Vec<Diagnostic> = problems
        .into_iter()
        .map(|problem| {
            let place = Place::new(FileId(0), problem.span);
            let found = Diagnostic::new(&BAD_SETTINGS, place, format!("the settings cannot be read: {}", problem.message));
            match problem.help {
                Some(help) => found.help(help),
                None => found,
            }
        })
        .collect();
    unfit(found, source)
}
