//! Finds supports, attacks, limits and contradictions that are made twice.

use crate::{
    diagnostic::problem::{Diagnostic, Safety},
    lint::{
        edits::leave_out_bare,
        rule::{Context, rule},
    },
    model::{
        debate::{Speaker, Step, Target},
        ids::{ClaimId, PartyId, StepId},
    },
    syntax::keyword::Keyword,
    text::span::Place,
};

rule! {
    /// The same relation is stated twice.
    "duplicate-relation", Core, Warning, "duplicate_relation.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let mut steps: Vec<(u64, Target, StepId)> = Vec::with_capacity(cx.debate.steps.len());
    for (id, step) in cx.debate.step_ids().zip(&cx.debate.steps).filter(|(_, s)| !s.premises.is_empty()) {
        let hash = hash(step);
        steps.extend(step.targets.iter().map(|t| (hash, *t, id)));
    }
    steps.sort_unstable();
    for pair in steps.windows(2) {
        let [(_, target, one), (_, other_target, other)] = pair else { continue };
        let (one, other) = (cx.debate.step(*one), cx.debate.step(*other));
        if target == other_target && parts(one) == parts(other) {
            let bears = match target {
                Target::Claim(claim) => &cx.debate.claim(*claim).name.shown,
                Target::Step(step) => &cx.debate.step(*step).name.shown,
            };
            // What is misspelt is only guessed to be a relation.
            let safety = if is_spelt(cx, one) && is_spelt(cx, other) { Safety::Safe } else { Safety::Unsafe };
            let title = format!("this {} of `{bears}` is made twice, from the same premises", one.kind.word());
            out.push(problem(cx, title, one.place, other.place, (other.targets.len() == 1).then_some(safety)));
        }
    }
    let mut limits: Vec<(ClaimId, ClaimId)> = cx.debate.limits.iter().map(|l| (l.target, l.claim)).collect();
    limits.sort_unstable();
    for pair in limits.chunk_by(|a, b| a == b).filter(|g| g.len() > 1) {
        let Some((target, claim)) = pair.first() else { continue };
        let (target, claim) = (cx.debate.claim(*target), cx.debate.claim(*claim));
        let title = format!("`{}` limits `{}` twice", claim.name.shown, target.name.shown);
        out.push(problem(cx, title, target.place, claim.place, None));
    }
    let sorted = |claims: &[ClaimId]| {
        let mut claims = claims.to_vec();
        claims.sort_unstable();
        claims
    };
    let said = |speakers: &[Speaker]| speakers.iter().map(|s| s.party).collect::<Vec<PartyId>>();
    let clashes = cx.debate.contradictions.iter().map(|c| (sorted(&c.claims), c.place, said(&c.speakers)));
    let mut clashes: Vec<(Vec<ClaimId>, Place, Vec<PartyId>)> = clashes.collect();
    clashes.sort_unstable();
    for pair in clashes.windows(2) {
        let [one, other] = pair else { continue };
        if one.0 == other.0 {
            // What somebody else says again is said by him too.
            let safety = if one.2 == other.2 { Safety::Safe } else { Safety::Unsafe };
            out.push(problem(cx, "this contradiction is stated twice".to_owned(), one.1, other.1, Some(safety)));
        }
    }
}

/// Whether the line of a step begins with the keyword of its kind, or one that stands for it.
fn is_spelt(cx: &Context<'_>, step: &Step) -> bool {
    let text = &cx.files.file(step.place.file).source.text;
    let before = text.get(..step.place.span.start as usize).unwrap_or("");
    let line = text.get(before.rfind(['\n', '\r']).map_or(0, |at| at + 1)..).unwrap_or("").trim_start();
    Keyword::find(line.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').next().unwrap_or("")).is_some()
}

/// The second of two is spare, with this safety, where it is all that its statement says.
fn problem(cx: &Context<'_>, title: String, first: Place, second: Place, spare: Option<Safety>) -> Diagnostic {
    let found = Diagnostic::new(&CODE, second, title).related(first, "it is made here");
    let found = found.note("repeating a relation gives it no more weight");
    match leave_out_bare(cx.files, second).zip(spare) {
        Some((edits, safety)) => found.fix(safety, "leave this one out", edits),
        None => found.help("leave one of them out"),
    }
}

/// What makes two steps the same, besides their targets: who makes them counts too, so that each party may say it.
fn parts(step: &Step) -> impl PartialEq + use<> {
    let mut premises = step.premises.clone();
    premises.sort_unstable();
    let mut speakers: Vec<PartyId> = step.speakers.iter().map(|s| s.party).collect();
    speakers.sort_unstable();
    let scheme = step.details.as_ref().and_then(|d| d.scheme.as_ref()).map(|s| s.name.clone());
    (step.kind.word(), step.strict, premises, speakers, scheme)
}

/// Equal for equal parts, in whatever order they are told.
fn hash(step: &Step) -> u64 {
    let each = |seed: u64, id: u32| {
        // The finaliser of SplitMix64 (Steele, Lea & Flood, OOPSLA 2014).
        let mut x = u64::from(id).wrapping_add(seed).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    };
    let premises = step.premises.iter().map(|p| each(1 << 32, p.0));
    let speakers = step.speakers.iter().map(|s| each(2 << 32, s.party.0));
    let scheme = step.details.as_ref().and_then(|d| d.scheme.as_ref()).into_iter().flat_map(|s| s.name.bytes().zip(0..));
    let scheme = scheme.map(|(byte, at)| each(u64::from(byte) << 33, at));
    let kind = each(3 << 32, step.kind as u32 * 2 + u32::from(step.strict));
    premises.chain(speakers).chain(scheme).fold(kind, u64::wrapping_add)
}
