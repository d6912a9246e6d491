//! Preferences between claims and steps as preferences between rules, and what is wrong with them.
//!
//! A preference ranks every rule of one side over every rule of the other. It is written through an inert rule between them, so that
//! a claim of a thousand supports over another costs two thousand pairs and not a million.
//!
//! The pairs so given are closed transitively, and only a circle is refused: who ranks one thing over a second and that over a third has
//! ranked the first over the third, and would learn nothing from being made to write it down.

use crate::{
    analysis::{
        codes,
        compile::{Theory, sentence},
        links::Links,
    },
    diagnostic::{code::Code, problem::Diagnostic},
    graph::{components::components, digraph::Digraph},
    model::{
        debate::{ClaimKind, Debate, Preference, Ranked, Step, StepKind, Target},
        ids::{ClaimId, StepId},
    },
    text::span::Place,
    theory::system::{
        order::Order,
        rules::{RuleId, Sentence},
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Adds the preferences of `debate` to `theory`. One that cannot be given a meaning is reported and left out; those that run in a
/// circle are too.
pub fn add(debate: &Debate, links: &Links, theory: &mut Theory, out: &mut Vec<Diagnostic>) {
    let sound: Vec<&Preference> = debate.preferences.iter().filter(|p| is_sound(debate, links, theory, p, out)).collect();
    let mut idle: BTreeMap<(Option<ClaimId>, Option<StepId>), RuleId> = BTreeMap::new();
    let mut side = |theory: &mut Theory, ranked: &Ranked| {
        let rules = rules(links, theory, ranked);
        // What was taken back has no rule of its own, and still stands between what is above it and what is below.
        if rules.is_empty() { vec![*idle.entry((ranked.claim, ranked.step)).or_insert_with(|| inert(theory))] } else { rules }
    };
    let sides: Vec<(Vec<RuleId>, Vec<RuleId>)> = sound.iter().map(|p| (side(theory, &p.stronger), side(theory, &p.weaker))).collect();
    let circular = circles(&sides, theory.system.rules().count());
    for circle in &circular.circles {
        let members: Vec<&Preference> = circle.iter().filter_map(|p| sound.get(*p as usize).copied()).collect();
        out.push(circle_problem(&members));
    }
    for (index, (stronger, weaker)) in sides.iter().enumerate() {
        if circular.holds(index) {
            continue;
        }
        let between = inert(theory);
        stronger.iter().for_each(|s| theory.system.prefer(*s, between));
        weaker.iter().for_each(|w| theory.system.prefer(between, *w));
    }
}

/// A rule that never applies.
fn inert(theory: &mut Theory) -> RuleId {
    let never = theory.system.add_sentence();
    theory.system.add_defeasible(&[never], never)
}

/// The rules that a side of a preference means: of a claim its assertion, its defeasible supports and every step by which it rebuts
/// another, of a step its own.
pub fn rules(links: &Links, theory: &Theory, ranked: &Ranked) -> Vec<RuleId> {
    let step = ranked.step.into_iter().flat_map(|s| theory.rules(s).iter().copied());
    let claim = ranked.claim.into_iter().flat_map(|claim| {
        let assertion = theory.assertions.get(claim.index()).copied().flatten();
        let supports = links.supports(claim).flat_map(|s| theory.rules(s).iter().copied());
        let attacks = links.attacks(claim).flat_map(|s| theory.rules(s).iter().copied());
        // A support may have other targets too, which are not ranked with this one.
        assertion.into_iter().chain(supports.filter(move |r| theory.system.rules().get(*r).head == sentence(claim))).chain(attacks)
    });
    let mut rules: Vec<RuleId> = step.chain(claim).filter(|r| theory.system.rules().is_defeasible(*r)).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

struct Circles {
    circles: Vec<Vec<u32>>,
    of: Vec<bool>,
}

impl Circles {
    fn holds(&self, preference: usize) -> bool {
        self.of.get(preference) == Some(&true)
    }
}

/// The circles of preferences: each leads to the rules it makes weaker, and a rule to the preferences that make it stronger.
fn circles(sides: &[(Vec<RuleId>, Vec<RuleId>)], rules: usize) -> Circles {
    let count = sides.len() as u32;
    let down = sides.iter().zip(0u32..).flat_map(|(side, p)| side.1.iter().map(move |r| (p, count + r)));
    let up = sides.iter().zip(0u32..).flat_map(|(side, p)| side.0.iter().map(move |r| (count + r, p)));
    let graph = Digraph::new(if sides.is_empty() { 0 } else { sides.len() + rules }, down.chain(up));
    let found = components(&graph);
    let mut circles: Vec<Vec<u32>> = (0..found.count())
        .filter(|c| found.is_circular(*c, &graph))
        .map(|c| found.members(c).iter().copied().filter(|n| *n < count).collect())
        .collect();
    circles.sort_unstable();
    let mut of = vec![false; sides.len()];
    for preference in circles.iter().flatten() {
        if let Some(mark) = of.get_mut(*preference as usize) {
            *mark = true;
        }
    }
    Circles { circles, of }
}

fn circle_problem(members: &[&Preference]) -> Diagnostic {
    let names: Vec<String> = members.iter().map(|p| format!("`{}` over `{}`", p.stronger.name, p.weaker.name)).collect();
    let place = members.first().map_or_else(Place::default, |p| p.place);
    let found = Diagnostic::new(&codes::PREFERENCE_CIRCLE, place, format!("preferences run in a circle: {}", names.join(", ")));
    let found = members.iter().skip(1).fold(found, |found, p| found.related(p.place, "and this one"));
    found.note("while they do, none of them is applied").help("leave out one of them")
}

/// Whether a preference can be given a meaning; else what is wrong with it is told.
pub fn is_sound(debate: &Debate, links: &Links, theory: &Theory, preference: &Preference, out: &mut Vec<Diagnostic>) -> bool {
    let mut sound = true;
    for side in [&preference.stronger, &preference.weaker] {
        if let Some((why, help)) = unrankable(debate, links, theory, side) {
            out.push(problem(&codes::UNRANKABLE, side, why, help));
            sound = false;
        } else if let Some(claim) = side.claim.filter(|c| links.supports(*c).len() > 1) {
            let supports: Vec<String> = links.supports(claim).map(|s| format!("`{}`", debate.step(s).name.shown)).take(4).collect();
            let why = format!("`{}` has several supports, and all of them are ranked", side.name);
            out.push(problem(&codes::BROAD_PREFERENCE, side, why, format!("name the one that is meant: {}", supports.join(", "))));
        }
    }
    let (stronger, weaker) = (&preference.stronger, &preference.weaker);
    if (stronger.claim, stronger.step) == (weaker.claim, weaker.step) {
        let why = format!("`{}` cannot be ranked over itself", weaker.name);
        out.push(problem(&codes::SELF_RANKED, weaker, why, "name two different sides, or leave the preference out".to_owned()));
        return false;
    }
    for (one, other) in [(&preference.stronger, &preference.weaker), (&preference.weaker, &preference.stronger)] {
        let Some(claim) = one.claim else { continue };
        let aimed = |s: &Step| s.targets.contains(&Target::Claim(claim));
        let mut attacks = other.claim.into_iter().flat_map(|c| links.attacks(c)).map(|s| debate.step(s));
        if other.step.map(|s| debate.step(s)).is_some_and(|s| s.kind == StepKind::Support && aimed(s)) {
            let why = format!("`{}` and its own support `{}` cannot be ranked", one.name, other.name);
            out.push(problem(
                &codes::SELF_RANKED,
                other,
                why,
                "a claim is as strong as its supports; rank a support over what attacks it".to_owned(),
            ));
            sound = false;
        } else if has_strict(debate, links, claim) && attacks.any(aimed) {
            let why = format!("`{}` is supported strictly, so its rebuttal `{}` cannot be ranked against it", one.name, other.name);
            out.push(problem(&codes::UNRANKABLE, one, why, format!("rank one of the premises of `{}` instead", one.name)));
            sound = false;
        }
    }
    sound
}

fn has_strict(debate: &Debate, links: &Links, claim: ClaimId) -> bool {
    links.supports(claim).any(|s| debate.step(s).strict)
}

/// Why a side has nothing that can be ranked, and what to do.
fn unrankable(debate: &Debate, links: &Links, theory: &Theory, side: &Ranked) -> Option<(String, String)> {
    if let Some(step) = side.step.map(|s| debate.step(s)).filter(|s| s.strict && side.claim.is_none()) {
        let premises: Vec<String> = step.premises.iter().take(4).map(|p| format!("`{}`", debate.claim(*p).name.shown)).collect();
        return Some((
            format!("`{}` is a strict step, which nothing outweighs", side.name),
            format!("rank one of its premises: {}", premises.join(", ")),
        ));
    }
    let claim = side.claim?;
    if debate.claim(claim).kind == ClaimKind::Fact {
        return Some((format!("`{}` is a fact, which nothing outweighs", side.name), "leave out the preference".to_owned()));
    }
    let all_strict = links.supports(claim).len() > 0 && links.supports(claim).all(|s| debate.step(s).strict);
    let asserted = theory.assertions.get(claim.index()).copied().flatten().is_some();
    (all_strict && !asserted && side.step.is_none() && links.attacks(claim).len() == 0)
        .then(|| (format!("`{}` is supported strictly only", side.name), "rank one of the premises of its supports".to_owned()))
}

fn problem(code: &'static Code, side: &Ranked, why: String, help: String) -> Diagnostic {
    Diagnostic::new(code, side.place, why).help(help)
}

/// The clashes of a theory with its preferences, indexed once to test each preference.
#[derive(Debug, Clone)]
pub struct Clashes<'a> {
    links: &'a Links,
    theory: &'a Theory,
    order: Order,
    /// From the premises of strict rules to their conclusions.
    strict: Digraph,
    backward: Digraph,
    /// From sentences to their contraries, both ways.
    contraries: Digraph,
}

impl<'a> Clashes<'a> {
    /// Indexes `theory`, to which the preferences have been added. Linear.
    pub fn new(links: &'a Links, theory: &'a Theory) -> Self {
        let system = &theory.system;
        let rules = system.rules();
        let strict = rules.ids().filter(|r| !rules.is_defeasible(*r)).flat_map(|r| {
            let rule = rules.get(r);
            rule.body.iter().map(move |b| (*b, rule.head))
        });
        let contraries = system.contraries().iter().flat_map(|&(x, y)| [(x, y), (y, x)]);
        let strict = Digraph::new(system.sentences(), strict);
        Self {
            links,
            theory,
            order: Order::new(system),
            backward: strict.reversed(),
            strict,
            contraries: Digraph::new(system.sentences(), contraries),
        }
    }

    /// Whether no preference that this one could be part of decides a clash between the rules of its two sides: no rule at or above the
    /// stronger side concludes, strictly or not, what is contrary to what a rule at or below the weaker side concludes. Costs what is
    /// ranked above and below. A side that was retracted clashes with nothing, which is no fault of the preference.
    pub fn is_idle(&self, preference: &Preference) -> bool {
        let own = |side| rules(self.links, self.theory, side);
        if own(&preference.stronger).is_empty() || own(&preference.weaker).is_empty() {
            return false;
        }
        let above = self.heads(&preference.stronger, |rules| self.order.above(rules));
        let below = self.heads(&preference.weaker, |rules| self.order.below(rules));
        !self.meet(&above, &below) && !self.meet(&below, &above)
    }

    /// Whether strict rules lead from `from` to a contrary of one of `heads`. Searched from both ends in turn, so that it costs no more
    /// than the smaller of the two searches.
    fn meet(&self, from: &BTreeSet<Sentence>, heads: &BTreeSet<Sentence>) -> bool {
        let to: BTreeSet<Sentence> = heads.iter().flat_map(|h| self.contraries.next(*h)).copied().collect();
        let mut forth = Search::new(&self.strict, from);
        let mut back = Search::new(&self.backward, &to);
        loop {
            let (Some(one), Some(other)) = (forth.step(), back.step()) else { return false };
            if to.contains(&one) || from.contains(&other) {
                return true;
            }
        }
    }

    /// What the rules of a side conclude, and the rules beyond them.
    fn heads(&self, side: &Ranked, beyond: impl Fn(&[RuleId]) -> Vec<RuleId>) -> BTreeSet<Sentence> {
        let own = rules(self.links, self.theory, side);
        beyond(&own).into_iter().chain(own).map(|r| self.theory.system.rules().get(r).head).collect()
    }
}

/// A search along a graph, a node at a time.
struct Search<'g> {
    graph: &'g Digraph,
    queue: Vec<Sentence>,
    seen: BTreeSet<Sentence>,
}

impl<'g> Search<'g> {
    fn new(graph: &'g Digraph, from: &BTreeSet<Sentence>) -> Self {
        Self { graph, queue: from.iter().copied().collect(), seen: BTreeSet::new() }
    }

    /// The next node that has not been reached before.
    fn step(&mut self) -> Option<Sentence> {
        loop {
            let next = self.queue.pop()?;
            if self.seen.insert(next) {
                self.queue.extend_from_slice(self.graph.next(next));
                return Some(next);
            }
        }
    }
}
