//! What each statement may hold: the one table from which the checks, the reference and its test are made.

use crate::syntax::{
    attribute::Key,
    keyword::{ClauseWord, Keyword},
};

/// How a part of a statement must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must be there.
    Required,
    /// It may be there.
    Optional,
    /// It must not be there.
    Never,
}

/// What one kind of statement may hold.
#[derive(Debug)]
pub struct Shape {
    /// Its keyword.
    pub keyword: Keyword,
    /// Whether it may stand at the top level.
    pub top: bool,
    /// The statements it may be nested in.
    pub parents: &'static [Keyword],
    /// Its own name, where it declares.
    pub name: Need,
    /// The names it lists before its clauses: least and most.
    pub operands: (usize, usize),
    /// The clauses it may have.
    pub clauses: &'static [ClauseWord],
    /// Those clauses of which it must have one.
    pub wants: &'static [ClauseWord],
    /// Its text, where it declares.
    pub text: Need,
    /// The attributes it may have.
    pub attributes: &'static [Key],
}

/// What a `source` without a text may add to an entry of a bibliography: what its format has no field for.
pub const ADDED_KEYS: &[Key] = &[Key::File, Key::Sha256, Key::Reliability, Key::Origin, Key::Note];
const MANY: usize = usize::MAX;
/// The most claims of a contradiction, which stands for each pair of them.
pub const MOST_EXCLUSIVE: usize = 64;
const SAID: &[Keyword] = &[
    Keyword::Claim,
    Keyword::Fact,
    Keyword::Assumption,
    Keyword::Support,
    Keyword::Premise,
    Keyword::Rebuttal,
    Keyword::Undercut,
    Keyword::Limit,
];
const CLAIM_KEYS: &[Key] = &[Key::Cite, Key::Date, Key::Likelihood, Key::Confidence, Key::Weight, Key::ValidUntil, Key::Tags, Key::Note];
const PREMISE_KEYS: &[Key] =
    &[Key::Role, Key::Cite, Key::Date, Key::Likelihood, Key::Confidence, Key::Weight, Key::ValidUntil, Key::Tags, Key::Note];
const STEP_KEYS: &[Key] = &[
    Key::Scheme,
    Key::Answers,
    Key::Waive,
    Key::Reviewed,
    Key::Cite,
    Key::Date,
    Key::Likelihood,
    Key::Confidence,
    Key::Weight,
    Key::ValidUntil,
    Key::Tags,
    Key::Note,
];
const REMARK_KEYS: &[Key] = &[Key::Cite, Key::Date, Key::Note];

const fn said(
    keyword: Keyword,
    top: bool,
    parents: &'static [Keyword],
    clauses: &'static [ClauseWord],
    attributes: &'static [Key],
) -> Shape {
    Shape { keyword, top, parents, name: Need::Optional, operands: (0, 0), clauses, wants: &[], text: Need::Required, attributes }
}

const fn declared(keyword: Keyword, clauses: &'static [ClauseWord], attributes: &'static [Key]) -> Shape {
    Shape {
        keyword,
        top: true,
        parents: &[],
        name: Need::Required,
        operands: (0, 0),
        clauses,
        wants: &[],
        text: Need::Required,
        attributes,
    }
}

const fn told(
    keyword: Keyword,
    operands: (usize, usize),
    clauses: &'static [ClauseWord],
    wants: &'static [ClauseWord],
    text: Need,
    attributes: &'static [Key],
) -> Shape {
    Shape { keyword, top: true, parents: &[], name: Need::Never, operands, clauses, wants, text, attributes }
}

/// One shape for each keyword, in the order of [`Keyword::ALL`].
pub static SHAPES: &[Shape] = &[
    declared(Keyword::Party, &[], &[Key::Role, Key::Side]),
    declared(
        Keyword::Source,
        &[],
        &[
            Key::Author,
            Key::In,
            Key::Publisher,
            Key::Date,
            Key::Url,
            Key::File,
            Key::Accessed,
            Key::Sha256,
            Key::Reliability,
            Key::Origin,
            Key::Note,
        ],
    ),
    declared(Keyword::Term, &[], &[Key::Cite, Key::Note]),
    Shape {
        name: Need::Optional,
        ..declared(Keyword::Question, &[ClauseWord::By], &[Key::Default, Key::Answers, Key::Cite, Key::Date, Key::Note])
    },
    said(Keyword::Claim, true, &[Keyword::Question], &[ClauseWord::By, ClauseWord::On], CLAIM_KEYS),
    said(Keyword::Fact, true, &[Keyword::Question], &[ClauseWord::By, ClauseWord::On], CLAIM_KEYS),
    said(Keyword::Assumption, true, &[Keyword::Question], &[ClauseWord::By, ClauseWord::On], CLAIM_KEYS),
    Shape {
        text: Need::Optional,
        ..said(Keyword::Support, true, SAID, &[ClauseWord::By, ClauseWord::For, ClauseWord::Strictly], STEP_KEYS)
    },
    said(Keyword::Premise, false, &[Keyword::Support], &[ClauseWord::By], PREMISE_KEYS),
    said(Keyword::Rebuttal, true, SAID, &[ClauseWord::By, ClauseWord::Against], STEP_KEYS),
    said(Keyword::Undercut, true, SAID, &[ClauseWord::By, ClauseWord::Against], STEP_KEYS),
    said(Keyword::Limit, true, SAID, &[ClauseWord::By, ClauseWord::For], CLAIM_KEYS),
    told(Keyword::Contradiction, (2, MOST_EXCLUSIVE), &[ClauseWord::By], &[], Need::Optional, REMARK_KEYS),
    told(Keyword::Prefer, (1, 1), &[ClauseWord::Over, ClauseWord::By], &[ClauseWord::Over], Need::Optional, REMARK_KEYS),
    told(Keyword::Accept, (1, MANY), &[ClauseWord::By], &[ClauseWord::By], Need::Optional, REMARK_KEYS),
    told(Keyword::Deny, (1, MANY), &[ClauseWord::By], &[ClauseWord::By], Need::Optional, REMARK_KEYS),
    told(Keyword::Retract, (1, MANY), &[ClauseWord::By], &[ClauseWord::By], Need::Optional, REMARK_KEYS),
    told(
        Keyword::Expect,
        (1, 1),
        &[ClauseWord::Is, ClauseWord::Stands, ClauseWord::Falls, ClauseWord::Open, ClauseWord::Unsupported],
        &[ClauseWord::Is, ClauseWord::Stands, ClauseWord::Falls, ClauseWord::Open, ClauseWord::Unsupported],
        Need::Never,
        &[],
    ),
    told(Keyword::Use, (1, 1), &[ClauseWord::As], &[ClauseWord::As], Need::Never, &[]),
];

impl Keyword {
    /// What a statement of this keyword may hold.
    pub fn shape(self) -> &'static Shape {
        SHAPES.get(self as usize).expect("SHAPES has one shape per keyword, as tests/syntax.rs asserts")
    }
}
