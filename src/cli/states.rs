//! The states of debates that `agon diff` compares, and where they come from: files, folders, revisions.
//!
//! Whatever goes wrong is told with the state that it goes wrong in, since both are often the same path.

use crate::{
    cli::{
        git::Repository,
        judged::{Loaded, State},
        outcome::{Failure, tell},
        paths::find_inside,
        project::{Project, here},
        set::{Asked, Set, ask, read_asked},
        wanted::{Paths, Wanted, covers, included},
    },
    emit::inert::inert_line,
    text::span::FileId,
    threads::Threads,
};
use std::path::{Path, PathBuf};

/// Two states to be compared.
#[derive(Debug)]
pub struct Origins {
    old: Named,
    new: Named,
    /// The paths that were asked for of revisions; each must be a debate, or hold one, in one of the states.
    paths: Vec<PathBuf>,
    /// What the settings of each state include, where that says what is compared.
    included: Option<(Paths, Paths)>,
}

/// A state under the words by which it is known to whoever asked for it.
#[derive(Debug)]
struct Named {
    /// Such as: the old state, `main`.
    label: String,
    origin: Origin,
}

/// Where a state comes from.
#[derive(Debug)]
enum Origin {
    /// From a commit, under the revision that named it.
    Commit(Wanted, String, String),
    /// From the disk; each debate is known by its path in the project, or else beneath this one.
    Disk(Vec<Asked>, Option<PathBuf>),
}

/// Which of the two states.
#[derive(Debug, Clone, Copy)]
enum Age {
    Old,
    New,
}

impl Age {
    /// The words for a state that `name` means.
    fn label(self, name: &str) -> String {
        let age = match self {
            Self::Old => "old",
            Self::New => "new",
        };
        format!("the {age} state, `{}`", inert_line(name))
    }
}

impl Origins {
    /// What `words` of the command line mean.
    ///
    /// # Errors
    /// When they name no two states.
    pub fn find(words: &[String]) -> Result<Self, Failure> {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let is_path = |word: &str| Path::new(word).exists();
        match words.as_slice() {
            [range, paths @ ..] if range.contains("..") && !is_path(range) => {
                let (old, new, common) = match range.split_once("...") {
                    Some((old, new)) => (old, new, true),
                    None => range.split_once("..").map(|(old, new)| (old, new, false)).unwrap_or_default(),
                };
                let [old, new] = [old, new].map(|name| if name.is_empty() { "HEAD" } else { name });
                Self::of_commits(old, new, common, &paths.iter().map(PathBuf::from).collect::<Vec<_>>())
            }
            [old, new] => match (is_path(old), is_path(new)) {
                (true, true) => Self::on_disk(old, new),
                (false, true) => Self::since(old, &[PathBuf::from(new)]),
                (false, false) => Self::of_commits(old, new, false, &[]),
                (true, false) => {
                    let what = format!("`{}` is a path and `{}` is none", inert_line(old), inert_line(new));
                    Err(Failure::with_help(what, "name the older state first; a revision can be compared with a path after it"))
                }
            },
            [one] if !is_path(one) => Self::since(one, &[]),
            [one] => {
                let what = format!("`{}` is compared with nothing", inert_line(one));
                Err(Failure::with_help(what, "name two files, folders or revisions, or a range such as `main..HEAD`"))
            }
            _ => {
                Err(Failure::with_help("too many states are named", "name an old and a new one; paths come only after a range `OLD..NEW`"))
            }
        }
    }

    /// Two revisions, the older one perhaps where they part.
    fn of_commits(old: &str, new: &str, common: bool, paths: &[PathBuf]) -> Result<Self, Failure> {
        let repository = Repository::find(&here()?)?;
        let (mut old_label, new_label) = (Age::Old.label(old), Age::New.label(new));
        let mut before = repository.commit(old).map_err(|failure| of(&old_label, failure))?;
        let after = repository.commit(new).map_err(|failure| of(&new_label, failure))?;
        if common {
            before = repository.base(&before, &after).map_err(|failure| of(&format!("`{old}...{new}`"), failure))?;
            old_label = format!("{old_label}, or where `{}` left it", inert_line(new));
        }
        let mut wanted = Wanted::find(repository, &[&before, &after])?;
        let mut both = None;
        if paths.is_empty() {
            let now = wanted.included(&after, new).map_err(|failure| of(&new_label, failure))?;
            let was = earlier(wanted.included(&before, old), &old_label, &now);
            wanted.paths = was.union(&now).cloned().collect();
            both = Some((was, now));
        } else {
            wanted.paths = paths.iter().map(|path| wanted.inside(path)).collect::<Result<_, _>>()?;
        }
        let named =
            |label: String, commit: String, name: &str| Named { label, origin: Origin::Commit(wanted.clone(), commit, name.to_owned()) };
        Ok(Self { old: named(old_label, before, old), new: named(new_label, after, new), paths: paths.to_vec(), included: both })
    }

    /// A revision, and what of it lies on the disk now.
    fn since(old: &str, paths: &[PathBuf]) -> Result<Self, Failure> {
        let repository = Repository::find(&here()?)?;
        let old_label = Age::Old.label(old);
        let commit = repository.commit(old).map_err(|failure| of(&old_label, failure))?;
        let mut wanted = Wanted::find(repository, &[&commit])?;
        let label = "the new state, what lies on the disk".to_owned();
        let mut both = None;
        let asked = if paths.is_empty() {
            let project = Project::find(&wanted.project.root)?;
            if project.configured {
                // Here the settings are those of whoever asks, so what they name must be there.
                ask(&[]).map_err(|failure| of(&label, failure))?;
            }
            let now = included(&project.settings);
            let was = earlier(wanted.included(&commit, old), &old_label, &now);
            wanted.paths = was.union(&now).cloned().collect();
            both = Some((was, now));
            let there = wanted.on_disk();
            if there.is_empty() { Ok(Vec::new()) } else { ask(&there) }
        } else {
            wanted.paths = paths.iter().map(|path| wanted.inside(path)).collect::<Result<_, _>>()?;
            ask(paths)
        };
        let asked = asked.map_err(|failure| of(&label, failure))?;
        let old = Named { label: old_label, origin: Origin::Commit(wanted, commit, old.to_owned()) };
        Ok(Self { old, new: Named { label, origin: Origin::Disk(asked, None) }, paths: paths.to_vec(), included: both })
    }

    /// Two files are compared with each other, two folders file by file.
    fn on_disk(old: &str, new: &str) -> Result<Self, Failure> {
        if Path::new(old).is_dir() != Path::new(new).is_dir() {
            return Err(Failure::with_help("a file cannot be compared with a folder", "name two files or two folders"));
        }
        let named = |age: Age, path: &str| {
            let label = age.label(path);
            let asked = ask(&[PathBuf::from(path)]).map_err(|failure| of(&label, failure))?;
            Ok(Named { label, origin: Origin::Disk(asked, Some(PathBuf::from(path))) })
        };
        Ok(Self { old: named(Age::Old, old)?, new: named(Age::New, new)?, paths: Vec::new(), included: None })
    }

    /// Whether each state is one file that was named, so that the two are to be compared whatever they hold.
    pub fn are_files(&self) -> bool {
        let is_file = |named: &Named| matches!(&named.origin, Origin::Disk(_, Some(path)) if !path.is_dir());
        is_file(&self.old) && is_file(&self.new)
    }

    /// Both states.
    ///
    /// # Errors
    /// When one of them cannot be read, or there is nothing to compare.
    pub fn read(&self, threads: Threads) -> Result<(State, State), Failure> {
        let (old, new) = threads.both(|| self.old.load(), || self.new.load());
        let (old, new) = (old?, new?);
        let (old_roots, new_roots) = (old.roots(), new.roots());
        let (old, new) = threads.both(|| self.old.judge(old, &new_roots), || self.new.judge(new, &old_roots));
        let (old, new) = (old?, new?);
        self.require_paths(&old, &new)?;
        if old.is_empty() && new.is_empty() {
            let what = format!("there is no debate in {}, and none in {}", self.old.label, self.new.label);
            return Err(Failure::with_help(
                what,
                "name files, or folders that hold one; without a path, what `agon.yaml` includes is compared",
            ));
        }
        self.tell_left_out(&old, &new);
        Ok((old, new))
    }

    /// Tells of the debates that the settings of the new state no longer include, though they are there.
    fn tell_left_out(&self, old: &State, new: &State) {
        let Some((was, now)) = &self.included else { return };
        for key in old.keys().filter(|key| new.contains_key(*key) && covers(was, key) && !covers(now, key)) {
            let (key, label) = (inert_line(key), &self.new.label);
            tell(&format!("note: `{key}` is compared, though `agon.yaml` no longer includes it in {label}\n"));
        }
    }

    /// Refuses a path of revisions that is in neither of them: it would look like one where nothing changed.
    fn require_paths(&self, old: &State, new: &State) -> Result<(), Failure> {
        let Origin::Commit(wanted, ..) = &self.old.origin else { return Ok(()) };
        for path in &self.paths {
            let inside = Paths::from([wanted.inside(path)?]);
            if !old.keys().chain(new.keys()).any(|key| covers(&inside, key)) {
                let shown = inert_line(&path.to_string_lossy()).into_owned();
                let what = format!("`{shown}` is no debate and holds none, in {} and in {}", self.old.label, self.new.label);
                return Err(Failure::with_help(what, "see that the path is spelt right, relative to where you are"));
            }
        }
        Ok(())
    }
}

impl Named {
    /// The files of the state.
    fn load(&self) -> Result<Loaded, Failure> {
        let read = || match &self.origin {
            Origin::Commit(wanted, commit, name) => wanted.load(commit, name),
            Origin::Disk(asked, shown) => {
                let mut loaded = Loaded::default();
                let root = shown.as_ref().and_then(|path| path.canonicalize().ok());
                for set in asked.iter().map(read_asked) {
                    let key = |set: &Set, file: FileId| {
                        let inside = &set.files.file(file).source.path;
                        match (&root, shown) {
                            (Some(root), _) if root.is_dir() => find_inside(root, &set.project.root.join(inside)),
                            (_, Some(path)) => set.roots.contains(&file).then(|| path.to_string_lossy().into_owned()),
                            (_, None) => Some(inside.clone()),
                        }
                    };
                    loaded.add(set, &key, "");
                }
                Ok(loaded)
            }
        };
        read().map_err(|failure| of(&self.label, failure))
    }

    /// The debates of the state, and besides those files of it that are debates of their own `elsewhere`.
    fn judge(&self, loaded: Loaded, elsewhere: &Paths) -> Result<State, Failure> {
        loaded.judge(elsewhere).map_err(|failure| of(&self.label, failure))
    }
}

/// What the settings of the old state include. Where they cannot be read, which the new state may mend, it is what those of the new include.
fn earlier(read: Result<Paths, Failure>, label: &str, now: &Paths) -> Paths {
    read.unwrap_or_else(|failure| {
        tell(&of(label, failure).to_string());
        tell("note: so of both states is compared what `agon.yaml` includes in the new one\n");
        now.clone()
    })
}

/// A failure with the state that it concerns.
fn of(label: &str, failure: Failure) -> Failure {
    match failure {
        Failure::Message(what, help) => Failure::Message(format!("{label}: {what}"), help),
        other => other,
    }
}
