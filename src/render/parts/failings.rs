//! Why a claim does not stand, as sentences and a list: the objections that nobody met, the reasons that fail.

use crate::{
    analysis::{
        verdict::Verdict,
        why::{Attack, Attacker, Basis, Fate, Reason, SupportReason},
    },
    model::{
        debate::Stance,
        ids::{ClaimId, PartyId, QuestionId},
    },
    render::{
        document::Block,
        page::Page,
        parts::{
            fates::{self, Aim, claim_of},
            objections, reasons,
        },
        prose::{line::Line, speakers::At, words},
        text,
    },
};

/// How many reasons that fail are told.
const MOST: usize = 3;

/// Why `reason.claim` does not stand, after its text: what spoke for it, what became of it, and the reasons that fail as a list.
pub fn why(page: &mut Page<'_>, reason: &Reason, question: QuestionId) -> (Line, Vec<Vec<Block>>) {
    let mut line = Line::default();
    match reason.verdict {
        Verdict::Stands => drop(line.say("This stands as well.").is_empty()),
        Verdict::Open => open(page, reason, question, &mut line),
        Verdict::Unsupported => drop(line.say("Nothing supports this.").is_empty()),
        Verdict::Denied | Verdict::Unfounded => return fallen(page, reason, question),
    }
    taken_back(page, reason, &mut line);
    (line, Vec::new())
}

/// Why a claim falls.
fn fallen(page: &mut Page<'_>, reason: &Reason, question: QuestionId) -> (Line, Vec<Vec<Block>>) {
    let mut line = Line::default();
    for (index, support) in reason.supports.iter().filter(|s| reasons::holds(s)).take(2).enumerate() {
        let premises = page.debate().step(support.step).premises.clone();
        let lead = if index == 0 { "In its favour" } else { "Also in its favour" };
        line.then(page.tell_all(lead, &premises, &page.speakers_of(reason.claim)));
    }
    let failing: Vec<&SupportReason> = reason.supports.iter().filter(|s| !reasons::holds(s)).collect();
    let wins: Vec<&Attack> = reason.attacks.iter().filter(|a| a.fate == Fate::Succeeds).collect();
    let moves: Vec<&Attack> = wins.iter().copied().filter(|a| matches!(a.by, Attacker::Move(..))).collect();
    let voice = page.speakers_of(reason.claim);
    let mut items = Vec::new();
    if moves.is_empty() && !failing.is_empty() && failing.len() == reason.supports.len() {
        line.say(match failing.len() {
            1 => "This falls, because the one reason given for it does not hold:",
            2 => "This falls, because neither of the two reasons given for it holds:",
            _ => "This falls, because none of the reasons given for it holds:",
        });
        items = failing.iter().take(MOST).map(|s| failing_item(page, s, &voice)).collect();
    } else if moves.is_empty()
        && let Some(by) = wins.first().and_then(|a| claim_of(page, a))
    {
        beaten(page, reason.claim, by, question, &mut line);
    }
    for (index, attack) in moves.iter().take(2).enumerate() {
        line.then(felled(page, attack, index > 0));
    }
    let more = moves.len().saturating_sub(2);
    if more > 0 {
        let verb = if more == 1 { "prevails" } else { "prevail" };
        line.say(&format!("{} {verb} too.", words::capital(&words::count(more, "more objection", "more objections"))));
    }
    taken_back(page, reason, &mut line);
    (line, items)
}

/// A claim falls to another that it cannot stand beside.
fn beaten(page: &mut Page<'_>, claim: ClaimId, by: ClaimId, question: QuestionId, line: &mut Line) {
    if page.debate().question(question).answers.contains(&by) {
        line.say("This falls, because it cannot hold beside the answer given.");
    } else {
        line.say("This falls, because it cannot hold beside this, which stands:").then(page.tell(by));
    }
    let preference = fates::find_preference(page, claim, None, Some(by)).map(|p| p.text.as_str());
    if let Some(why) = preference.filter(|t| !t.trim().is_empty()) {
        line.say("Between the two, this decides:").then(text::parts(why).0);
    }
}

/// `It falls to an objection by X that nobody has answered: …`
fn felled(page: &mut Page<'_>, attack: &Attack, again: bool) -> Line {
    let Some(claim) = claim_of(page, attack) else { return Line::default() };
    let unmet = if fates::replies(page, attack) == 0 { "that nobody has answered" } else { "to which no reply holds" };
    let mut line = Line::of(if again { "It falls also to" } else { "It falls to" });
    if page.is_said(claim) {
        line.say(&format!("the objection {},", page.refer(claim)));
        line.say(if fates::replies(page, attack) == 0 { "which nobody has answered here." } else { "to which no reply holds." });
        return line;
    }
    let speakers = page.speakers_of(claim);
    line.say("an objection");
    if !speakers.is_empty() {
        line.say("by").then(page.speakers.name(&speakers, At::Inside));
    }
    line.say(&format!("{unmet}:")).then(page.tell(claim));
    line
}

fn open(page: &mut Page<'_>, reason: &Reason, question: QuestionId, line: &mut Line) {
    let clash = reason.attacks.iter().find(|a| a.fate == Fate::Open);
    match clash.and_then(|a| claim_of(page, a).map(|c| (a, c))) {
        Some((_, by)) if page.debate().question(question).answers.contains(&by) => {
            line.say("This and the other answer exclude each other, and neither has the last word.");
        }
        Some((attack, _)) if matches!(attack.by, Attacker::Move(..)) => drop(line.say("This is open.").is_empty()),
        Some((_, by)) => {
            line.say("This is open, because nothing decides between it and the contrary claim:").then(page.tell(by));
        }
        None => drop(line.say("This is open, because what it rests on is.").is_empty()),
    }
}

/// That its speakers took it back, where they did.
fn taken_back(page: &mut Page<'_>, reason: &Reason, line: &mut Line) {
    let dropped = page.stances(reason.claim, Stance::Retract);
    let Some((_, act)) = dropped.first() else {
        if reason.basis == Basis::Groundless {
            line.say("The reasons given for it rest on each other, or on what has no support.");
        }
        return;
    };
    let parties: Vec<_> = dropped.iter().map(|(p, _)| *p).collect();
    line.then(page.speakers.name(&parties, At::Start)).say("took it back");
    line.say(&act.date.map_or_else(String::new, words::on)).glue(Line::of("."));
    if !act.text.trim().is_empty() {
        line.then(text::parts(&act.text).0);
    }
}

/// A reason that fails, and why it does.
pub fn failing_item(page: &mut Page<'_>, support: &SupportReason, voice: &[PartyId]) -> Vec<Block> {
    let premises = page.debate().step(support.step).premises.clone();
    let mut line = page.tell_all("", &premises, voice);
    let mut items = Vec::new();
    if let Some(attack) = support.undercuts.iter().find(|u| u.fate == Fate::Succeeds) {
        if let Some(by) = claim_of(page, attack).filter(|c| page.is_said(*c)) {
            line.say(&format!("The same objection meets this argument: {}.", page.refer(by)));
        } else {
            line.then(objections::tell(page, "Against this argument", attack, None, Aim::Step));
            if let Some(by) = claim_of(page, attack) {
                let (lead, told) = objections::grounds(page, by, MOST);
                line.then(lead);
                items = told;
            }
        }
    } else if let Some(weak) = support.weak.first().copied() {
        let reason = page.reason(weak);
        let lead = if premises.len() == 1 { "Against this" } else { "Against one of these points" };
        match reason.attacks.iter().find(|a| matches!(a.fate, Fate::Succeeds | Fate::Open)) {
            Some(attack) => line.then(objections::tell(page, lead, attack, Some(weak), Aim::Point)),
            None => line.say("This does not hold, because nothing that stands supports it."),
        };
    }
    let mut blocks = vec![line.paragraph()];
    if !items.is_empty() {
        blocks.push(Block::List { ordered: false, items });
    }
    blocks
}
