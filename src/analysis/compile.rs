//! A debate as a system of sentences and rules. The sentence of a claim has the number of the claim.
//!
//! | in the debate | in the system |
//! |---|---|
//! | a claim that stands by assertion | a defeasible rule with an empty body |
//! | a fact | an axiom |
//! | a support | a rule for each of its targets, strict or defeasible |
//! | a rebuttal of c | a defeasible rule for `!c`, a directed contrary of c, carried down strict supports |
//! | an undercut of a step | a defeasible rule for a sentence that undercuts each rule of the step |
//! | a contradiction of a and b | strict rules a → ¬b and b → ¬a |

use crate::{
    analysis::{
        links::Links,
        standing::{Stances, is_asserted},
    },
    model::{
        debate::{ClaimKind, Debate, Stance, StepKind, Target},
        ids::{ClaimId, StepId},
    },
    theory::system::{
        definition::System,
        derived::{close_denials, close_under_transposition},
        rules::{RuleId, Sentence},
    },
};

/// What a rule was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The assertion of a claim.
    Assertion(ClaimId),
    /// A step towards one of its targets.
    Step(StepId),
    /// A contradiction between two claims.
    Contradiction(ClaimId, ClaimId),
}

/// A debate as a system, and the way back.
#[derive(Debug, Clone)]
pub struct Theory {
    /// The system.
    pub system: System,
    /// What each rule was made from; rules that the closures added come after these and know theirs by [`System::origin`].
    pub origins: Vec<Origin>,
    /// The assertion of each claim, where it has one.
    pub assertions: Vec<Option<RuleId>>,
    starts: Vec<u32>,
    rules: Vec<RuleId>,
}

impl Theory {
    /// The rules of a step, one for each of its targets.
    pub fn rules(&self, step: StepId) -> &[RuleId] {
        match (self.starts.get(step.index()), self.starts.get(step.index() + 1)) {
            (Some(&from), Some(&to)) => self.rules.get(from as usize..to as usize).unwrap_or(&[]),
            _ => &[],
        }
    }

    /// What a rule was made from, directly or by closure.
    pub fn origin(&self, rule: RuleId) -> Option<Origin> {
        let made = self.system.origin(rule).unwrap_or(rule);
        self.origins.get(made as usize).copied()
    }
}

/// The sentence of a claim.
pub const fn sentence(claim: ClaimId) -> Sentence {
    claim.0
}

/// Compiles `debate`. Near linear.
pub fn compile(debate: &Debate, links: &Links, stances: &Stances<'_>) -> Theory {
    let mut theory = Theory {
        system: System::new(debate.claims.len() as u32),
        origins: Vec::with_capacity(debate.claims.len() + debate.steps.len()),
        assertions: vec![None; debate.claims.len()],
        starts: Vec::with_capacity(debate.steps.len() + 1),
        rules: Vec::with_capacity(debate.steps.len()),
    };
    for claim in debate.claim_ids() {
        if debate.claim(claim).kind == ClaimKind::Fact {
            theory.system.add_axiom(sentence(claim));
        }
        if is_asserted(debate, links, stances, claim) {
            let rule = theory.system.add_defeasible(&[], sentence(claim));
            theory.origins.push(Origin::Assertion(claim));
            if let Some(slot) = theory.assertions.get_mut(claim.index()) {
                *slot = Some(rule);
            }
        }
    }
    add_steps(debate, &mut theory);
    for contradiction in &debate.contradictions {
        for (index, a) in contradiction.claims.iter().enumerate() {
            for b in contradiction.claims.iter().skip(index + 1) {
                for (from, to) in [(*a, *b), (*b, *a)] {
                    let not = theory.system.negation(sentence(to));
                    theory.system.add_strict(&[sentence(from)], not);
                    theory.origins.push(Origin::Contradiction(from, to));
                }
            }
        }
    }
    // What a party denies is held as its negation, so that its commitments can be tested for consistency.
    for (claim, _, event) in stances.all() {
        if event.stance == Stance::Deny {
            theory.system.negation(sentence(claim));
        }
    }
    close_under_transposition(&mut theory.system);
    close_denials(&mut theory.system);
    theory
}

fn add_steps(debate: &Debate, theory: &mut Theory) {
    let mut undercut: Vec<(Sentence, StepId)> = Vec::new();
    let mut body: Vec<Sentence> = Vec::new();
    for (id, step) in debate.step_ids().zip(&debate.steps) {
        theory.starts.push(theory.rules.len() as u32);
        body.clear();
        body.extend(step.premises.iter().map(|p| sentence(*p)));
        if body.is_empty() {
            continue;
        }
        for target in &step.targets {
            let (head, strict) = match (step.kind, *target) {
                (StepKind::Support, Target::Claim(claim)) => (sentence(claim), step.strict),
                (_, Target::Claim(claim)) => (theory.system.denial(sentence(claim)), false),
                (_, Target::Step(attacked)) => {
                    let not = theory.system.add_sentence();
                    undercut.push((not, attacked));
                    (not, false)
                }
            };
            let rule = if strict { theory.system.add_strict(&body, head) } else { theory.system.add_defeasible(&body, head) };
            theory.origins.push(Origin::Step(id));
            theory.rules.push(rule);
        }
    }
    theory.starts.push(theory.rules.len() as u32);
    for (not, attacked) in undercut {
        for rule in theory.rules(attacked).to_vec() {
            theory.system.add_undercut(not, rule);
        }
    }
}
