//! Items of CSL-JSON, and what is kept of one: what the format knows, each in one shape.
//!
//! Programs write numbers as texts and texts as numbers, dates in three ways, and markup into titles; who reads an item after this meets none of that.

use serde_json::{Map, Value, json};

/// What is known of a source, as the Citation Style Language names it (CSL 1.0.2, appendix IV; CSL-JSON 1.0): texts, lists of names, and
/// dates of one day, month or year.
pub type Item = Map<String, Value>;

/// The most characters of one text.
const MOST_TEXT: usize = 20_000;
/// The most people that are named in one list.
const MOST_NAMES: usize = 1_000;

const DATES: &[&str] = &["accessed", "available-date", "event-date", "issued", "original-date", "submitted"];

/// The parts of a name that are texts.
const NAME_PARTS: &[&str] = &["family", "given", "non-dropping-particle", "dropping-particle", "suffix", "literal"];

/// An item with nothing but plain texts, names and dates.
pub fn clean(item: Item) -> Item {
    let kept = item.into_iter().filter_map(|(key, value)| {
        let value = match value {
            Value::Array(names) => names_of(names)?,
            Value::Object(date) => date_of(&date)?,
            Value::String(text) if DATES.contains(&key.as_str()) => day(text.trim())?,
            value => Value::String(plain(&text_of(&value)?)),
        };
        let is_empty = value.as_str().is_some_and(str::is_empty);
        (!is_empty && value.is_object() == DATES.contains(&key.as_str())).then_some((key, value))
    });
    kept.collect()
}

/// A text or number as a text.
pub fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A text in one line, without the tags that CSL-JSON allows in it.
fn plain(text: &str) -> String {
    const TAGS: &[&str] = &["i", "b", "sup", "sub", "sc", "span"];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let inside = after.split_once('>').map(|(tag, rest)| (tag.trim_start_matches('/'), rest));
        match inside.filter(|(tag, _)| tag.split(' ').next().is_some_and(|name| TAGS.contains(&name))) {
            Some((_, after)) => rest = after,
            None => {
                out.push('<');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    let words: Vec<&str> = out.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(MOST_TEXT).collect()
}

fn names_of(names: Vec<Value>) -> Option<Value> {
    let name = |value: Value| {
        let Value::Object(parts) = value else { return None };
        let parts = parts.into_iter().filter(|(key, _)| NAME_PARTS.contains(&key.as_str()));
        let mut kept: Map<String, Value> = parts
            .filter_map(|(key, value)| Some((key, plain(&text_of(&value)?))))
            .filter(|(_, words)| !words.is_empty())
            .map(|(key, words)| (key, Value::String(words)))
            .collect();
        if !kept.contains_key("family") && !kept.contains_key("literal") {
            let only = kept.remove("given")?;
            kept = Map::from_iter([("literal".to_owned(), only)]);
        }
        Some(Value::Object(kept))
    };
    let names: Vec<Value> = names.into_iter().take(MOST_NAMES).filter_map(name).collect();
    (!names.is_empty()).then_some(Value::Array(names))
}

/// A date as its parts: of a span of days, the first.
fn date_of(date: &Map<String, Value>) -> Option<Value> {
    let written = ["raw", "literal"].iter().find_map(|key| date.get(*key)).and_then(text_of);
    let Some(parts) = date.get("date-parts").and_then(|parts| parts.get(0)).and_then(Value::as_array) else {
        return day(written?.trim());
    };
    let number = |at: usize| parts.get(at).and_then(text_of).and_then(|number| number.trim().parse::<i64>().ok());
    parts_of(number(0), number(1), number(2))
}

/// A date that is written as in ISO 8601: `2003`, `2003-11`, `2003-11-20`; of a span of days, the first.
pub fn day(text: &str) -> Option<Value> {
    let first = text.split('/').next()?.trim_end_matches(['~', '?', '%']);
    let first = first.split('T').next()?;
    let mut parts = first.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if month == Some(None) || day == Some(None) {
        return None;
    }
    parts_of(year, month.flatten(), day.flatten())
}

/// The date of these parts, as far as they are those of a day.
pub fn parts_of(year: Option<i64>, month: Option<i64>, day: Option<i64>) -> Option<Value> {
    let year = year.filter(|year| (1..=9999).contains(year))?;
    let parts = match (month.filter(|m| (1..=12).contains(m)), day.filter(|d| (1..=31).contains(d))) {
        (Some(month), Some(day)) => vec![year, month, day],
        (Some(month), None) => vec![year, month],
        (None, _) => vec![year],
    };
    Some(json!({ "date-parts": [parts] }))
}
