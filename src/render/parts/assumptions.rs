//! What is taken to hold without being argued for, and what would follow for the judgements if it fell.

use crate::{
    analysis::{
        evaluate::Force,
        outcome::Outcome,
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
        parts::{
            becomes::{applies_by_default, becomes, grounds},
            expired,
            fates::Aim,
            objections,
            points::likelihood,
        },
        pick::Judgement,
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
    all.sort_by_key(|c| page.facts.falls.get(c).is_none_or(|follows| follows.effects.is_empty()));
    let told = all.get(..all.len().min(page.bounds.entries)).unwrap_or(&all);
    let idle: Vec<ClaimId> = told.iter().copied().filter(|claim| is_idle(page, *claim)).collect();
    let (bearing, idle): (Vec<ClaimId>, Vec<ClaimId>) = idle.into_iter().partition(|claim| !fallen_with(page, *claim).is_empty());
    let mut items = Vec::new();
    for claim in told {
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
            let is_past = expired::last_day(page, *claim).is_some();
            let words = if is_past { "It was meant to hold until {}, which has passed." } else { "It is meant to hold until {}." };
            line.then(page.remark(&words.replace("{}", &day.until()), &rests));
        }
        if page.report.analysis.verdict(*claim) != Verdict::Stands {
            line.then(fallen(page, *claim));
        } else if bearing.contains(claim) {
            let fallen = fallen_with(page, *claim);
            let words = format!("Without it, {} would no longer stand, but {}.", page.refer_all(fallen), unchanged(page));
            line.then(page.remark(&words, &[rests, page.rest_on(fallen)].concat()));
        } else if idle == [*claim] {
            line.then(page.remark(&format!("Without it, {}.", unchanged(page)), &rests));
        } else if let Some(follows) = page.facts.falls.get(claim).filter(|_| !idle.contains(claim)) {
            line.then(follow(page, *claim, &follows.effects, rests));
        }
        items.push(vec![line.paragraph()]);
    }
    if idle.len() > 1 {
        let words = format!("If {} fell alone, {}.", page.refer_any(&idle), unchanged(page));
        items.push(vec![page.remark(&words, &page.rest_on(&idle)).paragraph()]);
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
    let served = links.uses(claim).filter(|step| page.debate().step(*step).kind == StepKind::Support);
    let force = if is_open { Force::Open } else { Force::Fails };
    let served = served.filter(|step| page.report.analysis.force(page.debate(), *step) == force);
    let served: BTreeSet<ClaimId> = served.flat_map(|s| page.debate().step(s).claims().collect::<Vec<_>>()).collect();
    let served: Vec<ClaimId> = served.into_iter().take(NAMED).collect();
    if !served.is_empty() {
        let [reason, rests, is] = match (served.len(), is_open) {
            (1, true) => ["reason", "rests", "is open"],
            (1, false) => ["reason", "rests", "fails"],
            (_, true) => ["reasons", "rest", "are open"],
            (_, false) => ["reasons", "rest", "fail"],
        };
        let words = format!("The {reason} for {} that {rests} on it {is} too.", page.refer_all(&served));
        line.then(page.remark(&words, &page.rest_on(&served)));
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

/// Whether no judgement of the page would be another without `claim`, as far as that was tried.
fn is_idle(page: &Page<'_>, claim: ClaimId) -> bool {
    let is_told = |(at, _): &(usize, Effect)| *at < page.judgements;
    page.judgements > 0 && page.facts.falls.get(&claim).is_some_and(|follows| !follows.effects.iter().any(is_told))
}

/// What would no longer stand without an assumption and is said for its sake, as far as the page names it.
fn fallen_with<'r>(page: &Page<'r>, claim: ClaimId) -> &'r [ClaimId] {
    let fallen = page.facts.falls.get(&claim).map_or(&[][..], |follows| &follows.fallen);
    fallen.get(..NAMED).unwrap_or(fallen)
}

/// What would become of the judgements without an assumption, as a sentence; not that this, where it is one of them, would not stand.
fn follow(page: &mut Page<'_>, claim: ClaimId, follows: &[(usize, Effect)], mut rests: Vec<Ground>) -> Line {
    let (mut lost, mut parts) = (Vec::new(), Vec::new());
    for ((at, effect), judgement) in follows.iter().filter_map(|follow| Some((follow, page.facts.judgements.get(follow.0)?))) {
        if *at >= page.judgements {
            continue;
        }
        rests.extend(grounds(judgement, effect));
        match effect {
            Effect::Lost if judgement.claim == Some(claim) => {}
            Effect::Lost if !applies_by_default(page, judgement) => lost.push(at + 1),
            Effect::Among(gone, joined) if joined.is_empty() && gone.contains(&claim) => {
                let outcome = judgement.question.map(|question| page.report.analysis.outcome(question));
                let Some(Outcome::Open(standing)) = outcome else { continue };
                let left: Vec<ClaimId> = standing.iter().copied().filter(|answer| !gone.contains(answer)).collect();
                let names = if left.is_empty() { "no answer".to_owned() } else { format!("only {}", page.refer_all(&left)) };
                parts.push(format!("{names} would stand"));
            }
            _ => parts.push(becomes(page, at + 1, effect)),
        }
    }
    if lost.is_empty() && parts.is_empty() {
        return Line::default();
    }
    if !lost.is_empty() {
        parts.insert(0, format!("{} would no longer stand", page.judgement_list(&lost)));
    }
    let is_compound = parts.iter().any(|part| part.contains(", "));
    let words = if is_compound { parts.join("; ") } else { words::and(&parts) };
    page.remark(&format!("Without it, {words}."), &rests)
}

/// That all judgements of the page would come out as they do.
fn unchanged(page: &Page<'_>) -> String {
    let all = &page.facts.judgements;
    let told = all.get(..page.judgements).unwrap_or(all);
    let outcome = |judgement: &Judgement| judgement.question.map(|question| page.report.analysis.outcome(question));
    let here = if told.len() < all.len() { " told here" } else { "" };
    match told {
        _ if told.iter().all(|judgement| matches!(outcome(judgement), None | Some(Outcome::Answer(_)))) => {
            format!("the {}{here} would be the same", if told.len() == 1 { "judgement" } else { "judgements" })
        }
        [only] => match outcome(only) {
            Some(Outcome::Default(_)) => "the judgement would still apply by default".to_owned(),
            Some(Outcome::Open(standing)) if !standing.is_empty() => "the same answers would stand".to_owned(),
            _ => "the question would still have no answer".to_owned(),
        },
        _ => format!("the questions{here} would come out the same"),
    }
}
