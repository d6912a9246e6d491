//! A source of the debate as an item of CSL: the entry of its bibliography, or what its statement says.

use crate::{
    bibliography::item::Item,
    model::{debate::Document, ids::SourceId, listed::find_entry, value::Date},
    render::{prose::volume, text},
    report::run::Report,
};
use hayagriva::citationberg::json;
use serde_json::{Value, json};

/// The item of the source `id`. Its `id` is the number of the source.
pub fn item(report: &Report<'_>, id: SourceId) -> json::Item {
    let source = report.debate.source(id);
    let mut known = find_entry(report.files, source.place).map_or_else(|| declared(source), |entry| entry.item.clone());
    known.insert("id".to_owned(), Value::String(key(id)));
    let title = known.get("title").cloned();
    serde_json::from_value(Value::Object(known)).unwrap_or_else(|_| {
        // An item that holds what the crate does not take still has its title.
        let least = title.into_iter().chain([Value::Null]).filter_map(|title| title.as_str().map(str::to_owned));
        let words = [("id".to_owned(), key(id))].into_iter().chain(least.map(|title| ("title".to_owned(), title)));
        json::Item(words.map(|(key, words)| (key, json::Value::String(words))).collect())
    })
}

/// The key under which a source is known to the style.
pub fn key(id: SourceId) -> String {
    id.0.to_string()
}

/// What a `source` statement says. What appeared in something is an article in it, or with a publisher a part of a book; anything else is
/// a book with one, and a report without, whose title stands for itself.
fn declared(source: &Document) -> Item {
    let mut item = Item::new();
    let publisher = source.imprint.as_deref().and_then(|imprint| imprint.publisher.as_deref());
    let kind = match (&source.container, publisher) {
        (Some(_), Some(_)) => "chapter",
        (Some(_), None) => "article-magazine",
        (None, Some(_)) => "book",
        (None, None) => "report",
    };
    let words = |text: &str| Value::String(text::line(text).plain());
    item.insert("type".to_owned(), Value::String(kind.to_owned()));
    item.insert("title".to_owned(), words(&source.text));
    item.extend(publisher.map(|publisher| ("publisher".to_owned(), words(publisher))));
    if let Some(container) = &source.container {
        let found = volume::find(container);
        item.insert("container-title".to_owned(), words(found.as_ref().map_or(container, |found| found.name)));
        if let Some(found) = found {
            item.insert("type".to_owned(), Value::String("article-journal".to_owned()));
            item.insert("volume".to_owned(), words(found.volume));
            item.extend(found.number.map(|number| ("issue".to_owned(), words(number))));
        }
    }
    if let Some(author) = &source.author {
        let (names, role) = author.rsplit_once(" (").map_or((author.as_str(), ""), |(names, role)| (names, role));
        let is_edited = role.starts_with("ed");
        let names = if is_edited { names } else { author };
        let list: Vec<Value> = names.split(';').map(str::trim).filter(|n| !n.is_empty()).map(name).collect();
        item.insert(if is_edited { "editor" } else { "author" }.to_owned(), Value::Array(list));
    }
    if let Some(url) = &source.url {
        item.insert("URL".to_owned(), Value::String(url.clone()));
    }
    for (key, date) in [("issued", source.date), ("accessed", source.accessed)] {
        item.extend(date.map(|date| (key.to_owned(), parts(date))));
    }
    item
}

fn name(name: &str) -> Value {
    let words = |text: &str| text::line(text.trim()).plain();
    match name.split_once(',') {
        Some((family, given)) if !given.contains(',') => json!({ "family": words(family), "given": words(given) }),
        _ => json!({ "literal": words(name) }),
    }
}

fn parts(date: Date) -> Value {
    let parts: Vec<u16> = [Some(date.year), date.month.map(u16::from), date.day.map(u16::from)].into_iter().flatten().collect();
    json!({ "date-parts": [parts] })
}
