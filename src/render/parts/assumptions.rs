//! What is taken to hold without being argued for, and what would follow for the judgements if it fell.

use crate::{
    analysis::{
        outcome::Outcome,
        suppose::{Supposition, suppose},
        verdict::Verdict,
        withdrawal::Part,
    },
    model::{debate::ClaimKind, ids::ClaimId},
    render::{
        document::Block,
        page::Page,
        parts::{
            changes,
            judgements::{Judgement, sureness},
        },
        prose::words,
    },
};

/// How many assumptions are told.
const MOST: usize = 10;

/// The assumptions, as the items of a list.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let debate = page.debate();
    let all: Vec<ClaimId> = debate.claim_ids().filter(|c| debate.claim(*c).kind == ClaimKind::Assumption).collect();
    let mut items = Vec::new();
    for claim in all.iter().take(MOST) {
        let mut line = page.tell_by("", *claim, &[]);
        line.say(&sureness(page, *claim));
        if let Some(day) = debate.claim(*claim).details.as_ref().and_then(|d| d.valid_until) {
            line.say(&format!("It is meant to hold until {}.", day.words()));
        }
        if page.report.analysis.verdict(*claim) != Verdict::Stands {
            line.say("In this debate it does not stand unopposed.");
        } else if changes::is_told(page) {
            line.say(&follows(page, *claim, judgements));
        }
        items.push(vec![line.paragraph()]);
    }
    items.extend(page.more(all.len().saturating_sub(MOST), "more assumption", "more assumptions"));
    items
}

/// What would become of the judgements if `claim` fell.
fn follows(page: &Page<'_>, claim: ClaimId, judgements: &[Judgement]) -> String {
    let analysis = &page.report.analysis;
    let supposition = Supposition { falls: vec![Part::Claim(claim)], stands: Vec::new() };
    let Ok(after) = suppose(page.debate(), analysis, &supposition) else { return String::new() };
    let (mut lost, mut undecided, mut sentences) = (Vec::new(), Vec::new(), Vec::new());
    for (judgement, number) in judgements.iter().zip(1..) {
        let name = page.judgement(number);
        let outcome = judgement.question.and_then(|q| after.outcomes.get(q.index()));
        match (outcome.and_then(Outcome::answer), judgement.claim) {
            (Some(new), old) if old != Some(new) => {
                sentences.push(format!("Without it, the answer in {name} would be {}.", page.refer(new)));
            }
            (_, Some(old)) if analysis.verdict(old) == Verdict::Stands && after.verdict(old) != Verdict::Stands => lost.push(name),
            (None, Some(_)) if outcome.is_some() => undecided.push(name),
            _ => {}
        }
    }
    if !lost.is_empty() {
        sentences.insert(0, format!("Without it, {} would no longer stand.", words::and(&lost)));
    }
    if !undecided.is_empty() {
        sentences.push(format!("Without it, {} would be left without one answer.", words::and(&undecided)));
    }
    match (sentences.is_empty(), judgements.len()) {
        (false, _) => sentences.join(" "),
        (true, 0) => String::new(),
        (true, 1) => "The judgement would be the same without it.".to_owned(),
        (true, _) => "The judgements would be the same without it.".to_owned(),
    }
}
