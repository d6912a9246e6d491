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
    let cites = |claim: &&ClaimId| !cx.debate.claim(**claim).cites().is_empty();
    let shares: Vec<(Side<'_>, Vec<ClaimId>)> = sides(cx)
        .into_iter()
        .map(|side| {
            let leaves: Vec<ClaimId> = side.claims.iter().copied().filter(|c| needs_source(cx, *c)).collect();
            (side, leaves)
        })
        .filter(|(_, leaves)| leaves.len() >= FEWEST)
        .collect();
    // At least two thirds against none.
    let is_sourced = |(_, leaves): &&(Side<'_>, Vec<ClaimId>)| leaves.iter().filter(cites).count() * 3 >= leaves.len() * 2;
    let Some((best, _)) = shares.iter().find(is_sourced) else { return };
    for (side, leaves) in shares.iter().filter(|(side, _)| !side.claims.iter().any(|claim| cites(&claim))) {
        let Some(first) = leaves.first().map(|c| cx.debate.claim(*c)) else { continue };
        let title = format!(
            "none of the {} claims of the side \"{}\" cites a source, and {} of {} of the side \"{}\" do",
            side.claims.len(),
            side.name,
            best.claims.iter().filter(cites).count(),
            best.claims.len(),
            best.name
        );
        let found = Diagnostic::new(&CODE, first.place, title).label("one of them");
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
