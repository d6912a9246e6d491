//! What changed since an earlier version of the debate: other answers, other verdicts and what turned them, and what is new or gone.

use crate::{
    analysis::outcome::Outcome,
    diff::{
        cause::Goal,
        change::{Change, Item, Kind},
        compare::{Comparison, Flip},
    },
    model::{
        debate::{Debate, Stance},
        ids::{ClaimId, PartyId, QuestionId, StepId},
    },
    render::{
        document::{Block, Ground},
        facts::Past,
        page::Page,
        pick::Judgement,
        prose::{line::Line, speakers::At, words},
        text,
    },
};
use std::collections::BTreeSet;

/// How many statements of a kind are named.
const NAMED: usize = 4;

/// The changes: a sentence that leads to them, and a list.
pub fn blocks(page: &mut Page<'_>) -> Vec<Block> {
    let facts = page.facts;
    let Some(past) = &facts.past else { return Vec::new() };
    page.here = 0;
    let since = match past.debate.about.as_of.filter(|day| Some(*day) != page.debate().about.as_of) {
        Some(day) => format!("the version of {}", day.words()),
        None => "the earlier version".to_owned(),
    };
    let items = items(page, past);
    if items.is_empty() {
        return vec![Line::sentence(format!("Nothing in the argument has changed since {since}."), &[Ground::Debate]).paragraph()];
    }
    let lead = Line::sentence(format!("Since {since}:"), &[Ground::Debate]).paragraph();
    vec![lead, Block::List { ordered: false, items }]
}

/// What turned `judgement`, as a sentence for a page that has no room for more; nothing where it is what it was.
pub fn of(page: &mut Page<'_>, judgement: &Judgement) -> Option<Line> {
    let facts = page.facts;
    let past = facts.past.as_ref()?;
    let both = &past.found.both;
    let is_own = |flip: &&Flip| match flip.goal {
        Goal::Question(id, _) => judgement.question.is_some() && both.questions.get(id).new.map(QuestionId) == judgement.question,
        Goal::Claim(id, _) => judgement.question.is_none() && both.claims.get(id).new.map(ClaimId) == judgement.claim,
    };
    let flip = past.found.flips.iter().find(is_own)?;
    turned(page, past, flip)
}

fn items(page: &mut Page<'_>, past: &Past<'_>) -> Vec<Vec<Block>> {
    let found = &past.found;
    let mut items: Vec<Vec<Block>> = Vec::new();
    let (mut told, mut left) = (0, 0);
    // What the page tells of comes first.
    let answers: BTreeSet<u32> = found.flips.iter().filter_map(|flip| answered_before(past, flip)).collect();
    // Nor need that of an answer to it which the same changes turned.
    let is_rival = |id: u32| found.both.claims.get(id).new.is_some_and(|c| !page.claim(ClaimId(c)).answers.is_empty());
    let by_same = |flip: &Flip| found.flips.iter().any(|other| !is_claim(other) && other.cause.sets.first() == flip.cause.sets.first());
    let of_answer = |flip: &Flip| match flip.goal {
        Goal::Claim(id, _) => answers.contains(&id) || (is_rival(id) && by_same(flip)),
        Goal::Question(..) => false,
    };
    let mut flips: Vec<&Flip> = found.flips.iter().filter(|flip| !of_answer(flip)).collect();
    flips.sort_by_key(|flip| !concerns(page, found, flip));
    // Claims that the same changes turned are told in one breath.
    let mut groups: Vec<Vec<&Flip>> = Vec::new();
    for flip in flips {
        let joins = |group: &&mut Vec<&Flip>| {
            group.first().is_some_and(|first| is_claim(first) && is_claim(flip) && first.cause.sets.first() == flip.cause.sets.first())
        };
        match groups.iter_mut().find(joins) {
            Some(group) => group.push(flip),
            None => groups.push(vec![flip]),
        }
    }
    let mut causes: BTreeSet<usize> = BTreeSet::new();
    for group in groups {
        let line = match group.as_slice() {
            _ if told >= page.bounds.entries => {
                left += group.len();
                None
            }
            [only] => turned(page, past, only),
            several => turned_together(page, past, several),
        };
        if let Some(line) = line {
            told += 1;
            causes.extend(group.iter().filter_map(|flip| flip.cause.sets.first()).flatten());
            items.push(vec![line.paragraph()]);
        }
    }
    items.extend(page.more(left, "further verdict that turned", "further verdicts that turned", &[Ground::Debate]));
    for (kind, one, many) in [
        (Kind::Added, "One statement is new", "statements are new"),
        (Kind::Removed, "One statement is gone", "statements are gone"),
        (Kind::Changed, "One statement was changed", "statements were changed"),
    ] {
        let claims: Vec<u32> = found
            .changes
            .iter()
            .filter(|c| c.kind == kind)
            .filter_map(|c| if let Item::Claim(id, _) = c.item { Some(id) } else { None })
            .collect();
        let names: Vec<String> = claims.iter().take(NAMED).map(|id| claim_name(page, found, *id)).collect();
        let rest = claims.len() - names.len();
        let rest = if rest == 0 { String::new() } else { format!("; and {} more", words::number(rest)) };
        let head = match claims.len() {
            0 => continue,
            1 => one.to_owned(),
            n => format!("{} {many}", words::capital(&words::number(n))),
        };
        let rests = grounds(found, &claims);
        let mut line = page.remark(&format!("{head}: {}{rest}.", words::and(&names)), &rests);
        if kind == Kind::Changed {
            line.then(regraded(page, found, &claims));
        }
        items.push(vec![line.paragraph()]);
    }
    // What is expected of the debate is no part of the argument.
    let others: Vec<&str> =
        found.changes.iter().enumerate().filter(|(at, _)| !causes.contains(at)).filter_map(|(_, c)| other(c.item)).collect();
    if !others.is_empty() {
        let (one, many) =
            if items.is_empty() { ("change was made", "changes were made") } else { ("other change was made", "other changes were made") };
        let what = words::count(others.len(), one, many);
        let mut kinds: Vec<String> = Vec::new();
        for kind in &others {
            if !kinds.iter().any(|known| known == kind) {
                kinds.push((*kind).to_owned());
            }
        }
        let words = format!("{}, to {}.", words::capital(&what), words::and(&kinds));
        items.push(vec![page.remark(&words, &[Ground::Debate]).paragraph()]);
    }
    items
}

const fn is_claim(flip: &Flip) -> bool {
    matches!(flip.goal, Goal::Claim(..))
}

/// How the confidence in changed claims moved, and how likely they are said to be.
fn regraded(page: &mut Page<'_>, found: &Comparison<'_>, claims: &[u32]) -> Line {
    let mut line = Line::default();
    for id in claims.iter().take(page.bounds.entries) {
        let pair = found.both.claims.get(*id);
        let (Some(old), Some(new)) = (pair.old.map(ClaimId), pair.new.map(ClaimId)) else { continue };
        let of = |debate: &Debate, claim: ClaimId| {
            let details = debate.claim(claim).details.as_ref();
            let likelihood = details.and_then(|d| d.likelihood.as_deref()).map(text::clean);
            (details.and_then(|d| d.confidence).map(|level| level.word()), likelihood)
        };
        let (before, now) = (of(found.both.old, old), of(found.both.new, new));
        let what = if claims.len() == 1 { "it".to_owned() } else { page.refer(new) };
        let mut say = |words: Option<String>| {
            line.then(words.map_or_else(Line::default, |words| page.remark(&words, &page.rests(new))));
        };
        say(moved(&format!("confidence in {what}"), before.0, now.0));
        say(moved(&format!("likelihood of {what}"), before.1.as_deref(), now.1.as_deref()));
    }
    line
}

/// That a degree is another, as a sentence.
fn moved(what: &str, before: Option<&str>, now: Option<&str>) -> Option<String> {
    match (before, now) {
        (before, now) if before == now => None,
        (Some(before), Some(now)) => Some(format!("The {what} went from “{before}” to “{now}”.")),
        (None, Some(now)) => Some(format!("The {what} is now given as “{now}”.")),
        (Some(before), None) => Some(format!("The {what}, which was “{before}”, is no longer given.")),
        (None, None) => None,
    }
}

/// To what a change was made that is not told by itself.
const fn other(item: Item) -> Option<&'static str> {
    Some(match item {
        Item::Claim(..) | Item::Expectation(_) => return None,
        Item::Step(_) => "arguments",
        Item::Question(_) => "questions",
        Item::Limit(_) => "limits",
        Item::Contradiction(_) => "what excludes what",
        Item::Preference(_) => "preferences",
        Item::Act(_) => "what parties hold",
        Item::Source(_) => "sources",
        Item::Party(_) => "parties",
        Item::Term(_) => "definitions",
        Item::AsOf => "the day of the debate",
        Item::About => "what the debate covers",
    })
}

/// The claim that was the answer to a question that comes out otherwise now, whose verdict need not be told apart.
fn answered_before(past: &Past<'_>, flip: &Flip) -> Option<u32> {
    let Goal::Question(id, _) = &flip.goal else { return None };
    let old = past.found.both.questions.get(*id).old?;
    let answer = past.analysis.outcomes.get(old as usize)?.answer()?;
    Some(past.found.both.claims.of_old(answer.0))
}

/// Whether the page tells of what has turned.
fn concerns(page: &Page<'_>, found: &Comparison<'_>, flip: &Flip) -> bool {
    match &flip.goal {
        Goal::Question(..) => true,
        Goal::Claim(id, _) => found.both.claims.get(*id).new.is_some_and(|c| page.is_said(ClaimId(c))),
    }
}

/// A sentence on an answer or a verdict that is another, and on what turned it.
fn turned(page: &mut Page<'_>, past: &Past<'_>, flip: &Flip) -> Option<Line> {
    let found = &past.found;
    let until = if matches!(flip.goal, Goal::Question(..)) { "until" } else { "since" };
    let why = why(page, found, flip, until);
    match &flip.goal {
        Goal::Question(id, _) => {
            let pair = found.both.questions.get(*id);
            let (old, new) = (pair.old?, QuestionId(pair.new?));
            let place = page.facts.judgements.iter().take(page.judgements).position(|j| j.question == Some(new));
            let name = place.map_or_else(
                || format!("The question {}", text::excerpt(&page.debate().question(new).text)),
                |place| {
                    if page.judgements < 2 { "The question".to_owned() } else { format!("The question of {}", page.judgement(place + 1)) }
                },
            );
            let before = past.analysis.outcomes.get(old as usize).and_then(Outcome::answer);
            let words = match before {
                Some(claim) => format!("{name} used to be answered {}{why}.", excerpt_of(past.debate, claim)),
                None => format!("{name} used to have no answer{why}."),
            };
            let now = page.report.analysis.outcome(new).answer();
            let rests: Vec<Ground> = [Ground::Question(new)].into_iter().chain(now.map(Ground::Claim)).collect();
            Some(page.remark(&words, &rests))
        }
        Goal::Claim(id, now) => {
            let pair = found.both.claims.get(*id);
            let (old, new) = (ClaimId(pair.old?), ClaimId(pair.new?));
            let before = past.analysis.verdict(old).word();
            let words = format!("{} {} and {}{why}.", page.refer(new), used_to(before), now_is(now));
            Some(page.remark(&words, &page.rests(new)))
        }
    }
}

/// A sentence on claims whose verdict the same changes turned.
fn turned_together(page: &mut Page<'_>, past: &Past<'_>, flips: &[&Flip]) -> Option<Line> {
    let found = &past.found;
    let mut kinds: Vec<((&str, &str), Vec<ClaimId>)> = Vec::new();
    for flip in flips {
        let Goal::Claim(id, now) = flip.goal else { continue };
        let pair = found.both.claims.get(id);
        let (Some(old), Some(new)) = (pair.old.map(ClaimId), pair.new.map(ClaimId)) else { continue };
        let kind = (past.analysis.verdict(old).word(), now);
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, claims)) => claims.push(new),
            None => kinds.push((kind, vec![new])),
        }
    }
    let mut clauses = Vec::new();
    for ((before, now), claims) in &kinds {
        let shown = claims.get(..claims.len().min(NAMED)).unwrap_or(claims);
        let mut names = page.refer_all(shown);
        if claims.len() > shown.len() {
            names = format!("{}, with {} more,", names, words::number(claims.len() - shown.len()));
        }
        let now = if claims.len() == 1 { now_is(now) } else { now_are(now) };
        clauses.push(format!("{names} {} and {now}", used_to(before)));
    }
    let why = why(page, found, flips.first()?, "since");
    let claims: Vec<ClaimId> = kinds.into_iter().flat_map(|(_, claims)| claims).collect();
    Some(page.remark(&format!("{}{why}.", clauses.join("; ")), &page.rest_on(&claims)))
}

fn now_are(verdict: &str) -> &'static str {
    match verdict {
        "stands" => "now stand",
        "falls" => "now fall",
        "open" => "are now open",
        _ => "now lack support",
    }
}

fn used_to(verdict: &str) -> &'static str {
    match verdict {
        "stands" => "used to stand",
        "falls" => "used to fall",
        "open" => "used to be open",
        _ => "used to lack support",
    }
}

fn now_is(verdict: &str) -> &'static str {
    match verdict {
        "stands" => "now stands",
        "falls" => "now falls",
        "open" => "is now open",
        _ => "now lacks support",
    }
}

/// What turned it, after `link`: the first of the smallest sets of changes, each of which alone does.
fn why(page: &mut Page<'_>, found: &Comparison<'_>, flip: &Flip, link: &str) -> String {
    let Some(set) = flip.cause.sets.first() else { return String::new() };
    let parts: Vec<String> = set.iter().filter_map(|at| found.changes.get(*at)).map(|change| done(page, found, change)).collect();
    if parts.is_empty() { String::new() } else { format!(", {link} {}", words::and(&parts)) }
}

/// A change as a clause.
fn done(page: &mut Page<'_>, found: &Comparison<'_>, change: &Change) -> String {
    if let Item::Act(id) = change.item {
        return acted(page, found, id, change.kind);
    }
    let verb = match change.kind {
        Kind::Added => "was added",
        Kind::Removed => "was taken out",
        Kind::Changed => "was changed",
    };
    let what = match change.item {
        Item::Claim(id, _) => claim_name(page, found, id),
        Item::Step(id) => format!("an argument {}", step_name(found, id)),
        Item::Question(_) => "the question".to_owned(),
        Item::Limit(_) => "a limit".to_owned(),
        Item::Contradiction(_) => "what excludes what".to_owned(),
        Item::Preference(id) => preference_name(found, id),
        Item::Act(_) => "what a party did".to_owned(),
        Item::Source(_) => "a source".to_owned(),
        Item::Party(_) => "a party".to_owned(),
        Item::Term(_) => "a definition".to_owned(),
        Item::Expectation(_) => "what is expected".to_owned(),
        Item::AsOf => "the day of the debate".to_owned(),
        Item::About => "what the debate covers".to_owned(),
    };
    format!("{what} {verb}")
}

/// What a party did with a claim that is new, gone or another, as a clause.
fn acted(page: &mut Page<'_>, found: &Comparison<'_>, id: u32, kind: Kind) -> String {
    let Some((act, _)) = found.remarks.acts.get(id as usize) else { return "something that a party did was changed".to_owned() };
    let pair = found.both.parties.get(act.party);
    let who = match (pair.new, pair.old) {
        (Some(new), _) => page.speakers.name(&[PartyId(new)], At::End).plain(),
        (None, Some(old)) => text::line(&found.both.old.party(PartyId(old)).text).plain(),
        (None, None) => "a party".to_owned(),
    };
    let claim = claim_name(page, found, act.claim);
    let (did, noun) = match act.stance {
        Stance::Accept => ("accepted", "acceptance"),
        Stance::Deny => ("denied", "denial"),
        Stance::Retract => ("took back", "withdrawal"),
    };
    match kind {
        Kind::Added => format!("{who} {did} {claim}"),
        Kind::Removed => format!("the {noun} of {claim} by {who} was taken out"),
        Kind::Changed => format!("the {noun} of {claim} by {who} was changed"),
    }
}

/// A claim by its first words, and where it is told if it is there still.
fn claim_name(page: &Page<'_>, found: &Comparison<'_>, id: u32) -> String {
    let pair = found.both.claims.get(id);
    match (pair.new, pair.old) {
        (Some(new), _) => page.refer(ClaimId(new)),
        (None, Some(old)) => excerpt_of(found.both.old, ClaimId(old)),
        (None, None) => "a statement".to_owned(),
    }
}

/// A preference by what it ranks higher.
fn preference_name(found: &Comparison<'_>, id: u32) -> String {
    let of = |debate: &Debate, at: u32| -> Option<String> {
        let ranked = &debate.preferences.get(at as usize)?.stronger;
        let claim = ranked.claim.or_else(|| ranked.step.and_then(|s| debate.step(s).premises.first().copied()))?;
        Some(format!("the preference for {}", excerpt_of(debate, claim)))
    };
    let pair = found.remarks.preferences.get(id as usize).map(|(_, pair)| *pair);
    let name = pair.and_then(|p| match (p.new, p.old) {
        (Some(new), _) => of(found.both.new, new),
        (None, old) => of(found.both.old, old?),
    });
    name.unwrap_or_else(|| "a preference".to_owned())
}

/// From what an argument starts.
fn step_name(found: &Comparison<'_>, id: u32) -> String {
    let pair = found.both.steps.get(id);
    let premise = match (pair.new, pair.old) {
        (Some(new), _) => found.both.new.step(StepId(new)).premises.first().map(|c| excerpt_of(found.both.new, *c)),
        (None, Some(old)) => found.both.old.step(StepId(old)).premises.first().map(|c| excerpt_of(found.both.old, *c)),
        (None, None) => None,
    };
    premise.map_or_else(String::new, |words| format!("from {words}"))
}

fn excerpt_of(debate: &Debate, claim: ClaimId) -> String {
    text::excerpt(&debate.claim(claim).text)
}

fn grounds(found: &Comparison<'_>, claims: &[u32]) -> Vec<Ground> {
    let known: Vec<Ground> = claims.iter().filter_map(|id| found.both.claims.get(*id).new).map(|c| Ground::Claim(ClaimId(c))).collect();
    if known.is_empty() { vec![Ground::Debate] } else { known }
}
