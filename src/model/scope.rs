//! Names of one file, and what they stand for; a dotted name goes through the files that are used.

use crate::{
    diagnostic::{
        nearest::find_nearest,
        problem::{Diagnostic, Safety},
    },
    model::{
        codes,
        ids::{ClaimId, PartyId, QuestionId, SourceId, StepId},
        load::Files,
        normal::normal,
    },
    text::{
        edit::Edit,
        span::{FileId, Place, Span},
    },
};
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
};

/// What a statement with a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// A question.
    Question(QuestionId),
    /// A claim, premise, fact, assumption or limit.
    Claim(ClaimId),
    /// A support of one line, a rebuttal or an undercut: its text and its step.
    Both(ClaimId, StepId),
    /// A support with premises.
    Step(StepId),
}

impl Said {
    /// Its claim.
    pub const fn claim(self) -> Option<ClaimId> {
        match self {
            Self::Claim(c) | Self::Both(c, _) => Some(c),
            Self::Question(_) | Self::Step(_) => None,
        }
    }

    /// Its step.
    pub const fn step(self) -> Option<StepId> {
        match self {
            Self::Step(s) | Self::Both(_, s) => Some(s),
            Self::Question(_) | Self::Claim(_) => None,
        }
    }
}

/// The four spaces of names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// Parties.
    Party,
    /// Sources.
    Source,
    /// Terms.
    Term,
    /// Questions, claims and steps.
    Statement,
}

impl Space {
    /// What a name of it is called in messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::Source => "source",
            Self::Term => "term",
            Self::Statement => "statement",
        }
    }
}

/// The names of one file.
#[derive(Debug, Default)]
pub struct Scope<'s> {
    /// Parties.
    pub parties: HashMap<Cow<'s, str>, (PartyId, Place)>,
    /// Sources.
    pub sources: HashMap<Cow<'s, str>, (SourceId, Place)>,
    /// Terms; nothing refers to them, but two of one name are an error.
    pub terms: HashMap<Cow<'s, str>, Place>,
    /// Questions, claims and steps.
    pub statements: HashMap<Cow<'s, str>, (Said, Place)>,
    /// The files used, by alias.
    pub files: HashMap<String, FileId>,
    /// The index of its first section among those of the debate.
    pub first_section: u32,
    /// How a name of this file is shown in the debate: empty for the root, else `alias.`.
    pub prefix: String,
}

/// The scopes of all files of a debate.
#[derive(Debug)]
pub struct Scopes<'s> {
    /// The files.
    pub files: &'s Files,
    /// The scope of each file, by its id; empty for files outside the debate.
    pub list: Vec<Scope<'s>>,
    /// How many nearest names may still be searched for; the search reads all names.
    pub searches: usize,
    /// Places of names that reach into a file which cannot be used; that is told at its `use`.
    pub told: HashSet<Place>,
}

/// What a name stands for, or the problem to report.
type Found<T> = Result<T, Box<Diagnostic>>;

impl<'s> Scopes<'s> {
    /// The scope of `file`.
    pub fn scope(&mut self, file: FileId) -> &mut Scope<'s> {
        self.list.get_mut(file.0 as usize).expect("there is a scope for each file")
    }

    fn text(&self, place: Place) -> &'s str {
        place.span.of(&self.files.file(place.file).source.text)
    }

    /// The file and the name in it that the words at `place` mean: dotted names go through the files that are used.
    fn reach(&mut self, place: Place, words: &'s str) -> Found<(FileId, &'s str, Place)> {
        let mut file = place.file;
        let mut rest = words;
        let mut start = place.span.start;
        while let Some((alias, after)) = rest.split_once('.') {
            let scope = self.list.get(file.0 as usize);
            let Some(next) = scope.and_then(|s| s.files.get(normal(alias).as_ref())) else {
                let known: Vec<String> = scope.map(|s| s.files.keys().cloned().collect()).unwrap_or_default();
                let place = Place::new(place.file, Span::new(start, start + alias.len() as u32));
                if self.files.file(file).lost.iter().any(|lost| *lost == normal(alias)) {
                    self.told.insert(place);
                }
                return Err(Box::new(self.unknown("file", alias, place, known)));
            };
            file = *next;
            start += alias.len() as u32 + 1;
            rest = after;
        }
        Ok((file, rest, Place::new(place.file, Span::new(start, place.span.end))))
    }

    fn unknown(&mut self, what: &str, name: &str, place: Place, mut known: Vec<String>) -> Diagnostic {
        let title = match what {
            "file" => format!("no file is used under the name `{name}`"),
            _ => format!("there is no {what} `{name}`"),
        };
        let found = Diagnostic::new(&codes::UNKNOWN_NAME, place, title).label("nothing declares this name");
        known.sort_unstable();
        match find_nearest(name, known.iter().map(String::as_str)) {
            Some(near) => found.fix(Safety::Unsafe, format!("write `{near}`, which is declared"), vec![Edit::new(place.span, near)]),
            None if what == "file" => found.help("bring the file in with `use \"path.agon\" as NAME`"),
            None => found.help(format!("declare it, or write the name of a {what} that is declared")),
        }
    }

    fn names(&mut self, file: FileId, space: Space) -> Vec<String> {
        if self.searches == 0 {
            return Vec::new();
        }
        self.searches -= 1;
        let Some(scope) = self.list.get(file.0 as usize) else { return Vec::new() };
        let owned = |n: &Cow<'_, str>| n.as_ref().to_owned();
        match space {
            Space::Party => scope.parties.keys().map(owned).collect(),
            Space::Source => scope.sources.keys().map(owned).collect(),
            Space::Term => scope.terms.keys().map(owned).collect(),
            Space::Statement => scope.statements.keys().map(owned).collect(),
        }
    }

    /// The problem of a name that is not in the `wanted` space: either it is in another, or nowhere.
    fn absent(&mut self, file: FileId, name: &str, place: Place, wanted: Space) -> Diagnostic {
        let key = normal(name);
        let key = key.as_ref();
        let other = self.list.get(file.0 as usize).and_then(|s| {
            let party = s.parties.get(key).map(|p| ("party", p.1));
            let source = || s.sources.get(key).map(|p| ("source", p.1));
            let term = || s.terms.get(key).map(|p| ("term", *p));
            let statement =
                || s.statements.get(key).map(|p| (if matches!(p.0, Said::Question(_)) { "question" } else { "statement" }, p.1));
            party.filter(|_| wanted != Space::Party).or_else(source).or_else(term).or_else(statement)
        });
        match other {
            Some((is, declared)) => Diagnostic::new(&codes::WRONG_KIND, place, format!("`{name}` is a {is}, not a {}", wanted.word()))
                .related(declared, "it is declared here")
                .help(format!("write the name of a {}", wanted.word())),
            None => {
                let known = self.names(file, wanted);
                self.unknown(wanted.word(), name, place, known)
            }
        }
    }

    /// The party named at `place`.
    ///
    /// # Errors
    /// The problem to report.
    pub fn require_party(&mut self, place: Place) -> Found<PartyId> {
        let (file, name, place) = self.reach(place, self.text(place))?;
        match self.list.get(file.0 as usize).and_then(|s| s.parties.get(normal(name).as_ref())) {
            Some((id, _)) => Ok(*id),
            None => Err(Box::new(self.absent(file, name, place, Space::Party))),
        }
    }

    /// The source named at `place`.
    ///
    /// # Errors
    /// The problem to report.
    pub fn require_source(&mut self, place: Place) -> Found<SourceId> {
        let (file, name, place) = self.reach(place, self.text(place))?;
        match self.list.get(file.0 as usize).and_then(|s| s.sources.get(normal(name).as_ref())) {
            Some((id, _)) => Ok(*id),
            None => Err(Box::new(self.absent(file, name, place, Space::Source))),
        }
    }

    /// The question, claim or step named at `place`, and where it is declared.
    ///
    /// # Errors
    /// The problem to report.
    pub fn require_statement(&mut self, place: Place) -> Found<(Said, Place)> {
        let (file, name, place) = self.reach(place, self.text(place))?;
        match self.list.get(file.0 as usize).and_then(|s| s.statements.get(normal(name).as_ref())) {
            Some(found) => Ok(*found),
            None => Err(Box::new(self.absent(file, name, place, Space::Statement))),
        }
    }
}
