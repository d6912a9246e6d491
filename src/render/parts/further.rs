//! What was said besides and no other section of a full brief tells, each statement with what it was said for or against.

use crate::{
    analysis::{
        verdict::Verdict,
        why::{Attack, Attacker},
    },
    model::{
        debate::{Ranked, StepKind, Target},
        ids::{ClaimId, StepId},
    },
    render::{
        document::Block,
        marks::Role,
        page::Page,
        parts::{
            acts,
            fates::{self, Aim},
            limits, objections, points,
        },
        prose::line::Line,
    },
};

/// The statements that the page has not told, and the preferences, as the items of a list.
pub fn items(page: &mut Page<'_>) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    for claim in page.debate().claim_ids() {
        if !page.is_said(claim) {
            items.push(vec![item(page, claim).paragraph()]);
        }
    }
    items.extend(preferences(page).into_iter().map(|line| vec![line.paragraph()]));
    items
}

/// The preferences of which no section told the reason that they give.
fn preferences(page: &mut Page<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for preference in &page.debate().preferences {
        let claim = |side: &Ranked| side.claim.or_else(|| page.debate().step(side.step?).claims().next());
        let Some(weaker) = claim(&preference.weaker).filter(|_| !preference.text.trim().is_empty() && !page.is_text_told(&preference.text))
        else {
            continue;
        };
        let side = |side| fates::side(page, page.debate(), side);
        let (Some(strong), Some(weak)) = (side(&preference.stronger), side(&preference.weaker)) else { continue };
        lines.push(fates::preferred(page, (&strong, &weak), preference, weaker));
    }
    lines
}

fn item(page: &mut Page<'_>, claim: ClaimId) -> Line {
    if let Some((lead, attack, target, aim)) = opposed(page, claim) {
        return objections::tell(page, &lead, &attack, target, aim);
    }
    let lead = lead(page, claim).unwrap_or_default();
    let mut line = page.tell_by(&lead, claim, Role::Statement, &[]);
    line.then(points::estimate(page, claim));
    line.then(acts::in_their_terms(page, claim, "it"));
    line.then(acts::retracted(page, claim, "it"));
    let rests = page.rests(claim);
    line.then(match page.report.analysis.verdict(claim) {
        Verdict::Stands => Line::default(),
        Verdict::Open => page.remark("This is open.", &rests),
        Verdict::Denied => page.remark("This does not hold.", &rests),
        Verdict::Unfounded => page.remark("No reason given for this holds.", &rests),
        Verdict::Unsupported => page.remark("Nothing supports this.", &rests),
    });
    line.then(points::grounds(page, claim, "This"));
    for limit in limits::untold(page, claim) {
        line.then(page.tell_that(Line::of("It holds within a limit"), ", namely that", limit, Role::Statement, ("", "")));
    }
    line
}

/// Words that lead up to a statement that speaks against something which the page tells, that it does so, and against what.
fn opposed(page: &Page<'_>, claim: ClaimId) -> Option<(String, Attack, Option<ClaimId>, Aim)> {
    let lead = lead(page, claim).filter(|lead| lead.starts_with("Against"))?;
    let (id, target) = used(page, claim)?;
    let (attacks, target, aim) = match target {
        Target::Claim(target) => (page.reason(target).attacks, Some(target), aim(page, target)),
        Target::Step(step) => (page.support(step).undercuts, None, Aim::Step),
    };
    let attack = attacks.into_iter().find(|attack| attack.by == Attacker::Move(claim, id))?;
    Some((lead, attack, target, aim))
}

/// The first use of a statement, and what it is used for or against there.
fn used(page: &Page<'_>, claim: ClaimId) -> Option<(StepId, Target)> {
    let id = page.report.analysis.links.uses(claim).next()?;
    Some((id, *page.debate().step(id).targets.first()?))
}

/// What an objection to `target` is aimed at.
fn aim(page: &Page<'_>, target: ClaimId) -> Aim {
    let opposes = |claim| used(page, claim).filter(|(step, _)| page.debate().step(*step).kind != StepKind::Support);
    match opposes(target) {
        _ if page.facts.judgements.iter().any(|judgement| judgement.claim == Some(target)) => Aim::Judgement,
        _ if !page.claim(target).answers.is_empty() => Aim::Answer,
        None => Aim::Point,
        Some((_, Target::Claim(claim))) if opposes(claim).is_some() => Aim::Reply,
        Some(_) => Aim::Objection,
    }
}

/// What a statement was said for or against, as words before it.
fn lead(page: &Page<'_>, claim: ClaimId) -> Option<String> {
    let debate = page.debate();
    let limited = debate.limits.iter().find(|limit| limit.claim == claim).map(|limit| limit.target);
    if let Some(target) = limited.filter(|target| page.is_said(*target)) {
        return Some(format!("As a limit of {}", page.refer(target)));
    }
    let (step, target) = used(page, claim)?;
    let step = debate.step(step);
    let (target, what) = match target {
        Target::Claim(target) => (target, ""),
        Target::Step(step) => (*debate.step(step).premises.first()?, "the argument from "),
    };
    if !page.is_said(target) {
        return None;
    }
    let how = if step.kind == StepKind::Support { "In support of" } else { "Against" };
    let is_linked = |premise: &ClaimId| ![claim, target].contains(premise) && page.is_said(*premise);
    let linked: Vec<ClaimId> = step.premises.iter().copied().filter(is_linked).collect();
    let with = if linked.is_empty() { String::new() } else { format!(", together with {}", page.refer_all(&linked)) };
    Some(format!("{how} {what}{}{with}", page.refer(target)))
}
