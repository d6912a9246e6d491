//! The preference that decides a clash, which is the one that ranks its two sides, and the rebuttals that lose by one.
//!
//! A preference that decides only together with others, as a over b with b over c, is none: its reason is not one for this clash. That
//! they rank its sides together is another question, which has its own answer.

use crate::{
    analysis::{
        evaluate::Analysis,
        links::Links,
        verdict::Verdict,
        why::{Attacker, Fate, reason},
    },
    model::{
        debate::{Debate, Preference, Ranked},
        ids::{ClaimId, StepId},
    },
    theory::system::{
        grounded::{Label, Status},
        rules::{RuleId, Sentence},
    },
};
use std::collections::BTreeSet;

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

/// Whether preferences, one or several together, rank something that is left for `stronger` over all that is left for `weaker`; where nothing
/// is left, over anything that was said for it. Linear in what is ranked above the latter.
pub fn is_ranked(analysis: &Analysis, stronger: ClaimId, weaker: ClaimId) -> bool {
    let (labels, rules) = (&analysis.grounded, analysis.theory.system.rules());
    let is_lost = |sentence: &Sentence| matches!(labels.status(*sentence), Status::Out | Status::None);
    let is_left = |rule: &RuleId| labels.rules.get(*rule as usize) != Some(&Label::Out) && !rules.get(*rule).body.iter().any(is_lost);
    let strong: BTreeSet<RuleId> = analysis.rules_for(stronger).filter(is_left).collect();
    let is_below = |rule: &RuleId| !analysis.ranked_above(*rule).is_disjoint(&strong);
    let mut left = analysis.rules_for(weaker).filter(is_left).peekable();
    if left.peek().is_some() { left.all(|rule| is_below(&rule)) } else { analysis.rules_for(weaker).any(|rule| is_below(&rule)) }
}

/// Whether nothing that the debate says ranks one of two claims over the other, be it that the preference decides nothing. As costly as
/// [`find_decisive`] and [`is_ranked`].
pub fn are_even(debate: &Debate, analysis: &Analysis, one: ClaimId, other: ClaimId) -> bool {
    let outranks = |strong, weak| {
        is_ranked(analysis, strong, weak) || find_decisive(debate, &analysis.links, Side::Claim(strong), Side::Claim(weak)).is_some()
    };
    !outranks(one, other) && !outranks(other, one)
}

/// A rebuttal that stands, as its target does, because a preference gives the target the last word.
#[derive(Debug, Clone, Copy)]
pub struct Outweighed<'d> {
    /// What it is aimed at.
    pub target: ClaimId,
    /// What it says.
    pub rebuttal: ClaimId,
    /// Its step.
    pub step: StepId,
    /// The preference, where one alone decides.
    pub by: Option<&'d Preference>,
}

impl Outweighed<'_> {
    /// Whether the debate says why.
    pub fn is_reasoned(&self) -> bool {
        self.by.is_some_and(|p| !p.text.trim().is_empty())
    }
}

/// The outweighed rebuttals of a debate, by target. Linear in the debate, for each of them in the preferences.
pub fn outweighed<'d>(debate: &'d Debate, analysis: &Analysis) -> Vec<Outweighed<'d>> {
    if debate.preferences.is_empty() {
        return Vec::new();
    }
    let is_met = |c: &ClaimId| analysis.verdict(*c) == Verdict::Stands && analysis.links.rebuttals(*c).len() > 0;
    let mut found = Vec::new();
    for target in debate.claim_ids().filter(is_met) {
        for attack in reason(debate, analysis, target).attacks {
            let (Attacker::Move(rebuttal, step), Fate::Outweighed) = (attack.by, &attack.fate) else { continue };
            let by = find_decisive(debate, &analysis.links, Side::Claim(target), Side::Rebuttal(rebuttal));
            found.push(Outweighed { target, rebuttal, step, by });
        }
    }
    found
}
