//! The first words of a text that is longer than there is room for, with what limits them.
//!
//! An ellipsis may shorten a text and not make it say more than it does. A text without its end may read as a sentence of its own that nobody
//! said ("The pool should close" for "The pool should close before it is cleaned"), so a condition, an exception or a bound is kept.

use std::{iter::once, ops::Range};

/// How many limits of a text are kept.
const MOST_LIMITS: usize = 3;
/// The words of a limit; the fewest before a comma ends it, and the most.
const LIMIT: (usize, usize) = (4, 7);

/// The first words of a text of one line, at most `most` and none that leads on to the next, with what limits the sentence that they break
/// off. Linear in the text.
pub fn cut(text: &str, most: usize) -> String {
    let all: Vec<&str> = text.split_whitespace().collect();
    if all.len() <= most {
        return all.join(" ");
    }
    let kept = trim_leading_on(&all.get(..most).unwrap_or(&[]).join(" ")).split(' ').count();
    let parts = once(0..kept).chain(limits(&all, kept, sentence(&all, most))).collect();
    joined(&all, &merged(parts))
}

/// The words of `parts`, with a mark wherever some are left out.
fn joined(all: &[&str], parts: &[Range<usize>]) -> String {
    let bare = |part: &Range<usize>| {
        let words = all.get(part.clone()).unwrap_or(&[]).join(" ");
        words.trim_end_matches(['.', ',', ';', ':']).to_owned()
    };
    let end = if parts.last().is_some_and(|last| last.end < all.len()) { " …" } else { "" };
    parts.iter().map(bare).collect::<Vec<_>>().join(" … ") + end
}

/// Parts in their order, those that meet as one.
fn merged(mut parts: Vec<Range<usize>>) -> Vec<Range<usize>> {
    parts.sort_by_key(|part| part.start);
    let mut all: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match all.last_mut() {
            Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
            _ => all.push(part),
        }
    }
    all
}

/// Where the sentence ends to which the word before `from` belongs.
fn sentence(all: &[&str], from: usize) -> usize {
    let ends = |at: &usize| {
        let before = at.checked_sub(1).and_then(|before| all.get(before));
        before.is_some_and(|word| word.trim_end_matches(['’', '”', ')']).ends_with(['.', '?', '!']) && word.chars().count() > 3)
            && all.get(*at).is_some_and(|word| word.starts_with(|c: char| !c.is_lowercase()))
    };
    (from..all.len()).find(ends).unwrap_or(all.len())
}

/// What limits a sentence among its words from `from` to `end`.
fn limits(all: &[&str], from: usize, end: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let denial = (0..end).find(|at| denies(&word(all, *at).to_lowercase()));
    let mut at = from;
    while at < end && found.len() < MOST_LIMITS {
        if !is_limit(all, at, denial.is_some_and(|denial| denial < at)) {
            at += 1;
            continue;
        }
        let floor = found.last().map_or(from, |last| last.end);
        let leads = |before: &usize| LEADS.contains(&word(all, *before)) && !pauses(all, before + 1);
        let start = (floor..at).rev().take_while(leads).last().unwrap_or(at);
        let (fewest, most) = LIMIT;
        let stop = (at + fewest..end).find(|stop| pauses(all, *stop)).unwrap_or(end);
        let stop = if stop - at <= most {
            stop
        } else {
            let words = all.get(at..at + most).unwrap_or(&[]).join(" ");
            at + trim_leading_on(&words).split_whitespace().count()
        };
        found.push(start..stop);
        at = stop;
    }
    found
}

/// Whether a condition, an exception or a bound begins with the word at `at`; `denied` says whether what it bounds is denied.
fn is_limit(all: &[&str], at: usize, denied: bool) -> bool {
    let next = word(all, at + 1);
    let before = at.checked_sub(1).map_or("", |before| word(all, before));
    let asks = ASKING.iter().any(|stem| before.starts_with(stem));
    match word(all, at) {
        "unless" | "except" | "excepting" | "until" | "till" | "without" | "none" | "nowhere" | "barring" | "insofar" => true,
        "provided" | "providing" => next == "that" || pauses(all, at),
        "only" => before != "not",
        "if" => !asks && !["as", "even"].contains(&before) && !["any", "ever", "anything"].contains(&next),
        "when" | "where" | "whenever" | "wherever" => !asks && !pauses(all, at),
        "but" => next != "also" && !["nothing", "anything", "all", "cannot"].contains(&before),
        "not" => next != "at" && (pauses(all, at) || ["and", "but", "though", "although"].contains(&before)),
        "save" => ["for", "where", "when", "if"].contains(&next),
        "other" => next == "than",
        "apart" => next == "from",
        "at" => next == "most",
        "as" | "so" => ["long", "far"].contains(&next) && word(all, at + 2) == "as",
        "more" | "less" | "fewer" | "longer" | "later" | "earlier" => denied && next == "than",
        _ => false,
    }
}

/// How verbs begin behind which "if" and "when" ask.
const ASKING: &[&str] = &["ask", "know", "known", "unknown", "unclear", "wonder", "doubt", "decide", "see", "tell", "say", "show"];

/// Words that lead up to the word that limits: "in none", "but only", "as the only".
const LEADS: &[&str] =
    &["and", "or", "but", "though", "although", "even", "as", "in", "of", "to", "by", "with", "for", "on", "at", "from", "the", "a", "an"];

/// The word at `at` without marks; none beyond the end.
fn word<'w>(all: &[&'w str], at: usize) -> &'w str {
    all.get(at).map_or("", |word| word.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether a mark parts the word at `at` from the one before.
fn pauses(all: &[&str], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| all.get(before)).is_some_and(|word| word.ends_with([',', ';', ':', '–', '—']))
}

/// Whether a word denies what follows.
fn denies(word: &str) -> bool {
    DENYING.contains(&word) || word.ends_with("n't") || word.ends_with("n’t")
}

/// Words that deny.
const DENYING: &[&str] = &["not", "no", "never", "nobody", "nothing", "neither", "nor", "cannot"];

/// Words with which a phrase begins.
const OPENING: &[&str] = &[
    "after", "against", "although", "as", "at", "because", "before", "between", "beyond", "by", "during", "for", "from", "if", "in",
    "into", "on", "over", "since", "so", "that", "though", "through", "to", "towards", "under", "unless", "until", "when", "where",
    "which", "while", "who", "whom", "whose", "why", "with", "within", "without",
];

/// Words that lead on to the next one.
const LEADING_ON: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "for", "by", "with", "and", "or", "that", "which", "who", "its", "their", "is", "are",
    "from", "at", "as", "than", "more", "most", "does", "do", "did", "since", "until", "before", "after", "into", "over", "under", "such",
    "like", "not", "have", "has", "be", "will", "would", "was", "were", "only", "no", "any", "each", "every", "these", "those", "this",
    "neither", "either", "should", "can", "if", "when", "about", "too", "so", "very", "same", "between", "through", "while", "because",
];

/// `words` without those at the end that lead on to what is left out.
pub fn trim_leading_on(words: &str) -> &str {
    let mut words = words;
    while let Some((before, last)) = words.rsplit_once(' ') {
        // "by performing", "to observe": what is done lacks what it is done to.
        let verbal = |lead: &str| lead == "to" || (OPENING.contains(&lead) && last.ends_with("ing"));
        let is_verbal = before.rsplit(' ').next().is_some_and(verbal);
        if !(LEADING_ON.contains(&last) || is_verbal) || !before.contains(' ') {
            break;
        }
        words = before;
    }
    words
}
