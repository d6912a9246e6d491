//! `agon diff`: what changed in the argument, and which change turned which verdict.

use crate::{
    analysis::evaluate::{Analysis, evaluate},
    cli::{
        git::{Repository, Revision},
        outcome::{Exit, Failure, tell},
        output::save,
        paths::find_inside,
        project::{Project, here},
        set::{Asked, Set, ask, load_asked, read},
    },
    diff::compare::{Side, compare},
    emit::{inert::inert_line, short},
    model::{
        build::{build, order},
        debate::Debate,
        load::Reader,
    },
    render::{diff, diff_entry::Entry, diff_json},
    syntax::dialect::{Dialect, dialect},
    text::{source::Source, span::FileId},
    threads::Threads,
};
use clap::{Args, ValueEnum};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

/// Say what changed in the argument between two states, and which change turned which verdict.
///
/// Order, layout and names do not count: a claim that is renamed or moved is the same claim. Of each verdict that flipped, the smallest set of
/// changes is told that alone turns it; sets of up to three are tried, and where that would take too long the answer says so.
#[derive(Debug, Args)]
#[command(
    override_usage = "agon diff [OPTIONS] <OLD> <NEW>\n       agon diff [OPTIONS] <OLD..NEW> [PATH]...\n       agon diff [OPTIONS] <OLD>",
    after_help = "OLD and NEW are files, folders, or revisions of the git repository; `OLD...NEW` starts from what the two have in common, as pull requests do. One revision alone is compared with what lies on the disk. Of revisions, the files that `agon.yaml` includes are compared, or those at PATH.\nExit code 0: done; 1: a verdict flipped, with `--fail-on flip`; 2: something could not be read or written.\nThe JSON follows the schema `src/render/diff.schema.json` in the repository.\n\nExample:\n  agon diff old.agon new.agon\n  agon diff main...HEAD --fail-on flip -o comment.md\n  agon diff HEAD                      what is not committed yet\n  agon diff HEAD debates/             the same of a folder\n  agon diff v1..v2 debate.agon --format json"
)]
pub struct Diff {
    /// Two files, folders or revisions; or `OLD..NEW`, and then paths; or one revision.
    #[arg(required = true, value_name = "OLD NEW")]
    words: Vec<String>,
    /// For a pull request, or for programs.
    #[arg(long, default_value = "markdown")]
    format: Format,
    /// What makes the command fail.
    #[arg(long, value_name = "WHAT")]
    fail_on: Option<FailOn>,
    /// The file to write [default: standard output].
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a pull request.
    Markdown,
    /// For programs.
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    /// A verdict or an outcome that turned.
    Flip,
}

/// The debates of one state, by the path that tells them apart.
type State = BTreeMap<String, Judged>;

/// A debate with its verdicts.
struct Judged {
    debate: Debate,
    analysis: Analysis,
    /// The texts of its files, to see at once that nothing changed.
    texts: Vec<String>,
}

impl Diff {
    /// Runs the command.
    ///
    /// # Errors
    /// When a state cannot be read, or the answer not written.
    pub fn run(&self) -> Result<Exit, Failure> {
        let threads = Threads::available();
        let (old, new) = self.origins()?;
        let (old, new) = threads.both(|| old.read(), || new.read());
        let (old, remarks) = old?;
        tell(&remarks);
        let (new, remarks) = new?;
        tell(&remarks);
        let empty = judge_nothing();
        let mut pairs = pair(&old, &new);
        pairs.retain(|pair| match pair {
            (Some(one), Some(other)) => old.get(one).map(|j| &j.texts) != new.get(other).map(|j| &j.texts),
            _ => true,
        });
        let entries: Vec<Entry<'_>> = threads.map(&pairs, |(old_path, new_path)| {
            let old = side(old_path.as_ref().and_then(|p| old.get(p)).unwrap_or(&empty));
            let new = side(new_path.as_ref().and_then(|p| new.get(p)).unwrap_or(&empty));
            Entry { old_path: old_path.clone(), new_path: new_path.clone(), old, new, found: compare(old, new) }
        });
        let text = match self.format {
            Format::Markdown => diff::render(&entries),
            Format::Json => diff_json::render(&entries),
        };
        match save(&text, self.output.as_deref(), &[]) {
            Ok(()) | Err(Failure::Closed) => {}
            Err(failure) => return Err(failure),
        }
        let flipped = entries.iter().any(|e| e.is_common() && !e.found.flips.is_empty());
        Ok(if flipped && self.fail_on.is_some() { Exit::Findings } else { Exit::Clean })
    }

    /// Where the old and the new state come from.
    fn origins(&self) -> Result<(Origin, Origin), Failure> {
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let is_path = |word: &str| Path::new(word).exists();
        match words.as_slice() {
            [range, paths @ ..] if range.contains("..") && !is_path(range) => {
                let (old, new, common) = match range.split_once("...") {
                    Some((old, new)) => (old, new, true),
                    None => range.split_once("..").map(|(old, new)| (old, new, false)).unwrap_or_default(),
                };
                let asked = Wanted::find(&paths.iter().map(PathBuf::from).collect::<Vec<_>>())?;
                let commit = |name: &str| asked.repository.commit(if name.is_empty() { "HEAD" } else { name });
                let (old, new) = (commit(old)?, commit(new)?);
                let old = if common { asked.repository.base(&old, &new)? } else { old };
                Ok((Origin::Commit(asked.clone(), old), Origin::Commit(asked, new)))
            }
            [old, new] => match (is_path(old), is_path(new)) {
                (true, true) => on_disk(Path::new(old), Path::new(new)),
                (false, true) => from_commit(old, &[PathBuf::from(new)]),
                (false, false) => {
                    let asked = Wanted::find(&[])?;
                    let (old, new) = (asked.repository.commit(old)?, asked.repository.commit(new)?);
                    Ok((Origin::Commit(asked.clone(), old), Origin::Commit(asked, new)))
                }
                (true, false) => {
                    let what = format!("`{}` is a path and `{}` is none", inert_line(old), inert_line(new));
                    Err(Failure::with_help(what, "name the older state first; a revision can be compared with a path after it"))
                }
            },
            [one] if !is_path(one) => from_commit(one, &[]),
            [one] => {
                let what = format!("`{}` is compared with nothing", inert_line(one));
                Err(Failure::with_help(what, "name two files, folders or revisions, or a range such as `main..HEAD`"))
            }
            _ => {
                Err(Failure::with_help("too many states are named", "name an old and a new one; paths come only after a range `OLD..NEW`"))
            }
        }
    }
}

/// A commit, and what of it lies on the disk now.
fn from_commit(old: &str, paths: &[PathBuf]) -> Result<(Origin, Origin), Failure> {
    let asked = Wanted::find(paths)?;
    let commit = asked.repository.commit(old)?;
    Ok((Origin::Commit(asked, commit), Origin::Disk(ask(paths)?, None)))
}

/// Where a state comes from.
enum Origin {
    /// From a commit.
    Commit(Wanted, String),
    /// From the disk; each debate is known by its path in the project, or else beneath this one.
    Disk(Vec<Asked>, Option<PathBuf>),
}

impl Origin {
    /// The debates, and what there is to say of them.
    fn read(&self) -> Result<(State, String), Failure> {
        match self {
            Self::Commit(wanted, commit) => wanted.state(commit),
            Self::Disk(asked, shown) => {
                let (mut state, mut remarks) = (State::new(), String::new());
                let root = shown.as_ref().and_then(|path| path.canonicalize().ok());
                for set in load_asked(asked)? {
                    let key = |inside: &str| match (&root, shown) {
                        (Some(root), _) if root.is_dir() => find_inside(root, &set.project.root.join(inside)),
                        (_, Some(file)) => Some(file.to_string_lossy().into_owned()),
                        (_, None) => Some(inside.to_owned()),
                    };
                    remarks += &judge(&set, &key, &mut state);
                }
                Ok((state, remarks))
            }
        }
    }
}

/// What is compared of revisions.
#[derive(Clone)]
struct Wanted {
    repository: Repository,
    asked: Vec<(Arc<Project>, BTreeSet<String>)>,
}

impl Wanted {
    /// What `paths` mean, or what the settings include; each path may be there in one revision only.
    fn find(paths: &[PathBuf]) -> Result<Self, Failure> {
        let here = here()?;
        let repository = Repository::find(&here)?;
        let project = Arc::new(Project::find(&here)?);
        let mut wanted = BTreeSet::new();
        for path in paths {
            let path = if path.is_absolute() { path.clone() } else { here.join(path) };
            let full = path.canonicalize().unwrap_or(path);
            match find_inside(&project.root, &full) {
                Some(inside) => drop(wanted.insert(inside)),
                None => {
                    let what = format!("`{}` lies outside the project", inert_line(&full.to_string_lossy()));
                    return Err(Failure::with_help(what, "run `agon diff` in the project of that path"));
                }
            }
        }
        if paths.is_empty() {
            wanted
                .extend(project.settings.include.iter().map(|path| path.trim_start_matches("./").trim_end_matches(['/', '.']).to_owned()));
        }
        if wanted.is_empty() {
            wanted.insert(String::new());
        }
        Ok(Self { repository, asked: vec![(project, wanted)] })
    }

    /// The debates of a commit.
    fn state(&self, commit: &str) -> Result<(State, String), Failure> {
        let (mut state, mut remarks) = (State::new(), String::new());
        for (project, wanted) in &self.asked {
            let Some(folder) = find_inside(&self.repository.top, &project.root) else {
                return Err(Failure::new("the project reaches out of its git repository"));
            };
            let revision: Revision = self.repository.open(commit, &folder)?;
            let is_debate = |path: &str| path.ends_with(".agon") || dialect(path) == Dialect::Markdown;
            let is_hidden = |path: &str| path.split('/').any(|part| part.starts_with('.'));
            let is_wanted = |path: &str| {
                let beneath = |folder: &String| path.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/'));
                wanted.iter().any(|w| w.is_empty() || w == path || beneath(w))
            };
            let paths = revision.paths().filter(|path| is_debate(path) && !is_hidden(path) && is_wanted(path));
            let paths = paths.map(|path| (path.to_owned(), false)).collect();
            remarks += &judge(
                &read(project, &paths, &revision as &dyn Reader, Threads::available().shared_by(2)),
                &|path| Some(path.to_owned()),
                &mut state,
            );
        }
        Ok((state, remarks))
    }
}

/// Two files are compared with each other, two folders file by file.
fn on_disk(old: &Path, new: &Path) -> Result<(Origin, Origin), Failure> {
    if old.is_dir() != new.is_dir() {
        return Err(Failure::with_help("a file cannot be compared with a folder", "name two files or two folders"));
    }
    let origin = |path: &Path| Ok(Origin::Disk(ask(&[path.to_owned()])?, Some(path.to_owned())));
    Ok((origin(old)?, origin(new)?))
}

/// Evaluates the debates of `set` under their keys, and returns the mistakes of the text in short: what is not understood cannot be compared.
fn judge(set: &Set, key: &dyn Fn(&str) -> Option<String>, state: &mut State) -> String {
    let mut remarks = String::new();
    for root in &set.roots {
        let Some(key) = key(&set.files.file(*root).source.path) else { continue };
        let (debate, mut found) = build(&set.files, *root);
        let members: Vec<FileId> = order(&set.files, *root).into_iter().map(|(file, _)| file).collect();
        found.extend(members.iter().flat_map(|file| set.files.file(*file).parse.diagnostics.iter().cloned()));
        let sources: Vec<&Source> = set.files.list.iter().map(|f| &f.source).collect();
        remarks += &short::emit(&found, &sources);
        let texts = members.iter().map(|file| set.files.file(*file).source.text.clone()).collect();
        let (analysis, _) = evaluate(&debate);
        state.insert(key, Judged { debate, analysis, texts });
    }
    remarks
}

fn judge_nothing() -> Judged {
    let debate = Debate::default();
    let (analysis, _) = evaluate(&debate);
    Judged { debate, analysis, texts: Vec::new() }
}

const fn side(judged: &Judged) -> Side<'_> {
    Side { debate: &judged.debate, analysis: &judged.analysis }
}

/// Which debate of the old state is which of the new one: two that are alone, by path, or by half of the names of their claims.
fn pair(old: &State, new: &State) -> Vec<(Option<String>, Option<String>)> {
    if let (Some(one), Some(other), 1, 1) = (old.keys().next(), new.keys().next(), old.len(), new.len()) {
        return vec![(Some(one.clone()), Some(other.clone()))];
    }
    let mut moved: BTreeMap<&String, &String> = BTreeMap::new();
    let names = |judged: &Judged| judged.debate.claims.iter().map(|c| c.name.shown.to_string()).collect::<BTreeSet<String>>();
    let left: Vec<(&String, BTreeSet<String>)> = old.iter().filter(|(k, _)| !new.contains_key(*k)).map(|(k, j)| (k, names(j))).collect();
    for (path, judged) in new.iter().filter(|(k, _)| !old.contains_key(*k)) {
        let own = names(judged);
        let shared = |other: &BTreeSet<String>| own.intersection(other).count();
        let free = left.iter().filter(|(k, _)| !moved.values().any(|m| m == k));
        let best = free.max_by_key(|(k, other)| (shared(other), std::cmp::Reverse(*k)));
        if let Some((from, _)) = best.filter(|(_, other)| shared(other) * 2 >= own.len().max(other.len()).max(1)) {
            moved.insert(path, from);
        }
    }
    let gone: BTreeSet<&String> = moved.values().copied().collect();
    let mut pairs: Vec<(Option<String>, Option<String>)> = new
        .keys()
        .map(|path| {
            let from = if old.contains_key(path) { Some(path.clone()) } else { moved.get(path).map(|from| (*from).clone()) };
            (from, Some(path.clone()))
        })
        .collect();
    pairs.extend(old.keys().filter(|k| !new.contains_key(*k) && !gone.contains(k)).map(|k| (Some(k.clone()), None)));
    pairs
}
