//! The units of the top level: headings, statements with all that is beneath them, and lines that belong to no statement.
//!
//! A mistake is contained in its unit: a unit starts where the parser has no open statement, so what the formatter does to one unit
//! cannot change what another one means. Blank lines at the edge of a unit belong to none.

use crate::{
    diagnostic::{code::Level, problem::Diagnostic},
    format::{
        comments::find_homes,
        rows::{Row, RowKind},
    },
    syntax::{codes, tree::StatementId},
};
use std::iter::Peekable;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitKind {
    /// A heading.
    Heading,
    /// A statement with what is nested in it.
    Statement(StatementId),
    /// Prose or attributes beneath no statement.
    Stray,
    /// Comments at the end, beneath which nothing follows.
    Remarks,
}

/// A range of rows that is laid out, or left alone, as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// What it is.
    pub kind: UnitKind,
    /// The first row of the comments that belong to it; `first` if there are none.
    pub lead: usize,
    /// The first row after those comments.
    pub first: usize,
    /// One past its last row.
    pub end: usize,
    /// Whether a line of it has an error, so that it is left as it is.
    pub broken: bool,
}

#[derive(Default)]
struct Grouper {
    units: Vec<Unit>,
    /// The columns of the open statements.
    open: Vec<u32>,
    /// The column of the key whose value may go on.
    value: Option<u32>,
    /// The first comment since the last row that is something else.
    pending: Option<usize>,
}

/// Gathers the rows of a block into units. Linear.
pub fn group(rows: &[Row]) -> Vec<Unit> {
    let mut grouper = Grouper::default();
    for (index, row) in rows.iter().enumerate() {
        match row.kind {
            RowKind::Blank => {}
            RowKind::Comment => {
                grouper.pending.get_or_insert(index);
            }
            _ => grouper.row(rows, index, row),
        }
    }
    let end = rows.iter().rposition(|r| r.kind == RowKind::Comment).map_or(0, |last| last + 1);
    if let Some(lead) = grouper.comments(rows, end, None) {
        grouper.units.push(Unit { kind: UnitKind::Remarks, lead, first: end, end, broken: false });
    }
    grouper.units
}

impl Grouper {
    fn row(&mut self, rows: &[Row], index: usize, row: &Row) {
        let value = self.value.take().filter(|&key| row.kind == RowKind::Prose && row.column > key);
        let keep = match row.kind {
            _ if value.is_some() => self.open.len(),
            RowKind::Heading => 0,
            RowKind::Prose => self.open.partition_point(|&c| c <= row.column),
            _ => self.open.partition_point(|&c| c < row.column),
        };
        let stray = self.units.last().is_some_and(|u| u.kind == UnitKind::Stray);
        let kind = match row.kind {
            RowKind::Heading => Some(UnitKind::Heading),
            _ if keep > 0 || value.is_some() => None,
            RowKind::Statement(id) => Some(UnitKind::Statement(id)),
            _ if stray => None,
            _ => Some(UnitKind::Stray),
        };
        if let Some(kind) = kind {
            let lead = self.comments(rows, index, Some(row.column)).unwrap_or(index);
            self.units.push(Unit { kind, lead, first: index, end: index + 1, broken: kind == UnitKind::Stray });
        }
        self.pending = None;
        if let Some(unit) = self.units.last_mut() {
            unit.end = index + 1;
        }
        self.open.truncate(keep);
        match row.kind {
            RowKind::Statement(_) => self.open.push(row.column),
            RowKind::Attribute => self.value = Some(row.column),
            _ => self.value = value,
        }
    }

    /// Gives the pending comments before `index` to the unit above as far as they are its last words; returns the first of the rest.
    fn comments(&mut self, rows: &[Row], index: usize, next: Option<u32>) -> Option<usize> {
        let first = self.pending.take()?;
        let pending = rows.get(first..index).unwrap_or(&[]);
        for (row, home) in find_homes(pending, first, next, &self.open) {
            match self.units.last_mut() {
                Some(unit) if home.is_some() => unit.end = row + 1,
                _ => return Some(row),
            }
        }
        None
    }
}

/// Where the errors stand that the layout does not cure, in the order of the file.
pub fn find_errors(diagnostics: &[Diagnostic]) -> impl Iterator<Item = u32> {
    diagnostics.iter().filter(|d| d.code.level == Level::Error && !cures(d)).map(|d| d.at.place.span.start)
}

/// Marks the units of a block in which an error stands. Takes the errors up to the last unit, so that all blocks together are linear.
pub fn mark_broken(units: &mut [Unit], rows: &[Row], errors: &mut Peekable<impl Iterator<Item = u32>>) {
    for unit in units {
        let start = rows.get(unit.lead).map_or(0, |r| r.line.start);
        let end = rows.get(unit.end.saturating_sub(1)).map_or(0, |r| r.line.end);
        while errors.next_if(|&at| at < start).is_some() {}
        while errors.next_if(|&at| at <= end).is_some() {
            unit.broken = true;
        }
    }
}

/// Whether the layout itself cures this problem. A tab has a column and a lone carriage return ends a line, so what the author
/// meant is certain. Uneven columns are not: the line may hang in the wrong place, and to even them out would hide it.
fn cures(problem: &Diagnostic) -> bool {
    problem.code == &codes::TAB_INDENT || problem.code == &codes::LONE_CARRIAGE_RETURN
}
