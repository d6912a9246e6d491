//! Finds retractions that change no verdict, because the claim rests on supports.

use crate::{
    config::pack::Pack,
    diagnostic::{
        code::{Code, Level},
        problem::Diagnostic,
    },
    lint::rule::{Context, Rule},
    model::debate::{ClaimKind, Stance},
};

/// The rule.
pub static RULE: Rule = Rule { code: &IDLE_RETRACTION, pack: Pack::Core, check };

/// A claim is retracted, and still rests on its supports.
pub static IDLE_RETRACTION: Code = Code {
    name: "idle-retraction",
    level: Level::Note,
    summary: "A claim is retracted, and still rests on its supports.",
    page: include_str!("idle_retraction.md"),
};

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for event in cx.debate.commitments.iter().filter(|c| c.stance == Stance::Retract) {
        for claim in &event.claims {
            let retracted = cx.debate.claim(*claim);
            if cx.analysis.links.supports(*claim).len() == 0 || retracted.kind == ClaimKind::Assumption {
                continue;
            }
            let title = format!("retracting `{}` changes no verdict, since it rests on its supports", retracted.name.shown);
            let found = Diagnostic::new(&IDLE_RETRACTION, event.place, title).related(retracted.place, "it is declared here");
            out.push(
                found
                    .note("a retraction takes away what stands by being said, not what follows from reasons")
                    .help("if its supports are no longer held either, retract their premises too"),
            );
        }
    }
}
