//! Abbreviations in texts, and the ways in which a debate says what they stand for.

use crate::{
    lint::{
        terms::local,
        words::{lower, words},
    },
    model::debate::Debate,
};
use std::collections::BTreeSet;

/// Abbreviations that need no explanation anywhere.
const KNOWN: &[&str] = &[
    "UN", "US", "USA", "UK", "EU", "USSR", "UAE", "TV", "PC", "CD", "DVD", "DNA", "GPS", "PDF", "URL", "HTML", "HTTP", "USB", "LED", "OK",
    "ID", "PIN", "ATM", "AM", "PM", "GMT", "UTC", "AD", "BC", "CE", "BCE", "GDP", "CEO", "VAT", "IT", "HR", "IQ", "VIP", "SOS", "HIV",
    "AIDS", "COVID", "MRI", "NATO", "UNESCO", "UNICEF", "NASA", "FBI", "CIA", "BBC", "CNN", "SMS", "WWW", "FAQ", "ISBN", "DOI",
];

/// Words that are written in capitals to stress them.
const STRESSED: &[&str] = &[
    "NOT", "NO", "NOR", "NEVER", "NONE", "ALL", "ANY", "EVERY", "EACH", "BOTH", "SOME", "MOST", "MORE", "LESS", "LEAST", "ONLY", "ALWAYS",
    "AND", "OR", "BUT", "IF", "THEN", "ELSE", "MUST", "SHALL", "SHOULD", "MAY", "MIGHT", "CAN", "CANNOT", "COULD", "WILL", "WOULD", "DO",
    "DOES", "DID", "IS", "ARE", "WAS", "WERE", "BE", "HAS", "HAVE", "YES", "NOW", "NEW", "OLD", "VERY", "TOO", "THE", "THIS", "THAT",
    "ONE", "TWO", "SAME", "OWN", "BEFORE", "AFTER", "WHY", "HOW", "WHAT", "WHEN", "WHERE", "STOP", "AGAIN", "EVER",
];

/// Small words that the letters of an abbreviation may pass over.
const PASSED_OVER: &[&str] = &[
    "of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "by", "with", "de", "la", "le", "les", "des", "du", "und", "der", "für",
];

/// Words before an abbreviation, and behind it, that say what it stands for.
const BEFORE: &[&str] = &["known as", "called", "abbreviated", "abbreviated as", "abbreviated to", "hereafter", "in short", "or"];
const BEHIND: &[&str] = &["short for", "is short for", "stands for", "stood for", "means", "that is", "i e"];

/// The abbreviations in a text, without a plural sign: two to six capital letters. Roman numbers, quotations and stressed words are none.
pub fn abbreviations(text: &str) -> Vec<&str> {
    if !text.as_bytes().windows(2).any(|pair| pair.iter().all(u8::is_ascii_uppercase)) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut quoted = false;
    for part in text.split_inclusive(['"', '“', '”']) {
        if !quoted {
            let shouted = words(part).filter(|w| is_capital(w) && !KNOWN.contains(w)).count() * 2 > words(part).count();
            found.extend(words(part).map(singular).filter(|w| !shouted && is_abbreviation(w)));
        }
        quoted = match part.chars().last() {
            Some('"') => !quoted,
            Some('“') => true,
            Some('”') => false,
            _ => quoted,
        };
    }
    found
}

fn is_capital(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|b| b.is_ascii_uppercase())
}

fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|w| is_capital(w)).unwrap_or(word)
}

fn is_abbreviation(word: &str) -> bool {
    let numeral = word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M'));
    (2..=6).contains(&word.len()) && is_capital(word) && !numeral && !KNOWN.contains(&word) && !STRESSED.contains(&word)
}

/// Those of `wanted` that the debate explains: by the name of a term, party or source; in parentheses, before or behind; by "short for"
/// and the like; or by words with these initials. Near linear.
pub fn explained<'w>(debate: &Debate, wanted: &BTreeSet<&'w str>) -> BTreeSet<&'w str> {
    let mut known = BTreeSet::new();
    let mut tell = |word: &str| known.extend(wanted.iter().filter(|w| w.eq_ignore_ascii_case(word)));
    let parties = debate.parties.iter().map(|p| &p.name);
    let names = debate.terms.iter().map(|t| &t.name).chain(parties).chain(debate.sources.iter().map(|s| &s.name));
    names.for_each(|name| words(local(&name.shown)).for_each(&mut tell));
    for text in texts(debate) {
        for (before, behind) in text.match_indices('(').filter_map(|(at, _)| text.split_at_checked(at)) {
            words(before).last().map(singular).into_iter().for_each(&mut tell);
            words(behind.split(')').next().unwrap_or("")).map(singular).for_each(&mut tell);
        }
    }
    let left: Vec<&'w str> = wanted.iter().copied().filter(|w| !known.contains(w)).collect();
    for text in texts(debate) {
        let all: Vec<&str> = words(text).collect();
        let is_used = |word: &str| all.iter().any(|w| singular(w) == word);
        known.extend(left.iter().filter(|word| has_initials(&all, word, is_used(word))));
        let said = lower(text);
        known.extend(left.iter().filter(|word| is_used(word) && is_told(&said, &word.to_lowercase())));
    }
    known
}

/// Every text of a debate in which something may be explained.
fn texts(debate: &Debate) -> impl Iterator<Item = &str> {
    let claims = debate.claims.iter().flat_map(|c| [Some(&c.text), c.details.as_ref().and_then(|d| d.note.as_ref())]);
    let questions = debate.questions.iter().flat_map(|q| [Some(&q.text), q.note.as_ref()]);
    let parties = debate.parties.iter().flat_map(|p| [Some(&p.text), p.role.as_ref(), p.side.as_ref()]);
    let sources = debate.sources.iter().flat_map(|s| [Some(&s.text), s.author.as_ref(), s.container.as_ref(), s.note.as_ref()]);
    let terms = debate.terms.iter().flat_map(|t| [Some(&t.text), t.note.as_ref()]);
    let about = [&debate.about.title, &debate.about.scope, &debate.about.author].map(Option::as_ref);
    let headings = debate.sections.iter().map(|s| Some(&s.title));
    let all = claims.chain(questions).chain(parties).chain(sources).chain(terms).chain(about).chain(headings);
    all.flatten().map(String::as_str)
}

/// Whether words of a text say what `word` stands for, both in lower case.
fn is_told(said: &str, word: &str) -> bool {
    let behind = BEHIND.iter().any(|phrase| said.contains(&format!(" {word} {phrase} ")));
    behind || BEFORE.iter().any(|phrase| said.contains(&format!(" {phrase} {word} ")))
}

/// Whether words one after another have the letters of an abbreviation as their initials; written small only where it is `near`.
fn has_initials(all: &[&str], abbreviation: &str, near: bool) -> bool {
    let letters: Vec<char> = abbreviation.chars().collect();
    (0..all.len()).any(|from| fits(all.get(from..).unwrap_or(&[]), &letters, near, true))
}

fn fits(all: &[&str], letters: &[char], near: bool, first: bool) -> bool {
    let Some((letter, rest)) = letters.split_first() else { return true };
    let Some((word, others)) = all.split_first() else { return false };
    let initial = word.chars().next().unwrap_or(' ');
    let is_small = PASSED_OVER.contains(word);
    let whole = word.chars().count() > 1 && !is_capital(word);
    let begins = whole && initial.to_ascii_uppercase() == *letter && (near || is_small || initial.is_uppercase());
    (begins && fits(others, rest, near, false)) || (!first && is_small && fits(others, letters, near, false))
}
