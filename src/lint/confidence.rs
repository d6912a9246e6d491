//! Where a sentence says how confident one is of what it says: "we judge with high confidence that", "(moderate confidence)", "our
//! confidence in this is low". The confidence that consumers have in a bank is passed over, and so is that of statistics.

use crate::{
    lint::{
        phrases::Phrases,
        tokens::{Token, is_one_of, is_word, tokens},
    },
    model::value::Confidence,
};
use std::sync::LazyLock;

/// A confidence that a sentence tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The words that tell it, in lower case.
    pub words: String,
    /// Its degree, where it is clear and that of the author; others may be reported to be more confident than their sources allow.
    pub degree: Option<Confidence>,
}

/// Words before "confidence", with their degrees.
const DEGREES: &[(&str, Confidence)] = &[
    ("low", Confidence::Low),
    ("little", Confidence::Low),
    ("limited", Confidence::Low),
    ("moderate", Confidence::Moderate),
    ("medium", Confidence::Moderate),
    ("some", Confidence::Moderate),
    ("fair", Confidence::Moderate),
    ("reasonable", Confidence::Moderate),
    ("high", Confidence::High),
    ("great", Confidence::High),
    ("strong", Confidence::High),
    ("considerable", Confidence::High),
    ("full", Confidence::High),
    ("every", Confidence::High),
];
/// Words before "confident", with what they make of it.
const GRADES: &[(&str, Option<Confidence>)] = &[
    ("highly", Some(Confidence::High)),
    ("very", Some(Confidence::High)),
    ("fully", Some(Confidence::High)),
    ("extremely", Some(Confidence::High)),
    ("quite", Some(Confidence::High)),
    ("moderately", Some(Confidence::Moderate)),
    ("fairly", Some(Confidence::Moderate)),
    ("reasonably", Some(Confidence::Moderate)),
    ("somewhat", Some(Confidence::Moderate)),
    ("less", None),
    ("not", None),
];

/// Those who speak.
const SPEAKERS: &[&str] = &["we", "i"];
const HOLDING: &[&str] = &["have", "has", "hold", "holds", "place", "put", "express", "retain", "had", "is"];
/// Verbs with which one estimates.
const ASSESSING: &[&str] = &[
    "assess",
    "assesses",
    "assessed",
    "judge",
    "judges",
    "judged",
    "estimate",
    "estimates",
    "estimated",
    "conclude",
    "concludes",
    "concluded",
    "believe",
    "believes",
    "believed",
    "predict",
    "predicts",
    "predicted",
    "expect",
    "expects",
    "expected",
    "forecast",
    "say",
    "says",
    "said",
    "state",
    "think",
    "thinks",
    "find",
    "made",
    "held",
    "hold",
    "stated",
];
/// What one estimates, and what it rests on.
const ESTIMATES: &[&str] = &[
    "judgement",
    "judgment",
    "judgements",
    "judgments",
    "assessment",
    "assessments",
    "estimate",
    "estimates",
    "conclusion",
    "conclusions",
    "finding",
    "findings",
    "forecast",
    "prediction",
    "report",
    "reports",
    "reporting",
    "source",
    "sources",
    "evidence",
    "data",
    "information",
    "intelligence",
];
/// Words that stand for what was estimated.
const POINTING: &[&str] = &["this", "that", "it", "these"];
/// Verbs that join a confidence to its degree.
const JOINING: &[&str] = &["is", "remains"];
/// How many words after "in" may stand before what one estimates.
const FARTHEST: usize = 3;
/// The most words of what a confidence is in, and before it that are read.
const LONGEST: usize = 24;

static ANY: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(["confidence", "confident", "confidently"].into_iter()));

/// Whether a text may tell a confidence. Linear, and `false` only where it tells none.
pub fn may_tell_confidence(text: &str) -> bool {
    ANY.may_stand_in(text)
}

/// The first confidence that a sentence tells. Linear.
pub fn find_confidence(sentence: &str) -> Option<Told> {
    if !may_tell_confidence(sentence) {
        return None;
    }
    let tokens = tokens(sentence);
    (0..tokens.len()).find_map(|at| match tokens.get(at)? {
        Token::Word(_, word) if word == "confidence" => find_noun(&tokens, at),
        Token::Word(_, word) if word == "confident" => find_adjective(&tokens, at),
        Token::Word(_, word) if word == "confidently" => {
            let is_own = tokens.get(at.saturating_sub(2)..at)?.iter().any(|t| is_one_of(t, SPEAKERS));
            let assesses = tokens.get(at + 1).is_some_and(|t| is_one_of(t, ASSESSING));
            (is_own && assesses).then(|| told(&tokens, at, at, None))
        }
        _ => None,
    })
}

fn told(tokens: &[Token<'_>], from: usize, to: usize, degree: Option<Confidence>) -> Told {
    let words = tokens.get(from..=to).unwrap_or(&[]).iter().filter_map(|token| match token {
        Token::Word(_, word) => Some(word.as_str()),
        _ => None,
    });
    Told { words: words.collect::<Vec<_>>().join(" "), degree }
}

fn degree(token: &Token<'_>) -> Option<Confidence> {
    DEGREES.iter().find(|(word, _)| is_word(token, word)).map(|(_, degree)| *degree)
}

/// "We are fairly confident that", whose adjective is at `at`.
fn find_adjective(tokens: &[Token<'_>], at: usize) -> Option<Told> {
    let before = tokens.get(..at)?;
    let grade = before.last().and_then(|last| GRADES.iter().find(|(word, _)| is_word(last, word)));
    let from = at - usize::from(grade.is_some());
    let is_not = |t: &&Token<'_>| !is_one_of(t, &["not", "also", "therefore", "still"]);
    let mut verb = before.get(..from)?.iter().rev().filter(is_not);
    let is_said = verb.next().is_some_and(|t| is_one_of(t, &["are", "am", "remain", "feel"]));
    let is_own = verb.next().is_some_and(|t| is_one_of(t, SPEAKERS));
    let behind = tokens.get(at + 1..)?;
    (is_said && is_own && is_of_estimate(behind)).then(|| told(tokens, from, at, grade.and_then(|(_, degree)| *degree)))
}

/// The confidence whose noun is at `at`.
fn find_noun(tokens: &[Token<'_>], at: usize) -> Option<Told> {
    let behind = tokens.get(at + 1..)?;
    let is_hyphenated = at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(is_hyphen);
    let last = at.checked_sub(1 + usize::from(is_hyphenated));
    // "a high degree of confidence"
    let counted = |at: usize| tokens.get(at.checked_sub(1)?..=at).is_some_and(|pair| is_level(pair)).then(|| at.checked_sub(2)).flatten();
    let last = last.map(|at| counted(at).unwrap_or(at));
    let Some((degree, at_degree)) = last.and_then(|at| Some((degree(tokens.get(at)?)?, at))) else {
        return find_told_behind(tokens, at);
    };
    // "moderate to high confidence" is moderate at least.
    let mut back = (0..at_degree).rev().filter(|at| !tokens.get(*at).is_some_and(is_hyphen));
    let joins = back.next().and_then(|at| tokens.get(at)).is_some_and(|t| is_one_of(t, &["to", "or"]));
    let range = back.next().filter(|_| joins).and_then(|at| Some((self::degree(tokens.get(at)?)?, at)));
    let (degree, from) = range.map_or((degree, at_degree), |(low, from)| (low.min(degree), from));
    let own = |degree: Option<Confidence>| Some(told(tokens, from, at, degree));
    let before = tokens.get(..from)?;
    let before = match before.split_last() {
        Some((article, before)) if is_one_of(article, &["a", "very", "the"]) => before,
        _ => before,
    };
    let is_ours = before.iter().rev().take(LONGEST).any(|t| is_one_of(t, SPEAKERS) || is_one_of(t, &["our", "my"]));
    let degree_if_own = |is_own: bool| is_own.then_some(degree);
    if is_hyphenated {
        let is_estimate = behind.first().is_some_and(|t| is_one_of(t, ESTIMATES));
        let is_told =
            behind.get(1).is_some_and(|t| is_one_of(t, &["that", "is"])) || before.last().is_some_and(|t| is_one_of(t, &["our", "my"]));
        return (is_estimate && is_told).then(|| own(degree_if_own(is_ours)))?;
    }
    if !is_of_estimate(behind) && !is_mark(behind.first()) {
        let opens = before.len() == 1 && before.first().is_some_and(|t| is_one_of(t, &["with", "at"]));
        let is_free = !behind.first().is_some_and(|t| is_one_of(t, &["in", "of", "about", "among", "from", "by", "for", "and", "on"]));
        return (opens && is_free).then(|| own(Some(degree)))?;
    }
    let is_that = behind.first().is_some_and(|t| is_word(t, "that"));
    match before.split_last() {
        Some((with, subject)) if is_one_of(with, &["with", "at"]) => {
            let assesses = subject.last().is_none_or(|t| is_one_of(t, ASSESSING) || matches!(t, Token::Mark(_)));
            let is_closed = is_that || is_mark(behind.first());
            (assesses || is_closed).then(|| own(degree_if_own(is_ours || subject.is_empty())))?
        }
        Some((have, subject)) if is_one_of(have, HOLDING) => {
            let is_own = subject.last().is_some_and(|t| is_one_of(t, SPEAKERS));
            (is_own || is_that).then(|| own(degree_if_own(is_own)))?
        }
        Some((Token::Mark('(' | '[' | ',' | ';' | '–' | '—' | '-'), _)) => ends(behind).then(|| own(Some(degree)))?,
        None => matches!(behind.first(), Some(Token::Mark(':'))).then(|| own(Some(degree)))?,
        _ => None,
    }
}

/// "Confidence: high", "our confidence in this is high", "we can say with confidence that".
fn find_told_behind(tokens: &[Token<'_>], at: usize) -> Option<Told> {
    let (before, behind) = (tokens.get(..at)?, tokens.get(at + 1..)?);
    let label = |from: usize| {
        let degree = behind.get(from).and_then(degree)?;
        ends(behind.get(from + 1..)?).then(|| told(tokens, at, at + 1 + from, Some(degree)))
    };
    let in_bracket = matches!(before.last(), Some(Token::Mark('(' | '[')));
    match behind.first() {
        Some(Token::Mark(':' | '=')) => return label(1),
        Some(link) if in_bracket && is_word(link, "is") => return label(1),
        Some(_) if in_bracket => return label(0),
        _ => {}
    }
    if before.last().is_some_and(|t| is_word(t, "with")) {
        let is_said =
            before.iter().rev().take(LONGEST).any(|t| is_one_of(t, SPEAKERS)) && behind.first().is_some_and(|t| is_word(t, "that"));
        return is_said.then(|| told(tokens, at - 1, at, None));
    }
    let is_ours = before.last().is_some_and(|t| is_one_of(t, &["our", "my"]));
    let is_plain = behind.first().is_some_and(|t| is_one_of(t, JOINING));
    let is_that = behind.first().is_some_and(|t| is_word(t, "that"));
    let is_of_this = !is_plain && is_of_estimate(behind);
    if !(is_ours && (is_plain || is_of_this) || is_of_this && !is_that) {
        return None;
    }
    let degree = behind.windows(2).take(LONGEST).find_map(|pair| match pair {
        [is, told] if is_one_of(is, JOINING) => degree(told),
        _ => None,
    })?;
    Some(told(tokens, at, at, Some(degree)))
}

/// Whether what stands behind says of what one is confident, and it is an estimate or nothing else that is named.
fn is_of_estimate(behind: &[Token<'_>]) -> bool {
    match behind.split_first() {
        None => true,
        Some((link, rest)) if is_one_of(link, &["in", "of", "about"]) => {
            rest.first().is_some_and(|t| is_one_of(t, POINTING)) || rest.iter().take(FARTHEST).any(|t| is_one_of(t, ESTIMATES))
        }
        Some((link, _)) => is_word(link, "that") || is_mark(Some(link)),
    }
}

/// "degree of", "level of".
fn is_level(pair: &[Token<'_>]) -> bool {
    matches!(pair, [noun, of] if is_one_of(noun, &["degree", "level"]) && is_word(of, "of"))
}

/// Whether nothing or a mark that closes stands behind.
fn ends(behind: &[Token<'_>]) -> bool {
    matches!(behind.first(), None | Some(Token::Mark('.' | ')' | ']' | ';' | '!')))
}

fn is_hyphen(token: &Token<'_>) -> bool {
    matches!(token, Token::Mark('-' | '‑'))
}

fn is_mark(token: Option<&Token<'_>>) -> bool {
    matches!(token, Some(Token::Mark(_)))
}
