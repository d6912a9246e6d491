//! The lines of a block with what each of them is, as the parser decided.
//!
//! The formatter works on lines and not on the tree alone, because comments and blank lines are not in the tree. It asks the tokens
//! what a line is and never decides that itself: two opinions on what a line is would be one too many.

use crate::{
    syntax::{
        line::{column, read_line},
        token::{Kind, TokenIter},
        tree::StatementId,
    },
    text::span::Span,
};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing but blanks.
    Blank,
    /// A comment.
    Comment,
    /// A heading.
    Heading,
    /// The header of this statement.
    Statement(StatementId),
    /// The first line of an attribute.
    Attribute,
    /// A line of a text or value.
    Prose,
}

/// A line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The whole line without its end.
    pub line: Span,
    /// The line without blanks at its start and end.
    pub words: Span,
    /// The column of its first word.
    pub column: u32,
    /// What it is.
    pub kind: RowKind,
}

/// Reads the rows of the blocks of one file, block after block.
pub struct Reader<'a> {
    text: &'a str,
    tokens: TokenIter<'a>,
    statements: StatementId,
}

impl<'a> Reader<'a> {
    /// A reader of `text`, which has these tokens.
    pub fn new(text: &'a str, tokens: TokenIter<'a>) -> Self {
        Self { text, tokens, statements: 0 }
    }

    /// The rows of the block at `body`, which lies after the blocks read before. Linear.
    pub fn read(&mut self, body: Span) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut at = body.start;
        while at < body.end {
            let raw = read_line(self.text, at, body.end);
            let kind = if raw.words.is_empty() { RowKind::Blank } else { self.kind(raw.words.start) };
            let line = Span::new(at, raw.newline.start);
            rows.push(Row { line, words: raw.words, column: column(raw.indent.of(self.text)), kind });
            at = raw.newline.end;
        }
        rows
    }

    /// What the line is whose words start at `at`: its first token after the indentation tells.
    fn kind(&mut self, at: u32) -> RowKind {
        match self.tokens.find(|t| t.span.start >= at).map(|t| t.kind) {
            Some(Kind::Comment) => RowKind::Comment,
            Some(Kind::HeadingMark) => RowKind::Heading,
            Some(Kind::Key) => RowKind::Attribute,
            Some(Kind::Keyword) => {
                self.statements += 1;
                RowKind::Statement(self.statements - 1)
            }
            _ => RowKind::Prose,
        }
    }
}
