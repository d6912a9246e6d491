//! The files that a command was given, loaded: each once, with the debates among them.
//!
//! A file that another one uses belongs to the debate of that one and is no debate of its own. Files of different projects do not see
//! each other, so each project is loaded by itself.

use crate::{
    cli::{
        disk::{Disk, read_all},
        named::fault,
        outcome::{Failure, tell},
        output::unfit,
        paths::find_inside,
        project::{Project, here},
        walk::walk,
    },
    config::settings::FILE_NAME,
    diagnostic::{code::Level, problem::Diagnostic},
    emit::inert::inert_line,
    model::{
        codes,
        gather::gather,
        load::{Files, ReadProblem, Reader},
    },
    syntax::dialect::{Dialect, dialect},
    text::span::{FileId, Place, Span},
    threads::Threads,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

/// The name under which standard input is shown.
pub const STDIN: &str = "<stdin>";

/// A name of settings that is not read, since a project has one file of them.
const OTHER_NAME: &str = "agon.yml";

/// The loaded files of one project.
#[derive(Debug)]
pub struct Set {
    /// The project.
    pub project: Arc<Project>,
    /// Its files, used ones included.
    pub files: Files,
    /// The files that were asked for and hold a debate or a part of one.
    pub asked: Vec<FileId>,
    /// Those that no other file uses: the main files of the debates.
    pub roots: Vec<FileId>,
    /// What the way in which the files were asked for has to say of them.
    pub remarks: Vec<Diagnostic>,
}

impl Set {
    /// The number of files that were read as debates or parts of them.
    pub fn count(&self) -> usize {
        let used = self.files.list.iter().flat_map(|f| &f.uses).map(|u| u.file);
        self.asked.iter().copied().chain(used).collect::<BTreeSet<_>>().len()
    }

    /// Where the files really are.
    pub fn locations(&self) -> Vec<PathBuf> {
        self.files.list.iter().filter_map(|f| self.project.disk.require_file(&f.source.path).ok()).collect()
    }

    /// Reads the files of the sources that are quoted. To be called before the debates are judged.
    pub fn gather(&mut self) {
        gather(&mut self.files, &self.project.disk);
    }

    /// Gives every file the path under which it is shown. To be called once, after everything is read.
    pub fn show_paths(&mut self) {
        for file in &mut self.files.list {
            let path = &mut file.source.path;
            *path = if path.ends_with(STDIN) { STDIN.to_owned() } else { self.project.shown(path) };
        }
    }
}

/// What was asked for in one project.
#[derive(Debug)]
pub struct Asked {
    /// The project.
    pub project: Arc<Project>,
    /// Each path, relative to its root, with whether it was named itself.
    pub paths: BTreeMap<String, bool>,
}

impl Asked {
    /// Whether `paths`, which were asked for, cover all that belongs to the project.
    pub fn is_whole(&self, paths: &[PathBuf]) -> bool {
        paths.is_empty() || paths.iter().any(|path| path.canonicalize().is_ok_and(|path| path == self.project.root))
    }

    /// The text of standard input under its path, if it was asked for; it can be read only once.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read_stdin(&self) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
        let mut texts = BTreeMap::new();
        for path in self.paths.keys().filter(|path| path.ends_with(STDIN)) {
            texts.insert(path.clone(), read_all(io::stdin().lock()).map_err(|problem| refuse(STDIN, &problem))?);
        }
        Ok(texts)
    }
}

/// Loads what `paths` name, or what the settings include.
///
/// # Errors
/// When a path leads nowhere, or nothing is there to be read.
pub fn load(paths: &[PathBuf]) -> Result<Vec<Set>, Failure> {
    load_asked(&ask(paths)?)
}

/// Loads what was asked for.
///
/// # Errors
/// When nothing is there to be read.
pub fn load_asked(asked: &[Asked]) -> Result<Vec<Set>, Failure> {
    let sets: Vec<Set> = asked.iter().map(read_asked).collect();
    if sets.iter().all(|set| set.asked.is_empty() && set.remarks.is_empty()) {
        return Err(nothing());
    }
    Ok(sets)
}

/// What to say where nothing is there to be read.
pub fn nothing() -> Failure {
    Failure::with_help("there is no debate here", "name a `.agon` file, or a folder that holds one")
}

/// What `paths` name, or what the settings include, by project.
///
/// # Errors
/// When a path leads nowhere.
pub fn ask(paths: &[PathBuf]) -> Result<Vec<Asked>, Failure> {
    let mut asked: BTreeMap<PathBuf, Asked> = BTreeMap::new();
    if paths.is_empty() {
        let project = Project::find_here()?;
        if !project.configured {
            if project.here.join(OTHER_NAME).is_file() {
                let what = format!("`{OTHER_NAME}` is not read: the settings stand in `{FILE_NAME}`");
                return Err(Failure::with_help(what, format!("rename `{OTHER_NAME}` to `{FILE_NAME}`")));
            }
            let help = "name files or folders, such as `.` for this one, or write `agon.yaml` (see `agon init --help`)";
            return Err(Failure::with_help("no path is given, and no `agon.yaml` is found upwards from here", help));
        }
        if let Some(root) = &project.settings.root {
            require_included(&project, "root", root)?;
        }
        let include = if project.settings.include.is_empty() { vec![".".to_owned()] } else { project.settings.include.clone() };
        let faults = include.iter().filter_map(|path| require_included(&project, "include", path).err());
        if let Some(fault) = together(faults.collect()) {
            return Err(fault);
        }
        for path in &include {
            add_included(&project, "include", path, &mut asked)?;
        }
    }
    for path in paths {
        add(path, &path.to_string_lossy(), &mut asked)?;
    }
    for project in asked.values().map(|asked| &asked.project).filter(|project| !project.configured) {
        if project.root.join(OTHER_NAME).is_file() {
            tell(&format!("warning: `{}` is not read; the settings stand in `{FILE_NAME}`\n", project.shown(OTHER_NAME)));
        }
    }
    Ok(asked.into_values().collect())
}

/// Loads the one file `path`, which is named itself; `-` is standard input.
///
/// # Errors
/// When it leads nowhere.
pub fn load_one(path: &Path) -> Result<Set, Failure> {
    let mut asked = BTreeMap::new();
    add(path, &path.to_string_lossy(), &mut asked)?;
    one(asked)
}

/// Loads the main debate of `project`, which its settings name.
///
/// # Errors
/// When it leads nowhere, or outside the project.
pub fn load_included(project: &Project, path: &str) -> Result<Set, Failure> {
    let mut asked = BTreeMap::new();
    add_included(project, "root", path, &mut asked)?;
    one(asked)
}

fn one(asked: BTreeMap<PathBuf, Asked>) -> Result<Set, Failure> {
    asked.into_values().next().map(|asked| read_asked(&asked)).ok_or_else(nothing)
}

/// Adds a path that stands in the settings, which reach no further than their project.
fn add_included(project: &Project, key: &str, path: &str, asked: &mut BTreeMap<PathBuf, Asked>) -> Result<(), Failure> {
    add(&require_included(project, key, path)?, &project.shown(path), asked)
}

/// Several faults of the settings as one that tells them all.
fn together(faults: Vec<Failure>) -> Option<Failure> {
    let mut found = Vec::new();
    let mut settings = None;
    for fault in faults {
        match fault {
            Failure::Settings(unfit) => {
                found.extend(unfit.found);
                settings = Some(unfit.source);
            }
            other => return Some(other),
        }
    }
    settings.map(|source| unfit(found, source))
}

/// Where a path leads that stands in the settings, under `key`.
fn require_included(project: &Project, key: &str, path: &str) -> Result<PathBuf, Failure> {
    let file = project.root.join(path);
    if fs::canonicalize(&file).is_ok_and(|to| to.starts_with(&project.root)) {
        return Ok(file);
    }
    let (shown, settings) = (project.shown(path), project.shown(FILE_NAME));
    let is_there = fs::symlink_metadata(&file).is_ok();
    let why = if is_there { "leads outside its project" } else { "does not exist" };
    let help = if !is_there && path.contains(['*', '?', '[', '{']) {
        "name files and folders; patterns such as `*.agon` are not read, and a folder stands for all debates beneath it".to_owned()
    } else {
        format!("correct the path in `{settings}`")
    };
    Err(fault(project, key, path, &format!("`{shown}`, which `{settings}` names, {why}"), &help))
}

fn add(path: &Path, shown: &str, asked: &mut BTreeMap<PathBuf, Asked>) -> Result<(), Failure> {
    if path == Path::new("-") {
        let here = here()?;
        let entry = project(&here, asked)?;
        let inside = find_inside(&entry.project.root, &here).unwrap_or_default();
        entry.paths.insert(format!("{inside}/{STDIN}").trim_start_matches('/').to_owned(), true);
        return Ok(());
    }
    let (folder, name) = locate(path).map_err(|problem| refuse(shown, &problem))?;
    let entry = project(&folder, asked)?;
    let root = &entry.project.root;
    let Some(name) = name else {
        let walk = walk(&folder, root);
        walk.problems.iter().for_each(|problem| tell(&format!("warning: {}; it is not read\n", inert_line(problem))));
        for path in walk.paths {
            entry.paths.entry(path).or_insert(false);
        }
        return Ok(());
    };
    let Some(inside) = find_inside(root, &folder.join(name)) else {
        return Err(Failure::new(format!("the name of `{shown}` is not UTF-8")));
    };
    let file = entry.project.disk.require_file(&inside).map_err(|problem| refuse(shown, &problem))?;
    fs::File::open(file).map_err(|error| refuse(shown, &ReadProblem::Other(crate::cli::outcome::reason(&error))))?;
    entry.paths.insert(inside, true);
    Ok(())
}

fn project<'a>(folder: &Path, asked: &'a mut BTreeMap<PathBuf, Asked>) -> Result<&'a mut Asked, Failure> {
    let project = Project::find(folder)?;
    Ok(asked.entry(project.root.clone()).or_insert_with(|| Asked { project: Arc::new(project), paths: BTreeMap::new() }))
}

/// The folder of a path without links, and the name of the file in it unless it is a folder itself.
fn locate(path: &Path) -> Result<(PathBuf, Option<&std::ffi::OsStr>), ReadProblem> {
    let problem = |error: io::Error| match error.kind() {
        io::ErrorKind::NotFound => ReadProblem::Missing,
        _ => ReadProblem::Other(crate::cli::outcome::reason(&error)),
    };
    if fs::metadata(path).map_err(problem)?.is_dir() {
        return Ok((fs::canonicalize(path).map_err(problem)?, None));
    }
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok((fs::canonicalize(parent).map_err(problem)?, path.file_name()))
}

fn refuse(shown: &str, problem: &ReadProblem) -> Failure {
    match problem {
        ReadProblem::Missing => Failure::with_help(format!("there is no file `{shown}`"), "see that the path is spelt right"),
        ReadProblem::Outside => Failure::with_help(
            format!("`{shown}` leads outside its project"),
            "name the file that the link leads to, or move it into the project",
        ),
        ReadProblem::Other(why) => Failure::with_help(format!("`{shown}` cannot be read: {why}"), "name a file of text that may be read"),
    }
}

/// A project's files, and standard input among them.
struct WithStdin<'d> {
    disk: &'d Disk,
}

impl Reader for WithStdin<'_> {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
        if path.ends_with(STDIN) { read_all(io::stdin().lock()) } else { self.disk.read(path) }
    }
}

/// Loads what was asked for in one project; perhaps nothing is there.
pub fn read_asked(asked: &Asked) -> Set {
    read(&asked.project, &asked.paths, &WithStdin { disk: &asked.project.disk }, Threads::available())
}

/// Loads the files at `paths` of `project` through `reader`; each path with whether it was named itself.
pub fn read(project: &Arc<Project>, paths: &BTreeMap<String, bool>, reader: &dyn Reader, threads: Threads) -> Set {
    let mut files = Files::default();
    files.threads = threads;
    let found = files.load_all(paths.keys().map(String::as_str), reader);
    let used: BTreeSet<FileId> = files.list.iter().flat_map(|f| &f.uses).map(|u| u.file).collect();
    let mut set = Set { project: Arc::clone(project), files, asked: Vec::new(), roots: Vec::new(), remarks: Vec::new() };
    let mut passed_over = BTreeSet::new();
    for (id, named) in found.into_iter().zip(paths.values().copied()) {
        let file = set.files.file(id);
        let foreign = dialect(&file.source.path) == Dialect::Markdown && file.parse.blocks.is_empty() && !used.contains(&id);
        if file.dialect.is_bibliography() {
            if !used.contains(&id) {
                let mut remark =
                    Diagnostic::new(&codes::EMPTY_FILE, Place::new(id, Span::default()), "this file is a bibliography and no debate");
                remark.level = Level::Note;
                set.remarks.push(remark.help("name a debate that brings it in with `use`"));
            }
            continue;
        }
        if foreign && file.parse.diagnostics.is_empty() {
            if named {
                let place = Place::new(id, Span::default());
                let mut remark = Diagnostic::new(&codes::EMPTY_FILE, place, "this file holds no block of Agon");
                remark.level = Level::Note;
                set.remarks.push(remark.help("put the debate between a line ```` ```agon ```` and a line ```` ``` ````"));
            }
            if !named {
                passed_over.insert(id);
            }
            continue;
        }
        set.asked.push(id);
        if !used.contains(&id) {
            set.roots.push(id);
        }
    }
    set.files.diagnostics.retain(|d| !passed_over.contains(&d.at.place.file));
    set
}
