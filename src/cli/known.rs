//! The baseline of a project on the disk: where it lies, and how it changes.

use crate::{
    cli::{
        checked::Checked,
        disk::read_regular,
        outcome::{Failure, tell},
        paths,
        project::Project,
        set::Asked,
        write,
    },
    config::settings::FILE_NAME,
    emit::tally::many,
    model::load::ReadProblem,
    report::baseline::Baseline,
};
use std::path::{Path, PathBuf};

/// Where a baseline lies.
#[derive(Debug)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// Its path as it is shown.
    pub shown: String,
}

/// The file that `option` names, or else the settings; the settings reach no further than their project.
///
/// # Errors
/// When the settings name a file outside.
pub fn place(project: &Project, option: Option<&Path>) -> Result<Option<Place>, Failure> {
    if let Some(file) = option {
        return Ok(Some(Place { file: file.to_owned(), shown: file.to_string_lossy().into_owned() }));
    }
    let Some(path) = &project.settings.baseline else { return Ok(None) };
    let file = project.root.join(path);
    let (shown, settings) = (paths::shown(&project.here, &file), project.shown(FILE_NAME));
    let folder = file.parent().and_then(|folder| folder.canonicalize().ok());
    let inside = folder.is_some_and(|folder| folder.starts_with(&project.root));
    let leads_out = file.canonicalize().is_ok_and(|to| !to.starts_with(&project.root));
    if !inside || leads_out {
        let what = format!("the baseline `{shown}`, which `{settings}` names, leads outside its project or has no folder");
        return Err(Failure::with_help(what, format!("correct the path in `{settings}`")));
    }
    Ok(Some(Place { file, shown }))
}

/// Reads the baseline at `place`; `None` where there is none yet.
///
/// # Errors
/// When it cannot be read, or is none.
pub fn read(place: &Place) -> Result<Option<Baseline>, Failure> {
    let shown = &place.shown;
    let bytes = match read_regular(&place.file) {
        Ok(bytes) => bytes,
        Err(ReadProblem::Missing) => return Ok(None),
        Err(ReadProblem::Outside) => return Err(Failure::new(format!("the baseline `{shown}` lies outside the project"))),
        Err(ReadProblem::Other(why)) => return Err(Failure::new(format!("the baseline `{shown}` cannot be read: {why}"))),
    };
    let text = String::from_utf8_lossy(&bytes);
    let help = "mend it, or remove it and run `agon baseline`";
    Baseline::parse(&text).map(Some).map_err(|why| Failure::with_help(format!("`{shown}` is no baseline: {why}"), help))
}

/// Takes what the baseline at `place` knows out of `checked`, and out of the baseline what is no longer found. Only a run over all that
/// belongs to the project (`whole`) can know that something is no longer found.
///
/// # Errors
/// When the baseline cannot be read.
pub fn apply(asked: &Asked, place: &Place, whole: bool, checked: &mut Checked) -> Result<(), Failure> {
    let Some(baseline) = read(place)? else {
        let what = format!("there is no baseline `{}`", place.shown);
        return Err(Failure::with_help(what, "run `agon baseline` to write it"));
    };
    let gone = |path: &str| asked.project.disk.require_file(path).is_err();
    let split = baseline.split(std::mem::take(&mut checked.found), &checked.sources, &gone);
    checked.found = split.new;
    checked.later = split.met.count();
    if !whole || split.met == baseline {
        return Ok(());
    }
    let mended = baseline.count() - split.met.count();
    match write::replace(&place.file, split.met.text(), &place.shown) {
        Ok(()) if mended == 0 => tell(&format!("the baseline `{}` has followed files that were moved\n", place.shown)),
        Ok(()) => {
            let left = many(split.met.count(), "finding");
            tell(&format!("the baseline `{}` has shrunk by {} to {left}\n", place.shown, many(mended, "finding")));
        }
        Err(failure) => tell(&format!("warning: the baseline has not shrunk: {}", failure.to_string().trim_start_matches("error: "))),
    }
    Ok(())
}
