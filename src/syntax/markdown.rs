//! The blocks of Agon in a Markdown file, found with a real Markdown parser, so that a fence within a longer fence or a comment is none.

use crate::{
    diagnostic::{
        nearest::find_nearest,
        problem::{Diagnostic, Safety},
    },
    syntax::{codes, keyword::Keyword, line::read_line},
    text::{
        edit::Edit,
        lines::LineIndex,
        span::{FileId, Place, Span},
    },
};
use comrak::{Arena, Options, nodes::NodeValue, parse_document};

/// The Agon in a Markdown file.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Blocks {
    /// The lines of each block between its fences, with the column at which its fence stands.
    pub bodies: Vec<(Span, u32)>,
    /// The front matter with its fences.
    pub front_matter: Option<Span>,
}

/// Finds the fenced blocks marked `agon` in `text`, in the order of the file.
pub fn find_blocks(file: FileId, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Blocks {
    let mut blocks = Blocks::default();
    if !has_marked_fence(text) {
        return blocks;
    }
    let lines = LineIndex::new(text);
    let mut options = Options::default();
    options.extension.front_matter_delimiter = Some("---".to_owned());
    let arena = Arena::new();
    for node in parse_document(&arena, text, &options).descendants() {
        let data = node.data.borrow();
        let (first, last) = (data.sourcepos.start.line.saturating_sub(1), data.sourcepos.end.line.saturating_sub(1));
        match &data.value {
            NodeValue::FrontMatter(words) if text.starts_with(words.as_str()) => {
                blocks.front_matter = Some(Span::new(0, words.trim_end().len() as u32));
            }
            NodeValue::CodeBlock(block) if block.fenced && block.info.split_whitespace().next() == Some("agon") => {
                let fence = lines.span(first, first, text);
                let fence = read_line(text, fence.start, fence.end).words;
                let column = data.sourcepos.start.column.saturating_sub(1) as u32;
                if node
                    .ancestors()
                    .skip(1)
                    .any(|a| matches!(a.data.borrow().value, NodeValue::BlockQuote | NodeValue::MultilineBlockQuote(_)))
                {
                    let title = "this block is not read, because it stands inside a quotation";
                    diagnostics.push(
                        Diagnostic::new(&codes::QUOTED_BLOCK, Place::new(file, fence), title).help("move the block out of the quotation"),
                    );
                    continue;
                }
                let end = if block.closed { last.max(first + 1) } else { last + 1 };
                if !block.closed {
                    let title = "this block of Agon is never closed";
                    diagnostics.push(
                        Diagnostic::new(&codes::UNCLOSED_BLOCK, Place::new(file, fence), title)
                            .help("close it with a line of the same fence"),
                    );
                }
                if end > first + 1 {
                    blocks.bodies.push((lines.span(first + 1, end - 1, text), column));
                }
            }
            NodeValue::CodeBlock(block) if block.fenced && is_nearly_agon(&block.info) && begins_with_keyword(&block.literal) => {
                let fence = lines.span(first, first, text);
                diagnostics.extend(unread(file, text, fence, &block.info));
            }
            _ => {}
        }
    }
    blocks
}

/// Whether any fence of `text` is marked with `agon`, or nearly so. Linear; what only looks like a fence counts too.
fn has_marked_fence(text: &str) -> bool {
    ["```", "~~~"].iter().any(|fence| {
        let starts = memchr::memmem::find_iter(text.as_bytes(), fence.as_bytes());
        let mut infos = starts.filter_map(|at| {
            let info = text.get(at..)?.trim_start_matches(['`', '~', ' ', '\t']);
            info.get(..info.find(['\n', '\r']).unwrap_or(info.len()))
        });
        infos.any(|info| info.split_whitespace().next() == Some("agon") || is_nearly_agon(info))
    })
}

/// The name in the first word of an info string: that of `agon`, `{.agon}`, `{ .agon #id }`.
fn name(info: &str) -> &str {
    let name = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let info = info.trim().strip_prefix('{').map_or_else(|| info.trim(), str::trim_start);
    let info = info.strip_prefix('.').unwrap_or(info);
    info.split(|c| !name(c)).next().unwrap_or("")
}

/// The most letters of a word that is one letter away from `agon`.
const MOST_LETTERS: usize = 5;

fn is_nearly_agon(info: &str) -> bool {
    let lower = name(info).to_lowercase();
    let near = || lower.len() <= MOST_LETTERS && find_nearest(&lower, ["agon"]).is_some();
    info.split_whitespace().next() != Some("agon") && (lower == "agon" || near())
}

fn begins_with_keyword(body: &str) -> bool {
    let first = body.lines().find(|l| !l.trim().is_empty()).and_then(|l| l.split([' ', ':']).find(|w| !w.is_empty()));
    first.is_some_and(|word| Keyword::find(word).is_some())
}

/// Tells of the block at `fence` that it is not read.
fn unread(file: FileId, text: &str, fence: Span, info: &str) -> Option<Diagnostic> {
    let line = fence.of(text);
    let marked = info.trim();
    let at = line.find(marked)?;
    let braced = marked.starts_with('{').then(|| marked.find('}').map(|end| end + 1)).flatten();
    let length = braced.or_else(|| marked.find(char::is_whitespace)).unwrap_or(marked.len());
    let word = Span::new(fence.start + at as u32, fence.start + (at + length) as u32);
    let safety = if name(info).eq_ignore_ascii_case("agon") { Safety::Safe } else { Safety::Unsafe };
    let title = format!("this block is not read, because it is marked `{}`", word.of(text));
    let found = Diagnostic::new(&codes::UNREAD_BLOCK, Place::new(file, word), title);
    Some(found.fix(safety, "mark it with `agon`", vec![Edit::new(word, "agon")]))
}
