//! One statement of the top level with all that is nested in it, laid out anew.
//!
//! Text first, then attributes in the order of the table of shapes, then children in their own order. In a support, the premises at
//! its head take the place of its text, so its attributes stand after them. Only for statements without errors: then each line of
//! prose belongs to the statement or attribute above it, and nesting is at most [`crate::syntax::nesting::MOST_LEVELS`] deep, which
//! bounds the recursion.

use crate::{
    format::{
        comments::find_homes,
        header::push_header,
        rows::{Row, RowKind},
        writer::Writer,
    },
    syntax::{
        attribute::Key,
        keyword::Keyword,
        lexer::is_blank,
        tree::{Statement, StatementId, Tree},
    },
};
use std::ops::Range;

/// Blanks per level.
const STEP: u32 = 2;

/// A statement or attribute as ranges of rows.
#[derive(Debug, Default)]
struct Item {
    /// The statement; `None` for an attribute.
    statement: Option<StatementId>,
    /// The comments that belong to it, and blank rows.
    comments: Range<usize>,
    /// Its first row.
    row: usize,
    /// The rows of its text or value after the first, up to the last row of prose.
    prose: Range<usize>,
    attributes: Vec<Item>,
    children: Vec<Item>,
    /// Comments that are the last words on it.
    last: Vec<usize>,
}

/// What is needed to lay out statements.
pub struct Layout<'a> {
    /// The file.
    pub text: &'a str,
    /// Its tree.
    pub tree: &'a Tree,
    /// The rows of the block.
    pub rows: &'a [Row],
}

impl Layout<'_> {
    /// Writes the statement at the rows `range`, without errors, at `column`.
    pub fn statement(&self, range: Range<usize>, column: u32, writer: &mut Writer) {
        let item = self.gather(range);
        self.write(&item, column, writer);
    }

    /// Gathers rows into items: a stack of open statements, each put into its parent once it is closed.
    fn gather(&self, range: Range<usize>) -> Item {
        let mut open: Vec<Item> = Vec::new();
        let mut columns: Vec<u32> = Vec::new();
        let mut pending = None;
        let mut in_value = false;
        for index in range.clone() {
            let Some(row) = self.rows.get(index) else { break };
            match row.kind {
                RowKind::Blank => continue,
                RowKind::Comment => {
                    pending.get_or_insert(index);
                    continue;
                }
                RowKind::Prose | RowKind::Heading => {
                    let item = open.last_mut();
                    let item = if in_value { item.and_then(|i| i.attributes.last_mut()) } else { item };
                    if let Some(item) = item {
                        item.prose.end = index + 1;
                    }
                }
                RowKind::Statement(_) | RowKind::Attribute => {
                    let lead = self.comments(pending.unwrap_or(index)..index, Some(row.column), &mut open, &columns);
                    let statement = if let RowKind::Statement(id) = row.kind { Some(id) } else { None };
                    let item = Item { statement, comments: lead..index, row: index, prose: index + 1..index + 1, ..Item::default() };
                    let keep = columns.partition_point(|&c| c < row.column).max(usize::from(!open.is_empty()));
                    columns.truncate(keep);
                    close(&mut open, keep);
                    in_value = statement.is_none();
                    match open.last_mut() {
                        Some(owner) if in_value => owner.attributes.push(item),
                        _ => {
                            open.push(item);
                            columns.push(row.column);
                        }
                    }
                }
            }
            pending = None;
        }
        self.comments(pending.unwrap_or(range.end)..range.end, None, &mut open, &columns);
        close(&mut open, 1);
        open.pop().unwrap_or_default()
    }

    /// Gives the comments of `range` to the open statements whose last words they are; returns where the rest starts.
    fn comments(&self, range: Range<usize>, next: Option<u32>, open: &mut [Item], columns: &[u32]) -> usize {
        for (row, home) in find_homes(self.rows.get(range.clone()).unwrap_or(&[]), range.start, next, columns) {
            match home.and_then(|level| open.get_mut(level)) {
                Some(item) => item.last.push(row),
                None => return row,
            }
        }
        range.end
    }

    fn write(&self, item: &Item, column: u32, writer: &mut Writer) {
        self.remarks(item.comments.clone(), column, writer);
        let Some(row) = self.rows.get(item.row) else { return };
        let words = row.words.of(self.text);
        let statement = item.statement.and_then(|id| self.tree.find_statement(id));
        writer.indent(column);
        let text = match statement {
            Some(statement) => {
                push_header(&mut writer.out, self.text, self.tree, statement);
                let after = self.text.get(statement.header.end as usize..row.words.end as usize).unwrap_or("").trim_start_matches(is_blank);
                after.strip_prefix(':').unwrap_or(after)
            }
            None => {
                let (key, value) = words.split_once(':').unwrap_or((words, ""));
                writer.out.push_str(key);
                writer.out.push(':');
                value
            }
        }
        .trim_start_matches(is_blank);
        if !text.is_empty() {
            writer.out.push(' ');
            writer.out.push_str(text);
        }
        writer.end();
        self.prose(item.prose.clone(), column + STEP, !text.is_empty(), writer);
        if let Some(statement) = statement {
            self.inner(item, statement, column + STEP, writer);
        }
        for row in item.last.iter().filter_map(|&i| self.rows.get(i)) {
            writer.line(column + STEP, row.words.of(self.text));
        }
    }

    fn inner(&self, item: &Item, statement: &Statement, column: u32, writer: &mut Writer) {
        let premise = |i: &&Item| {
            let keyword = i.statement.and_then(|id| self.tree.find_statement(id)).map(|s| s.keyword);
            keyword == Some(Keyword::Premise)
        };
        let premises = if statement.keyword == Keyword::Support { item.children.iter().take_while(premise).count() } else { 0 };
        let (before, after) = item.children.split_at_checked(premises).unwrap_or((&[], &item.children));
        let order = statement.keyword.shape().attributes;
        let mut attributes: Vec<&Item> = item.attributes.iter().collect();
        attributes.sort_by_key(|a| order.iter().position(|key| Some(*key) == self.key(a)));
        for inner in before.iter().chain(attributes).chain(after) {
            self.write(inner, column, writer);
        }
    }

    fn key(&self, attribute: &Item) -> Option<Key> {
        let words = self.rows.get(attribute.row)?.words.of(self.text);
        Key::find(words.split_once(':').map_or(words, |(key, _)| key))
    }

    /// Writes the comments among these rows.
    fn remarks(&self, range: Range<usize>, column: u32, writer: &mut Writer) {
        for row in self.rows.get(range).unwrap_or(&[]).iter().filter(|r| r.kind == RowKind::Comment) {
            writer.line(column, row.words.of(self.text));
        }
    }

    /// Writes the rows of a text: each as deep below the shallowest as it was, with one blank line between paragraphs.
    /// `started` says whether the text begins before them.
    fn prose(&self, range: Range<usize>, column: u32, mut started: bool, writer: &mut Writer) {
        let rows = self.rows.get(range).unwrap_or(&[]);
        let least = rows.iter().filter(|r| r.kind != RowKind::Blank && r.kind != RowKind::Comment).map(|r| r.column).min().unwrap_or(0);
        let mut blank = false;
        for row in rows {
            if row.kind == RowKind::Blank {
                blank = started;
                continue;
            }
            if std::mem::take(&mut blank) {
                writer.end();
            }
            let deeper = if row.kind == RowKind::Comment { 0 } else { row.column.saturating_sub(least) };
            writer.line(column + deeper, row.words.of(self.text));
            started |= row.kind != RowKind::Comment;
        }
    }
}

/// Puts the innermost open statements into their parents, until `keep` are open.
fn close(open: &mut Vec<Item>, keep: usize) {
    while open.len() > keep.max(1) {
        let Some(item) = open.pop() else { return };
        if let Some(parent) = open.last_mut() {
            parent.children.push(item);
        }
    }
}
