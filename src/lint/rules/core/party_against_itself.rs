//! Finds parties that hold what cannot be held together.

use crate::{
    analysis::commitments::{Clash, Held},
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
    model::{
        debate::{Commitment, Stance, Target},
        ids::{ClaimId, PartyId},
    },
};

rule! {
    /// A party holds what cannot be held together.
    "party-against-itself", Core, Warning, "party_against_itself.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let clashes = cx.stores.iter().flat_map(|store| store.clashes.iter().map(|clash| (store.party, clash)));
    for (party, clash) in clashes.filter(|(party, clash)| !is_told_elsewhere(cx, *party, clash)) {
        let Some(last) = clash.core.iter().max_by_key(|h| (h.since, h.place)) else { continue };
        let later = find_later(cx, party, clash);
        let party = &cx.debate.party(party).name.shown;
        let what = |held: &Held| {
            let since = held.since.map_or(String::new(), |d| format!(" since {}", d.words()));
            format!("{}`{}`{since}", if held.denied { "denies " } else { "holds " }, cx.debate.claim(held.claim).name.shown)
        };
        let name = |held: &Held| {
            let name = &cx.debate.claim(held.claim).name.shown;
            if held.denied { format!("the denial of `{name}`") } else { format!("`{name}`") }
        };
        let all: Vec<String> = clash.core.iter().map(name).collect();
        let title = match all.split_last() {
            Some((last, [])) => format!("{last} cannot be held, as `{party}` does"),
            Some((last, rest)) => format!("{} and {last} cannot be held together, as `{party}` does", rest.join(", ")),
            None => continue,
        };
        let found = Diagnostic::new(&CODE, last.place, title);
        let others = clash.core.iter().filter(|h| h.place != last.place);
        let found = others.fold(found, |found, held| found.related(held.place, what(held)));
        let found = match clash.rebuttal {
            Some(step) => match cx.debate.step(step).premises.first() {
                Some(rebuttal) => found.note(format!("`{}` rebuts the other", cx.debate.claim(*rebuttal).name.shown)),
                None => found,
            },
            None if is_plain(cx, clash) => found.note("the one contradicts the other"),
            None if all.len() == 1 => found.note("it clashes with a fact, or what follows strictly from it does"),
            None => found.note("what follows strictly from them contradicts itself"),
        };
        out.push(match later {
            Some(retraction) => found
                .related(retraction.place, "here it takes one of them back")
                .note("the retraction comes after the day of `as-of`, and does not count yet")
                .help("give `as-of` a later day if it shall count; else mend who speaks"),
            None => found.help("if it is a change of mind, `retract` what is no longer held; else mend who speaks"),
        });
    }
}

/// The retraction by which a party takes back a part of a clash after the day of the debate.
fn find_later<'a>(cx: &Context<'a>, party: PartyId, clash: &Clash) -> Option<&'a Commitment> {
    let day = cx.debate.about.as_of?;
    let takes_back = |c: &&Commitment| c.stance == Stance::Retract && c.parties.contains(&party);
    let of_clash = |c: &&Commitment| clash.core.iter().any(|held| c.claims.contains(&held.claim));
    cx.debate.commitments.iter().filter(takes_back).filter(of_clash).find(|c| c.date.is_some_and(|date| date.is_after(day)))
}

/// Whether a clash is that of two claims of which the debate says that they contradict each other.
fn is_plain(cx: &Context<'_>, clash: &Clash) -> bool {
    let [one, other] = clash.core.as_slice() else { return false };
    let holds = |claims: &[ClaimId]| claims.contains(&one.claim) && claims.contains(&other.claim);
    !one.denied && !other.denied && cx.debate.contradictions.iter().any(|c| holds(&c.claims))
}

/// Whether a clash is a claim and its denial (`accepted-and-denied`), or a claim and a rebuttal of it, both said by the party (`own-rebuttal`).
fn is_told_elsewhere(cx: &Context<'_>, party: PartyId, clash: &Clash) -> bool {
    let [one, other] = clash.core.as_slice() else { return false };
    let says = |held: &Held| cx.debate.claim(held.claim).speakers.iter().any(|s| s.party == party && !s.inherited);
    let rebuts = |rebuttal: &Held, target: &Held| {
        !rebuttal.denied
            && !target.denied
            && says(rebuttal)
            && says(target)
            && clash.rebuttal.is_some_and(|s| {
                let step = cx.debate.step(s);
                step.premises.contains(&rebuttal.claim) && step.targets.contains(&Target::Claim(target.claim))
            })
    };
    one.claim == other.claim || rebuts(one, other) || rebuts(other, one)
}
