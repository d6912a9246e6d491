//! Changes in words: `claim `rain` added: “Rain will fall.”`

use crate::{
    diff::{
        changes::{Aspect, Change, Item, Kind, cites, class, find},
        pairs::Pair,
    },
    model::{
        debate::{Claim, Debate, Stance, Step, StepKind, Target},
        value::Date,
    },
    render::{
        diff_entry::Entry,
        document::Inline,
        prose::{line::plain, words},
        text::clean,
    },
};
use std::collections::BTreeSet;

/// The most characters of a text.
const MOST: usize = 300;

/// A sentence in the making.
#[derive(Debug, Clone, Default)]
pub struct Says(Vec<Inline>);

impl Says {
    /// A sentence that begins with these words.
    pub fn of(words: &str) -> Self {
        Self::default().say(words)
    }

    /// The sentence as part of a document.
    pub fn line(self) -> Vec<Inline> {
        self.0
    }

    /// The sentence without markup.
    pub fn plain(&self) -> String {
        plain(&self.0).replace('\u{200b}', "")
    }

    /// Goes on with words.
    #[must_use]
    pub fn say(mut self, words: &str) -> Self {
        match self.0.last_mut() {
            _ if words.is_empty() => {}
            Some(Inline::Text(text)) => text.push_str(words),
            _ => self.0.push(Inline::Text(words.to_owned())),
        }
        self
    }

    /// Goes on with another sentence.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        for inline in other.0 {
            match inline {
                Inline::Text(text) => self = self.say(&text),
                other => self.0.push(other),
            }
        }
        self
    }

    /// Goes on with a name.
    #[must_use]
    pub fn name(mut self, name: &str) -> Self {
        self.0.push(Inline::Code(clean(name)));
        self
    }

    /// Goes on with words under stress.
    #[must_use]
    pub fn strong(mut self, words: &str) -> Self {
        self.0.push(Inline::Strong(vec![Inline::Text(words.to_owned())]));
        self
    }

    /// Goes on with a text in quotation marks, cut where it is long.
    #[must_use]
    pub fn quoted(self, text: &str) -> Self {
        let line = clean(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        let mut cut: String = line.chars().take(MOST).collect();
        if cut.len() < line.len() {
            cut.push_str(" …");
        }
        self.say(&format!("“{}”", uncalled(&cut)))
    }

    /// Goes on with the text of a claim as it is now.
    #[must_use]
    pub fn quote(self, entry: &Entry<'_>, claim: u32) -> Self {
        match claim_of(entry, claim) {
            Some(claim) if !claim.text.is_empty() => self.say(" ").quoted(&claim.text),
            _ => self,
        }
    }

    /// The same with a capital at its start.
    #[must_use]
    pub fn capital(mut self) -> Self {
        if let Some(Inline::Text(text)) = self.0.first_mut() {
            *text = words::capital(text);
        }
        self
    }

    /// Goes on with the name of a claim as it is now.
    #[must_use]
    pub fn claim(self, entry: &Entry<'_>, claim: u32) -> Self {
        self.name(claim_of(entry, claim).map_or("", |c| &c.name.shown))
    }

    /// Goes on with several names.
    fn names(mut self, names: &[String]) -> Self {
        for (at, name) in names.iter().enumerate() {
            let link = match at {
                0 => "",
                _ if at + 1 == names.len() => " and ",
                _ => ", ",
            };
            self = self.say(link).name(name);
        }
        self
    }

    /// Goes on with what is done by a change.
    #[must_use]
    pub fn change(self, entry: &Entry<'_>, change: &Change) -> Self {
        let both = &entry.found.both;
        match change.item {
            Item::Claim(id, step) => self.of_claim(entry, change, id, step),
            Item::Step(id) => self.of_step(entry, change, id),
            Item::Question(id) => {
                let pair = both.questions.get(id);
                let (old, new) = (find(&both.old.questions, pair.old), find(&both.new.questions, pair.new));
                let Some(now) = new.or(old) else { return self };
                let says = self.say("the question ").name(&now.name.shown);
                match (change.kind, old) {
                    (Kind::Changed, Some(old)) => {
                        let says =
                            if change.aspects.contains(&Aspect::Name) { says.say(" was called ").name(&old.name.shown) } else { says };
                        let says = if change.aspects.contains(&Aspect::Default) { says.say(" has another default") } else { says };
                        if change.aspects.contains(&Aspect::Text) {
                            return says.say(" reworded: ").quoted(&old.text).say(" is now ").quoted(&now.text);
                        }
                        says
                    }
                    _ => says.say(&format!(" {}: ", change.kind.word())).quoted(&now.text),
                }
            }
            Item::Source(id) => {
                let pair = both.sources.get(id);
                let (old, new) = (find(&both.old.sources, pair.old), find(&both.new.sources, pair.new));
                let Some(now) = new.or(old) else { return self };
                self.say("the source ").name(&now.name.shown).say(&format!(" {}: ", change.kind.word())).quoted(&now.text)
            }
            Item::AsOf => {
                let day = |date: Option<Date>| date.map_or("no day".to_owned(), Date::words);
                self.say(&format!("the debate is now as of {}, and was as of {}", day(both.new.about.as_of), day(both.old.about.as_of)))
            }
            Item::Limit(id) => {
                let Some(((claim, target), _)) = entry.found.remarks.limits.get(id as usize) else { return self };
                self.say("the limit ").claim(entry, *claim).say(" of ").claim(entry, *target).say(&format!(" {}", change.kind.word()))
            }
            Item::Contradiction(id) => {
                let Some((claims, _)) = entry.found.remarks.contradictions.get(id as usize) else { return self };
                let names: Vec<String> = claims.iter().filter_map(|c| Some(claim_of(entry, *c)?.name.shown.to_string())).collect();
                self.say("the contradiction of ").names(&names).say(&format!(" {}", change.kind.word()))
            }
            Item::Preference(id) => {
                let Some(((stronger, weaker), _)) = entry.found.remarks.preferences.get(id as usize) else { return self };
                let name = |side: &(Option<u32>, Option<u32>)| -> String {
                    let claim = side.0.and_then(|c| claim_of(entry, c)).map(|c| c.name.shown.to_string());
                    claim.or_else(|| side.1.and_then(|s| step_of(entry, s)).map(|s| s.name.shown.to_string())).unwrap_or_default()
                };
                let says = self.say("the preference of ").name(&name(stronger)).say(" over ").name(&name(weaker));
                says.say(&format!(" {}", change.kind.word()))
            }
            Item::Act(id) => {
                let Some((act, pair)) = entry.found.remarks.acts.get(id as usize) else { return self };
                let party = both.parties.get(act.party);
                let party = find(&both.new.parties, party.new).or_else(|| find(&both.old.parties, party.old));
                let verb = match act.stance {
                    Stance::Accept => "accepts",
                    Stance::Deny => "denies",
                    Stance::Retract => "retracts",
                };
                let since = act.date.map_or(String::new(), |d| format!(", {}", d.words()));
                let says = self
                    .say("the position that ")
                    .name(party.map_or("", |p| &p.name.shown))
                    .say(&format!(" {verb} "))
                    .claim(entry, act.claim);
                says.say(&format!("{since} {}", if pair.new.is_some() { "added" } else { "removed" }))
            }
        }
    }

    fn of_claim(self, entry: &Entry<'_>, change: &Change, id: u32, step: Option<u32>) -> Self {
        let Some(now) = claim_of(entry, id) else { return self };
        if change.kind != Kind::Changed {
            let says = self.say(&format!("the {} ", noun(entry, now, step))).name(&now.name.shown);
            let says = match step {
                Some(step) => says.targets(entry, step),
                None => says,
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
                Aspect::Cites => says.cites(entry, old, now),
                Aspect::Kind => says.say(&format!(" is now taken as {}, and was {}", article(class(now.kind)), article(class(old.kind)))),
                Aspect::Speakers => {
                    let list = |debate: &Debate, claim: &Claim| -> Vec<String> {
                        claim.speakers.iter().map(|s| debate.party(s.party).name.shown.to_string()).collect()
                    };
                    says.say(" is now said by ").list(&list(both.new, now)).say(", and was by ").list(&list(both.old, old))
                }
                Aspect::Questions => {
                    let list = |debate: &Debate, claim: &Claim| -> Vec<String> {
                        claim.answers.iter().map(|q| debate.question(*q).name.shown.to_string()).collect()
                    };
                    says.say(" now answers ").list(&list(both.new, now)).say(", and answered ").list(&list(both.old, old))
                }
                Aspect::Date => {
                    let day = |c: &Claim| c.details.as_ref().and_then(|d| d.date).map_or("no day".to_owned(), Date::words);
                    says.say(&format!(" is now of {}, and was of {}", day(now), day(old)))
                }
                _ => says.say(&details(old, now)),
            };
        }
        says
    }

    fn cites(self, entry: &Entry<'_>, old: &Claim, now: &Claim) -> Self {
        let both = &entry.found.both;
        let before = cites(old.cites(), &|s| both.sources.of_old(s));
        let after = cites(now.cites(), &|s| both.sources.of_new(s));
        type Cites = BTreeSet<(u32, Option<String>, Option<String>)>;
        let names = |one: &Cites, other: &Cites| -> Vec<String> {
            let name = |(source, locator, _): &(u32, Option<String>, Option<String>)| {
                let pair = both.sources.get(*source);
                let source = find(&both.new.sources, pair.new).or_else(|| find(&both.old.sources, pair.old))?;
                Some(locator.as_ref().map_or(source.name.shown.to_string(), |at| format!("{}, {at}", source.name.shown)))
            };
            one.difference(other).filter_map(name).collect()
        };
        let (gone, new) = (names(&before, &after), names(&after, &before));
        let says = if new.is_empty() { self } else { self.say(" now cites ").names(&new) };
        match (gone.is_empty(), new.is_empty()) {
            (true, _) => says,
            (false, true) => says.say(" no longer cites ").names(&gone),
            (false, false) => says.say(" in place of ").names(&gone),
        }
    }

    fn list(self, names: &[String]) -> Self {
        if names.is_empty() { self.say("nobody and nothing") } else { self.names(names) }
    }

    fn of_step(self, entry: &Entry<'_>, change: &Change, id: u32) -> Self {
        let Some(now) = step_of(entry, id) else { return self };
        let says = self.say(&format!("the {} ", now.kind.word())).name(&now.name.shown).targets(entry, id);
        if change.kind != Kind::Changed {
            return says.say(" from ").names(&premises(entry, id)).say(&format!(" {}", change.kind.word()));
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
                    says.say(" now starts from ").names(&premises(entry, id)).say(", and did from ").names(&before)
                }
                Aspect::Targets => says.say(" now bears on what it did not, or no longer on what it did"),
                Aspect::Strict if now.strict => says.say(" is now strict"),
                Aspect::Strict => says.say(" is no longer strict"),
                _ => says.say(" has another scheme or weight"),
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
        self.say(if step.kind == StepKind::Support { " for " } else { " against " }).names(&names)
    }
}

fn premises(entry: &Entry<'_>, id: u32) -> Vec<String> {
    let debate = if entry.found.both.steps.get(id).new.is_some() { entry.found.both.new } else { entry.found.both.old };
    step_of(entry, id).map(|s| s.premises.iter().map(|p| debate.claim(*p).name.shown.to_string()).collect()).unwrap_or_default()
}

/// A claim as it is now, or as it was.
fn claim_of<'d>(entry: &Entry<'d>, id: u32) -> Option<&'d Claim> {
    let (both, Pair { old, new }) = (&entry.found.both, entry.found.both.claims.get(id));
    find(&both.new.claims, new).or_else(|| find(&both.old.claims, old))
}

fn step_of<'d>(entry: &Entry<'d>, id: u32) -> Option<&'d Step> {
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

/// The attributes of a claim that are others.
fn details(old: &Claim, now: &Claim) -> String {
    let read = |claim: &Claim| -> [(&'static str, Option<String>); 4] {
        let details = claim.details.as_deref();
        [
            ("likelihood", details.and_then(|d| d.likelihood.clone())),
            ("confidence", details.and_then(|d| d.confidence).map(|c| c.word().to_owned())),
            ("weight", details.and_then(|d| d.weight).map(|w| w.to_string())),
            ("last day", details.and_then(|d| d.valid_until).map(|d| d.to_string())),
        ]
    };
    let none = || "none".to_owned();
    let told = read(old).into_iter().zip(read(now)).filter(|(before, after)| before != after);
    let told =
        told.map(|((key, before), (_, after))| format!("{key} {}, which was {}", after.unwrap_or_else(none), before.unwrap_or_else(none)));
    format!(" now has the {}", words::and(&told.collect::<Vec<_>>()))
}

/// Words that call nobody on a code host: a blank of no width stands after `@`, and after `#` before a digit.
fn uncalled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        out.push(c);
        let next = rest.peek().copied().unwrap_or(' ');
        if (c == '@' && (next.is_alphanumeric() || next == '-')) || (c == '#' && next.is_ascii_digit()) {
            out.push('\u{200b}');
        }
    }
    out
}
