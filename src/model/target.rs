//! The problems of a target that a statement cannot bear on, in words that name what it could bear on.

use crate::{
    diagnostic::problem::{Diagnostic, Safety},
    model::{
        at::At,
        codes,
        debate::{StepKind, Target},
        ids::StepId,
        scope::Said,
        work::Work,
    },
    syntax::keyword::Keyword,
    text::{
        edit::Edit,
        span::{Place, Span},
    },
};

/// Reports a target that the statement cannot bear on.
pub fn wrong_target(work: &mut Work<'_>, at: &At<'_>, said: Said, place: Place) {
    let keyword = at.statement.keyword;
    let nested = at.parent().is_some();
    let at_place = if nested { at.place(at.statement.keyword_span) } else { place };
    let found = match said {
        Said::Step(step) => no_text(work, at_place, step, &format!("cannot be the target of {}", keyword.noun())),
        Said::Question(question) => {
            let question = work.debate.question(question);
            let title = format!("{} cannot bear on the question `{}`", keyword.noun(), question.name.shown);
            Diagnostic::new(&codes::WRONG_TARGET, at_place, title)
                .related(question.place, "it is declared here")
                .help("name one of its answers")
        }
        Said::Claim(claim) | Said::Both(claim, _) => {
            let steps = if work.scopes.may_read(work.debate.steps.len()) { &work.debate.steps[..] } else { &[] };
            let claim = work.debate.claim(claim);
            let title = format!("an undercut attacks a step, and `{}` is a claim", claim.name.shown);
            let declared = claim.place;
            let steps: Vec<String> = steps
                .iter()
                .filter(|s| {
                    s.kind == StepKind::Support
                        && s.name.referable
                        && s.targets.iter().any(|t| said.claim().is_some_and(|c| *t == Target::Claim(c)))
                })
                .map(|s| format!("`{}`", s.name.shown))
                .take(3)
                .collect();
            let found = Diagnostic::new(&codes::WRONG_TARGET, at_place, title).related(declared, "it is declared here");
            let rebuttal = Edit::new(at.statement.keyword_span, "rebuttal");
            let help = if steps.is_empty() {
                "deny the claim with a `rebuttal`; or, to say that it does not follow, give its support a name and undercut that".to_owned()
            } else {
                format!("deny the claim with a `rebuttal`; or, to say that it does not follow, undercut its support: {}", steps.join(", "))
            };
            found.help(help).fix(Safety::Unsafe, "make it a rebuttal", vec![rebuttal])
        }
    };
    work.diagnostics.push(found);
}

/// A support with premises stands where a claim is wanted: the message names its premises.
pub fn no_text(work: &Work<'_>, place: Place, step: StepId, why: &str) -> Diagnostic {
    let step = work.debate.step(step);
    let title = format!("`{}` is a support with premises, which has no text of its own and {why}", step.name.shown);
    let premises: Vec<String> = premises_of(work, step.place).take(5).map(|n| format!("`{n}`")).collect();
    let found = Diagnostic::new(&codes::WRONG_TARGET, place, title);
    let found = if step.place == place { found } else { found.related(step.place, "it is declared here") };
    found.help(format!("name one of its premises: {}", premises.join(", ")))
}

/// The names of the premises of the support whose header stands at `place`; they may not be linked yet, so the tree is asked.
fn premises_of<'s>(work: &Work<'s>, place: Place) -> impl Iterator<Item = &'s str> + use<'s> {
    let file = work.files.file(place.file);
    let tree = &file.parse.tree;
    let at = |span: Span| tree.statements.partition_point(|s| s.header.start < span.start) as u32;
    tree.children(at(place.span))
        .filter(|(_, c)| c.keyword == Keyword::Premise)
        .map(|(_, c)| c.name.map_or("(without a name)", |n| n.of(&file.source.text)))
}
