//! Sceptical acceptance under preferred semantics without computing preferred extensions.
//!
//! An argument q is missing from some preferred extension iff some admissible set S without q has no admissible superset with q:
//! S extends to a preferred one, and a preferred one is such an S (the vacuous reduct of Thimm, Cerutti & Vallati 2021, on the
//! modularization of Baumann, Brewka & Ulbricht 2020). Two admissible sets have an admissible union unless one attacks the other,
//! so S must attack every admissible set with q. Candidates for S are asked for; one that q can still join gives another set to attack.

use std::collections::BTreeSet;

use crate::theory::{
    framework::{
        attack::Framework,
        effort::Effort,
        encoding::Encoding,
        labelling::Labelling,
        scope::{Scope, cone},
    },
    interrupt::Stopped,
    sat::solver::Lit,
    search::models::{Kind, Models},
};

/// Whether an argument is in every preferred extension.
pub enum Verdict {
    /// It is; it can be accepted by this set, which together with what is grounded is admissible.
    Everywhere {
        /// The set, with the argument.
        defence: Vec<u32>,
    },
    /// No preferred extension with the argument contains this set, which together with what is grounded is admissible.
    MissingWith(Vec<u32>),
}

/// Looks for an admissible set that no preferred extension with `query`, undecided in `grounded`, contains.
pub fn find_counterexample(framework: &Framework, grounded: &Labelling, query: u32, effort: Effort<'_>) -> Result<Verdict, Stopped> {
    let mut scope = Scope::new(framework.len());
    scope.enter(cone(framework, grounded, query));
    let mut encoding = Encoding::new(Kind::Large, framework, grounded, &scope, effort);
    let (Some(query_in), Some(query_out)) = (encoding.in_of(query), encoding.out_of(query)) else {
        return Ok(Verdict::MissingWith(Vec::new()));
    };
    if !encoding.solve(&[query_in])? {
        return Ok(Verdict::MissingWith(Vec::new()));
    }
    let mut defence = defence_of(framework, grounded, query, &encoding.set());
    if encoding.solve(&[query_out])? {
        return Ok(Verdict::MissingWith(encoding.set()));
    }
    let switch = encoding.switch();
    encoding.require(&[!switch, !query_in]);
    loop {
        effort.check()?;
        let mut attack: Vec<Lit> = defence.iter().filter_map(|&d| encoding.out_of(d)).collect();
        attack.push(!switch);
        encoding.require(&attack);
        if !encoding.solve(&[switch])? {
            return Ok(Verdict::Everywhere { defence });
        }
        let candidate = encoding.set();
        let mut joined: Vec<Lit> = candidate.iter().filter_map(|&c| encoding.in_of(c)).collect();
        joined.push(query_in);
        if !encoding.solve(&joined)? {
            return Ok(Verdict::MissingWith(candidate));
        }
        defence = defence_of(framework, grounded, query, &encoding.set());
    }
}

/// A small admissible subset of `set`, which is admissible and contains `query`, that contains `query`: each undecided attacker is
/// answered by the first member that attacks it, unless one already taken does. The smaller, the more a counterexample must fit.
fn defence_of(framework: &Framework, grounded: &Labelling, query: u32, set: &[u32]) -> Vec<u32> {
    let mut taken = vec![query];
    let mut is_taken = BTreeSet::from([query]);
    let mut next = 0;
    while let Some(&member) = taken.get(next) {
        next += 1;
        for &attacker in framework.attackers_of(member).iter().filter(|&&b| grounded.is_open(b)) {
            let answers = framework.attackers_of(attacker);
            if answers.iter().any(|a| is_taken.contains(a)) {
                continue;
            }
            if let Some(&answer) = answers.iter().find(|a| set.binary_search(a).is_ok()) {
                is_taken.insert(answer);
                taken.push(answer);
            }
        }
    }
    taken
}
