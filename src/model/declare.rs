//! The first pass: everything that is declared gets its place in the debate and its name in the scope of its file.

use crate::{
    diagnostic::problem::Diagnostic,
    model::{
        at::At,
        codes,
        debate::{Claim, ClaimKind, Document, Few, Party, Question, Section, Step, StepKind, Term},
        ids::{ClaimId, PartyId, QuestionId, SectionId, SourceId, StepId},
        load::Files,
        normal::normal,
        scope::{Said, Scope, Space},
        work::Work,
    },
    syntax::keyword::{ClauseWord, Keyword},
    text::span::{FileId, Place},
};
use std::collections::hash_map::Entry;

/// Adds the headings of `file` as sections.
pub fn sections(work: &mut Work<'_>, file: FileId) {
    let source = work.files.file(file);
    work.scopes.scope(file).first_section = work.debate.sections.len() as u32;
    let mut open: Vec<SectionId> = Vec::new();
    for heading in &source.parse.tree.headings {
        while open.last().is_some_and(|s| work.debate.section(*s).level >= heading.level) {
            open.pop();
        }
        let title = heading.text.of(&source.source.text).trim_end_matches('#').trim_end().to_owned();
        let place = Place::new(file, heading.mark.to(heading.text));
        let id = SectionId(work.debate.sections.len() as u32);
        work.debate.sections.push(Section { title, level: heading.level, parent: open.last().copied(), place });
        open.push(id);
    }
}

/// Declares one statement.
pub fn declare<'s>(work: &mut Work<'s>, at: &At<'s>) {
    if !at.declares() {
        return;
    }
    match at.statement.keyword {
        Keyword::Party => {
            let party = Party { name: work.name(at), text: at.words(), role: None, side: None, place: at.header() };
            let id = PartyId(work.debate.parties.len() as u32);
            work.declared.insert(at.header(), id.index());
            work.debate.parties.push(party);
            insert(work, at, Space::Party, |scope, name, place| entry(scope.parties.entry(normal(name)), (id, place)).map(|e| e.1));
        }
        Keyword::Source => {
            let id = SourceId(work.debate.sources.len() as u32);
            let document = Document {
                name: work.name(at),
                text: at.words(),
                place: at.header(),
                added: None,
                author: None,
                container: None,
                date: None,
                url: None,
                file: None,
                accessed: None,
                sha256: None,
                reliability: None,
                origin: None,
                note: None,
                imprint: None,
            };
            work.declared.insert(at.header(), id.index());
            work.debate.sources.push(document);
            let listed = at.statement.name.and_then(|name| work.scopes.find_listed(at.file, &normal(name.of(at.text))));
            let listed = listed.and_then(|drawn| Some(Place::new(drawn.file, work.scopes.entry(drawn)?.span)));
            insert(work, at, Space::Source, |scope, name, place| {
                listed.or_else(|| entry(scope.sources.entry(normal(name)), (id, place)).map(|e| e.1))
            });
        }
        Keyword::Term => {
            let term = Term { name: work.name(at), text: at.words(), place: at.header(), cites: Vec::new(), note: None };
            work.declared.insert(at.header(), work.debate.terms.len());
            work.debate.terms.push(term);
            insert(work, at, Space::Term, |scope, name, place| entry(scope.terms.entry(normal(name)), place));
        }
        Keyword::Question => {
            let id = QuestionId(work.debate.questions.len() as u32);
            let section = section(work, at);
            let question = Question {
                name: work.name(at),
                text: at.words(),
                place: at.header(),
                speakers: Few::new(),
                answers: Vec::new(),
                default: None,
                one: false,
                date: None,
                cites: Vec::new(),
                note: None,
                section,
            };
            work.debate.questions.push(question);
            work.set_said(at, Said::Question(id));
        }
        keyword if keyword.is_said() => said(work, at, keyword),
        _ => {}
    }
}

fn said<'s>(work: &mut Work<'s>, at: &At<'s>, keyword: Keyword) {
    let premises = at.has_premises();
    let name = work.name(at);
    let kind = match keyword {
        Keyword::Fact => ClaimKind::Fact,
        Keyword::Assumption => ClaimKind::Assumption,
        Keyword::Premise => ClaimKind::Premise,
        Keyword::Support => ClaimKind::Reason,
        Keyword::Rebuttal => ClaimKind::Rebuttal,
        Keyword::Undercut => ClaimKind::Undercut,
        Keyword::Limit => ClaimKind::Limit,
        _ => ClaimKind::Claim,
    };
    let claim = (!premises).then(|| add_claim(work, at, kind, name.clone()));
    let step = match keyword {
        Keyword::Support => Some(StepKind::Support),
        Keyword::Rebuttal => Some(StepKind::Rebuttal),
        Keyword::Undercut => Some(StepKind::Undercut),
        _ => None,
    };
    let step = step.map(|kind| {
        let id = StepId(work.debate.steps.len() as u32);
        let strict = at.tree.find_clause(at.statement, ClauseWord::Strictly).is_some();
        let step = Step {
            name,
            kind,
            strict,
            premises: claim.into_iter().collect(),
            targets: Few::new(),
            speakers: Few::new(),
            place: at.header(),
            details: None,
        };
        work.debate.steps.push(step);
        id
    });
    let said = match (claim, step) {
        (Some(claim), Some(step)) => Said::Both(claim, step),
        (None, Some(step)) => Said::Step(step),
        (Some(claim), None) => Said::Claim(claim),
        (None, None) => return,
    };
    work.set_said(at, said);
}

fn add_claim<'s>(work: &mut Work<'s>, at: &At<'s>, kind: ClaimKind, name: crate::model::debate::Name) -> ClaimId {
    let id = ClaimId(work.debate.claims.len() as u32);
    let section = section(work, at);
    let claim =
        Claim { name, kind, text: at.words(), place: at.header(), speakers: Few::new(), answers: Few::new(), section, details: None };
    work.debate.claims.push(claim);
    id
}

/// The section of a statement: headings are numbered per file, sections per debate.
fn section(work: &mut Work<'_>, at: &At<'_>) -> Option<SectionId> {
    let heading = at.statement.heading?;
    Some(SectionId(work.scopes.scope(at.file).first_section + heading))
}

/// Reports the names of questions, claims and steps that are declared before.
pub fn repeated(work: &mut Work<'_>) {
    let Work { scopes, diagnostics, files, .. } = work;
    for (file, names) in scopes.names.iter() {
        let tree = &files.file(*file).parse.tree;
        let name = |id| Some(Place::new(*file, tree.find_statement(id)?.name?));
        let places = names.twice.iter().filter_map(|(again, first)| name(*again).zip(name(*first)));
        diagnostics.extend(places.map(|(again, first)| second(files, Space::Statement, again, first)));
    }
}

/// The problem of a name that is there already.
fn second(files: &Files, space: Space, again: Place, first: Place) -> Diagnostic {
    let words = again.span.of(&files.file(again.file).source.text);
    let title = format!("a second {} is declared as `{words}`", space.word());
    let found = Diagnostic::new(&codes::DUPLICATE_NAME, again, title).related(first, "the first is here");
    match space {
        Space::Statement => found.help("give this one another name; to use the first once more, leave out the colon and the text"),
        Space::Source if files.file(first.file).bibliography.is_some() => {
            found.help("give this one another name; to add to the entry, leave out the colon and the text")
        }
        _ => found.help("give this one another name, or leave it out"),
    }
}

/// Puts the name of a party, source or term into its scope, and reports a name that is there already.
fn insert<'s>(work: &mut Work<'s>, at: &At<'s>, space: Space, put: impl FnOnce(&mut Scope<'s>, &'s str, Place) -> Option<Place>) {
    let Some(span) = at.statement.name else { return };
    let place = at.place(span);
    if let Some(first) = put(work.scopes.scope(at.file), span.of(at.text), place) {
        work.diagnostics.push(second(work.files, space, place, first));
    }
}

/// Fills a free entry; of a taken one, returns what stands there.
fn entry<K, V: Copy>(entry: Entry<'_, K, V>, value: V) -> Option<V> {
    match entry {
        Entry::Occupied(taken) => Some(*taken.get()),
        Entry::Vacant(free) => {
            free.insert(value);
            None
        }
    }
}
