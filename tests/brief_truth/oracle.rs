//! What is so in a debate, asked of the model and of the reasoner.

use agon::{
    analysis::{
        evaluate::Force,
        outcome::Outcome,
        suppose::{Supposed, Supposition, suppose},
        verdict::Verdict,
        why::{self, Attack, Attacker, Fate, Reason, SupportReason},
        withdrawal::Part,
    },
    model::{
        debate::{ClaimKind, Commitment, Debate, Ranked, Stance, StepKind, Target},
        ids::{ClaimId, PartyId, QuestionId, SourceId, StepId},
    },
    render::pick::{Judgement, choose},
    report::run::Report,
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

pub(crate) struct Oracle<'r> {
    pub(crate) report: &'r Report<'r>,
    pub(crate) debate: &'r Debate,
    pub(crate) judgements: Vec<Judgement>,
    codes: BTreeMap<String, ClaimId>,
    without: RefCell<BTreeMap<ClaimId, Rc<Supposed>>>,
}

/// What speaks for a claim directly.
#[derive(Clone, Copy, PartialEq)]
enum Ground {
    Said(ClaimId),
    Step(StepId),
}

/// The word by which a text is known.
pub(crate) fn code_of(text: &str) -> &str {
    text.split(' ').find(|word| word.starts_with('Z')).unwrap()
}

impl<'r> Oracle<'r> {
    pub(crate) fn new(report: &'r Report<'r>) -> Self {
        let debate = &report.debate;
        let codes = debate.claim_ids().map(|c| (code_of(&debate.claim(c).text).to_owned(), c)).collect();
        Self { report, debate, judgements: choose(report), codes, without: RefCell::default() }
    }

    pub(crate) fn code(&self, code: &str) -> Option<ClaimId> {
        self.codes.get(code).copied()
    }

    pub(crate) fn party(&self, name: &str) -> Option<PartyId> {
        let is_it = |text: &str| text == name || text.split(' ').nth(1) == Some(name);
        self.debate.parties.iter().position(|p| is_it(&p.text)).map(|at| PartyId(at as u32))
    }

    pub(crate) fn verdict(&self, claim: ClaimId) -> Verdict {
        self.report.analysis.verdict(claim)
    }

    pub(crate) fn stands(&self, claim: ClaimId) -> bool {
        self.verdict(claim) == Verdict::Stands
    }

    pub(crate) fn is_open(&self, claim: ClaimId) -> bool {
        self.verdict(claim) == Verdict::Open
    }

    /// Whether a claim neither stands nor is open.
    pub(crate) fn fails(&self, claim: ClaimId) -> bool {
        !self.stands(claim) && !self.is_open(claim)
    }

    pub(crate) fn kind(&self, claim: ClaimId) -> ClaimKind {
        self.debate.claim(claim).kind
    }

    pub(crate) fn outcome(&self, question: QuestionId) -> &Outcome {
        self.report.analysis.outcome(question)
    }

    pub(crate) fn answers(&self) -> Vec<ClaimId> {
        let questions = self.judgements.iter().filter_map(|j| j.question);
        questions.flat_map(|q| self.debate.question(q).answers.to_vec()).collect()
    }

    pub(crate) fn suppose(&self, falls: Vec<Part>) -> Supposed {
        suppose(self.debate, &self.report.analysis, &Supposition { falls, stands: Vec::new() }).unwrap()
    }

    /// What the debate comes to if `claim` falls.
    pub(crate) fn without(&self, claim: ClaimId) -> Rc<Supposed> {
        let known = self.without.borrow().get(&claim).cloned();
        known.unwrap_or_else(|| {
            let after = Rc::new(self.suppose(vec![Part::Claim(claim)]));
            self.without.borrow_mut().insert(claim, Rc::clone(&after));
            after
        })
    }

    pub(crate) fn all(&self, claims: &[ClaimId]) -> Supposed {
        self.suppose(claims.iter().map(|c| Part::Claim(*c)).collect())
    }

    /// Whether a claim stands as long as one of its reasons that hold is left.
    pub(crate) fn one_is_enough(&self, claim: ClaimId) -> bool {
        let all = self.works(claim);
        all.iter().all(|kept| {
            let falls = all.iter().filter(|s| *s != kept).map(|s| Part::Step(*s)).collect();
            let own = self.premises(*kept);
            let mut points = all.iter().flat_map(|s| self.premises(*s)).filter(|point| !own.contains(point));
            self.suppose(falls).verdict(claim) == Verdict::Stands && points.all(|p| self.without(*p).verdict(claim) == Verdict::Stands)
        })
    }

    pub(crate) fn reason(&self, claim: ClaimId) -> Reason {
        why::reason(self.debate, &self.report.analysis, claim)
    }

    fn support(&self, step: StepId) -> SupportReason {
        why::support(self.debate, &self.report.analysis, step)
    }

    pub(crate) fn force(&self, step: StepId) -> Force {
        self.report.analysis.force(self.debate, step)
    }

    pub(crate) fn premises(&self, step: StepId) -> &[ClaimId] {
        &self.debate.step(step).premises
    }

    pub(crate) fn supports(&self, claim: ClaimId) -> Vec<StepId> {
        self.report.analysis.links.supports(claim).collect()
    }

    pub(crate) fn works(&self, claim: ClaimId) -> Vec<StepId> {
        self.supports(claim).into_iter().filter(|s| self.force(*s) == Force::Works).collect()
    }

    /// How many reasons for a claim have nothing wrong with themselves.
    pub(crate) fn sound(&self, claim: ClaimId) -> usize {
        let struck = |s: &SupportReason| s.undercuts.iter().any(|u| matches!(u.fate, Fate::Succeeds | Fate::Open));
        let reasons = self.supports(claim).into_iter().map(|s| self.support(s));
        reasons.filter(|s| s.force != Force::Fails || (s.weak.is_empty() && !struck(s))).count()
    }

    /// Whether a step for a claim of which `target` holds starts from one of `premises`.
    pub(crate) fn is_reason(&self, premises: &[ClaimId], target: impl Fn(ClaimId) -> bool) -> bool {
        let steps = self.debate.steps.iter().filter(|s| s.kind == StepKind::Support && s.claims().any(&target));
        steps.into_iter().any(|s| premises.iter().any(|p| s.premises.contains(p)))
    }

    pub(crate) fn undercuts(&self, step: StepId) -> usize {
        self.report.analysis.links.undercuts(step).len()
    }

    pub(crate) fn rebuttals(&self, claim: ClaimId) -> usize {
        self.report.analysis.links.rebuttals(claim).len()
    }

    pub(crate) fn limits(&self, claim: ClaimId) -> Vec<ClaimId> {
        self.report.analysis.links.limits(claim).collect()
    }

    pub(crate) fn contradict(&self, one: ClaimId, other: ClaimId) -> bool {
        self.report.analysis.links.contradictions(one).any(|c| c == other)
    }

    /// What a claim attacks as a rebuttal or an undercut, and what became of that.
    pub(crate) fn moves(&self, claim: ClaimId) -> Vec<(Target, Attack)> {
        let mut moves = Vec::new();
        for step in self.report.analysis.links.uses(claim).filter(|s| self.debate.step(*s).kind != StepKind::Support) {
            for target in &self.debate.step(step).targets {
                let all = match target {
                    Target::Claim(claim) => self.reason(*claim).attacks,
                    Target::Step(step) => self.support(*step).undercuts,
                };
                moves.extend(all.into_iter().filter(|a| a.by == Attacker::Move(claim, step)).map(|a| (*target, a)));
            }
        }
        moves
    }

    /// The clashes of others with a claim that contradicts them.
    pub(crate) fn contraries(&self, claim: ClaimId) -> Vec<Attack> {
        let others = self.report.analysis.links.contradictions(claim);
        let attacks = others.flat_map(|other| self.reason(other).attacks);
        attacks.filter(|a| a.by == Attacker::Contradiction(claim)).collect()
    }

    /// How many rebuttals and undercuts were made against an attack, and against the reasons for it.
    pub(crate) fn replies(&self, attack: &Attack) -> usize {
        match attack.by {
            Attacker::Move(claim, step) => self.met(claim, &mut BTreeSet::new()) + self.undercuts(step),
            Attacker::Contradiction(claim) => self.met(claim, &mut BTreeSet::new()),
            Attacker::Consequence(_) => 0,
        }
    }

    /// How many were made against a claim and what is beneath it, but for what is `seen`.
    fn met(&self, claim: ClaimId, seen: &mut BTreeSet<ClaimId>) -> usize {
        if !seen.insert(claim) {
            return 0;
        }
        let steps = self.supports(claim).into_iter();
        let beneath: usize = steps.map(|s| self.undercuts(s) + self.premises(s).iter().map(|p| self.met(*p, seen)).sum::<usize>()).sum();
        self.rebuttals(claim) + beneath
    }

    /// Whether `claim` prevails over something; where `unanswered`, as an objection without a reply.
    pub(crate) fn prevails(&self, claim: ClaimId, unanswered: bool) -> bool {
        let contraries = if unanswered { Vec::new() } else { self.contraries(claim) };
        let all = self.moves(claim).into_iter().map(|(_, a)| a).chain(contraries);
        all.filter(|a| a.fate == Fate::Succeeds).any(|a| !unanswered || self.replies(&a) == 0)
    }

    /// Whether `claim` stands and prevails over a step.
    pub(crate) fn prevails_over_step(&self, claim: ClaimId) -> bool {
        let wins = |(target, attack): &(Target, Attack)| matches!(target, Target::Step(_)) && attack.fate == Fate::Succeeds;
        self.stands(claim) && self.moves(claim).iter().any(wins)
    }

    /// Whether a claim is in a clash that nothing decides.
    pub(crate) fn clashes(&self, claim: ClaimId) -> bool {
        let moves = self.moves(claim).into_iter().map(|(_, a)| a);
        self.is_open(claim) || moves.chain(self.contraries(claim)).any(|a| a.fate == Fate::Open)
    }

    pub(crate) fn preferred(&self, one: ClaimId, other: ClaimId) -> bool {
        let is = |side: &Ranked, claim| side.claim == Some(claim) || side.step.is_some_and(|s| self.supports(claim).contains(&s));
        self.debate.preferences.iter().any(|p| is(&p.stronger, one) && is(&p.weaker, other))
    }

    /// What speaks for `claim` directly: that it is said, and its supports.
    fn grounds(&self, claim: ClaimId) -> Vec<Ground> {
        let said = self.report.analysis.grounds(self.debate, claim).then_some(Ground::Said(claim));
        said.into_iter().chain(self.supports(claim).into_iter().map(Ground::Step)).collect()
    }

    /// Whether preferences, one after the other, rank something that speaks for `one` over `ground`.
    fn is_below(&self, ground: Ground, one: ClaimId) -> bool {
        let covers = |side: &Ranked, ground| match ground {
            Ground::Said(claim) => side.claim == Some(claim),
            Ground::Step(step) if self.debate.step(step).strict => false,
            Ground::Step(step) => side.step == Some(step) || side.claim.is_some_and(|c| self.supports(c).contains(&step)),
        };
        let strong: Vec<Ground> = self.grounds(one).into_iter().filter(|g| self.is_left(*g)).collect();
        let mut above = vec![ground];
        let mut at = 0;
        while at < above.len() {
            let below = above[at];
            for stronger in self.debate.preferences.iter().filter(|p| covers(&p.weaker, below)).map(|p| &p.stronger) {
                let steps = stronger.claim.into_iter().flat_map(|c| self.grounds(c)).chain(stronger.step.map(Ground::Step));
                let fresh: Vec<Ground> = steps.filter(|g| covers(stronger, *g) && !above.contains(g)).collect();
                above.extend(fresh);
            }
            at += 1;
        }
        above[1..].iter().any(|g| strong.contains(g))
    }

    /// Whether nothing strikes what speaks for a claim.
    fn is_left(&self, ground: Ground) -> bool {
        match ground {
            Ground::Said(claim) => !self.fails(claim),
            Ground::Step(step) => self.force(step) != Force::Fails,
        }
    }

    /// Whether `one` is preferred to all that is left for `other`; to anything for it, where nothing is left.
    pub(crate) fn outranks(&self, one: ClaimId, other: ClaimId) -> bool {
        let is_left = |ground: &Ground| self.is_left(*ground);
        let (left, lost): (Vec<Ground>, Vec<Ground>) = self.grounds(other).into_iter().partition(is_left);
        if left.is_empty() { lost.into_iter().any(|g| self.is_below(g, one)) } else { left.into_iter().all(|g| self.is_below(g, one)) }
    }

    /// Whether `claim` lost to something that is preferred to it, or would not touch it.
    pub(crate) fn is_outweighed(&self, claim: ClaimId) -> bool {
        let moved = self.moves(claim).iter().any(|(_, a)| a.fate == Fate::Outweighed);
        moved || self.report.analysis.links.contradictions(claim).any(|other| self.outranks(other, claim))
    }

    /// Whether a contrary of `claim` is ranked below it.
    pub(crate) fn is_stronger(&self, claim: ClaimId) -> bool {
        self.report.analysis.links.contradictions(claim).any(|other| self.preferred(claim, other))
    }

    /// Whether nobody who said `claim` holds it any more.
    pub(crate) fn is_dropped(&self, claim: ClaimId) -> bool {
        let has_dropped = |p| self.last_act(p, claim).is_some_and(|act| act.stance == Stance::Retract);
        self.verdict(claim) == Verdict::Unsupported && self.debate.claim(claim).speakers.iter().all(|s| has_dropped(s.party))
    }

    /// Whether an objection to a support of `claim` is open.
    pub(crate) fn has_open_undercut(&self, claim: ClaimId) -> bool {
        self.supports(claim).into_iter().any(|s| self.support(s).undercuts.iter().any(|u| u.fate == Fate::Open))
    }

    /// What was said against the points beneath `claim`, and against its reasons, through reasons that work.
    pub(crate) fn against_reasons(&self, claim: ClaimId, answers: &[ClaimId]) -> BTreeSet<ClaimId> {
        let links = &self.report.analysis.links;
        let first = |s: StepId| self.premises(s)[0];
        let mut found = BTreeSet::new();
        for point in self.beneath(vec![claim]) {
            found.extend(self.works(point).into_iter().flat_map(|s| links.undercuts(s).map(first)));
            if point != claim {
                found.extend(links.rebuttals(point).map(first));
                found.extend(links.contradictions(point).filter(|c| *c != claim && !answers.contains(c)));
            }
        }
        found
    }

    /// Whether two claims attack each other or one the other, and nothing decides that.
    pub(crate) fn undecided(&self, one: ClaimId, other: ClaimId) -> bool {
        let by = |a: &Attacker, claim| matches!(a, Attacker::Move(c, _) | Attacker::Contradiction(c) if *c == claim);
        let against = |a, b| self.reason(a).attacks.iter().any(|x| x.fate == Fate::Open && by(&x.by, b));
        let strict = |c: ClaimId| self.supports(c).iter().any(|s| self.debate.step(*s).strict);
        let live = |a, b| self.is_open(a) || (self.stands(a) && strict(b));
        let ranked = self.outranks(one, other) || self.outranks(other, one);
        (against(one, other) || against(other, one)) && live(one, other) && live(other, one) && !ranked
    }

    /// The last day of a claim in words, where that has passed.
    pub(crate) fn ended(&self, claim: ClaimId) -> Option<String> {
        let day = self.debate.claim(claim).details.as_ref()?.valid_until?;
        self.debate.about.as_of.filter(|today| today.is_after(day)).map(|_| day.until())
    }

    /// The claims beneath `top` through reasons that work, these included.
    pub(crate) fn beneath(&self, top: Vec<ClaimId>) -> Vec<ClaimId> {
        let mut found = top;
        let mut at = 0;
        while at < found.len() {
            for step in self.works(found[at]) {
                let fresh: Vec<ClaimId> = self.premises(step).iter().copied().filter(|p| !found.contains(p)).collect();
                found.extend(fresh);
            }
            at += 1;
        }
        found
    }

    /// The sources of a claim and of what works beneath it.
    pub(crate) fn sources(&self, claim: ClaimId) -> BTreeSet<SourceId> {
        let claims = self.beneath(vec![claim]).into_iter();
        claims.flat_map(|c| self.debate.claim(c).cites()).map(|cite| cite.source).collect()
    }

    pub(crate) fn speaks(&self, party: PartyId, claim: ClaimId) -> bool {
        self.debate.claim(claim).speakers.iter().any(|s| s.party == party)
    }

    /// Whether a party has said or accepted a claim.
    pub(crate) fn holds(&self, party: PartyId, claim: ClaimId) -> bool {
        self.did(party, Stance::Accept, claim) || self.speaks(party, claim)
    }

    pub(crate) fn did(&self, party: PartyId, stance: Stance, claim: ClaimId) -> bool {
        self.acts(party, claim).iter().any(|act| act.stance == stance)
    }

    /// What a party did with a claim up to the day of the debate, in the order of the days.
    pub(crate) fn acts(&self, party: PartyId, claim: ClaimId) -> Vec<&Commitment> {
        let is_later = |act: &Commitment| act.date.zip(self.debate.about.as_of).is_some_and(|(date, day)| date.is_after(day));
        let all = self.debate.commitments.iter().filter(|c| c.parties.contains(&party) && c.claims.contains(&claim) && !is_later(c));
        let mut acts: Vec<&Commitment> = Vec::new();
        for act in all {
            // A retraction without a day takes back all that is told before it.
            let is_last = act.stance == Stance::Retract && act.date.is_none();
            let at = if is_last { acts.len() } else { acts.iter().position(|a| a.date > act.date).unwrap_or(acts.len()) };
            acts.insert(at, act);
        }
        acts
    }

    pub(crate) fn last_act(&self, party: PartyId, claim: ClaimId) -> Option<&Commitment> {
        self.acts(party, claim).last().copied()
    }
}
