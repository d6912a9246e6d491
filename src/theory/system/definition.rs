//! An argumentation system with its axioms, and the building of it. A list of what was said: nothing is evaluated here.
//!
//! Naming a sentence is enough to have it, so building cannot fail. An undercut of a strict rule and a preference that names one have
//! no effect; whoever builds the system from a text reports them.

use crate::theory::system::rules::{Kind, Rule, RuleId, Rules, Sentence};
use std::collections::BTreeMap;

/// Sentences, axioms, rules, attacks and preferences.
#[derive(Debug, Clone, Default)]
pub struct System {
    sentences: u32,
    axioms: Vec<Sentence>,
    rules: Rules,
    contraries: Vec<(Sentence, Sentence)>,
    undercuts: Vec<(Sentence, RuleId)>,
    preferences: Vec<(RuleId, RuleId)>,
    negations: BTreeMap<Sentence, Sentence>,
    denials: BTreeMap<Sentence, Sentence>,
    origins: BTreeMap<RuleId, RuleId>,
    pub(crate) transposed: RuleId,
}

impl System {
    /// A system with the sentences `0..sentences`.
    pub fn new(sentences: u32) -> Self {
        Self { sentences, ..Self::default() }
    }

    /// One more sentence.
    pub fn add_sentence(&mut self) -> Sentence {
        self.sentences += 1;
        self.sentences - 1
    }

    /// Makes `sentence` an axiom: a fact that nothing attacks.
    pub fn add_axiom(&mut self, sentence: Sentence) {
        self.know(&[sentence]);
        self.axioms.push(sentence);
    }

    /// Adds `body ⇒ head`; with an empty body, the assertion of `head`.
    pub fn add_defeasible(&mut self, body: &[Sentence], head: Sentence) -> RuleId {
        self.add(body, head, Kind::Defeasible)
    }

    /// Adds `body → head`. Its transpositions come with `close_under_transposition`.
    pub fn add_strict(&mut self, body: &[Sentence], head: Sentence) -> RuleId {
        self.add(body, head, Kind::Strict)
    }

    /// Makes `x` a contrary of `y`: a derivation of `x` rebuts the defeasible rules for `y`. Directed, so the last word wins.
    pub fn add_contrary(&mut self, x: Sentence, y: Sentence) {
        self.know(&[x, y]);
        self.contraries.push((x, y));
    }

    /// Makes `x` and `y` contraries of each other.
    pub fn add_contradictory(&mut self, x: Sentence, y: Sentence) {
        self.add_contrary(x, y);
        self.add_contrary(y, x);
    }

    /// A derivation of `x` attacks the step `rule`, whatever the preferences.
    pub fn add_undercut(&mut self, x: Sentence, rule: RuleId) {
        self.know(&[x]);
        self.undercuts.push((x, rule));
    }

    /// Ranks one defeasible rule over another; read as closed transitively (`order::Order`).
    pub fn prefer(&mut self, stronger: RuleId, weaker: RuleId) {
        self.preferences.push((stronger, weaker));
    }

    /// The contradictory `¬s`, made on demand. `¬¬s` is `s`.
    pub fn negation(&mut self, s: Sentence) -> Sentence {
        if let Some(&known) = self.negations.get(&s) {
            return known;
        }
        self.know(&[s]);
        let negation = self.add_sentence();
        self.add_contradictory(s, negation);
        self.negations.insert(s, negation);
        self.negations.insert(negation, s);
        negation
    }

    /// The contradictory `¬s`, if it was made.
    pub fn find_negation(&self, s: Sentence) -> Option<Sentence> {
        self.negations.get(&s).copied()
    }

    /// The directed contrary `!s`, made on demand: what a rebuttal of `s` concludes.
    pub fn denial(&mut self, s: Sentence) -> Sentence {
        if let Some(&known) = self.denials.get(&s) {
            return known;
        }
        self.know(&[s]);
        let denial = self.add_sentence();
        self.add_contrary(denial, s);
        self.denials.insert(s, denial);
        denial
    }

    /// The number of sentences.
    pub fn sentences(&self) -> usize {
        self.sentences as usize
    }

    /// The axioms, in the order of adding.
    pub fn axioms(&self) -> &[Sentence] {
        &self.axioms
    }

    /// The rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The pairs `(x, y)` with `x` a contrary of `y`.
    pub fn contraries(&self) -> &[(Sentence, Sentence)] {
        &self.contraries
    }

    /// The pairs of a sentence and the rule that it undercuts.
    pub fn undercuts(&self) -> &[(Sentence, RuleId)] {
        &self.undercuts
    }

    /// The pairs of a stronger and a weaker rule, as given.
    pub fn preferences(&self) -> &[(RuleId, RuleId)] {
        &self.preferences
    }

    /// The rule that a transposed, denying or copied rule was made from.
    pub fn origin(&self, rule: RuleId) -> Option<RuleId> {
        self.origins.get(&rule).copied()
    }

    /// A copy of `rule` that leads to a sentence of its own, which is returned: what undercuts the rule undercuts it, and nothing else
    /// bears on it. The rule is its origin.
    pub fn add_copy(&mut self, rule: RuleId) -> Sentence {
        let head = self.add_sentence();
        let Rule { body, kind, .. } = self.rules.get(rule);
        let body = body.to_vec();
        let undercuts: Vec<Sentence> = self.undercuts.iter().filter(|u| u.1 == rule).map(|u| u.0).collect();
        let copy = self.rules.count() as RuleId;
        self.add_derived(&body, head, kind, rule);
        undercuts.into_iter().for_each(|x| self.add_undercut(x, copy));
        head
    }

    pub(crate) fn add_derived(&mut self, body: &[Sentence], head: Sentence, kind: Kind, from: RuleId) {
        let id = self.add(body, head, kind);
        self.origins.insert(id, self.origin(from).unwrap_or(from));
    }

    fn add(&mut self, body: &[Sentence], head: Sentence, kind: Kind) -> RuleId {
        self.know(body);
        self.know(&[head]);
        self.rules.push(body, head, kind)
    }

    fn know(&mut self, sentences: &[Sentence]) {
        self.sentences = sentences.iter().fold(self.sentences, |known, s| known.max(s.saturating_add(1)));
    }
}
