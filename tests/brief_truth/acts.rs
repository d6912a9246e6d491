//! What must be so where it is told what parties did with a statement: who put it forward, accepted it, denied it, or took it back.

use crate::brief_truth::look::{Laws, Look, ask, fits};
use agon::{
    model::{
        debate::{Commitment, Stance},
        ids::{ClaimId, PartyId},
    },
    render::prose::words::on,
};

/// Whether what `words` say is so; nothing if they tell no act.
pub(crate) fn is_so(l: &Look<'_>, words: &str) -> Option<bool> {
    ask(PUT, l, words).or_else(|| chain(l, words)).or_else(|| single(l, words))
}

/// Whether these and no others say `claim` in so many words.
pub(crate) fn voice(l: &Look<'_>, who: &str, claim: ClaimId) -> bool {
    let own = || l.o.debate.claim(claim).speakers.iter().filter(|s| !s.inherited);
    l.parties(who).is_some_and(|all| all.iter().all(|p| l.o.speaks(*p, claim)) && own().all(|s| all.contains(&s.party)))
}

/// The same with the day on which it was said, of what has one.
pub(crate) fn said_on(l: &Look<'_>, who: &str, claim: Option<ClaimId>) -> bool {
    let day = claim.and_then(|c| l.o.debate.claim(c).details.as_ref()?.date).map_or_else(String::new, on);
    claim.is_some_and(|c| who.strip_suffix(day.as_str()).is_some_and(|who| voice(l, who.trim_end().trim_end_matches(','), c)))
}

fn each(l: &Look<'_>, who: &str, test: impl Fn(PartyId) -> bool) -> bool {
    l.parties(who).is_some_and(|all| all.into_iter().all(test))
}

fn agreed(l: &Look<'_>, who: &str, claim: Option<ClaimId>) -> bool {
    claim.is_some_and(|c| each(l, who, |p| l.o.last_act(p, c).is_some_and(|act| act.stance == Stance::Accept)))
}

fn took_back(l: &Look<'_>, who: &str, claim: Option<ClaimId>) -> bool {
    let last = |p, c| l.o.last_act(p, c).is_some_and(|act| act.stance == Stance::Retract);
    claim.is_some_and(|c| each(l, who, |p| l.o.speaks(p, c) && last(p, c)))
}

/// Who put something forward, and who agreed.
const PUT: &Laws = &[
    ("* was put forward by *, and * agreed.", |l, g| {
        let claim = l.one(g[0]).or(l.subject);
        said_on(l, g[1], claim) && agreed(l, g[2], claim)
    }),
    ("* was put forward by *.", |l, g| said_on(l, g[1], l.one(g[0]).or(l.subject))),
    ("* put * forward, and * agreed.", |l, g| {
        let claim = l.one(g[1]).or(l.subject);
        said_on(l, g[0], claim) && agreed(l, g[2], claim)
    }),
    ("* put it forward, and *took it back*.", |l, g| {
        took_back(l, g[0], l.judged()) && single(l, &format!("{} took it back{}.", g[0], g[2])) != Some(false)
    }),
    ("* put it forward, and took it back.", |l, g| took_back(l, g[0], l.judged())),
    ("* put * forward*.", |l, g| said_on(l, &format!("{}{}", g[0], g[2]), l.one(g[1]).or(l.subject))),
    ("It was put forward *.", |l, g| {
        let date = l.it().and_then(|c| l.o.debate.claim(c).details.as_ref()?.date);
        date.is_some_and(|date| on(date).trim() == g[0])
    }),
    ("* agreed with *, and * denied it*.", |l, g| {
        agreed(l, g[0], l.one(g[1]).or(l.subject)) && single(l, &format!("{} denied {}{}.", g[2], g[1], g[3])) == Some(true)
    }),
    ("* agreed with *.", |l, g| agreed(l, g[0], l.one(g[1]).or(l.subject))),
    ("* once held that {*}, and took it back*.", |l, g| {
        let claim = l.o.code(g[1]).unwrap();
        each(l, g[0], |p| l.o.speaks(p, claim) && l.o.acts(p, claim).iter().any(|act| act.stance == Stance::Retract && is_day(act, g[2])))
    }),
];

fn is_day(act: &Commitment, day: &str) -> bool {
    act.date.map_or_else(String::new, on).trim() == day.trim()
}

/// What a clause says that somebody did, and of what must have come before.
#[derive(Clone, Copy, PartialEq)]
enum Did {
    Only(Stance),
    /// Took back what it said itself.
    Back,
    /// Took back what it never said, accepted or denied.
    Disowned,
    /// Took back what it did before.
    After(Stance),
    Again,
}

const CLAUSES: [(&str, Did); 11] = [
    ("accepted *", Did::Only(Stance::Accept)),
    ("denied *", Did::Only(Stance::Deny)),
    ("disowned *", Did::Disowned),
    ("took * back*", Did::Back),
    ("had denied *, and gave that up*", Did::After(Stance::Deny)),
    ("had accepted *, and withdrew that*", Did::After(Stance::Accept)),
    ("did so again*", Did::Again),
    ("gave that up*", Did::After(Stance::Deny)),
    ("withdrew that*", Did::After(Stance::Accept)),
    ("gave up denying *", Did::After(Stance::Deny)),
    ("has taken * back*", Did::Back),
];

/// What a clause tells: the act, with what, and on which day.
fn clause(words: &str) -> Option<(Did, String, String)> {
    let (did, gaps) = CLAUSES.iter().find_map(|(pattern, did)| Some((*did, fits(pattern, words)?)))?;
    let all = gaps.join("");
    let day = [" in ", " on "].iter().filter_map(|joint| all.rfind(joint)).max().unwrap_or(all.len());
    let (what, day) = if matches!(did, Did::Again) || all.starts_with(" in ") || all.starts_with(" on ") {
        ("", all.as_str())
    } else {
        all.split_at(day)
    };
    Some((did, what.to_owned(), day.to_owned()))
}

/// What the sentence may speak of by `what`.
fn meant(l: &Look<'_>, what: &str) -> Vec<ClaimId> {
    match what {
        "it" => l.it().into_iter().collect(),
        "this answer" => l.subject.into_iter().collect(),
        "this reply" | "" => l.before().flat_map(|s| l.claims(&s.words)).chain(l.subject).collect(),
        named => l.one(named).into_iter().collect(),
    }
}

/// Whether the act at `at` of these of a party is what `did` says.
fn is_it(l: &Look<'_>, party: PartyId, claim: ClaimId, at: usize, did: Did) -> bool {
    let acts = l.o.acts(party, claim);
    let before = at.checked_sub(1).map(|before| acts[before].stance);
    let is_back = acts[at].stance == Stance::Retract;
    match did {
        Did::Only(stance) => acts[at].stance == stance,
        Did::Back => is_back && l.o.speaks(party, claim),
        Did::Disowned => is_back && before.is_none() && !l.o.speaks(party, claim),
        Did::After(stance) => is_back && acts[..at].iter().rev().find(|a| a.stance != Stance::Retract).is_some_and(|a| a.stance == stance),
        Did::Again => before == Some(acts[at].stance),
    }
}

/// Where the first verb follows.
fn verb(words: &str) -> Option<usize> {
    CLAUSES.iter().filter_map(|(pattern, _)| words.find(&format!(" {}", pattern.split('*').next().unwrap().trim_end()))).min()
}

/// `Pia Roth accepted it in 2001.`
fn single(l: &Look<'_>, words: &str) -> Option<bool> {
    let words = words.strip_suffix('.')?;
    let at = verb(words)?;
    let (who, rest) = (&words[..at], &words[at + 1..]);
    let parties = l.parties(who)?;
    let (did, what, day) = clause(rest)?;
    let did_it = |claim: ClaimId, party: PartyId| {
        let acts = l.o.acts(party, claim);
        (0..acts.len()).any(|at| is_day(acts[at], &day) && is_it(l, party, claim, at, did))
    };
    Some(meant(l, &what).into_iter().any(|claim| parties.iter().all(|p| did_it(claim, *p))))
}

/// `Pia Roth accepted it in 2001, denied it in 2002, and did so again in 2003.`
fn chain(l: &Look<'_>, words: &str) -> Option<bool> {
    let (before, last) = words.strip_suffix('.')?.rsplit_once(", and ")?;
    let at = verb(before)?;
    let told: Vec<_> = before[at + 1..].split(", ").chain([last]).map(clause).collect::<Option<_>>()?;
    let parties = l.parties(&before[..at])?;
    let is_told = |claim: ClaimId, party: PartyId| {
        let acts = l.o.acts(party, claim);
        acts.len() == told.len()
            && told.iter().zip(0..).all(|((did, _, day), at)| is_day(acts[at], day) && is_it(l, party, claim, at, *did))
    };
    Some(meant(l, &told[0].1).into_iter().any(|claim| parties.iter().all(|p| is_told(claim, *p))))
}

/// Whether `note` is what is remarked on an act or a preference that this sentence tells after `words`, or that the one before tells.
pub(crate) fn is_remark(l: &Look<'_>, words: &str, note: &str) -> bool {
    let is_note = |text: &str| text.split(' ').any(|word| word == note);
    let tells = |parties: &[PartyId], verbs: &[&str]| {
        let told = || [words].into_iter().chain(l.page.said[..l.at].iter().rev().take(3).map(|s| s.words.as_str()));
        let named = |p: &PartyId| l.o.debate.party(*p).text.split(' ').any(|name| told().any(|words| words.contains(name)));
        verbs.iter().any(|verb| words.contains(verb)) && parties.iter().any(named)
    };
    let of_act = |act: &Commitment| {
        let verbs: &[&str] = match act.stance {
            Stance::Accept => &["accepted", "agreed"],
            Stance::Deny => &["denied"],
            Stance::Retract => &["took", "disowned", "gave", "withdrew"],
        };
        is_note(&act.text) && tells(&act.parties, verbs)
    };
    let acts = l.o.debate.commitments.iter().any(of_act);
    acts || l
        .o
        .debate
        .preferences
        .iter()
        .any(|p| is_note(&p.text) && (p.speakers.is_empty() || tells(&p.speakers.iter().map(|s| s.party).collect::<Vec<_>>(), &["judged"])))
}
