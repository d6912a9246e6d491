//! The types of a debate.

use crate::{
    model::{
        citation::Citation,
        ids::{ClaimId, PartyId, QuestionId, SectionId, SourceId, StepId},
        imprint::Imprint,
        stamp::Stamp,
        value::{Confidence, Date},
    },
    text::span::Place,
};
use smallvec::SmallVec;

/// A list that mostly holds one or two things, which then need no memory of their own: a debate has four such lists for each statement.
pub type Few<T> = SmallVec<[T; 2]>;

/// A debate.
#[derive(Debug, Clone, Default)]
pub struct Debate {
    /// What it says of itself.
    pub about: About,
    /// Who speaks.
    pub parties: Vec<Party>,
    /// What is cited.
    pub sources: Vec<Document>,
    /// Words with a fixed sense.
    pub terms: Vec<Term>,
    /// What is to be settled.
    pub questions: Vec<Question>,
    /// Everything that is said.
    pub claims: Vec<Claim>,
    /// The steps between claims.
    pub steps: Vec<Step>,
    /// Claims that qualify others.
    pub limits: Vec<Limit>,
    /// Claims that cannot stand together.
    pub contradictions: Vec<Contradiction>,
    /// Which side of a clash is the stronger.
    pub preferences: Vec<Preference>,
    /// What parties took on or dropped, in the order of the files.
    pub commitments: Vec<Commitment>,
    /// Tests of the debate itself.
    pub expectations: Vec<Expectation>,
    /// The headings.
    pub sections: Vec<Section>,
}

/// What a debate says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub title: Option<String>,
    /// What it covers.
    pub scope: Option<String>,
    /// Who keeps it.
    pub author: Option<String>,
    /// The day whose knowledge it holds.
    pub as_of: Option<Date>,
}

/// A name, or the path of what has none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// As it is shown: `claim`, `file.claim`, or `claim/support-2`.
    pub shown: Box<str>,
    /// Whether a statement can refer to it.
    pub referable: bool,
}

/// Who speaks.
#[derive(Debug, Clone)]
pub struct Party {
    /// Its name in the files.
    pub name: Name,
    /// The name that people know.
    pub text: String,
    /// Who it is.
    pub role: Option<String>,
    /// On which side it stands.
    pub side: Option<String>,
    /// Where it is declared.
    pub place: Place,
}

/// A document.
#[derive(Debug, Clone)]
pub struct Document {
    /// Its name in the files.
    pub name: Name,
    /// Its title.
    pub text: String,
    /// Where it is declared.
    pub place: Place,
    /// The statement that adds to it what its bibliography does not say.
    pub added: Option<Place>,
    /// Who wrote it.
    pub author: Option<String>,
    /// What it appeared in.
    pub container: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// Its address on the web.
    pub url: Option<String>,
    /// Its text in the project.
    pub file: Option<String>,
    /// When its address was read.
    pub accessed: Option<Date>,
    /// The fingerprint of its text.
    pub sha256: Option<String>,
    /// Its grade.
    pub reliability: Option<String>,
    /// The source it rests on.
    pub origin: Option<SourceId>,
    /// A remark.
    pub note: Option<String>,
    /// How it was published, of a source from a bibliography that says it.
    pub imprint: Option<Box<Imprint>>,
}

impl Document {
    /// The statement under which its file is named, if it is.
    pub fn stated(&self) -> Place {
        self.added.unwrap_or(self.place)
    }
}

/// A word with a fixed sense.
#[derive(Debug, Clone)]
pub struct Term {
    /// The word in the files.
    pub name: Name,
    /// Its sense.
    pub text: String,
    /// Where it is declared.
    pub place: Place,
    /// Sources of the sense.
    pub cites: Vec<Citation>,
    /// A remark.
    pub note: Option<String>,
}

/// A party as the speaker of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaker {
    /// Who.
    pub party: PartyId,
    /// Whether the statement only stands under a statement of this party.
    pub inherited: bool,
}

/// What is to be settled.
#[derive(Debug, Clone)]
pub struct Question {
    /// Its name.
    pub name: Name,
    /// Its words.
    pub text: String,
    /// Where it is declared.
    pub place: Place,
    /// Who asks.
    pub speakers: Few<Speaker>,
    /// The claims on it, in the order of the files.
    pub answers: Vec<ClaimId>,
    /// The answer when none alone stands.
    pub default: Option<ClaimId>,
    /// Whether it wants one answer only.
    pub one: bool,
    /// When it was asked.
    pub date: Option<Date>,
    /// Where it was asked.
    pub cites: Vec<Citation>,
    /// A remark.
    pub note: Option<String>,
    /// The heading above it.
    pub section: Option<SectionId>,
}

/// Which statement says a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClaimKind {
    /// `claim`
    Claim,
    /// `fact`
    Fact,
    /// `assumption`
    Assumption,
    /// `premise`
    Premise,
    /// `support` of one line: its text.
    Reason,
    /// `rebuttal`: its text.
    Rebuttal,
    /// `undercut`: its text.
    Undercut,
    /// `limit`: its text.
    Limit,
}

impl ClaimKind {
    /// The keyword of the statement that says it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Fact => "fact",
            Self::Assumption => "assumption",
            Self::Premise => "premise",
            Self::Reason => "support",
            Self::Rebuttal => "rebuttal",
            Self::Undercut => "undercut",
            Self::Limit => "limit",
        }
    }
}

/// Something that is said.
#[derive(Debug, Clone)]
pub struct Claim {
    /// Its name.
    pub name: Name,
    /// Which statement says it.
    pub kind: ClaimKind,
    /// Its words: inline Markdown; paragraphs are parted by an empty line.
    pub text: String,
    /// Its header.
    pub place: Place,
    /// Who says it.
    pub speakers: Few<Speaker>,
    /// The questions it answers.
    pub answers: Few<QuestionId>,
    /// The heading above it.
    pub section: Option<SectionId>,
    /// Its attributes, where it has any.
    pub details: Option<Box<Details>>,
}

/// The attributes of a claim.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Details {
    /// Its sources.
    pub cites: Vec<Citation>,
    /// When it was said.
    pub date: Option<Date>,
    /// How likely it is said to be.
    pub likelihood: Option<String>,
    /// How sure its speaker is.
    pub confidence: Option<Confidence>,
    /// Its base strength, 0 to 1.
    pub weight: Option<f64>,
    /// The last day on which it is good.
    pub valid_until: Option<Date>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// The parts that it plays in the scheme of the support that it is a premise of.
    pub roles: Option<Box<Roles>>,
    /// A remark.
    pub note: Option<String>,
}

/// The parts of a scheme that a premise plays, known or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roles {
    /// As they are written.
    pub names: Vec<String>,
    /// Where they are written.
    pub place: Place,
}

impl Claim {
    /// The parts of a scheme that it plays as a premise.
    pub fn roles(&self) -> &[String] {
        self.details.as_ref().and_then(|d| d.roles.as_ref()).map_or(&[], |r| &r.names)
    }

    /// Its sources.
    pub fn cites(&self) -> &[Citation] {
        self.details.as_ref().map_or(&[], |d| &d.cites)
    }
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepKind {
    /// For its target.
    Support,
    /// Against a claim.
    Rebuttal,
    /// Against a step.
    Undercut,
}

impl StepKind {
    /// The keyword of the statement that makes it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Rebuttal => "rebuttal",
            Self::Undercut => "undercut",
        }
    }
}

/// What a step bears on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A claim: of a support or rebuttal.
    Claim(ClaimId),
    /// A step: of an undercut.
    Step(StepId),
}

/// A step from premises, all of which are needed, to each of its targets.
#[derive(Debug, Clone)]
pub struct Step {
    /// Its name, which for a rebuttal or undercut is that of its claim.
    pub name: Name,
    /// What it is.
    pub kind: StepKind,
    /// Whether it is deductively valid.
    pub strict: bool,
    /// What it starts from; for a rebuttal or undercut its own claim.
    pub premises: Few<ClaimId>,
    /// What it bears on.
    pub targets: Few<Target>,
    /// Who makes it.
    pub speakers: Few<Speaker>,
    /// Its header.
    pub place: Place,
    /// Its attributes, where it has any.
    pub details: Option<Box<StepDetails>>,
}

/// The scheme that a step names, known or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemeName {
    /// As it is written.
    pub name: String,
    /// Where it is written.
    pub place: Place,
}

/// The attributes of a step.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct StepDetails {
    /// Its argumentation scheme.
    pub scheme: Option<SchemeName>,
    /// Its base strength, 0 to 1.
    pub weight: Option<f64>,
    /// Critical questions that it answers.
    pub answers: Vec<String>,
    /// Critical questions that are set aside.
    pub waived: Vec<String>,
    /// Why.
    pub waive_reason: Option<String>,
    /// The stamp of its last review.
    pub reviewed: Option<Stamp>,
    /// A remark, where the step has no claim of its own to bear it.
    pub note: Option<String>,
}

impl Step {
    /// The claims that it bears on.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> + Clone + '_ {
        self.targets.iter().filter_map(|target| if let Target::Claim(claim) = target { Some(*claim) } else { None })
    }
}

/// A claim that qualifies another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The qualification.
    pub claim: ClaimId,
    /// What it qualifies.
    pub target: ClaimId,
}

/// Claims of which no two can stand together.
#[derive(Debug, Clone)]
pub struct Contradiction {
    /// The claims, at least two.
    pub claims: Vec<ClaimId>,
    /// Who says so.
    pub speakers: Few<Speaker>,
    /// Why.
    pub text: String,
    /// Its sources.
    pub cites: Vec<Citation>,
    /// Where it is said.
    pub place: Place,
}

/// One side of a preference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// As it was named.
    pub name: Box<str>,
    /// Where it was named.
    pub place: Place,
    /// The claim that is ranked, which means its assertion and its defeasible supports.
    pub claim: Option<ClaimId>,
    /// The step that is ranked.
    pub step: Option<StepId>,
}

/// Which side of a clash is the stronger.
#[derive(Debug, Clone)]
pub struct Preference {
    /// The stronger side.
    pub stronger: Ranked,
    /// The weaker side.
    pub weaker: Ranked,
    /// Why.
    pub text: String,
    /// Who says so.
    pub speakers: Few<Speaker>,
    /// Its sources.
    pub cites: Vec<Citation>,
    /// Where it is said.
    pub place: Place,
}

/// What a party does with a commitment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stance {
    /// Takes it on.
    Accept,
    /// Takes on its opposite.
    Deny,
    /// Drops it.
    Retract,
}

/// A party takes on or drops commitments.
#[derive(Debug, Clone)]
pub struct Commitment {
    /// What it does.
    pub stance: Stance,
    /// With what.
    pub claims: Vec<ClaimId>,
    /// Who.
    pub parties: Few<PartyId>,
    /// When.
    pub date: Option<Date>,
    /// Why.
    pub text: String,
    /// Its sources.
    pub cites: Vec<Citation>,
    /// Where it is told.
    pub place: Place,
}

/// What is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A claim stands.
    Stands(ClaimId),
    /// A claim falls.
    Falls(ClaimId),
    /// A claim is open.
    Open(ClaimId),
    /// A claim is unsupported.
    Unsupported(ClaimId),
    /// A question has this answer.
    Answer(QuestionId, ClaimId),
    /// A question has no answer.
    NoAnswer(QuestionId),
}

/// A test of the debate itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Expectation {
    /// What is expected.
    pub expected: Expected,
    /// Where it is said.
    pub place: Place,
}

/// A heading.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its words.
    pub title: String,
    /// 1 to 6.
    pub level: u8,
    /// The section it is part of.
    pub parent: Option<SectionId>,
    /// Where it stands.
    pub place: Place,
}

/// Gives each list of a debate a getter by its index type. An index comes from the debate itself, so it is always there.
macro_rules! getters {
    ($($get:ident: $id:ident => $list:ident, $item:ident;)+) => {
        impl Debate {
            $(#[doc = concat!("The ", stringify!($get), " at `id`, which is an index of this debate.")]
            pub fn $get(&self, id: $id) -> &$item {
                self.$list.get(id.index()).expect("indices of a debate come from its own lists")
            })+
        }
    };
}

getters! {
    party: PartyId => parties, Party;
    source: SourceId => sources, Document;
    question: QuestionId => questions, Question;
    claim: ClaimId => claims, Claim;
    step: StepId => steps, Step;
    section: SectionId => sections, Section;
}

/// The same, for the passes that make a debate.
macro_rules! changers {
    ($($get:ident: $id:ident => $list:ident, $item:ident;)+) => {
        impl Debate {
            $(pub(crate) fn $get(&mut self, id: $id) -> &mut $item {
                self.$list.get_mut(id.index()).expect("indices of a debate come from its own lists")
            })+
        }
    };
}

changers! {
    question_mut: QuestionId => questions, Question;
    claim_mut: ClaimId => claims, Claim;
    step_mut: StepId => steps, Step;
}

impl Debate {
    /// The ids of all claims, in order.
    pub fn claim_ids(&self) -> impl Iterator<Item = ClaimId> + use<> {
        (0..self.claims.len() as u32).map(ClaimId)
    }

    /// The ids of all steps, in order.
    pub fn step_ids(&self) -> impl Iterator<Item = StepId> + use<> {
        (0..self.steps.len() as u32).map(StepId)
    }

    /// The ids of all questions, in order.
    pub fn question_ids(&self) -> impl Iterator<Item = QuestionId> + use<> {
        (0..self.questions.len() as u32).map(QuestionId)
    }

    /// The claim that is shown under this name. Linear.
    pub fn find_claim(&self, shown: &str) -> Option<ClaimId> {
        self.claims.iter().position(|c| &*c.name.shown == shown).map(|i| ClaimId(i as u32))
    }
}
