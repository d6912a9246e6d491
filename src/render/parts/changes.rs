//! What would change the judgements: the single statements without which one would no longer stand.
//!
//! Of these, the ones that nobody gave reasons for come first, because whatever rests on them falls with them. Not here: the
//! assumptions, which say themselves what hangs on them.

use crate::{
    model::ids::ClaimId,
    render::{
        document::{Block, Ground},
        facts::CHOICE,
        page::Page,
        parts::fates,
        pick::Judgement,
        prose::{line::Line, words},
    },
};

/// How many statements are told for each judgement, unless all is told.
const MOST: usize = 3;

/// What would change each judgement that stands, as the items of a list: a statement, and the judgements that hang on it.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    page.here = 0;
    let most = if page.bounds.entries == usize::MAX { CHOICE } else { MOST.min(page.bounds.entries) };
    let mut told: Vec<(ClaimId, Vec<usize>)> = Vec::new();
    let mut more = Vec::new();
    let facts = page.facts;
    for (found, number) in facts.changes.iter().zip(1..).take(judgements.len()) {
        for claim in found.iter().take(most) {
            match told.iter_mut().find(|(known, _)| known == claim) {
                Some((_, numbers)) => numbers.push(number),
                None => told.push((*claim, vec![number])),
            }
        }
        if found.len() > most {
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
    let mut items: Vec<Vec<Block>> = Vec::new();
    for (numbers, claims) in groups {
        items.push(vec![item(page, judgements, &claims, &numbers).paragraph()]);
    }
    for (judgement, number) in judgements.iter().zip(1..) {
        let Some(claim) = judgement.claim else { continue };
        let whose = words::capital(&page.judgement(number));
        items.extend(fates::rests_on(page, claim, &whose, false).into_iter().map(|line| vec![line.paragraph()]));
    }
    if !more.is_empty() {
        page.shortened = true;
        let rests = grounds(judgements, &more);
        let words = format!("{} would fall with other statements too (agon flip finds them).", words::capital(&page.judgement_list(&more)));
        items.push(vec![page.remark(&words, &rests).paragraph()]);
    }
    items
}

fn item(page: &mut Page<'_>, judgements: &[Judgement], claims: &[ClaimId], numbers: &[usize]) -> Line {
    let names = words::capital(&page.judgement_list(numbers));
    let (known, fresh): (Vec<ClaimId>, Vec<ClaimId>) = claims.iter().partition(|c| page.is_said(**c));
    let mut line = Line::default();
    if !known.is_empty() {
        let which = match known.len() {
            1 => "this",
            2 => "either of these",
            _ => "any one of these",
        };
        let rests = [page.rest_on(&known), grounds(judgements, numbers)].concat();
        let words = format!("{names} would no longer stand if {which} fell: {}.", page.refer_any(&known));
        line.then(page.remark(&words, &rests));
    }
    for claim in fresh {
        let head = Line::of(format!("{names} would no longer stand without this"));
        line.then(page.tell_that(head, ": that", claim, "", ""));
    }
    line
}

fn grounds(judgements: &[Judgement], numbers: &[usize]) -> Vec<Ground> {
    numbers.iter().filter_map(|n| judgements.get(n - 1).and_then(|j| j.claim)).map(Ground::Claim).collect()
}
