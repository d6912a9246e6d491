//! Finds rebuttals that are granted as true and yet lose, because a preference gives their target the last word.

use crate::{
    analysis::{
        decisive::{Side, find_decisive},
        verdict::Verdict,
        why::{Attacker, Fate, reason},
    },
    diagnostic::problem::Diagnostic,
    lint::rule::{Context, rule},
};

rule! {
    /// A rebuttal stands, and so does its target, because a preference outweighs it and does not say why.
    "outweighed-rebuttal", Core, Note, "outweighed_rebuttal.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    if cx.debate.preferences.is_empty() {
        return;
    }
    for claim in cx.debate.claim_ids().filter(|c| cx.analysis.verdict(*c) == Verdict::Stands && cx.analysis.links.rebuttals(*c).len() > 0) {
        for attack in reason(cx.debate, cx.analysis, claim).attacks {
            let (Attacker::Move(rebuttal, step), Fate::Outweighed) = (attack.by, &attack.fate) else { continue };
            let preference = find_decisive(cx.debate, &cx.analysis.links, Side::Claim(claim), Side::Rebuttal(rebuttal));
            if preference.is_some_and(|p| !p.text.trim().is_empty()) {
                continue;
            }
            let (target, rebuttal) = (cx.debate.claim(claim), cx.debate.claim(rebuttal));
            let title = format!("`{}` is granted as true, and yet `{}` stands", rebuttal.name.shown, target.name.shown);
            let found = Diagnostic::new(&CODE, cx.debate.step(step).place, title).related(target.place, "this stands");
            out.push(found.note("a preference gives what speaks for the target the last word").help(format!(
                "say why with a preference between the two: `prefer {} over {}: …`",
                target.name.shown, rebuttal.name.shown
            )));
        }
    }
}
