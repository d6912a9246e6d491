//! How a question came out in an earlier version, and how it does now.

use crate::{
    analysis::outcome::Outcome,
    model::ids::{ClaimId, QuestionId},
    render::{facts::Past, page::Page, parts::details, prose::words, text},
};

/// How many answers between which nothing decides are named.
const NAMED: usize = 4;

/// A question as a subject: by its judgement where it has one, else in its words.
pub fn question(page: &Page<'_>, id: QuestionId) -> String {
    match page.facts.judgements.iter().take(page.judgements).position(|judgement| judgement.question == Some(id)) {
        Some(_) if page.judgements < 2 => "the question".to_owned(),
        Some(place) => format!("the question of {}", page.judgement(place + 1)),
        None => format!("the question {}", text::quoted(&page.debate().question(id).text)),
    }
}

/// Whether a question has the answer that it had, though it may be by default now and was not, or the other way round.
pub fn is_same(page: &Page<'_>, past: &Past<'_>, old: QuestionId, new: QuestionId) -> bool {
    let both = &past.found.both;
    let before = past.analysis.outcome(old).answer().map(|claim| both.claims.of_old(claim.0));
    before.is_some() && before == page.report.analysis.outcome(new).answer().map(|claim| both.claims.of_new(claim.0))
}

/// Of a question that has the answer that it had, that this stands alone now or applies by default.
pub fn by_other_means<'r>(page: &Page<'r>, past: &Past<'r>, old: QuestionId, new: QuestionId) -> Option<String> {
    let now = page.report.analysis.outcome(new);
    let answer = now.answer().filter(|_| is_same(page, past, old, new)).map(|claim| page.refer(claim))?;
    Some(match now {
        Outcome::Default(_) => format!("{answer} used to be the only answer that stood, and now applies by default"),
        _ => format!("{answer} used to apply by default, and is now the only answer that stands"),
    })
}

/// What a question used to come out as, and what it does now, as two clauses.
pub fn before_and_now<'r>(page: &Page<'r>, past: &Past<'r>, old: QuestionId, new: QuestionId) -> (String, String) {
    let (was, is) = (past.analysis.outcome(old), page.report.analysis.outcome(new));
    // Where as many answers stand as did before, they are others.
    let named = matches!((was, is), (Outcome::Open(was), Outcome::Open(is)) if was.len() == is.len() && is.len() <= NAMED);
    let found = &past.found;
    let earlier = |claim: &ClaimId| details::claim_name(page, found, found.both.claims.of_old(claim.0));
    let before = match was {
        Outcome::Answer(claim) => format!("used to come out as {}", earlier(claim)),
        Outcome::Default(claim) => format!("used to come out as {} by default", earlier(claim)),
        Outcome::Open(standing) => {
            let names = words::and(&standing.iter().filter(|_| named).map(earlier).collect::<Vec<_>>());
            several(past.debate.question(old).one, standing.len(), &names, ["used to have", "used to be", "stood"])
        }
    };
    let now = match is {
        Outcome::Answer(claim) => format!("now comes out as {}", page.refer(*claim)),
        Outcome::Default(claim) => format!("now comes out as {} by default", page.refer(*claim)),
        Outcome::Open(standing) => {
            let names = if named { page.refer_all(standing) } else { String::new() };
            several(page.debate().question(new).one, standing.len(), &names, ["now has", "is now", "stand"])
        }
    };
    (before, now)
}

/// That so many answers stand, to a question that has but `one` or several.
fn several(one: bool, count: usize, names: &str, [has, is, stand]: [&str; 3]) -> String {
    let names = if names.is_empty() { String::new() } else { format!(" ({names})") };
    match (count, one) {
        (0, _) => format!("{has} no answer"),
        (n, true) => format!("{is} undecided between {} answers{names}", words::number(n)),
        (n, false) => format!("{has} {} answers that {stand} together{names}", words::number(n)),
    }
}

/// A question that was dropped, as a subject, with what it came out as.
pub fn dropped<'r>(page: &Page<'r>, past: &Past<'r>, old: QuestionId) -> String {
    let asked = text::quoted(&past.debate.question(old).text);
    match past.analysis.outcome(old).answer() {
        Some(answer) => {
            let answer = details::claim_name(page, &past.found, past.found.both.claims.of_old(answer.0));
            format!("the question {asked}, which came out as {answer},")
        }
        None => format!("the question {asked}"),
    }
}
