//! Abbreviations in texts, and the ways in which a debate says what they stand for.

use crate::{
    lint::{
        terms::local,
        words::{lower, words},
    },
    model::debate::Debate,
};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Abbreviations that need no explanation anywhere.
const KNOWN: &[&str] = &[
    "UN", "US", "USA", "UK", "EU", "USSR", "UAE", "TV", "PC", "CD", "DVD", "DNA", "GPS", "PDF", "URL", "HTML", "HTTP", "USB", "LED", "OK",
    "ID", "PIN", "ATM", "AM", "PM", "GMT", "UTC", "AD", "BC", "CE", "BCE", "GDP", "CEO", "VAT", "IT", "HR", "IQ", "VIP", "SOS", "HIV",
    "AIDS", "COVID", "MRI", "NATO", "UNESCO", "UNICEF", "NASA", "FBI", "CIA", "BBC", "CNN", "SMS", "WWW", "FAQ", "ISBN", "DOI", "WHO",
    "IMF", "WTO", "OECD", "OPEC", "IAEA", "ILO", "ECB", "EEC", "ECHR", "ICC", "ICJ", "KGB", "NSA", "FDA", "EPA", "AI", "BMW", "VW", "IBM",
    "IKEA", "FIFA", "UEFA", "CERN", "ESA", "NHS", "MIT", "MP", "PR", "SUV", "RAM", "CPU", "GPU", "CO", "PHD", "WWI", "WWII", "CFO", "CTO",
    "ISO", "IEC", "API", "TCP", "IP", "AC", "DC",
];

/// Words that are written in capitals to stress them.
const STRESSED: &[&str] = &[
    "NOT", "NO", "NOR", "NEVER", "NONE", "ALL", "ANY", "EVERY", "EACH", "BOTH", "SOME", "MOST", "MORE", "LESS", "LEAST", "ONLY", "ALWAYS",
    "AND", "OR", "BUT", "IF", "THEN", "ELSE", "MUST", "SHALL", "SHOULD", "MAY", "MIGHT", "CAN", "CANNOT", "COULD", "WILL", "WOULD", "DO",
    "DOES", "DID", "IS", "ARE", "WAS", "WERE", "BE", "HAS", "HAVE", "YES", "NOW", "NEW", "OLD", "VERY", "TOO", "THE", "THIS", "THAT",
    "ONE", "TWO", "SAME", "OWN", "BEFORE", "AFTER", "WHY", "HOW", "WHAT", "WHEN", "WHERE", "STOP", "AGAIN", "EVER", "LOW", "HIGH", "BIG",
    "SMALL", "LONG", "SHORT", "GOOD", "BAD", "BEST", "WORST", "TRUE", "FALSE", "REAL", "RIGHT", "WRONG", "MANY", "FEW", "MUCH", "LITTLE",
    "FIRST", "LAST", "HERE", "THERE", "ALSO", "JUST", "EVEN", "STILL", "OUR", "YOUR", "THEIR", "HIS", "HER", "ITS", "WE", "YOU", "THEY",
    "HE", "SHE", "ME", "FOR", "FROM", "WITH", "IN", "ON", "OFF", "OUT", "UP", "DOWN", "OVER", "UNDER", "BY", "AT",
];

/// Small words that the letters of an abbreviation may pass over.
const PASSED_OVER: &[&str] = &[
    "of", "the", "and", "for", "in", "on", "to", "a", "an", "at", "by", "with", "de", "la", "le", "les", "des", "du", "und", "der", "für",
];

/// The most words and letters in parentheses that are looked at, and the most words of which initials are taken.
const MOST_INSIDE: usize = 12;
const MOST_LETTERS: usize = 200;
const MOST_WORDS: usize = 10;

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
            let mut before = "";
            for word in words(part) {
                // What a number counts is a unit.
                let is_unit = before.ends_with(|c: char| c.is_ascii_digit());
                found.extend(Some(singular(word)).filter(|w| !shouted && !is_unit && is_abbreviation(w)));
                before = word;
            }
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
/// and the like; or by words with these initials. What it also writes in small letters is a word, which needs none. Linear in the texts.
pub fn explained<'w>(debate: &Debate, wanted: &BTreeSet<&'w str>) -> BTreeSet<&'w str> {
    let mut known = BTreeSet::new();
    let wanted: HashSet<&'w str> = wanted.iter().copied().collect();
    let by_name: HashMap<String, &'w str> = wanted.iter().map(|w| (w.to_lowercase(), *w)).collect();
    let parties = debate.parties.iter().map(|p| &p.name);
    let names = debate.terms.iter().map(|t| &t.name).chain(parties).chain(debate.sources.iter().map(|s| &s.name));
    for word in names.flat_map(|name| words(local(&name.shown))) {
        known.extend(by_name.get(&word.to_lowercase()));
    }
    for text in texts(debate) {
        let all: Vec<&str> = words(text).collect();
        known.extend(all.iter().filter_map(|word| by_name.get(*word)));
        let used: HashSet<&str> = all.iter().filter_map(|word| wanted.get(singular(word))).copied().collect();
        known.extend(parenthetical(text).filter_map(|word| wanted.get(word)));
        let starts: Vec<Start> = all.iter().map(|word| Start::of(word)).collect();
        initials(&starts, |made, all_capital| known.extend(wanted.get(made).filter(|made| all_capital || used.contains(*made))));
        if !used.is_empty() {
            told(&lower(text), |word| by_name.get(word).filter(|word| used.contains(*word)).copied(), &mut known);
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
    // Of several one after another the last: what stands before and in the others stands before and in that one.
    let opened = text.match_indices('(').filter_map(|(at, _)| text.split_at_checked(at)).filter(|(_, behind)| !behind.starts_with("(("));
    opened.flat_map(|(before, behind)| {
        let near = |at: usize| (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let before = text.get(near(before.len().saturating_sub(MOST_LETTERS))..before.len()).unwrap_or("");
        let last = before.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(|c: char| !c.is_alphanumeric()).next();
        let from = text.len() - behind.len() + 1;
        let inner = text.get(from..near(from + MOST_LETTERS)).unwrap_or("").split(')').next().unwrap_or("");
        last.into_iter().chain(words(inner).take(MOST_INSIDE)).map(singular)
    })
}

/// Adds the words that `find` knows and that `said`, a text in lower case, says the meaning of.
fn told<'w>(said: &str, find: impl Fn(&str) -> Option<&'w str>, known: &mut BTreeSet<&'w str>) {
    let all: Vec<&str> = said.split_whitespace().collect();
    for (at, word) in all.iter().enumerate() {
        let Some(word) = find(word) else { continue };
        let behind = |phrase: &&str| phrase.split(' ').eq(all.iter().skip(at + 1).take(phrase.split(' ').count()).copied());
        let before = |phrase: &&str| phrase.rsplit(' ').eq(all.iter().take(at).rev().take(phrase.split(' ').count()).copied());
        if BEHIND.iter().any(behind) || BEFORE.iter().any(before) {
            known.insert(word);
        }
    }
}

/// How a word may take part in an abbreviation.
#[derive(Debug, Clone, Copy)]
struct Start {
    /// Its first letter as a capital; none of a word that cannot take part.
    letter: Option<u8>,
    /// Whether it begins with a capital.
    is_capital: bool,
    /// Whether it may be passed over.
    is_small: bool,
}

impl Start {
    fn of(word: &str) -> Self {
        let first = word.bytes().next().filter(|c| c.is_ascii_alphabetic() && word.len() > 1 && !is_capital(word));
        Self {
            letter: first.map(|c| c.to_ascii_uppercase()),
            is_capital: first.is_some_and(|c| c.is_ascii_uppercase()),
            is_small: PASSED_OVER.contains(&word),
        }
    }
}

/// Tells what the initials of words one after another make, two to six letters, with the small words among them and without, and whether
/// all of them are capitals, small words left aside: else they count only for an abbreviation beside them.
fn initials(starts: &[Start], mut tell: impl FnMut(&str, bool)) {
    for from in 0..starts.len() {
        for with_small in [false, true] {
            let (mut made, mut length, mut all_capital, mut passed) = ([0; 6], 0, true, false);
            for start in starts.iter().skip(from).take(MOST_WORDS) {
                if start.is_small && !with_small && length > 0 {
                    passed = true;
                    continue;
                }
                let (Some(letter), Some(slot)) = (start.letter, made.get_mut(length)) else { break };
                *slot = letter;
                length += 1;
                all_capital &= start.is_small || start.is_capital;
                if length > 1 {
                    tell(made.get(..length).and_then(|made| str::from_utf8(made).ok()).unwrap_or(""), all_capital);
                }
            }
            if !passed {
                break;
            }
        }
    }
}
