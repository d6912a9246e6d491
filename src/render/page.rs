//! What the parts of a brief share while it is written: whom the reader has met, what has been said already and where, the footnotes.
//!
//! Two laws of a page are kept here: no text is told twice (what was said is called by where it stands, unless it is short), and no sentence
//! of our own stands twice in the same words.

use crate::{
    analysis::{
        verdict::Verdict,
        why::{self, Attack, Attacker, Reason, SupportReason},
    },
    model::{
        citation::Citation,
        debate::{Claim, Commitment, Debate, Ranked, Stance, StepKind, Target},
        ids::{ClaimId, PartyId, SourceId, StepId},
    },
    render::{
        bounds::Bounds,
        document::{Block, Ground, Inline},
        facts::Facts,
        pick::Judgement,
        pointers::{self, Call, Joined, Layout, Pointer, Role},
        prose::{
            citing::Cited,
            line::Line,
            reported,
            sources::Notes,
            speakers::{At, Speakers},
            words,
        },
        text,
    },
    report::run::Report,
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// The most words of a text that is said again rather than pointed to.
const SHORT: usize = 8;

/// Where a text is told: what it is there, and to what it belongs.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    role: Role,
    of: Option<Target>,
}

impl Spot {
    /// An entry of the section that is told.
    pub const ENTRY: Self = Self::at(Role::Named);

    /// What belongs to a judgement alone.
    pub const fn at(role: Role) -> Self {
        Self { role, of: None }
    }

    /// What belongs to `claim`.
    pub const fn of(role: Role, claim: ClaimId) -> Self {
        Self { role, of: Some(Target::Claim(claim)) }
    }
}

/// A page that was laid out and not told yet: where each text will stand.
#[derive(Debug, Default)]
pub struct Plan<'r> {
    layout: Layout<'r>,
    pointers: Vec<Pointer>,
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
    /// Whether the reader knows that linked points are all needed.
    pub linked: bool,
    /// How many limits within limits are being told.
    pub nested: usize,
    /// Objections that were told and that nobody has answered.
    pub unanswered: BTreeSet<ClaimId>,
    /// Whether anything was left out for want of room.
    pub shortened: bool,
    /// The title of the section that is told after the judgements, and the number of its entry.
    section: &'static str,
    entry: usize,
    plan: Plan<'r>,
    layout: RefCell<Layout<'r>>,
    named: RefCell<BTreeMap<&'r str, usize>>,
    quoted: RefCell<BTreeSet<&'r str>>,
    pointed: RefCell<BTreeSet<(String, &'r str)>>,
    used: BTreeMap<String, usize>,
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
            linked: false,
            nested: 0,
            unanswered: BTreeSet::new(),
            shortened: false,
            section: "",
            entry: 0,
            plan: Plan::default(),
            layout: RefCell::default(),
            named: RefCell::default(),
            quoted: RefCell::default(),
            pointed: RefCell::default(),
            used: BTreeMap::new(),
        }
    }

    /// The same with the places of all its texts known.
    pub fn planned(mut self, plan: Plan<'r>) -> Self {
        self.plan = plan;
        self
    }

    /// Where the texts of this page stand, now that all of it is told.
    pub fn plan(&self) -> Plan<'r> {
        let mut layout = self.layout.borrow().clone();
        for (text, judgement) in self.named.borrow().iter() {
            layout.put(text, Role::Named, *judgement, None, Vec::new());
        }
        let pointers = layout.pointers(|party| self.speakers.possessive(party));
        Plan { layout, pointers }
    }

    /// The pointers that were used, each with the text to which it leads.
    pub fn pointed(&self) -> BTreeSet<(String, String)> {
        self.pointed.borrow().iter().map(|(pointer, text)| (pointer.clone(), (*text).to_owned())).collect()
    }

    /// Leaves the judgements for the section with this title.
    pub const fn open_section(&mut self, title: &'static str) {
        (self.here, self.section, self.entry) = (0, title, 1);
    }

    /// Goes on to the entry of the section behind `entries` others.
    pub const fn open_entry(&mut self, entries: usize) {
        self.entry = entries + 1;
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

    /// The footnotes as blocks. None are left.
    pub fn take_notes(&mut self) -> Vec<Block> {
        let notes = std::mem::replace(&mut self.notes, Notes::new(0));
        notes.blocks(self.debate(), self.cited.as_mut())
    }

    /// The claim `id`.
    pub fn claim(&self, id: ClaimId) -> &'r Claim {
        self.report.debate.claim(id)
    }

    /// Why `claim` has its verdict.
    pub fn reason(&self, claim: ClaimId) -> Reason {
        why::reason(self.debate(), &self.report.analysis, claim)
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
        self.layout.borrow().find_text(&self.claim(claim).text).is_some()
    }

    /// Whether the texts of all `claims` do.
    pub fn is_all_said(&self, claims: &[ClaimId]) -> bool {
        claims.iter().all(|claim| self.is_said(*claim))
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

    /// Who took on, denied or dropped `claim`, with the act.
    pub fn stances(&self, claim: ClaimId, stance: Stance) -> Vec<(PartyId, &'r Commitment)> {
        self.facts.stances.get(&claim).into_iter().flatten().filter(|(_, act)| act.stance == stance).copied().collect()
    }

    /// Who took back what they had said or accepted with `claim`, with the act.
    pub fn taken_back(&self, claim: ClaimId) -> Vec<(PartyId, &'r Commitment)> {
        let mut dropped = self.stances(claim, Stance::Retract);
        dropped.retain(|(party, _)| !self.facts.undenied.contains(&(claim, *party)));
        dropped
    }

    /// Who gave up the denial of `claim`, with the act.
    pub fn undenied(&self, claim: ClaimId) -> Vec<(PartyId, &'r Commitment)> {
        let mut dropped = self.stances(claim, Stance::Retract);
        dropped.retain(|(party, _)| self.facts.undenied.contains(&(claim, *party)));
        dropped
    }

    /// Who accepted `claim` besides its speakers.
    pub fn agreeing(&self, claim: ClaimId) -> Vec<PartyId> {
        let speakers = self.speakers_of(claim);
        self.stances(claim, Stance::Accept).into_iter().map(|(p, _)| p).filter(|p| !speakers.contains(p)).collect()
    }

    /// A sentence of our own words. It never stands twice on the page.
    pub fn remark(&mut self, words: &str, rests: &[Ground]) -> Line {
        if words.is_empty() { Line::default() } else { self.once(Line::of(words), rests) }
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
            let likely = ["This is ", "The chance of this is "].iter().any(|opening| first.starts_with(opening));
            *first = match (*times, first.split_once("his is ").filter(|_| likely)) {
                (2, Some((head, rest))) => format!("{head}his, too, is {rest}"),
                (3, Some((head, rest))) => format!("{head}his, again, is {rest}"),
                _ => format!("{again}{}", reported::small_start(first)),
            };
        }
        line.end(rests);
        line
    }

    /// A text of the debate that is no claim, as a sentence.
    pub fn prose(&self, text: &str) -> Line {
        text::cut(text::parts(text).0, self.bounds.words)
    }

    /// Tells a text of the debate that is noted on `claim`; where it stands on the page already, that text by where it stands.
    pub fn tell_once(&mut self, text: &'r str, claim: Option<ClaimId>) -> Option<String> {
        if self.layout.borrow().find_text(text).is_some() {
            return Some(self.refer_text(text));
        }
        self.put_text(text, Spot { role: Role::Note, of: claim.map(Target::Claim) }, Vec::new());
        None
    }

    /// The text of `claim` as a sentence with its footnote, at `spot`; if it was told before, where.
    pub fn tell(&mut self, claim: ClaimId, spot: Spot) -> Line {
        let rests = self.rests(claim);
        if self.is_said(claim) {
            return match self.call(&self.claim(claim).text) {
                Call::Whole(words) => self.once(Line::of(format!("{words}.")), &rests),
                at @ Call::At(..) => self.once(Line::of(format!("See {}.", self.called(&[at], Joined::And))), &rests),
            };
        }
        let mut line = self.prose(&self.claim(claim).text);
        self.put(claim, spot);
        let note = self.note(claim);
        line.note(note).end(&rests);
        line.then(self.paragraphs(claim));
        line
    }

    fn put(&self, claim: ClaimId, spot: Spot) {
        self.put_text(&self.claim(claim).text, spot, self.speakers_of(claim));
    }

    /// Puts a text at `spot`; what belongs to nothing on the page is an entry of the section that is told.
    fn put_text(&self, text: &'r str, spot: Spot, speakers: Vec<PartyId>) {
        let of = spot.of.and_then(|target| self.place_of(target));
        let is_apart = self.here == 0 && of.is_none();
        let role = if is_apart { Role::Entry(self.section, self.entry) } else { spot.role };
        self.layout.borrow_mut().put(text, role, self.here, of, speakers);
    }

    /// Where a claim, a reason or an objection from which a step leads stands within the judgement that is told: what is told elsewhere has
    /// what is told here not beside it.
    fn place_of(&self, target: Target) -> Option<usize> {
        let layout = self.layout.borrow();
        let text = |claim: ClaimId| layout.find_text(&self.claim(claim).text);
        let found = match target {
            Target::Claim(claim) => text(claim),
            Target::Step(step) => layout.find_reason(step).or_else(|| {
                let step = self.debate().step(step);
                step.premises.iter().find_map(|claim| text(*claim)).filter(|_| step.kind != StepKind::Support)
            }),
        };
        found.filter(|at| layout.judgement(*at) == Some(self.here))
    }

    /// The spot of what speaks against a claim by `attack`: beneath `target`, or else beneath what the attack is aimed at.
    pub fn spot_against(&self, role: Role, attack: &Attack, target: Option<ClaimId>) -> Spot {
        let aimed = match attack.by {
            Attacker::Move(_, step) => self.debate().step(step).targets.as_slice(),
            Attacker::Contradiction(_) | Attacker::Consequence(_) => &[],
        };
        let of = target.map(Target::Claim).filter(|target| self.place_of(*target).is_some());
        Spot { role, of: of.or_else(|| aimed.iter().copied().find(|target| self.place_of(*target).is_some())) }
    }

    /// Puts the reason `step` beneath what it is told for, and gives the spot of its points.
    pub fn reason_at(&self, step: StepId) -> Spot {
        let made = self.debate().step(step);
        let of = made.claims().find_map(|claim| self.place_of(Target::Claim(claim)));
        self.layout.borrow_mut().put_reason(step, self.here, of, made.premises.len());
        Spot { role: Role::Point, of: Some(Target::Step(step)) }
    }

    /// The text of `claim` within a sentence: `head that … tail.` where English allows it, `head: …` else, and then `after` as a sentence
    /// of its own in place of `tail`. Of what was told before, where it stands.
    pub fn tell_that(&mut self, head: Line, that: &str, claim: ClaimId, spot: Spot, (tail, after): (&str, &str)) -> Line {
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
        let told = self.facts.lexicon.inside(&self.claim(claim).text).filter(|l| l.plain().split_whitespace().count() <= self.bounds.words);
        let told = told.filter(|l| that.ends_with("because") || words::because(&l.plain()) != ",");
        let Some(words) = told else {
            line.open().glue(Line::of(":")).then(self.tell(claim, spot));
            line.then(self.remark(after, &rests));
            return line;
        };
        self.put(claim, spot);
        let that = match that.strip_suffix(" because") {
            Some(before) if words::because(&words.plain()) == "," => before,
            _ => that,
        };
        line.say(that).then(words).say(tail).glue(Line::of("."));
        let note = self.note(claim);
        line.note(note).end(&rests);
        line.then(self.paragraphs(claim));
        line
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

    /// `claim` by where it stands, to be used inside a sentence; a short text, and one that has no place on the page, in its own words.
    pub fn refer(&self, claim: ClaimId) -> String {
        self.refer_text(&self.claim(claim).text)
    }

    /// The same of any text of a debate.
    pub fn refer_text(&self, text: &'r str) -> String {
        self.called(&[self.call(text)], Joined::And)
    }

    /// Several claims like that, joined with `and`.
    pub fn refer_all(&self, claims: &[ClaimId]) -> String {
        self.called(&self.calls(claims), Joined::And)
    }

    /// The same, joined with `or`.
    pub fn refer_any(&self, claims: &[ClaimId]) -> String {
        self.called(&self.calls(claims), Joined::Or)
    }

    /// `claims` within a sentence that names their judgement, which stands there as `side` says: `it`, or not at all; and whether all of them
    /// are told by where they stand.
    pub fn refer_within(&self, claims: &[ClaimId], judgement: usize, joined: Joined, side: &'static str) -> (String, bool) {
        let within = |call| match call {
            Call::At(pointer, _) if pointer.judgement == judgement => Call::At(pointer, Some(side)),
            other => other,
        };
        let calls: Vec<Call> = self.calls(claims).into_iter().map(within).collect();
        (self.called(&calls, joined), calls.iter().all(|call| matches!(call, Call::At(..))))
    }

    /// That there is nothing to decide between two claims, by where these stand.
    pub fn between(&self, claims: &[ClaimId]) -> String {
        let names = self.refer_all(claims);
        names.strip_prefix("both ").map_or_else(|| format!("between {names}"), |rest| format!("between the two {rest}"))
    }

    /// `claim` by where it stands, however short it is, for a list beside the page; nothing where it does not stand on the page.
    pub fn pointer(&self, claim: ClaimId) -> Option<String> {
        let text = &self.claim(claim).text;
        let at = self.plan.layout.find_text(text)?;
        let pointer = self.called(&[Call::At(self.plan.pointers.get(at)?.clone(), None)], Joined::And);
        self.pointed.borrow_mut().insert((pointer.clone(), text.trim()));
        Some(pointer)
    }

    fn calls(&self, claims: &[ClaimId]) -> Vec<Call> {
        claims.iter().map(|claim| self.call(&self.claim(*claim).text)).collect()
    }

    fn called(&self, calls: &[Call], joined: Joined) -> String {
        pointers::told(calls, joined, |number| self.judgement(number), self.judgements < 2)
    }

    /// What `text` is called by here. Outside of the judgements, a text that the page has not told is told by that.
    fn call(&self, text: &'r str) -> Call {
        let is_said = self.layout.borrow().find_text(text).is_some();
        if !is_said && self.here == 0 {
            self.put_text(text, Spot::ENTRY, Vec::new());
            return Call::Whole(text::quoted(text));
        }
        if !is_said {
            self.named.borrow_mut().entry(text.trim()).or_insert(self.here);
        }
        let place = self.plan.layout.find_text(text).and_then(|at| Some((self.plan.layout.role(at)?, self.plan.pointers.get(at)?)));
        let Some((role, pointer)) = place else { return Call::Whole(text::quoted(text)) };
        let is_first = role == Role::Named && self.quoted.borrow_mut().insert(text.trim());
        let is_named = pointer.is_judgement && pointer.judgement != self.here;
        if is_first || (!is_named && is_short(text)) {
            return Call::Whole(text::quoted(text));
        }
        let side = if is_said || role == Role::Named { "above" } else { "below" };
        self.pointed.borrow_mut().insert((self.called(&[Call::At(pointer.clone(), None)], Joined::And), text.trim()));
        Call::At(pointer.clone(), (pointer.judgement == self.here && self.here > 0).then_some(side))
    }

    /// What the text of `claim` says after its first paragraph.
    pub fn rest(&self, claim: ClaimId) -> Vec<Block> {
        let rests = self.rests(claim);
        if self.is_whole() { closed(text::parts(&self.claim(claim).text).1, &rests) } else { Vec::new() }
    }

    /// The text of `claim` after a lead such as `On the first point` or `The reason given is that`, with its speakers if they are others than
    /// `voice`.
    pub fn tell_by(&mut self, lead: &str, claim: ClaimId, spot: Spot, voice: &[PartyId]) -> Line {
        let known = self.is_said(claim);
        let speakers: Vec<PartyId> = self.speakers_of(claim).into_iter().filter(|p| !known && !voice.contains(p)).collect();
        if lead.is_empty() && speakers.is_empty() {
            return self.tell(claim, spot);
        }
        if let (Some(head), []) = (lead.strip_suffix(" that"), speakers.as_slice()) {
            return self.tell_that(Line::of(head), "that", claim, spot, ("", ""));
        }
        if lead.ends_with(" that") {
            let mut head = Line::of("The reason starts from what");
            head.then(self.speakers.name(&speakers, At::Inside)).say("said");
            return self.tell_that(head, ", namely that", claim, spot, ("", ""));
        }
        let mut head = Line::of(lead);
        if !speakers.is_empty() {
            head = Line::default();
            head.say(lead).say(if lead.is_empty() { "According to" } else { ", according to" });
            head.then(self.speakers.name(&speakers, At::End));
        }
        self.tell_that(head, ",", claim, spot, ("", ""))
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
        self.notes.number(claim.cites(), remark, &rests(self.debate(), id))
    }
}

/// Whether a text is said again rather than pointed to: a sentence of few words.
fn is_short(text: &str) -> bool {
    text.split_whitespace().count() <= SHORT && text::sentence_end(text, &mut 0, false).is_none()
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
        _ if ends(&["to the contrary,"]) => "",
        _ if ends(&["objected", "replied", "replied as well"]) => "with",
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
