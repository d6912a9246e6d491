//! The debates of one state, read and then judged.
//!
//! Which files are debates of their own, and which are only used by others, is seen in both states together: a debate that somebody begins
//! to use is still the same debate, and so is a file that goes on alone when who used it is gone.

use crate::{
    analysis::evaluate::{Analysis, evaluate},
    cli::{outcome::Failure, set::Set},
    diagnostic::{code::Level, problem::Diagnostic},
    emit::short,
    model::{
        build::{build, order},
        codes::UNREADABLE_FILE,
        debate::Debate,
    },
    text::{
        source::Source,
        span::{FileId, Span},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// The debates of one state, by the path that tells them apart.
pub type State = BTreeMap<String, Judged>;

/// A debate with its verdicts.
#[derive(Debug)]
pub struct Judged {
    /// The debate.
    pub debate: Debate,
    /// Its verdicts.
    pub analysis: Analysis,
    /// The texts of its files, to see at once that nothing changed.
    pub texts: Vec<String>,
    /// How many errors it has: what is not understood cannot be compared.
    pub errors: usize,
    /// The errors in short, a line each, ready to be told.
    pub told: String,
}

impl Judged {
    /// A debate that says nothing.
    pub fn nothing() -> Self {
        let debate = Debate::default();
        let (analysis, _) = evaluate(&debate);
        Self { debate, analysis, texts: Vec::new(), errors: 0, told: String::new() }
    }
}

/// The files of one state.
#[derive(Debug, Default)]
pub struct Loaded {
    parts: Vec<Part>,
}

/// The files of one project of it.
#[derive(Debug)]
struct Part {
    set: Set,
    /// What tells each file apart from those of the same state; `None` for a file that is not compared.
    keys: Vec<Option<String>>,
    /// What stands before the paths of the files in what is told of them.
    revision: String,
}

impl Loaded {
    /// Adds `set`, each of its files under its key. `revision` stands before the paths of the files in what is told of them.
    pub fn add(&mut self, set: Set, key: &dyn Fn(&Set, FileId) -> Option<String>, revision: &str) {
        let keys = (0..set.files.list.len() as u32).map(|id| key(&set, FileId(id))).collect();
        self.parts.push(Part { set, keys, revision: revision.to_owned() });
    }

    /// The keys of the debates, without the files that they use.
    pub fn roots(&self) -> BTreeSet<String> {
        self.parts.iter().flat_map(|part| part.set.roots.iter().filter_map(|root| part.key(*root).cloned())).collect()
    }

    /// Judges the debates, and besides those files that are debates of their own `elsewhere`, in the other state.
    ///
    /// # Errors
    /// When the file of a debate cannot be read at all: as an empty debate it would look like one whose claims are gone.
    pub fn judge(self, elsewhere: &BTreeSet<String>) -> Result<State, Failure> {
        let mut state = State::new();
        for part in self.parts {
            part.judge(elsewhere, &mut state)?;
        }
        Ok(state)
    }
}

impl Part {
    fn key(&self, file: FileId) -> Option<&String> {
        self.keys.get(file.0 as usize)?.as_ref()
    }

    fn judge(mut self, elsewhere: &BTreeSet<String>, state: &mut State) -> Result<(), Failure> {
        let ids = (0..self.set.files.list.len() as u32).map(FileId);
        let is_debate = |id: &FileId| !self.set.files.file(*id).dialect.is_bibliography();
        let also = ids.filter(|id| is_debate(id) && self.key(*id).is_some_and(|key| elsewhere.contains(key)));
        let roots: BTreeSet<FileId> = self.set.roots.iter().copied().chain(also).collect();
        self.set.show_paths();
        self.set.files.list.iter_mut().for_each(|file| file.source.path.insert_str(0, &self.revision));
        let sources: Vec<&Source> = self.set.files.list.iter().map(|f| &f.source).collect();
        for root in roots {
            let Some(key) = self.key(root) else { continue };
            require_read(&self.set, root)?;
            state.insert(key.clone(), judged(&self.set, root, &sources));
        }
        Ok(())
    }
}

fn judged(set: &Set, root: FileId, sources: &[&Source]) -> Judged {
    let (debate, mut found) = build(&set.files, root);
    let members: Vec<FileId> = order(&set.files, root).into_iter().map(|(file, _)| file).collect();
    for file in &members {
        found.extend_from_slice(set.files.problems(*file));
        found.extend(set.files.file(*file).parse.diagnostics.iter().cloned());
    }
    let texts = members.iter().map(|file| set.files.file(*file).source.text.clone()).collect();
    let (analysis, problems) = evaluate(&debate);
    found.extend(problems);
    found.sort_by_key(Diagnostic::order);
    let errors = found.iter().filter(|d| d.level == Level::Error).count();
    Judged { debate, analysis, texts, errors, told: short::emit(&found, sources) }
}

fn require_read(set: &Set, root: FileId) -> Result<(), Failure> {
    let lost = set.files.problems(root).iter().find(|d| d.at.place.span == Span::default() && d.code == &UNREADABLE_FILE);
    lost.map_or(Ok(()), |d| Err(Failure::Message(d.title.clone(), d.help.clone())))
}
