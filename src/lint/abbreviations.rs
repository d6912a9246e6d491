//! Abbreviations in texts, and the ways in which a debate says what they stand for.

use crate::{
    lint::{
        terms::local,
        words::{lower, words},
    },
    model::debate::Debate,
};
use std::collections::{BTreeMap, BTreeSet};

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

/// The most words and letters in parentheses that are looked at, and the most words of which initials are taken.
const MOST_INSIDE: usize = 12;
const MOST_LETTERS: usize = 200;
const MOST_WORDS: usize = 10;
/// The most abbreviations of one text of which it is asked whether it says what they stand for.
const MOST_USED: usize = 64;

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
    let by_name: BTreeMap<String, &'w str> = wanted.iter().map(|w| (w.to_lowercase(), *w)).collect();
    let parties = debate.parties.iter().map(|p| &p.name);
    let names = debate.terms.iter().map(|t| &t.name).chain(parties).chain(debate.sources.iter().map(|s| &s.name));
    for word in names.flat_map(|name| words(local(&name.shown))) {
        known.extend(by_name.get(&word.to_lowercase()));
    }
    for text in texts(debate) {
        let all: Vec<&str> = words(text).collect();
        let used: BTreeSet<&str> = all.iter().map(|word| singular(word)).filter(|word| wanted.contains::<str>(word)).collect();
        known.extend(parenthetical(text).filter_map(|word| wanted.get::<str>(word)));
        known.extend(initials(&all, &used).filter_map(|word| wanted.get::<str>(word.as_str())));
        if !used.is_empty() {
            let said = lower(text);
            let told = used.iter().take(MOST_USED).filter(|word| is_told(&said, &word.to_lowercase()));
            known.extend(told.filter_map(|word| wanted.get::<str>(word)));
        }
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

/// The words right before parentheses, and the first ones in them.
fn parenthetical(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('(').filter_map(|(at, _)| text.split_at_checked(at)).flat_map(|(before, behind)| {
        let near = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let before = text.get(near(before.len().saturating_sub(MOST_LETTERS))..before.len()).unwrap_or("");
        let last = before.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(|c: char| !c.is_alphanumeric()).next();
        let from = text.len() - behind.len() + 1;
        let inner = text.get(from..near(from + MOST_LETTERS)).unwrap_or("").split(')').next().unwrap_or("");
        last.into_iter().chain(words(inner).take(MOST_INSIDE)).map(singular)
    })
}

/// Whether words of a text say what `word` stands for, both in lower case.
fn is_told(said: &str, word: &str) -> bool {
    let behind = BEHIND.iter().any(|phrase| said.contains(&format!(" {word} {phrase} ")));
    behind || BEFORE.iter().any(|phrase| said.contains(&format!(" {phrase} {word} ")))
}

/// What the initials of words one after another make, two to six letters, with the small words among them and without. Words in small
/// letters count only for an abbreviation that is `used` beside them.
fn initials<'a>(all: &'a [&'a str], used: &'a BTreeSet<&'a str>) -> impl Iterator<Item = String> + 'a {
    (0..all.len()).flat_map(move |from| {
        [false, true].into_iter().flat_map(move |with_small| {
            let mut made = String::new();
            let mut all_capital = true;
            let mut out = Vec::new();
            for word in all.get(from..).unwrap_or(&[]).iter().take(MOST_WORDS) {
                let is_small = PASSED_OVER.contains(word);
                if is_small && !with_small && !made.is_empty() {
                    continue;
                }
                let Some(initial) = word.chars().next().filter(|c| c.is_ascii_alphabetic() && word.len() > 1 && !is_capital(word)) else {
                    break;
                };
                all_capital &= is_small || initial.is_uppercase();
                made.push(initial.to_ascii_uppercase());
                if made.len() > 6 {
                    break;
                }
                if made.len() > 1 && (all_capital || used.contains(made.as_str())) {
                    out.push(made.clone());
                }
            }
            out
        })
    })
}
