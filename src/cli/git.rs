//! States of a project in its git repository, read through the program `git`.
//!
//! The program is everywhere where there are revisions to compare, and knows every form of repository; a library would bring some hundred
//! packages for three questions. It gets no word of a debate, and of the command line only a revision, after `--end-of-options`. Nothing is
//! checked out and no hook, filter or pager runs; what a partial clone lacks is not fetched.

use crate::{
    cli::outcome::Failure,
    emit::inert::inert_line,
    model::load::{ReadProblem, Reader},
};
use std::{
    cell::RefCell,
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// The most bytes of a file that are read.
const MOST_BYTES: u64 = 1 << 30;

/// A repository.
#[derive(Debug, Clone)]
pub struct Repository {
    /// Its top folder, without links.
    pub top: PathBuf,
}

/// The files of one revision beneath a folder.
#[derive(Debug)]
pub struct Revision {
    /// The object of each file by its path, relative to the folder.
    files: BTreeMap<String, String>,
    reader: RefCell<Objects>,
}

/// A program that hands out objects by name.
#[derive(Debug)]
struct Objects {
    child: Child,
    ask: Option<ChildStdin>,
    answer: BufReader<ChildStdout>,
}

impl Repository {
    /// The repository that `folder` lies in.
    ///
    /// # Errors
    /// When it lies in none, or there is no `git`.
    pub fn find(folder: &Path) -> Result<Self, Failure> {
        let top = ask(folder, &["rev-parse", "--show-toplevel"])?;
        let top = PathBuf::from(top.trim_end_matches(['\n', '\r']));
        let top = top.canonicalize().map_err(|_| Failure::new("the top of the git repository cannot be found"))?;
        Ok(Self { top })
    }

    /// The commit that `revision` means.
    ///
    /// # Errors
    /// When it means none.
    pub fn commit(&self, revision: &str) -> Result<String, Failure> {
        let wanted = format!("{revision}^{{commit}}");
        let found = ask(&self.top, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted]);
        let found = found.map(|text| text.trim().to_owned());
        found.ok().filter(|sha| is_object(sha)).ok_or_else(|| {
            let what = format!("`{}` is neither a path nor a revision of this repository", inert_line(revision));
            Failure::with_help(what, "name files, folders, or revisions such as `main..HEAD`; a shallow clone may lack the older one")
        })
    }

    /// The last commit that two commits have in common.
    ///
    /// # Errors
    /// When there is none.
    pub fn base(&self, one: &str, other: &str) -> Result<String, Failure> {
        let found = ask(&self.top, &["merge-base", one, other]).map(|text| text.trim().to_owned());
        found.ok().filter(|sha| is_object(sha)).ok_or_else(|| {
            Failure::with_help("the two revisions have no commit in common", "fetch more of the history, or name them with two points")
        })
    }

    /// Whether there is a file or folder at `path` in `commit`; the path is relative to the top.
    pub fn has(&self, commit: &str, path: &str) -> bool {
        ask(&self.top, &["cat-file", "-e", &format!("{commit}:{path}")]).is_ok()
    }

    /// The files of `commit` beneath `folder`, which is relative to the top.
    ///
    /// # Errors
    /// When git cannot list them.
    pub fn open(&self, commit: &str, folder: &str) -> Result<Revision, Failure> {
        let list = ask(&self.top, &["ls-tree", "-r", "-z", "--full-tree", commit])?;
        let mut files = BTreeMap::new();
        for row in list.split('\0') {
            // Links and submodules are no files.
            let Some((about, path)) = row.split_once('\t').filter(|(about, _)| about.starts_with("100")) else { continue };
            let inside = if folder.is_empty() { Some(path) } else { path.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) };
            if let (Some(inside), Some(object)) = (inside, about.split(' ').nth(2)) {
                files.insert(inside.to_owned(), object.to_owned());
            }
        }
        let mut child = git(&self.top)
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|_| no_git())?;
        let (ask, answer) = (child.stdin.take(), child.stdout.take());
        let answer = BufReader::new(answer.ok_or_else(no_git)?);
        Ok(Revision { files, reader: RefCell::new(Objects { child, ask, answer }) })
    }
}

impl Revision {
    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }
}

impl Reader for Revision {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
        let object = self.files.get(path).ok_or(ReadProblem::Missing)?;
        let lost = || ReadProblem::Other("git does not hand it out".to_owned());
        self.reader.borrow_mut().read(object).ok_or_else(lost)
    }
}

impl Objects {
    fn read(&mut self, object: &str) -> Option<Vec<u8>> {
        let ask = self.ask.as_mut()?;
        ask.write_all(format!("{object}\n").as_bytes()).ok()?;
        ask.flush().ok()?;
        let mut head = String::new();
        self.answer.read_line(&mut head).ok()?;
        let size: u64 = head.trim_end().rsplit_once(' ').and_then(|(_, size)| size.parse().ok()).filter(|size| *size <= MOST_BYTES)?;
        let mut bytes = Vec::new();
        (&mut self.answer).take(size).read_to_end(&mut bytes).ok()?;
        let mut end = [0; 1];
        self.answer.read_exact(&mut end).ok()?;
        (bytes.len() as u64 == size).then_some(bytes)
    }
}

impl Drop for Objects {
    fn drop(&mut self) {
        // Without more questions the program ends by itself.
        drop(self.ask.take());
        let _ = self.child.wait();
    }
}

fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).arg("--no-pager").arg("--no-replace-objects");
    command.env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C");
    command
}

fn ask(folder: &Path, arguments: &[&str]) -> Result<String, Failure> {
    let output = git(folder).args(arguments).stdin(Stdio::null()).output().map_err(|_| no_git())?;
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr);
        let why = why.lines().next().unwrap_or("").trim_start_matches("fatal: ").to_owned();
        return Err(Failure::with_help(format!("git cannot tell: {why}"), "name files or folders, or run it in a git repository"));
    }
    String::from_utf8(output.stdout).map_err(|_| Failure::new("git names a path that is not UTF-8"))
}

fn is_object(sha: &str) -> bool {
    sha.len() >= 40 && sha.bytes().all(|b| b.is_ascii_hexdigit())
}

fn no_git() -> Failure {
    Failure::with_help("the program `git` cannot be run", "install git, or name files or folders")
}
