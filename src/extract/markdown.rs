//! Markdown to its words: without emphasis, addresses and other markup, as a reader sees it, and without what is struck out. The HTML that it holds is read as HTML.

use crate::extract::{extracted::Extracted, html::Words};
use comrak::{
    Arena, Options,
    arena_tree::NodeEdge,
    nodes::{NodeValue, Sourcepos},
    parse_document,
};

/// The words of `content`.
pub fn extract(content: &str) -> Extracted {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    options.extension.superscript = true;
    let starts: Vec<usize> = [0].into_iter().chain(memchr::memchr_iter(b'\n', content.as_bytes()).map(|at| at + 1)).collect();
    let origin = |line: usize, column: usize| starts.get(line.saturating_sub(1)).copied().unwrap_or(0) + column.saturating_sub(1);
    let written = |place: Sourcepos| {
        let (start, end) = (origin(place.start.line, place.start.column), origin(place.end.line, place.end.column) + 1);
        content.get(start..end).unwrap_or("")
    };
    let mut words = Words::default();
    let mut struck = 0;
    for edge in parse_document(&arena, content, &options).traverse() {
        let (NodeEdge::Start(node) | NodeEdge::End(node)) = edge;
        let data = node.data.borrow();
        let start = origin(data.sourcepos.start.line, data.sourcepos.start.column);
        let is_start = matches!(edge, NodeEdge::Start(_));
        let is_whole = || !written(data.sourcepos).contains(char::is_whitespace);
        if matches!(data.value, NodeValue::Strikethrough) && content.get(start..).is_some_and(|rest| rest.starts_with("~~")) {
            struck = if is_start { struck + 1 } else { struck - 1 };
        }
        if struck > 0 {
            continue;
        }
        match &data.value {
            NodeValue::Superscript | NodeValue::Strikethrough if is_whole() => match is_start {
                true => words.shift(matches!(data.value, NodeValue::Superscript)),
                false => words.settle(),
            },
            // Two carets far apart are signs of their own: "10^5 and 10^6".
            NodeValue::Superscript => words.add("^", start),
            _ if !is_start => {}
            // What describes an image is not what is read.
            NodeValue::Text(_) if node.ancestors().any(|above| matches!(above.data.borrow().value, NodeValue::Image(_))) => {}
            NodeValue::Text(text) => words.add(text, start),
            NodeValue::Code(code) => words.add(&code.literal, start),
            NodeValue::CodeBlock(block) => {
                words.begin();
                words.add(&block.literal, start);
            }
            NodeValue::HtmlInline(html) => words.read(html, content, start),
            NodeValue::HtmlBlock(block) => {
                words.begin();
                words.read(&block.literal, content, start);
            }
            NodeValue::SoftBreak | NodeValue::LineBreak => words.add("\n", start),
            value if value.block() => words.begin(),
            _ => {}
        }
    }
    words.begin();
    words.out
}
