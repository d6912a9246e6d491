//! What a scheme is.

/// Where most schemes are collected.
pub const WALTON: &str = "Walton, Reed & Macagno, Argumentation Schemes, 2008, ch. 9";
/// Where reasoning from values is given its parts.
pub const ATKINSON: &str = "Atkinson & Bench-Capon, Artificial Intelligence 171, 2007";
/// Schemes of this project.
pub const OURS: &str = "Agon";

/// A kind of argument: the parts that its premises play, what follows from them, and what has to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scheme {
    /// The name that `scheme:` takes.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Where it is described; the words are ours.
    pub after: &'static str,
    /// The parts of its premises.
    pub roles: &'static [Role],
    /// The form of its conclusion.
    pub conclusion: &'static str,
    /// Its critical questions.
    pub questions: &'static [Question],
}

/// A part that a premise plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Role {
    /// Its name within the scheme.
    pub id: &'static str,
    /// The form of the premise.
    pub text: &'static str,
}

/// A critical question: what a doubter may ask of every argument of the scheme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Its name within the scheme, for `answers:` and `waive:`.
    pub id: &'static str,
    /// The question.
    pub text: &'static str,
    /// What a bad answer comes to.
    pub reply: Reply,
    /// Who has to answer it.
    pub burden: Burden,
}

/// What a bad answer to a critical question does to the argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// It rebuts the premise of this role.
    Undermine(&'static str),
    /// It grants the premises, and denies that the conclusion follows.
    Undercut,
    /// It is a reason against the conclusion.
    Rebut,
}

/// Who has to answer a critical question, after Gordon, Prakken & Walton (Artificial Intelligence 171, 2007).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Burden {
    /// It asks for what a premise says: whoever gives the argument must back the premise.
    Premise,
    /// To ask is enough, and whoever gives the argument must answer ("assumption").
    Assumption,
    /// Whoever asks must bring a reason ("exception"): unless somebody does, nothing is open.
    Exception,
}

pub(crate) const fn role(id: &'static str, text: &'static str) -> Role {
    Role { id, text }
}

pub(crate) const fn question(id: &'static str, text: &'static str, reply: Reply, burden: Burden) -> Question {
    Question { id, text, reply, burden }
}
