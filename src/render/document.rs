//! A document as plain data, and its Markdown.
//!
//! The Markdown is written by comrak from a tree, so that escaping is its work and right by construction. Two things are ours: texts are
//! trimmed, since a leading blank makes a code block, and no list stands next to another, since Markdown would make them one.

use comrak::{
    Arena, Options, format_commonmark,
    nodes::{
        AstNode, ListDelimType, ListType, Node, NodeCode, NodeCodeBlock, NodeFootnoteDefinition, NodeFootnoteReference, NodeHeading,
        NodeLink, NodeList, NodeTable, NodeValue, TableAlignment,
    },
};

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words, without any markup.
    Text(String),
    /// Stress.
    Emph(Vec<Inline>),
    /// Strong stress.
    Strong(Vec<Inline>),
    /// Words of a program.
    Code(String),
    /// A link to an address that the writer has checked.
    Link {
        /// Where it leads.
        url: String,
        /// What is shown.
        text: String,
    },
    /// The mark of a footnote.
    Note(u32),
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading of level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table {
        /// The heads of its columns.
        head: Vec<Vec<Inline>>,
        /// Its rows, each as long as the head.
        rows: Vec<Vec<Vec<Inline>>>,
    },
    /// A fenced block of code.
    Code {
        /// Its language.
        language: &'static str,
        /// Its text.
        text: String,
    },
    /// A footnote.
    Footnote(u32, Vec<Inline>),
}

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
    let arena = Arena::new();
    let root = arena.alloc(AstNode::from(NodeValue::Document));
    add_blocks(&arena, root, blocks);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = format_commonmark(root, &options(), &mut out);
    out
}

fn add<'a>(arena: &'a Arena<'a>, parent: Node<'a>, value: NodeValue) -> Node<'a> {
    let node = arena.alloc(AstNode::from(value));
    parent.append(node);
    node
}

fn add_blocks<'a>(arena: &'a Arena<'a>, parent: Node<'a>, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading(level, line) => {
                let heading = NodeHeading { level: *level, setext: false, closed: false };
                add_line(arena, add(arena, parent, NodeValue::Heading(heading)), line);
            }
            Block::Paragraph(line) => add_line(arena, add(arena, parent, NodeValue::Paragraph), line),
            Block::List { ordered, items } => add_list(arena, parent, *ordered, items),
            Block::Table { head, rows } => add_table(arena, parent, head, rows),
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
                add(arena, parent, NodeValue::CodeBlock(Box::new(code)));
            }
            Block::Footnote(number, line) => {
                let note = NodeFootnoteDefinition { name: number.to_string(), total_references: 1 };
                let note = add(arena, parent, NodeValue::FootnoteDefinition(note));
                add_line(arena, add(arena, note, NodeValue::Paragraph), line);
            }
        }
    }
}

fn add_list<'a>(arena: &'a Arena<'a>, parent: Node<'a>, ordered: bool, items: &[Vec<Block>]) {
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
    let list = add(arena, parent, NodeValue::List(kind));
    for item in items {
        add_blocks(arena, add(arena, list, NodeValue::Item(kind)), item);
    }
}

fn add_table<'a>(arena: &'a Arena<'a>, parent: Node<'a>, head: &[Vec<Inline>], rows: &[Vec<Vec<Inline>>]) {
    let table = NodeTable {
        alignments: vec![TableAlignment::None; head.len()],
        num_columns: head.len(),
        num_rows: rows.len() + 1,
        num_nonempty_cells: 0,
    };
    let table = add(arena, parent, NodeValue::Table(Box::new(table)));
    for (cells, is_head) in std::iter::once((head, true)).chain(rows.iter().map(|r| (r.as_slice(), false))) {
        let row = add(arena, table, NodeValue::TableRow(is_head));
        for cell in cells {
            add_line(arena, add(arena, row, NodeValue::TableCell), cell);
        }
    }
}

fn add_line<'a>(arena: &'a Arena<'a>, parent: Node<'a>, line: &[Inline]) {
    let (first, last) = (0, line.len().saturating_sub(1));
    for (index, inline) in line.iter().enumerate() {
        match inline {
            Inline::Text(text) => {
                let text = if index == first { text.trim_start() } else { text };
                let text = if index == last { text.trim_end() } else { text };
                add(arena, parent, NodeValue::Text(text.to_owned().into()));
            }
            Inline::Emph(inner) => add_line(arena, add(arena, parent, NodeValue::Emph), inner),
            Inline::Strong(inner) => add_line(arena, add(arena, parent, NodeValue::Strong), inner),
            Inline::Code(text) => {
                add(arena, parent, NodeValue::Code(NodeCode { num_backticks: 1, literal: text.clone() }));
            }
            Inline::Link { url, text } => {
                let link = NodeLink { url: url.clone(), title: String::new() };
                let link = add(arena, parent, NodeValue::Link(Box::new(link)));
                add(arena, link, NodeValue::Text(text.clone().into()));
            }
            Inline::Note(number) => {
                let mark = NodeFootnoteReference { name: number.to_string(), ..NodeFootnoteReference::default() };
                add(arena, parent, NodeValue::FootnoteReference(Box::new(mark)));
            }
        }
    }
}
