//! Positions: what can be held together in a debate when the open clashes are decided one way or another, and who fits which.
//!
//! A position is what an extension says of the claims: `Cl(E) ∩ claims`; extensions that say the same are one position. A party *holds*
//! a position that contains all that it accepts and defeats all that it denies; it is *at odds* with one that defeats a claim it accepts or
//! contains one that it denies; else it is *compatible*: one that leaves open what a party denies does not deny it. The verdicts stay those of the grounded semantics.

use crate::{
    analysis::{
        commitments::{Held, Store},
        compile::sentence,
        evaluate::Analysis,
        verdict::Verdict,
    },
    model::{
        debate::Debate,
        ids::{ClaimId, PartyId},
    },
    theory::{
        framework::problem::Semantics,
        interrupt::Interrupt,
        search::product::count,
        system::{
            camps::{Acceptance, Camps, Choices, camps},
            rules::Sentence,
            verify::Reading,
        },
    },
};

/// The most positions that are listed; the others are counted.
pub const MOST: usize = 64;

/// The positions of a debate.
#[derive(Debug, Clone)]
pub struct Positions {
    /// The semantics whose extensions they are.
    pub semantics: Semantics,
    /// Positions, at most [`MOST`].
    pub listed: Vec<Position>,
    /// How many there are, in decimal digits.
    pub count: String,
    /// Whether that is the number; else there are at least so many.
    pub is_exact: bool,
    /// The independent choices that they combine: for each, what the one or the other way adds to what is common.
    pub choices: Vec<Choice>,
    /// The claims that are in every position found.
    pub common: Vec<ClaimId>,
    /// For each claim, whether some or every position contains it.
    pub acceptance: Vec<Acceptance>,
    /// Whether the search was told to stop before all was known.
    pub stopped: bool,
}

/// An independent choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What each way adds to what is common; at most [`MOST`] ways.
    pub ways: Vec<Vec<ClaimId>>,
    /// How many ways there are.
    pub count: u64,
    /// Whether that is the number; else there are at least so many.
    pub is_exact: bool,
}

/// What can be held together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Its claims that are not common to all.
    pub claims: Vec<ClaimId>,
    /// How each party that holds anything fits, in the order of the parties.
    pub parties: Vec<Fit>,
}

/// How a party fits a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// Who.
    pub party: PartyId,
    /// How.
    pub how: Fitness,
    /// What it would have to give up: what the position defeats of what it accepts, and contains of what it denies.
    pub gives_up: Vec<Held>,
}

/// The ways to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fitness {
    /// All that the party accepts is in the position, and all that it denies is defeated there, or has nothing for it anywhere.
    Holds,
    /// Nothing stands between them, but the position leaves open something that the party accepts or denies.
    Compatible,
    /// The position defeats something that the party accepts, or contains something that it denies.
    AtOdds,
}

impl Fitness {
    /// The word for it in data.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Compatible => "compatible",
            Self::AtOdds => "at-odds",
        }
    }
}

/// The positions under `semantics`, which must be one for debates. `stores` are what the parties hold.
pub fn positions(debate: &Debate, analysis: &Analysis, stores: &[Store], semantics: Semantics, interrupt: &Interrupt) -> Positions {
    let matter = debate.claims.len() as u32;
    let camps = camps(&analysis.theory.system, &analysis.grounded, semantics, matter, MOST, interrupt);
    let is_common = common(analysis, &camps, matter as usize);
    let varies = |claim: &ClaimId| is_common.get(claim.index()) == Some(&false);
    let listed = camps.listed.iter().map(|reading| Position {
        claims: debate.claim_ids().filter(|c| holds(&reading.holds, *c) && varies(c)).collect(),
        parties: stores.iter().filter(|s| !s.held.is_empty()).map(|s| fit(analysis, s, reading)).collect(),
    });
    let listed: Vec<Position> = listed.collect();
    let own = |option: &Vec<Sentence>| option.iter().map(|s| ClaimId(*s)).filter(varies).collect();
    let open = camps.choices.iter().filter(|c| c.options.len() > 1);
    let numbers: Vec<u64> = camps.choices.iter().map(|c| c.count).collect();
    let choice = |c: &Choices| Choice { ways: c.options.iter().map(own).collect(), count: c.count, is_exact: c.whole };
    Positions {
        semantics,
        count: count(&numbers),
        is_exact: camps.choices.iter().all(|c| c.whole) || camps.choices.iter().any(|c| c.whole && c.count == 0),
        choices: open.map(choice).collect(),
        common: debate.claim_ids().filter(|c| !listed.is_empty() && !varies(c)).collect(),
        listed,
        acceptance: camps.acceptance,
        stopped: camps.stopped,
    }
}

/// Which of the claims are in every position: what stands, and what each way of a choice holds; of a choice whose ways are not all known,
/// only what is known to follow from every position.
fn common(analysis: &Analysis, camps: &Camps, claims: usize) -> Vec<bool> {
    let mut common: Vec<bool> = analysis.verdicts.iter().map(|v| *v == Verdict::Stands).collect();
    common.resize(claims, false);
    for choices in &camps.choices {
        let Some((first, others)) = choices.options.split_first() else { continue };
        let is_known = |s: &Sentence| choices.is_listed() || camps.acceptance.get(*s as usize).is_some_and(|a| a.sceptical == Some(true));
        for &shared in first.iter().filter(|s| is_known(s) && others.iter().all(|o| o.binary_search(s).is_ok())) {
            if let Some(mark) = common.get_mut(shared as usize) {
                *mark = true;
            }
        }
    }
    common
}

fn holds(marks: &[bool], claim: ClaimId) -> bool {
    marks.get(sentence(claim) as usize) == Some(&true)
}

fn fit(analysis: &Analysis, store: &Store, reading: &Reading) -> Fit {
    let opposed = |h: &&Held| if h.denied { holds(&reading.holds, h.claim) } else { is_defeated(analysis, reading, h.claim) };
    let gives_up: Vec<Held> = store.held.iter().filter(opposed).copied().collect();
    let is_held = store.held.iter().all(|h| if h.denied { !holds(&reading.may_hold, h.claim) } else { holds(&reading.holds, h.claim) });
    let how = match (gives_up.is_empty(), is_held) {
        (false, _) => Fitness::AtOdds,
        (true, true) => Fitness::Holds,
        (true, false) => Fitness::Compatible,
    };
    Fit { party: store.party, how, gives_up }
}

/// Whether the position defeats all there is for the claim; where there is nothing, there is nothing to defeat.
fn is_defeated(analysis: &Analysis, reading: &Reading, claim: ClaimId) -> bool {
    !holds(&reading.may_hold, claim) && analysis.verdict(claim) != Verdict::Unsupported
}
