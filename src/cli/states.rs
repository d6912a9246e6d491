//! The states of debates that `agon diff` compares, and where they come from: files, folders, revisions.
//!
//! Whatever goes wrong is told with the state that it goes wrong in, since both are often the same path.

use crate::{
    analysis::evaluate::{Analysis, evaluate},
    cli::{
        git::{Repository, Revision},
        outcome::Failure,
        paths::{find_inside, plain},
        project::{Project, here},
        set::{Asked, Set, ask, read, read_asked},
    },
    diagnostic::{code::Level, problem::Diagnostic},
    emit::{inert::inert_line, short},
    model::{
        build::{build, order},
        codes::UNREADABLE_FILE,
        debate::Debate,
        load::Reader,
    },
    syntax::dialect::{Dialect, dialect},
    text::{
        source::Source,
        span::{FileId, Span},
    },
    threads::Threads,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

/// The debates of one state, by the path that tells them apart.
pub type State = BTreeMap<String, Judged>;

/// A debate with its verdicts.
#[derive(Debug)]
pub struct Judged {
    /// The debate.
    pub debate: Debate,
    /// Its verdicts.
    pub analysis: Analysis,
    /// The texts of its files, to see at once that nothing changed.
    pub texts: Vec<String>,
    /// How many errors it has: what is not understood cannot be compared.
    pub errors: usize,
    /// The errors in short, a line each, ready to be told.
    pub told: String,
}

impl Judged {
    /// A debate that says nothing.
    pub fn nothing() -> Self {
        let debate = Debate::default();
        let (analysis, _) = evaluate(&debate);
        Self { debate, analysis, texts: Vec::new(), errors: 0, told: String::new() }
    }
}

/// Two states to be compared.
#[derive(Debug)]
pub struct Origins {
    old: Named,
    new: Named,
    /// The paths that were asked for of revisions; each must be a debate, or hold one, in one of the states.
    paths: Vec<PathBuf>,
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
        let wanted = Wanted::find(paths)?;
        let (one, other) = (Named::commit(Age::Old, old, &wanted)?, Named::commit(Age::New, new, &wanted)?);
        let old = match (&one.origin, &other.origin) {
            (Origin::Commit(_, a, _), Origin::Commit(_, b, _)) if common => {
                let base = wanted.repository.base(a, b).map_err(|failure| of(&format!("`{old}...{new}`"), failure))?;
                Named {
                    label: format!("{}, or where `{}` left it", one.label, inert_line(new)),
                    origin: Origin::Commit(wanted, base, old.to_owned()),
                }
            }
            _ => one,
        };
        Ok(Self { old, new: other, paths: paths.to_vec() })
    }

    /// A revision, and what of it lies on the disk now.
    fn since(old: &str, paths: &[PathBuf]) -> Result<Self, Failure> {
        let wanted = Wanted::find(paths)?;
        let old = Named::commit(Age::Old, old, &wanted)?;
        let label = "the new state, what lies on the disk".to_owned();
        let here = wanted.project.here.clone();
        let asked = if paths.is_empty() && !wanted.project.configured { ask(&[here]) } else { ask(paths) };
        let asked = asked.map_err(|failure| of(&label, failure))?;
        Ok(Self { old, new: Named { label, origin: Origin::Disk(asked, None) }, paths: paths.to_vec() })
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
        Ok(Self { old: named(Age::Old, old)?, new: named(Age::New, new)?, paths: Vec::new() })
    }

    /// Both states.
    ///
    /// # Errors
    /// When one of them cannot be read, or there is nothing to compare.
    pub fn read(&self, threads: Threads) -> Result<(State, State), Failure> {
        let (old, new) = threads.both(|| self.old.read(), || self.new.read());
        let (old, new) = (old?, new?);
        self.require_paths(&old, &new)?;
        if old.is_empty() && new.is_empty() {
            let what = format!("there is no debate in {}, and none in {}", self.old.label, self.new.label);
            return Err(Failure::with_help(
                what,
                "name files, or folders that hold one; without a path, what `agon.yaml` includes is compared",
            ));
        }
        Ok((old, new))
    }

    /// Refuses a path of revisions that is in neither of them: it would look like one where nothing changed.
    fn require_paths(&self, old: &State, new: &State) -> Result<(), Failure> {
        let Origin::Commit(wanted, ..) = &self.old.origin else { return Ok(()) };
        for path in &self.paths {
            let inside = wanted.inside(path)?;
            if !old.keys().chain(new.keys()).any(|key| covers(&inside, key)) {
                let what = format!("`{}` is no debate and holds none, in {} and in {}", shown(path), self.old.label, self.new.label);
                return Err(Failure::with_help(what, "see that the path is spelt right, relative to where you are"));
            }
        }
        Ok(())
    }
}

impl Named {
    fn commit(age: Age, revision: &str, wanted: &Wanted) -> Result<Self, Failure> {
        let label = age.label(revision);
        let commit = wanted.repository.commit(revision).map_err(|failure| of(&label, failure))?;
        Ok(Self { label, origin: Origin::Commit(wanted.clone(), commit, revision.to_owned()) })
    }

    /// The debates of the state.
    fn read(&self) -> Result<State, Failure> {
        let read = || match &self.origin {
            Origin::Commit(wanted, commit, name) => wanted.state(commit, name),
            Origin::Disk(asked, shown) => {
                let mut state = State::new();
                let root = shown.as_ref().and_then(|path| path.canonicalize().ok());
                for mut set in asked.iter().map(read_asked) {
                    let project = Arc::clone(&set.project);
                    let key = |inside: &str| match (&root, shown) {
                        (Some(root), _) if root.is_dir() => find_inside(root, &project.root.join(inside)),
                        (_, Some(file)) => Some(file.to_string_lossy().into_owned()),
                        (_, None) => Some(inside.to_owned()),
                    };
                    judge(&mut set, &key, "", &mut state)?;
                }
                Ok(state)
            }
        };
        read().map_err(|failure| of(&self.label, failure))
    }
}

/// What is compared of revisions.
#[derive(Debug, Clone)]
struct Wanted {
    repository: Repository,
    project: Arc<Project>,
    paths: BTreeSet<String>,
}

impl Wanted {
    /// What `paths` mean, or what the settings include; each path may be there in one revision only.
    fn find(paths: &[PathBuf]) -> Result<Self, Failure> {
        let here = here()?;
        let repository = Repository::find(&here)?;
        let project = Arc::new(Project::find(&here)?);
        let mut wanted = Self { repository, project, paths: BTreeSet::new() };
        wanted.paths = paths.iter().map(|path| wanted.inside(path)).collect::<Result<_, _>>()?;
        if paths.is_empty() {
            let include = &wanted.project.settings.include;
            wanted.paths = include.iter().map(|path| path.trim_start_matches("./").trim_end_matches(['/', '.']).to_owned()).collect();
        }
        if wanted.paths.is_empty() {
            wanted.paths.insert(String::new());
        }
        Ok(wanted)
    }

    /// `path`, which is relative to where the program was started, relative to the root of the project.
    fn inside(&self, path: &Path) -> Result<String, Failure> {
        let path = if path.is_absolute() { path.to_owned() } else { self.project.here.join(path) };
        let full = path.canonicalize().unwrap_or_else(|_| plain(&path));
        find_inside(&self.project.root, &full).ok_or_else(|| {
            let what = format!("`{}` lies outside the project", shown(&full));
            Failure::with_help(what, "run `agon diff` in the project of that path")
        })
    }

    /// The debates of a commit, which `name` means.
    fn state(&self, commit: &str, name: &str) -> Result<State, Failure> {
        let mut state = State::new();
        let Some(folder) = find_inside(&self.repository.top, &self.project.root) else {
            return Err(Failure::new("the project reaches out of its git repository"));
        };
        let revision: Revision = self.repository.open(commit, &folder)?;
        let is_debate = |path: &str| path.ends_with(".agon") || dialect(path) == Dialect::Markdown;
        let is_hidden = |path: &str| path.split('/').any(|part| part.starts_with('.'));
        let is_wanted = |path: &str| self.paths.iter().any(|wanted| covers(wanted, path));
        let paths = revision.paths().filter(|path| is_debate(path) && !is_hidden(path) && is_wanted(path));
        let paths = paths.map(|path| (path.to_owned(), false)).collect();
        let mut set = read(&self.project, &paths, &revision as &dyn Reader, Threads::available().shared_by(2));
        judge(&mut set, &|path| Some(path.to_owned()), &format!("{}:", inert_line(name)), &mut state)?;
        Ok(state)
    }
}

/// Whether `path` is `wanted` or lies beneath it; both are relative to the root.
fn covers(wanted: &str, path: &str) -> bool {
    wanted.is_empty() || path.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn shown(path: &Path) -> String {
    inert_line(&path.to_string_lossy()).into_owned()
}

/// A failure with the state that it concerns.
fn of(label: &str, failure: Failure) -> Failure {
    match failure {
        Failure::Message(what, help) => Failure::Message(format!("{label}: {what}"), help),
        other => other,
    }
}

/// Evaluates the debates of `set` under their keys. `revision` stands before the paths of the files in what is told of them.
fn judge(set: &mut Set, key: &dyn Fn(&str) -> Option<String>, revision: &str, state: &mut State) -> Result<(), Failure> {
    let keys: Vec<Option<String>> = set.roots.iter().map(|root| key(&set.files.file(*root).source.path)).collect();
    set.show_paths();
    set.files.list.iter_mut().for_each(|file| file.source.path.insert_str(0, revision));
    let sources: Vec<&Source> = set.files.list.iter().map(|f| &f.source).collect();
    for (root, key) in set.roots.iter().zip(keys) {
        let Some(key) = key else { continue };
        require_read(set, *root)?;
        let (debate, mut found) = build(&set.files, *root);
        let members: Vec<FileId> = order(&set.files, *root).into_iter().map(|(file, _)| file).collect();
        for file in &members {
            found.extend_from_slice(set.files.problems(*file));
            found.extend(set.files.file(*file).parse.diagnostics.iter().cloned());
        }
        let texts = members.iter().map(|file| set.files.file(*file).source.text.clone()).collect();
        let (analysis, problems) = evaluate(&debate);
        found.extend(problems);
        found.sort_by_key(Diagnostic::order);
        let errors = found.iter().filter(|d| d.level == Level::Error).count();
        state.insert(key, Judged { debate, analysis, texts, errors, told: short::emit(&found, &sources) });
    }
    Ok(())
}

/// Refuses a file that cannot be read at all: as an empty debate it would look like one whose claims are gone.
fn require_read(set: &Set, root: FileId) -> Result<(), Failure> {
    let lost = set.files.problems(root).iter().find(|d| d.at.place.span == Span::default() && d.code == &UNREADABLE_FILE);
    lost.map_or(Ok(()), |d| Err(Failure::Message(d.title.clone(), d.help.clone())))
}
