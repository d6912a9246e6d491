//! How an objection is brought in: who objected, who agreed, and that nothing has met it.

use crate::{
    analysis::why::{Attack, Attacker, Fate},
    model::{
        debate::{ClaimKind, Stance, StepKind, Target},
        ids::{ClaimId, PartyId},
        value::Date,
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
        // What was replied follows, and how that ends.
        Fate::Succeeds if fates::is_replied(page, attack) => ("", ""),
        Fate::Succeeds if fates::is_answered(page, attack) => (", and no reply brings it down", "No reply brings it down."),
        Fate::Succeeds if fates::claim_of(page, attack).is_some_and(|c| is_denied(page, c)) => {
            (", and no reply to this is on record", "No reply to this is on record.")
        }
        Fate::Succeeds => (UNANSWERED, "Nobody has answered this."),
        Fate::Open if matches!(attack.by, Attacker::Move(..)) && fates::is_replied(page, attack) => ("", ""),
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
    let (had, day) = when(page, claim, |day| has_turned(page, attack, &speakers, day));
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
        line.say(had).say(if contrary { "held" } else { "objected" }).say(&day);
        if contrary {
            line.glue(Line::of(", to the contrary,"));
        }
    }
    let agreeing: Vec<PartyId> = if page.is_said(claim) { Vec::new() } else { acts::joining(page, claim) };
    if !agreeing.is_empty() {
        line.say(if contrary { "and" } else { ", and" }).then(page.speakers.name(&agreeing, At::Inside)).say("agreed,");
    }
    line
}

/// Whether one of `speakers`, who made `attack` on this day, accepted later what it is aimed at.
fn has_turned(page: &Page<'_>, attack: &Attack, speakers: &[PartyId], day: Date) -> bool {
    let Attacker::Move(_, step) = attack.by else { return false };
    let accepted = |target: &Target| match target {
        Target::Claim(claim) => speakers.iter().any(|p| page.facts.accepted.get(&(*claim, *p)).is_some_and(|later| later.is_after(day))),
        Target::Step(_) => false,
    };
    page.debate().step(step).targets.iter().any(accepted)
}

/// That somebody made the reply `attack`, whose claim the page has not told yet, as a verb with its day, where something was done on another
/// with what it replies to.
pub fn replied(page: &Page<'_>, attack: &Attack) -> String {
    let Attacker::Move(claim, step) = attack.by else { return "replied".to_owned() };
    let met = page.debate().step(step).targets.iter().flat_map(|target| match target {
        Target::Claim(claim) => std::slice::from_ref(claim),
        Target::Step(step) => &page.debate().step(*step).premises,
    });
    let acts = met.filter_map(|claim| page.facts.stances.get(claim)).flatten();
    let told = acts.filter(|(_, act)| page.is_whole() || act.stance != Stance::Deny);
    let last = told.filter_map(|(_, act)| act.date).max();
    let (had, day) = when(page, claim, |day| last.is_some_and(|last| last.is_after(day)));
    [had, "replied", &day].into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The day on which `claim` was said, where the page tells of another day what was done with it, or of something that came after it; then with
/// the word for that, which stands before the verb.
fn when(page: &Page<'_>, claim: ClaimId, is_earlier: impl Fn(Date) -> bool) -> (&'static str, String) {
    let Some(day) = page.claim(claim).details.as_ref().and_then(|details| details.date) else { return ("", String::new()) };
    let acts = page.facts.stances.get(&claim).into_iter().flatten();
    match is_earlier(day) {
        true => ("had", words::on(day)),
        false if page.is_whole() && acts.into_iter().any(|(_, act)| act.date.is_some_and(|on| on != day)) => ("", words::on(day)),
        false => ("", String::new()),
    }
}
