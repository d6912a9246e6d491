//! An assumption-based framework, what sets of assumptions derive, and whether a set is admissible, complete or stable.
//!
//! With U the assumptions that a set A does not attack: a set of assumptions that attacks A without being attacked is a part of U, and
//! derivation is monotone, so A defends a member iff U does not derive its contrary. All checks are linear in the rules.

/// A rule: if all of the body, then the head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// What follows; no assumption, the framework being flat.
    pub head: u32,
    /// From what; nothing for a fact.
    pub body: Vec<u32>,
}

/// A flat assumption-based framework on the atoms `0..atoms`.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    atoms: usize,
    assumptions: Vec<u32>,
    contraries: Vec<Option<u32>>,
    rules: Vec<Rule>,
    /// For each atom the rules in whose body it is.
    uses: Vec<Vec<u32>>,
}

impl Rules {
    /// The framework with these assumptions, each with its contrary if it has one. Atoms beyond `atoms` must not occur.
    pub fn new(atoms: usize, mut assumptions: Vec<(u32, Option<u32>)>, mut rules: Vec<Rule>) -> Self {
        assumptions.sort_unstable();
        assumptions.dedup_by_key(|a| a.0);
        let mut uses = vec![Vec::new(); atoms];
        for (rule, at) in rules.iter_mut().zip(0..) {
            rule.body.sort_unstable();
            rule.body.dedup();
            for &atom in &rule.body {
                if let Some(used) = uses.get_mut(atom as usize) {
                    used.push(at);
                }
            }
        }
        let (assumptions, contraries) = assumptions.into_iter().unzip();
        Self { atoms, assumptions, contraries, rules, uses }
    }

    /// The number of atoms.
    pub fn atoms(&self) -> usize {
        self.atoms
    }

    /// The assumptions, ascending.
    pub fn assumptions(&self) -> &[u32] {
        &self.assumptions
    }

    /// The assumptions with their contraries.
    pub fn contraries(&self) -> impl Iterator<Item = (u32, Option<u32>)> {
        self.assumptions.iter().copied().zip(self.contraries.iter().copied())
    }

    /// The rules.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// For each atom, whether it follows from `assumptions`. Linear in the rules.
    pub fn closure(&self, assumptions: &[u32]) -> Vec<bool> {
        let mut holds = vec![false; self.atoms];
        let mut missing: Vec<usize> = self.rules.iter().map(|r| r.body.len()).collect();
        let facts = self.rules.iter().filter(|r| r.body.is_empty()).map(|r| r.head);
        let mut queue: Vec<u32> = assumptions.iter().copied().chain(facts).collect();
        while let Some(atom) = queue.pop() {
            match holds.get_mut(atom as usize) {
                Some(mark) if !*mark => *mark = true,
                _ => continue,
            }
            for &rule in self.uses.get(atom as usize).into_iter().flatten() {
                if let (Some(left), Some(rule)) = (missing.get_mut(rule as usize), self.rules.get(rule as usize)) {
                    *left -= 1;
                    if *left == 0 {
                        queue.push(rule.head);
                    }
                }
            }
        }
        holds
    }

    /// The assumptions whose contrary is not among `derived`.
    fn unattacked(&self, derived: &[bool]) -> Vec<u32> {
        self.contraries().filter(|&(_, c)| c.is_none_or(|c| !is(derived, c))).map(|(a, _)| a).collect()
    }

    /// The assumptions that `set` does not attack.
    pub fn spared_by(&self, set: &[u32]) -> Vec<u32> {
        self.unattacked(&self.closure(set))
    }

    /// The assumptions that `set` defends.
    pub fn defended_by(&self, set: &[u32]) -> Vec<u32> {
        self.unattacked(&self.closure(&self.spared_by(set)))
    }

    /// Whether `set` is conflict-free: it does not attack itself (definition 3.4 there).
    pub fn is_conflict_free(&self, set: &[u32]) -> bool {
        is_within(set, &self.spared_by(set))
    }

    /// Whether `set` is admissible: it does not attack itself, and attacks whatever attacks it (definition 3.4 there).
    pub fn is_admissible(&self, set: &[u32]) -> bool {
        self.is_conflict_free(set) && is_within(set, &self.defended_by(set))
    }

    /// Whether `set` is complete: admissible, and all that it defends.
    pub fn is_complete(&self, set: &[u32]) -> bool {
        self.is_conflict_free(set) && self.defended_by(set) == set
    }

    /// Whether `set` is stable: it attacks exactly the assumptions outside.
    pub fn is_stable(&self, set: &[u32]) -> bool {
        self.spared_by(set) == set
    }

    /// The least complete set that contains `set`, which is admissible; for the empty set the grounded one.
    pub fn complete(&self, set: Vec<u32>) -> Vec<u32> {
        let mut set = set;
        loop {
            let next = self.defended_by(&set);
            if next == set {
                return set;
            }
            set = next;
        }
    }
}

/// Whether the marks include `atom`.
pub fn is(marks: &[bool], atom: u32) -> bool {
    marks.get(atom as usize).copied().unwrap_or(false)
}

fn is_within(part: &[u32], whole: &[u32]) -> bool {
    part.iter().all(|a| whole.binary_search(a).is_ok())
}
