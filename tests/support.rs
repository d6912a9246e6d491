//! Shared by the tests: debates from texts in memory.

use agon::{
    catalog::all::find_pack,
    diagnostic::{code::Level, problem::Diagnostic},
    model::{
        build::build,
        debate::Debate,
        load::{Files, ReadProblem, Reader},
    },
    render::{
        brief::{Length, brief},
        markdown::markdown,
    },
    report::run::{Report, run},
};
use std::collections::BTreeMap;

/// Files in memory.
#[derive(Clone)]
pub(crate) struct Memory(BTreeMap<String, Vec<u8>>);

impl Memory {
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        Self(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect())
    }

    pub(crate) fn with(mut self, path: &str, bytes: &[u8]) -> Self {
        self.0.insert(path.to_owned(), bytes.to_vec());
        self
    }

    /// The same files with this one in place of the one of its path.
    pub(crate) fn with_copy(&self, path: &str, bytes: &[u8]) -> Self {
        self.clone().with(path, bytes)
    }
}

impl Reader for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
        self.0.get(path).cloned().ok_or(ReadProblem::Missing)
    }
}

/// The debate of the first file, with all that is wrong in its files and names.
pub(crate) fn debate(files: &[(&str, &str)]) -> (Files, Debate, Vec<Diagnostic>) {
    let mut loaded = Files::default();
    let root = loaded.load(files[0].0, &Memory::new(files));
    let (debate, mut diagnostics) = build(&loaded, root);
    for file in &loaded.list {
        diagnostics.extend(file.parse.diagnostics.iter().cloned());
    }
    diagnostics.extend(loaded.diagnostics.iter().cloned());
    diagnostics.sort_by_key(Diagnostic::order);
    (loaded, debate, diagnostics)
}

/// Facts that bear on nothing, and are so many that a brief of normal length does not tell everything.
pub(crate) fn bulk() -> String {
    (0..301).map(|n| format!("fact bulk{n}: Parcel {n} of the old estate was sold to a farmer.\n")).collect()
}

/// `page` without the marks behind its texts; `tests/brief_marks.rs` reads these.
pub(crate) fn unmarked(page: &str) -> String {
    let mut parts = page.split(" (");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')') {
            Some((mark, rest)) if is_mark(mark) => out += rest,
            _ => out += &format!(" ({part}"),
        }
    }
    out
}

/// Whether a word can be a mark: a number, perhaps with letters behind it.
pub(crate) fn is_mark(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    letters.len() < word.len() && letters.len() < 4 && word.len() - letters.len() < 4 && letters.chars().all(|c| c.is_ascii_lowercase())
}

/// The brief of a debate without errors, without its map and its marks.
pub(crate) fn brief_of(text: &str, length: Length) -> String {
    let mut files = Files::default();
    let id = files.load("x.agon", &Memory::new(&[("x.agon", text)]));
    let report = run(&files, id);
    assert!(report.diagnostics.iter().all(|d| d.code.level != Level::Error), "{:?}", report.diagnostics);
    let mut brief = brief(&report, length);
    brief.sections.retain(|s| s.key != "map");
    unmarked(&markdown(&brief.document()))
}

/// Asserts that `page` contains each of `says` and none of `says_not`.
#[track_caller]
pub(crate) fn check_words(page: &str, says: &[&str], says_not: &[&str]) {
    for words in says {
        assert!(page.contains(words), "{words}\n{page}");
    }
    for words in says_not {
        assert!(!page.contains(words), "{words}\n{page}");
    }
}

/// Files of a folder of this repository.
pub(crate) struct Folder(pub(crate) &'static str);

impl Reader for Folder {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
        std::fs::read(format!("{}/{}/{path}", env!("CARGO_MANIFEST_DIR"), self.0)).map_err(|_| ReadProblem::Missing)
    }
}

/// Whether the debate of `report` may not say what was meant; what rules object to leaves its meaning as it is.
pub(crate) fn is_broken(report: &Report<'_>) -> bool {
    report.diagnostics.iter().any(|d| d.level == Level::Error && find_pack(d.code).is_none())
}

/// What `then` makes of the report on a debate of one file.
pub(crate) fn with<T>(text: &str, then: impl FnOnce(&Report<'_>) -> T) -> T {
    let mut files = Files::default();
    let root = files.load("d.agon", &Memory::new(&[("d.agon", text)]));
    then(&run(&files, root))
}

/// What `then` makes of the report on one of the debates of `arguments`.
pub(crate) fn shipped<T>(root: &str, then: impl FnOnce(&Report<'_>) -> T) -> T {
    let mut files = Files::default();
    let id = files.load(root, &Folder("arguments"));
    then(&run(&files, id))
}
