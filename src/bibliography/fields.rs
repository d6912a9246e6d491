//! The fields of an entry of BibLaTeX as those of an item of CSL-JSON.
//!
//! After the data model of BibLaTeX (Kime, Wemheuer, Lehman: *The biblatex Package*, section 2) and the names that BibTeX had before.

use crate::{
    bibliography::{
        item::{Item, day, parts_of},
        latex::printed,
    },
    text::months::find_month,
};
use biblatex::{ChunksExt, Entry, Person};
use serde_json::{Map, Value};

/// A field of CSL-JSON, and the fields of BibLaTeX that hold it, of which the first that is there is taken.
const TEXTS: &[(&str, &[&str])] = &[
    ("title-short", &["shorttitle"]),
    ("publisher", &["publisher", "institution", "school", "organization"]),
    ("publisher-place", &["location", "address"]),
    ("collection-title", &["series"]),
    ("event-title", &["eventtitle"]),
    ("event-place", &["venue"]),
    ("volume", &["volume"]),
    ("edition", &["edition"]),
    ("page", &["pages"]),
    ("chapter-number", &["chapter"]),
    ("version", &["version"]),
    ("language", &["langid"]),
    ("DOI", &["doi"]),
    ("URL", &["url"]),
    ("ISBN", &["isbn"]),
    ("ISSN", &["issn"]),
];

/// Fields whose words are no LaTeX.
pub const VERBATIM: &[&str] = &["doi", "eprint", "file", "url"];

/// Titles with the field of their second half.
const TITLES: &[(&str, &[(&str, &str)])] = &[
    ("title", &[("title", "subtitle")]),
    (
        "container-title",
        &[("journaltitle", "journalsubtitle"), ("journal", ""), ("booktitle", "booksubtitle"), ("maintitle", "mainsubtitle")],
    ),
];

const NAMES: &[(&str, &str)] = &[("author", "author"), ("editor", "editor"), ("translator", "translator")];

/// What an entry passes on to those that name it in `crossref`; its title becomes that of what they appeared in.
const PASSED_ON: &[&str] = &[
    "publisher",
    "publisher-place",
    "collection-title",
    "collection-number",
    "edition",
    "event-title",
    "event-place",
    "volume",
    "issued",
    "editor",
    "ISBN",
    "URL",
];

/// What an entry of the type `kind` says.
pub fn item(kind: &str, entry: &Entry) -> Item {
    let mut item = Item::new();
    let kind = kind.to_ascii_lowercase();
    let subtype = text(entry, "entrysubtype").unwrap_or_default();
    for (key, fields) in TITLES {
        let title = fields.iter().find_map(|(main, second)| Some((text(entry, main)?, text(entry, second))));
        if let Some((main, second)) = title {
            put(&mut item, key, second.map_or(main.clone(), |second| format!("{main}: {second}")));
        }
    }
    for (key, fields) in TEXTS {
        if let Some(words) = fields.iter().find_map(|field| text(entry, field)) {
            put(&mut item, key, words);
        }
    }
    let numbered = match kind.as_str() {
        "report" | "techreport" | "manual" | "patent" | "standard" | "unpublished" => "number",
        "article" | "suppperiodical" | "periodical" => "issue",
        _ => "collection-number",
    };
    if let Some(genre) = text(entry, "type").or_else(|| Some(kind.clone())).and_then(|word| genre(&word, &kind)) {
        put(&mut item, "genre", genre);
    }
    if let Some(number) = text(entry, "number").or_else(|| text(entry, "issue")) {
        put(&mut item, numbered, number);
    }
    if let Some(address) = text(entry, "howpublished").filter(|words| words.starts_with("http") && !item.contains_key("URL")) {
        put(&mut item, "URL", address);
    }
    for (key, field) in NAMES {
        let people: Vec<Value> = entry.get_as::<Vec<Person>>(field).unwrap_or_default().iter().map(name).collect();
        if !people.is_empty() {
            item.insert((*key).to_owned(), Value::Array(people));
        }
    }
    for (key, date) in [("issued", issued(entry)), ("accessed", text(entry, "urldate").and_then(|words| day(&words)))] {
        item.extend(date.map(|date| (key.to_owned(), date)));
    }
    let has_address = item.contains_key("URL");
    put(&mut item, "type", type_of(&kind, &subtype, has_address).to_owned());
    item
}

/// Gives `item` what it lacks and `parent` has: all of it where the parent is a store of data (`xdata`), else what an entry shares with
/// the volume that it is a part of (`crossref`). How many of `room` bytes are left; `None` where there are not enough.
pub fn inherit(item: &mut Item, parent: &Item, all: bool, mut room: usize) -> Option<usize> {
    for (key, value) in parent {
        let key = match key.as_str() {
            "type" => continue,
            "title" if !all => "container-title",
            other if all || PASSED_ON.contains(&other) => other,
            _ => continue,
        };
        if !item.contains_key(key) {
            room = room.checked_sub(size(value))?;
            item.insert(key.to_owned(), value.clone());
        }
    }
    Some(room)
}

/// About how many bytes a value takes.
fn size(value: &Value) -> usize {
    match value {
        Value::String(text) => text.len(),
        Value::Array(values) => values.iter().map(size).sum(),
        Value::Object(values) => values.values().map(size).sum(),
        _ => 8,
    }
}

fn put(item: &mut Item, key: &str, words: String) {
    item.insert(key.to_owned(), Value::String(words));
}

/// The words of a field.
fn text(entry: &Entry, field: &str) -> Option<String> {
    let words = entry.get(field)?.format_verbatim();
    let words = if VERBATIM.contains(&field) { words.trim().to_owned() } else { printed(&words) };
    (!words.is_empty()).then_some(words)
}

fn name(person: &Person) -> Value {
    let mut parts = Map::new();
    if person.given_name.is_empty() && person.prefix.is_empty() && person.suffix.is_empty() {
        put(&mut parts, "literal", printed(&person.name));
        return Value::Object(parts);
    }
    let known =
        [("family", &person.name), ("given", &person.given_name), ("non-dropping-particle", &person.prefix), ("suffix", &person.suffix)];
    for (key, words) in known.into_iter().filter(|(_, words)| !words.is_empty()) {
        put(&mut parts, key, printed(words));
    }
    Value::Object(parts)
}

/// What a document is called: what `type` says, whose abbreviations are those of BibLaTeX (section 4.9.2.13), or the type of the entry.
fn genre(word: &str, kind: &str) -> Option<String> {
    let known = match word {
        "phdthesis" => "PhD diss.",
        "mathesis" | "mastersthesis" => "master’s thesis",
        "bathesis" => "bachelor’s thesis",
        "candthesis" => "Candidate thesis",
        "techreport" => "Technical report",
        "resreport" => "Research report",
        _ => "",
    };
    let own = || (word != kind).then(|| word.to_owned());
    if known.is_empty() { own() } else { Some(known.to_owned()) }
}

fn issued(entry: &Entry) -> Option<Value> {
    if let Some(date) = text(entry, "date").and_then(|words| day(&words)) {
        return Some(date);
    }
    let number = |field: &str| text(entry, field).and_then(|words| words.parse().ok());
    let month = number("month").or_else(|| text(entry, "month").and_then(|words| month(&words)));
    parts_of(number("year"), month, number("day"))
}

/// The number of a month by the first three letters of its name.
fn month(words: &str) -> Option<i64> {
    words.get(..3).and_then(find_month).map(i64::from)
}

/// The type of CSL (1.0.2, appendix III) of a type of BibLaTeX.
fn type_of(kind: &str, subtype: &str, has_address: bool) -> &'static str {
    match kind {
        "article" | "suppperiodical" => match subtype {
            "magazine" => "article-magazine",
            "newspaper" => "article-newspaper",
            _ => "article-journal",
        },
        "book" | "mvbook" | "booklet" | "collection" | "mvcollection" | "proceedings" | "mvproceedings" | "reference" | "mvreference" => {
            "book"
        }
        "inbook" | "incollection" | "bookinbook" | "suppbook" | "suppcollection" => "chapter",
        "inproceedings" | "conference" => "paper-conference",
        "inreference" => "entry-encyclopedia",
        "report" | "techreport" | "manual" => "report",
        "thesis" | "phdthesis" | "mastersthesis" => "thesis",
        "online" | "electronic" | "www" | "webpage" => "webpage",
        "unpublished" => "manuscript",
        "periodical" => "periodical",
        "patent" => "patent",
        "software" => "software",
        "dataset" => "dataset",
        "legislation" => "legislation",
        "jurisdiction" => "legal_case",
        "letter" => "personal_communication",
        "movie" | "video" => "motion_picture",
        "standard" => "standard",
        _ if has_address => "webpage",
        _ => "document",
    }
}
