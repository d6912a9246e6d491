//! The debates beneath a folder: every `.agon` and `.md` that is neither hidden nor ignored by `.gitignore`, in the order of their paths.
//!
//! Only the project's own `.gitignore` files count, so that everybody who has the project sees the same debates.
//! Links are not followed: what they lead to inside the project is met by itself.

use crate::cli::paths::find_inside;
use ignore::{DirEntry, WalkBuilder};
use std::path::Path;

/// What was met beneath a folder.
#[derive(Debug, Default)]
pub struct Walk {
    /// The paths, relative to the root of the project.
    pub paths: Vec<String>,
    /// What could not be looked at, in words.
    pub problems: Vec<String>,
}

/// Walks `folder`, which lies beneath `root`; both without links.
pub fn walk(folder: &Path, root: &Path) -> Walk {
    let mut walk = Walk::default();
    let mut builder = WalkBuilder::new(folder);
    builder.require_git(false).git_global(false).git_exclude(false).ignore(false).follow_links(false);
    for entry in builder.build() {
        match entry {
            Ok(entry) if wanted(&entry, root) => match find_inside(root, entry.path()) {
                Some(path) => walk.paths.push(path),
                None => walk.problems.push(format!("the name of `{}` is not UTF-8", entry.path().display())),
            },
            Ok(_) => {}
            Err(error) => walk.problems.push(error.to_string()),
        }
    }
    walk.paths.sort_unstable();
    walk
}

/// A link, pipe or device that bears the name of a debate is wanted, so that it is told rather than passed over; a link to what is
/// inside the project is not, since that is met by itself.
fn wanted(entry: &DirEntry, root: &Path) -> bool {
    let Some(kind) = entry.file_type() else { return false };
    let ending = entry.path().extension().map(|e| e.to_ascii_lowercase());
    match ending.as_deref().and_then(|e| e.to_str()) {
        _ if kind.is_dir() => false,
        Some("agon") if kind.is_symlink() => !entry.path().canonicalize().is_ok_and(|to| to.starts_with(root)),
        Some("agon") => true,
        Some("md" | "markdown") => kind.is_file(),
        _ => false,
    }
}
