//! Finds claims that would stand if nobody had given a reason for them.

use crate::{
    analysis::{compile::sentence, verdict::Verdict},
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::{ClaimKind, Expected, Stance},
        ids::{ClaimId, QuestionId},
    },
    theory::system::grounded::Status,
};
use std::collections::BTreeSet;

rule! {
    /// A claim would stand by assertion alone, but does not stand with the support it was given.
    "weakened-by-support", Core, Note, "weakened_by_support.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let system = &cx.analysis.theory.system;
    let mut possible = vec![false; system.sentences()];
    for (x, y) in system.contraries() {
        if let Some(mark) = possible.get_mut(*y as usize) {
            *mark |= matches!(cx.analysis.grounded.status(*x), Status::In | Status::Undecided);
        }
    }
    // Where reasons run in a circle, that is what is wrong, and to leave out the support of one claim alone would mend nothing.
    let mut circular = cx.loops.claims.clone();
    circular.extend(cx.circles.iter().flat_map(|c| &c.claims));
    let known: BTreeSet<ClaimId> = cx
        .debate
        .expectations
        .iter()
        .filter_map(|e| match e.expected {
            Expected::Falls(c) | Expected::Open(c) | Expected::Unsupported(c) => Some(c),
            _ => None,
        })
        .collect();
    // An answer that loses to another is no surprise, and neither is what the debate itself expects.
    let settled = |c: ClaimId| {
        let decided = |q: &QuestionId| cx.analysis.outcome(*q).answer().is_some_and(|a| a != c);
        known.contains(&c) || cx.debate.claim(c).answers.iter().any(decided)
    };
    // What its speakers took back would not stand by being said.
    let taken_back: BTreeSet<ClaimId> =
        cx.debate.commitments.iter().filter(|act| act.stance == Stance::Retract).flat_map(|act| act.claims.iter().copied()).collect();
    for claim in cx.debate.claim_ids().filter(|c| !circular.contains(c) && !taken_back.contains(c) && !settled(*c)) {
        let unasserted = cx.analysis.theory.assertions.get(claim.index()).copied().flatten().is_none();
        let supported = cx.analysis.links.supports(claim).len() > 0;
        let down = cx.analysis.verdict(claim) != Verdict::Stands && cx.debate.claim(claim).kind != ClaimKind::Fact;
        if unasserted && supported && down && possible.get(sentence(claim) as usize) != Some(&true) {
            out.push(problem(cx, claim));
        }
    }
}

fn problem(cx: &Context<'_>, id: ClaimId) -> Diagnostic {
    let claim = cx.debate.claim(id);
    let word = cx.analysis.verdict(id).word();
    let is = if word == "falls" { word.to_owned() } else { format!("is {word}") };
    let title = format!("`{}` {is} with the support it was given, and would stand without any", claim.name.shown);
    let supports: Vec<_> = cx.analysis.links.supports(id).map(|s| cx.debate.step(s)).collect();
    let by_others = !claim.speakers.is_empty()
        && supports.iter().all(|s| !s.speakers.is_empty() && s.speakers.iter().all(|p| claim.speakers.iter().all(|q| p.party != q.party)));
    let found = Diagnostic::new(&CODE, claim.place, title);
    let found = supports.iter().take(4).fold(found, |found, s| found.related(s.place, "this support does not hold"));
    let found = found.note("a claim with supports stands only through one of them");
    let found = if by_others { found.note("the support comes from another party than the claim") } else { found };
    found.help("answer what defeats the support, or leave it out; an `assumption` is taken to hold whatever becomes of its supports")
}
