//! Preferences between claims and steps as preferences between rules, and what is wrong with them.
//!
//! A preference ranks every rule of one side over every rule of the other. It is written through an inert rule between them, so that
//! a claim of a thousand supports over another costs two thousand pairs and not a million.

use crate::{
    analysis::{codes, compile::Theory, links::Links},
    diagnostic::{code::Code, problem::Diagnostic},
    graph::{components::components, digraph::Digraph},
    model::{
        debate::{ClaimKind, Debate, Preference, Ranked, StepKind, Target},
        ids::ClaimId,
    },
    text::span::Place,
    theory::system::{
        order::Order,
        rules::{RuleId, Sentence},
    },
};
use std::collections::BTreeSet;

/// Adds the preferences of `debate` to `theory`. One that cannot be given a meaning is reported and left out; those that run in a
/// circle are too.
pub fn add(debate: &Debate, links: &Links, theory: &mut Theory, out: &mut Vec<Diagnostic>) {
    let sound: Vec<&Preference> = debate.preferences.iter().filter(|p| is_sound(debate, links, theory, p, out)).collect();
    let sides: Vec<(Vec<RuleId>, Vec<RuleId>)> =
        sound.iter().map(|p| (rules(links, theory, &p.stronger), rules(links, theory, &p.weaker))).collect();
    let circular = circles(&sides, theory.system.rules().count());
    for circle in &circular.circles {
        let members: Vec<&Preference> = circle.iter().filter_map(|p| sound.get(*p as usize).copied()).collect();
        out.push(circle_problem(&members));
    }
    for (index, (stronger, weaker)) in sides.iter().enumerate() {
        if circular.holds(index) {
            continue;
        }
        let never = theory.system.add_sentence();
        let between = theory.system.add_defeasible(&[never], never);
        stronger.iter().for_each(|s| theory.system.prefer(*s, between));
        weaker.iter().for_each(|w| theory.system.prefer(between, *w));
    }
}

/// The rules that a side of a preference means: of a claim its assertion and its defeasible supports, of a step its own.
pub fn rules(links: &Links, theory: &Theory, ranked: &Ranked) -> Vec<RuleId> {
    let step = ranked.step.into_iter().flat_map(|s| theory.rules(s).iter().copied());
    let claim = ranked.claim.into_iter().flat_map(|claim| {
        let assertion = theory.assertions.get(claim.index()).copied().flatten();
        assertion.into_iter().chain(links.supports(claim).flat_map(|s| theory.rules(s).iter().copied()))
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

fn is_sound(debate: &Debate, links: &Links, theory: &Theory, preference: &Preference, out: &mut Vec<Diagnostic>) -> bool {
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
    for (one, other) in [(&preference.stronger, &preference.weaker), (&preference.weaker, &preference.stronger)] {
        let Some(claim) = one.claim else { continue };
        let steps = other.step.map(|s| debate.step(s));
        if steps.is_some_and(|s| s.kind == StepKind::Support && s.targets.contains(&Target::Claim(claim))) || other.claim == Some(claim) {
            let why = format!("`{}` and its own support `{}` cannot be ranked", one.name, other.name);
            out.push(problem(
                &codes::SELF_RANKED,
                other,
                why,
                "a claim is as strong as its supports; rank a support over what attacks it".to_owned(),
            ));
            sound = false;
        } else if steps.is_some_and(|s| s.kind == StepKind::Rebuttal && s.targets.contains(&Target::Claim(claim)))
            && has_strict(debate, links, claim)
        {
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
    (all_strict && !asserted && side.step.is_none())
        .then(|| (format!("`{}` is supported strictly only", side.name), "rank one of the premises of its supports".to_owned()))
}

fn problem(code: &'static Code, side: &Ranked, why: String, help: String) -> Diagnostic {
    Diagnostic::new(code, side.place, why).help(help)
}

/// Tells preferences that decide no clash. Made once for all preferences of a debate.
pub struct Idle<'a> {
    links: &'a Links,
    theory: &'a Theory,
    order: Order,
    /// The strict rules, from premise to conclusion.
    strict: Digraph,
    /// From a sentence to those it is a contrary of.
    contraries: Digraph,
}

impl<'a> Idle<'a> {
    /// Reads the rules of `theory`. Linear.
    pub fn new(links: &'a Links, theory: &'a Theory) -> Self {
        let system = &theory.system;
        let strict = system.rules().ids().filter(|r| !system.rules().is_defeasible(*r)).flat_map(|r| {
            let rule = system.rules().get(r);
            rule.body.iter().map(move |b| (*b, rule.head))
        });
        Self {
            links,
            theory,
            order: Order::new(system),
            strict: Digraph::new(system.sentences(), strict),
            contraries: Digraph::new(system.sentences(), system.contraries().iter().copied()),
        }
    }

    /// Whether `preference` decides no clash: nothing that a rule at or above its stronger side leads to strictly is contrary to the
    /// conclusion of a rule at or below its weaker side, nor the other way round. What lies above and below counts, since preferences
    /// are closed transitively.
    pub fn is_idle(&self, preference: &Preference) -> bool {
        let above = self.spread(&preference.stronger, true);
        let below = self.spread(&preference.weaker, false);
        !self.clash(&above, &below) && !self.clash(&below, &above)
    }

    /// The conclusions of the rules of a side, and of those above or below them.
    fn spread(&self, side: &Ranked, up: bool) -> BTreeSet<Sentence> {
        let own = rules(self.links, self.theory, side);
        let beyond = own.iter().flat_map(|r| if up { self.order.above(*r) } else { self.order.below(*r) });
        let all: BTreeSet<RuleId> = own.iter().copied().chain(beyond).collect();
        all.into_iter().map(|r| self.theory.system.rules().get(r).head).collect()
    }

    /// Whether something that follows strictly from `from` is a contrary of one of `heads`, or one of `heads` of it.
    fn clash(&self, from: &BTreeSet<Sentence>, heads: &BTreeSet<Sentence>) -> bool {
        let mut seen = from.clone();
        let mut queue: Vec<Sentence> = from.iter().copied().collect();
        while let Some(sentence) = queue.pop() {
            if self.contraries.next(sentence).iter().any(|y| heads.contains(y)) {
                return true;
            }
            queue.extend(self.strict.next(sentence).iter().copied().filter(|s| seen.insert(*s)));
        }
        heads.iter().any(|head| self.contraries.next(*head).iter().any(|y| seen.contains(y)))
    }
}
