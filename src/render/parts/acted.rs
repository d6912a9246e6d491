//! What a party did with a claim, where that is other than in an earlier version: as a clause, and as a thing.

use crate::{
    diff::{
        change::Kind,
        compare::Comparison,
        pairs::{Pair, find},
        remarks::Act,
    },
    model::debate::Stance,
    render::{page::Page, parts::details, prose::words},
};

/// That the act `id` came or went; where it came in place of another, or went for it, this one sentence tells both. `is_on` says that the
/// sentence is on the claim already.
pub fn clause<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32, kind: Kind, is_on: bool) -> String {
    let name = name(page, found, id);
    if let Some([old, new]) = replaced(found, id)
        && let (Some((before, _)), Some((now, _))) = (act(found, old), act(found, new))
    {
        if before.stance == now.stance {
            return format!("{name} {}", details::dated(before.date, now.date));
        }
        let [.., instead] = words_of(found, old, before);
        return format!("{} in place of {instead}", done(page, found, new, now, is_on));
    }
    match act(found, id) {
        Some((act, _)) if kind == Kind::Added => done(page, found, id, act, is_on),
        _ => format!("{name} was taken out"),
    }
}

/// The old and the new act, where just one act of a party with a claim went and just one came, and `id` is either. Near linear over all acts:
/// those of one party with one claim stand together, and none is sought beyond the third that came or went.
pub fn replaced(found: &Comparison<'_>, id: u32) -> Option<[u32; 2]> {
    let (own, _) = act(found, id)?;
    let same = |(_, (act, _)): &(u32, &(Act, Pair))| act.claim == own.claim && act.party == own.party;
    let (before, after) = found.remarks.acts.split_at_checked(id as usize)?;
    let before = (0..id).rev().zip(before.iter().rev()).take_while(same);
    let moved: Vec<(u32, Pair)> = before
        .chain((id..).zip(after).take_while(same))
        .filter(|(_, (_, pair))| pair.old.is_none() || pair.new.is_none())
        .map(|(at, (_, pair))| (at, *pair))
        .take(3)
        .collect();
    match moved.as_slice() {
        [(one, first), (other, second)] => match (first.new, second.new) {
            (None, Some(_)) => Some([*one, *other]),
            (Some(_), None) => Some([*other, *one]),
            _ => None,
        },
        _ => None,
    }
}

/// What a party did, as a thing.
pub fn name<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    let Some((act, _)) = act(found, id) else { return "something that a party did".to_owned() };
    let [noun, ..] = words_of(found, id, act);
    let claim = details::claim_name(page, found, act.claim);
    format!("the {noun} of {claim} by {}", details::party(page, found, act.party))
}

fn done<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32, act: &Act, is_on: bool) -> String {
    let [_, did, _] = words_of(found, id, act);
    let party = details::party(page, found, act.party);
    let late = act.date.filter(|day| page.debate().about.as_of.is_some_and(|today| day.is_after(today)));
    let late = late.map_or_else(String::new, |day| format!(" {}, after the day of this page", words::on(day)));
    match did.strip_suffix(" back") {
        Some(took) if is_on => format!("{party} {took} it back{late}"),
        _ if is_on => format!("{party} {did} it{late}"),
        _ => format!("{party} {did} {}{late}", details::claim_name(page, found, act.claim)),
    }
}

/// What a party did as a thing, as a verb, and after `in place of`.
fn words_of(found: &Comparison<'_>, id: u32, act: &Act) -> [&'static str; 3] {
    match act.stance {
        Stance::Accept => ["acceptance", "accepted", "accepting it"],
        Stance::Deny => ["denial", "denied", "denying it"],
        Stance::Retract if before(found, id) == Some(Stance::Deny) => ["end of the denial", "gave up denying", "giving up the denial"],
        Stance::Retract if is_speaker(found, id) => ["withdrawal", "took back", "taking it back"],
        Stance::Retract if before(found, id).is_some() => ["end of the acceptance", "withdrew acceptance of", "withdrawing the acceptance"],
        Stance::Retract => ["disowning", "disowned", "disowning it"],
    }
}

/// What the party did before with the claim, in the same version.
fn before(found: &Comparison<'_>, id: u32) -> Option<Stance> {
    let (own, pair) = act(found, id)?;
    let earlier = found.remarks.acts.get(..id as usize).unwrap_or_default().iter().rev();
    let mut earlier = earlier.take_while(|(act, _)| act.claim == own.claim && act.party == own.party);
    let is_here = |other: &Pair| if pair.new.is_some() { other.new.is_some() } else { other.old.is_some() };
    let last = earlier.find(|(act, other)| act.stance != Stance::Retract && is_here(other));
    last.map(|(act, _)| act.stance)
}

/// Whether the claim is put into the mouth of the party, in the same version.
fn is_speaker(found: &Comparison<'_>, id: u32) -> bool {
    let both = &found.both;
    act(found, id).is_some_and(|(own, pair)| {
        let (claims, parties) = (both.claims.get(own.claim), both.parties.get(own.party));
        let (debate, claim, party) =
            if pair.new.is_some() { (both.new, claims.new, parties.new) } else { (both.old, claims.old, parties.old) };
        find(&debate.claims, claim).is_some_and(|claim| claim.speakers.iter().any(|speaker| Some(speaker.party.0) == party))
    })
}

fn act<'f>(found: &'f Comparison<'_>, id: u32) -> Option<&'f (Act, Pair)> {
    found.remarks.acts.get(id as usize)
}
