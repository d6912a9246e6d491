//! The words that open a statement and the words that open a clause.

use crate::diagnostic::nearest::find_nearest;

/// Declares an enum of words, each with its spelling.
macro_rules! words {
    ($(#[$meta:meta])* $type:ident { $($(#[doc = $doc:literal])+ $id:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $type { $($(#[doc = $doc])+ $id,)+ }

        impl $type {
            /// All of them, in the order of the reference.
            pub const ALL: &[Self] = &[$(Self::$id),+];

            /// How it is written.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$id => $word),+ }
            }

            /// What it means, in one or two sentences.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$id => concat!($($doc),+).trim_ascii()),+ }
            }

            /// The one that is written like this.
            pub fn find(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$id),)+ _ => None }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// The first word of a statement.
    Keyword {
        /// Who speaks.
        Party = "party",
        /// A document.
        Source = "source",
        /// A word and the sense in which this debate uses it.
        Term = "term",
        /// What the debate is to settle.
        Question = "question",
        /// Something that is said, and that can be supported and attacked.
        Claim = "claim",
        /// A claim that all agree on; it cannot be attacked.
        Fact = "fact",
        /// A claim that is taken to hold even without support.
        Assumption = "assumption",
        /// A step from premises to its target.
        Support = "support",
        /// A claim that a support rests on.
        Premise = "premise",
        /// A claim and a step from it against a claim.
        Rebuttal = "rebuttal",
        /// A claim and a step from it against a step.
        Undercut = "undercut",
        /// A claim that qualifies its target without attacking it.
        Limit = "limit",
        /// Claims of which no two can stand together.
        Contradiction = "contradiction",
        /// Which side of a clash is the stronger.
        Prefer = "prefer",
        /// A party takes on a commitment.
        Accept = "accept",
        /// A party commits itself to the opposite.
        Deny = "deny",
        /// A party drops a commitment.
        Retract = "retract",
        /// A test of the debate itself.
        Expect = "expect",
        /// Another file.
        Use = "use",
    }
}

words! {
    /// The first word of a clause. No statement can bear one of these as its name.
    ClauseWord {
        /// The speakers.
        By = "by",
        /// The targets of a support or limit.
        For = "for",
        /// The targets of a rebuttal or undercut.
        Against = "against",
        /// The questions that a claim answers.
        On = "on",
        /// A deductively valid step.
        Strictly = "strictly",
        /// The weaker side of a preference.
        Over = "over",
        /// The name under which a file is used.
        As = "as",
        /// The expected answer of a question.
        Is = "is",
        /// An expected verdict.
        Stands = "stands",
        /// An expected verdict.
        Falls = "falls",
        /// An expected verdict.
        Open = "open",
        /// An expected verdict.
        Unsupported = "unsupported",
    }
}

impl ClauseWord {
    /// Whether the word says an expected verdict and takes no names.
    pub const fn is_verdict(self) -> bool {
        matches!(self, Self::Stands | Self::Falls | Self::Open | Self::Unsupported)
    }
}

impl Keyword {
    /// The word with its article, for a message: `a claim`, `an undercut`. Verbs stand in backticks.
    pub fn noun(self) -> String {
        let word = self.word();
        let article = match self {
            Self::Assumption | Self::Undercut | Self::Accept | Self::Expect => "an",
            _ => "a",
        };
        match self {
            Self::Prefer | Self::Accept | Self::Deny | Self::Retract | Self::Expect | Self::Use => format!("{article} `{word}`"),
            _ => format!("{article} {word}"),
        }
    }

    /// Whether the statement holds something that is said: it can be supported, rebutted, limited and cited.
    pub const fn is_said(self) -> bool {
        matches!(
            self,
            Self::Claim | Self::Fact | Self::Assumption | Self::Support | Self::Premise | Self::Rebuttal | Self::Undercut | Self::Limit
        )
    }

    /// Whether the statement is a step towards the statement it is nested in or names as its target.
    pub const fn is_move(self) -> bool {
        matches!(self, Self::Support | Self::Rebuttal | Self::Undercut | Self::Limit)
    }
}

/// Words that people write for a keyword.
const MEANT: &[(&str, Keyword)] = &[
    ("answer", Keyword::Claim),
    ("argument", Keyword::Support),
    ("assume", Keyword::Assumption),
    ("attack", Keyword::Rebuttal),
    ("caveat", Keyword::Limit),
    ("conclusion", Keyword::Claim),
    ("counterargument", Keyword::Rebuttal),
    ("evidence", Keyword::Support),
    ("objection", Keyword::Rebuttal),
    ("qualification", Keyword::Limit),
    ("reason", Keyword::Support),
    ("rebut", Keyword::Rebuttal),
    ("reply", Keyword::Rebuttal),
    ("response", Keyword::Rebuttal),
    ("speaker", Keyword::Party),
    ("thesis", Keyword::Claim),
];

/// Words that people write for a keyword, and that as often begin a sentence: a colon must follow at once.
const MEANT_WITH_COLON: &[(&str, Keyword)] =
    &[("because", Keyword::Support), ("but", Keyword::Rebuttal), ("however", Keyword::Rebuttal), ("since", Keyword::Support)];

impl Keyword {
    /// The keyword that people mean by a word with a colon right behind it, where no keyword and no key is written like it.
    pub fn find_meant_with_colon(word: &str) -> Option<Self> {
        Self::find_meant(word).or_else(|| MEANT_WITH_COLON.iter().find(|(w, _)| *w == word).map(|(_, keyword)| *keyword))
    }

    /// The keyword that people mean by a word which is none.
    pub fn find_meant(word: &str) -> Option<Self> {
        MEANT.iter().find(|(w, _)| *w == word).map(|(_, keyword)| *keyword)
    }

    /// The keyword that a misspelt word was most likely meant to be.
    pub fn find_near(word: &str) -> Option<Self> {
        find_nearest(word, Self::ALL.iter().map(|k| k.word())).and_then(Self::find)
    }
}
