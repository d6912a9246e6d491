//! Whether a quotation begins right behind words that take back what it says: "guarantees deter" of "They do not believe that guarantees
//! deter".
//!
//! To quote a part of a sentence is usual and needs no mark, so only words of the same clause right before the quotation are looked at: a
//! negation, a condition, or the denial of a belief in what follows. What is known, seen or regretted is so though it is denied to be known
//! ("they did not know that …"), and so is what nobody doubts.

use crate::quotation::elision::{DENYING_PAIRS, DETERMINING, IDLE_CONDITION, cancels, denies, is_one_of, tokens};

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
    "confirm",
    "confirmed",
    "demonstrate",
    "demonstrated",
    "establish",
    "established",
    "foresee",
    "foresees",
    "anticipate",
    "anticipates",
    "anticipated",
    "predict",
    "predicts",
    "predicted",
    "hold",
    "held",
    "maintain",
    "maintained",
    "assert",
    "asserts",
    "asserted",
    "alleged",
    "reported",
    "stated",
    "told",
];
/// Words of belief behind which a noun stands that is believed in: "does not expect a loss".
const EXPECTING: &[&str] = &[
    "expect",
    "expects",
    "expected",
    "foresee",
    "foresees",
    "anticipate",
    "anticipates",
    "anticipated",
    "predict",
    "predicts",
    "predicted",
];
/// Words that deny what follows "that", or "the claim that", by themselves.
const REJECTING: &[&str] = &[
    "reject",
    "rejects",
    "rejected",
    "rejecting",
    "deny",
    "denies",
    "denied",
    "denying",
    "dismiss",
    "dismisses",
    "dismissed",
    "refute",
    "refutes",
    "refuted",
    "rebut",
    "rebuts",
    "rebutted",
    "dispute",
    "disputes",
    "disputed",
    "disprove",
    "disproves",
    "disproved",
    "debunk",
    "debunks",
    "debunked",
    "doubt",
    "doubts",
    "doubted",
    "false",
    "untrue",
    "discredited",
    "refuting",
    "disputing",
];
/// What is untrue and is said.
const MYTHS: &[&str] = &["myth", "misconception", "fallacy", "illusion", "falsehood", "lie", "hoax", "legend"];
/// What is said or thought, and may be rejected.
const SAYINGS: &[&str] = &[
    "claim",
    "claims",
    "idea",
    "notion",
    "view",
    "suggestion",
    "suggestions",
    "allegation",
    "allegations",
    "argument",
    "assertion",
    "theory",
    "accusation",
    "charge",
    "belief",
    "possibility",
    "hypothesis",
    "assumption",
    "report",
    "reports",
    "thesis",
    "proposition",
    "contention",
];
/// How something is said or thought that is not so.
const WRONGLY: &[&str] = &["wrongly", "falsely", "mistakenly", "erroneously", "incorrectly"];
/// Words that deny the word of belief behind "to".
const FAILING: &[&str] = &["fail", "fails", "failed", "unable", "refuse", "refuses", "refused", "decline", "declines", "declined"];
/// Words of number that nearly deny the word of belief behind them.
const FEW: &[&str] = &["few", "little"];
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
    let opens = first.split_whitespace().next().unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric());
    // "that guarantees deter" shows that something stood before it.
    if is_one_of(opens, JOINING) || is_one_of(opens, CONDITIONAL) || is_one_of(opens, &["to", "but", "only", "because", "than"]) {
        return None;
    }
    let is_idle = is_one_of(opens, IDLE_CONDITION);
    if is_one_of(last, CONDITIONAL) && is_idle {
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
    let weakens = |at: usize| {
        let (word, before) = (clause.get(at), at.checked_sub(1).and_then(|before| clause.get(before)));
        let is_failing = word.is_some_and(|w| is_one_of(w, FAILING)) && clause.get(at + 1).is_some_and(|to| is_one_of(to, &["to"]));
        let is_few =
            word.is_some_and(|w| is_one_of(w, FEW)) && !before.is_some_and(|w| is_one_of(w, &["a", "the", "quite", "these", "those"]));
        is_failing || is_few || word.is_some_and(|w| is_denied(&[*w]))
    };
    if let Some(previous) = before.last()
        && DENYING_PAIRS.iter().any(|(one, other)| previous.eq_ignore_ascii_case(one) && last.eq_ignore_ascii_case(other))
    {
        return (!is_denied(before)).then(|| format!("{previous} {last}"));
    }
    if let Some(found) = find_rejected(&clause) {
        return Some(found);
    }
    let belief =
        clause.iter().rposition(|w| is_one_of(w, BELIEVING) || is_one_of(w, DOUBTING)).filter(|at| clause.len() - at <= MOST_BEHIND + 1)?;
    let expects = clause.get(belief).is_some_and(|w| is_one_of(w, EXPECTING)) && is_one_of(last, DETERMINING);
    if belief + 1 < clause.len() && !is_one_of(last, JOINING) && !expects {
        return None;
    }
    let (start, is_doubt) = (belief.saturating_sub(MOST_BETWEEN + 1), clause.get(belief).is_some_and(|w| is_one_of(w, DOUBTING)));
    let near = clause.get(start..belief)?;
    let negations: Vec<usize> = (0..belief).filter(|at| weakens(*at)).collect();
    let denial = (start..belief).rev().find(|at| weakens(*at));
    let from = match (is_doubt, denial, negations.len()) {
        (true, _, 0) => belief,
        (false, Some(at), 1) if !near.iter().any(|w| is_one_of(w, &["only", "just", "merely"])) => at,
        _ => return None,
    };
    Some(clause.get(from..)?.join(" "))
}

/// The words of a clause that reject what follows it: "rejected the claim that", "it is a myth that", "wrongly said that".
fn find_rejected(clause: &[&str]) -> Option<String> {
    let (last, before) = clause.split_last()?;
    let is_at = |at: usize, list: &[&str]| clause.get(at).is_some_and(|w| is_one_of(w, list));
    let from = if is_one_of(last, &["that"]) {
        let said = before.len().checked_sub(1)?;
        // "It is a lie that"; what somebody calls one is his own.
        let verb = if is_at(said, SAYINGS) { said.checked_sub(1)? } else { said };
        let verb = if verb < said && is_at(verb, DETERMINING) { verb.checked_sub(1)? } else { verb };
        if is_at(said, MYTHS) || is_at(verb, REJECTING) {
            verb
        } else if is_at(verb, &["out"]) && verb > 0 && is_at(verb - 1, &["rule", "rules", "ruled", "ruling"]) {
            verb - 1
        } else if is_at(said, BELIEVING) && said > 0 && is_at(said - 1, WRONGLY) {
            said - 1
        } else {
            return None;
        }
    } else {
        let said = before.len();
        (said > 0 && is_at(said, BELIEVING) && is_at(said - 1, WRONGLY)).then(|| said - 1)?
    };
    let is_taken_back =
        (0..from).any(|at| is_at(at, &["no", "without", "only", "wrongly", "falsely"]) || clause.get(at).is_some_and(|w| denies(w, None)));
    let is_failing = (0..from).any(|at| is_at(at, FAILING));
    (!is_taken_back && !is_failing).then(|| clause.get(from..).map(|words| words.join(" ")))?
}

/// Whether a text says itself that something is denied, open or on a condition, so that it takes nothing for more than it is.
pub fn is_guarded(text: &str) -> bool {
    let own =
        |w: &&str| [OWN, REJECTING, MYTHS, WRONGLY, FEW, &["unable", "misconceptions", "myths"]].iter().any(|list| is_one_of(w, list));
    tokens(text).iter().flatten().any(|w| denies(w, None) || own(w))
}
