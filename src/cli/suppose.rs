//! `agon suppose`: what would come out if claims or supports fell, or claims were granted.

use crate::{
    analysis::{
        suppose::{Supposition, suppose},
        withdrawal::Part,
    },
    cli::{
        flip::Format,
        names::find_question,
        outcome::{Exit, Failure},
        product::{Debate, produce},
    },
    diagnostic::nearest::find_nearest,
    emit::inert::{inert, inert_line},
    model::{
        debate::{self, ClaimKind},
        ids::StepId,
    },
    render::suppose,
    report::run::Report,
};
use clap::Args;
use std::path::PathBuf;

/// Say what would change if a claim or support fell, or a claim were granted.
///
/// "NAME falls": its assertion and its defeasible supports are gone; a support is gone itself. Nothing comes in their place. "NAME
/// stands": all agree on it, so that nothing that speaks against it counts.
#[derive(Debug, Args)]
#[command(
    override_usage = "agon suppose [OPTIONS] <\"NAME falls\" | \"NAME stands\">... [PATH]",
    after_help = "Errors of the debate are told on standard error; the answer is given all the same, and the exit code is 1.\n\nExample:\n  agon suppose \"newer-forecast falls\" picnic.agon\n  agon suppose \"works-on-iran falls\" \"no-magic-wand stands\"\n  agon suppose \"rain stands\" --format json"
)]
pub struct Suppose {
    /// What to suppose, each in quotes; then the main file of the debate, a folder whose `agon.yaml` names it, or `-` for standard
    /// input [default: the `root` of `agon.yaml`].
    #[arg(required = true, value_name = "NAME falls | NAME stands | PATH")]
    words: Vec<String>,
    /// For people or for programs.
    #[arg(long, default_value = "text")]
    format: Format,
}

impl Suppose {
    /// Runs the command.
    ///
    /// # Errors
    /// When the debate cannot be read, or the supposition has no meaning in it.
    pub fn run(&self) -> Result<Exit, Failure> {
        let (said, path) = read(&self.words)?;
        produce(&Debate::at(path), None, |report| {
            let supposition = resolve(report, &said)?;
            let after = suppose(&report.debate, &report.analysis, &supposition).map_err(|core| clash(&report.debate, &core))?;
            Ok(match self.format {
                Format::Text => inert(&suppose::text(report, &supposition, &after)).into_owned(),
                Format::Json => suppose::json(report, &supposition, &after),
            })
        })
    }
}

/// A name and whether it is supposed to fall.
type Said<'a> = (&'a str, bool);

/// What is supposed, and the path of the debate, which stands last.
fn read(words: &[String]) -> Result<(Vec<Said<'_>>, Option<PathBuf>), Failure> {
    let help = "write each in quotes, as in `agon suppose \"NAME falls\"`, and the path of the debate last";
    let mut said = Vec::new();
    let mut path = None;
    for (index, word) in words.iter().enumerate() {
        let parts: Vec<&str> = word.split_whitespace().collect();
        match parts.as_slice() {
            [name, "falls"] => said.push((*name, true)),
            [name, "stands"] => said.push((*name, false)),
            [name, "is", "open"] => {
                let what = format!("that `{}` is open cannot be supposed", inert_line(name));
                return Err(Failure::with_help(what, "suppose that it falls or stands, or that what it clashes with does"));
            }
            _ if index + 1 == words.len() => path = Some(PathBuf::from(word)),
            _ => return Err(Failure::with_help(format!("`{}` is no supposition", inert_line(word)), help)),
        }
    }
    if said.is_empty() {
        return Err(Failure::with_help("nothing is supposed", help));
    }
    Ok((said, path))
}

fn resolve(report: &Report<'_>, said: &[Said<'_>]) -> Result<Supposition, Failure> {
    let debate = &report.debate;
    let mut supposition = Supposition::default();
    for (name, falls) in said {
        let part = require_part(debate, name)?;
        if said.iter().any(|(other, opposite)| other == name && opposite != falls) {
            return Err(Failure::new(format!("`{}` cannot both stand and fall", inert_line(name))));
        }
        match (part, falls) {
            (part, true) => {
                let part = find_step_of_strict(report, part).unwrap_or(part);
                refuse_strict(report, part)?;
                if !supposition.falls.contains(&part) {
                    supposition.falls.push(part);
                }
            }
            (Part::Claim(claim), false) if !supposition.stands.contains(&claim) => supposition.stands.push(claim),
            (Part::Claim(_), false) => {}
            (Part::Step(_), false) => {
                let what = format!("`{}` is a support with premises, which can only be supposed to fall", inert_line(name));
                return Err(Failure::with_help(what, "suppose that its conclusion or its premises stand"));
            }
        }
    }
    Ok(supposition)
}

/// The claim of this name, else the support with premises.
fn require_part(debate: &debate::Debate, name: &str) -> Result<Part, Failure> {
    let step = || debate.steps.iter().position(|s| &*s.name.shown == name).map(|s| Part::Step(StepId(s as u32)));
    if let Some(part) = debate.find_claim(name).map(Part::Claim).or_else(step) {
        return Ok(part);
    }
    if let Some(question) = find_question(debate, name) {
        return Err(question);
    }
    let what = format!("there is no claim or support `{}` in this debate", inert_line(name));
    let known = debate.claims.iter().map(|c| &*c.name.shown).chain(debate.steps.iter().map(|s| &*s.name.shown));
    Err(match find_nearest(name, known) {
        Some(near) => Failure::with_help(what, format!("did you mean `{}`?", inert_line(near))),
        None => Failure::with_help(what, "`agon brief` ends with a table of all claims and their names"),
    })
}

/// The support of one line whose text follows strictly: the text cannot fall, but its step can.
fn find_step_of_strict(report: &Report<'_>, part: Part) -> Option<Part> {
    let (debate, links, theory) = (&report.debate, &report.analysis.links, &report.analysis.theory);
    let Part::Claim(claim) = part else { return None };
    let is_own = |s: &StepId| debate.step(*s).kind == debate::StepKind::Support && debate.step(*s).name == debate.claim(claim).name;
    let step = links.uses(claim).find(is_own).map(Part::Step)?;
    (part.rules(links, theory).is_empty() && !step.rules(links, theory).is_empty()).then_some(step)
}

/// What is strict cannot fall.
fn refuse_strict(report: &Report<'_>, part: Part) -> Result<(), Failure> {
    let name = inert_line(part.name(&report.debate)).into_owned();
    let (what, help) = match part {
        Part::Claim(claim) if report.debate.claim(claim).kind == ClaimKind::Fact => {
            (format!("`{name}` is a fact, on which all agree, and cannot fall"), "make it a `claim` to suppose that it falls")
        }
        Part::Step(step) if report.debate.step(step).strict => {
            (format!("`{name}` is a strict support, which cannot fall"), "suppose that one of its premises falls")
        }
        Part::Claim(claim)
            if part.rules(&report.analysis.links, &report.analysis.theory).is_empty()
                && report.analysis.links.supports(claim).len() > 0 =>
        {
            let what = format!("`{name}` rests on strict supports alone, and falls only with their premises");
            (what, "suppose that one of the premises falls")
        }
        _ => return Ok(()),
    };
    Err(Failure::with_help(what, help))
}

fn clash(debate: &debate::Debate, core: &[crate::model::ids::ClaimId]) -> Failure {
    let names: Vec<String> = core.iter().map(|c| format!("`{}`", inert_line(&debate.claim(*c).name.shown))).collect();
    let what = format!("these cannot all hold: {}", names.join(", "));
    Failure::with_help(what, "what is supposed to stand may not clash with facts, nor with what else is supposed to stand")
}
