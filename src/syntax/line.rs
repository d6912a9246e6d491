//! Splitting a text into lines, and telling blanks from words in them.

use crate::text::span::Span;

/// One line of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RawLine {
    /// Blanks at its start.
    pub indent: Span,
    /// What is between the blanks.
    pub words: Span,
    /// Blanks at its end.
    pub tail: Span,
    /// Its end: `\n`, `\r\n`, `\r`, or nothing at the end of the text.
    pub newline: Span,
}

/// Reads the line that starts at `at`; `end` bounds the text. Linear in the line.
pub fn read_line(text: &str, at: u32, end: u32) -> RawLine {
    let bytes = text.as_bytes().get(at as usize..end as usize).unwrap_or(&[]);
    let stop = memchr::memchr2(b'\n', b'\r', bytes).unwrap_or(bytes.len());
    let newline = match (bytes.get(stop), bytes.get(stop + 1)) {
        (None, _) => 0,
        (Some(b'\r'), Some(b'\n')) => 2,
        _ => 1,
    };
    let line = bytes.get(..stop).unwrap_or(&[]);
    let blank = |b: &u8| *b == b' ' || *b == b'\t';
    let indent = line.iter().take_while(|b| blank(b)).count();
    let tail = if indent == stop { 0 } else { line.iter().rev().take_while(|b| blank(b)).count() };
    let span = |from: usize, to: usize| Span::new(at + from as u32, at + to as u32);
    RawLine {
        indent: span(0, indent),
        words: span(indent, stop - tail),
        tail: span(stop - tail, stop),
        newline: span(stop, stop + newline),
    }
}

/// The column after `indent`: a blank counts one, a tab two, as one level of the canonical layout.
pub fn column(indent: &str) -> u32 {
    indent.bytes().map(|b| if b == b'\t' { 2 } else { 1 }).sum()
}
