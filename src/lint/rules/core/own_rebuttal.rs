//! Finds rebuttals by the very party that holds their target.

use crate::{
    analysis::{commitments::Store, links::Links},
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::{Debate, StepKind},
        ids::{ClaimId, PartyId, StepId},
    },
};

rule! {
    /// A party rebuts what it holds itself.
    "own-rebuttal", Core, Warning, "own_rebuttal.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps).filter(|(_, s)| s.kind == StepKind::Rebuttal) {
        let Some(rebuttal) = step.premises.first().copied() else { continue };
        for party in cx.debate.claim(rebuttal).speakers.iter().map(|s| s.party) {
            for target in step.claims().filter(|t| is_spoken(cx.debate, *t, party)) {
                if holds(cx, party, target) && holds(cx, party, rebuttal) && !is_answered_by_itself(cx, id, rebuttal, target, party) {
                    out.push(problem(cx, id, target, party));
                }
            }
        }
    }
}

fn problem(cx: &Context<'_>, step: StepId, target: ClaimId, party: PartyId) -> Diagnostic {
    let (step, target) = (cx.debate.step(step), cx.debate.claim(target));
    let title = format!("`{}` rebuts `{}`, which it holds itself", cx.debate.party(party).name.shown, target.name.shown);
    let found = Diagnostic::new(&CODE, step.place, title).related(target.place, "here it says so");
    found.help(format!(
        "if it changed its mind, write `retract {} by {}`; if it narrows what it said, make this a `limit`; else mend who speaks",
        target.name.shown,
        cx.debate.party(party).name.shown
    ))
}

/// Whether a party is named as a speaker of a claim, not only by where the claim stands.
fn is_spoken(debate: &Debate, claim: ClaimId, party: PartyId) -> bool {
    debate.claim(claim).speakers.iter().any(|s| s.party == party && !s.inherited)
}

fn holds(cx: &Context<'_>, party: PartyId, claim: ClaimId) -> bool {
    let held = cx.stores.get(party.index()).map_or(&[][..], |store: &Store| &store.held);
    let at = held.partition_point(|h| h.claim < claim);
    held.get(at).is_some_and(|h| h.claim == claim && !h.denied)
}

/// The most answers that are looked at.
const MOST_ANSWERS: usize = 16;

/// Whether a party only raises an objection to itself and answers it: then it rebuts its own rebuttal, by which it rebuts its own claim.
fn is_answered_by_itself(cx: &Context<'_>, step: StepId, rebuttal: ClaimId, target: ClaimId, party: PartyId) -> bool {
    let links: &Links = &cx.analysis.links;
    let spoken = |s: StepId| cx.debate.step(s).premises.iter().any(|p| is_spoken(cx.debate, *p, party));
    let answers = links.rebuttals(rebuttal).chain(links.undercuts(step)).take(MOST_ANSWERS).any(spoken);
    let attacks = |s: StepId| {
        let used = cx.debate.step(s);
        used.kind == StepKind::Rebuttal && used.claims().take(MOST_ANSWERS).any(|t| is_spoken(cx.debate, t, party))
    };
    answers || links.uses(target).take(MOST_ANSWERS).any(attacks)
}
