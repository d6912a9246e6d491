//! Finds claims that are put into the mouth of a party only because they stand beneath a statement of that party.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        words::small_article,
    },
    model::debate::ClaimKind,
};

rule! {
    /// A claim is put into the mouth of a party by where it stands, without a source.
    "inherited-words", Core, Warning, "inherited_words.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, claim) in cx.debate.claim_ids().zip(&cx.debate.claims) {
        let inherited = claim.speakers.iter().find(|s| s.inherited);
        let Some(speaker) = inherited.filter(|_| claim.cites().is_empty() && matches!(claim.kind, ClaimKind::Premise | ClaimKind::Reason))
        else {
            continue;
        };
        // Who is named as the speaker of a support gives its premises.
        let own = cx.analysis.links.uses(id).flat_map(|s| &cx.debate.step(s).speakers).any(|s| s.party == speaker.party && !s.inherited);
        if own {
            continue;
        }
        let party = cx.debate.party(speaker.party);
        let who = small_article(&party.text);
        let title = format!("`{}` is put into the mouth of {who} without a source", claim.name.shown);
        let found = Diagnostic::new(&CODE, claim.place, title);
        out.push(found.note("a reason that names no speaker takes the one of the statement above it").help(format!(
            "add `cite: …`, if these are words of {who}; `by {}`, to say it on your own word; or the name of another speaker",
            party.name.shown
        )));
    }
}
