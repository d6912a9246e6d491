//! What the parts of a brief share while it is written: whom the reader has met, what has been said already and where, the footnotes.
//!
//! Two laws of a page are kept here: no text is told twice (what was said is called by its mark), and no sentence
//! of our own stands twice in the same words.

use crate::{
    analysis::{
        quotations::Quotation,
        verdict::Verdict,
        why::{self, Attacker, Fate, Reason, SupportReason},
    },
    model::{
        citation::Citation,
        debate::{Claim, Commitment, Debate, Ranked, Stance},
        ids::{ClaimId, PartyId, SourceId, StepId},
    },
    render::{
        bounds::Bounds,
        document::{Block, Ground, Inline},
        facts::Facts,
        marks::{self, Call, Joined, Layout, Mark, Role},
        pick::Judgement,
        prose::{
            citing::Cited,
            line::Line,
            reported,
            sources::Notes,
            speakers::{At, Speakers},
            spoken, words,
        },
        text,
    },
    report::run::Report,
    text::span::Place,
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// The most statements that are told with their first words where they are named again.
const MOST_GLOSSED: usize = 4;
/// The statements of a page that has more, on which these may stand far apart.
const LONG: usize = 15;

/// A page that was told once: what it speaks of, and what it calls that.
#[derive(Debug, Default)]
pub struct Plan<'r> {
    layout: Layout<'r>,
    calls: BTreeMap<&'r str, Call>,
}

/// The state of a brief while it is written.
pub struct Page<'r> {
    /// What it is about.
    pub report: &'r Report<'r>,
    /// What was found out beforehand.
    pub facts: &'r Facts<'r>,
    /// How much it tells.
    pub bounds: Bounds,
    /// Whom the reader has met.
    pub speakers: Speakers,
    /// The footnotes.
    pub notes: Notes,
    /// The citations after the style that the reader chose, once all footnotes are known.
    pub cited: Option<Cited>,
    /// The number of the judgement that is being told; 0 outside of them.
    pub here: usize,
    /// How many judgements there are.
    pub judgements: usize,
    /// How many limits within limits are being told.
    pub nested: usize,
    /// Whether anything was left out for want of room.
    pub shortened: bool,
    plan: Plan<'r>,
    layout: RefCell<Layout<'r>>,
    /// The marks behind which first words stood.
    glossed: RefCell<BTreeSet<Mark>>,
    used: BTreeMap<String, usize>,
    acts: BTreeSet<(ClaimId, PartyId, Place)>,
    /// Pairs of claims that the page says exclude each other, the smaller first.
    exclusive: BTreeSet<(ClaimId, ClaimId)>,
}

impl<'r> Page<'r> {
    /// An empty page about `report`.
    pub fn new(report: &'r Report<'r>, facts: &'r Facts<'r>, bounds: Bounds) -> Self {
        Self {
            report,
            facts,
            bounds,
            speakers: facts.speakers.clone(),
            notes: Notes::new(bounds.words),
            cited: None,
            here: 0,
            judgements: 0,
            nested: 0,
            shortened: false,
            plan: Plan::default(),
            layout: RefCell::default(),
            glossed: RefCell::default(),
            used: BTreeMap::new(),
            acts: BTreeSet::new(),
            exclusive: BTreeSet::new(),
        }
    }

    /// The same with the marks of its texts known.
    pub fn planned(mut self, plan: Plan<'r>) -> Self {
        self.plan = plan;
        self
    }

    /// What the texts of this page are called by, now that it is told: those that it speaks of, and `all` claims of the debate. What is gone from
    /// it is in no list.
    pub fn plan(&self, all: bool) -> Plan<'r> {
        let layout = self.layout.borrow().clone();
        let listed = self.debate().claims.iter().filter(|_| all).map(|claim| claim.text.trim()).collect();
        Plan { calls: layout.calls(self.judgements, &listed), layout }
    }

    /// What the page calls the claims that it speaks of.
    pub fn labels(&self) -> BTreeMap<ClaimId, String> {
        self.debate().claim_ids().filter_map(|claim| Some((claim, self.label(claim)?))).collect()
    }

    /// A mark on the page, if there is any: the first.
    pub fn first_mark(&self) -> Option<String> {
        self.plan.calls.values().filter_map(Call::mark).min().map(|mark| mark.to_string())
    }

    /// Whether all is told, however long it becomes.
    pub const fn is_whole(&self) -> bool {
        self.bounds.words == usize::MAX && self.bounds.beneath == usize::MAX
    }

    /// The debate.
    pub const fn debate(&self) -> &'r Debate {
        &self.report.debate
    }

    /// Cites what the footnotes cite, and `sources`, after the style that the reader chose.
    pub fn cite(&mut self, sources: &[SourceId]) {
        self.cited = self.facts.style.map(|style| style.cite(self.report, &self.notes.citations(), sources));
    }

    /// Numbers the footnotes in the order in which their marks stand in `blocks`, which is all of the page.
    pub fn number_notes<'b>(&mut self, blocks: impl Iterator<Item = &'b mut Block>) {
        blocks.for_each(|block| block.each_note(&mut |mark: &mut u32| *mark = self.notes.number(*mark)));
    }

    /// The footnotes as blocks. None are left.
    pub fn take_notes(&mut self) -> Vec<Block> {
        let notes = std::mem::replace(&mut self.notes, Notes::new(0));
        let altered = |quotation: &&Quotation| quotation.finding.is_altered();
        let altered = self.report.quotations.iter().filter(altered).map(|quotation| quotation.citation.place).collect();
        notes.blocks(self.debate(), self.cited.as_mut(), &altered)
    }

    /// The claim `id`.
    pub fn claim(&self, id: ClaimId) -> &'r Claim {
        self.report.debate.claim(id)
    }

    /// Why `claim` has its verdict. What follows strictly from a claim that stands in spite of it counts against another premise, and is not
    /// told of this one. What was raised against a claim and contradicts it too, with no more success, is one objection. Reasons have the
    /// order of the debate, those that hold before others, and what leads back to the claim behind.
    pub fn reason(&self, claim: ClaimId) -> Reason {
        let mut reason = why::reason(self.debate(), &self.report.analysis, claim);
        let mut raised = BTreeSet::new();
        reason.attacks.retain(|attack| match attack.by {
            Attacker::Move(by, _) => {
                raised.insert(by);
                true
            }
            Attacker::Contradiction(by) => !raised.contains(&by),
            Attacker::Consequence(_) => attack.fate != Fate::Outweighed,
        });
        reason.supports.sort_by_key(|s| (s.force, !s.returning.is_empty(), s.step));
        reason
    }

    /// What became of `step`.
    pub fn support(&self, step: StepId) -> SupportReason {
        why::support(self.debate(), &self.report.analysis, step)
    }

    /// What a sentence rests on that tells `claim`: the claim and its sources.
    pub fn rests(&self, claim: ClaimId) -> Vec<Ground> {
        rests(self.debate(), claim)
    }

    /// The same for several claims.
    pub fn rest_on(&self, claims: &[ClaimId]) -> Vec<Ground> {
        let mut all = Vec::new();
        for ground in claims.iter().flat_map(|c| self.rests(*c)) {
            if !all.contains(&ground) {
                all.push(ground);
            }
        }
        all
    }

    /// Whether the text of `claim` stands on the page already.
    pub fn is_said(&self, claim: ClaimId) -> bool {
        self.is_text_told(&self.claim(claim).text)
    }

    /// Whether the texts of all `claims` do.
    pub fn is_all_said(&self, claims: &[ClaimId]) -> bool {
        claims.iter().all(|claim| self.is_said(*claim))
    }

    /// Whether `text` stands on the page already.
    pub fn is_text_told(&self, text: &str) -> bool {
        self.layout.borrow().is_told(text)
    }

    /// The texts of the debate that stand on the page already.
    pub fn texts(&self) -> Vec<&'r str> {
        self.layout.borrow().texts().collect()
    }

    /// What claims, contradictions, preferences and acts cite; on a page about one judgement, those of which the texts stand on it.
    pub fn cites(&self) -> impl Iterator<Item = &'r Citation> {
        let is_told = |claim: ClaimId| !self.facts.asked || self.is_said(claim);
        let debate = self.debate();
        let claims = debate.claim_ids().filter(move |claim| is_told(*claim)).flat_map(move |claim| debate.claim(claim).cites());
        let acts = debate.commitments.iter().filter(move |act| act.claims.iter().any(|claim| is_told(*claim)));
        let contradictions = debate.contradictions.iter().filter(move |c| c.claims.iter().any(|claim| is_told(*claim)));
        let is_weighed = move |side: &Ranked| match (side.claim, side.step) {
            (Some(claim), _) => is_told(claim),
            (None, step) => step.is_some_and(|step| debate.step(step).claims().any(is_told)),
        };
        let preferences = debate.preferences.iter().filter(move |p| is_weighed(&p.stronger) || is_weighed(&p.weaker));
        claims.chain(contradictions.flat_map(|c| &c.cites)).chain(preferences.flat_map(|p| &p.cites)).chain(acts.flat_map(|act| &act.cites))
    }

    /// Who says `claim` in so many words; speakers that were only inherited are left out.
    pub fn speakers_of(&self, claim: ClaimId) -> Vec<PartyId> {
        self.claim(claim).speakers.iter().filter(|s| !s.inherited).map(|s| s.party).collect()
    }

    /// Whose words `claim` is, those included whose reason it belongs to.
    pub fn voices_of(&self, claim: ClaimId) -> Vec<PartyId> {
        self.claim(claim).speakers.iter().map(|s| s.party).collect()
    }

    /// Who took on, denied or dropped `claim`, with the act.
    pub fn stances(&self, claim: ClaimId, stance: Stance) -> Vec<(PartyId, &'r Commitment)> {
        self.facts.stances.get(&claim).into_iter().flatten().filter(|(_, act)| act.stance == stance).copied().collect()
    }

    /// Who took back what they had said or accepted with `claim`, with the act.
    pub fn taken_back(&self, claim: ClaimId) -> Vec<(PartyId, &'r Commitment)> {
        let earlier = self.facts.earlier.get(&claim).into_iter().flatten();
        let accepted = earlier.filter(|(_, act)| act.stance == Stance::Accept).map(|(party, _)| *party);
        let held: BTreeSet<PartyId> = self.voices_of(claim).into_iter().chain(accepted).collect();
        let mut dropped = self.stances(claim, Stance::Retract);
        dropped.retain(|(party, _)| held.contains(party) && !self.facts.undenied.contains(&(claim, *party)));
        dropped
    }

    /// Who accepted `claim` besides its speakers.
    pub fn agreeing(&self, claim: ClaimId) -> Vec<PartyId> {
        let speakers = self.speakers_of(claim);
        self.stances(claim, Stance::Accept).into_iter().map(|(p, _)| p).filter(|p| !speakers.contains(p)).collect()
    }

    /// Whether what `party` did with `claim` by `act` is told here first.
    pub fn is_first_told(&mut self, claim: ClaimId, party: PartyId, act: &Commitment) -> bool {
        self.acts.insert((claim, party, act.place))
    }

    /// Notes that the page says that two claims exclude each other; whether that is news.
    pub fn exclude(&mut self, one: ClaimId, other: ClaimId) -> bool {
        self.exclusive.insert((one.min(other), one.max(other)))
    }

    /// A sentence of our own words. It never stands twice on the page.
    pub fn remark(&mut self, words: &str, rests: &[Ground]) -> Line {
        if words.is_empty() { Line::default() } else { self.once(Line::of(words), rests) }
    }

    /// Whether a sentence of our own stands on the page already.
    pub fn has_said(&self, words: &str) -> bool {
        self.used.contains_key(words)
    }

    /// A line of loose words as a sentence that never stands twice on the page: another time, it says so.
    pub fn once(&mut self, mut line: Line, rests: &[Ground]) -> Line {
        let times = self.used.entry(line.plain()).or_default();
        *times += 1;
        let again = match *times {
            1 => String::new(),
            2 => "Here too, ".to_owned(),
            3 => "Here again, ".to_owned(),
            4 => "Once more, ".to_owned(),
            n => format!("For the {} time, ", words::ordinal(n)),
        };
        if let Some(Inline::Text(last)) = line.0.last_mut().filter(|_| !again.is_empty())
            && let Some(before) = last.strip_suffix(" left out here.")
        {
            *last = format!("{before} left out.");
        }
        if let Some(Inline::Text(first)) = line.0.first_mut().filter(|_| !again.is_empty()) {
            *first = format!("{again}{}", reported::small_start(first));
        }
        line.end(rests);
        line
    }

    /// A text of the debate as a sentence.
    pub fn prose(&self, text: &str) -> Line {
        text::cut(text::parts(text).0, self.bounds.words)
    }

    /// The same with its mark, where it is told in full; in quotation marks where nobody but who said it can speak so.
    pub fn marked(&self, text: &str) -> Line {
        if !spoken::is_quoted(&text::parts(text).0.plain()) {
            return self.bare(text);
        }
        let mut line = Line::of("“");
        line.glue(self.prose(text)).glue(Line::of("”")).say(&self.mark(text));
        line
    }

    fn bare(&self, text: &str) -> Line {
        let mut line = self.prose(text);
        line.aside(&self.mark(text));
        line
    }

    /// The mark of `text` in brackets; empty where it has none.
    pub fn mark(&self, text: &str) -> String {
        self.plan.calls.get(text.trim()).and_then(Call::mark).map_or_else(String::new, |mark| format!("({mark})"))
    }

    /// Tells a note; where it stands on the page already, what it is called by.
    pub fn tell_once(&mut self, text: &'r str) -> Option<String> {
        if self.layout.borrow().is_told(text) {
            return Some(self.refer_text(text));
        }
        self.layout.borrow_mut().put(text, Role::Note, self.here);
        None
    }

    /// The text of `claim` as a sentence with its footnote; if it was told before, what it is called by.
    pub fn tell(&mut self, claim: ClaimId, role: Role) -> Line {
        self.tell_as(claim, role, Self::marked)
    }

    /// The same of a text that answers a question, as which it needs no quotation marks.
    pub fn headline(&mut self, claim: ClaimId, role: Role) -> Line {
        self.tell_as(claim, role, Self::bare)
    }

    fn tell_as(&mut self, claim: ClaimId, role: Role, told: fn(&Self, &str) -> Line) -> Line {
        let rests = self.rests(claim);
        if self.is_said(claim) {
            return self.once(Line::of(format!("See {}.", self.refer(claim))), &rests);
        }
        let mut line = told(self, &self.claim(claim).text);
        self.put(claim, role);
        let note = self.note(claim);
        line.note(note).end(&rests);
        line.then(self.paragraphs(claim));
        line
    }

    fn put(&self, claim: ClaimId, role: Role) {
        self.layout.borrow_mut().put(&self.claim(claim).text, role, self.here);
    }

    /// The text of `claim` within a sentence: `head that … tail.` where English allows it, `head: …` else, and then `after` as a sentence
    /// of its own in place of `tail`. Of what was told before, what it is called by.
    pub fn tell_that(&mut self, head: Line, that: &str, claim: ClaimId, role: Role, (tail, after): (&str, &str)) -> Line {
        let rests = self.rests(claim);
        let mut line = head;
        if self.is_said(claim) {
            let call = self.call(&self.claim(claim).text);
            let joint = joint(&line.plain(), that, &call);
            if joint.starts_with([':', ',']) {
                line.open();
            }
            line.say(joint).say(&self.called(&[call], Joined::And)).say(tail).glue(Line::of("."));
            return self.once(line, &rests);
        }
        let Some(words) = self.clause(claim, that) else {
            line.open().glue(Line::of(":")).then(self.tell(claim, role));
            line.then(self.remark(after, &rests));
            return line;
        };
        self.put(claim, role);
        let that = match that.strip_suffix(" because") {
            Some(before) if words::because(&words.plain()) == "," => before,
            _ => that,
        };
        line.say(that).then(words).say(&self.mark(&self.claim(claim).text)).say(tail).glue(Line::of("."));
        let note = self.note(claim);
        line.note(note).end(&rests);
        line.then(self.paragraphs(claim));
        line
    }

    /// The text of `claim` within a sentence, after `that`, where English allows it and it is not too long.
    fn clause(&self, claim: ClaimId, that: &str) -> Option<Line> {
        let words = self.facts.lexicon.inside(&self.claim(claim).text)?;
        let is_short = words.plain().split_whitespace().count() <= self.bounds.words;
        (is_short && (that.ends_with("because") || words::because(&words.plain()) != ",")).then_some(words)
    }

    /// What the text of `claim` says after its first paragraph, where all is told; of a judgement or an answer, [`Page::rest`] tells it.
    fn paragraphs(&mut self, claim: ClaimId) -> Line {
        let (_, rest) = text::parts(&self.claim(claim).text);
        let has_case = !self.claim(claim).answers.is_empty() || self.facts.judgements.iter().any(|j| j.claim == Some(claim));
        if !self.is_whole() {
            self.shortened |= !rest.is_empty();
            return Line::default();
        }
        let mut line = if has_case { Line::default() } else { text::running(rest) };
        line.end(&self.rests(claim));
        line
    }

    /// What `claim` is called by inside a sentence; its own words where the page tells it nowhere.
    pub fn refer(&self, claim: ClaimId) -> String {
        self.refer_text(&self.claim(claim).text)
    }

    /// The same of any text of a debate.
    pub fn refer_text(&self, text: &'r str) -> String {
        self.called(&[self.call(text)], Joined::And)
    }

    /// Several texts like that, joined with `and`.
    pub fn refer_texts(&self, texts: impl Iterator<Item = &'r str>) -> String {
        self.called(&texts.map(|text| self.call(text)).collect::<Vec<_>>(), Joined::And)
    }

    /// Several claims like that, joined with `and`.
    pub fn refer_all(&self, claims: &[ClaimId]) -> String {
        self.called(&self.calls(claims), Joined::And)
    }

    /// The same, joined with `or`.
    pub fn refer_any(&self, claims: &[ClaimId]) -> String {
        self.called(&self.calls(claims), Joined::Or)
    }

    /// The same, joined as `joined` says; where they are few and the page is long, with its first words behind each mark that had them nowhere
    /// yet.
    pub fn refer_glossed(&self, claims: &[ClaimId], joined: Joined) -> String {
        let calls = self.calls(claims);
        let is_glossed = claims.len() <= MOST_GLOSSED && self.plan.layout.texts().nth(LONG).is_some();
        let gloss = |mark: Mark| {
            let (_, claim) = calls.iter().zip(claims).find(|(call, _)| is_glossed && call.mark() == Some(mark))?;
            self.glossed.borrow_mut().insert(mark).then(|| text::gist(&self.claim(*claim).text))?
        };
        self.called_with(&calls, joined, |mark| gloss(mark).map_or_else(String::new, |gist| format!(" ({gist})")))
    }

    /// Whether each of `claims` would be called by less than its words.
    pub fn are_marked(&self, claims: &[ClaimId]) -> bool {
        claims.iter().all(|claim| self.is_said(*claim) && self.plan.calls.contains_key(self.claim(*claim).text.trim()))
    }

    /// The mark of `claim` by itself, or its judgement, for what stands beside the text; nothing where it has none.
    pub fn label(&self, claim: ClaimId) -> Option<String> {
        let call = self.plan.calls.get(self.claim(claim).text.trim())?;
        Some(call.mark().map_or_else(|| self.called(std::slice::from_ref(call), Joined::And), |mark| mark.to_string()))
    }

    /// Where `claim` stands among all claims: by its judgement and its mark, and behind these what has none.
    pub fn order(&self, claim: ClaimId) -> (bool, Option<(usize, usize)>) {
        self.order_of(&self.claim(claim).text)
    }

    /// Where `text` stands among all texts, likewise.
    pub fn order_of(&self, text: &str) -> (bool, Option<(usize, usize)>) {
        let call = self.plan.calls.get(text.trim());
        (call.is_none(), call.map(Call::order))
    }

    /// The reasons given for preferences, contradictions and what parties did, as far as they have marks on the page, with where they are written.
    pub fn remarks(&self) -> BTreeMap<&'r str, Place> {
        let debate = self.debate();
        let preferences = debate.preferences.iter().map(|p| (p.text.trim(), p.place));
        let contradictions = debate.contradictions.iter().map(|c| (c.text.trim(), c.place));
        let acts = debate.commitments.iter().map(|act| (act.text.trim(), act.place));
        let is_marked = |text: &str| matches!(self.plan.calls.get(text), Some(Call::Marked(Role::Note, _)));
        // Of those with the same words, the first is given.
        preferences.chain(contradictions).chain(acts).rev().filter(|(text, _)| is_marked(text)).collect()
    }

    fn calls(&self, claims: &[ClaimId]) -> Vec<Call> {
        claims.iter().map(|claim| self.call(&self.claim(*claim).text)).collect()
    }

    fn called(&self, calls: &[Call], joined: Joined) -> String {
        self.called_with(calls, joined, |_| String::new())
    }

    fn called_with(&self, calls: &[Call], joined: Joined, gloss: impl Fn(Mark) -> String) -> String {
        marks::told(calls, joined, |number| self.judgement(number), |number| self.claim_judged(number), gloss)
    }

    /// What `text` is called by here. Outside of the judgements, a text that the page has not told is told by that.
    fn call(&self, text: &'r str) -> Call {
        let quoted = || Call::Whole(format!("{} {}", text::quoted(text), self.mark(text)).trim_end().to_owned());
        if self.here == 0 && !self.layout.borrow().is_told(text) {
            self.layout.borrow_mut().put(text, Role::Statement, 0);
            return quoted();
        }
        let is_first = self.layout.borrow_mut().call(text, self.here);
        match self.plan.calls.get(text.trim()) {
            Some(call) if !is_first || self.plan.layout.is_told(text) => call.clone(),
            _ => quoted(),
        }
    }

    /// What the text of `claim` says after its first paragraph.
    pub fn rest(&self, claim: ClaimId) -> Vec<Block> {
        let rests = self.rests(claim);
        if self.is_whole() { closed(text::parts(&self.claim(claim).text).1, &rests) } else { Vec::new() }
    }

    /// The text of `claim` after a lead such as `In support of point 1b` or `The reason given is that`, with its speakers if they are others than
    /// `voice`.
    pub fn tell_by(&mut self, lead: &str, claim: ClaimId, role: Role, voice: &[PartyId]) -> Line {
        let known = self.is_said(claim);
        let all = if role == Role::Point { self.voices_of(claim) } else { self.speakers_of(claim) };
        let is_voice = all.iter().all(|party| voice.contains(party)) && (all.is_empty() || all.len() == voice.len());
        let is_own = known || is_voice;
        let speakers = if is_own { Vec::new() } else { all };
        if lead.is_empty() && speakers.is_empty() {
            return self.tell(claim, role);
        }
        if let (Some(head), []) = (lead.strip_suffix(" that"), speakers.as_slice()) {
            return self.tell_that(Line::of(head), "that", claim, role, ("", ""));
        }
        if lead.ends_with(" that") && self.clause(claim, ",").is_some() {
            let mut head = Line::of(lead);
            head.say(", according to").then(self.speakers.name(&speakers, At::End));
            return self.tell_that(head, ",", claim, role, ("", ""));
        }
        if lead.ends_with(" that") {
            let mut head = Line::of("The reason starts from what");
            head.then(self.speakers.name(&speakers, At::Inside)).say("said");
            return self.tell_that(head, "that", claim, role, ("", ""));
        }
        let mut head = Line::of(lead);
        if !speakers.is_empty() {
            head = Line::default();
            head.say(lead).say(if lead.is_empty() { "According to" } else { ", according to" });
            head.then(self.speakers.name(&speakers, At::End));
        }
        self.tell_that(head, ",", claim, role, ("", ""))
    }

    /// `judgement 2`, or `the judgement` where there is but one.
    pub fn judgement(&self, number: usize) -> String {
        if self.judgements < 2 { "the judgement".to_owned() } else { format!("judgement {number}") }
    }

    /// The claim that a judgement is about: `the claim of judgement 2`, or `the claim` where there is but one.
    pub fn claim_judged(&self, number: usize) -> String {
        if self.judgements < 2 { "the claim".to_owned() } else { format!("the claim of judgement {number}") }
    }

    /// Whether `judgement` is what its claim says, and not that this is open or does not hold.
    pub fn is_own_judgement(&self, judgement: &Judgement) -> bool {
        judgement.question.is_some() || judgement.claim.is_none_or(|c| self.report.analysis.verdict(c) == Verdict::Stands)
    }

    /// Whether `judgement` is that its claim does not hold, or is not shown.
    pub fn is_turned_down(&self, judgement: &Judgement) -> bool {
        !self.is_own_judgement(judgement) && judgement.claim.is_some_and(|c| self.report.analysis.verdict(c) != Verdict::Open)
    }

    /// `judgement 2`, `judgements 1 and 4`, `judgements 1 to 5 and 8`, or `the judgement` where there is but one. The numbers ascend.
    pub fn judgement_list(&self, numbers: &[usize]) -> String {
        if let [only] = numbers {
            return self.judgement(*only);
        }
        let runs = numbers.chunk_by(|a, b| a + 1 == *b).flat_map(|run| match run {
            [first, _, .., last] if run.len() > 3 => vec![format!("{first} to {last}")],
            few => few.iter().map(usize::to_string).collect(),
        });
        format!("judgements {}", words::and(&runs.collect::<Vec<_>>()))
    }

    /// That `left` things of a kind are left out here, as an item of a list.
    pub fn more(&mut self, left: usize, one: &str, many: &str, rests: &[Ground]) -> Option<Vec<Block>> {
        let line = self.left_out(left, one, many, rests);
        (!line.is_empty()).then(|| vec![line.paragraph()])
    }

    /// The same as a sentence.
    pub fn left_out(&mut self, left: usize, one: &str, many: &str, rests: &[Ground]) -> Line {
        if left == 0 {
            return Line::default();
        }
        self.shortened = true;
        let words = format!("{} left out here.", words::capital(&words::count(left, &format!("{one} is"), &format!("{many} are"))));
        self.remark(&words, rests)
    }

    fn note(&mut self, id: ClaimId) -> Option<u32> {
        let claim = self.claim(id);
        let remark = claim.details.as_ref().and_then(|d| d.note.as_deref());
        self.notes.mark(claim.cites(), remark, &rests(self.debate(), id))
    }
}

/// What stands between `head` and what a text is called by that was told before, where `that` would lead up to the text.
fn joint(head: &str, that: &str, call: &Call) -> &'static str {
    let is_whole = matches!(call, Call::Whole(_));
    let ends = |words: &[&str]| words.iter().any(|word| head.ends_with(word));
    match that {
        _ if that.ends_with("because") => {
            if is_whole {
                ", because"
            } else {
                ", because of"
            }
        }
        _ if that.starts_with(", namely") => ", namely",
        _ if ends(&[" is", "namely", " and", "beside"]) => "",
        _ if is_whole => ":",
        _ if ends(&["replied", "replied as well"]) && matches!(call, Call::Marked(Role::Reply, _)) => ", as in",
        _ if ends(&["replied", "replied as well"]) => "with",
        _ => ": see",
    }
}

/// What a sentence rests on that tells `claim`: the claim and its sources.
pub fn rests(debate: &Debate, claim: ClaimId) -> Vec<Ground> {
    let mut rests = vec![Ground::Claim(claim)];
    for cite in debate.claim(claim).cites() {
        let ground = Ground::Source(cite.source);
        if !rests.contains(&ground) {
            rests.push(ground);
        }
    }
    rests
}

/// Blocks whose lines are sentences that rest on `rests`.
fn closed(blocks: Vec<Block>, rests: &[Ground]) -> Vec<Block> {
    let close = |block| match block {
        Block::Paragraph(line) => std::mem::take(Line(line).end(rests)).paragraph(),
        other => other,
    };
    blocks
        .into_iter()
        .map(|block| match block {
            Block::List { ordered, items } => {
                Block::List { ordered, items: items.into_iter().map(|i| i.into_iter().map(close).collect()).collect() }
            }
            other => close(other),
        })
        .collect()
}
