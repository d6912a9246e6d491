//! Whether what a quotation leaves out turns round, makes surer or makes wider what it keeps: "X is … dangerous" of "X is not dangerous".
//!
//! Editorial practice lets an ellipsis shorten a passage and not change what it says. Only words right at the joint are looked at, for a
//! negation further off, or behind a comma, belongs to what is left out itself; and "not only … but" takes nothing back. A square bracket
//! that stands in place of words answers for all of them: "We \[firmly\] think so" of "We do not think so". One that opens a quotation
//! answers for the words before it, and an ellipsis that ends one for the condition that follows.

use crate::quotation::{
    figures::counts,
    words::{ADVERBS, AUXILIARY, DETERMINING, is_one_of, tokens},
};

/// A word that is left out or put in and bears on what is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The word.
    pub word: String,
    /// What it does to what is kept.
    pub does: Effect,
    /// The mark that does it.
    pub mark: Mark,
}

/// How a word of a quotation came to be other than in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// An ellipsis leaves it out.
    Ellipsis,
    /// A square bracket stands in its place.
    Replaced,
    /// A square bracket puts it in.
    PutIn,
}

/// What a word does to those beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// It denies them.
    Denies,
    /// It denies what is left out with it, and perhaps them.
    MayDeny,
    /// It makes them less sure.
    Hedges,
    /// It says when, or of what, they hold.
    Limits,
    /// It is a number or a quantity, and a bracket puts it in, or another one in its place.
    Counts,
    /// A bracket makes this other word of it.
    Rewords(String),
}

/// The most words between a negation and the words that follow it.
const MOST_BETWEEN: usize = 2;
/// The most words between a hedge and the words that follow it.
const MOST_BEHIND_HEDGE: usize = 1;
/// The most words left out of which one makes the rest less sure, wherever it stands.
const MOST_HEDGED: usize = 2;
/// The most words left out between a verb and its noun of which "little" denies the noun.
const MOST_SCANT: usize = 3;

/// Words that deny the verb or noun behind them.
const DENYING: &[&str] = &[
    "not", "never", "cannot", "hardly", "scarcely", "barely", "rarely", "seldom", "without", "neither", "nor", "none", "nobody", "unlikely",
];
/// Words with which "no" denies what is behind them.
const AFTER_NO: &[&str] = &["longer", "more", "such", "other", "way", "means", "circumstances", "account"];
/// Pairs of words that deny what is behind them.
pub const DENYING_PAIRS: &[(&str, &str)] = &[
    ("far", "from"),
    ("anything", "but"),
    ("nowhere", "near"),
    ("short", "of"),
    ("fail", "to"),
    ("fails", "to"),
    ("failed", "to"),
    ("refuse", "to"),
    ("refuses", "to"),
    ("refused", "to"),
    ("unable", "to"),
    ("unwilling", "to"),
    ("decline", "to"),
    ("declines", "to"),
    ("declined", "to"),
    ("cease", "to"),
    ("ceases", "to"),
    ("ceased", "to"),
    ("neglected", "to"),
    ("forgot", "to"),
    ("refrain", "from"),
    ("refrains", "from"),
    ("refrained", "from"),
    ("incapable", "of"),
    ("rather", "than"),
    ("yet", "to"),
    ("remains", "to"),
    ("remained", "to"),
    ("deny", "that"),
    ("denies", "that"),
    ("denied", "that"),
    ("doubt", "that"),
    ("doubts", "that"),
    ("doubted", "that"),
    ("false", "that"),
    ("untrue", "that"),
];
/// Pairs of words that deny the noun behind them, before which a quotation may well begin.
const DENYING_NOUNS: &[(&str, &str)] = &[("instead", "of"), ("lack", "of"), ("absence", "of")];
/// Verbs that deny the noun or the clause behind them.
const DEPRIVING: &[&str] = &["lack", "lacks", "lacked", "lacking", "deny", "denies", "denied", "denying"];
/// Verbs that are against what is named behind them.
const OPPOSING: &[&str] = &[
    "avoid",
    "avoids",
    "avoided",
    "prevent",
    "prevents",
    "prevented",
    "reject",
    "rejects",
    "rejected",
    "refuse",
    "refuses",
    "refused",
    "oppose",
    "opposes",
    "opposed",
];
/// Pairs of words for what is wanted, tried or said, and perhaps not so.
const INTENDING: &[(&str, &str)] = &[
    ("intended", "to"),
    ("tried", "to"),
    ("attempted", "to"),
    ("wanted", "to"),
    ("hoped", "to"),
    ("planned", "to"),
    ("threatened", "to"),
    ("offered", "to"),
    ("promised", "to"),
    ("expected", "to"),
    ("about", "to"),
    ("going", "to"),
    ("seems", "to"),
    ("seemed", "to"),
    ("appears", "to"),
    ("appeared", "to"),
    ("said", "to"),
    ("alleged", "to"),
    ("believed", "to"),
    ("likely", "to"),
];
/// Pairs of words that bound the number behind them.
const BOUNDING: &[(&str, &str)] = &[
    ("less", "than"),
    ("fewer", "than"),
    ("more", "than"),
    ("up", "to"),
    ("at", "most"),
    ("at", "least"),
    ("many", "as"),
    ("close", "to"),
];
/// Those of which it is the most there may be.
const LESSENING: &[(&str, &str)] = &[("less", "than"), ("fewer", "than"), ("up", "to"), ("at", "most")];
/// Words that do so by themselves.
const BOUNDS: &[&str] = &["under", "below", "over", "above"];
/// Words of a bracket that bound a number in its own way.
const ALSO_BOUNDING: &[&str] =
    &["less", "fewer", "more", "most", "least", "up", "under", "below", "over", "above", "maximum", "minimum", "nearly", "almost"];
/// Words for a part of what is named behind them.
const PARTIAL: &[&str] = &["most", "half"];
/// Words for a part before "of".
const PARTIAL_OF: &[&str] = &["most", "some", "half", "part", "many", "several"];
/// Words for all, behind which "but" begins an exception.
const WHOLE: &[&str] =
    &["all", "every", "each", "everyone", "everybody", "everything", "none", "nobody", "nothing", "anyone", "anybody", "anything", "one"];
/// Pairs of words with which an exception begins.
const EXCEPTING: &[(&str, &str)] = &[("other", "than"), ("save", "for"), ("apart", "from"), ("aside", "from")];
/// Words that deny, or nearly so, the noun or the clause behind them, unless an article stands before them.
pub const SCANT: &[&str] = &["little", "few", "scant", "insufficient", "no", "false", "untrue", "doubtful"];
/// Words with which a condition or an exception begins.
pub const LIMITING: &[&str] = &["unless", "except", "excepting", "excluding", "only", "if"];
/// Words behind "only" that make a condition with it.
pub const AFTER_ONLY: &[&str] = &["if", "when", "where", "after", "until", "because", "as", "in", "on", "for", "with", "by"];
/// Words that say in a quotation's own way what a limiting word says.
const ALSO_LIMITING: &[&str] =
    &["apart", "besides", "save", "provided", "but", "without", "solely", "just", "merely", "when", "other", "bar", "barring", "where"];
/// Words behind "if" that make a turn of speech of it and no condition.
pub const IDLE_CONDITION: &[&str] =
    &["anything", "necessary", "need", "needed", "possible", "any", "ever", "at", "not", "only", "you", "indeed", "so"];
/// Words that make less sure what is behind them.
pub const HEDGING: &[&str] = &[
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
/// Words that open a clause of its own, which may end at the joint: what is denied within it is left out too.
const RELATIVE: &[&str] =
    &["that", "which", "who", "whom", "whose", "where", "when", "as", "because", "since", "while", "although", "though"];
/// Hedges that are verbs, which end with the verb behind them.
const MODAL: &[&str] = &["may", "might"];

/// What `left_out` between `before` and `behind` takes from them, if anything.
pub fn find_dropped(before: &str, left_out: &str, behind: &str) -> Option<Dropped> {
    let whole = tokens(left_out);
    let found = find_in(before, &whole, behind).or_else(|| find_in(before, without_aside(&whole)?, behind));
    found.or_else(|| bounded(&whole, behind)).or_else(|| partial(before, &whole))
}

/// Whether something else begins behind the joint, so that a verb or a noun at the end of what is left out ends what is denied there.
fn ends_at_joint(left_out: &[Option<&str>], behind: &str) -> bool {
    let is_open = |word: &str| denies(word, None) || [ADVERBS, AUXILIARY, DETERMINING].iter().any(|list| is_one_of(word, list));
    let is_parted = tokens(behind).first().is_some_and(|first| first.is_none_or(|word| is_one_of(word, PARTING)));
    is_parted && left_out.last().is_some_and(|last| last.is_some_and(|word| !is_open(word)))
}

/// What is left out without the aside at its end: "may, in some cases," is "may".
fn without_aside<'t, 'w>(tokens: &'t [Option<&'w str>]) -> Option<&'t [Option<&'w str>]> {
    let (_, rest) = tokens.split_last().filter(|(last, _)| last.is_none())?;
    tokens.get(..rest.iter().rposition(Option::is_none)?).filter(|kept| !kept.is_empty())
}

fn find_in(before: &str, tokens: &[Option<&str>], following: &str) -> Option<Dropped> {
    let words: Vec<&str> = tokens.iter().flatten().copied().collect();
    let last = words.iter().rposition(|w| denies(w, None));
    let behind = last.map_or(&[][..], |last| words.get(last + 1..).unwrap_or(&[]));
    let denial = if last.is_some_and(|last| cancels(&words, last)) || behind.iter().any(|w| is_one_of(w, &["but"])) {
        pair(tokens)
    } else if is_taken_back(tokens) {
        None
    } else {
        let at_end = || before_joint(tokens).or_else(|| pair(tokens)).or_else(|| deprived(tokens));
        let is_ended = ends_at_joint(tokens, following);
        let ahead = if is_ended { None } else { at_end() };
        ahead.or_else(|| behind_joint(before, tokens)).or_else(|| scant(before, tokens))
    };
    denial.or_else(|| hedge(before, tokens, &words)).or_else(|| limit(before, tokens))
}

/// What words `put_in` in place of `replaced` take from the words beside them, of which `behind` are those behind them, if anything.
pub fn find_replaced(put_in: &str, replaced: &str, behind: &str) -> Option<Dropped> {
    let (ours, theirs) = (tokens(put_in), tokens(replaced));
    let own = |w: &&str| denies(w, None) || HEDGING.contains(w) || is_one_of(w, &["can", "could", "would", "should"]);
    let denied = |w: &&str| denies(w, None);
    if ours.iter().flatten().any(denied) || pair(&ours).is_some() {
        return None;
    }
    let words: Vec<&str> = theirs.iter().flatten().copied().collect();
    // A clause of its own may be put in other words; what is set side by side may not.
    let aside = |w: &&str| is_one_of(w, PARTING) && !is_one_of(w, &["and", "but", "then", "so"]);
    let mut denials = words.iter().filter(|w| denied(w));
    if let (Some(word), None) = (denials.next(), denials.next()) {
        return (!words.iter().any(aside)).then(|| Dropped { mark: Mark::Replaced, ..dropped(word, Effect::Denies) });
    }
    let hedged = hedge("", &theirs, &words).filter(|_| !ours.iter().flatten().any(own));
    let limits = |w: &&str| is_one_of(w, LIMITING) || is_one_of(w, ALSO_LIMITING);
    let limited = || limit("", &theirs).filter(|_| !ours.iter().flatten().any(limits));
    let bounds = |w: &&str| is_one_of(w, ALSO_BOUNDING);
    let bounded = || bounded(&theirs, behind).filter(|_| !ours.iter().flatten().any(bounds));
    let found = pair(&theirs).or(hedged).or_else(limited).or_else(bounded);
    found.map(|found| Dropped { mark: Mark::Replaced, ..found })
}

/// What words `put_in` at the start of a quotation take from those `behind` them, if `preceding` are the words before those in the source.
pub fn find_opened(put_in: &str, preceding: &str, behind: &str) -> Option<Dropped> {
    let (ours, theirs) = (tokens(put_in), tokens(preceding));
    let own = |w: &&str| denies(w, None) || HEDGING.contains(w) || is_one_of(w, SCANT);
    if ours.iter().flatten().any(own) {
        return None;
    }
    let words: Vec<&str> = theirs.iter().flatten().copied().collect();
    let alone = words.iter().rposition(|w| denies(w, None)).is_none_or(|last| !cancels(&words, last));
    let denial = before_joint(&theirs).filter(|_| alone).or_else(|| pair(&theirs)).or_else(|| few_before(&theirs));
    let bounded = || if ours.iter().flatten().any(|w| is_one_of(w, ALSO_BOUNDING)) { None } else { bounded(&theirs, behind) };
    denial.or_else(|| hedge_before_joint("", &theirs)).or_else(bounded).map(|found| Dropped { mark: Mark::Replaced, ..found })
}

/// What an ellipsis at the end of a quotation, whose last words are `before`, takes from them, if `following` follow in the source.
pub fn find_ended(before: &str, following: &str) -> Option<Dropped> {
    limit_behind(before, &tokens(following)).map(|word| dropped(&word, Effect::Limits))
}

/// What an ellipsis at the start of a quotation takes from `behind`, if `preceding` are the words before those in the source.
pub fn find_left_out_before(preceding: &str, behind: &str) -> Option<Dropped> {
    let all = tokens(preceding);
    let is_idle = |word: &str| [ADVERBS, AUXILIARY, DETERMINING, &["any"]].iter().any(|list| is_one_of(word, list));
    let idle = all.iter().rev().take_while(|token| token.is_some_and(is_idle)).count();
    let rest = all.get(..all.len() - idle)?;
    let words: Vec<&str> = all.iter().flatten().copied().collect();
    let is_alone = || words.iter().rposition(|w| denies(w, None)).is_none_or(|last| !cancels(&words, last));
    let is_alternative = rest.iter().rev().nth(1).is_some_and(|token| token.is_some_and(|w| is_one_of(w, &["or", "why", "if"])));
    let denial = rest.last().copied().flatten().filter(|word| denies(word, None) && is_alone() && !is_alternative);
    let direct = || pair(&all).or_else(|| few_before(&all)).or_else(|| hedge_before_joint("", &all));
    denial.map(|word| dropped(word, Effect::Denies)).or_else(direct).or_else(|| bounded(&all, behind)).or_else(|| partial("", &all))
}

/// What words `put_in` behind `before` at the end of a quotation take from it, if `following` follow in the source.
pub fn find_closed(before: &str, put_in: &str, following: &str) -> Option<Dropped> {
    let is_own = tokens(put_in).iter().flatten().any(|w| denies(w, None) || is_one_of(w, SCANT));
    find_denied_behind(before, following).filter(|_| !is_own).map(|found| Dropped { mark: Mark::Replaced, ..found })
}

/// A negation right behind a verb with which a quotation ends, if `following` follow in the source.
pub fn find_denied_behind(before: &str, following: &str) -> Option<Dropped> {
    behind_joint(before, &tokens(following))
}

fn dropped(word: &str, does: Effect) -> Dropped {
    Dropped { word: word.to_owned(), does, mark: Mark::Ellipsis }
}

/// Whether the negation at `last` is taken back by one before it: not where both deny, side by side.
pub fn cancels(words: &[&str], last: usize) -> bool {
    let before = words.get(..last).unwrap_or(&[]);
    let Some(other) = before.iter().rposition(|w| denies(w, None)) else { return false };
    !before.get(other..).unwrap_or(&[]).iter().any(|w| is_one_of(w, &["and", "or"]))
        && !words.get(last).is_some_and(|w| is_one_of(w, &["nor"]))
}

/// A negation right before the words that follow.
fn before_joint(tokens: &[Option<&str>]) -> Option<Dropped> {
    let mut next = None;
    for token in tokens.iter().rev().take(MOST_BETWEEN + 1) {
        let word = (*token).filter(|w| !is_one_of(w, PARTING))?;
        if denies(word, Some(next)) {
            if next.is_some_and(|w| is_one_of(w, DEPRIVING) || is_one_of(w, OPPOSING)) {
                return None;
            }
            let opens_clause = tokens.first().is_some_and(|first| first.is_some_and(|w| is_one_of(w, RELATIVE)));
            if opens_clause && next.is_some_and(|w| !is_one_of(w, ADVERBS)) {
                return None;
            }
            let at = tokens.iter().rposition(|t| *t == Some(word))?;
            let alternative =
                at.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|b| b.is_some_and(|b| is_one_of(b, &["or", "why"])));
            // "Without their boats" is whole by itself.
            let is_whole = is_one_of(word, &["without"]) && next.is_some_and(|w| !is_one_of(w, ADVERBS)) && !takes_noun(tokens);
            return (!alternative).then(|| dropped(word, if is_whole { Effect::MayDeny } else { Effect::Denies }));
        }
        next = Some(word);
    }
    None
}

/// Whether a noun is still to come behind the last word.
fn takes_noun(tokens: &[Option<&str>]) -> bool {
    tokens.last().is_some_and(|last| last.is_some_and(|w| is_one_of(w, DETERMINING) || is_one_of(w, &["any", "such", "being"])))
}

/// A verb right before the words that follow that denies them, or is against them.
fn deprived(tokens: &[Option<&str>]) -> Option<Dropped> {
    let end = tokens.len() - usize::from(takes_noun(tokens));
    let word = tokens.get(end.checked_sub(1)?).copied().flatten()?;
    if is_negated(tokens, end - 1) {
        return None;
    }
    let is_clause = is_one_of(word, DEPRIVING).then(|| dropped(word, Effect::Denies));
    is_clause.or_else(|| is_one_of(word, OPPOSING).then(|| dropped(word, Effect::MayDeny)))
}

/// Words that bound the number behind them.
fn bounded(tokens: &[Option<&str>], behind: &str) -> Option<Dropped> {
    find_bound(tokens, BOUNDING, BOUNDS, behind).map(|word| dropped(&word, Effect::Limits))
}

/// The words at the end of `preceding` by which there is less of what is behind them than the number with which that begins.
pub fn find_less(preceding: &str, behind: &str) -> Option<String> {
    find_bound(&tokens(preceding), LESSENING, &["under", "below"], behind)
}

fn find_bound(tokens: &[Option<&str>], pairs: &[(&str, &str)], words: &[&str], behind: &str) -> Option<String> {
    let last = tokens.last().copied().flatten()?;
    let previous = tokens.len().checked_sub(2).and_then(|at| tokens.get(at)).copied().flatten();
    let is_pair = |(one, other): &&(&str, &str)| last.eq_ignore_ascii_case(other) && previous.is_some_and(|w| w.eq_ignore_ascii_case(one));
    let pair = || pairs.iter().find(is_pair).and(previous).map(|previous| format!("{previous} {last}"));
    let found = if is_one_of(last, words) { Some(last.to_owned()) } else { pair() };
    found.filter(|_| counts(behind))
}

/// "Most of the", or "most", before what is meant to be all of it.
fn partial(before: &str, tokens: &[Option<&str>]) -> Option<Dropped> {
    let words: Vec<&str> = tokens.iter().rev().map_while(|token| *token).collect();
    let (of, rest) = match words.as_slice() {
        [the, of, rest @ ..] if is_one_of(of, &["of"]) && is_one_of(the, DETERMINING) => (true, rest),
        [of, rest @ ..] if is_one_of(of, &["of"]) => (true, rest),
        rest => (false, rest),
    };
    let (word, rest) = rest.split_first()?;
    let is_partial = is_one_of(word, if of { PARTIAL_OF } else { PARTIAL });
    let previous = rest.first().copied().or_else(|| before.split_whitespace().next_back());
    let stands = !previous
        .is_some_and(|w| is_one_of(w, DETERMINING) && !is_one_of(w, &["of"]) || is_one_of(w, &["at"]) || (!of && is_one_of(w, AUXILIARY)));
    (is_partial && stands).then(|| dropped(word, Effect::Limits))
}

/// Two words that deny what is behind them, at most a word from it.
fn pair(tokens: &[Option<&str>]) -> Option<Dropped> {
    let (at, (one, other)) = find_pair(tokens)?;
    (!is_negated(tokens, at)).then(|| dropped(&format!("{one} {other}"), Effect::Denies))
}

/// Whether a pair right before the words that follow is taken back by a negation: "not far from".
fn is_taken_back(tokens: &[Option<&str>]) -> bool {
    find_pair(tokens).is_some_and(|(at, _)| is_negated(tokens, at))
}

fn is_negated(tokens: &[Option<&str>], at: usize) -> bool {
    tokens.get(at.saturating_sub(2)..at).unwrap_or(&[]).iter().flatten().any(|w| denies(w, None))
}

fn find_pair(tokens: &[Option<&str>]) -> Option<(usize, &'static (&'static str, &'static str))> {
    (1..=2).find_map(|between| {
        let end = tokens.len().checked_sub(between)?;
        let start = end.checked_sub(1)?;
        let (Some(Some(one)), Some(Some(other))) = (tokens.get(start), tokens.get(end)) else { return None };
        // A noun behind "rather than" is what is denied, and one behind "denied that" is not.
        let is_clause = is_one_of(other, &["to", "that"]);
        let is_near =
            |w: &str| if is_clause { !is_one_of(w, PARTING) } else { is_one_of(w, ADVERBS) || w.ends_with("ly") || takes_noun(tokens) };
        let near = tokens.get(end + 1..).unwrap_or(&[]).iter().all(|t| t.is_some_and(is_near));
        let pair = DENYING_PAIRS.iter().chain(DENYING_NOUNS).find(|(a, b)| one.eq_ignore_ascii_case(a) && other.eq_ignore_ascii_case(b))?;
        near.then_some((start, pair))
    })
}

/// A negation right behind a verb that is kept.
fn behind_joint(before: &str, tokens: &[Option<&str>]) -> Option<Dropped> {
    let verb = before.split_whitespace().next_back()?;
    let first = (*tokens.first()?)?;
    let second = tokens.get(1).copied().flatten();
    let denied = is_one_of(first, DENYING) || (is_one_of(first, &["no"]) && second.is_some_and(|w| is_one_of(w, &["longer", "more"])));
    let holds = is_one_of(verb, AUXILIARY) && denied && !second.is_some_and(|w| is_one_of(w, PARTING));
    // "Not very large and quite": what stands behind "and" may be denied with it, or not.
    let is_joined = tokens.iter().flatten().any(|w| is_one_of(w, &["and"]));
    holds.then(|| dropped(first, if is_joined { Effect::MayDeny } else { Effect::Denies }))
}

/// "Little" and its like between a verb and the noun that they nearly deny.
fn scant(before: &str, tokens: &[Option<&str>]) -> Option<Dropped> {
    let verb = before.split_whitespace().next_back()?;
    let words: Option<Vec<&str>> = tokens.iter().copied().collect();
    let words =
        words.filter(|words| words.len() <= MOST_SCANT && !words.iter().any(|w| is_one_of(w, DETERMINING) || is_one_of(w, PARTING)))?;
    let word = words.iter().find(|w| is_one_of(w, SCANT))?;
    is_one_of(verb, AUXILIARY).then(|| dropped(word, Effect::Denies))
}

/// "Few of the" before the words that follow.
fn few_before(tokens: &[Option<&str>]) -> Option<Dropped> {
    let near: Option<Vec<&str>> = tokens.iter().rev().take(MOST_BETWEEN + 1).copied().collect();
    let (few, behind) = near.as_deref()?.split_last().filter(|(few, _)| is_one_of(few, &["few", "little"]))?;
    let of_the = matches!(behind, [the, of] if is_one_of(of, &["of"]) && is_one_of(the, DETERMINING));
    let is_some = tokens
        .len()
        .checked_sub(MOST_BETWEEN + 2)
        .and_then(|at| tokens.get(at))
        .is_some_and(|w| w.is_some_and(|w| is_one_of(w, DETERMINING)));
    (of_the && !is_some).then(|| dropped(few, Effect::Denies))
}

/// A hedge that is all that is left out, or all but a word; or one right at a joint.
fn hedge(before: &str, tokens: &[Option<&str>], words: &[&str]) -> Option<Dropped> {
    let is_short = words.len() <= MOST_HEDGED && tokens.iter().all(Option::is_some);
    let short = || words.iter().find(|w| is_short && HEDGING.contains(*w)).map(|word| dropped(word, Effect::Hedges));
    let behind = || {
        let verb = before.split_whitespace().next_back().filter(|verb| is_one_of(verb, AUXILIARY))?;
        let first = tokens.first().copied().flatten().filter(|w| HEDGING.contains(w) && !w.eq_ignore_ascii_case(verb))?;
        Some(dropped(first, Effect::Hedges))
    };
    let intended = || match tokens {
        [.., Some(one), Some(other)] if INTENDING.iter().any(|(a, b)| one.eq_ignore_ascii_case(a) && other.eq_ignore_ascii_case(b)) => {
            Some(dropped(&format!("{one} {other}"), Effect::Hedges))
        }
        _ => None,
    };
    hedge_before_joint(before, tokens).or_else(short).or_else(behind).or_else(intended)
}

/// A hedge right before the words that follow.
fn hedge_before_joint(before: &str, tokens: &[Option<&str>]) -> Option<Dropped> {
    for (at, token) in tokens.iter().enumerate().rev().take(MOST_BEHIND_HEDGE + 1) {
        let word = (*token).filter(|w| !is_one_of(w, PARTING))?;
        // "May" is a month, and "might" is power.
        if HEDGING.contains(&word) {
            let behind = tokens.get(at + 1).copied().flatten();
            if is_one_of(word, MODAL) && behind.is_some_and(|w| !is_one_of(w, ADVERBS)) {
                return None;
            }
            let previous = at.checked_sub(1).map_or_else(|| before.split_whitespace().next_back(), |b| tokens.get(b).copied().flatten());
            let is_noun = is_one_of(word, &["might"]) && previous.is_some_and(|w| is_one_of(w, DETERMINING));
            return (!is_noun).then(|| dropped(word, Effect::Hedges));
        }
    }
    None
}

/// A condition or an exception right behind what is kept, or "only" right before it.
fn limit(before: &str, tokens: &[Option<&str>]) -> Option<Dropped> {
    limit_behind(before, tokens).or_else(|| only_at_end(before, tokens)).map(|word| dropped(&word, Effect::Limits))
}

/// The word with which a condition or an exception begins right behind what is kept; with a capital, it begins a sentence of its own.
fn limit_behind(before: &str, tokens: &[Option<&str>]) -> Option<String> {
    let mut words = tokens.iter().skip_while(|t| t.is_none()).copied();
    let (first, second) = (words.next().flatten(), words.next().flatten());
    let is_parted = tokens.first() == Some(&None);
    let last = before.split_whitespace().next_back();
    let is_pair = |(one, other): &&(&str, &str)| first == Some(one) && second == Some(other) && (is_parted || !is_one_of(other, &["from"]));
    if let Some((one, other)) = EXCEPTING.iter().find(is_pair) {
        return Some(format!("{one} {other}"));
    }
    if first == Some("but") && !is_parted && last.is_some_and(|w| is_one_of(w, WHOLE)) {
        return first.map(str::to_owned);
    }
    let word = first.filter(|w| LIMITING.contains(w))?;
    let holds = match word {
        // Without a comma it may begin a question that is reported: "they asked if …".
        "if" => is_parted && second.is_some_and(|w| !is_one_of(w, IDLE_CONDITION)),
        // Behind a comma it may begin a clause of its own: "…, only fools swim there".
        "only" => {
            let is_joined = !is_parted || second.is_some_and(|w| is_one_of(w, AFTER_ONLY));
            is_joined && stands_alone(last)
        }
        "unless" => !second.is_some_and(|w| is_one_of(w, &["i", "otherwise"])),
        _ => true,
    };
    holds.then(|| word.to_owned())
}

fn only_at_end(before: &str, tokens: &[Option<&str>]) -> Option<String> {
    let (last, rest) = tokens.split_last()?;
    let previous = rest.last().map_or_else(|| before.split_whitespace().next_back(), |token| *token);
    last.filter(|w| *w == "only" && stands_alone(previous)).map(str::to_owned)
}

/// Whether "only" behind this word limits what is said, and is no part of "the only" or "not only".
fn stands_alone(previous: Option<&str>) -> bool {
    !previous.is_some_and(|w| is_one_of(w, DETERMINING) || is_one_of(w, PARTING) || denies(w, None))
}

/// Whether a word denies what follows; with `next`, the word behind it, "no" does so before a noun or "longer".
pub fn denies(word: &str, next: Option<Option<&str>>) -> bool {
    let contracted = word.len() >= 3 && (word.ends_with("n't") || word.ends_with("n’t"));
    let none = is_one_of(word, &["no"]) && next.is_none_or(|next| next.is_none_or(|n| is_one_of(n, AFTER_NO)));
    contracted || none || is_one_of(word, DENYING)
}
