//! Finds rebuttals that deny more than their target says: a "not all" against what says "most", a "not certain" against what says "may".

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        forms::are_forms,
        phrases::Phrases,
        rule::{Context, rule},
        words::lower,
    },
    model::debate::StepKind,
};
use std::sync::LazyLock;

rule! {
    /// A rebuttal denies a stronger claim than the one it is aimed at, which is easier.
    "weaker-wording", Fairness, Note, "weaker_wording.md"
}

/// Denials of what holds without exception.
const DENIES_ALL: &[&str] = &[
    "not all",
    "not every",
    "not always",
    "not everyone",
    "not everybody",
    "not everywhere",
    "not necessarily",
    "not in all",
    "not in every",
    "not true that all",
    "not true that every",
    "not the case that all",
    "not the case that every",
    "isn t true that all",
    "isn t true that every",
    "isn t the case that all",
    "isn t the case that every",
    "false that all",
    "false that every",
    "wrong that all",
    "wrong that every",
    "untrue that all",
    "untrue that every",
];
/// Denials of what is sure to be so.
const DENIES_SURE: &[&str] = &[
    "not certain that",
    "isn t certain that",
    "far from certain that",
    "not sure that",
    "not inevitable that",
    "not certain to",
    "isn t certain to",
    "not bound to",
    "not sure to",
];
/// Words with which a claim says that something may be so, and no more.
const UNSURE: &[&str] = &["may", "might", "could", "possibly", "perhaps", "maybe"];
/// Words that make a claim hold without exception, or alone.
const ALL: &[&str] = &[
    "all",
    "every",
    "each",
    "always",
    "everyone",
    "everybody",
    "everywhere",
    "never",
    "none",
    "no",
    "nobody",
    "nothing",
    "must",
    "cannot",
    "any",
    "only",
    "alone",
    "necessarily",
    "certainly",
    "certain",
    "whoever",
    "whatever",
    "invariably",
    "entirely",
    "sole",
    "solely",
];
/// Words that narrow a claim.
const SOME: &[&str] = &[
    "some",
    "many",
    "most",
    "mostly",
    "often",
    "usually",
    "sometimes",
    "generally",
    "frequently",
    "commonly",
    "can",
    "tend",
    "tends",
    "partly",
    "largely",
    "mainly",
    "in part",
    "in general",
    "as a rule",
    "several",
    "few",
];
/// Words that carry none of the sense of what is denied.
const SMALL: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "that", "this", "it", "its", "their", "they", "and", "or",
    "as", "when", "than", "there", "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would",
    "also", "true", "case", "not", "so",
];

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for step in cx.debate.steps.iter().filter(|s| s.kind == StepKind::Rebuttal) {
        let Some(rebuttal) = step.premises.first().map(|p| cx.debate.claim(*p)) else { continue };
        if !ANY.may_stand_in(&rebuttal.text) {
            continue;
        }
        let text = lower(&rebuttal.text);
        let of_all = find(&text, DENIES_ALL).map(|denial| (denial, SOME));
        // Who doubts that something may be so doubts what was said.
        let of_sure = || find(&text, DENIES_SURE).filter(|_| find(&text, UNSURE).is_none()).map(|denial| (denial, UNSURE));
        let Some((denial, narrowing)) = of_all.or_else(of_sure) else { continue };
        for target in step.claims().map(|t| cx.debate.claim(t)) {
            let said = lower(&target.text);
            let Some(narrow) = find(&said, narrowing).filter(|_| find(&said, ALL).is_none()) else { continue };
            if !denies_the_same(&rebuttal.text, denial, &said) {
                continue;
            }
            let title = format!(
                "`{}` says \"{denial}\", and `{}`, which it rebuts, says only \"{narrow}\"",
                rebuttal.name.shown, target.name.shown
            );
            let found = Diagnostic::new(&CODE, step.place, title).related(target.place, "this is what was said");
            out.push(
                found
                    .note("what is denied of all, or as certain, may be so of most, or perhaps; both texts may be true")
                    .help("rebut what was said, or make this a `limit`"),
            );
        }
    }
}

static ANY: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(DENIES_ALL.iter().chain(DENIES_SURE).copied()));

/// Whether what `denial` denies in its clause is what the target says: three of four words that carry its sense stand there in some form,
/// and two at least. A rebuttal with another subject or verb, as "not all shops were asked", gives a reason and denies no wording.
fn denies_the_same(rebuttal: &str, denial: &str, target: &str) -> bool {
    let mut clauses = rebuttal.split(['.', ',', ';', ':', '(', '–', '—']).map(lower);
    let phrase = format!(" {denial} ");
    let Some(clause) = clauses.find(|clause| clause.contains(&phrase)) else { return false };
    let (before, behind) = clause.split_once(&phrase).unwrap_or(("", ""));
    let carries = |word: &&str| !SMALL.contains(word);
    let denied: Vec<&str> = before.split_whitespace().chain(behind.split_whitespace()).filter(carries).collect();
    let is_said = |word: &&&str| target.split_whitespace().take(MOST_SAID).any(|said| are_forms(said, word));
    let same = denied.iter().take(MOST_WORDS).filter(is_said).count();
    same >= 2 && same * 4 >= denied.len() * 3
}

/// The most words of a denial, and of its target, that are held against each other.
const MOST_WORDS: usize = 32;
const MOST_SAID: usize = 256;

/// The first of `phrases` in `text`, which is in the form of `lower`.
fn find(text: &str, phrases: &[&'static str]) -> Option<&'static str> {
    phrases.iter().copied().find(|p| text.contains(&format!(" {p} ")))
}
