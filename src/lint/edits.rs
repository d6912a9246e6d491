//! Edits of statements for the fixes of rules: a rule sees a debate, and an edit needs the text that it was read from.

use crate::{
    model::load::{File, Files},
    syntax::{
        attribute::Key,
        tree::{Statement, Tree},
    },
    text::{
        edit::Edit,
        span::{Place, Span},
    },
};

/// The edit that leaves out the statement whose header is at `place`, with its text, its attributes and what is nested in it.
pub fn leave_out(files: &Files, place: Place) -> Option<Vec<Edit>> {
    let file = files.file(place.file);
    let (at, statement) = find_statement(&file.parse.tree, place)?;
    Some(vec![Edit::new(lines(file, at, statement), "")])
}

/// The same of a statement that has neither text nor attributes nor anything nested in it: with it nothing but its header is lost.
pub fn leave_out_bare(files: &Files, place: Place) -> Option<Vec<Edit>> {
    let (at, statement) = find_statement(&files.file(place.file).parse.tree, place)?;
    let is_bare = statement.text.is_empty() && statement.attributes.is_empty() && statement.end as usize == at + 1;
    is_bare.then(|| leave_out(files, place)).flatten()
}

/// Where `word` stands in the value of an attribute of the statement whose header is at `place`; words of a value have commas between.
pub fn find_in_value(files: &Files, place: Place, key: Key, word: &str) -> Option<Place> {
    let file = files.file(place.file);
    let (text, tree) = (file.source.text.as_str(), &file.parse.tree);
    let (_, statement) = find_statement(tree, place)?;
    let attribute = tree.find_attribute(statement, key)?;
    tree.value(attribute).iter().find_map(|line| {
        let value = line.span.of(text);
        let mut from = line.span.start;
        value.split([',', ':']).find_map(|part| {
            let start = from + (part.len() - part.trim_start().len()) as u32;
            from += part.len() as u32 + 1;
            (part.trim() == word).then(|| Place::new(place.file, Span::new(start, start + word.len() as u32)))
        })
    })
}

fn find_statement(tree: &Tree, place: Place) -> Option<(usize, &Statement)> {
    let at = tree.statements.binary_search_by_key(&place.span.start, |s| s.header.start).ok()?;
    tree.statements.get(at).map(|statement| (at, statement))
}

/// The lines of a statement with all that belongs to it.
fn lines(file: &File, at: usize, statement: &Statement) -> Span {
    let tree = &file.parse.tree;
    let nested = tree.statements.get(at..statement.end as usize).unwrap_or(&[]);
    let ends = nested.iter().flat_map(|s| {
        let attributes = tree.attributes(s).iter().flat_map(|a| tree.value(a).iter().map(|l| l.span.end).chain([a.key_span.end]));
        tree.text(s).iter().map(|l| l.span.end).chain(attributes).chain([s.header.end])
    });
    let end = ends.max().unwrap_or(statement.header.end);
    let lines = &file.source.lines;
    lines.span(lines.line_of(statement.header.start), lines.line_of(end), &file.source.text)
}
