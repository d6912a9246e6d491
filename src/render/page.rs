//! What the parts of a brief share while it is written: whom the reader has met, what has been said already and where, the footnotes.

use crate::{
    analysis::why::{self, Reason, SupportReason},
    model::{
        debate::{Claim, Commitment, Debate, Stance},
        ids::{ClaimId, PartyId, StepId},
    },
    render::{
        document::Block,
        prose::{
            line::Line,
            sources::Notes,
            speakers::{At, Speakers},
            words,
        },
        text,
    },
    report::run::Report,
};
use std::collections::BTreeMap;

/// The state of a brief while it is written.
pub struct Page<'r> {
    /// What it is about.
    pub report: &'r Report<'r>,
    /// Whom the reader has met.
    pub speakers: Speakers,
    /// The footnotes.
    pub notes: Notes,
    /// The number of the judgement that is being told; 0 outside of them.
    pub here: usize,
    /// How many judgements there are.
    pub judgements: usize,
    said: BTreeMap<ClaimId, usize>,
    stances: BTreeMap<ClaimId, Vec<(PartyId, &'r Commitment)>>,
}

impl<'r> Page<'r> {
    /// An empty page about `report`.
    pub fn new(report: &'r Report<'r>) -> Self {
        let stances = last_acts(&report.debate);
        let speakers = Speakers::new(&report.debate);
        Self { report, speakers, notes: Notes::default(), here: 0, judgements: 0, said: BTreeMap::new(), stances }
    }

    /// The debate.
    pub const fn debate(&self) -> &'r Debate {
        &self.report.debate
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

    /// Whether the text of `claim` stands on the page already.
    pub fn is_said(&self, claim: ClaimId) -> bool {
        self.said.contains_key(&claim)
    }

    /// Who says `claim` in so many words; speakers that were only inherited are left out.
    pub fn speakers_of(&self, claim: ClaimId) -> Vec<PartyId> {
        self.claim(claim).speakers.iter().filter(|s| !s.inherited).map(|s| s.party).collect()
    }

    /// Who took on, denied or dropped `claim`, with the act.
    pub fn stances(&self, claim: ClaimId, stance: Stance) -> Vec<(PartyId, &'r Commitment)> {
        self.stances.get(&claim).into_iter().flatten().filter(|(_, act)| act.stance == stance).copied().collect()
    }

    /// The number of the footnote of `claim`.
    pub fn note(&mut self, claim: ClaimId) -> Option<u32> {
        let claim = self.claim(claim);
        let remark = claim.details.as_ref().and_then(|d| d.note.as_deref());
        self.notes.number(self.debate(), claim.cites(), remark)
    }

    /// The text of `claim` as a sentence with its footnote; if it was told before, its first words and where.
    pub fn tell(&mut self, claim: ClaimId) -> Line {
        if self.is_said(claim) {
            return Line::of(format!("{}.", self.refer(claim)));
        }
        self.said.insert(claim, self.here);
        let mut line = text::parts(&self.claim(claim).text).0;
        let note = self.note(claim);
        line.note(note);
        line
    }

    /// The first words of `claim` and where the rest stands, to be used inside a sentence.
    pub fn refer(&self, claim: ClaimId) -> String {
        let excerpt = text::excerpt(&self.claim(claim).text);
        let place = match self.said.get(&claim) {
            Some(0) | None => String::new(),
            Some(at) if *at == self.here || self.judgements < 2 => " (see above)".to_owned(),
            Some(at) => format!(" (see judgement {at})"),
        };
        format!("{excerpt}{place}")
    }

    /// What the text of `claim` says after its first paragraph.
    pub fn rest(&self, claim: ClaimId) -> Vec<Block> {
        text::parts(&self.claim(claim).text).1
    }

    /// The text of `claim` after a lead such as `On the first point`, with its speakers if they are others than `voice`.
    pub fn tell_by(&mut self, lead: &str, claim: ClaimId, voice: &[PartyId]) -> Line {
        let speakers: Vec<PartyId> = self.speakers_of(claim).into_iter().filter(|p| !voice.contains(p)).collect();
        let mut line = Line::default();
        let known = self.is_said(claim);
        if speakers.is_empty() || known {
            line.say(lead).say(if lead.is_empty() { "" } else { ":" });
        } else {
            line.say(lead).say(if lead.is_empty() { "According to" } else { ", according to" });
            line.then(self.speakers.name(&speakers, At::End)).say(":");
        }
        line.then(self.tell(claim));
        line
    }

    /// Several texts in a row, the first after `lead`; a speaker is named where the voice changes.
    pub fn tell_all(&mut self, lead: &str, claims: &[ClaimId], voice: &[PartyId]) -> Line {
        let mut line = Line::default();
        let mut speaking: Vec<PartyId> = voice.to_vec();
        for (index, claim) in claims.iter().enumerate() {
            line.then(self.tell_by(if index == 0 { lead } else { "" }, *claim, &speaking));
            let own = self.speakers_of(*claim);
            if !own.is_empty() {
                speaking = own;
            }
        }
        line
    }

    /// `judgement 2`, or `the judgement` where there is but one.
    pub fn judgement(&self, number: usize) -> String {
        if self.judgements < 2 { "the judgement".to_owned() } else { format!("judgement {number}") }
    }

    /// `And three more reasons, listed in the annex.`
    pub fn more(&self, left: usize, one: &str, many: &str) -> Option<Vec<Block>> {
        (left > 0).then(|| vec![Line::of(format!("And {}, listed in the annex.", words::count(left, one, many))).paragraph()])
    }
}

/// What each party last did with each claim, up to the day of the debate.
fn last_acts(debate: &Debate) -> BTreeMap<ClaimId, Vec<(PartyId, &Commitment)>> {
    let day = debate.about.as_of;
    let mut acts: Vec<&Commitment> =
        debate.commitments.iter().filter(|c| !c.date.zip(day).is_some_and(|(date, day)| date.is_after(day))).collect();
    acts.sort_by_key(|c| c.date);
    let mut last: BTreeMap<(ClaimId, PartyId), &Commitment> = BTreeMap::new();
    for act in acts {
        for claim in &act.claims {
            last.extend(act.parties.iter().map(|party| ((*claim, *party), act)));
        }
    }
    let mut by_claim: BTreeMap<ClaimId, Vec<(PartyId, &Commitment)>> = BTreeMap::new();
    for ((claim, party), act) in last {
        by_claim.entry(claim).or_default().push((party, act));
    }
    by_claim
}
