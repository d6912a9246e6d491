//! The syntax tree: statements in the order of the file, each with its parts as ranges of shared lists.
//!
//! Flat lists, because a debate of a million statements should not cost ten million allocations. Names and texts are spans of the
//! source. What is missing is `None` or empty; a statement exists once its keyword does.

use crate::{
    syntax::{
        attribute::Key,
        keyword::{ClauseWord, Keyword},
    },
    text::span::Span,
};
use std::ops::Range;

/// The index of a statement in [`Tree::statements`].
pub type StatementId = u32;

/// A range of one of the lists of a [`Tree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Slice {
    /// The first index.
    pub start: u32,
    /// One past the last index.
    pub end: u32,
}

impl Slice {
    /// The range as `usize` bounds.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The range from `start` to `end`. All empty ranges are the same, wherever they were met.
    pub(crate) fn new(start: u32, end: u32) -> Self {
        if end <= start { Self::default() } else { Self { start, end } }
    }

    /// The range `by` places further on.
    pub(crate) fn moved(self, by: u32) -> Self {
        if self.is_empty() { self } else { Self { start: self.start + by, end: self.end + by } }
    }

    /// Whether it holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }
}

/// A statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// Its kind.
    pub keyword: Keyword,
    /// Where the keyword stands.
    pub keyword_span: Span,
    /// Its column: blanks before the keyword.
    pub column: u32,
    /// From the keyword to the end of the header, without the colon.
    pub header: Span,
    /// Its own name, or for a bare statement the name it refers to.
    pub name: Option<Span>,
    /// Whether a colon follows the header: the statement declares; without one it refers.
    pub declares: bool,
    /// Whether its line has an error, so that parts of it may be missing.
    pub broken: bool,
    /// The statement it is nested in.
    pub parent: Option<StatementId>,
    /// One past the last statement nested in it, at any depth.
    pub end: StatementId,
    /// The last heading above it.
    pub heading: Option<u32>,
    /// Names before the clauses, in [`Tree::names`]; for `use` the path with its quotation marks.
    pub operands: Slice,
    /// Its clauses, in [`Tree::clauses`].
    pub clauses: Slice,
    /// Its text, in [`Tree::lines`].
    pub text: Slice,
    /// Its attributes, in [`Tree::attributes`].
    pub attributes: Slice,
}

/// A clause of a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clause {
    /// Which clause.
    pub word: ClauseWord,
    /// Where the word stands.
    pub span: Span,
    /// The names it lists, in [`Tree::names`].
    pub names: Slice,
}

/// A line of a text or value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The words, without indentation, escape and blanks at the end.
    pub span: Span,
    /// The column of its first character.
    pub column: u32,
    /// Whether a blank line stands between it and the line of the same text above.
    pub after_blank: bool,
}

/// An attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attribute {
    /// Its key; `None` where no such key exists.
    pub key: Option<Key>,
    /// Where the key stands, without the colon.
    pub key_span: Span,
    /// The column of the key.
    pub column: u32,
    /// The statement that it belongs to; the formatter and the checks find it by this.
    pub owner: StatementId,
    /// Its value, in [`Tree::values`].
    pub value: Slice,
}

/// A heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// The `#` signs.
    pub mark: Span,
    /// The words.
    pub text: Span,
    /// The number of statements before it.
    pub before: StatementId,
}

/// The tree of one file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// All statements, each before those nested in it.
    pub statements: Vec<Statement>,
    /// All headings.
    pub headings: Vec<Heading>,
    /// All clauses.
    pub clauses: Vec<Clause>,
    /// All names in headers that refer to something.
    pub names: Vec<Span>,
    /// The lines of all texts.
    pub lines: Vec<Line>,
    /// All attributes, by statement.
    pub attributes: Vec<Attribute>,
    /// The lines of all values.
    pub values: Vec<Line>,
}

impl Tree {
    /// The names at `slice`.
    pub fn names(&self, slice: Slice) -> &[Span] {
        self.names.get(slice.range()).unwrap_or(&[])
    }

    /// The clauses of `statement`.
    pub fn clauses(&self, statement: &Statement) -> &[Clause] {
        self.clauses.get(statement.clauses.range()).unwrap_or(&[])
    }

    /// The first clause of `statement` with this word.
    pub fn find_clause(&self, statement: &Statement, word: ClauseWord) -> Option<&Clause> {
        self.clauses(statement).iter().find(|c| c.word == word)
    }

    /// The lines of the text of `statement`.
    pub fn text(&self, statement: &Statement) -> &[Line] {
        self.lines.get(statement.text.range()).unwrap_or(&[])
    }

    /// The attributes of `statement`, in the order of the file.
    pub fn attributes(&self, statement: &Statement) -> &[Attribute] {
        self.attributes.get(statement.attributes.range()).unwrap_or(&[])
    }

    /// The first attribute of `statement` with this key.
    pub fn find_attribute(&self, statement: &Statement, key: Key) -> Option<&Attribute> {
        self.attributes(statement).iter().find(|a| a.key == Some(key))
    }

    /// The lines of the value of `attribute`.
    pub fn value(&self, attribute: &Attribute) -> &[Line] {
        self.values.get(attribute.value.range()).unwrap_or(&[])
    }

    /// The statement `id`.
    pub fn find_statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.get(id as usize)
    }

    /// The statements nested directly in `id`.
    pub fn children(&self, id: StatementId) -> impl Iterator<Item = (StatementId, &Statement)> {
        let end = self.find_statement(id).map_or(0, |s| s.end);
        let mut next = id + 1;
        std::iter::from_fn(move || {
            let child = (next < end).then(|| self.find_statement(next)).flatten()?;
            let at = next;
            next = child.end.max(at + 1);
            Some((at, child))
        })
    }
}

/// The words of a text as one string: lines joined by a blank, paragraphs by an empty line; a line that is indented deeper than the
/// first continuation line, or that opens a list item, keeps its break.
pub fn join(lines: &[Line], source: &str) -> String {
    let base = lines.iter().skip(1).map(|l| l.column).min().unwrap_or(0);
    let mut out = String::with_capacity(lines.iter().map(|l| l.span.len() as usize + 1).sum());
    for (index, line) in lines.iter().enumerate() {
        let words = line.span.of(source);
        if index > 0 {
            let deeper = line.column.saturating_sub(base);
            if line.after_blank {
                out.push_str("\n\n");
            } else if deeper > 0 || opens_item(words) {
                out.push('\n');
            } else {
                out.push(' ');
            }
            if deeper > 0 && (line.after_blank || opens_item(words)) {
                out.extend(std::iter::repeat_n(' ', deeper.min(12) as usize));
            }
        }
        out.push_str(words);
    }
    out
}

/// Whether a line opens an item of a Markdown list: `-`, `*`, `+` or a number with `.` or `)`, then a blank.
pub fn opens_item(words: &str) -> bool {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let mark = match words.len() - rest.len() {
        0 => rest.strip_prefix(['-', '*', '+']),
        1..=9 => rest.strip_prefix(['.', ')']),
        _ => None,
    };
    mark.is_some_and(|after| after.starts_with(' '))
}
