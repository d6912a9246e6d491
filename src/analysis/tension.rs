//! What a party holds that does not stand by what the party itself holds: it took back the ground of it, or holds what undercuts it.
//!
//! The debate is restricted to what the party is committed to: the claims that it holds; the supports of these that it made, and those of
//! others all of whose premises it holds; and the undercuts of these that it made or accepted. A claim for which it made no support, it
//! simply asserts. Rebuttals and contradictions between things that it holds are clashes and told as such (`commitments`).

use crate::{
    analysis::{
        commitments::{Held, Store},
        links::Links,
    },
    model::{
        debate::{ClaimKind, Debate, StepKind},
        ids::{ClaimId, PartyId, StepId},
    },
    theory::system::{
        definition::System,
        grounded::{Status, grounded},
        rules::{RuleId, Sentence},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// A claim with more supports, or a step with more undercuts, is passed over: each party that holds it would have to look at them all.
const MOST: usize = 1_000;

/// A claim that a party holds and that does not stand by what the party holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tension {
    /// The claim.
    pub claim: Held,
    /// Each support of it that counts for the party, with what stops it.
    pub fails: Vec<(StepId, Fails)>,
}

/// What stops a support among the commitments of a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fails {
    /// The party denies this premise.
    Denied(ClaimId),
    /// The party took this premise back.
    TakenBack(ClaimId),
    /// The party holds this, which undercuts the support.
    Undercut(ClaimId),
    /// The party holds this premise, which does not stand by what it holds either.
    Premise(ClaimId),
}

/// The tensions of each party, by claim. A party that made no support, or undercuts none and took nothing back, costs nothing; any other
/// near linear in what the claims that it supports rest on.
pub fn tensions(debate: &Debate, links: &Links, stores: &[Store]) -> Vec<Vec<Tension>> {
    let mut made: Vec<Vec<StepId>> = vec![Vec::new(); stores.len()];
    for (id, step) in debate.step_ids().zip(&debate.steps).filter(|(_, s)| s.kind == StepKind::Support) {
        for speaker in &step.speakers {
            if let Some(own) = made.get_mut(speaker.party.index()) {
                own.push(id);
            }
        }
    }
    stores.iter().zip(made).map(|(store, made)| Commitments::new(debate, links, store, made).tensions(store)).collect()
}

/// What one party is committed to.
struct Commitments<'a> {
    debate: &'a Debate,
    links: &'a Links,
    party: PartyId,
    holds: BTreeSet<ClaimId>,
    denies: BTreeSet<ClaimId>,
    /// The supports that it made, ascending.
    made: Vec<StepId>,
}

impl<'a> Commitments<'a> {
    fn new(debate: &'a Debate, links: &'a Links, store: &Store, made: Vec<StepId>) -> Self {
        // Who made no support simply asserts what it holds.
        let held = if made.is_empty() { &[][..] } else { &store.held };
        let (denies, holds): (Vec<&Held>, Vec<&Held>) = held.iter().partition(|h| h.denied);
        let claims = |held: Vec<&Held>| held.into_iter().map(|h| h.claim).collect();
        Self { debate, links, party: store.party, holds: claims(holds), denies: claims(denies), made }
    }

    fn tensions(&self, store: &Store) -> Vec<Tension> {
        if !self.made.iter().any(|s| self.lost(*s).is_some() || self.undercuts(*s).next().is_some()) {
            return Vec::new();
        }
        let restricted = Restricted::new(self);
        let held = store.held.iter().filter(|h| !h.denied && restricted.status(h.claim).is_some_and(|s| s != Status::In));
        held.map(|h| Tension { claim: *h, fails: self.supports(h.claim).filter_map(|s| Some((s, self.fails(&restricted, s)?))).collect() })
            .collect()
    }

    /// A premise of `step` that the party does not hold.
    fn lost(&self, step: StepId) -> Option<ClaimId> {
        self.debate.step(step).premises.iter().copied().find(|p| !self.holds.contains(p) && self.debate.claim(*p).kind != ClaimKind::Fact)
    }

    /// The supports of a claim that count for the party.
    fn supports(&self, claim: ClaimId) -> impl Iterator<Item = StepId> + '_ {
        self.links.supports(claim).filter(|s| self.made.binary_search(s).is_ok() || self.lost(*s).is_none())
    }

    /// The undercuts of a step that the party made or accepted, and of which it holds the claim.
    fn undercuts(&self, step: StepId) -> impl Iterator<Item = (StepId, ClaimId)> + '_ {
        let is_passed = self.links.undercuts(step).len() > MOST;
        self.links.undercuts(step).filter(move |_| !is_passed).filter_map(|undercut| {
            let made = self.debate.step(undercut);
            let claim = made.premises.first().copied().filter(|c| self.holds.contains(c))?;
            let is_own = made.speakers.iter().any(|s| s.party == self.party) || self.debate.claim(claim).name == made.name;
            is_own.then_some((undercut, claim))
        })
    }

    /// Whether the party needs no support for a claim that it holds.
    fn asserts(&self, claim: ClaimId) -> bool {
        let supports = self.links.supports(claim);
        self.debate.claim(claim).kind == ClaimKind::Assumption
            || supports.len() > MOST
            || !self.links.supports(claim).any(|s| self.made.binary_search(&s).is_ok())
    }

    fn fails(&self, restricted: &Restricted, step: StepId) -> Option<Fails> {
        if let Some(lost) = self.lost(step) {
            return Some(if self.denies.contains(&lost) { Fails::Denied(lost) } else { Fails::TakenBack(lost) });
        }
        let undercut = self.undercuts(step).find(|(u, _)| restricted.may_undercut(*u)).map(|(_, claim)| Fails::Undercut(claim));
        let weak = || self.debate.step(step).premises.iter().copied().find(|p| restricted.status(*p) != Some(Status::In));
        undercut.or_else(|| weak().map(Fails::Premise))
    }
}

/// The debate restricted to the commitments of a party, as far as the claims that it supports depend on it, with its verdicts.
struct Restricted {
    sentences: BTreeMap<ClaimId, Sentence>,
    /// What each undercut concludes.
    undercuts: BTreeMap<StepId, Sentence>,
    statuses: Vec<Status>,
}

impl Restricted {
    fn new(own: &Commitments<'_>) -> Self {
        let mut draft = Draft::default();
        for claim in own.made.iter().flat_map(|s| own.debate.step(*s).claims()) {
            draft.sentence(claim);
        }
        loop {
            if let Some(claim) = draft.claims.pop() {
                draft.add_claim(own, claim);
            } else if let Some((step, rule)) = draft.steps.pop() {
                draft.add_undercuts(own, step, rule);
            } else {
                break;
            }
        }
        Self { sentences: draft.sentences, undercuts: draft.undercuts, statuses: grounded(&draft.system).sentences }
    }

    fn status(&self, claim: ClaimId) -> Option<Status> {
        self.of(*self.sentences.get(&claim)?)
    }

    /// Whether an undercut succeeds, or may.
    fn may_undercut(&self, step: StepId) -> bool {
        let status = self.undercuts.get(&step).and_then(|s| self.of(*s));
        matches!(status, Some(Status::In | Status::Undecided))
    }

    fn of(&self, sentence: Sentence) -> Option<Status> {
        self.statuses.get(sentence as usize).copied()
    }
}

/// A restricted debate as far as it is written down.
#[derive(Default)]
struct Draft {
    system: System,
    sentences: BTreeMap<ClaimId, Sentence>,
    undercuts: BTreeMap<StepId, Sentence>,
    /// The claims and steps of which the grounds and the undercuts are not written down yet.
    claims: Vec<ClaimId>,
    steps: Vec<(StepId, RuleId)>,
}

impl Draft {
    fn sentence(&mut self, claim: ClaimId) -> Sentence {
        *self.sentences.entry(claim).or_insert_with(|| {
            self.claims.push(claim);
            self.system.add_sentence()
        })
    }

    fn add_claim(&mut self, own: &Commitments<'_>, claim: ClaimId) {
        let head = self.sentence(claim);
        if own.debate.claim(claim).kind == ClaimKind::Fact {
            return self.system.add_axiom(head);
        }
        if !own.holds.contains(&claim) {
            return;
        }
        if own.asserts(claim) {
            self.system.add_defeasible(&[], head);
            return;
        }
        for step in own.supports(claim) {
            let made = own.debate.step(step);
            let body: Vec<Sentence> = made.premises.iter().map(|p| self.sentence(*p)).collect();
            if made.strict {
                self.system.add_strict(&body, head);
            } else {
                let rule = self.system.add_defeasible(&body, head);
                self.steps.push((step, rule));
            }
        }
    }

    fn add_undercuts(&mut self, own: &Commitments<'_>, step: StepId, rule: RuleId) {
        for (undercut, claim) in own.undercuts(step) {
            let not = match self.undercuts.get(&undercut) {
                Some(not) => *not,
                None => {
                    let (body, not) = (self.sentence(claim), self.system.add_sentence());
                    let rule = self.system.add_defeasible(&[body], not);
                    self.undercuts.insert(undercut, not);
                    self.steps.push((undercut, rule));
                    not
                }
            };
            self.system.add_undercut(not, rule);
        }
    }
}
