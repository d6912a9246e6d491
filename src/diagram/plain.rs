//! The plain words of a text: Markdown's marks taken away, all on one line, and nothing in it that could turn the direction of writing
//! or drive a terminal. It escapes nothing: what a text needs in order to be inert depends on where it goes.

use comrak::{
    Arena, Options,
    nodes::{ListType, Node, NodeValue},
    parse_document,
};

/// The words of `markdown` on one line. HTML and code are kept as they are written, as words; so is a text that is nothing but marks.
pub fn plain(markdown: &str) -> String {
    if is_plain(markdown) {
        return clean(markdown);
    }
    let arena = Arena::new();
    let root = parse_document(&arena, markdown.trim(), &Options::default());
    let mut words = String::with_capacity(markdown.len());
    for node in root.descendants() {
        part(&mut words, node);
        match &node.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::HtmlInline(html) => words.push_str(html),
            NodeValue::HtmlBlock(html) => extend(&mut words, &html.literal),
            NodeValue::CodeBlock(code) => extend(&mut words, &code.literal),
            NodeValue::Item(item) if item.list_type == ListType::Ordered => extend(&mut words, &format!("{}. ", item.start)),
            value if value.block() => words.push(' '),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    let words = clean(&words);
    if words.is_empty() { clean(markdown) } else { words }
}

/// Ends what stands before `node` where that is an item of its list, or a list, unless it ends already.
fn part<'a>(words: &mut String, node: Node<'a>) {
    let Some(before) = node.previous_sibling() else { return };
    let end = match before.data.borrow().value {
        NodeValue::Item(_) => ';',
        NodeValue::List(_) => '.',
        _ => return,
    };
    words.truncate(words.trim_end().len());
    if !words.is_empty() && !words.ends_with(['.', ',', ';', ':', '!', '?', '…']) && !words.ends_with(" and") && !words.ends_with(" or") {
        words.push(end);
    }
}

fn extend(words: &mut String, block: &str) {
    words.push(' ');
    words.push_str(block);
}

/// Whether Markdown reads nothing into a text: most claims are one plain sentence, and need no parser.
fn is_plain(text: &str) -> bool {
    let starts_a_block = text.trim_start().starts_with(|c: char| c.is_ascii_digit() || "-+=#>|:".contains(c));
    !starts_a_block && !text.contains(['\n', '\\', '`', '*', '_', '[', ']', '<', '>', '&', '!', '~', '\r'])
}

/// One line: blanks of any kind folded into single spaces, characters without a shape left out.
fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        let start = line.len();
        if start > 0 {
            line.push(' ');
        }
        let before = line.len();
        line.extend(word.chars().filter(|c| !is_shapeless(*c)));
        if line.len() == before {
            line.truncate(start);
        }
    }
    line
}

/// Control characters, those that turn the direction of writing, and those that are no characters at all.
fn is_shapeless(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
        || matches!(c, '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e001f}')
        || c as u32 & 0xfffe == 0xfffe
}
