//! The old debate with some of the changes applied, as far as verdicts depend on it.
//!
//! A change may need another: a new support its new premises, the loss of a claim the loss of what rests on it. A set of changes is applied
//! with all that it needs.

use crate::{
    analysis::{
        evaluate::evaluate,
        outcome::{Outcome, outcomes},
        verdict::Verdict,
    },
    diff::{
        align::Alignment,
        change::{Change, Item, Kind},
        pairs::{Pair, find},
        remarks::{Remarks, Side},
    },
    model::{
        debate::{Claim, Commitment, Contradiction, Debate, Details, Few, Name, Preference, Question, Ranked, Speaker, Step, Target},
        ids::{ClaimId, PartyId, QuestionId, StepId},
    },
    text::span::Place,
};
use std::collections::{BTreeMap, BTreeSet};

/// A set of changes, by index.
pub type Set = BTreeSet<usize>;

/// Two debates with their changes.
#[derive(Debug)]
pub struct Hybrids<'d> {
    both: &'d Alignment<'d>,
    remarks: &'d Remarks,
    claims: Vec<Option<usize>>,
    steps: Vec<Option<usize>>,
    /// The changes of everything else.
    other: BTreeMap<Item, usize>,
    /// What each change needs itself.
    needs: Vec<BTreeSet<usize>>,
}

/// What a debate comes to with some of the changes, by pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Came {
    /// The verdict on each claim that is there.
    pub verdicts: Vec<Option<Verdict>>,
    /// The outcome of each question that is there; its claims are pairs.
    pub outcomes: Vec<Option<Outcome>>,
}

impl<'d> Hybrids<'d> {
    /// Finds out which changes need which. Linear.
    pub fn new(both: &'d Alignment<'d>, remarks: &'d Remarks, changes: &[Change]) -> Self {
        let mut hybrids = Self {
            both,
            remarks,
            claims: vec![None; both.claims.list.len()],
            steps: vec![None; both.steps.list.len()],
            other: BTreeMap::new(),
            needs: vec![BTreeSet::new(); changes.len()],
        };
        for (index, change) in changes.iter().enumerate().filter(|(_, c)| c.is_formal()) {
            let set = |list: &mut Vec<Option<usize>>, id: u32| {
                if let Some(slot) = list.get_mut(id as usize) {
                    *slot = Some(index);
                }
            };
            match change.item {
                Item::Claim(claim, step) => {
                    set(&mut hybrids.claims, claim);
                    step.into_iter().for_each(|step| set(&mut hybrids.steps, step));
                }
                Item::Step(step) => set(&mut hybrids.steps, step),
                item => drop(hybrids.other.insert(item, index)),
            }
        }
        hybrids.link();
        hybrids
    }

    /// What a set of changes comes to with all that it needs.
    pub fn close(&self, set: impl IntoIterator<Item = usize>) -> Set {
        let mut closed = Set::new();
        let mut queue: Vec<usize> = set.into_iter().collect();
        while let Some(change) = queue.pop() {
            if closed.insert(change) {
                queue.extend(self.needs.get(change).into_iter().flatten());
            }
        }
        closed
    }

    /// The removals that another removal brings with it: an answer to an objection that is gone too turns nothing.
    pub fn idle(&self, changes: &[Change]) -> Set {
        let is_removed = |change: usize| changes.get(change).is_some_and(|c| c.kind == Kind::Removed);
        let needs = |change: usize| self.needs.get(change).into_iter().flatten().copied();
        let removed = (0..changes.len()).filter(|change| is_removed(*change));
        removed
            .flat_map(|change| needs(change).filter(move |other| is_removed(*other) && !needs(*other).any(|back| back == change)))
            .collect()
    }

    fn claim_change(&self, id: u32) -> Option<usize> {
        self.claims.get(id as usize).copied().flatten()
    }

    fn step_change(&self, id: u32) -> Option<usize> {
        self.steps.get(id as usize).copied().flatten()
    }

    fn change(&self, item: Item) -> Option<usize> {
        self.other.get(&item).copied()
    }

    /// The change of an item, if verdicts can depend on it.
    pub fn find(&self, item: Item) -> Option<usize> {
        match item {
            Item::Claim(claim, _) => self.claim_change(claim),
            Item::Step(step) => self.step_change(step),
            other => self.change(other),
        }
    }

    fn link(&mut self) {
        let (both, remarks) = (self.both, self.remarks);
        for (id, pair) in (0..).zip(&both.steps.list) {
            let own = self.step_change(id);
            for (step, is_old) in sides(&both.old.steps, &both.new.steps, *pair) {
                step.premises.iter().for_each(|p| self.needs_claim(own, self.claim_of(p.0, is_old), is_old));
                for target in &step.targets {
                    match target {
                        Target::Claim(claim) => self.needs_claim(own, self.claim_of(claim.0, is_old), is_old),
                        Target::Step(step) => {
                            let step = if is_old { both.steps.of_old(step.0) } else { both.steps.of_new(step.0) };
                            self.need(own, self.step_change(step), both.steps.get(step), is_old);
                        }
                    }
                }
            }
        }
        for (id, pair) in (0..).zip(&both.questions.list) {
            for (question, is_old) in sides(&both.old.questions, &both.new.questions, *pair) {
                let default = question.default.map(|d| self.claim_of(d.0, is_old));
                default.into_iter().for_each(|claim| self.needs_claim(self.change(Item::Question(id)), claim, is_old));
            }
        }
        for (id, (claims, pair)) in (0..).zip(&remarks.contradictions) {
            let own = self.change(Item::Contradiction(id));
            claims.iter().for_each(|claim| self.needs_both(own, *claim, *pair));
        }
        for (id, (act, pair)) in (0..).zip(&remarks.acts) {
            let own = self.change(Item::Act(id));
            self.needs_both(own, act.claim, *pair);
            // What was done after the day of the old debate counts from the new day on.
            if pair.old.is_none() && act.date.zip(both.old.about.as_of).is_some_and(|(date, day)| date.is_after(day)) {
                self.needs_change(own, self.change(Item::AsOf));
            }
        }
        for (id, ((stronger, weaker), pair)) in (0..).zip(&remarks.preferences) {
            let own = self.change(Item::Preference(id));
            for (claim, step) in [stronger, weaker] {
                claim.iter().for_each(|claim| self.needs_both(own, *claim, *pair));
                for is_old in [(pair.old, true), (pair.new, false)].into_iter().filter_map(|(at, is_old)| at.map(|_| is_old)) {
                    step.iter().for_each(|s| self.need(own, self.step_change(*s), both.steps.get(*s), is_old));
                }
            }
        }
    }

    fn claim_of(&self, id: u32, is_old: bool) -> u32 {
        if is_old { self.both.claims.of_old(id) } else { self.both.claims.of_new(id) }
    }

    fn needs_claim(&mut self, own: Option<usize>, claim: u32, is_old: bool) {
        self.need(own, self.claim_change(claim), self.both.claims.get(claim), is_old);
    }

    fn needs_both(&mut self, own: Option<usize>, claim: u32, pair: Pair) {
        if pair.old.is_some() {
            self.needs_claim(own, claim, true);
        }
        if pair.new.is_some() {
            self.needs_claim(own, claim, false);
        }
    }

    /// Something, which the change `own` brings or takes, mentions `other`, which the change `its` brings or takes.
    fn need(&mut self, own: Option<usize>, its: Option<usize>, other: Pair, is_old: bool) {
        match (is_old, other) {
            // The old form cannot stay without it.
            (true, Pair { new: None, .. }) => self.needs_change(its, own),
            // The new form cannot come without it.
            (false, Pair { old: None, .. }) => self.needs_change(own, its),
            _ => {}
        }
    }

    fn needs_change(&mut self, own: Option<usize>, other: Option<usize>) {
        if let Some((own, other)) = own.zip(other).filter(|(own, other)| own != other)
            && let Some(needs) = self.needs.get_mut(own)
        {
            needs.insert(other);
        }
    }

    /// What the old debate comes to with the changes of `set`, which is closed.
    pub fn evaluate(&self, set: &Set) -> Came {
        let (debate, claims, questions) = self.build(set);
        let (analysis, _) = evaluate(&debate);
        let pair = |claim: ClaimId| claims.iter().position(|c| *c == Some(claim)).map_or(claim, |p| ClaimId(p as u32));
        let name = |outcome: &Outcome| match outcome {
            Outcome::Answer(claim) => Outcome::Answer(pair(*claim)),
            Outcome::Default(claim) => Outcome::Default(pair(*claim)),
            Outcome::Open(claims) => {
                let mut claims: Vec<ClaimId> = claims.iter().map(|c| pair(*c)).collect();
                claims.sort_unstable();
                Outcome::Open(claims)
            }
        };
        let outcomes = outcomes(&debate, &analysis.verdicts);
        Came {
            verdicts: claims.iter().map(|c| c.map(|c| analysis.verdict(c))).collect(),
            outcomes: questions.iter().map(|q| q.and_then(|q| outcomes.get(q.index())).map(name)).collect(),
        }
    }

    /// The index in the form that `set` chooses: in the old list (`true`) or the new one; `None` where the item is not there.
    fn form(pair: Pair, change: Option<usize>, set: &Set) -> Option<(u32, bool)> {
        let applied = change.is_some_and(|c| set.contains(&c));
        match (pair.old, pair.new) {
            (Some(_), Some(new)) if applied => Some((new, false)),
            (Some(old), Some(_)) => Some((old, true)),
            (Some(old), None) if !applied => Some((old, true)),
            (None, Some(new)) if applied => Some((new, false)),
            _ => None,
        }
    }

    fn build(&self, set: &Set) -> (Debate, Vec<Option<ClaimId>>, Vec<Option<QuestionId>>) {
        let both = self.both;
        let mut debate = Debate::default();
        let forms = |list: &[Pair], change: &dyn Fn(u32) -> Option<usize>| -> Vec<Option<(u32, bool)>> {
            (0..).zip(list).map(|(id, pair)| Self::form(*pair, change(id), set)).collect()
        };
        let claims = forms(&both.claims.list, &|id| self.claim_change(id));
        let steps = forms(&both.steps.list, &|id| self.step_change(id));
        let questions = forms(&both.questions.list, &|id| self.change(Item::Question(id)));
        let claim_ids: Vec<Option<ClaimId>> = number(&claims).into_iter().map(|id| id.map(ClaimId)).collect();
        let step_ids: Vec<Option<StepId>> = number(&steps).into_iter().map(|id| id.map(StepId)).collect();
        let question_ids: Vec<Option<QuestionId>> = number(&questions).into_iter().map(|id| id.map(QuestionId)).collect();
        let claim = |id: u32, is_old: bool| at(&claim_ids, self.claim_of(id, is_old));
        for (index, is_old) in questions.iter().flatten() {
            let Some(question) = (if *is_old { &both.old.questions } else { &both.new.questions }).get(*index as usize) else { continue };
            let default = question.default.and_then(|d| claim(d.0, *is_old));
            debate.questions.push(Question { answers: Vec::new(), default, text: String::new(), cites: Vec::new(), ..question.clone() });
        }
        for (index, is_old) in claims.iter().flatten() {
            let Some(told) = (if *is_old { &both.old.claims } else { &both.new.claims }).get(*index as usize) else { continue };
            let party = |p: PartyId| PartyId(if *is_old { both.parties.of_old(p.0) } else { both.parties.of_new(p.0) });
            let question =
                |q: &QuestionId| at(&question_ids, if *is_old { both.questions.of_old(q.0) } else { both.questions.of_new(q.0) });
            let id = ClaimId(debate.claims.len() as u32);
            let answers: Vec<QuestionId> = told.answers.iter().filter_map(question).collect();
            for answer in &answers {
                if let Some(question) = debate.questions.get_mut(answer.index()) {
                    question.answers.push(id);
                }
            }
            let date = told.details.as_ref().and_then(|d| d.date);
            debate.claims.push(Claim {
                name: nameless(),
                kind: told.kind,
                text: String::new(),
                place: told.place,
                speakers: told.speakers.iter().map(|s| Speaker { party: party(s.party), inherited: s.inherited }).collect(),
                answers: answers.into(),
                section: None,
                details: date.map(|date| Box::new(Details { date: Some(date), ..Details::default() })),
            });
        }
        for (index, is_old) in steps.iter().flatten() {
            let Some(told) = (if *is_old { &both.old.steps } else { &both.new.steps }).get(*index as usize) else { continue };
            let step = |id: u32| at(&step_ids, if *is_old { both.steps.of_old(id) } else { both.steps.of_new(id) });
            let target = |target: &Target| match target {
                Target::Claim(c) => claim(c.0, *is_old).map(Target::Claim),
                Target::Step(s) => step(s.0).map(Target::Step),
            };
            debate.steps.push(Step {
                name: nameless(),
                kind: told.kind,
                strict: told.strict,
                premises: told.premises.iter().filter_map(|p| claim(p.0, *is_old)).collect(),
                targets: told.targets.iter().filter_map(target).collect(),
                speakers: Few::new(),
                place: told.place,
                details: None,
            });
        }
        self.remark(set, &claim_ids, &step_ids, &mut debate);
        (debate, claim_ids, question_ids)
    }

    fn remark(&self, set: &Set, claims: &[Option<ClaimId>], steps: &[Option<StepId>], debate: &mut Debate) {
        let is_there = |pair: Pair, item: Item| Self::form(pair, self.change(item), set).is_some();
        for (id, (list, pair)) in (0..).zip(&self.remarks.contradictions) {
            let claims: Vec<ClaimId> = list.iter().filter_map(|c| at(claims, *c)).collect();
            if claims.len() > 1 && is_there(*pair, Item::Contradiction(id)) {
                let place = Place::default();
                debate.contradictions.push(Contradiction { claims, speakers: Few::new(), text: String::new(), cites: Vec::new(), place });
            }
        }
        for (id, ((stronger, weaker), pair)) in (0..).zip(&self.remarks.preferences) {
            let ranked = |side: &Side| Ranked {
                name: "".into(),
                place: Place::default(),
                claim: side.0.and_then(|c| at(claims, c)),
                step: side.1.and_then(|s| at(steps, s)),
            };
            if is_there(*pair, Item::Preference(id)) {
                let (stronger, weaker) = (ranked(stronger), ranked(weaker));
                debate.preferences.push(Preference {
                    stronger,
                    weaker,
                    text: String::new(),
                    speakers: Few::new(),
                    cites: Vec::new(),
                    place: Place::default(),
                });
            }
        }
        for (id, (act, pair)) in (0..).zip(&self.remarks.acts) {
            if let Some(claim) = at(claims, act.claim).filter(|_| is_there(*pair, Item::Act(id))) {
                debate.commitments.push(Commitment {
                    stance: act.stance,
                    claims: vec![claim],
                    parties: Few::from_iter([PartyId(act.party)]),
                    date: act.date,
                    text: String::new(),
                    cites: Vec::new(),
                    place: Place::default(),
                });
            }
        }
        let day = self.change(Item::AsOf).is_some_and(|change| set.contains(&change));
        debate.about.as_of = if day { self.both.new.about.as_of } else { self.both.old.about.as_of };
    }
}

/// Both forms of an item, each with whether it is the old one.
fn sides<'d, T>(old: &'d [T], new: &'d [T], pair: Pair) -> impl Iterator<Item = (&'d T, bool)> {
    let old = find(old, pair.old).map(|item| (item, true));
    old.into_iter().chain(find(new, pair.new).map(|item| (item, false)))
}

/// Numbers what is there, in order.
fn number(forms: &[Option<(u32, bool)>]) -> Vec<Option<u32>> {
    let mut next = 0;
    let mut count = || {
        next += 1;
        next - 1
    };
    forms.iter().map(|form| form.map(|_| count())).collect()
}

fn at<T: Copy>(list: &[Option<T>], id: u32) -> Option<T> {
    list.get(id as usize).copied().flatten()
}

fn nameless() -> Name {
    Name { shown: "".into(), referable: false }
}
