//! Replacing files: whole or not at all.
//!
//! The new text goes to a file of its own in the same folder and takes the name of the old one in one step, so neither a full disk nor a
//! crash loses anything. Links are followed to the file they mean, and permissions are kept.

use crate::cli::outcome::{Failure, reason};
use std::{
    fs,
    io::{self, Write},
    path::Path,
};

/// Makes `content` that of `file`. What is no regular file, such as a device, is written to directly.
///
/// # Errors
/// When that cannot be done; a regular file is then as it was.
pub fn replace(file: &Path, content: impl AsRef<[u8]>, shown: &str) -> Result<(), Failure> {
    let content = content.as_ref();
    let failed = |error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound => {
            Failure::with_help(format!("`{shown}` cannot be written: its folder does not exist"), "make the folder first")
        }
        _ => Failure::new(format!("`{shown}` cannot be written: {}", reason(error))),
    };
    // What a pipe is called leads nowhere, but can be opened.
    if fs::metadata(file).is_ok_and(|about| !about.is_file() && !about.is_dir()) {
        return write_through(file, content).map_err(|error| failed(&error));
    }
    let target = match fs::canonicalize(file) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(file).is_err() => file.to_owned(),
        Err(error) => return Err(failed(&error)),
    };
    match fs::metadata(&target) {
        Ok(about) if about.is_dir() => Err(Failure::with_help(format!("`{shown}` is a folder"), "name a file")),
        Ok(about) if about.permissions().readonly() => Err(Failure::new(format!("`{shown}` is write-protected"))),
        Ok(about) => swap(&target, content, Some(about.permissions())).map_err(|error| failed(&error)),
        Err(_) => swap(&target, content, None).map_err(|error| failed(&error)),
    }
}

/// Makes a new file; an existing one is left alone.
///
/// # Errors
/// When there is one, or the new one cannot be made.
pub fn create(file: &Path, text: &str) -> io::Result<()> {
    let made = prepare(file, text.as_bytes(), None)?;
    made.persist_noclobber(file).map_err(|error| error.error)?;
    Ok(())
}

fn swap(target: &Path, content: &[u8], permissions: Option<fs::Permissions>) -> io::Result<()> {
    prepare(target, content, permissions)?.persist(target).map_err(|error| error.error)?;
    Ok(())
}

/// A finished file beside `target` that has no name of its own yet.
fn prepare(target: &Path, content: &[u8], permissions: Option<fs::Permissions>) -> io::Result<tempfile::NamedTempFile> {
    let folder = target.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".agon-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut made = builder.tempfile_in(folder)?;
    made.write_all(content)?;
    if let Some(permissions) = permissions {
        made.as_file().set_permissions(permissions)?;
    }
    made.as_file().sync_all()?;
    Ok(made)
}

fn write_through(target: &Path, content: &[u8]) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).open(target)?;
    file.write_all(content)?;
    file.flush()
}
