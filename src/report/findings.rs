//! What a consistency report tells of a debate as a whole: open clashes, unanswered rebuttals, what lacks support or source.

use crate::{
    analysis::{
        decisive::is_ranked,
        verdict::Verdict,
        why::{Attacker, Fate, reason},
    },
    model::{debate::ClaimKind, ids::ClaimId},
    report::run::Report,
};
use std::collections::BTreeSet;

/// A clash in which neither side has the last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenClash {
    /// What is attacked.
    pub target: ClaimId,
    /// What attacks it.
    pub attacker: ClaimId,
    /// Whether the target attacks the attacker too.
    pub is_mutual: bool,
}

/// Claims and what attacks them, where neither side has the last word; two that attack each other are one clash.
pub fn open_clashes(report: &Report<'_>) -> Vec<OpenClash> {
    let (debate, analysis) = (&report.debate, &report.analysis);
    let open = debate.claim_ids().filter(|c| analysis.verdict(*c) == Verdict::Open);
    let mut clashes = Vec::new();
    let mut directed = BTreeSet::new();
    for claim in open {
        for attack in reason(debate, analysis, claim).attacks.into_iter().filter(|a| a.fate == Fate::Open) {
            let (Attacker::Move(other, _) | Attacker::Contradiction(other)) = attack.by else { continue };
            // What the target outranks does not count against it.
            if is_ranked(analysis, claim, other) && matches!(attack.by, Attacker::Contradiction(_)) {
                continue;
            }
            if directed.insert((claim, other)) && !directed.contains(&(other, claim)) {
                clashes.push((claim, other));
            }
        }
    }
    let clash = |(target, attacker)| OpenClash { target, attacker, is_mutual: directed.contains(&(attacker, target)) };
    clashes.into_iter().map(clash).collect()
}

/// Claims that nothing supports: unsupported ones.
pub fn unsupported(report: &Report<'_>) -> Vec<ClaimId> {
    report.debate.claim_ids().filter(|c| report.analysis.verdict(*c) == Verdict::Unsupported).collect()
}

/// Claims that rest on no support and cite no source, facts and assumptions left out.
pub fn without_source(report: &Report<'_>) -> Vec<ClaimId> {
    let debate = &report.debate;
    let bare = |c: &ClaimId| {
        let claim = debate.claim(*c);
        !matches!(claim.kind, ClaimKind::Fact | ClaimKind::Assumption)
            && claim.cites().is_empty()
            && report.analysis.links.supports(*c).len() == 0
    };
    debate.claim_ids().filter(bare).collect()
}
