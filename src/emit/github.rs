//! Problems as workflow commands of GitHub Actions, which shows them as annotations of the changed lines.
//!
//! The form is `::error file=…,line=…,col=…::message`, in which `%` and line ends are escaped, and `:` and `,` too before the message.
//! A note is a `notice` there. Columns count characters from 1; an end column is only told within one line, as GitHub wants it.

use crate::{
    diagnostic::{code::Level, problem::Diagnostic},
    emit::{inert::inert_line, spot::find_spot, words::words},
    text::source::Source,
};

/// All of `found`, a line each. `sources` are indexed by file.
pub fn emit(found: &[Diagnostic], sources: &[&Source]) -> String {
    found.iter().map(|found| line(found, sources)).collect()
}

fn line(found: &Diagnostic, sources: &[&Source]) -> String {
    let level = match found.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let mut properties = Vec::new();
    if let Some(spot) = find_spot(found.at.place, sources) {
        properties.push(format!("file={}", property(&inert_line(spot.path))));
        properties.push(format!("line={}", spot.start.line));
        if spot.start.line == spot.end.line {
            properties.push(format!("col={}", spot.start.column));
            properties.push(format!("endColumn={}", spot.end.column.max(spot.start.column + 1) - 1));
        } else {
            properties.push(format!("endLine={}", spot.end.line));
            properties.push(format!("col={}", spot.start.column));
        }
    }
    properties.push(format!("title={}", property(&format!("agon {}", found.code.name))));
    format!("::{level} {}::{}\n", properties.join(","), data(&words(found)))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
