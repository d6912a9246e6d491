//! One token: a kind and where it stands.

use crate::text::span::Span;

/// The kinds of token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What is not Agon: the Markdown around blocks, a byte order mark.
    Outside,
    /// The front matter with its fences.
    FrontMatter,
    /// Blanks at the start of a line.
    Indent,
    /// Blanks within or at the end of a line.
    Blank,
    /// The end of a line.
    Newline,
    /// `//` and what follows.
    Comment,
    /// The `#` signs of a heading.
    HeadingMark,
    /// The word that opens a statement.
    Keyword,
    /// The key of an attribute.
    Key,
    /// A name, a dotted path of names, or a clause word.
    Name,
    /// `,` in a header.
    Comma,
    /// The colon after a header or key.
    Colon,
    /// A path in quotation marks.
    Quoted,
    /// What a header cannot hold.
    Unknown,
    /// The `\` that makes a line prose.
    Escape,
    /// Prose: a line of a text, a value, a heading.
    Text,
}

/// One token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
}
