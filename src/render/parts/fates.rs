//! What an objection is aimed at, what was said against it, and what ranks it lower.

use crate::{
    analysis::why::{Attack, Attacker},
    model::{
        debate::{Preference, Ranked, StepKind, Target},
        ids::{ClaimId, StepId},
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

/// `head, because …` with the words of the debate, or `head` alone if it has none.
pub fn explained(page: &mut Page<'_>, head: &str, why: &str, rests: &[Ground]) -> Line {
    let mut line = Line::of(head);
    match page.facts.lexicon.inside(why).filter(|_| !why.trim().is_empty()) {
        Some(words) => line.say(", because").then(words).glue(Line::of(".")),
        None if why.trim().is_empty() => line.glue(Line::of(".")),
        None => line.say(", for this reason:").then(page.prose(why)),
    };
    page.once(line, rests)
}

/// Why two claims exclude each other, in the words of the debate; empty if it gives none.
pub fn clash<'r>(page: &Page<'r>, one: ClaimId, other: ClaimId) -> &'r str {
    let between = page.debate().contradictions.iter().filter(|c| c.claims.contains(&one) && c.claims.contains(&other));
    between.map(|c| c.text.trim()).find(|text| !text.is_empty()).unwrap_or("")
}

/// The preference by which `stronger`, or a support of it, outranks `weaker` or a support of that; one that says why, if there is one.
pub fn decisive<'r>(page: &Page<'r>, stronger: ClaimId, weaker: ClaimId) -> Option<&'r Preference> {
    let debate = page.debate();
    let names = |side: &Ranked, claim| {
        let supports = |s| debate.step(s).kind == StepKind::Support && debate.step(s).targets.contains(&Target::Claim(claim));
        side.claim == Some(claim) || side.step.is_some_and(supports)
    };
    let decides = debate.preferences.iter().filter(|p| names(&p.stronger, stronger) && names(&p.weaker, weaker));
    decides.min_by_key(|p| p.text.trim().is_empty())
}

/// The preference that ranks the claim or step of an objection below its target.
pub fn find_preference<'r>(page: &Page<'r>, claim: ClaimId, step: Option<StepId>, target: Option<ClaimId>) -> Option<&'r Preference> {
    let weaker: Vec<&Preference> =
        page.debate().preferences.iter().filter(|p| p.weaker.claim == Some(claim) || (step.is_some() && p.weaker.step == step)).collect();
    let aimed = |p: &&&Preference| {
        p.stronger.claim == target
            || p.stronger.step.is_some_and(|s| target.is_some_and(|t| page.debate().step(s).targets.contains(&Target::Claim(t))))
    };
    weaker.iter().find(aimed).or(weaker.first()).copied()
}
