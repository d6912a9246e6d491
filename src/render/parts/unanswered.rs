//! The objections on a page that prevail and that nobody has answered, and what falls by them.
//!
//! What a statement is aimed at tells whether it objects: a reply that nobody has answered defends what the page is about, and is no open
//! point, unless what it is aimed at is elsewhere a reason.

use crate::{
    analysis::{
        verdict::Verdict,
        why::{Attack, Attacker, Fate},
    },
    model::{
        debate::{ClaimKind, StepKind, Target},
        ids::{ClaimId, StepId},
    },
    render::{
        document::Ground,
        page::Page,
        parts::{fates, voices::is_denied},
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
    /// So many of them in words.
    const fn count(self, number: usize) -> &'static str {
        match (self, number) {
            (Self::Claim, 1) => "the claim",
            (Self::Claim, _) => "the claims",
            (Self::Answer, 1) => "an answer",
            (Self::Answer, _) => "answers",
            (Self::Reason, 1) => "a reason",
            (Self::Reason, _) => "reasons",
            (Self::Reply, 1) => "a reply",
            (Self::Reply, _) => "replies",
            (Self::Limit, 1) => "a limit",
            (Self::Limit, _) => "limits",
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
        let targets = named(page, &own.iter().map(|u| u.target).collect::<Vec<_>>());
        let is_move = name.starts_with("objection") || name.starts_with("reply");
        if is_move && !is_met_elsewhere(page, claim) {
            plain_uses.extend(own);
            continue;
        }
        lines.push(page.remark(&format!("Nobody has answered {name} as an objection to {targets}."), &page.rests(claim)));
    }
    let all: BTreeSet<ClaimId> = plain_uses.iter().map(|u| u.claim).collect();
    let falls = outcome(page, &plain_uses, judgements);
    let first = together(page, &all.into_iter().collect::<Vec<_>>(), &falls);
    let rest =
        page.left_out(left, "further statement that nobody has answered", "further statements that nobody has answered", &[Ground::Debate]);
    first.into_iter().chain(lines).chain((!rest.is_empty()).then_some(rest)).collect()
}

/// That nobody has answered `claims`, and what comes of that.
fn together(page: &mut Page<'_>, claims: &[ClaimId], outcome: &str) -> Option<Line> {
    let told = claims.get(..claims.len().min(NAMED)).filter(|t| !t.is_empty())?;
    let more = claims.len() - told.len();
    let refer = page.refer_all(told);
    let rest = if more == 0 { String::new() } else { format!("; and {} more", words::number(more)) };
    let none = if told.iter().any(|claim| is_denied(page, *claim)) { "No reply is on record to" } else { "Nobody has answered" };
    let words = match claims.len() {
        _ if more == 0 && page.are_marked(told) => format!("{none} {refer}{outcome}."),
        1 => format!("{none} this objection{outcome}: {refer}."),
        _ => format!("{none} these objections{outcome}: {refer}{rest}."),
    };
    Some(page.remark(&words, &page.rest_on(claims)))
}

/// What comes of objections, as a clause: `, by which the claim and a reason fall, and reply 3 misses objection 2`.
fn outcome(page: &Page<'_>, uses: &[Use], judgements: &[Judgement]) -> String {
    let mut fallen: BTreeMap<Part, BTreeSet<Target>> = BTreeMap::new();
    let mut missing: BTreeSet<StepId> = BTreeSet::new();
    for u in uses {
        if let (Target::Step(step), Part::Reply) = (u.target, u.part) {
            missing.insert(step);
        } else {
            fallen.entry(u.part).or_default().insert(u.target);
        }
    }
    let is_judged = |j: &Judgement, targets: &BTreeSet<Target>| j.claim.is_some_and(|claim| targets.contains(&Target::Claim(claim)));
    let name = |(part, targets): (&Part, &BTreeSet<Target>)| {
        let judged = (1..).zip(judgements).filter(|(_, j)| *part == Part::Claim && is_judged(j, targets));
        match judged.map(|(number, _)| number).collect::<Vec<_>>().as_slice() {
            [] => match (part, targets.first()) {
                (Part::Reply, Some(Target::Claim(reply))) if targets.len() == 1 => page.refer(*reply),
                _ => part.count(targets.len()).to_owned(),
            },
            [only] => page.claim_judged(*only),
            several => format!("the claims of {}", page.judgement_list(several)),
        }
    };
    let names: Vec<String> = fallen.iter().map(name).collect();
    let verb = if fallen.values().map(BTreeSet::len).sum::<usize>() == 1 { "falls" } else { "fall" };
    let falls = (!names.is_empty()).then(|| format!("{} {verb}", words::and(&names)));
    let misses = match missing.iter().collect::<Vec<_>>().as_slice() {
        [] => None,
        [only] => {
            let step = page.debate().step(**only);
            Some(format!("{} misses {}", page.refer_all(&step.premises), named(page, &step.targets)))
        }
        several => Some(format!("{} replies miss what they answer", words::number(several.len()))),
    };
    let all: Vec<String> = falls.into_iter().chain(misses).collect();
    if all.is_empty() { String::new() } else { format!(", by which {}", all.join(", and ")) }
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

/// `targets` in words, each once.
fn named(page: &Page<'_>, targets: &[Target]) -> String {
    let mut names: Vec<String> = Vec::new();
    for target in targets {
        let name = match *target {
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
    let analysis = &page.report.analysis;
    let mut uses = Vec::new();
    for (target, part) in parts(page, judgements) {
        let attacks = match target {
            Target::Claim(claim) if page.is_said(claim) && analysis.verdict(claim) == Verdict::Denied => page.reason(claim).attacks,
            Target::Step(step) if page.is_all_said(&page.debate().step(step).premises) => page.support(step).undercuts,
            _ => continue,
        };
        let wins = |a: &&Attack| a.fate == Fate::Succeeds && !fates::is_answered(page, a);
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
    // What has no part in them speaks against them, or for what does.
    let roots = answers.map(|c| (c, Part::Answer)).chain(claims.map(|c| (c, Part::Claim)));
    let mut left: Vec<(Target, Option<Part>)> = roots.map(|(claim, part)| (Target::Claim(claim), Some(part))).collect();
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
                // A rival answer is judged with the question.
                let is_rival = |c: &ClaimId| debate.claim(*c).answers.iter().any(|q| debate.claim(claim).answers.contains(q));
                let contrary = links.contradictions(claim).filter(|c| !is_rival(c));
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
