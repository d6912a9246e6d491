//! What was meant to hold until a day that has passed: judgements, what they rest on, and whatever else the page tells.

use crate::{
    model::{debate::ClaimKind, ids::ClaimId, value::Date},
    render::{
        page::Page,
        parts::points,
        prose::{line::Line, words},
    },
};
use std::collections::BTreeSet;

/// The claims gone through to find what a judgement rests on.
const WALKED: usize = 2000;
/// How many statements are named in one sentence.
const NAMED: usize = 6;

/// The last day of `claim`, where that has passed on the day of the debate.
pub fn last_day(page: &Page<'_>, claim: ClaimId) -> Option<Date> {
    let day = page.claim(claim).details.as_ref()?.valid_until?;
    page.debate().about.as_of.filter(|today| today.is_after(day)).map(|_| day)
}

/// That the day of the judgement `claim`, or of what it rests on, has passed, as sentences.
pub fn of_judgement(page: &mut Page<'_>, claim: ClaimId) -> Line {
    let mut line = Line::default();
    if let Some(day) = last_day(page, claim) {
        line.then(page.remark(&format!("It was meant to hold until {}, which has passed.", day.until()), &page.rests(claim)));
    }
    let beneath: BTreeSet<ClaimId> = points::rested_on(page, claim, WALKED).into_iter().collect();
    let all: Vec<(ClaimId, Date)> = beneath.into_iter().filter_map(|c| Some((c, last_day(page, c)?))).collect();
    let claims: Vec<ClaimId> = all.iter().map(|(claim, _)| *claim).collect();
    let is_assumed = |claim: &ClaimId| page.claim(*claim).kind == ClaimKind::Assumption;
    let [one, several] = if claims.iter().all(is_assumed) { ["assumption", "assumptions"] } else { ["point", "points"] };
    let words = match all.as_slice() {
        [] => return line,
        [(_, day)] => format!("One {one} it rests on was meant to hold until {}, which has passed.", day.until()),
        _ => words::capital(&format!("{} {several} it rests on were meant to hold until days that have passed.", words::number(all.len()))),
    };
    line.then(page.remark(&words, &page.rest_on(&claims)));
    line
}

/// Of what the page tells, what was meant to hold until a day that has passed, as a sentence; judgements and assumptions say so themselves.
pub fn told(page: &mut Page<'_>) -> Option<Line> {
    let judged: BTreeSet<ClaimId> = page.facts.judgements.iter().filter_map(|judgement| judgement.claim).collect();
    let is_told = |claim: &ClaimId| page.is_said(*claim) && page.claim(*claim).kind != ClaimKind::Assumption && !judged.contains(claim);
    let told = page.debate().claim_ids().filter(is_told);
    let all: Vec<(ClaimId, Date)> = told.filter_map(|claim| Some((claim, last_day(page, claim)?))).collect();
    let claims: Vec<ClaimId> = all.iter().map(|(claim, _)| *claim).collect();
    let words = match all.as_slice() {
        [] => return None,
        [(claim, day)] => format!("{} was meant to hold until {}, which has passed.", words::capital(&page.refer(*claim)), day.until()),
        several => format!("These were meant to hold until a day that has passed: {}.", with_days(page, several)),
    };
    Some(page.remark(&words, &page.rest_on(&claims)))
}

/// Claims with their last days, in words.
pub fn with_days(page: &Page<'_>, all: &[(ClaimId, Date)]) -> String {
    let named = all.iter().take(NAMED).map(|(claim, day)| format!("{} ({})", page.refer(*claim), day.words()));
    let more = all.len().checked_sub(NAMED).filter(|more| *more > 0).map(|more| format!("{} more", words::number(more)));
    words::and(&named.chain(more).collect::<Vec<_>>())
}
