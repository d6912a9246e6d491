//! The key judgements: which they are, and each of them in a line or two.
//!
//! With questions in the debate, their answers are the judgements, in the order of the files. Without, the judgements are the claims that
//! serve nothing else, those with most said directly for and against them first.

use crate::{
    analysis::{
        outcome::Outcome,
        verdict::Verdict,
        why::{Attack, Basis},
    },
    model::{
        debate::ClaimKind,
        ids::{ClaimId, QuestionId},
    },
    render::{
        document::Block,
        page::Page,
        parts::{fates, objections},
        prose::{line::Line, words},
        text,
    },
};

/// How many judgements a brief has at most.
pub const MOST: usize = 7;

/// One judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judgement {
    /// The question that it answers.
    pub question: Option<QuestionId>,
    /// The answer, unless the question is open.
    pub claim: Option<ClaimId>,
}

/// The judgements of the debate, at most [`MOST`], and how many there would be.
pub fn choose(page: &Page<'_>) -> (Vec<Judgement>, usize) {
    let debate = page.debate();
    if !debate.questions.is_empty() {
        let all = debate.question_ids().map(|q| Judgement { question: Some(q), claim: page.report.analysis.outcome(q).answer() });
        return (all.take(MOST).collect(), debate.questions.len());
    }
    let links = &page.report.analysis.links;
    let limits: std::collections::BTreeSet<ClaimId> = debate.limits.iter().map(|l| l.claim).collect();
    let mut top: Vec<(usize, ClaimId)> = debate
        .claim_ids()
        .filter(|c| {
            matches!(debate.claim(*c).kind, ClaimKind::Claim | ClaimKind::Premise) && !limits.contains(c) && links.uses(*c).len() == 0
        })
        .map(|c| (links.supports(c).len() + links.rebuttals(c).len() + links.contradictions(c).len(), c))
        .collect();
    top.sort_by_key(|(weight, claim)| (std::cmp::Reverse(*weight), *claim));
    let count = top.len();
    (top.into_iter().take(MOST).map(|(_, claim)| Judgement { question: None, claim: Some(claim) }).collect(), count)
}

/// The judgements as blocks.
pub fn blocks(page: &mut Page<'_>, judgements: &[Judgement], all: usize, title_is_question: bool) -> Vec<Block> {
    let mut items = Vec::new();
    for (index, judgement) in judgements.iter().enumerate() {
        page.here = index + 1;
        items.push(vec![line(page, judgement, title_is_question).paragraph()]);
    }
    page.here = 0;
    let mut blocks = match items.as_slice() {
        [] => Vec::new(),
        [_] => items.into_iter().flatten().collect(),
        _ => vec![Block::List { ordered: true, items }],
    };
    let left = all.saturating_sub(judgements.len());
    if left > 0 {
        let what = if page.debate().questions.is_empty() { ("more claim", "more claims") } else { ("more question", "more questions") };
        blocks.push(Line::of(format!("{} can be found in the annex.", words::capital(&words::count(left, what.0, what.1)))).paragraph());
    }
    blocks
}

fn line(page: &mut Page<'_>, judgement: &Judgement, title_is_question: bool) -> Line {
    let mut line = Line::default();
    if let Some(question) = judgement.question.filter(|_| !title_is_question) {
        line.0.push(crate::render::document::Inline::Emph(text::parts(&page.debate().question(question).text).0.0));
    }
    let Some(claim) = judgement.claim else {
        if let Some(question) = judgement.question {
            no_answer(page, question, &mut line);
        }
        return line;
    };
    let told = page.tell(claim);
    line.strong(told);
    if let Some(question) = judgement.question.filter(|q| matches!(page.report.analysis.outcome(*q), Outcome::Default(_))) {
        line.say(&by_default(page, question));
    } else {
        line.say(&standing(page, claim));
        line.say(&judgement.question.map_or_else(String::new, |q| rivals(page, q, claim)));
    }
    line.say(&sureness(page, claim));
    line
}

/// How a judgement fares, in a sentence.
pub fn standing(page: &Page<'_>, claim: ClaimId) -> String {
    let reason = page.reason(claim);
    let on_reasons: usize = reason.supports.iter().map(|s| s.undercuts.len()).sum();
    let tally = objections::tally(&reason.attacks.iter().filter(|a| real(page, a)).cloned().collect::<Vec<Attack>>());
    match (reason.verdict, reason.basis) {
        (Verdict::Stands, Basis::Fact) => "All parties agree on this.".to_owned(),
        (Verdict::Stands, Basis::Assumed) => "This is taken to hold.".to_owned(),
        (Verdict::Stands, basis) => match tally {
            Some(tally) => format!("This stands: {tally}."),
            None if on_reasons > 0 => "This stands, although not every reason for it is undisputed.".to_owned(),
            None if basis == Basis::Asserted => {
                "This stands, since nobody has objected to it directly, but no reason is given for it.".to_owned()
            }
            None => "This stands, and nobody has objected to it directly.".to_owned(),
        },
        (Verdict::Open, _) => "This is open: neither side has the last word.".to_owned(),
        (Verdict::Denied, _) => "This falls to an objection that nobody has met.".to_owned(),
        (Verdict::Unfounded, _) => "This falls, because no reason given for it holds.".to_owned(),
        (Verdict::Unsupported, Basis::Retracted) => "This has been taken back.".to_owned(),
        (Verdict::Unsupported, _) => "Nothing supports this.".to_owned(),
    }
}

/// That the other answers fall, where they all do.
fn rivals(page: &Page<'_>, question: QuestionId, chosen: ClaimId) -> String {
    let others: Vec<ClaimId> = page.debate().question(question).answers.iter().copied().filter(|a| *a != chosen).collect();
    if !others.iter().all(|a| page.report.analysis.verdict(*a).falls()) {
        return String::new();
    }
    match others.len() {
        0 => String::new(),
        1 => "The other answer falls.".to_owned(),
        n => format!("The {} other answers fall.", words::number(n)),
    }
}

/// Whether an attack is worth counting as an objection: a rival answer that fell is told among the answers.
fn real(page: &Page<'_>, attack: &Attack) -> bool {
    fates::claim_of(page, attack).is_none_or(|c| page.claim(c).answers.is_empty())
}

fn by_default(page: &Page<'_>, question: QuestionId) -> String {
    let question = page.debate().question(question);
    let analysis = &page.report.analysis;
    let open = question.answers.iter().filter(|a| analysis.verdict(**a) == Verdict::Open).count();
    let standing = question.answers.iter().filter(|a| analysis.verdict(**a) == Verdict::Stands).count();
    match (standing, open) {
        (0, 0 | 1) => "This answer applies by default, since no other stands.".to_owned(),
        (0, 2) => "Two answers are open and neither has the last word, so this one applies by default.".to_owned(),
        (0, n) => {
            let n = words::capital(&words::number(n));
            format!("{n} answers are open and none has the last word, so this one applies by default.")
        }
        (n, _) => format!("This answer applies by default, since {} answers stand and none of them alone.", words::number(n)),
    }
}

fn no_answer(page: &mut Page<'_>, id: QuestionId, line: &mut Line) {
    let question = page.debate().question(id);
    let standing = match page.report.analysis.outcome(id) {
        Outcome::Open(standing) => standing.clone(),
        _ => Vec::new(),
    };
    if standing.len() > 1 && !question.one {
        for answer in &standing {
            let told = page.tell(*answer);
            line.strong(told);
        }
        line.say(&format!("These {} answers stand together.", words::number(standing.len())));
        return;
    }
    let open: Vec<ClaimId> = question.answers.iter().copied().filter(|a| page.report.analysis.verdict(*a) == Verdict::Open).collect();
    line.strong(Line::of("There is no answer yet."));
    line.say(&match (standing.len(), open.len(), question.answers.len()) {
        (0, _, 0) => "Nobody has proposed one.".to_owned(),
        (0, 0, 1) => "The one that was proposed does not stand.".to_owned(),
        (0, 0, n) => format!("None of the {} that were proposed stands.", words::number(n)),
        (0, 1, _) => "The one that is left is open.".to_owned(),
        (0, 2, _) => "Two answers are open, and neither has the last word.".to_owned(),
        (0, n, _) => format!("{} answers are open, and none has the last word.", words::capital(&words::number(n))),
        (n, ..) => format!("{} answers stand, and nothing decides between them.", words::capital(&words::number(n))),
    });
}

/// What is said of the likelihood of a claim and of the confidence in it, as sentences.
pub fn sureness(page: &Page<'_>, claim: ClaimId) -> String {
    let Some(details) = &page.claim(claim).details else { return String::new() };
    let likelihood = details.likelihood.as_deref().map(|l| format!("Likelihood: {}.", text::clean(l)));
    let confidence = details.confidence.map(|c| format!("It is put forward with {} confidence.", c.word()));
    [likelihood, confidence].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
