//! Finds conclusions that are said to be more likely than what they are drawn from.

use crate::{
    analysis::evaluate::Force,
    diagnostic::problem::Diagnostic,
    lint::{
        estimates::{SUREST, estimates, find_word, opposite},
        rule::{Context, rule},
        spot::{find_phrase, find_value},
        words::words,
    },
    model::ids::{ClaimId, StepId},
    syntax::attribute::Key,
};

rule! {
    /// A conclusion is said to be more likely than the weakest premise that it needs.
    "likelier-conclusion", Estimative, Warning, "likelier_conclusion.md"
}

/// The most supports of a claim that are looked at; with more, nothing is told of it.
const MOST_SUPPORTS: usize = 64;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, claim) in cx.debate.claim_ids().zip(&cx.debate.claims) {
        let supports = cx.analysis.links.supports(id);
        // With a source it has grounds besides.
        if !claim.cites().is_empty() || !(1..=MOST_SUPPORTS).contains(&supports.len()) {
            continue;
        }
        let Some(likelihood) = likelihood(cx, id) else { continue };
        let mut weakest: Option<(Likelihood, ClaimId, StepId)> = None;
        let carried = supports.into_iter().any(|step| {
            let premises = cx.debate.step(step).premises.iter();
            let least = premises.filter_map(|p| Some((self::likelihood(cx, *p)?, *p, step))).min_by_key(|l| l.0.degree);
            match least {
                Some(found) if found.0.degree < likelihood.degree => {
                    if weakest.is_none_or(|w| w.0.degree < found.0.degree) {
                        weakest = Some(found);
                    }
                    false
                }
                _ => true,
            }
        });
        // The likelihoods of separate supports would add up; what each of them needs bounds them all.
        let working: Vec<StepId> = cx.analysis.links.supports(id).filter(|s| cx.analysis.force(cx.debate, *s) == Force::Works).collect();
        let bounds = |premise: ClaimId| working.len() < 2 || working.iter().all(|s| cx.debate.step(*s).premises.contains(&premise));
        let Some((least, premise, step)) = weakest.filter(|(_, premise, _)| !carried && bounds(*premise)) else { continue };
        let premise = cx.debate.claim(premise);
        let says = if likelihood.in_text { format!("says \"{}\"", likelihood.word) } else { format!("is said to be {}", likelihood.word) };
        let only = if least.in_text { format!("says \"{}\"", least.word) } else { format!("is only {}", least.word) };
        let title = format!("`{}` {says}, and rests on `{}`, which {only}", claim.name.shown, premise.name.shown);
        let place = match likelihood.in_text {
            true => find_phrase(cx, claim.place, likelihood.word),
            false => find_value(cx, claim.place, Key::Likelihood),
        };
        let found = Diagnostic::new(&CODE, place, title).related(premise.place, "this is its weakest premise");
        let found =
            if cx.debate.step(step).place == premise.place { found } else { found.related(cx.debate.step(step).place, "of this support") };
        let found = match least.opposite {
            Some(opposite) => found.note(format!("what is {} leaves the opposite {opposite}, and no more", least.word)),
            None => found,
        };
        out.push(
            found
                .note("linked premises are all needed, so together they are at most as likely as the least likely of them")
                .help("lower the likelihood of the conclusion, or add the support or source that it rests on besides"),
        );
    }
}

/// How likely a claim is said to be.
#[derive(Debug, Clone, Copy)]
struct Likelihood {
    word: &'static str,
    /// How sure that makes one of what the claim is used for, 0 to 6.
    degree: u8,
    /// Whether the text says so.
    in_text: bool,
    /// How likely the opposite is, where the text calls something unlikely and so speaks for the opposite.
    opposite: Option<&'static str>,
}

/// The likelihood of a claim: that of its attribute; else the only one in its text. A text that says "unlikely" speaks for what does not
/// happen, and that is as likely as the opposite degree of the scale. A condition or a question says nothing of how likely the whole is.
fn likelihood(cx: &Context<'_>, claim: ClaimId) -> Option<Likelihood> {
    let claim = cx.debate.claim(claim);
    if let Some(word) = claim.details.as_ref().and_then(|d| d.likelihood.as_deref()) {
        return find_word(word).map(|e| Likelihood { word: e.word, degree: e.degree, in_text: false, opposite: None });
    }
    let said = estimates(&claim.text);
    let first = said.first().filter(|first| said.iter().all(|e| e.degree == first.degree))?;
    let open = words(&claim.text).any(|word| ["if", "whether", "unless"].iter().any(|open| word.eq_ignore_ascii_case(open)));
    let opposite = if first.degree * 2 < SUREST { opposite(*first) } else { None };
    let degree = first.degree.max(SUREST - first.degree);
    (!open).then_some(Likelihood { word: first.word, degree, in_text: true, opposite })
}
