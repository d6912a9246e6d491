//! The trait [`Sat`] on `batsat`, a MiniSat in Rust: no C in the build, deterministic, small enough to start one per component.

use std::cell::Cell;

use batsat::{Callbacks, Solver, SolverInterface, SolverOpts, lbool};

use crate::theory::{
    interrupt::{Interrupt, Stopped},
    sat::solver::{Lit, Sat},
};

/// A solver that stops when its interrupt is raised.
pub struct Bat {
    solver: Solver<Patience>,
    clause: Vec<batsat::Lit>,
}

/// Reading the clock costs about as much as a decision, so only every so many questions look at it.
struct Patience {
    interrupt: Interrupt,
    asked: Cell<u32>,
}

const QUESTIONS_PER_LOOK: u32 = 1024;

impl Callbacks for Patience {
    fn on_start(&mut self) {
        self.asked.set(0);
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
    pub fn new(interrupt: &Interrupt) -> Self {
        let patience = Patience { interrupt: interrupt.clone(), asked: Cell::new(0) };
        Self { solver: Solver::new(SolverOpts::default(), patience), clause: Vec::new() }
    }

    fn literal(lit: Lit) -> batsat::Lit {
        batsat::Lit::new(batsat::Var::unsafe_from_idx(lit.0 >> 1), lit.0 & 1 == 0)
    }
}

impl Sat for Bat {
    fn fresh(&mut self, likely: bool) -> Lit {
        // The solver tries the negative phase first.
        Lit(self.solver.new_var_default().idx() << 1 | u32::from(likely))
    }

    fn clause(&mut self, literals: &[Lit]) {
        self.clause.clear();
        self.clause.extend(literals.iter().map(|&l| Self::literal(l)));
        self.solver.add_clause_reuse(&mut self.clause);
    }

    fn solve(&mut self, assumptions: &[Lit]) -> Result<bool, Stopped> {
        let assumptions: Vec<batsat::Lit> = assumptions.iter().map(|&l| Self::literal(l)).collect();
        match self.solver.solve_limited(&assumptions) {
            r if r == lbool::TRUE => Ok(true),
            r if r == lbool::FALSE => Ok(false),
            _ => Err(Stopped),
        }
    }

    fn holds(&self, literal: Lit) -> bool {
        self.solver.value_lit(Self::literal(literal)) == lbool::TRUE
    }
}
