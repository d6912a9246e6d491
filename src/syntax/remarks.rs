//! Remarks and attributes behind a text on its line, which this language does not have: `//` opens a comment, and a key an attribute, only
//! where it is the first thing of a line.
//!
//! Two strokes may well stand in a text: in an address, between the lines of a verse, in the title of a source. So a remark is taken for
//! one only behind the end of a sentence, or behind the value of an attribute that is no prose, and never within quotation marks or code.

use crate::{
    diagnostic::problem::{Diagnostic, Safety},
    syntax::{
        attribute::Key,
        codes::{ATTRIBUTE_IN_TEXT, TRAILING_REMARK},
        keyword::Keyword,
        tree::{Line, Statement, Tree},
    },
    text::{
        edit::Edit,
        span::{FileId, Place, Span},
    },
};
use memchr::memmem;

const SIGN: &str = " // ";

/// Finds remarks and attributes behind the texts and values of `tree`. Linear.
pub fn check(file: FileId, text: &str, tree: &Tree, out: &mut Vec<Diagnostic>) {
    let lines = tree.statements.iter().flat_map(|s| tree.text(s).iter().map(move |line| (s, line)));
    out.extend(lines.filter_map(|(statement, line)| find_attribute(file, text, statement, line)));
    if memmem::find(text.as_bytes(), SIGN.as_bytes()).is_none() {
        return;
    }
    for statement in tree.statements.iter().filter(|s| s.keyword != Keyword::Source) {
        out.extend(tree.text(statement).iter().filter_map(|line| find_remark(text, line, true)).map(|at| told(file, text, at)));
        for attribute in tree.attributes(statement) {
            let is_prose = matches!(attribute.key, Some(Key::Note | Key::In | Key::Waive) | None);
            let found = tree.value(attribute).iter().filter_map(|line| find_remark(text, line, is_prose));
            out.extend(found.map(|at| told(file, text, at)));
        }
    }
}

/// An attribute behind the end of a sentence in `line`. A sentence begins with a capital, so a key in lower case is none of its words.
fn find_attribute(file: FileId, text: &str, statement: &Statement, line: &Line) -> Option<Diagnostic> {
    let words = line.span.of(text);
    let mut colons = memchr::memchr_iter(b':', words.as_bytes()).filter(|at| words.as_bytes().get(at + 1) == Some(&b' '));
    let (at, key) = colons.find_map(|colon| {
        let before = words.get(..colon)?;
        let start = before.rfind(' ')? + 1;
        let key = before.get(start..).filter(|word| Key::find(word).is_some())?;
        let ends = before.get(..start)?.trim_end().ends_with(['.', '!', '?']);
        (ends && !is_within(before)).then_some((start, key))
    })?;
    let start = line.span.start + at as u32;
    let place = Place::new(file, Span::new(start, start + key.len() as u32));
    let line_end = format!("\n{}", " ".repeat(statement.column as usize + 2));
    let blank = text.get(..start as usize)?.trim_end().len() as u32;
    let found = Diagnostic::new(&ATTRIBUTE_IN_TEXT, place, format!("`{key}:` stands in a line of text, so it is part of the text"));
    let found = found.note("an attribute has a line of its own, indented deeper than its statement");
    Some(found.fix(Safety::Unsafe, "put it on a line of its own", vec![Edit::new(Span::new(blank, start), line_end)]))
}

/// Whether the words after these stand within quotation marks or code.
fn is_within(before: &str) -> bool {
    let count = |mark: char| before.matches(mark).count();
    count('"') % 2 == 1 || count('`') % 2 == 1 || count('“') != count('”') || count('«') != count('»')
}

/// Where a remark begins in `line`, with its strokes.
fn find_remark(text: &str, line: &Line, is_prose: bool) -> Option<Span> {
    let words = line.span.of(text);
    let at = words.find(SIGN)?;
    let (before, remark) = (words.get(..at)?.trim_end(), words.get(at + 1..)?);
    let several = remark.get(2..).is_some_and(|rest| rest.contains(SIGN));
    let ends = before.trim_end_matches(['"', '”', ')', '*', '_']).ends_with(['.', '!', '?']);
    let start = line.span.start + at as u32 + 1;
    (!several && !is_within(before) && (ends || !is_prose)).then(|| Span::new(start, line.span.end))
}

fn told(file: FileId, text: &str, at: Span) -> Diagnostic {
    let before = text.get(..at.start as usize).unwrap_or("");
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let own = before.get(line..).unwrap_or("");
    let indent = own.get(..own.len() - own.trim_start().len()).unwrap_or("");
    let kept = (line + own.trim_end().len()) as u32;
    let edits = vec![Edit::new(Span::empty(line as u32), format!("{indent}{}\n", at.of(text))), Edit::new(Span::new(kept, at.end), "")];
    let found = Diagnostic::new(&TRAILING_REMARK, Place::new(file, at), "these words are part of the text, and no comment");
    let found = found.note("`//` opens a comment only at the start of a line");
    found.fix(Safety::Unsafe, "put the comment on a line of its own", edits)
}
