//! A minimal explanation of a verdict: what is enough for it, and the dialogue that shows that it is.
//!
//! A claim that stands is explained by a set of assertions and steps that defends itself from nothing and gives the claim; one that falls
//! by such a set that beats all there is for it: the counter-position. An open claim is explained by what could be held with it, and
//! what could be held against it.

use crate::{
    analysis::{
        compile::{Origin, Theory, sentence},
        dialogue::{Dialogue, dialogue},
        evaluate::Analysis,
        verdict::Verdict,
    },
    model::{
        debate::Debate,
        ids::{ClaimId, StepId},
    },
    theory::{
        interrupt::Interrupt,
        system::{
            extensions::find_stand,
            grounded::{Grounded, Status, grounded},
            rules::Sentence,
            verify::is_defence,
            why::{Size, find_defence},
        },
    },
};

/// Why a claim has its verdict, in as little as possible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The claim.
    pub claim: ClaimId,
    /// Its verdict.
    pub verdict: Verdict,
    /// What is enough for the verdict; nothing for an open claim.
    pub defence: Option<Enough>,
    /// Of an open claim, what could be held with it, and against it.
    pub stands: Option<Stands>,
}

/// What is enough for a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enough {
    /// The assertions and steps, with their min-max numbers (Caminada 2014), ascending: all are odd, and 1 needs no defence.
    pub parts: Vec<(u32, Origin)>,
    /// How small that is known to be.
    pub size: Size,
    /// The moves that show that it is enough; nothing when they are too many.
    pub dialogue: Option<Dialogue>,
}

/// What could be held about an open claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// Open claims that are enough to hold it: with them it stands. Nothing when nobody could hold it without contradiction, or when the
    /// search was told to stop.
    pub with: Option<Vec<ClaimId>>,
    /// Open claims that are enough to bring it down. Nothing when no position does, or when the search was told to stop.
    pub against: Option<Vec<ClaimId>>,
    /// Whether the search was told to stop before it knew.
    pub stopped: bool,
}

/// What is enough for `sentence` to follow or to fail, where the checker agrees; nothing when it is open.
fn enough(debate: &Debate, theory: &Theory, grounded: &Grounded, sentence: Sentence) -> Option<Enough> {
    let holds = grounded.status(sentence) == Status::In;
    let defence = find_defence(&theory.system, grounded, sentence)?;
    is_defence(&theory.system, &defence.moves, sentence, holds).then(|| Enough {
        parts: defence.moves.iter().filter_map(|m| Some(((2 * m.stage).saturating_sub(1), theory.origin(m.rule)?))).collect(),
        size: defence.size,
        dialogue: defence.proof.as_ref().and_then(|proof| dialogue(debate, theory, proof)),
    })
}

/// What is enough for `step` to hold, whatever speaks against what it leads to, or for it to fail; nothing when that is open. Near linear.
pub fn explain_step(debate: &Debate, analysis: &Analysis, step: StepId) -> Option<Enough> {
    // A copy of the step leads to what nothing else bears on.
    let mut theory = analysis.theory.clone();
    let original = theory.rules(step).first().copied()?;
    let copy = theory.system.add_copy(original);
    let grounded = grounded(&theory.system);
    enough(debate, &theory, &grounded, copy)
}

/// Explains the verdict on `claim`; what the checker refuses is left out. Near linear for what is decided; a search for what is open.
pub fn explain(debate: &Debate, analysis: &Analysis, claim: ClaimId, interrupt: &Interrupt) -> Explanation {
    let theory = &analysis.theory;
    let verdict = analysis.verdict(claim);
    let defence = enough(debate, theory, &analysis.grounded, sentence(claim));
    let stands = (verdict == Verdict::Open).then(|| {
        let find = |wanted| find_stand(&theory.system, &analysis.grounded, sentence(claim), wanted, interrupt);
        let (with, against) = (find(true), find(false));
        let claims = |found: Vec<u32>| {
            let others = found.into_iter().map(ClaimId).filter(|c| *c != claim && c.index() < debate.claims.len());
            others.collect::<Vec<ClaimId>>()
        };
        Stands {
            stopped: with.is_err() || against.is_err(),
            with: with.ok().flatten().map(claims),
            against: against.ok().flatten().map(claims),
        }
    });
    Explanation { claim, verdict, defence, stands }
}
