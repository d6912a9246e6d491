//! The one door of this module: a text in, the same debate in canonical layout out.
//!
//! Between the units of the top level stands one blank line where the kind of statement changes and around headings; elsewhere the
//! author groups, with a blank line or none. What is broken is left alone, because to lay it out would be to guess what it means;
//! so is a block of Markdown that is never closed, for its end is a guess too.

use crate::{
    format::{
        rows::{Reader, Row, RowKind},
        statement::Layout,
        units::{Unit, UnitKind, find_errors, group, mark_broken},
        writer::Writer,
    },
    syntax::{
        codes,
        dialect::Dialect,
        keyword::Keyword,
        line::read_line,
        parse::parse_whole,
        token::{Kind, TokenList},
    },
    text::span::{FileId, Span},
};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Lays out `text`. In a Markdown file each block of Agon is laid out in its place, and all else
/// stays. Linear.
///
/// A file with more problems than a parse tells, or with a conflict of a merge, is returned as it is, because which of its lines are broken is
/// not known.
pub fn format(text: &str, dialect: Dialect) -> String {
    let (parse, tokens) = parse_whole(FileId::default(), text, dialect);
    if parse.diagnostics.iter().any(|d| d.code == &codes::TOO_MANY_PROBLEMS || d.code == &codes::MERGE_CONFLICT) {
        return text.to_owned();
    }
    let markdown = tokens.iter().next().is_some_and(|t| t.kind == Kind::Outside && t.span.of(text) != BYTE_ORDER_MARK);
    let mut reader = Reader::new(text, tokens.iter());
    let mut writer = Writer::like(text, text.len() + text.len() / 8);
    let mut errors = find_errors(&parse.diagnostics).peekable();
    let fences = parse.diagnostics.iter().filter(|d| d.code == &codes::UNCLOSED_BLOCK).map(|d| d.at.place.span.start);
    let mut unclosed = fences.map(|fence| read_line(text, fence, text.len() as u32).newline.end).peekable();
    let mut done = 0;
    for &(body, column) in &parse.blocks {
        let rows = reader.read(body);
        writer.out.push_str(Span::new(done, body.start).of(text));
        done = body.end;
        while unclosed.next_if(|&start| start < body.start).is_some() {}
        if unclosed.peek() == Some(&body.start) || (markdown && is_delicate(text, body, &rows)) {
            writer.out.push_str(body.of(text));
            continue;
        }
        let mut units = group(&rows);
        mark_broken(&mut units, &rows, &mut errors);
        let page = Page { layout: Layout { text, tree: &parse.tree, rows: &rows }, column };
        if !markdown {
            page.start(&tokens, &units, &mut writer);
        }
        page.units(&units, &mut writer);
    }
    writer.out.push_str(Span::new(done, text.len() as u32).of(text));
    writer.out
}

/// Whether new indentation could move the end of this block of a Markdown file: its fence stands after a tab, whose width only
/// Markdown knows, or a line of it, less deep or with another line end, would close it or the front matter of the file.
fn is_delicate(text: &str, body: Span, rows: &[Row]) -> bool {
    let before = text.get(..body.start as usize).unwrap_or("");
    let fence = before.trim_end_matches(['\n', '\r']).rsplit(['\n', '\r']).next().unwrap_or("");
    let lead = fence.split(['`', '~']).next().unwrap_or("");
    let marks = |words: &str| words.starts_with(['`', '~']) || words == "---";
    lead.contains('\t') || rows.iter().any(|r| marks(r.words.of(text)))
}

/// A block and where its top level stands.
struct Page<'a> {
    layout: Layout<'a>,
    column: u32,
}

impl Page<'_> {
    /// Writes what must stand between the start of the file and the first unit.
    fn start(&self, tokens: &TokenList, units: &[Unit], writer: &mut Writer) {
        if tokens.iter().take(2).any(|t| t.kind == Kind::FrontMatter) {
            writer.end_last();
            if !units.is_empty() {
                writer.end();
            }
            return;
        }
        // A stray line of three dashes would open front matter if it came first, and a stray mark would be the mark of the file.
        let first = units.first().and_then(|u| self.layout.rows.get(u.lead));
        let unmarked = writer.out.is_empty();
        let means_more = |words: &str| words == "---" || (unmarked && words.starts_with(BYTE_ORDER_MARK));
        if first.is_some_and(|r| r.column == 0 && means_more(r.words.of(self.layout.text))) {
            writer.end();
        }
    }

    fn units(&self, units: &[Unit], writer: &mut Writer) {
        let mut above: Option<&Unit> = None;
        for unit in units {
            let needs_blank = above.is_some_and(|above| self.needs_blank(above, unit));
            let has_blank = (unit.lead..=unit.first).any(|i| self.follows_blank(unit, i));
            if above.is_some() && (self.follows_blank(unit, unit.lead) || (needs_blank && (!has_blank || is_heading(above)))) {
                writer.end();
            }
            self.unit(unit, writer);
            above = Some(unit);
        }
    }

    /// Whether the row `index` is one of `unit` that stands beneath a blank row.
    fn follows_blank(&self, unit: &Unit, index: usize) -> bool {
        let kind = |i: usize| self.layout.rows.get(i).map(|r| r.kind);
        index < unit.end && kind(index) != Some(RowKind::Blank) && index > 0 && kind(index - 1) == Some(RowKind::Blank)
    }

    fn unit(&self, unit: &Unit, writer: &mut Writer) {
        let text = self.layout.text;
        let rows = |from: usize, to: usize| self.layout.rows.get(from..to).unwrap_or(&[]);
        if unit.broken {
            for row in rows(unit.lead, unit.end) {
                writer.line(0, row.line.of(text));
            }
            return;
        }
        for (index, row) in rows(unit.lead, unit.first).iter().enumerate().filter(|(_, r)| r.kind == RowKind::Comment) {
            if index > 0 && self.follows_blank(unit, unit.lead + index) {
                writer.end();
            }
            writer.line(self.column, row.words.of(text));
        }
        if unit.lead < unit.first && self.follows_blank(unit, unit.first) {
            writer.end();
        }
        match unit.kind {
            UnitKind::Statement(_) => self.layout.statement(unit.first..unit.end, self.column, writer),
            UnitKind::Heading => {
                let words = rows(unit.first, unit.end).first().map_or("", |r| r.words.of(text));
                let title = words.trim_start_matches('#');
                let (signs, _) = words.split_at_checked(words.len() - title.len()).unwrap_or((words, ""));
                writer.indent(self.column);
                writer.out.push_str(signs);
                writer.out.push(' ');
                writer.out.push_str(title.trim_start());
                writer.end();
            }
            UnitKind::Stray | UnitKind::Remarks => {}
        }
    }

    /// Whether a blank line must stand between two units.
    fn needs_blank(&self, above: &Unit, below: &Unit) -> bool {
        if is_heading(Some(above)) || is_heading(Some(below)) {
            return true;
        }
        match (self.family(above), self.family(below)) {
            (Some(a), Some(b)) => a != b,
            _ => false,
        }
    }

    fn family(&self, unit: &Unit) -> Option<Keyword> {
        let UnitKind::Statement(id) = unit.kind else { return None };
        let keyword = self.layout.tree.find_statement(id).filter(|_| !unit.broken)?.keyword;
        Some(match keyword {
            Keyword::Fact | Keyword::Assumption => Keyword::Claim,
            Keyword::Rebuttal | Keyword::Undercut | Keyword::Limit => Keyword::Support,
            Keyword::Prefer => Keyword::Contradiction,
            Keyword::Deny | Keyword::Retract => Keyword::Accept,
            other => other,
        })
    }
}

fn is_heading(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|u| u.kind == UnitKind::Heading)
}
