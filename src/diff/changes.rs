//! How two debates differ, one change for each thing that a person would have done.

use crate::{
    diff::{
        align::{Alignment, own_claim, words},
        pairs::{Matcher, Pair, Pairs},
    },
    model::{
        citation::Citation,
        debate::{Claim, ClaimKind, Debate, Ranked, Stance, Step, Target},
        value::Date,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// What a change is made to, by pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Item {
    /// A question.
    Question(u32),
    /// A claim, with the step that is made with its text where that comes or goes too, as with a rebuttal.
    Claim(u32, Option<u32>),
    /// A step.
    Step(u32),
    /// A limit.
    Limit(u32),
    /// A contradiction.
    Contradiction(u32),
    /// A preference.
    Preference(u32),
    /// What a party does with a claim.
    Act(u32),
    /// A source.
    Source(u32),
    /// The day of the debate.
    AsOf,
}

/// What is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another.
    Changed,
}

impl Kind {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

/// In what something is another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// Its name.
    Name,
    /// Its text.
    Text,
    /// What it cites.
    Cites,
    /// Whether it is said, assumed or a fact.
    Kind,
    /// Who says it.
    Speakers,
    /// The questions it answers.
    Questions,
    /// When it was said.
    Date,
    /// How likely it is said to be, how sure its speaker is, its weight, its last day, its scheme.
    Details,
    /// What a step starts from.
    Premises,
    /// What a step bears on.
    Targets,
    /// Whether a step is strict.
    Strict,
    /// The default of a question.
    Default,
}

impl Aspect {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Text => "text",
            Self::Cites => "cites",
            Self::Kind => "kind",
            Self::Speakers => "speakers",
            Self::Questions => "questions",
            Self::Date => "date",
            Self::Details => "details",
            Self::Premises => "premises",
            Self::Targets => "targets",
            Self::Strict => "strict",
            Self::Default => "default",
        }
    }

    /// Whether verdicts can depend on it.
    const fn is_formal(self) -> bool {
        !matches!(self, Self::Name | Self::Text | Self::Cites | Self::Details)
    }
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// To what.
    pub item: Item,
    /// What is done.
    pub kind: Kind,
    /// In what, where it is another.
    pub aspects: Vec<Aspect>,
}

impl Change {
    /// Whether verdicts can depend on it.
    pub fn is_formal(&self) -> bool {
        match (self.item, self.kind) {
            (Item::Source(_) | Item::Limit(_), _) => false,
            (_, Kind::Changed) => self.item == Item::AsOf || self.aspects.iter().any(|a| a.is_formal()),
            _ => true,
        }
    }
}

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
    /// Contradictions: the claims by pair, ascending.
    pub contradictions: Vec<(Vec<u32>, Pair)>,
    /// Preferences: the stronger and the weaker side.
    pub preferences: Vec<((Side, Side), Pair)>,
    /// Limits: the claim and its target, by pair.
    pub limits: Vec<((u32, u32), Pair)>,
    /// What parties do with claims, those of one party with one claim in their order.
    pub acts: Vec<(Act, Pair)>,
}

/// All changes, in the order of the new debate, each kind of item by itself; and the remarks of both.
pub fn changes(both: &Alignment<'_>) -> (Vec<Change>, Remarks) {
    let mut out = Vec::new();
    let mut add = |item: Item, pair: Pair, aspects: &dyn Fn() -> Vec<Aspect>| {
        let (kind, aspects) = match (pair.old, pair.new) {
            (Some(_), Some(_)) => (Kind::Changed, aspects()),
            (None, _) => (Kind::Added, Vec::new()),
            (_, None) => (Kind::Removed, Vec::new()),
        };
        if kind != Kind::Changed || !aspects.is_empty() {
            out.push(Change { item, kind, aspects });
        }
    };
    for (id, pair) in (0..).zip(&both.questions.list) {
        add(Item::Question(id), *pair, &|| question_aspects(both, *pair));
    }
    // A rebuttal comes and goes with its step: one change.
    let mut bundled: BTreeMap<u32, u32> = BTreeMap::new();
    for (id, pair) in (0..).zip(&both.steps.list) {
        let own = match (pair.old, pair.new) {
            (Some(old), None) => own_claim(both.old, old).map(|c| both.claims.of_old(c)),
            (None, Some(new)) => own_claim(both.new, new).map(|c| both.claims.of_new(c)),
            _ => None,
        };
        if let Some(claim) = own.filter(|c| both.claims.get(*c).old.is_some() == pair.old.is_some())
            && both.claims.get(claim).new.is_some() == pair.new.is_some()
        {
            bundled.entry(claim).or_insert(id);
        }
    }
    let inside: BTreeSet<u32> = bundled.values().copied().collect();
    for (id, pair) in (0..).zip(&both.claims.list) {
        add(Item::Claim(id, bundled.get(&id).copied()), *pair, &|| claim_aspects(both, *pair));
    }
    for (id, pair) in (0..).zip(&both.steps.list).filter(|(id, _)| !inside.contains(id)) {
        add(Item::Step(id), *pair, &|| step_aspects(both, *pair));
    }
    let remarks = remarks(both);
    let none = || Vec::new();
    (0..).zip(&remarks.limits).for_each(|(id, (_, pair))| add(Item::Limit(id), *pair, &none));
    (0..).zip(&remarks.contradictions).for_each(|(id, (_, pair))| add(Item::Contradiction(id), *pair, &none));
    (0..).zip(&remarks.preferences).for_each(|(id, (_, pair))| add(Item::Preference(id), *pair, &none));
    (0..).zip(&remarks.acts).for_each(|(id, (_, pair))| add(Item::Act(id), *pair, &none));
    for (id, pair) in (0..).zip(&both.sources.list) {
        add(Item::Source(id), *pair, &|| source_aspects(both, *pair));
    }
    if both.old.about.as_of != both.new.about.as_of {
        out.push(Change { item: Item::AsOf, kind: Kind::Changed, aspects: vec![Aspect::Date] });
    }
    (out, remarks)
}

/// The aspects of which the test says that they differ.
fn which(aspects: &[(Aspect, bool)]) -> Vec<Aspect> {
    aspects.iter().filter(|(_, differs)| *differs).map(|(aspect, _)| *aspect).collect()
}

fn question_aspects(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.questions, pair.old), find(&both.new.questions, pair.new)) else { return Vec::new() };
    let default = |d: Option<u32>, of: &dyn Fn(u32) -> u32| d.map(of);
    which(&[
        (Aspect::Name, old.name.shown != new.name.shown),
        (Aspect::Text, words(&old.text) != words(&new.text)),
        (
            Aspect::Default,
            default(old.default.map(|c| c.0), &|c| both.claims.of_old(c)) != default(new.default.map(|c| c.0), &|c| both.claims.of_new(c)),
        ),
    ])
}

fn claim_aspects(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.claims, pair.old), find(&both.new.claims, pair.new)) else { return Vec::new() };
    let speakers = |claim: &Claim, of: &dyn Fn(u32) -> u32| claim.speakers.iter().map(|s| of(s.party.0)).collect::<BTreeSet<u32>>();
    let answers = |claim: &Claim, of: &dyn Fn(u32) -> u32| claim.answers.iter().map(|q| of(q.0)).collect::<BTreeSet<u32>>();
    let date = |claim: &Claim| claim.details.as_ref().and_then(|d| d.date);
    let details =
        |claim: &Claim| claim.details.as_ref().map(|d| (d.likelihood.clone(), d.confidence, d.weight, d.valid_until)).unwrap_or_default();
    which(&[
        (Aspect::Name, old.name.shown != new.name.shown && (old.name.referable || new.name.referable)),
        (Aspect::Text, words(&old.text) != words(&new.text)),
        (Aspect::Cites, cites(old.cites(), &|s| both.sources.of_old(s)) != cites(new.cites(), &|s| both.sources.of_new(s))),
        (Aspect::Kind, class(old.kind) != class(new.kind)),
        (Aspect::Speakers, speakers(old, &|p| both.parties.of_old(p)) != speakers(new, &|p| both.parties.of_new(p))),
        (Aspect::Questions, answers(old, &|q| both.questions.of_old(q)) != answers(new, &|q| both.questions.of_new(q))),
        (Aspect::Date, date(old) != date(new)),
        (Aspect::Details, details(old) != details(new)),
    ])
}

/// What a claim is taken for: a rebuttal that becomes a premise is said as before.
pub const fn class(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Fact => "fact",
        ClaimKind::Assumption => "assumption",
        _ => "claim",
    }
}

/// What is cited, in no order.
pub fn cites(list: &[Citation], of: &dyn Fn(u32) -> u32) -> BTreeSet<(u32, Option<String>, Option<String>)> {
    list.iter().map(|c| (of(c.source.0), c.locator.clone(), c.quotation.clone())).collect()
}

fn step_aspects(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.steps, pair.old), find(&both.new.steps, pair.new)) else { return Vec::new() };
    let premises = |step: &Step, of: &dyn Fn(u32) -> u32| step.premises.iter().map(|p| of(p.0)).collect::<BTreeSet<u32>>();
    let scheme = |step: &Step| step.details.as_ref().map(|d| (d.scheme.clone(), d.weight)).unwrap_or_default();
    let own = |debate: &Debate, id: Option<u32>| id.and_then(|id| own_claim(debate, id)).is_some();
    let is_own = own(both.old, pair.old) || own(both.new, pair.new);
    let (old_targets, new_targets) = (targets(both, old, true), targets(both, new, false));
    which(&[
        // A step that is made with the text of a claim bears its name.
        (Aspect::Name, old.name.shown != new.name.shown && (old.name.referable || new.name.referable) && !is_own),
        (Aspect::Premises, premises(old, &|p| both.claims.of_old(p)) != premises(new, &|p| both.claims.of_new(p))),
        (Aspect::Targets, old_targets != new_targets),
        (Aspect::Strict, old.strict != new.strict),
        (Aspect::Details, scheme(old) != scheme(new)),
    ])
}

/// What a step bears on, by pair: whether it is a step, and which.
pub fn targets(both: &Alignment<'_>, step: &Step, of_old: bool) -> BTreeSet<(bool, u32)> {
    let (claim, other): (&dyn Fn(u32) -> u32, &dyn Fn(u32) -> u32) = if of_old {
        (&|c| both.claims.of_old(c), &|s| both.steps.of_old(s))
    } else {
        (&|c| both.claims.of_new(c), &|s| both.steps.of_new(s))
    };
    let target = |target: &Target| match target {
        Target::Claim(c) => (false, claim(c.0)),
        Target::Step(s) => (true, other(s.0)),
    };
    step.targets.iter().map(target).collect()
}

fn source_aspects(both: &Alignment<'_>, pair: Pair) -> Vec<Aspect> {
    let (Some(old), Some(new)) = (find(&both.old.sources, pair.old), find(&both.new.sources, pair.new)) else { return Vec::new() };
    let details = |s: &crate::model::debate::Document| {
        (s.author.clone(), s.container.clone(), s.date, s.url.clone(), s.reliability.clone(), s.sha256.clone(), s.accessed)
    };
    which(&[
        (Aspect::Name, old.name.shown != new.name.shown),
        (Aspect::Text, words(&old.text) != words(&new.text)),
        (Aspect::Details, details(old) != details(new)),
    ])
}

/// The item at `id`.
pub fn find<T>(list: &[T], id: Option<u32>) -> Option<&T> {
    list.get(id? as usize)
}

fn remarks(both: &Alignment<'_>) -> Remarks {
    let clashes = |debate: &Debate, of: &dyn Fn(u32) -> u32| -> Vec<Vec<u32>> {
        let one = |claims: &[crate::model::ids::ClaimId]| {
            let mut claims: Vec<u32> = claims.iter().map(|c| of(c.0)).collect();
            claims.sort_unstable();
            claims
        };
        debate.contradictions.iter().map(|c| one(&c.claims)).collect()
    };
    let prefer = |debate: &Debate, claim: &dyn Fn(u32) -> u32, step: &dyn Fn(u32) -> u32| -> Vec<(Side, Side)> {
        let side = |r: &Ranked| (r.claim.map(|c| claim(c.0)), r.step.map(|s| step(s.0)));
        debate.preferences.iter().map(|p| (side(&p.stronger), side(&p.weaker))).collect()
    };
    let limits = |debate: &Debate, of: &dyn Fn(u32) -> u32| -> Vec<(u32, u32)> {
        debate.limits.iter().map(|l| (of(l.claim.0), of(l.target.0))).collect()
    };
    let (claim_old, claim_new) = (|c| both.claims.of_old(c), |c| both.claims.of_new(c));
    let (step_old, step_new) = (|s| both.steps.of_old(s), |s| both.steps.of_new(s));
    Remarks {
        contradictions: union(clashes(both.old, &claim_old), clashes(both.new, &claim_new)),
        preferences: union(prefer(both.old, &claim_old, &step_old), prefer(both.new, &claim_new, &step_new)),
        limits: union(limits(both.old, &claim_old), limits(both.new, &claim_new)),
        acts: acts(both),
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

/// What each party does with each claim, in the order that counts.
fn acts(both: &Alignment<'_>) -> Vec<(Act, Pair)> {
    type Group = BTreeMap<(u32, u32), Vec<Act>>;
    let read = |debate: &Debate, claim: &dyn Fn(u32) -> u32, party: &dyn Fn(u32) -> u32| {
        let mut groups = Group::new();
        for told in &debate.commitments {
            for c in &told.claims {
                for p in &told.parties {
                    let act = Act { claim: claim(c.0), party: party(p.0), stance: told.stance, date: told.date };
                    groups.entry((act.claim, act.party)).or_default().push(act);
                }
            }
        }
        for group in groups.values_mut() {
            // Only where something is taken back on no day does the order of the files count against that of the days.
            if group.iter().all(|act| act.stance != Stance::Retract || act.date.is_some()) {
                group.sort_by_key(|act| act.date);
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
fn merge(old: &[Act], new: &[Act], out: &mut Vec<(Act, Pair)>) {
    let mut next = 0;
    for (id, act) in (0..).zip(old) {
        let rest = new.get(next..).unwrap_or(&[]);
        let Some(at) = rest.iter().position(|other| other == act) else {
            out.push((*act, Pair { old: Some(id), new: None }));
            continue;
        };
        for (other, act) in (next as u32..).zip(rest.get(..at).unwrap_or(&[])) {
            out.push((*act, Pair { old: None, new: Some(other) }));
        }
        out.push((*act, Pair { old: Some(id), new: Some((next + at) as u32) }));
        next += at + 1;
    }
    for (id, act) in (next as u32..).zip(new.get(next..).unwrap_or(&[])) {
        out.push((*act, Pair { old: None, new: Some(id) }));
    }
}
