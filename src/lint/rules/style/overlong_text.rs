//! Finds texts that are too long to be taken in at once.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        words::{has_words, words},
    },
};

rule! {
    /// A text is longer than 80 words.
    "overlong-text", Style, Note, "overlong_text.md"
}

/// The most words of a text that is read at once.
const MOST_WORDS: usize = 80;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // So many words take a letter and a blank each.
    let is_long = |text: &str| text.len() > 2 * MOST_WORDS && has_words(text, MOST_WORDS + 1);
    for claim in cx.debate.claims.iter().filter(|c| is_long(&c.text)) {
        let title = format!("the text of `{}` has {} words", claim.name.shown, words(&claim.text).count());
        let found = Diagnostic::new(&CODE, claim.place, title);
        out.push(
            found
                .note(format!("what is longer than {MOST_WORDS} is seldom read as one thought, and fills its box in the map"))
                .help("say the claim in a sentence; move the reasons to supports and the rest to a `note`"),
        );
    }
}
