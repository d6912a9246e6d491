//! BibLaTeX, and BibTeX before it, read with the crate `biblatex`.
//!
//! The crate stops at the first mistake of a file, follows references in circles, and writes abbreviations out however long they become. So the file is
//! taken apart first, and each entry is read alone: a mistake costs its entry and no more.

use crate::{
    bibliography::{
        dates::{Doubt, can_be},
        entry::{self, Bibliography, broken},
        fields,
        item::Item,
        latex::plain,
        strings::{Fault, Strings},
    },
    diagnostic::problem::Diagnostic,
    text::span::{FileId, Span},
};
use biblatex::{Pair, ParseError, RawBibliography, RawChunk, RawEntry, Spanned};
use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

/// The most problems of one file that are told.
const MOST_PROBLEMS: usize = 20;
/// The most braces within each other in a field.
const MOST_BRACES: usize = 60;

/// The most entries that stand above one: what it takes from, what that takes from, and so on.
const MOST_LEVELS: usize = 4;
/// The most bytes that the entries of a file take from others: a few long texts, taken by thousands, would fill the memory.
const MOST_TAKEN: usize = 16 << 20;

/// Fields that lead to other entries.
const REFERENCES: [&str; 2] = ["crossref", "xdata"];

/// Fields that hold a date.
const DATES: [&str; 2] = ["date", "urldate"];

/// Reads a bibliography in BibLaTeX. Near linear in the text.
pub fn read(file: FileId, text: &str) -> (Bibliography, Vec<Diagnostic>) {
    let mut reader = Reader { file, at: 0, list: Bibliography::default(), out: Vec::new() };
    let pieces = reader.pieces(text);
    let mut strings = Strings::default();
    for (at, raw) in &pieces {
        reader.at = *at;
        for pair in &raw.abbreviations {
            if let Err(fault) = strings.add(pair) {
                reader.fault(fault);
            }
        }
    }
    let mut found: Vec<Found<'_>> = Vec::new();
    for (at, raw) in pieces {
        reader.at = at;
        found.extend(raw.entries.into_iter().filter_map(|entry| reader.entry(entry, &strings)));
    }
    let mut room = Some(MOST_TAKEN);
    let parents = parents(&found, &mut room);
    for mut entry in found {
        take(&mut entry.item, &entry.from, &parents, &mut room);
        if room.is_none() {
            let title = format!("by `crossref` and `xdata` entries take more than {} MiB from others", MOST_TAKEN >> 20);
            reader.out.push(broken(file, entry.span, title).help("keep what is passed on short; from here on entries take nothing"));
            room = Some(0);
        }
        let Found { key, span, item, doubts, .. } = entry;
        reader.list.add(file, entry::Entry { key: key.to_owned(), span, item, doubts }, &mut reader.out);
    }
    let Reader { list, mut out, .. } = reader;
    if let Some(last) = out.get(MOST_PROBLEMS).map(|d| d.at.place.span).filter(|_| out.len() > MOST_PROBLEMS) {
        let title = format!("{} more problems of this bibliography are not told", out.len() - MOST_PROBLEMS);
        out.truncate(MOST_PROBLEMS);
        out.push(broken(file, last, title).help("mend the problems above first"));
    }
    (list, out)
}

/// The entries that others take from, with what these take from others.
fn parents(found: &[Found<'_>], room: &mut Option<usize>) -> BTreeMap<String, Item> {
    let keys: BTreeSet<&str> = found.iter().flat_map(|f| &f.from).map(|(_, key)| key.as_str()).collect();
    let parents = || found.iter().filter(|f| keys.contains(f.key));
    let mut by_key: BTreeMap<String, Item> = parents().map(|f| (f.key.to_owned(), f.item.clone())).collect();
    for _ in 1..MOST_LEVELS {
        let before = by_key.clone();
        for entry in parents().filter(|f| !f.from.is_empty()) {
            if let Some(item) = by_key.get_mut(entry.key) {
                take(item, &entry.from, &before, room);
            }
        }
        if by_key == before {
            break;
        }
    }
    by_key
}

/// Gives `item` what it lacks from the entries that it names, the first first. Nothing is left of `room` once it would not be enough.
fn take(item: &mut Item, from: &[(&'static str, String)], parents: &BTreeMap<String, Item>, room: &mut Option<usize>) {
    for (field, key) in from {
        if let (Some(parent), Some(left)) = (parents.get(key), *room) {
            *room = fields::inherit(item, parent, *field == "xdata", left).or((left == 0).then_some(0));
        }
    }
}

struct Reader {
    file: FileId,
    /// Where the piece begins that is being read.
    at: usize,
    list: Bibliography,
    out: Vec<Diagnostic>,
}

/// An entry with the keys of those that it takes from.
struct Found<'s> {
    key: &'s str,
    span: Span,
    item: Item,
    from: Vec<(&'static str, String)>,
    doubts: Vec<Doubt>,
}

impl Reader {
    /// The text as the crate takes it apart: whole, or where it has mistakes, piece by piece from each `@` at the start of a line.
    fn pieces<'s>(&mut self, text: &'s str) -> Vec<(usize, RawBibliography<'s>)> {
        if let Ok(raw) = RawBibliography::parse(text) {
            return vec![(0, raw)];
        }
        let mut starts: Vec<usize> = text.match_indices("\n@").map(|(at, _)| at + 1).collect();
        starts.insert(0, 0);
        let ends = starts.iter().copied().skip(1).chain([text.len()]);
        let mut pieces = Vec::new();
        for (start, end) in starts.iter().copied().zip(ends) {
            self.at = start;
            match RawBibliography::parse(text.get(start..end).unwrap_or("")) {
                Ok(raw) => pieces.push((start, raw)),
                Err(error) => self.error(&error, text.get(start..end)),
            }
        }
        pieces
    }

    fn entry<'s>(&mut self, entry: Spanned<RawEntry<'s>>, strings: &Strings<'s>) -> Option<Found<'s>> {
        let Spanned { v: RawEntry { key, kind, mut fields }, span } = entry;
        if key.v.is_empty() {
            self.fault((kind.span, "this entry has no key, so nothing can cite it".to_owned()));
            return None;
        }
        let (mut from, mut doubts) = (Vec::new(), Vec::new());
        fields.retain_mut(|field| {
            let name = field.key.v.to_ascii_lowercase();
            match strings.write_out(&field.value.v) {
                Ok(whole) => field.value.v = whole,
                Err(fault) => {
                    self.fault(fault);
                    return false;
                }
            }
            if let Some(reference) = REFERENCES.into_iter().find(|known| *known == name) {
                let keys = field.value.v.iter().map(|piece| words(&piece.v)).collect::<String>();
                from.extend(keys.split(',').map(|key| (reference, key.trim().to_owned())));
                return false;
            }
            if field.value.v.iter().any(|piece| braces(words(&piece.v)) > MOST_BRACES) {
                self.fault((
                    field.key.span.clone(),
                    format!("the braces of `{name}` stand within each other more than {MOST_BRACES} deep"),
                ));
                return false;
            }
            if let Some(date) = DATES.into_iter().find(|known| *known == name) {
                let words: String = field.value.v.iter().map(|piece| plain(words(&piece.v))).collect();
                if !can_be(&words) {
                    let ends = field.value.v.first().zip(field.value.v.last());
                    let range = ends.map_or(field.value.span.clone(), |(first, last)| first.span.start..last.span.end);
                    doubts.push(Doubt { span: self.span(range), field: date, words });
                }
            }
            name != "ids"
        });
        let (name, place, type_word) = (key.v, key.span.clone(), kind.v);
        let verbatim = |field: &str| fields::VERBATIM.contains(&field.to_ascii_lowercase().as_str());
        let texts: Vec<Vec<Cow<'_, str>>> = fields
            .iter()
            .map(|field| {
                let pieces = field.value.v.iter().map(|piece| words(&piece.v));
                pieces.map(|words| if verbatim(field.key.v) { Cow::Borrowed(words) } else { plain(words) }).collect()
            })
            .collect();
        let fields = fields.iter().zip(&texts).map(|(field, texts)| {
            let pieces = field.value.v.iter().zip(texts);
            let value = pieces.map(|(piece, words)| Spanned::new(RawChunk::Normal(words), piece.span.clone())).collect();
            Pair::new(field.key.clone(), Spanned::new(value, field.value.span.clone()))
        });
        let raw = RawEntry { key, kind, fields: fields.collect() };
        let alone = RawBibliography { preamble: String::new(), entries: vec![Spanned::new(raw, span)], abbreviations: Vec::new() };
        match biblatex::Bibliography::from_raw(alone) {
            Ok(read) => {
                let item = fields::item(type_word, read.iter().next()?);
                Some(Found { key: name, span: self.span(place), item, from, doubts })
            }
            Err(error) => {
                self.error(&error, None);
                None
            }
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new((self.at + range.start) as u32, (self.at + range.end) as u32)
    }

    /// Something of an entry is left out.
    fn fault(&mut self, (range, title): Fault) {
        let found = broken(self.file, self.span(range), title);
        self.out.push(found.help("mend the entry"));
    }

    /// An entry is left out; `piece` is all that was to be read, if it was not taken apart yet.
    fn error(&mut self, error: &ParseError, piece: Option<&str>) {
        let unclosed = piece.filter(|piece| error.span.start >= piece.len());
        let (range, title) = match unclosed {
            // At the end there is nothing to be seen.
            Some(piece) => {
                let open = piece.find('@').unwrap_or(0);
                (open..piece.len().min(open + 1), "this entry is never closed".to_owned())
            }
            None => (error.span.clone(), format!("this entry cannot be read: {}", error.kind)),
        };
        let found = broken(self.file, self.span(range), title);
        self.out.push(found.help("mend the entry: `@type{key, field = {words}, …}`, with a comma after each field"));
        self.list.broken = true;
    }
}

const fn words<'s>(piece: &RawChunk<'s>) -> &'s str {
    match piece {
        RawChunk::Normal(words) | RawChunk::Abbreviation(words) => words,
    }
}

/// How many opening braces stand within each other at most.
fn braces(text: &str) -> usize {
    let mut depth = 0usize;
    let mut most = 0;
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        most = most.max(depth);
    }
    most
}
