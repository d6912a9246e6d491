//! An objection with its speaker, who agrees with it, the reasons that bear it, and what became of it: the reply, what outweighs it, or
//! that nothing has met it.

use crate::{
    analysis::{
        decisive::{Side, find_decisive, is_ranked},
        verdict::Verdict,
        why::{Attack, Attacker, Basis, Fate, SupportReason},
    },
    model::{
        debate::{Preference, StepKind, Target},
        ids::{ClaimId, StepId},
        value::Date,
    },
    render::{
        bounds::DEEPEST,
        marks::Role,
        page::Page,
        parts::{
            acts,
            fates::{self, Aim, Ranking, claim_of, find_reasoned, moves_against, ranked},
            points,
            voices::{self, UNANSWERED, answered, unmet, voiced},
        },
        prose::{line::Line, speakers::At, words},
    },
};
use std::collections::BTreeSet;

/// Limits of objections to limits are followed this deep.
const NESTED: usize = 3;

/// The objection `attack` after `lead` (such as `Against this`), with the reasons for it and its fate.
pub fn tell(page: &mut Page<'_>, lead: &str, attack: &Attack, target: Option<ClaimId>, aim: Aim) -> Line {
    tell_after(page, Line::default(), lead, attack, target, aim)
}

/// The same after `opening`.
pub fn tell_after(page: &mut Page<'_>, opening: Line, lead: &str, attack: &Attack, target: Option<ClaimId>, aim: Aim) -> Line {
    let Some(claim) = claim_of(page, attack) else { return Line::default() };
    if let Attacker::Consequence(step) = attack.by {
        let mut line = opening;
        line.then(follows(page, step, claim, target));
        return line;
    }
    let known = page.is_said(claim);
    let ranks = decided(page, attack, target);
    let (tail, after) = if ranks.is_some() { ("", "") } else { unmet(page, attack) };
    // What is answered elsewhere may stand unanswered here.
    let tail = if known && tail == UNANSWERED && answered(page, claim) { ", and here nobody has answered this" } else { tail };
    let mut line = if known {
        raised(page, opening, lead, attack, claim, tail)
    } else {
        let head = voiced(page, opening, lead, attack, claim);
        page.tell_that(head, "that", claim, Role::Objection, (tail, after))
    };
    if known {
        if !tail.is_empty() {
            return line;
        }
    } else {
        let what = if tail.is_empty() && after.is_empty() { "this" } else { "what the objection says" };
        line.then(points::estimate_of(page, claim, what));
        line.then(acts::beside_joining(page, claim, "it"));
        line.then(acts::retracted(page, claim, "it"));
        line.then(points::grounds(page, claim, "The objection"));
        line.then(limits(page, claim, "The objection").unwrap_or_default());
    }
    line.then(match (ranks, target) {
        (Some(true), Some(target)) => {
            let mut line = stronger(page, claim, target, "This");
            let words = if line.is_empty() { "This is the stronger, and is itself open." } else { "It is itself open." };
            line.then(page.remark(words, &page.rests(claim)));
            line
        }
        (Some(_), _) => outweighed(page, attack, claim, target),
        (None, _) => fate(page, attack, target, aim),
    });
    line.then(concluded(page, attack, aim));
    line
}

/// Of an open claim that contradicts `target`: whether a preference ranks it above that, or below; nothing where none does.
fn decided(page: &Page<'_>, attack: &Attack, target: Option<ClaimId>) -> Option<bool> {
    let analysis = &page.report.analysis;
    let (Attacker::Contradiction(by), Fate::Open, Some(target)) = (attack.by, &attack.fate, target) else { return None };
    if is_ranked(analysis, by, target) { Some(true) } else { is_ranked(analysis, target, by).then_some(false) }
}

/// That `claim`, which does not stand, follows strictly from the points of `step`, so that one of these gives way: `target`, or one that
/// nothing singles out. Nothing where that was told of another of the points.
fn follows(page: &mut Page<'_>, step: StepId, claim: ClaimId, target: Option<ClaimId>) -> Line {
    let points = &page.debate().step(step).premises;
    let rests = page.rest_on(&[&[claim], points.as_slice()].concat());
    let mut line = Line::default();
    if page.is_said(claim) {
        if page.has_said(&gives(page, points, claim, target)) {
            return line;
        }
        let words = format!("{} follows strictly from {}.", words::capital(&page.refer(claim)), page.refer_all(points));
        line.then(page.remark(&words, &rests));
    } else {
        let role = if page.claim(claim).answers.is_empty() { Role::Statement } else { Role::Answer };
        let head = Line::of(format!("From {}, it follows strictly", page.refer_all(points)));
        line.then(page.tell_that(head, "that", claim, role, ("", "")));
        let against = page.reason(claim).attacks.into_iter().find(|a| matches!(a.fate, Fate::Succeeds | Fate::Open));
        let against = against.filter(|a| matches!(a.by, Attacker::Move(..)) && claim_of(page, a).is_some_and(|c| !page.is_said(c)));
        if let Some(attack) = against {
            line.then(tell(page, "Against that", &attack, Some(claim), Aim::Point));
        }
    }
    let words = gives(page, points, claim, target);
    line.then(page.remark(&words, &rests));
    line.then(spared(page, points, claim));
    line
}

/// Which of `points` gives way with `claim`, which follows strictly from them.
fn gives(page: &Page<'_>, points: &[ClaimId], claim: ClaimId, target: Option<ClaimId>) -> String {
    let (firm, loose): (Vec<ClaimId>, Vec<ClaimId>) =
        points.iter().copied().partition(|point| page.report.analysis.verdict(*point) == Verdict::Stands);
    let is_open = page.report.analysis.verdict(claim) == Verdict::Open;
    let name = page.refer(claim);
    let Some(point) = target.filter(|_| loose.len() < 2) else {
        let all = page.refer_all(&loose);
        let both = if loose.len() == 2 { "both" } else { "all" };
        let head = if is_open { format!("If {name} falls") } else { format!("As {name} does not stand") };
        return format!("{head}, {all} cannot {both} stand, and nothing decides which of them gives way.");
    };
    let point = page.refer(point);
    let stand = if firm.len() == 1 { "stands" } else { "stand" };
    let firm = if firm.is_empty() { String::new() } else { format!("{} {stand}", page.refer_all(&firm)) };
    match (is_open, firm.as_str()) {
        (true, "") => format!("If {name} falls, so must {point}."),
        (true, firm) => format!("If {name} falls, so must {point}, since {firm}."),
        (false, "") => format!("As {name} does not stand, {point} cannot."),
        (false, firm) => format!("As {name} does not stand, and {firm}, {point} cannot."),
    }
}

/// The preferences by which some of `points` stand in spite of what speaks against `claim`, which follows strictly from them.
fn spared(page: &mut Page<'_>, points: &[ClaimId], claim: ClaimId) -> Line {
    let mut line = Line::default();
    let against: Vec<ClaimId> = page.reason(claim).attacks.iter().filter_map(|attack| claim_of(page, attack)).collect();
    for point in points.iter().filter(|point| page.report.analysis.verdict(**point) == Verdict::Stands) {
        let ranks = |by: &ClaimId| find_decisive(page.debate(), &page.report.analysis.links, Side::Claim(*point), Side::Claim(*by));
        let Some((by, preference)) = against.iter().find_map(|by| Some((*by, ranks(by)?))) else { continue };
        let (point, weaker) = (page.refer(*point), page.refer(by));
        line.then(fates::preferred(page, (&point, &weaker), preference, by));
    }
    line
}

/// That what the page told before was put against what `lead` names; without it, against what the page speaks of.
fn raised(page: &mut Page<'_>, opening: Line, lead: &str, attack: &Attack, claim: ClaimId, tail: &str) -> Line {
    let mut line = opening;
    let name = page.refer(claim);
    if !matches!(attack.by, Attacker::Move(..)) {
        line.say(&if lead.is_empty() { format!("{} speaks against it", words::capital(&name)) } else { format!("{lead} speaks {name}") });
        line.glue(Line::of(format!("{tail}.")));
        return page.once(line, &page.rests(claim));
    }
    let speakers = page.speakers_of(claim);
    line.say(lead).say(if lead.is_empty() { "" } else { "," });
    let against = if lead.is_empty() { " against it" } else { "" };
    if speakers.is_empty() {
        line.say(&if lead.is_empty() { words::capital(&name) } else { name }).say(&format!("was raised{against}"));
    } else {
        let at = if lead.is_empty() { At::Start } else { At::Inside };
        line.then(page.speakers.name(&speakers, at)).say(&format!("raised {name}{against}"));
    }
    line.glue(Line::of(format!("{tail}.")));
    page.once(line, &page.rests(claim))
}

/// That an answer which the page tells was also put against another, and what became of it as an objection.
pub fn besides(page: &mut Page<'_>, attack: &Attack, target: ClaimId, aim: Aim) -> Line {
    let Some(claim) = claim_of(page, attack) else { return Line::default() };
    let words = format!("{} was also raised against {}.", words::capital(&page.refer(claim)), page.refer(target));
    let mut line = page.remark(&words, &page.rest_on(&[claim, target]));
    // Why it falls is told with the answer.
    if attack.fate != Fate::Falls {
        line.then(fate(page, attack, Some(target), aim));
    }
    line
}

/// What comes of an objection whose argument was struck, or after an exchange that went on beyond the first reply; of objections within it,
/// nothing.
fn concluded(page: &mut Page<'_>, attack: &Attack, aim: Aim) -> Line {
    let Some(claim) = claim_of(page, attack).filter(|_| !matches!(aim, Aim::Reply | Aim::Objection)) else { return Line::default() };
    let is_met = |reply: &Attack| {
        let is_bare = |claim| page.is_whole() && page.report.analysis.verdict(claim) == Verdict::Unfounded;
        !moves_against(page, reply).is_empty() || claim_of(page, reply).is_some_and(is_bare)
    };
    let goes_on = moves_against(page, attack).iter().any(is_met);
    let is_struck = || page.reason(claim).supports.iter().any(|s| s.undercuts.iter().any(|u| u.fate == Fate::Succeeds));
    let name = || page.refer(claim);
    let words = match (&attack.fate, page.report.analysis.verdict(claim)) {
        (Fate::Falls, Verdict::Unfounded) if goes_on || is_struck() => format!("So no reason given for {} holds.", name()),
        (Fate::Succeeds, _) if goes_on => format!("So {} prevails.", name()),
        // Replies that fail do not bring it down.
        (Fate::Falls, Verdict::Unsupported) if goes_on && points::is_dropped(page, claim) => {
            format!("With {} taken back, nothing supports it.", name())
        }
        (Fate::Falls, Verdict::Unsupported) if goes_on => format!("Nothing supports {}.", name()),
        (Fate::Falls, _) if goes_on => format!("So {} falls.", name()),
        (Fate::Undercut(_), _) if goes_on => format!("So {} does not touch {}.", name(), aim.words()),
        // It is plain, or said already.
        _ => return Line::default(),
    };
    page.remark(&words, &page.rests(claim))
}

/// How a reply meets an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meets {
    /// It denies what the objection says.
    Denies,
    /// It grants that, and denies that anything follows from it for this.
    Passes(Aim),
    /// The same of an objection that was met already.
    Besides,
    /// It was made, and does not hold.
    Fails,
}

/// What became of an objection, as sentences that follow it.
fn fate(page: &mut Page<'_>, attack: &Attack, target: Option<ClaimId>, aim: Aim) -> Line {
    let Some(claim) = claim_of(page, attack) else { return Line::default() };
    let made = moves_against(page, attack);
    let mut line = match &attack.fate {
        Fate::Succeeds => prevailing(page, attack, claim, target),
        Fate::Open if matches!(attack.by, Attacker::Move(..)) => undecided(page, &made, claim),
        Fate::Open => Line::default(),
        Fate::Falls => fallen(page, claim, target),
        Fate::Undercut(by) => {
            let mut line = Line::default();
            let won = made.iter().filter(|m| claim_of(page, m).is_some_and(|c| by.contains(&c)));
            for reply in won.take(2).collect::<Vec<_>>() {
                line.then(answer(page, reply, Meets::Passes(aim)));
            }
            line
        }
        Fate::Outweighed => outweighed(page, attack, claim, target),
    };
    line.then(others(page, &made, claim));
    line
}

/// Why an objection wins that is a contrary claim, and the replies to any that wins.
fn prevailing(page: &mut Page<'_>, attack: &Attack, claim: ClaimId, target: Option<ClaimId>) -> Line {
    let mut line = Line::default();
    if let (Attacker::Contradiction(_), Some(target)) = (attack.by, target) {
        line.then(stronger(page, claim, target, "This"));
    }
    for reply in moves_against(page, attack).into_iter().take(page.bounds.beneath.max(1)) {
        line.then(met(page, &reply, claim));
    }
    line
}

/// That `winner`, which the sentence calls `it`, is ranked above `loser`, if that is said with a reason or by somebody.
fn stronger(page: &mut Page<'_>, winner: ClaimId, loser: ClaimId, it: &str) -> Line {
    let Some(preference) = find_reasoned(page, Side::Claim(winner), Side::Claim(loser)) else { return Line::default() };
    let head = format!("{it} is the stronger");
    let judged = fates::judged_between(page, preference, &format!("judged {} the stronger", words::small(it)));
    ranked(page, Ranking { head: &head, before: "", judged: &judged }, preference, loser)
}

/// That what `whose` names gives way to the contrary claim `by`, whose that is, and why it is the stronger.
fn gives_way(page: &mut Page<'_>, whose: &str, claim: ClaimId, by: ClaimId) -> Line {
    if page.is_said(by) {
        let mut line = page.remark(&format!("{whose} gives way to {}.", page.refer(by)), &page.rest_on(&[claim, by]));
        line.then(stronger(page, by, claim, "The latter"));
        return line;
    }
    let mut head = Line::of(format!("{whose} gives way to the contrary claim"));
    let speakers = page.speakers_of(by);
    if !speakers.is_empty() {
        head.say("of").then(page.speakers.name(&speakers, At::Inside));
    }
    let mut line = page.tell_that(head, "that", by, Role::Reply, ("", ""));
    line.then(points::estimate(page, by));
    line.then(stronger(page, by, claim, "This claim"));
    line.then(points::grounds(page, by, "This claim"));
    line
}

/// That what `whose` names falls to `won`, which is no move: to a contrary claim, or to what follows from it.
fn beaten(page: &mut Page<'_>, whose: &str, claim: ClaimId, won: &Attack) -> Line {
    match won.by {
        Attacker::Contradiction(by) => gives_way(page, whose, claim, by),
        Attacker::Consequence(_) | Attacker::Move(..) => tell(page, "", won, Some(claim), Aim::Objection),
    }
}

/// The replies to an objection that neither side has the last word on.
fn undecided(page: &mut Page<'_>, made: &[Attack], claim: ClaimId) -> Line {
    let mut line = Line::default();
    let mut replies = made.to_vec();
    replies.sort_by_key(|r| r.fate != Fate::Open);
    let most = page.bounds.beneath.max(1);
    let ends = replies.iter().take(most).any(|r| r.fate == Fate::Open);
    for reply in replies.iter().take(most) {
        line.then(met(page, reply, claim));
    }
    if !ends && !replies.is_empty() {
        line.then(page.remark("Neither side has the last word on this.", &page.rests(claim)));
    }
    line
}

/// A reply to the objection `target`, and what became of it.
fn met(page: &mut Page<'_>, reply: &Attack, target: ClaimId) -> Line {
    let Some(claim) = claim_of(page, reply) else { return Line::default() };
    let is_undercut = matches!(reply.by, Attacker::Move(_, step) if page.debate().step(step).kind == StepKind::Undercut);
    match &reply.fate {
        Fate::Falls => answer(page, reply, Meets::Fails),
        Fate::Succeeds if is_undercut => answer(page, reply, Meets::Besides),
        Fate::Succeeds => answer(page, reply, Meets::Denies),
        Fate::Undercut(_) | Fate::Outweighed => {
            let mut line = replied(page, reply, claim, Meets::Denies);
            line.then(fate(page, reply, Some(target), Aim::Objection));
            line
        }
        Fate::Open => {
            let mut line = replied(page, reply, claim, Meets::Denies);
            line.then(page.remark("Neither side has the last word on this.", &page.rests(claim)));
            line
        }
    }
}

/// The replies among `made` to the objection `target` that were not told yet; where not all is told, how many these are.
fn others(page: &mut Page<'_>, made: &[Attack], target: ClaimId) -> Line {
    let mut line = Line::default();
    if !page.is_whole() || page.nested >= DEEPEST {
        let untold: BTreeSet<ClaimId> = made.iter().filter_map(|m| claim_of(page, m)).filter(|c| !page.is_said(*c)).collect();
        return page.left_out(untold.len(), "further reply", "further replies", &page.rests(target));
    }
    page.nested += 1;
    for reply in made.iter().filter(|m| matches!(m.by, Attacker::Move(..))) {
        if claim_of(page, reply).is_some_and(|c| !page.is_said(c)) {
            line.then(met(page, reply, target));
        }
    }
    page.nested -= 1;
    line
}

/// A reply, and how the exchange about it ends.
fn answer(page: &mut Page<'_>, reply: &Attack, meets: Meets) -> Line {
    let Some(claim) = claim_of(page, reply) else { return Line::default() };
    let known = page.is_said(claim);
    let mut line = replied(page, reply, claim, meets);
    // What was said about it is told where it was told first.
    if !known || !page.is_whole() {
        line.then(rejoined(page, reply, meets));
    }
    line
}

/// What was said against a reply: all of it where all is told, else in a sentence how that ended.
fn rejoined(page: &mut Page<'_>, reply: &Attack, meets: Meets) -> Line {
    let rejoinders = moves_against(page, reply);
    if !page.is_whole() || page.nested >= DEEPEST {
        return ended(page, reply, &rejoinders, meets);
    }
    let mut line = Line::default();
    if let Some(reason) = claim_of(page, reply).filter(|_| meets == Meets::Fails).map(|c| page.reason(c)) {
        let failing = if reason.verdict == Verdict::Unfounded { reason.supports.as_slice() } else { &[] };
        failing.iter().for_each(|support| unfounded(page, support, Aim::Reply, &mut line));
    }
    page.nested += 1;
    for rejoinder in rejoinders {
        if claim_of(page, &rejoinder).is_some_and(|c| !page.is_said(c)) {
            let lead = claim_of(page, reply).map_or_else(String::new, |claim| format!("Against {}", page.refer(claim)));
            line.then(tell(page, &lead, &rejoinder, claim_of(page, reply), Aim::Reply));
        }
    }
    page.nested -= 1;
    line
}

/// How the exchange about a reply ends, in a sentence; nothing where nobody said anything against it.
fn ended(page: &mut Page<'_>, reply: &Attack, rejoinders: &[Attack], meets: Meets) -> Line {
    let rests = page.rest_on(&rejoinders.iter().filter_map(|r| claim_of(page, r)).collect::<Vec<_>>());
    let decides = rejoinders.iter().find(|r| r.fate == Fate::Succeeds);
    let (told, tail, after) = match (meets, decides, rejoinders) {
        (Meets::Fails, Some(won), _) if !fates::is_answered(page, won) => (won, UNANSWERED, "Nobody has answered this."),
        (Meets::Fails, Some(won), _) => (won, ", and no reply to that prevails", "No reply to that prevails."),
        (Meets::Fails, None, _) => {
            let wins = claim_of(page, reply).map_or_else(Vec::new, |claim| page.reason(claim).attacks);
            return match (wins.iter().find(|a| a.fate == Fate::Succeeds), claim_of(page, reply)) {
                (Some(won), Some(claim)) => beaten(page, "The reply", claim, won),
                _ => Line::default(),
            };
        }
        (_, _, []) => return Line::default(),
        (_, _, [only]) => match only.fate {
            Fate::Falls => match claim_of(page, only).map(|claim| failing(page, claim)) {
                None | Some(("", _)) => (only, ", but this was taken back", "This was taken back."),
                Some((tail, after)) => (only, tail, after),
            },
            Fate::Undercut(_) => (only, ", but this does not touch it", "This does not touch it."),
            _ => (only, ", but the reply is the stronger", "The reply is the stronger."),
        },
        (_, _, [_, _]) => return page.remark("Two objections were made to this reply, and neither prevails.", &rests),
        (_, _, all) => {
            let count = words::capital(&words::number(all.len()));
            return page.remark(&format!("{count} objections were made to this reply, and none prevails."), &rests);
        }
    };
    let Some(claim) = claim_of(page, told) else { return Line::default() };
    let speakers = page.speakers_of(claim);
    let mut head = page.speakers.name(&speakers, At::Start);
    head.say(if speakers.is_empty() { "To this reply it was objected" } else { "objected to this reply" });
    page.tell_that(head, "that", claim, Role::Objection, (tail, after))
}

/// That what was said against something fails, within its sentence or after it.
fn failing(page: &Page<'_>, claim: ClaimId) -> (&'static str, &'static str) {
    match page.report.analysis.verdict(claim) {
        Verdict::Unfounded => (", but no reason given for this holds", "No reason given for this holds."),
        // That it was taken back is told with it.
        Verdict::Unsupported if points::is_dropped(page, claim) => ("", ""),
        Verdict::Unsupported => (", but nothing supports this", "Nothing supports this."),
        _ => (", but this does not hold", "This does not hold."),
    }
}

/// When a reply was made that is older than what it replies to: something said before is no reply to it in so many words.
fn before(page: &Page<'_>, reply: &Attack) -> Option<Date> {
    let Attacker::Move(claim, step) = reply.by else { return None };
    let date = |claim: ClaimId| page.claim(claim).details.as_ref().and_then(|d| d.date);
    let said = date(claim)?;
    let met = page.debate().step(step).targets.iter().flat_map(|target| match *target {
        Target::Claim(claim) => vec![claim],
        Target::Step(step) => page.debate().step(step).premises.to_vec(),
    });
    let mut met = met.map(|claim| date(claim).is_some_and(|day| day.is_after(said))).peekable();
    (met.peek().is_some() && met.all(|is_later| is_later)).then_some(said)
}

/// The reply `claim` with its speaker and its reason.
fn replied(page: &mut Page<'_>, attack: &Attack, reply: ClaimId, meets: Meets) -> Line {
    let speakers = page.speakers_of(reply);
    let known = page.is_said(reply);
    let mut head = Line::default();
    let (mut that, mut tail, mut after) = ("that", "", "");
    let before = before(page, attack).map(|day| format!("had said {}", words::on(day)));
    let did = before.clone().unwrap_or_else(|| if known { "replied".to_owned() } else { voices::replied(page, attack) });
    match (meets, speakers.is_empty()) {
        (Meets::Passes(aim), true) => {
            head.say(&format!("Even if this is true, it does not touch {}", aim.words()));
            that = ", because";
        }
        (Meets::Passes(aim), false) if before.is_some() => {
            head.say(&format!("Even if this is true, it does not touch {}, because of what", aim.words()));
            head.then(page.speakers.name(&speakers, At::Inside)).say(&did);
            that = ", namely that";
        }
        (Meets::Passes(aim), false) => {
            head.say("Even if this is true,").then(page.speakers.name(&speakers, At::Inside));
            head.say(&format!("{did}, it does not touch {}", aim.words()));
            that = ", because";
        }
        (Meets::Besides, true) => drop(head.say("Another reply is").is_empty()),
        (Meets::Besides, false) => drop(head.then(page.speakers.name(&speakers, At::Start)).say(&format!("{did} as well")).is_empty()),
        (_, true) => drop(head.say("The reply is").is_empty()),
        (_, false) => drop(head.then(page.speakers.name(&speakers, At::Start)).say(&did).is_empty()),
    }
    if meets == Meets::Fails {
        (tail, after) = failing(page, reply);
    }
    let mut line = page.tell_that(head, that, reply, Role::Reply, (tail, after));
    if !known {
        line.then(points::estimate(page, reply));
        line.then(points::grounds(page, reply, "The reply"));
        if page.is_whole() {
            line.then(acts::in_their_terms(page, reply, "this reply"));
        } else {
            line.then(acts::conceded(page, reply));
        }
        line.then(acts::retracted(page, reply, "this reply"));
        line.then(limits(page, reply, "The reply").unwrap_or_default());
    }
    line
}

/// Why an objection does not stand.
fn fallen(page: &mut Page<'_>, claim: ClaimId, target: Option<ClaimId>) -> Line {
    let reason = page.reason(claim);
    let mut line = Line::default();
    match reason.verdict {
        Verdict::Denied => {
            let wins = |a: &&Attack| a.fate == Fate::Succeeds;
            let winner = reason.attacks.iter().filter(wins).find(|a| matches!(a.by, Attacker::Move(..)));
            let preference = target.and_then(|target| find_reasoned(page, Side::Claim(target), Side::Claim(claim)));
            let other = reason.attacks.iter().find(wins).filter(|a| claim_of(page, a) != target);
            let is_bare = !reason.supports.is_empty() && !reason.supports.iter().any(points::holds);
            match (winner, preference, other) {
                // It would fall without what it cannot stand beside, too.
                (None, None, _) if is_bare => {
                    let told = reason.supports.iter().take(2).filter(|s| !page.is_all_said(&page.debate().step(s.step).premises));
                    told.cloned().collect::<Vec<_>>().iter().for_each(|support| unfounded(page, support, Aim::Objection, &mut line));
                    if line.is_empty() {
                        line.then(page.remark("No reason given for that holds.", &page.rests(claim)));
                    }
                    &mut line
                }
                (Some(reply), ..) => line.then(answer(page, reply, Meets::Denies)),
                (None, Some(preference), _) => line.then(outranked(page, preference, claim)),
                (None, None, Some(won)) => line.then(beaten(page, "It", claim, won)),
                _ => {
                    let rests = page.rests(claim);
                    let is_weaker = target.is_some_and(|target| is_ranked(&page.report.analysis, target, claim));
                    let why = if is_weaker { "It is outweighed." } else { "It gives way to the reasons on the other side." };
                    line.then(page.remark(why, &rests))
                }
            };
        }
        Verdict::Unfounded => {
            for support in reason.supports.iter().take(2) {
                unfounded(page, support, Aim::Objection, &mut line);
            }
        }
        // That it was taken back is told with it.
        _ if reason.basis == Basis::Retracted => {}
        _ => match points::withdrawn(page, &reason) {
            Some(told) => drop(line.then(told).is_empty()),
            None => drop(line.then(page.remark("It has nothing to stand on.", &page.rests(claim))).is_empty()),
        },
    }
    line
}

/// Why a reason for an objection fails, or for a reply, against which it is an objection in turn.
fn unfounded(page: &mut Page<'_>, support: &SupportReason, of: Aim, line: &mut Line) {
    let lead = if line.is_empty() { "In support of this" } else { "Besides" };
    if let Some(reply) = support.undercuts.iter().find(|u| u.fate == Fate::Succeeds) {
        let voice: Vec<_> = page.debate().step(support.step).claims().flat_map(|c| page.voices_of(c)).collect();
        line.then(points::told(page, Line::default(), lead, support, &voice).0);
        line.then(match of {
            Aim::Reply => tell(page, "Against this argument", reply, None, Aim::Reply),
            _ => answer(page, reply, Meets::Passes(Aim::Step)),
        });
        return;
    }
    let Some(weak) = points::find_weak(page, support) else { return };
    let reason = page.reason(weak);
    let which = match reason.verdict {
        Verdict::Unfounded => "for which no reason holds",
        Verdict::Unsupported if points::is_dropped(page, weak) => "that was taken back",
        Verdict::Unsupported => "that nothing supports",
        Verdict::Open => "that is itself open",
        Verdict::Denied | Verdict::Stands => "that does not hold",
    };
    let known = page.is_said(weak);
    let head = Line::of(format!("It rests on a point {which}, namely"));
    line.then(page.tell_that(head, "that", weak, Role::Point, ("", "")));
    let won = reason.attacks.iter().find(|a| a.fate == Fate::Succeeds);
    // What became of a point is told where it is told first.
    if known && won.is_none_or(|won| claim_of(page, won).is_some_and(|by| page.is_said(by))) {
        return;
    }
    if let Some(reply) = won.filter(|won| matches!(won.by, Attacker::Move(..))) {
        line.then(match of {
            Aim::Reply => tell(page, "Against this", reply, Some(weak), Aim::Reply),
            _ => answer(page, reply, Meets::Denies),
        });
    } else if let Some(won) = won {
        let name = words::capital(&page.refer(weak));
        line.then(beaten(page, &name, weak, won));
    } else if page.is_whole() && page.nested < DEEPEST {
        page.nested += 1;
        for beneath in reason.supports.iter().filter(|s| !points::holds(s)) {
            if !page.is_all_said(&page.debate().step(beneath.step).premises) {
                unfounded(page, beneath, of, line);
            }
        }
        page.nested -= 1;
    }
}

/// That an objection loses by `preference`.
fn outranked<'r>(page: &mut Page<'r>, preference: &'r Preference, claim: ClaimId) -> Line {
    let judged = fates::judged_between(page, preference, Ranking::OUTWEIGHED.judged);
    ranked(page, Ranking { judged: &judged, ..Ranking::OUTWEIGHED }, preference, claim)
}

/// Why an objection that stands does not win.
fn outweighed(page: &mut Page<'_>, attack: &Attack, claim: ClaimId, target: Option<ClaimId>) -> Line {
    let side = if matches!(attack.by, Attacker::Move(..)) { Side::Rebuttal(claim) } else { Side::Claim(claim) };
    match target.and_then(|target| find_reasoned(page, Side::Claim(target), side)) {
        Some(preference) => outranked(page, preference, claim),
        None => page.remark("It is outweighed.", &page.rests(claim)),
    }
}

/// What was said against a limit.
pub fn against_limit(page: &mut Page<'_>, limit: ClaimId) -> Line {
    let reason = page.reason(limit);
    let mut line = Line::default();
    for attack in reason.attacks.iter().take(page.bounds.beneath) {
        line.then(tell(page, "Against this limit", attack, Some(limit), Aim::Point));
    }
    line
}

/// The limits of a point, an objection or a reply, as sentences; `whose` is what they limit.
pub fn limits(page: &mut Page<'_>, claim: ClaimId, whose: &str) -> Option<Line> {
    if page.nested >= NESTED {
        return None;
    }
    page.nested += 1;
    let limits: Vec<ClaimId> = page.report.analysis.links.limits(claim).filter(|l| !page.is_said(*l)).collect();
    let mut line = Line::default();
    for limit in limits.into_iter().take(page.bounds.beneath) {
        let speakers = page.speakers_of(limit);
        let mut head = Line::of(whose);
        if speakers.is_empty() {
            head.say("holds within a limit");
            line.then(page.tell_that(head, ", namely that", limit, Role::Limit, ("", "")));
        } else {
            head.say("is qualified:").then(page.speakers.name(&speakers, At::Inside)).say("said");
            line.then(page.tell_that(head, "that", limit, Role::Limit, ("", "")));
        }
        line.then(against_limit(page, limit));
    }
    page.nested -= 1;
    (!line.is_empty()).then_some(line)
}
