//! The blocks of Agon in a Markdown file, found with a real Markdown parser, so that a fence within a longer fence or a comment is none.

use crate::{
    diagnostic::problem::Diagnostic,
    syntax::{codes, line::read_line},
    text::{
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
    if memchr::memmem::find(text.as_bytes(), b"agon").is_none() {
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
            _ => {}
        }
    }
    blocks
}
