//! The remarks of two debates as one list each: what bears on claims and steps, and has no name of its own.

use crate::{
    diff::{
        align::Alignment,
        attributes::Form,
        pairs::{Matcher, Pair, Pairs, find},
    },
    model::{
        debate::{Debate, Expectation, Expected, Preference, Ranked, Stance},
        ids::{ClaimId, QuestionId},
        value::Date,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// One side of a preference: a claim, a step, or both, by pair.
pub type Side = (Option<u32>, Option<u32>);

/// What one party does with one claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    /// The claim, by pair.
    pub claim: u32,
    /// The party, by pair.
    pub party: u32,
    /// What it does.
    pub stance: Stance,
    /// When.
    pub date: Option<Date>,
}

/// The remarks of two debates as one list each; what is in both stands once.
#[derive(Debug)]
pub struct Remarks {
    /// Contradictions: the claims of both forms by pair, ascending. Those that exclude the same of what is in both debates are one.
    pub contradictions: Vec<(Vec<u32>, Pair)>,
    /// Preferences: the stronger and the weaker side.
    pub preferences: Vec<((Side, Side), Pair)>,
    /// Preferences that went, with those of the same parties that rank the same the other way round and came; and those with these.
    pub reversals: BTreeMap<u32, u32>,
    /// Limits: the claim and its target, by pair.
    pub limits: Vec<((u32, u32), Pair)>,
    /// What parties do with claims, those of one party with one claim in their order; the pair is of the commitments that tell it.
    pub acts: Vec<(Act, Pair)>,
    /// What is expected: the expectations of both lists.
    pub expectations: Pairs,
}

/// The remarks of both debates.
pub fn remarks(both: &Alignment<'_>) -> Remarks {
    let prefer = |debate: &Debate, claim: &dyn Fn(u32) -> u32, step: &dyn Fn(u32) -> u32| -> Vec<(Side, Side)> {
        let side = |r: &Ranked| (r.claim.map(|c| claim(c.0)), r.step.map(|s| step(s.0)));
        debate.preferences.iter().map(|p| (side(&p.stronger), side(&p.weaker))).collect()
    };
    let limits = |debate: &Debate, of: &dyn Fn(u32) -> u32| -> Vec<(u32, u32)> {
        debate.limits.iter().map(|l| (of(l.claim.0), of(l.target.0))).collect()
    };
    let (claim_old, claim_new) = (|c| both.claims.of_old(c), |c| both.claims.of_new(c));
    let (step_old, step_new) = (|s| both.steps.of_old(s), |s| both.steps.of_new(s));
    let preferences = union(prefer(both.old, &claim_old, &step_old), prefer(both.new, &claim_new, &step_new));
    Remarks {
        contradictions: contradictions(both),
        reversals: reversals(both, &preferences),
        preferences,
        limits: union(limits(both.old, &claim_old), limits(both.new, &claim_new)),
        acts: acts(both),
        expectations: expectations(both),
    }
}

fn union<K: Ord + Clone>(old: Vec<K>, new: Vec<K>) -> Vec<(K, Pair)> {
    let mut matcher = Matcher::new(old.len(), new.len());
    matcher.by(|i| old.get(i as usize), |i| new.get(i as usize));
    with_keys(&matcher.finish(), &old, &new)
}

fn with_keys<K: Clone>(pairs: &Pairs, old: &[K], new: &[K]) -> Vec<(K, Pair)> {
    let key = |pair: &Pair| find(new, pair.new).or_else(|| find(old, pair.old)).cloned();
    pairs.list.iter().filter_map(|pair| Some((key(pair)?, *pair))).collect()
}

/// The contradictions of both debates. What came or went with one of its claims makes it no other.
fn contradictions(both: &Alignment<'_>) -> Vec<(Vec<u32>, Pair)> {
    let read = |debate: &Debate, of: &dyn Fn(u32) -> u32| -> Vec<BTreeSet<u32>> {
        debate.contradictions.iter().map(|c| c.claims.iter().map(|claim| of(claim.0)).collect()).collect()
    };
    let (old, new) = (read(both.old, &|c| both.claims.of_old(c)), read(both.new, &|c| both.claims.of_new(c)));
    let stayed = |claim: &u32| both.claims.get(*claim).old.is_some() && both.claims.get(*claim).new.is_some();
    let lasting = |claims: &BTreeSet<u32>| {
        let claims: Vec<u32> = claims.iter().copied().filter(stayed).collect();
        (claims.len() > 1).then_some(claims)
    };
    let mut matcher = Matcher::new(old.len(), new.len());
    matcher.by(|i| old.get(i as usize), |i| new.get(i as usize));
    matcher.by(|i| lasting(old.get(i as usize)?), |i| lasting(new.get(i as usize)?));
    let claims = |pair: &Pair| find(&old, pair.old).into_iter().chain(find(&new, pair.new)).flatten().copied().collect::<BTreeSet<u32>>();
    matcher.finish().list.iter().map(|pair| (claims(pair).into_iter().collect(), *pair)).collect()
}

/// Which preferences were turned round. O(n log n).
fn reversals(both: &Alignment<'_>, preferences: &[((Side, Side), Pair)]) -> BTreeMap<u32, u32> {
    let whose =
        |preference: &Preference, of: &dyn Fn(u32) -> u32| preference.speakers.iter().map(|s| of(s.party.0)).collect::<BTreeSet<u32>>();
    let (mut gone, mut found) = (BTreeMap::new(), BTreeMap::new());
    let all = || (0..).zip(preferences);
    for (id, ((stronger, weaker), pair)) in all().filter(|(_, (_, pair))| pair.new.is_none()) {
        let preference = find(&both.old.preferences, pair.old);
        gone.extend(preference.map(|p| ((*weaker, *stronger, whose(p, &|party| both.parties.of_old(party))), id)));
    }
    for (id, ((stronger, weaker), pair)) in all().filter(|(_, (_, pair))| pair.old.is_none()) {
        let preference = find(&both.new.preferences, pair.new);
        let key = preference.map(|p| (*stronger, *weaker, whose(p, &|party| both.parties.of_new(party))));
        if let Some(old) = key.and_then(|key| gone.remove(&key)) {
            found.extend([(old, id), (id, old)]);
        }
    }
    found
}

/// What each party does with each claim, in the order that counts.
fn acts(both: &Alignment<'_>) -> Vec<(Act, Pair)> {
    type Group = BTreeMap<(u32, u32), Vec<(Act, u32)>>;
    let read = |debate: &Debate, claim: &dyn Fn(u32) -> u32, party: &dyn Fn(u32) -> u32| {
        let mut groups = Group::new();
        for (id, told) in (0..).zip(&debate.commitments) {
            for c in &told.claims {
                for p in &told.parties {
                    let act = Act { claim: claim(c.0), party: party(p.0), stance: told.stance, date: told.date };
                    groups.entry((act.claim, act.party)).or_default().push((act, id));
                }
            }
        }
        for group in groups.values_mut() {
            // Only where something is taken back on no day does the order of the files count against that of the days.
            if group.iter().all(|(act, _)| act.stance != Stance::Retract || act.date.is_some()) {
                group.sort_by_key(|(act, _)| act.date);
            }
        }
        groups
    };
    let old = read(both.old, &|c| both.claims.of_old(c), &|p| both.parties.of_old(p));
    let new = read(both.new, &|c| both.claims.of_new(c), &|p| both.parties.of_new(p));
    let keys: BTreeSet<(u32, u32)> = old.keys().chain(new.keys()).copied().collect();
    let mut out = Vec::new();
    for key in keys {
        let list = |groups: &Group| groups.get(&key).cloned().unwrap_or_default();
        merge(&list(&old), &list(&new), &mut out);
    }
    out
}

/// Two orders as one that is true to both; what stands in another order is gone and new.
fn merge(old: &[(Act, u32)], new: &[(Act, u32)], out: &mut Vec<(Act, Pair)>) {
    let mut next = 0;
    for (act, id) in old {
        let rest = new.get(next..).unwrap_or(&[]);
        let Some(at) = rest.iter().position(|(other, _)| other == act) else {
            out.push((*act, Pair { old: Some(*id), new: None }));
            continue;
        };
        out.extend(rest.iter().take(at).map(|(act, id)| (*act, Pair { old: None, new: Some(*id) })));
        out.extend(rest.get(at).map(|(act, other)| (*act, Pair { old: Some(*id), new: Some(*other) })));
        next += at + 1;
    }
    out.extend(new.iter().skip(next).map(|(act, id)| (*act, Pair { old: None, new: Some(*id) })));
}

/// What an expectation is about, by pair: whether it is a question, and which.
type About = (bool, u32);

/// What an expectation says: of what, that it comes out how, with which answer.
pub fn expected(both: &Alignment<'_>, form: Form, expectation: &Expectation) -> (About, &'static str, Option<u32>) {
    let claim = |c: ClaimId| if form == Form::Old { both.claims.of_old(c.0) } else { both.claims.of_new(c.0) };
    let question = |q: QuestionId| if form == Form::Old { both.questions.of_old(q.0) } else { both.questions.of_new(q.0) };
    match expectation.expected {
        Expected::Stands(c) => ((false, claim(c)), "stands", None),
        Expected::Falls(c) => ((false, claim(c)), "falls", None),
        Expected::Open(c) => ((false, claim(c)), "open", None),
        Expected::Unsupported(c) => ((false, claim(c)), "unsupported", None),
        Expected::Answer(q, c) => ((true, question(q)), "is", Some(claim(c))),
        Expected::NoAnswer(q) => ((true, question(q)), "open", None),
    }
}

/// Expectations that say the same are paired, and then those of the same claim or question.
fn expectations(both: &Alignment<'_>) -> Pairs {
    let read = |debate: &Debate, form: Form| debate.expectations.iter().map(|e| expected(both, form, e)).collect::<Vec<_>>();
    let (old, new) = (read(both.old, Form::Old), read(both.new, Form::New));
    let mut matcher = Matcher::new(old.len(), new.len());
    matcher.by(|i| old.get(i as usize), |i| new.get(i as usize));
    matcher.by(|i| old.get(i as usize).map(|e| e.0), |i| new.get(i as usize).map(|e| e.0));
    matcher.finish()
}
