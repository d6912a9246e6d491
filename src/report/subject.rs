//! What a problem is about, in words that stay when lines move: the name of the statement, or a path of names and words to it.
//!
//! Baselines and fingerprints know a problem again by this. A statement without a name is known by the one above it and by its own
//! header and first words, or by the names in its header where it relates these; not by its number among its siblings, which a new sibling would change.

use crate::{
    model::{load::File, normal::normal},
    syntax::{
        locate::find_statement_at,
        tree::{Statement, StatementId, Tree, join},
    },
    text::span::Span,
};

/// The most characters of a text that it is known by.
const MOST: usize = 60;

/// What stands at byte `at` of `file`: `rain`, `rain/support: Clouds gather.`, `expect rain stands`, `# Weather`, or nothing before the
/// first statement.
pub fn subject(file: &File, at: u32) -> Box<str> {
    let (tree, text) = (&file.parse.tree, file.source.text.as_str());
    if let Some(id) = find_statement_at(tree, at) {
        return path(tree, text, id).into();
    }
    let after = tree.headings.partition_point(|h| h.mark.start <= at);
    let heading = after.checked_sub(1).and_then(|h| tree.headings.get(h));
    heading.map_or_else(|| "".into(), |h| format!("{} {}", h.mark.of(text), words(h.text.of(text))).into())
}

fn path(tree: &Tree, text: &str, id: StatementId) -> String {
    let mut parts = Vec::new();
    let mut next = Some(id);
    while let Some(statement) = next.and_then(|id| tree.find_statement(id)) {
        if let Some(name) = statement.name.filter(|_| statement.declares) {
            parts.push(normal(name.of(text)).into_owned());
            break;
        }
        // What relates names is known by them, however its reason is worded.
        let (header, said) = match relation(tree, text, statement) {
            Some(header) => (header, String::new()),
            None => (words(statement.header.of(text)), words(&join(tree.text(statement), text))),
        };
        parts.push(if said.is_empty() { header } else { format!("{header}: {said}") });
        next = statement.parent;
    }
    parts.reverse();
    parts.join("/")
}

/// The header of a statement that names what it is about, however it is laid out.
fn relation(tree: &Tree, text: &str, statement: &Statement) -> Option<String> {
    let list = |names: &[Span]| names.iter().map(|name| normal(name.of(text))).collect::<Vec<_>>().join(", ");
    let operands = tree.names(statement.operands);
    let clauses = tree.clauses(statement).iter().map(|clause| format!("{} {}", clause.word.word(), list(tree.names(clause.names))));
    let parts = [statement.keyword.word().to_owned(), list(operands)].into_iter().chain(clauses);
    (!operands.is_empty()).then(|| parts.collect::<Vec<_>>().join(" ").trim_end().to_owned())
}

/// The first words on one line.
fn words(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().take(MOST));
        if out.chars().count() >= MOST {
            break;
        }
    }
    out
}
