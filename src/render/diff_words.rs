//! Changes in words: `claim `rain` added: “Rain will fall.”`

use crate::{
    diff::{
        aspects::{cites, class},
        attributes::{self, Attribute},
        change::{Aspect, Change, Item, Kind},
        pairs::{Pair, find},
    },
    model::{
        citation::Citation,
        debate::{Claim, Debate, Step, StepKind, Target},
        value::Date,
    },
    render::{
        diff_entry::Entry,
        diff_says::{Says, uncalled},
    },
};
use std::collections::BTreeSet;

impl Says {
    /// Goes on with what is done by a change.
    #[must_use]
    pub fn change(self, entry: &Entry<'_>, change: &Change) -> Self {
        match change.item {
            Item::Claim(id, step) => self.of_claim(entry, change, id, step),
            Item::Step(id) => self.of_step(entry, change, id),
            _ => self.of_other(entry, change),
        }
    }

    /// Goes on with the text of a claim as it is now.
    #[must_use]
    pub fn quote(self, entry: &Entry<'_>, claim: u32) -> Self {
        match claim_of(entry, claim) {
            Some(claim) if !claim.text.is_empty() => self.say(" ").quoted(&claim.text),
            _ => self,
        }
    }

    /// Goes on with the name of a claim as it is now.
    #[must_use]
    pub fn claim(self, entry: &Entry<'_>, claim: u32) -> Self {
        self.name(claim_of(entry, claim).map_or("", |c| &c.name.shown))
    }

    fn of_claim(self, entry: &Entry<'_>, change: &Change, id: u32, step: Option<u32>) -> Self {
        let Some(now) = claim_of(entry, id) else { return self };
        if change.kind != Kind::Changed {
            let says = self.say(&format!("the {} ", noun(entry, now, step))).name(&now.name.shown);
            let says = match step {
                Some(step) => says.targets(entry, step),
                None => {
                    let limits = entry.found.remarks.limits.iter().filter(|((claim, _), _)| *claim == id);
                    let names = limits.filter_map(|((_, target), _)| Some(claim_of(entry, *target)?.name.shown.to_string()));
                    let names: Vec<String> = names.collect();
                    if names.is_empty() { says } else { says.say(" of ").names(&names) }
                }
            };
            return says.say(&format!(" {}: ", change.kind.word())).quoted(&now.text);
        }
        let both = &entry.found.both;
        let pair = both.claims.get(id);
        let Some(old) = find(&both.old.claims, pair.old) else { return self };
        let mut says = self.name(&now.name.shown);
        for (at, aspect) in change.aspects.iter().enumerate() {
            says = if at > 0 { says.say("; it") } else { says };
            says = match aspect {
                Aspect::Name => says.say(" was called ").name(&old.name.shown),
                Aspect::Text => says.say(" was reworded: ").quoted(&old.text).say(" is now ").quoted(&now.text),
                Aspect::Cites => says.cites(entry, old.cites(), now.cites()),
                Aspect::Kind => says.say(&format!(" is now taken as {}, and was {}", article(class(now.kind)), article(class(old.kind)))),
                Aspect::Speakers => {
                    let list = |debate: &Debate, claim: &Claim| -> Vec<String> {
                        claim.speakers.iter().map(|s| debate.party(s.party).name.shown.to_string()).collect()
                    };
                    says.say(" is now said by ").speakers(&list(both.new, now)).say(", and was by ").speakers(&list(both.old, old))
                }
                Aspect::Questions => {
                    let list = |debate: &Debate, claim: &Claim| -> Vec<String> {
                        claim.answers.iter().map(|q| debate.question(*q).name.shown.to_string()).collect()
                    };
                    says.say(" now answers ").questions(&list(both.new, now)).say(", and answered ").questions(&list(both.old, old))
                }
                Aspect::Date => {
                    let day = |c: &Claim| c.details.as_ref().and_then(|d| d.date).map_or("no day".to_owned(), Date::words);
                    says.say(&format!(" is now of {}, and was of {}", day(now), day(old)))
                }
                _ => says.attributes(&attributes::claim(old), &attributes::claim(now)),
            };
        }
        says
    }

    fn of_step(self, entry: &Entry<'_>, change: &Change, id: u32) -> Self {
        let Some(now) = step_of(entry, id) else { return self };
        let says = self.say(&format!("the {} ", now.kind.word())).name(&now.name.shown).targets(entry, id);
        if change.kind != Kind::Changed {
            return says.say(" from ").or_nothing(&premises(entry, id)).say(&format!(" {}", change.kind.word()));
        }
        let both = &entry.found.both;
        let Some(old) = find(&both.old.steps, both.steps.get(id).old) else { return says };
        let mut says = says;
        for (at, aspect) in change.aspects.iter().enumerate() {
            says = if at > 0 { says.say("; it") } else { says };
            says = match aspect {
                Aspect::Name => says.say(" was called ").name(&old.name.shown),
                Aspect::Premises => {
                    let before: Vec<String> = old.premises.iter().map(|p| both.old.claim(*p).name.shown.to_string()).collect();
                    says.say(" now starts from ").or_nothing(&premises(entry, id)).say(", and did from ").or_nothing(&before)
                }
                Aspect::Targets => says.say(" now bears on what it did not, or no longer on what it did"),
                Aspect::Strict if now.strict => says.say(" is now strict"),
                Aspect::Strict => says.say(" is no longer strict"),
                _ => says.attributes(&attributes::step(old), &attributes::step(now)),
            };
        }
        says
    }

    /// What a step bears on.
    fn targets(self, entry: &Entry<'_>, id: u32) -> Self {
        let Some(step) = step_of(entry, id) else { return self };
        let debate = if entry.found.both.steps.get(id).new.is_some() { entry.found.both.new } else { entry.found.both.old };
        let name = |target: &Target| match target {
            Target::Claim(claim) => debate.claim(*claim).name.shown.to_string(),
            Target::Step(step) => debate.step(*step).name.shown.to_string(),
        };
        let names: Vec<String> = step.targets.iter().map(name).collect();
        match names.is_empty() {
            true => self,
            false => self.say(if step.kind == StepKind::Support { " for " } else { " against " }).names(&names),
        }
    }

    /// Goes on with what is cited otherwise.
    #[must_use]
    pub fn cites(self, entry: &Entry<'_>, old: &[Citation], now: &[Citation]) -> Self {
        let both = &entry.found.both;
        let (before, after) = (cites(old, &|s| both.sources.of_old(s)), cites(now, &|s| both.sources.of_new(s)));
        let list = |says: Self, one: &BTreeSet<Cite>, other: &BTreeSet<Cite>| {
            let mut says = says;
            for (at, (source, locator, quotation)) in one.difference(other).enumerate() {
                let pair = both.sources.get(*source);
                let source = find(&both.new.sources, pair.new).or_else(|| find(&both.old.sources, pair.old));
                let source = source.map_or("", |s| &s.name.shown);
                let name = locator.as_ref().map_or(source.to_owned(), |at| format!("{source}, {at}"));
                says = says.say(if at > 0 { " and " } else { "" }).name(&name);
                says = quotation.as_ref().map_or(says.clone(), |words| says.say(" ").quoted(words));
            }
            says
        };
        match (before.is_subset(&after), after.is_subset(&before)) {
            (true, _) => list(self.say(" now cites "), &after, &before),
            (false, true) => list(self.say(" no longer cites "), &before, &after),
            (false, false) => list(list(self.say(" now cites "), &after, &before).say(" in place of "), &before, &after),
        }
    }

    /// Goes on with the attributes that are others.
    #[must_use]
    pub fn attributes(self, old: &[Attribute], now: &[Attribute]) -> Self {
        let value =
            |says: Self, attribute: &Attribute, words: &str| if attribute.free { says.quoted(words) } else { says.say(&uncalled(words)) };
        let mut says = self;
        for (at, (before, after)) in old.iter().zip(now).filter(|(before, after)| before != after).enumerate() {
            says = says.say(if at > 0 { ", and" } else { "" });
            says = match (&before.value, &after.value) {
                (Some(was), None) => value(says.say(" no longer has the ").say(before.key).say(" "), before, was),
                (was, is) => {
                    says = says.say(" now has the ").say(after.key).say(" ");
                    says = value(says, after, is.as_deref().unwrap_or(""));
                    match was {
                        Some(was) => value(says.say(", which was "), before, was),
                        None => says.say(", and had none"),
                    }
                }
            };
        }
        says
    }

    /// Goes on with who says something.
    #[must_use]
    pub fn speakers(self, names: &[String]) -> Self {
        if names.is_empty() { self.say("nobody") } else { self.names(names) }
    }

    /// Goes on with names, or with the word that there are none.
    fn or_nothing(self, names: &[String]) -> Self {
        if names.is_empty() { self.say("nothing that is there") } else { self.names(names) }
    }

    fn questions(self, names: &[String]) -> Self {
        if names.is_empty() { self.say("no question") } else { self.names(names) }
    }
}

/// A source by pair, a place in it, and words of it.
type Cite = (u32, Option<String>, Option<String>);

fn premises(entry: &Entry<'_>, id: u32) -> Vec<String> {
    let debate = if entry.found.both.steps.get(id).new.is_some() { entry.found.both.new } else { entry.found.both.old };
    step_of(entry, id).map(|s| s.premises.iter().map(|p| debate.claim(*p).name.shown.to_string()).collect()).unwrap_or_default()
}

/// A claim as it is now, or as it was.
pub fn claim_of<'d>(entry: &Entry<'d>, id: u32) -> Option<&'d Claim> {
    let (both, Pair { old, new }) = (&entry.found.both, entry.found.both.claims.get(id));
    find(&both.new.claims, new).or_else(|| find(&both.old.claims, old))
}

/// A step as it is now, or as it was.
pub fn step_of<'d>(entry: &Entry<'d>, id: u32) -> Option<&'d Step> {
    let (both, Pair { old, new }) = (&entry.found.both, entry.found.both.steps.get(id));
    find(&both.new.steps, new).or_else(|| find(&both.old.steps, old))
}

/// What a claim that comes or goes is called.
fn noun(entry: &Entry<'_>, claim: &Claim, step: Option<u32>) -> &'static str {
    step.and_then(|s| step_of(entry, s)).map_or(claim.kind.word(), |s| s.kind.word())
}

fn article(class: &str) -> String {
    format!("{} {class}", if class == "assumption" { "an" } else { "a" })
}
