//! How two debates differ, one change for each thing that a person would have done.

use crate::diff::{
    align::{Alignment, own_claim},
    aspects,
    attributes::{self, Form},
    change::{Aspect, Change, Item, Kind},
    pairs::{Pair, find},
    remarks::{Remarks, expected, remarks},
};
use std::collections::{BTreeMap, BTreeSet};

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
        add(Item::Question(id), *pair, &|| aspects::question(both, *pair));
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
        add(Item::Claim(id, bundled.get(&id).copied()), *pair, &|| aspects::claim(both, *pair));
    }
    for (id, pair) in (0..).zip(&both.steps.list).filter(|(id, _)| !inside.contains(id)) {
        add(Item::Step(id), *pair, &|| aspects::step(both, *pair));
    }
    let remarks = remarks(both);
    let none = || Vec::new();
    // A limit that comes or goes with its claim is told with it.
    let alone = |claim: u32, pair: Pair| {
        let own = both.claims.get(claim);
        (own.old.is_some(), own.new.is_some()) != (pair.old.is_some(), pair.new.is_some())
    };
    let limits = (0..).zip(&remarks.limits).filter(|(_, ((claim, _), pair))| alone(*claim, *pair));
    limits.for_each(|(id, (_, pair))| add(Item::Limit(id), *pair, &none));
    for (id, (_, pair)) in (0..).zip(&remarks.contradictions) {
        add(Item::Contradiction(id), *pair, &|| aspects::contradiction(both, *pair));
    }
    for (id, (_, pair)) in (0..).zip(&remarks.preferences) {
        add(Item::Preference(id), *pair, &|| aspects::preference(both, *pair));
    }
    // The words of a commitment to several claims are told of the first of them.
    let mut told: BTreeSet<Pair> = BTreeSet::new();
    for (id, (_, pair)) in (0..).zip(&remarks.acts) {
        if pair.old.is_none() || pair.new.is_none() || told.insert(*pair) {
            add(Item::Act(id), *pair, &|| aspects::commitment(both, *pair));
        }
    }
    for (id, pair) in (0..).zip(&both.parties.list) {
        add(Item::Party(id), *pair, &|| aspects::party(both, *pair));
    }
    for (id, pair) in (0..).zip(&both.sources.list) {
        add(Item::Source(id), *pair, &|| aspects::source(both, *pair));
    }
    for (id, pair) in (0..).zip(&both.terms.list) {
        add(Item::Term(id), *pair, &|| aspects::term(both, *pair));
    }
    for (id, pair) in (0..).zip(&remarks.expectations.list) {
        let (old, new) = (find(&both.old.expectations, pair.old), find(&both.new.expectations, pair.new));
        let same = || old.map(|e| expected(both, Form::Old, e)) == new.map(|e| expected(both, Form::New, e));
        add(Item::Expectation(id), *pair, &|| if same() { Vec::new() } else { vec![Aspect::Expected] });
    }
    if both.old.about.as_of != both.new.about.as_of {
        out.push(Change { item: Item::AsOf, kind: Kind::Changed, aspects: vec![Aspect::Date] });
    }
    if attributes::about(&both.old.about) != attributes::about(&both.new.about) {
        out.push(Change { item: Item::About, kind: Kind::Changed, aspects: vec![Aspect::Details] });
    }
    (out, remarks)
}
