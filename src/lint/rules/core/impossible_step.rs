//! Finds strict steps whose premises cannot be held together, or not with their conclusion.
//!
//! Besides the contradictions of the debate, what follows strictly from the premises counts, and what the facts exclude.

use crate::{
    analysis::{compile::sentence, verdict::Verdict},
    diagnostic::{code::Level, problem::Diagnostic},
    lint::rule::{Context, rule},
    model::{
        debate::{Step, StepKind, Target},
        ids::ClaimId,
    },
    theory::system::{conflict::Conflicts, rules::Sentence},
};
use std::collections::BTreeSet;

rule! {
    /// A strict step leads to what its premises contradict.
    "impossible-step", Core, Warning, "impossible_step.md"
}

/// The most contradictions or rebuttals of one claim that are looked at.
const MOST_SHOWN: usize = 64;
/// The most strict rules that are followed in search of what follows from premises, over all steps. In a debate of more than about a
/// thousand strict steps, the last of them are only held against the contradictions themselves.
const WORK: usize = 2_000_000;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let strict = || cx.debate.steps.iter().filter(|s| s.kind == StepKind::Support && s.strict);
    if strict().next().is_none() {
        return;
    }
    let system = &cx.analysis.theory.system;
    let alone = Conflicts::new(system, &[], &[]);
    let with_facts = Conflicts::new(system, system.axioms(), &[]);
    // Facts that clash are told as such, and from them anything follows.
    let facts_clash = with_facts.find_fixed().is_some();
    let rules = system.rules().ids().filter(|rule| !system.rules().is_defeasible(*rule)).count();
    let mut left = WORK;
    for step in strict() {
        if let Some(found) = direct(cx, step).or_else(|| rebutted(cx, step)) {
            out.push(found);
            continue;
        }
        let Some(rest) = left.checked_sub(rules + step.premises.len()) else { continue };
        left = rest;
        let given: Vec<Sentence> = step.premises.iter().map(|p| sentence(*p)).collect();
        if let Some(conflict) = alone.find(&given) {
            out.push(derived(cx, step, &conflict.core));
        } else if !facts_clash && let Some(conflict) = with_facts.find(&given) {
            out.push(against_facts(cx, step, &conflict.core));
        }
    }
}

const WORKS_BACKWARDS: &str = "its premises can never all hold, so the step supports nothing; it only works backwards, against a premise";
const MEND: &str = "to show by it that the premise is false, rebut the premise; else mend the step or the `contradiction`";

/// A premise that the conclusion or another premise contradicts.
fn direct(cx: &Context<'_>, step: &Step) -> Option<Diagnostic> {
    let held: BTreeSet<ClaimId> = step.premises.iter().copied().chain(step.claims()).collect();
    let clash = |p: &ClaimId| cx.analysis.links.contradictions(*p).take(MOST_SHOWN).find(|c| held.contains(c)).map(|c| (*p, c));
    let (premise, other) = step.premises.iter().find_map(clash)?;
    let what = if step.claims().any(|c| c == other) { "its conclusion" } else { "its premise" };
    let (premise, clash) = (cx.debate.claim(premise), cx.debate.claim(other));
    let title = format!(
        "the strict step `{}` starts from `{}`, which {what} `{}` contradicts",
        step.name.shown, premise.name.shown, clash.name.shown
    );
    let found = Diagnostic::new(&CODE, step.place, title);
    let found = found.related(premise.place, "this premise").related(clash.place, "and this cannot both hold");
    Some(found.note(WORKS_BACKWARDS).help(MEND))
}

/// A premise that rebuts another one, unless a preference lets both stand.
fn rebutted(cx: &Context<'_>, step: &Step) -> Option<Diagnostic> {
    let held: BTreeSet<ClaimId> = step.premises.iter().copied().collect();
    let stands = |c: ClaimId| cx.analysis.verdict(c) == Verdict::Stands;
    let (rebuttal, target) = step.premises.iter().find_map(|premise| {
        let made = cx.analysis.links.uses(*premise).take(MOST_SHOWN).map(|s| cx.debate.step(s)).filter(|s| s.kind == StepKind::Rebuttal);
        let hit = made
            .flat_map(|s| &s.targets)
            .take(MOST_SHOWN)
            .find_map(|t| if let Target::Claim(c) = t { held.contains(c).then_some(*c) } else { None })?;
        Some((*premise, hit)).filter(|(one, other)| one != other && !(stands(*one) && stands(*other)))
    })?;
    let (rebuttal, target) = (cx.debate.claim(rebuttal), cx.debate.claim(target));
    let title = format!(
        "the strict step `{}` starts from `{}` and from `{}`, which rebuts it",
        step.name.shown, target.name.shown, rebuttal.name.shown
    );
    let found =
        Diagnostic::new(&CODE, step.place, title).related(target.place, "this premise").related(rebuttal.place, "is rebutted by this one");
    Some(found.note("where the one stands, the other falls, so the step supports nothing").help("leave one of the two out of the step"))
}

/// Premises from which it follows strictly that not all of them hold.
fn derived(cx: &Context<'_>, step: &Step, core: &[Sentence]) -> Diagnostic {
    let title = format!("the premises of the strict step `{}` cannot all hold: {}", step.name.shown, names(cx, core));
    labelled(cx, Diagnostic::new(&CODE, step.place, title), core)
        .note(format!("what follows from {} by strict steps contradicts itself", if core.len() == 1 { "it" } else { "them" }))
        .note(WORKS_BACKWARDS)
        .help(MEND)
}

/// Premises from which something follows that the facts exclude: the step says no more than that not all of them hold.
fn against_facts(cx: &Context<'_>, step: &Step, core: &[Sentence]) -> Diagnostic {
    let title = format!("the strict step `{}` leads to what the facts exclude, from {}", step.name.shown, names(cx, core));
    let mut found = Diagnostic::new(&CODE, step.place, title);
    found.level = Level::Note;
    labelled(cx, found, core)
        .note("facts hold in any case, so the step only works backwards, against a premise")
        .help("if that is the point, a `rebuttal` of the premise says so openly; else mend the step, or make the fact a `claim`")
}

fn names(cx: &Context<'_>, core: &[Sentence]) -> String {
    let names: Vec<String> = claims(cx, core).map(|c| format!("`{}`", cx.debate.claim(c).name.shown)).collect();
    names.join(" and ")
}

fn labelled(cx: &Context<'_>, found: Diagnostic, core: &[Sentence]) -> Diagnostic {
    claims(cx, core).fold(found, |found, claim| found.related(cx.debate.claim(claim).place, "this premise"))
}

/// The claims among sentences: premises are claims, and a claim is the sentence of its number.
fn claims<'c>(cx: &'c Context<'_>, core: &'c [Sentence]) -> impl Iterator<Item = ClaimId> + 'c {
    core.iter().map(|s| ClaimId(*s)).filter(|c| c.index() < cx.debate.claims.len())
}
