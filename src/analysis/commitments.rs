//! What each party has committed itself to, and whether it can hold all of it.
//!
//! Asserting or accepting a claim commits to it, denying it to its opposite, retracting it to nothing; a strictly later opposite act
//! replaces an earlier one, so a dated change of mind is a change and no contradiction (`standing::replay`). Making a support commits to
//! its premises and its conclusion.

use crate::{
    analysis::{
        compile::{Theory, sentence},
        standing::{Act, Stances, replay, says},
    },
    model::{
        debate::{Debate, Stance, StepKind, Target},
        ids::{ClaimId, PartyId, StepId},
        value::Date,
    },
    text::span::Place,
    theory::system::{conflict::Conflicts, rules::Sentence},
};

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
    /// What it holds, by claim; a claim that it both accepts and denies is there twice.
    pub held: Vec<Held>,
    /// Smallest parts of it that cannot be held together, a smallest of all first; each is found after the newest act of those before is
    /// dropped, and after a few no more are looked for.
    pub clashes: Vec<Clash>,
}

/// A part of what a party holds that cannot be held together: without any one of them it can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What clashes, by claim.
    pub core: Vec<Held>,
    /// The rebuttal by which one thing that follows from it is denied by another, where that is the clash.
    pub rebuttal: Option<StepId>,
}

/// The most clashes of one party that are told.
const MOST_CLASHES: usize = 8;

/// What each party of `debate` holds on its day. Near linear, but for clashes.
pub fn stores(debate: &Debate, theory: &Theory) -> Vec<Store> {
    let mut stores: Vec<Store> =
        (0..debate.parties.len() as u32).map(|p| Store { party: PartyId(p), held: Vec::new(), clashes: Vec::new() }).collect();
    let mut acts: Vec<Vec<(ClaimId, Act)>> = vec![Vec::new(); stores.len()];
    each_act(debate, |claim, party, act| {
        if let Some(own) = acts.get_mut(party.index()) {
            own.push((claim, act));
        }
    });
    for (store, mut own) in stores.iter_mut().zip(acts) {
        // Stable: the acts of a party with a claim stay in the order of the files.
        own.sort_by_key(|(claim, _)| *claim);
        for same in own.chunk_by(|a, b| a.0 == b.0) {
            let Some((claim, _)) = same.first() else { continue };
            let hold = replay(same.iter().map(|(_, act)| *act));
            for (denied, act) in [(false, hold.accepted), (true, hold.denied)] {
                store.held.extend(act.map(|a| Held { claim: *claim, denied, since: a.date, place: a.place }));
            }
        }
    }
    let rebuttals = rebuttals(debate);
    let pairs: Vec<(Sentence, Sentence)> = rebuttals.iter().map(|r| r.0).collect();
    let conflicts = Conflicts::new(&theory.system, theory.system.axioms(), &pairs);
    for store in &mut stores {
        let mut held = store.held.clone();
        while store.clashes.len() < MOST_CLASHES {
            let Some(clash) = find_clash(theory, &rebuttals, &conflicts, &held) else { break };
            let newest = clash.core.iter().max_by_key(|h| (h.since, h.place)).copied();
            held.retain(|h| Some(*h) != newest);
            store.clashes.push(clash);
        }
    }
    stores
}

/// All that parties did with claims: what they said, what they rest a support on or conclude by it, what they took on and dropped.
fn each_act(debate: &Debate, mut tell: impl FnMut(ClaimId, PartyId, Act)) {
    for claim in debate.claim_ids() {
        let act = says(debate, claim);
        debate.claim(claim).speakers.iter().for_each(|s| tell(claim, s.party, act));
    }
    let says_it = |party: PartyId, claim: ClaimId| debate.claim(claim).speakers.iter().any(|s| s.party == party);
    for step in debate.steps.iter().filter(|s| s.kind == StepKind::Support && !s.speakers.is_empty()) {
        let conclusions = step.claims();
        let claims = step.premises.iter().copied().chain(conclusions);
        for party in step.speakers.iter().map(|s| s.party) {
            // A support has no day of its own: it is as late as what its speaker says in it.
            let date = step.premises.iter().filter(|p| says_it(party, **p)).filter_map(|p| says(debate, *p).date).max();
            let act = Act { stance: Stance::Accept, date, place: step.place };
            claims.clone().filter(|c| !says_it(party, *c)).for_each(|c| tell(c, party, act));
        }
    }
    Stances::new(debate).all().for_each(|(claim, party, act)| tell(claim, party, act));
}

/// What rebuts, what it rebuts, and the step by which it does.
type Rebuts = ((Sentence, Sentence), StepId);

/// The rebuttals, ascending; of several between the same two, the first.
fn rebuttals(debate: &Debate) -> Vec<Rebuts> {
    let mut rebuttals = Vec::new();
    for (id, step) in debate.step_ids().zip(&debate.steps).filter(|(_, s)| s.kind == StepKind::Rebuttal) {
        for target in &step.targets {
            if let (Target::Claim(target), Some(premise)) = (target, step.premises.first()) {
                rebuttals.push(((sentence(*premise), sentence(*target)), id));
            }
        }
    }
    rebuttals.sort_unstable();
    rebuttals.dedup_by_key(|r| r.0);
    rebuttals
}

/// Claims and denials whose strict closure, with the facts, contradicts itself or holds a claim with a rebuttal of it.
fn find_clash(theory: &Theory, rebuttals: &[Rebuts], conflicts: &Conflicts<'_>, held: &[Held]) -> Option<Clash> {
    let said = |what: &Held| if what.denied { theory.system.find_negation(sentence(what.claim)) } else { Some(sentence(what.claim)) };
    let given: Vec<Sentence> = held.iter().filter_map(said).collect();
    let conflict = conflicts.find(&given)?;
    let core = held.iter().filter(|h| said(h).is_some_and(|s| conflict.core.binary_search(&s).is_ok())).copied().collect();
    let rebuttal = rebuttals.binary_search_by_key(&conflict.between, |r| r.0).ok().and_then(|at| rebuttals.get(at)).map(|r| r.1);
    Some(Clash { core, rebuttal })
}
