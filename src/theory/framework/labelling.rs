//! Labellings (Caminada 2006): each argument in, out or undecided; and their closure under what they force.
//!
//! The closure is the linear work-list for grounded semantics, kept so that more arguments can be accepted later: a preferred
//! extension is then built component by component without a second walk over the whole framework.

use crate::theory::framework::attack::Framework;

/// The label of one argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Label {
    /// Neither accepted nor attacked by something accepted, so far.
    #[default]
    Undecided,
    /// Accepted.
    In,
    /// Attacked by something accepted.
    Out,
}

/// A labelling of a framework, closed under: all attackers out, then in; an attacker in, then out.
#[derive(Debug, Clone)]
pub struct Labelling<'a> {
    framework: &'a Framework,
    labels: Vec<Label>,
    /// For each argument the number of attacks from arguments that are not out.
    open: Vec<u32>,
    queue: Vec<u32>,
}

impl<'a> Labelling<'a> {
    /// Everything undecided, nothing yet closed: the start for semantics that are not built on admissibility.
    pub fn undecided(framework: &'a Framework) -> Self {
        let open = framework.arguments().map(|a| framework.attackers_of(a).len() as u32).collect();
        Self { framework, labels: vec![Label::Undecided; framework.len()], open, queue: Vec::new() }
    }

    /// The grounded labelling (Dung 1995, definition 20). Linear.
    pub fn grounded(framework: &'a Framework) -> Self {
        let mut labelling = Self::undecided(framework);
        let unattacked = framework.arguments().filter(|&a| framework.attackers_of(a).is_empty());
        labelling.queue.extend(unattacked);
        labelling.close();
        labelling
    }

    /// The label of `argument`; undecided beyond the framework.
    pub fn label(&self, argument: u32) -> Label {
        self.labels.get(argument as usize).copied().unwrap_or_default()
    }

    /// Whether `argument` is undecided.
    pub fn is_open(&self, argument: u32) -> bool {
        self.label(argument) == Label::Undecided
    }

    /// The accepted arguments, ascending.
    pub fn accepted(&self) -> Vec<u32> {
        self.with(Label::In)
    }

    /// The undecided arguments, ascending.
    pub fn open(&self) -> Vec<u32> {
        self.with(Label::Undecided)
    }

    fn with(&self, label: Label) -> Vec<u32> {
        self.framework.arguments().zip(&self.labels).filter(|&(_, l)| *l == label).map(|(a, _)| a).collect()
    }

    /// Accepts `arguments` and whatever that forces. What is already decided is passed over: the caller gives sets that are
    /// admissible together with what is accepted, so nothing given is out. The cost is that of the arguments newly decided.
    pub fn accept(&mut self, arguments: &[u32]) {
        self.queue.extend_from_slice(arguments);
        self.close();
    }

    #[expect(clippy::indexing_slicing, reason = "both arrays have one place per argument, and every argument comes from the framework")]
    fn close(&mut self) {
        while let Some(argument) = self.queue.pop() {
            if self.label(argument) != Label::Undecided {
                continue;
            }
            self.labels[argument as usize] = Label::In;
            for &target in self.framework.attacked_by(argument) {
                if self.labels[target as usize] != Label::Undecided {
                    continue;
                }
                self.labels[target as usize] = Label::Out;
                for &next in self.framework.attacked_by(target) {
                    self.open[next as usize] -= 1;
                    if self.open[next as usize] == 0 && self.labels[next as usize] == Label::Undecided {
                        self.queue.push(next);
                    }
                }
            }
        }
    }
}
