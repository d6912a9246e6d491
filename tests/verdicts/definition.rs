//! The meaning of a debate straight from the definition: outline to sentences and rules, evaluated at the level of arguments. Nothing
//! here looks at the model or the analysis of the crate; its `System` serves as a list to write the rules down in.

use crate::{
    brute::arguments,
    oracle,
    verdicts::outline::{Node, Outline},
};
use agon::{
    analysis::verdict::Verdict,
    theory::{
        framework::problem::Semantics,
        system::{definition::System, grounded::Status},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Index of a claim or step.
type Id = usize;
/// What a name means: a claim, a step, or both.
type Said = (Option<Id>, Option<Id>);

struct Claim {
    name: String,
    word: &'static str,
    by: Vec<&'static str>,
    date: Option<u16>,
}

#[derive(Clone)]
struct Step {
    word: &'static str,
    strict: bool,
    premises: Vec<Id>,
    targets: Vec<Said>,
    copy_of: Option<Id>,
}

/// An outline with its names resolved.
#[derive(Default)]
pub(crate) struct Reading {
    claims: Vec<Claim>,
    steps: Vec<Step>,
    names: BTreeMap<String, Said>,
    contradictions: Vec<(Id, Id)>,
    preferences: Vec<(String, String)>,
    acts: Vec<Node>,
}

/// A literal: a claim, its negation, what a rebuttal of it says, or "this step does not follow".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Literal {
    Is(Id),
    Not(Id),
    Denied(Id),
    Broken(Id),
}
use Literal::{Broken, Denied, Is, Not};

fn negated(literal: Literal) -> Literal {
    match literal {
        Is(c) => Not(c),
        Not(c) => Is(c),
        other => unreachable!("{other:?} is part of no strict support"),
    }
}

type Rule = (BTreeSet<Literal>, Literal);

impl Reading {
    pub(crate) fn new(outline: &Outline) -> Self {
        let mut reading = Self::default();
        outline.0.iter().for_each(|n| reading.declare(n, &[]));
        outline.0.iter().for_each(|n| reading.link(n, None));
        for step in 0..reading.steps.len() {
            if let Some(original) = reading.steps[step].copy_of {
                reading.steps[step].premises = reading.steps[original].premises.clone();
            }
        }
        reading
    }

    fn declare(&mut self, node: &Node, above: &[&'static str]) {
        let by = if node.by.is_empty() && ["support", "premise"].contains(&node.word) { above.to_vec() } else { node.by.clone() };
        if node.declares {
            let claim = (!node.has_premises()).then(|| {
                self.claims.push(Claim { name: node.name.clone(), word: node.word, by: by.clone(), date: node.date });
                self.claims.len() - 1
            });
            let step = ["support", "rebuttal", "undercut"].contains(&node.word).then(|| {
                let premises = claim.into_iter().collect();
                self.steps.push(Step { word: node.word, strict: node.strictly, premises, targets: Vec::new(), copy_of: None });
                self.steps.len() - 1
            });
            self.names.insert(node.name.clone(), (claim, step));
        }
        node.children.iter().for_each(|c| self.declare(c, &by));
    }

    fn link(&mut self, node: &Node, parent: Option<Said>) {
        let named: Vec<Said> = node.names.iter().filter_map(|n| self.names.get(n).copied()).collect();
        let mut own = self.names.get(&node.name).copied().unwrap_or_default();
        match node.word {
            "premise" => {
                let step = parent.and_then(|p| p.1).expect("a premise stands in a support");
                self.steps[step].premises.extend(own.0);
            }
            "support" | "rebuttal" | "undercut" => {
                if !node.declares {
                    // One more use of a claim, or of a support with its premises.
                    let original = own.1.filter(|s| node.word == "support" && self.steps[*s].word == "support");
                    let strict = node.strictly || original.is_some_and(|s| self.steps[s].strict);
                    let copy_of = if own.0.is_none() { original } else { None };
                    let premises = own.0.into_iter().collect();
                    self.steps.push(Step { word: node.word, strict, premises, targets: Vec::new(), copy_of });
                    own.1 = Some(self.steps.len() - 1);
                }
                let targets = parent.map_or(named, |p| vec![p]);
                self.steps[own.1.expect("a move is a step")].targets.extend(targets);
            }
            "contradiction" if named.len() == 2 => self.contradictions.push((named[0].0.expect("claim"), named[1].0.expect("claim"))),
            "prefer" => self.preferences.push((node.names[0].clone(), node.over.clone())),
            "accept" | "retract" => self.acts.push(node.clone()),
            _ => {}
        }
        node.children.iter().for_each(|c| self.link(c, Some(own)));
    }

    /// Whether the party holds the claim on the day of the debate, as far as it said so and took it back.
    fn still_says(&self, claim: Id, party: &str) -> bool {
        let own = &self.claims[claim];
        let mut said: Vec<(Option<u16>, bool)> = vec![(own.date, true)];
        for act in self.acts.iter().filter(|a| a.by.contains(&party) && a.names.contains(&own.name)) {
            match (act.word, act.date) {
                // Without a day it takes back all that is told before.
                ("retract", None) => said = vec![(None, false)],
                (word, date) if date.is_none_or(|d| d <= 2000) => said.push((date, word == "accept")),
                _ => {}
            }
        }
        said.sort_by_key(|s| s.0);
        said.last().is_some_and(|s| s.1)
    }

    fn is_asserted(&self, claim: Id) -> bool {
        let own = &self.claims[claim];
        let supported = self.steps.iter().any(|s| s.word == "support" && s.targets.iter().any(|t| t.0 == Some(claim)));
        let dropped = !own.by.is_empty() && own.by.iter().all(|p| !self.still_says(claim, p));
        own.word != "fact" && (own.word == "assumption" || !supported) && !dropped
    }

    /// The rules between literals that the table of the design asks for. Each defeasible one with what it comes from.
    fn rules(&self) -> (Vec<(Rule, Origin)>, BTreeSet<Rule>) {
        let mut defeasible: Vec<(Rule, Origin)> = Vec::new();
        let mut supports: BTreeSet<(BTreeSet<Id>, Id)> = BTreeSet::new();
        for claim in (0..self.claims.len()).filter(|c| self.is_asserted(*c)) {
            defeasible.push(((BTreeSet::new(), Is(claim)), Origin { claim: Some(claim), step: None }));
        }
        for (id, step) in self.steps.iter().enumerate() {
            let body: BTreeSet<Literal> = step.premises.iter().map(|p| Is(*p)).collect();
            let targets: BTreeSet<Said> =
                step.targets.iter().map(|t| if step.word == "undercut" { (None, t.1) } else { (t.0, None) }).collect();
            for target in targets {
                match (step.word, target) {
                    ("support", (Some(c), _)) if step.strict => drop(supports.insert((step.premises.iter().copied().collect(), c))),
                    ("support", (Some(c), _)) => defeasible.push(((body.clone(), Is(c)), Origin { claim: Some(c), step: Some(id) })),
                    ("rebuttal", (Some(c), _)) => defeasible.push(((body.clone(), Denied(c)), Origin { claim: None, step: Some(id) })),
                    ("undercut", (_, Some(s))) => defeasible.push(((body.clone(), Broken(s)), Origin { claim: None, step: Some(id) })),
                    other => unreachable!("{other:?}"),
                }
            }
        }
        let mut strict: BTreeSet<Rule> = supports.iter().map(|(p, c)| (p.iter().map(|p| Is(*p)).collect(), Is(*c))).collect();
        for &(a, b) in &self.contradictions {
            strict.insert(([Is(a)].into(), Not(b)));
            strict.insert(([Is(b)].into(), Not(a)));
        }
        for (body, head) in strict.clone() {
            for premise in &body {
                strict.insert((swap(&body, *premise, negated(head)), negated(*premise)));
            }
        }
        let mut denied: BTreeSet<Id> =
            defeasible.iter().filter_map(|((_, h), _)| if let Denied(c) = h { Some(*c) } else { None }).collect();
        loop {
            let before = (denied.len(), strict.len());
            for (premises, _) in supports.iter().filter(|s| denied.clone().contains(&s.1)).map(|s| (&s.0, s.1)).collect::<Vec<_>>() {
                denied.extend(premises);
            }
            for (premises, c) in supports.iter().filter(|s| denied.contains(&s.1)) {
                let body: BTreeSet<Literal> = premises.iter().map(|p| Is(*p)).collect();
                for p in premises {
                    strict.insert((swap(&body, Is(*p), Denied(*c)), Denied(*p)));
                }
            }
            if (denied.len(), strict.len()) == before {
                return (defeasible, strict);
            }
        }
    }

    /// The verdict on each claim, by its text; nothing when there are too many arguments.
    pub(crate) fn verdicts(&self, cap: usize) -> Option<BTreeMap<String, Verdict>> {
        self.verdicts_if(cap, &[], &[])
    }

    /// The same, supposing that claims and supports of these names fall, and that claims of these names are granted.
    pub(crate) fn verdicts_if(&self, cap: usize, fallen: &[&str], granted: &[&str]) -> Option<BTreeMap<String, Verdict>> {
        let (system, literals) = self.system(fallen, granted)?;
        let statuses = arguments::statuses(&system, cap)?;
        let is_in = |literal: Literal| literals.binary_search(&literal).is_ok_and(|s| statuses[s] == Status::In);
        let verdict = |c: Id| match statuses[c] {
            Status::In => Verdict::Stands,
            Status::Undecided => Verdict::Open,
            Status::Out if is_in(Denied(c)) || is_in(Not(c)) => Verdict::Denied,
            Status::Out => Verdict::Unfounded,
            Status::None => Verdict::Unsupported,
        };
        Some((0..self.claims.len()).map(|c| (self.claims[c].name.clone(), verdict(c))).collect())
    }

    /// What the extensions of the framework of all arguments say of the claims; nothing when there are more than `cap` arguments.
    pub(crate) fn positions(&self, semantics: Semantics, cap: usize) -> Option<BTreeSet<BTreeSet<String>>> {
        let (system, _) = self.system(&[], &[])?;
        let arguments = arguments::with_attacks(&system, cap)?;
        let hits = |a: usize, b: usize| arguments[a].1 & arguments[b].0.2 != 0;
        let pairs: Vec<(u32, u32)> = (0..arguments.len())
            .flat_map(|a| (0..arguments.len()).map(move |b| (a, b)))
            .filter(|&(a, b)| hits(a, b))
            .map(|(a, b)| (a as u32, b as u32))
            .collect();
        let extensions = oracle::Small::from_pairs(arguments.len(), &pairs).extensions(semantics);
        let claims = |set: &Vec<u32>| {
            let concluded = set.iter().map(|&a| arguments[a as usize].0.0 as usize).filter(|s| *s < self.claims.len());
            concluded.map(|c| self.claims[c].name.clone()).collect()
        };
        Some(extensions.iter().map(claims).collect())
    }

    /// The debate as a system; the sentence of a claim has its number. Nothing when there are too many rules.
    fn system(&self, fallen: &[&str], granted: &[&str]) -> Option<(System, Vec<Literal>)> {
        let (mut defeasible, strict) = self.rules();
        let has_rules: BTreeSet<Id> = defeasible.iter().filter_map(|(_, o)| o.claim).collect();
        for name in fallen {
            match self.names[*name] {
                // What follows strictly cannot fall, but its step can.
                (Some(claim), Some(step)) if !has_rules.contains(&claim) => defeasible.retain(|(_, o)| o.step != Some(step)),
                (Some(claim), _) => defeasible.retain(|(_, o)| o.claim != Some(claim)),
                (None, step) => defeasible.retain(|(_, o)| o.step != step),
            }
        }
        let mut literals: BTreeSet<Literal> = (0..self.claims.len()).map(Is).collect();
        for (body, head) in defeasible.iter().map(|d| &d.0).chain(&strict) {
            literals.extend(body);
            literals.insert(*head);
        }
        let literals: Vec<Literal> = literals.into_iter().collect();
        let sentence = |literal: &Literal| literals.binary_search(literal).expect("all literals are listed") as u32;
        let mut system = System::new(literals.len() as u32);
        if defeasible.len() > 64 {
            return None;
        }
        for ((body, head), _) in &defeasible {
            system.add_defeasible(&body.iter().map(sentence).collect::<Vec<_>>(), sentence(head));
        }
        for (body, head) in &strict {
            system.add_strict(&body.iter().map(sentence).collect::<Vec<_>>(), sentence(head));
        }
        for literal in &literals {
            match literal {
                Not(c) => system.add_contradictory(sentence(&Is(*c)), sentence(literal)),
                Denied(c) => system.add_contrary(sentence(literal), sentence(&Is(*c))),
                Broken(s) => {
                    for (rule, _) in defeasible.iter().enumerate().filter(|(_, (_, o))| o.step == Some(*s)) {
                        system.add_undercut(sentence(literal), rule as u32);
                    }
                }
                Is(_) => {}
            }
        }
        for (id, _) in self.claims.iter().enumerate().filter(|(_, c)| c.word == "fact" || granted.contains(&&*c.name)) {
            system.add_axiom(sentence(&Is(id)));
        }
        for (stronger, weaker) in self.ranked_rules(&defeasible) {
            system.prefer(stronger as u32, weaker as u32);
        }
        Some((system, literals))
    }

    /// The preferences closed over names, then written out between rules.
    fn ranked_rules(&self, defeasible: &[(Rule, Origin)]) -> Vec<(usize, usize)> {
        let mut pairs: BTreeSet<(&str, &str)> = self.preferences.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        loop {
            let more: Vec<(&str, &str)> =
                pairs.iter().flat_map(|(a, b)| pairs.iter().filter(move |p| p.0 == *b).map(move |p| (*a, p.1))).collect();
            let before = pairs.len();
            pairs.extend(more);
            if pairs.len() == before {
                break;
            }
        }
        let rules = |name: &str| -> Vec<usize> {
            let (claim, step) = self.names[name];
            let support = step.is_some_and(|s| self.steps[s].word == "support");
            // A claim that is put to one more use as a rebuttal is ranked in that use too.
            let rebuts = |s: Id| self.steps[s].word == "rebuttal" && claim.is_some_and(|c| self.steps[s].premises.contains(&c));
            let meant = |o: &Origin| {
                let own = !support && claim.is_some() && (o.claim == claim || o.step.is_some_and(rebuts));
                own || (step.is_some() && o.step == step)
            };
            defeasible.iter().enumerate().filter(|(_, (_, o))| meant(o)).map(|(i, _)| i).collect()
        };
        pairs.iter().flat_map(|(a, b)| rules(a).into_iter().flat_map(move |x| rules(b).into_iter().map(move |y| (x, y)))).collect()
    }
}

/// What a defeasible rule comes from: the claim it gives, the step it is.
struct Origin {
    claim: Option<Id>,
    step: Option<Id>,
}

fn swap(body: &BTreeSet<Literal>, out: Literal, new: Literal) -> BTreeSet<Literal> {
    body.iter().copied().filter(|l| *l != out).chain([new]).collect()
}
