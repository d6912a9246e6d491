//! Whether a quotation begins right behind words that take back what it says, "guarantees deter" of "They do not believe that guarantees
//! deter", or ends right before a condition or an exception.
//!
//! To quote a part of a sentence is usual and needs no mark, so only words of the same clause right before the quotation are looked at: a
//! negation, a condition, or the denial of a belief in what follows. What is known, seen or regretted is so though it is denied to be known
//! ("they did not know that …"), and so is what nobody doubts.

use crate::quotation::{
    elision::{AFTER_ONLY, DENYING_PAIRS, IDLE_CONDITION, cancels, denies, find_ended},
    words::{AUXILIARY, DETERMINING, is_one_of, tokens},
};

/// The most words between a negation and the word of belief that it denies.
const MOST_BETWEEN: usize = 2;
/// The most words between a word of belief and the quotation.
const MOST_BEHIND: usize = 1;

/// The most words in whose place a bracket of one word may stand.
const MOST_REPLACED: usize = 2;
/// The most words from "contrary to" to what is said.
const MOST_TO_SAYING: usize = 4;

/// Words that say nothing of what follows when they are denied, besides those of prediction.
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
/// Words of prediction, behind which a noun may stand that is believed in: "does not expect a loss".
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
    "pretend",
    "pretends",
    "pretended",
    "feign",
    "feigned",
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
    "rumour",
    "rumours",
    "rumor",
    "rumors",
    "story",
    "stories",
    "statement",
    "statements",
    "impression",
    "conclusion",
    "opinion",
    "complaint",
    "speculation",
];
/// Words for what is said that is not so, or of which nobody knows whether it is.
const BASELESS: &[&str] = &[
    "baseless",
    "unfounded",
    "groundless",
    "untrue",
    "false",
    "incorrect",
    "unproven",
    "unsupported",
    "discredited",
    "refuted",
    "disproved",
    "disproven",
    "debunked",
    "rejected",
    "dismissed",
];
/// Words that say so of what is said, and not of what is so.
const ABSURD: &[&str] =
    &["absurd", "wrong", "mistaken", "ridiculous", "nonsense", "implausible", "misleading", "preposterous", "laughable", "myth"];
/// Words before "to say that" by which it is not said.
const WRONG_TO: &[&str] = &[
    "wrong",
    "mistake",
    "mistaken",
    "incorrect",
    "absurd",
    "false",
    "misleading",
    "error",
    "nonsense",
    "foolish",
    "premature",
    "naive",
    "ridiculous",
    "untrue",
    "inaccurate",
    "unfair",
];
/// Verbs behind "wrong to", besides those of belief.
const CLAIMING: &[&str] = &["pretend", "infer", "imagine", "insist", "allege", "report", "state", "expect"];
/// Words of what speaks for something, of which there is none.
const GROUNDS: &[&str] = &["truth", "basis", "substance", "foundation", "evidence", "support", "merit", "proof", "reason", "grounds"];
/// Words by which what is said holds.
const HOLDING: &[&str] =
    &["true", "proved", "proven", "right", "correct", "supported", "confirmed", "justified", "established", "borne", "shown"];
/// The most words from a verb to what it says of a claim, and from "no" to the claim of which it says so.
const MOST_TO_VERDICT: usize = 3;
const MOST_TO_CLAIM: usize = 6;
/// Verbs that say what becomes of a claim.
const JUDGING: &[&str] = &["seems", "seemed", "appears", "appeared", "remains", "remained", "proved", "lacks", "lacked"];
/// How something is said or thought that is not so.
const WRONGLY: &[&str] = &["wrongly", "falsely", "mistakenly", "erroneously", "incorrectly"];
/// Words that deny the word of belief behind "to".
const FAILING: &[&str] = &["fail", "fails", "failed", "unable", "refuse", "refuses", "refused", "decline", "declines", "declined"];
/// Words of number that nearly deny the word of belief behind them.
const FEW: &[&str] = &["few", "little", "nothing"];
/// Words of doubt, which take back what follows by themselves.
const DOUBTING: &[&str] = &["doubtful", "unclear", "uncertain", "questionable", "implausible", "unlikely"];
/// Words of which none, or nearly none, are meant before "of the".
const NEARLY_NONE: &[&str] = &["none", "neither", "few", "little"];
/// Words that ask to think of what is not said to be so.
const SUPPOSING: &[&str] = &["suppose", "supposing", "imagine", "assume", "assuming", "pretend"];
/// Words between a condition and "that", which leave open whether what follows is so: "were it true that".
const LEAVING_OPEN: &[&str] =
    &["it", "is", "was", "were", "be", "should", "could", "can", "true", "the", "case", "so", "really", "shown", "proved", "proven"];
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
        let is_pair = word.zip(clause.get(at + 1)).is_some_and(|(one, other)| is_denying_pair(one, other));
        is_failing || is_few || is_pair || word.is_some_and(|w| is_denied(&[*w]))
    };
    if let Some(previous) = before.last()
        && is_denying_pair(previous, last)
    {
        return (!is_denied(before) && !before.iter().any(|w| is_one_of(w, WRONG_TO))).then(|| format!("{previous} {last}"));
    }
    if let Some(found) = find_none(&clause).or_else(|| find_supposed(&clause)).or_else(|| find_rejected(&clause)) {
        return Some(found);
    }
    let is_believing = |w: &&str| is_one_of(w, BELIEVING) || is_one_of(w, EXPECTING) || is_one_of(w, DOUBTING);
    let belief = clause.iter().rposition(is_believing).filter(|at| clause.len() - at <= MOST_BEHIND + 1)?;
    let expects = clause.get(belief).is_some_and(|w| is_one_of(w, EXPECTING)) && is_one_of(last, DETERMINING);
    if belief + 1 < clause.len() && !is_one_of(last, JOINING) && !expects {
        return None;
    }
    let (start, is_doubt) = (belief.saturating_sub(MOST_BETWEEN + 1), clause.get(belief).is_some_and(|w| is_one_of(w, DOUBTING)));
    let near = clause.get(start..belief)?;
    // What somebody was not told is so all the same.
    if clause.get(belief).is_some_and(|w| is_one_of(w, &["told"])) && near.iter().any(|w| is_one_of(w, &["was", "were", "been"])) {
        return None;
    }
    let negations: Vec<usize> = (0..belief).filter(|at| weakens(*at)).collect();
    let denial = (start..belief).rev().find(|at| weakens(*at));
    let from = match (is_doubt, denial, negations.len()) {
        (true, _, 0) => belief,
        (false, Some(at), 1) if !near.iter().any(|w| is_one_of(w, &["only", "just", "merely"]) || is_one_of(w, WRONG_TO)) => at,
        _ => return None,
    };
    Some(clause.get(from..)?.join(" "))
}

/// The same for a quotation that begins with a bracket of `put_in`, which may stand in place of the last of the words before; with those, and
/// a blank before them.
pub fn find_cut_replaced<'t>(put_in: &str, preceding: &'t str, first: &str) -> Option<(String, &'t str)> {
    if is_guarded(put_in) {
        return None;
    }
    if let Some(found) = find_cut(preceding, first) {
        return Some((found, ""));
    }
    let mut rest = preceding;
    for _ in 0..put_in.split_whitespace().count().max(MOST_REPLACED) {
        rest = rest.rsplit_once(' ')?.0;
        let last = rest.rsplit(' ').next().unwrap_or("");
        if [JOINING, CONDITIONAL, BELIEVING].iter().any(|list| is_one_of(last, list)) {
            return Some((find_cut(rest, "")?, preceding.get(rest.len()..)?));
        }
    }
    None
}

/// The words right behind a quotation that ends with `last` with which a condition or an exception of it begins, if `following` are the
/// words behind it in the source. "Only" by itself may belong to what it stands before: "they left only yesterday".
pub fn find_cut_behind(last: &str, following: &str) -> Option<String> {
    let found = find_ended(last, following)?.word;
    let mut words = following.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric())).filter(|w| !w.is_empty());
    match (found.as_str(), words.nth(1)) {
        ("only", Some(next)) if is_one_of(next, AFTER_ONLY) => Some(format!("{found} {next}")),
        ("only", _) => None,
        _ => Some(found),
    }
}

fn is_denying_pair(one: &str, other: &str) -> bool {
    DENYING_PAIRS.iter().any(|(a, b)| one.eq_ignore_ascii_case(a) && other.eq_ignore_ascii_case(b))
}

/// "None of the" at the end of a clause.
fn find_none(clause: &[&str]) -> Option<String> {
    let (last, before) = clause.split_last()?;
    let counting = if is_one_of(last, DETERMINING) && !is_one_of(last, &["of"]) { before } else { clause };
    let [before @ .., none, of] = counting else { return None };
    let is_some = before.last().is_some_and(|w| is_one_of(w, &["a", "the", "quite", "not"]));
    let is_none = is_one_of(of, &["of"]) && is_one_of(none, NEARLY_NONE) && !is_some;
    if is_none { clause.get(before.len()..).map(|words| words.join(" ")) } else { None }
}

/// Words at the end of a clause that leave open whether what follows is so: "suppose that", "were it true that".
fn find_supposed(clause: &[&str]) -> Option<String> {
    let bare = clause.split_last().filter(|(that, _)| is_one_of(that, &["that"])).map_or(clause, |(_, before)| before);
    let (last, before) = bare.split_last()?;
    let is_asked = before.is_empty() || before.last().is_some_and(|w| is_one_of(w, &["us"]));
    if is_one_of(last, SUPPOSING) && is_asked {
        return clause.get(before.len()..).map(|words| words.join(" "));
    }
    let from = bare.iter().rposition(|w| !is_one_of(w, LEAVING_OPEN)).map_or(0, |at| at + 1);
    let from = if from > 0 && bare.get(from - 1).is_some_and(|w| is_one_of(w, CONDITIONAL)) { from - 1 } else { from };
    let is_open = bare.get(from).is_some_and(|w| is_one_of(w, CONDITIONAL))
        || matches!(bare.get(from..), Some([were, it, _, ..]) if is_one_of(were, &["were", "should"]) && is_one_of(it, &["it"]));
    if is_open && bare.len() < clause.len() { clause.get(from..).map(|words| words.join(" ")) } else { None }
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
        let contrary = said.saturating_sub(MOST_TO_SAYING)..said;
        if let Some(at) = find_unsaid(clause) {
            at
        } else if let Some(at) = contrary.into_iter().find(|at| is_at(said, SAYINGS) && is_at(*at, &["contrary"]) && is_at(at + 1, &["to"]))
        {
            at
        } else if is_at(said, MYTHS) || is_at(verb, REJECTING) || (verb == said && is_at(said, BASELESS)) {
            verb
        } else if is_at(verb, &["out"]) && verb > 0 && is_at(verb - 1, &["rule", "rules", "ruled", "ruling"]) {
            verb - 1
        } else if (is_at(said, BELIEVING) || is_at(said, EXPECTING)) && said > 0 && is_at(said - 1, WRONGLY) {
            said - 1
        } else {
            return None;
        }
    } else {
        let said = before.len();
        (said > 0 && (is_at(said, BELIEVING) || is_at(said, EXPECTING)) && is_at(said - 1, WRONGLY)).then(|| said - 1)?
    };
    let is_taken_back =
        (0..from).any(|at| is_at(at, &["no", "without", "only", "wrongly", "falsely"]) || clause.get(at).is_some_and(|w| denies(w, None)));
    let is_failing = (0..from).any(|at| is_at(at, FAILING));
    (!is_taken_back && !is_failing).then(|| clause.get(from..).map(|words| words.join(" ")))?
}

/// From where the words of a clause, which ends with "that", say that what follows is wrongly said, or that nothing speaks for it: "it would
/// be wrong to say that", "there is no truth in the rumour that".
fn find_unsaid(clause: &[&str]) -> Option<usize> {
    let is_at = |at: usize, list: &[&str]| clause.get(at).is_some_and(|w| is_one_of(w, list));
    let said = clause.len().checked_sub(2)?;
    let is_said = is_at(said, BELIEVING) || is_at(said, CLAIMING);
    if let Some(to) = said.checked_sub(1).filter(|to| is_said && *to > 0 && is_at(*to, &["to"]) && is_at(to - 1, WRONG_TO)) {
        return Some(to - 1);
    }
    let is_none = |at: &usize| is_at(*at, &["no", "little", "without"]) && (is_at(at + 1, GROUNDS) || is_at(at + 2, GROUNDS));
    (said.saturating_sub(MOST_TO_CLAIM)..said).rev().find(is_none).filter(|_| is_at(said, SAYINGS))
}

/// The words right behind a quotation that reject what it says, if `preceding` are the words before it and `following` those behind it in the
/// source: "the claim that … is absurd".
pub fn find_rejected_behind(preceding: &str, following: &str) -> Option<String> {
    let before = tokens(preceding);
    let clause: Vec<&str> = before.rsplit(Option::is_none).next()?.iter().flatten().copied().collect();
    let is_claim = matches!(clause.as_slice(), [.., saying, that] if is_one_of(that, &["that"]) && is_one_of(saying, SAYINGS));
    let behind = tokens(following);
    let verb: Vec<&str> = behind.iter().map_while(|token| *token).collect();
    let first = verb.first().filter(|w| is_claim && (is_one_of(w, AUXILIARY) || is_one_of(w, JUDGING)))?;
    let verdict = verb
        .iter()
        .skip(1)
        .take(MOST_TO_VERDICT)
        .position(|w| [BASELESS, ABSURD, HOLDING, GROUNDS].iter().any(|list| is_one_of(w, list)))?
        + 1;
    let said = verb.get(..=verdict)?;
    let is_denied =
        said.iter().any(|w| denies(w, None) || is_one_of(w, &["no", "lacks", "lacked"])) || is_one_of(first, &["lacks", "lacked"]);
    let is_upheld = said.last().is_some_and(|w| is_one_of(w, HOLDING) || is_one_of(w, GROUNDS));
    (is_denied == is_upheld).then(|| said.join(" "))
}

/// Whether a text says itself that something is denied, open or on a condition, so that it takes nothing for more than it is.
pub fn is_guarded(text: &str) -> bool {
    let own =
        |w: &&str| [OWN, REJECTING, MYTHS, WRONGLY, FEW, &["unable", "misconceptions", "myths"]].iter().any(|list| is_one_of(w, list));
    tokens(text).iter().flatten().any(|w| denies(w, None) || own(w))
}
