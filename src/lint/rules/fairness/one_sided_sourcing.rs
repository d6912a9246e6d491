//! Finds sides whose claims cite nothing in a debate that sources the claims of another side.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        sides::{Side, sides},
    },
    model::{debate::ClaimKind, ids::ClaimId},
};

rule! {
    /// The claims of one side are sourced, and those of another are not.
    "one-sided-sourcing", Fairness, Note, "one_sided_sourcing.md"
}

/// The fewest claims of a side of which a share is told.
const FEWEST: usize = 3;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let shares: Vec<(Side<'_>, Vec<ClaimId>, usize)> = sides(cx)
        .into_iter()
        .map(|side| {
            let leaves: Vec<ClaimId> = side.claims.iter().copied().filter(|c| needs_source(cx, *c)).collect();
            let sourced = leaves.iter().filter(|c| !cx.debate.claim(**c).cites().is_empty()).count();
            (side, leaves, sourced)
        })
        .filter(|(_, leaves, _)| leaves.len() >= FEWEST)
        .collect();
    // At least two thirds against none.
    let Some((best, all, cited)) = shares.iter().find(|(_, leaves, sourced)| sourced * 3 >= leaves.len() * 2) else { return };
    for (side, leaves, _) in shares.iter().filter(|(_, _, sourced)| *sourced == 0) {
        let Some(first) = leaves.first().map(|c| cx.debate.claim(*c)) else { continue };
        let title = format!(
            "none of the {} claims of the side \"{}\" cites a source, and {cited} of {} of the side \"{}\" do",
            leaves.len(),
            side.name,
            all.len(),
            best.name
        );
        let found = Diagnostic::new(&CODE, first.place, title).label("the first of them");
        out.push(
            found
                .note("this says nothing of who is right; it says that the two sides were not treated alike")
                .help("look for what this side rests its claims on, or say in the `scope` why it is not sourced"),
        );
    }
}

/// Whether a claim has to be shown from outside: nothing supports it, and it says more than that a step fails.
fn needs_source(cx: &Context<'_>, claim: ClaimId) -> bool {
    let kind = cx.debate.claim(claim).kind;
    cx.analysis.links.supports(claim).len() == 0 && !matches!(kind, ClaimKind::Fact | ClaimKind::Assumption | ClaimKind::Undercut)
}
