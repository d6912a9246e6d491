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
        document::{Block, Ground, Inline},
        marks::Role,
        page::Page,
        parts::{
            acts, answers, failings,
            fates::{Aim, claim_of},
            limits, objections, points, reasons,
        },
        pick::Judgement,
        prose::{line::Line, speakers::At, words},
    },
};

/// Of how many answers the strongest objection is told where there is no room for their case.
const CONTESTED: usize = 2;

/// The case for `judgement`: for its claim, for the answers that nothing has ruled out, and against those that fell.
pub fn blocks(page: &mut Page<'_>, judgement: &Judgement) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(claim) = judgement.claim {
        let lead = put_forward(page, judgement, claim);
        blocks.extend(of_claim(page, claim, judgement.question, lead, aim(page, judgement)));
    }
    let Some(question) = judgement.question else { return blocks };
    let answers = page.debate().question(question).answers.iter().copied().filter(|a| Some(*a) != judgement.claim);
    let (left, fallen): (Vec<ClaimId>, Vec<ClaimId>) =
        answers.partition(|a| matches!(page.report.analysis.verdict(*a), Verdict::Stands | Verdict::Open));
    let is_pair = |claim: ClaimId| {
        let all: Vec<ClaimId> = left.iter().copied().chain([claim]).collect();
        left.len() == 2 && page.bounds.answers > 1 && answers::are_contrary(page, &left) && !failings::are_ranked(page, &all)
    };
    let rivals = match judgement.claim {
        None => Rivals::Contenders,
        Some(claim) if is_pair(claim) => Rivals::Pair,
        Some(_) => Rivals::Apart,
    };
    if rivals == Rivals::Pair {
        let mut line = Line::default();
        line.strong(Line::of("Two rival answers."));
        line.then(Line::of("Both are open: they exclude each other, and neither has the last word."));
        line.end(&left.iter().copied().map(Ground::Claim).collect::<Vec<_>>());
        if let [one, other] = left.as_slice() {
            line.then(failings::excluding(page, *one, *other));
        }
        blocks.push(line.paragraph());
    }
    for (index, answer) in left.iter().take(page.bounds.answers).enumerate() {
        let mut lead = contender(page, *answer, question, rivals, (left.len() > 1).then_some(index + 1));
        if let (Rivals::Contenders, Some(before)) = (rivals, left.get(..index).filter(|b| !b.is_empty())) {
            lead.then(failings::among(page, *answer, before, question));
        }
        let is_bare = match lead.0.as_slice() {
            [Inline::Sentence { words, .. }] => matches!(words.as_slice(), [Inline::Strong(_)]),
            other => matches!(other, [Inline::Strong(_)]),
        };
        let told = of_claim(page, *answer, Some(question), lead, Aim::Answer);
        // A head with nothing beneath it says nothing.
        blocks.extend(if is_bare && told.len() == 1 { Vec::new() } else { told });
    }
    let more = left.len().saturating_sub(page.bounds.answers);
    blocks.extend(page.more(more, "further answer", "further answers", &[Ground::Question(question)]).into_iter().flatten());
    let others = judgement.claim.is_some() || !left.is_empty();
    blocks.extend(answers::blocks(page, question, &fallen, others));
    let exclusive = failings::exclusive(page, question, judgement.claim);
    blocks.extend((!exclusive.is_empty()).then(|| exclusive.paragraph()));
    let given = judgement.claim.map(|claim| (claim, aim(page, judgement)));
    let told = left.iter().take(page.bounds.answers).map(|answer| (*answer, Aim::Answer));
    for (answer, aim) in given.into_iter().chain(told).collect::<Vec<_>>() {
        blocks.extend(by_answers(page, answer, question, aim));
    }
    blocks
}

/// The objections to `claim` that are themselves answers to `question`, once these are told.
fn by_answers(page: &mut Page<'_>, claim: ClaimId, question: QuestionId, aim: Aim) -> Option<Block> {
    let is_answer = |attack: &Attack| claim_of(page, attack).is_some_and(|c| page.claim(c).answers.contains(&question) && page.is_said(c));
    let mut attacks = page.reason(claim).attacks;
    attacks.retain(|attack| matches!(attack.by, Attacker::Move(..)) && is_answer(attack));
    let mut line = Line::default();
    for attack in attacks.iter().take(page.bounds.objections) {
        line.then(objections::besides(page, attack, claim, aim));
    }
    (!line.is_empty()).then(|| line.paragraph())
}

/// What the answers are that were not given and did not fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rivals {
    /// All there are: none was given.
    Contenders,
    /// Two that exclude each other, where nobody prefers any, of which that is told before, beside the one that was given.
    Pair,
    /// Each told by itself, beside the one that was given.
    Apart,
}

/// The opening of the case for an answer that was not given and did not fall.
fn contender(page: &mut Page<'_>, answer: ClaimId, question: QuestionId, rivals: Rivals, nth: Option<usize>) -> Line {
    let rival = rivals != Rivals::Contenders;
    let excludes = page.report.analysis.links.contradictions(answer).any(|other| page.claim(other).answers.contains(&question));
    let mut line = Line::default();
    let known = page.is_said(answer);
    line.strong(Line::of(match (nth, rivals) {
        _ if known && page.are_marked(&[answer]) => format!("{}.", words::capital(&page.refer(answer))),
        (Some(nth), Rivals::Contenders) => format!("The {} answer.", words::ordinal(nth)),
        (Some(nth), Rivals::Pair) => format!("The {} of them.", words::ordinal(nth)),
        (Some(nth), Rivals::Apart) if nth > 1 && excludes => "Another rival answer.".to_owned(),
        _ if excludes => "A rival answer.".to_owned(),
        (Some(nth), Rivals::Apart) if nth > 1 => "One more answer.".to_owned(),
        _ => "Another answer.".to_owned(),
    }));
    let voice = page.speakers_of(answer);
    if known && !voice.is_empty() {
        let date = page.claim(answer).details.as_ref().and_then(|d| d.date).map(words::on).unwrap_or_default();
        line.say("It was put forward by");
        line.then(page.speakers.name(&voice, if date.is_empty() { At::End } else { At::Inside })).say(&date);
        line.glue(Line::of(".")).end(&page.rests(answer));
    } else if !known {
        line.then(page.tell_by("", answer, Role::Answer, &[]));
    }
    let reason = page.reason(answer);
    if reason.verdict == Verdict::Open {
        line.then(points::estimate_of(page, answer, if known { "what it says" } else { "this" }));
    }
    // That two answers exclude each other is said once.
    let stands_too = reason.verdict == Verdict::Stands && !rival;
    if !stands_too && (rivals == Rivals::Apart || (!rival && nth.is_none_or(|n| n == 1))) {
        line.then(failings::why(page, &reason, question).line);
    }
    let agreeing = acts::joining(page, answer);
    // Where none was given, whoever denies one dissents.
    let denials = if rival { page.stances(answer, Stance::Deny) } else { Vec::new() };
    let denying: Vec<PartyId> = denials.iter().map(|(p, _)| *p).collect();
    if !agreeing.is_empty() {
        line.then(page.speakers.name(&agreeing, At::Start)).say("agreed with this answer");
        line.glue(Line::of(if denying.is_empty() { "." } else { "," })).note(acts::note(page, answer, &agreeing, Stance::Accept));
    }
    if !denying.is_empty() {
        let (at, verb) = if agreeing.is_empty() { (At::Start, "denied this answer") } else { (At::Inside, "denied it") };
        line.say(if agreeing.is_empty() { "" } else { "and" }).then(page.speakers.name(&denying, at)).say(verb);
    }
    let mut all: Vec<_> = denials.iter().map(|(_, act)| *act).collect();
    all.extend(page.stances(answer, Stance::Accept).into_iter().map(|(_, act)| act));
    let rests = acts::rests(answer, &all);
    match denials.as_slice() {
        [(_, act)] => line = acts::closed(page, line, answer, act),
        [] => {}
        _ => drop(line.glue(Line::of(".")).note(acts::note(page, answer, &denying, Stance::Deny)).is_empty()),
    }
    line.end(&rests);
    let acts = if rival { acts::beside_denials } else { acts::beside_dissent };
    line.then(acts(page, answer, "this answer"));
    line.then(acts::retracted(page, answer, "this answer"));
    line
}

fn of_claim(page: &mut Page<'_>, claim: ClaimId, question: Option<QuestionId>, mut opening: Line, aim: Aim) -> Vec<Block> {
    let reason = page.reason(claim);
    let voice = page.voices_of(claim);
    let holding: Vec<&SupportReason> = reason.supports.iter().filter(|s| points::holds(s)).collect();
    let rests = page.rests(claim);
    let rest = page.rest(claim);
    let mut blocks = Vec::new();
    // Further paragraphs follow what they go on from.
    if !rest.is_empty() && !opening.is_empty() {
        blocks.push(std::mem::take(&mut opening).paragraph());
    }
    blocks.extend(rest);
    if let ([only], false) = (holding.as_slice(), reason.verdict.falls()) {
        // A single reason needs no list.
        if !opening.is_empty() {
            blocks.push(opening.paragraph());
        }
        let mut label = Line::default();
        label.strong(Line::of("The reason."));
        blocks.extend(reasons::item(page, label, "", only, 0, &voice));
    } else {
        let many = how_many(page, &reason, &holding, aim);
        opening.then(page.remark(&many, &rests));
        if !opening.is_empty() {
            blocks.push(opening.paragraph());
        }
        let items = reasons::items(page, &reason, &voice);
        if !items.is_empty() {
            blocks.push(Block::List { ordered: false, items });
        }
    }
    blocks.extend(failed_reasons(page, &reason));
    blocks.extend(limits::blocks(page, claim, &voice));
    blocks.extend(objected(page, &reason, question, aim));
    blocks
}

/// What an objection to the claim of `judgement` is aimed at.
pub fn aim(page: &Page<'_>, judgement: &Judgement) -> Aim {
    if page.is_own_judgement(judgement) { Aim::Judgement } else { Aim::Claim }
}

/// Who put the judgement forward, or the claim where the judgement is another, when, and who agreed.
fn put_forward(page: &mut Page<'_>, judgement: &Judgement, claim: ClaimId) -> Line {
    let voice = page.speakers_of(claim);
    let is_own = page.is_own_judgement(judgement);
    let name = if is_own { page.judgement(page.here) } else { page.claim_judged(page.here) };
    let date = page.claim(claim).details.as_ref().and_then(|d| d.date).map(words::on).unwrap_or_default();
    let agreeing = acts::joining(page, claim);
    let mut line = Line::default();
    // Whoever is new is introduced at leisure; whoever is known simply acts.
    if !voice.is_empty() && page.speakers.are_met(&voice) {
        line.then(page.speakers.name(&voice, At::Start)).say(&format!("put {name} forward")).say(&date);
    } else if !voice.is_empty() {
        line.say(&format!("{} was put forward by", words::capital(&name)));
        line.then(page.speakers.name(&voice, if date.is_empty() { At::End } else { At::Inside })).say(&date);
    }
    if !agreeing.is_empty() {
        let at = if voice.is_empty() { At::Start } else { At::Inside };
        line.say(if voice.is_empty() { "" } else { ", and" }).then(page.speakers.name(&agreeing, at));
        line.say(&if voice.is_empty() { format!("agreed with {name}") } else { "agreed".to_owned() });
    }
    let all: Vec<_> = page.stances(claim, Stance::Accept).into_iter().map(|(_, act)| act).collect();
    let rests = acts::rests(claim, &all);
    if !line.is_empty() {
        line.glue(Line::of(".")).note(acts::note(page, claim, &agreeing, Stance::Accept)).end(&rests);
    }
    let it = if line.is_empty() { name } else { "it".to_owned() };
    // Whoever denies what the judgement denies too does not dissent, and is told of here.
    let acts = if page.is_turned_down(judgement) { acts::beside_joining } else { acts::beside_dissent };
    line.then(acts(page, claim, &it));
    line.then(acts::retracted(page, claim, "it"));
    line
}

fn how_many(page: &Page<'_>, reason: &Reason, holding: &[&SupportReason], aim: Aim) -> String {
    let it = match aim {
        Aim::Judgement => page.judgement(page.here),
        Aim::Claim => page.claim_judged(page.here),
        _ => page.refer(reason.claim),
    };
    let separate = holding.iter().all(|s| s.returning.is_empty());
    let enough = page.facts.enough.contains(&reason.claim) && holding.iter().all(|s| s.force == Force::Works);
    let number = words::capital(&words::number(holding.len()));
    let open = holding.iter().filter(|s| s.force == Force::Open && reason.verdict == Verdict::Stands).count();
    match (reason.basis, holding.len()) {
        (_, 0) => String::new(),
        (_, 1) => "One reason was given for it, but what speaks against it prevails:".to_owned(),
        _ if reason.verdict.falls() => format!("{number} reasons were given for it, but what speaks against it prevails:"),
        (Basis::Fact, _) => format!("{number} reasons were given for it:"),
        _ if open > 0 => {
            let are = if open == 1 { "is" } else { "are" };
            format!("{number} reasons were given for it, {} of which {are} not settled:", words::number(open))
        }
        _ if !separate => format!("{number} reasons were given for it, of which not every one stands by itself:"),
        _ if enough => format!("{number} separate reasons support {it}; it stands as long as one of them holds:"),
        _ => format!("{number} separate reasons support {it}:"),
    }
}

/// The reasons for a claim that do not hold, and why.
pub fn failed_reasons(page: &mut Page<'_>, reason: &Reason) -> Vec<Block> {
    let failing: Vec<&SupportReason> = reason.supports.iter().filter(|s| !points::holds(s)).collect();
    if failing.is_empty() {
        return Vec::new();
    }
    let holding = reason.supports.len() - failing.len();
    let voice = page.voices_of(reason.claim);
    let rests = page.rests(reason.claim);
    let intro = match (failing.len(), holding) {
        (1, 0) => "The one reason given for it does not hold:".to_owned(),
        (2, 0) => "Neither of the two reasons given for it holds:".to_owned(),
        (n, 0) => format!("None of the {} reasons given for it holds:", words::number(n)),
        (1, _) => "One further reason does not hold:".to_owned(),
        (n, _) => format!("{} further reasons do not hold:", words::capital(&words::number(n))),
    };
    let intro = page.remark(&intro, &rests).paragraph();
    let mut items: Vec<Vec<Block>> = failing.iter().take(page.bounds.failing).map(|s| failings::failing_item(page, s, &voice)).collect();
    items.extend(page.more(failing.len().saturating_sub(page.bounds.failing), "such reason", "such reasons", &rests));
    items.retain(|item| !item.is_empty());
    vec![intro, Block::List { ordered: false, items }]
}

/// The objections to a claim, the strongest first; an answer to the same question is told among the answers and left out.
pub fn objections(page: &Page<'_>, reason: &Reason, question: Option<QuestionId>) -> Vec<Attack> {
    let rival =
        |attack: &Attack| question.is_some_and(|q| claim_of(page, attack).is_some_and(|c| page.debate().question(q).answers.contains(&c)));
    ranked(page, &reason.attacks).into_iter().filter(|a| !rival(a)).collect()
}

/// The strongest objection with its grounds and its reply.
pub fn strongest(page: &mut Page<'_>, claim: ClaimId, attacks: &[Attack], aim: Aim) -> Option<Line> {
    let first = attacks.first()?;
    let mut line = Line::default();
    line.strong(Line::of(if attacks.len() == 1 { "The objection." } else { "The strongest objection." }));
    Some(objections::tell_after(page, line, "", first, Some(claim), aim))
}

/// The strongest objection to each of the answers to `question` besides `told` that nothing has ruled out, for the same page.
pub fn contested(page: &mut Page<'_>, question: QuestionId, told: Option<ClaimId>) -> Vec<Line> {
    let is_live = |c: &ClaimId| Some(*c) != told && matches!(page.report.analysis.verdict(*c), Verdict::Stands | Verdict::Open);
    let answers: Vec<ClaimId> = page.debate().question(question).answers.iter().copied().filter(is_live).take(CONTESTED).collect();
    let mut lines = Vec::new();
    for answer in answers {
        let reason = page.reason(answer);
        let attacks = objections(page, &reason, Some(question));
        let mut line = Line::default();
        line.strong(Line::of(format!("Against {}.", page.refer(answer))));
        lines.extend(attacks.first().map(|attack| objections::tell_after(page, line, "", attack, Some(answer), Aim::Answer)));
    }
    lines
}

/// The strongest objection, then the others in short.
fn objected(page: &mut Page<'_>, reason: &Reason, question: Option<QuestionId>, aim: Aim) -> Vec<Block> {
    let attacks = objections(page, reason, question);
    let Some(line) = strongest(page, reason.claim, &attacks, aim) else { return Vec::new() };
    let mut blocks = vec![line.paragraph()];
    let others: Vec<&Attack> = attacks.iter().skip(1).collect();
    let rests = page.rests(reason.claim);
    let intro = match others.len() {
        0 => return blocks,
        1 => "There is one more objection:",
        _ => "There are other objections:",
    };
    let intro = page.remark(intro, &rests).paragraph();
    let mut items: Vec<Vec<Block>> = Vec::new();
    for attack in others.iter().take(page.bounds.objections) {
        items.push(vec![objections::tell(page, "", attack, Some(reason.claim), aim).paragraph()]);
    }
    let left = others.len().saturating_sub(page.bounds.objections);
    let more = page.more(left, "further objection", "further objections", &rests);
    if items.is_empty() {
        blocks.extend(more.into_iter().flatten());
    } else {
        items.extend(more);
        blocks.extend([intro, Block::List { ordered: false, items }]);
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
