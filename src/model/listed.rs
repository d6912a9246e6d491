//! Entries of bibliographies as sources of the debate.
//!
//! Only what a brief cites by default is taken; styles of citation read the entry itself.

use crate::{
    bibliography::{codes::IMPOSSIBLE_DATE, entry::Entry, item::Item},
    diagnostic::problem::Diagnostic,
    model::{
        attributes::is_address,
        debate::{Document, Name},
        imprint::{escaped, imprint, words},
        load::Files,
        scope::{Drawn, Scopes},
        value::Date,
    },
    syntax::header::excerpt,
    text::span::Place,
};
use serde_json::Value;

/// The source that a cited entry is.
pub fn document(scopes: &Scopes<'_>, drawn: Drawn) -> Option<Document> {
    let entry = scopes.entry(drawn)?;
    let prefix = scopes.find(drawn.file).map_or("", |s| s.prefix.as_str());
    let item = &entry.item;
    let has_author = item.contains_key("author");
    let editors = people(item, "editor").filter(|_| has_author);
    let translators = people(item, "translator").filter(|_| has_author || item.contains_key("editor"));
    Some(Document {
        name: Name { shown: format!("{prefix}{}", entry.key).into(), referable: true },
        text: words(item, "title").unwrap_or_else(|| escaped(&entry.key)),
        place: Place::new(drawn.file, entry.span),
        added: None,
        author: authors(item),
        imprint: imprint(item, editors, translators),
        container: words(item, "container-title"),
        date: date(item, "issued"),
        url: address(item),
        file: None,
        accessed: date(item, "accessed"),
        sha256: None,
        reliability: None,
        origin: None,
        note: None,
    })
}

/// Tells the dates of a cited entry that cannot be.
pub fn doubts(scopes: &Scopes<'_>, drawn: Drawn) -> Vec<Diagnostic> {
    let doubts = scopes.entry(drawn).map_or(&[][..], |entry| &entry.doubts);
    let told = doubts.iter().map(|doubt| {
        let title = format!("`{}` in `{}` is no date", excerpt(&doubt.words), doubt.field);
        let found = Diagnostic::new(&IMPOSSIBLE_DATE, Place::new(drawn.file, doubt.span), title);
        let found = found.note("of such a date only the year, or the month, is kept");
        found.help("write YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists")
    });
    told.collect()
}

/// The entry that stands at `place`, if a bibliography does there.
pub fn find_entry(files: &Files, place: Place) -> Option<&Entry> {
    let entries = &files.file(place.file).bibliography.as_ref()?.entries;
    entries.get(entries.binary_search_by_key(&place.span.start, |e| e.span.start).ok()?)
}

fn plain<'i>(item: &'i Item, key: &str) -> Option<&'i str> {
    item.get(key).and_then(Value::as_str)
}

/// A list of people, as in `author:`.
fn people(item: &Item, key: &str) -> Option<String> {
    let names: Vec<String> = item.get(key)?.as_array()?.iter().filter_map(author).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// The authors, or else the editors or translators as such.
fn authors(item: &Item) -> Option<String> {
    let role = |key: &str, one: &str, many: &str| {
        let names = people(item, key)?;
        let role = if names.contains(';') { many } else { one };
        Some(format!("{names} ({role})"))
    };
    people(item, "author").or_else(|| role("editor", "ed.", "eds.")).or_else(|| role("translator", "trans.", "trans."))
}

/// `Last, First`, as in `author:`. A name that is not parted has no comma, which would part it.
fn author(name: &Value) -> Option<String> {
    let part = |key: &str| name.get(key).and_then(Value::as_str);
    if let Some(whole) = part("literal") {
        return Some(escaped(&whole.replace(", ", " – ").replace([',', ';'], " ")));
    }
    let particle = |key: &str| part(key).map_or_else(String::new, |p| format!("{p} "));
    let suffix = part("suffix").map_or_else(String::new, |s| format!(" {s}"));
    let family = format!("{}{}{suffix}", particle("non-dropping-particle"), part("family")?);
    let dropping = part("dropping-particle").map_or_else(String::new, |p| format!(" {p}"));
    let whole = match part("given") {
        Some(given) => format!("{}, {}{dropping}", family.replace(',', ""), given.replace(',', "")),
        None => family.replace(',', ""),
    };
    Some(escaped(&whole.replace(';', " ")))
}

/// A date as far as there is such a day.
fn date(item: &Item, key: &str) -> Option<Date> {
    let parts = item.get(key)?.get("date-parts")?.get(0)?.as_array()?;
    let number = |at: usize| parts.get(at).and_then(Value::as_i64);
    let (year, month) = (u16::try_from(number(0)?).ok()?, number(1).and_then(|m| u8::try_from(m).ok()));
    let day = number(2).and_then(|d| u8::try_from(d).ok());
    let whole = Date { year, month, day };
    Date::find(&whole.to_string()).or(Some(Date { day: None, ..whole }))
}

fn address(item: &Item) -> Option<String> {
    let doi = || plain(item, "DOI").map(|doi| format!("https://doi.org/{}", doi.trim_start_matches("https://doi.org/")));
    plain(item, "URL").map(str::to_owned).filter(|url| is_address(url)).or_else(doi).filter(|url| is_address(url))
}
