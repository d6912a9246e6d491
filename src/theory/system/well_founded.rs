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

/// A well-founded model with the reasons for it.
#[derive(Debug, Clone)]
pub struct Model {
    /// The value of each atom.
    pub values: Vec<Value>,
    /// The round that decided each atom.
    pub stages: Vec<u32>,
    /// Whether an atom would follow if no rule needed a failure.
    pub possible: Vec<bool>,
    /// For each atom that holds, the rule that gave it first, else `NONE`.
    pub given_by: Vec<u32>,
    /// For each rule with a failed literal, the one that failed first.
    pub killed_by: Vec<Option<Literal>>,
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
    /// Per rule, the literals not yet known to hold.
    pending: Vec<u32>,
    /// Per atom, the rules without a failed literal.
    support: Vec<u32>,
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
        let mut run = Self {
            index,
            // Neither a rule that is held nor a dead one ever loses its last pending literal.
            pending: program.rules().map(|r| program.body(r).len() as u32 + u32::from(role(r) != Role::Works)).collect(),
            support: (0..index.atoms as u32).map(|a| index.concluding.next(a).len() as u32).collect(),
            model: Model {
                values: vec![Value::Open; index.atoms],
                stages: vec![0; index.atoms],
                given_by: vec![NONE; index.atoms],
                killed_by: vec![None; program.count()],
                possible,
            },
            sources: Sources::new(source),
            queue: Vec::new(),
            failed: Vec::new(),
            stage: 0,
        };
        for rule in program.rules().filter(|&r| role(r) == Role::Dead) {
            let head = program.head(rule);
            run.model.killed_by[rule as usize] = Some(Literal::not(head));
            run.support[head as usize] -= 1;
        }
        for atom in 0..index.atoms as u32 {
            if !run.model.possible[atom as usize] {
                run.decide(atom, Value::False);
            }
        }
        for rule in program.rules().filter(|&r| run.pending[r as usize] == 0).collect::<Vec<_>>() {
            run.conclude(rule);
        }
        run
    }

    /// One stage; false when it changed nothing and opened nothing.
    fn propagate(&mut self) -> bool {
        loop {
            while let Some(atom) = self.queue.pop() {
                self.spread(atom);
            }
            let (values, killed) = (&self.model.values, &self.model.killed_by);
            let is_open = |atom: Atom| values[atom as usize] == Value::Open;
            let unfounded = self.sources.unfounded(self.index, is_open, |rule| killed[rule as usize].is_some());
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
        match self.model.values[atom as usize] {
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
        self.model.values[atom as usize] = value;
        self.model.stages[atom as usize] = self.stage;
        self.queue.push(atom);
    }

    fn satisfy(&mut self, rule: u32) {
        self.pending[rule as usize] -= 1;
        if self.pending[rule as usize] == 0 {
            self.conclude(rule);
        }
    }

    fn conclude(&mut self, rule: u32) {
        let head = self.index.program.head(rule);
        if self.model.values[head as usize] == Value::Open {
            self.model.given_by[head as usize] = rule;
            self.decide(head, Value::True);
        }
    }

    fn kill(&mut self, rule: u32, by: Literal) {
        if self.model.killed_by[rule as usize].is_some() {
            return;
        }
        self.model.killed_by[rule as usize] = Some(by);
        let head = self.index.program.head(rule);
        self.support[head as usize] -= 1;
        if self.model.values[head as usize] == Value::Open {
            if self.support[head as usize] == 0 {
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
