//! Sentences and rules, packed: all bodies lie in one array, so a million rules cost a few words each.

/// A sentence of the language, by number.
pub type Sentence = u32;

/// A rule, by its place in the order of adding. Strict and defeasible rules share the numbers.
pub type RuleId = u32;

/// What a rule is, and for strict rules where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Its conclusion may be attacked, and so may the step itself.
    Defeasible,
    /// Given by the user of the system.
    Strict,
    /// A transposition of a strict rule (Caminada and Amgoud 2007, definition 17).
    Transposed,
    /// Carries a directed contrary from the conclusion of a strict rule to one of its premises; never transposed.
    Denying,
}

/// A rule as it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule<'a> {
    /// The premises, ascending and each once: a body is a set.
    pub body: &'a [Sentence],
    /// The conclusion.
    pub head: Sentence,
    /// Defeasible, or a kind of strict.
    pub kind: Kind,
}

impl Rule<'_> {
    /// Whether the rule can be attacked.
    pub fn is_defeasible(&self) -> bool {
        self.kind == Kind::Defeasible
    }
}

/// The rules of a system.
#[derive(Debug, Clone)]
pub struct Rules {
    heads: Vec<Sentence>,
    kinds: Vec<Kind>,
    starts: Vec<u32>,
    bodies: Vec<Sentence>,
}

impl Default for Rules {
    fn default() -> Self {
        Self { heads: Vec::new(), kinds: Vec::new(), starts: vec![0], bodies: Vec::new() }
    }
}

impl Rules {
    /// The number of rules.
    pub fn count(&self) -> usize {
        self.heads.len()
    }

    /// All rule numbers, ascending.
    pub fn ids(&self) -> std::ops::Range<RuleId> {
        0..self.heads.len() as RuleId
    }

    /// The rule `id`.
    #[expect(clippy::indexing_slicing, reason = "rule numbers come from `push`, which gives each rule one place in every array")]
    pub fn get(&self, id: RuleId) -> Rule<'_> {
        let at = id as usize;
        let body = &self.bodies[self.starts[at] as usize..self.starts[at + 1] as usize];
        Rule { body, head: self.heads[at], kind: self.kinds[at] }
    }

    /// Whether there is a defeasible rule `id`.
    pub fn is_defeasible(&self, id: RuleId) -> bool {
        self.kinds.get(id as usize) == Some(&Kind::Defeasible)
    }

    /// The defeasible rules, ascending: the elements that an evaluation accepts or not.
    pub fn defeasible(&self) -> impl Iterator<Item = RuleId> + Clone + '_ {
        self.ids().filter(|&id| self.is_defeasible(id))
    }

    pub(crate) fn push(&mut self, body: &[Sentence], head: Sentence, kind: Kind) -> RuleId {
        let from = self.bodies.len();
        self.bodies.extend_from_slice(body);
        if let Some(new) = self.bodies.get_mut(from..).filter(|new| new.len() > 1) {
            new.sort_unstable();
            let mut last = None;
            let mut end = from;
            for at in from..self.bodies.len() {
                let sentence = self.bodies.get(at).copied();
                if sentence != last {
                    self.bodies.swap(end, at);
                    end += 1;
                    last = sentence;
                }
            }
            self.bodies.truncate(end);
        }
        self.starts.push(self.bodies.len() as u32);
        self.heads.push(head);
        self.kinds.push(kind);
        self.heads.len() as RuleId - 1
    }
}
