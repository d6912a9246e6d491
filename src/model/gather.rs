//! Reading the files of sources: those whose words are quoted, and those that are pinned.

use crate::{
    diagnostic::nearest::find_nearest,
    extract::document::{Document, Kind},
    model::{
        at::{At, statements},
        documents::{Content, Documents, Filed},
        load::{Files, ReadProblem, Reader, Shelf, resolve},
        normal::normal,
    },
    syntax::{attribute::Key, keyword::Keyword, tree::join},
    text::span::{FileId, Place},
};
use sha2::{Digest, Sha256};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The most bytes of one source, and of all.
pub const MOST_BYTES: usize = 256 << 20;
const MOST_IN_ALL: usize = 1 << 30;

/// Reads the files of the sources of `files` whose words are cited or whose fingerprint is pinned, each once; and where a stamp of a
/// review stands in `files`, of all that are cited. Of the others only those are told of that are not there.
pub fn gather(files: &mut Files, reader: &dyn Reader) {
    read(files, reader, Wanted::Quoted);
}

/// Reads the files of all sources of `files` that are cited, so that a review can be stamped.
pub fn gather_cited(files: &mut Files, reader: &dyn Reader) {
    read(files, reader, Wanted::Cited);
}

/// Of which sources the files are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// Of those that are cited with a place or words.
    Quoted,
    /// Of those that are cited, with the fingerprints of their words.
    Cited,
}

/// A file that was looked for, with the fingerprints of its bytes and of its words.
#[derive(Clone)]
struct Looked {
    content: Content,
    bytes: Option<String>,
    words: Option<String>,
}

impl From<Content> for Looked {
    fn from(content: Content) -> Self {
        Self { content, bytes: None, words: None }
    }
}

fn read(files: &mut Files, reader: &dyn Reader, wanted: Wanted) {
    let ids = || (0..files.list.len() as u32).map(FileId);
    let filed: Vec<(At<'_>, Value)> =
        ids().flat_map(|id| statements(files, id)).filter_map(|at| value(&at, Key::File).map(|value| (at, value))).collect();
    if filed.is_empty() {
        return;
    }
    let is_stamped = |at: At<'_>| at.tree.find_attribute(at.statement, Key::Reviewed).is_some();
    let stamped = wanted == Wanted::Quoted && ids().flat_map(|id| statements(files, id)).any(is_stamped);
    let wanted = if stamped { Wanted::Cited } else { wanted };
    let cited: BTreeSet<Cow<'_, str>> = ids().flat_map(|id| statements(files, id)).flat_map(|at| cited(&at, wanted)).collect();
    let mut looked: BTreeMap<(bool, Option<String>, String), Looked> = BTreeMap::new();
    let mut documents = Documents::new(reader.has_sources_folder());
    let mut room = MOST_IN_ALL;
    for (at, (path, place)) in filed {
        let pin = value(&at, Key::Sha256);
        let name = at.statement.name.map_or("", |name| name.of(at.text));
        let name = name.rsplit('.').next().unwrap_or(name);
        let home = resolve(&files.file(at.file).source.path, &path);
        if pin.is_none() && !cited.contains(&normal(name)) {
            if home.as_deref().is_some_and(|home| !reader.has_sources_folder() && !reader.has_source(Shelf::Project(home))) {
                let content = missing(home.as_deref(), &path, reader);
                documents.insert(at.header(), Filed { place, path, content, pinned: None, words: None });
            }
            continue;
        }
        let key = (pin.is_some(), home.clone(), path.clone());
        let look = || look(home.as_deref(), &path, (pin.is_some(), wanted), reader, &mut room);
        let Looked { content, bytes, words } = looked.entry(key).or_insert_with(look).clone();
        let pinned = pin.zip(bytes).map(|((_, place), digest)| (place, digest));
        documents.insert(at.header(), Filed { place, path, content, pinned, words });
    }
    files.documents = documents;
}

/// The words of an attribute, and where they stand.
type Value = (String, Place);

fn value(at: &At<'_>, key: Key) -> Option<Value> {
    if at.statement.keyword != Keyword::Source {
        return None;
    }
    let attribute = at.tree.find_attribute(at.statement, key)?;
    let lines = at.tree.value(attribute);
    Some((join(lines, at.text), at.place(lines.first()?.span.to(lines.last()?.span))))
}

/// The names of the sources that a statement cites as is `wanted`, without what stands before a dot.
fn cited<'s>(at: &At<'s>, wanted: Wanted) -> impl Iterator<Item = Cow<'s, str>> + use<'s> {
    let At { tree, text, statement, .. } = *at;
    let cites = tree.attributes(statement).iter().filter(|a| a.key == Some(Key::Cite));
    cites.filter_map(move |attribute| {
        let value = tree.value(attribute).first()?.span.of(text);
        let name = value.split_once(',').map(|(name, _)| name).or_else(|| (wanted == Wanted::Cited).then_some(value))?;
        Some(normal(name.rsplit('.').next().unwrap_or(name).trim()))
    })
}

fn look(home: Option<&str>, path: &str, asked: (bool, Wanted), reader: &dyn Reader, room: &mut usize) -> Looked {
    let (is_pinned, wanted) = asked;
    let unless_missing = |read: Result<Vec<u8>, ReadProblem>| (read != Err(ReadProblem::Missing)).then_some(read);
    let in_project = home.map(Shelf::Project).and_then(|shelf| unless_missing(reader.read_source(shelf)).map(|read| (shelf, read)));
    let kept = resolve("", path);
    let found = in_project.or_else(|| {
        kept.as_deref().map(Shelf::Sources).and_then(|shelf| unless_missing(reader.read_source(shelf)).map(|read| (shelf, read)))
    });
    match found {
        None if home.is_none() => Content::Outside.into(),
        None | Some((_, Err(ReadProblem::Missing))) => missing(home, path, reader).into(),
        Some((_, Err(ReadProblem::Outside))) => Content::Outside.into(),
        Some((_, Err(ReadProblem::Other(why)))) => Content::Unreadable(why).into(),
        Some((shelf, Ok(read))) => {
            let is_pdf = Kind::of(path) == Kind::Pdf;
            let of_bytes = is_pinned || (is_pdf && wanted == Wanted::Cited);
            let bytes = of_bytes.then(|| hexadecimal(&Sha256::digest(&read)));
            let content = content(shelf, path, read, reader, room);
            let words = match &content {
                _ if wanted == Wanted::Quoted => None,
                _ if is_pdf => bytes.clone(),
                Content::Read(document) => Some(hexadecimal(&Sha256::digest(document.folded.text.as_bytes()))),
                _ => None,
            };
            Looked { content, bytes, words }
        }
    }
}

/// What is told of a file that is not there. The path that is offered differs in the name of the file, and not in its folder.
fn missing(home: Option<&str>, path: &str, reader: &dyn Reader) -> Content {
    if reader.has_sources_folder() {
        return Content::Elsewhere;
    }
    let split = |path: &str| path.rfind('/').map_or(0, |slash| slash + 1);
    let near = home.and_then(|home| {
        let (folder, name) = home.split_at_checked(split(home))?;
        let names = reader.names(folder);
        let near = find_nearest(name, names.iter().map(String::as_str))?;
        Some(format!("{}{near}", path.get(..split(path))?))
    });
    Content::Missing(near)
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn content(shelf: Shelf<'_>, path: &str, bytes: Vec<u8>, reader: &dyn Reader, room: &mut usize) -> Content {
    if bytes.len() > MOST_BYTES {
        return Content::Unreadable("it is larger than 256 MiB".to_owned());
    }
    let kind = Kind::of(path);
    let bytes = if kind == Kind::Pdf { reader.read_pdf(shelf) } else { Ok(bytes) };
    match bytes.map(String::from_utf8) {
        Ok(Ok(text)) => match room.checked_sub(text.len()) {
            Some(left) => {
                *room = left;
                Content::of(Document::new(kind, &text))
            }
            None => Content::Unreadable("the sources before it are larger than 1 GiB together".to_owned()),
        },
        Ok(Err(error)) => Content::Unreadable(format!("it is not valid UTF-8 at byte {}", error.utf8_error().valid_up_to())),
        Err(ReadProblem::Missing) => Content::Missing(None),
        Err(ReadProblem::Outside) => Content::Outside,
        Err(ReadProblem::Other(why)) => Content::Unreadable(why),
    }
}
