//! Names of one file, and what they stand for; a dotted name goes through the files that are used.

use crate::{
    bibliography::entry::{Bibliography, Entry},
    diagnostic::{
        nearest::find_first_nearest,
        problem::{Diagnostic, Safety},
    },
    model::{
        at::Mention,
        codes,
        ids::{ClaimId, PartyId, QuestionId, SourceId, StepId},
        load::Files,
        names::Names,
        normal::normal,
    },
    syntax::tree::StatementId,
    text::{
        edit::Edit,
        span::{FileId, Place, Span},
    },
};
use std::{
    borrow::Cow,
    collections::{BTreeMap, HashMap, HashSet},
    sync::Arc,
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
    /// What each statement of the file became.
    pub said: Vec<Option<Said>>,
    /// The statement that each of [`crate::syntax::tree::Tree::names`] means, where it is declared in the file.
    pub meant: Vec<Option<StatementId>>,
    /// The files used, by alias.
    pub files: HashMap<String, FileId>,
    /// The bibliographies whose entries are sources of this file under their own keys.
    pub open: Vec<FileId>,
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
    /// The scope of each file of the debate.
    pub list: BTreeMap<FileId, Scope<'s>>,
    /// The questions, claims and steps of each file, once everything is declared.
    pub names: Arc<BTreeMap<FileId, Names<'s>>>,
    /// How many names may still be read in search of nearest ones.
    pub readable: usize,
    /// Places of names that reach into a file which cannot be used; that is told at its `use`.
    pub told: HashSet<Place>,
    /// How many sources statements declare.
    pub declared: usize,
    /// The entries of bibliographies that are cited, which are the sources after those that statements declare.
    pub drawn: Vec<Drawn>,
    /// Which source a cited entry is.
    pub known: BTreeMap<Drawn, SourceId>,
}

/// An entry of a bibliography, by its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Drawn {
    /// The bibliography.
    pub file: FileId,
    /// Which entry of it.
    pub entry: usize,
}

/// What a name stands for, or the problem to report.
type Found<T> = Result<T, Box<Diagnostic>>;

impl<'s> Scopes<'s> {
    /// The scope of `file`.
    pub fn scope(&mut self, file: FileId) -> &mut Scope<'s> {
        self.list.get_mut(&file).expect("there is a scope for each file")
    }

    /// The scope of `file`, if it belongs to the debate.
    pub fn find(&self, file: FileId) -> Option<&Scope<'s>> {
        self.list.get(&file)
    }

    /// Whether `names` more names may be read in search of a nearest one; they are counted as read.
    pub fn may_read(&mut self, names: usize) -> bool {
        let left = self.readable.checked_sub(names);
        self.readable = left.unwrap_or(self.readable);
        left.is_some()
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
            let key = normal(alias);
            let Some(next) = self.find(file).and_then(|s| s.files.get(key.as_ref())) else {
                let place = Place::new(place.file, Span::new(start, start + alias.len() as u32));
                if self.files.file(file).lost.contains(key.as_ref()) {
                    self.told.insert(place);
                }
                let near = self.nearest(file, alias, |s| s.files.keys().map(String::as_str));
                return Err(Box::new(unknown("file", alias, place, near)));
            };
            file = *next;
            start += alias.len() as u32 + 1;
            rest = after;
        }
        Ok((file, rest, Place::new(place.file, Span::new(start, place.span.end))))
    }

    /// The nearest to `name` of the names of `file` that `known` picks, while names may still be read.
    fn nearest<'k, I>(&'k mut self, file: FileId, name: &str, known: impl FnOnce(&'k Scope<'s>) -> I) -> Option<&'k str>
    where
        I: Iterator<Item = &'k str> + ExactSizeIterator,
    {
        let Self { list, readable, .. } = self;
        let names = known(list.get(&file)?);
        *readable = readable.checked_sub(names.len())?;
        find_first_nearest(name, names)
    }

    /// The nearest to `name` of the questions, claims and steps of `file`, while names may still be read.
    fn nearest_statement(&mut self, file: FileId, name: &str) -> Option<&str> {
        let names = self.names.get(&file)?.iter();
        self.readable = self.readable.checked_sub(names.len())?;
        find_first_nearest(name, names)
    }

    /// The nearest to `name` of the sources of `file` and of the keys of its bibliographies, while names may still be read.
    fn nearest_source(&mut self, file: FileId, name: &str) -> Option<&str> {
        let open: Vec<&'s Entry> = self.bibliographies(file).flat_map(|(_, list)| &list.entries).collect();
        let own = self.list.get(&file).into_iter().flat_map(|s| s.sources.keys().map(AsRef::as_ref));
        let names: Vec<&str> = own.chain(open.into_iter().map(|e| e.key.as_str())).collect();
        self.readable = self.readable.checked_sub(names.len())?;
        find_first_nearest(name, names)
    }

    /// The problem of a name that is not in the `wanted` space: either it is in another, or nowhere.
    fn absent(&mut self, file: FileId, name: &str, place: Place, wanted: Space) -> Diagnostic {
        let key = normal(name);
        let key = key.as_ref();
        let other = self.find(file).and_then(|s| {
            let party = s.parties.get(key).map(|p| ("party", p.1));
            let source = || s.sources.get(key).map(|p| ("source", p.1));
            let term = || s.terms.get(key).map(|p| ("term", *p));
            let statement =
                || self.find_statement(file, key).map(|p| (if matches!(p.0, Said::Question(_)) { "question" } else { "statement" }, p.1));
            party.filter(|_| wanted != Space::Party).or_else(source).or_else(term).or_else(statement)
        });
        match other {
            Some((is, declared)) => Diagnostic::new(&codes::WRONG_KIND, place, format!("`{name}` is a {is}, not a {}", wanted.word()))
                .related(declared, "it is declared here")
                .help(format!("write the name of a {}", wanted.word())),
            None => {
                if let Some((path, dotted, declared)) = self.find_beyond(file, name, wanted) {
                    let found = Diagnostic::new(&codes::UNKNOWN_NAME, place, format!("there is no {} `{name}`", wanted.word()));
                    let found = found.label(format!("it is declared in `{path}`, where a bare name does not reach"));
                    let found = declared.into_iter().fold(found, |found, at| found.related(at, "it is declared here"));
                    return found.fix(Safety::Unsafe, format!("write `{dotted}`"), vec![Edit::new(place.span, dotted)]);
                }
                let near = match wanted {
                    Space::Party => self.nearest(file, name, |s| s.parties.keys().map(AsRef::as_ref)),
                    Space::Source => self.nearest_source(file, name),
                    Space::Term => self.nearest(file, name, |s| s.terms.keys().map(AsRef::as_ref)),
                    Space::Statement => self.nearest_statement(file, name),
                };
                unknown(wanted.word(), name, place, near)
            }
        }
    }

    /// A file that `file` uses and that declares `name`: its path, the name by which `file` reaches it, and where it is declared, if a
    /// statement declares it. Of several, the one that was read first, while names may still be read.
    fn find_beyond(&mut self, file: FileId, name: &str, wanted: Space) -> Option<(&'s str, String, Option<Place>)> {
        let used = &self.list.get(&file)?.files;
        self.readable = self.readable.checked_sub(used.len())?;
        let key = normal(name);
        let key = key.as_ref();
        let declared = |file: FileId| {
            let scope = self.find(file);
            match wanted {
                Space::Party => scope?.parties.get(key).map(|p| Some(p.1)),
                Space::Term => scope?.terms.get(key).map(|p| Some(*p)),
                Space::Statement => self.find_statement(file, key).map(|p| Some(p.1)),
                Space::Source => {
                    let own = scope.and_then(|s| s.sources.get(key)).map(|p| Some(p.1));
                    own.or_else(|| self.find_listed(file, key).map(|_| None))
                }
            }
        };
        let found = used.iter().filter_map(|(alias, file)| Some((*file, alias, declared(*file)?)));
        let (file, alias, at) = found.min_by_key(|(file, alias, _)| (*file, *alias))?;
        Some((&self.files.file(file).source.path, format!("{alias}.{name}"), at))
    }

    /// The party named at `place`.
    ///
    /// # Errors
    /// The problem to report.
    pub fn require_party(&mut self, place: Place) -> Found<PartyId> {
        let (file, name, place) = self.reach(place, self.text(place))?;
        match self.find(file).and_then(|s| s.parties.get(normal(name).as_ref())) {
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
        let key = normal(name);
        if let Some((id, _)) = self.find(file).and_then(|s| s.sources.get(key.as_ref())) {
            return Ok(*id);
        }
        if let Some(drawn) = self.find_listed(file, &key) {
            return Ok(self.draw(drawn));
        }
        let broken = self.bibliographies(file).any(|(_, list)| list.broken);
        if broken || self.files.file(file).lacks_sources {
            self.told.insert(place);
        }
        Err(Box::new(self.absent(file, name, place, Space::Source)))
    }

    /// The bibliographies whose keys are names of sources in `file`: itself, if it is one, and those that it uses without a name.
    fn bibliographies(&self, file: FileId) -> impl Iterator<Item = (FileId, &'s Bibliography)> + use<'_, 's> {
        let files = std::iter::once(file).chain(self.find(file).into_iter().flat_map(|s| s.open.iter().copied()));
        files.filter_map(|file| Some((file, self.files.file(file).bibliography.as_ref()?)))
    }

    /// The entry that is known under `key`, in Unicode NFC, in `file`.
    pub fn find_listed(&self, file: FileId, key: &str) -> Option<Drawn> {
        self.bibliographies(file).find_map(|(file, list)| Some(Drawn { file, entry: list.find(key)? }))
    }

    /// What an entry says.
    pub fn entry(&self, drawn: Drawn) -> Option<&'s Entry> {
        self.files.file(drawn.file).bibliography.as_ref()?.entries.get(drawn.entry)
    }

    /// The source that a cited entry is.
    fn draw(&mut self, drawn: Drawn) -> SourceId {
        let Self { declared, drawn: list, known, .. } = self;
        *known.entry(drawn).or_insert_with(|| {
            list.push(drawn);
            SourceId((*declared + list.len() - 1) as u32)
        })
    }

    /// The question, claim or step that `file` declares as `key`, which is in Unicode NFC, and where its name stands.
    fn find_statement(&self, file: FileId, key: &str) -> Option<(Said, Place)> {
        self.said(file, self.names.get(&file)?.find(key)?)
    }

    /// What the statement `id` of `file` became, and where its name stands.
    fn said(&self, file: FileId, id: StatementId) -> Option<(Said, Place)> {
        let said = self.find(file)?.said.get(id as usize).copied().flatten()?;
        let name = self.files.file(file).parse.tree.find_statement(id)?.name?;
        Some((said, Place::new(file, name)))
    }

    /// The question, claim or step that a name in a header means.
    ///
    /// # Errors
    /// The problem to report.
    pub fn require_meant(&mut self, mention: Mention) -> Found<Said> {
        let Mention { name, place } = mention;
        let scope = self.find(place.file);
        let known = scope.and_then(|scope| scope.said.get((*scope.meant.get(name)?)? as usize).copied().flatten());
        known.map_or_else(|| self.require_statement(place).map(|(said, _)| said), Ok)
    }

    /// The question, claim or step named at `place`, and where it is declared.
    ///
    /// # Errors
    /// The problem to report.
    pub fn require_statement(&mut self, place: Place) -> Found<(Said, Place)> {
        let (file, name, place) = self.reach(place, self.text(place))?;
        match self.find_statement(file, &normal(name)) {
            Some(found) => Ok(found),
            None => Err(Box::new(self.absent(file, name, place, Space::Statement))),
        }
    }
}

fn unknown(what: &str, name: &str, place: Place, near: Option<&str>) -> Diagnostic {
    let title = match what {
        "file" => format!("no file is used under the name `{name}`"),
        _ => format!("there is no {what} `{name}`"),
    };
    let found = Diagnostic::new(&codes::UNKNOWN_NAME, place, title).label("nothing declares this name");
    match near {
        Some(near) => found.fix(Safety::Unsafe, format!("write `{near}`, which is declared"), vec![Edit::new(place.span, near)]),
        None if what == "file" => found.help("bring the file in with `use \"path.agon\" as NAME`"),
        None => found.help(format!("declare it, or write the name of a {what} that is declared")),
    }
}
