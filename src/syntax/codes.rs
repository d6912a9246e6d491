//! The mistakes that can be seen in the text alone.

use crate::diagnostic::code::codes;

codes! {
    /// Indentation is made of blanks, not of tabs.
    TAB_INDENT = "tab-indent", Error;
    /// A control character stands in the text.
    CONTROL_CHARACTER = "control-character", Error;
    /// A character that changes the direction of the text can hide what it says.
    BIDI_CHARACTER = "bidi-character", Warning;
    /// A carriage return without a line feed ends the line.
    LONE_CARRIAGE_RETURN = "lone-carriage-return", Error;
    /// The file begins with a byte order mark.
    BYTE_ORDER_MARK = "byte-order-mark", Warning;
    /// A merge left a conflict that nobody has settled.
    MERGE_CONFLICT = "merge-conflict", Error;
    /// Front matter is opened and never closed.
    UNCLOSED_FRONT_MATTER = "unclosed-front-matter", Error;
    /// A block of Agon stands inside a quotation of the Markdown file, where it is not read.
    QUOTED_BLOCK = "quoted-block", Warning;
    /// A fenced block of a Markdown file holds statements and is marked with nearly `agon`, so that it is not read.
    UNREAD_BLOCK = "unread-block", Warning;
    /// A block of Agon is opened and never closed.
    UNCLOSED_BLOCK = "unclosed-block", Error;

    /// A line has the shape of a statement, and its first word is nearly a keyword.
    UNKNOWN_KEYWORD = "unknown-keyword", Error;
    /// A keyword or key is written with capitals.
    CAPITAL_KEYWORD = "capital-keyword", Error;
    /// A line begins with a keyword but does not have the shape of a statement.
    KEYWORD_IN_PROSE = "keyword-in-prose", Error;
    /// A header holds a word that belongs to no clause.
    UNEXPECTED_WORD = "unexpected-word", Error;
    /// A name is missing.
    MISSING_NAME = "missing-name", Error;
    /// A clause is missing.
    MISSING_CLAUSE = "missing-clause", Error;
    /// A clause stands twice.
    REPEATED_CLAUSE = "repeated-clause", Error;
    /// A statement cannot have this clause.
    WRONG_CLAUSE = "wrong-clause", Error;
    /// A word of the language is used as a name.
    RESERVED_NAME = "reserved-name", Error;
    /// A statement that is declared bears a dotted name.
    DOTTED_NAME = "dotted-name", Error;
    /// No blank follows the colon of a header.
    CROWDED_COLON = "crowded-colon", Error;
    /// A quotation mark is not closed on its line.
    UNCLOSED_QUOTATION = "unclosed-quotation", Error;
    /// A statement that declares has no colon after its header.
    MISSING_COLON = "missing-colon", Error;
    /// A statement that declares has no text.
    MISSING_TEXT = "missing-text", Error;
    /// A statement cannot have a text.
    WRONG_TEXT = "wrong-text", Error;
    /// A support has both a text and premises.
    TEXT_AND_PREMISES = "text-and-premises", Error;
    /// A support has neither a text nor premises.
    SUPPORT_WITHOUT_PREMISES = "support-without-premises", Error;
    /// A statement is nested under its target and names a target besides.
    NESTED_AND_FLAT = "nested-and-flat", Error;
    /// A support, rebuttal, undercut or limit has no target.
    MISSING_TARGET = "missing-target", Error;

    /// A key is not one of the language.
    UNKNOWN_ATTRIBUTE = "unknown-attribute", Error;
    /// A statement cannot have this attribute.
    WRONG_ATTRIBUTE = "wrong-attribute", Error;
    /// An attribute stands twice.
    REPEATED_ATTRIBUTE = "repeated-attribute", Error;
    /// An attribute has no value.
    EMPTY_ATTRIBUTE = "empty-attribute", Error;
    /// An attribute stands beneath no statement.
    STRAY_ATTRIBUTE = "stray-attribute", Error;

    /// Prose belongs to no statement.
    STRAY_PROSE = "stray-prose", Error;
    /// Prose stands after the attributes or children of its statement.
    LATE_PROSE = "late-prose", Error;
    /// Prose is not indented deeper than its statement.
    UNINDENTED_PROSE = "unindented-prose", Error;
    /// Lines that belong together do not share a column.
    UNEVEN_INDENT = "uneven-indent", Error;
    /// A statement stands where it cannot stand.
    WRONG_PLACE = "wrong-place", Error;
    /// Statements are nested too deeply.
    TOO_DEEP = "too-deep", Error;
    /// A heading has no words, or no blank after its signs.
    BROKEN_HEADING = "broken-heading", Error;
    /// Words behind `//` stand in a line of text, and so are part of it.
    TRAILING_REMARK = "trailing-remark", Note;
    /// A line of text holds what looks like an attribute.
    ATTRIBUTE_IN_TEXT = "attribute-in-text", Warning;
    /// The file has more mistakes than are told.
    TOO_MANY_PROBLEMS = "too-many-problems", Error;
}
