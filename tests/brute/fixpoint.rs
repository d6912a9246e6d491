//! The equations of the grounded labelling and of defences, with a whole closure for every question: what the checker of the crate, which
//! answers for all rounds at once, is held against.

use agon::{
    graph::digraph::Digraph,
    theory::system::{
        closure::{Closure, Uses},
        definition::System,
        grounded::{Grounded, Status},
        order::Order,
        reasons::Move,
        rules::{RuleId, Sentence},
    },
};

/// A set of defeasible rules, as one mark per rule.
type Set = Vec<bool>;

/// Whether `claimed` solves the equations `U = N ∖ att(L)` and `L = N ∖ att(U)` and its statuses are those of `Cl(L)`, `Cl(U)` and
/// `Cl(N)`. A few closures, so linear without preferences. That the solution is the least one is `is_least`.
pub(crate) fn is_fixpoint(system: &System, claimed: &Grounded) -> bool {
    let check = Check::new(system);
    let (lower, upper) = (check.rules(|id| claimed.is_accepted(id)), check.rules(|id| claimed.is_possible(id)));
    let closures = [&lower, &upper, &check.rules(|_| true)].map(|set| check.closure(set).holds);
    let status = |s: usize| match closures.each_ref().map(|c| c.get(s) == Some(&true)) {
        [true, _, _] => Status::In,
        [_, true, _] => Status::Undecided,
        [_, _, true] => Status::Out,
        _ => Status::None,
    };
    check.free_of(&lower) == upper
        && check.free_of(&upper) == lower
        && claimed.sentences.len() == system.sentences()
        && claimed.sentences.iter().enumerate().all(|(s, &claim)| claim == status(s))
}

/// Whether `claimed` is what the alternating fixpoint reaches from nothing. A closure per round.
pub(crate) fn is_least(system: &System, claimed: &Grounded) -> bool {
    let check = Check::new(system);
    let mut lower = check.rules(|_| false);
    loop {
        let next = check.free_of(&check.free_of(&lower));
        if next == lower {
            return lower == check.rules(|id| claimed.is_accepted(id));
        }
        lower = next;
    }
}

/// The largest part of `set` that defends itself from nothing: `J₀ = ∅`, `Jᵢ₊₁ = {n ∈ set : n ∉ att(N ∖ att(Jᵢ))}`, each rule with the
/// first `i` at which it is in. Whether `moves` is a defence of a sentence: `defended` gives all of them, and the sentence is in `Cl`.
pub(crate) fn defended(system: &System, set: &[RuleId]) -> Vec<Move> {
    let check = Check::new(system);
    let mut moves: Vec<Move> = Vec::new();
    for stage in 1.. {
        let free = check.free_of(&check.free_of(&check.rules(|id| moves.iter().any(|m| m.rule == id))));
        let fresh = |&&rule: &&RuleId| free.get(rule as usize) == Some(&true) && !moves.iter().any(|m| m.rule == rule);
        let new: Vec<Move> = set.iter().filter(fresh).map(|&rule| Move { stage, rule }).collect();
        if new.is_empty() {
            break;
        }
        moves.extend(new);
    }
    moves.sort_unstable();
    moves
}

/// What a set of rules that defends itself shows of each sentence: it follows from the set (`In`), no derivation of it is left in peace
/// (`Out`, also where there is none), or neither.
pub(crate) fn shows(system: &System, set: &[RuleId]) -> Vec<Status> {
    let check = Check::new(system);
    let set = check.rules(|id| set.contains(&id));
    let (holds, may_hold) = (check.closure(&set).holds, check.closure(&check.free_of(&set)).holds);
    let status = |(holds, may): (bool, bool)| match (holds, may) {
        (true, _) => Status::In,
        (_, true) => Status::Undecided,
        _ => Status::Out,
    };
    holds.into_iter().zip(may_hold).map(status).collect()
}

/// A system made ready for many closures.
struct Check<'a> {
    system: &'a System,
    uses: Uses<'a>,
    order: Order,
    facts: Vec<bool>,
    /// The pairs `(x, y)` with `x` a contrary of `y`, and `y` none of `x`.
    directed: Vec<(Sentence, Sentence)>,
    /// From a sentence to its contraries.
    contraries: Digraph,
    /// From a sentence to those it denies without being denied by them.
    denies: Digraph,
}

impl<'a> Check<'a> {
    /// Indexes `system`. Near linear.
    fn new(system: &'a System) -> Self {
        let uses = Uses::new(system);
        let facts = uses.strict(system.axioms().iter().copied()).holds;
        let mut directed = system.contraries().to_vec();
        directed.sort_unstable();
        let pairs = directed.clone();
        directed.retain(|&(x, y)| pairs.binary_search(&(y, x)).is_err());
        let contraries = Digraph::new(system.sentences(), system.contraries().iter().map(|&(x, y)| (y, x)));
        let denies = Digraph::new(system.sentences(), directed.iter().copied());
        Self { order: Order::new(system), facts, directed, contraries, denies, uses, system }
    }

    fn rules(&self, wanted: impl Fn(RuleId) -> bool) -> Set {
        let rules = self.system.rules();
        rules.ids().map(|id| rules.is_defeasible(id) && wanted(id)).collect()
    }

    fn closure(&self, set: &Set) -> Closure {
        let strict = |id| !self.system.rules().is_defeasible(id);
        self.uses.closure(self.system.axioms().iter().copied(), |id| strict(id) || set.get(id as usize) == Some(&true))
    }

    /// `N ∖ att(set)`.
    fn free_of(&self, set: &Set) -> Set {
        let (system, rules) = (self.system, self.system.rules());
        let holds = self.closure(set).holds;
        let follows = |s: &Sentence| holds.get(*s as usize) == Some(&true);
        // The rules of the set that are the top of some derivation.
        let tops: Vec<RuleId> =
            rules.defeasible().filter(|&id| set.get(id as usize) == Some(&true) && rules.get(id).body.iter().all(follows)).collect();
        let by_last = |admitted: &dyn Fn(RuleId) -> bool| {
            let heads = tops.iter().filter(|&&m| admitted(m)).map(|&m| rules.get(m).head);
            self.uses.strict(system.axioms().iter().copied().chain(heads)).holds
        };
        let mut rebutted = vec![false; system.sentences()];
        for &(x, y) in system.contraries() {
            if let Some(mark) = rebutted.get_mut(y as usize) {
                *mark |= follows(&x);
            }
        }
        for &(x, y) in &self.directed {
            if let Some(mark) = rebutted.get_mut(x as usize) {
                *mark |= self.facts.get(y as usize) == Some(&true);
            }
        }
        let mut free = self.rules(|id| rebutted.get(rules.get(id).head as usize) == Some(&false));
        for id in rules.defeasible() {
            let (head, below, above) = (rules.get(id).head, self.order.below(&[id]), self.order.above(&[id]));
            if below.is_empty() && above.is_empty() {
                continue;
            }
            // Where no ranked rule is a top, the closures are known already.
            let has_top = |ranked: &[RuleId]| tops.iter().any(|m| ranked.binary_search(m).is_ok());
            let strikes = has_top(&below).then(|| by_last(&|m| below.binary_search(&m).is_err()));
            let returns = has_top(&above).then(|| by_last(&|m| above.binary_search(&m).is_ok()));
            let held = |closure: &[bool], s: &Sentence| closure.get(*s as usize) == Some(&true);
            let attacked = self.contraries.next(head).iter().any(|x| held(strikes.as_ref().unwrap_or(&holds), x))
                || self.denies.next(head).iter().any(|y| held(returns.as_ref().unwrap_or(&self.facts), y));
            if let Some(mark) = free.get_mut(id as usize) {
                *mark = !attacked;
            }
        }
        for &(by, id) in system.undercuts() {
            if let Some(mark) = free.get_mut(id as usize) {
                *mark &= !follows(&by);
            }
        }
        free
    }
}
