//! What would change whether a claim stands: the smallest sets whose withdrawal does, and the fewest new moves that do.
//!
//! A *flip set* of a claim is a minimal set of other claims and of supports such that, without their defeasible rules
//! (`withdrawal`), the claim stands if it does not, and does not if it does. A new move is a rebuttal or undercut that itself nobody
//! answers. An undercut of a step takes its rules away; a rebuttal takes away the defeasible rules of its target, and so both are found
//! as flip sets of one. Where a strict step leads to the target, the rebuttal tells against its premises too, and the debate is
//! evaluated with it; such a rebuttal is tried alone only. An objection to the claim itself is such a move; a new reason for it is no news and left out.

use crate::{
    analysis::{
        compile::{Theory, sentence},
        evaluate::{Analysis, evaluate},
        links::Links,
        verdict::Verdict,
        withdrawal::{Part, parts},
    },
    model::{
        debate::{Claim, ClaimKind, Debate, Few, Name, Step, StepKind, Target},
        ids::{ClaimId, StepId},
    },
    theory::system::{
        closure::Uses,
        flip::{Bounds, flips},
        rules::RuleId,
    },
};

/// The largest sets that are looked for.
pub const MOST_TOGETHER: usize = 3;
/// The work spent on sets, and again on new moves: about a second.
const WORK: usize = 60_000_000;
/// The statements looked at for rebuttals that need an evaluation of the whole debate each.
const MOST_STATEMENTS: usize = 200_000;

/// A new move that nobody answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Addition {
    /// A rebuttal of a claim.
    Rebuttal(ClaimId),
    /// An undercut of a step.
    Undercut(StepId),
}

impl Addition {
    /// The move that takes away what goes with `part`.
    const fn of(part: Part) -> Self {
        match part {
            Part::Claim(claim) => Self::Rebuttal(claim),
            Part::Step(step) => Self::Undercut(step),
        }
    }

    /// What it attacks.
    pub const fn target(self) -> Part {
        match self {
            Self::Rebuttal(claim) => Part::Claim(claim),
            Self::Undercut(step) => Part::Step(step),
        }
    }
}

/// What would change whether a claim stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flips {
    /// The claim.
    pub claim: ClaimId,
    /// Its verdict as it is.
    pub verdict: Verdict,
    /// The flip sets found, by size, then in the order of the files.
    pub sets: Vec<Vec<Part>>,
    /// All flip sets up to this size are among them.
    pub complete: usize,
    /// Whether there is no larger flip set either.
    pub exhausted: bool,
    /// Whether more are left out than are told, or may be.
    pub more: bool,
    /// The single new moves that change it too, in the order of the files.
    pub additions: Vec<Addition>,
    /// Where no single new move changes it, the smallest sets of new moves that do together.
    pub joint: Vec<Vec<Addition>>,
    /// Whether these moves, or sets of moves, are all.
    pub all_additions: bool,
}

/// What would change whether `claim` stands: at most `limit` sets and as many moves.
pub fn flip(debate: &Debate, analysis: &Analysis, claim: ClaimId, limit: usize) -> Flips {
    let parts = parts(debate, &analysis.links, &analysis.theory, claim);
    let (sets, found) = search(analysis, claim, parts, Bounds { size: MOST_TOGETHER, sets: limit, work: WORK });
    let (additions, joint, all_additions) = additions(debate, analysis, claim, limit);
    let verdict = analysis.verdict(claim);
    Flips { claim, verdict, sets, complete: found.complete, exhausted: found.exhausted, more: found.more, additions, joint, all_additions }
}

/// The smallest sets of claims that would change whether `claim` stands if they fell, of claims that are `wanted`.
pub fn claims(debate: &Debate, analysis: &Analysis, claim: ClaimId, wanted: impl Fn(ClaimId) -> bool, bounds: Bounds) -> Vec<Vec<ClaimId>> {
    let mut parts = parts(debate, &analysis.links, &analysis.theory, claim);
    parts.retain(|(part, _)| matches!(part, Part::Claim(claim) if wanted(*claim)));
    let (sets, _) = search(analysis, claim, parts, bounds);
    let of = |set: Vec<Part>| set.into_iter().filter_map(|p| if let Part::Claim(c) = p { Some(c) } else { None }).collect();
    let smallest = sets.first().map_or(0, Vec::len);
    sets.into_iter().take_while(|set| set.len() == smallest).map(of).collect()
}

/// The flip sets of `claim` among `parts`.
fn search(
    analysis: &Analysis,
    claim: ClaimId,
    parts: Vec<(Part, Vec<RuleId>)>,
    bounds: Bounds,
) -> (Vec<Vec<Part>>, crate::theory::system::flip::Flips) {
    let (parts, rules): (Vec<Part>, Vec<Vec<RuleId>>) = parts.into_iter().unzip();
    let found = flips(&analysis.theory.system, &analysis.grounded, sentence(claim), &rules, bounds);
    let sets = found.sets.iter().map(|set| set.iter().filter_map(|p| parts.get(*p as usize)).copied().collect()).collect();
    (sets, found)
}

fn additions(debate: &Debate, analysis: &Analysis, claim: ClaimId, limit: usize) -> (Vec<Addition>, Vec<Vec<Addition>>, bool) {
    let (links, theory) = (&analysis.links, &analysis.theory);
    let certain = Uses::strict_only(&theory.system).strict(theory.system.axioms().iter().copied()).holds;
    let rebuttable = |c: &ClaimId| certain.get(c.index()) != Some(&true);
    let (by_rules, by_pipeline): (Vec<ClaimId>, Vec<ClaimId>) =
        debate.claim_ids().filter(rebuttable).partition(|c| !is_strict(links, theory, *c));
    let claims = by_rules.into_iter().map(Part::Claim);
    let steps = debate.step_ids().map(Part::Step);
    let mut moves: Vec<(Part, Vec<RuleId>)> = claims.chain(steps).map(|p| (p, p.rules(links, theory))).collect();
    moves.retain(|(_, rules)| !rules.is_empty());
    moves.sort_by_key(|(part, _)| (part.place(debate), *part));
    let (found, searched) = search(analysis, claim, moves.clone(), Bounds { size: 1, sets: limit, work: WORK });
    let mut additions: Vec<Addition> = found.into_iter().flatten().map(Addition::of).collect();
    // Preferences over what strict steps lead from are weighed along all of these.
    let strict = theory.system.rules().count() - theory.system.rules().defeasible().count();
    let effort = debate.claims.len() + debate.steps.len() + theory.system.preferences().len().saturating_mul(strict);
    let most = MOST_STATEMENTS / effort.saturating_add(1);
    let stood = analysis.verdict(claim) == Verdict::Stands;
    let flips = |c: &ClaimId| (rebutted(debate, *c).verdict(claim) == Verdict::Stands) != stood;
    additions.extend(by_pipeline.iter().take(most).copied().filter(flips).map(Addition::Rebuttal));
    additions.sort_by_key(|a| (a.target().place(debate), *a));
    let all = searched.complete == 1 && by_pipeline.len() <= most && additions.len() <= limit;
    additions.truncate(limit);
    if !additions.is_empty() || !all {
        return (additions, Vec::new(), all);
    }
    let (mut sets, searched) = search(analysis, claim, moves, Bounds { size: MOST_TOGETHER, sets: limit, work: WORK });
    let smallest = sets.first().map_or(MOST_TOGETHER, Vec::len);
    sets.retain(|set| set.len() == smallest);
    let all = by_pipeline.is_empty() && !searched.more && (searched.complete >= smallest || searched.exhausted);
    (additions, sets.into_iter().map(|set| set.into_iter().map(Addition::of).collect()).collect(), all)
}

/// Whether a strict support leads to `claim`.
fn is_strict(links: &Links, theory: &Theory, claim: ClaimId) -> bool {
    links.supports(claim).any(|s| theory.rules(s).iter().any(|r| !theory.system.rules().is_defeasible(*r)))
}

/// What `debate` comes to with one more rebuttal of `target`.
pub fn rebutted(debate: &Debate, target: ClaimId) -> Analysis {
    let mut more = debate.clone();
    let place = debate.claim(target).place;
    let name = Name { shown: "".into(), referable: false };
    let new = ClaimId(more.claims.len() as u32);
    more.claims.push(Claim {
        name: name.clone(),
        kind: ClaimKind::Rebuttal,
        text: String::new(),
        place,
        speakers: Few::new(),
        answers: Few::new(),
        section: None,
        details: None,
    });
    more.steps.push(Step {
        name,
        kind: StepKind::Rebuttal,
        strict: false,
        premises: Few::from_slice(&[new]),
        targets: Few::from_iter([Target::Claim(target)]),
        speakers: Few::new(),
        place,
        details: None,
    });
    evaluate(&more).0
}
