//! In what two forms of one statement differ.

use crate::{
    diff::{
        align::{Alignment, own_claim, words},
        attributes::{self, Form},
        change::Aspect,
        pairs::{Pair, find},
    },
    model::{
        citation::Citation,
        debate::{Claim, ClaimKind, Debate, Speaker, Step, Target},
    },
};
use std::collections::BTreeSet;

/// The aspects of which the test says that they differ.
fn which(aspects: &[(Aspect, bool)]) -> Vec<Aspect> {
    aspects.iter().filter(|(_, differs)| *differs).map(|(aspect, _)| *aspect).collect()
}

/// In what a question is another.
pub fn question(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.questions, pair.old), find(&both.new.questions, pair.new)) else { return Vec::new() };
    let default = |d: Option<u32>, of: &dyn Fn(u32) -> u32| d.map(of);
    which(&[
        (Aspect::Name, old.name.shown != new.name.shown),
        (Aspect::Text, words(&old.text) != words(&new.text)),
        (
            Aspect::Default,
            default(old.default.map(|c| c.0), &|c| both.claims.of_old(c)) != default(new.default.map(|c| c.0), &|c| both.claims.of_new(c)),
        ),
        (Aspect::Cites, cites(&old.cites, &|s| both.sources.of_old(s)) != cites(&new.cites, &|s| both.sources.of_new(s))),
        (Aspect::Details, attributes::question(both, Form::Old, old) != attributes::question(both, Form::New, new)),
    ])
}

/// In what a claim is another.
pub fn claim(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.claims, pair.old), find(&both.new.claims, pair.new)) else { return Vec::new() };
    let speakers = |claim: &Claim, of: &dyn Fn(u32) -> u32| claim.speakers.iter().map(|s| of(s.party.0)).collect::<BTreeSet<u32>>();
    let answers = |claim: &Claim, of: &dyn Fn(u32) -> u32| claim.answers.iter().map(|q| of(q.0)).collect::<BTreeSet<u32>>();
    let date = |claim: &Claim| claim.details.as_ref().and_then(|d| d.date);
    which(&[
        (Aspect::Name, old.name.shown != new.name.shown && (old.name.referable || new.name.referable)),
        (Aspect::Text, words(&old.text) != words(&new.text)),
        (Aspect::Cites, cites(old.cites(), &|s| both.sources.of_old(s)) != cites(new.cites(), &|s| both.sources.of_new(s))),
        (Aspect::Kind, class(old.kind) != class(new.kind)),
        (Aspect::Speakers, speakers(old, &|p| both.parties.of_old(p)) != speakers(new, &|p| both.parties.of_new(p))),
        (Aspect::Questions, answers(old, &|q| both.questions.of_old(q)) != answers(new, &|q| both.questions.of_new(q))),
        (Aspect::Date, date(old) != date(new)),
        (Aspect::Details, attributes::claim(old) != attributes::claim(new)),
    ])
}

/// What a claim is taken for: a rebuttal that becomes a premise is said as before.
pub const fn class(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Fact => "fact",
        ClaimKind::Assumption => "assumption",
        _ => "claim",
    }
}

/// What is cited, in no order.
pub fn cites(list: &[Citation], of: &dyn Fn(u32) -> u32) -> BTreeSet<(u32, Option<String>, Option<String>)> {
    list.iter().map(|c| (of(c.source.0), c.locator.clone(), c.quotation.clone())).collect()
}

/// In what a step is another.
pub fn step(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.steps, pair.old), find(&both.new.steps, pair.new)) else { return Vec::new() };
    let premises = |step: &Step, of: &dyn Fn(u32) -> u32| step.premises.iter().map(|p| of(p.0)).collect::<BTreeSet<u32>>();
    let own = |debate: &Debate, id: Option<u32>| id.and_then(|id| own_claim(debate, id)).is_some();
    let is_own = own(both.old, pair.old) || own(both.new, pair.new);
    let (old_targets, new_targets) = (targets(both, old, true), targets(both, new, false));
    which(&[
        // A step that is made with the text of a claim bears its name.
        (Aspect::Name, old.name.shown != new.name.shown && (old.name.referable || new.name.referable) && !is_own),
        (Aspect::Premises, premises(old, &|p| both.claims.of_old(p)) != premises(new, &|p| both.claims.of_new(p))),
        (Aspect::Targets, old_targets != new_targets),
        (Aspect::Strict, old.strict != new.strict),
        (Aspect::Details, attributes::step(old) != attributes::step(new)),
    ])
}

/// What a step bears on, by pair: whether it is a step, and which.
pub fn targets(both: &Alignment<'_>, step: &Step, of_old: bool) -> BTreeSet<(bool, u32)> {
    let (claim, other): (&dyn Fn(u32) -> u32, &dyn Fn(u32) -> u32) = if of_old {
        (&|c| both.claims.of_old(c), &|s| both.steps.of_old(s))
    } else {
        (&|c| both.claims.of_new(c), &|s| both.steps.of_new(s))
    };
    let target = |target: &Target| match target {
        Target::Claim(c) => (false, claim(c.0)),
        Target::Step(s) => (true, other(s.0)),
    };
    step.targets.iter().map(target).collect()
}

/// In what a source is another.
pub fn source(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.sources, pair.old), find(&both.new.sources, pair.new)) else { return Vec::new() };
    which(&[
        (Aspect::Name, old.name.shown != new.name.shown),
        (Aspect::Text, words(&old.text) != words(&new.text)),
        (Aspect::Details, attributes::source(both, Form::Old, old) != attributes::source(both, Form::New, new)),
    ])
}

/// In what a party is another.
pub fn party(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.parties, pair.old), find(&both.new.parties, pair.new)) else { return Vec::new() };
    which(&[
        (Aspect::Name, old.name.shown != new.name.shown),
        (Aspect::Text, words(&old.text) != words(&new.text)),
        (Aspect::Details, attributes::party(old) != attributes::party(new)),
    ])
}

/// In what a term is another.
pub fn term(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.terms, pair.old), find(&both.new.terms, pair.new)) else { return Vec::new() };
    which(&[
        (Aspect::Name, old.name.shown != new.name.shown),
        (Aspect::Text, words(&old.text) != words(&new.text)),
        (Aspect::Cites, cites(&old.cites, &|s| both.sources.of_old(s)) != cites(&new.cites, &|s| both.sources.of_new(s))),
    ])
}

/// In what a contradiction is another.
pub fn contradiction(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (old, new) = (find(&both.old.contradictions, pair.old), find(&both.new.contradictions, pair.new));
    let Some((old, new)) = old.zip(new) else { return Vec::new() };
    said(both, (&old.text, &old.speakers, &old.cites), (&new.text, &new.speakers, &new.cites))
}

/// In what a preference is another.
pub fn preference(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.preferences, pair.old), find(&both.new.preferences, pair.new)) else { return Vec::new() };
    said(both, (&old.text, &old.speakers, &old.cites), (&new.text, &new.speakers, &new.cites))
}

/// What a remark gives as its reason, who makes it, and what it cites.
type Said<'d> = (&'d str, &'d [Speaker], &'d [Citation]);

/// In what a remark is another.
fn said(both: &Alignment<'_>, old: Said<'_>, new: Said<'_>) -> Vec<Aspect> {
    let speakers = |list: &[Speaker], of: &dyn Fn(u32) -> u32| list.iter().map(|s| of(s.party.0)).collect::<BTreeSet<u32>>();
    which(&[
        (Aspect::Text, words(old.0) != words(new.0)),
        (Aspect::Speakers, speakers(old.1, &|p| both.parties.of_old(p)) != speakers(new.1, &|p| both.parties.of_new(p))),
        (Aspect::Cites, cites(old.2, &|s| both.sources.of_old(s)) != cites(new.2, &|s| both.sources.of_new(s))),
    ])
}

/// In what it is another that a party took on or dropped something.
pub fn commitment(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.commitments, pair.old), find(&both.new.commitments, pair.new)) else { return Vec::new() };
    which(&[
        (Aspect::Text, words(&old.text) != words(&new.text)),
        (Aspect::Cites, cites(&old.cites, &|s| both.sources.of_old(s)) != cites(&new.cites, &|s| both.sources.of_new(s))),
    ])
}
