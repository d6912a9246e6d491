//! Changes in words, of all that is neither a claim nor a step: questions, parties, sources, terms, and remarks.

use crate::{
    diff::{
        attributes::{self, Form},
        change::{Aspect, Change, Item, Kind},
        pairs::{Pair, find},
        remarks::{Side, expected},
    },
    model::{
        citation::Citation,
        debate::{Debate, Document, Expectation, Party, Question, Speaker, Stance, Term},
        value::Date,
    },
    render::{
        diff_entry::Entry,
        diff_says::Says,
        diff_words::{claim_of, step_of},
    },
};

impl Says {
    /// Goes on with what is done by a change that is made to neither a claim nor a step.
    #[must_use]
    pub fn of_other(self, entry: &Entry<'_>, change: &Change) -> Self {
        let both = &entry.found.both;
        match change.item {
            Item::Claim(..) | Item::Step(_) => self,
            Item::Question(id) => self.of_question(entry, change, both.questions.get(id)),
            Item::Party(id) => {
                let (old, now) = forms(&both.old.parties, &both.new.parties, both.parties.get(id));
                let known = |p: &Party| (p.name.shown.to_string(), p.text.clone());
                self.of_named("party", change, old.map(known), now.map(known), &|says, _| match (old, now) {
                    (Some(old), Some(now)) => says.attributes(&attributes::party(old), &attributes::party(now)),
                    _ => says,
                })
            }
            Item::Source(id) => {
                let (old, now) = forms(&both.old.sources, &both.new.sources, both.sources.get(id));
                let known = |s: &Document| (s.name.shown.to_string(), s.text.clone());
                let of = |form: Form, source: &Document| attributes::source(both, form, source);
                self.of_named("source", change, old.map(known), now.map(known), &|says, _| match (old, now) {
                    (Some(old), Some(now)) => says.attributes(&of(Form::Old, old), &of(Form::New, now)),
                    _ => says,
                })
            }
            Item::Term(id) => {
                let (old, now) = forms(&both.old.terms, &both.new.terms, both.terms.get(id));
                let known = |t: &Term| (t.name.shown.to_string(), t.text.clone());
                self.of_named("term", change, old.map(known), now.map(known), &|says, _| match (old, now) {
                    (Some(old), Some(now)) => says.cites(entry, &old.cites, &now.cites),
                    _ => says,
                })
            }
            Item::AsOf => {
                let day = |debate: &Debate| debate.about.as_of.map_or("no day".to_owned(), Date::words);
                self.say(&format!("the debate is now as of {}, and was as of {}", day(both.new), day(both.old)))
            }
            Item::About => self.say("the debate").attributes(&attributes::about(&both.old.about), &attributes::about(&both.new.about)),
            Item::Limit(_) | Item::Contradiction(_) | Item::Preference(_) | Item::Act(_) | Item::Expectation(_) => {
                self.of_remark(entry, change)
            }
        }
    }

    /// Goes on with what is done to something that has a name and a text; `other` tells of aspects that are neither.
    fn of_named(
        self,
        noun: &str,
        change: &Change,
        old: Option<(String, String)>,
        now: Option<(String, String)>,
        other: &dyn Fn(Self, Aspect) -> Self,
    ) -> Self {
        let Some((name, text)) = now.as_ref().or(old.as_ref()) else { return self };
        let mut says = self.say(&format!("the {noun} ")).name(name);
        let (Kind::Changed, Some((old_name, old_text))) = (change.kind, &old) else {
            return says.say(&format!(" {}: ", change.kind.word())).quoted(text);
        };
        for (at, aspect) in change.aspects.iter().enumerate() {
            says = if at > 0 { says.say("; it") } else { says };
            says = match aspect {
                Aspect::Name => says.say(" was called ").name(old_name),
                Aspect::Text => says.say(" was reworded: ").quoted(old_text).say(" is now ").quoted(text),
                aspect => other(says, *aspect),
            };
        }
        says
    }

    fn of_question(self, entry: &Entry<'_>, change: &Change, pair: Pair) -> Self {
        let both = &entry.found.both;
        let (old, now) = forms(&both.old.questions, &both.new.questions, pair);
        let known = |q: &Question| (q.name.shown.to_string(), q.text.clone());
        let default = |says: Self, debate: &Debate, question: &Question| match question.default {
            Some(claim) => says.name(&debate.claim(claim).name.shown),
            None => says.say("none"),
        };
        let of = |form: Form, question: &Question| attributes::question(both, form, question);
        self.of_named("question", change, old.map(known), now.map(known), &|says, aspect| match (aspect, old, now) {
            (Aspect::Default, Some(old), Some(now)) => match (old.default, now.default) {
                (_, None) => default(says.say(" no longer has the default "), both.old, old),
                (None, _) => default(says.say(" now has the default "), both.new, now).say(", and had none"),
                _ => default(default(says.say(" now has the default "), both.new, now).say(", which was "), both.old, old),
            },
            (Aspect::Cites, Some(old), Some(now)) => says.cites(entry, &old.cites, &now.cites),
            (_, Some(old), Some(now)) => says.attributes(&of(Form::Old, old), &of(Form::New, now)),
            _ => says,
        })
    }

    fn of_remark(self, entry: &Entry<'_>, change: &Change) -> Self {
        let (both, remarks) = (&entry.found.both, &entry.found.remarks);
        match change.item {
            Item::Limit(id) => {
                let Some(((claim, target), _)) = remarks.limits.get(id as usize) else { return self };
                self.say("the limit ").claim(entry, *claim).say(" of ").claim(entry, *target).say(&format!(" {}", change.kind.word()))
            }
            Item::Contradiction(id) => {
                let Some((claims, pair)) = remarks.contradictions.get(id as usize) else { return self };
                let is_of_now = |claim: &&u32| pair.new.is_none() || both.claims.get(**claim).new.is_some();
                let claims = claims.iter().filter(is_of_now);
                let names: Vec<String> = claims.filter_map(|c| Some(claim_of(entry, *c)?.name.shown.to_string())).collect();
                let (old, now) = forms(&both.old.contradictions, &both.new.contradictions, *pair);
                let says = self.say("the contradiction of ").names(&names);
                says.reason(
                    entry,
                    change,
                    old.map(|c| Reason::new(both.old, &c.text, &c.speakers, &c.cites)),
                    now.map(|c| Reason::new(both.new, &c.text, &c.speakers, &c.cites)),
                )
            }
            Item::Preference(id) => {
                let Some(((stronger, weaker), pair)) = remarks.preferences.get(id as usize) else { return self };
                let name = |side: &Side| -> String {
                    let claim = side.0.and_then(|c| claim_of(entry, c)).map(|c| c.name.shown.to_string());
                    claim.or_else(|| side.1.and_then(|s| step_of(entry, s)).map(|s| s.name.shown.to_string())).unwrap_or_default()
                };
                let (old, now) = forms(&both.old.preferences, &both.new.preferences, *pair);
                let says = self.say("the preference of ").name(&name(stronger)).say(" over ").name(&name(weaker));
                says.reason(
                    entry,
                    change,
                    old.map(|p| Reason::new(both.old, &p.text, &p.speakers, &p.cites)),
                    now.map(|p| Reason::new(both.new, &p.text, &p.speakers, &p.cites)),
                )
            }
            Item::Act(id) => self.of_act(entry, change, id),
            Item::Expectation(id) => {
                let (old, now) = forms(&both.old.expectations, &both.new.expectations, remarks.expectations.get(id));
                match (old, now) {
                    (Some(old), Some(now)) => {
                        let says = self.say("it is now expected that ").expects(entry, Form::New, now);
                        says.say("; it was expected that ").expects(entry, Form::Old, old)
                    }
                    (Some(one), None) => self.say("the expectation that ").expects(entry, Form::Old, one).say(" removed"),
                    (None, Some(one)) => self.say("the expectation that ").expects(entry, Form::New, one).say(" added"),
                    (None, None) => self,
                }
            }
            _ => self,
        }
    }

    /// Goes on with what is done to a remark that has a reason, speakers and sources.
    fn reason(self, entry: &Entry<'_>, change: &Change, old: Option<Reason<'_>>, now: Option<Reason<'_>>) -> Self {
        let (Some(old), Some(now)) = (&old, &now) else {
            let says = self.say(&format!(" {}", change.kind.word()));
            let text = now.or(old).map_or("", |r| r.text);
            return if text.is_empty() { says } else { says.say(": ").quoted(text) };
        };
        let mut says = self;
        for (at, aspect) in change.aspects.iter().enumerate() {
            says = if at > 0 { says.say("; it") } else { says };
            says = match aspect {
                Aspect::Speakers => says.say(" is now said by ").speakers(&now.speakers).say(", and was by ").speakers(&old.speakers),
                Aspect::Cites => says.cites(entry, old.cites, now.cites),
                _ if now.text.is_empty() => says.say(" no longer has the reason ").quoted(old.text),
                _ if old.text.is_empty() => says.say(" now has the reason ").quoted(now.text).say(", and had none"),
                _ => says.say(" now has the reason ").quoted(now.text).say(", which was ").quoted(old.text),
            };
        }
        says
    }

    fn of_act(self, entry: &Entry<'_>, change: &Change, id: u32) -> Self {
        let both = &entry.found.both;
        let Some((act, pair)) = entry.found.remarks.acts.get(id as usize) else { return self };
        let party = both.parties.get(act.party);
        let party = find(&both.new.parties, party.new).or_else(|| find(&both.old.parties, party.old));
        let verb = match act.stance {
            Stance::Accept => "accepts",
            Stance::Deny => "denies",
            Stance::Retract => "retracts",
        };
        let says =
            self.say("the position that ").name(party.map_or("", |p| &p.name.shown)).say(&format!(" {verb} ")).claim(entry, act.claim);
        let says = act.date.map_or(says.clone(), |day| says.say(&format!(" ({})", day.words())));
        let (old, now) = forms(&both.old.commitments, &both.new.commitments, *pair);
        says.reason(
            entry,
            change,
            old.map(|c| Reason::new(both.old, &c.text, &[], &c.cites)),
            now.map(|c| Reason::new(both.new, &c.text, &[], &c.cites)),
        )
    }

    /// Goes on with what is expected.
    fn expects(self, entry: &Entry<'_>, form: Form, expectation: &Expectation) -> Self {
        let both = &entry.found.both;
        let ((is_question, about), word, answer) = expected(both, form, expectation);
        let says = if is_question {
            let (old, now) = forms(&both.old.questions, &both.new.questions, both.questions.get(about));
            self.say("the question ").name(now.or(old).map_or("", |q| &q.name.shown))
        } else {
            self.claim(entry, about)
        };
        let says = says.say(if matches!(word, "open" | "unsupported") { " is " } else { " " }).say(word);
        answer.map_or(says.clone(), |claim| says.say(" ").claim(entry, claim))
    }
}

/// Why something is said, by whom, and on which sources.
struct Reason<'d> {
    text: &'d str,
    speakers: Vec<String>,
    cites: &'d [Citation],
}

impl<'d> Reason<'d> {
    fn new(debate: &Debate, text: &'d str, speakers: &[Speaker], cites: &'d [Citation]) -> Self {
        Self { text, speakers: speakers.iter().map(|s| debate.party(s.party).name.shown.to_string()).collect(), cites }
    }
}

/// Both forms of something.
fn forms<'d, T>(old: &'d [T], new: &'d [T], pair: Pair) -> (Option<&'d T>, Option<&'d T>) {
    (find(old, pair.old), find(new, pair.new))
}
