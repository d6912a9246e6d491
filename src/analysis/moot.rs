//! Preferences that are moot: they rank the sides of a clash, but one of the sides falls with them or without.
//!
//! Whether one is, is tried: the debate is judged without it. So it costs an evaluation for each preference with a side that falls, and is
//! done only up to a bound of the whole work.

use crate::{
    analysis::{
        evaluate::{Analysis, Force, evaluate},
        verdict::Verdict,
    },
    model::debate::{Debate, Preference, Ranked},
};

/// The most claims and steps that are judged again in all.
const MOST_JUDGED: usize = 100_000;

/// A preference without which every verdict is the same, and the side that falls anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moot<'d> {
    /// Its place in the list of the debate.
    pub index: usize,
    /// The side.
    pub side: &'d Ranked,
}

/// The moot preferences of `debate`, among the first that can be tried within the bound. One side must fall without any preference too, so
/// that none is moot only since another one says as much. Each costs an evaluation.
pub fn moot<'d>(debate: &'d Debate, analysis: &Analysis) -> Vec<Moot<'d>> {
    let fallen = |index: usize, p: &'d Preference| {
        let side = [&p.weaker, &p.stronger].into_iter().find(|side| falls(debate, analysis, side))?;
        Some(Moot { index, side })
    };
    let mut tried: Vec<Moot<'d>> = (0..).zip(&debate.preferences).filter_map(|(index, p)| fallen(index, p)).collect();
    let most = MOST_JUDGED / (debate.claims.len() + debate.steps.len()).max(1);
    if tried.is_empty() || most == 0 {
        return Vec::new();
    }
    let mut without = debate.clone();
    let preferences = std::mem::take(&mut without.preferences);
    let (bare, _) = evaluate(&without);
    tried.retain(|moot| falls(debate, &bare, moot.side));
    tried.truncate(most);
    without.preferences = preferences;
    tried.retain(|moot| {
        let preference = without.preferences.remove(moot.index);
        let (other, _) = evaluate(&without);
        without.preferences.insert(moot.index, preference);
        let same_force = || debate.step_ids().all(|step| analysis.force(debate, step) == other.force(debate, step));
        analysis.verdicts == other.verdicts && same_force()
    });
    tried
}

/// Whether a side does not stand: its claim, or the step alone.
fn falls(debate: &Debate, analysis: &Analysis, side: &Ranked) -> bool {
    let claim = side.claim.map(|claim| !matches!(analysis.verdict(claim), Verdict::Stands | Verdict::Open));
    claim.unwrap_or_else(|| side.step.is_some_and(|step| analysis.force(debate, step) == Force::Fails))
}
