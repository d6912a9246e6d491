//! What changed from one debate to another as JSON: a contract with other programs, under a number and `diff.schema.json` beside this
//! file. The number grows when readers of the old form would be misled. Causes point into the list of changes of their debate.

use crate::{
    analysis::{outcome::Outcome, verdict::Verdict},
    diff::{
        cause::Goal,
        change::{Change, Item},
        compare::{Flip, GONE},
        pairs::{Pair, find},
    },
    model::{
        debate::Name,
        ids::{ClaimId, QuestionId},
    },
    render::{diff_entry::Entry, diff_says::Says},
    text::json::pretty,
};
use serde::Serialize;

/// The number of the contract.
pub const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Document {
    schema: u32,
    flips: usize,
    debates: Vec<Debate>,
}

#[derive(Serialize)]
struct Debate {
    old: Option<String>,
    new: Option<String>,
    old_errors: usize,
    new_errors: usize,
    flips: Vec<Turned>,
    changes: Vec<Changed>,
}

#[derive(Serialize)]
struct Turned {
    kind: &'static str,
    name: String,
    old_name: String,
    text: String,
    before: Came,
    after: Came,
    causes: Vec<Vec<usize>>,
    smallest: bool,
    more: bool,
}

#[derive(Serialize)]
struct Came {
    verdict: &'static str,
    answer: Option<String>,
}

#[derive(Serialize)]
struct Changed {
    item: &'static str,
    change: &'static str,
    aspects: Vec<&'static str>,
    formal: bool,
    name: Option<String>,
    old_name: Option<String>,
    text: Option<String>,
    old_text: Option<String>,
    told: String,
}

/// The changes of all debates, ending in a line end.
pub fn render(entries: &[Entry<'_>]) -> String {
    let debates: Vec<Debate> = entries.iter().filter(|e| e.is_told()).map(debate).collect();
    let document = Document { schema: SCHEMA, flips: debates.iter().map(|d| d.flips.len()).sum(), debates };
    pretty(&document)
}

fn debate(entry: &Entry<'_>) -> Debate {
    Debate {
        old: entry.old_path.clone(),
        new: entry.new_path.clone(),
        old_errors: entry.old_errors,
        new_errors: entry.new_errors,
        flips: entry.found.flips.iter().chain(&entry.found.gone).map(|flip| turned(entry, flip)).collect(),
        changes: entry.found.changes.iter().map(|change| changed(entry, change)).collect(),
    }
}

fn turned(entry: &Entry<'_>, flip: &Flip) -> Turned {
    let (old, new) = (entry.old.debate, entry.new.debate);
    let causes = flip.cause.sets.clone();
    let (smallest, more) = (flip.cause.smallest, flip.cause.more);
    match &flip.goal {
        Goal::Claim(id, after) => {
            let pair = entry.found.both.claims.get(*id);
            let claim = |debate: &crate::model::debate::Debate, at: Option<u32>| {
                find(&debate.claims, at).map(|c| (c.name.shown.to_string(), c.text.clone())).unwrap_or_default()
            };
            let was = claim(old, pair.old);
            let (name, text) = if pair.new.is_some() { claim(new, pair.new) } else { was.clone() };
            let old_name = was.0;
            let before = pair.old.map_or(Verdict::Unsupported, |c| entry.old.analysis.verdict(ClaimId(c))).word();
            let came = |verdict| Came { verdict, answer: None };
            Turned { kind: "claim", name, old_name, text, before: came(before), after: came(after), causes, smallest, more }
        }
        Goal::Question(id, _) => {
            let pair = entry.found.both.questions.get(*id);
            let question = |debate: &crate::model::debate::Debate, at: Option<u32>| {
                find(&debate.questions, at).map(|q| (q.name.shown.to_string(), q.text.clone())).unwrap_or_default()
            };
            let was = question(old, pair.old);
            let (name, text) = if pair.new.is_some() { question(new, pair.new) } else { was.clone() };
            let old_name = was.0;
            let came = |side: crate::diff::compare::Side<'_>, at: Option<u32>| {
                let outcome = at.map(|q| side.analysis.outcome(QuestionId(q)).clone()).unwrap_or(Outcome::Open(Vec::new()));
                let verdict = match outcome {
                    Outcome::Answer(_) => "answer",
                    Outcome::Default(_) => "default",
                    Outcome::Open(_) => "open",
                };
                Came { verdict, answer: outcome.answer().map(|c| side.debate.claim(c).name.shown.to_string()) }
            };
            let is_gone = pair.new.is_none();
            let after = if is_gone { Came { verdict: GONE, answer: None } } else { came(entry.new, pair.new) };
            let before = came(entry.old, pair.old);
            Turned { kind: "question", name, old_name, text, before, after, causes, smallest, more }
        }
    }
}

fn changed(entry: &Entry<'_>, change: &Change) -> Changed {
    let both = &entry.found.both;
    type Known = Option<(String, String)>;
    let of = |name: &Name, text: &str| (name.shown.to_string(), text.to_owned());
    let (item, (old, new)): (&'static str, (Known, Known)) = match change.item {
        Item::Question(id) => {
            ("question", known(both.questions.get(id), &both.old.questions, &both.new.questions, &|q| of(&q.name, &q.text)))
        }
        Item::Claim(id, _) => ("claim", known(both.claims.get(id), &both.old.claims, &both.new.claims, &|c| of(&c.name, &c.text))),
        Item::Step(id) => ("step", known(both.steps.get(id), &both.old.steps, &both.new.steps, &|s| of(&s.name, ""))),
        Item::Source(id) => ("source", known(both.sources.get(id), &both.old.sources, &both.new.sources, &|s| of(&s.name, &s.text))),
        Item::Party(id) => ("party", known(both.parties.get(id), &both.old.parties, &both.new.parties, &|p| of(&p.name, &p.text))),
        Item::Term(id) => ("term", known(both.terms.get(id), &both.old.terms, &both.new.terms, &|t| of(&t.name, &t.text))),
        Item::Expectation(_) => ("expectation", (None, None)),
        Item::About => ("about", (None, None)),
        Item::Limit(_) => ("limit", (None, None)),
        Item::Contradiction(_) => ("contradiction", (None, None)),
        Item::Preference(_) => ("preference", (None, None)),
        Item::Act(_) => ("position", (None, None)),
        Item::AsOf => ("as-of", (None, None)),
    };
    let (old_name, old_text) = old.unzip();
    let (name, text) = new.unzip();
    Changed {
        item,
        change: change.kind.word(),
        aspects: change.aspects.iter().map(|a| a.word()).collect(),
        formal: change.is_formal(),
        name,
        old_name,
        text,
        old_text,
        told: Says::default().change(entry, change).plain(),
    }
}

/// The name and text of both forms of an item.
fn known<T, K>(pair: Pair, old: &[T], new: &[T], read: &dyn Fn(&T) -> K) -> (Option<K>, Option<K>) {
    (find(old, pair.old).map(read), find(new, pair.new).map(read))
}
