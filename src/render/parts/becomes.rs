//! What would become of a judgement, in a clause.

use crate::{
    analysis::outcome::Outcome,
    model::ids::ClaimId,
    render::{document::Ground, effects::Effect, page::Page, pick::Judgement},
};

/// What would become of the judgement of `number`, in a clause.
pub fn becomes(page: &Page<'_>, number: usize, effect: &Effect) -> String {
    let Some(judgement) = page.facts.judgements.get(number - 1) else { return String::new() };
    let name = page.judgement(number);
    let question = if page.judgements < 2 { String::new() } else { format!(" to the question of {name}") };
    let no_longer = format!("{name} would no longer {}", if applies_by_default(page, judgement) { "apply" } else { "stand" });
    match (judgement.claim, effect) {
        (None, Effect::Turned(new)) => format!("{} would become the answer{question}", page.refer(*new)),
        (None, Effect::Default(new, _)) => format!("{} would become the answer{question} by default", page.refer(*new)),
        (_, Effect::Turned(new)) => format!("{no_longer}, and {} would stand in its place", page.refer(*new)),
        (_, Effect::Lost) => no_longer,
        (Some(old), Effect::Default(new, standing)) => by_default(page, (old, &name, &no_longer), (*new, &question), standing),
        (_, Effect::Beside(others)) => format!("{} would stand beside {name}", page.refer_all(others)),
        (_, Effect::Among(lost, joined)) => match (lost.as_slice(), joined.as_slice()) {
            (lost, []) => format!("{} would no longer stand", page.refer_all(lost)),
            ([], joined) => format!("{} would stand", page.refer_all(joined)),
            (lost, joined) => format!("{} would no longer stand, and {} would", page.refer_all(lost), page.refer_all(joined)),
        },
        (_, Effect::Firm) => format!("{name} would stand by itself, and not by default only"),
        (_, Effect::Upheld) => format!("{} would stand", page.claim_judged(number)),
        (_, Effect::Fallen) => format!("{} would fall", page.claim_judged(number)),
        (_, Effect::Opened) => format!("{} would be open", page.claim_judged(number)),
    }
}

/// That `new` would apply by default to the question, for a judgement that says `old` and has a name, and words for that it does not hold.
fn by_default(
    page: &Page<'_>,
    (old, name, no_longer): (ClaimId, &str, &str),
    (new, question): (ClaimId, &str),
    standing: &[ClaimId],
) -> String {
    let others: Vec<ClaimId> = standing.iter().copied().filter(|a| *a != old).collect();
    let changed = || format!("the answer{question} would change to {}, by default, although {name} would still stand", page.refer(new));
    match (standing.contains(&old), old == new) {
        (true, true) => format!("{} would stand beside {name}, which would then apply by default only", page.refer_all(&others)),
        (true, false) if others == [new] => changed(),
        (true, false) => format!("{}, as would {}", changed(), page.refer_all(&others)),
        (false, true) => format!("{name} would no longer stand by itself, and would apply by default only"),
        (false, false) => format!("{no_longer}, and {} would apply by default", page.refer(new)),
    }
}

/// What a sentence on that rests on.
pub fn grounds(judgement: &Judgement, effect: &Effect) -> Vec<Ground> {
    let others = match effect {
        Effect::Turned(new) => vec![*new],
        Effect::Default(new, standing) => [std::slice::from_ref(new), standing].concat(),
        Effect::Beside(others) => others.clone(),
        Effect::Among(lost, joined) => [lost.as_slice(), joined].concat(),
        _ => Vec::new(),
    };
    judgement.claim.into_iter().chain(others).map(Ground::Claim).collect()
}

/// Whether `judgement` is an answer that applies by default.
pub fn applies_by_default(page: &Page<'_>, judgement: &Judgement) -> bool {
    judgement.question.is_some_and(|question| matches!(page.report.analysis.outcome(question), Outcome::Default(_)))
}
