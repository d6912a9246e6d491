//! In what a statement cites otherwise than in an earlier version, as clauses that go on from its name.

use crate::{
    diff::{aspects::cites, compare::Comparison, pairs::find},
    model::citation::Citation,
    render::{parts::beside::beside, prose::words, text},
};
use std::collections::{BTreeMap, BTreeSet};

/// A place in a source, and the words that are quoted from there.
type Place = (Option<String>, Option<String>);

/// What is cited: the sources that came and went, and of those that stayed the places and the words that are others.
pub fn cited(found: &Comparison<'_>, old: &[Citation], new: &[Citation]) -> Vec<String> {
    let both = &found.both;
    let by_source = |cites: BTreeSet<(u32, Option<String>, Option<String>)>| {
        let mut places: BTreeMap<u32, BTreeSet<Place>> = BTreeMap::new();
        for (id, at, words) in cites {
            places.entry(id).or_default().insert((at, words));
        }
        places
    };
    let (before, now) = (by_source(cites(old, &|s| both.sources.of_old(s))), by_source(cites(new, &|s| both.sources.of_new(s))));
    let title = |id: &u32| {
        let pair = both.sources.get(*id);
        let source = find(&both.new.sources, pair.new).or_else(|| find(&both.old.sources, pair.old));
        source.map_or_else(String::new, |source| text::quoted(&source.text))
    };
    let names = |one: &BTreeMap<u32, BTreeSet<Place>>, other: &BTreeMap<u32, BTreeSet<Place>>| {
        words::and(&one.keys().filter(|id| !other.contains_key(id)).map(title).collect::<Vec<_>>())
    };
    let (more, less) = (names(&now, &before), names(&before, &now));
    let sources = match (more.is_empty(), less.is_empty()) {
        (true, true) => None,
        (false, true) => Some(format!("now cites {more}")),
        (true, false) => Some(format!("no longer cites {less}")),
        (false, false) => Some(format!("now cites {more} in place of {less}")),
    };
    let stayed = now.iter().filter_map(|(id, places)| Some((id, places, before.get(id)?))).filter(|(_, now, before)| now != before);
    sources.into_iter().chain(stayed.filter_map(|(id, now, before)| places(&title(id), before, now))).collect()
}

/// That a source is cited at other places, or with other words of it.
fn places(source: &str, before: &BTreeSet<Place>, now: &BTreeSet<Place>) -> Option<String> {
    let more: Vec<&Place> = now.difference(before).collect();
    let less: Vec<&Place> = before.difference(now).collect();
    if let ([(at, is)], [(from, was)]) = (more.as_slice(), less.as_slice()) {
        // Of one that took the place of another, only what is another is told.
        let own = |at: &Option<String>, other: &Option<String>| at.as_deref().filter(|_| at != other).map(text::clean);
        let (was, is) = match (was, is) {
            (Some(was), Some(is)) => beside(was, is).map_or((None, None), |both| (Some(both.before), Some(both.now))),
            (was, is) => (was.as_deref().map(text::quoted), is.as_deref().map(text::quoted)),
        };
        return match (place(own(at, from), is), place(own(from, at), was)) {
            (Some(now), Some(before)) => Some(format!("now cites {source} {now} and no longer {before}")),
            (Some(now), None) => Some(format!("now cites {source} {now}")),
            (None, Some(before)) => Some(format!("no longer cites {source} {before}")),
            (None, None) => None,
        };
    }
    let told = |all: &[&Place]| {
        let told = all.iter().map(|(at, words)| place(at.as_deref().map(text::clean), words.as_deref().map(text::quoted)));
        words::and(&told.map(|place| place.unwrap_or_else(|| "as a whole".to_owned())).collect::<Vec<_>>())
    };
    Some(match (more.is_empty(), less.is_empty()) {
        (true, _) => format!("no longer cites {source} {}", told(&less)),
        (false, true) => format!("now cites {source} {} as well", told(&more)),
        (false, false) => format!("now cites {source} {} and no longer {}", told(&more), told(&less)),
    })
}

/// A place in a source, and words from there; nothing for a source as a whole.
fn place(at: Option<String>, words: Option<String>) -> Option<String> {
    let parts: Vec<String> =
        at.map(|at| format!("at {at}")).into_iter().chain(words.map(|words| format!("with the words {words}"))).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
