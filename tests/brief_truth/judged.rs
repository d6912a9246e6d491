//! What must be so of the sentences of the key judgements.

use crate::brief_truth::{
    look::{Laws, Look, YES, ask, fits, lower, number},
    oracle::code_of,
    told,
};
use agon::{
    analysis::{
        evaluate::Force,
        outcome::Outcome,
        verdict::Verdict,
        why::{Attack, Attacker, Fate},
    },
    model::{
        debate::{ClaimKind, Stance},
        ids::{ClaimId, SourceId},
    },
};
use std::collections::BTreeSet;

/// What joins how a judgement fares to what became of the other answers.
const JOINTS: [&str; 4] = [", and the other ", ", and another ", ", and the two ", ", and two other "];

/// What the reasons are called to which there are objections: all, or those that hold.
const REASONS: [&str; 3] = ["its reasons", "the reason that holds", "the reasons that hold"];

/// The clause on the objections to the reasons at the end of `words`, with what stands before it.
fn of_reasons(words: &str) -> (&str, Option<&str>) {
    let Some(at) = REASONS.iter().find_map(|reasons| words.find(&format!(" to {reasons} "))) else { return (words, None) };
    let start = words[..at].rfind(", ").map_or(0, |comma| comma + 2);
    let clause = &words[start..];
    (words[..start].trim_end_matches(", "), Some(clause.strip_prefix("and ").unwrap_or(clause)))
}

/// Whether such a clause is so.
fn met_reasons(l: &Look<'_>, clause: &str) -> bool {
    let clause = lower(clause);
    let named = REASONS.iter().position(|reasons| clause.contains(reasons));
    let told = match REASONS.iter().fold(clause, |clause, reasons| clause.replace(reasons, REASONS[0])).as_str() {
        "the one objection to its reasons does not prevail" => Some(1),
        "neither of the two objections to its reasons prevails" => Some(2),
        clause => fits("none of the * objections to its reasons prevails", clause).and_then(|gaps| number(gaps[0])),
    };
    let answers = l.others();
    let beneath = l.o.beneath(vec![judged(l)]);
    let is_whole = beneath.iter().all(|point| l.o.stands(*point));
    let working: usize = beneath.iter().map(|point| l.o.works(*point).len()).sum();
    let all: usize = beneath.iter().map(|point| l.o.supports(*point).len()).sum();
    let is_named = named == Some(if working == all { 0 } else { working.clamp(1, 2) });
    is_whole && is_named && told == Some(l.o.against_reasons(judged(l), &answers).len())
}

/// Whether what `words` say is so; nothing if their kind is not known.
pub(crate) fn is_so(l: &Look<'_>, words: &str) -> Option<bool> {
    let words = words.trim_end_matches('.');
    let joint = JOINTS.iter().find_map(|joint| words.find(joint));
    let (own, rivals) = joint.map_or((words, ""), |at| (&words[..at], &words[at + 6..]));
    let rivals = if rivals.is_empty() { Some(true) } else { ask(RIVALS, l, rivals) };
    // Objections to the reasons are told beside those to what is judged.
    let (own, beside) = of_reasons(own);
    if beside.is_some_and(|clause| !met_reasons(l, clause)) {
        return Some(false);
    }
    if own.is_empty() {
        return rivals;
    }
    let own = ask(STANDING, l, own).or_else(|| ask(RIVALS, l, &lower(own))).or_else(|| told::is_so(l, &format!("{own}.")))?;
    Some(own && rivals?)
}

fn judged(l: &Look<'_>) -> ClaimId {
    l.judged().unwrap()
}

/// The days that have passed of what the judgement rests on.
fn ended_beneath(l: &Look<'_>) -> Vec<String> {
    l.o.beneath(vec![judged(l)]).into_iter().skip(1).filter_map(|c| l.o.ended(c)).collect()
}

/// How many of the other answers have such a verdict.
fn others(l: &Look<'_>, test: impl Fn(Verdict) -> bool) -> usize {
    l.others().iter().filter(|a| test(l.o.verdict(**a))).count()
}

fn all_others(l: &Look<'_>, n: &str, test: impl Fn(Verdict) -> bool) -> bool {
    number(n) == Some(l.others().len()) && others(l, test) == l.others().len()
}

fn open_answers(l: &Look<'_>) -> Vec<ClaimId> {
    let question = l.judgement().question.unwrap();
    l.o.debate.question(question).answers.iter().copied().filter(|a| l.o.is_open(*a)).collect()
}

fn are_open(l: &Look<'_>, n: &str) -> bool {
    number(n) == Some(open_answers(l).len())
}

fn two_clash(l: &Look<'_>) -> bool {
    matches!(open_answers(l)[..], [one, other] if l.o.undecided(one, other))
}

fn none_is_left(l: &Look<'_>, n: &str) -> bool {
    all_others(l, n, |v| !matches!(v, Verdict::Stands | Verdict::Open))
}

/// The same, where so many of them were taken back.
fn none_is_held(l: &Look<'_>, n: &str, dropped: &str) -> bool {
    none_is_left(l, n) && number(dropped) == Some(l.others().into_iter().filter(|a| l.o.is_dropped(*a)).count())
}

fn stand(l: &Look<'_>, n: &str) -> bool {
    number(n) == Some(others(l, |v| v == Verdict::Stands))
}

/// The attacks on what is judged, but for the rival answers that only contradict it.
fn objections(l: &Look<'_>) -> Vec<Attack> {
    let rivals = l.others();
    let is_rival = |a: &Attack| matches!(a.by, Attacker::Contradiction(c) if rivals.contains(&c));
    let mut all: Vec<Attack> = l.o.reason(judged(l)).attacks.into_iter().filter(|a| !is_rival(a)).collect();
    // What was raised against it and contradicts it too, with no more success, is one objection.
    let weight = |fate: &Fate| match fate {
        Fate::Succeeds => 2,
        Fate::Open => 1,
        _ => 0,
    };
    let raised = all.clone();
    let is_raised =
        |c, fate: &Fate| raised.iter().any(|a| matches!(a.by, Attacker::Move(by, _) if by == c) && weight(&a.fate) >= weight(fate));
    all.retain(|a| !matches!(a.by, Attacker::Contradiction(c) if is_raised(c, &a.fate)));
    all
}

/// Whether `n` objections fared as `how` says.
fn fared(l: &Look<'_>, n: usize, how: &str) -> bool {
    let by = |a: &Attack| if let Attacker::Move(c, _) | Attacker::Contradiction(c) = a.by { Some(c) } else { None };
    let verdict = |a: &Attack| by(a).map(|c| l.o.verdict(c));
    let count = |test: &dyn Fn(&Attack) -> bool| objections(l).iter().filter(|a| test(a)).count();
    let how = how.split_once(' ').map_or(how, |(_, rest)| rest);
    match how {
        "been answered" => count(&|a| a.fate == Fate::Falls && (verdict(a).is_some_and(Verdict::falls) || l.o.replies(a) > 0)) >= n,
        "falls" | "fall" => count(&|a| a.fate == Fate::Falls) >= n,
        "no support" => count(&|a| a.fate == Fate::Falls && verdict(a) == Some(Verdict::Unsupported)) >= n,
        "not hold" => count(&|a| a.fate == Fate::Falls) >= n,
        "taken back" => count(&|a| a.fate == Fate::Falls && verdict(a) == Some(Verdict::Unsupported)) >= n,
        "be true but does not touch it" | "be true but do not touch it" => count(&|a| matches!(a.fate, Fate::Undercut(_))) == n,
        "outweighed" => count(&|a| matches!(a.fate, Fate::Outweighed | Fate::Falls)) >= n,
        "undecided" => count(&|a| a.fate == Fate::Open) == n,
        _ => false,
    }
}

fn all_fared(l: &Look<'_>, n: usize, how: &str) -> bool {
    objections(l).len() == n && fared(l, n, how)
}

/// Whether what is judged falls to `all` objections, `unmet` of which have no reply.
fn falls_to(l: &Look<'_>, all: Option<usize>, unmet: Option<usize>) -> bool {
    let wins = l.o.reason(judged(l)).attacks.into_iter();
    let wins: Vec<Attack> = wins.filter(|a| a.fate == Fate::Succeeds && matches!(a.by, Attacker::Move(..))).collect();
    all == Some(wins.len()) && unmet == Some(wins.iter().filter(|a| l.o.replies(a) == 0).count())
}

/// Whether the reasons for what is judged number `n`, and its sources are as told.
fn rests(l: &Look<'_>, n: &str, sources: &str) -> bool {
    let claim = judged(l);
    let open = l.o.is_open(claim);
    let settled = |s: &agon::model::ids::StepId| l.o.premises(*s).iter().all(|p| l.o.stands(*p));
    let holding = if open {
        l.o.supports(claim).iter().filter(|s| l.o.force(**s) != Force::Fails && settled(s)).count()
    } else {
        l.o.works(claim).len()
    };
    number(n) == Some(holding) && (open || cites(l, sources))
}

/// Whether the sources of what is judged are as `told`, with the grades of the debates that are made here: A1, C and E.
fn cites(l: &Look<'_>, told: &str) -> bool {
    let all = l.o.sources(judged(l));
    let origins: BTreeSet<SourceId> = all.iter().map(|s| l.o.debate.source(*s).origin.unwrap_or(*s)).collect();
    let (told, sources) = match fits("* sources, which go back to *", told) {
        Some(g) if number(g[0]) == Some(all.len()) && origins.len() < all.len() => (g[1], &origins),
        Some(_) => return false,
        None if origins.len() < all.len() => return false,
        None => (told, &all),
    };
    let grades: Vec<&str> = sources.iter().map(|s| l.o.debate.source(*s).reliability.as_deref().unwrap()).collect();
    let of = |letter| grades.iter().filter(|g| g.starts_with(letter)).count();
    let (count, rest) = told.split_once(" sources").unwrap_or((told, ""));
    let says = |n: usize, grade: &str| rest.contains(grade) == (n > 0);
    if let Some(grade) = told.strip_prefix("one source, graded ") {
        return grades == [grade];
    }
    number(count) == Some(grades.len()) && says(of('A'), "B or better") && says(of('E'), "D or worse")
}

fn has_dissent(l: &Look<'_>, names: &str, put_forward: bool) -> bool {
    let claim = judged(l);
    let denies = |p: &_| l.o.did(*p, Stance::Deny, claim) && (!put_forward || l.o.speaks(*p, claim));
    l.o.stands(claim) && l.o.rebuttals(claim) == 0 && l.parties(names).is_some_and(|all| all.iter().all(denies))
}

fn was_disputed(l: &Look<'_>, sole: bool) -> bool {
    let reasons = l.o.supports(judged(l));
    objections(l).is_empty() && sole == (reasons.len() == 1) && reasons.iter().any(|s| l.o.undercuts(*s) > 0)
}

fn nobody_objected(l: &Look<'_>) -> bool {
    l.o.stands(judged(l)) && l.o.rebuttals(judged(l)) == 0 && objections(l).is_empty()
}

/// The same of the reasons for it.
fn nobody_disputed(l: &Look<'_>) -> bool {
    let undercuts = |c| l.o.supports(c).into_iter().map(|s| l.o.undercuts(s)).sum::<usize>();
    let is_undisputed = |c: ClaimId| l.o.rebuttals(c) + undercuts(c) == 0 && (c == judged(l) || l.o.contraries(c).is_empty());
    nobody_objected(l) && l.o.beneath(vec![judged(l)]).into_iter().all(is_undisputed)
}

fn is_answer(l: &Look<'_>, code: &str) -> bool {
    l.o.code(code).is_some_and(|c| l.others().contains(&c) && !l.o.fails(c))
}

fn limited(l: &Look<'_>, n: Option<usize>) -> bool {
    n == Some(l.o.limits(judged(l)).into_iter().filter(|limit| l.o.stands(*limit)).count())
}

/// Whether the reasons that are open are as many as told, and others fail.
fn open_reasons(l: &Look<'_>, told: &str, are_left: bool) -> bool {
    let all = l.o.supports(judged(l));
    let open = all.iter().filter(|s| l.o.force(**s) == Force::Open).count();
    l.o.is_open(judged(l)) && told.split_once(' ').and_then(|(n, _)| number(n)) == Some(open) && are_left == (open < all.len())
}

fn is_open_answer(l: &Look<'_>, code: &str) -> bool {
    is_answer(l, code) && l.o.code(code).is_some_and(|c| l.o.is_open(c))
}

fn level(l: &Look<'_>) -> Option<&'static str> {
    Some(l.o.debate.claim(judged(l)).details.as_ref()?.confidence?.word())
}

fn are_dropped(l: &Look<'_>, n: &str) -> bool {
    number(n) == Some(l.others().len()) && l.others().into_iter().all(|a| l.o.is_dropped(a))
}

/// What became of the other answers.
const RIVALS: &Laws = &[
    ("the other answer is open", |l, _| all_others(l, "one", |v| v == Verdict::Open)),
    ("another answer is open", |l, _| others(l, |v| v == Verdict::Open) == 1 && l.others().len() > 1),
    ("two other answers, which exclude each other, are open", |l, _| {
        let open: Vec<ClaimId> = l.others().into_iter().filter(|a| l.o.is_open(*a)).collect();
        matches!(open[..], [one, other] if l.o.contradict(one, other))
    }),
    ("* other answers are open", |l, g| number(g[0]) == Some(others(l, |v| v == Verdict::Open))),
    ("the other answer was taken back", |l, _| are_dropped(l, "one")),
    ("the * other answers were taken back", |l, g| are_dropped(l, g[0])),
    ("the other answer falls", |l, _| all_others(l, "one", Verdict::falls)),
    ("the * other answers fall", |l, g| all_others(l, g[0], Verdict::falls)),
    ("the other answers fall or were taken back", |l, _| {
        let dropped = others(l, |v| v == Verdict::Unsupported);
        dropped > 0 && dropped + others(l, Verdict::falls) == l.others().len()
    }),
];

/// What is judged, on what it rests, and how it fares.
const STANDING: &Laws = &[
    ("Is {*}?", YES),
    ("{*}", YES),
    ("It is open whether {*}", |l, g| l.o.is_open(l.o.code(g[0]).unwrap())),
    ("It is not shown that {*}", |l, g| l.o.verdict(l.o.code(g[0]).unwrap()) == Verdict::Unsupported),
    ("It has not been shown that {*}", |l, g| l.o.fails(l.o.code(g[0]).unwrap())),
    ("An objection to the reason for it is itself open", |l, _| l.o.is_open(judged(l)) && l.o.has_open_undercut(judged(l))),
    ("A contrary claim that is preferred to it is itself open", |l, _| {
        let is_above = |a: &Attack| matches!(a.by, Attacker::Contradiction(c) if l.o.is_open(c) && l.o.outranks(c, judged(l)));
        l.o.is_open(judged(l)) && objections(l).iter().any(is_above)
    }),
    ("Two answers are open, and neither has the last word, so this one applies by default", |l, _| two_clash(l)),
    ("* answers are open, and none has the last word, so this one applies by default", |l, g| are_open(l, g[0])),
    ("* answers are open", |l, g| are_open(l, g[0])),
    ("The one objection to it, *, *", |l, g| l.one(g[0]).is_some() && all_fared(l, 1, g[1])),
    ("It does not hold that {*}", |l, g| l.o.verdict(l.o.code(g[0]).unwrap()).falls()),
    ("It was meant to hold until *, which has passed", |l, g| l.o.ended(judged(l)).as_deref() == Some(g[0])),
    ("One * it rests on was meant to hold until *, which has passed", |l, g| matches!(&ended_beneath(l)[..], [day] if day == g[1])),
    ("* * it rests on were meant to hold until days that have passed", |l, g| number(g[0]) == Some(ended_beneath(l).len())),
    // Confidence and what it rests on.
    ("Confidence in it is *: it *", |l, g| level(l) == Some(g[0]) && ask(STANDING, l, &format!("It {}", g[1])) == Some(true)),
    ("Confidence in it is *; it *", |l, g| level(l) == Some(g[0]) && ask(STANDING, l, &format!("It {}", g[1])) == Some(true)),
    ("Confidence in it is *, although it *", |l, g| level(l) == Some(g[0]) && ask(STANDING, l, &format!("It {}", g[1])) == Some(true)),
    ("It was put forward as * and with * confidence", |l, g| {
        ask(STANDING, l, &format!("It was put forward as {}", g[0])) == Some(true) && level(l) == Some(g[1])
    }),
    ("It was put forward with * confidence", |l, g| level(l) == Some(g[0])),
    ("It was put forward as having *", |l, g| likelihood(l).is_some_and(|word| word.contains(g[0].trim_start_matches("a ")))),
    ("It was put forward as *", |l, g| likelihood(l) == Some(g[0])),
    ("The claim *", |l, g| ask(STANDING, l, &format!("It {}", g[0])) == Some(true)),
    ("It is supported by *", |l, g| ask(STANDING, l, &format!("It rests on {}", g[0])) == Some(true)),
    ("It has neither a reason nor a source behind it", |l, _| l.o.supports(judged(l)).is_empty() && l.o.sources(judged(l)).is_empty()),
    ("It has * left, which * open", |l, g| open_reasons(l, g[0], true)),
    ("It has *, which * open", |l, g| open_reasons(l, g[0], false)),
    ("It has no reason left that holds", |l, _| !l.o.supports(judged(l)).is_empty() && l.o.works(judged(l)).is_empty()),
    ("It has been taken back", |l, _| l.o.verdict(judged(l)) == Verdict::Unsupported),
    ("It is agreed by all parties", |l, _| l.o.kind(judged(l)) == ClaimKind::Fact),
    ("It has * separate reasons, but what speaks against it prevails", |l, g| {
        l.o.verdict(judged(l)) == Verdict::Denied && number(g[0]) == Some(l.o.sound(judged(l)))
    }),
    ("It has one reason, but what speaks against it prevails", |l, _| {
        l.o.verdict(judged(l)) == Verdict::Denied && l.o.sound(judged(l)) == 1
    }),
    ("It rests on *, and no reason is given for it", |l, g| l.o.supports(judged(l)).is_empty() && cites(l, g[0])),
    ("It rests on one reason, for which no source is named", |l, _| rests(l, "one", "no sources")),
    ("It rests on * separate reasons, for which no source is named", |l, g| rests(l, g[0], "no sources")),
    ("It rests on one reason and *", |l, g| rests(l, "one", g[0])),
    ("It rests on * separate reasons and *", |l, g| rests(l, g[0], g[1])),
    // Objections.
    ("Nobody has objected to it", |l, _| nobody_disputed(l)),
    ("It has met no objection", |l, _| nobody_disputed(l)),
    ("Nobody has objected to it directly", |l, _| nobody_objected(l)),
    ("It has met no direct objection", |l, _| nobody_objected(l)),
    ("Nobody has objected to it, although the reason for it was disputed", |l, _| was_disputed(l, true)),
    ("Nobody has objected to it, although not every reason for it is undisputed", |l, _| was_disputed(l, false)),
    ("It has met no objection, although the reason for it was disputed", |l, _| was_disputed(l, true)),
    ("It has met no objection, although not every reason for it is undisputed", |l, _| was_disputed(l, false)),
    ("No objection to it is on record, although * both put it forward and denied it", |l, g| has_dissent(l, g[0], true)),
    ("No objection to it is on record, although * denied it", |l, g| has_dissent(l, g[0], false)),
    ("The one objection to it *", |l, g| all_fared(l, 1, g[0])),
    ("The two objections to it *", |l, g| all_fared(l, 2, g[0])),
    ("All * objections to it *", |l, g| number(g[0]).is_some_and(|n| all_fared(l, n, g[1]))),
    ("Of * objections, *", |l, g| {
        let each: Vec<(usize, &str)> = g[1]
            .split(", ")
            .flat_map(|p| p.split(" and "))
            .filter_map(|p| p.split_once(' '))
            .map(|(n, how)| (number(n).unwrap(), how))
            .collect();
        let total = objections(l).len();
        number(g[0]) == Some(total)
            && each.iter().map(|(n, _)| n).sum::<usize>() == total
            && each.into_iter().all(|(n, how)| fared(l, n, how))
    }),
    ("It falls to an objection that nobody has met", |l, _| falls_to(l, Some(1), Some(1))),
    ("It falls to an objection that no reply meets", |l, _| falls_to(l, Some(1), Some(0))),
    ("It falls to * objections that nobody has met", |l, g| falls_to(l, number(g[0]), number(g[0]))),
    ("It falls to * objections, which no reply meets", |l, g| falls_to(l, number(g[0]), Some(0))),
    ("It falls to * objections, * of which nobody has met", |l, g| falls_to(l, number(g[0]), number(g[1]))),
    ("It falls to a contrary claim that stands", |l, _| {
        let beats = |a: &Attack| a.fate == Fate::Succeeds && matches!(a.by, Attacker::Contradiction(c) if l.o.stands(c));
        l.o.reason(judged(l)).attacks.iter().any(beats)
    }),
    ("It falls, because no reason given for it holds", |l, _| {
        l.o.verdict(judged(l)).falls() && !l.o.supports(judged(l)).is_empty() && l.o.works(judged(l)).is_empty()
    }),
    ("It falls, because what speaks against it prevails", |l, _| l.o.verdict(judged(l)) == Verdict::Denied),
    ("Nothing supports it", |l, _| l.o.verdict(judged(l)) == Verdict::Unsupported),
    ("The reason* given for it w* taken back", |l, _| l.o.verdict(judged(l)) == Verdict::Unsupported),
    ("Some reasons given for it were taken back, and the others do not hold", |l, _| {
        l.o.verdict(judged(l)) == Verdict::Unsupported && l.o.works(judged(l)).is_empty()
    }),
    ("An objection to it is itself open", |l, _| {
        let is_open = |a: &Attack| a.fate == Fate::Open && matches!(a.by, Attacker::Move(c, _) if l.o.is_open(c));
        objections(l).iter().any(is_open)
    }),
    ("Neither side has the last word", |l, _| l.o.is_open(judged(l)) && objections(l).iter().any(|a| a.fate == Fate::Open)),
    ("What it rests on is itself open", |l, _| {
        let premises = |s| l.o.premises(s).to_vec();
        l.o.is_open(judged(l)) && l.o.supports(judged(l)).into_iter().flat_map(premises).any(|p| l.o.is_open(p))
    }),
    ("It stands, within a limit", |l, _| limited(l, Some(1))),
    ("It stands, within * limits", |l, g| limited(l, number(g[0]))),
    // Answers by default.
    ("This answer applies by default, since no other stands", |l, _| stand(l, "no")),
    ("Another answer stands as well, so this one applies by default", |l, _| l.o.stands(judged(l)) && stand(l, "one")),
    ("* other answers stand as well, so this one applies by default", |l, g| l.o.stands(judged(l)) && stand(l, g[0])),
    ("This answer applies by default, since * answers stand and none of them alone", |l, g| stand(l, g[0])),
    ("Two answers are open and neither has the last word, so this one applies by default", |l, _| two_clash(l)),
    ("* answers are open and none has the last word, so this one applies by default", |l, g| are_open(l, g[0])),
    ("* answers are open, so this one applies by default", |l, g| are_open(l, g[0])),
    ("* answers are open: *, so this one applies by default", |l, g| are_open(l, g[0]) && blocked(l, g[1])),
    // No answer.
    ("There is no answer yet", |l, _| matches!(l.o.outcome(l.judgement().question.unwrap()), Outcome::Open(_))),
    ("Nobody has proposed one", |l, _| l.others().is_empty()),
    ("The one that was proposed was taken back", |l, _| none_is_held(l, "one", "one")),
    ("Both that were proposed were taken back", |l, _| none_is_held(l, "two", "two")),
    ("All * that were proposed were taken back", |l, g| none_is_held(l, g[0], g[0])),
    ("Neither of the two that were proposed stands, and one of them was taken back", |l, _| none_is_held(l, "two", "one")),
    ("None of the * that were proposed stands, and * of them w* taken back", |l, g| none_is_held(l, g[0], g[1])),
    ("The one that was proposed does not stand", |l, _| none_is_left(l, "one")),
    ("Neither of the two that were proposed stands", |l, _| none_is_left(l, "two")),
    ("None of the * that were proposed stands", |l, g| none_is_left(l, g[0])),
    ("The one that is left is open", |l, _| are_open(l, "one") && stand(l, "no")),
    ("Two answers are open, and neither has the last word", |l, _| two_clash(l)),
    ("* answers are open, and none has the last word", |l, g| are_open(l, g[0])),
    ("* answers are open: *", |l, g| are_open(l, g[0]) && blocked(l, g[1])),
    ("* answers stand, and nothing decides between them", |l, g| stand(l, g[0])),
    ("These * answers stand together", |l, g| stand(l, g[0]) && open_answers(l).is_empty()),
    ("These * answers stand together; another is open", |l, g| stand(l, g[0]) && are_open(l, "one")),
    ("These * answers stand together; * others are open", |l, g| stand(l, g[0]) && are_open(l, g[1])),
    ("The one that is open is that {*}", |l, g| is_open_answer(l, g[0]) && are_open(l, "one")),
    ("One that is open is that {*}", |l, g| is_open_answer(l, g[0])),
    ("Another that is open is that {*}", |l, g| is_open_answer(l, g[0])),
    ("* given by *, is that {*}", |l, g| {
        is_answer(l, g[2]) && l.parties(g[1]).is_some_and(|all| all.iter().all(|p| l.o.speaks(*p, l.o.code(g[2]).unwrap())))
    }),
    ("One answer is that {*}", |l, g| is_answer(l, g[0])),
    ("The other is that {*}", |l, g| is_answer(l, g[0])),
    ("A further one is that {*}", |l, g| is_answer(l, g[0])),
];

fn likelihood<'l>(l: &'l Look<'_>) -> Option<&'l str> {
    l.o.debate.claim(judged(l)).details.as_ref()?.likelihood.as_deref()
}

/// `a is preferred to b, but nothing decides between a and c`
fn blocked(l: &Look<'_>, words: &str) -> bool {
    let own = l.judged().map_or_else(String::new, |c| format!("{{{}}}", code_of(&l.o.debate.claim(c).text)));
    let other = open_answers(l).into_iter().find(|c| Some(*c) != l.judged()).unwrap();
    let other = format!("{{{}}}", code_of(&l.o.debate.claim(other).text));
    let words = &words.replace("this one", &own).replace("the other", &other);
    if let Some(g) = fits("* is preferred to *, but is itself open", words) {
        return matches!((l.one(g[0]), l.one(g[1])), (Some(one), Some(other)) if l.o.preferred(one, other) && l.o.is_open(one));
    }
    fits("* is preferred to *, but nothing decides between *", words).is_some_and(|g| match l.claims(&g.join(" and "))[..] {
        [one, weak, again, other] => one == again && l.o.preferred(one, weak) && l.o.undecided(one, other),
        _ => false,
    })
}
