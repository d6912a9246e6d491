//! Characters to the tokens of one header. The only file that reads characters with nom.
//!
//! A line is lexed as a header only when its first word may be a keyword; all else is one token of prose, so lexing costs next to
//! nothing where most of a debate is: in its texts.

use crate::{
    syntax::token::{Kind, Token},
    text::span::Span,
};
use nom::{
    IResult, Parser,
    branch::alt,
    bytes::complete::{tag, take, take_till, take_while1},
    combinator::{map, recognize},
    multi::many0_count,
    sequence::{pair, preceded},
};
use unicode_normalization::char::is_combining_mark;

/// Whether a name may hold this character: letters and digits of any script, their marks, `-` and `_`.
pub fn is_name_char(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '-' || c == '_' } else { c.is_alphanumeric() || is_combining_mark(c) }
}

/// Whether this is a blank within a line.
pub fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t'
}

/// Most names are ASCII, whose bytes are quicker to tell than characters.
fn word(i: &str) -> IResult<&str, &str> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
    match i.bytes().position(|b| !plain(b)).unwrap_or(i.len()) {
        end if end > 0 && i.as_bytes().get(end).is_none_or(u8::is_ascii) => take(end).parse(i),
        _ => take_while1(is_name_char).parse(i),
    }
}

/// path := word ("." word)*
fn path(i: &str) -> IResult<&str, &str> {
    recognize(pair(word, many0_count(preceded(tag("."), word)))).parse(i)
}

/// quoted := `"` … `"` on one line
fn quoted(i: &str) -> IResult<&str, &str> {
    recognize((tag("\""), take_till(|c| c == '"'), tag("\""))).parse(i)
}

fn token(i: &str) -> IResult<&str, (Kind, &str)> {
    alt((
        map(take_while1(is_blank), |s| (Kind::Blank, s)),
        map(path, |s| (Kind::Name, s)),
        map(tag(","), |s| (Kind::Comma, s)),
        map(tag(":"), |s| (Kind::Colon, s)),
        map(quoted, |s| (Kind::Quoted, s)),
        map(take_while1(|c| !is_blank(c) && !is_name_char(c) && c != ',' && c != ':'), |s| (Kind::Unknown, s)),
    ))
    .parse(i)
}

/// Lexes what follows a keyword, up to and including the first colon that can end a header, and appends the tokens.
/// A colon before `//` is part of an address. Returns the rest of the line.
pub fn lex_header<'s>(line: &'s str, at: u32, tokens: &mut Vec<Token>) -> &'s str {
    let mut rest = line;
    while let Ok((after, (kind, piece))) = token(rest) {
        let start = at + (line.len() - rest.len()) as u32;
        let span = Span::new(start, start + piece.len() as u32);
        rest = after;
        let kind = if kind == Kind::Colon && after.starts_with("//") { Kind::Unknown } else { kind };
        tokens.push(Token { kind, span });
        if kind == Kind::Colon {
            break;
        }
    }
    rest
}
