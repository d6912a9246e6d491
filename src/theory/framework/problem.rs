//! The questions of the solver competition (ICCMA): a task and a semantics, and what an answer to them can be.

/// A semantics for abstract frameworks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Semantics {
    /// The least complete extension (Dung 1995, definition 20).
    Grounded,
    /// Admissible sets that contain all they defend (Dung 1995, definition 23).
    Complete,
    /// Maximal admissible sets (Dung 1995, definition 7).
    Preferred,
    /// Conflict-free sets that attack all else (Dung 1995, definition 13).
    Stable,
    /// Complete extensions of maximal range (Caminada 2006, definition 4; Verheij 1996).
    SemiStable,
    /// The maximal admissible set within all preferred extensions (Dung, Mancarella & Toni 2007, definition 2.2).
    Ideal,
    /// The maximal admissible set within all semi-stable extensions (Caminada 2007, definition 5).
    Eager,
    /// Conflict-free sets of maximal range (Verheij 1996).
    Stage,
}

impl Semantics {
    /// All semantics, with the names the competition uses.
    pub const ALL: [(&'static str, Self); 8] = [
        ("GR", Self::Grounded),
        ("CO", Self::Complete),
        ("PR", Self::Preferred),
        ("ST", Self::Stable),
        ("SST", Self::SemiStable),
        ("ID", Self::Ideal),
        ("EAG", Self::Eager),
        ("STG", Self::Stage),
    ];
}

/// What is asked about the extensions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Some extension.
    Some,
    /// Whether an argument is in some extension.
    Credulous,
    /// Whether an argument is in every extension.
    Sceptical,
    /// All extensions.
    All,
    /// The number of extensions.
    Count,
}

impl Task {
    /// All tasks, with the names the competition uses.
    pub const ALL: [(&'static str, Self); 5] =
        [("SE", Self::Some), ("DC", Self::Credulous), ("DS", Self::Sceptical), ("EE", Self::All), ("CE", Self::Count)];

    /// Whether the task asks about one argument.
    pub fn needs_argument(self) -> bool {
        matches!(self, Self::Credulous | Self::Sceptical)
    }
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// The search was told to stop.
    Interrupted,
    /// There are more extensions than can be held; they can be counted, or the first of them listed.
    TooMany,
    /// The search gave a witness that the checker refused. This is a fault of the program, kept from passing as an answer.
    Refused,
}

/// An answer. Sets are ascending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// An extension, or that there is none.
    Some(Option<Vec<u32>>),
    /// Yes, with an extension that shows it where one does: for a credulous question one that contains the argument.
    Yes(Option<Vec<u32>>),
    /// No, with an extension that shows it where one does: for a sceptical question one without the argument.
    No(Option<Vec<u32>>),
    /// Extensions; all of them if `whole`, else the limit was reached.
    All {
        /// The extensions, in lexical order if `whole`.
        extensions: Vec<Vec<u32>>,
        /// Whether these are all.
        whole: bool,
    },
    /// The number of extensions in decimal digits; a million independent clashes have more than any machine integer holds.
    Count(String),
    /// No answer.
    Unknown(Unknown),
}
