//! Whether a claim stands by its assertion: who says it, and whether all who did have taken it back.

use crate::{
    analysis::links::Links,
    model::{
        debate::{ClaimKind, Commitment, Debate, Stance},
        ids::{ClaimId, PartyId},
    },
};
use std::collections::BTreeMap;

/// What each party last did with each claim it ever accepted, denied or retracted, up to the day of the debate.
#[derive(Debug, Clone, Default)]
pub struct Stances<'d> {
    last: BTreeMap<(ClaimId, PartyId), &'d Commitment>,
}

impl<'d> Stances<'d> {
    /// Replays the commitments of `debate` by date, then in the order of the files; undated ones come first, and what comes after the
    /// day of the debate is left out. O(n log n).
    pub fn new(debate: &'d Debate) -> Self {
        let mut events: Vec<&Commitment> =
            debate.commitments.iter().filter(|c| c.date.is_none_or(|d| debate.about.as_of.is_none_or(|day| d <= day))).collect();
        events.sort_by_key(|c| c.date);
        let mut last = BTreeMap::new();
        for event in events {
            for claim in &event.claims {
                for party in &event.parties {
                    last.insert((*claim, *party), event);
                }
            }
        }
        Self { last }
    }

    /// What `party` last did with `claim`.
    pub fn last(&self, claim: ClaimId, party: PartyId) -> Option<&'d Commitment> {
        self.last.get(&(claim, party)).copied()
    }

    /// All of them, by claim and party.
    pub fn all(&self) -> impl Iterator<Item = (ClaimId, PartyId, &'d Commitment)> + '_ {
        self.last.iter().map(|((claim, party), event)| (*claim, *party, *event))
    }

    /// Whether the claim has speakers and every one of them has taken it back.
    pub fn is_retracted(&self, debate: &Debate, claim: ClaimId) -> bool {
        let speakers = &debate.claim(claim).speakers;
        !speakers.is_empty() && speakers.iter().all(|s| self.last(claim, s.party).is_some_and(|c| c.stance == Stance::Retract))
    }
}

/// Whether a claim is taken to hold because it is said: without support, or as an assumption, and not taken back.
pub fn is_asserted(debate: &Debate, links: &Links, stances: &Stances<'_>, claim: ClaimId) -> bool {
    let kind = debate.claim(claim).kind;
    kind != ClaimKind::Fact
        && (kind == ClaimKind::Assumption || links.supports(claim).len() == 0)
        && (stances.last.is_empty() || !stances.is_retracted(debate, claim))
}
