//! What changed since an earlier version, for a page that has no room for more than whether its judgements turned, which other verdicts did, and
//! how many statements are new, gone or others.

use crate::{
    diff::{align, cause::Goal, change::Kind, compare::Flip},
    model::ids::{ClaimId, QuestionId},
    render::{
        document::{Block, Ground},
        facts::Past,
        page::Page,
        parts::{altered, outcome, since},
        pick::Judgement,
        prose::{line::Line, words},
        text,
    },
};

/// The changes in a few sentences. Why a judgement turned is told with it.
pub fn blocks(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Block> {
    let facts = page.facts;
    let Some(past) = &facts.past else { return Vec::new() };
    let (found, since) = (&past.found, since::version(page, past));
    if !found.changes.iter().any(altered::is_told) {
        return vec![since::unchanged(&since).paragraph()];
    }
    let own: Vec<Option<&Flip>> = judgements.iter().map(|judgement| since::own_flip(past, judgement)).collect();
    let mut line = judged(page, past, judgements, &since);
    // That an answer stands now is told with its question.
    let is_told = |flip: &Flip| {
        own.contains(&Some(flip))
            || judgements.iter().zip(&own).any(|(judgement, own)| {
                own.is_some() && matches!(flip.goal, Goal::Claim(id, _) if judgement.claim == found.both.claims.get(id).new.map(ClaimId))
            })
    };
    let rest: Vec<&Flip> = since::flips(page, past).into_iter().filter(|flip| !is_told(flip)).collect();
    line.then(since::turned_together(page, past, &rest, false).unwrap_or_default());
    for judgement in judgements {
        if let Some([old, new]) = forms(past, judgement) {
            line.then(since::regraded(page, found, [old, new], None));
        }
    }
    for flip in &found.gone {
        if let Goal::Question(id, _) = flip.goal
            && let Some(old) = found.both.questions.get(id).old
        {
            let words = format!("{} was dropped.", outcome::dropped(page, past, QuestionId(old)));
            line.then(page.remark(&words::capital(&words), &[Ground::Debate]));
        }
    }
    let counts =
        [(Kind::Added, ["is new", "are new"]), (Kind::Removed, ["is gone", "are gone"]), (Kind::Changed, ["was changed", "were changed"])];
    let counts = counts.iter().map(|(kind, words)| (since::claims(found, *kind).len(), words)).filter(|(count, _)| *count > 0);
    let mut parts: Vec<String> =
        counts.map(|(count, [one, many])| format!("{} {}", words::number(count), if count == 1 { one } else { many })).collect();
    if let Some(first) = parts.first_mut() {
        let (count, verb) = first.split_once(' ').unwrap_or((first, ""));
        *first = format!("{count} {} {verb}", if count == "one" { "statement" } else { "statements" });
        line.then(page.remark(&format!("{}.", words::capital(&words::and(&parts))), &[Ground::Debate]));
    }
    vec![line.paragraph()]
}

/// Which judgements turned, which are new, and which come out as before, though worded otherwise.
fn judged<'r>(page: &mut Page<'r>, past: &Past<'r>, judgements: &[Judgement], since: &str) -> Line {
    let (mut turned, mut kept, mut asked, mut fresh, mut steady) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut reworded: Vec<(usize, [ClaimId; 2])> = Vec::new();
    for (judgement, number) in judgements.iter().zip(1..) {
        let pair = forms(past, judgement).filter(|forms| is_reworded(past, *forms));
        reworded.extend(pair.map(|forms| (number, forms)));
        match since::own_flip(past, judgement) {
            _ if is_new(past, judgement) => if judgement.question.is_some() { &mut asked } else { &mut fresh }.push(number),
            Some(flip) if is_same_answer(page, past, flip) => kept.push(number),
            Some(_) => turned.push(number),
            None if pair.is_none() => steady.push(number),
            None => {}
        }
    }
    let named = |numbers: &[usize], [one, many]: [&str; 2]| {
        let all =
            if numbers.len() > 1 && numbers.len() == judgements.len() { "all judgements".to_owned() } else { page.judgement_list(numbers) };
        (!numbers.is_empty()).then(|| format!("{all} {}", if numbers.len() == 1 { one } else { many }))
    };
    if !turned.is_empty() {
        steady.clear();
    }
    let clauses = [
        named(&turned, ["has turned, as is said above", "have turned, as is said above"]),
        named(
            &kept,
            [
                "comes out as before but not in the same way, as is said above",
                "come out as before but not in the same way, as is said above",
            ],
        ),
        named(&asked, ["is on a new question", "are on new questions"]),
        named(&fresh, ["is new", "are new"]),
        named(&steady, ["comes out as before", "come out as before"]),
    ];
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    let mut line = Line::default();
    if !clauses.is_empty() {
        line.then(page.remark(&format!("Since {since}, {}.", clauses.join("; ")), &[Ground::Debate]));
    }
    for (number, [old, new]) in reworded {
        let what = page.judgement(number);
        let what = if line.is_empty() { format!("since {since}, {what}") } else { what };
        let texts = [past.debate.claim(old).text.as_str(), page.claim(new).text.as_str()];
        line.then(altered::wording(page, &what, texts, &page.rests(new)));
    }
    for id in judgements.iter().filter_map(|judgement| judgement.question) {
        let questions = &past.found.both.questions;
        let Some(old) = questions.get(questions.of_new(id.0)).old.map(|old| &past.debate.question(QuestionId(old)).text) else { continue };
        if align::words(old) != align::words(&page.debate().question(id).text) {
            let words = format!("{} used to read {}.", words::capital(&outcome::question(page, id)), text::quoted(old));
            line.then(page.remark(&words, &[Ground::Question(id)]));
        }
    }
    line
}

/// The claim of `judgement` in both versions.
fn forms(past: &Past<'_>, judgement: &Judgement) -> Option<[ClaimId; 2]> {
    let new = judgement.claim?;
    let claims = &past.found.both.claims;
    claims.get(claims.of_new(new.0)).old.map(|old| [ClaimId(old), new])
}

fn is_reworded(past: &Past<'_>, [old, new]: [ClaimId; 2]) -> bool {
    let both = &past.found.both;
    align::words(&both.old.claim(old).text) != align::words(&both.new.claim(new).text)
}

/// Whether `judgement` was none: its question was not asked, or where it is on none, its claim not made.
fn is_new(past: &Past<'_>, judgement: &Judgement) -> bool {
    let both = &past.found.both;
    match (judgement.question, judgement.claim) {
        (Some(question), _) => both.questions.get(both.questions.of_new(question.0)).old.is_none(),
        (None, Some(claim)) => both.claims.get(both.claims.of_new(claim.0)).old.is_none(),
        (None, None) => false,
    }
}

/// Whether `flip` is of a question that has the same answer as before.
fn is_same_answer(page: &Page<'_>, past: &Past<'_>, flip: &Flip) -> bool {
    let Goal::Question(id, _) = flip.goal else { return false };
    let pair = past.found.both.questions.get(id);
    pair.old.zip(pair.new).is_some_and(|(old, new)| outcome::is_same(page, past, QuestionId(old), QuestionId(new)))
}
