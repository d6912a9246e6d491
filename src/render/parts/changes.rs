//! What would change the judgements: the single statements without which one would no longer stand, or another answer would come in.
//!
//! Of these, the ones that nobody gave reasons for come first, because whatever rests on them falls with them. Not here: the
//! assumptions, which say themselves what hangs on them.

use crate::{
    analysis::{outcome::Outcome, verdict::Verdict},
    model::ids::ClaimId,
    render::{
        document::{Block, Ground},
        effects::{CHOICE, Effect},
        marks::Role,
        page::Page,
        parts::fates,
        pick::Judgement,
        prose::{line::Line, words},
    },
};

/// How many statements are told for each judgement, unless all is told.
const MOST: usize = 12;

/// How many of these are statements that the page has not told.
const FRESH: usize = 3;

/// How many other answers are named beside one that applies by default.
const NAMED: usize = 4;

/// What would change each judgement, as the items of a list: a statement, and the judgements that hang on it.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let most = if page.bounds.kinds { CHOICE } else { MOST.min(page.bounds.entries) };
    let mut told: Vec<(ClaimId, Vec<usize>)> = Vec::new();
    let mut more = Vec::new();
    let facts = page.facts;
    let is_lost = |judgement: &Judgement, effect: Effect| effect == Effect::Lost && !applies_by_default(page, judgement);
    for ((found, judgement), number) in facts.changes.iter().zip(judgements).zip(1..) {
        let lost: Vec<ClaimId> = found.iter().filter(|(_, effect)| is_lost(judgement, *effect)).map(|(claim, _)| *claim).collect();
        // To say that one is left out takes as much room as that one.
        let is_all = page.bounds.kinds || lost.len() == most + 1;
        let (mut fresh, mut is_left) = (0, false);
        for (nth, claim) in lost.iter().enumerate() {
            let is_fresh = !page.is_said(*claim);
            if !is_all && (nth >= most || (is_fresh && fresh == FRESH)) {
                is_left = true;
                continue;
            }
            fresh += usize::from(is_fresh);
            match told.iter_mut().find(|(known, _)| known == claim) {
                Some((_, numbers)) => numbers.push(number),
                None => told.push((*claim, vec![number])),
            }
        }
        if is_left {
            more.push(number);
        }
    }
    // What hangs on the same judgements is told in one breath.
    let mut groups: Vec<(Vec<usize>, Vec<ClaimId>)> = Vec::new();
    for (claim, numbers) in told {
        match groups.iter_mut().find(|(known, _)| *known == numbers) {
            Some((_, claims)) => claims.push(claim),
            None => groups.push((numbers, vec![claim])),
        }
    }
    let mut turned: Vec<(usize, Effect, Vec<ClaimId>)> = Vec::new();
    for ((found, judgement), number) in facts.changes.iter().zip(judgements).zip(1..) {
        for (claim, effect) in found.iter().filter(|(_, effect)| !is_lost(judgement, *effect)) {
            match turned.iter_mut().find(|(known, other, _)| (*known, *other) == (number, *effect)) {
                Some((_, _, claims)) => claims.push(*claim),
                None => turned.push((number, *effect, vec![*claim])),
            }
        }
    }
    let mut items: Vec<Vec<Block>> = Vec::new();
    for (numbers, claims) in groups {
        let names = words::capital(&page.judgement_list(&numbers));
        let of = grounds(judgements, &numbers);
        items.push(vec![item(page, &names, &of, &claims).paragraph()]);
    }
    for (number, effect, claims) in turned {
        items.push(vec![turn(page, number, effect, &claims, most).paragraph()]);
    }
    for (answer, found) in facts.beside.iter().filter(|(_, found)| !found.is_empty()) {
        let told = found.get(..found.len().min(most)).unwrap_or(found);
        page.shortened |= told.len() < found.len();
        let name = words::capital(&page.refer(*answer));
        items.push(vec![item(page, &name, &[Ground::Claim(*answer)], told).paragraph()]);
    }
    for (judgement, number) in judgements.iter().zip(1..) {
        let Some(claim) = judgement.claim else { continue };
        items.extend(together(page, claim, number).map(|line| vec![line.paragraph()]));
    }
    let claims: Vec<(ClaimId, usize)> =
        judgements.iter().zip(1..).filter_map(|(judgement, number)| Some((judgement.claim?, number))).collect();
    items.extend(fates::rests_on(page, &claims, false).into_iter().map(|line| vec![line.paragraph()]));
    if !more.is_empty() {
        page.shortened = true;
        let rests = grounds(judgements, &more);
        let words = format!(
            "There are more statements without which {} would no longer stand; they are left out here.",
            page.judgement_list(&more)
        );
        items.push(vec![page.remark(&words, &rests).paragraph()]);
    }
    items
}

/// What would become of the judgement of `number` without any one of `claims`.
fn turn(page: &mut Page<'_>, number: usize, effect: Effect, claims: &[ClaimId], most: usize) -> Line {
    let told = if claims.len() == most + 1 { claims } else { claims.get(..most).unwrap_or(claims) };
    page.shortened |= told.len() < claims.len();
    let among = if told.len() < claims.len() { ", among others" } else { "" };
    let (what, grounds) = becomes(page, number, effect);
    let comma = if what.contains(", ") { "," } else { "" };
    let rests = [page.rest_on(told), grounds].concat();
    page.remark(&format!("{}{comma} {}.", words::capital(&what), if_fell(page, told, among)), &rests)
}

/// What would become of the judgement of `number`, in a clause.
pub fn becomes(page: &Page<'_>, number: usize, effect: Effect) -> (String, Vec<Ground>) {
    let Some(judgement) = page.facts.judgements.get(number - 1) else { return Default::default() };
    let is_default = applies_by_default(page, judgement);
    let name = page.judgement(number);
    let question = if page.judgements < 2 { String::new() } else { format!(" to the question of {name}") };
    let no_longer = |stands: bool| match (is_default, stands) {
        (true, _) => "no longer apply",
        (_, true) => "no longer be the only answer that stands",
        (_, false) => "no longer stand",
    };
    let words = match (judgement.claim, effect) {
        (None, Effect::Turned(new)) => format!("{} would become the answer{question}", page.refer(new)),
        (None, Effect::Default(new, _)) => format!("{} would become the answer{question} by default", page.refer(new)),
        (_, Effect::Lost) => format!("{name} would {}", no_longer(false)),
        (_, Effect::Beside) => format!("{name} would {}", no_longer(true)),
        (Some(old), Effect::Default(new, stands)) if old == new => {
            let first = if stands { no_longer(true) } else { "no longer stand by itself" };
            format!("{name} would {first}, and would apply by default only")
        }
        (_, Effect::Default(new, stands)) => {
            format!("{name} would {}, and {} would apply by default", no_longer(stands), page.refer(new))
        }
        (_, Effect::Turned(new)) => format!("{name} would {}, and {} would stand in its place", no_longer(false), page.refer(new)),
        (_, Effect::Firm) => format!("{name} would stand by itself, and not by default only"),
        (_, Effect::Upheld) => format!("{} would stand", page.claim_judged(number)),
        (_, Effect::Fallen) => format!("{} would fall", page.claim_judged(number)),
        (_, Effect::Opened) => format!("{} would be open", page.claim_judged(number)),
    };
    let other = if let Effect::Turned(new) | Effect::Default(new, _) = effect { Some(new) } else { None };
    (words, judgement.claim.into_iter().chain(other).map(Ground::Claim).collect())
}

fn applies_by_default(page: &Page<'_>, judgement: &Judgement) -> bool {
    judgement.question.is_some_and(|question| matches!(page.report.analysis.outcome(question), Outcome::Default(_)))
}

/// `if any of claims fell`, and `among` what; their words come last where the page has no mark for them.
fn if_fell(page: &Page<'_>, claims: &[ClaimId], among: &str) -> String {
    let which = match claims.len() {
        1 => "this",
        2 => "either of these",
        _ => "any one of these",
    };
    if page.are_marked(claims) {
        format!("if {} fell{among}", page.refer_any(claims))
    } else {
        format!("if {which} fell{among}: {}", page.refer_any(claims))
    }
}

/// What would change the judgements that apply by default, as the items of a list.
pub fn defaults(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let lines = judgements.iter().zip(1..).filter_map(|(judgement, number)| by_default(page, judgement, number));
    lines.map(|line| vec![line.paragraph()]).collect()
}

/// What would put another answer in the place of one that applies by default.
fn by_default(page: &mut Page<'_>, judgement: &Judgement, number: usize) -> Option<Line> {
    let (question, claim) = (judgement.question?, judgement.claim?);
    if !applies_by_default(page, judgement) {
        return None;
    }
    let analysis = &page.report.analysis;
    let others = || page.debate().question(question).answers.iter().copied().filter(|a| *a != claim);
    let of = |verdict: Verdict| -> Vec<ClaimId> { others().filter(|a| analysis.verdict(*a) == verdict).take(NAMED).collect() };
    let (standing, open) = (of(Verdict::Stands), of(Verdict::Open));
    let head = format!(
        "{} applies by default, and would give way to any other answer that came to stand alone",
        words::capital(&page.judgement(number))
    );
    let words = match (standing.as_slice(), open.as_slice()) {
        ([], []) => format!("{head}."),
        ([], [only]) => format!("{head}; {} is open.", page.refer(*only)),
        ([], open) => format!("{head}; {} are open.", page.refer_all(open)),
        ([only], _) => format!("{head}; {} stands, but not alone.", page.refer(*only)),
        (standing, _) => format!("{head}; {} stand, but none of them alone.", page.refer_all(standing)),
    };
    let rests = page.rest_on(&[standing, open, vec![claim]].concat());
    Some(page.remark(&words, &rests))
}

/// Which statements a judgement hangs on two by two.
fn together(page: &mut Page<'_>, claim: ClaimId, number: usize) -> Option<Line> {
    let pairs = page.facts.pairs.get(&claim)?;
    let names: Vec<String> = pairs.iter().map(|pair| page.refer_all(pair)).collect();
    let what = if pairs.len() == 1 { "these two" } else { "two of these" };
    let words = format!(
        "{} stands without any single statement, but would no longer stand if {what} fell together: {}.",
        words::capital(&page.judgement(number)),
        names.join("; or ")
    );
    let rests = page.rest_on(&pairs.iter().flatten().copied().chain([claim]).collect::<Vec<_>>());
    Some(page.remark(&words, &rests))
}

/// That what `names` say would no longer stand without any one of `claims`.
fn item(page: &mut Page<'_>, names: &str, of: &[Ground], claims: &[ClaimId]) -> Line {
    let (known, fresh): (Vec<ClaimId>, Vec<ClaimId>) = claims.iter().partition(|c| page.is_said(**c));
    let mut line = Line::default();
    if !known.is_empty() {
        let rests = [page.rest_on(&known), of.to_vec()].concat();
        let words = format!("{names} would no longer stand {}.", if_fell(page, &known, ""));
        line.then(page.remark(&words, &rests));
    }
    for claim in fresh {
        let is_reported = page.facts.lexicon.inside(&page.claim(claim).text).is_some();
        let head = Line::of(format!("{names} would no longer stand {}", if is_reported { "if it did not hold" } else { "without this" }));
        line.then(page.tell_that(head, "that", claim, Role::Statement, ("", "")));
    }
    line
}

fn grounds(judgements: &[Judgement], numbers: &[usize]) -> Vec<Ground> {
    numbers.iter().filter_map(|n| judgements.get(n - 1).and_then(|j| j.claim)).map(Ground::Claim).collect()
}
