//! The sides of a debate, by the claims that are said by their parties.

use crate::{
    lint::rule::Context,
    model::ids::{ClaimId, PartyId},
};
use std::collections::BTreeMap;

/// A side and its claims.
#[derive(Debug)]
pub struct Side<'a> {
    /// What its parties call it.
    pub name: &'a str,
    /// The claims that are said by one of its parties and by no other side, in order.
    pub claims: Vec<ClaimId>,
}

/// The sides of a debate by name, where at least two have a party; else none. Who has no side speaks for none.
pub fn sides<'a>(cx: &Context<'a>) -> Vec<Side<'a>> {
    let mut by_name: BTreeMap<&str, Vec<ClaimId>> =
        cx.debate.parties.iter().filter_map(|p| Some((p.side.as_deref()?, Vec::new()))).collect();
    if by_name.len() < 2 {
        return Vec::new();
    }
    for (id, claim) in cx.debate.claim_ids().zip(&cx.debate.claims) {
        let mut names = claim.speakers.iter().map(|s| side_of(cx, s.party));
        if let Some(first) = names.next().flatten().filter(|first| names.all(|n| n == Some(first))) {
            by_name.entry(first).or_default().push(id);
        }
    }
    by_name.into_iter().map(|(name, claims)| Side { name, claims }).collect()
}

/// The side of a party.
pub fn side_of<'a>(cx: &Context<'a>, party: PartyId) -> Option<&'a str> {
    cx.debate.party(party).side.as_deref()
}
