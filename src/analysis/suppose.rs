//! The debate under a supposition: what comes out when claims or supports fall, or claims are granted.
//!
//! `x falls`: its defeasible rules are gone (`withdrawal`). `x stands`: it is granted as if all agreed on it; as a fact it cannot be
//! attacked, and what its contraries rest on loses to it. That a claim is open has no such meaning: it would need an opponent of equal
//! strength, of which there are many kinds. Preferences, and who said what, stay as they are.

use crate::{
    analysis::{
        compile::sentence,
        evaluate::{Analysis, verdicts},
        outcome::{Outcome, outcomes},
        verdict::Verdict,
        withdrawal::Part,
    },
    model::{debate::Debate, ids::ClaimId},
    theory::system::{closure::Uses, conflict::find_conflict, grounded::grounded_without, rules::RuleId},
};
use std::collections::BTreeSet;

/// What is supposed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Supposition {
    /// What falls.
    pub falls: Vec<Part>,
    /// What is granted.
    pub stands: Vec<ClaimId>,
}

/// What a debate comes to under a supposition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// The verdict on each claim.
    pub verdicts: Vec<Verdict>,
    /// The outcome of each question.
    pub outcomes: Vec<Outcome>,
}

/// Evaluates `debate` under `supposition`; refused with the claims to blame when what is granted and the facts cannot all hold.
///
/// # Errors
/// The claims that cannot all hold.
pub fn suppose(debate: &Debate, analysis: &Analysis, supposition: &Supposition) -> Result<Supposed, Vec<ClaimId>> {
    let gone: BTreeSet<RuleId> = supposition.falls.iter().flat_map(|p| p.rules(&analysis.links, &analysis.theory)).collect();
    let mut theory = std::borrow::Cow::Borrowed(&analysis.theory);
    if !supposition.stands.is_empty() {
        let axioms = theory.system.axioms().len();
        let own = theory.to_mut();
        supposition.stands.iter().for_each(|c| own.system.add_axiom(sentence(*c)));
        // Facts that clash on their own are an error of the debate, which is told elsewhere.
        let facts = own.system.axioms().get(..axioms).unwrap_or(&[]);
        if find_conflict(&own.system, &[], facts).is_none()
            && let Some(conflict) = find_conflict(&own.system, &[], own.system.axioms())
        {
            return Err(conflict.core.into_iter().map(ClaimId).filter(|c| c.index() < debate.claims.len()).collect());
        }
    }
    let grounded = grounded_without(&theory.system, |rule| gone.contains(&rule));
    let verdicts = verdicts(debate, &theory, &grounded);
    let outcomes = outcomes(debate, &verdicts);
    Ok(Supposed { verdicts, outcomes })
}

impl Supposed {
    /// The verdict on `claim`.
    pub fn verdict(&self, claim: ClaimId) -> Verdict {
        self.verdicts.get(claim.index()).copied().unwrap_or(Verdict::Unsupported)
    }

    /// The claims whose verdict is another than without the supposition, in order.
    pub fn changed<'a>(&'a self, before: &'a Analysis) -> impl Iterator<Item = ClaimId> + 'a {
        (0u32..).zip(self.verdicts.iter().zip(&before.verdicts)).filter(|(_, (new, old))| new != old).map(|(c, _)| ClaimId(c))
    }
}

/// Whether `claim` follows strictly from facts, so that it cannot be supposed to fall.
pub fn is_certain(analysis: &Analysis, claim: ClaimId) -> bool {
    let system = &analysis.theory.system;
    Uses::strict_only(system).strict(system.axioms().iter().copied()).holds.get(claim.index()) == Some(&true)
}
