//! Where a comment belongs: to the item below it, or to the statement that ends above it.
//!
//! A comment belongs to the next statement or attribute, if that stands at its column or deeper, and moves with it. A comment that
//! is deeper than what follows is the last word on the statement in which it stands. Comments in a row are not torn apart and keep
//! their order: once one of them belongs to what follows, the rest do; once one has left a statement, none goes back into it.
//! Comments between the lines of a text are no matter of this file; they stay where they stand.

use crate::format::rows::{Row, RowKind};

/// For each comment among `rows`, in order: its index counted from `first`, and the index in `open` of the statement whose last
/// word it is, or `None` if it belongs to what follows at the column `next`. `open` holds the columns of the open statements.
pub fn find_homes(rows: &[Row], first: usize, next: Option<u32>, open: &[u32]) -> impl Iterator<Item = (usize, Option<usize>)> {
    let mut level = open.len();
    let mut follows = false;
    let comments = rows.iter().enumerate().filter(|(_, r)| r.kind == RowKind::Comment);
    comments.map(move |(index, row)| {
        let column = |level: usize| open.get(level.wrapping_sub(1)).copied();
        while column(level).is_some_and(|c| c >= row.column) {
            level -= 1;
        }
        let deeper = next.is_none_or(|n| row.column > n);
        follows |= !deeper || column(level).is_none_or(|c| next.is_some_and(|n| c < n));
        (first + index, (!follows).then(|| level - 1))
    })
}
