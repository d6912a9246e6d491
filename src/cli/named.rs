//! Paths that stand in the settings of a project and lead nowhere, told where they stand.

use crate::{
    cli::{disk::read_regular, outcome::Failure, output::unfit, project::Project},
    config::{codes::BAD_SETTINGS, settings::FILE_NAME},
    diagnostic::problem::Diagnostic,
    text::{
        source::Source,
        span::{FileId, Place, Span},
    },
};

/// That `path`, which the settings of `project` name under `key`, is wrong: in what way, and what to do.
pub fn fault(project: &Project, key: &str, path: &str, message: &str, help: &str) -> Failure {
    let bytes = read_regular(&project.root.join(FILE_NAME)).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let place = Place::new(FileId(0), find(&text, key, path).unwrap_or_default());
    let found = Diagnostic::new(&BAD_SETTINGS, place, message).help(help);
    unfit(vec![found], Source::new(project.shown(FILE_NAME), text))
}

/// That a file which the command line names in place of one of the settings is wrong: in what way, and what to do.
pub fn fault_in(file: Source, message: String, help: &str) -> Failure {
    let place = Place::new(FileId(0), Span::default());
    unfit(vec![Diagnostic::new(&BAD_SETTINGS, place, message).help(help)], file)
}

/// Where `path` stands in `text`, behind the line that begins with `key`.
fn find(text: &str, key: &str, path: &str) -> Option<Span> {
    let mut at = 0;
    let mut inside = false;
    for line in text.split_inclusive('\n') {
        let said = line.split(" #").next().unwrap_or(line);
        inside |= said.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with(':'));
        let from = if said.starts_with(key) { key.len() } else { 0 };
        let is_comment = said.trim_start().starts_with('#');
        if let Some(found) = said.get(from..).and_then(|rest| rest.find(path)).filter(|_| inside && !is_comment) {
            let start = (at + from + found) as u32;
            return Some(Span::new(start, start + path.len() as u32));
        }
        at += line.len();
    }
    None
}
