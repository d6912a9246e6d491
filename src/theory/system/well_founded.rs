//! The well-founded model of a normal logic program (Van Gelder, Ross and Schlipf 1991), by stages of the alternating fixpoint.
//!
//! A queue and a counter per rule make each step local; unfounded sets are found by `Sources`. Within a stage everything follows from
//! failures of earlier stages alone, so the stage of an atom is the round of the alternating fixpoint that decides it. Every decision
//! keeps its reason, from which explanations are read without evaluating again.

use crate::theory::system::{
    program::{Atom, Indexed, Literal, NONE},
    sources::Sources,
};

/// What is known of an atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// It holds.
    True,
    /// It fails.
    False,
    /// Neither is forced.
    Open,
}

/// A well-founded model with the reasons for it. What is known of an atom or of a rule stands together, since it is asked for together.
#[derive(Debug, Clone)]
pub struct Model {
    atoms: Vec<OfAtom>,
    rules: Vec<OfRule>,
}

/// What is known of an atom.
#[derive(Debug, Clone, Copy)]
struct OfAtom {
    value: Value,
    /// Whether it would follow if no rule needed a failure.
    is_possible: bool,
    /// The round that decided it.
    stage: u32,
    /// The rule that gave it first, or `NONE`.
    given_by: u32,
    /// How many of its rules have no failed literal.
    support: u32,
}

/// What is known of a rule.
#[derive(Debug, Clone, Copy)]
struct OfRule {
    head: Atom,
    /// How many of its literals are not known to hold.
    pending: u32,
    /// The literal that failed first.
    killed_by: Option<Literal>,
}

impl Model {
    /// The value of `atom`.
    pub fn value(&self, atom: Atom) -> Value {
        self.atoms.get(atom as usize).map_or(Value::Open, |a| a.value)
    }

    /// Whether `atom` would follow if no rule needed a failure.
    pub fn is_possible(&self, atom: Atom) -> bool {
        self.atoms.get(atom as usize).is_some_and(|a| a.is_possible)
    }

    /// The round that decided `atom`.
    pub fn stage(&self, atom: Atom) -> u32 {
        self.atoms.get(atom as usize).map_or(0, |a| a.stage)
    }

    /// The rule that gave `atom` first, if it holds.
    pub fn given_by(&self, atom: Atom) -> Option<u32> {
        self.atoms.get(atom as usize).map(|a| a.given_by).filter(|rule| *rule != NONE)
    }

    /// The literal of `rule` that failed first.
    pub fn killed_by(&self, rule: u32) -> Option<Literal> {
        self.rules.get(rule as usize)?.killed_by
    }
}

/// What a rule may do in an evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// All that its literals let it do.
    Works,
    /// It supports, but never concludes: what needs its conclusion to fail may not have it fail.
    Held,
    /// Nothing, as if it were not there. In the model it is killed by the failure of its own head, which leads to no other reason.
    Dead,
}

/// The model of a program whose rules have the roles that `role` gives them.
pub fn well_founded(index: &Indexed, role: impl Fn(u32) -> Role) -> Model {
    let mut run = Run::new(index, role);
    while run.propagate() {}
    run.model
}

struct Run<'a> {
    index: &'a Indexed,
    model: Model,
    sources: Sources,
    queue: Vec<Atom>,
    /// The atoms that failed in this stage; what needs their failure waits for the next.
    failed: Vec<Atom>,
    stage: u32,
}

#[expect(clippy::indexing_slicing, reason = "all arrays have one place per atom or rule, and every number comes from the program")]
impl<'a> Run<'a> {
    fn new(index: &'a Indexed, role: impl Fn(u32) -> Role) -> Self {
        let program = &index.program;
        let (possible, source) = possible(index, &role);
        let of_atom = |(atom, is_possible): (Atom, &bool)| OfAtom {
            value: Value::Open,
            is_possible: *is_possible,
            stage: 0,
            given_by: NONE,
            support: index.concluding.next(atom).len() as u32,
        };
        // Neither a rule that is held nor a dead one ever loses its last pending literal.
        let of_rule = |rule: u32| OfRule {
            head: program.head(rule),
            pending: program.body(rule).len() as u32 + u32::from(role(rule) != Role::Works),
            killed_by: None,
        };
        let mut run = Self {
            index,
            model: Model { atoms: (0..).zip(&possible).map(of_atom).collect(), rules: program.rules().map(of_rule).collect() },
            sources: Sources::new(source),
            queue: Vec::new(),
            failed: Vec::new(),
            stage: 0,
        };
        for rule in program.rules().filter(|&r| role(r) == Role::Dead) {
            let head = program.head(rule);
            run.model.rules[rule as usize].killed_by = Some(Literal::not(head));
            run.model.atoms[head as usize].support -= 1;
        }
        for (atom, _) in (0..).zip(&possible).filter(|(_, possible)| !**possible) {
            run.decide(atom, Value::False);
        }
        for rule in program.rules().filter(|&r| run.model.rules[r as usize].pending == 0).collect::<Vec<_>>() {
            run.conclude(run.model.rules[rule as usize].head, rule);
        }
        run
    }

    /// One stage; false when it changed nothing and opened nothing.
    fn propagate(&mut self) -> bool {
        loop {
            while let Some(atom) = self.queue.pop() {
                self.spread(atom);
            }
            let (atoms, rules) = (&self.model.atoms, &self.model.rules);
            let is_open = |atom: Atom| atoms[atom as usize].value == Value::Open;
            let unfounded = self.sources.unfounded(self.index, is_open, |rule| rules[rule as usize].killed_by.is_some());
            if unfounded.is_empty() {
                break;
            }
            for atom in unfounded {
                self.decide(atom, Value::False);
            }
        }
        self.stage += 1;
        let failed = std::mem::take(&mut self.failed);
        for &atom in &failed {
            for &rule in self.index.barring.next(atom) {
                self.satisfy(rule);
            }
        }
        !failed.is_empty()
    }

    fn spread(&mut self, atom: Atom) {
        let index = self.index;
        match self.model.atoms[atom as usize].value {
            Value::True => {
                for &rule in index.needing.next(atom) {
                    self.satisfy(rule);
                }
                for &rule in index.barring.next(atom) {
                    self.kill(rule, Literal::not(atom));
                }
            }
            Value::False => {
                for &rule in index.needing.next(atom) {
                    self.kill(rule, Literal::is(atom));
                }
                self.failed.push(atom);
            }
            Value::Open => {}
        }
    }

    fn decide(&mut self, atom: Atom, value: Value) {
        let known = &mut self.model.atoms[atom as usize];
        known.value = value;
        known.stage = self.stage;
        self.queue.push(atom);
    }

    fn satisfy(&mut self, rule: u32) {
        let known = &mut self.model.rules[rule as usize];
        known.pending -= 1;
        if known.pending == 0 {
            let head = known.head;
            self.conclude(head, rule);
        }
    }

    fn conclude(&mut self, head: Atom, rule: u32) {
        let known = &mut self.model.atoms[head as usize];
        if known.value == Value::Open {
            known.given_by = rule;
            self.decide(head, Value::True);
        }
    }

    fn kill(&mut self, rule: u32, by: Literal) {
        let known = &mut self.model.rules[rule as usize];
        if known.killed_by.is_some() {
            return;
        }
        known.killed_by = Some(by);
        let head = known.head;
        let concluded = &mut self.model.atoms[head as usize];
        concluded.support -= 1;
        if concluded.value == Value::Open {
            if concluded.support == 0 {
                self.decide(head, Value::False);
            } else {
                self.sources.lose(self.index, head, rule);
            }
        }
    }
}

/// The atoms that follow when failures are taken for granted, each with the rule that reached it first.
#[expect(clippy::indexing_slicing, reason = "all arrays have one place per atom or rule, and every number comes from the program")]
fn possible(index: &Indexed, role: impl Fn(u32) -> Role) -> (Vec<bool>, Vec<u32>) {
    let program = &index.program;
    let mut missing: Vec<u32> = program.rules().map(|r| program.body(r).iter().filter(|l| !l.is_negative()).count() as u32).collect();
    let mut possible = vec![false; index.atoms];
    let mut source = vec![NONE; index.atoms];
    let mut queue: Vec<u32> = program.rules().filter(|&r| missing[r as usize] == 0).collect();
    let mut at = 0;
    // First in, first out: short ways to each atom make sources that fail together seldom.
    while let Some(&rule) = queue.get(at) {
        at += 1;
        let head = program.head(rule);
        if role(rule) == Role::Dead {
            continue;
        }
        if !std::mem::replace(&mut possible[head as usize], true) {
            source[head as usize] = rule;
            for &next in index.needing.next(head) {
                missing[next as usize] -= 1;
                if missing[next as usize] == 0 {
                    queue.push(next);
                }
            }
        }
    }
    (possible, source)
}
