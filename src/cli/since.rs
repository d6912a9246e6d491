//! An earlier version of a debate: another file, or the same file in a revision of the git repository.

use crate::{
    analysis::evaluate::{Analysis, evaluate},
    cli::{
        git::Repository,
        outcome::{Failure, tell},
        paths::find_inside,
        product::Debate as Asked,
        set::load_one,
    },
    emit::{inert::inert_line, short},
    model::{build::build, debate::Debate, load::Files},
    report::run::Report,
    text::{source::Source, span::FileId},
};
use std::path::Path;

/// An earlier version with its verdicts.
#[derive(Debug)]
pub struct Earlier {
    /// The debate.
    pub debate: Debate,
    /// What it came to.
    pub analysis: Analysis,
}

/// The version `since` of the debate that `report` is of: a path, or else a revision.
///
/// # Errors
/// When it is neither, or the debate is not in it.
pub fn load(since: &str, asked: &Asked, report: &Report<'_>) -> Result<Earlier, Failure> {
    if Path::new(since).is_file() {
        let set = load_one(Path::new(since))?;
        let Some(root) = set.roots.first().copied() else {
            return Err(Failure::with_help(format!("`{}` holds no debate", inert_line(since)), "name an earlier version of the debate"));
        };
        return Ok(judge(&set.files, root));
    }
    let project = asked.project()?;
    let path = &report.files.file(report.root).source.path;
    let repository = Repository::find(&project.root)?;
    let commit = repository.commit(since)?;
    let Some(folder) = find_inside(&repository.top, &project.root) else {
        return Err(Failure::new("the project reaches out of its git repository"));
    };
    let revision = repository.open(&commit, &folder)?;
    if !revision.paths().any(|known| known == path) {
        let what = format!("the revision `{}` has no file `{}`", inert_line(since), inert_line(path));
        return Err(Failure::with_help(what, "name a revision that has it, or the earlier file"));
    }
    let mut files = Files::default();
    let root = files.load(path, &revision);
    Ok(judge(&files, root))
}

/// Evaluates an earlier version. Mistakes of its text are told in short: what is not understood cannot be compared.
fn judge(files: &Files, root: FileId) -> Earlier {
    let (debate, mut found) = build(files, root);
    found.extend(files.list.iter().flat_map(|f| f.parse.diagnostics.iter().cloned()));
    let sources: Vec<&Source> = files.list.iter().map(|f| &f.source).collect();
    tell(&short::emit(&found, &sources));
    let (analysis, _) = evaluate(&debate);
    Earlier { debate, analysis }
}
