//! What is open, and what nobody has addressed: questions without an answer, clashes in which neither side has the last word, objections without an answer, points
//! that rest on nothing. And apart from these, what was taken back.

use crate::{
    analysis::{
        circles::Circle,
        decisive::{are_even, is_ranked},
        evaluate::Force,
        outcome::Outcome,
        verdict::Verdict,
        why::{Attack, Attacker, Fate},
    },
    model::{
        debate::ClaimKind,
        ids::{ClaimId, QuestionId, StepId},
    },
    render::{
        document::{Block, Ground},
        marks::Role,
        page::Page,
        parts::{acts, answers, assumptions::bearing, expired, failings, fates, unanswered},
        pick::Judgement,
        prose::{line::Line, speakers::At, words},
    },
};
use std::collections::BTreeSet;

/// The claims gone through to find points without a source.
const WALKED: usize = 2000;
/// How many statements are named in one sentence.
const NAMED: usize = 6;

/// The open points, as the items of a list: questions first, then clashes, circles, and what nobody has addressed.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let debate = page.debate();
    let analysis = &page.report.analysis;
    let bearing = page.facts.asked.then(|| bearing(page));
    let bears = |claim: &ClaimId| bearing.as_ref().is_none_or(|all| all.contains(claim));
    let open: Vec<ClaimId> = debate.claim_ids().filter(|c| analysis.verdict(*c) == Verdict::Open && bears(c)).collect();
    let mut items = questions(page, judgements);
    let mut told: BTreeSet<(ClaimId, ClaimId)> = BTreeSet::new();
    let mut left = 0;
    for claim in open {
        if items.len() >= page.bounds.entries {
            left += 1;
            continue;
        }
        let reason = page.reason(claim);
        // What follows strictly from a claim is no contrary of it: what is open there is told of what follows.
        let is_weaker = |a: &Attack| matches!(a.by, Attacker::Contradiction(by) if is_ranked(analysis, claim, by));
        let is_clash = |a: &&Attack| a.fate == Fate::Open && !matches!(a.by, Attacker::Consequence(_)) && !is_weaker(a);
        let clash = reason.attacks.iter().filter(is_clash).find_map(|a| fates::claim_of(page, a));
        let Some(by) = clash.filter(|by| !same_question(page, claim, *by)) else { continue };
        if told.insert((claim.min(by), claim.max(by))) {
            items.push(vec![clash_line(page, claim, by).paragraph()]);
        }
    }
    items.extend(page.more(left, "further open claim", "further open claims", &[Ground::Debate]));
    for circle in page.report.circles.iter().filter(|circle| circle.claims.iter().any(&bears)).take(2) {
        let claims: Vec<ClaimId> = circle.claims.iter().take(NAMED).copied().collect();
        items.push(vec![page.remark(&circle_words(page, circle), &page.rest_on(&claims)).paragraph()]);
    }
    items.extend(unanswered::lines(page, judgements).into_iter().map(|line| vec![line.paragraph()]));
    items.extend(bare(page, judgements).map(|line| vec![line.paragraph()]));
    items.extend(expired::told(page).map(|line| vec![line.paragraph()]));
    items
}

/// What reasons for each other are worth: nothing, unless one of them has a ground of its own.
fn circle_words(page: &Page<'_>, circle: &Circle) -> String {
    let all = named(page, &circle.claims);
    if circle.claims.len() == 1 {
        return format!("This is given as a reason for itself, which lends it nothing: {all}.");
    }
    let grounded = circle.grounded(page.debate(), &page.report.analysis);
    let nth: Vec<usize> = (1..).zip(&circle.claims).filter(|(_, c)| grounded.contains(c)).map(|(nth, _)| nth).collect();
    let which = match nth.as_slice() {
        [] => return format!("These are given as reasons for each other, and so lend each other nothing: {all}."),
        all if all.len() == circle.claims.len() => "Each of them has a ground of its own".to_owned(),
        [_] if circle.claims.len() > NAMED => "Only one of them has a ground of its own".to_owned(),
        [one] => format!("Only the {} has a ground of its own", words::ordinal(*one)),
        many if circle.claims.len() > NAMED => format!("Only {} of them have grounds of their own", words::number(many.len())),
        several => {
            let several: Vec<String> = several.iter().map(|nth| words::ordinal(*nth)).collect();
            format!("Only the {} have grounds of their own", words::and(&several))
        }
    };
    let rest = match circle.claims.len() - nth.len() {
        0 => "",
        _ if !circle.is_live(&page.report.analysis) => "",
        1 => ", on which the other rests",
        _ => ", on which the others rest",
    };
    let back = if nth.len() == 1 { "; what leads back to it adds nothing" } else { "" };
    format!("These are given as reasons for each other: {all}. {which}{rest}{back}.")
}

/// The questions that have no answer, each with what keeps it open, as the items of a list.
fn questions(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let facts = page.facts;
    let outcome = |judgement: &Judgement| judgement.question.map(|question| page.report.analysis.outcome(question));
    let undecided = |judgement: &Judgement| !matches!(outcome(judgement), Some(Outcome::Answer(_)));
    let open: Vec<(usize, QuestionId)> =
        (1..).zip(&facts.judgements).filter(|(_, j)| undecided(j)).filter_map(|(n, j)| Some((n, j.question?))).collect();
    let mut items = Vec::new();
    let mut bare = Vec::new();
    let mut left = 0;
    for (number, id) in open {
        let question = page.debate().question(id);
        if question.answers.is_empty() {
            bare.push((number, id));
            continue;
        }
        let (standing, state) = match page.report.analysis.outcome(id) {
            Outcome::Open(standing) if standing.len() < 2 || question.one => (standing.clone(), "no answer yet"),
            // That of the others none stands is told where the default is.
            Outcome::Default(_) if failings::open_answers(page, id).len() > 1 => (Vec::new(), "an answer by default only"),
            _ => continue,
        };
        if items.len() >= page.bounds.entries {
            left += 1;
            continue;
        }
        let live: Vec<ClaimId> = standing.into_iter().chain(failings::open_answers(page, id)).collect();
        let why = match (live.as_slice(), question.answers.as_slice()) {
            ([], [only]) if answers::is_withdrawn(page, *only) => format!("{} was proposed and taken back", page.refer(*only)),
            ([], [only]) => format!("{} was proposed, and does not stand", page.refer(*only)),
            ([], [one, other]) => format!("neither {} nor {} stands", page.refer(*one), page.refer(*other)),
            ([], all) => format!("none of those that were proposed stands: {}", named(page, all)),
            ([only], _) => format!("what is left is {}, which is itself open", page.refer(*only)),
            ([one, other], _) if failings::is_undecided(page, *one, *other) => {
                format!("nothing decides between {}", page.refer_all(&[*one, *other]))
            }
            (several, _) => format!("{} are left", named(page, several)),
        };
        let head = match (facts.judgements.as_slice(), number <= judgements.len()) {
            ([_], _) => format!("The question has {state}"),
            (_, true) => format!("The question of {} has {state}", page.judgement(number)),
            (_, false) => format!("The question {} has {state}", page.refer_text(&question.text)),
        };
        let rests = [vec![Ground::Question(id)], page.rest_on(live.get(..live.len().min(NAMED)).unwrap_or(&live))].concat();
        items.push(vec![page.remark(&format!("{head}: {why}."), &rests).paragraph()]);
    }
    items.extend(page.more(left, "further open question", "further open questions", &[Ground::Debate]));
    items.extend(unproposed(page, &bare, judgements.len()).map(|line| vec![line.paragraph()]));
    items
}

/// That nobody has proposed an answer to the questions `bare`, each with the number of its judgement, of which so many are `told`; of a single
/// question, its judgement says so.
fn unproposed(page: &mut Page<'_>, bare: &[(usize, QuestionId)], told: usize) -> Option<Line> {
    if page.facts.judgements.len() < 2 || bare.is_empty() {
        return None;
    }
    let (known, others): (Vec<_>, Vec<_>) = bare.iter().copied().partition(|(number, _)| *number <= told);
    let numbers: Vec<usize> = known.iter().map(|(number, _)| *number).collect();
    let mut names: Vec<String> = match numbers.len() {
        0 => Vec::new(),
        1 => vec![format!("the question of {}", page.judgement_list(&numbers))],
        _ => vec![format!("the questions of {}", page.judgement_list(&numbers))],
    };
    names.extend(others.iter().take(NAMED).map(|(_, id)| page.refer_text(&page.debate().question(*id).text)));
    let left = others.len().saturating_sub(NAMED);
    names.extend((left > 0).then(|| words::count(left, "further question", "further questions")));
    let rests: Vec<Ground> = bare.iter().take(NAMED).map(|(_, id)| Ground::Question(*id)).collect();
    Some(page.remark(&format!("Nobody has proposed an answer to {}.", words::and(&names)), &rests))
}

/// `claims` by some of their words, and how many more there are.
fn named(page: &Page<'_>, claims: &[ClaimId]) -> String {
    let told = claims.get(..claims.len().min(NAMED)).unwrap_or(claims);
    let names = page.refer_all(told);
    let more = claims.len() - told.len();
    if more == 0 { names } else { format!("{names}; and {} more", words::number(more)) }
}

/// Whether two claims answer the same question; that they clash is told where the question is.
fn same_question(page: &Page<'_>, a: ClaimId, b: ClaimId) -> bool {
    page.claim(a).answers.iter().any(|q| page.claim(b).answers.contains(q))
}

fn clash_line(page: &mut Page<'_>, claim: ClaimId, by: ClaimId) -> Line {
    let rests = page.rest_on(&[claim, by]);
    if hangs(page, claim, by) {
        let mut line = if page.is_said(claim) { Line::default() } else { page.tell_by("", claim, Role::Statement, &[]) };
        let head = match line.is_empty() {
            true => format!("Whether {} stands hangs on what is itself open", page.refer(claim)),
            false => "Whether this stands hangs on what is itself open".to_owned(),
        };
        line.then(page.tell_that(Line::of(head), ", namely that", by, Role::Statement, ("", "")));
        return line;
    }
    let analysis = &page.report.analysis;
    if is_move(page, claim, by) && (analysis.verdict(by) == Verdict::Stands || !are_even(page.debate(), analysis, claim, by)) {
        let mut line = Line::default();
        for untold in [claim, by].into_iter().filter(|claim| !page.is_said(*claim)).collect::<Vec<_>>() {
            line.then(page.tell_by("", untold, Role::Statement, &[]));
        }
        let words = format!("It is open whether {} counts against {}.", page.refer(by), page.refer(claim));
        line.then(page.remark(&words, &rests));
        return line;
    }
    if page.is_said(claim) && page.is_said(by) {
        return page.remark(&format!("Nothing decides between {}.", page.refer_all(&[claim, by])), &rests);
    }
    let (first, second) = if page.is_said(claim) { (claim, by) } else { (by, claim) };
    let mut line = page.tell_by("", first, Role::Statement, &[]);
    line.then(page.tell_by("Against this", second, Role::Statement, &[]));
    line.then(page.remark("Nothing decides between the two.", &rests));
    line
}

/// Whether `claim` is open for no other reason than that `by`, which was said against it or is preferred to it, is.
fn hangs(page: &Page<'_>, claim: ClaimId, by: ClaimId) -> bool {
    let analysis = &page.report.analysis;
    let open = |of: ClaimId| page.reason(of).attacks.into_iter().filter(|a| a.fate == Fate::Open);
    let is_mutual = || open(by).any(|a| fates::claim_of(page, &a) == Some(claim));
    analysis.verdict(by) == Verdict::Open && (is_ranked(analysis, by, claim) || (is_move(page, claim, by) && !is_mutual()))
}

/// Whether `by` was said against `claim`.
fn is_move(page: &Page<'_>, claim: ClaimId, by: ClaimId) -> bool {
    page.reason(claim).attacks.iter().any(|a| a.fate == Fate::Open && matches!(a.by, Attacker::Move(other, _) if other == by))
}

/// What was taken back and is told nowhere else, as the items of a list.
pub fn taken_back(page: &mut Page<'_>) -> Vec<Vec<Block>> {
    let debate = page.debate();
    let bearing = page.facts.asked.then(|| bearing(page));
    let dropped: Vec<ClaimId> = debate
        .claim_ids()
        .filter(|c| page.report.analysis.verdict(*c) == Verdict::Unsupported && !page.is_said(*c))
        .filter(|c| !page.taken_back(*c).is_empty() && bearing.as_ref().is_none_or(|all| all.contains(c)))
        .collect();
    let mut items = Vec::new();
    for claim in dropped.iter().take(page.bounds.entries.min(3)) {
        let acts = page.taken_back(*claim);
        let parties: Vec<_> = acts.iter().map(|(p, _)| *p).collect();
        let Some((_, act)) = acts.first() else { continue };
        let rests = acts::rests(*claim, &[*act]);
        let mut head = page.speakers.name(&parties, At::Start);
        head.say("once held");
        let back = act.date.map_or_else(String::new, |d| format!(" {}", words::on(d)));
        let tail = format!(", and took it back{back}");
        let mut line = page.tell_that(head, "that", *claim, Role::Statement, (&tail, &format!("It was taken back{back}.")));
        line.then(acts::noted(page, "this", &act.text, &rests));
        items.push(vec![line.paragraph()]);
    }
    items
}

/// The points and replies on which judgements rest and for which there is neither a reason nor a source.
fn bare(page: &mut Page<'_>, judgements: &[Judgement]) -> Option<Line> {
    let (debate, analysis) = (page.debate(), &page.report.analysis);
    let mut queue: Vec<ClaimId> = judgements.iter().rev().flat_map(|j| j.answers(page.report)).collect();
    let answers: BTreeSet<ClaimId> = queue.iter().copied().collect();
    let mut seen = answers.clone();
    let (mut points, mut defences, mut bare) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    while let Some(claim) = queue.pop() {
        let about = debate.claim(claim);
        let argued = !matches!(about.kind, ClaimKind::Fact | ClaimKind::Assumption);
        if argued && !answers.contains(&claim) && about.cites().is_empty() && analysis.links.supports(claim).len() == 0 {
            bare.insert(claim);
        }
        let works: Vec<StepId> = analysis.links.supports(claim).filter(|s| analysis.force(debate, *s) == Force::Works).collect();
        points.extend(works.iter().flat_map(|s| debate.step(*s).premises.iter().copied()));
        let undercuts = works.iter().flat_map(|s| page.support(*s).undercuts);
        let replies: Vec<ClaimId> = page.reason(claim).attacks.into_iter().chain(undercuts).flat_map(|a| defeaters(page, &a)).collect();
        defences.extend(replies.iter().copied());
        let beneath = works.iter().flat_map(|s| debate.step(*s).premises.iter().copied()).chain(replies);
        queue.extend(beneath.filter(|c| seen.len() < WALKED && seen.insert(*c)).collect::<Vec<_>>());
    }
    let claims: Vec<ClaimId> = bare.into_iter().collect();
    let told = claims.get(..claims.len().min(NAMED)).filter(|t| !t.is_empty())?;
    let more = claims.len() - told.len();
    let rest = if more == 0 { String::new() } else { format!(" and {} more", words::number(more)) };
    let refer = page.refer_all(told);
    let all_in = |of: &BTreeSet<ClaimId>| claims.iter().all(|claim| of.contains(claim));
    let what = match (claims.len(), all_in(&points), all_in(&defences)) {
        (1, true, _) => "one point is",
        (_, true, _) => "some points are",
        (1, _, true) => "one reply is",
        (_, _, true) => "some replies are",
        _ => "some statements are",
    };
    let rests = if judgements.len() == 1 { "the judgement rests" } else { "the judgements rest" };
    let words = format!("Among what {rests} on, {what} given without a reason or a source: {refer}{rest}.");
    Some(page.remark(&words, &page.rest_on(&claims)))
}

/// The replies by which `attack` does not defeat what it is aimed at.
fn defeaters(page: &Page<'_>, attack: &Attack) -> Vec<ClaimId> {
    let is_denied = |claim| page.report.analysis.verdict(claim) == Verdict::Denied;
    match (attack.by, &attack.fate) {
        (Attacker::Move(..), Fate::Undercut(_)) => {}
        (Attacker::Move(claim, _), Fate::Falls) if is_denied(claim) => {}
        _ => return Vec::new(),
    }
    let replies = fates::moves_against(page, attack).into_iter().filter(|reply| reply.fate == Fate::Succeeds);
    replies.filter_map(|reply| fates::claim_of(page, &reply)).collect()
}
