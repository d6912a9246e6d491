//! The files of a debate: the root and all that it uses, each read once.
//!
//! Files come through a [`Reader`], so that nothing here touches the disk; paths are resolved by their words alone, and whoever reads
//! must see that no link leads outside.

use crate::{
    bibliography::{biblatex, csl_json, entry::Bibliography},
    diagnostic::{
        code::Code,
        problem::{Diagnostic, Safety},
    },
    model::{codes, documents::Documents},
    syntax::{
        dialect::{Dialect, dialect},
        header::excerpt,
        keyword::{ClauseWord, Keyword},
        lexer::is_name_char,
        parse::{Parse, parse_on},
    },
    text::{
        edit::Edit,
        source::Source,
        span::{FileId, Place, Span},
    },
    threads::Threads,
};
use std::collections::{BTreeMap, BTreeSet};

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadProblem {
    /// There is none.
    Missing,
    /// It lies, or leads, outside the root.
    Outside,
    /// Anything else, in words: `is a folder`, `permission denied`.
    Other(String),
}

/// Where files come from.
pub trait Reader {
    /// The bytes of the file at `path`, which is relative to the root, with `/`, and without `..`.
    ///
    /// # Errors
    /// When it cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem>;

    /// The bytes of the file of a source. Without a folder of sources, those of the project alone.
    ///
    /// # Errors
    /// When it cannot be read.
    fn read_source(&self, at: Shelf<'_>) -> Result<Vec<u8>, ReadProblem> {
        match at {
            Shelf::Project(path) => self.read(path),
            Shelf::Sources(_) => Err(ReadProblem::Missing),
        }
    }

    /// Whether the file of a source is there, be it readable or not.
    fn has_source(&self, at: Shelf<'_>) -> bool {
        self.read_source(at) != Err(ReadProblem::Missing)
    }

    /// The text of a PDF, with a form feed at the end of each page.
    ///
    /// # Errors
    /// When nothing here reads PDF, or the file cannot be read.
    fn read_pdf(&self, _: Shelf<'_>) -> Result<Vec<u8>, ReadProblem> {
        Err(ReadProblem::Other("nothing here reads PDF".to_owned()))
    }

    /// Whether the settings name a folder of sources, be it here or not: then what is not in the project may lie there.
    fn has_sources_folder(&self) -> bool {
        false
    }

    /// The names of the files in a folder of the project, in the order of the alphabet; none where there are too many to be looked at.
    fn names(&self, _folder: &str) -> Vec<String> {
        Vec::new()
    }
}

/// Where the file of a source lies; the path is with `/`, and without `..`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf<'p> {
    /// In the project, relative to its root.
    Project(&'p str),
    /// In the folder of sources that the settings name, relative to it.
    Sources(&'p str),
}

/// A file that was read and parsed.
#[derive(Debug)]
pub struct File {
    /// Its text.
    pub source: Source,
    /// What kind it is.
    pub dialect: Dialect,
    /// Its tree.
    pub parse: Parse,
    /// Its entries, if it is a bibliography.
    pub bibliography: Option<Bibliography>,
    /// The files it uses.
    pub uses: Vec<Use>,
    /// The names of files that it cannot use; the reason is told at the `use`, and not again wherever the name stands.
    pub lost: BTreeSet<String>,
    /// Whether it uses a bibliography without a name that cannot be used, and so may lack any source.
    pub lacks_sources: bool,
}

/// One file used by another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The name under which it is used. Without one, which only a bibliography can be, its entries are known by their own names.
    pub alias: Option<String>,
    /// The file.
    pub file: FileId,
    /// Where it is used.
    pub place: Place,
}

/// All files of one run.
#[derive(Debug, Default)]
pub struct Files {
    /// The files, in the order they were met.
    pub list: Vec<File>,
    /// What is wrong with them as files, by file; problems of their text are in [`Parse::diagnostics`].
    pub diagnostics: Vec<Diagnostic>,
    /// The files of their sources, where these were gathered.
    pub documents: Documents,
    /// How many threads may read one of them.
    pub threads: Threads,
    by_path: BTreeMap<String, FileId>,
}

/// The most files of a circle that are named; of a longer one, the first and the last are.
const MOST_NAMED: usize = 12;

/// The most bytes of a bibliography.
const MOST_BIBLIOGRAPHY: usize = 64 << 20;
/// The most keys that one finding names.
const MOST_KEYS: usize = 5;

impl Files {
    /// The file `id`.
    pub fn file(&self, id: FileId) -> &File {
        self.list.get(id.0 as usize).expect("file ids come from the list of files")
    }

    /// The file at `path`, if it was met.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.by_path.get(path).copied()
    }

    /// Reads the file at `path`, relative to the root, and all files that it uses. A file that cannot be read is empty and reported.
    pub fn load(&mut self, path: &str, reader: &dyn Reader) -> FileId {
        self.load_all([path], reader).first().copied().unwrap_or_default()
    }

    /// Loads many files; circles are looked for once, when all are there.
    pub fn load_all<'p>(&mut self, paths: impl IntoIterator<Item = &'p str>, reader: &dyn Reader) -> Vec<FileId> {
        let roots = paths.into_iter().map(|path| self.load_one(path, reader)).collect();
        self.circles();
        self.diagnostics.sort_by_key(|d| d.at.place.file);
        roots
    }

    fn load_one(&mut self, path: &str, reader: &dyn Reader) -> FileId {
        if let Some(known) = self.find(path) {
            return known;
        }
        let first = self.list.len();
        let root = self.add(path, reader.read(path), None).unwrap_or_default();
        let mut next = first;
        while next < self.list.len() {
            self.follow(FileId(next as u32), reader);
            next += 1;
        }
        root
    }

    /// What is wrong with `file` as a file.
    pub fn problems(&self, file: FileId) -> &[Diagnostic] {
        let start = self.diagnostics.partition_point(|d| d.at.place.file < file);
        let rest = self.diagnostics.get(start..).unwrap_or(&[]);
        rest.get(..rest.partition_point(|d| d.at.place.file == file)).unwrap_or(&[])
    }

    /// Adds a file; `None` where it could not be read and is named in a `use`.
    fn add(&mut self, path: &str, bytes: Result<Vec<u8>, ReadProblem>, used: Option<Place>) -> Option<FileId> {
        let id = FileId(self.list.len() as u32);
        let dialect = dialect(path);
        let bytes = bytes.and_then(|bytes| {
            let large = dialect.is_bibliography() && bytes.len() > MOST_BIBLIOGRAPHY;
            if large { Err(ReadProblem::Other("it is a bibliography of more than 64 MiB".to_owned())) } else { Ok(bytes) }
        });
        let text = match bytes {
            Ok(bytes) => decode(id, path, bytes, &mut self.diagnostics),
            Err(problem) => {
                let place = used.unwrap_or(Place::new(id, Span::default()));
                self.diagnostics.push(unreadable(path, place, &problem));
                if used.is_some() {
                    return None;
                }
                String::new()
            }
        };
        let mut parse = parse_on(self.threads, id, &text, dialect);
        let read = match dialect {
            Dialect::Biblatex => Some(biblatex::read(id, &text)),
            Dialect::CslJson => Some(csl_json::read(id, &text)),
            Dialect::Agon | Dialect::Markdown => None,
        };
        let bibliography = read.map(|(entries, problems)| {
            parse.diagnostics.extend(problems);
            entries
        });
        self.list.push(File {
            source: Source::new(path, text),
            dialect,
            parse,
            bibliography,
            uses: Vec::new(),
            lost: BTreeSet::new(),
            lacks_sources: false,
        });
        self.by_path.insert(path.to_owned(), id);
        Some(id)
    }

    fn follow(&mut self, id: FileId, reader: &dyn Reader) {
        let mut used: BTreeMap<String, Place> = BTreeMap::new();
        let mut opened: Vec<FileId> = Vec::new();
        for (path, alias, place) in self.wanted(id) {
            let from = self.file(id).source.path.clone();
            let Some(resolved) = resolve(&from, &path) else {
                self.diagnostics.push(unreadable(&path, place, &ReadProblem::Outside));
                self.lose(id, alias);
                continue;
            };
            let known = self.find(&resolved);
            let Some(file) = known.or_else(|| self.add(&resolved, reader.read(&resolved), Some(place))) else {
                self.lose(id, alias);
                continue;
            };
            if self.file(file).bibliography.is_some() {
                self.unusable(file, place);
            }
            let Some(alias) = alias else {
                if !opened.contains(&file) {
                    opened.iter().for_each(|other| self.clash(*other, file, place));
                    opened.push(file);
                    self.list.get_mut(id.0 as usize).into_iter().for_each(|user| user.uses.push(Use { alias: None, file, place }));
                }
                continue;
            };
            let Some(user) = self.list.get_mut(id.0 as usize) else { continue };
            if let Some(first) = used.get(&alias) {
                let title = format!("two files are used as `{alias}`");
                self.diagnostics.push(
                    Diagnostic::new(&codes::DUPLICATE_USE, place, title)
                        .related(*first, "the first is here")
                        .help("give one of them another name after `as`"),
                );
                continue;
            }
            used.insert(alias.clone(), place);
            user.uses.push(Use { alias: Some(alias), file, place });
        }
    }

    fn lose(&mut self, id: FileId, alias: Option<String>) {
        let Some(user) = self.list.get_mut(id.0 as usize) else { return };
        match alias {
            Some(alias) => drop(user.lost.insert(alias)),
            None => user.lacks_sources = true,
        }
    }

    /// Tells, where a bibliography is used, which of its keys are no names.
    fn unusable(&mut self, list: FileId, place: Place) {
        let keys = self.file(list).bibliography.iter().flat_map(|b| &b.entries).map(|e| e.key.as_str());
        let bad: Vec<&str> = keys.filter(|key| !key.chars().all(is_name_char)).collect();
        let what = match bad.len() {
            0 => return,
            1 => "a key of this bibliography is no name, so it cannot be cited".to_owned(),
            many => format!("{many} keys of this bibliography are no names, so they cannot be cited"),
        };
        let title = format!("{what}: {}", quoted(&bad));
        let found = Diagnostic::new(&codes::UNUSABLE_KEY, place, title);
        self.diagnostics.push(found.help("where you need one of them, write its key with letters, digits, `-` and `_` only"));
    }

    /// Tells, where a second bibliography is used without a name, which keys it shares with the first.
    fn clash(&mut self, first: FileId, second: FileId, place: Place) {
        let (Some(one), Some(other)) = (&self.file(first).bibliography, &self.file(second).bibliography) else { return };
        let shared: Vec<&str> = other.entries.iter().map(|e| e.key.as_str()).filter(|key| one.find(key).is_some()).collect();
        let Some(entry) = shared.first().and_then(|key| one.find(key)).and_then(|at| one.entries.get(at)) else { return };
        let title =
            format!("`{}` declares what `{}` declares: {}", self.file(second).source.path, self.file(first).source.path, quoted(&shared));
        let found = Diagnostic::new(&codes::DUPLICATE_NAME, place, title).related(Place::new(first, entry.span), "the first is here");
        self.diagnostics.push(found.help("use one of the files under a name of its own: `use \"PATH\" as NAME`"));
    }

    /// The `use` statements of a file: path, alias, place of the path. Without an alias, those of bibliographies only.
    fn wanted(&self, id: FileId) -> Vec<(String, Option<String>, Place)> {
        let file = self.file(id);
        let (text, tree) = (file.source.text.as_str(), &file.parse.tree);
        let uses = tree.statements.iter().filter(|s| s.keyword == Keyword::Use);
        uses.filter_map(|s| {
            let span = tree.names(s.operands).first()?;
            let path = span.of(text).trim_matches('"').to_owned();
            let alias = tree.find_clause(s, ClauseWord::As).and_then(|c| tree.names(c.names).first());
            let alias = alias.map(|alias| crate::model::normal::normal(alias.of(text)).into_owned());
            (alias.is_some() || dialect(&path).is_bibliography()).then_some((path, alias, Place::new(id, *span)))
        })
        .collect()
    }

    /// Reports each `use` that closes a circle, and takes it back.
    fn circles(&mut self) {
        #[derive(Clone, Copy, PartialEq)]
        enum Seen {
            No,
            Open,
            Done,
        }
        let mut seen = vec![Seen::No; self.list.len()];
        let mut mark = |file: usize, to: Seen| {
            seen.get_mut(file).map_or(Seen::Done, |s| std::mem::replace(s, if *s == Seen::Done { Seen::Done } else { to }))
        };
        for root in 0..self.list.len() {
            if mark(root, Seen::Open) != Seen::No {
                continue;
            }
            let mut path: Vec<(usize, usize)> = vec![(root, 0)];
            while let Some((file, step)) = path.pop() {
                let Some(next) = self.list.get(file).and_then(|f| f.uses.get(step)).cloned() else {
                    mark(file, Seen::Done);
                    continue;
                };
                let to = next.file.0 as usize;
                match mark(to, Seen::Open) {
                    Seen::Open => {
                        self.report_circle(path.iter().map(|p| p.0).chain([file, to]).skip_while(|f| *f != to), next.place);
                        if let Some(user) = self.list.get_mut(file) {
                            let gone = user.uses.remove(step);
                            user.lost.extend(gone.alias);
                        }
                        path.push((file, step));
                    }
                    Seen::No => path.extend([(file, step + 1), (to, 0)]),
                    Seen::Done => path.push((file, step + 1)),
                }
            }
        }
    }

    fn report_circle(&mut self, circle: impl Iterator<Item = usize>, place: Place) {
        let mut names: Vec<&str> = circle.filter_map(|f| self.list.get(f)).map(|f| f.source.path.as_str()).collect();
        if names.len() > MOST_NAMED {
            names.splice(MOST_NAMED / 2..names.len() - MOST_NAMED / 2, ["…"]);
        }
        let title = format!("files use each other in a circle: {}", names.join(" → "));
        self.diagnostics.push(Diagnostic::new(&codes::USE_CIRCLE, place, title).help("move what both need into a file of its own"));
    }
}

/// Some of `keys` in backticks, and that there are more.
fn quoted(keys: &[&str]) -> String {
    let shown: Vec<String> = keys.iter().take(MOST_KEYS).map(|key| format!("`{}`", excerpt(key))).collect();
    let more = if keys.len() > MOST_KEYS { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

fn decode(id: FileId, path: &str, bytes: Vec<u8>, out: &mut Vec<Diagnostic>) -> String {
    match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let span = Span::new(at as u32, (at + '\u{fffd}'.len_utf8()) as u32);
            let byte = bytes.get(at).copied().unwrap_or(0);
            let title = format!("`{path}` is not valid UTF-8: byte {at} is 0x{byte:02X}");
            out.push(Diagnostic::new(&codes::INVALID_UTF8, Place::new(id, span), title).help("save the file as UTF-8"));
            text
        }
    }
}

fn unreadable(path: &str, place: Place, problem: &ReadProblem) -> Diagnostic {
    let path = if path.is_empty() { "." } else { path };
    let (code, title, help): (&'static Code, String, &str) = match problem {
        ReadProblem::Missing => {
            (&codes::MISSING_FILE, format!("there is no file `{path}`"), "mend the path, which is relative to the file that uses it")
        }
        ReadProblem::Outside => (
            &codes::OUTSIDE_ROOT,
            format!("`{path}` lies outside the root of the project"),
            "move the file into the project; nothing outside is read",
        ),
        ReadProblem::Other(why) => {
            (&codes::UNREADABLE_FILE, format!("`{path}` cannot be read: {why}"), "name a file of text that may be read")
        }
    };
    let found = Diagnostic::new(code, place, title);
    if path.contains('\\') {
        let edit = Edit::new(place.span, format!("\"{}\"", path.replace('\\', "/")));
        return found.fix(Safety::Unsafe, "write the path with `/`", vec![edit]);
    }
    found.help(help)
}

/// The path that `path` means in the file `from`, both relative to the root; `None` where it leaves the root.
pub fn resolve(from: &str, path: &str) -> Option<String> {
    if path.is_empty() || path.starts_with('/') || path.contains(['\\', '\0']) || path.get(1..3) == Some(":/") {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
