//! What is taken to hold without being argued for, and what would follow for the judgements if it fell.

use crate::{
    analysis::{
        verdict::Verdict,
        why::{Attack, Fate},
    },
    diagram::{bearing::Bearing, map::map, parts::Subject},
    model::{
        debate::{ClaimKind, StepKind},
        ids::ClaimId,
    },
    render::{
        document::{Block, Ground},
        effects::Effect,
        marks::Role,
        page::Page,
        parts::{changes::becomes, fates::Aim, objections, points::likelihood},
        prose::{line::Line, speakers::At, words},
    },
};
use std::collections::BTreeSet;

/// How many claims are named that an assumption serves.
const NAMED: usize = 4;

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
        let with = confidence.map_or_else(String::new, |level| format!(" with {} confidence", level.word()));
        let mut line = if known {
            page.remark(&format!("{} is assumed{with}.", words::capital(&page.refer(*claim))), &rests)
        } else {
            assumed(page, *claim, &with)
        };
        if !known {
            line.then(likelihood(page, *claim));
        }
        if let Some(day) = details.and_then(|d| d.valid_until) {
            line.then(page.remark(&format!("It is meant to hold until {}.", day.words()), &rests));
        }
        if page.report.analysis.verdict(*claim) != Verdict::Stands {
            line.then(fallen(page, *claim));
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

/// An assumption that the page has not told, with whoever makes it; `with` follows the verb.
fn assumed(page: &mut Page<'_>, claim: ClaimId, with: &str) -> Line {
    let speakers = page.speakers_of(claim);
    let mut head = page.speakers.name(&speakers, At::Start);
    head.say(if speakers.is_empty() { "It is assumed" } else { "assumed" });
    head.glue(Line::of(with));
    page.tell_that(head, "that", claim, Role::Statement, ("", ""))
}

/// That an assumption does not stand: what brought that about, and what it is missing from.
fn fallen(page: &mut Page<'_>, claim: ClaimId) -> Line {
    let reason = page.reason(claim);
    let rests = page.rests(claim);
    let is_open = reason.verdict == Verdict::Open;
    let mut line = page.remark(if is_open { "Whether it holds is open." } else { "It falls." }, &rests);
    let decides = |a: &&Attack| a.fate == if is_open { Fate::Open } else { Fate::Succeeds };
    for attack in reason.attacks.iter().filter(decides).take(page.bounds.beneath.max(1)) {
        line.then(objections::tell(page, "", attack, Some(claim), Aim::Assumption));
    }
    let links = &page.report.analysis.links;
    let served = links.uses(claim).filter(|s| page.debate().step(*s).kind == StepKind::Support);
    let served: BTreeSet<ClaimId> = served.flat_map(|s| page.debate().step(s).claims().collect::<Vec<_>>()).collect();
    let served: Vec<ClaimId> = served.into_iter().take(NAMED).collect();
    if !served.is_empty() {
        let words = if is_open { "So is what rests on it for" } else { "What rests on it fails with it as a reason for" };
        line.then(page.remark(&format!("{words} {}.", page.refer_all(&served)), &page.rest_on(&served)));
    }
    line
}

/// The claims that bear on a judgement.
pub fn bearing(page: &Page<'_>) -> BTreeSet<ClaimId> {
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
fn follow(page: &Page<'_>, follows: &[(usize, Effect)]) -> (String, Vec<Ground>) {
    let (mut lost, mut parts, mut rests) = (Vec::new(), Vec::new(), Vec::new());
    for (at, effect) in follows.iter().filter(|(at, _)| *at < page.judgements) {
        let (words, grounds) = becomes(page, at + 1, *effect);
        rests.extend(grounds);
        match effect {
            Effect::Lost if words.ends_with("no longer stand") => lost.push(at + 1),
            _ => parts.push(words),
        }
    }
    if !lost.is_empty() {
        parts.insert(0, format!("{} would no longer stand", page.judgement_list(&lost)));
    }
    let is_compound = parts.iter().any(|part| part.contains(", "));
    let words = match (parts.is_empty(), page.judgements) {
        (false, _) => format!("Without it, {}.", if is_compound { parts.join("; ") } else { words::and(&parts) }),
        (true, 0) => String::new(),
        (true, 1) => "The judgement would be the same without it.".to_owned(),
        (true, _) => "The judgements would be the same without it.".to_owned(),
    };
    (words, rests)
}
