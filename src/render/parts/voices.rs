//! How an objection is brought in: who objected, who agreed, and that nothing has met it.

use crate::{
    analysis::why::{Attack, Attacker, Fate},
    model::{
        debate::{ClaimKind, Stance, StepKind},
        ids::{ClaimId, PartyId},
    },
    render::{
        page::Page,
        parts::{acts, fates},
        prose::{line::Line, speakers::At, words},
    },
};

/// What is said within the sentence of an objection that nobody has answered.
pub const UNANSWERED: &str = ", and nobody has answered this";

/// Whether any move was made against `claim` or against a step from it.
pub fn answered(page: &Page<'_>, claim: ClaimId) -> bool {
    let links = &page.report.analysis.links;
    let mut steps = links.uses(claim).filter(|s| page.debate().step(*s).kind != StepKind::Support);
    links.rebuttals(claim).len() > 0 || steps.any(|s| links.undercuts(s).len() > 0)
}

/// What is said of an objection that nothing has met, within its sentence or after it.
pub fn unmet(page: &Page<'_>, attack: &Attack) -> (&'static str, &'static str) {
    match attack.fate {
        Fate::Succeeds if !matches!(attack.by, Attacker::Move(..)) => ("", ""),
        Fate::Succeeds if fates::replies(page, attack) == 0 && fates::claim_of(page, attack).is_some_and(|c| is_denied(page, c)) => {
            (", and no reply to this is on record", "No reply to this is on record.")
        }
        Fate::Succeeds if fates::replies(page, attack) == 0 => (UNANSWERED, "Nobody has answered this."),
        // What was replied follows, and how that ends.
        Fate::Open if matches!(attack.by, Attacker::Move(..)) && fates::replies(page, attack) > 0 => ("", ""),
        Fate::Open => (", and neither side has the last word", "Neither side has the last word on this."),
        _ => ("", ""),
    }
}

/// Whether somebody denied what `claim` says, which is no reply to it.
pub fn is_denied(page: &Page<'_>, claim: ClaimId) -> bool {
    !page.stances(claim, Stance::Deny).is_empty()
}

/// Who objected, up to the word `that`.
pub fn voiced(page: &mut Page<'_>, opening: Line, lead: &str, attack: &Attack, claim: ClaimId) -> Line {
    let mut line = opening;
    line.say(lead);
    let starts = lead.is_empty();
    line.say(if starts { "" } else { "," });
    let speakers = page.speakers_of(claim);
    let contrary = matches!(attack.by, Attacker::Contradiction(_));
    if contrary && page.claim(claim).kind == ClaimKind::Fact {
        line.say(if starts { "It is taken as given, to the contrary," } else { "it is taken as given, to the contrary," });
        return line;
    }
    if speakers.is_empty() {
        let passive = if contrary { "it was held, to the contrary," } else { "it was objected" };
        line.say(&if starts { words::capital(passive) } else { passive.to_owned() });
    } else {
        line.then(page.speakers.name(&speakers, if starts { At::Start } else { At::Inside }));
        line.say(if contrary { "held, to the contrary," } else { "objected" });
    }
    let agreeing: Vec<PartyId> = if page.is_said(claim) { Vec::new() } else { acts::joining(page, claim) };
    if !agreeing.is_empty() {
        line.say(if contrary { "and" } else { ", and" }).then(page.speakers.name(&agreeing, At::Inside)).say("agreed,");
    }
    line
}
