//! What is compared of revisions of a repository: the project, and the paths in it.
//!
//! Each revision has settings of its own. What either of the two includes is compared in both, so that nothing is passed over because the
//! settings were changed together with it.

use crate::{
    cli::{
        disk::Disk,
        git::{Repository, Revision},
        judged::Loaded,
        outcome::Failure,
        paths::{find_inside, plain},
        project::{Project, here, plain_settings},
        set::read,
    },
    config::settings::{FILE_NAME, Settings},
    emit::inert::inert_line,
    model::load::{ReadProblem, Reader},
    syntax::dialect::{Dialect, dialect},
    threads::Threads,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Paths relative to the root of the project; each stands for all that lies beneath it.
pub type Paths = BTreeSet<String>;

/// What is compared of revisions.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The repository.
    pub repository: Repository,
    /// The project, with the settings of none of the revisions.
    pub project: Arc<Project>,
    /// What is compared.
    pub paths: Paths,
}

impl Wanted {
    /// The project of the folder where the program was started, in which nothing is wanted yet: its root is the folder of the nearest
    /// `agon.yaml` upwards, on the disk or in one of `commits`.
    ///
    /// # Errors
    /// When it lies in no repository.
    pub fn find(repository: Repository, commits: &[&str]) -> Result<Self, Failure> {
        let here = here()?;
        let has = |folder: &Path| {
            let inside = find_inside(&repository.top, &folder.join(FILE_NAME));
            let in_commits = || inside.is_some_and(|path| commits.iter().any(|commit| repository.has(commit, &path)));
            fs::symlink_metadata(folder.join(FILE_NAME)).is_ok() || in_commits()
        };
        let configured = here.ancestors().find(|folder| has(folder));
        let root = configured.unwrap_or(&here).to_owned();
        let (settings, disk) = (Settings::default(), Disk::new(&root));
        let project = Arc::new(Project { configured: configured.is_some(), root, settings, disk, here });
        Ok(Self { repository, project, paths: Paths::new() })
    }

    /// What the settings of a commit include.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn included(&self, commit: &str, name: &str) -> Result<Paths, Failure> {
        let bytes = match self.open(commit)?.read(FILE_NAME) {
            Err(ReadProblem::Missing) => return Ok(included(&Settings::default())),
            read => read.map_err(|_| Failure::new(format!("`{FILE_NAME}` cannot be read")))?,
        };
        plain_settings(&format!("{}:{FILE_NAME}", inert_line(name)), bytes).map(|settings| included(&settings))
    }

    /// `path`, which is relative to where the program was started, relative to the root of the project.
    ///
    /// # Errors
    /// When it lies outside.
    pub fn inside(&self, path: &Path) -> Result<String, Failure> {
        let path = if path.is_absolute() { path.to_owned() } else { self.project.here.join(path) };
        let full = path.canonicalize().unwrap_or_else(|_| plain(&path));
        find_inside(&self.project.root, &full).ok_or_else(|| {
            let what = format!("`{}` lies outside the project", inert_line(&full.to_string_lossy()));
            Failure::with_help(what, "run `agon diff` in the project of that path")
        })
    }

    /// The debates of a commit, which `name` means.
    ///
    /// # Errors
    /// When git cannot hand it out.
    pub fn load(&self, commit: &str, name: &str) -> Result<Loaded, Failure> {
        let revision = self.open(commit)?;
        let is_debate = |path: &str| path.ends_with(".agon") || dialect(path) == Dialect::Markdown;
        let is_hidden = |path: &str| path.split('/').any(|part| part.starts_with('.'));
        let paths = revision.paths().filter(|path| is_debate(path) && !is_hidden(path) && covers(&self.paths, path));
        let paths: BTreeMap<String, bool> = paths.map(|path| (path.to_owned(), false)).collect();
        let set = read(&self.project, &paths, &revision as &dyn Reader, Threads::available().shared_by(2));
        let mut loaded = Loaded::default();
        loaded.add(set, &|set, file| Some(set.files.file(file).source.path.clone()), &format!("{}:", inert_line(name)));
        Ok(loaded)
    }

    fn open(&self, commit: &str) -> Result<Revision, Failure> {
        let Some(folder) = find_inside(&self.repository.top, &self.project.root) else {
            return Err(Failure::new("the project reaches out of its git repository"));
        };
        self.repository.open(commit, &folder)
    }

    /// The wanted paths where they lie on the disk; those that do not are left out.
    pub fn on_disk(&self) -> Vec<PathBuf> {
        let paths = self.paths.iter().map(|path| if path.is_empty() { self.project.root.clone() } else { self.project.root.join(path) });
        paths.filter(|path| path.canonicalize().is_ok_and(|path| path.starts_with(&self.project.root))).collect()
    }
}

/// What `settings` include.
pub fn included(settings: &Settings) -> Paths {
    if settings.include.is_empty() {
        return Paths::from([String::new()]);
    }
    let clean = |path: &String| path.split('/').filter(|part| !part.is_empty() && *part != ".").collect::<Vec<_>>().join("/");
    settings.include.iter().map(clean).collect()
}

/// Whether `path` is one of `wanted`, or lies beneath one; all are relative to the root.
pub fn covers(wanted: &Paths, path: &str) -> bool {
    let is_beneath = |wanted: &String| path.strip_prefix(wanted.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    wanted.iter().any(|wanted| wanted.is_empty() || is_beneath(wanted))
}
