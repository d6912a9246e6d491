//! What each party has committed itself to, and whether it can hold all of it.
//!
//! Asserting or accepting a claim commits to it, denying it to its opposite, retracting it to nothing; a later act replaces an earlier
//! one, so a dated change of mind is a change and no contradiction. Making a support commits to its premises and its conclusion.

use crate::{
    analysis::{
        compile::{Theory, sentence},
        standing::Stances,
    },
    model::{
        debate::{Debate, Speaker, Stance, StepKind, Target},
        ids::{ClaimId, PartyId, StepId},
        value::Date,
    },
    text::span::Place,
    theory::system::{conflict::find_conflict, rules::Sentence},
};
use std::collections::BTreeMap;

/// One thing that a party holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The claim.
    pub claim: ClaimId,
    /// Whether it is held to be false.
    pub denied: bool,
    /// Since when, if that is told.
    pub since: Option<Date>,
    /// Where that is told.
    pub place: Place,
}

/// What a party holds, and why it cannot hold all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    /// Who.
    pub party: PartyId,
    /// What it holds, by claim.
    pub held: Vec<Held>,
    /// A smallest part of it that cannot be held together, if there is one.
    pub clash: Option<Clash>,
}

/// A part of what a party holds that cannot be held together: without any one of them it can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What clashes.
    pub core: Vec<Held>,
    /// The rebuttal that the party makes of what it holds itself, where that is the clash.
    pub rebuttal: Option<StepId>,
}

/// What each party of `debate` holds on its day.
pub fn stores(debate: &Debate, theory: &Theory) -> Vec<Store> {
    let stances = Stances::new(debate);
    let mut held: Vec<BTreeMap<ClaimId, Held>> = debate.parties.iter().map(|_| BTreeMap::new()).collect();
    for (id, claim) in debate.claim_ids().zip(&debate.claims) {
        let since = claim.details.as_ref().and_then(|d| d.date);
        say(&mut held, &claim.speakers, Held { claim: id, denied: false, since, place: claim.place });
    }
    for step in debate.steps.iter().filter(|s| s.kind == StepKind::Support) {
        let conclusions = step.targets.iter().filter_map(|t| if let Target::Claim(c) = t { Some(*c) } else { None });
        for claim in step.premises.iter().copied().chain(conclusions) {
            say(&mut held, &step.speakers, Held { claim, denied: false, since: None, place: step.place });
        }
    }
    for (claim, party, event) in stances.all() {
        let Some(store) = held.get_mut(party.index()) else { continue };
        // What was said on a later day than the act stands against it.
        if store.get(&claim).is_some_and(|h| h.since > event.date && h.since.is_some()) {
            continue;
        }
        match event.stance {
            Stance::Retract => drop(store.remove(&claim)),
            stance => {
                let denied = stance == Stance::Deny;
                let known = store.get(&claim).copied().filter(|h| h.denied == denied);
                store.insert(claim, known.unwrap_or(Held { claim, denied, since: event.date, place: event.place }));
            }
        }
    }
    let rebuttals = rebuttals(debate);
    held.into_iter()
        .zip(0u32..)
        .map(|(held, party)| {
            let clash = direct_clash(debate, &rebuttals, &held).or_else(|| derived_clash(debate, theory, &held));
            Store { party: PartyId(party), held: held.into_values().collect(), clash }
        })
        .collect()
}

fn say(held: &mut [BTreeMap<ClaimId, Held>], speakers: &[Speaker], what: Held) {
    for speaker in speakers {
        if let Some(store) = held.get_mut(speaker.party.index()) {
            store.entry(what.claim).or_insert(what);
        }
    }
}

/// The rebuttals of each claim, as the claim that rebuts and its step.
fn rebuttals(debate: &Debate) -> BTreeMap<ClaimId, Vec<(ClaimId, StepId)>> {
    let mut rebuttals: BTreeMap<ClaimId, Vec<(ClaimId, StepId)>> = BTreeMap::new();
    for (id, step) in debate.step_ids().zip(&debate.steps).filter(|(_, s)| s.kind == StepKind::Rebuttal) {
        for target in &step.targets {
            if let (Target::Claim(target), Some(premise)) = (target, step.premises.first()) {
                rebuttals.entry(*target).or_default().push((*premise, id));
            }
        }
    }
    rebuttals
}

/// A claim that is held together with a rebuttal of it.
fn direct_clash(debate: &Debate, rebuttals: &BTreeMap<ClaimId, Vec<(ClaimId, StepId)>>, held: &BTreeMap<ClaimId, Held>) -> Option<Clash> {
    held.values().filter(|h| !h.denied).find_map(|target| {
        let (rebuttal, step) = rebuttals.get(&target.claim)?.iter().find(|(r, step)| {
            // Only who makes or accepts a rebuttal as such holds it against its target.
            held.get(r).is_some_and(|h| !h.denied) && debate.step(*step).premises.len() == 1
        })?;
        let core = vec![*target, *held.get(rebuttal)?];
        Some(Clash { core, rebuttal: Some(*step) })
    })
}

/// Claims and denials whose strict closure, with the facts, contradicts itself.
fn derived_clash(debate: &Debate, theory: &Theory, held: &BTreeMap<ClaimId, Held>) -> Option<Clash> {
    let denials = held.values().any(|h| h.denied);
    let strict = !debate.contradictions.is_empty() || debate.steps.iter().any(|s| s.strict);
    if !denials && !strict {
        return None;
    }
    let mut sentences: BTreeMap<Sentence, Held> = BTreeMap::new();
    for what in held.values() {
        let said = if what.denied { theory.system.find_negation(sentence(what.claim)) } else { Some(sentence(what.claim)) };
        if let Some(said) = said {
            sentences.insert(said, *what);
        }
    }
    let given: Vec<Sentence> = sentences.keys().copied().collect();
    // Facts that clash by themselves are no fault of the party.
    let conflict = find_conflict(&theory.system, theory.system.axioms(), &given).filter(|c| !c.core.is_empty())?;
    let core = conflict.core.iter().filter_map(|s| sentences.get(s)).copied().collect();
    Some(Clash { core, rebuttal: None })
}
