//! The trait [`Sat`] on CaDiCaL (Biere, Fazekas, Fleury & Heisinger 2020), a solver in C++ that simplifies its clauses while it searches; behind
//! the feature `cadical`. What it is used for, and what it gains there, is told in `benches/frameworks.md`.
//!
//! It answers the same as [`Bat`], though by other models, and the same each time; only its own environment variables, `CADICAL_` and
//! the name of an option, make it go another way.
//!
//! Where debug assertions are on, each model is checked against the clauses ([`Checker`]). What it learns is not checked clause by clause: it
//! reports less than it derives. Instead [`Bat`] has to give the same answer to the same question, and each of its refutations is checked.

use cadical::{Callbacks, Solver};

use crate::theory::{
    interrupt::{Interrupt, Stopped},
    sat::{
        bat::{Bat, Trust},
        checker::Checker,
        solver::{Lit, Sat},
    },
};

/// A solver that stops when its interrupt is raised.
pub struct Cadical {
    solver: Solver<Watcher>,
    variables: u32,
    /// For each variable whether it is true in the last model.
    model: Vec<bool>,
    witness: Option<Witness>,
}

/// Who is asked whether an answer is right: the same clauses over the same variables.
struct Witness {
    models: Checker,
    refutations: Bat,
    /// The variables as the second solver knows them.
    literals: Vec<Lit>,
}

/// What the solver asks while it searches.
struct Watcher {
    interrupt: Interrupt,
    asked: u32,
}

/// Simplification asks seldom, and search so often that the clock would cost more than the rest.
const QUESTIONS_PER_LOOK: u32 = 64;

impl Callbacks for Watcher {
    fn started(&mut self) {
        self.asked = 0;
    }

    fn terminate(&mut self) -> bool {
        let asked = self.asked;
        self.asked = (asked + 1) % QUESTIONS_PER_LOOK;
        self.interrupt.is_known() || asked == 0 && self.interrupt.is_raised()
    }
}

impl Cadical {
    /// A solver without variables.
    pub fn new(interrupt: &Interrupt) -> Self {
        let mut solver = Solver::new();
        solver.set_callbacks(Some(Watcher { interrupt: interrupt.clone(), asked: 0 }));
        let witness = cfg!(debug_assertions).then(|| Witness {
            models: Checker::default(),
            refutations: Bat::new(interrupt, Trust::Checked),
            literals: Vec::new(),
        });
        Self { solver, variables: 0, model: Vec::new(), witness }
    }

    /// Checks the answer to `assumptions`, if answers are checked.
    fn check(&mut self, assumptions: &[Lit], satisfiable: bool) -> Result<(), Stopped> {
        let Some(mut witness) = self.witness.take() else { return Ok(()) };
        if satisfiable {
            assert!(witness.models.is_model(|literal| self.holds(literal)), "the model makes a clause false");
            assert!(assumptions.iter().all(|&literal| self.holds(literal)), "the model denies an assumption");
        }
        let told = witness.told(assumptions);
        assert!(witness.refutations.solve(&told)? == satisfiable, "the two solvers disagree");
        self.witness = Some(witness);
        Ok(())
    }
}

impl Witness {
    /// The same literals as the second solver knows them.
    #[expect(clippy::indexing_slicing, reason = "every variable is told to both solvers")]
    fn told(&self, literals: &[Lit]) -> Vec<Lit> {
        let tell = |literal: &Lit| {
            let theirs = self.literals[(literal.0 >> 1) as usize];
            if literal.0 & 1 == 0 { theirs } else { !theirs }
        };
        literals.iter().map(tell).collect()
    }
}

/// Its variables count from one; a negative number is a negation.
fn theirs(literal: Lit) -> i32 {
    let variable = i32::try_from((literal.0 >> 1) + 1).expect("half of 32 bits, and one, are fewer than 32");
    if literal.0 & 1 == 0 { variable } else { -variable }
}

impl Sat for Cadical {
    fn fresh(&mut self, likely: bool) -> Lit {
        let variable = self.variables;
        self.variables += 1;
        if let Some(witness) = &mut self.witness {
            witness.models.fresh();
            // Which phase the second solver tries first is its own affair.
            witness.literals.push(witness.refutations.fresh(likely));
        }
        // The solver tries the positive phase first.
        Lit(variable << 1 | u32::from(!likely))
    }

    fn clause(&mut self, literals: &[Lit]) {
        if let Some(witness) = &mut self.witness {
            witness.models.give(literals);
            let told = witness.told(literals);
            witness.refutations.clause(&told);
        }
        self.solver.add_clause(literals.iter().map(|&l| theirs(l)));
    }

    fn solve(&mut self, assumptions: &[Lit]) -> Result<bool, Stopped> {
        let answer = self.solver.solve_with(assumptions.iter().map(|&l| theirs(l))).ok_or(Stopped)?;
        if answer {
            // Read at once: a clause that is added takes the model back.
            self.model.clear();
            self.model.extend((0..self.variables).map(|v| self.solver.value(theirs(Lit(v << 1))) == Some(true)));
        }
        self.check(assumptions, answer)?;
        Ok(answer)
    }

    fn holds(&self, literal: Lit) -> bool {
        self.model.get((literal.0 >> 1) as usize).is_some_and(|&is_true| is_true == (literal.0 & 1 == 0))
    }
}
