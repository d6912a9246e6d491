//! A problem in plain sentences, for outputs that hold one text for each.

use crate::{diagnostic::problem::Diagnostic, emit::inert::inert_line};

/// What is wrong, why, and what to do, a line each; inert.
pub fn words(found: &Diagnostic) -> String {
    let mut lines = vec![found.title.clone()];
    lines.extend(found.notes.iter().cloned());
    lines.extend(found.help.iter().map(|help| format!("help: {help}")));
    lines.extend(found.fix.iter().map(|fix| format!("help: {}", fix.title)));
    lines.iter().map(|line| inert_line(line)).collect::<Vec<_>>().join("\n")
}
