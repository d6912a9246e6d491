//! Whether what a quotation leaves out turns round, or makes surer, what it keeps: "X is … dangerous" of "X is not dangerous".
//!
//! Editorial practice lets an ellipsis shorten a passage and not change what it says. Only words right at the joint are looked at, for a
//! negation further off, or behind a comma, belongs to what is left out itself; and "not only … but" takes nothing back. A square bracket
//! that stands in place of words answers for all of them: "We \[firmly\] think so" of "We do not think so".

/// A word that is left out and bears on what is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The word.
    pub word: String,
    /// Whether it denies what is kept; otherwise it makes it less sure.
    pub denies: bool,
    /// Whether a square bracket stands in its place; otherwise an ellipsis leaves it out.
    pub replaced: bool,
}

/// The most words between a negation and the words that follow it.
const MOST_BETWEEN: usize = 2;
/// The most words left out of which one makes the rest less sure.
const MOST_HEDGED: usize = 2;

/// Words that deny the verb or noun behind them.
const DENYING: &[&str] = &["not", "never", "cannot", "hardly", "scarcely", "barely", "without", "neither", "unlikely"];
/// Words that make less sure what is behind them.
const HEDGING: &[&str] = &[
    "probably",
    "possibly",
    "perhaps",
    "maybe",
    "may",
    "might",
    "allegedly",
    "reportedly",
    "supposedly",
    "apparently",
    "presumably",
    "arguably",
    "almost",
    "nearly",
    "seemingly",
    "likely",
];
/// Words with which something else begins, or by which a negation is taken back.
const PARTING: &[&str] = &[
    "and", "or", "but", "then", "that", "because", "so", "while", "which", "who", "whom", "where", "when", "than", "although", "though",
    "if", "whether", "only", "just", "merely", "simply", "alone", "until", "unless",
];
/// Verbs that a negation right behind them denies.
const AUXILIARY: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "does", "did", "can", "could", "will", "would", "shall",
    "should", "may", "might", "must", "need",
];

/// What `left_out` between `before` and the words behind it takes from them, if anything.
pub fn find_dropped(before: &str, left_out: &str) -> Option<Dropped> {
    let tokens = tokens(left_out);
    let words: Vec<&str> = tokens.iter().flatten().copied().collect();
    let denials = words.iter().filter(|w| denies(w, None)).count();
    // Two negations may cancel each other, and what is set against something else behind it is not denied.
    let from = words.iter().rposition(|w| denies(w, None)).unwrap_or(0);
    if denials > 1 || words.iter().skip(from).any(|w| is_one_of(w, &["but"])) || words.iter().any(|w| is_one_of(w, &["nor"])) {
        return None;
    }
    before_joint(&tokens).or_else(|| behind_joint(before, &tokens)).or_else(|| hedge(&tokens, &words))
}

/// What words `put_in` in place of `replaced` take from the words beside them, if anything.
pub fn find_replaced(put_in: &str, replaced: &str) -> Option<Dropped> {
    let (ours, theirs) = (tokens(put_in), tokens(replaced));
    let own = |w: &&str| denies(w, None) || HEDGING.contains(w) || is_one_of(w, AUXILIARY);
    let denied = |w: &&str| denies(w, None);
    if ours.iter().flatten().any(denied) {
        return None;
    }
    let words: Vec<&str> = theirs.iter().flatten().copied().collect();
    // A clause of its own may be put in other words; what is set side by side may not.
    let aside = |w: &&str| is_one_of(w, PARTING) && !is_one_of(w, &["and", "but", "then", "so"]);
    let mut denials = words.iter().filter(|w| denied(w));
    if let (Some(word), None) = (denials.next(), denials.next()) {
        return (!words.iter().any(aside)).then(|| Dropped { word: (*word).to_owned(), denies: true, replaced: true });
    }
    let hedged = hedge(&theirs, &words).filter(|_| !ours.iter().flatten().any(own));
    hedged.map(|found| Dropped { replaced: true, ..found })
}

/// A negation right before the words that follow.
fn before_joint(tokens: &[Option<&str>]) -> Option<Dropped> {
    let mut next = None;
    for token in tokens.iter().rev().take(MOST_BETWEEN + 1) {
        let word = (*token).filter(|w| !is_one_of(w, PARTING))?;
        if denies(word, Some(next)) {
            let at = tokens.iter().rposition(|t| *t == Some(word))?;
            let alternative =
                at.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|b| b.is_some_and(|b| is_one_of(b, &["or", "why"])));
            return (!alternative).then(|| Dropped { word: word.to_owned(), denies: true, replaced: false });
        }
        next = Some(word);
    }
    None
}

/// A negation right behind a verb that is kept.
fn behind_joint(before: &str, tokens: &[Option<&str>]) -> Option<Dropped> {
    let verb = before.split_whitespace().next_back()?;
    let first = (*tokens.first()?)?;
    let second = tokens.get(1).copied().flatten();
    let holds = is_one_of(verb, AUXILIARY) && is_one_of(first, DENYING) && !second.is_some_and(|w| is_one_of(w, PARTING));
    holds.then(|| Dropped { word: first.to_owned(), denies: true, replaced: false })
}

/// A hedge that is all that is left out, or all but a word.
fn hedge(tokens: &[Option<&str>], words: &[&str]) -> Option<Dropped> {
    if words.len() > MOST_HEDGED || tokens.iter().any(Option::is_none) {
        return None;
    }
    // "May" is a month.
    let word = words.iter().find(|w| HEDGING.contains(*w))?;
    Some(Dropped { word: (*word).to_owned(), denies: false, replaced: false })
}

/// Whether a word denies what follows; with `next`, the word behind it, "no" does so before a noun or "longer".
fn denies(word: &str, next: Option<Option<&str>>) -> bool {
    let contracted = word.len() > 3 && (word.ends_with("n't") || word.ends_with("n’t"));
    let none = is_one_of(word, &["no"]) && next.is_none_or(|next| next.is_none_or(|n| is_one_of(n, &["longer", "more", "such", "other"])));
    contracted || none || is_one_of(word, DENYING)
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// The words of a text, and `None` where a mark parts two of them or stands at an end.
fn tokens(text: &str) -> Vec<Option<&str>> {
    let mut tokens = Vec::new();
    for word in text.split_whitespace() {
        let is_mark = |c: char| !c.is_alphanumeric();
        let bare = word.trim_matches(is_mark);
        if bare.is_empty() {
            tokens.push(None);
            continue;
        }
        if word.starts_with(is_mark) {
            tokens.push(None);
        }
        tokens.push(Some(bare));
        if word.ends_with(is_mark) {
            tokens.push(None);
        }
    }
    tokens
}
