//! The grounded evaluation: which rules are accepted, and what follows from them. Polynomial, and linear on what people write.

use crate::theory::system::{
    compile::{Compiled, compile},
    definition::System,
    program::{Atom, Literal},
    rules::{RuleId, Sentence},
    well_founded::{Model, Role, Value, well_founded},
};

/// How a sentence fares. `L` and `U` are the accepted and the possible rules at the fixpoint, `N` all defeasible rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It follows from `L`.
    In,
    /// It follows from `U`, and not from `L`.
    Undecided,
    /// It follows from `N`, and not from `U`.
    Out,
    /// There is no argument for it at all.
    None,
}

/// How a defeasible rule fares, whether or not its body holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Label {
    /// In `L`, and so in `U`: nothing that may hold attacks it.
    In,
    /// In `U` alone: something that may hold attacks it, but nothing that does.
    Undecided,
    /// In neither: something that holds attacks it.
    Out,
}

/// A grounded labelling.
#[derive(Debug, Clone)]
pub struct Grounded {
    /// The status of each sentence.
    pub sentences: Vec<Status>,
    /// The label of each rule; a strict rule is always `In`.
    pub rules: Vec<Label>,
    pub(crate) compiled: Compiled,
    pub(crate) model: Model,
}

/// Evaluates `system`. Its preferences should be free of circles (`order::Order::find_cycle`).
pub fn grounded(system: &System) -> Grounded {
    grounded_without(system, |_| false)
}

/// Evaluates `system` without the defeasible rules that `removed` names. Preferences stay closed through them: who is above whom does
/// not hang on whether a rule in between is still held. The label of a removed rule means nothing.
pub fn grounded_without(system: &System, removed: impl Fn(RuleId) -> bool) -> Grounded {
    let compiled = compile(system);
    let count = compiled.rules;
    let model = well_founded(&compiled.index, |clause| if clause < count && removed(clause) { Role::Dead } else { Role::Works });
    let sentences = (0..system.sentences() as Atom).map(|s| status(&model, s)).collect();
    let rules = system.rules().ids().map(|id| label(&compiled, &model, id)).collect();
    Grounded { sentences, rules, compiled, model }
}

impl Grounded {
    /// The status of `sentence`.
    pub fn status(&self, sentence: Sentence) -> Status {
        self.sentences.get(sentence as usize).copied().unwrap_or(Status::None)
    }

    /// Whether `rule` is in `L`.
    pub fn is_accepted(&self, rule: RuleId) -> bool {
        self.rules.get(rule as usize) == Some(&Label::In)
    }

    /// Whether `rule` is in `U`.
    pub fn is_possible(&self, rule: RuleId) -> bool {
        self.rules.get(rule as usize).is_some_and(|&l| l != Label::Out)
    }

    /// The round of the alternating fixpoint that accepted `rule`: the first, when nothing can attack it. 0 for strict rules.
    pub fn stage(&self, rule: RuleId) -> Option<u32> {
        let guards = guards(&self.compiled, rule);
        self.is_accepted(rule).then(|| guards.map(|g| self.model.stage(g) + 1).max().unwrap_or(0))
    }

    /// The sentences that attack `rule`, with what their attack amounts to: under preferences it may be less than their status.
    pub fn attackers(&self, rule: RuleId) -> Vec<(Sentence, Status)> {
        let index = &self.compiled.index;
        let clauses = guards(&self.compiled, rule).flat_map(|guard| index.concluding.next(guard));
        let by = clauses.flat_map(|&clause| index.program.body(clause)).map(|l| l.atom());
        let mut found: Vec<(Sentence, Status)> =
            by.filter_map(|a| Some((*self.compiled.speaks_of.get(a as usize)?, status(&self.model, a)))).collect();
        found.sort_unstable();
        found.dedup_by_key(|f| f.0);
        found
    }
}

fn guards(compiled: &Compiled, rule: RuleId) -> impl Iterator<Item = Atom> + '_ {
    let body: &[Literal] = if rule < compiled.rules { compiled.index.program.body(rule) } else { &[] };
    body.iter().filter(|l| l.is_negative()).map(|l| l.atom())
}

fn status(model: &Model, atom: Atom) -> Status {
    match model.value(atom) {
        Value::True => Status::In,
        Value::Open => Status::Undecided,
        Value::False if model.is_possible(atom) => Status::Out,
        Value::False => Status::None,
    }
}

fn label(compiled: &Compiled, model: &Model, rule: RuleId) -> Label {
    guards(compiled, rule).fold(Label::In, |label, guard| match model.value(guard) {
        Value::False => label,
        Value::Open => label.max(Label::Undecided),
        Value::True => Label::Out,
    })
}
