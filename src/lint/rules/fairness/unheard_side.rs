//! Finds sides that are attacked and of which no reply is recorded, while those of another side are.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        sides::{side_of, sides},
    },
    model::ids::{ClaimId, StepId},
};

rule! {
    /// One side is attacked and has no reply recorded, while another has.
    "unheard-side", Fairness, Note, "unheard_side.md"
}

/// The fewest attacks on a side that make a difference.
const FEWEST: usize = 3;
/// The most replies to one attack that are looked at.
const MOST_REPLIES: usize = 64;

/// The attacks by others on the claims of a side, and how many of them have a reply by a party of that side.
#[derive(Default)]
struct Record {
    attacks: Vec<(ClaimId, ClaimId)>,
    replies: usize,
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let sides = sides(cx);
    let mut records = Vec::new();
    for side in &sides {
        let mut record = Record::default();
        for claim in &side.claims {
            for step in cx.analysis.links.rebuttals(*claim) {
                let Some(attacker) = cx.debate.step(step).premises.first().copied().filter(|a| !is_of(cx, *a, side.name)) else { continue };
                record.attacks.push((attacker, *claim));
                record.replies += usize::from(has_reply(cx, step, attacker, side.name));
            }
        }
        records.push(record);
    }
    for (side, record) in sides.iter().zip(&records).filter(|(_, r)| r.replies == 0 && r.attacks.len() >= FEWEST) {
        let Some((other, heard)) = sides.iter().zip(&records).find(|(_, r)| r.replies > 0 && r.replies * 2 >= r.attacks.len()) else {
            return;
        };
        let Some((attack, target)) = record.attacks.first() else { continue };
        let title = format!(
            "no reply of the side \"{}\" is recorded to any of {} rebuttals of its claims; the side \"{}\" replies to {} of {}",
            side.name,
            record.attacks.len(),
            other.name,
            heard.replies,
            heard.attacks.len()
        );
        let found = Diagnostic::new(&CODE, cx.debate.claim(*attack).place, title).label("the first of them");
        out.push(
            found
                .related(cx.debate.claim(*target).place, "it rebuts this")
                .note("this says nothing of who is right; it may be that this side was not asked")
                .help("record what it replies, or say in the `scope` that it was not heard"),
        );
    }
}

fn is_of(cx: &Context<'_>, claim: ClaimId, side: &str) -> bool {
    cx.debate.claim(claim).speakers.iter().any(|s| side_of(cx, s.party) == Some(side))
}

fn has_reply(cx: &Context<'_>, attack: StepId, attacker: ClaimId, side: &str) -> bool {
    let links = &cx.analysis.links;
    let steps = links.rebuttals(attacker).chain(links.undercuts(attack)).take(MOST_REPLIES);
    steps.filter_map(|s| cx.debate.step(s).premises.first().copied()).any(|c| is_of(cx, c, side))
}
