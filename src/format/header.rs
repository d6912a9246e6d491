//! The canonical header of a statement: keyword, name, operands, then its clauses in the order of the table of shapes.

use crate::{
    syntax::tree::{Clause, Slice, Statement, Tree},
    text::span::Span,
};

/// Appends the header of `statement`, with its colon. Nothing of the header may be broken.
pub fn push_header(out: &mut String, text: &str, tree: &Tree, statement: &Statement) {
    out.push_str(statement.keyword.word());
    if let Some(name) = statement.name {
        push_words(out, name, text);
    }
    push_names(out, text, tree, statement.operands);
    let order = statement.keyword.shape().clauses;
    let mut clauses: Vec<&Clause> = tree.clauses(statement).iter().collect();
    clauses.sort_by_key(|c| order.iter().position(|word| *word == c.word));
    for clause in clauses {
        out.push(' ');
        out.push_str(clause.word.word());
        push_names(out, text, tree, clause.names);
    }
    if statement.declares {
        out.push(':');
    }
}

fn push_names(out: &mut String, text: &str, tree: &Tree, names: Slice) {
    for (index, &name) in tree.names(names).iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        push_words(out, name, text);
    }
}

fn push_words(out: &mut String, words: Span, text: &str) {
    out.push(' ');
    out.push_str(words.of(text));
}
