//! What the commands share that make one document of one debate.
//!
//! A debate with errors still has much to say, so its document is made; the errors are told beside it, and the exit code is 1.

use crate::{
    cli::{
        outcome::{Exit, Failure, tell},
        output::save,
        project::Project,
        set::{Set, load_included, load_one},
    },
    diagnostic::{code::Level, problem::Diagnostic},
    emit::{short, tally::Tally},
    report::run::{Options, Report, run_with},
    text::source::Source,
    theory::system::verify::is_grounded,
    threads::Threads,
};
use clap::Args;
use std::path::{Path, PathBuf};

/// Which debate.
#[derive(Debug, Args)]
pub struct Debate {
    /// The main file of the debate, a folder whose `agon.yaml` names it, or `-` for standard input [default: the `root` of `agon.yaml`].
    path: Option<PathBuf>,
}

impl Debate {
    /// The debate at `path`, or else the one of the project.
    pub const fn at(path: Option<PathBuf>) -> Self {
        Self { path }
    }
}

impl Debate {
    /// The project that the debate belongs to.
    ///
    /// # Errors
    /// When its settings cannot be read.
    pub fn project(&self) -> Result<Project, Failure> {
        let Some(path) = self.path.as_deref().filter(|p| *p != Path::new("-")) else { return Project::find_here() };
        let full = path.canonicalize().map_err(|e| Failure::new(format!("`{}`: {e}", path.display())))?;
        Project::find(if full.is_dir() { &full } else { full.parent().unwrap_or(&full) })
    }
}

/// Where the document goes.
#[derive(Debug, Args)]
pub struct Target {
    /// The file to write [default: standard output].
    #[arg(short, long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Refuses a debate without statements and without errors, of which no document tells anything.
///
/// # Errors
/// When it is one.
pub fn require_statements(report: &Report<'_>) -> Result<(), Failure> {
    let is_empty = report.debate.claims.is_empty() && report.debate.questions.is_empty();
    if is_empty && !report.diagnostics.iter().any(|d| d.code.level == Level::Error) {
        return Err(Failure::Nothing(
            "there is nothing to tell: the debate has neither a claim nor a question",
            "write a claim, such as `claim outdoors: The picnic should be held in the park.`",
        ));
    }
    Ok(())
}

/// Makes a document of a debate with `render` and writes it.
///
/// # Errors
/// When the debate cannot be found, `render` fails, or the document cannot be written.
pub fn produce<D: Into<Vec<u8>>>(
    debate: &Debate,
    target: Option<&Target>,
    render: impl Fn(&Report<'_>) -> Result<D, Failure>,
) -> Result<Exit, Failure> {
    let mut set = find(debate.path.as_deref())?;
    if target.is_some() {
        set.gather();
    }
    let inputs = set.locations();
    if target.is_none() {
        // What only the terminal shows has paths that can be opened from here; documents do not depend on where they were made.
        set.show_paths();
    }
    let report = evaluate(&set)?;
    let document = render(&report)?.into();
    let mut found = report.diagnostics;
    set.project.level(&mut found);
    match save(&document, target.and_then(|t| t.output.as_deref()), &inputs) {
        Ok(()) | Err(Failure::Closed) => {}
        Err(failure) => return Err(failure),
    }
    if target.is_some() {
        set.show_paths();
    }
    Ok(object(&found, &set))
}

/// Evaluates a debate and hands it to `then`; the errors of the debate are told.
///
/// # Errors
/// When the debate cannot be found, or `then` fails.
pub fn produce_quietly(debate: &Debate, then: impl FnOnce(&Report<'_>) -> Result<(), Failure>) -> Result<Exit, Failure> {
    let mut set = find(debate.path.as_deref())?;
    set.gather();
    let report = evaluate(&set)?;
    then(&report)?;
    let mut found = report.diagnostics;
    set.project.level(&mut found);
    set.show_paths();
    Ok(object(&found, &set))
}

/// The main debate of `set`, evaluated; verdicts that the checker refuses are told to nobody.
fn evaluate(set: &Set) -> Result<Report<'_>, Failure> {
    let Some(root) = set.roots.first().copied() else {
        return Err(Failure::with_help("this file holds no block of Agon", "name a file that holds a debate"));
    };
    let report = run_with(&set.files, root, Options { packs: &set.project.settings.packs, today: None, threads: Threads::available() });
    if is_grounded(&report.analysis.theory.system, &report.analysis.grounded) {
        return Ok(report);
    }
    Err(Failure::with_help("the checker refuses the verdicts on this debate", "this is a fault of agon: please report it with the debate"))
}

/// Tells the errors in short.
fn object(found: &[Diagnostic], set: &Set) -> Exit {
    let mut tally = Tally::default();
    found.iter().for_each(|d| tally.add(d));
    if tally.errors == 0 {
        return Exit::Clean;
    }
    let sources: Vec<&Source> = set.files.list.iter().map(|f| &f.source).collect();
    let errors = Tally { errors: tally.errors, ..Tally::default() };
    tell(&format!("{}the debate has {errors}, so this may not be what was meant; `agon check` tells more\n", short::emit(found, &sources)));
    Exit::Findings
}

/// The debate at `path`, or the one that the settings name.
///
/// # Errors
/// When there is none.
pub fn find(path: Option<&Path>) -> Result<Set, Failure> {
    let project = match path {
        Some(path) if path.is_dir() => {
            let folder = path.canonicalize().map_err(|e| Failure::new(format!("`{}`: {e}", path.display())))?;
            let project = Project::find(&folder)?;
            // The settings of a folder above name another debate than the one that is asked for.
            if project.configured && !folder.join(crate::config::settings::FILE_NAME).is_file() {
                let what = format!("the folder `{}` has no `agon.yaml` that names its main debate", path.display());
                return Err(Failure::with_help(what, "give the path of a file, or write `agon.yaml` in it with a line `root: FILE`"));
            }
            project
        }
        Some(path) => return load_one(path),
        None => Project::find_here()?,
    };
    match (&project.settings.root, project.configured) {
        (Some(root), _) => load_included(&project, root),
        (None, true) => {
            let what = format!("`{}` names no main debate", project.shown(crate::config::settings::FILE_NAME));
            Err(Failure::with_help(what, "write a line `root: FILE` in it, or give the path of a debate"))
        }
        (None, false) if path.is_some() => {
            let what = "this folder belongs to no project: no `agon.yaml` is found in it or above it";
            Err(Failure::with_help(
                what,
                "give the path of a debate, or write `agon.yaml` with a line `root: FILE` (see `agon init --help`)",
            ))
        }
        (None, false) => {
            let help = "give the path of a debate, or write `agon.yaml` with a line `root: FILE` (see `agon init --help`)";
            Err(Failure::with_help("no debate is named, and no `agon.yaml` is found upwards from here", help))
        }
    }
}
