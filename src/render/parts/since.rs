//! What changed since an earlier version of the debate: other answers, other verdicts and what turned them, and what is new or gone.

use crate::{
    diff::{
        cause::{Cause, Goal},
        change::{Aspect, Change, Item, Kind},
        compare::{Comparison, Flip},
    },
    model::{
        debate::Debate,
        ids::{ClaimId, QuestionId},
        value::Date,
    },
    render::{
        document::{Block, Ground},
        facts::Past,
        page::Page,
        parts::{altered, details, expired, outcome},
        pick::Judgement,
        prose::{line::Line, words},
        text,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// How many statements of a kind are named.
const NAMED: usize = 4;
/// How many other changes are told.
const OTHERS: usize = 12;

/// The changes: a sentence that leads to them, and a list.
pub fn blocks(page: &mut Page<'_>) -> Vec<Block> {
    let facts = page.facts;
    let Some(past) = &facts.past else { return Vec::new() };
    let since = version(page, past);
    let items = items(page, past);
    if items.is_empty() {
        return vec![unchanged(&since).paragraph()];
    }
    let lead = Line::sentence(format!("Since {since}:"), &[Ground::Debate]).paragraph();
    vec![lead, Block::List { ordered: false, items }]
}

/// That nothing changed.
pub fn unchanged(since: &str) -> Line {
    Line::sentence(format!("Nothing in the argument has changed since {since}."), &[Ground::Debate])
}

/// The earlier version by its day, where that tells it from this one.
pub fn version(page: &Page<'_>, past: &Past<'_>) -> String {
    match past.debate.about.as_of.filter(|day| Some(*day) != page.debate().about.as_of) {
        Some(day) => format!("the version of {}", day.words()),
        None => "the earlier version".to_owned(),
    }
}

/// What turned `judgement`, as a sentence for a page that has no room for more; nothing where it is what it was.
pub fn of(page: &mut Page<'_>, judgement: &Judgement) -> Option<Line> {
    let facts = page.facts;
    let past = facts.past.as_ref()?;
    turned(page, past, own_flip(past, judgement)?)
}

/// That `judgement` turned.
pub fn own_flip<'p>(past: &'p Past<'_>, judgement: &Judgement) -> Option<&'p Flip> {
    let both = &past.found.both;
    let is_own = |flip: &&Flip| match flip.goal {
        Goal::Question(id, _) => judgement.question.is_some() && both.questions.get(id).new.map(QuestionId) == judgement.question,
        Goal::Claim(id, _) => judgement.question.is_none() && both.claims.get(id).new.map(ClaimId) == judgement.claim,
    };
    past.found.flips.iter().find(is_own)
}

/// What turned, that of which the page tells first; not the verdict of an answer to a question that is told to have turned.
pub fn flips<'p>(page: &Page<'_>, past: &'p Past<'_>) -> Vec<&'p Flip> {
    let found = &past.found;
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
    flips
}

fn items<'r>(page: &mut Page<'r>, past: &Past<'r>) -> Vec<Vec<Block>> {
    let found = &past.found;
    let mut items: Vec<Vec<Block>> = Vec::new();
    let (mut told, mut left) = (0, 0);
    let flips = flips(page, past);
    // Claims that the same changes turned are told in one breath.
    let mut groups: Vec<Vec<&Flip>> = Vec::new();
    for flip in flips {
        let joins = |group: &&mut Vec<&Flip>| {
            group.first().is_some_and(|first| is_claim(first) && is_claim(flip) && first.cause.sets == flip.cause.sets)
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
            several => turned_together(page, past, several, true),
        };
        if let Some(line) = line {
            told += 1;
            causes.extend(group.iter().flat_map(|flip| flip.cause.sets.iter().flatten()));
            items.push(vec![line.paragraph()]);
        }
    }
    items.extend(page.more(left, "further verdict that turned", "further verdicts that turned", &[Ground::Debate]));
    for (kind, [one, many], [one_more, more]) in [
        (Kind::Added, ["One statement is new", "statements are new"], ["One more statement is new", "more statements are new"]),
        (Kind::Removed, ["One statement is gone", "statements are gone"], ["One more statement is gone", "more statements are gone"]),
    ] {
        let all = claims(found, kind);
        // What turned something was named with that.
        let mut fresh: Vec<u32> = all.iter().filter(|(at, _)| !causes.contains(at)).map(|(_, id)| *id).collect();
        if kind == Kind::Removed {
            items.extend(limits_gone(page, found, &mut fresh));
        }
        let (one, many) = if fresh.len() == all.len() { (one, many) } else { (one_more, more) };
        let names = details::claim_names(page, found, fresh.iter().take(NAMED).copied());
        let rest = fresh.len().saturating_sub(NAMED);
        let rest = if rest == 0 { String::new() } else { format!("; and {} more", words::number(rest)) };
        let head = match fresh.len() {
            0 => continue,
            1 => one.to_owned(),
            n => format!("{} {many}", words::capital(&words::number(n))),
        };
        let rests = grounds(found, &fresh);
        items.push(vec![page.remark(&format!("{head}: {names}{rest}."), &rests).paragraph()]);
    }
    let (mut shown, mut left) = (0, 0);
    for (at, _) in claims(found, Kind::Changed) {
        if shown >= page.bounds.entries {
            left += 1;
            continue;
        }
        let line = changed(page, found, at, causes.contains(&at));
        if !line.is_empty() {
            shown += 1;
            items.push(vec![line.paragraph()]);
        }
    }
    items.extend(page.more(left, "further statement that was changed", "further statements that were changed", &[Ground::Debate]));
    items.extend(ended(page, found).map(|line| vec![line.paragraph()]));
    let (mut shown, mut left) = (0, 0);
    // What took the place of something else is told with that.
    let halves: BTreeSet<Item> =
        causes.iter().filter_map(|at| found.changes.get(*at)).filter_map(|change| altered::other_half(found, change)).collect();
    let is_told =
        |change: &Change| halves.contains(&change.item) || (change.kind == Kind::Removed && altered::other_half(found, change).is_some());
    for (_, change) in found.changes.iter().enumerate().filter(|(at, c)| !causes.contains(at) && altered::is_named(c) && !is_told(c)) {
        if shown >= page.bounds.entries.min(OTHERS) {
            left += 1;
            continue;
        }
        if let Some(words) = altered::done(page, found, change, None) {
            shown += 1;
            let (words, rests) = (format!("{}.", words::capital(&words)), altered::grounds(found, change));
            // What a party did stands with the claim too, where that is no news.
            let line = if matches!(change.item, Item::Act(_)) { Line::sentence(words, &rests) } else { page.remark(&words, &rests) };
            items.push(vec![line.paragraph()]);
        }
    }
    items.extend(page.more(left, "further change", "further changes", &[Ground::Debate]));
    items
}

/// The limits among the statements that are `gone`, as the items of a list; what is left of these are the others.
fn limits_gone<'r>(page: &mut Page<'r>, found: &Comparison<'r>, gone: &mut Vec<u32>) -> Vec<Vec<Block>> {
    let limits: BTreeMap<u32, u32> = found.remarks.limits.iter().map(|((limit, target), _)| (*limit, *target)).collect();
    let mut items = Vec::new();
    for (limit, target) in gone.extract_if(.., |id| limits.contains_key(id)).filter_map(|id| Some((id, limits.get(&id)?))).take(NAMED) {
        let [target, limit] = [*target, limit].map(|id| details::claim_name(page, found, id));
        items.push(vec![page.remark(&format!("A limit of {target} is gone: {limit}."), &[Ground::Debate]).paragraph()]);
    }
    items
}

/// What was meant to hold until a day that has passed since, as a sentence.
fn ended<'r>(page: &mut Page<'r>, found: &Comparison<'r>) -> Option<Line> {
    let both = &found.both;
    let had_ended = |claim: ClaimId| {
        let day = both.old.claim(claim).details.as_ref().and_then(|details| details.valid_until);
        both.old.about.as_of.zip(day).is_some_and(|(today, day)| today.is_after(day))
    };
    let news = both.claims.list.iter().filter(|pair| pair.old.is_some_and(|old| !had_ended(ClaimId(old))));
    let claims = news.filter_map(|pair| pair.new.map(ClaimId));
    let all: Vec<(ClaimId, Date)> = claims.filter_map(|claim| Some((claim, expired::last_day(page, claim)?))).collect();
    let words = match all.as_slice() {
        [] => return None,
        [(claim, day)] => format!("The day until which {} was meant to hold, {}, has passed.", page.refer(*claim), day.until()),
        several => format!("These were meant to hold until a day that has passed since: {}.", expired::with_days(page, several)),
    };
    let claims: Vec<ClaimId> = all.into_iter().map(|(claim, _)| claim).collect();
    Some(page.remark(&words, &page.rest_on(&claims)))
}

/// The changes of a kind to claims that are told: where each stands among all changes, and to which.
pub fn claims(found: &Comparison<'_>, kind: Kind) -> Vec<(usize, u32)> {
    let all = found.changes.iter().enumerate().filter(|(_, change)| change.kind == kind && altered::is_told(change));
    all.filter_map(|(at, change)| Some((at, altered::claim(change)?))).collect()
}

/// In what the claim is another to which the change `at` is made, which names it once; `is_cause` says that this turned something, and was
/// told there, but for its words.
fn changed<'r>(page: &mut Page<'r>, found: &Comparison<'r>, at: usize, is_cause: bool) -> Line {
    let mut line = Line::default();
    let Some(change) = found.changes.get(at) else { return line };
    let Item::Claim(id, _) = change.item else { return line };
    let pair = found.both.claims.get(id);
    let (Some(old), Some(new)) = (pair.old.map(ClaimId), pair.new.map(ClaimId)) else { return line };
    let rests = page.rests(new);
    if !is_cause && let Some(words) = altered::done(page, found, change, None) {
        line.then(page.remark(&format!("{}.", words::capital(&words)), &rests));
    }
    let texts = [found.both.old.claim(old).text.as_str(), found.both.new.claim(new).text.as_str()];
    if change.aspects.contains(&Aspect::Text) {
        let what = if line.is_empty() { page.refer(new) } else { "it".to_owned() };
        line.then(altered::wording(page, &what, texts, &rests));
    }
    let what = if line.is_empty() { None } else { Some("it".to_owned()) };
    line.then(regraded(page, found, [old, new], what));
    line
}

const fn is_claim(flip: &Flip) -> bool {
    matches!(flip.goal, Goal::Claim(..))
}

/// How the confidence in a claim moved, and how likely it is said to be; `what` calls it, where that was named.
pub fn regraded<'r>(page: &mut Page<'r>, found: &Comparison<'r>, [old, new]: [ClaimId; 2], what: Option<String>) -> Line {
    let of = |debate: &Debate, claim: ClaimId| {
        let details = debate.claim(claim).details.as_ref();
        let likelihood = details.and_then(|d| d.likelihood.as_deref()).map(text::clean);
        (details.and_then(|d| d.confidence).map(|level| level.word()), likelihood)
    };
    let (before, now) = (of(found.both.old, old), of(found.both.new, new));
    if before == now {
        return Line::default();
    }
    let (mut line, mut what) = (Line::default(), what.unwrap_or_else(|| page.refer(new)));
    for (degree, before, now) in [("confidence in", before.0, now.0), ("likelihood of", before.1.as_deref(), now.1.as_deref())] {
        if let Some(words) = moved(&format!("{degree} {what}"), before, now) {
            line.then(page.remark(&words, &page.rests(new)));
            "it".clone_into(&mut what);
        }
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
fn turned<'r>(page: &mut Page<'r>, past: &Past<'r>, flip: &Flip) -> Option<Line> {
    let found = &past.found;
    match &flip.goal {
        Goal::Question(id, _) => {
            let pair = found.both.questions.get(*id);
            let (old, new) = (QuestionId(pair.old?), QuestionId(pair.new?));
            let now = page.report.analysis.outcome(new);
            let (words, on) = match outcome::by_other_means(page, past, old, new) {
                Some(words) => (words, None),
                None => {
                    let (before, now) = outcome::before_and_now(page, past, old, new);
                    (format!("{} {before} and {now}", outcome::question(page, new)), Some(Item::Question(*id)))
                }
            };
            let why = why(page, found, flip, on);
            let rests: Vec<Ground> = [Ground::Question(new)].into_iter().chain(now.answer().map(Ground::Claim)).collect();
            let rests = with_cause(found, flip, rests);
            Some(page.remark(&format!("{}{why}.", words::capital(&words)), &rests))
        }
        Goal::Claim(id, now) => {
            let pair = found.both.claims.get(*id);
            let (old, new) = (ClaimId(pair.old?), ClaimId(pair.new?));
            let before = past.analysis.verdict(old).word();
            let name = words::capital(&page.refer(new));
            let why = why(page, found, flip, Some(Item::Claim(*id, None)));
            Some(page.remark(&format!("{name} {} and {}{why}.", used_to(before), now_is(now)), &with_cause(found, flip, page.rests(new))))
        }
    }
}

/// A sentence on claims whose verdict turned; `by_same` says that the same changes turned them, which are told then.
pub fn turned_together<'r>(page: &mut Page<'r>, past: &Past<'r>, flips: &[&Flip], by_same: bool) -> Option<Line> {
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
    if clauses.is_empty() {
        return None;
    }
    let claims: Vec<ClaimId> = kinds.into_iter().flat_map(|(_, claims)| claims).collect();
    let rests = page.rest_on(&claims);
    let (why, rests) = match flips.first() {
        Some(first) if by_same => (why(page, found, first, None), with_cause(found, first, rests)),
        _ => (String::new(), rests),
    };
    Some(page.remark(&words::capital(&format!("{}{why}.", clauses.join("; "))), &rests))
}

/// `rests` with what the changes rest on that turned something.
fn with_cause(found: &Comparison<'_>, flip: &Flip, mut rests: Vec<Ground>) -> Vec<Ground> {
    let changes = flip.cause.sets.iter().flatten().filter_map(|at| found.changes.get(*at));
    for ground in changes.flat_map(|change| altered::grounds(found, change)) {
        if ground != Ground::Debate && !rests.contains(&ground) {
            rests.push(ground);
        }
    }
    rests
}

fn now_are(verdict: &str) -> &'static str {
    match verdict {
        "stands" => "now stand",
        "falls" => "now fall",
        "open" => "are now open",
        _ => "now have no support",
    }
}

fn used_to(verdict: &str) -> &'static str {
    match verdict {
        "stands" => "used to stand",
        "falls" => "used to fall",
        "open" => "used to be open",
        _ => "used to have no support",
    }
}

fn now_is(verdict: &str) -> &'static str {
    match verdict {
        "stands" => "now stands",
        "falls" => "now falls",
        "open" => "is now open",
        _ => "now has no support",
    }
}

/// What turned it: sets of changes, each of which alone does; what all of them hold is told first. What the sentence is on is called `it`.
fn why<'r>(page: &mut Page<'r>, found: &Comparison<'r>, flip: &Flip, on: Option<Item>) -> String {
    let Cause { sets, more, .. } = &flip.cause;
    let [first, rest @ ..] = sets.as_slice() else { return String::new() };
    let shared: Vec<usize> = first.iter().copied().filter(|at| rest.iter().all(|set| set.contains(at))).collect();
    let mut others: Vec<String> = Vec::new();
    for set in sets {
        let own: Vec<usize> = set.iter().copied().filter(|at| !shared.contains(at)).collect();
        let clause = altered::done_together(page, found, &own, on);
        if !clause.is_empty() && !others.contains(&clause) {
            others.push(clause);
        }
    }
    let shared = altered::done_together(page, found, &shared, on);
    let which = if others.len() == 2 && !more { "either of these" } else { "any one of these" };
    let among = if *more { ", among others" } else { "" };
    match (shared.is_empty(), others.as_slice()) {
        (true, []) => String::new(),
        (false, []) => format!(", since {shared}"),
        (true, [only]) => format!(", since {only}"),
        (false, [only]) => format!(", since {shared} and {only}"),
        (true, several) => format!(", for which {which} was enough{among}: {}", several.join("; or ")),
        (false, several) => format!(", since {shared}, together with {which}{among}: {}", several.join("; or ")),
    }
}

fn grounds(found: &Comparison<'_>, claims: &[u32]) -> Vec<Ground> {
    let known: Vec<Ground> = claims.iter().filter_map(|id| found.both.claims.get(*id).new).map(|c| Ground::Claim(ClaimId(c))).collect();
    if known.is_empty() { vec![Ground::Debate] } else { known }
}
