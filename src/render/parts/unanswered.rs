//! The objections on a page that prevail and that nobody has answered, and what falls by them.
//!
//! What a statement is aimed at tells whether it objects: a reply that nobody has answered defends what the page is about, and is no open
//! point, unless what it is aimed at is elsewhere a reason.

use crate::{
    analysis::why::{Attack, Attacker, Fate},
    model::{
        debate::{ClaimKind, StepKind, Target},
        ids::{ClaimId, StepId},
    },
    render::{
        document::Ground,
        page::Page,
        parts::fates,
        pick::Judgement,
        prose::{line::Line, words},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// How many statements are named in one sentence.
const NAMED: usize = 6;

/// What a statement or a step is to the judgements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Claim,
    Answer,
    Reason,
    Reply,
    Limit,
}

impl Part {
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Claim => ("the claim itself", "claims"),
            Self::Answer => ("an answer", "answers"),
            Self::Reason => ("a reason", "reasons"),
            Self::Reply => ("a reply", "replies"),
            Self::Limit => ("a limit", "limits"),
        }
    }
}

/// An objection in one use, and what falls by it.
#[derive(Debug, Clone, Copy)]
struct Use {
    claim: ClaimId,
    target: Target,
    part: Part,
}

/// The objections on this page that nobody has answered, as sentences: those that object wherever they are used, then those that are
/// something else too, or were answered elsewhere.
pub fn lines(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Line> {
    let uses = uses(page, judgements);
    let claims: BTreeSet<ClaimId> = uses.iter().map(|u| u.claim).collect();
    let (apart, plain): (BTreeSet<ClaimId>, BTreeSet<ClaimId>) = claims.into_iter().partition(|claim| is_apart(page, *claim));
    let mut lines = Vec::new();
    let mut plain_uses: Vec<Use> = uses.iter().copied().filter(|u| plain.contains(&u.claim)).collect();
    let left = apart.len().saturating_sub(NAMED);
    for claim in apart.into_iter().take(NAMED) {
        let own: Vec<Use> = uses.iter().copied().filter(|u| u.claim == claim).collect();
        let name = page.refer(claim);
        let targets = aims(page, &own);
        let is_move = name.starts_with("objection") || name.starts_with("reply");
        if is_move && !is_met_elsewhere(page, claim) {
            plain_uses.extend(own);
            continue;
        }
        lines.push(page.remark(&format!("Nobody has answered {name} as an objection to {targets}."), &page.rests(claim)));
    }
    let all: BTreeSet<ClaimId> = plain_uses.iter().map(|u| u.claim).collect();
    let first = together(page, &all.into_iter().collect::<Vec<_>>(), &plain_uses);
    let rest =
        page.left_out(left, "further statement that nobody has answered", "further statements that nobody has answered", &[Ground::Debate]);
    first.into_iter().chain(lines).chain((!rest.is_empty()).then_some(rest)).collect()
}

fn together(page: &mut Page<'_>, claims: &[ClaimId], uses: &[Use]) -> Option<Line> {
    let told = claims.get(..claims.len().min(NAMED)).filter(|t| !t.is_empty())?;
    let more = claims.len() - told.len();
    let refer = page.refer_all(told);
    let falls = falls_by(uses);
    let rest = if more == 0 { String::new() } else { format!("; and {} more", words::number(more)) };
    let words = match claims.len() {
        _ if more == 0 && page.are_marked(told) => format!("Nobody has answered {refer}{falls}."),
        1 => format!("Nobody has answered this objection{falls}: {refer}."),
        _ => format!("Nobody has answered these objections{falls}: {refer}{rest}."),
    };
    Some(page.remark(&words, &page.rest_on(claims)))
}

/// What falls by objections, as a clause: `, by which the claim and a reason fall`.
fn falls_by(uses: &[Use]) -> String {
    let mut fallen: BTreeMap<Part, BTreeSet<Target>> = BTreeMap::new();
    for u in uses {
        fallen.entry(u.part).or_default().insert(u.target);
    }
    let name = |(part, targets): (&Part, &BTreeSet<Target>)| if targets.len() == 1 { part.names().0 } else { part.names().1 };
    let parts: Vec<String> = fallen.iter().map(|each| name(each).to_owned()).collect();
    let verb = if fallen.values().map(BTreeSet::len).sum::<usize>() == 1 { "falls" } else { "fall" };
    if parts.is_empty() { String::new() } else { format!(", by which {} {verb}", words::and(&parts)) }
}

/// Whether `claim` may be something else than an objection to the reader, or met in another use.
fn is_apart(page: &Page<'_>, claim: ClaimId) -> bool {
    let is_move = matches!(page.claim(claim).kind, ClaimKind::Rebuttal | ClaimKind::Undercut);
    let supports = |step: StepId| page.debate().step(step).kind == StepKind::Support;
    !is_move || page.report.analysis.links.uses(claim).any(supports) || is_met_elsewhere(page, claim)
}

/// Whether the step from `claim` to anything was undercut.
fn is_met_elsewhere(page: &Page<'_>, claim: ClaimId) -> bool {
    let links = &page.report.analysis.links;
    links.uses(claim).any(|step| page.debate().step(step).kind != StepKind::Support && links.undercuts(step).len() > 0)
}

/// What `uses` are aimed at, in words.
fn aims(page: &Page<'_>, uses: &[Use]) -> String {
    let mut names: Vec<String> = Vec::new();
    for u in uses {
        let name = match u.target {
            Target::Claim(claim) => page.refer(claim),
            Target::Step(step) => {
                let step = page.debate().step(step);
                let premises = page.refer_all(&step.premises);
                if step.kind == StepKind::Support { format!("the argument from {premises}") } else { premises }
            }
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    words::and(names.get(..names.len().min(NAMED)).unwrap_or(&names))
}

/// The uses of statements of this page against others of it that prevail there, and that nobody has answered.
fn uses(page: &Page<'_>, judgements: &[Judgement]) -> Vec<Use> {
    let mut uses = Vec::new();
    for (target, part) in parts(page, judgements) {
        let attacks = match target {
            Target::Claim(claim) if page.is_said(claim) => page.reason(claim).attacks,
            Target::Step(step) if page.is_all_said(&page.debate().step(step).premises) => page.support(step).undercuts,
            _ => continue,
        };
        let wins = |a: &&Attack| a.fate == Fate::Succeeds && fates::replies(page, a) == 0;
        for attack in attacks.iter().filter(wins) {
            if let Attacker::Move(claim, _) = attack.by
                && page.is_said(claim)
            {
                uses.push(Use { claim, target, part });
            }
        }
    }
    uses
}

/// What statements and steps are to `judgements` that belong to these or defend them, each once. Linear.
fn parts(page: &Page<'_>, judgements: &[Judgement]) -> BTreeMap<Target, Part> {
    let (debate, links) = (page.debate(), &page.report.analysis.links);
    let answers = judgements.iter().filter_map(|j| j.question).flat_map(|q| debate.question(q).answers.iter().copied());
    let claims = judgements.iter().filter(|j| j.question.is_none()).filter_map(|j| j.claim);
    let roots: BTreeMap<ClaimId, Part> = answers.map(|c| (c, Part::Answer)).chain(claims.map(|c| (c, Part::Claim))).collect();
    // What has no part in them speaks against them, or for what does.
    let mut left: Vec<(Target, Option<Part>)> = roots.iter().map(|(claim, part)| (Target::Claim(*claim), Some(*part))).collect();
    let mut seen: BTreeSet<(Target, Option<Part>)> = BTreeSet::new();
    let mut parts: BTreeMap<Target, Part> = BTreeMap::new();
    while let Some((target, part)) = left.pop() {
        if !seen.insert((target, part)) {
            continue;
        }
        if let Some(part) = part {
            parts.entry(target).and_modify(|known| *known = part.min(*known)).or_insert(part);
        }
        let (for_it, against_it) = if part.is_none() { (None, Some(Part::Reply)) } else { (Some(Part::Reason), None) };
        let premises = |step: StepId| debate.step(step).premises.iter().map(|p| Target::Claim(*p));
        match target {
            Target::Claim(claim) => {
                for step in links.supports(claim) {
                    left.extend(premises(step).chain([Target::Step(step)]).map(|t| (t, for_it)));
                }
                for step in links.rebuttals(claim) {
                    left.extend(premises(step).chain([Target::Step(step)]).map(|t| (t, against_it)));
                }
                let contrary = links.contradictions(claim).filter(|c| !roots.contains_key(c));
                left.extend(contrary.map(|c| (Target::Claim(c), against_it)));
                left.extend(links.limits(claim).map(|c| (Target::Claim(c), part.map(|_| Part::Limit))));
            }
            Target::Step(step) => {
                for undercut in links.undercuts(step) {
                    left.extend(premises(undercut).chain([Target::Step(undercut)]).map(|t| (t, against_it)));
                }
            }
        }
    }
    parts
}
