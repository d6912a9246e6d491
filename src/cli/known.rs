//! The baseline of a project on the disk: where it lies, and how it changes.

use crate::{
    cli::{
        checked::Checked,
        disk::read_regular,
        named::{fault, fault_in},
        outcome::{Failure, tell},
        paths,
        project::Project,
        set::Asked,
        write,
    },
    config::settings::FILE_NAME,
    emit::tally::many,
    model::load::{ReadProblem, Reader},
    report::baseline::{Baseline, Split},
    text::source::Source,
};
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

/// Where a baseline lies.
#[derive(Debug)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// Its path as it is shown.
    pub shown: String,
    /// The path that the settings name, unless the command line names another.
    named: Option<String>,
}

/// The file that `option` names, or else the settings; the settings reach no further than their project.
///
/// # Errors
/// When the settings name a file outside.
pub fn place(project: &Project, option: Option<&Path>) -> Result<Option<Place>, Failure> {
    if let Some(file) = option {
        return Ok(Some(Place { file: file.to_owned(), shown: file.to_string_lossy().into_owned(), named: None }));
    }
    let Some(path) = &project.settings.baseline else { return Ok(None) };
    let file = project.root.join(path);
    let (shown, settings) = (paths::shown(&project.here, &file), project.shown(FILE_NAME));
    let folder = file.parent().and_then(|folder| folder.canonicalize().ok());
    let inside = folder.as_ref().is_some_and(|folder| folder.starts_with(&project.root));
    let leads_out = file.canonicalize().is_ok_and(|to| !to.starts_with(&project.root));
    if !inside || leads_out {
        let why = if folder.is_some() { "leads outside its project" } else { "has no folder" };
        let what = format!("the baseline `{shown}`, which `{settings}` names, {why}");
        return Err(fault(project, "baseline", path, &what, &format!("correct the path in `{settings}`")));
    }
    Ok(Some(Place { file, shown, named: Some(path.clone()) }))
}

/// Reads the baseline at `place` of `project`; `None` where there is none yet.
///
/// # Errors
/// When it cannot be read, or is none.
pub fn read(project: &Project, place: &Place) -> Result<Option<Baseline>, Failure> {
    let shown = &place.shown;
    let closed = |why: String| {
        refuse(project, place, String::new(), &format!("the baseline `{shown}` {why}"), "see that it is a file that may be read")
    };
    let bytes = match read_regular(&place.file) {
        Ok(bytes) => bytes,
        Err(ReadProblem::Missing) => return Ok(None),
        Err(ReadProblem::Outside) => return Err(closed("lies outside the project".to_owned())),
        Err(ReadProblem::Other(why)) => return Err(closed(format!("cannot be read: {why}"))),
    };
    let text = String::from_utf8_lossy(&bytes).into_owned();
    Baseline::parse(&text).map(Some).map_err(|why| refuse(project, place, text, &format!("`{shown}` is no baseline: {why}"), MEND))
}

/// What to do with a damaged baseline: written anew it would hold what nobody has seen.
const MEND: &str = "if a merge left it so, resolve the conflict; otherwise take the file from the last revision in which it was whole";

/// That the baseline, whose text is `text`, is wrong: told where the settings name it, or else in the file itself.
fn refuse(project: &Project, place: &Place, text: String, what: &str, help: &str) -> Failure {
    match &place.named {
        Some(path) => fault(project, "baseline", path, what, help),
        None => fault_in(Source::new(place.shown.clone(), text), what.to_owned(), help),
    }
}

/// Tells the findings of `checked` apart by `baseline`. What is left of it is what may still be there, since it could not be looked at.
pub fn split(asked: &Asked, baseline: &Baseline, checked: &mut Checked) -> Split {
    let disk = &asked.project.disk;
    let gone = |path: &str| matches!(disk.require_file(path), Err(ReadProblem::Missing | ReadProblem::Outside));
    let mut split = baseline.split(std::mem::take(&mut checked.found), &checked.sources, &gone);
    let read: BTreeSet<&str> = checked.sources.iter().map(|source| source.path.as_str()).collect();
    let partial = checked.doubts.values().any(|doubt| doubt.partial);
    split.left.known.retain(|key, _| match checked.doubts.get(&key.file) {
        Some(doubt) => doubt.hides(&key.code),
        None if read.contains(key.file.as_str()) => false,
        // A file that is gone may be missed where something is wrong; one that is there may be closed to us.
        None if gone(&key.file) => partial,
        None => matches!(disk.read(&key.file), Err(ReadProblem::Other(_))),
    });
    split
}

/// Takes what the baseline at `place` knows out of `checked`, and out of the baseline what is no longer found. Only a run over all that
/// belongs to the project (`whole`) can know that something is no longer found.
///
/// # Errors
/// When the baseline cannot be read.
pub fn apply(asked: &Asked, place: &Place, whole: bool, checked: &mut Checked) -> Result<(), Failure> {
    let Some(baseline) = read(&asked.project, place)? else {
        let leave = if place.named.is_some() { ", or leave out this line" } else { "" };
        let (what, help) = (format!("there is no baseline `{}`", place.shown), format!("run `agon baseline` to write it{leave}"));
        return Err(refuse(&asked.project, place, String::new(), &what, &help));
    };
    let split = split(asked, &baseline, checked);
    checked.found = split.new;
    checked.later = split.met.count();
    let mut kept = split.met;
    kept.extend(split.left);
    if !whole || kept == baseline {
        return Ok(());
    }
    let mended = baseline.count() - kept.count();
    match write::replace(&place.file, kept.text(), &place.shown) {
        Ok(()) if mended == 0 => tell(&format!("the baseline `{}` has followed files that were moved\n", place.shown)),
        Ok(()) => {
            let left = many(kept.count(), "finding");
            tell(&format!("the baseline `{}` has shrunk by {} to {left}\n", place.shown, many(mended, "finding")));
        }
        Err(failure) => tell(&format!("warning: the baseline has not shrunk: {}", failure.to_string().trim_start_matches("error: "))),
    }
    Ok(())
}
