//! The words of a text by which a page calls it again: its first and its last ones, and those between that deny or limit what they say.
//!
//! An ellipsis may shorten a text and not make it say more than it does. A text without its end may read as a sentence of its own that nobody
//! said ("The pool should close" for "The pool should close before it is cleaned"); a text that visibly lacks its middle does not. So words are
//! left out there, except a denial, a condition, an exception or a bound.

use crate::render::prose::words::single_quotes;
use std::{iter::once, ops::Range};

/// The words of a text that is short, and kept whole.
const MOST: usize = 8;
/// The first words that are kept of one that is not.
const HEAD: usize = 4;
/// The last words that are kept: the most, so that they begin with a phrase, and how many where none begins there.
const TAIL: (usize, usize) = (4, 3);
/// How many limits of a text are kept.
const MOST_LIMITS: usize = 3;
/// The words of a limit; the fewest before a comma ends it, and the most.
const LIMIT: (usize, usize) = (4, 7);

/// A text of one line in quotation marks, by as many of its words as it takes to know it, and by all only where these are few. Linear in the
/// text.
pub fn excerpt(text: &str) -> String {
    called(text, false)
}

/// The same where it stands in a sentence: rather without an article than without a word that says something.
pub fn mention(text: &str) -> String {
    called(text, true)
}

fn called(text: &str, in_sentence: bool) -> String {
    let text = single_quotes(text);
    let all: Vec<&str> = text.split_whitespace().collect();
    let kept = if all.len() <= MOST { once(0..all.len()).collect() } else { handle(&all, in_sentence) };
    format!("“{}”", joined(&all, &kept))
}

/// The first `most` words of a text of one line, with what limits the sentence that they break off. Linear in the text.
pub fn cut(text: &str, most: usize) -> String {
    let all: Vec<&str> = text.split_whitespace().collect();
    if all.len() <= most {
        return all.join(" ");
    }
    let parts = once(0..most).chain(limits(&all, most, sentence(&all, most))).collect();
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

/// What is kept of the first sentence of a text that is not short: never all of it, so that no text stands on a page twice.
fn handle(all: &[&str], in_sentence: bool) -> Vec<Range<usize>> {
    let end = sentence(all, 1);
    if end <= MOST {
        return once(0..end).collect();
    }
    let head = head(all);
    let (most, usual) = TAIL;
    let behind = |at: usize| at.max(head + 1);
    let opens = |at: &usize| all.get(*at).is_some_and(|word| OPENING.contains(word));
    let tail = (behind(end - most)..end - 1).find(opens).unwrap_or_else(|| behind(end - usual));
    let mut parts = vec![0..head, tail..end];
    parts.extend(limits(all, head, tail));
    let counts = |at: usize| word(all, at).starts_with(|c: char| c.is_ascii_digit());
    let bears = |at: &usize| denies(word(all, *at)) || BEARING.contains(&word(all, *at)) || counts(*at);
    parts.extend((head..tail).filter(bears).take(MOST_LIMITS).map(|at| at..tail.min(at + 2)));
    let mut parts = merged(parts);
    if parts.len() > 2 {
        parts = merged(parts.iter().map(|part| part.start..if part.end == end { end } else { part.end + SPARED }).collect());
        let last = parts.len() - 1;
        for (nth, part) in parts.iter_mut().enumerate() {
            part.end -= if nth == last { 0 } else { SPARED };
        }
    }
    // Where everything bears on the rest, or next to nothing would be saved, the word is left out that bears least; in a sentence an article.
    let article = || {
        (1..end - 1).filter(|_| in_sentence).find(|at| matches!(all.get(*at), Some(&("the" | "a" | "an"))) && word(all, at + 1) != "only")
    };
    match parts.as_slice() {
        [whole] if whole.end == all.len() => {
            let spare = (head..tail).find(|at| !bears(at) && !is_limit(all, *at, true));
            let spare = article().or(spare).unwrap_or(head);
            vec![0..spare, spare + 1..end]
        }
        [first, last] if last.end == all.len() && last.start - first.end < SPARED => match article() {
            Some(article) => vec![0..article, article + 1..end],
            None => parts,
        },
        _ => parts,
    }
}

/// How many first words are kept: no quotation that they break off, and no number or article without its noun.
fn head(all: &[&str]) -> usize {
    let words = all.get(..HEAD).unwrap_or(all);
    let quote = words.iter().rposition(|word| word.starts_with('‘')).filter(|at| *at > 0);
    let broken = quote.filter(|at| !words.iter().skip(*at).any(|word| word.contains('’')));
    let mut head = broken.unwrap_or(words.len());
    let leads = |word: &&str| ARTICLES.contains(word) || word.starts_with(|c: char| c.is_ascii_digit());
    while head > 2 && all.get(head - 1).is_some_and(leads) {
        head -= 1;
    }
    head
}

/// The most words that are kept between two parts, since a mark in their place saves nothing.
const SPARED: usize = 3;

/// Words that say nothing without a noun.
const ARTICLES: &[&str] = &["a", "an", "the", "its", "their", "his", "her", "our", "this", "these", "those", "every", "each"];

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

/// Words that make what is behind them less sure or less wide, or say that somebody does.
const BEARING: &[&str] = &[
    "all", "almost", "denied", "denies", "deny", "doubt", "doubted", "doubts", "every", "fail", "failed", "fails", "false", "few", "half",
    "hardly", "little", "many", "may", "might", "most", "nearly", "perhaps", "possibly", "probably", "some", "unlikely",
];

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
    "neither", "either", "should", "can", "if", "when",
];

fn trim_leading_on(words: &str) -> &str {
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
