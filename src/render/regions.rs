//! The marked regions of a Markdown text: `<!-- agon: KIND of="NAME" -->` … `<!-- /agon -->`.
//!
//! A mark that stands alone on its line opens a region of lines; one within a line opens a region within that line. Marks in blocks and
//! spans of code are words. Blocks of code are found by a real Markdown parser. Not here: what a region is filled with.

use crate::text::lines::LineIndex;
use comrak::{Arena, Options, nodes::NodeValue, parse_document};
use std::ops::Range;

const OPEN: &str = "<!-- agon:";
const CLOSE: &str = "<!-- /agon -->";
const END: &str = "-->";

/// A region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// What it is filled with.
    pub kind: String,
    /// The bytes of that word.
    pub kind_at: Range<usize>,
    /// Of what: a name of the debate.
    pub of: Option<String>,
    /// The bytes of the mark that opens it.
    pub mark: Range<usize>,
    /// The bytes between its marks.
    pub body: Range<usize>,
    /// Whether its marks stand on lines of their own.
    pub lines: bool,
    /// The level of the heading above it, outside of every region; 1 where there is none.
    pub level: u8,
}

/// What is wrong with a mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes.
    pub at: usize,
    /// What.
    pub what: String,
    /// What to do.
    pub help: String,
}

impl Fault {
    /// The fault `what` at a byte, with what to do as an imperative.
    pub fn new(at: usize, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { at, what: what.into(), help: help.into() }
    }
}

/// What a Markdown parser says of a text.
struct Shape {
    /// The bytes of blocks of code.
    code: Vec<Range<usize>>,
    /// Where headings begin, with their levels.
    headings: Vec<(usize, u8)>,
}

/// Finds the regions of `text` in its order, and what is wrong with its marks. Linear in the text.
pub fn find_regions(text: &str) -> (Vec<Region>, Vec<Fault>) {
    let (mut regions, mut faults) = (Vec::new(), Vec::new());
    if memchr::memmem::find(text.as_bytes(), b"agon").is_none() {
        return (regions, faults);
    }
    let shape = shape(text);
    let mut open: Option<Region> = None;
    let mut headings = shape.headings.iter().peekable();
    let mut level = 1;
    for (mark, closes) in marks(text, &shape.code) {
        let row = line_around(text, mark.start);
        let alone = text.get(row.start..mark.start).is_some_and(|before| before.trim().is_empty());
        let alone = alone && text.get(mark.end..row.end).is_some_and(|after| after.trim().is_empty());
        match (open.take(), closes) {
            (None, true) => {
                faults.push(Fault::new(mark.start, "this mark closes a region that is not open", "remove it, or open the region above it"))
            }
            (Some(region), true) => {
                // The headings of a filling are not the writer's: the next filling would sink below them, and deeper every time.
                while headings.next_if(|(at, _)| *at < mark.start).is_some() {}
                match closed(text, region, &mark, alone, row.start) {
                    Ok(region) => regions.push(region),
                    Err(fault) => faults.push(fault),
                }
            }
            (before, false) => {
                if let Some(outer) = before {
                    faults.push(Fault::new(mark.start, "this region opens within another", format!("write `{CLOSE}` before it")));
                    open = Some(outer);
                    continue;
                }
                while let Some((_, own)) = headings.next_if(|(at, _)| *at < mark.start) {
                    level = *own;
                }
                match opened(text, &mark, level) {
                    Ok(region) => {
                        let indent = text.get(row.start..mark.start).unwrap_or("");
                        if alone && !indent.is_empty() {
                            faults.push(Fault::new(mark.start, "this mark is indented", "let it begin its line"));
                        }
                        open = Some(Region { lines: alone, ..region });
                    }
                    Err(fault) => {
                        faults.push(fault);
                        // Its end is not a fault of its own.
                        open = Some(Region { lines: alone, kind: String::new(), ..blank(&mark, level) });
                    }
                }
            }
        }
    }
    if let Some(region) = open {
        faults.push(Fault::new(region.mark.start, "this region is never closed", format!("write a line `{CLOSE}` after it")));
    }
    // A region whose mark is at fault is not filled.
    regions.retain(|r| !r.kind.is_empty());
    (regions, faults)
}

fn blank(mark: &Range<usize>, level: u8) -> Region {
    Region { kind: String::new(), kind_at: mark.clone(), of: None, mark: mark.clone(), body: mark.end..mark.end, lines: false, level }
}

/// The marks of `text` outside of code, and whether each closes.
fn marks(text: &str, code: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    let mut found = Vec::new();
    let mut blocks = code.iter().peekable();
    for start in memchr::memmem::find_iter(text.as_bytes(), b"<!--") {
        while blocks.next_if(|b| b.end <= start).is_some() {}
        if blocks.peek().is_some_and(|b| b.contains(&start)) || text.get(..start).is_some_and(|b| b.ends_with('\\')) {
            continue;
        }
        let row = line_around(text, start);
        let rest = text.get(start..row.end).unwrap_or("");
        let closes = rest.starts_with(CLOSE);
        if (!closes && !rest.starts_with(OPEN)) || in_span(text.get(row.start..start).unwrap_or(""), rest) {
            continue;
        }
        let end = rest.find(END).map_or(row.end, |at| start + at + END.len());
        found.push((start..end, closes));
    }
    found
}

/// Whether a span of code that opens in `before` closes in `after`, on the same line.
fn in_span(before: &str, after: &str) -> bool {
    let mut open = 0;
    for run in runs(before) {
        open = if open == 0 {
            run
        } else if open == run {
            0
        } else {
            open
        };
    }
    open > 0 && runs(after).contains(&open)
}

/// The lengths of the runs of backticks in `text`.
fn runs(text: &str) -> Vec<usize> {
    text.split(|c| c != '`').map(str::len).filter(|n| *n > 0).collect()
}

/// Reads the mark that opens a region.
fn opened(text: &str, mark: &Range<usize>, level: u8) -> Result<Region, Fault> {
    let whole = text.get(mark.clone()).unwrap_or("");
    let Some(words) = whole.strip_prefix(OPEN).and_then(|w| w.strip_suffix(END)) else {
        return Err(Fault::new(mark.start, "this mark does not end on its line", format!("end it with `{END}`")));
    };
    let kind = words.split_whitespace().next().unwrap_or("");
    let kind_start = mark.start + OPEN.len() + words.find(kind).unwrap_or(0);
    let mut region = Region { kind: kind.to_owned(), kind_at: kind_start..kind_start + kind.len(), ..blank(mark, level) };
    let rest = words.trim().strip_prefix(kind).unwrap_or("").trim();
    if kind.is_empty() {
        return Err(Fault::new(mark.start, "this mark does not say what belongs here", "write it as `<!-- agon: brief -->`"));
    }
    if !rest.is_empty() {
        let name = rest.strip_prefix("of=\"").and_then(|r| r.strip_suffix('"')).filter(|n| !n.contains('"') && !n.trim().is_empty());
        let Some(name) = name else {
            let at = mark.start + whole.find(rest).unwrap_or(0);
            return Err(Fault::new(at, "this mark cannot be read", format!("write it as `<!-- agon: {kind} of=\"NAME\" -->`")));
        };
        region.of = Some(name.trim().to_owned());
    }
    Ok(region)
}

/// A region with the mark that closes it.
fn closed(text: &str, region: Region, mark: &Range<usize>, alone: bool, row: usize) -> Result<Region, Fault> {
    let same_line = !text.get(region.mark.end..mark.start).is_some_and(|between| between.contains('\n'));
    match (region.lines, alone, same_line) {
        (true, true, _) => {
            let body = line_around(text, region.mark.start).end;
            let body = text.get(body..).map_or(body, |rest| body + rest.find('\n').map_or(0, |at| at + 1));
            Ok(Region { body: body..row, ..region })
        }
        (false, _, true) => Ok(Region { body: region.mark.end..mark.start, ..region }),
        (true, false, _) => Err(Fault::new(
            mark.start,
            "this mark does not stand on a line of its own, as the one that opens the region does",
            "move it to a line of its own",
        )),
        (false, _, false) => Err(Fault::new(
            mark.start,
            "this region opens within a line and closes on another",
            "put both marks on lines of their own, or on the same line",
        )),
    }
}

/// The bytes of the line around a byte, without its end.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let start = text.get(..at).and_then(|b| b.rfind('\n')).map_or(0, |n| n + 1);
    let end = text.get(at..).and_then(|r| r.find('\n')).map_or(text.len(), |n| at + n);
    let end = if text.get(..end).is_some_and(|t| t.ends_with('\r')) { end - 1 } else { end };
    start..end.max(start)
}

fn shape(text: &str) -> Shape {
    let lines = LineIndex::new(text);
    let mut options = Options::default();
    options.extension.front_matter_delimiter = Some("---".to_owned());
    options.extension.table = true;
    options.extension.footnotes = true;
    let arena = Arena::new();
    let mut shape = Shape { code: Vec::new(), headings: Vec::new() };
    for node in parse_document(&arena, text, &options).descendants() {
        let data = node.data.borrow();
        let (first, last) = (data.sourcepos.start.line.saturating_sub(1), data.sourcepos.end.line.saturating_sub(1));
        let bytes = || {
            let span = lines.span(first, last, text);
            span.start as usize..span.end as usize
        };
        match &data.value {
            NodeValue::CodeBlock(_) | NodeValue::FrontMatter(_) => shape.code.push(bytes()),
            NodeValue::Heading(heading) => shape.headings.push((bytes().start, heading.level)),
            _ => {}
        }
    }
    shape.code.sort_by_key(|r| r.start);
    shape.headings.sort_unstable();
    shape
}
