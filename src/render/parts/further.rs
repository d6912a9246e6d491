//! What was said besides and no other section of a full brief tells, each statement with what it was said for or against.

use crate::{
    analysis::verdict::Verdict,
    model::{
        debate::{StepKind, Target},
        ids::ClaimId,
    },
    render::{
        document::Block,
        marks::Role,
        page::Page,
        parts::{acts, limits, points},
        prose::line::Line,
    },
};

/// The statements that the page has not told, as the items of a list.
pub fn items(page: &mut Page<'_>) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    for claim in page.debate().claim_ids() {
        if !page.is_said(claim) {
            items.push(vec![item(page, claim).paragraph()]);
        }
    }
    items
}

fn item(page: &mut Page<'_>, claim: ClaimId) -> Line {
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

/// What a statement was said for or against, as words before it.
fn lead(page: &Page<'_>, claim: ClaimId) -> Option<String> {
    let debate = page.debate();
    let limited = debate.limits.iter().find(|limit| limit.claim == claim).map(|limit| limit.target);
    if let Some(target) = limited.filter(|target| page.is_said(*target)) {
        return Some(format!("As a limit of {}", page.refer(target)));
    }
    let step = debate.step(page.report.analysis.links.uses(claim).next()?);
    let (kind, target) = (step.kind, *step.targets.first()?);
    let (target, what) = match target {
        Target::Claim(target) => (target, ""),
        Target::Step(step) => (*debate.step(step).premises.first()?, "the argument from "),
    };
    if !page.is_said(target) {
        return None;
    }
    let how = if kind == StepKind::Support { "In support of" } else { "Against" };
    let is_linked = |premise: &ClaimId| ![claim, target].contains(premise) && page.is_said(*premise);
    let linked: Vec<ClaimId> = step.premises.iter().copied().filter(is_linked).collect();
    let with = if linked.is_empty() { String::new() } else { format!(", together with {}", page.refer_all(&linked)) };
    Some(format!("{how} {what}{}{with}", page.refer(target)))
}
