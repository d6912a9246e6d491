//! The one door of this module: text in; tree, problems, and for who lays it out the tokens, out; never a failure.
//!
//! A long text is read in parts, each by a thread of its own. A part starts with a heading: above it everything is closed, so that what
//! is read from there on is the same whatever stands before.

use crate::{
    diagnostic::problem::{Diagnostic, Safety},
    syntax::{
        build::Builder,
        checks, codes, conflicts,
        dialect::Dialect,
        line::read_line,
        markdown::find_blocks,
        remarks, swallowed,
        token::{Kind, TokenList},
        tree::Tree,
    },
    text::{
        edit::Edit,
        span::{FileId, Place, Span},
    },
    threads::Threads,
};
use std::iter;

/// A parsed file.
#[derive(Debug, PartialEq, Eq)]
pub struct Parse {
    /// The statements.
    pub tree: Tree,
    /// The comments.
    pub comments: Vec<Span>,
    /// The YAML of the front matter, without its fences; `None` too where it is never closed, since nobody knows its end.
    pub front_matter: Option<Span>,
    /// The lines of each block of Agon with the column of its fence; for a `.agon` file the one block after the front matter.
    pub blocks: Vec<(Span, u32)>,
    /// The lines of each conflict that a merge left, within which no other problem is told; in order and apart.
    pub conflicts: Vec<Span>,
    /// What is wrong, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// The most problems of one file that are told one by one.
pub const MOST_PROBLEMS: usize = 10_000;

/// Parses `text`. Linear in its length; texts past 4 GiB must be refused before.
pub fn parse(file: FileId, text: &str, dialect: Dialect) -> Parse {
    parse_on(Threads::ONE, file, text, dialect)
}

/// Parses `text` on several threads, where it is long enough for that.
pub fn parse_on(threads: Threads, file: FileId, text: &str, dialect: Dialect) -> Parse {
    read(threads, Builder::new(file, text, 0, false), dialect).0
}

/// Parses `text`, with all of its tokens; glued together they are the text.
pub fn parse_whole(file: FileId, text: &str, dialect: Dialect) -> (Parse, TokenList) {
    let (parse, tokens) = read(Threads::ONE, Builder::new(file, text, 0, true), dialect);
    (parse, tokens.unwrap_or_default())
}

fn read(threads: Threads, mut builder: Builder<'_>, dialect: Dialect) -> (Parse, Option<TokenList>) {
    let (file, text) = (builder.file, builder.text);
    let end = text.len() as u32;
    let mut blocks = Vec::new();
    let mut front_matter = None;
    match dialect {
        Dialect::Agon => {
            let start = skip_mark(&mut builder);
            let start = match front(text, start) {
                Some(front) => {
                    front_matter = front.closed.then_some(front.yaml);
                    builder.push(Kind::FrontMatter, Span::new(start, front.end));
                    if !front.closed {
                        let fence = Place::new(file, read_line(text, start, end).words);
                        let found = Diagnostic::new(&codes::UNCLOSED_FRONT_MATTER, fence, "this front matter is never closed");
                        let close = vec![Edit::new(Span::empty(front.end), front.fence())];
                        builder.report(found.fix(Safety::Unsafe, "close it with a line `---`", close));
                    }
                    front.end
                }
                None => start,
            };
            blocks.push((Span::new(start, end), 0));
        }
        Dialect::Markdown => {
            let found = find_blocks(file, text, &mut builder.diagnostics);
            front_matter = found.front_matter.and_then(|f| front(text, f.start)).filter(|f| f.closed).map(|f| f.yaml);
            blocks = found.bodies;
        }
        Dialect::Biblatex | Dialect::CslJson => {}
    }
    for &(body, column) in &blocks {
        builder.outside(body.start);
        let (first, rest) = if dialect == Dialect::Agon { split(text, body, threads) } else { (body, Vec::new()) };
        let threads = if rest.is_empty() { Threads::ONE } else { threads };
        let part = |part: &Span| Builder::part(file, text, *part, column);
        let ((), rest) = threads.both(|| builder.block(first, column), || threads.map(&rest, part));
        rest.into_iter().for_each(|part| builder.append(part, threads));
    }
    builder.outside(end);
    let (tree, tokens, comments, mut diagnostics) = builder.finish();
    let mut found = Vec::new();
    if !dialect.is_bibliography() {
        checks::check(file, text, &tree, &mut diagnostics);
        remarks::check(file, text, &tree, &mut diagnostics);
        swallowed::check(file, text, &tree, &mut diagnostics);
        found = conflicts::check(file, text, &blocks, &mut diagnostics);
    }
    diagnostics.sort_by_key(Diagnostic::order);
    cap(file, &mut diagnostics);
    (Parse { tree, comments, front_matter, blocks, conflicts: found, diagnostics }, tokens)
}

/// A part of a text that is shorter is read before a second thread has begun.
const SHORTEST_PART: usize = 1 << 18;

/// `body` in about as many parts as there are threads: the first, and the others, each from a heading on.
fn split(text: &str, body: Span, threads: Threads) -> (Span, Vec<Span>) {
    let length = (body.len() as usize / threads.count()).max(SHORTEST_PART);
    let next = |from: &u32| find_heading(text, *from as usize + length);
    let starts: Vec<u32> = iter::successors(next(&body.start).filter(|_| threads != Threads::ONE), next).collect();
    let ends = starts.iter().skip(1).chain([&body.end]);
    let first = Span::new(body.start, starts.first().copied().unwrap_or(body.end));
    (first, starts.iter().zip(ends).map(|(start, end)| Span::new(*start, *end)).collect())
}

/// The start of the first line after `from` that is a heading.
fn find_heading(text: &str, from: usize) -> Option<u32> {
    let rest = text.as_bytes().get(from..)?;
    let is_heading = |at: usize| rest.get(at..).is_some_and(|r| r.iter().take_while(|b| **b == b'#').take(7).count() < 7);
    let at = memchr::memmem::find_iter(rest, b"\n#").map(|newline| newline + 1).find(|at| is_heading(*at))?;
    Some((from + at) as u32)
}

fn skip_mark(builder: &mut Builder<'_>) -> u32 {
    const MARK: &str = "\u{feff}";
    if !builder.text.starts_with(MARK) {
        return 0;
    }
    let span = Span::new(0, MARK.len() as u32);
    builder.push(Kind::Outside, span);
    let found = Diagnostic::new(&codes::BYTE_ORDER_MARK, Place::new(builder.file, span), "this file begins with a byte order mark");
    builder.report(found.fix(Safety::Safe, "remove the mark", vec![Edit::new(span, "")]));
    span.end
}

struct Front {
    yaml: Span,
    end: u32,
    closed: bool,
    /// Whether its last line has an end.
    ended: bool,
}

impl Front {
    /// The line that closes it, where none does; at the end of the file it may have to end the last line first.
    fn fence(&self) -> &'static str {
        if self.ended { "---\n" } else { "\n---\n" }
    }
}

/// The front matter that starts at `start`: from a line `---` to the next one; if none follows, to the first blank line.
fn front(text: &str, start: u32) -> Option<Front> {
    let end = text.len() as u32;
    let open = read_line(text, start, end);
    if !open.indent.is_empty() || open.words.of(text) != "---" {
        return None;
    }
    let mut at = open.newline.end;
    let mut blank = None;
    while at < end {
        let line = read_line(text, at, end);
        if line.indent.is_empty() && line.words.of(text) == "---" {
            return Some(Front { yaml: Span::new(open.newline.end, at), end: line.newline.end, closed: true, ended: true });
        }
        if line.words.is_empty() && blank.is_none() {
            blank = Some(at);
        }
        at = line.newline.end;
    }
    let stop = blank.unwrap_or(end);
    Some(Front {
        yaml: Span::new(open.newline.end, stop),
        end: stop,
        closed: false,
        ended: text.get(..stop as usize).is_some_and(|t| t.ends_with(['\n', '\r'])),
    })
}

fn cap(file: FileId, diagnostics: &mut Vec<Diagnostic>) {
    let count = diagnostics.len();
    if count > MOST_PROBLEMS {
        diagnostics.truncate(MOST_PROBLEMS);
        let last = diagnostics.last().map_or(Place::new(file, Span::default()), |d| d.at.place);
        let title = format!("{} more problems of this file are not told", count - MOST_PROBLEMS);
        diagnostics.push(Diagnostic::new(&codes::TOO_MANY_PROBLEMS, last, title).help("mend the problems above first"));
    }
}
