//! The trait [`Sat`] on `batsat`, a MiniSat in Rust: no C in the build, deterministic, small enough to start one per component.
//!
//! Where a refutation is all that an answer rests on, it is checked: that what the solver learns follows and refutes what it says is refuted
//! ([`Checker`]), and models too. It costs as much again as the search or twice that. Where debug assertions are on, so in the tests, every
//! answer is checked.

use std::cell::Cell;

use batsat::{Callbacks, ClauseKind, Solver, SolverInterface, SolverOpts, lbool};

use crate::theory::{
    interrupt::{Interrupt, Stopped},
    sat::{
        checker::Checker,
        solver::{Lit, Sat},
    },
};

/// A solver that stops when its interrupt is raised.
pub struct Bat {
    solver: Solver<Watcher>,
    clause: Vec<batsat::Lit>,
}

/// How far a solver is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// Each answer is checked; one that fails is not given.
    Checked,
    /// Only where debug assertions are on.
    Trusted,
}

impl Trust {
    /// Whether answers are checked.
    pub fn checks(self) -> bool {
        self == Self::Checked || cfg!(debug_assertions)
    }
}

/// What the solver reports to while it searches.
struct Watcher {
    interrupt: Interrupt,
    asked: Cell<u32>,
    checker: Option<Checker>,
    /// Whether a check has failed, so that nothing more is believed.
    is_refused: bool,
}

impl Watcher {
    fn require(&mut self, is_sound: bool, what: &str) {
        debug_assert!(is_sound, "{what}");
        self.is_refused |= !is_sound;
    }
}

/// A clause is searched from its beginning whenever a watched literal of it fails, so the time of a long one that fails literal by literal grows
/// with the square of its length. Longer ones are cut into parts, each of which may refer to the next.
const LONG: usize = 1 << 14;

/// Reading the clock costs about as much as a decision, so only every so many questions look at it.
const QUESTIONS_PER_LOOK: u32 = 1024;

impl Callbacks for Watcher {
    fn on_start(&mut self) {
        self.asked.set(0);
    }

    fn on_new_clause(&mut self, clause: &[batsat::Lit], _: ClauseKind) {
        if let Some(checker) = &mut self.checker {
            let follows = checker.learn(&ours(clause));
            self.require(follows, "a clause that does not follow was learnt");
        }
    }

    fn on_delete_clause(&mut self, clause: &[batsat::Lit]) {
        if let Some(checker) = &mut self.checker {
            checker.forget(&ours(clause));
        }
    }

    fn stop(&self) -> bool {
        let asked = self.asked.get();
        self.asked.set((asked + 1) % QUESTIONS_PER_LOOK);
        // Once raised it stays raised: the solver asks again to tell a restart from the end.
        self.interrupt.is_known() || asked == 0 && self.interrupt.is_raised()
    }
}

impl Bat {
    /// A solver without variables.
    pub fn new(interrupt: &Interrupt, trust: Trust) -> Self {
        let checker = trust.checks().then(Checker::default);
        let watcher = Watcher { interrupt: interrupt.clone(), asked: Cell::new(0), checker, is_refused: false };
        // What clashed long ago counts for more than by default (0.95): of hard random frameworks many take half the time.
        let options = SolverOpts { var_decay: 0.99, ..SolverOpts::default() };
        Self { solver: Solver::new(options, watcher), clause: Vec::new() }
    }

    fn add(&mut self, literals: &[Lit]) {
        if let Some(checker) = &mut self.solver.cb_mut().checker {
            checker.give(literals);
        }
        self.clause.clear();
        self.clause.extend(literals.iter().map(|&l| theirs(l)));
        self.solver.add_clause_reuse(&mut self.clause);
    }

    /// Checks the answer to `assumptions`, if answers are checked.
    fn check(&mut self, assumptions: &[Lit], satisfiable: bool) -> Result<(), Stopped> {
        let Some(mut checker) = self.solver.cb_mut().checker.take() else { return Ok(()) };
        let (is_sound, what) = if satisfiable {
            let is_model = checker.is_model(|literal| self.holds(literal));
            (is_model && assumptions.iter().all(|&literal| self.holds(literal)), "the model makes a clause or an assumption false")
        } else {
            let is_refuted = checker.refutes(assumptions);
            checker.forget_last();
            (is_refuted, "the refutation is none")
        };
        let watcher = self.solver.cb_mut();
        watcher.checker = Some(checker);
        watcher.require(is_sound, what);
        if watcher.is_refused { Err(Stopped) } else { Ok(()) }
    }
}

fn theirs(literal: Lit) -> batsat::Lit {
    batsat::Lit::new(batsat::Var::unsafe_from_idx(literal.0 >> 1), literal.0 & 1 == 0)
}

fn ours(clause: &[batsat::Lit]) -> Vec<Lit> {
    clause.iter().map(|l| Lit(l.var().idx() << 1 | u32::from(!l.sign()))).collect()
}

impl Sat for Bat {
    fn fresh(&mut self, likely: bool) -> Lit {
        if let Some(checker) = &mut self.solver.cb_mut().checker {
            checker.fresh();
        }
        // The solver tries the negative phase first.
        Lit(self.solver.new_var_default().idx() << 1 | u32::from(likely))
    }

    fn clause(&mut self, literals: &[Lit]) {
        let mut rest = literals;
        // "One of the others" so far.
        let mut others: Option<Lit> = None;
        while rest.len() > LONG {
            let (part, further) = rest.split_at(LONG);
            let next = self.fresh(true);
            let part: Vec<Lit> = part.iter().copied().chain(others.map(|o| !o)).chain([next]).collect();
            self.add(&part);
            (rest, others) = (further, Some(next));
        }
        match others {
            None => self.add(rest),
            Some(others) => self.add(&rest.iter().copied().chain([!others]).collect::<Vec<Lit>>()),
        }
    }

    fn solve(&mut self, assumptions: &[Lit]) -> Result<bool, Stopped> {
        let assumed: Vec<batsat::Lit> = assumptions.iter().map(|&l| theirs(l)).collect();
        let answer = match self.solver.solve_limited(&assumed) {
            r if r == lbool::TRUE => true,
            r if r == lbool::FALSE => false,
            _ => return Err(Stopped),
        };
        self.check(assumptions, answer)?;
        Ok(answer)
    }

    fn holds(&self, literal: Lit) -> bool {
        self.solver.value_lit(theirs(literal)) == lbool::TRUE
    }
}
