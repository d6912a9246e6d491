//! Where in its file a word of a statement stands, so that what is said of the word is told there.

use crate::{
    lint::{rule::Context, words::words},
    syntax::{
        attribute::Key,
        locate::find_statement_at,
        tree::{Statement, Tree},
    },
    text::span::{Place, Span},
};

/// Where `phrase` first stands in the text of the statement at `place`; `place` itself where it is not found as it is. Words with a capital
/// are looked for as they are, others in any case. Linear in the text.
pub fn find_phrase(cx: &Context<'_>, place: Place, phrase: &str) -> Place {
    let found = || {
        let (tree, statement, text) = statement(cx, place)?;
        let lines = tree.text(statement).iter().map(|line| line.span);
        let said: Vec<(Span, Span)> = lines.flat_map(|line| spans(line, text).map(move |word| (line, word))).collect();
        let wanted: Vec<&str> = words(phrase).collect();
        let is_here = |window: &[(Span, Span)]| window.iter().zip(&wanted).all(|((_, word), wanted)| is_same(word.of(text), wanted));
        let window = said.windows(wanted.len().max(1)).find(|window| is_here(window))?;
        let (line, first) = window.first()?;
        let last = window.iter().take_while(|(other, _)| other == line).last()?;
        Some(Place::new(place.file, first.to(last.1)))
    };
    found().unwrap_or(place)
}

/// Where the value of the attribute `key` of the statement at `place` stands; `place` itself where it has none.
pub fn find_value(cx: &Context<'_>, place: Place, key: Key) -> Place {
    let found = || {
        let (tree, statement, _) = statement(cx, place)?;
        let value = tree.value(tree.find_attribute(statement, key)?);
        Some(Place::new(place.file, value.first()?.span.to(value.last()?.span)))
    };
    found().unwrap_or(place)
}

fn statement<'a>(cx: &Context<'a>, place: Place) -> Option<(&'a Tree, &'a Statement, &'a str)> {
    let file = cx.files.file(place.file);
    let tree = &file.parse.tree;
    let statement = tree.find_statement(find_statement_at(tree, place.span.start)?)?;
    Some((tree, statement, &file.source.text))
}

/// The places of the words of a line.
fn spans(line: Span, text: &str) -> impl Iterator<Item = Span> {
    let said = line.of(text);
    let mut end = 0;
    words(said).filter_map(move |word| {
        let start = end + said.get(end..)?.find(word)?;
        end = start + word.len();
        Some(Span::new(line.start + start as u32, line.start + end as u32))
    })
}

fn is_same(said: &str, wanted: &str) -> bool {
    said == wanted || !wanted.contains(char::is_uppercase) && said.to_lowercase() == wanted
}
