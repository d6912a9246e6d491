//! Everything that is wrong in the files of a project, each problem once, whatever the number of threads.
//!
//! Most files are debates of their own: each is read, judged and given back on one thread, so that a repository of thousands never lies in
//! memory at once. The files that use others are loaded together after that; what they use is no debate of its own, and what was found in
//! it alone is dropped.

use crate::{
    cli::{
        disk::Disk,
        findings::{findings, once},
        project::Project,
        set::{Asked, STDIN, Set, read},
    },
    diagnostic::problem::{Diagnostic, Label},
    model::{
        load::{ReadProblem, Reader},
        value::Date,
    },
    report::doubt::Doubt,
    text::{
        source::Source,
        span::{FileId, Place},
    },
    threads::Threads,
};
use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Texts that stand for what lies on the disk, by path: standard input, and files with their fixes.
pub type Texts = BTreeMap<String, Vec<u8>>;

/// What is wrong in files.
#[derive(Debug, Default)]
pub struct Checked {
    /// The problems, by file and place; their files are indices of `sources`.
    pub found: Vec<Diagnostic>,
    /// All files that were read as debates or parts of them, by path. The texts of those in which nothing is wrong are left out.
    pub sources: Vec<Source>,
    /// What could not be looked at, by the path of the file.
    pub doubts: BTreeMap<String, Doubt>,
    /// How many problems a baseline holds back.
    pub later: usize,
}

impl Checked {
    /// Gives every file the path under which it is shown.
    pub fn show_paths(&mut self, project: &Project) {
        for source in &mut self.sources {
            source.path = if is_stdin(&source.path) { STDIN.to_owned() } else { project.shown(&source.path) };
        }
    }

    /// Adds the problems of another project.
    pub fn add(&mut self, mut other: Self) {
        let first = self.sources.len() as u32;
        other.found.iter_mut().for_each(|found| renumber(found, |file| FileId(file.0 + first)));
        self.found.append(&mut other.found);
        self.sources.append(&mut other.sources);
        self.later += other.later;
    }
}

/// Whether a path of a project means standard input.
pub fn is_stdin(path: &str) -> bool {
    path == STDIN || path.ends_with(&format!("/{STDIN}"))
}

/// Checks what was asked for in one project, on the day `today`. `texts` stand for the files of their paths.
pub fn check(asked: &Asked, texts: &Texts, today: Option<Date>, threads: Threads) -> Checked {
    let disk = WithTexts { disk: &asked.project.disk, texts };
    let paths: Vec<(&String, bool)> = asked.paths.iter().map(|(path, named)| (path, *named)).collect();
    let each = threads.shared_by(paths.len());
    let alone = threads.map(&paths, |(path, named)| check_alone(&asked.project, &disk, path, *named, today, each));
    let linked: BTreeMap<String, bool> =
        paths.iter().zip(&alone).filter(|(_, part)| part.is_none()).map(|((path, named), _)| ((*path).clone(), *named)).collect();
    let together = if linked.is_empty() { Checked::default() } else { part(read(&asked.project, &linked, &disk, threads), today, threads) };
    let used: BTreeSet<String> = together.sources.iter().map(|s| s.path.clone()).collect();
    let alone = alone.into_iter().flatten().filter(|part| part.sources.iter().all(|s| !used.contains(&s.path)));
    merge(alone.chain([together]).collect())
}

/// What is wrong in a file that uses no other; `None` for one that does.
fn check_alone(
    project: &Arc<Project>,
    disk: &WithTexts<'_>,
    path: &str,
    named: bool,
    today: Option<Date>,
    threads: Threads,
) -> Option<Checked> {
    let reader = Alone { disk, path, reached: Cell::new(false) };
    let set = read(project, &BTreeMap::from([(path.to_owned(), named)]), &reader, threads);
    (!reader.reached.get()).then(|| part(set, today, threads))
}

fn part(mut set: Set, today: Option<Date>, threads: Threads) -> Checked {
    if set.asked.is_empty() && set.remarks.is_empty() {
        return Checked::default();
    }
    set.gather();
    let (found, doubts) = findings(&set, today, threads);
    let doubts = doubts.into_iter().map(|(file, doubt)| (set.files.file(file).source.path.clone(), doubt)).collect();
    let told: BTreeSet<FileId> = found.iter().flat_map(files).collect();
    let sources = (0..)
        .zip(set.files.list)
        .map(|(id, file)| if told.contains(&FileId(id)) { file.source } else { Source { path: file.source.path, ..Source::default() } });
    Checked { sources: sources.collect(), found, doubts, later: 0 }
}

/// The parts as one, their files in the order of their paths.
fn merge(parts: Vec<Checked>) -> Checked {
    let mut order: Vec<(&str, usize, usize)> = Vec::new();
    for (part, checked) in parts.iter().enumerate() {
        order.extend(checked.sources.iter().enumerate().map(|(file, source)| (source.path.as_str(), part, file)));
    }
    order.sort_unstable();
    let mut ids: Vec<Vec<FileId>> = parts.iter().map(|p| vec![FileId::default(); p.sources.len()]).collect();
    for (id, (_, part, file)) in (0..).zip(&order) {
        if let Some(slot) = ids.get_mut(*part).and_then(|files| files.get_mut(*file)) {
            *slot = FileId(id);
        }
    }
    let mut found = Vec::new();
    let mut sources = Vec::new();
    let mut doubts = BTreeMap::new();
    for (part, ids) in parts.into_iter().zip(ids) {
        let id = |file: FileId| ids.get(file.0 as usize).copied().unwrap_or_default();
        found.extend(part.found.into_iter().map(|mut problem| {
            renumber(&mut problem, id);
            problem
        }));
        doubts.extend(part.doubts);
        sources.extend(ids.iter().copied().zip(part.sources));
    }
    sources.sort_unstable_by_key(|(id, _): &(FileId, Source)| *id);
    Checked { found: once(found), sources: sources.into_iter().map(|(_, source)| source).collect(), doubts, later: 0 }
}

/// The files that a problem points into.
fn files(found: &Diagnostic) -> impl Iterator<Item = FileId> + '_ {
    let labels = std::iter::once(&found.at).chain(&found.related).map(|label| label.place.file);
    labels.chain(found.fix.as_ref().map(|fix| fix.file))
}

fn renumber(found: &mut Diagnostic, id: impl Fn(FileId) -> FileId) {
    let label = |label: &mut Label| label.place = Place::new(id(label.place.file), label.place.span);
    label(&mut found.at);
    found.related.iter_mut().for_each(label);
    if let Some(fix) = &mut found.fix {
        fix.file = id(fix.file);
    }
}

/// The files of a project, with texts that stand for some of them.
struct WithTexts<'d> {
    disk: &'d Disk,
    texts: &'d Texts,
}

impl Reader for WithTexts<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
        self.texts.get(path).map_or_else(|| self.disk.read(path), |text| Ok(text.clone()))
    }
}

/// One file, and whether another one was reached for.
struct Alone<'d> {
    disk: &'d WithTexts<'d>,
    path: &'d str,
    reached: Cell<bool>,
}

impl Reader for Alone<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
        if path == self.path {
            return self.disk.read(path);
        }
        self.reached.set(true);
        Err(ReadProblem::Missing)
    }
}
