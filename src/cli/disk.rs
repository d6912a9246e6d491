//! Files of a project from the disk: regular files beneath its root, and nothing else.
//!
//! What a debate names must not make the program read a secret, wait for a pipe, or fill the memory. So a path is followed to where it
//! really leads before anything is opened.

use crate::{
    cli::{outcome::reason, pdf},
    model::{
        gather,
        load::{ReadProblem, Reader, Shelf},
    },
};
use std::{
    fs, io,
    io::Read,
    path::{Path, PathBuf},
};

/// The most bytes of a file that are read.
pub const MOST_BYTES: u64 = 1 << 30;

/// The most files of a folder among which one is looked for that may have been meant.
const MOST_NAMES: usize = 1_000;

/// The endings of files in the folder of sources that are read. The folder lies where the settings say, which come with the project: they
/// must not make the program read a secret.
const ENDINGS: &[&str] = &["htm", "html", "markdown", "md", "pdf", "text", "txt", "xhtml"];

/// The files beneath a folder, and of sources those beneath another one too.
#[derive(Debug, Clone)]
pub struct Disk {
    /// The folder, without links.
    root: PathBuf,
    /// Whether there is to be a folder of sources.
    has_sources: bool,
    /// That folder, without links, if it is there.
    sources: Option<PathBuf>,
}

impl Disk {
    /// The files beneath `root`, which must be without links.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into(), has_sources: false, sources: None }
    }

    /// The same with the files of sources beneath `folder`, if it is there.
    #[must_use]
    pub fn with_sources(self, folder: &Path) -> Self {
        Self { has_sources: true, sources: fs::canonicalize(folder).ok(), ..self }
    }

    /// Where `path`, relative to the root, really leads: a regular file beneath the root that is not too large.
    ///
    /// # Errors
    /// When it is none.
    pub fn require_file(&self, path: &str) -> Result<PathBuf, ReadProblem> {
        require_beneath(&self.root, path)
    }

    /// Where the file of a source really is: in the project, or in the folder of sources, where it must have the name of a text.
    fn require_source(&self, at: Shelf<'_>) -> Result<PathBuf, ReadProblem> {
        let file = match at {
            Shelf::Project(path) => self.require_file(path)?,
            Shelf::Sources(path) => {
                let folder = self.sources.as_deref().ok_or(ReadProblem::Missing)?;
                let file = require_beneath(folder, path)?;
                let inside = file.strip_prefix(folder).unwrap_or(&file);
                let hidden = inside.components().any(|part| part.as_os_str().as_encoded_bytes().starts_with(b"."));
                let ending = file.extension().and_then(|e| e.to_str()).map(str::to_ascii_lowercase);
                if hidden || !ending.is_some_and(|e| ENDINGS.contains(&e.as_str())) {
                    let why = format!("in the folder of sources only files are read that end in {}", ENDINGS.join(", "));
                    return Err(ReadProblem::Other(why));
                }
                file
            }
        };
        let size = fs::metadata(&file).map_err(|error| problem(&error))?.len();
        if size > gather::MOST_BYTES as u64 { Err(ReadProblem::Other("it is larger than 256 MiB".to_owned())) } else { Ok(file) }
    }
}

/// Where `path`, relative to `folder`, really leads: a regular file beneath it that is not too large.
fn require_beneath(folder: &Path, path: &str) -> Result<PathBuf, ReadProblem> {
    let file = fs::canonicalize(folder.join(path)).map_err(|error| problem(&error))?;
    if !file.starts_with(folder) {
        return Err(ReadProblem::Outside);
    }
    require_regular(&file)?;
    Ok(file)
}

impl Reader for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
        read_regular(&self.require_file(path)?)
    }

    fn read_source(&self, at: Shelf<'_>) -> Result<Vec<u8>, ReadProblem> {
        read_regular(&self.require_source(at)?)
    }

    fn has_source(&self, at: Shelf<'_>) -> bool {
        self.require_source(at) != Err(ReadProblem::Missing)
    }

    fn read_pdf(&self, at: Shelf<'_>) -> Result<Vec<u8>, ReadProblem> {
        pdf::read(&self.require_source(at)?)
    }

    fn has_sources_folder(&self) -> bool {
        self.has_sources
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let Some(folder) = fs::canonicalize(self.root.join(folder)).ok().filter(|folder| folder.starts_with(&self.root)) else {
            return Vec::new();
        };
        let entries: Vec<fs::DirEntry> = fs::read_dir(folder).into_iter().flatten().take(MOST_NAMES + 1).flatten().collect();
        if entries.len() > MOST_NAMES {
            return Vec::new();
        }
        let files = entries.iter().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
        let names = files.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with('.') && !name.contains(char::is_control)).collect();
        names.sort_unstable();
        names
    }
}

/// Reads the regular file at `path`.
///
/// # Errors
/// When it is none, is too large, or cannot be read.
pub fn read_regular(path: &Path) -> Result<Vec<u8>, ReadProblem> {
    let size = require_regular(path)?;
    let file = fs::File::open(path).map_err(|error| problem(&error))?;
    // One byte more than there should be, so that the end is met without another round.
    read_into(Vec::with_capacity(size as usize + 1), file)
}

/// Reads all bytes of a stream, up to the limit.
///
/// # Errors
/// When there are more, or reading fails.
pub fn read_all(stream: impl Read) -> Result<Vec<u8>, ReadProblem> {
    read_into(Vec::new(), stream)
}

fn read_into(mut bytes: Vec<u8>, stream: impl Read) -> Result<Vec<u8>, ReadProblem> {
    stream.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|error| problem(&error))?;
    if bytes.len() as u64 > MOST_BYTES { Err(too_large()) } else { Ok(bytes) }
}

/// The size of a regular file that is not too large.
fn require_regular(path: &Path) -> Result<u64, ReadProblem> {
    let about = fs::metadata(path).map_err(|error| problem(&error))?;
    match about.file_type() {
        kind if kind.is_dir() => Err(ReadProblem::Other("it is a folder".to_owned())),
        kind if !kind.is_file() => Err(ReadProblem::Other("it is a device or a pipe".to_owned())),
        _ if about.len() > MOST_BYTES => Err(too_large()),
        _ => Ok(about.len()),
    }
}

fn too_large() -> ReadProblem {
    ReadProblem::Other("it is larger than 1 GiB".to_owned())
}

fn problem(error: &io::Error) -> ReadProblem {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ReadProblem::Missing,
        _ => ReadProblem::Other(reason(error)),
    }
}
