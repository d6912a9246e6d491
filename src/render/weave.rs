//! A text that a person writes, with what a debate says filled into its marked regions. All else stays as it is, byte for byte.

use crate::{
    analysis::outcome::Outcome,
    diagnostic::nearest::find_nearest,
    model::ids::{ClaimId, QuestionId},
    render::{
        brief::{Part, part},
        document::Block,
        markdown::markdown_with,
        pick::Judgement,
        prose::citing::Citing,
        regions::{Fault, Region, find_regions},
    },
    report::run::Report,
};

/// What a region can be filled with.
pub const KINDS: [&str; 5] = ["brief", "judgement", "map", "sources", "verdict"];

/// `text` with its regions filled from `report`, cited after `style`, and how many there are.
///
/// # Errors
/// What is wrong with its marks, in the order of the text.
pub fn weave(text: &str, report: &Report<'_>, style: Option<&dyn Citing>) -> Result<(String, usize), Vec<Fault>> {
    let (regions, mut faults) = find_regions(text);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (region, nth) in regions.iter().zip(1..) {
        match fill(region, nth, report, style) {
            Ok(filling) => {
                out.push_str(text.get(at..region.body.start).unwrap_or(""));
                let line_end = if text.get(..region.body.start).is_some_and(|t| t.ends_with("\r\n")) { "\r\n" } else { "\n" };
                out.push_str(&if line_end == "\n" { filling } else { filling.replace('\n', line_end) });
                at = region.body.end;
            }
            Err(fault) => faults.push(fault),
        }
    }
    out.push_str(text.get(at..).unwrap_or(""));
    faults.sort_by_key(|f| f.at);
    if faults.is_empty() { Ok((out, regions.len())) } else { Err(faults) }
}

/// What belongs between the marks of a region.
fn fill(region: &Region, nth: usize, report: &Report<'_>, style: Option<&dyn Citing>) -> Result<String, Fault> {
    let about = of(region, report)?;
    let wanted = match (region.kind.as_str(), about) {
        ("brief", about) => Part::Brief(about),
        ("judgement", Some(about)) => Part::Judgement(about),
        ("verdict", Some(about)) => Part::Verdict(about),
        ("map", about) => Part::Map(about),
        ("sources", None) => Part::Sources,
        (kind @ ("judgement" | "verdict"), None) => {
            let help = format!("write `<!-- agon: {kind} of=\"NAME\" -->` with the name of a claim or question");
            return Err(Fault::new(region.mark.start, format!("`{kind}` does not say of what"), help));
        }
        ("sources", Some(_)) => {
            return Err(Fault::new(region.mark.start, "`sources` is of the whole debate", "write `<!-- agon: sources -->`"));
        }
        (kind, _) => {
            let near = find_nearest(kind, KINDS).map_or_else(|| format!("one of `{}`", KINDS.join("`, `")), |k| format!("`{k}`"));
            return Err(Fault::new(region.kind_at.start, format!("`{kind}` is nothing that can be filled in"), format!("write {near}")));
        }
    };
    if !region.lines && region.kind != "verdict" {
        let help = "put its marks on lines of their own";
        return Err(Fault::new(region.mark.start, format!("`{}` does not fit within a line", region.kind), help));
    }
    let blocks = sunk(part(report, wanted, style), region.level);
    let text = markdown_with(&blocks, &format!("agon-{nth}-"));
    Ok(if region.lines { format!("\n{text}\n") } else { text.trim().to_owned() })
}

/// The claim or question that a region is about.
fn of(region: &Region, report: &Report<'_>) -> Result<Option<Judgement>, Fault> {
    let Some(name) = &region.of else { return Ok(None) };
    let debate = &report.debate;
    if let Some(claim) = debate.find_claim(name) {
        return Ok(Some(about_claim(claim)));
    }
    if let Some(question) = debate.question_ids().find(|q| *debate.question(*q).name.shown == **name) {
        return Ok(Some(about_question(report, question)));
    }
    let names = debate.claims.iter().map(|c| &*c.name.shown).chain(debate.questions.iter().map(|q| &*q.name.shown));
    let help = find_nearest(name, names)
        .map_or_else(|| "`agon brief --full` ends with the names of all claims".to_owned(), |n| format!("write `of=\"{n}\"`"));
    Err(Fault::new(region.mark.start, format!("there is no claim or question `{name}` in the debate"), help))
}

const fn about_claim(claim: ClaimId) -> Judgement {
    Judgement { question: None, claim: Some(claim) }
}

fn about_question(report: &Report<'_>, question: QuestionId) -> Judgement {
    Judgement { question: Some(question), claim: Outcome::answer(report.analysis.outcome(question)) }
}

/// `blocks` with their headings below one of `level`.
fn sunk(blocks: Vec<Block>, level: u8) -> Vec<Block> {
    let sink = |block| match block {
        Block::Heading(own, line) => Block::Heading((own + level).saturating_sub(1).clamp(1, 6), line),
        other => other,
    };
    blocks.into_iter().map(sink).collect()
}
