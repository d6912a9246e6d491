//! What must be so of the sentences of the case, and of what is told in the same words after it.

use crate::brief_truth::{
    acts::{self, said_on, voice},
    look::{Laws, Look, YES, ask, fits, number},
};
use agon::{
    analysis::{evaluate::Force, verdict::Verdict, why::Fate},
    model::{
        debate::{ClaimKind, Commitment, Ranked, Stance, Step, Target},
        ids::{ClaimId, PartyId},
    },
};

/// Whether what `words` say is so; nothing if their kind is not known.
pub(crate) fn is_so(l: &Look<'_>, words: &str) -> Option<bool> {
    if let Some([told, remark]) = fits("*: “{*}.”", words).as_deref() {
        if let Some(of) = told.strip_prefix("The note on ") {
            let verb = [("acceptance", "accepted"), ("denial", "denied")].into_iter().find(|(noun, _)| of.contains(noun));
            return Some(acts::is_remark(l, verb.map_or("took", |(_, verb)| verb), remark));
        }
        return is_so(l, &format!("{told}.")).map(|is_so| is_so && acts::is_remark(l, told, remark));
    }
    let laws = |all: &[&Laws]| all.iter().find_map(|laws| ask(laws, l, words));
    laws(&[CASE, EXCHANGE]).or_else(|| acts::is_so(l, words)).or_else(|| laws(&[REASONS, ESTIMATES]))
}

fn code(l: &Look<'_>, code: &str) -> ClaimId {
    l.o.code(code).unwrap()
}

/// Whether what is told of the claim whose case is told is so.
fn subject(l: &Look<'_>, test: impl Fn(ClaimId) -> bool) -> bool {
    l.subject.is_none_or(test)
}

/// How many answers exclude the one whose case is told, so that nothing decides.
fn clashing(l: &Look<'_>) -> usize {
    let answers = l.judgement().question.map_or(&[][..], |q| &l.o.debate.question(q).answers);
    answers.iter().filter(|a| l.subject.is_some_and(|s| l.o.contradict(s, **a) && l.o.undecided(s, **a))).count()
}

fn counted(l: &Look<'_>, sound: Option<usize>, failing: Option<usize>) -> bool {
    subject(l, |s| {
        let holding = l.o.sound(s);
        sound.is_none_or(|n| n == holding) && failing.is_none_or(|n| n == l.o.supports(s).len() - holding)
    })
}

fn judged_over(l: &Look<'_>) -> bool {
    subject(l, |s| l.judged().is_some_and(|j| l.o.preferred(j, s)))
}

fn preferred_to_it(l: &Look<'_>, claims: &str) -> bool {
    l.claims(claims).into_iter().all(|c| l.o.is_open(c))
}

fn objects(l: &Look<'_>, claim: &str) -> bool {
    l.one(claim).is_some_and(|c| !l.o.moves(c).is_empty())
}

/// Whether the speakers told last in the first gap brought up on the day of the second what the third tells.
fn spoke(l: &Look<'_>, gaps: &[&str], joint: &str) -> bool {
    let who = gaps[0].rsplit(", ").next().unwrap();
    objects(l, &format!("{{{}}}", gaps[2]))
        && said_on(l, &format!("{who} {joint}{}", gaps[1].trim_end_matches(" as well")), l.o.code(gaps[2]))
}

/// Whether `claim` was said before something was done with what it is aimed at, and by its speakers where this is `stance`.
fn is_before(l: &Look<'_>, claim: ClaimId, stance: Option<Stance>) -> bool {
    let Some(day) = l.o.debate.claim(claim).details.as_ref().and_then(|d| d.date) else { return false };
    let is_later = |act: &Commitment| act.date.is_some_and(|date| date.is_after(day)) && stance.is_none_or(|stance| stance == act.stance);
    let by = |p: PartyId, c: ClaimId| (stance.is_none() || l.o.speaks(p, claim)) && l.o.acts(p, c).into_iter().any(is_later);
    let aims = l.o.moves(claim).into_iter().flat_map(|(target, _)| match target {
        Target::Claim(c) => vec![c],
        Target::Step(s) => l.o.debate.step(s).premises.to_vec(),
    });
    aims.into_iter().any(|c| (0..l.o.debate.parties.len()).any(|p| by(PartyId(p as u32), c)))
}

/// Whether those that are named, `least` of them or more, exclude each other.
fn all_exclude(l: &Look<'_>, names: &str, least: usize) -> bool {
    let claims = l.claims(names);
    claims.len() >= least && claims.iter().all(|one| claims.iter().all(|other| one == other || l.o.contradict(*one, *other)))
}

fn exclude(l: &Look<'_>, claim: ClaimId) -> bool {
    l.o.stands(claim) && subject(l, |s| l.o.contradict(s, claim))
}

/// The answers and what became of them.
const CASE: &Laws = &[
    ("", YES),
    ("They qualify it without speaking against it:", YES),
    ("* set limits to *:", YES),
    ("There is one more objection:", YES),
    ("There are other objections:", YES),
    ("*See *.", YES),
    ("It was put forward *, with *.", |l, g| put_forward(l, g[0], &format!("with {}", g[1]))),
    ("It was put forward *, as *.", |l, g| put_forward(l, g[0], &format!("as {}", g[1]))),
    ("It was put forward as * and with * confidence.", |l, g| {
        ask(CASE, l, &format!("It was put forward as {}.", g[0])) == Some(true) && sure(l, "", g[1])
    }),
    ("It was put forward with * confidence.", |l, g| sure(l, "", g[0])),
    ("It was put forward as having a roughly even chance.", |l, _| likely(l, "", "roughly even chance")),
    ("It was put forward as having *.", |l, g| likely(l, "", g[0])),
    ("It was put forward as *.", |l, g| likely(l, "", g[0])),
    ("So * falls.", |l, g| l.one(g[0]).is_some_and(|c| l.o.fails(c) && l.o.verdict(c) != Verdict::Unsupported)),
    ("So * prevails.", |l, g| l.one(g[0]).is_some_and(|c| l.o.prevails(c, false))),
    ("So * does not touch *.", |l, g| l.one(g[0]).is_some_and(|c| !l.o.moves(c).is_empty())),
    ("So no reason given for * holds.", |l, g| l.one(g[0]).is_some_and(|c| l.o.sound(c) == 0)),
    ("This is open, because an objection to the reason for it is.", |l, _| subject(l, |c| l.o.is_open(c) && l.o.has_open_undercut(c))),
    ("Both points are needed, here and wherever a reason has several.", YES),
    ("One further reason does not hold:", |l, _| counted(l, None, Some(1))),
    ("* further reasons do not hold:", |l, g| counted(l, None, number(g[0]))),
    ("The one reason given for this answer does not hold:", |l, _| counted(l, Some(0), Some(1))),
    ("Neither of the two reasons given for this answer holds:", |l, _| counted(l, Some(0), Some(2))),
    ("None of the reasons given for this answer holds:", |l, _| counted(l, Some(0), None)),
    ("The one reason given for it does not hold:", |l, _| counted(l, Some(0), Some(1))),
    ("Neither of the two reasons given for it holds:", |l, _| counted(l, Some(0), Some(2))),
    ("None of the reasons given for it holds:", |l, _| counted(l, Some(0), None)),
    ("None of the * reasons given for it holds:", |l, g| counted(l, Some(0), number(g[0]))),
    ("Neither of the two reasons given for * holds:", |l, g| l.one(g[0]).is_none_or(|c| l.o.sound(c) == 0 && l.o.supports(c).len() == 2)),
    ("* reason* given for * not hold:", YES),
    ("* separate reasons support *; it stands as long as one of them holds:", |l, g| {
        let claim = l.one(g[1]).or(l.subject).unwrap();
        number(g[0]) == Some(l.o.works(claim).len()) && l.o.one_is_enough(claim)
    }),
    ("* separate reasons support *:", |l, g| counted(l, number(g[0]), None)),
    ("* reasons were given for it, of which not every one stands by itself:", |l, g| counted(l, number(g[0]), None)),
    ("* reason was given for it, but what speaks against it prevails:", |l, g| {
        counted(l, number(g[0]), None) && subject(l, |s| l.o.verdict(s) == Verdict::Denied)
    }),
    ("* reasons were given for it, but what speaks against it prevails:", |l, g| {
        counted(l, number(g[0]), None) && subject(l, |s| l.o.verdict(s) == Verdict::Denied)
    }),
    ("* reasons were given for it, * of which * not settled:", |l, g| {
        let open = |c: ClaimId| l.o.supports(c).into_iter().filter(|s| l.o.force(*s) == Force::Open).count();
        counted(l, number(g[0]), None) && subject(l, |c| l.o.stands(c) && number(g[1]) == Some(open(c)))
    }),
    ("* reasons were given for it:", |l, g| counted(l, number(g[0]), None)),
    ("This is open, because what it rests on is.", |l, _| {
        let premises = |s| l.o.premises(s).to_vec();
        subject(l, |c| l.o.is_open(c) && l.o.supports(c).into_iter().flat_map(premises).any(|p| l.o.is_open(p)))
    }),
    ("This is open.", |l, _| l.subject.or_else(|| l.last()).is_some_and(|c| l.o.is_open(c))),
    ("This stands as well.", |l, _| subject(l, |c| l.o.stands(c))),
    ("This and the other answer exclude each other, and neither has the last word.", |l, _| l.others().len() < 3 && clashing(l) == 1),
    ("This and another answer exclude each other, and neither has the last word.", |l, _| clashing(l) == 1),
    ("This and * exclude each other, and neither has the last word.", |l, g| {
        subject(l, |s| l.one(g[0]).is_some_and(|c| l.o.contradict(s, c) && l.o.undecided(s, c)))
    }),
    ("This and * exclude each other, and none has the last word.", |l, _| clashing(l) > 1),
    ("Of *, no two can stand together*.", |l, g| all_exclude(l, g[0], 3)),
    ("Both are open: they exclude each other, and neither has the last word.", |l, _| {
        let open: Vec<ClaimId> = l.others().into_iter().filter(|a| l.o.is_open(*a)).collect();
        matches!(open[..], [one, other] if l.o.contradict(one, other) && l.o.undecided(one, other))
    }),
    ("Nothing decides between this and *.", |l, g| subject(l, |s| l.claims(g[0]).into_iter().all(|c| l.o.undecided(s, c)))),
    ("*, which ranks below the answer given, is preferred to it*.", |l, g| is_between(l, g[0])),
    ("* judged *, which ranks below the answer given, stronger than it*.", |l, g| is_between(l, g[1])),
    ("*, itself open, is preferred to it*.", |l, g| preferred_to_it(l, g[0])),
    ("* is preferred to it, and is itself open.", |l, g| preferred_to_it(l, g[0])),
    ("* are preferred to it, and are themselves open.", |l, g| preferred_to_it(l, g[0])),
    ("* judged *, itself open, stronger than it*.", |l, g| preferred_to_it(l, g[1])),
    ("* judged * stronger than *.", |l, g| ranks(l, g[1], g[2])),
    ("* is preferred to *, because *.", |l, g| ranks(l, g[0], g[1])),
    ("* is preferred to *.", |l, g| ranks(l, g[0], g[1])),
    ("The two exclude each other*", YES),
    ("* exclude each other*.", |l, g| all_exclude(l, g[0], 2)),
    ("It cannot stand beside the answer given*.", |l, _| l.judged().is_some_and(|j| exclude(l, j))),
    ("It cannot stand beside *which stands.", |l, g| l.one(g[0]).is_some_and(|c| exclude(l, c))),
    ("* judged the answer given the stronger*.", |l, _| judged_over(l)),
    ("The answer given was judged the stronger*.", |l, _| judged_over(l)),
    ("The latter is the stronger*.", |l, _| l.earlier(|c| l.o.is_stronger(c))),
    ("* judged the latter the stronger*.", |l, _| l.earlier(|c| l.o.is_stronger(c))),
    ("This is the stronger, and is itself open.", |l, _| {
        l.earlier(|c| l.o.is_open(c) && l.o.contraries(c).iter().any(|a| a.fate == Fate::Open))
    }),
    ("This* is the stronger*.", |l, _| l.earlier(|c| l.o.is_stronger(c))),
    ("It is itself open.", |l, _| l.earlier(|c| l.o.is_open(c))),
    ("* judged this* the stronger*.", |l, _| l.earlier(|c| l.o.is_stronger(c))),
];

/// Whether `claim` follows strictly from just these points.
fn follows_from(l: &Look<'_>, claim: &str, points: &[ClaimId]) -> bool {
    let is_it = |s: &Step| s.strict && s.premises.len() == points.len() && s.premises.iter().all(|p| points.contains(p));
    l.one(claim).is_some_and(|claim| l.o.debate.steps.iter().any(|s| is_it(s) && s.claims().any(|c| c == claim)))
}

/// Whether of the points from which `claim` follows those that are `firm` stand, and the `loose` do not.
fn gives_way(l: &Look<'_>, claim: &str, loose: &str, firm: &str, has_fallen: bool) -> bool {
    let (loose, firm) = (l.claims(loose), l.claims(firm));
    let is_so = |c| if has_fallen { l.o.fails(c) } else { l.o.is_open(c) };
    let points: Vec<ClaimId> = loose.iter().chain(&firm).copied().collect();
    let is_used =
        |s: &Step| s.strict && points.iter().all(|p| s.premises.contains(p)) && l.one(claim).is_some_and(|c| s.claims().any(|t| t == c));
    let is_all = |s: &Step| s.premises.iter().all(|p| points.contains(p) || l.o.stands(*p));
    l.one(claim).is_some_and(is_so)
        && l.o.debate.steps.iter().any(|s| is_used(s) && is_all(s))
        && firm.iter().all(|c| l.o.stands(*c))
        && !loose.iter().any(|c| l.o.stands(*c))
}

/// The same of several points, `both` or `all` of which do not stand.
fn several_give_way(l: &Look<'_>, [claim, loose, all]: [&str; 3], has_fallen: bool) -> bool {
    (l.claims(loose).len() == 2) == (all == "both") && gives_way(l, claim, loose, "", has_fallen)
}

fn is_denied(l: &Look<'_>, claim: ClaimId) -> bool {
    l.o.debate.parties.iter().zip(0..).any(|(_, at)| l.o.did(PartyId(at), Stance::Deny, claim))
}

/// Whether a preference ranks what is named first, or a reason from it, over the other.
fn ranks(l: &Look<'_>, strong: &str, weak: &str) -> bool {
    let is = |side: &Ranked, named: &str| {
        let named = l.claims(named);
        let is_of =
            |c: &ClaimId| side.claim == Some(*c) || side.step.is_some_and(|s| l.o.premises(s).contains(c) || l.o.supports(*c).contains(&s));
        !named.is_empty() && named.iter().all(is_of)
    };
    l.o.debate.preferences.iter().any(|p| is(&p.stronger, strong) && is(&p.weaker, weak))
}

/// Whether what is named is preferred to what is told, and ranks below the answer given.
fn is_between(l: &Look<'_>, middle: &str) -> bool {
    subject(l, |s| l.one(middle).is_some_and(|c| l.o.preferred(c, s) && !l.o.stands(c)))
}

/// Objections, replies, and how these end.
const EXCHANGE: &Laws = &[
    ("*holds within a limit, namely that {*}.", |l, g| l.one(g[0]).is_none_or(|c| limits(l, c, g[1]))),
    ("*holds within a limit, namely *.", |l, g| {
        l.one(g[0]).is_none_or(|c| l.claims(g[1]).iter().all(|limit| l.o.limits(c).contains(limit)))
    }),
    ("*is qualified: * said that {*}.", |l, g| l.one(g[0]).is_none_or(|c| limits(l, c, g[2])) && voice(l, g[1], code(l, g[2]))),
    ("*, and here nobody has answered this.", |l, g| l.one(g[0]).is_some_and(|c| l.o.prevails(c, true))),
    ("*, and no reply brings it down.", |l, g| l.one(g[0]).is_some_and(|c| l.o.prevails(c, false) && !l.o.prevails(c, true))),
    ("No reply brings it down.", |l, _| l.last().is_some_and(|c| l.o.prevails(c, false) && !l.o.prevails(c, true))),
    ("*, and nobody has answered this.", |l, g| l.one(g[0]).is_some_and(|c| l.o.prevails(c, true))),
    ("Nobody has answered this.", |l, _| l.last().is_some_and(|c| l.o.prevails(c, true))),
    ("* follows strictly from *.", |l, g| follows_from(l, g[0], &l.claims(g[1]))),
    ("From *, it follows strictly that {*}.", |l, g| follows_from(l, &format!("{{{}}}", g[1]), &l.claims(g[0]))),
    ("If * falls, so must *, since * stand*.", |l, g| gives_way(l, g[0], g[1], g[2], false)),
    ("If * falls, so must *.", |l, g| gives_way(l, g[0], g[1], "", false)),
    ("If * falls, * cannot * stand, and nothing decides which of them gives way.", |l, g| several_give_way(l, [g[0], g[1], g[2]], false)),
    ("As * does not stand, * cannot * stand, and nothing decides which of them gives way.", |l, g| {
        several_give_way(l, [g[0], g[1], g[2]], true)
    }),
    ("As * does not stand, and * stand*, * cannot.", |l, g| gives_way(l, g[0], g[3], g[1], true)),
    ("As * does not stand, * cannot.", |l, g| gives_way(l, g[0], g[1], "", true)),
    ("*, and neither side has the last word.", |l, g| l.one(g[0]).is_none_or(|c| l.o.clashes(c))),
    ("Neither side has the last word on this.", |l, _| l.earlier(|c| l.o.clashes(c))),
    ("*, and no reply to this is on record.", |l, g| l.one(g[0]).is_some_and(|c| l.o.prevails(c, true) && is_denied(l, c))),
    ("No reply to this is on record.", |l, _| l.last().is_some_and(|c| l.o.prevails(c, true) && is_denied(l, c))),
    ("*, but this does not hold.", |l, g| l.one(g[0]).is_some_and(|c| l.o.fails(c))),
    ("*, but no reason given for this holds.", |l, g| l.one(g[0]).is_some_and(|c| l.o.verdict(c).falls() && l.o.works(c).is_empty())),
    ("Even if this is true, *it does not touch *, because*", |l, g| l.one(g[2]).is_some_and(|c| l.o.prevails_over_step(c))),
    ("Against this argument stand* *, too.", |l, g| {
        l.claims(g[1]).into_iter().all(|c| l.o.moves(c).iter().any(|(t, _)| matches!(t, Target::Step(_))))
    }),
    ("*t was objected that *.", |l, g| objects(l, g[1])),
    ("* objected that {*}.", |l, g| objects(l, &format!("{{{}}}", g[1])) && voice(l, g[0].rsplit(", ").next().unwrap(), code(l, g[1]))),
    ("*was raised.", |l, g| objects(l, g[0])),
    ("*was* raised against *.", |l, g| objects(l, g[0])),
    ("* raised *.", |l, g| objects(l, g[1])),
    ("* speaks against it.", |l, g| l.one(g[0]).is_none_or(|c| !l.o.contraries(c).is_empty() || !l.o.moves(c).is_empty())),
    ("Against * speaks *.", |l, g| l.one(g[1]).is_none_or(|c| !l.o.contraries(c).is_empty())),
    ("It gives way to *.", |l, g| l.one(g[0]).is_none_or(|c| l.o.stands(c) && l.earlier(|e| l.o.contradict(e, c)))),
    ("*bjected with *.", |l, g| objects(l, g[1])),
    ("*bjected, as in *.", |l, g| objects(l, g[1])),
    ("*bjected*, and * agreed, that *.", |l, g| objects(l, g[3])),
    ("* had objected * that {*}.", |l, g| spoke(l, g, "") && is_before(l, code(l, g[2]), Some(Stance::Accept))),
    ("* objected on * that {*}.", |l, g| spoke(l, g, "on ")),
    ("* objected in * that {*}.", |l, g| spoke(l, g, "in ")),
    ("*to the contrary*", |l, g| l.one(g[1]).is_none_or(|c| !l.o.contraries(c).is_empty())),
    ("*he reply is *.", |l, g| objects(l, g[1])),
    ("Another reply is *.", |l, g| objects(l, g[0])),
    ("* had replied * that {*}.", |l, g| spoke(l, g, "") && is_before(l, code(l, g[2]), None)),
    ("* replied on * that {*}.", |l, g| spoke(l, g, "on ")),
    ("* replied in * that {*}.", |l, g| spoke(l, g, "in ")),
    ("* replied that {*}.", |l, g| objects(l, &format!("{{{}}}", g[1])) && voice(l, g[0], code(l, g[1]))),
    ("* replied as well that {*}.", |l, g| objects(l, &format!("{{{}}}", g[1])) && voice(l, g[0], code(l, g[1]))),
    ("* replied*with *.", |l, g| objects(l, g[2])),
    ("*, but nothing supports this.", |l, g| l.one(g[0]).is_some_and(|c| l.o.verdict(c) == Verdict::Unsupported)),
    ("* had said *", YES),
    ("* replied*, as in *.", |l, g| objects(l, g[2])),
    ("It is outweighed*", |l, _| l.earlier(|c| l.o.is_outweighed(c))),
    ("*t gives way to the contrary claim*: see *.", |l, g| {
        l.one(g[2]).is_some_and(|c| l.o.stands(c) && l.earlier(|e| l.o.contradict(e, c)))
    }),
    ("*t gives way to the contrary claim*that {*}.", |l, g| l.o.stands(code(l, g[2])) && l.earlier(|e| l.o.contradict(e, code(l, g[2])))),
    ("It gives way to the reasons on the other side.", |l, _| l.earlier(|c| l.o.verdict(c) == Verdict::Denied)),
    (
        "* gives way to *.",
        |l, g| matches!((l.one(g[0]), l.one(g[1])), (Some(one), Some(other)) if l.o.contradict(one, other) && l.o.fails(one) && l.o.stands(other)),
    ),
];

/// Whether `claims` are points of a reason for what this paragraph told before.
fn for_it(l: &Look<'_>, claims: &str) -> bool {
    l.claims(claims).into_iter().all(|c| l.o.is_reason(&[c], |t| l.told_before(t)))
}

/// Whether `claims` are points of a reason for one of `targets`.
fn in_support(l: &Look<'_>, targets: &str, claims: &str) -> bool {
    let targets = l.claims(targets);
    let is_target = |t: ClaimId| targets.is_empty() || targets.contains(&t);
    l.claims(claims).into_iter().all(|c| l.o.is_reason(&[c], is_target))
}

/// Whether each of `claims` stands in one reason with a point that this paragraph told before.
fn linked(l: &Look<'_>, claims: &str) -> bool {
    let beside = |c: &ClaimId| {
        let mut steps = l.o.report.analysis.links.uses(*c);
        steps.any(|s| l.o.premises(s).iter().any(|p| p != c && l.earlier(|e| e == *p)))
    };
    l.claims(claims).iter().all(beside)
}

fn follows_strictly(l: &Look<'_>, target: impl Fn(ClaimId) -> bool) -> bool {
    let steps = l.o.debate.steps.iter().filter(|s| s.strict && s.claims().any(&target));
    steps.into_iter().any(|s| s.premises.iter().any(|p| l.earlier(|c| c == *p)))
}

fn told_verdict(l: &Look<'_>, name: &str, test: impl Fn(ClaimId) -> bool) -> bool {
    l.one(name).map_or_else(|| l.earlier(&test) || l.subject.is_some_and(&test), &test)
}

fn nothing_stands_for(l: &Look<'_>, claim: ClaimId) -> bool {
    l.o.verdict(claim) == Verdict::Unsupported || l.o.works(claim).is_empty()
}

/// Whether `by` attacks the claim `what`.
fn against(l: &Look<'_>, what: &str, by: &str) -> bool {
    let by = code(l, by);
    let hits = |c| l.o.moves(by).iter().any(|(t, _)| *t == Target::Claim(c)) || l.o.contradict(by, c);
    what == "this" || l.one(what).is_some_and(hits)
}

/// Whether `by` undercuts a step from all of `premises`.
fn against_argument(l: &Look<'_>, premises: &str, by: &str) -> bool {
    let premises = l.claims(premises);
    let is_it = |t: &Target| matches!(t, Target::Step(s) if premises.iter().all(|c| l.o.premises(*s).contains(c)));
    l.o.moves(code(l, by)).iter().any(|(target, _)| is_it(target))
}

fn limits(l: &Look<'_>, claim: ClaimId, limit: &str) -> bool {
    l.o.limits(claim).contains(&code(l, limit))
}

/// Reasons, what they are for, and limits.
const REASONS: &Laws = &[
    ("*t rests on a point that does not hold, namely *.", |l, g| l.one(g[1]).is_none_or(|c| l.o.fails(c))),
    ("This does not hold.", |l, _| l.last().is_some_and(|c| l.o.fails(c))),
    ("Not all of this is settled.", |l, _| l.earlier(|c| !l.o.stands(c))),
    ("This is itself not settled.", |l, _| l.earlier(|c| !l.o.stands(c))),
    ("This, too, is itself not settled.", |l, _| l.earlier(|c| !l.o.stands(c))),
    ("Nothing supports this.", |l, _| l.it().is_none_or(|c| l.o.verdict(c) == Verdict::Unsupported)),
    ("It has nothing to stand on.", |l, _| told_verdict(l, "", |c| l.o.verdict(c) == Verdict::Unsupported)),
    ("With * taken back, nothing supports it.", |l, g| {
        g[0] == "this" && told_verdict(l, "", |c| l.o.verdict(c) == Verdict::Unsupported) || l.one(g[0]).is_some_and(|c| l.o.is_dropped(c))
    }),
    ("Nothing supports *.", |l, g| l.one(g[0]).is_some_and(|c| l.o.verdict(c) == Verdict::Unsupported)),
    ("It rested on *, which was taken back.", |l, g| for_it(l, g[0]) && l.claims(g[0]).into_iter().all(|c| l.o.fails(c))),
    ("The one reason given for it rests on it in turn, or on what has no support.", |l, _| {
        told_verdict(l, "", |c| l.o.verdict(c) == Verdict::Unsupported && l.o.supports(c).len() == 1)
    }),
    ("The reasons given for it rest on each other, or on what has no support.", |l, _| {
        told_verdict(l, "", |c| l.o.verdict(c) == Verdict::Unsupported)
    }),
    ("Nothing that stands supports *.", |l, g| told_verdict(l, g[0], |c| nothing_stands_for(l, c))),
    ("No reason given for * holds; * stand* against the argument*.", |l, g| {
        told_verdict(l, g[0], |c| l.o.sound(c) == 0) && l.claims(g[1]).into_iter().all(|c| l.o.prevails_over_step(c))
    }),
    ("No reason given for * holds.", |l, g| told_verdict(l, g[0], |c| l.o.sound(c) == 0)),
    ("* given as a reason*, and * does not hold.", |l, g| l.claims(g[2]).into_iter().all(|c| l.o.fails(c))),
    ("* given as a reason*, and * has nothing to stand on.", |l, g| {
        l.claims(g[2]).into_iter().all(|c| l.o.verdict(c) == Verdict::Unsupported)
    }),
    ("* given as a reason*, and * is itself open.", |l, g| l.claims(g[2]).into_iter().all(|c| l.o.is_open(c))),
    ("* given as a reason together, and * has no reason left that holds.", |l, g| {
        l.one(g[1]).is_some_and(|c| l.o.verdict(c) == Verdict::Unfounded && l.o.is_reason(&[c], |_| true))
    }),
    ("* given as a reason, and has no reason left that holds.", |l, g| l.one(g[0]).is_some_and(|c| l.o.works(c).is_empty())),
    ("* given as a reason, and does not hold.", |l, g| l.claims(g[0]).into_iter().any(|c| l.o.fails(c))),
    ("* given as a reason, and has nothing to stand on.", |l, g| {
        l.claims(g[0]).into_iter().all(|c| l.o.verdict(c) == Verdict::Unsupported)
    }),
    ("* given as a reason, and is itself open.", |l, g| l.claims(g[0]).into_iter().any(|c| l.o.is_open(c))),
    ("* given as a reason*, and against this argument stands *.", |l, g| l.claims(g[2]).into_iter().all(|c| l.o.prevails_over_step(c))),
    ("* given as a reason*, and whether this argument holds is open.", YES),
    ("From this, the answer follows strictly.", |l, _| follows_strictly(l, |t| !l.o.debate.claim(t).answers.is_empty())),
    ("From this, the judgement follows strictly.", |l, _| follows_strictly(l, |t| l.judged() == Some(t))),
    ("From this, * follows strictly.", |l, g| follows_strictly(l, |t| l.claims(g[0]).contains(&t))),
    ("Against the argument from *, according to *, {*}.", |l, g| against_argument(l, g[0], g[2]) && voice(l, g[1], code(l, g[2]))),
    ("Against the argument from *, {*}.", |l, g| against_argument(l, g[0], g[1])),
    ("Against *, according to *, {*}.", |l, g| against(l, g[0], g[2]) && voice(l, g[1], code(l, g[2]))),
    ("Against *, {*}.", |l, g| against(l, g[0], g[1])),
    ("Against this: see *.", YES),
    ("In support of *, according to *, {*}.", |l, g| in_support(l, g[0], &format!("{{{}}}", g[2])) && voice(l, g[1], code(l, g[2]))),
    ("In support of *, all agree that {*}.", |l, g| {
        in_support(l, g[0], &format!("{{{}}}", g[1])) && l.o.kind(code(l, g[1])) == ClaimKind::Fact
    }),
    ("In support of *, it is taken as given that {*}.", |l, g| {
        in_support(l, g[0], &format!("{{{}}}", g[1])) && l.o.kind(code(l, g[1])) == ClaimKind::Fact && is_denied(l, code(l, g[1]))
    }),
    ("In support of *, *assumed that {*}.", |l, g| {
        in_support(l, g[0], &format!("{{{}}}", g[2])) && l.o.kind(code(l, g[2])) == ClaimKind::Assumption
    }),
    ("In support of *, {*}.", |l, g| in_support(l, g[0], &format!("{{{}}}", g[1]))),
    ("*n support of * stands *.", |l, g| in_support(l, g[1], g[2])),
    ("*n support of * stand *.", |l, g| in_support(l, g[1], g[2])),
    ("As a limit of *, according to *, {*}.", |l, g| l.one(g[0]).is_some_and(|c| limits(l, c, g[2])) && voice(l, g[1], code(l, g[2]))),
    ("As a limit of *, {*}.", |l, g| l.one(g[0]).is_some_and(|c| limits(l, c, g[1]))),
    ("*n its favour, it rests on *.", |l, g| for_it(l, g[1])),
    ("*n its favour stand* *.", |l, g| for_it(l, g[2])),
    ("*n its favour, according to *, {*}.", |l, g| for_it(l, &format!("{{{}}}", g[2])) && voice(l, g[1], code(l, g[2]))),
    ("*n its favour, *{*}.", |l, g| for_it(l, &format!("{{{}}}", g[2]))),
    ("Besides, according to *, {*}.", |l, g| in_support(l, "", &format!("{{{}}}", g[1])) && voice(l, g[0], code(l, g[1]))),
    ("Besides, it rests on *.", |l, g| in_support(l, "", g[0])),
    ("Besides, *{*}.", |l, g| in_support(l, "", &format!("{{{}}}", g[1]))),
    ("The reason given is that, according to *, {*}.", |l, g| for_it(l, &format!("{{{}}}", g[1])) && voice(l, g[0], code(l, g[1]))),
    ("The reason given is that {*}.", |l, g| for_it(l, &format!("{{{}}}", g[0]))),
    ("The reason given, on which all agree, is that {*}.", |l, g| {
        for_it(l, &format!("{{{}}}", g[0])) && l.o.kind(code(l, g[0])) == ClaimKind::Fact
    }),
    ("The reason given, which is assumed, is that {*}.", |l, g| {
        for_it(l, &format!("{{{}}}", g[0])) && l.o.kind(code(l, g[0])) == ClaimKind::Assumption
    }),
    ("The reason starts from what * said, namely that {*}.", |l, g| for_it(l, &format!("{{{}}}", g[1])) && voice(l, g[0], code(l, g[1]))),
    ("This reason also rests on *.", |l, g| linked(l, g[0])),
    ("It rests on *.", |l, g| in_support(l, "", g[0])),
    ("This rests *on *.", |l, g| for_it(l, g[1])),
    ("The objection rests *on *.", |l, g| for_it(l, g[1])),
    ("The reply rests *on *.", |l, g| for_it(l, g[1])),
    ("All agree that {*}.", |l, g| l.o.kind(code(l, g[0])) == ClaimKind::Fact && !is_denied(l, code(l, g[0]))),
    ("It is taken as given that {*}.", |l, g| l.o.kind(code(l, g[0])) == ClaimKind::Fact && is_denied(l, code(l, g[0]))),
    ("* said as well that {*}.", |l, g| {
        let limit = code(l, g[1]);
        subject(l, |s| l.o.limits(s).contains(&limit)) && l.parties(g[0]).is_some_and(|all| all.iter().all(|p| l.o.speaks(*p, limit)))
    }),
    ("It is assumed that {*}.", |l, g| l.o.kind(code(l, g[0])) == ClaimKind::Assumption),
    ("* assumed that {*}.", |l, g| l.o.kind(code(l, g[1])) == ClaimKind::Assumption && voice(l, g[0], code(l, g[1]))),
    ("According to *, {*}.", |l, g| voice(l, g[0], code(l, g[1]))),
    ("{*}.", YES),
];

/// Whether what is named, or was told last, is said to be so likely.
fn put_forward(l: &Look<'_>, day: &str, how: &str) -> bool {
    [day, how].iter().all(|part| is_so(l, &format!("It was put forward {part}.")) == Some(true))
}

/// What the likelihood or the confidence of `what` is told of.
fn estimated(l: &Look<'_>, what: &str) -> Option<ClaimId> {
    if what.contains("hat it says") { l.subject } else { l.one(what).or_else(|| l.last()) }
}

fn likely(l: &Look<'_>, what: &str, word: &str) -> bool {
    let claim = estimated(l, what);
    claim.is_some_and(|c| l.o.debate.claim(c).details.as_ref().and_then(|d| d.likelihood.as_deref()) == Some(word))
}

fn sure(l: &Look<'_>, what: &str, level: &str) -> bool {
    let claim = estimated(l, what);
    claim.is_some_and(|c| l.o.debate.claim(c).details.as_ref().and_then(|d| d.confidence).is_some_and(|c| c.word() == level))
}

/// How likely something is said to be, and how sure who says it is.
const ESTIMATES: &Laws = &[
    ("*, and confidence in it is *.", |l, g| ask(ESTIMATES, l, &format!("{}.", g[0])) == Some(true) && sure(l, g[0], g[1])),
    ("* is likely.", |l, g| likely(l, g[0], "likely")),
    ("* is unlikely.", |l, g| likely(l, g[0], "unlikely")),
    ("* is almost certain.", |l, g| likely(l, g[0], "almost certain")),
    ("The chance of * is roughly even.", |l, g| likely(l, g[0], "roughly even chance")),
    ("There is almost no chance of *.", |l, g| likely(l, g[0], "almost no chance")),
    ("Confidence in * is *.", |l, g| sure(l, g[0], g[1])),
];
