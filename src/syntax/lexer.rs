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
    bytes::complete::{tag, take_till, take_while1},
    combinator::{map, recognize},
    error::{Error, ErrorKind},
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

/// The bytes that a name may hold, as most names are ASCII, whose bytes are quicker to tell than characters.
#[expect(clippy::indexing_slicing, reason = "the table has a place for each byte")]
static NAME_BYTES: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        let b = byte as u8;
        table[byte] = b.is_ascii_alphanumeric() || b == b'-' || b == b'_';
        byte += 1;
    }
    table
};

fn is_name_byte(b: u8) -> bool {
    NAME_BYTES.get(b as usize) == Some(&true)
}

/// The characters of a name at the start of `i`, and what follows.
pub fn split_word(i: &str) -> (&str, &str) {
    let end = i.bytes().position(|b| !is_name_byte(b)).unwrap_or(i.len());
    let plain = i.as_bytes().get(end).is_none_or(u8::is_ascii);
    i.split_at(if plain { end } else { i.find(|c| !is_name_char(c)).unwrap_or(i.len()) })
}

fn word(i: &str) -> IResult<&str, &str> {
    match split_word(i) {
        ("", _) => Err(nom::Err::Error(Error::new(i, ErrorKind::TakeWhile1))),
        (word, rest) => Ok((rest, word)),
    }
}

/// path := word ("." word)*
fn path(i: &str) -> IResult<&str, &str> {
    match word(i)? {
        (rest, _) if rest.starts_with('.') => recognize(pair(word, many0_count(preceded(tag("."), word)))).parse(i),
        plain => Ok(plain),
    }
}

/// quoted := `"` … `"` on one line
fn quoted(i: &str) -> IResult<&str, &str> {
    recognize((tag("\""), take_till(|c| c == '"'), tag("\""))).parse(i)
}

/// token := blank | path | "," | ":" | quoted | unknown; the first byte tells which to try.
fn token(i: &str) -> IResult<&str, (Kind, &str)> {
    match i.as_bytes().first() {
        Some(b' ' | b'\t') => map(take_while1(is_blank), |s| (Kind::Blank, s)).parse(i),
        Some(b',') => map(tag(","), |s| (Kind::Comma, s)).parse(i),
        Some(b':') => map(tag(":"), |s| (Kind::Colon, s)).parse(i),
        Some(b'"') => alt((map(quoted, |s| (Kind::Quoted, s)), unknown)).parse(i),
        _ => alt((map(path, |s| (Kind::Name, s)), unknown)).parse(i),
    }
}

fn unknown(i: &str) -> IResult<&str, (Kind, &str)> {
    map(take_while1(|c| !is_blank(c) && !is_name_char(c) && c != ',' && c != ':'), |s| (Kind::Unknown, s)).parse(i)
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
