//! The key judgements, each in a line or two: the answer, how likely it is, on what the confidence rests, and how it fares.

use crate::{
    analysis::{
        decisive::is_ranked,
        evaluate::Force,
        origins,
        outcome::Outcome,
        verdict::Verdict,
        why::{Attack, Attacker, Basis, Fate, Reason, SupportReason},
    },
    model::{
        debate::{ClaimKind, Stance},
        ids::{ClaimId, PartyId, QuestionId, SourceId, StepId},
        value::Confidence,
    },
    render::{
        document::{Block, Ground, Inline},
        marks::Role,
        page::Page,
        parts::{
            acts, answers, expired, failings, fates, limits, points,
            tally::{beneath, is_rival, tally},
        },
        pick::Judgement,
        prose::{line::Line, speakers::At, words},
        text,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The claims gone through to count the sources beneath a judgement.
const WALKED: usize = 2000;

/// On what a claim rests whose reasons all fail.
const BEREFT: &str = "has no reason left that holds";

/// How a sentence opens on what a judgement rests on.
const RESTS: &str = "It rests on ";

/// Openings of sentences on judgements, and others that say the same.
const OTHERWISE: [(&str, &str); 3] = [
    (RESTS, "It is supported by "),
    ("Nobody has objected to it directly", "It has met no direct objection"),
    ("Nobody has objected to it", "It has met no objection"),
];

/// How judgements fared that were told before: the sentence and which they are.
type Told = BTreeMap<String, Vec<usize>>;

/// The judgements as the items of a list.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement], title_is_question: bool) -> Vec<Vec<Block>> {
    let mut items = Vec::new();
    let mut told = Told::new();
    for (judgement, number) in judgements.iter().zip(1..) {
        page.here = number;
        items.push(vec![line(page, judgement, title_is_question, &mut told).paragraph()]);
    }
    page.here = 0;
    items
}

fn line(page: &mut Page<'_>, judgement: &Judgement, title_is_question: bool, told: &mut Told) -> Line {
    let mut line = Line::default();
    if let Some(question) = judgement.question.filter(|_| !title_is_question) {
        line.0.push(Inline::Emph(page.prose(&page.debate().question(question).text).0));
        line.end(&[Ground::Question(question)]);
    }
    let Some(claim) = judgement.claim else {
        if let Some(question) = judgement.question {
            no_answer(page, question, &mut line);
        }
        return line;
    };
    let sentence = headed(page, claim, judgement.question);
    line.strong(sentence);
    line.then(points::likelihood(page, claim));
    line.then(points::put_forward_as(page, claim, None));
    let (words, grounds) = grounded(page, claim, judgement.question);
    let words = if words.starts_with(RESTS) { varied(page, told, "Like", words) } else { words };
    line.then(page.remark(&words, &grounds));
    let rests = [vec![Ground::Claim(claim)], judgement.question.map(Ground::Question).into_iter().collect()].concat();
    let fares = match judgement.question.filter(|q| matches!(page.report.analysis.outcome(*q), Outcome::Default(_))) {
        Some(question) => by_default(page, question),
        None => standing(page, claim, judgement.question),
    };
    let words = varied(page, told, "As with", fares);
    line.then(page.remark(&words, &rests));
    if page.reason(claim).basis != Basis::Retracted {
        line.then(acts::withdrawn(page, claim));
    }
    line.then(limits::within(page, claim));
    line.then(expired::of_judgement(page, claim));
    line
}

/// `words` on the judgement that is being told; in other words where they were said of one before, and from the third time on after `as_with`
/// and those of which they were said.
fn varied(page: &Page<'_>, told: &mut Told, as_with: &str, words: String) -> String {
    let before = told.entry(words.clone()).or_default();
    let otherwise = || OTHERWISE.iter().find_map(|(first, other)| Some(format!("{other}{}", words.strip_prefix(first)?)));
    let varied = match before.as_slice() {
        [] => words.clone(),
        [_] if otherwise().is_some() => otherwise().unwrap_or_default(),
        all => format!("{as_with} {}, {}", page.judgement_list(all), words::small(&words)),
    };
    before.push(page.here);
    varied
}

/// The text of `claim` as a judgement: where no question is answered by it, what is denied is denied in the same breath, what has no reason
/// left is told as not shown, and what is open as open.
fn headed(page: &mut Page<'_>, claim: ClaimId, question: Option<QuestionId>) -> Line {
    let verdict = page.report.analysis.verdict(claim);
    let (clause, that, label) = match verdict {
        _ if question.is_some() => return page.headline(claim, Role::Judgement),
        Verdict::Denied => ("It does not hold", "that", "Not upheld"),
        Verdict::Unfounded | Verdict::Unsupported => ("It has not been shown", "that", "Not shown"),
        Verdict::Open => ("It is open", "whether", "Open"),
        Verdict::Stands => return page.headline(claim, Role::Judgement),
    };
    let is_reported = page.facts.lexicon.inside(&page.claim(claim).text).is_some();
    page.tell_that(Line::of(if is_reported { clause } else { label }), that, claim, Role::Claim, ("", ""))
}

/// The confidence in `claim`, if one is given, and what it rests on.
fn confidence(page: &mut Page<'_>, claim: ClaimId, question: Option<QuestionId>) -> Line {
    let (words, rests) = grounded(page, claim, question);
    page.remark(&words, &rests)
}

/// The same before it is a sentence, with what that rests on.
fn grounded(page: &Page<'_>, claim: ClaimId, question: Option<QuestionId>) -> (String, Vec<Ground>) {
    let reason = page.reason(claim);
    let (basis, sources) = basis(page, &reason);
    // How it fares says so.
    let objected = reason.attacks.iter().any(|a| a.fate == Fate::Succeeds && !matches!(a.by, Attacker::Contradiction(_)));
    if question.is_none() && reason.verdict.falls() && sources.is_empty() && basis == BEREFT && !objected {
        return (String::new(), Vec::new());
    }
    let level = page.claim(claim).details.as_ref().and_then(|d| d.confidence).filter(|_| points::is_upheld(page, claim));
    let words = match level {
        Some(level) => format!("Confidence in it is {}{}it {basis}.", level.word(), joint(level, &basis)),
        None if reason.verdict != Verdict::Stands && question.is_none() => format!("The claim {basis}."),
        None => format!("It {basis}."),
    };
    let mut rests = vec![Ground::Claim(claim)];
    rests.extend(sources.into_iter().map(Ground::Source));
    (words, rests)
}

/// What joins a degree of confidence to its basis: a poor basis explains a low one, and no other.
fn joint(level: Confidence, basis: &str) -> &'static str {
    let is_poor = !(basis.starts_with("rests on") || basis.starts_with("is agreed") || basis.starts_with("is taken as given"))
        || basis.ends_with("no source is named");
    match (level, is_poor) {
        (Confidence::Low, true) | (Confidence::Moderate | Confidence::High, false) => ": ",
        (Confidence::Low, false) => "; ",
        (Confidence::Moderate | Confidence::High, true) => ", although ",
    }
}

/// What a claim rests on, after `it`: `rests on two reasons and three sources`; with the sources.
fn basis(page: &Page<'_>, reason: &Reason) -> (String, BTreeSet<SourceId>) {
    let is_open = reason.verdict == Verdict::Open;
    let holds = |s: &&SupportReason| s.force == Force::Works || (is_open && s.force == Force::Open && s.weak.is_empty());
    let holding = reason.supports.iter().filter(holds).count();
    let outdone = reason.supports.iter().filter(|s| points::holds(s)).count();
    let sources = sources_beneath(page, reason.claim);
    let told = counted(page, &sources);
    let words = match (reason.basis, holding, sources.len()) {
        (Basis::Fact, ..) if page.stances(reason.claim, Stance::Deny).is_empty() => "is agreed by all parties".to_owned(),
        (Basis::Fact, ..) => "is taken as given".to_owned(),
        (Basis::Assumed, 0, _) => "is taken to hold, and no reason is given for it".to_owned(),
        (Basis::Retracted, ..) => "has been taken back".to_owned(),
        (Basis::Asserted, 0, 0) => "has neither a reason nor a source behind it".to_owned(),
        (Basis::Asserted, 0, _) => format!("rests on {told}, and no reason is given for it"),
        (_, 0, _) if is_open => {
            let open = reason.supports.iter().filter(|s| s.force == Force::Open).count();
            let left = if open < reason.supports.len() { " left" } else { "" };
            let which = if open == 1 { "which is itself open" } else { "which are themselves open" };
            format!("has {}{left}, {which}", words::count(open, "reason", "reasons"))
        }
        (_, 0, _) if reason.verdict == Verdict::Denied && outdone > 0 => {
            format!("has {}, but what speaks against it prevails", words::count(outdone, "reason", "separate reasons"))
        }
        (_, 0, _) => BEREFT.to_owned(),
        (_, n, 0) => format!("rests on {}, for which no source is named", words::count(n, "reason", "separate reasons")),
        (_, n, _) => format!("rests on {} and {told}", words::count(n, "reason", "separate reasons")),
    };
    (words, sources)
}

/// `three sources, two of them graded B or better and one D or worse`; where some have one origin, to which sources they all go back.
fn counted(page: &Page<'_>, sources: &BTreeSet<SourceId>) -> String {
    let roots = origins::roots(page.debate());
    let origins: BTreeSet<SourceId> = sources.iter().map(|source| roots.get(source.index()).copied().unwrap_or(*source)).collect();
    if origins.len() == sources.len() {
        return graded(page, sources);
    }
    format!("{} sources, which go back to {}", words::number(sources.len()), graded(page, &origins))
}

fn graded(page: &Page<'_>, sources: &BTreeSet<SourceId>) -> String {
    let grade = |source: SourceId| page.debate().source(source).reliability.as_deref();
    if let Some(grade) = sources.first().filter(|_| sources.len() == 1).and_then(|only| grade(*only)) {
        return format!("one source, graded {}", text::clean(grade));
    }
    let of = |grades: &[char]| sources.iter().filter(|source| grade(**source).is_some_and(|g| g.starts_with(grades))).count();
    let (good, bad) = (of(&['A', 'B']), of(&['D', 'E', 'F']));
    let count = words::count(sources.len(), "source", "sources");
    let some = |n: usize, than: &str| match n {
        0 => None,
        n if n == sources.len() => Some(format!("all graded {than}")),
        n => Some(format!("{} of them graded {than}", words::number(n))),
    };
    match (some(good, "B or better"), some(bad, "D or worse")) {
        (None, None) => count,
        (Some(good), Some(_)) => format!("{count}, {good} and {} D or worse", words::number(bad)),
        (Some(grades), None) | (None, Some(grades)) => format!("{count}, {grades}"),
    }
}

/// The sources of `claim` and of the reasons beneath it that hold.
fn sources_beneath(page: &Page<'_>, claim: ClaimId) -> BTreeSet<SourceId> {
    let (debate, analysis) = (page.debate(), &page.report.analysis);
    let mut seen = BTreeSet::from([claim]);
    let mut queue = vec![claim];
    let mut sources = BTreeSet::new();
    while let Some(claim) = queue.pop() {
        sources.extend(debate.claim(claim).cites().iter().map(|c| c.source));
        let is_open = analysis.verdict(claim) == Verdict::Open;
        let bears = |s: &StepId| match analysis.force(debate, *s) {
            Force::Works => true,
            Force::Open => is_open,
            Force::Fails => false,
        };
        for step in analysis.links.supports(claim).filter(bears) {
            let fresh = debate.step(step).premises.iter().filter(|p| seen.len() < WALKED && seen.insert(**p));
            queue.extend(fresh.copied().collect::<Vec<_>>());
        }
    }
    sources
}

/// How a judgement fares, and the other answers to its question.
fn standing(page: &mut Page<'_>, claim: ClaimId, question: Option<QuestionId>) -> String {
    let reason = page.reason(claim);
    let denying: Vec<PartyId> = page.stances(claim, Stance::Deny).iter().map(|(party, _)| *party).collect();
    let on_reasons: usize = reason.supports.iter().map(|s| s.undercuts.len()).sum();
    let beneath = if reason.verdict == Verdict::Stands { beneath(page, claim, question) } else { String::new() };
    let is_rival = |a: &&Attack| question.is_some_and(|question| is_rival(page, a, question));
    let tally = tally(page, claim, question, &reason.attacks.iter().filter(|a| !is_rival(a)).cloned().collect::<Vec<Attack>>());
    let own = match (reason.verdict, reason.basis) {
        (Verdict::Stands, Basis::Fact) => String::new(),
        (Verdict::Stands, _) => match tally {
            Some(tally) => tally,
            None if !denying.is_empty() => {
                let voice = page.speakers_of(claim);
                let is_own = denying.iter().all(|party| voice.contains(party));
                let did = if is_own { "both put it forward and denied it" } else { "denied it" };
                format!("no objection to it is on record, although {} {did}", page.speakers.name(&denying, At::Inside).plain())
            }
            None if on_reasons > 0 && beneath.is_empty() => {
                let which =
                    if reason.supports.len() == 1 { "the reason for it was disputed" } else { "not every reason for it is undisputed" };
                format!("nobody has objected to it, although {which}")
            }
            None if reason.attacks.is_empty() && beneath.is_empty() && !fates::is_disputed(page, claim) => {
                "nobody has objected to it".to_owned()
            }
            None => "nobody has objected to it directly".to_owned(),
        },
        (Verdict::Open, _) => undecided(page, &reason).to_owned(),
        (Verdict::Denied, _) => denied(page, &reason),
        (Verdict::Unfounded, _) => "it falls, because no reason given for it holds".to_owned(),
        (Verdict::Unsupported, _) => match (points::dropped(page, &reason).len(), reason.supports.len()) {
            (0, _) => "nothing supports it".to_owned(),
            (1, 1) => "the reason given for it was taken back".to_owned(),
            (n, all) if n == all => "the reasons given for it were taken back".to_owned(),
            _ => "some reasons given for it were taken back, and the others do not hold".to_owned(),
        },
    };
    let rivals = question.map_or_else(String::new, |q| rivals(page, q, claim));
    let clauses: Vec<String> = [own, beneath, rivals].into_iter().filter(|clause| !clause.is_empty()).collect();
    match clauses.split_last() {
        None => String::new(),
        Some((last, [])) => format!("{}.", words::capital(last)),
        Some((last, rest)) => format!("{}, and {last}.", words::capital(&rest.join(", "))),
    }
}

/// Why a claim is open.
fn undecided(page: &Page<'_>, reason: &Reason) -> &'static str {
    let analysis = &page.report.analysis;
    let is_weaker = |a: &Attack| matches!(a.by, Attacker::Contradiction(by) if is_ranked(analysis, reason.claim, by));
    match reason.attacks.iter().find(|a| a.fate == Fate::Open && !is_weaker(a)).map(|a| a.by) {
        Some(Attacker::Move(by, _)) if analysis.verdict(by) == Verdict::Open => "an objection to it is itself open",
        Some(Attacker::Contradiction(by)) if is_ranked(analysis, by, reason.claim) => {
            "a contrary claim that is preferred to it is itself open"
        }
        Some(_) => "neither side has the last word",
        None if points::is_point_open(reason) => "what it rests on is itself open",
        None if points::is_argument_open(reason) => "an objection to the reason for it is itself open",
        None => "neither side has the last word",
    }
}

/// To what a claim falls that is denied.
fn denied(page: &Page<'_>, reason: &Reason) -> String {
    let wins = || reason.attacks.iter().filter(|a| a.fate == Fate::Succeeds);
    let moves: Vec<&Attack> = wins().filter(|a| matches!(a.by, Attacker::Move(..))).collect();
    if !moves.is_empty() {
        let what = if moves.len() == 1 { "an objection".to_owned() } else { format!("{} objections", words::number(moves.len())) };
        return match (moves.iter().filter(|a| !fates::is_answered(page, a)).count(), moves.len()) {
            (0, 1) => "it falls to an objection that no reply meets".to_owned(),
            (0, _) => format!("it falls to {what}, which no reply meets"),
            (1, 1) => "it falls to an objection that nobody has met".to_owned(),
            (unmet, all) if unmet == all => format!("it falls to {what} that nobody has met"),
            (unmet, _) => format!("it falls to {what}, {} of which nobody has met", words::number(unmet)),
        };
    }
    let fails = reason.basis == Basis::Supports && !reason.supports.iter().any(points::holds);
    match wins().next().map(|a| a.by) {
        _ if fails => "it falls, because no reason given for it holds".to_owned(),
        Some(Attacker::Contradiction(by)) if page.claim(by).kind == ClaimKind::Fact => "it falls to what is taken as given".to_owned(),
        Some(Attacker::Contradiction(_)) => "it falls to a contrary claim that stands".to_owned(),
        _ => "it falls, because what speaks against it prevails".to_owned(),
    }
}

/// What became of the other answers.
fn rivals(page: &Page<'_>, question: QuestionId, chosen: ClaimId) -> String {
    let analysis = &page.report.analysis;
    let others: Vec<ClaimId> = page.debate().question(question).answers.iter().copied().filter(|a| *a != chosen).collect();
    let of = |test: fn(Verdict) -> bool| others.iter().filter(|a| test(analysis.verdict(**a))).count();
    let (open, fallen) = (of(|v| v == Verdict::Open), of(Verdict::falls));
    let dropped = others.iter().filter(|a| answers::is_withdrawn(page, **a)).count();
    match (open, others.len()) {
        (1, 1) => "the other answer is open".to_owned(),
        (1, _) => "another answer is open".to_owned(),
        (2, _) if answers::are_contrary(page, &others) => "two other answers, which exclude each other, are open".to_owned(),
        (n, _) if n > 0 => format!("{} other answers are open", words::number(n)),
        (_, 1) if dropped == 1 => "the other answer was taken back".to_owned(),
        (_, n) if n > 1 && dropped == n => format!("the {} other answers were taken back", words::number(n)),
        (_, 1) if fallen == 1 => "the other answer falls".to_owned(),
        (_, n) if n > 1 && fallen == n => format!("the {} other answers fall", words::number(n)),
        (_, n) if n > 1 && fallen + dropped == n => "the other answers fall or were taken back".to_owned(),
        _ => String::new(),
    }
}

fn by_default(page: &Page<'_>, id: QuestionId) -> String {
    let open = failings::open_answers(page, id);
    let question = page.debate().question(id);
    let analysis = &page.report.analysis;
    let standing = question.answers.iter().filter(|a| analysis.verdict(**a) == Verdict::Stands).count();
    let is_own = question.default.is_some_and(|claim| analysis.verdict(claim) == Verdict::Stands);
    match (standing, open.len()) {
        (2, _) if is_own => "Another answer stands as well, so this one applies by default.".to_owned(),
        (n, _) if is_own && n > 2 => {
            format!("{} other answers stand as well, so this one applies by default.", words::capital(&words::number(n - 1)))
        }
        (0, 0 | 1) => "This answer applies by default, since no other stands.".to_owned(),
        (0, n) => {
            let n = words::capital(&words::number(n));
            format!("{n} answers are open{}, so this one applies by default.", failings::why_open(page, id, &open, question.default))
        }
        (n, _) => format!("This answer applies by default, since {} answers stand and none of them alone.", words::number(n)),
    }
}

fn no_answer(page: &mut Page<'_>, id: QuestionId, line: &mut Line) {
    let question = page.debate().question(id);
    if question.answers.is_empty() {
        let words = answers::unproposed(page, page.here);
        let told = page.remark(&words, &[Ground::Question(id)]);
        line.strong(told);
        return;
    }
    let rests: Vec<Ground> = [Ground::Question(id)].into_iter().chain(question.answers.iter().take(6).map(|c| Ground::Claim(*c))).collect();
    let standing = match page.report.analysis.outcome(id) {
        Outcome::Open(standing) => standing.clone(),
        _ => Vec::new(),
    };
    if standing.len() > 1 && !question.one {
        for answer in standing.iter().take(page.bounds.answers) {
            let told = page.headline(*answer, Role::Answer);
            line.strong(told);
            line.then(points::likelihood(page, *answer));
            line.then(confidence(page, *answer, Some(id)));
            line.then(put_forward(page, *answer));
        }
        let shown = standing.len().min(page.bounds.answers);
        let left = standing.len() - shown;
        let (these, verb) =
            if shown == 1 { ("This answer".to_owned(), "stands") } else { (format!("These {} answers", words::number(shown)), "stand") };
        let words = match left {
            0 => match failings::open_answers(page, id).len() {
                0 => format!("{these} {verb} together."),
                1 => format!("{these} {verb} together; another is open."),
                n => format!("{these} {verb} together; {} others are open.", words::number(n)),
            },
            _ => {
                page.shortened = true;
                format!("{these} {verb} together with {}.", words::count(left, "more that is left out here", "more that are left out here"))
            }
        };
        line.then(page.remark(&words, &rests));
        return;
    }
    let open = failings::open_answers(page, id);
    let none = page.remark("There is no answer yet.", &rests);
    line.strong(none);
    let why = match (standing.len(), open.len(), question.answers.len()) {
        (0, 0, 1) => "The one that was proposed does not stand.".to_owned(),
        (0, 0, 2) => "Neither of the two that were proposed stands.".to_owned(),
        (0, 0, n) => format!("None of the {} that were proposed stands.", words::number(n)),
        (0, 1, _) => "The one that is left is open.".to_owned(),
        (0, n, _) => format!("{} answers are open{}.", words::capital(&words::number(n)), failings::why_open(page, id, &open, None)),
        (n, ..) => format!("{} answers stand, and nothing decides between them.", words::capital(&words::number(n))),
    };
    let why = answers::withdrawn(page, id).unwrap_or(why);
    line.then(page.remark(&why, &rests));
}

/// Who put `answer` forward, where no case follows that says so.
fn put_forward(page: &mut Page<'_>, answer: ClaimId) -> Line {
    let voice = page.speakers_of(answer);
    if page.bounds.limits > 0 || voice.is_empty() {
        return Line::default();
    }
    let mut line = page.speakers.name(&voice, At::Start);
    let put = |what: &str| format!("put {what} forward.");
    // Of two answers of the same voice, the other is named: that the same holds here too may stand before this sentence already.
    let known = format!("{} {}", line.plain(), put("this answer"));
    line.say(&put(&if page.has_said(&known) { page.refer(answer) } else { "this answer".to_owned() }));
    page.once(line, &page.rests(answer))
}
