//! What a party holds of a claim after all it did with it, and whether a claim stands by its assertion.
//!
//! Acts are replayed by date, then in the order of the files; what comes after the day of the debate is left out. Acts without a date
//! hold throughout: no dated act replaces them, and a retraction without a date takes back all that is told before it.

use crate::{
    analysis::links::Links,
    model::{
        debate::{ClaimKind, Commitment, Debate, Stance},
        ids::{ClaimId, PartyId},
        value::Date,
    },
    text::span::Place,
};
use std::collections::BTreeMap;

/// Something that a party does with a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    /// What: to say a claim is to accept it.
    pub stance: Stance,
    /// When, if that is told.
    pub date: Option<Date>,
    /// Where it is told.
    pub place: Place,
}

/// What a party holds of a claim: nothing, the claim, its opposite, or both at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hold {
    /// The act from which on it holds the claim.
    pub accepted: Option<Act>,
    /// The act from which on it denies the claim.
    pub denied: Option<Act>,
}

/// What is held after these acts of one party with one claim, told in the order of the files. A strictly later opposite act replaces an
/// earlier one, as a change of mind; opposite acts of one day, or of which one has no date, are both held.
pub fn replay(acts: impl IntoIterator<Item = Act>) -> Hold {
    let mut acts = acts.into_iter();
    let (Some(first), second) = (acts.next(), acts.next()) else { return Hold::default() };
    // Most claims are said once, and nothing comes of it but that.
    match (second, first.stance) {
        (None, Stance::Accept) => return Hold { accepted: Some(first), denied: None },
        (None, Stance::Deny) => return Hold { accepted: None, denied: Some(first) },
        _ => {}
    }
    let mut left: Vec<Act> = Vec::new();
    for act in [first].into_iter().chain(second).chain(acts) {
        match (act.stance, act.date) {
            (Stance::Retract, None) => left.clear(),
            _ => left.push(act),
        }
    }
    left.sort_by_key(|a| a.date);
    let (mut accepted, mut denied) = (None, None);
    for act in left {
        let (own, other) = match act.stance {
            Stance::Accept => (&mut accepted, &mut denied),
            Stance::Deny => (&mut denied, &mut accepted),
            Stance::Retract => {
                (accepted, denied) = (None, None);
                continue;
            }
        };
        if other.is_some_and(|o: Side| o.last.is_some() && o.last < act.date) {
            *other = None;
        }
        match own {
            Some(side) => side.last = side.last.and(act.date),
            None => *own = Some(Side { first: act, last: act.date }),
        }
    }
    Hold { accepted: accepted.map(|a| a.first), denied: denied.map(|d| d.first) }
}

/// One side of a claim, as a party holds it.
#[derive(Debug, Clone, Copy)]
struct Side {
    first: Act,
    /// The last day on which the party took it; none if it holds throughout.
    last: Option<Date>,
}

/// What parties accepted, denied and retracted up to the day of the debate.
#[derive(Debug, Clone, Default)]
pub struct Stances<'d> {
    acts: BTreeMap<(ClaimId, PartyId), Vec<&'d Commitment>>,
}

impl<'d> Stances<'d> {
    /// Reads the commitments of `debate`. O(n log n).
    pub fn new(debate: &'d Debate) -> Self {
        let mut acts: BTreeMap<(ClaimId, PartyId), Vec<&Commitment>> = BTreeMap::new();
        for event in debate.commitments.iter().filter(|c| !c.date.zip(debate.about.as_of).is_some_and(|(date, day)| date.is_after(day))) {
            for claim in &event.claims {
                for party in &event.parties {
                    acts.entry((*claim, *party)).or_default().push(event);
                }
            }
        }
        Self { acts }
    }

    /// What `party` did with `claim`, in the order of the files, besides saying it.
    pub fn acts(&self, claim: ClaimId, party: PartyId) -> impl Iterator<Item = Act> + '_ {
        let events = self.acts.get(&(claim, party)).map_or(&[][..], Vec::as_slice);
        events.iter().map(|e| Act { stance: e.stance, date: e.date, place: e.place })
    }

    /// All acts, by claim and party, then in the order of the files.
    pub fn all(&self) -> impl Iterator<Item = (ClaimId, PartyId, Act)> + '_ {
        self.acts.keys().flat_map(|&(claim, party)| self.acts(claim, party).map(move |act| (claim, party, act)))
    }

    /// Whether the retraction of `claim` by `party` that stands at `place` gives up a denial, and takes back nothing that the party said or
    /// accepted.
    pub fn ends_denial(&self, debate: &Debate, claim: ClaimId, party: PartyId, place: Place) -> bool {
        let Some((at, own)) = self.acts(claim, party).enumerate().find(|(_, act)| act.place == place) else { return false };
        let is_before = |(nth, act): &(usize, Act)| match (act.date, own.date) {
            (Some(date), Some(day)) => !date.is_after(day) && *nth != at,
            (None, Some(_)) => true,
            (_, None) => *nth < at,
        };
        let before = self.acts(claim, party).enumerate().filter(is_before).max_by_key(|(nth, act)| (act.date, *nth));
        let is_speaker = debate.claim(claim).speakers.iter().any(|s| s.party == party);
        !is_speaker && before.is_some_and(|(_, act)| act.stance == Stance::Deny)
    }

    /// Those who say `claim`, without whoever has taken it back since or has come to deny it.
    pub fn speakers(&self, debate: &Debate, claim: ClaimId) -> Vec<PartyId> {
        let said = says(debate, claim);
        let holds = |party: &PartyId| replay([said].into_iter().chain(self.acts(claim, *party))).accepted.is_some();
        debate.claim(claim).speakers.iter().map(|s| s.party).filter(holds).collect()
    }

    /// Whether the claim has speakers and every one of them has taken it back. To deny what one said takes nothing back.
    pub fn is_retracted(&self, debate: &Debate, claim: ClaimId) -> bool {
        let said = says(debate, claim);
        let speakers = &debate.claim(claim).speakers;
        let took_back = |party| {
            let acts = self.acts(claim, party).filter(|a| a.stance != Stance::Deny);
            replay([said].into_iter().chain(acts)).accepted.is_none()
        };
        !speakers.is_empty() && speakers.iter().all(|s| took_back(s.party))
    }
}

/// The act of saying a claim.
pub fn says(debate: &Debate, claim: ClaimId) -> Act {
    let claim = debate.claim(claim);
    Act { stance: Stance::Accept, date: claim.details.as_ref().and_then(|d| d.date), place: claim.place }
}

/// Whether a claim is taken to hold because it is said: without support, or as an assumption, and not taken back.
pub fn is_asserted(debate: &Debate, links: &Links, stances: &Stances<'_>, claim: ClaimId) -> bool {
    let kind = debate.claim(claim).kind;
    kind != ClaimKind::Fact
        && (kind == ClaimKind::Assumption || links.supports(claim).len() == 0)
        && (stances.acts.is_empty() || !stances.is_retracted(debate, claim))
}
