//! The third pass: remarks on claims and steps that are linked by now: contradictions, preferences, commitments, expectations, defaults.

use crate::{
    diagnostic::problem::Diagnostic,
    model::{
        at::At,
        attributes::{find_words, remark},
        codes,
        debate::{Commitment, Contradiction, Expectation, Expected, Preference, Ranked, Stance, StepKind},
        ids::ClaimId,
        scope::Said,
        target::no_text,
        work::Work,
    },
    syntax::{
        attribute::Key,
        keyword::{ClauseWord, Keyword},
        table::MOST_EXCLUSIVE,
    },
    text::span::Place,
};

/// The most answers of a question that a message names.
const MOST_TOLD: usize = 5;

/// Adds what one statement remarks.
pub fn add<'s>(work: &mut Work<'s>, at: &At<'s>) {
    match at.statement.keyword {
        Keyword::Question => default(work, at),
        Keyword::Contradiction => contradiction(work, at),
        Keyword::Prefer => preference(work, at),
        Keyword::Accept => commitment(work, at, Stance::Accept),
        Keyword::Deny => commitment(work, at, Stance::Deny),
        Keyword::Retract => commitment(work, at, Stance::Retract),
        Keyword::Expect => expectation(work, at),
        _ => {}
    }
}

fn operands<'s>(work: &mut Work<'s>, at: &At<'s>) -> Vec<(Said, Place)> {
    let places: Vec<Place> = at.tree.names(at.statement.operands).iter().map(|n| at.place(*n)).collect();
    places.into_iter().filter_map(|place| look_up(work, place)).collect()
}

fn look_up(work: &mut Work<'_>, place: Place) -> Option<(Said, Place)> {
    match work.scopes.require_statement(place) {
        Ok((said, _)) => Some((said, place)),
        Err(problem) => {
            work.diagnostics.push(*problem);
            None
        }
    }
}

/// The claim of `said`; a support with premises or a question has none, which is reported.
fn claim(work: &mut Work<'_>, said: Said, place: Place, why: &str) -> Option<ClaimId> {
    let problem = match said {
        Said::Claim(claim) | Said::Both(claim, _) => return Some(claim),
        Said::Step(step) => no_text(work, place, step, why),
        Said::Question(question) => {
            let question = work.debate.question(question);
            let found = Diagnostic::new(&codes::WRONG_KIND, place, format!("`{}` is a question, which {why}", question.name.shown));
            found.related(question.place, "it is declared here").help("name a claim")
        }
    };
    work.diagnostics.push(problem);
    None
}

fn default(work: &mut Work<'_>, at: &At<'_>) {
    let (Some(place), Some(Said::Question(question))) = (find_words(at, Key::Default), work.said(at)) else { return };
    let Some((said, place)) = look_up(work, place) else { return };
    let Some(answer) = claim(work, said, place, "cannot be the default of a question") else { return };
    if work.debate.question(question).answers.contains(&answer) {
        work.debate.question_mut(question).default = Some(answer);
    } else {
        let answers = &work.debate.question(question).answers;
        let title = format!("`{}` is no answer of this question", work.debate.claim(answer).name.shown);
        let help = if answers.is_empty() {
            "put `on` and the name of the question into its header".to_owned()
        } else {
            let more = if answers.len() > MOST_TOLD { ", …" } else { "" };
            let answers: Vec<String> = answers.iter().take(MOST_TOLD).map(|a| format!("`{}`", work.debate.claim(*a).name.shown)).collect();
            format!("name one of its answers: {}{more}; or put `on` and the name of the question into its header", answers.join(", "))
        };
        let found = Diagnostic::new(&codes::FOREIGN_DEFAULT, place, title).related(work.debate.claim(answer).place, "it is declared here");
        work.diagnostics.push(found.help(help));
    }
}

fn contradiction<'s>(work: &mut Work<'s>, at: &At<'s>) {
    let mut claims: Vec<ClaimId> = Vec::new();
    // More are an error of the text, and each would clash with all others.
    for (said, place) in operands(work, at).into_iter().take(MOST_EXCLUSIVE) {
        let Some(found) = claim(work, said, place, "cannot be part of a contradiction") else { continue };
        if claims.contains(&found) {
            let problem = Diagnostic::new(&codes::WRONG_KIND, place, format!("`{}` is listed twice", work.debate.claim(found).name.shown));
            work.diagnostics.push(problem.help("a claim cannot contradict itself; leave out one of them"));
        } else {
            claims.push(found);
        }
    }
    let speakers = work.speakers(at);
    let (_, cites) = remark(work, at);
    if claims.len() > 1 {
        work.debate.contradictions.push(Contradiction { claims, speakers, text: at.words(), cites, place: at.header() });
    }
}

fn preference<'s>(work: &mut Work<'s>, at: &At<'s>) {
    let stronger = operands(work, at).into_iter().next();
    let mut weaker = at.clause(ClauseWord::Over);
    let (first, second) = (weaker.next(), weaker.next());
    if let Some(second) = second {
        let found = Diagnostic::new(&codes::WRONG_KIND, second, "a preference ranks one thing over one other");
        work.diagnostics.push(found.help("write one `prefer` for each"));
    }
    let weaker = first.and_then(|place| look_up(work, place));
    let speakers = work.speakers(at);
    let (_, cites) = remark(work, at);
    let (Some(stronger), Some(weaker)) = (stronger, weaker) else { return };
    let mut ranked = [stronger, weaker].into_iter().filter_map(|(said, place)| rank(work, at, said, place));
    if let (Some(stronger), Some(weaker)) = (ranked.next(), ranked.next()) {
        work.debate.preferences.push(Preference { stronger, weaker, text: at.words(), speakers, cites, place: at.header() });
    }
}

/// What a name means in a preference: a claim its assertion, its defeasible supports and the steps by which it rebuts, an undercut its
/// step too, a support its step alone.
fn rank(work: &mut Work<'_>, at: &At<'_>, said: Said, place: Place) -> Option<Ranked> {
    let name = place.span.of(at.text).into();
    let support = said.step().is_some_and(|s| work.debate.step(s).kind == StepKind::Support);
    match said {
        Said::Question(_) => {
            claim(work, said, place, "cannot be ranked");
            None
        }
        _ => Some(Ranked { name, place, claim: said.claim().filter(|_| !support), step: said.step() }),
    }
}

fn commitment<'s>(work: &mut Work<'s>, at: &At<'s>, stance: Stance) {
    let mut claims: Vec<ClaimId> = Vec::new();
    for (said, place) in operands(work, at) {
        match said {
            // To accept a support is to accept its premises and its conclusion; to deny one says nothing of either.
            Said::Step(step) if stance != Stance::Deny => {
                let step = work.debate.step(step);
                let conclusions = step.claims();
                claims.extend(step.premises.iter().copied().chain(conclusions));
            }
            Said::Step(_) => claims.extend(claim(work, said, place, "cannot be denied as a whole")),
            _ => claims.extend(claim(work, said, place, "nobody can be committed to")),
        }
    }
    let parties = work.parties(at);
    let (date, cites) = remark(work, at);
    if !claims.is_empty() && !parties.is_empty() {
        work.debate.commitments.push(Commitment { stance, claims, parties, date, text: at.words(), cites, place: at.header() });
    }
}

fn expectation<'s>(work: &mut Work<'s>, at: &At<'s>) {
    let Some((said, place)) = operands(work, at).into_iter().next() else { return };
    let Some(clause) = at.tree.clauses(at.statement).iter().find(|c| c.word.is_verdict() || c.word == ClauseWord::Is) else { return };
    let expected = match (clause.word, said) {
        (ClauseWord::Is, Said::Question(question)) => {
            let Some(answer_place) = at.clause(ClauseWord::Is).next() else { return };
            let Some((answer, answer_place)) = look_up(work, answer_place) else { return };
            claim(work, answer, answer_place, "cannot be an answer").map(|answer| Expected::Answer(question, answer))
        }
        (ClauseWord::Is, _) => {
            let found = Diagnostic::new(&codes::WRONG_KIND, place, format!("`{}` is no question", place.span.of(at.text)));
            work.diagnostics.push(found.help("of a claim, expect that it `stands`, `falls`, is `open` or `unsupported`"));
            None
        }
        (ClauseWord::Open, Said::Question(question)) => Some(Expected::NoAnswer(question)),
        (word, _) => {
            claim(work, said, place, "has no verdict; expect its answer with `is`, or that it is `open`").map(|claim| match word {
                ClauseWord::Stands => Expected::Stands(claim),
                ClauseWord::Falls => Expected::Falls(claim),
                ClauseWord::Open => Expected::Open(claim),
                _ => Expected::Unsupported(claim),
            })
        }
    };
    if let Some(expected) = expected {
        work.debate.expectations.push(Expectation { expected, place: at.header() });
    }
}
