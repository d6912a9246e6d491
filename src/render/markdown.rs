//! A document as Markdown that code hosts and Pandoc read alike.
//!
//! It is written by comrak from a tree, so that escaping is its work and right by construction. Three things are ours: texts are trimmed,
//! since a leading blank makes a code block, dollars and circumflexes are escaped, and no list stands next to another, since Markdown would make them one.
//! What code hosts make of words beyond Markdown is kept from them by `inert`.

use crate::render::{
    document::{Block, Inline},
    inert,
};
use comrak::{
    Arena, Options, format_commonmark,
    nodes::{
        AstNode, ListDelimType, ListType, Node, NodeCode, NodeCodeBlock, NodeFootnoteDefinition, NodeFootnoteReference, NodeHeading,
        NodeLink, NodeList, NodeTable, NodeValue, TableAlignment,
    },
};

/// The options under which a document is written, and read back as the same.
pub fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.footnotes = true;
    options.render.prefer_fenced = true;
    options
}

/// The Markdown of a document.
pub fn markdown(blocks: &[Block]) -> String {
    markdown_with(blocks, "")
}

/// The same, with footnotes whose names begin with `notes`, for a text that has footnotes of its own.
pub fn markdown_with(blocks: &[Block], notes: &str) -> String {
    let arena = Arena::new();
    let root = arena.alloc(AstNode::from(NodeValue::Document));
    Writer { arena: &arena, notes }.add_blocks(root, blocks);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = format_commonmark(root, &options(), &mut out);
    out
}

struct Writer<'a, 'n> {
    arena: &'a Arena<'a>,
    notes: &'n str,
}

impl<'a> Writer<'a, '_> {
    fn add(&self, parent: Node<'a>, value: NodeValue) -> Node<'a> {
        let node = self.arena.alloc(AstNode::from(value));
        parent.append(node);
        node
    }

    fn add_blocks(&self, parent: Node<'a>, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Heading(level, line) => {
                    let heading = NodeHeading { level: *level, setext: false, closed: false };
                    self.add_line(self.add(parent, NodeValue::Heading(heading)), line);
                }
                Block::Paragraph(line) => self.add_line(self.add(parent, NodeValue::Paragraph), line),
                Block::List { ordered, items } => self.add_list(parent, *ordered, items),
                Block::Table { head, rows } => self.add_table(parent, head, rows),
                Block::Code { language, text } => {
                    let code = NodeCodeBlock {
                        fenced: true,
                        fence_char: b'`',
                        fence_length: 3,
                        info: (*language).to_owned(),
                        literal: text.clone(),
                        closed: true,
                        ..NodeCodeBlock::default()
                    };
                    self.add(parent, NodeValue::CodeBlock(Box::new(code)));
                }
                Block::Footnote(number, line) => {
                    let note = NodeFootnoteDefinition { name: format!("{}{number}", self.notes), total_references: 1 };
                    let note = self.add(parent, NodeValue::FootnoteDefinition(note));
                    self.add_line(self.add(note, NodeValue::Paragraph), line);
                }
            }
        }
    }

    fn add_list(&self, parent: Node<'a>, ordered: bool, items: &[Vec<Block>]) {
        let tight = items.iter().all(|item| item.iter().filter(|b| !matches!(b, Block::List { .. })).count() <= 1);
        let kind = NodeList {
            list_type: if ordered { ListType::Ordered } else { ListType::Bullet },
            padding: if ordered { 3 } else { 2 },
            start: 1,
            delimiter: ListDelimType::Period,
            bullet_char: b'-',
            tight,
            ..NodeList::default()
        };
        let list = self.add(parent, NodeValue::List(kind));
        for item in items {
            self.add_blocks(self.add(list, NodeValue::Item(kind)), item);
        }
    }

    fn add_table(&self, parent: Node<'a>, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
        let table = NodeTable {
            alignments: vec![TableAlignment::None; head.len()],
            num_columns: head.len(),
            num_rows: rows.len() + 1,
            num_nonempty_cells: 0,
        };
        let table = self.add(parent, NodeValue::Table(Box::new(table)));
        for (cells, is_head) in std::iter::once((head, true)).chain(rows.iter().map(|r| (r.as_slice(), false))) {
            let row = self.add(table, NodeValue::TableRow(is_head));
            for cell in cells {
                self.add_line(self.add(row, NodeValue::TableCell), cell);
            }
        }
    }

    /// Adds words in which a code host sees nothing but words.
    fn add_words(&self, parent: Node<'a>, text: &str) {
        let mut from = 0;
        for at in inert::breaks(text) {
            self.add_text(parent, text.get(from..at).unwrap_or(""));
            self.add(parent, NodeValue::Raw(inert::BREAK.to_owned()));
            from = at;
        }
        self.add_text(parent, text.get(from..).unwrap_or(""));
    }

    /// Adds words. Between dollars stand formulas, between circumflexes what Pandoc raises, which comrak does not write, and so does not escape.
    fn add_text(&self, parent: Node<'a>, text: &str) {
        for part in text.split_inclusive(['$', '^']) {
            let mark = part.chars().next_back().filter(|c| matches!(c, '$' | '^'));
            let words = part.trim_end_matches(['$', '^']);
            if !words.is_empty() {
                self.add(parent, NodeValue::Text(words.to_owned().into()));
            }
            if let Some(mark) = mark {
                self.add(parent, NodeValue::Raw(format!("\\{mark}")));
            }
        }
    }

    fn add_line(&self, parent: Node<'a>, line: &[Inline]) {
        let (first, last) = (0, line.len().saturating_sub(1));
        for (index, inline) in line.iter().enumerate() {
            match inline {
                Inline::Text(text) => {
                    let text = if index == first { text.trim_start() } else { text };
                    let text = if index == last { text.trim_end() } else { text };
                    self.add_words(parent, text);
                }
                Inline::Emph(inner) => self.add_line(self.add(parent, NodeValue::Emph), inner),
                Inline::Strong(inner) => self.add_line(self.add(parent, NodeValue::Strong), inner),
                Inline::Code(text) => {
                    self.add(parent, NodeValue::Code(NodeCode { num_backticks: 1, literal: text.clone() }));
                }
                Inline::Link { url, text } => {
                    let link = NodeLink { url: url.clone(), title: String::new() };
                    let link = self.add(parent, NodeValue::Link(Box::new(link)));
                    self.add_text(link, text);
                }
                Inline::Sentence { words, .. } => self.add_line(parent, words),
                Inline::Note(number) => {
                    let mark = NodeFootnoteReference { name: format!("{}{number}", self.notes), ..NodeFootnoteReference::default() };
                    self.add(parent, NodeValue::FootnoteReference(Box::new(mark)));
                }
            }
        }
    }
}
