//! A quotation as what is looked for: its words in parts, and between the parts what it marks as left out or put in.
//!
//! The marks are those of editorial practice: `…`, `...`, `. . .` and `[…]` for what is left out, square brackets around what is put in,
//! or put in the place of something. A bracket that touches a word stands for a part of it: `[T]he`, `govern[ed]`.

use crate::quotation::{
    fold::{Folded, fold},
    raised::find_note,
};

/// The most bytes of the folded source that `…` may leave out: about a page. What is further apart is not one passage.
pub const MOST_LEFT_OUT: u32 = 2_000;

/// The most bytes of the folded source that may stand where a quotation puts words of its own.
pub const MOST_REPLACED: u32 = 80;

/// What may stand between "Dept" and "of" where a quotation has "Dep\[artmen\]t of".
const POINT_AND_BLANK: u32 = 2;

/// What joins the parts of a compound.
const HYPHENS: [char; 3] = ['-', '‐', '‑'];

/// A quotation as what is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pattern {
    /// What must be there, in this order; none holds no letter or digit.
    pub parts: Vec<Part>,
    /// Whether it marks that it leaves out what stands before its first words.
    pub is_open_before: bool,
    /// Whether it marks that it leaves out what follows its last words.
    pub is_open: bool,
    /// What it puts in behind its last words.
    pub put_in: String,
}

/// Words without a mark in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// As they stand in the quotation.
    pub words: String,
    /// The same, folded.
    pub folded: Folded,
    /// The most bytes of the source before it and after the part before.
    pub gap: u32,
    /// What the quotation itself puts in before it.
    pub put_in: String,
    /// Whether it may begin within a word, the rest of which a bracket stands for; with the one letter of the bracket, if it has one.
    pub start: Edge,
    /// Whether it may end within a word.
    pub end: Edge,
}

impl Part {
    /// Its words but for those at its ends that a bracket touches.
    pub fn whole_words(&self) -> &str {
        let words = self.words.as_str();
        let words = if self.start == Edge::Word { words } else { words.trim_start_matches(|c: char| !c.is_whitespace()) };
        let words = if self.end == Edge::Word { words } else { words.trim_end_matches(|c: char| !c.is_whitespace()) };
        words.trim()
    }
}

/// Where a part may begin or end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Edge {
    /// Between words.
    #[default]
    Word,
    /// After one letter of a word, which is in a bracket; or before it.
    Letter(char),
    /// Within a word.
    Inside,
}

/// Reads a quotation. Linear.
pub fn parse(quotation: &str) -> Pattern {
    let mut reader = Reader::default();
    let mut rest = quotation;
    while let Some(c) = rest.chars().next() {
        let at = quotation.len() - rest.len();
        if let Some(end) = find_note(quotation, at).filter(|_| c == '[') {
            reader.words.push_str(quotation.get(at..end).unwrap_or(""));
            rest = quotation.get(end..).unwrap_or("");
        } else if let Some((inside, after)) = find_bracket(rest) {
            reader.bracket(inside, after);
            rest = after;
        } else if let Some(after) = find_ellipsis(rest) {
            reader.close(Edge::Word);
            reader.gap = MOST_LEFT_OUT;
            rest = after;
        } else {
            reader.words.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or("");
        }
    }
    let is_open = reader.gap == MOST_LEFT_OUT && !reader.words.contains(char::is_alphanumeric);
    reader.close(Edge::Word);
    Pattern { parts: reader.parts, is_open_before: reader.is_open_before, is_open, put_in: reader.put_in }
}

#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    words: String,
    gap: u32,
    put_in: String,
    start: Edge,
    is_open_before: bool,
}

impl Reader {
    /// Ends the part that is read.
    fn close(&mut self, end: Edge) {
        let words = std::mem::take(&mut self.words);
        let start = std::mem::take(&mut self.start);
        if !words.contains(char::is_alphanumeric) {
            return;
        }
        if let Some(rest) = words.strip_prefix(HYPHENS).filter(|rest| !self.put_in.is_empty() && rest.starts_with(char::is_alphabetic)) {
            return self.push(rest, Edge::Inside, end);
        }
        let (letters, rest) = words.split_at(words.find(|c: char| !c.is_alphabetic()).unwrap_or(words.len()));
        let is_inner = start == Edge::Inside && self.parts.last().is_some_and(|part| part.end == Edge::Inside);
        if is_inner && !letters.is_empty() && rest.starts_with(' ') && rest.contains(char::is_alphanumeric) {
            self.push(letters, start, Edge::Word);
            self.gap = POINT_AND_BLANK;
            return self.push(rest, Edge::Word, end);
        }
        self.push(&words, start, end);
    }

    fn push(&mut self, words: &str, start: Edge, end: Edge) {
        let words = words.trim().to_owned();
        self.is_open_before |= self.parts.is_empty() && self.gap == MOST_LEFT_OUT;
        let gap = if self.parts.is_empty() { 0 } else { self.gap };
        self.parts.push(Part { folded: fold(&words), words, gap, put_in: std::mem::take(&mut self.put_in), start, end });
        self.gap = 0;
    }

    fn bracket(&mut self, inside: &str, after: &str) {
        let hyphened = self.words.strip_suffix(HYPHENS).filter(|words| words.ends_with(char::is_alphabetic));
        let is_hyphened = hyphened.map(str::len).map(|length| self.words.truncate(length)).is_some();
        let mut letters = inside.chars();
        let edge = match (letters.next(), letters.next()) {
            (Some(letter), None) if letter.is_alphabetic() => Edge::Letter(letter),
            _ => Edge::Inside,
        };
        let is_mark = matches!(inside.trim(), "." | "," | ";" | ":" | "!" | "?" | "(" | ")");
        let is_left_out = !is_mark && inside.chars().all(|c| matches!(c, '.' | '…') || c.is_whitespace());
        let touches = |c: Option<char>| !is_left_out && !is_mark && c.is_some_and(char::is_alphanumeric);
        let touches_before = is_hyphened || touches(self.words.chars().next_back()) && !inside.starts_with(char::is_whitespace);
        // "3.5 [percent]" stands for "3.5%".
        let is_unit = ["percent", "per cent", "%"].iter().any(|unit| inside.trim_start().starts_with(unit));
        self.close(if touches_before || is_unit { Edge::Inside } else { Edge::Word });
        if !is_left_out {
            self.put_in.push_str(inside);
            self.put_in.push(' ');
        }
        self.start = match touches(after.chars().next()) && !inside.ends_with(char::is_whitespace) {
            true if touches_before => Edge::Inside,
            true => edge,
            false => Edge::Word,
        };
        self.gap = self.gap.max(if is_left_out { MOST_LEFT_OUT } else { MOST_REPLACED });
    }
}

/// What stands in the bracket at the start of `text`, and what follows it.
fn find_bracket(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix('[')?;
    let (inside, after) = rest.split_at_checked(rest.find(['[', ']'])?)?;
    Some((inside, after.strip_prefix(']')?))
}

/// What follows the ellipsis at the start of `text`.
fn find_ellipsis(text: &str) -> Option<&str> {
    if let Some(after) = text.strip_prefix('…') {
        return Some(after.trim_start_matches(['…', '.']));
    }
    let mut rest = text.strip_prefix('.')?;
    let mut dots = 1;
    while let Some(after) = rest.strip_prefix('.').or_else(|| rest.strip_prefix(" .")) {
        rest = after;
        dots += 1;
    }
    (dots >= 3).then_some(rest)
}
