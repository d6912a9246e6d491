//! Strengths in a table, and as data: numbers beside the verdicts, with a line that says what they are not.

use crate::{
    analysis::strengths::Strengths,
    model::ids::ClaimId,
    render::{
        document::{Block, Inline},
        markdown::markdown,
        prose::words,
    },
    report::run::Report,
    theory::gradual::energy::TOLERANCE,
};
use serde::Serialize;

/// The most claims that are listed; the rest is counted.
const MOST: usize = 100;

/// The strengths as a section of Markdown. Bounded.
pub fn render(report: &Report<'_>, strengths: &Strengths) -> String {
    let debate = &report.debate;
    let mut about = "How strong each claim is, from 0 to 1, if supports and attacks are weighed and not only answered. \
                     This is another reading of the debate: it changes no verdict."
        .to_owned();
    if !strengths.circular.is_empty() {
        let count = words::count(strengths.circular.len(), "claim depends on itself", "claims depend on themselves");
        about += &format!(
            " {}, so DF-QuAD is not defined for this debate; claims that support each other in a circle raise each other.",
            words::capital(&count)
        );
    }
    let restless = strengths.energy.iter().filter(|e| e.is_none()).count();
    if restless > 0 {
        let count = words::count(restless, "claim", "claims");
        about += &format!(" The strength of {count} did not come to rest and is not given.");
    }
    let mut head = vec![plain("Claim"), plain("Verdict"), plain("Base"), plain("Quadratic energy")];
    if strengths.df_quad.is_some() {
        head.push(plain("DF-QuAD"));
    }
    let row = |claim: ClaimId| {
        let at = claim.index();
        let energy = strengths.energy.get(at).copied().flatten();
        let mut row = vec![
            vec![Inline::Code(debate.claim(claim).name.shown.to_string())],
            plain(report.analysis.verdict(claim).word()),
            number(strengths.bases.get(at).copied()),
            number(energy),
        ];
        if let Some(values) = &strengths.df_quad {
            row.push(number(values.get(at).copied()));
        }
        row
    };
    let mut blocks = vec![Block::Heading(2, plain("Strengths")), Block::Paragraph(plain(&about))];
    if !debate.claims.is_empty() {
        blocks.push(Block::Table { head, rows: debate.claim_ids().take(MOST).map(row).collect() });
    }
    let left = debate.claims.len().saturating_sub(MOST);
    if left > 0 {
        let more = words::capital(&words::count(left, "more claim is", "more claims are"));
        blocks.push(Block::Paragraph(plain(&format!("{more} not listed; the JSON has them all."))));
    }
    markdown(&blocks)
}

fn plain(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn number(value: Option<f64>) -> Vec<Inline> {
    plain(&value.map_or("not settled".to_owned(), |v| format!("{v:.3}")))
}

/// The strengths as they stand in the report.
#[derive(Debug, Serialize)]
pub struct Data<'a> {
    tolerance: f64,
    converged: bool,
    acyclic: bool,
    claims: Vec<ClaimData<'a>>,
}

#[derive(Debug, Serialize)]
struct ClaimData<'a> {
    claim: &'a str,
    base: f64,
    energy: Option<f64>,
    df_quad: Option<f64>,
}

/// What [`Data`] says of `strengths`; values are rounded to the tolerance.
pub fn data<'a>(report: &'a Report<'_>, strengths: &Strengths) -> Data<'a> {
    let rounded = |value: f64| (value / TOLERANCE).round() / TOLERANCE.recip().round();
    let debate = &report.debate;
    let claim = |claim: ClaimId| ClaimData {
        claim: &debate.claim(claim).name.shown,
        base: strengths.bases.get(claim.index()).copied().unwrap_or_default(),
        energy: strengths.energy.get(claim.index()).copied().flatten().map(rounded),
        df_quad: strengths.df_quad.as_ref().and_then(|v| v.get(claim.index())).copied().map(rounded),
    };
    Data {
        tolerance: TOLERANCE,
        converged: strengths.at_rest(),
        acyclic: strengths.df_quad.is_some(),
        claims: debate.claim_ids().map(claim).collect(),
    }
}
