//! What became of an objection: the reply, what outweighs it, or that nobody has answered.

use crate::{
    analysis::{
        verdict::Verdict,
        why::{Attack, Attacker, Fate, SupportReason},
    },
    model::{
        debate::{Preference, Target},
        ids::{ClaimId, StepId},
    },
    render::{
        page::Page,
        prose::{line::Line, speakers::At},
        text,
    },
};

/// What an objection is aimed at, in words.
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

/// What became of an objection, as sentences that follow it.
pub fn fate(page: &mut Page<'_>, attack: &Attack, target: Option<ClaimId>, aim: Aim) -> Line {
    let Some(claim) = claim_of(page, attack) else { return Line::default() };
    match &attack.fate {
        Fate::Succeeds => succeeded(page, attack),
        Fate::Open => Line::of("Neither side has the last word on this."),
        Fate::Falls => fallen(page, claim, target),
        Fate::Undercut(by) => {
            let mut line = Line::default();
            for reply in by.iter().take(2) {
                line.then(replied(page, *reply));
            }
            line.say(match aim {
                Aim::Judgement => "So the objection may be true, but it does not touch the judgement.",
                Aim::Answer => "So the objection may be true, but it does not touch this answer.",
                Aim::Point => "The objection may be true, but it does not touch the point.",
                Aim::Step => "The objection may be true, but it does not touch the argument.",
            });
            line
        }
        Fate::Outweighed => outweighed(page, attack, claim, target),
    }
}

/// A reply with its speaker.
fn replied(page: &mut Page<'_>, reply: ClaimId) -> Line {
    if page.is_said(reply) {
        return Line::of(format!("The reply was given before: {}.", page.refer(reply)));
    }
    let speakers = page.speakers_of(reply);
    let mut line = Line::default();
    if speakers.is_empty() {
        line.say("The reply:");
    } else {
        line.then(page.speakers.name(&speakers, At::Start)).say("replied:");
    }
    line.then(page.tell(reply));
    line
}

fn succeeded(page: &Page<'_>, attack: &Attack) -> Line {
    Line::of(match replies(page, attack) {
        0 => "Nobody has answered this.",
        1 => "The one reply to this does not hold.",
        _ => "The replies to this do not hold.",
    })
}

/// How many moves were made against an objection or its step.
pub fn replies(page: &Page<'_>, attack: &Attack) -> usize {
    let links = &page.report.analysis.links;
    let on_step = if let Attacker::Move(_, step) = attack.by { links.undercuts(step).len() } else { 0 };
    on_step + claim_of(page, attack).map_or(0, |c| links.rebuttals(c).len())
}

/// Why an objection does not stand.
fn fallen(page: &mut Page<'_>, claim: ClaimId, target: Option<ClaimId>) -> Line {
    let reason = page.reason(claim);
    let mut line = Line::default();
    match reason.verdict {
        Verdict::Denied => {
            let wins = |a: &&Attack| a.fate == Fate::Succeeds;
            let by = reason.attacks.iter().filter(wins).find(|a| matches!(a.by, Attacker::Move(..))).and_then(|a| claim_of(page, a));
            let preference = find_preference(page, claim, None, target).map(|p| p.text.as_str()).filter(|t| !t.trim().is_empty());
            let other = reason.attacks.iter().find(wins).and_then(|a| claim_of(page, a)).filter(|c| Some(*c) != target);
            match (by, preference, other) {
                (Some(by), ..) => line.then(replied(page, by)),
                (None, Some(why), _) => line.say("This is outweighed, for this reason:").then(text::parts(why).0),
                (None, None, Some(by)) => line.say("It does not hold beside this, which stands:").then(page.tell(by)),
                _ => line.say("It gives way to the reasons on the other side."),
            };
        }
        Verdict::Unfounded => {
            for support in reason.supports.iter().take(2) {
                unfounded(page, support, &mut line);
            }
        }
        _ => drop(line.say("It has nothing to stand on.")),
    }
    line
}

/// Why a reason for an objection fails.
fn unfounded(page: &mut Page<'_>, support: &SupportReason, line: &mut Line) {
    let undercut = support.undercuts.iter().find(|u| u.fate == Fate::Succeeds);
    if let Some(by) = undercut.and_then(|u| claim_of(page, u)) {
        line.then(replied(page, by));
        return;
    }
    let Some(weak) = support.weak.first().copied() else { return };
    line.say("It rests on a point that does not hold:").then(page.tell(weak));
    let attacks = page.reason(weak).attacks;
    if let Some(by) = attacks.iter().find(|a| a.fate == Fate::Succeeds).and_then(|a| claim_of(page, a)) {
        line.then(replied(page, by));
    }
}

/// Why an objection that stands does not win.
fn outweighed(page: &mut Page<'_>, attack: &Attack, claim: ClaimId, target: Option<ClaimId>) -> Line {
    let step = if let Attacker::Move(_, step) = attack.by { Some(step) } else { None };
    let found = find_preference(page, claim, step, target).map(|p| p.text.clone()).filter(|t| !t.trim().is_empty());
    let mut line = Line::of("The objection is not disputed, but it is outweighed");
    match found {
        Some(why) => line.glue(Line::of(", for this reason:")).then(text::parts(&why).0),
        None => line.glue(Line::of(".")),
    };
    line
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
