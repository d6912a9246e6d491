//! Finds claims that nothing in the debate has to do with.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::{ClaimKind, Expected, Target},
        ids::ClaimId,
    },
};

rule! {
    /// A claim is connected to nothing.
    "loose-claim", Core, Note, "loose_claim.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // A list of claims is no argument yet, and nothing in it is looser than the rest.
    if cx.debate.steps.is_empty() || !cx.whole {
        return;
    }
    let mut touched = vec![false; cx.debate.claims.len()];
    let mut touch = |claim: ClaimId| {
        if let Some(mark) = touched.get_mut(claim.index()) {
            *mark = true;
        }
    };
    for step in &cx.debate.steps {
        step.premises.iter().copied().for_each(&mut touch);
        step.targets.iter().for_each(|t| {
            if let Target::Claim(claim) = t {
                touch(*claim)
            }
        });
    }
    cx.debate.limits.iter().flat_map(|l| [l.claim, l.target]).for_each(&mut touch);
    cx.debate.contradictions.iter().flat_map(|c| &c.claims).copied().for_each(&mut touch);
    cx.debate.commitments.iter().flat_map(|c| &c.claims).copied().for_each(&mut touch);
    for expectation in &cx.debate.expectations {
        match expectation.expected {
            Expected::Stands(c) | Expected::Falls(c) | Expected::Open(c) | Expected::Unsupported(c) | Expected::Answer(_, c) => touch(c),
            Expected::NoAnswer(_) => {}
        }
    }
    for (claim, _) in cx.debate.claims.iter().zip(touched).filter(|(_, touched)| !touched) {
        // A file that is used may hold more than is used of it, and a fact may tell the setting.
        let own = !claim.name.shown.contains('.');
        if own && claim.answers.is_empty() && matches!(claim.kind, ClaimKind::Claim | ClaimKind::Assumption) {
            let found = Diagnostic::new(&CODE, claim.place, format!("nothing has to do with `{}`", claim.name.shown));
            out.push(
                found
                    .note("it supports and attacks nothing, and answers no question, so no verdict depends on it")
                    .help("use it as a premise, say what it answers with `on`, or leave it out"),
            );
        }
    }
}
