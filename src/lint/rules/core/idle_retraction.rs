//! Finds retractions that change no verdict, because the claim rests on supports.

use crate::{
    analysis::{standing::Stances, verdict::Verdict},
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::{ClaimKind, Stance},
        ids::PartyId,
    },
};

rule! {
    /// A claim is retracted, and still rests on its supports.
    "idle-retraction", Core, Note, "idle_retraction.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let stances = Stances::new(cx.debate);
    for event in cx.debate.commitments.iter().filter(|c| c.stance == Stance::Retract) {
        for claim in &event.claims {
            let retracted = cx.debate.claim(*claim);
            let is_gone = cx.analysis.verdict(*claim) == Verdict::Unsupported;
            if is_gone || cx.analysis.links.supports(*claim).len() == 0 || retracted.kind == ClaimKind::Assumption {
                continue;
            }
            let said = |party: &PartyId| retracted.speakers.iter().any(|s| s.party == *party);
            let is_denial = event.parties.iter().all(|p| stances.ends_denial(cx.debate, *claim, *p, event.place));
            let what = match (is_denial, event.parties.iter().any(said)) {
                (true, _) => "the denial of ",
                (false, true) => "",
                (false, false) => "the acceptance of ",
            };
            let title = format!("retracting {what}`{0}` changes no verdict, since `{0}` rests on its supports", retracted.name.shown);
            let found = Diagnostic::new(&CODE, event.place, title).related(retracted.place, "it is declared here");
            out.push(
                found
                    .note("a retraction takes away what stands by being said, not what follows from reasons")
                    .help("if its supports are no longer held either, retract their premises too"),
            );
        }
    }
}
