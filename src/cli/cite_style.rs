//! The style of `--cite-style`, which a build without the feature `citations` does not know.

use crate::{cli::outcome::Failure, render::prose::citing::Citing};
use std::path::Path;

/// The style in the file at `path`.
///
/// # Errors
/// When it cannot be read, or is no style that can be used.
#[cfg(feature = "citations")]
pub fn read(path: &Path) -> Result<Box<dyn Citing>, Failure> {
    use crate::{cli::output::read_text, render::csl::style::Style};

    match Style::read(&read_text(path)?) {
        Ok(style) => Ok(Box::new(style)),
        Err(fault) => {
            let place = fault.line.map_or_else(String::new, |line| format!(":{line}"));
            Err(Failure::with_help(format!("the style `{}{place}` cannot be used: {}", path.display(), fault.what), fault.help))
        }
    }
}

/// Says how to get a program that knows styles.
///
/// # Errors
/// Always.
#[cfg(not(feature = "citations"))]
pub fn read(_: &Path) -> Result<Box<dyn Citing>, Failure> {
    let help = "install it with them: `cargo install agon --features citations`; or leave out `--cite-style`, for notes after the Chicago Manual of Style";
    Err(Failure::with_help("this program was built without styles of citation", help))
}
