//! Whether a claim is in some or every position, each with a position that shows it. No list of positions is made for that.

use crate::{
    analysis::{compile::sentence, evaluate::Analysis},
    model::{debate::Debate, ids::ClaimId},
    theory::{
        framework::{
            problem::{Answer, Semantics, Task},
            solve::Question,
        },
        interrupt::Interrupt,
        system::{
            extensions::{around, read, solve},
            rules::RuleId,
            verify::Check,
        },
    },
};

/// What is known of a claim under a semantics.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Whether some position holds it; nothing when the search was told to stop.
    pub credulous: Option<bool>,
    /// What else a position holds that holds it, of the open claims on which it depends.
    pub with: Vec<ClaimId>,
    /// Whether every position holds it; nothing when the search was told to stop.
    pub sceptical: Option<bool>,
    /// What a position holds that does not hold it, of the open claims on which it depends.
    pub without: Vec<ClaimId>,
}

impl Accepted {
    /// Whether there is no position at all: then every one of them holds the claim, and none does.
    pub fn is_void(&self) -> bool {
        (self.credulous, self.sceptical) == (Some(false), Some(true))
    }
}

/// Whether `claim` is in some and in every position under `semantics`, which must be one for debates.
pub fn accepted(debate: &Debate, analysis: &Analysis, claim: ClaimId, semantics: Semantics, interrupt: &Interrupt) -> Accepted {
    let system = &analysis.theory.system;
    let ask = |task| {
        let question = Question { semantics, task, argument: sentence(claim), limit: 0 };
        solve(system, &analysis.grounded, question, interrupt)
    };
    let near = around(&analysis.grounded, sentence(claim));
    let told = |set: &[RuleId]| -> Vec<ClaimId> {
        let Some(reading) = read(&Check::new(system), semantics, set) else { return Vec::new() };
        let holds = |c: &ClaimId| reading.holds.get(sentence(*c) as usize) == Some(&true);
        debate.claim_ids().filter(|c| *c != claim && near.binary_search(&sentence(*c)).is_ok() && holds(c)).collect()
    };
    let mut found = Accepted { credulous: None, with: Vec::new(), sceptical: None, without: Vec::new() };
    match ask(Task::Credulous) {
        Answer::Yes(set) => {
            found.credulous = Some(true);
            found.with = set.map(|s| told(&s)).unwrap_or_default();
        }
        Answer::No(_) => found.credulous = Some(false),
        _ => {}
    }
    match ask(Task::Sceptical) {
        Answer::No(set) => {
            found.sceptical = Some(false);
            found.without = set.map(|s| told(&s)).unwrap_or_default();
        }
        Answer::Yes(_) => found.sceptical = Some(true),
        _ => {}
    }
    found
}
