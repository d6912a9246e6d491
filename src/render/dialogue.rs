//! A dialogue in words: one numbered line for each move, with the words of a claim where it is first put forward.

use crate::{
    analysis::dialogue::{Basis, Dialogue, Fall, Move, Says, Strike, Tip},
    model::{
        debate::{ClaimKind, StepKind},
        ids::{ClaimId, StepId},
    },
    render::{
        places::{self, find_name, name, premises, targets, way},
        prose::words,
    },
    report::run::Report,
};
use std::collections::BTreeSet;

/// The most characters of the words of a claim.
const MOST_TEXT: usize = 120;

/// The dialogue as numbered lines.
pub fn text(report: &Report<'_>, dialogue: &Dialogue) -> String {
    let mut out = String::new();
    let mut quoted = BTreeSet::new();
    for (number, said) in (1..).zip(&dialogue.moves) {
        let who = if said.is_opposed() { "Opponent" } else { "Proponent" };
        let to = said.answers.map_or(String::new(), |at| format!(", to {}", at + 1));
        let quote = claim(report, said).filter(|c| quoted.insert(*c)).map_or(String::new(), |c| format!(" “{}”", short(report, c)));
        out += &format!("{number}. {who}{to}: {}{quote}\n", says(report, said));
    }
    out
}

/// The claim that a move puts forward or speaks of.
pub fn claim(report: &Report<'_>, said: &Move) -> Option<ClaimId> {
    match &said.says {
        Says::Stands(claim, _) | Says::Falls(claim, _) | Says::Weaker(claim, _) => Some(*claim),
        Says::Attack(strike) | Says::Struck(strike) => match strike.tip {
            Tip::Step(step) => report.debate.step(step).premises.first().copied(),
            Tip::Contradiction(claim) | Tip::Stronger(claim) => Some(claim),
            Tip::Denial => None,
        },
        Says::Holds(_) | Says::Fails(..) | Says::Outweighed | Says::As(_) => None,
    }
}

/// The step that a move rests on or attacks by.
pub fn step(said: &Move) -> Option<StepId> {
    match &said.says {
        Says::Stands(_, Basis::Support(step)) | Says::Holds(step) | Says::Fails(step, _) => Some(*step),
        Says::Attack(strike) | Says::Struck(strike) => match (strike.via.first(), strike.tip) {
            (None, Tip::Step(step)) => Some(step),
            (via, _) => via.map(|v| v.step),
        },
        _ => None,
    }
}

/// A move in a sentence.
pub fn says(report: &Report<'_>, said: &Move) -> String {
    match &said.says {
        Says::Stands(claim, basis) => format!("{} stands: {}.", name(report, *claim), stands(report, *claim, *basis)),
        Says::Falls(claim, falls) if said.number == 0 || falls.is_empty() => {
            format!("{} is unsupported: no reason for it rests on anything.", name(report, *claim))
        }
        Says::Falls(claim, falls) => format!("{} falls: {}.", name(report, *claim), reasons(report, falls)),
        Says::Holds(step) => format!("{} holds.", called(report, *step)),
        Says::Fails(step, Fall::Premise(_, premise)) => {
            format!("{} does not hold: its premise {} does not stand.", called(report, *step), name(report, *premise))
        }
        Says::Fails(step, why) => format!("{} does not hold: {}.", called(report, *step), fall(report, why)),
        Says::Weaker(claim, falls) if falls.is_empty() => format!("{} has nothing for it that would outweigh this.", name(report, *claim)),
        Says::Weaker(claim, falls) => format!("{} does not outweigh this: {}.", name(report, *claim), reasons(report, falls)),
        Says::Attack(by) => format!("{}.", words::capital(&strike(report, by, false))),
        Says::Struck(by) => format!("That does not count: {}.", strike(report, by, false)),
        Says::Outweighed => "That is outweighed by a preference.".to_owned(),
        Says::As(at) => format!("As said in {}.", at + 1),
    }
}

/// A step by its name and by what it does.
fn called(report: &Report<'_>, step: StepId) -> String {
    let way = way(report, step);
    find_name(report, step).map_or_else(|| words::capital(&way), |name| format!("{name}, {way},"))
}

fn stands(report: &Report<'_>, claim: ClaimId, basis: Basis) -> String {
    match basis {
        Basis::Fact => "it is a fact".to_owned(),
        Basis::Assertion if report.debate.claim(claim).kind == ClaimKind::Assumption => "it is assumed".to_owned(),
        Basis::Assertion => "it is asserted".to_owned(),
        Basis::Support(step) => {
            let made = report.debate.step(step);
            let premises = premises(report, step);
            let is_own = made.premises.iter().any(|p| report.debate.claim(*p).name == made.name);
            match (find_name(report, step).filter(|_| !is_own), made.strict) {
                (None, false) => format!("{premises} {} it", if made.premises.len() == 1 { "supports" } else { "support" }),
                (None, true) => format!("it follows strictly from {premises}"),
                (Some(name), false) => format!("{name} supports it, from {premises}"),
                (Some(name), true) => format!("by {name} it follows strictly from {premises}"),
            }
        }
    }
}

/// Why all that is for a claim is not enough, each reason once.
fn reasons(report: &Report<'_>, falls: &[Fall]) -> String {
    let mut reasons: Vec<String> = Vec::new();
    for reason in falls.iter().map(|f| fall(report, f)) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    words::and(&reasons)
}

fn fall(report: &Report<'_>, fall: &Fall) -> String {
    match fall {
        Fall::Premise(step, premise) => {
            let made = report.debate.step(*step);
            let is_own = report.debate.claim(*premise).name == made.name;
            let premise = name(report, *premise);
            match (find_name(report, *step).filter(|_| !is_own), made.premises.len()) {
                (Some(name), _) => format!("its support {name} fails with {premise}"),
                (None, 1) => format!("{premise}, which supports it, does not stand"),
                (None, _) => format!("its support by {} fails with {premise}", premises(report, *step)),
            }
        }
        Fall::Struck(_, by) => strike(report, by, true),
        Fall::Outweighed(None) => "its assertion is the weaker by a preference".to_owned(),
        Fall::Outweighed(Some(id)) => format!("{} is the weaker by a preference", places::step(report, *id)),
    }
}

/// How something attacks, as a clause that calls the target of a rebuttal "it" where that is what the sentence is about.
fn strike(report: &Report<'_>, by: &Strike, about: bool) -> String {
    let mut clause = String::new();
    for (index, via) in by.via.iter().enumerate() {
        let made = report.debate.step(via.step);
        let to: Vec<String> = made.claims().map(|c| name(report, c)).collect();
        let with: Vec<String> = via.with.iter().map(|c| name(report, *c)).collect();
        let with = if with.is_empty() { String::new() } else { format!(", with {},", words::and(&with)) };
        let lead = if index == 0 { "it leads strictly" } else { ", which leads strictly" };
        let by = find_name(report, via.step).map_or(String::new(), |name| format!(" by {name}"));
        clause += &format!("{lead}{with} to {}{by}", words::and(&to));
    }
    let through = !by.via.is_empty();
    let object = if through { ", which" } else { "" };
    match by.tip {
        Tip::Step(step) => {
            let made = report.debate.step(step);
            let who = premises(report, step);
            match made.kind {
                StepKind::Undercut => {
                    format!("{who} undercuts {}", targets(report, step))
                }
                _ if through => format!("{clause}{object} {who} rebuts"),
                _ if about => format!("{who} rebuts it"),
                _ => format!("{who} rebuts {}", targets(report, step)),
            }
        }
        Tip::Contradiction(other) if through => format!("{clause}{object} {} contradicts", name(report, other)),
        Tip::Contradiction(other) => format!("{} contradicts it", name(report, other)),
        Tip::Stronger(claim) => format!("{} is the stronger by a preference", name(report, claim)),
        Tip::Denial if through => format!("{clause}, against which something speaks"),
        Tip::Denial => "something speaks against it".to_owned(),
    }
}

/// The words of a claim on one line, cut where they are long.
fn short(report: &Report<'_>, claim: ClaimId) -> String {
    let line = report.debate.claim(claim).text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(MOST_TEXT).collect();
    match cut.rsplit_once(' ') {
        Some((kept, _)) if line.chars().nth(MOST_TEXT).is_some() => format!("{kept} …"),
        _ => cut,
    }
}
