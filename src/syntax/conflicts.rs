//! The marks that a merge leaves where both sides changed the same lines.
//!
//! Both sides stand in the file, so that names are declared twice and lines stand beneath statements that they do not belong to. Only the
//! conflict is told; what follows from it would be wrong advice.

use crate::{
    diagnostic::problem::Diagnostic,
    syntax::{codes::MERGE_CONFLICT, line::read_line},
    text::span::{FileId, Place, Span},
};
use memchr::memmem;

const OURS: &str = "<<<<<<<";
const BASE: &str = "|||||||";
const PARTS: &str = "=======";
const THEIRS: &str = ">>>>>>>";

/// Finds conflicts within `blocks` and appends one problem for each; problems within them are held back. Returns the lines of each. Linear.
pub fn check(file: FileId, text: &str, blocks: &[(Span, u32)], out: &mut Vec<Diagnostic>) -> Vec<Span> {
    let has = |mark: &str| memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    if ![OURS, PARTS, THEIRS].into_iter().any(has) {
        return Vec::new();
    }
    let found: Vec<Vec<(&str, Span)>> = blocks.iter().flat_map(|(block, _)| find(text, *block)).collect();
    let lines = |marks: &Vec<(&str, Span)>| Some(Span::new(marks.first()?.1.start, marks.last()?.1.end));
    let spans: Vec<Span> = found.iter().filter_map(lines).collect();
    out.retain(|d| !holds(&spans, d.at.place.span.start));
    out.extend(found.iter().filter_map(|marks| told(file, marks)));
    spans
}

/// Whether byte `at` stands within one of these spans, which are in order and apart. Logarithmic.
pub fn holds(conflicts: &[Span], at: u32) -> bool {
    let after = conflicts.partition_point(|span| span.start <= at);
    after.checked_sub(1).and_then(|last| conflicts.get(last)).is_some_and(|span| at <= span.end)
}

/// The marks of each conflict in a block.
fn find(text: &str, block: Span) -> Vec<Vec<(&str, Span)>> {
    let mut all: Vec<Vec<(&str, Span)>> = Vec::new();
    let mut is_open = false;
    let mut at = block.start;
    while at < block.end {
        let line = read_line(text, at, block.end);
        at = line.newline.end;
        let Some(mark) = find_mark(line.words.of(text)).filter(|_| line.indent.is_empty()) else { continue };
        // Whoever settles a conflict by hand may leave one mark behind.
        if mark == OURS || (mark != BASE && !is_open) {
            all.push(Vec::new());
        } else if !is_open {
            continue;
        }
        is_open = mark != THEIRS;
        if let Some(conflict) = all.last_mut() {
            conflict.push((mark, line.words));
        }
    }
    all
}

/// The mark that a line is: seven signs, and perhaps the name of a side.
fn find_mark(words: &str) -> Option<&'static str> {
    let mark = [OURS, BASE, PARTS, THEIRS].into_iter().find(|mark| words.starts_with(mark))?;
    let rest = words.get(mark.len()..)?;
    (rest.is_empty() || rest.starts_with(' ')).then_some(mark)
}

fn told(file: FileId, marks: &[(&str, Span)]) -> Option<Diagnostic> {
    let (_, first) = marks.first()?;
    let found = Diagnostic::new(&MERGE_CONFLICT, Place::new(file, *first), "a merge left a conflict here that nobody has settled");
    let found = marks.iter().skip(1).fold(found, |found, (mark, span)| {
        let text = match *mark {
            PARTS => "the other side begins here",
            BASE => "what both sides changed begins here",
            _ => "the conflict ends here",
        };
        found.related(Place::new(file, *span), text)
    });
    Some(found.help("keep the lines that should stand, of one side or of both, and remove the lines of marks"))
}
