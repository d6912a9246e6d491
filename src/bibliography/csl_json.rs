//! CSL-JSON, as reference managers write it: a list of items, each with its `id`.

use crate::{
    bibliography::{
        dates::{Doubt, find_impossible},
        entry::{Bibliography, Entry, broken},
        item::{Item, text_of},
    },
    diagnostic::problem::Diagnostic,
    text::span::{FileId, Span},
};
use serde_json::value::RawValue;

/// Reads a bibliography in CSL-JSON. Linear in the text.
pub fn read(file: FileId, text: &str) -> (Bibliography, Vec<Diagnostic>) {
    let mut list = Bibliography::default();
    let mut out = Vec::new();
    let items: Vec<&RawValue> = match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
        Ok(items) => items,
        Err(error) => {
            let title = match error.classify() {
                serde_json::error::Category::Data => "this is no list of items in CSL-JSON".to_owned(),
                _ => format!("this JSON cannot be read: {}", words(&error)),
            };
            let found = broken(file, Span::empty(offset(text, error.line(), error.column())), title);
            out.push(found.help("export the bibliography as CSL-JSON once more, or mend it here: `[{\"id\": …}, …]`"));
            list.broken = true;
            return (list, out);
        }
    };
    for raw in items {
        let start = raw.get().as_ptr() as usize - text.as_ptr() as usize;
        let first = Span::new(start as u32, (start + 1) as u32);
        let item: Item = match serde_json::from_str(raw.get()) {
            Ok(item) => item,
            Err(_) => {
                out.push(broken(file, first, "this is no item of CSL-JSON").help("write an object with an `id`, a `type` and a `title`"));
                list.broken = true;
                continue;
            }
        };
        let Some(key) = item.get("id").and_then(text_of).filter(|key| !key.is_empty()) else {
            out.push(broken(file, first, "this item has no `id`, so nothing can cite it").help("give it an `id`"));
            continue;
        };
        let span = key_span(raw.get(), &key, start);
        let doubts = impossible(&item, span);
        list.add(file, Entry { key, span, item, doubts }, &mut out);
    }
    (list, out)
}

/// The dates of an item that cannot be.
fn impossible(item: &Item, span: Span) -> Vec<Doubt> {
    let found = ["issued", "accessed"].into_iter().filter_map(|field| {
        let words = find_impossible(item.get(field)?)?;
        Some(Doubt { span, field, words })
    });
    found.collect()
}

/// Where the value of `id` stands in an item that begins at `start`; its first byte, where it is written with escapes.
fn key_span(item: &str, key: &str, start: usize) -> Span {
    let value = item.find("\"id\"").and_then(|at| {
        let colon = at + item.get(at..)?.find(':')?;
        Some(colon + item.get(colon..)?.find(key)?)
    });
    let (at, length) = value.map_or((0, 1), |at| (at, key.len()));
    Span::new((start + at) as u32, (start + at + length) as u32)
}

/// What the reader of JSON says, without the place.
fn words(error: &serde_json::Error) -> String {
    let words = error.to_string();
    words.split(" at line ").next().unwrap_or(&words).to_owned()
}

/// The byte of a place that is counted in lines and bytes from 1.
fn offset(text: &str, line: usize, column: usize) -> u32 {
    let before = line.checked_sub(2).and_then(|nth| text.match_indices('\n').nth(nth));
    let start = before.map_or(0, |(end, _)| end + 1);
    text.floor_char_boundary(start + column.saturating_sub(1)) as u32
}
