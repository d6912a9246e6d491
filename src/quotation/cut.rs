//! Whether a quotation begins right behind words that take back what it says: "guarantees deter" of "They do not believe that guarantees
//! deter".
//!
//! To quote a part of a sentence is usual and needs no mark, so only words of the same clause right before the quotation are looked at: a
//! negation, a condition, or the denial of a belief in what follows. What is known, seen or regretted is so though it is denied to be known
//! ("they did not know that …"), and so is what nobody doubts.

use crate::quotation::elision::{DENYING_PAIRS, cancels, denies, is_one_of, tokens};

/// The most words between a negation and the word of belief that it denies.
const MOST_BETWEEN: usize = 2;
/// The most words between a word of belief and the quotation.
const MOST_BEHIND: usize = 1;

/// Words that say nothing of what follows when they are denied.
const BELIEVING: &[&str] = &[
    "believe",
    "believes",
    "believed",
    "think",
    "thinks",
    "thought",
    "say",
    "says",
    "said",
    "claim",
    "claims",
    "claimed",
    "agree",
    "agrees",
    "agreed",
    "show",
    "shows",
    "shown",
    "prove",
    "proves",
    "proved",
    "proven",
    "suggest",
    "suggests",
    "suggested",
    "mean",
    "means",
    "meant",
    "imply",
    "implies",
    "implied",
    "follow",
    "follows",
    "expect",
    "expects",
    "expected",
    "suppose",
    "supposes",
    "assume",
    "assumes",
    "conclude",
    "concludes",
    "concluded",
    "accept",
    "accepts",
    "accepted",
    "argue",
    "argues",
    "argued",
    "convinced",
    "persuaded",
    "true",
    "evidence",
    "proof",
    "indication",
    "guarantee",
    "certain",
    "case",
];
/// Words of doubt, which take back what follows by themselves.
const DOUBTING: &[&str] = &["doubtful", "unclear", "uncertain", "questionable", "implausible", "unlikely"];
/// Words that join a clause to those before it.
const JOINING: &[&str] = &["that", "whether"];
/// Words with which a condition or an open question begins.
const CONDITIONAL: &[&str] = &["if", "whether", "unless"];
/// Words of a text that say themselves that something is denied, open or on a condition.
const OWN: &[&str] = &[
    "no",
    "nothing",
    "doubt",
    "doubts",
    "doubted",
    "doubtful",
    "false",
    "untrue",
    "whether",
    "if",
    "unless",
    "when",
    "where",
    "would",
    "could",
    "deny",
    "denies",
    "denied",
    "fail",
    "fails",
    "failed",
    "refuse",
    "refuses",
    "refused",
    "lack",
    "lacks",
    "lacked",
    "question",
    "questions",
    "unclear",
    "uncertain",
    "wrong",
    "myth",
    "only",
    "far",
    "against",
    "reject",
    "rejects",
    "rejected",
    "impossible",
];

/// The words right before a quotation that take back what it says, if `preceding` are the words before it in the source, and `first` is
/// how it begins.
pub fn find_cut(preceding: &str, first: &str) -> Option<String> {
    let all = tokens(preceding);
    let clause: Vec<&str> = all.rsplit(Option::is_none).next()?.iter().flatten().copied().collect();
    let (last, before) = clause.split_last()?;
    let opens = first.split_whitespace().next().unwrap_or("");
    // "that guarantees deter" shows that something stood before it.
    if is_one_of(opens, JOINING) || is_one_of(opens, CONDITIONAL) || is_one_of(opens, &["to", "but", "only", "because", "than"]) {
        return None;
    }
    if is_one_of(last, CONDITIONAL) {
        return Some((*last).to_owned());
    }
    if denies(last, None) && !cancels(&clause, clause.len() - 1) {
        let is_alternative = before.last().is_some_and(|w| is_one_of(w, &["or", "why", "if", "and", "but"]));
        return (!is_alternative).then(|| (*last).to_owned());
    }
    let is_denied = |words: &[&str]| words.iter().any(|w| denies(w, None) || is_one_of(w, &["no"]));
    if let Some(previous) = before.last()
        && DENYING_PAIRS.iter().any(|(one, other)| previous.eq_ignore_ascii_case(one) && last.eq_ignore_ascii_case(other))
    {
        return (!is_denied(before)).then(|| format!("{previous} {last}"));
    }
    let belief =
        clause.iter().rposition(|w| is_one_of(w, BELIEVING) || is_one_of(w, DOUBTING)).filter(|at| clause.len() - at <= MOST_BEHIND + 1)?;
    if belief + 1 < clause.len() && !is_one_of(last, JOINING) {
        return None;
    }
    let (start, is_doubt) = (belief.saturating_sub(MOST_BETWEEN + 1), clause.get(belief).is_some_and(|w| is_one_of(w, DOUBTING)));
    let near = clause.get(start..belief)?;
    let negations: Vec<usize> = (0..belief).filter(|at| clause.get(*at).is_some_and(|w| is_denied(&[*w]))).collect();
    let denial = near.iter().rposition(|w| is_denied(&[*w])).map(|at| start + at);
    let from = match (is_doubt, denial, negations.len()) {
        (true, _, 0) => belief,
        (false, Some(at), 1) if !near.iter().any(|w| is_one_of(w, &["only", "just", "merely"])) => at,
        _ => return None,
    };
    Some(clause.get(from..)?.join(" "))
}

/// Whether a text says itself that something is denied, open or on a condition, so that it takes nothing for more than it is.
pub fn is_guarded(text: &str) -> bool {
    tokens(text).iter().flatten().any(|w| denies(w, None) || is_one_of(w, OWN))
}
