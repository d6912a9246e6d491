//! What is taken to hold without being argued for, and what would follow for the judgements if it fell.

use crate::{
    analysis::verdict::Verdict,
    diagram::{bearing::Bearing, map::map, parts::Subject},
    model::{debate::ClaimKind, ids::ClaimId},
    render::{
        document::{Block, Ground},
        facts::Follows,
        page::Page,
        parts::points::likelihood,
        prose::words,
    },
};
use std::collections::BTreeSet;

/// The assumptions, as the items of a list.
pub fn items(page: &mut Page<'_>) -> Vec<Vec<Block>> {
    let debate = page.debate();
    let mut all: Vec<ClaimId> = debate.claim_ids().filter(|c| debate.claim(*c).kind == ClaimKind::Assumption).collect();
    if page.facts.asked {
        let bearing = bearing(page);
        all.retain(|claim| bearing.contains(claim));
    }
    // Those on which a judgement hangs come first.
    all.sort_by_key(|c| page.facts.falls.get(c).is_none_or(Vec::is_empty));
    let mut items = Vec::new();
    for claim in all.iter().take(page.bounds.entries) {
        let rests = page.rests(*claim);
        let known = page.is_said(*claim);
        let details = debate.claim(*claim).details.as_ref();
        let confidence = details.and_then(|d| d.confidence);
        let mut line = match confidence.filter(|_| known) {
            Some(level) => page.remark(&format!("{} is assumed with {} confidence.", page.refer(*claim), level.word()), &rests),
            None => page.tell_by("", *claim, &[]),
        };
        if !known {
            line.then(likelihood(page, *claim));
        }
        if let Some(confidence) = confidence.filter(|_| !known) {
            line.then(page.remark(&format!("It is assumed with {} confidence.", confidence.word()), &rests));
        }
        if let Some(day) = details.and_then(|d| d.valid_until) {
            line.then(page.remark(&format!("It is meant to hold until {}.", day.words()), &rests));
        }
        if page.report.analysis.verdict(*claim) != Verdict::Stands {
            line.then(page.remark("In this debate it does not stand unopposed.", &rests));
        } else if let Some(follows) = page.facts.falls.get(claim) {
            let (words, grounds) = follow(page, follows);
            line.then(page.remark(&words, &[rests, grounds].concat()));
        }
        items.push(vec![line.paragraph()]);
    }
    let left = all.len().saturating_sub(page.bounds.entries);
    items.extend(page.more(left, "further assumption", "further assumptions", &[Ground::Debate]));
    items
}

/// The claims that bear on a judgement.
fn bearing(page: &Page<'_>) -> BTreeSet<ClaimId> {
    let map = map(page.debate(), &page.report.analysis);
    let is_it = |subject: Subject| {
        page.facts.judgements.iter().any(|judgement| match subject {
            Subject::Question(id) => judgement.question == Some(id),
            Subject::Claim(id, _) => judgement.claim == Some(id),
        })
    };
    let roots = map.boxes.iter().zip(0..).filter(|(node, _)| is_it(node.subject)).map(|(_, at)| at);
    let distances = Bearing::new(&map).distances(roots.collect::<Vec<u32>>());
    let near = map.boxes.iter().zip(distances).filter(|(_, far)| far.is_some());
    near.filter_map(|(node, _)| if let Subject::Claim(id, _) = node.subject { Some(id) } else { None }).collect()
}

/// What would become of the judgements, as a sentence.
fn follow(page: &Page<'_>, follows: &[Follows]) -> (String, Vec<Ground>) {
    let (mut lost, mut unanswered, mut parts, mut rests) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for follow in follows {
        match follow {
            Follows::Lost(at) if *at < page.judgements => lost.push(page.judgement(at + 1)),
            Follows::Unanswered(at) if *at < page.judgements => unanswered.push(page.judgement(at + 1)),
            Follows::Turned(at, new) if *at < page.judgements => {
                rests.push(Ground::Claim(*new));
                parts.push(format!("the answer in {} would be {}", page.judgement(at + 1), page.refer(*new)));
            }
            _ => {}
        }
    }
    if !lost.is_empty() {
        parts.insert(0, format!("{} would no longer stand", words::and(&lost)));
    }
    if !unanswered.is_empty() {
        parts.push(format!("{} would be left without one answer", words::and(&unanswered)));
    }
    let words = match (parts.is_empty(), page.judgements) {
        (false, _) => format!("Without it, {}.", words::and(&parts)),
        (true, 0) => String::new(),
        (true, 1) => "The judgement would be the same without it.".to_owned(),
        (true, _) => "The judgements would be the same without it.".to_owned(),
    };
    (words, rests)
}
