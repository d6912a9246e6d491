//! The other answers to a question: those that fell, and why, and those between which nothing decides.

use crate::{
    analysis::{outcome::Outcome, verdict::Verdict, why::Basis},
    model::ids::{ClaimId, PartyId, QuestionId},
    render::{
        document::{Block, Ground},
        marks::Role,
        page::Page,
        parts::{acts, failings, points},
        pick::Judgement,
        prose::{line::Line, speakers::At, words},
    },
};

/// How many answers between which nothing decides are told on one page.
const UNDECIDED: usize = 6;
/// How many that fell.
const FALLEN: usize = 3;

/// The `fallen` answers to `question`, each with what became of it; `others` says whether any answer was told before.
pub fn blocks(page: &mut Page<'_>, question: QuestionId, fallen: &[ClaimId], others: bool) -> Vec<Block> {
    let dropped = fallen.iter().filter(|answer| is_withdrawn(page, **answer)).count();
    let bare = fallen.iter().filter(|answer| page.report.analysis.verdict(**answer) == Verdict::Unsupported).count() - dropped;
    let kinds = [
        (fallen.len() - dropped - bare, "falls", "fall"),
        (dropped, "was taken back", "were taken back"),
        (bare, "has no support", "have no support"),
    ];
    let became: Vec<(usize, &str, &str)> = kinds.into_iter().filter(|(n, ..)| *n > 0).collect();
    let intro = match (fallen.len(), others, became.as_slice()) {
        (0, ..) => return Vec::new(),
        (1, true, [(_, only, _), ..]) => format!("The other answer, which {only}."),
        (2, true, [(_, _, all)]) => format!("The other answers, both of which {all}."),
        (_, true, [(_, _, all)]) => format!("The other answers, all of which {all}."),
        (1, false, [(_, only, _), ..]) => format!("The answer that was proposed, and {only}."),
        (2, false, [(_, _, all)]) => format!("The answers that were proposed, both of which {all}."),
        (_, false, [(_, _, all)]) => format!("The answers that were proposed, all of which {all}."),
        (.., several) => {
            let which = if others { "The other answers" } else { "The answers that were proposed" };
            let each: Vec<String> =
                several.iter().map(|(n, one, all)| format!("{} {}", words::number(*n), if *n == 1 { one } else { all })).collect();
            format!("{which}: {}.", words::and(&each))
        }
    };
    let mut opening = Line::default();
    opening.strong(Line::of(intro));
    if let [only] = fallen {
        return item(page, opening, *only, question);
    }
    let mut items: Vec<Vec<Block>> = Vec::new();
    for answer in fallen.iter().take(page.bounds.answers) {
        items.push(item(page, Line::default(), *answer, question));
    }
    let rests = [Ground::Question(question)];
    items.extend(page.more(fallen.len().saturating_sub(page.bounds.answers), "further answer", "further answers", &rests));
    opening.end(&rests);
    vec![opening.paragraph(), Block::List { ordered: false, items }]
}

/// The answers to `question` besides `told` between which nothing decides, in a sentence each, for a page that has no room for their case.
pub fn undecided(page: &mut Page<'_>, question: QuestionId, told: Option<ClaimId>) -> Line {
    let mut line = Line::default();
    let is_told = match page.report.analysis.outcome(question) {
        Outcome::Open(standing) => standing.len() > 1 && !page.debate().question(question).one,
        Outcome::Answer(_) | Outcome::Default(_) => false,
    };
    let is_live = |c: &ClaimId| match page.report.analysis.verdict(*c) {
        Verdict::Stands => Some(*c) != told && !is_told,
        Verdict::Open => Some(*c) != told,
        Verdict::Denied | Verdict::Unfounded | Verdict::Unsupported => false,
    };
    let answers: Vec<ClaimId> = page.debate().question(question).answers.iter().copied().filter(is_live).collect();
    for (index, answer) in answers.iter().take(page.bounds.answers.max(UNDECIDED)).enumerate() {
        let which = match (index, told) {
            _ if is_told && answers.len() == 1 => "The one that is open",
            (0, _) if is_told => "One that is open",
            _ if is_told => "Another that is open",
            (0, None) => "One answer",
            (1, None) if answers.len() == 2 => "The other",
            (0, Some(_)) => "Another answer",
            _ => "A further one",
        };
        line.then(sentence(page, which, *answer));
    }
    let left = answers.len().saturating_sub(page.bounds.answers.max(UNDECIDED));
    if left > 0 {
        page.shortened = true;
        let words = format!("{} left out here.", words::capital(&words::count(left, "further answer is", "further answers are")));
        line.then(page.remark(&words, &[Ground::Question(question)]));
    }
    line
}

/// The answers to `question` that fell or were taken back, beside one that is told, in a sentence each, for the same page.
pub fn fallen(page: &mut Page<'_>, question: QuestionId) -> Line {
    let mut line = Line::default();
    let is_left = |answer: &ClaimId| matches!(page.report.analysis.verdict(*answer), Verdict::Stands | Verdict::Open);
    let answers: Vec<ClaimId> = page.debate().question(question).answers.iter().copied().filter(|a| !is_left(a)).collect();
    for (index, answer) in answers.iter().take(FALLEN).enumerate() {
        let became = became(page, *answer);
        let is_alike =
            index.checked_sub(1).and_then(|before| answers.get(before)).is_some_and(|before| self::became(page, *before) == became);
        let which = match (index, answers.len()) {
            (0, 1) => format!("The answer that {became}"),
            (1, 2) if is_alike => format!("The other that {became}"),
            _ if is_alike => format!("Another that {became}"),
            _ => format!("One answer that {became}"),
        };
        line.then(sentence(page, &which, *answer));
    }
    let left = answers.len().saturating_sub(FALLEN);
    line.then(page.left_out(left, "further such answer", "further such answers", &[Ground::Question(question)]));
    line
}

/// What became of `answer`, which is not left.
fn became(page: &Page<'_>, answer: ClaimId) -> &'static str {
    match page.report.analysis.verdict(answer) {
        _ if is_withdrawn(page, answer) => "was taken back",
        Verdict::Unsupported => "has no support",
        _ => "falls",
    }
}

/// What `which` answer says, and who gave it.
fn sentence(page: &mut Page<'_>, which: &str, answer: ClaimId) -> Line {
    let mut head = Line::of(which);
    let speakers = page.speakers_of(answer);
    if !speakers.is_empty() && !page.is_said(answer) {
        head.say(", given by").then(page.speakers.name(&speakers, At::Inside));
        let is_back = |party: &PartyId| page.taken_back(answer).iter().any(|(other, _)| other == party);
        if !is_withdrawn(page, answer) && speakers.iter().all(is_back) {
            head.say("and since taken back");
        }
        if !head.plain().ends_with(',') {
            head.glue(Line::of(","));
        }
    }
    head.say("is");
    page.tell_that(head, "that", answer, Role::Answer, ("", ""))
}

/// Whether `answer` has nothing left to stand on because it was taken back.
pub fn is_withdrawn(page: &Page<'_>, answer: ClaimId) -> bool {
    let reason = page.reason(answer);
    reason.verdict == Verdict::Unsupported && reason.basis == Basis::Retracted
}

/// That nobody has proposed an answer to the question of judgement `number`, nor to those before it of which the same is so.
pub fn unproposed(page: &Page<'_>, number: usize) -> String {
    let is_bare = |judgement: &Judgement| judgement.question.is_some_and(|question| page.debate().question(question).answers.is_empty());
    let before: Vec<usize> = (1..number).zip(&page.facts.judgements).filter(|(_, judgement)| is_bare(judgement)).map(|(n, _)| n).collect();
    match before.as_slice() {
        [] => "Nobody has proposed an answer yet.".to_owned(),
        all => format!("As with {}, nobody has proposed an answer yet.", page.judgement_list(all)),
    }
}

/// What became of the answers to `question` of which none is left, where some were taken back.
pub fn withdrawn(page: &Page<'_>, question: QuestionId) -> Option<String> {
    let answers = &page.debate().question(question).answers;
    let is_left = |answer: &ClaimId| matches!(page.report.analysis.verdict(*answer), Verdict::Stands | Verdict::Open);
    let dropped = answers.iter().filter(|answer| is_withdrawn(page, **answer)).count();
    if dropped == 0 || answers.iter().any(is_left) {
        return None;
    }
    let was = if dropped == 1 { "was" } else { "were" };
    Some(match answers.len() {
        1 => "The one that was proposed was taken back.".to_owned(),
        2 if dropped == 2 => "Both that were proposed were taken back.".to_owned(),
        2 => "Neither of the two that were proposed stands, and one of them was taken back.".to_owned(),
        n if dropped == n => format!("All {} that were proposed were taken back.", words::number(n)),
        n => {
            format!("None of the {} that were proposed stands, and {} of them {was} taken back.", words::number(n), words::number(dropped))
        }
    })
}

/// Whether two of `answers` are open, and exclude each other.
pub fn are_contrary(page: &Page<'_>, answers: &[ClaimId]) -> bool {
    let open: Vec<ClaimId> = answers.iter().copied().filter(|a| page.report.analysis.verdict(*a) == Verdict::Open).collect();
    matches!(open.as_slice(), [one, other] if page.report.analysis.links.contradictions(*one).any(|c| c == *other))
}

/// The answers to `question` with the strongest objection to each, where none of those that were proposed is left, for a page that has no room for
/// their case.
pub fn all_fallen(page: &mut Page<'_>, question: QuestionId) -> Vec<Block> {
    let answers = &page.debate().question(question).answers;
    if matches!(page.report.analysis.outcome(question), Outcome::Open(_))
        && answers.iter().all(|a| !matches!(page.report.analysis.verdict(*a), Verdict::Stands | Verdict::Open))
    {
        blocks(page, question, answers, false)
    } else {
        Vec::new()
    }
}

fn item(page: &mut Page<'_>, opening: Line, answer: ClaimId, question: QuestionId) -> Vec<Block> {
    let reason = page.reason(answer);
    let mut line = opening;
    line.then(page.tell_by("", answer, Role::Answer, &[]));
    let day = page.claim(answer).details.as_ref().and_then(|details| details.date);
    line.then(points::put_forward_as(page, answer, day));
    line.then(acts::in_their_terms(page, answer, "this answer"));
    line.then(acts::retracted(page, answer, "this answer"));
    let rest = page.rest(answer);
    let why = failings::why(page, &reason, question);
    let mut blocks = Vec::new();
    if !rest.is_empty() {
        blocks.push(std::mem::take(&mut line).paragraph());
        blocks.extend(rest);
    }
    line.then(why.line);
    blocks.extend((!line.is_empty()).then(|| line.paragraph()));
    if !why.failing.is_empty() {
        blocks.push(Block::List { ordered: false, items: why.failing });
    }
    blocks.extend((!why.besides.is_empty()).then(|| why.besides.paragraph()));
    blocks
}
