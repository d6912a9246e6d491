//! In what something is another than in an earlier version, as clauses that go on from its name: what it is now, and what it was.
//!
//! What only programs or the files of the debate know, such as a name of theirs, is not told. Not here: a claim in other words, which is
//! told in sentences of its own.

use crate::{
    diff::{
        aspects::{class, targets},
        attributes::{self, Attribute, Form},
        change::{Aspect, Change, Item},
        compare::Comparison,
        pairs::{Pair, find},
    },
    model::{
        debate::{Claim, ClaimKind, Debate, Speaker, Step, StepKind, Target},
        ids::{ClaimId, PartyId, StepId},
        value::Date,
    },
    render::{
        page::Page,
        parts::cited::cited,
        prose::{speakers::At, words},
        text,
    },
};
use std::collections::BTreeSet;

/// The keys of attributes that no reader of a brief knows, or that are told in other ways.
const UNTOLD: &[&str] = &[
    "tags",
    "role",
    "scheme",
    "speaker",
    "file",
    "sha256",
    "likelihood",
    "confidence",
    "number of answers",
    "answered questions",
    "waived questions",
    "reason for the waiver",
    "review",
];

/// In what `change` made its thing another; none where there is nothing to tell.
pub fn clauses<'r>(page: &mut Page<'r>, found: &Comparison<'r>, change: &Change) -> Vec<String> {
    let both = &found.both;
    match change.item {
        Item::Party(id) => {
            let Some((old, new)) = forms(&both.old.parties, &both.new.parties, both.parties.get(id)) else { return Vec::new() };
            [called(&old.text, &new.text), attributes(&attributes::party(old), &attributes::party(new), &[])].concat()
        }
        Item::Source(id) => {
            let Some((old, new)) = forms(&both.old.sources, &both.new.sources, both.sources.get(id)) else { return Vec::new() };
            let (before, now) = (attributes::source(both, Form::Old, old), attributes::source(both, Form::New, new));
            let mut clauses = [called(&old.text, &new.text), attributes(&before, &now, UNTOLD)].concat();
            if old.sha256 != new.sha256 || old.file != new.file {
                clauses.push("is kept as another copy".to_owned());
            }
            clauses
        }
        Item::Term(id) => {
            let Some((old, new)) = forms(&both.old.terms, &both.new.terms, both.terms.get(id)) else { return Vec::new() };
            let sense = reason(page, "sense", &old.text, &new.text);
            sense.into_iter().chain(cited(found, &old.cites, &new.cites)).collect()
        }
        Item::Question(id) => {
            let Some((old, new)) = forms(&both.old.questions, &both.new.questions, both.questions.get(id)) else { return Vec::new() };
            let mut clauses = Vec::new();
            if change.aspects.contains(&Aspect::Text) {
                clauses.push(format!("used to read {}", text::quoted(&old.text)));
            }
            if change.aspects.contains(&Aspect::Default) {
                clauses.push(falls_back(page, found, old.default, new.default));
            }
            if old.one != new.one {
                clauses.push(if new.one { "now allows one answer only" } else { "now allows several answers" }.to_owned());
            }
            clauses.extend(cited(found, &old.cites, &new.cites));
            let (before, now) = (attributes::question(both, Form::Old, old), attributes::question(both, Form::New, new));
            clauses.extend(attributes(&before, &now, UNTOLD));
            clauses
        }
        Item::Preference(id) => {
            let Some((_, pair)) = found.remarks.preferences.get(id as usize) else { return Vec::new() };
            let Some((old, new)) = forms(&both.old.preferences, &both.new.preferences, *pair) else { return Vec::new() };
            let said = said(page, found, &old.speakers, &new.speakers);
            reason(page, "reason", &old.text, &new.text).into_iter().chain(said).chain(cited(found, &old.cites, &new.cites)).collect()
        }
        Item::Contradiction(id) => {
            let Some((_, pair)) = found.remarks.contradictions.get(id as usize) else { return Vec::new() };
            let Some((old, new)) = forms(&both.old.contradictions, &both.new.contradictions, *pair) else { return Vec::new() };
            let said = said(page, found, &old.speakers, &new.speakers);
            reason(page, "reason", &old.text, &new.text).into_iter().chain(said).chain(cited(found, &old.cites, &new.cites)).collect()
        }
        Item::Act(id) => {
            let Some((_, pair)) = found.remarks.acts.get(id as usize) else { return Vec::new() };
            let Some((old, new)) = forms(&both.old.commitments, &both.new.commitments, *pair) else { return Vec::new() };
            reason(page, "reason", &old.text, &new.text).into_iter().chain(cited(found, &old.cites, &new.cites)).collect()
        }
        Item::Claim(id, _) => of_claim(page, found, id, change),
        Item::Step(id) => of_step(page, found, id, change),
        Item::About => about(&attributes::about(&both.old.about), &attributes::about(&both.new.about)),
        Item::Limit(_) | Item::Expectation(_) | Item::AsOf => Vec::new(),
    }
}

fn of_claim<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32, change: &Change) -> Vec<String> {
    let both = &found.both;
    let Some((old, new)) = forms(&both.old.claims, &both.new.claims, both.claims.get(id)) else { return Vec::new() };
    let mut clauses = Vec::new();
    for aspect in &change.aspects {
        match aspect {
            Aspect::Kind => clauses.push(format!("is now {} and no longer {}", taken_as(new.kind), taken_as(old.kind))),
            Aspect::Speakers => clauses.extend(said(page, found, &old.speakers, &new.speakers)),
            Aspect::Questions => {
                let before: BTreeSet<u32> = old.answers.iter().map(|q| both.questions.of_old(q.0)).collect();
                let now: BTreeSet<u32> = new.answers.iter().map(|q| both.questions.of_new(q.0)).collect();
                clauses.push(answers(found, &now, &before));
            }
            Aspect::Date => {
                let day = |claim: &Claim| claim.details.as_ref().and_then(|d| d.date);
                clauses.push(dated(day(old), day(new)));
            }
            Aspect::Cites => clauses.extend(cited(found, old.cites(), new.cites())),
            Aspect::Details => clauses.extend(attributes(&attributes::claim(old), &attributes::claim(new), UNTOLD)),
            _ => {}
        }
    }
    clauses
}

fn of_step<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32, change: &Change) -> Vec<String> {
    let both = &found.both;
    let Some((old, new)) = forms(&both.old.steps, &both.new.steps, both.steps.get(id)) else { return Vec::new() };
    let mut clauses = Vec::new();
    for aspect in &change.aspects {
        match aspect {
            Aspect::Premises => {
                let before: BTreeSet<u32> = old.premises.iter().map(|claim| both.claims.of_old(claim.0)).collect();
                let now: BTreeSet<u32> = new.premises.iter().map(|claim| both.claims.of_new(claim.0)).collect();
                let names = |one: &BTreeSet<u32>, other: &BTreeSet<u32>| claim_names(page, found, one.difference(other).copied());
                let (more, less) = (names(&now, &before), names(&before, &now));
                clauses.push(match (more.is_empty(), less.is_empty()) {
                    (true, _) => format!("no longer rests on {less}"),
                    (false, true) => format!("now rests on {more} as well"),
                    (false, false) => format!("now rests on {more} in place of {less}"),
                });
            }
            Aspect::Targets => clauses.push(bears_on(page, found, old, new)),
            Aspect::Strict => {
                clauses.push(if new.strict { "is now said to follow strictly" } else { "is no longer said to follow strictly" }.to_owned())
            }
            Aspect::Details => clauses.extend(attributes(&attributes::step(old), &attributes::step(new), UNTOLD)),
            _ => {}
        }
    }
    clauses
}

/// What the debate says of itself: the new words open the page, so the old ones alone are told.
fn about(old: &[Attribute], new: &[Attribute]) -> Vec<String> {
    let changed = old.iter().zip(new).filter(|(before, now)| before != now);
    let told = changed.map(|(before, now)| match (&before.value, &now.value) {
        (Some(was), Some(_)) => format!("used to have the {} {}", before.key, text::quoted(was)),
        (Some(was), None) => format!("no longer has the {} {}", before.key, text::quoted(was)),
        (None, _) => format!("had no {}", before.key),
    });
    told.collect()
}

fn called(old: &str, new: &str) -> Vec<String> {
    if text::whole(old) == text::whole(new) { Vec::new() } else { vec![format!("used to be called {}", text::quoted(old))] }
}

/// Attributes that are others, but for those of these keys.
fn attributes(old: &[Attribute], new: &[Attribute], untold: &[&str]) -> Vec<String> {
    let (mut now_has, mut no_longer, mut lasts) = (Vec::new(), Vec::new(), Vec::new());
    for (before, now) in old.iter().zip(new).filter(|(before, now)| before != now && !untold.contains(&before.key)) {
        let key = if now.key == "reliability" { "grade" } else { now.key };
        match (&before.value, &now.value) {
            (was, is) if key == "last day" => lasts.push(lasting(was.as_deref(), is.as_deref())),
            _ if key == "origin" => now_has.push("another origin".to_owned()),
            (Some(was), Some(is)) => now_has.push(format!("the {key} {} in place of {}", text::quoted(is), text::quoted(was))),
            (None, Some(is)) => now_has.push(format!("the {key} {}, which was not given", text::quoted(is))),
            (Some(was), None) => no_longer.push(format!("the {key} {}", text::quoted(was))),
            (None, None) => {}
        }
    }
    let said = |lead: &str, parts: Vec<String>| (!parts.is_empty()).then(|| format!("{lead} {}", words::and(&parts)));
    lasts.into_iter().chain(said("now has", now_has)).chain(said("no longer has", no_longer)).collect()
}

/// Until when something is meant to hold.
fn lasting(before: Option<&str>, now: Option<&str>) -> String {
    match (before, now) {
        (Some(before), Some(now)) => format!("is now meant to hold until {now} in place of {before}"),
        (None, Some(now)) => format!("is now meant to hold until {now}"),
        (before, None) => format!("is no longer meant to hold only until {}", before.unwrap_or_default()),
    }
}

/// The reason that is given, or the sense of a term.
fn reason<'r>(page: &Page<'r>, noun: &str, old: &str, new: &'r str) -> Option<String> {
    if text::whole(old) == text::whole(new) {
        return None;
    }
    if new.is_empty() {
        return Some(format!("no longer has the {noun} {}", text::quoted(old)));
    }
    let now = page.refer_text(new);
    Some(match (old.is_empty(), now.starts_with('“')) {
        (true, true) => format!("now has the {noun} {now}, which was not given"),
        (true, false) => format!("now has a {noun} ({now}), which was not given"),
        (false, true) => format!("now has the {noun} {now} in place of {}", text::quoted(old)),
        (false, false) => format!("now has another {noun} ({now}) in place of {}", text::quoted(old)),
    })
}

/// On what an argument bears now, and no longer.
fn bears_on<'r>(page: &Page<'r>, found: &Comparison<'r>, old: &Step, new: &Step) -> String {
    let both = &found.both;
    let name = |(is_step, id): &(bool, u32)| {
        if !is_step {
            return claim_name(page, found, *id);
        }
        let pair = both.steps.get(*id);
        let of = |debate: &'r Debate, at: u32| target_name(page, debate, Target::Step(StepId(at)));
        pair.new.map(|at| of(both.new, at)).or_else(|| pair.old.map(|at| of(both.old, at))).unwrap_or_default()
    };
    let (before, now) = (targets(both, old, true), targets(both, new, false));
    let names =
        |one: &BTreeSet<(bool, u32)>, other: &BTreeSet<(bool, u32)>| words::and(&one.difference(other).map(name).collect::<Vec<_>>());
    let (more, less) = (names(&now, &before), names(&before, &now));
    let (speaks, to) = (speaks(new), if new.kind == StepKind::Support { "for" } else { "against" });
    match (more.is_empty(), less.is_empty()) {
        (true, _) => format!("no longer {speaks} {less}"),
        (false, true) => format!("now {speaks} {more} as well"),
        (false, false) => format!("now {speaks} {more} and no longer {to} {less}"),
    }
}

/// What the points of an argument do, for which it is a verb with its joint.
pub fn speaks(step: &Step) -> &'static str {
    match (step.premises.len() > 1, step.kind == StepKind::Support) {
        (true, true) => "speak together for",
        (true, false) => "speak together against",
        (false, true) => "speaks for",
        (false, false) => "speaks against",
    }
}

/// On what a question falls back, where no answer stands alone.
fn falls_back<'r>(page: &Page<'r>, found: &Comparison<'r>, old: Option<ClaimId>, new: Option<ClaimId>) -> String {
    const WHERE: &str = "where no answer stands alone";
    let before = old.map(|claim| claim_name(page, found, found.both.claims.of_old(claim.0)));
    match (before, new.map(|claim| page.refer(claim))) {
        (None, Some(now)) => format!("is now to fall back on {now} {WHERE}"),
        (Some(before), Some(now)) => format!("is now to fall back on {now}, and no longer on {before}, {WHERE}"),
        (Some(before), None) => format!("is no longer to fall back on {before} {WHERE}"),
        (None, None) => String::new(),
    }
}

/// Which questions it answers now and did not, and which no longer.
fn answers(found: &Comparison<'_>, now: &BTreeSet<u32>, before: &BTreeSet<u32>) -> String {
    let names =
        |one: &BTreeSet<u32>, other: &BTreeSet<u32>| words::and(&one.difference(other).map(|id| question(found, *id)).collect::<Vec<_>>());
    let (more, less) = (names(now, before), names(before, now));
    match (more.is_empty(), less.is_empty()) {
        (true, _) => format!("is no longer an answer to {less}"),
        (false, true) if before.is_empty() => format!("is now an answer to {more}"),
        (false, true) => format!("is now an answer to {more} as well"),
        (false, false) => format!("is now an answer to {more} and no longer to {less}"),
    }
}

/// Who says it.
fn said(page: &mut Page<'_>, found: &Comparison<'_>, old: &[Speaker], new: &[Speaker]) -> Option<String> {
    let both = &found.both;
    let before: BTreeSet<u32> = old.iter().map(|s| both.parties.of_old(s.party.0)).collect();
    let now: BTreeSet<u32> = new.iter().map(|s| both.parties.of_new(s.party.0)).collect();
    let mut names =
        |one: &BTreeSet<u32>, other: &BTreeSet<u32>| one.difference(other).map(|id| party(page, found, *id)).collect::<Vec<_>>();
    let (joined, left) = (names(&now, &before), names(&before, &now));
    match (joined.is_empty(), left.is_empty()) {
        (true, true) => None,
        (false, true) if before.is_empty() => Some(format!("is now said by {}", words::and(&joined))),
        (false, true) => Some(format!("is now also said by {}", words::and(&joined))),
        (true, false) => Some(format!("is no longer said by {}", words::and(&left))),
        (false, false) => Some(format!("is now said by {} and no longer by {}", words::and(&joined), words::and(&left))),
    }
}

/// A question in its words, as it is now or as it was.
pub fn question(found: &Comparison<'_>, id: u32) -> String {
    let pair = found.both.questions.get(id);
    let now = find(&found.both.new.questions, pair.new).or_else(|| find(&found.both.old.questions, pair.old));
    now.map_or_else(|| "a question".to_owned(), |question| text::quoted(&question.text))
}

/// A party by its name, whether or not it is still there.
pub fn party(page: &mut Page<'_>, found: &Comparison<'_>, id: u32) -> String {
    let pair = found.both.parties.get(id);
    match (pair.new, pair.old) {
        (Some(new), _) => page.speakers.name(&[PartyId(new)], At::End).plain(),
        (None, Some(old)) => text::line(&found.both.old.party(PartyId(old)).text).plain(),
        (None, None) => "a party".to_owned(),
    }
}

/// What an argument bears on.
pub fn target_name<'r>(page: &Page<'r>, debate: &'r Debate, target: Target) -> String {
    match target {
        Target::Claim(claim) => page.refer_text(&debate.claim(claim).text),
        Target::Step(step) => {
            let points = debate.step(step).premises.iter().map(|claim| debate.claim(*claim).text.as_str());
            format!("the argument from {}", page.refer_texts(points))
        }
    }
}

/// That the day of something is another.
pub fn dated(before: Option<Date>, now: Option<Date>) -> String {
    match (before.map(Date::words), now.map(Date::words)) {
        (Some(before), Some(now)) => format!("is now of {now} in place of {before}"),
        (Some(before), None) => format!("is of no day now, and was of {before}"),
        (None, now) => format!("is now of {}, and was of no day", now.unwrap_or_default()),
    }
}

const fn taken_as(kind: ClaimKind) -> &'static str {
    match class(kind).as_bytes() {
        b"fact" => "taken as a fact",
        b"assumption" => "taken as an assumption",
        _ => "put forward as a claim",
    }
}

/// What a claim is called by; what is gone, by its words.
pub fn claim_name<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    claim_names(page, found, [id])
}

/// The same of several claims.
pub fn claim_names<'r>(page: &Page<'r>, found: &Comparison<'r>, ids: impl IntoIterator<Item = u32>) -> String {
    let both = &found.both;
    let text = |id: u32| {
        let pair = both.claims.get(id);
        let new = pair.new.map(|new| &both.new.claim(ClaimId(new)).text);
        new.or_else(|| pair.old.map(|old| &both.old.claim(ClaimId(old)).text)).map(String::as_str)
    };
    page.refer_texts(ids.into_iter().filter_map(text))
}

/// Both forms of something that is in both versions.
fn forms<'d, T>(old: &'d [T], new: &'d [T], pair: Pair) -> Option<(&'d T, &'d T)> {
    find(old, pair.old).zip(find(new, pair.new))
}
