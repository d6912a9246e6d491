//! Problems in one line each, as `path:line:column: error[code]: title`, and their counts: for editors, and for `grep`.

use crate::{
    diagnostic::problem::Diagnostic,
    emit::{
        inert::inert_line,
        spot::find_spot,
        tally::{Tally, closing, many},
    },
    text::source::Source,
};

/// All of `found`, a line each, the counts of `files` files, and how many findings a baseline leaves for `later`. `sources` are indexed
/// by file.
pub fn emit(found: &[Diagnostic], sources: &[&Source], files: usize, later: usize) -> String {
    let mut tally = Tally::default();
    let mut out = String::new();
    for problem in found {
        tally.add(problem);
        out.push_str(&line(problem, sources));
        out.push('\n');
    }
    out + &closing(tally, &many(files, "file"), later) + "\n"
}

/// One problem in one line, without its end.
pub fn line(found: &Diagnostic, sources: &[&Source]) -> String {
    let message = format!("{}[{}]: {}", found.level.word(), found.code.name, inert_line(&found.title));
    match find_spot(found.at.place, sources) {
        Some(spot) => format!("{}:{}:{}: {message}", inert_line(spot.path), spot.start.line, spot.start.column),
        None => message,
    }
}
