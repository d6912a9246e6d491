//! Why a claim does not stand, as sentences and a list: the objections that nobody met, the reasons that fail.

use crate::{
    analysis::{
        decisive::{Side, are_even, find_decisive, is_ranked},
        verdict::Verdict,
        why::{Attack, Attacker, Basis, Fate, Reason, SupportReason},
    },
    model::ids::{ClaimId, PartyId, QuestionId},
    render::{
        bounds::DEEPEST,
        document::{Block, Ground},
        marks::Role,
        page::Page,
        parts::{
            acts,
            fates::{self, Aim, Ranking, claim_of},
            objections, points,
        },
        prose::{line::Line, words},
    },
};
use std::collections::BTreeSet;

/// How many objections are told that bring a claim down, and how many more are named.
const MOST: usize = 2;
const MOST_NAMED: usize = 3;

/// Of how many open answers it is looked whether one of them is preferred to another.
const MOST_RANKED: usize = 20;

/// Why a claim does not stand.
#[derive(Debug, Default)]
pub struct Why {
    /// What spoke for it, and what became of it.
    pub line: Line,
    /// The reasons that fail, as the items of a list.
    pub failing: Vec<Vec<Block>>,
    /// What was objected to it besides, where it fell to nothing but the want of reasons.
    pub besides: Line,
}

impl From<Line> for Why {
    fn from(line: Line) -> Self {
        Self { line, ..Self::default() }
    }
}

/// Why `reason.claim` does not stand, after its text.
pub fn why(page: &mut Page<'_>, reason: &Reason, question: QuestionId) -> Why {
    let rests = page.rests(reason.claim);
    let mut line = match reason.verdict {
        Verdict::Stands => page.remark("This stands as well.", &rests),
        Verdict::Open => open(page, reason, question),
        Verdict::Unsupported => {
            let mut line = acts::in_their_terms(page, reason.claim, "this answer");
            match (page.taken_back(reason.claim).is_empty(), reason.basis) {
                (false, _) => &mut line,
                (true, Basis::Retracted) if !line.is_empty() => &mut line,
                (true, Basis::Retracted) => line.then(page.remark("Whoever put this answer forward no longer holds it.", &rests)),
                (true, _) => match points::withdrawn(page, reason) {
                    Some(told) => return std::mem::take(line.then(told)).into(),
                    None => line.then(page.remark("Nothing supports this.", &rests)),
                },
            };
            line
        }
        Verdict::Denied | Verdict::Unfounded => return fallen(page, reason, question),
    };
    line.then(taken_back(page, reason));
    line.into()
}

/// Why a claim falls.
fn fallen(page: &mut Page<'_>, reason: &Reason, question: QuestionId) -> Why {
    let mut line = in_favour(page, reason);
    let voice = page.voices_of(reason.claim);
    let rests = page.rests(reason.claim);
    let failing: Vec<&SupportReason> = reason.supports.iter().filter(|s| !points::holds(s)).collect();
    let wins: Vec<&Attack> = reason.attacks.iter().filter(|a| a.fate == Fate::Succeeds).collect();
    let moves: Vec<&Attack> = wins.iter().copied().filter(|a| matches!(a.by, Attacker::Move(..))).collect();
    let is_bare = moves.is_empty() && !failing.is_empty() && failing.len() == reason.supports.len();
    let won = wins.first().filter(|_| moves.is_empty() && !is_bare);
    if let Some(Attacker::Contradiction(by)) = won.map(|won| won.by) {
        line.then(beaten(page, reason.claim, by, question));
    } else if let Some(won) = won {
        line.then(objections::tell(page, "", won, Some(reason.claim), Aim::Answer));
    }
    let told = if page.is_whole() { moves.len() } else { moves.len().min(MOST) };
    let (moves, more) = moves.split_at(told);
    for attack in moves {
        line.then(objections::tell(page, "", attack, Some(reason.claim), Aim::Answer));
    }
    line.then(further(page, &more.iter().filter_map(|a| claim_of(page, a)).collect::<Vec<_>>()));
    if !is_bare {
        line.then(idle(page, reason, ""));
    }
    line.then(acts::in_their_terms(page, reason.claim, "this answer"));
    line.then(taken_back(page, reason));
    let of = if line.is_empty() { "it" } else { "this answer" };
    // What announces the list stands right before it.
    if is_bare {
        let words = announced(failing.len(), failing.len(), of);
        line.then(page.remark(&words, &rests));
        let mut items: Vec<Vec<Block>> = failing.iter().take(page.bounds.failing).map(|s| failing_item(page, s, &voice)).collect();
        items.extend(page.more(failing.len().saturating_sub(page.bounds.failing), "reason", "reasons", &rests));
        items.retain(|item| !item.is_empty());
        return Why { line, failing: items, besides: idle(page, reason, "Against this answer") };
    }
    let items = if page.is_whole() { failing_items(page, reason, &voice) } else { Vec::new() };
    if items.is_empty() {
        return line.into();
    }
    let words = announced(items.len(), reason.supports.len(), of);
    line.then(page.remark(&words, &rests));
    Why { line, failing: items, besides: Line::default() }
}

/// The objections to a claim that bring down nothing, the first after `lead`; where not all is told, how many these are.
fn idle(page: &mut Page<'_>, reason: &Reason, lead: &str) -> Line {
    let idle: Vec<&Attack> = reason.attacks.iter().filter(|a| a.fate != Fate::Succeeds && matches!(a.by, Attacker::Move(..))).collect();
    if !page.is_whole() {
        return page.left_out(idle.len(), "further objection", "further objections", &page.rests(reason.claim));
    }
    let mut line = Line::default();
    for attack in idle {
        let lead = if line.is_empty() { lead } else { "" };
        line.then(objections::tell(page, lead, attack, Some(reason.claim), Aim::Answer));
    }
    line
}

/// The reasons for a claim that hold although it falls; where all is told, with what bears on their points.
fn in_favour(page: &mut Page<'_>, reason: &Reason) -> Line {
    let mut line = Line::default();
    let voice = page.voices_of(reason.claim);
    let most = if page.is_whole() { usize::MAX } else { page.bounds.grounds.min(2) };
    for (index, support) in reason.supports.iter().filter(|s| points::holds(s)).take(most).enumerate() {
        let lead = if index == 0 { "In its favour" } else { "Also in its favour" };
        let (told, fresh) = points::told(page, Line::default(), lead, support, &voice);
        line.then(told);
        if !page.is_whole() {
            continue;
        }
        for point in fresh {
            line.then(bearing_on(page, point));
        }
        for attack in &support.undercuts {
            line.then(objections::tell(page, "Against this argument", attack, None, Aim::Step));
        }
    }
    line
}

/// What was said for and against a point, and for and against that, as far down as the debate goes.
fn bearing_on(page: &mut Page<'_>, point: ClaimId) -> Line {
    let mut line = Line::default();
    if page.nested >= DEEPEST {
        return line;
    }
    page.nested += 1;
    let reason = page.reason(point);
    let voice = page.voices_of(point);
    for support in reason.supports.iter().filter(|s| points::holds(s)) {
        let premises = &page.debate().step(support.step).premises;
        if page.is_all_said(premises) {
            let words = format!("This rests on {}.", page.refer_all(premises));
            line.then(page.remark(&words, &page.rest_on(premises)));
            continue;
        }
        let lead = if line.is_empty() { "The reason given is that" } else { "Besides" };
        let (told, fresh) = points::told(page, Line::default(), lead, support, &voice);
        line.then(told);
        for beneath in fresh {
            line.then(bearing_on(page, beneath));
        }
        for attack in &support.undercuts {
            line.then(objections::tell(page, "Against this argument", attack, None, Aim::Step));
        }
    }
    for attack in reason.attacks {
        let lead = if line.is_empty() { "Against this".to_owned() } else { format!("Against {}", page.refer(point)) };
        line.then(objections::tell(page, &lead, &attack, Some(point), Aim::Point));
    }
    line.then(objections::limits(page, point, "This").unwrap_or_default());
    page.nested -= 1;
    line
}

/// That the objections `claims` prevail too, by their marks and by number.
fn further(page: &mut Page<'_>, claims: &[ClaimId]) -> Line {
    if claims.is_empty() {
        return Line::default();
    }
    let (named, rest) = claims.split_at(claims.len().min(MOST_NAMED));
    let (one, verb) = if claims.len() == 1 { ("more objection", "prevails") } else { ("more objections", "prevail") };
    let count = words::capital(&words::count(claims.len(), one, one));
    let mut names = named.iter().map(|claim| page.refer(*claim)).collect::<Vec<_>>();
    if !rest.is_empty() {
        page.shortened = true;
        names.push(words::count(rest.len(), "other", "others"));
    }
    page.remark(&format!("{count} {verb} too: {}.", words::and(&names)), &page.rest_on(claims))
}

/// A claim falls to another that it cannot stand beside.
fn beaten(page: &mut Page<'_>, claim: ClaimId, by: ClaimId, question: QuestionId) -> Line {
    let preference = find_decisive(page.debate(), &page.report.analysis.links, Side::Claim(by), Side::Claim(claim));
    let clash = fates::clash(page, claim, by);
    page.exclude(claim, by);
    let rests: Vec<Ground> = vec![Ground::Claim(claim), Ground::Claim(by)];
    if page.report.analysis.outcome(question).answer() != Some(by) {
        let head = if page.is_said(by) { "It cannot stand beside" } else { "It cannot stand beside the claim" };
        let mut line = page.tell_that(Line::of(head), "that", by, Role::Objection, (", which stands", "The latter stands."));
        if !clash.is_empty() {
            line.then(fates::explained(page, "The two exclude each other", clash, &rests));
        }
        line.then(preference.map_or_else(Line::default, |p| {
            let head = "The latter is the stronger";
            fates::ranked(page, Ranking { head, before: "", judged: "judged the latter the stronger" }, p, claim)
        }));
        return line;
    }
    let mut line = fates::explained(page, "It cannot stand beside the answer given", clash, &rests);
    line.then(match preference {
        Some(p) => {
            let head = "The answer given was judged the stronger";
            let judged = fates::judged_between(page, p, "judged the answer given the stronger");
            fates::ranked(page, Ranking { head, before: "", judged: &judged }, p, claim)
        }
        None => ranked_between(page, claim, by),
    });
    line
}

/// That what is preferred to `claim` ranks below `by`, the answer given, where these are ranked by several preferences together.
fn ranked_between(page: &mut Page<'_>, claim: ClaimId, by: ClaimId) -> Line {
    let analysis = &page.report.analysis;
    let between = page.debate().preferences.iter().filter(|p| p.weaker.claim == Some(claim));
    let mut between = between.filter_map(|p| Some((p.stronger.claim?, p)));
    let Some((middle, preference)) = between.find(|(middle, _)| is_ranked(analysis, by, *middle)) else { return Line::default() };
    let name = page.refer(middle);
    let head = format!("{}, which ranks below the answer given, is preferred to it", words::capital(&name));
    let judged = format!("judged {name}, which ranks below the answer given, stronger than it");
    fates::ranked(page, Ranking { head: &head, before: "", judged: &judged }, preference, claim)
}

/// The answers to `question` that are open.
pub fn open_answers(page: &Page<'_>, question: QuestionId) -> Vec<ClaimId> {
    let answers = page.debate().question(question).answers.iter().copied();
    answers.filter(|answer| page.report.analysis.verdict(*answer) == Verdict::Open).collect()
}

/// Whether two claims exclude each other, and nothing ranks one of them over the other.
pub fn is_undecided(page: &Page<'_>, one: ClaimId, other: ClaimId) -> bool {
    let analysis = &page.report.analysis;
    let exclude = analysis.links.contradictions(one).any(|contrary| contrary == other);
    exclude && are_even(page.debate(), analysis, one, other)
}

/// Whether a preference ranks one of the first of `answers` over another.
pub fn are_ranked(page: &Page<'_>, answers: &[ClaimId]) -> bool {
    find_ranked(page, answers).is_some()
}

fn find_ranked(page: &Page<'_>, answers: &[ClaimId]) -> Option<(ClaimId, ClaimId)> {
    let first = answers.get(..answers.len().min(MOST_RANKED)).unwrap_or(answers);
    let pairs = first.iter().flat_map(|strong| first.iter().map(move |weak| (*strong, *weak)));
    pairs.filter(|(strong, weak)| strong != weak).find(|(strong, weak)| is_ranked(&page.report.analysis, *strong, *weak))
}

/// Why the answers `open` to `question`, two at least, are open, as what follows `Three answers are open` in a sentence; `told` is the one that
/// the sentence is about.
pub fn why_open(page: &Page<'_>, question: QuestionId, open: &[ClaimId], told: Option<ClaimId>) -> String {
    if let Some((strong, weak)) = find_ranked(page, open) {
        let third = rivals(page, strong, question).into_iter().find(|c| is_undecided(page, strong, *c));
        let name = |claim: ClaimId| match told {
            Some(told) if told == claim => "this one".to_owned(),
            Some(_) if open.len() == 2 => "the other".to_owned(),
            _ => page.refer(claim),
        };
        let (strong, weak) = (name(strong), name(weak));
        return match third.map(name) {
            Some(third) => format!(": {strong} is preferred to {weak}, but nothing decides between {strong} and {third}"),
            None => format!(": {strong} is preferred to {weak}, but is itself open"),
        };
    }
    match open.len() {
        n if open.iter().any(|claim| rivals(page, *claim, question).len() + 1 < n) => String::new(),
        2 => ", and neither has the last word".to_owned(),
        _ => ", and none has the last word".to_owned(),
    }
}

/// The answers to `question` that `claim` cannot stand beside, and that are open with it.
fn rivals(page: &Page<'_>, claim: ClaimId, question: QuestionId) -> Vec<ClaimId> {
    let analysis = &page.report.analysis;
    let is_open = |claim: ClaimId| analysis.verdict(claim) == Verdict::Open;
    let contrary = analysis.links.contradictions(claim).filter(|_| is_open(claim));
    let rivals: BTreeSet<ClaimId> = contrary.filter(|other| page.claim(*other).answers.contains(&question) && is_open(*other)).collect();
    rivals.into_iter().collect()
}

/// That answers among `rivals` are preferred to `claim` which are themselves open.
fn outranked(page: &mut Page<'_>, claim: ClaimId, rivals: &[ClaimId]) -> Line {
    let above: Vec<ClaimId> = rivals.iter().copied().filter(|c| is_ranked(&page.report.analysis, *c, claim)).collect();
    let mut bare = Vec::new();
    let mut line = Line::default();
    for strong in above {
        let Some(preference) = fates::find_reasoned(page, Side::Claim(strong), Side::Claim(claim)) else {
            bare.push(strong);
            continue;
        };
        let name = page.refer(strong);
        let (head, judged) = (
            format!("{}, itself open, is preferred to it", words::capital(&name)),
            format!("judged {name}, itself open, stronger than it"),
        );
        line.then(fates::ranked(page, Ranking { head: &head, before: "", judged: &judged }, preference, claim));
    }
    if !bare.is_empty() {
        let verb = if bare.len() == 1 { "is preferred to it, and is itself open" } else { "are preferred to it, and are themselves open" };
        line.then(page.remark(&format!("{} {verb}.", words::capital(&page.refer_all(&bare))), &page.rest_on(&bare)));
    }
    line
}

/// How an open answer after the first fares against the others: which are preferred to it, and between which of those told `before` and it
/// nothing decides, unless it is the second of two.
pub fn among(page: &mut Page<'_>, claim: ClaimId, before: &[ClaimId], question: QuestionId) -> Line {
    let rivals = rivals(page, claim, question);
    let mut line = outranked(page, claim, &rivals);
    let even: Vec<ClaimId> = rivals.iter().copied().filter(|c| before.contains(c) && is_undecided(page, claim, *c)).collect();
    for other in &even {
        page.exclude(claim, *other);
    }
    if !even.is_empty() && open_answers(page, question).len() > 2 {
        let words = format!("Nothing decides between this and {}.", page.refer_any(&even));
        line.then(page.remark(&words, &page.rest_on(&[vec![claim], even].concat())));
    }
    line
}

/// What keeps an answer open: the other answers, or something else.
fn open(page: &mut Page<'_>, reason: &Reason, question: QuestionId) -> Line {
    let rivals = rivals(page, reason.claim, question);
    let ranks = |strong, weak| is_ranked(&page.report.analysis, strong, weak);
    let even: Vec<ClaimId> = rivals.iter().copied().filter(|c| !ranks(reason.claim, *c) && !ranks(*c, reason.claim)).collect();
    let mut line = Line::default();
    if !even.is_empty() {
        let is_all = page.debate().question(question).answers.len() == even.len() + 1;
        let words = match even.as_slice() {
            [_] if is_all => "This and the other answer exclude each other, and neither".to_owned(),
            [only] => format!("This and {} exclude each other, and neither", page.refer(*only)),
            _ if is_all => "This and the other answers exclude each other, and none".to_owned(),
            several => format!("This cannot stand beside {}, and none of them", page.refer_any(several)),
        };
        let rests = page.rest_on(&[vec![reason.claim], even.clone()].concat());
        line.then(page.remark(&format!("{words} has the last word."), &rests));
        for other in even {
            line.then(excluding(page, reason.claim, other));
        }
    }
    line.then(outranked(page, reason.claim, &rivals));
    if line.is_empty() {
        let is_attacked = reason.attacks.iter().any(|a| a.fate == Fate::Open && claim_of(page, a).is_none_or(|c| !rivals.contains(&c)));
        let why = match is_attacked {
            false if points::is_point_open(reason) => "This is open, because what it rests on is.",
            false if points::is_argument_open(reason) => "This is open, because an objection to the reason for it is.",
            _ => "This is open.",
        };
        line.then(page.remark(why, &page.rests(reason.claim)));
    }
    line
}

/// Why two claims exclude each other, as a sentence; nothing where the page says so already, or the debate does not.
pub fn excluding(page: &mut Page<'_>, one: ClaimId, other: ClaimId) -> Line {
    page.exclude(one, other);
    let clash = fates::clash(page, one, other);
    if clash.is_empty() || page.tell_once(clash).is_some() {
        return Line::default();
    }
    let mut line = page.marked(clash);
    line.end(&page.rest_on(&[one, other]));
    line
}

/// Which answers to `question`, the one that was `given` first, exclude each other of those that the page tells, and why, where it does not say
/// so yet.
pub fn exclusive(page: &mut Page<'_>, question: QuestionId, given: Option<ClaimId>) -> Line {
    let mut line = Line::default();
    for contradiction in &page.debate().contradictions {
        let is_told = |c: &ClaimId| page.claim(*c).answers.contains(&question) && page.is_said(*c);
        let mut claims: Vec<ClaimId> = contradiction.claims.iter().copied().filter(is_told).collect();
        claims.sort_by_key(|claim| Some(*claim) != given);
        let pairs = claims.iter().zip(claims.iter().skip(1).chain(claims.first()));
        let mut is_news = false;
        for (one, other) in pairs.filter(|(one, other)| one != other) {
            is_news |= page.exclude(*one, *other);
        }
        if !is_news {
            continue;
        }
        let all = page.refer_all(&claims);
        let head = if claims.len() > 2 { format!("of {all}, no two can stand together") } else { format!("{all} exclude each other") };
        let why = Some(contradiction.text.trim()).filter(|why| !page.is_text_told(why)).unwrap_or("");
        line.then(fates::explained(page, &words::capital(&head), why, &page.rest_on(&claims)));
    }
    line
}

/// That its speakers took it back, where they did.
fn taken_back(page: &mut Page<'_>, reason: &Reason) -> Line {
    let line = acts::retracted(page, reason.claim, "this answer");
    if !line.is_empty() || reason.basis != Basis::Groundless {
        return line;
    }
    let words = match reason.supports.len() {
        1 => "The one reason given for it rests on it in turn, or on what has no support.",
        _ => "The reasons given for it rest on each other, or on what has no support.",
    };
    points::withdrawn(page, reason).unwrap_or_else(|| page.remark(words, &page.rests(reason.claim)))
}

/// A reason that fails, and why it does.
pub fn failing_item(page: &mut Page<'_>, support: &SupportReason, voice: &[PartyId]) -> Vec<Block> {
    let (mut line, fresh) = points::told(page, Line::default(), "", support, voice);
    let weak = points::find_weak(page, support);
    let is_only = page.debate().step(support.step).premises.len() == 1 && !fresh.is_empty();
    let what = |page: &Page<'_>, weak: ClaimId| if is_only { "this".to_owned() } else { page.refer(weak) };
    let mut untold = None;
    if let Some(attack) = support.undercuts.iter().find(|u| u.fate == Fate::Succeeds) {
        let lead = "Against this argument";
        if let Some(by) = claim_of(page, attack).filter(|c| page.is_said(*c)) {
            let words = format!("{lead} stands {}, too.", page.refer(by));
            line.then(page.remark(&words, &page.rests(by)));
        } else {
            line.then(objections::tell(page, lead, attack, None, Aim::Step));
        }
    } else if let Some(weak) = weak {
        let reason = page.reason(weak);
        match reason.attacks.iter().find(|a| matches!(a.fate, Fate::Succeeds | Fate::Open)) {
            Some(attack) => {
                let lead = format!("Against {}", what(page, weak));
                line.then(objections::tell(page, &lead, attack, Some(weak), Aim::Point));
            }
            // That it was taken back is told with it.
            None if reason.basis == Basis::Retracted && reason.supports.is_empty() => {}
            None => untold = Some(reason),
        }
    }
    let beneath = beneath(page, support);
    if let Some(weak) = weak.filter(|_| !beneath.is_empty()) {
        let all = page.report.analysis.links.supports(weak).len();
        let words = announced(beneath.len(), all, &what(page, weak));
        line.then(page.remark(&words, &page.rests(weak)));
    } else if let Some(reason) = untold {
        let of = what(page, reason.claim);
        line.then(bereft(page, &reason, &of));
    }
    let mut blocks: Vec<Block> = if line.is_empty() { Vec::new() } else { vec![line.paragraph()] };
    if !beneath.is_empty() {
        blocks.push(Block::List { ordered: false, items: beneath });
    }
    blocks
}

/// That a point called `of` has no reason that holds, and what struck those that it has.
fn bereft(page: &mut Page<'_>, reason: &Reason, of: &str) -> Line {
    let rests = page.rests(reason.claim);
    if reason.verdict != Verdict::Unfounded {
        return page.remark(&format!("Nothing that stands supports {of}."), &rests);
    }
    let struck: Vec<&Attack> = reason.supports.iter().flat_map(|s| s.undercuts.iter().find(|u| u.fate == Fate::Succeeds)).collect();
    let known: Vec<ClaimId> = struck.iter().filter_map(|a| claim_of(page, a)).filter(|c| page.is_said(*c)).collect();
    let words = match known.get(..known.len().min(MOST_NAMED)).unwrap_or(&known) {
        [] => format!("No reason given for {of} holds."),
        [only] => format!("No reason given for {of} holds; {} stands against the argument.", page.refer(*only)),
        several => format!("No reason given for {of} holds; {} stand against the arguments.", page.refer_all(several)),
    };
    let mut line = page.remark(&words, &rests);
    if let Some(attack) = struck.first().filter(|_| known.is_empty()) {
        line.then(objections::tell(page, "Against the argument for it", attack, None, Aim::Step));
    }
    line
}

/// Where all is told, the reasons for a point that fails for want of them, and why they fail.
fn beneath(page: &mut Page<'_>, support: &SupportReason) -> Vec<Vec<Block>> {
    let weak = points::find_weak(page, support).filter(|_| page.is_whole() && page.nested < DEEPEST);
    let Some(reason) = weak.map(|claim| page.reason(claim)).filter(|r| !r.attacks.iter().any(|a| a.fate == Fate::Succeeds)) else {
        return Vec::new();
    };
    let voice = page.voices_of(reason.claim);
    items_of(page, &reason, &voice, false)
}

/// What announces the reasons that do not hold of what is called `of`: so many of `all` that were given.
pub fn announced(failing: usize, all: usize, of: &str) -> String {
    match (failing, all - failing) {
        (1, 0) => format!("The one reason given for {of} does not hold:"),
        (2, 0) => format!("Neither of the two reasons given for {of} holds:"),
        (_, 0) => format!("None of the reasons given for {of} holds:"),
        (1, _) => format!("One reason given for {of} does not hold:"),
        (2, _) => format!("Two reasons given for {of} do not hold:"),
        _ => format!("Several reasons given for {of} do not hold:"),
    }
}

/// The reasons for a claim that fail, each with why it does; those of which all was told before in a sentence.
pub fn failing_items(page: &mut Page<'_>, reason: &Reason, voice: &[PartyId]) -> Vec<Vec<Block>> {
    items_of(page, reason, voice, true)
}

/// That what was told before was given as a reason that fails.
fn known_item(page: &mut Page<'_>, support: &SupportReason) -> Line {
    let premises = &page.debate().step(support.step).premises;
    let names = words::capital(&page.refer_all(premises));
    let was = if premises.len() == 1 { "was given as a reason" } else { "were given as a reason together" };
    let struck = support.undercuts.iter().find(|u| u.fate == Fate::Succeeds).and_then(|u| claim_of(page, u));
    let (why, rests) = match (points::find_weak(page, support), struck) {
        (None, Some(by)) => (format!(", and against this argument stands {}", page.refer(by)), page.rests(by)),
        (Some(weak), _) => {
            let name = if premises.len() == 1 { String::new() } else { format!("{} ", page.refer(weak)) };
            let fate = match page.report.analysis.verdict(weak) {
                Verdict::Open => "is itself open",
                Verdict::Unsupported => "has nothing to stand on",
                Verdict::Unfounded => "has no reason left that holds",
                Verdict::Denied | Verdict::Stands => "does not hold",
            };
            (format!(", and {name}{fate}"), page.rests(weak))
        }
        (None, None) => (", and whether this argument holds is open".to_owned(), Vec::new()),
    };
    page.remark(&format!("{names} {was}{why}."), &[page.rest_on(premises), rests].concat())
}

fn items_of(page: &mut Page<'_>, reason: &Reason, voice: &[PartyId], with_known: bool) -> Vec<Vec<Block>> {
    page.nested += 1;
    let mut items = Vec::new();
    for support in reason.supports.iter().filter(|s| !points::holds(s)) {
        let premises = &page.debate().step(support.step).premises;
        if !page.is_all_said(premises) {
            items.push(failing_item(page, support, voice));
        } else if with_known && !premises.is_empty() {
            items.push(vec![known_item(page, support).paragraph()]);
        }
    }
    page.nested -= 1;
    items.retain(|item| !item.is_empty());
    items
}
