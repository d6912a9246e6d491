//! Taking a claim or a support out of a debate: what "it falls" means where it is only supposed.
//!
//! A claim falls when all defeasible rules that conclude it are gone: its assertion and its defeasible supports. A support falls when
//! its own rules are. Nothing comes in their place: a claim with supports does not come to stand by assertion when it loses them. What
//! is strict cannot be taken away: a fact, and what follows strictly from claims that stay.

use crate::{
    analysis::{
        compile::{Theory, sentence},
        links::Links,
    },
    model::{
        debate::{Debate, StepKind},
        ids::{ClaimId, StepId},
    },
    text::span::Place,
    theory::system::rules::RuleId,
};

/// What can be taken out of a debate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A claim.
    Claim(ClaimId),
    /// A step: a support with a name of its own or of what cannot fall, or in additions any step.
    Step(StepId),
}

impl Part {
    /// Its name.
    pub fn name(self, debate: &Debate) -> &str {
        match self {
            Self::Claim(claim) => &debate.claim(claim).name.shown,
            Self::Step(step) => &debate.step(step).name.shown,
        }
    }

    /// Where it is declared.
    pub fn place(self, debate: &Debate) -> Place {
        match self {
            Self::Claim(claim) => debate.claim(claim).place,
            Self::Step(step) => debate.step(step).place,
        }
    }

    /// The rules that go with it, ascending.
    pub fn rules(self, links: &Links, theory: &Theory) -> Vec<RuleId> {
        let all = theory.system.rules();
        let mut rules: Vec<RuleId> = match self {
            Self::Step(step) => theory.rules(step).to_vec(),
            Self::Claim(claim) => {
                let assertion = theory.assertions.get(claim.index()).copied().flatten();
                let supports = links.supports(claim).flat_map(|s| theory.rules(s)).copied();
                // A support may have other targets too, which it goes on to support.
                assertion.into_iter().chain(supports.filter(|r| all.get(*r).head == sentence(claim))).collect()
            }
        };
        rules.retain(|r| all.is_defeasible(*r));
        rules.sort_unstable();
        rules.dedup();
        rules
    }
}

/// Whether a step has a name that no claim bears: a support with premises.
pub fn is_named(debate: &Debate, step: StepId) -> bool {
    let step = debate.step(step);
    step.kind == StepKind::Support && !step.premises.iter().any(|p| debate.claim(*p).name == step.name)
}

/// The support with a name of its own that is all that `claim` has, so that it makes no difference which of the two falls.
pub fn find_sole(debate: &Debate, links: &Links, theory: &Theory, claim: ClaimId) -> Option<StepId> {
    let all = Part::Claim(claim).rules(links, theory);
    let mut named = links.supports(claim).filter(|s| is_named(debate, *s));
    named.find(|s| links.supports(claim).len() == 1 && all.len() == 1 && Part::Step(*s).rules(links, theory) == all)
}

/// What can be withdrawn of `debate` beside `claim`, in the order of the files: claims, and supports with names of their own or all of whose
/// premises are strict. A support that is all that its one conclusion has is told as that conclusion, unless the conclusion is `claim`.
pub fn parts(debate: &Debate, links: &Links, theory: &Theory, claim: ClaimId) -> Vec<(Part, Vec<RuleId>)> {
    let rules = |part: Part| part.rules(links, theory);
    let claims = debate.claim_ids().filter(|c| *c != claim).map(|c| (Part::Claim(c), rules(Part::Claim(c))));
    // What follows strictly does not fall, but may cease to be given as a reason.
    let is_bare =
        |s: StepId| debate.step(s).kind == StepKind::Support && debate.step(s).premises.iter().all(|p| rules(Part::Claim(*p)).is_empty());
    let steps = debate.step_ids().filter(|s| is_named(debate, *s) || is_bare(*s)).map(|s| (Part::Step(s), rules(Part::Step(s))));
    let all = theory.system.rules();
    let mut given = vec![0u32; theory.system.sentences()];
    for rule in all.defeasible() {
        if let Some(count) = given.get_mut(all.get(rule).head as usize) {
            *count += 1;
        }
    }
    let is_all_of_another = |part: Part, own: &[RuleId]| match (part, own) {
        (Part::Step(_), [only]) => {
            let head = all.get(*only).head;
            head != sentence(claim) && given.get(head as usize) == Some(&1)
        }
        _ => false,
    };
    let mut parts: Vec<(Part, Vec<RuleId>)> =
        claims.chain(steps).filter(|(part, own)| !own.is_empty() && !is_all_of_another(*part, own)).collect();
    parts.sort_by_key(|(part, _)| (part.place(debate), *part));
    parts
}
