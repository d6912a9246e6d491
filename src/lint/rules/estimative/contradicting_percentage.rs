//! Finds claims that state a probability in percent which their word of likelihood does not mean.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        chances::{Chance, Of, chances},
        estimates::{Estimate, estimates, find_word, range},
        rule::{Context, rule},
        spot::{find_phrase, find_value},
    },
    syntax::attribute::Key,
};

rule! {
    /// A percentage lies outside what the word of likelihood beside it means.
    "contradicting-percentage", Estimative, Warning, "contradicting_percentage.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for claim in &cx.debate.claims {
        let stated = chances(&claim.text);
        if stated.is_empty() {
            continue;
        }
        let attribute = claim.details.as_ref().and_then(|d| find_word(d.likelihood.as_deref()?));
        let said = estimates(&claim.text);
        let all: Vec<Estimate> = said.iter().copied().chain(attribute).collect();
        let clashes = |chance: &&Chance| match &chance.of {
            Of::Word(word) => !is_within(chance, *word),
            Of::Text => !all.is_empty() && !all.iter().any(|word| is_within(chance, *word)),
            Of::Whole => said.is_empty() && attribute.is_some_and(|word| !is_within(chance, word)),
        };
        let beside = |chance: &&Chance| matches!(chance.of, Of::Word(_));
        // Of several percentages one may be that of the word; one in a bracket is told by itself.
        let in_bracket = stated.iter().find(|chance| beside(chance) && clashes(chance));
        let others = || {
            let mut others = stated.iter().filter(|chance| !beside(chance));
            let first = others.next().filter(clashes)?;
            others.all(|chance| clashes(&chance)).then_some(first)
        };
        let Some(chance) = in_bracket.or_else(others) else { continue };
        let word = match &chance.of {
            Of::Word(word) => *word,
            Of::Text | Of::Whole => match all.first() {
                Some(word) => *word,
                None => continue,
            },
        };
        let (low, high) = range(word);
        let title = format!("`{}` says {} and \"{}\", which means {low}–{high} %", claim.name.shown, percent(chance.percent), word.word);
        let mut found = Diagnostic::new(&CODE, find_phrase(cx, claim.place, &chance.words), title);
        if said.is_empty() {
            found = found.related(find_value(cx, claim.place, Key::Likelihood), "this is its attribute");
        }
        out.push(
            found
                .note("a reader believes the number or the word, and cannot know which was meant")
                .help("give the number that is meant, and the word whose range holds it"),
        );
    }
}

/// Whether a probability may lie in the range of the word.
fn is_within(chance: &Chance, word: Estimate) -> bool {
    let ((low, high), (least, most)) = (range(word), chance.percent);
    least <= high && low <= most
}

fn percent((least, most): (f64, f64)) -> String {
    match () {
        () if least >= most => format!("{least} %"),
        () if least <= 0.0 => format!("at most {most} %"),
        () if most >= 100.0 => format!("at least {least} %"),
        () => format!("{least}–{most} %"),
    }
}
