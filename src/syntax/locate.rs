//! From a byte of a file to the statement that it belongs to.

use crate::syntax::tree::{StatementId, Tree};

/// The statement whose header, text or attribute holds byte `at`: the last one that begins before it, or the one above of which an
/// attribute stands there. `None` before the first statement and in headings. Logarithmic but for the depth.
pub fn find_statement_at(tree: &Tree, at: u32) -> Option<StatementId> {
    let after = tree.statements.partition_point(|s| s.header.start <= at);
    let heading = tree.headings.partition_point(|h| h.mark.start <= at);
    if heading.checked_sub(1).and_then(|h| tree.headings.get(h)).is_some_and(|h| h.before as usize >= after) {
        return None;
    }
    let last = after.checked_sub(1)? as StatementId;
    let mut above = Some(last);
    while let Some(id) = above {
        let statement = tree.find_statement(id)?;
        let holds = tree.attributes(statement).iter().any(|attribute| {
            let end = tree.value(attribute).last().map_or(attribute.key_span.end, |line| line.span.end);
            (attribute.key_span.start..=end).contains(&at)
        });
        if holds {
            return Some(id);
        }
        above = statement.parent;
    }
    Some(last)
}
