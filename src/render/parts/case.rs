//! The case for one judgement: who put it forward, the reasons, the limits, the strongest objection and the reply, the other answers.

use crate::{
    analysis::{
        evaluate::Force,
        verdict::Verdict,
        why::{Attack, Attacker, Basis, Reason, SupportReason},
    },
    model::{
        debate::Stance,
        ids::{ClaimId, PartyId, QuestionId},
    },
    render::{
        document::Block,
        page::Page,
        parts::{
            answers, failings,
            fates::{self, Aim, claim_of},
            judgements::Judgement,
            limits, objections, reasons,
        },
        prose::{line::Line, speakers::At, words},
    },
};

/// How many answers that nothing has ruled out are told.
const CONTENDERS: usize = 3;
/// How many objections are told beside the strongest.
const OTHERS: usize = 3;

/// The case for `judgement`: for its claim, for the answers that nothing has ruled out, and against those that fell.
pub fn blocks(page: &mut Page<'_>, judgement: &Judgement) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(claim) = judgement.claim {
        let voice = page.speakers_of(claim);
        let lead = put_forward(page, claim, &voice);
        blocks.extend(of_claim(page, claim, judgement.question, lead, Aim::Judgement));
    }
    let Some(question) = judgement.question else { return blocks };
    let answers = page.debate().question(question).answers.iter().copied().filter(|a| Some(*a) != judgement.claim);
    let (left, fallen): (Vec<ClaimId>, Vec<ClaimId>) =
        answers.partition(|a| matches!(page.report.analysis.verdict(*a), Verdict::Stands | Verdict::Open));
    for (index, answer) in left.iter().take(CONTENDERS).enumerate() {
        let lead = contender(page, *answer, question, judgement.claim.is_some(), (left.len() > 1).then_some(index + 1));
        blocks.extend(of_claim(page, *answer, Some(question), lead, Aim::Answer));
    }
    if left.len() > CONTENDERS {
        let more = words::count(left.len() - CONTENDERS, "more answer is open", "more answers are open");
        blocks.push(Line::of(format!("{}; the annex lists them.", words::capital(&more))).paragraph());
    }
    let others = judgement.claim.is_some() || !left.is_empty();
    blocks.extend(answers::blocks(page, question, &fallen, others));
    blocks
}

/// The opening of the case for an answer that was not given and did not fall.
fn contender(page: &mut Page<'_>, answer: ClaimId, question: QuestionId, rival: bool, nth: Option<usize>) -> Line {
    let mut line = Line::default();
    line.strong(Line::of(match nth {
        Some(nth) if !rival => format!("The {} answer.", words::ordinal(nth)),
        _ => "A rival answer.".to_owned(),
    }));
    line.then(page.tell_by("", answer, &[]));
    let reason = page.reason(answer);
    // That two answers exclude each other is said once.
    if rival || nth.is_none_or(|n| n == 1) {
        line.then(failings::why(page, &reason, question).0);
    }
    line.then(objections::agreed(page, answer));
    let denied = page.stances(answer, Stance::Deny);
    let parties: Vec<PartyId> = denied.iter().map(|(p, _)| *p).collect();
    if !parties.is_empty() {
        line.then(page.speakers.name(&parties, At::Start)).say("denied it.");
    }
    line
}

fn of_claim(page: &mut Page<'_>, claim: ClaimId, question: Option<QuestionId>, mut opening: Line, aim: Aim) -> Vec<Block> {
    let reason = page.reason(claim);
    let voice = page.speakers_of(claim);
    let holding = reason.supports.iter().filter(|s| reasons::holds(s)).count();
    opening.say(&how_many(&reason, holding));
    let items = reasons::items(page, &reason, 0, &voice);
    let mut blocks = page.rest(claim);
    if !opening.is_empty() {
        blocks.push(opening.paragraph());
    }
    if !items.is_empty() {
        blocks.push(Block::List { ordered: false, items });
    }
    blocks.extend(failed_reasons(page, &reason));
    blocks.extend(limits::blocks(page, claim, &voice));
    blocks.extend(objected(page, &reason, question, aim));
    blocks
}

/// Who put the judgement forward, when, and who agreed.
fn put_forward(page: &mut Page<'_>, claim: ClaimId, voice: &[PartyId]) -> Line {
    let date = page.claim(claim).details.as_ref().and_then(|d| d.date).map(words::on);
    let mut line = Line::default();
    // Whoever is new is introduced at leisure; whoever is known simply acts.
    if !voice.is_empty() && page.speakers.are_met(voice) {
        line.then(page.speakers.name(voice, At::Start)).say("put this forward").say(date.as_deref().unwrap_or("")).say(".");
    } else if !voice.is_empty() {
        line.say("The judgement was put forward by");
        match date {
            Some(date) => line.then(page.speakers.name(voice, At::Inside)).say(&date).say("."),
            None => line.then(page.speakers.name(voice, At::End)).say("."),
        };
    }
    line.then(objections::agreed(page, claim));
    line
}

fn how_many(reason: &Reason, holding: usize) -> String {
    match (reason.basis, holding) {
        (Basis::Fact, _) => "All parties agree on it.".to_owned(),
        (Basis::Assumed, 0) => "It is an assumption, for which no reason is given.".to_owned(),
        (_, 0) => String::new(),
        (_, 1) if reason.verdict.falls() => "One reason was given for it, but what speaks against it prevails:".to_owned(),
        (_, n) if reason.verdict.falls() => {
            format!("{} reasons were given for it, but what speaks against it prevails:", words::capital(&words::number(n)))
        }
        (_, 1) => "One reason supports it:".to_owned(),
        (_, 2) => "Two separate reasons support it; it stands as long as one of them holds:".to_owned(),
        (_, n) => format!("{} separate reasons support it; it stands as long as one of them holds:", words::capital(&words::number(n))),
    }
}

fn failed_reasons(page: &mut Page<'_>, reason: &Reason) -> Vec<Block> {
    let failing: Vec<&SupportReason> = reason.supports.iter().filter(|s| !reasons::holds(s)).collect();
    let holding = reason.supports.len() - failing.len();
    let voice = page.speakers_of(reason.claim);
    let mut items: Vec<Vec<Block>> = failing.iter().take(3).map(|s| failings::failing_item(page, s, &voice)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    items.extend(page.more(failing.len().saturating_sub(3), "more", "more"));
    let intro = match (failing.len(), holding) {
        (1, 0) => "The one reason given for it does not hold:".to_owned(),
        (n, 0) => format!("None of the {} reasons given for it holds:", words::number(n)),
        (1, _) => "One further reason does not hold:".to_owned(),
        (n, _) => format!("{} further reasons do not hold:", words::capital(&words::number(n))),
    };
    vec![Line::of(intro).paragraph(), Block::List { ordered: false, items }]
}

/// The strongest objection with its grounds and its reply, then the others in short.
fn objected(page: &mut Page<'_>, reason: &Reason, question: Option<QuestionId>, aim: Aim) -> Vec<Block> {
    // A rival answer is told among the answers.
    let rival = |page: &Page<'_>, attack: &Attack| {
        question.is_some_and(|q| claim_of(page, attack).is_some_and(|c| page.debate().question(q).answers.contains(&c)))
    };
    let attacks: Vec<Attack> = ranked(page, &reason.attacks).into_iter().filter(|a| !rival(page, a)).collect();
    let Some(strongest) = attacks.first() else { return Vec::new() };
    let mut line = Line::default();
    line.strong(Line::of(if attacks.len() == 1 { "The objection." } else { "The strongest objection." }));
    let mut blocks = Vec::new();
    let fresh = claim_of(page, strongest).filter(|c| !page.is_said(*c));
    line.then(objections::voiced(page, "", strongest));
    if let Some(claim) = fresh {
        line.then(objections::agreed(page, claim));
        let (lead, items) = objections::grounds(page, claim, 3);
        if items.is_empty() {
            line.then(lead);
        } else {
            blocks.push(std::mem::take(line.then(lead)).paragraph());
            blocks.push(Block::List { ordered: false, items });
        }
    }
    line.then(fates::fate(page, strongest, Some(reason.claim), aim));
    blocks.push(line.paragraph());
    let others: Vec<&Attack> = attacks.iter().skip(1).collect();
    let mut items: Vec<Vec<Block>> = Vec::new();
    for attack in others.iter().take(OTHERS) {
        items.push(vec![objections::tell(page, "", attack, Some(reason.claim), aim).paragraph()]);
    }
    items.extend(page.more(others.len().saturating_sub(OTHERS), "more objection", "more objections"));
    if !items.is_empty() {
        blocks.push(Line::of(if others.len() == 1 { "There is one more objection:" } else { "There are other objections:" }).paragraph());
        blocks.push(Block::List { ordered: false, items });
    }
    blocks
}

/// Attacks, the strongest first: by what became of them, then by how many reasons hold them up, how many parties accept them, and whether
/// they name a source.
fn ranked(page: &Page<'_>, attacks: &[Attack]) -> Vec<Attack> {
    let mut keyed: Vec<(usize, [usize; 3], Attack)> = Vec::new();
    let mut rank = 0;
    for (index, attack) in attacks.iter().enumerate() {
        let same = index
            .checked_sub(1)
            .and_then(|i| attacks.get(i))
            .is_some_and(|b| std::mem::discriminant(&b.fate) == std::mem::discriminant(&attack.fate));
        rank += usize::from(!same);
        let strength = claim_of(page, attack).map_or([0; 3], |claim| {
            let steps = page.report.analysis.links.supports(claim);
            let works = steps.filter(|s| page.report.analysis.force(page.debate(), *s) == Force::Works).count();
            let moves = usize::from(matches!(attack.by, Attacker::Move(..)));
            [works, page.stances(claim, Stance::Accept).len(), moves + usize::from(!page.claim(claim).cites().is_empty())]
        });
        keyed.push((rank, strength, attack.clone()));
    }
    keyed.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    keyed.into_iter().map(|(_, _, attack)| attack).collect()
}
