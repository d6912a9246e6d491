//! Paths as people see them: with `/`, relative to where the program was started.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

/// `path` as it is shown when the program was started in `from`; both absolute and without links.
/// A path that shares nothing with `from` is shown as it is.
pub fn shown(from: &Path, path: &Path) -> String {
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) = (from.components().collect(), path.components().collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared <= 1 && from.len() > 1 {
        return slashed(path);
    }
    let up = std::iter::repeat_n("..".to_owned(), from.len() - shared);
    let down = to.iter().skip(shared).map(|part| part.as_os_str().to_string_lossy().into_owned());
    let parts: Vec<String> = up.chain(down).collect();
    if parts.is_empty() { ".".to_owned() } else { parts.join("/") }
}

/// `path` relative to `root`, with `/`; `None` where it lies outside or is no UTF-8.
pub fn find_inside(root: &Path, path: &Path) -> Option<String> {
    let inside = path.strip_prefix(root).ok()?;
    let parts: Option<Vec<&str>> = inside.components().map(|part| part.as_os_str().to_str()).collect();
    parts.map(|p| p.join("/"))
}

/// The top of the repository that `folder` lies in: where the nearest `.git` is, upwards from it.
pub fn find_top(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| fs::symlink_metadata(folder.join(".git")).is_ok())
}

/// A path that is shown to whoever started the program in `from`, relative to `top`; as it is where it lies outside.
pub fn from_top(top: &Path, from: &Path, shown: &str) -> String {
    find_inside(top, &plain(&from.join(shown))).unwrap_or_else(|| shown.to_owned())
}

/// An absolute path without `.` and `..`, by its words alone: what it names need not be there.
pub fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
    }
    plain
}

fn slashed(path: &Path) -> String {
    let text = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '\\' { text.replace('\\', "/") } else { text.into_owned() }
}
