//! What an objection is aimed at, what was said against it, and what ranks it lower.

use crate::{
    analysis::{
        decisive::{Side, find_decisive},
        why::{Attack, Attacker},
    },
    model::{
        debate::{Preference, Target},
        ids::ClaimId,
    },
    render::{document::Ground, page::Page, prose::line::Line},
};

/// What an objection is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// The judgement itself.
    Judgement,
    /// An answer that is not the judgement.
    Answer,
    /// A point on the way.
    Point,
    /// A step from points to what they are to show.
    Step,
    /// An objection to any of these.
    Objection,
}

impl Aim {
    /// It in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Judgement => "the judgement",
            Self::Answer => "this answer",
            Self::Point => "the point",
            Self::Step => "the argument",
            Self::Objection => "the objection",
        }
    }
}

/// The claim of an attack: what it says.
pub fn claim_of(page: &Page<'_>, attack: &Attack) -> Option<ClaimId> {
    match attack.by {
        Attacker::Move(claim, _) | Attacker::Contradiction(claim) => Some(claim),
        Attacker::Consequence(step) => page.debate().step(step).targets.iter().find_map(|t| match t {
            Target::Claim(claim) => Some(*claim),
            Target::Step(_) => None,
        }),
    }
}

/// How many moves were made against an objection or its step.
pub fn replies(page: &Page<'_>, attack: &Attack) -> usize {
    let links = &page.report.analysis.links;
    let undercuts = if let Attacker::Move(_, step) = attack.by { links.undercuts(step).len() } else { 0 };
    undercuts + claim_of(page, attack).map_or(0, |c| links.rebuttals(c).len())
}

/// The undercuts of the step of an objection and the rebuttals of its claim, with what became of them.
pub fn moves_against(page: &Page<'_>, attack: &Attack) -> Vec<Attack> {
    let mut moves = Vec::new();
    if let Attacker::Move(_, step) = attack.by {
        moves.extend(page.support(step).undercuts);
    }
    if let Some(claim) = claim_of(page, attack) {
        moves.extend(page.reason(claim).attacks.into_iter().filter(|a| matches!(a.by, Attacker::Move(..))));
    }
    moves
}

/// `head, because …`, with the reason that a preference gives.
pub fn because(page: &mut Page<'_>, head: &str, preference: &Preference, claim: ClaimId) -> Line {
    let rests: Vec<Ground> = preference.stronger.claim.into_iter().chain([claim]).map(Ground::Claim).collect();
    explained(page, head, &preference.text, &rests)
}

/// `head, because …` with the words of the debate; with a sentence of its own where these cannot stand within one; `head` alone if there
/// are none.
pub fn explained(page: &mut Page<'_>, head: &str, why: &str, rests: &[Ground]) -> Line {
    let mut line = Line::of(head);
    let words = page.facts.lexicon.inside(why).filter(|_| !why.trim().is_empty());
    let apart = words.is_none();
    match words {
        Some(words) => line.say(", because").then(words).glue(Line::of(".")),
        None => line.glue(Line::of(".")),
    };
    let mut line = page.once(line, rests);
    if apart && !why.trim().is_empty() {
        line.then(std::mem::take(page.prose(why).end(rests)));
    }
    line
}

/// Why two claims exclude each other, in the words of the debate; empty if it gives none.
pub fn clash<'r>(page: &Page<'r>, one: ClaimId, other: ClaimId) -> &'r str {
    let between = page.debate().contradictions.iter().filter(|c| c.claims.contains(&one) && c.claims.contains(&other));
    between.map(|c| c.text.trim()).find(|text| !text.is_empty()).unwrap_or("")
}

/// The preference that ranks one side of a clash over the other, if it says why.
pub fn find_reasoned<'r>(page: &Page<'r>, stronger: Side, weaker: Side) -> Option<&'r Preference> {
    find_decisive(page.debate(), &page.report.analysis.links, stronger, weaker).filter(|p| !p.text.trim().is_empty())
}
