//! Finds parties that never speak.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        edits::leave_out,
        rule::{Context, rule},
    },
    model::ids::PartyId,
};

rule! {
    /// A party is declared and says nothing.
    "unused-party", Core, Warning, "unused_party.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let debate = cx.debate;
    // A file of parties and sources alone is there to be used by others.
    if debate.claims.is_empty() || !cx.whole {
        return;
    }
    let mut speaks = vec![false; debate.parties.len()];
    let mut mark = |party: PartyId| {
        if let Some(mark) = speaks.get_mut(party.index()) {
            *mark = true;
        }
    };
    let claims = debate.claims.iter().map(|c| &c.speakers);
    let steps = debate.steps.iter().map(|s| &s.speakers);
    let questions = debate.questions.iter().map(|q| &q.speakers);
    let clashes = debate.contradictions.iter().map(|c| &c.speakers);
    let preferences = debate.preferences.iter().map(|p| &p.speakers);
    claims.chain(steps).chain(questions).chain(clashes).chain(preferences).flatten().for_each(|s| mark(s.party));
    debate.commitments.iter().flat_map(|c| &c.parties).for_each(|p| mark(*p));
    for (party, _) in debate.parties.iter().zip(speaks).filter(|(p, speaks)| !speaks && !p.name.shown.contains('.')) {
        let found = Diagnostic::new(&CODE, party.place, format!("`{}` says nothing in this debate", party.name.shown));
        let found = found.note(format!("most often a `by {}` is missing", party.name.shown));
        out.push(found.guess("say what it says with `by`, or leave it out", leave_out(cx.files, party.place)));
    }
}
