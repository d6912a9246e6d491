//! Which statement of the old debate is which of the new one: by name and text, by text, by name, by what stands around it.
//!
//! A text that only one statement has tells more than its name, so a claim that is renamed is found by it. Where several share a text, they
//! are told apart by what bears on them and what they bear on, in ever wider circles (the colour refinement of Weisfeiler and Leman, 1968).

use crate::{
    diff::pairs::{Matcher, Pairs},
    model::debate::{ClaimKind, Debate, Name, Step, StepKind, Target},
};
use std::hash::{DefaultHasher, Hash, Hasher};

/// How far around a claim is looked to tell it from others of the same text.
const CIRCLES: usize = 4;

/// Two debates and the pairs of their statements.
#[derive(Debug)]
pub struct Alignment<'d> {
    /// The old debate.
    pub old: &'d Debate,
    /// The new debate.
    pub new: &'d Debate,
    /// Claims.
    pub claims: Pairs,
    /// Steps.
    pub steps: Pairs,
    /// Questions.
    pub questions: Pairs,
    /// Parties.
    pub parties: Pairs,
    /// Sources.
    pub sources: Pairs,
    /// Terms.
    pub terms: Pairs,
}

/// A text without its layout.
pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Pairs the statements of two debates. Near linear.
pub fn align<'d>(old: &'d Debate, new: &'d Debate) -> Alignment<'d> {
    let claims = claims(old, new);
    let named = |list: &[(&Name, &str)]| list.iter().map(|(name, text)| (name.shown.to_string(), words(text))).collect::<Vec<_>>();
    let parties = |d: &Debate| named(&d.parties.iter().map(|p| (&p.name, p.text.as_str())).collect::<Vec<_>>());
    let sources = |d: &Debate| named(&d.sources.iter().map(|s| (&s.name, s.text.as_str())).collect::<Vec<_>>());
    let terms = |d: &Debate| named(&d.terms.iter().map(|t| (&t.name, t.text.as_str())).collect::<Vec<_>>());
    let questions = |d: &Debate| named(&d.questions.iter().map(|q| (&q.name, q.text.as_str())).collect::<Vec<_>>());
    Alignment {
        old,
        new,
        steps: steps(old, new, &claims),
        claims,
        questions: plain(&questions(old), &questions(new)),
        parties: plain(&parties(old), &parties(new)),
        sources: plain(&sources(old), &sources(new)),
        terms: plain(&terms(old), &terms(new)),
    }
}

/// Pairs what has a name and a text: by both, by a text of its own, by name.
fn plain(old: &[(String, String)], new: &[(String, String)]) -> Pairs {
    let mut matcher = Matcher::new(old.len(), new.len());
    let at = |list: &[(String, String)], id: u32| list.get(id as usize).cloned();
    matcher.by(|i| at(old, i), |i| at(new, i));
    matcher.by_unique(|i| at(old, i).map(|x| x.1), |i| at(new, i).map(|x| x.1));
    matcher.by(|i| at(old, i).map(|x| x.0), |i| at(new, i).map(|x| x.0));
    matcher.finish()
}

fn claims(old: &Debate, new: &Debate) -> Pairs {
    let mut matcher = Matcher::new(old.claims.len(), new.claims.len());
    let texts = |debate: &Debate| debate.claims.iter().map(|c| words(&c.text)).collect::<Vec<_>>();
    let (old_texts, new_texts) = (texts(old), texts(new));
    let name = |debate: &Debate, id: u32| debate.claims.get(id as usize).filter(|c| c.name.referable).map(|c| c.name.shown.to_string());
    let text = |texts: &[String], id: u32| texts.get(id as usize).filter(|t| !t.is_empty()).cloned();
    matcher.by(|i| name(old, i).zip(text(&old_texts, i)), |i| name(new, i).zip(text(&new_texts, i)));
    matcher.by_unique(|i| text(&old_texts, i), |i| text(&new_texts, i));
    matcher.by(|i| name(old, i), |i| name(new, i));
    let (old_colours, new_colours) = (colours(old, &old_texts), colours(new, &new_texts));
    for (old, new) in old_colours.iter().zip(&new_colours).rev() {
        matcher.by(|i| old.get(i as usize), |i| new.get(i as usize));
    }
    matcher.by(|i| text(&old_texts, i), |i| text(&new_texts, i));
    // What has no name and was reworded is known by its place, if enough of its words are left.
    let path = |debate: &Debate, id: u32| {
        let claim = debate.claims.get(id as usize).filter(|c| !c.name.referable)?;
        Some((claim.name.shown.to_string(), claim.kind.word()))
    };
    let mut reworded = Matcher { old: matcher.old.clone(), new: matcher.new.clone() };
    reworded.by(|i| path(old, i), |i| path(new, i));
    for (id, partner) in (0..).zip(&reworded.old) {
        let Some(partner) = partner else { continue };
        if let (Some(before), Some(after)) = (old_texts.get(id as usize), new_texts.get(*partner as usize))
            && is_near(before, after)
        {
            matcher.join(id, *partner);
        }
    }
    matcher.finish()
}

/// Whether half of the words stayed.
fn is_near(before: &str, after: &str) -> bool {
    similar::TextDiff::from_words(before, after).ratio() >= 0.5
}

/// The colours of the claims after 0, 1, … rounds.
fn colours(debate: &Debate, texts: &[String]) -> Vec<Vec<u64>> {
    let first = debate.claims.iter().zip(texts).map(|(claim, text)| hash(&(text, kind(claim.kind)))).collect();
    let mut all: Vec<Vec<u64>> = vec![first];
    let mut steps: Vec<u64> = vec![0; debate.steps.len()];
    for _ in 0..CIRCLES {
        let Some(claims) = all.last() else { break };
        steps = debate.steps.iter().map(|step| around_step(step, claims, &steps)).collect();
        let mut around: Vec<Vec<u64>> = claims.iter().map(|own| vec![*own]).collect();
        for (step, colour) in debate.steps.iter().zip(&steps) {
            let premises = step.premises.iter().map(|p| (p.0, 1));
            for (claim, role) in premises.chain(step.claims().map(|c| (c.0, 2))) {
                if let Some(list) = around.get_mut(claim as usize) {
                    list.push(hash(&(*colour, role)));
                }
            }
        }
        let next = around.into_iter().map(|mut list| {
            if let Some((_, others)) = list.split_first_mut() {
                others.sort_unstable();
            }
            hash(&list)
        });
        let next = next.collect();
        all.push(next);
    }
    all
}

fn around_step(step: &Step, claims: &[u64], steps: &[u64]) -> u64 {
    let colour = |list: &[u64], id: u32| list.get(id as usize).copied().unwrap_or_default();
    let mut premises: Vec<u64> = step.premises.iter().map(|p| colour(claims, p.0)).collect();
    let mut targets: Vec<u64> = step
        .targets
        .iter()
        .map(|target| match target {
            Target::Claim(claim) => colour(claims, claim.0),
            Target::Step(step) => colour(steps, step.0),
        })
        .collect();
    premises.sort_unstable();
    targets.sort_unstable();
    hash(&(step.kind.word(), step.strict, premises, targets))
}

const fn kind(kind: ClaimKind) -> &'static str {
    kind.word()
}

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// What a step is known by: its kind, whether it is strict, its premises and its targets, by pair.
type Content = (&'static str, bool, Vec<u32>, Vec<(bool, u32)>);

fn steps(old: &Debate, new: &Debate, claims: &Pairs) -> Pairs {
    let mut matcher = Matcher::new(old.steps.len(), new.steps.len());
    // An undercut is known by the step that it attacks, so each round may find more.
    loop {
        let paired = matcher.old.iter().flatten().count();
        let (old_partners, new_partners) = (matcher.old.clone(), matcher.new.clone());
        let claim_old = |c: u32| claims.of_old(c);
        let claim_new = |c: u32| claims.of_new(c);
        let step_old = |s: u32| old_partners.get(s as usize).copied().flatten();
        let step_new = |s: u32| new_partners.get(s as usize).copied().flatten().map(|_| s);
        let old_content = |i: u32| old.steps.get(i as usize).and_then(|s| content(s, &claim_old, &step_old));
        let new_content = |i: u32| new.steps.get(i as usize).and_then(|s| content(s, &claim_new, &step_new));
        let old_own = |i: u32| own(old, i).map(|(c, kind)| (claims.of_old(c), kind));
        let new_own = |i: u32| own(new, i).map(|(c, kind)| (claims.of_new(c), kind));
        matcher.by(|i| old_content(i).zip(old_own(i)), |i| new_content(i).zip(new_own(i)));
        matcher.by(old_content, new_content);
        matcher.by(old_own, new_own);
        let name = |debate: &Debate, i: u32| {
            let step = debate.steps.get(i as usize).filter(|s| s.name.referable)?;
            Some((step.name.shown.to_string(), step.kind.word()))
        };
        matcher.by(|i| name(old, i), |i| name(new, i));
        let place = |debate: &Debate, i: u32| debate.steps.get(i as usize).map(|s| s.name.shown.to_string());
        let bears_on = |content: Option<Content>| content.map(|(kind, _, _, targets)| (kind, targets));
        matcher.by(|i| place(old, i).zip(bears_on(old_content(i))), |i| place(new, i).zip(bears_on(new_content(i))));
        if matcher.old.iter().flatten().count() == paired {
            return matcher.finish();
        }
    }
}

/// `None` where it bears on a step that is not paired.
fn content(step: &Step, claim: &dyn Fn(u32) -> u32, other: &dyn Fn(u32) -> Option<u32>) -> Option<Content> {
    let mut premises: Vec<u32> = step.premises.iter().map(|p| claim(p.0)).collect();
    let targets: Option<Vec<(bool, u32)>> = step
        .targets
        .iter()
        .map(|target| match target {
            Target::Claim(c) => Some((false, claim(c.0))),
            Target::Step(s) => other(s.0).map(|s| (true, s)),
        })
        .collect();
    let mut targets = targets?;
    premises.sort_unstable();
    targets.sort_unstable();
    Some((step.kind.word(), step.strict, premises, targets))
}

/// The claim whose text a step is made with, if it has one.
fn own(debate: &Debate, id: u32) -> Option<(u32, &'static str)> {
    let step = debate.steps.get(id as usize)?;
    let [premise] = step.premises.as_slice() else { return None };
    let is_own = step.kind != StepKind::Support || debate.claim(*premise).name == step.name;
    is_own.then_some((premise.0, step.kind.word()))
}

/// Whether a step is made with the text of its own claim, as a rebuttal is; with that claim.
pub fn own_claim(debate: &Debate, id: u32) -> Option<u32> {
    let step = debate.steps.get(id as usize)?;
    own(debate, id).map(|(claim, _)| claim).filter(|claim| debate.claims.get(*claim as usize).is_some_and(|c| c.name == step.name))
}
