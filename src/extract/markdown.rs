//! Markdown to its words: without emphasis, addresses and other markup, as a reader sees it.

use crate::extract::extracted::Extracted;
use comrak::{
    Arena, Options,
    nodes::{NodeValue, Sourcepos},
    parse_document,
};

/// The words of `content`. What HTML it holds is left out.
pub fn extract(content: &str) -> Extracted {
    let arena = Arena::new();
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.footnotes = true;
    let starts: Vec<usize> = [0].into_iter().chain(memchr::memchr_iter(b'\n', content.as_bytes()).map(|at| at + 1)).collect();
    let origin = |place: Sourcepos| {
        let line = starts.get(place.start.line.saturating_sub(1)).copied().unwrap_or(0);
        line + place.start.column.saturating_sub(1)
    };
    let mut out = Extracted::default();
    for node in parse_document(&arena, content, &options).descendants() {
        let data = node.data.borrow();
        let say = |words: &str, out: &mut Extracted| {
            out.map.push(out.text.len(), origin(data.sourcepos));
            out.text.push_str(words);
        };
        match &data.value {
            NodeValue::Text(words) => say(words, &mut out),
            NodeValue::Code(code) => say(&code.literal, &mut out),
            NodeValue::CodeBlock(block) => {
                part(&mut out);
                say(&block.literal, &mut out);
            }
            NodeValue::SoftBreak | NodeValue::LineBreak => say("\n", &mut out),
            value if value.block() => part(&mut out),
            _ => {}
        }
    }
    out
}

/// Parts the words of two blocks.
fn part(out: &mut Extracted) {
    if !out.text.is_empty() && !out.text.ends_with('\n') {
        out.text.push('\n');
    }
}
