//! The preference that decides a clash: the one that ranks its two sides.
//!
//! A preference that decides only together with others, as a over b with b over c, is none: its reason is not one for this clash.

use crate::{
    analysis::links::Links,
    model::{
        debate::{Debate, Preference, Ranked},
        ids::ClaimId,
    },
};

/// A side of a clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What speaks for a claim: its assertion and its supports.
    Claim(ClaimId),
    /// A claim in its use as a rebuttal.
    Rebuttal(ClaimId),
}

/// The preference that ranks `stronger` over `weaker`; one that says why, if there is one. Linear in the preferences.
pub fn find_decisive<'d>(debate: &'d Debate, links: &Links, stronger: Side, weaker: Side) -> Option<&'d Preference> {
    let is = |ranked: &Ranked, side: Side| match side {
        Side::Claim(claim) => ranked.claim == Some(claim) || ranked.step.is_some_and(|step| links.supports(claim).any(|s| s == step)),
        Side::Rebuttal(claim) => ranked.claim == Some(claim),
    };
    let decides = debate.preferences.iter().filter(|p| is(&p.stronger, stronger) && is(&p.weaker, weaker));
    decides.min_by_key(|p| p.text.trim().is_empty())
}
