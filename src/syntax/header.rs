//! Tokens to the header of a statement. One function per production of `grammar/agon.ebnf`.
//!
//! The parser is total once the keyword is known: what does not fit is recorded as a fault and skipped up to the next clause word.
//! Who calls decides what a fault means: with a colon the statement keeps a hole, without one the line was prose.

use crate::{
    diagnostic::code::Code,
    syntax::{
        codes,
        keyword::{ClauseWord, Keyword},
        table::Need,
        token::{Kind, Token},
        tokens::{Parts, Tokens},
        tree::{Clause, Slice},
    },
    text::span::Span,
};
use nom::{
    IResult, Input, Parser,
    bytes::complete::take_while,
    combinator::{opt, verify},
    error::{Error, ErrorKind},
    multi::{fold_many0, many0_count},
    sequence::pair,
};
use std::cell::RefCell;

type Step<'t, O> = IResult<Tokens<'t>, O>;

/// The parts of a header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Header {
    /// The name of the statement.
    pub name: Option<Span>,
    /// The names before the clauses.
    pub operands: Slice,
    /// The clauses.
    pub clauses: Slice,
}

/// Parses the header of `keyword` from `tokens`, blanks left out. The lists and faults go to `parts`.
pub fn parse(keyword: Keyword, tokens: &[Token], text: &str, end: u32, parts: &RefCell<Parts>) -> Header {
    parts.borrow_mut().seen = 0;
    let input = Tokens { rest: tokens, text, end, parts };
    match header(keyword, input) {
        Ok((_, header)) => header,
        Err(_) => Header::default(),
    }
}

/// header := name? operands? clause*
fn header(keyword: Keyword, i: Tokens<'_>) -> Step<'_, Header> {
    let shape = keyword.shape();
    let (i, name) = if shape.name == Need::Never { (i, None) } else { own_name(keyword, i)? };
    let (i, operands) = if shape.operands.1 > 0 { operands(keyword, i)? } else { (i, Slice::default()) };
    let start = i.parts.borrow().clauses.len() as u32;
    let (i, _) = many0_count(|i| clause_or_junk(i)).parse(i)?;
    let end = i.parts.borrow().clauses.len() as u32;
    Ok((i, Header { name, operands, clauses: Slice::new(start, end) }))
}

/// name?, where a clause word that stands alone and opens no clause of this statement was meant as the name.
fn own_name(keyword: Keyword, i: Tokens<'_>) -> Step<'_, Option<Span>> {
    let opens_none = |word: ClauseWord| word != ClauseWord::Strictly && !keyword.shape().clauses.contains(&word);
    if ClauseWord::find(i.word()).is_some_and(opens_none) && is_alone(i) {
        return Ok((reserved(i), None));
    }
    opt(name).parse(i)
}

/// operands := quoted | name ("," name)*
fn operands(keyword: Keyword, i: Tokens<'_>) -> Step<'_, Slice> {
    if keyword != Keyword::Use {
        return names(i);
    }
    match token(Kind::Quoted).parse(i) {
        Ok((rest, path)) => {
            let mut parts = rest.parts.borrow_mut();
            let start = parts.names.len() as u32;
            parts.names.push(path);
            Ok((rest, Slice::new(start, start + 1)))
        }
        Err(_) if i.word().starts_with('"') => {
            let (rest, _) = junk(i)?;
            Ok((rest, Slice::default()))
        }
        Err(_) => {
            fault(i, &codes::MISSING_NAME, i.span(), "the path of the file is missing, in quotation marks".into());
            Ok((i, Slice::default()))
        }
    }
}

/// clause := "strictly" | verdict | word names
fn clause(i: Tokens<'_>) -> Step<'_, ()> {
    let (rest, span) = token(Kind::Name).parse(i)?;
    let word = ClauseWord::find(span.of(i.text)).ok_or(nom::Err::Error(Error::new(i, ErrorKind::Tag)))?;
    let (rest, names) = if word == ClauseWord::Strictly || word.is_verdict() { (rest, Slice::default()) } else { names(rest)? };
    let bit = 1 << word as u32;
    let seen = i.parts.borrow().seen;
    i.parts.borrow_mut().seen = seen | bit;
    if seen & bit != 0 {
        fault(i, &codes::REPEATED_CLAUSE, span, format!("`{}` stands twice in this header", word.word()));
    }
    rest.parts.borrow_mut().clauses.push(Clause { word, span, names });
    Ok((rest, ()))
}

fn clause_or_junk(i: Tokens<'_>) -> Step<'_, ()> {
    if i.rest.is_empty() {
        return Err(nom::Err::Error(Error::new(i, ErrorKind::Eof)));
    }
    clause(i).or_else(|_| junk(i))
}

/// What fits nowhere, up to the next clause word.
fn junk(i: Tokens<'_>) -> Step<'_, ()> {
    let (rest, skipped) = take_while(|t: &Token| ClauseWord::find(t.span.of(i.text)).is_none()).parse(i)?;
    let span = skipped.rest.last().map_or(i.span(), |last| i.span().to(last.span));
    let words = excerpt(span.of(i.text));
    let (code, text) = if skipped.rest.iter().any(|t| t.kind == Kind::Unknown && t.span.of(i.text).starts_with('"')) {
        (&codes::UNCLOSED_QUOTATION, "a quotation mark is not closed".to_owned())
    } else if words.starts_with('"') {
        (&codes::UNEXPECTED_WORD, "a name needs no quotation marks".to_owned())
    } else {
        (&codes::UNEXPECTED_WORD, format!("`{words}` fits no clause of this header"))
    };
    fault(i, code, span, text);
    Ok((rest, ()))
}

/// names := name ("," name)*
fn names(i: Tokens<'_>) -> Step<'_, Slice> {
    let start = i.parts.borrow().names.len() as u32;
    let rest = match name(i) {
        Ok((rest, first)) => {
            i.parts.borrow_mut().names.push(first);
            rest
        }
        Err(_) => missing(i),
    };
    let mut more = fold_many0(
        pair(token(Kind::Comma), opt(name)),
        || (),
        |(), (comma, next): (Span, Option<Span>)| {
            let mut parts = i.parts.borrow_mut();
            match next {
                Some(span) => parts.names.push(span),
                None => parts.faults.push((&codes::MISSING_NAME, Span::empty(comma.end), "a name is missing after this comma".into())),
            }
        },
    );
    let (rest, ()) = more.parse(rest)?;
    let end = i.parts.borrow().names.len() as u32;
    Ok((rest, Slice::new(start, end)))
}

/// Records a missing name. A clause word that stands alone in its place was meant as the name, and is skipped.
fn missing(i: Tokens<'_>) -> Tokens<'_> {
    let word = i.word();
    let Some(clause) = ClauseWord::find(word) else {
        fault(i, &codes::MISSING_NAME, i.span(), "a name is missing here".into());
        return i;
    };
    if clause != ClauseWord::Strictly && is_alone(i) {
        return reserved(i);
    }
    fault(i, &codes::MISSING_NAME, i.span(), format!("a name is missing before `{word}`"));
    i
}

/// Whether no names follow the first word.
fn is_alone(i: Tokens<'_>) -> bool {
    i.rest.get(1).is_none_or(|t| ClauseWord::find(t.span.of(i.text)).is_some())
}

/// Records that the first word cannot be a name, and skips it.
fn reserved(i: Tokens<'_>) -> Tokens<'_> {
    fault(i, &codes::RESERVED_NAME, i.span(), format!("`{}` is a word of the language and no name", i.word()));
    i.take_from(1)
}

/// name := path that is no clause word
fn name(i: Tokens<'_>) -> Step<'_, Span> {
    verify(token(Kind::Name), |s: &Span| ClauseWord::find(s.of(i.text)).is_none()).parse(i)
}

/// Accepts one token of this kind.
fn token<'t>(kind: Kind) -> impl Parser<Tokens<'t>, Output = Span, Error = Error<Tokens<'t>>> {
    move |i: Tokens<'t>| match i.rest {
        [first, rest @ ..] if first.kind == kind => Ok((Tokens { rest, ..i }, first.span)),
        _ => Err(nom::Err::Error(Error::new(i, ErrorKind::Tag))),
    }
}

/// What to do about a fault of this code.
pub fn help(code: &Code) -> &'static str {
    if *code == codes::MISSING_NAME {
        "write a name: letters, digits, `-` and `_`"
    } else if *code == codes::RESERVED_NAME {
        "choose another name"
    } else if *code == codes::REPEATED_CLAUSE {
        "leave one of them out; several names follow the first, with commas between them"
    } else if *code == codes::UNCLOSED_QUOTATION {
        "close it with a `\"` on the same line"
    } else {
        "leave it out, or join the words of a name with `-`; the text comes after the colon"
    }
}

/// The first words of a text, for a message.
pub fn excerpt(words: &str) -> String {
    const MOST: usize = 40;
    match words.char_indices().nth(MOST) {
        Some((cut, _)) => format!("{}…", words.get(..cut).unwrap_or("")),
        None => words.to_owned(),
    }
}

fn fault(i: Tokens<'_>, code: &'static Code, span: Span, text: String) {
    i.parts.borrow_mut().faults.push((code, span, text));
}
