//! Finds words that have one sense in a premise and another in the conclusion: equivocation between files.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        terms::{Terms, local},
        words::same_words,
    },
    model::{debate::StepKind, ids::ClaimId},
    text::span::FileId,
};
use std::collections::BTreeMap;

rule! {
    /// A word has one sense in a premise and another in the conclusion.
    "shifting-term", Style, Warning, "shifting_term.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let debate = cx.debate;
    // The senses of a word, by the file that gives them: a file has one for a word at most.
    let mut senses: BTreeMap<String, Vec<(FileId, usize)>> = BTreeMap::new();
    for (at, term) in debate.terms.iter().enumerate() {
        senses.entry(local(&term.name.shown).to_lowercase()).or_default().push((term.place.file, at));
    }
    let differ = |list: &[(FileId, usize)]| {
        let texts: Vec<&str> = list.iter().filter_map(|(_, at)| debate.terms.get(*at)).map(|t| t.text.as_str()).collect();
        texts.windows(2).any(|pair| matches!(pair, [a, b] if !same_words(a, b)))
    };
    senses.retain(|_, list| list.len() > 1 && differ(list));
    if senses.is_empty() {
        return;
    }
    let terms = Terms::new(debate);
    // The term that a claim uses by this word: the one of its own file.
    let used = |claim: ClaimId, word: &str| {
        let claim = debate.claim(claim);
        let own = senses.get(word)?.iter().find(|(file, _)| *file == claim.place.file).map(|s| s.1)?;
        terms.find(&claim.text).contains(&own).then_some(own)
    };
    for step in debate.steps.iter().filter(|s| s.kind == StepKind::Support) {
        let Some(target) = step.claims().next() else { continue };
        for premise in step.premises.iter().filter(|p| debate.claim(**p).place.file != debate.claim(target).place.file) {
            let shifted =
                senses.keys().find_map(|word| Some((word, used(*premise, word)?, used(target, word)?)).filter(|(_, a, b)| a != b));
            let Some((word, one, other)) = shifted else { continue };
            let (Some(one), Some(other)) = (debate.terms.get(one), debate.terms.get(other)) else { continue };
            if same_words(&one.text, &other.text) {
                continue;
            }
            let title =
                format!("\"{word}\" has one sense in the premise `{}` and another in the conclusion", debate.claim(*premise).name.shown);
            let found = Diagnostic::new(&CODE, step.place, title);
            out.push(
                found
                    .related(one.place, "its sense in the premise")
                    .related(other.place, "its sense in the conclusion")
                    .note("what holds of the word in one sense need not hold of it in the other")
                    .help("give one of the two another word; or say with a premise how the one follows from the other"),
            );
        }
    }
}
