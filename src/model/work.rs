//! The state that the passes of [`crate::model::build`] share: the debate as it grows, and which statement became what.

use crate::{
    diagnostic::problem::Diagnostic,
    model::{
        added::Addition,
        at::At,
        debate::{Debate, Few, Name, Speaker},
        ids::{PartyId, SourceId, StepId},
        load::Files,
        normal::normal,
        scope::{Said, Scopes},
    },
    syntax::keyword::{ClauseWord, Keyword},
    text::span::{FileId, Place},
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A debate in the making.
pub struct Work<'s> {
    /// The files.
    pub files: &'s Files,
    /// What has been made so far.
    pub debate: Debate,
    /// The names.
    pub scopes: Scopes<'s>,
    /// Which party, source or term each such statement declares, by the place of its header.
    pub declared: HashMap<Place, usize>,
    /// What statements add to entries of bibliographies, by source.
    pub added: BTreeMap<SourceId, Addition>,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Steps that use a support with premises once more: the support and its copy.
    pub copies: Vec<(StepId, StepId)>,
    /// How many statements of a keyword without a name a parent has had.
    pub unnamed: HashMap<(Box<str>, Keyword), u32>,
}

impl Work<'_> {
    /// What a statement became.
    pub fn said(&self, at: &At<'_>) -> Option<Said> {
        self.scopes.find(at.file)?.said.get(at.id as usize).copied().flatten()
    }

    /// The index of the party, source or term that a statement declares.
    pub fn declared(&self, at: &At<'_>) -> Option<usize> {
        self.declared.get(&at.header()).copied()
    }

    /// Records what a statement became.
    pub fn set_said(&mut self, at: &At<'_>, said: Said) {
        if let Some(slot) = self.scopes.scope(at.file).said.get_mut(at.id as usize) {
            *slot = Some(said);
        }
    }

    /// The name of a statement, or its path beneath the statement it bears on.
    pub fn name(&mut self, at: &At<'_>) -> Name {
        match at.statement.name.filter(|_| at.declares()) {
            Some(name) => Name { shown: self.prefixed(at.file, &normal(name.of(at.text))), referable: true },
            None => self.path(at),
        }
    }

    /// A name of `file` as it is shown in the debate.
    fn prefixed(&mut self, file: FileId, name: &str) -> Box<str> {
        let prefix = &self.scopes.scope(file).prefix;
        if prefix.is_empty() { name.into() } else { format!("{prefix}{name}").into() }
    }

    /// The path of a statement beneath the statement it bears on: `claim/support-2`.
    pub fn path(&mut self, at: &At<'_>) -> Name {
        let prefix = self.scopes.scope(at.file).prefix.clone();
        let target = || [ClauseWord::For, ClauseWord::Against].iter().flat_map(|w| at.clause(*w)).next();
        let above = match at.parent() {
            Some(parent) => self.shown(&parent),
            None => target().map(|place| format!("{prefix}{}", place.span.of(at.text)).into()),
        };
        let above = above.map_or(prefix, |a| format!("{a}/"));
        let key = (above.clone().into_boxed_str(), at.statement.keyword);
        let count = self.unnamed.entry(key).or_insert(0);
        *count += 1;
        Name { shown: format!("{above}{}-{count}", at.statement.keyword.word()).into(), referable: false }
    }

    /// How a statement that already is something is shown.
    fn shown(&mut self, at: &At<'_>) -> Option<Box<str>> {
        if let Some(name) = at.statement.name {
            return Some(self.prefixed(at.file, name.of(at.text)));
        }
        match self.said(at)? {
            Said::Question(q) => Some(self.debate.question(q).name.shown.clone()),
            Said::Claim(c) | Said::Both(c, _) => Some(self.debate.claim(c).name.shown.clone()),
            Said::Step(s) => Some(self.debate.step(s).name.shown.clone()),
        }
    }

    /// The parties named by `by`.
    pub fn parties(&mut self, at: &At<'_>) -> Few<PartyId> {
        let mut parties = Few::new();
        for place in at.clause(ClauseWord::By) {
            match self.scopes.require_party(place) {
                Ok(party) => parties.push(party),
                Err(problem) => self.diagnostics.push(*problem),
            }
        }
        keep_first(&mut parties);
        parties
    }

    /// The speakers named by `by`.
    pub fn speakers(&mut self, at: &At<'_>) -> Few<Speaker> {
        self.parties(at).into_iter().map(|party| Speaker { party, inherited: false }).collect()
    }
}

/// Leaves out what stands in `list` before; returns the first that did.
pub fn keep_first<T: Copy + Ord>(list: &mut Few<T>) -> Option<T> {
    if list.len() < 2 {
        return None;
    }
    let mut seen = BTreeSet::new();
    let mut twice = None;
    list.retain(|item| {
        let first = seen.insert(*item);
        if !first {
            twice = twice.or(Some(*item));
        }
        first
    });
    twice
}
