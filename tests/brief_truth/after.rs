//! What must be so of the sentences of the sections that follow the case.

use crate::brief_truth::{
    acts,
    look::{Laws, Look, YES, ask, fits, lower},
    told,
};
use agon::{
    analysis::{
        evaluate::Force,
        outcome::Outcome,
        suppose::Supposed,
        verdict::Verdict,
        why::{Attack, Fate},
    },
    model::{
        debate::{ClaimKind, Stance, StepKind, Target},
        ids::{ClaimId, PartyId, QuestionId, StepId},
    },
    render::{pick::Judgement, prose::words::on},
};

/// Whether what `words` of this section say is so; nothing if their kind is not known.
pub(crate) fn is_so(l: &Look<'_>, words: &str) -> Option<bool> {
    match l.said().section {
        "changes" => ask(CHANGES, l, words),
        "dissent" => match fits("*: “{*}.”", words).as_deref() {
            Some([told, remark]) => ask(DISSENT, l, &format!("{told}.")).map(|is_so| is_so && acts::is_remark(l, told, remark)),
            _ => ask(DISSENT, l, words),
        }
        .or_else(|| told::is_so(l, words)),
        "open" => ask(OPEN, l, words).or_else(|| told::is_so(l, words)),
        "assumptions" => ask(ASSUMED, l, words).or_else(|| told::is_so(l, words)),
        _ => told::is_so(l, words),
    }
}

/// What would become of a judgement: the sentence, and what must be so then of the judgement and of the answer that it names.
type Turn = fn(&Look<'_>, &Supposed, Judgement, Option<ClaimId>) -> bool;

fn outcome(after: &Supposed, judgement: Judgement) -> &Outcome {
    &after.outcomes[judgement.question.unwrap().index()]
}

fn stands(after: &Supposed, claim: Option<ClaimId>) -> bool {
    claim.is_some_and(|c| after.verdict(c) == Verdict::Stands)
}

const TURNS: &[(&str, Turn)] = &[
    ("* would no longer stand, and # would stand in its place", |_, after, j, new| {
        !stands(after, j.claim) && outcome(after, j).answer() == new && stands(after, new)
    }),
    ("* would no longer apply, and # would stand in its place", |_, after, j, new| *outcome(after, j) == Outcome::Answer(new.unwrap())),
    ("* would no longer stand, and # would apply by default", |_, after, j, new| {
        !stands(after, j.claim) && *outcome(after, j) == Outcome::Default(new.unwrap())
    }),
    ("* would no longer be the only answer that stands, and would apply by default only", |_, after, j, _| {
        stands(after, j.claim) && *outcome(after, j) == Outcome::Default(j.claim.unwrap())
    }),
    ("* would no longer be the only answer that stands, and # would apply by default", |_, after, j, new| {
        stands(after, j.claim) && *outcome(after, j) == Outcome::Default(new.unwrap())
    }),
    ("* would no longer stand by itself, and would apply by default only", |_, after, j, _| {
        !stands(after, j.claim) && *outcome(after, j) == Outcome::Default(j.claim.unwrap())
    }),
    ("* would stand by itself, and not by default only", |_, after, j, _| *outcome(after, j) == Outcome::Answer(j.claim.unwrap())),
    ("* would no longer be the only answer that stands", |_, after, j, _| stands(after, j.claim) && outcome(after, j).answer().is_none()),
    ("* would no longer apply", |_, after, j, _| outcome(after, j).answer().is_none()),
    ("# would become the answer to the question of * by default", |_, after, j, new| *outcome(after, j) == Outcome::Default(new.unwrap())),
    ("# would become the answer to the question of *", |_, after, j, new| *outcome(after, j) == Outcome::Answer(new.unwrap())),
    ("# would become the answer by default", |_, after, j, new| *outcome(after, j) == Outcome::Default(new.unwrap())),
    ("# would become the answer", |_, after, j, new| *outcome(after, j) == Outcome::Answer(new.unwrap())),
    ("* would no longer stand, and # would", |_, after, _, new| stands(after, new)),
    ("the answer to the question of * would change to #, by default, although * would still stand", |_, after, j, new| {
        stands(after, j.claim) && *outcome(after, j) == Outcome::Default(new.unwrap())
    }),
    ("the answer would change to #, by default, although * would still stand", |_, after, j, new| {
        stands(after, j.claim) && *outcome(after, j) == Outcome::Default(new.unwrap())
    }),
    ("# would stand beside *, which would then apply by default only", |_, after, j, new| stands(after, new) && stands(after, j.claim)),
    ("# would stand beside *", |_, after, j, new| stands(after, new) && stands(after, j.claim)),
    ("# would stand", |l, after, _, claim| !l.o.stands(claim.unwrap()) && stands(after, claim)),
    ("# would fall", |l, after, _, claim| {
        !l.o.fails(claim.unwrap()) && !matches!(after.verdict(claim.unwrap()), Verdict::Stands | Verdict::Open)
    }),
    ("# would be open", |l, after, _, claim| !l.o.is_open(claim.unwrap()) && after.verdict(claim.unwrap()) == Verdict::Open),
];

/// Whether `what` comes true under a supposition. Of the gaps, `*` names a judgement and `#` a claim.
fn turns(l: &Look<'_>, what: &str, after: &Supposed) -> bool {
    let what = &lower(what.trim_end_matches(','));
    if let Some(g) = fits("* would no longer stand", what) {
        let claims = l.claims(g[0]);
        return !claims.is_empty() && claims.into_iter().all(|c| l.o.stands(c) && !stands(after, Some(c)));
    }
    if let Some(g) = fits("* would still stand, as would *", what) {
        let others = l.claims(g[1]);
        return !others.is_empty()
            && others.into_iter().all(|c| stands(after, Some(c)))
            && turns(l, &format!("{} would still stand", g[0]), after);
    }
    if let Some(named) = fits("only * would stand", what).map(|g| l.claims(g[0])) {
        let is_all = |q: &QuestionId| l.o.debate.question(*q).answers.iter().all(|a| named.contains(a) == stands(after, Some(*a)));
        return named.first().is_some_and(|c| l.o.debate.claim(*c).answers.iter().any(is_all));
    }
    if what == "no answer would stand" {
        return assumption(l, |c| l.o.debate.claim(c).answers.iter().any(|q| after.outcomes[q.index()] == Outcome::Open(Vec::new())));
    }
    let turn = TURNS.iter().find_map(|(pattern, turn)| Some((pattern, turn, fits(&pattern.replace('#', "*"), what)?)));
    let Some((pattern, turn, gaps)) = turn else { return false };
    let signs: Vec<char> = pattern.chars().filter(|c| ['*', '#'].contains(c)).collect();
    let gap = |sign| signs.iter().position(|s| *s == sign).map(|at| gaps[at]);
    let number = gap('*').and_then(|name| name.rsplit(' ').next()?.parse::<usize>().ok()).unwrap_or(1);
    turn(l, after, l.o.judgements[number - 1], gap('#').and_then(|name| l.one(name)))
}

fn each_turns(l: &Look<'_>, what: &str, without: &str) -> bool {
    let claims = l.claims(without);
    !claims.is_empty() && claims.into_iter().all(|c| turns(l, what, &l.o.without(c)))
}

/// Whether none of `sets` holds all of another.
fn are_apart(sets: &[Vec<ClaimId>]) -> bool {
    sets.iter().all(|set| !sets.iter().any(|other| other.len() < set.len() && other.iter().all(|c| set.contains(c))))
}

/// What would change the judgements.
const CHANGES: &Laws = &[
    ("* stands whichever single statement falls, but would no longer stand if * fell together: *.", |l, g| {
        let judged = l.one(g[0]).unwrap();
        let falls_without = |c: ClaimId| c != judged && l.o.kind(c) != ClaimKind::Assumption && !stands(&l.o.without(c), Some(judged));
        let sets: Vec<Vec<ClaimId>> = g[2].split("; or ").map(|set| l.claims(set)).collect();
        let falls_with = |set: &Vec<ClaimId>| set.len() > 1 && !stands(&l.o.all(set), Some(judged));
        !l.o.debate.claim_ids().any(falls_without) && sets.iter().all(falls_with) && are_apart(&sets)
    }),
    ("* stands whichever single statement falls, but * if *.", |l, g| {
        ask(CHANGES, l, &format!("{} {} if {}.", g[0], g[1], g[2])) == Some(true)
    }),
    ("* if * fell together with *.", |l, g| {
        let one_of = |names: &str| -> Vec<Vec<ClaimId>> { l.claims(names).into_iter().map(|c| vec![c]).collect() };
        let first = if g[1].contains(" or ") { one_of(g[1]) } else { vec![l.claims(g[1])] };
        let sets = g[2].split(" and with ").fold(first, |sets, names| {
            let joined = |set: &Vec<ClaimId>| one_of(names).into_iter().map(|one| [set.as_slice(), &one].concat()).collect::<Vec<_>>();
            sets.iter().flat_map(joined).collect()
        });
        !sets.is_empty() && sets.iter().all(|set| turns(l, g[0], &l.o.all(set)))
    }),
    ("* if * fell together.", |l, g| turns(l, g[0], &l.o.all(&l.claims(g[1])))),
    ("* if any of these fell together*: *.", |l, g| {
        let sets: Vec<Vec<ClaimId>> = g[2].split("; or ").map(|set| l.claims(set)).collect();
        sets.iter().all(|set| turns(l, g[0], &l.o.all(set))) && are_apart(&sets)
    }),
    ("The statements named here are the ones to watch*", YES),
    ("* would no longer be the only answer that stands: *.", |l, g| {
        g[1].split("; ").all(|part| {
            let (new, fell) = part.split_once(" would stand beside it if ").or_else(|| part.split_once(", if ")).unwrap();
            l.claims(fell.trim_end_matches(" fell"))
                .into_iter()
                .all(|c| l.claims(new).into_iter().all(|n| stands(&l.o.without(c), Some(n))))
        })
    }),
    ("* if either of these fell: *.", |l, g| each_turns(l, g[0], g[1])),
    ("* if any one of these fell: *.", |l, g| each_turns(l, g[0], g[1])),
    ("* if this fell: *.", |l, g| each_turns(l, g[0], g[1])),
    ("* if it did not hold that *.", |l, g| each_turns(l, g[0], g[1])),
    ("* without this: *.", |l, g| each_turns(l, g[0], g[1])),
    ("* if * fell.", |l, g| each_turns(l, g[0], g[1])),
    ("* applies by default, and would give way to any other answer that came to stand alone*.", |l, g| {
        let (verb, test): (&str, fn(&Look<'_>, ClaimId) -> bool) =
            if g[1].contains("open") { ("open", |l, c| l.o.is_open(c)) } else { ("stand", |l, c| l.o.stands(c)) };
        let by_default = |j: &Judgement| j.question.is_some_and(|q| matches!(l.o.outcome(q), Outcome::Default(_)));
        l.o.judgements.iter().any(by_default)
            && (g[1].is_empty() || (g[1].contains(verb) && l.claims(g[1]).into_iter().all(|c| test(l, c))))
    }),
    ("* rests on a preference*, without which it would not stand*", YES),
    ("* rests on * preferences*, and would not stand without *", YES),
    ("* rest on * preference*, without which they would not stand*", YES),
    ("“*”", YES),
    ("* judged *.", YES),
];

/// What falls by a statement that nobody has answered: not what falls with its own reasons, or was taken back.
fn unanswered(l: &Look<'_>, claim: ClaimId) -> Vec<Target> {
    let falls_by = |target: &Target| !matches!(target, Target::Claim(c) if l.o.verdict(*c) != Verdict::Denied);
    let wins = |(target, attack): &(Target, Attack)| attack.fate == Fate::Succeeds && l.o.replies(attack) == 0 && falls_by(target);
    l.o.moves(claim).into_iter().filter(wins).map(|(target, _)| target).collect()
}

/// Whether `words` tell how many answers are among `targets`, and all of these fall.
fn fall(l: &Look<'_>, mut targets: Vec<Target>, words: &str) -> bool {
    targets.sort();
    targets.dedup();
    let answers = l.o.answers();
    let fallen = targets.iter().filter(|t| matches!(t, Target::Claim(c) if answers.contains(c))).count();
    let counted = if words.contains("answers") { fallen > 1 } else { fallen == usize::from(words.contains("an answer")) };
    let falls = |t: &Target| match t {
        Target::Claim(c) => l.o.verdict(*c).falls(),
        Target::Step(_) => true,
    };
    counted && targets.iter().all(falls)
}

/// The points and replies on which the judgements rest and for which there is neither a reason nor a source.
fn bare(l: &Look<'_>) -> Vec<ClaimId> {
    let together = |q: QuestionId| match l.o.outcome(q) {
        Outcome::Open(standing) if standing.len() > 1 && !l.o.debate.question(q).one => standing.clone(),
        _ => Vec::new(),
    };
    let answers = l.o.judgements.iter().flat_map(|j| j.claim.into_iter().chain(j.question.into_iter().flat_map(together)));
    let top: Vec<ClaimId> = answers.collect();
    let mut found = l.o.beneath(top.clone());
    loop {
        let replies: Vec<ClaimId> = l.o.debate.claim_ids().filter(|c| !found.contains(c) && defends(l, *c, &found)).collect();
        if replies.is_empty() {
            break;
        }
        found.extend(replies);
        found = l.o.beneath(found);
    }
    let is_argued = |c: &ClaimId| !matches!(l.o.kind(*c), ClaimKind::Fact | ClaimKind::Assumption);
    let is_bare = |c: &ClaimId| l.o.debate.claim(*c).cites().is_empty() && l.o.supports(*c).is_empty();
    found.into_iter().filter(|c| !top.contains(c) && is_argued(c) && is_bare(c)).collect()
}

/// Whether `claim` defeats an objection to one of `claims`, or to a reason for one that holds.
fn defends(l: &Look<'_>, claim: ClaimId, claims: &[ClaimId]) -> bool {
    let is_ours = |target: &Target| match target {
        Target::Claim(c) => claims.contains(c),
        Target::Step(s) => claims.iter().any(|c| l.o.works(*c).contains(s)),
    };
    let is_met = |c: ClaimId| {
        let is_denied = l.o.verdict(c) == Verdict::Denied;
        l.o.moves(c).iter().any(|(aim, attack)| is_ours(aim) && (is_denied || matches!(attack.fate, Fate::Undercut(_))))
    };
    let meets = |target: Target| match target {
        Target::Claim(c) => is_met(c),
        Target::Step(s) => {
            let step = l.o.debate.step(s);
            step.kind != StepKind::Support && step.targets.iter().any(is_ours) && step.premises.iter().any(|c| is_met(*c))
        }
    };
    l.o.moves(claim).into_iter().any(|(target, attack)| attack.fate == Fate::Succeeds && meets(target))
}

fn undecided(l: &Look<'_>, names: &str) -> bool {
    matches!(l.claims(names)[..], [one, other] if l.o.undecided(one, other))
}

/// What is open.
const OPEN: &Laws = &[
    ("No reply is on record to *", |l, g| ask(OPEN, l, &format!("Nobody has answered {}", g[0])) == Some(true)),
    ("Nobody has answered * as an objection to *.", |l, g| {
        let wins = unanswered(l, l.one(g[0]).unwrap());
        let hit =
            |c: &ClaimId| wins.iter().any(|t| matches!(t, Target::Step(s) if l.o.premises(*s).contains(c)) || *t == Target::Claim(*c));
        let aims = l.claims(g[1]);
        !aims.is_empty() && aims.iter().all(hit)
    }),
    ("Nobody has answered these objections, by which *miss*: *; and * more.", YES),
    ("Nobody has answered these objections, by which * fall: *; and * more.", |l, g| {
        l.claims(g[1]).into_iter().all(|c| !unanswered(l, c).is_empty())
    }),
    ("Nobody has answered *, by which *miss*.", |l, g| {
        let by = l.claims(g[0]);
        !by.is_empty() && by.iter().all(|c| !unanswered(l, *c).is_empty())
    }),
    ("It is open whether * counts against *.", |l, g| {
        let against = l.claims(g[1]);
        l.one(g[0]).is_some_and(|c| {
            l.o.moves(c)
                .iter()
                .any(|(t, a)| a.fate == Fate::Open && matches!(t, Target::Claim(t) if against.contains(t)) || matches!(t, Target::Step(_)))
        })
    }),
    ("Nobody has answered *, by which * fall*.", |l, g| {
        let by = l.claims(g[0]);
        !by.is_empty()
            && by.iter().all(|c| !unanswered(l, *c).is_empty())
            && fall(l, by.iter().flat_map(|c| unanswered(l, *c)).collect(), g[1])
    }),
    ("Nothing decides between the two.", YES),
    ("Nothing decides between *.", |l, g| undecided(l, g[0])),
    ("Whether this stands hangs on what is itself open, namely *.", |l, g| l.one(g[0]).is_some_and(|c| l.o.is_open(c))),
    ("Whether * stands hangs on what is itself open, namely *.", |l, g| {
        l.o.is_open(l.one(g[0]).unwrap()) && l.o.is_open(l.one(g[1]).unwrap())
    }),
    ("* question* has * answer *: nothing decides between *.", |l, g| {
        undecided(l, g[4]) || l.claims(g[4]).into_iter().all(|c| l.o.stands(c))
    }),
    ("* question* has no answer yet: what is left is *, which is itself open.", |l, g| l.one(g[2]).is_some_and(|c| l.o.is_open(c))),
    ("* question* has no answer yet: * was proposed and taken back.", |l, g| {
        l.one(g[2]).is_some_and(|c| l.o.verdict(c) == Verdict::Unsupported)
    }),
    ("* question* has no answer yet: * was proposed, and does not stand.", |l, g| l.one(g[2]).is_some_and(|c| l.o.fails(c))),
    ("* question* has no answer yet: * was proposed and taken back.", |l, g| {
        let took_back = |c: ClaimId| (0..l.o.debate.parties.len()).any(|p| l.o.did(PartyId(p as u32), Stance::Retract, c));
        l.one(g[2]).is_some_and(|c| l.o.fails(c) && took_back(c))
    }),
    ("* question* has no answer yet: none of those that were proposed stands: *.", |l, g| l.claims(g[2]).into_iter().all(|c| l.o.fails(c))),
    ("* question* has * answer *: neither * nor * stands.", |l, g| l.claims(g[4]).into_iter().chain(l.claims(g[5])).all(|c| l.o.fails(c))),
    ("* question* has no answer yet: nobody has proposed one.", |l, _| l.o.debate.questions.iter().any(|q| q.answers.is_empty())),
    ("* question* has * answer *: * are left.", |l, g| l.claims(g[4]).into_iter().all(|c| !l.o.fails(c))),
    ("Among what * on, * given without a reason or a source: *.", |l, g| {
        let (told, bare) = (l.claims(g[2]), bare(l));
        told.iter().all(|c| bare.contains(c)) && (g[2].ends_with(" more") || told.len() == bare.len())
    }),
    ("* was meant to hold until *, which has passed.", |l, g| {
        l.one(g[0]).is_some_and(|c| l.o.ended(c).as_deref() == Some(g[1]) && l.o.kind(c) != ClaimKind::Assumption)
    }),
    ("These were meant to hold until a day that has passed: *.", |l, g| {
        let all = l.claims(g[0]);
        all.len() > 1 && all.into_iter().all(|c| l.o.ended(c).is_some() && l.o.kind(c) != ClaimKind::Assumption)
    }),
    ("These are given as reasons for each other*", YES),
    ("This is given as a reason for itself*", YES),
];

fn stood_by(l: &Look<'_>, who: &str, what: &str) -> bool {
    let all = l.claims(what);
    l.parties(who).is_some_and(|parties| parties.iter().all(|p| all.iter().all(|c| l.o.holds(*p, *c))))
}

/// Whether each of `who` gave one of `points` as a reason for what was told before, and whether all of them are such reasons.
fn gave(l: &Look<'_>, who: &str, points: &str) -> bool {
    let points = l.claims(points.split(" as ").next().unwrap_or(""));
    let reasons = |c: ClaimId| {
        let steps = l.o.debate.steps.iter().filter(move |s| s.kind == StepKind::Support && s.premises.contains(&c));
        steps.filter(|s| s.claims().any(|target| l.earlier(|told| told == target)))
    };
    let gives =
        |p: PartyId| points.iter().any(|c| l.o.holds(p, *c) || reasons(*c).any(|s| s.speakers.iter().any(|speaker| speaker.party == p)));
    points.iter().all(|c| reasons(*c).next().is_some()) && l.parties(who).is_some_and(|all| all.into_iter().all(gives))
}

/// Whether `who` between them gave `points` as reasons for `by`: as makers of the argument, or without a point that only others say.
fn giving(l: &Look<'_>, who: &str, points: &str, by: &[ClaimId]) -> bool {
    let points = l.claims(points.split(" as ").next().unwrap_or(""));
    let makes = |p: PartyId, step: StepId| {
        let speakers = &l.o.debate.step(step).speakers;
        let is_left = |c: &ClaimId| !l.o.speaks(p, *c) && !l.o.debate.claim(*c).speakers.is_empty();
        let is_anothers = speakers.iter().any(|s| !s.inherited && s.party != p);
        let says_any = l.o.premises(step).iter().any(|c| l.o.speaks(p, *c));
        let is_own = speakers.iter().any(|s| s.party == p) || (says_any && !is_anothers);
        speakers.iter().any(|s| s.party == p && !s.inherited) || (is_own && !l.o.premises(step).iter().any(is_left))
    };
    let is_given = |p: PartyId, c: &ClaimId| {
        let mut steps = by.iter().flat_map(|target| l.o.supports(*target));
        steps.any(|s| l.o.premises(s).contains(c) && makes(p, s))
    };
    let all = l.parties(who).unwrap_or_default();
    let gives_any = |p: &PartyId| points.iter().any(|c| is_given(*p, c));
    !all.is_empty() && all.iter().all(gives_any) && points.iter().all(|c| all.iter().any(|p| is_given(*p, c)))
}

/// Whether `who` stood by what fails as an answer to a question that has none.
fn is_unanswered(l: &Look<'_>, who: &str, what: &str) -> bool {
    let has_none = |q: &QuestionId| l.o.outcome(*q).answer().is_none();
    let all = l.claims(what);
    stood_by(l, who, what) && all.iter().all(|c| l.o.fails(*c) && l.o.debate.claim(*c).answers.iter().any(has_none))
}

/// Whether one of the claims by which somebody does not share a judgement speaks against it, or cannot stand beside it.
fn opposes(l: &Look<'_>, judged: Option<ClaimId>, by: &[ClaimId]) -> bool {
    let Some(judged) = judged else { return false };
    let is_one = |q: &QuestionId| l.o.debate.question(*q).one && l.o.debate.claim(judged).answers.contains(q);
    let is_rival = |c: ClaimId| l.o.contradict(c, judged) || l.o.debate.claim(c).answers.iter().any(is_one);
    by.iter().any(|c| *c == judged || is_rival(*c) || l.o.moves(*c).iter().any(|(t, _)| *t == Target::Claim(judged)))
}

/// Who does not share what is judged.
const DISSENT: &Laws = &[
    ("* denied *, and stood by *.", |l, g| {
        ["denied", "stood by"].iter().zip([g[1], g[2]]).all(|(did, what)| ask(DISSENT, l, &format!("{} {did} {what}.", g[0])) == Some(true))
    }),
    ("* accepted *, but denied *.", |l, g| {
        let judged = l.claims(g[1]);
        let points = l.claims(g[2]);
        let did = |p: PartyId, c: ClaimId, stance: Stance, words: &str| {
            let day = l.o.last_act(p, c).filter(|act| act.stance == stance).map(|act| act.date.map_or_else(String::new, on));
            day.is_some_and(|day| words.contains(&day) && (!day.is_empty() || !words.contains(" on ")))
        };
        let beneath = l.o.beneath(judged.clone());
        let all = l.parties(g[0]).unwrap_or_default();
        judged.len() == 1
            && !points.is_empty()
            && all.len() == 1
            && judged.iter().all(|c| did(all[0], *c, Stance::Accept, g[1]))
            && points.iter().all(|c| beneath.contains(c) && did(all[0], *c, Stance::Deny, g[2]))
    }),
    ("*, and denied *.", |l, g| acts::is_so(l, &format!("{}, and denied {}.", g[0], g[1])) == Some(true)),
    ("*, and did so again*.", |l, g| acts::is_so(l, &format!("{}, and did so again{}.", g[0], g[1])) == Some(true)),
    ("* denied *.", |l, g| {
        let claim = l.claims(g[1]).first().copied();
        l.parties(g[0]).zip(claim).is_some_and(|(all, c)| all.iter().all(|p| l.o.did(*p, Stance::Deny, c)))
    }),
    ("* did not share *, and stood by *, giving *.", |l, g| {
        let judged = l.one(g[1]);
        let by = if g[2] == "its claim" { judged.into_iter().collect() } else { l.claims(g[2]) };
        let holds = l.parties(g[0]).is_some_and(|all| all.iter().all(|p| by.iter().all(|c| l.o.holds(*p, *c))));
        holds && opposes(l, judged, &by) && giving(l, g[0], g[3], &by)
    }),
    ("* did not share *, and stood by *.", |l, g| {
        let judged = l.one(g[1]);
        let by = if g[2] == "its claim" { judged.into_iter().collect() } else { l.claims(g[2]) };
        let holds = l.parties(g[0]).is_some_and(|all| all.iter().all(|p| by.iter().all(|c| l.o.holds(*p, *c))));
        !by.is_empty() && holds && opposes(l, judged, &by)
    }),
    ("* granted *.", |l, g| {
        let all = l.claims(g[1]);
        l.parties(g[0]).is_some_and(|parties| parties.iter().all(|p| all.iter().all(|c| l.o.did(*p, Stance::Accept, *c))))
    }),
    ("* stood by *, which w* said against *.", |l, g| stood_by(l, g[0], g[1])),
    ("* stood by *, which do* not stand, giving *.", |l, g| is_unanswered(l, g[0], g[1]) && giving(l, g[0], g[3], &l.claims(g[1]))),
    ("* stood by *, which do* not stand.", |l, g| is_unanswered(l, g[0], g[1])),
    ("* stood by *, giving *.", |l, g| stood_by(l, g[0], g[1]) && giving(l, g[0], g[2], &l.claims(g[1]))),
    ("* stood by *.", |l, g| stood_by(l, g[0], g[1])),
    ("* gave * for *.", |l, g| gave(l, g[0], g[1])),
];

/// Whether the assumption that is told first in this paragraph is one for which `test` holds.
fn assumption(l: &Look<'_>, test: impl Fn(ClaimId) -> bool) -> bool {
    l.before().last().and_then(|s| l.one(&s.words)).is_some_and(test)
}

fn is_same(l: &Look<'_>, after: &Supposed) -> bool {
    let live = |v: Verdict| matches!(v, Verdict::Stands | Verdict::Open);
    l.o.judgements.iter().all(|j| match (j.question, j.claim) {
        (Some(q), _) => after.outcomes[q.index()] == *l.o.outcome(q),
        (None, Some(c)) => after.verdict(c) == l.o.verdict(c) || !(live(after.verdict(c)) || live(l.o.verdict(c))),
        (None, None) => true,
    })
}

/// Whether the assumption is a point of a reason of that force for each of those named.
fn serves(l: &Look<'_>, names: &str, force: Force) -> bool {
    let is_served = |t: ClaimId, c: &ClaimId| l.o.supports(t).iter().any(|s| l.o.premises(*s).contains(c) && l.o.force(*s) == force);
    assumption(l, |c| l.claims(names).into_iter().all(|t| is_served(t, &c)))
}

/// What is taken to hold.
const ASSUMED: &Laws = &[
    ("It is assumed*that *.", |l, g| l.one(g[1]).is_some_and(|c| l.o.kind(c) == ClaimKind::Assumption)),
    ("* assumed*that *.", |l, g| l.one(g[2]).is_some_and(|c| l.o.kind(c) == ClaimKind::Assumption)),
    ("* is assumed*.", |l, g| l.one(g[0]).is_some_and(|c| l.o.kind(c) == ClaimKind::Assumption)),
    ("It was meant to hold until *, which has passed.", |l, g| assumption(l, |c| l.o.ended(c).as_deref() == Some(g[0]))),
    ("It is meant to hold until *.", |l, _| assumption(l, |c| l.o.ended(c).is_none())),
    ("It falls.", |l, _| assumption(l, |c| l.o.fails(c))),
    ("Whether it holds is open.", |l, _| assumption(l, |c| l.o.is_open(c))),
    ("Without it, the judgement* would be the same.", |l, _| assumption(l, |c| is_same(l, &l.o.without(c)))),
    ("Without it, the judgement would still apply by default.", |l, _| assumption(l, |c| is_same(l, &l.o.without(c)))),
    ("Without it, the question would still have no answer.", |l, _| assumption(l, |c| is_same(l, &l.o.without(c)))),
    ("Without it, the questions would come out the same.", |l, _| assumption(l, |c| is_same(l, &l.o.without(c)))),
    ("Without it, the same answers would stand.", |l, _| assumption(l, |c| is_same(l, &l.o.without(c)))),
    ("Without it, * would no longer stand, but *.", |l, g| {
        assumption(l, |c| l.claims(g[0]).into_iter().all(|f| !stands(&l.o.without(c), Some(f))) && is_same(l, &l.o.without(c)))
    }),
    ("The reason for * that rests on it is open too.", |l, g| serves(l, g[0], Force::Open)),
    ("The reason for * that rests on it fails too.", |l, g| serves(l, g[0], Force::Fails)),
    ("The reasons for * that rest on it are open too.", |l, g| serves(l, g[0], Force::Open)),
    ("The reasons for * that rest on it fail too.", |l, g| serves(l, g[0], Force::Fails)),
    ("The judgement* would be the same without it.", |l, _| assumption(l, |c| is_same(l, &l.o.without(c)))),
    ("Without it, *.", |l, g| assumption(l, |c| g[0].split("; ").all(|what| turns(l, what, &l.o.without(c))))),
    ("What rests on it fails with it as a reason for *.", |l, g| serves(l, g[0], Force::Fails)),
    ("So is what rests on it for *.", |l, g| assumption(l, |c| l.claims(g[0]).into_iter().all(|t| l.o.is_reason(&[c], |of| of == t)))),
];
