//! The points of a reason as sentences, and the reasons of an objection or a reply told in a few of them.

use crate::{
    analysis::{
        evaluate::Force,
        verdict::Verdict,
        why::{Fate, Reason, SupportReason},
    },
    model::{
        debate::{ClaimKind, Stance, Step},
        ids::{ClaimId, PartyId},
        value::Date,
    },
    render::{
        document::{Ground, Inline},
        marks::Role,
        page::Page,
        parts::acts,
        prose::{line::Line, speakers::At, words},
        text,
    },
};
use std::collections::BTreeSet;

/// Whether a reason has nothing wrong with itself: a claim that is denied may have such reasons, which were outdone and did not fail.
pub fn holds(support: &SupportReason) -> bool {
    let struck = support.undercuts.iter().any(|u| matches!(u.fate, Fate::Succeeds | Fate::Open));
    support.force != Force::Fails || (support.weak.is_empty() && !struck)
}

/// The points on which `claim` rests, through reasons that hold, the nearest first; no more than `most`.
pub fn rested_on(page: &Page<'_>, claim: ClaimId, most: usize) -> Vec<ClaimId> {
    let (debate, analysis) = (page.debate(), &page.report.analysis);
    let mut seen = BTreeSet::from([claim]);
    let mut points = Vec::new();
    let mut next = Some(claim);
    let mut at = 0;
    while let Some(claim) = next {
        for step in analysis.links.supports(claim).filter(|step| analysis.force(debate, *step) == Force::Works) {
            let premises = debate.step(step).premises.iter().copied();
            points.extend(premises.filter(|point| seen.len() <= most && seen.insert(*point)));
        }
        next = points.get(at).copied();
        at += 1;
    }
    points
}

/// The point of a reason for which it fails, if there is one; else the first that is open.
pub fn find_weak(page: &Page<'_>, support: &SupportReason) -> Option<ClaimId> {
    let fails = |claim: &&ClaimId| page.report.analysis.verdict(**claim) != Verdict::Open;
    support.weak.iter().find(fails).or_else(|| support.weak.first()).copied()
}

/// The points of a reason as sentences, and those of them that were not told before.
pub fn told(page: &mut Page<'_>, opening: Line, lead: &str, support: &SupportReason, voice: &[PartyId]) -> (Line, Vec<ClaimId>) {
    let step = page.debate().step(support.step);
    if step.premises.is_empty() {
        return (Line::default(), Vec::new());
    }
    let mut line = opening;
    let mut lead = lead.to_owned();
    let top = lead.is_empty() && line.is_empty();
    let scheme = step.details.as_ref().and_then(|d| d.scheme.as_ref()).map(|s| &*s.name);
    if top && page.bounds.kinds {
        line.0.extend(scheme.map(label));
    }
    let (mut fresh, mut known): (Vec<ClaimId>, Vec<ClaimId>) = (Vec::new(), Vec::new());
    let mut speaking: Vec<PartyId> = voice.to_vec();
    for premise in &step.premises {
        if page.is_said(*premise) {
            known.push(*premise);
            continue;
        }
        line.then(point(page, &lead, *premise, &speaking));
        line.then(estimate(page, *premise));
        line.then(acts::in_their_terms(page, *premise, "it"));
        line.then(acts::retracted(page, *premise, "it"));
        lead.clear();
        fresh.push(*premise);
        let own = page.voices_of(*premise);
        if !own.is_empty() {
            speaking = own;
        }
    }
    if !known.is_empty() {
        let opens = match (fresh.is_empty(), lead.as_str()) {
            (false, _) => "This reason also rests on".to_owned(),
            (true, lead) if lead.is_empty() || lead.ends_with(" that") => "It rests on".to_owned(),
            (true, lead) if lead.starts_with("In ") => format!("{lead} {}", if known.len() == 1 { "stands" } else { "stand" }),
            (true, lead) => format!("{lead}, it rests on"),
        };
        let rests = page.rest_on(&known);
        let words = format!("{opens} {}.", page.refer_all(&known));
        line.then(page.remark(&words, &rests));
    }
    if step.strict && (top || !fresh.is_empty()) {
        let what = shown(page, step);
        line.then(page.remark(&format!("From this, {what} follows strictly."), &page.rest_on(&step.premises)));
    }
    if support.force == Force::Open && !support.weak.is_empty() {
        let what = if step.premises.len() > 1 { "Not all of this is settled." } else { "This is itself not settled." };
        line.then(page.remark(what, &page.rest_on(&support.weak)));
    }
    (line, fresh)
}

/// What a step is to show, in words.
fn shown(page: &Page<'_>, step: &Step) -> String {
    let judged = page.here.checked_sub(1).and_then(|at| page.facts.judgements.get(at)).filter(|j| page.is_own_judgement(j));
    let mut claims = step.claims();
    match claims.next() {
        Some(claim) if judged.is_some_and(|j| j.claim == Some(claim)) => "the judgement".to_owned(),
        Some(claim) if !page.claim(claim).answers.is_empty() => "the answer".to_owned(),
        Some(claim) if page.is_said(claim) => page.refer(claim),
        _ => "the point".to_owned(),
    }
}

/// One point; what is agreed by all or assumed is said to be.
fn point(page: &mut Page<'_>, lead: &str, claim: ClaimId, voice: &[PartyId]) -> Line {
    let (verb, aside) = match page.claim(claim).kind {
        ClaimKind::Fact if page.stances(claim, Stance::Deny).is_empty() => ("all agree", ", on which all agree, is"),
        ClaimKind::Fact => ("it is taken as given", ", which is taken as given, is"),
        ClaimKind::Assumption => ("it is assumed", ", which is assumed, is"),
        _ => return page.tell_by(lead, claim, Role::Point, voice),
    };
    let is_assumed = page.claim(claim).kind == ClaimKind::Assumption;
    let mut speakers = page.speakers_of(claim);
    if !is_assumed || speakers.iter().all(|party| voice.contains(party)) {
        speakers.clear();
    }
    if let (Some(what), []) = (lead.strip_suffix(" is that"), speakers.as_slice()) {
        let mut head = Line::of(what);
        head.glue(Line::of(aside));
        return page.tell_that(head, "that", claim, Role::Point, ("", ""));
    }
    let lead = if lead.ends_with(" that") { "In support of this" } else { lead };
    let mut head = Line::of(lead);
    head.say(if lead.is_empty() { "" } else { "," });
    match (speakers.as_slice(), lead.is_empty()) {
        ([], true) => drop(head.say(&words::capital(verb)).is_empty()),
        ([], false) => drop(head.say(verb).is_empty()),
        (some, opens) => {
            head.then(page.speakers.name(some, if opens { At::Start } else { At::Inside })).say("assumed");
        }
    }
    page.tell_that(head, "that", claim, Role::Point, ("", ""))
}

/// The reasons for an objection or a reply, as sentences that follow it; `whose` they are.
pub fn grounds(page: &mut Page<'_>, claim: ClaimId, whose: &str) -> Line {
    let reason = page.reason(claim);
    let voice = page.voices_of(claim);
    let holding: Vec<&SupportReason> = reason.supports.iter().filter(|s| holds(s)).collect();
    let mut line = Line::default();
    let mut elsewhere: Vec<&[ClaimId]> = Vec::new();
    for support in holding.iter().take(page.bounds.grounds) {
        let premises = &page.debate().step(support.step).premises;
        if premises.iter().all(|p| page.is_said(*p)) {
            elsewhere.extend((!premises.is_empty()).then_some(premises.as_slice()));
            continue;
        }
        let lead = if line.is_empty() { "The reason given is that" } else { "Besides" };
        let (told, fresh) = told(page, Line::default(), lead, support, &voice);
        line.then(told);
        for point in fresh.into_iter().filter(|_| page.is_whole()).collect::<Vec<_>>() {
            line.then(beneath(page, point));
        }
    }
    if !elsewhere.is_empty() {
        let opens = if line.is_empty() { "rests on" } else { "rests as well on" };
        let words = format!("{whose} {opens} {}.", separate(page, &elsewhere));
        line.then(page.remark(&words, &page.rest_on(&elsewhere.concat())));
    }
    let left = holding.len().saturating_sub(page.bounds.grounds);
    if left > 0 && page.bounds.grounds > 0 {
        page.shortened = true;
        let more = words::count(left, "further reason for this is", "further reasons for this are");
        line.then(page.remark(&format!("{} left out here.", words::capital(&more)), &page.rests(claim)));
    }
    line
}

/// The reasons for a point of a reason that were not told yet.
fn beneath(page: &mut Page<'_>, claim: ClaimId) -> Line {
    let reason = page.reason(claim);
    let voice = page.voices_of(claim);
    let mut line = Line::default();
    for support in reason.supports.iter().filter(|s| holds(s)) {
        if !page.is_all_said(&page.debate().step(support.step).premises) {
            let lead = format!("In support of {}", page.refer(claim));
            line.then(told(page, Line::default(), &lead, support, &voice).0);
        }
    }
    line
}

/// The points of several reasons, so that it is plain which of them are needed together.
fn separate(page: &Page<'_>, reasons: &[&[ClaimId]]) -> String {
    let (alone, linked): (Vec<&[ClaimId]>, Vec<&[ClaimId]>) = reasons.iter().partition(|points| points.len() < 2);
    let mut parts: Vec<String> = linked.iter().map(|points| format!("{} together", page.refer_all(points))).collect();
    match (alone.len(), linked.len()) {
        (0, 1) => return page.refer_all(&linked.concat()),
        (0 | 1, _) => {}
        (2, 0) => return format!("{}, either of which is a reason by itself", page.refer_all(&alone.concat())),
        (_, 0) => return format!("{}, each of which is a reason by itself", page.refer_all(&alone.concat())),
        _ => {}
    }
    parts.extend(alone.iter().map(|points| page.refer_all(points)));
    parts.join(", and separately on ")
}

/// What kind of argument a reason is, as words that lead up to it.
fn label(scheme: &str) -> Inline {
    let words = match scheme {
        "analogy" => "By analogy:".to_owned(),
        "cause-to-effect" => "From cause to effect:".to_owned(),
        "correlation-to-cause" => "From correlation to cause:".to_owned(),
        "example" => "From an example:".to_owned(),
        "sign" => "From a sign:".to_owned(),
        "expert-opinion" => "On expert opinion:".to_owned(),
        "witness-testimony" => "On testimony:".to_owned(),
        "established-rule" => "By an established rule:".to_owned(),
        "practical-reasoning" => "From a goal to the means:".to_owned(),
        "value-practical-reasoning" => "From a value to what serves it:".to_owned(),
        "negative-consequences" => "From bad consequences:".to_owned(),
        "positive-consequences" => "From good consequences:".to_owned(),
        "alternatives" => "By ruling out the alternatives:".to_owned(),
        other => format!("{}:", words::capital(&text::clean(&other.replace('-', " ")))),
    };
    Inline::Emph(vec![Inline::Text(words)])
}

/// Whether all who said `claim` took it back, and nothing else supports it.
pub fn is_dropped(page: &Page<'_>, claim: ClaimId) -> bool {
    let back = page.taken_back(claim);
    let voices = page.voices_of(claim);
    let is_back = |voice: &PartyId| back.iter().any(|(party, _)| party == voice);
    page.report.analysis.verdict(claim) == Verdict::Unsupported && !voices.is_empty() && voices.iter().all(is_back)
}

/// The reasons for a claim of which a point was taken back.
pub fn dropped<'s>(page: &Page<'_>, reason: &'s Reason) -> Vec<&'s SupportReason> {
    let holds_dropped = |step| page.debate().step(step).premises.iter().any(|p| is_dropped(page, *p));
    reason.supports.iter().filter(|s| holds_dropped(s.step)).collect()
}

/// Whether an objection to the argument of a reason for a claim is open.
pub fn is_argument_open(reason: &Reason) -> bool {
    reason.supports.iter().any(|s| s.undercuts.iter().any(|u| u.fate == Fate::Open))
}

/// Whether a point of a reason for an open claim is itself open.
pub fn is_point_open(reason: &Reason) -> bool {
    reason.supports.iter().any(|s| s.force == Force::Open && !s.weak.is_empty())
}

/// That reasons for a claim which nothing supports were taken back, by whom and when, if any were.
pub fn withdrawn(page: &mut Page<'_>, reason: &Reason) -> Option<Line> {
    let voice = page.voices_of(reason.claim);
    let dropped = dropped(page, reason);
    if dropped.is_empty() {
        return None;
    }
    let mut line = Line::default();
    for support in dropped.iter().take(page.bounds.grounds.max(1)) {
        let premises = &page.debate().step(support.step).premises;
        let rests = page.rest_on(premises);
        if page.is_all_said(premises) {
            let back: Vec<ClaimId> = premises.iter().copied().filter(|p| is_dropped(page, *p)).collect();
            let was = if back.len() == 1 { "was" } else { "were" };
            line.then(page.remark(&format!("It rested on {}, which {was} taken back.", page.refer_all(&back)), &rests));
        } else {
            let lead = if line.is_empty() { "In its favour" } else { "Also in its favour" };
            line.then(told(page, Line::default(), lead, support, &voice).0);
        }
    }
    line.then(page.remark("With this taken back, nothing supports it.", &page.rests(reason.claim)));
    Some(line)
}

/// How likely `claim` is said to be, and how sure whoever wrote the debate is of it.
pub fn estimate(page: &mut Page<'_>, claim: ClaimId) -> Line {
    estimate_of(page, claim, "this")
}

/// The same, where `what` stands for the claim; another time on a page, the claim is named.
pub fn estimate_of(page: &mut Page<'_>, claim: ClaimId, what: &str) -> Line {
    let confidence = page.claim(claim).details.as_ref().and_then(|d| d.confidence).filter(|_| is_upheld(page, claim));
    told_once(page, claim, what, |page, what| {
        let likelihood = likelihood_of(page, claim, what);
        match (likelihood, confidence) {
            (likelihood, None) => likelihood,
            (None, Some(level)) => Some(format!("Confidence in {what} is {}", level.word())),
            (Some(likelihood), Some(level)) => Some(format!("{likelihood}, and confidence in it is {}", level.word())),
        }
    })
}

/// How likely `claim` is said to be, in the words of the debate, which are standard ones.
pub fn likelihood(page: &mut Page<'_>, claim: ClaimId) -> Line {
    told_once(page, claim, "this", |page, what| likelihood_of(page, claim, what))
}

/// How likely and how sure a claim was said to be that was put forward, on `day` where one is told, and is not upheld.
pub fn put_forward_as(page: &mut Page<'_>, claim: ClaimId, day: Option<Date>) -> Line {
    let details = page.claim(claim).details.as_ref().filter(|_| !is_upheld(page, claim));
    let likelihood = details.and_then(|d| d.likelihood.as_deref()).map(|word| match word {
        "almost no chance" => "as having almost no chance".to_owned(),
        "remote" => "as having a remote chance".to_owned(),
        chance if chance.starts_with("roughly even") => format!("as having a {}", chance.replace("odds", "chance")),
        other => format!("as {}", text::clean(other)),
    });
    let confidence = details.and_then(|d| d.confidence).map(|level| format!("with {} confidence", level.word()));
    let said: Vec<String> = likelihood.into_iter().chain(confidence).collect();
    let said = (!said.is_empty()).then(|| words::and(&said));
    let parts: Vec<String> = day.map(words::on).into_iter().chain(said).collect();
    if parts.is_empty() {
        return Line::default();
    }
    page.remark(&format!("It was put forward {}.", parts.join(", ")), &[Ground::Claim(claim)])
}

/// What `words` make of `what`, as a sentence; where that sentence stands on the page already, of what the statement says that `claim` is
/// called by.
fn told_once(page: &mut Page<'_>, claim: ClaimId, what: &str, words: impl Fn(&Page<'_>, &str) -> Option<String>) -> Line {
    let Some(mut told) = words(page, what).map(|words| format!("{words}.")) else { return Line::default() };
    if page.has_said(&told) {
        let name = format!("what {} says", page.refer(claim));
        told = words(page, &name).map(|words| format!("{words}.")).unwrap_or_default();
    }
    page.remark(&told, &[Ground::Claim(claim)])
}

/// Whether `claim` is not turned down: what is said of its likelihood is said of what may be so.
pub fn is_upheld(page: &Page<'_>, claim: ClaimId) -> bool {
    let answers = !page.claim(claim).answers.is_empty();
    match page.report.analysis.verdict(claim) {
        Verdict::Stands => true,
        Verdict::Open => answers || !page.facts.judgements.iter().any(|j| j.claim == Some(claim)),
        Verdict::Denied | Verdict::Unfounded | Verdict::Unsupported => false,
    }
}

fn likelihood_of(page: &Page<'_>, claim: ClaimId, what: &str) -> Option<String> {
    let word = page.claim(claim).details.as_ref().filter(|_| is_upheld(page, claim))?.likelihood.as_deref()?;
    Some(match word {
        "almost no chance" => format!("There is almost no chance of {what}"),
        "remote" => format!("The chance of {what} is remote"),
        "roughly even chance" => format!("The chance of {what} is roughly even"),
        "roughly even odds" => format!("The odds of {what} are roughly even"),
        other => format!("{} is {}", words::capital(what), text::clean(other)),
    })
}
