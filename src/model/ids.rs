//! Indices into the lists of a debate, one type per list so that they cannot be confused.

macro_rules! ids {
    ($($(#[doc = $doc:literal])+ $id:ident;)+) => {
        $($(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(pub u32);

        impl $id {
            /// The index.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        })+
    };
}

ids! {
    /// A party.
    PartyId;
    /// A source.
    SourceId;
    /// A question.
    QuestionId;
    /// A claim.
    ClaimId;
    /// A step: a support, or the step of a rebuttal or undercut.
    StepId;
    /// A section.
    SectionId;
}
