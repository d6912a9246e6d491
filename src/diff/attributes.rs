//! The attributes by which two forms of one statement are compared, beside its text and what verdicts depend on.
//!
//! The same list says whether something changed and what is told of it, so nothing is found that cannot be told.

use crate::{
    diff::align::Alignment,
    model::{
        debate::{About, Claim, Document, Party, Question, Step},
        ids::SourceId,
        value::Date,
    },
};

/// An attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// What it is called.
    pub key: &'static str,
    /// Its value, where there is one.
    pub value: Option<String>,
    /// Whether the value is in somebody's words, and not of a closed shape.
    pub free: bool,
}

/// In which of the two forms something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// In the old debate.
    Old,
    /// In the new debate.
    New,
}

fn of(key: &'static str, value: Option<String>) -> Attribute {
    Attribute { key, value, free: false }
}

fn free(key: &'static str, value: Option<&String>) -> Attribute {
    Attribute { key, value: value.cloned(), free: true }
}

fn list(key: &'static str, values: &[String]) -> Attribute {
    of(key, (!values.is_empty()).then(|| values.join(", ")))
}

/// Those of a claim.
pub fn claim(claim: &Claim) -> Vec<Attribute> {
    let details = claim.details.as_deref();
    vec![
        of("likelihood", details.and_then(|d| d.likelihood.clone())),
        of("confidence", details.and_then(|d| d.confidence).map(|c| c.word().to_owned())),
        of("weight", details.and_then(|d| d.weight).map(|w| w.to_string())),
        of("last day", details.and_then(|d| d.valid_until).map(Date::until)),
        list("role", claim.roles()),
        list("tags", details.map_or(&[], |d| &d.tags)),
        free("note", details.and_then(|d| d.note.as_ref())),
    ]
}

/// Those of a step.
pub fn step(step: &Step) -> Vec<Attribute> {
    let details = step.details.as_deref();
    vec![
        of("scheme", details.and_then(|d| d.scheme.as_ref()).map(|s| s.name.clone())),
        of("weight", details.and_then(|d| d.weight).map(|w| w.to_string())),
        list("answered questions", details.map_or(&[], |d| &d.answers)),
        list("waived questions", details.map_or(&[], |d| &d.waived)),
        free("reason for the waiver", details.and_then(|d| d.waive_reason.as_ref())),
        of("review", details.and_then(|d| d.reviewed.as_ref()).map(|s| format!("of {}", s.date.words()))),
        free("note", details.and_then(|d| d.note.as_ref())),
    ]
}

/// Those of a question.
pub fn question(both: &Alignment<'_>, form: Form, question: &Question) -> Vec<Attribute> {
    let debate = if form == Form::Old { both.old } else { both.new };
    let parties = question.speakers.iter().map(|s| {
        match form {
            Form::Old => both.parties.get(both.parties.of_old(s.party.0)).new.and_then(|p| both.new.parties.get(p as usize)),
            Form::New => None,
        }
        .map_or_else(|| debate.party(s.party).name.shown.to_string(), |party| party.name.shown.to_string())
    });
    let mut parties: Vec<String> = parties.collect();
    parties.sort_unstable();
    vec![
        of("number of answers", question.one.then(|| "one".to_owned())),
        list("speaker", &parties),
        of("date", question.date.map(Date::words)),
        free("note", question.note.as_ref()),
    ]
}

/// Those of a party.
pub fn party(party: &Party) -> Vec<Attribute> {
    vec![free("role", party.role.as_ref()), free("side", party.side.as_ref())]
}

/// Those of a source.
pub fn source(both: &Alignment<'_>, form: Form, source: &Document) -> Vec<Attribute> {
    // An origin that was only renamed is the same.
    let origin = |id: SourceId| {
        let pair = both.sources.get(if form == Form::Old { both.sources.of_old(id.0) } else { both.sources.of_new(id.0) });
        let now = pair.new.and_then(|s| both.new.sources.get(s as usize));
        now.or_else(|| pair.old.and_then(|s| both.old.sources.get(s as usize))).map(|s| s.name.shown.to_string())
    };
    vec![
        free("author", source.author.as_ref()),
        free("publication", source.container.as_ref()),
        free("publisher", source.imprint.as_deref().and_then(|imprint| imprint.publisher.as_ref())),
        of("date", source.date.map(Date::words)),
        of("address", source.url.clone()),
        of("day of access", source.accessed.map(Date::words)),
        of("file", source.file.clone()),
        of("sha256", source.sha256.clone()),
        of("reliability", source.reliability.clone()),
        of("origin", source.origin.and_then(origin)),
        free("note", source.note.as_ref()),
    ]
}

/// What a debate says of itself, but for its day.
pub fn about(about: &About) -> Vec<Attribute> {
    vec![free("title", about.title.as_ref()), free("scope", about.scope.as_ref()), free("author", about.author.as_ref())]
}
