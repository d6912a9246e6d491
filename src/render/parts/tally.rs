//! How many objections there are to a judgement and to its reasons, by what became of them.

use crate::{
    analysis::{
        decisive::is_ranked,
        evaluate::Force,
        verdict::Verdict,
        why::{Attack, Attacker, Fate},
    },
    model::ids::{ClaimId, QuestionId, StepId},
    render::{
        page::Page,
        parts::{answers, fates},
        prose::words,
    },
};
use std::collections::BTreeSet;

/// The claims gone through to count the objections to the reasons of a judgement.
const WALKED: usize = 2000;

/// How many objections there are to `claim`, by what became of them, as a clause: `two objections have been answered`.
pub fn tally(page: &Page<'_>, claim: ClaimId, question: Option<QuestionId>, attacks: &[Attack]) -> Option<String> {
    let of = |test: fn(&Fate) -> bool| attacks.iter().filter(|a| test(&a.fate)).count();
    let weaker = |a: &&Attack| matches!(a.by, Attacker::Contradiction(by) if is_ranked(&page.report.analysis, claim, by));
    let bare = |a: &&Attack| fates::claim_of(page, a).is_some_and(|c| page.report.analysis.verdict(c) == Verdict::Unsupported);
    let met = |a: &&Attack| matches!(a.by, Attacker::Move(..)) || fates::is_replied(page, a);
    let is_dropped = |a: &&Attack| fates::claim_of(page, a).is_some_and(|claim| answers::is_withdrawn(page, claim));
    let fallen: Vec<&Attack> = attacks.iter().filter(|a| a.fate == Fate::Falls).collect();
    let dropped = fallen.iter().filter(|a| is_dropped(a)).count();
    let unsupported = fallen.iter().filter(|a| !is_dropped(a) && bare(a)).count();
    let answered = fallen.iter().filter(|a| !bare(a) && met(a)).count();
    let outranked = fallen.iter().filter(|a| !bare(a) && !met(a) && weaker(a)).count();
    let parts = [
        (answered, "has been answered", "have been answered"),
        (dropped, "was taken back", "were taken back"),
        (unsupported, "has no support", "have no support"),
        (fallen.len() - answered - dropped - unsupported - outranked, "falls", "fall"),
        (of(|f| matches!(f, Fate::Undercut(_))), "may be true but does not touch it", "may be true but do not touch it"),
        (of(|f| *f == Fate::Outweighed) + outranked, "is outweighed", "are outweighed"),
        (of(|f| *f == Fate::Open), "is undecided", "are undecided"),
        (of(|f| *f == Fate::Succeeds), "prevails", "prevail"),
    ];
    let total = attacks.len();
    let told: Vec<(usize, &str, &str)> = parts.into_iter().filter(|(n, ..)| *n > 0).collect();
    match told.as_slice() {
        [] => None,
        [(_, one, _)] if total == 1 => {
            // One that is itself an answer is told among the answers.
            let is_answer = |c: &ClaimId| question.is_some_and(|q| page.claim(*c).answers.contains(&q));
            let answer = attacks.iter().filter_map(|a| fates::claim_of(page, a)).find(is_answer);
            let name = answer.map_or_else(String::new, |answer| format!(", {},", page.refer(answer)));
            Some(format!("the one objection to it{name} {one}"))
        }
        [(2, _, many)] => Some(format!("the two objections to it {many}")),
        [(n, _, many)] => Some(format!("all {} objections to it {many}", words::number(*n))),
        several => {
            let each: Vec<String> =
                several.iter().map(|(n, one, many)| format!("{} {}", words::number(*n), if *n == 1 { one } else { many })).collect();
            Some(format!("of {} objections, {}", words::number(total), words::and(&each)))
        }
    }
}

/// How many objections there are to the points and steps by which `claim` stands, none of which prevails, as a clause; nothing where there
/// are none.
pub fn beneath(page: &Page<'_>, claim: ClaimId, question: Option<QuestionId>) -> String {
    let (debate, analysis) = (page.debate(), &page.report.analysis);
    let links = &analysis.links;
    let mut seen = BTreeSet::from([claim]);
    let mut queue = vec![claim];
    let mut against: BTreeSet<ClaimId> = BTreeSet::new();
    let (mut working, mut all) = (0, 0);
    while let Some(point) = queue.pop() {
        let said = |step: StepId| debate.step(step).premises.first().copied();
        if point != claim {
            let is_rival = |c: &ClaimId| question.is_some_and(|q| debate.claim(*c).answers.contains(&q));
            against.extend(links.rebuttals(point).filter_map(said));
            against.extend(links.contradictions(point).filter(|c| !is_rival(c)));
        }
        all += links.supports(point).len();
        for step in links.supports(point).filter(|s| analysis.force(debate, *s) == Force::Works) {
            working += 1;
            against.extend(links.undercuts(step).filter_map(said));
            queue.extend(debate.step(step).premises.iter().copied().filter(|p| seen.len() < WALKED && seen.insert(*p)));
        }
    }
    // Those to reasons that fail are told with these.
    let reasons = match (working, all - working) {
        (_, 0) => "its reasons",
        (1, _) => "the reason that holds",
        _ => "the reasons that hold",
    };
    match against.len() {
        0 => String::new(),
        1 => format!("the one objection to {reasons} does not prevail"),
        2 => format!("neither of the two objections to {reasons} prevails"),
        n => format!("none of the {} objections to {reasons} prevails", words::number(n)),
    }
}

/// Whether an attack is no more than another answer to `question`, which is told among the answers, and no objection.
pub fn is_rival(page: &Page<'_>, attack: &Attack, question: QuestionId) -> bool {
    matches!(attack.by, Attacker::Contradiction(claim) if page.claim(claim).answers.contains(&question))
}
