//! `agon review`: the stamp of a review on supports.
//!
//! The stamp goes into the file beside what it is about, and nothing else of the file changes; a file in the canonical layout stays in it.

use crate::{
    analysis::review::fingerprint,
    cli::{
        outcome::{Exit, Failure, tell},
        product, set,
        set::Set,
        today::today,
        write,
    },
    diagnostic::{code::Level, nearest::find_nearest, problem::Diagnostic},
    emit::{inert::inert_line, short, tally::many},
    format::layout::format,
    model::{
        at::{At, statements},
        build::build,
        debate::{Debate, Step},
        gather::gather_cited,
        ids::StepId,
        value::Date,
    },
    syntax::attribute::Key,
    text::{
        edit::{Edit, apply},
        source::Source,
        span::{FileId, Span},
    },
};
use clap::Args;
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// Stamp supports as reviewed, so that `check` tells when one of them changes.
///
/// Writes `reviewed: DAY, FINGERPRINT` under each. The fingerprint is of the words of its premises, of what it bears on, of the sources that
/// the premises cite, and of the text in the files of these; when one of these changes, `agon check` says so until it is reviewed again.
#[derive(Debug, Args)]
#[command(
    override_usage = "agon review <NAME>... [PATH]",
    after_help = "Files are replaced whole or not at all. Exit code 0: all are stamped; 2: a name is none of a support, rebuttal or undercut, or a file has errors or cannot be written.\n\nExample:\n  agon review fear-relief\n  agon review missed no-crew ferry.agon"
)]
pub struct Review {
    /// The names of supports, rebuttals or undercuts; then the main file of the debate, or a folder whose `agon.yaml` names it [default:
    /// the `root` of `agon.yaml`].
    #[arg(required = true, value_name = "NAME | PATH")]
    words: Vec<String>,
}

impl Review {
    /// Runs the command.
    ///
    /// # Errors
    /// When a name or the debate cannot be found, the debate has errors in its text or names, or a file cannot be written.
    pub fn run(&self) -> Result<Exit, Failure> {
        let (names, path) = split(&self.words)?;
        let mut set = product::find(path.as_deref())?;
        let Some(root) = set.roots.first().copied() else { return Err(set::nothing()) };
        let day = today().ok_or_else(|| Failure::new("the clock of this machine cannot be read"))?;
        let (debate, found) = build(&set.files, root);
        refuse_errors(&mut set, found)?;
        gather_cited(&mut set.files, &set.project.disk);
        let mut edits: BTreeMap<FileId, Vec<Edit>> = BTreeMap::new();
        for name in &names {
            let step = require_step(&debate, name)?;
            let place = debate.step(step).place;
            let statement = statements(&set.files, place.file).find(|at| at.header() == place);
            let edit = statement.map(|at| stamp(&at, day, &fingerprint(&debate, &set.files.documents, step).to_string()));
            edits.entry(place.file).or_default().extend(edit);
        }
        for (file, edits) in &edits {
            rewrite(&set, *file, edits)?;
        }
        tell(&format!("stamped {} in {}\n", many(names.len(), "support"), many(edits.len(), "file")));
        Ok(Exit::Clean)
    }
}

/// The most steps that are offered in place of the claim that they lead to.
const MOST_NAMED: usize = 3;

/// The names without repetition, and the path, which stands last.
fn split(words: &[String]) -> Result<(Vec<&str>, Option<PathBuf>), Failure> {
    let is_path = |word: &&String| {
        let path = Path::new(word);
        *word == "-" || path.exists() || path.extension().is_some_and(|e| e == "agon" || e == "md")
    };
    let path = words.last().filter(is_path);
    if path.is_some_and(|path| path == "-") {
        return Err(Failure::with_help("standard input cannot be stamped", "name a file"));
    }
    let named = words.len() - usize::from(path.is_some());
    let mut names: Vec<&str> = Vec::new();
    for name in words.iter().take(named) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    if names.is_empty() {
        return Err(Failure::with_help("no support is named", "write its name before the path, as in `agon review missed ferry.agon`"));
    }
    Ok((names, path.map(PathBuf::from)))
}

/// A stamp is of what was meant, and where there are errors that is not known.
fn refuse_errors(set: &mut Set, mut found: Vec<Diagnostic>) -> Result<(), Failure> {
    found.extend(set.files.diagnostics.iter().cloned());
    found.extend(set.files.list.iter().flat_map(|file| &file.parse.diagnostics).cloned());
    found.retain(|d| d.level == Level::Error);
    if found.is_empty() {
        return Ok(());
    }
    found.sort_by_key(Diagnostic::order);
    set.show_paths();
    let sources: Vec<&Source> = set.files.list.iter().map(|f| &f.source).collect();
    tell(&short::emit(&found, &sources));
    Err(Failure::with_help("a debate with errors cannot be stamped", "mend them first"))
}

fn require_step(debate: &Debate, name: &str) -> Result<StepId, Failure> {
    if let Some(step) = debate.steps.iter().position(|s| &*s.name.shown == name) {
        return Ok(StepId(step as u32));
    }
    let shown = inert_line(name);
    if let Some(claim) = debate.find_claim(name) {
        let leads = |step: &&Step| step.claims().any(|target| target == claim);
        let steps: Vec<String> =
            debate.steps.iter().filter(leads).take(MOST_NAMED).map(|s| format!("`{}`", inert_line(&s.name.shown))).collect();
        let help = match steps.as_slice() {
            [] => "nothing leads to it that could be reviewed".to_owned(),
            steps => format!("name what leads to it, such as {}", steps.join(" or ")),
        };
        return Err(Failure::with_help(format!("`{shown}` is a claim, and what is stamped is what leads to one"), help));
    }
    let what = format!("there is no support, rebuttal or undercut `{shown}` in this debate");
    Err(match find_nearest(name, debate.steps.iter().map(|s| &*s.name.shown)) {
        Some(near) => Failure::with_help(what, format!("try `agon review {}`", inert_line(near))),
        None => Failure::with_help(what, "see that it is spelt as the debate spells it, and that the debate is the one that was meant"),
    })
}

/// The edit that stamps a statement.
fn stamp(at: &At<'_>, day: Date, fingerprint: &str) -> Edit {
    let stamp = format!("{day}, {fingerprint}");
    let (tree, statement) = (at.tree, at.statement);
    let value = |attribute| tree.value(attribute).first().zip(tree.value(attribute).last());
    if let Some((first, last)) = tree.find_attribute(statement, Key::Reviewed).and_then(value) {
        return Edit::new(first.span.to(last.span), stamp);
    }
    let attributes = tree.attributes(statement);
    let lines = tree.text(statement).iter().chain(attributes.iter().flat_map(|a| tree.value(a)));
    let end = lines.map(|line| line.span.end).chain(attributes.iter().map(|a| a.key_span.end)).fold(statement.header.end, u32::max);
    let rest = at.text.get(end as usize..).unwrap_or("");
    let end = end + rest.find(['\n', '\r']).unwrap_or(rest.len()) as u32;
    let child = tree.children(at.id).next().map(|(_, child)| child.column);
    let column = attributes.first().map(|a| a.column).or(child).unwrap_or(statement.column + 2);
    let before = at.text.get(..statement.keyword_span.start as usize).unwrap_or("");
    let indent = before.rsplit(['\n', '\r']).next().unwrap_or("");
    let deeper = " ".repeat(column.saturating_sub(statement.column) as usize);
    let newline = if at.text.contains("\r\n") { "\r\n" } else { "\n" };
    Edit::new(Span::empty(end), format!("{newline}{indent}{deeper}{}: {stamp}", Key::Reviewed.word()))
}

/// Writes a file with its stamps.
fn rewrite(set: &Set, file: FileId, edits: &[Edit]) -> Result<(), Failure> {
    let loaded = set.files.file(file);
    let (path, text) = (&loaded.source.path, &loaded.source.text);
    let mut stamped = apply(text, edits);
    if format(text, loaded.dialect) == *text {
        stamped = format(&stamped, loaded.dialect);
    }
    let shown = set.project.shown(path);
    let place = set.project.disk.require_file(path).map_err(|_| Failure::new(format!("`{shown}` cannot be found any more")))?;
    write::replace(&place, &stamped, &shown)
}
