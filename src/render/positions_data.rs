//! Positions as data: the part `acceptance` of the report in JSON, which is there when positions are asked for.

use crate::{
    analysis::{
        commitments::Held,
        positions::{Fit, Positions},
    },
    model::ids::ClaimId,
    render::positions::word,
    report::run::Report,
    theory::system::camps::Acceptance,
};
use serde::Serialize;

/// The positions as data, as they stand in the report.
#[derive(Debug, Serialize)]
pub struct Data<'a> {
    semantics: &'static str,
    /// How many positions there are, in decimal digits: there may be more than a number holds.
    count: &'a str,
    /// Whether `count` is the number, and not only a lower bound.
    exact: bool,
    stopped: bool,
    common: Vec<&'a str>,
    choices: Vec<Vec<Vec<&'a str>>>,
    positions: Vec<PositionData<'a>>,
    claims: Vec<ClaimData<'a>>,
}

#[derive(Debug, Serialize)]
struct PositionData<'a> {
    claims: Vec<&'a str>,
    parties: Vec<FitData<'a>>,
}

#[derive(Debug, Serialize)]
struct FitData<'a> {
    party: &'a str,
    fit: &'static str,
    gives_up: Vec<HeldData<'a>>,
}

#[derive(Debug, Serialize)]
struct HeldData<'a> {
    claim: &'a str,
    denied: bool,
}

#[derive(Debug, Serialize)]
struct ClaimData<'a> {
    claim: &'a str,
    /// Null where it is not known, or where there is no position.
    credulous: Option<bool>,
    sceptical: Option<bool>,
}

/// What [`Data`] says of `positions`.
pub fn data<'a>(report: &'a Report<'_>, positions: &'a Positions) -> Data<'a> {
    let debate = &report.debate;
    let name = |c: &ClaimId| &*debate.claim(*c).name.shown;
    let names = |claims: &[ClaimId]| claims.iter().map(name).collect::<Vec<&str>>();
    let held = |h: &Held| HeldData { claim: name(&h.claim), denied: h.denied };
    let fit =
        |f: &Fit| FitData { party: &debate.party(f.party).name.shown, fit: f.how.word(), gives_up: f.gives_up.iter().map(held).collect() };
    let claim = |(id, own): (ClaimId, &Acceptance)| ClaimData { claim: name(&id), credulous: own.credulous, sceptical: own.sceptical };
    Data {
        semantics: word(positions.semantics),
        count: &positions.count,
        exact: positions.is_exact,
        stopped: positions.stopped,
        common: names(&positions.common),
        choices: positions.choices.iter().map(|choice| choice.ways.iter().map(|o| names(o)).collect()).collect(),
        positions: positions
            .listed
            .iter()
            .map(|p| PositionData { claims: names(&p.claims), parties: p.parties.iter().map(fit).collect() })
            .collect(),
        claims: debate.claim_ids().zip(&positions.acceptance).map(claim).collect(),
    }
}
