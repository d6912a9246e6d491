//! Findings that are known and left for later: by code, file and what they are about, never by line.
//!
//! As JSON it has one finding a line, so that it is merged and reviewed like any other text. Mistakes of the text cannot be left for
//! later, as they cannot be allowed.

use crate::{allow::apply::Known, catalog::all::allowable, diagnostic::problem::Diagnostic, text::source::Source};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Codes whose findings stand at the words of a quotation: another quotation of the same claim is another finding.
const OF_QUOTATIONS: &[&str] = &["misquotation", "distorting-elision"];

/// The number of the form.
pub const SCHEMA: u32 = 1;

/// What a finding is known by: its file, its code, and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The file, relative to the root of the project.
    pub file: String,
    /// The code.
    pub code: String,
    /// The statement; and the quotation, where the finding is about one.
    pub about: String,
}

/// Findings that are known, and how many of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// How often each was found.
    pub known: BTreeMap<Key, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    schema: u32,
    findings: Vec<Row>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    file: String,
    code: String,
    about: String,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    count: usize,
}

const fn one() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
const fn is_one(count: &usize) -> bool {
    *count == 1
}

/// Findings told apart by a baseline.
#[derive(Debug, Default)]
pub struct Split {
    /// Those that it does not know.
    pub new: Vec<Diagnostic>,
    /// Those that it knows, by where they are now: no more than it knows.
    pub met: Baseline,
    /// What it knows and is not found.
    pub left: Baseline,
}

impl Baseline {
    /// Reads the JSON of a baseline.
    ///
    /// # Errors
    /// What is wrong with it, in words.
    pub fn parse(text: &str) -> Result<Self, String> {
        let document: Document =
            serde_json::from_str(text).map_err(|error| error.to_string().replace("struct Document with 2 elements", "an object"))?;
        if document.schema != SCHEMA {
            return Err(format!("its schema is {}, and this program reads {SCHEMA}", document.schema));
        }
        let mut known = BTreeMap::new();
        for Row { file, code, about, count } in document.findings {
            let slot: &mut usize = known.entry(Key { file, code, about }).or_insert(0);
            *slot = slot.saturating_add(count);
        }
        Ok(Self { known })
    }

    /// Its JSON, a finding a line, ending in a line end.
    pub fn text(&self) -> String {
        let row = |(key, count): (&Key, &usize)| {
            let Key { file, code, about } = key.clone();
            let row = Row { file, code, about, count: *count };
            format!("\n    {}", serde_json::to_string(&row).expect("a row holds nothing that JSON cannot say"))
        };
        let rows: Vec<String> = self.known.iter().map(row).collect();
        let end = if rows.is_empty() { "" } else { "\n  " };
        format!("{{\n  \"schema\": {SCHEMA},\n  \"findings\": [{}{end}]\n}}\n", rows.join(","))
    }

    /// How many findings it knows.
    pub fn count(&self) -> usize {
        self.known.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// Adds all that `other` knows.
    pub fn extend(&mut self, other: Self) {
        for (key, count) in other.known {
            let slot = self.known.entry(key).or_insert(0);
            *slot = slot.saturating_add(count);
        }
    }

    /// Adds one.
    pub fn add(&mut self, key: Key) {
        *self.known.entry(key).or_insert(0) += 1;
    }

    /// Tells `found` apart; `sources` are indexed by file, their paths relative to the root of the project. What it knows of a file that is
    /// `gone` is looked for in the other files, since a file that is moved keeps its findings.
    pub fn split(&self, found: Vec<Diagnostic>, sources: &[Source], gone: &dyn Fn(&str) -> bool) -> Split {
        let mut left = self.known.clone();
        let mut split = Split::default();
        let mut strange = Vec::new();
        for problem in found {
            match key(&problem, sources) {
                Some(key) if take(&mut left, &key) => split.met.add(key),
                Some(key) => strange.push((problem, Some(key))),
                None => strange.push((problem, None)),
            }
        }
        let files: BTreeSet<&str> = self.known.keys().map(|k| k.file.as_str()).filter(|f| gone(f)).collect();
        for (problem, key) in strange {
            let moved = |key: &Key| {
                let at = |file: &&str| Key { file: (*file).to_owned(), ..key.clone() };
                files.iter().map(at).any(|old| take(&mut left, &old))
            };
            match key {
                Some(key) if !files.is_empty() && { moved }(&key) => split.met.add(key),
                _ => split.new.push(problem),
            }
        }
        split.new.sort_by_key(Diagnostic::order);
        left.retain(|_, count| *count > 0);
        split.left.known = left;
        split
    }
}

fn take(left: &mut BTreeMap<Key, usize>, key: &Key) -> bool {
    match left.get_mut(key) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

/// What a finding is known by; `None` where it cannot be left for later.
pub fn key(found: &Diagnostic, sources: &[Source]) -> Option<Key> {
    let source = sources.get(found.at.place.file.0 as usize)?;
    let code = found.code.name.to_owned();
    let mut about = found.about.to_string();
    if OF_QUOTATIONS.contains(&found.code.name) {
        let words: Vec<&str> = found.at.place.span.of(&source.text).split_whitespace().collect();
        about = format!("{about}: “{}”", words.join(" "));
    }
    (allowable(&code) == Known::Allowable).then(|| Key { file: source.path.clone(), code, about })
}
