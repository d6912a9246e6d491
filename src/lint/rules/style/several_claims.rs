//! Finds texts that hold more than one claim.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        clauses::{JOINTS, has_second_clause, is_short_clause},
        rule::{Context, rule},
        sentences::{is_within, quotations, sentences},
        words::{has_words, is_one_of, words},
    },
};

use memchr::{memchr, memchr3, memmem};

rule! {
    /// One text holds several claims.
    "several-claims", Style, Note, "several_claims.md"
}

/// The fewest words of a part that says something of its own.
const FEWEST_WORDS: usize = 4;

/// The same of a whole sentence.
const FEWEST_OF_SENTENCE: usize = 3;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for claim in &cx.debate.claims {
        if !may_hold_several(&claim.text) {
            continue;
        }
        // Paragraphs, lists and examples explain; what is asserted stands in the first paragraph.
        let first = claim.text.split("\n\n").next().unwrap_or("");
        if first.contains('\n') {
            continue;
        }
        let sentences = sentences(first);
        // A sentence beside another says something of its own, however short it is.
        let least = |sentence: &str| usize::from(sentences.len() > 1 && has_words(sentence, FEWEST_OF_SENTENCE));
        let parts: usize = sentences.iter().map(|sentence| count(sentence).max(least(sentence))).sum();
        if parts < 2 {
            continue;
        }
        let title = format!("`{}` holds {parts} claims, each of which can be true or false by itself", claim.name.shown);
        let found = Diagnostic::new(&CODE, claim.place, title);
        out.push(
            found
                .note("a rebuttal of one of them brings down all, and nobody sees which is meant")
                .help("give each a claim of its own; make a reason a `support`, an exception a `limit`, a remark a `note`"),
        );
    }
}

/// Whether anything in a text could part two claims: a mark before its end, or a word that joins clauses. Most texts have none, and are read
/// no further.
fn may_hold_several(text: &str) -> bool {
    let bytes = text.trim_ascii_end().as_bytes();
    let inner = bytes.split_last().map_or(bytes, |(_, inner)| inner);
    memchr3(b'.', b'!', b'?', inner).is_some()
        || memchr(b';', inner).is_some()
        || JOINTS.iter().any(|joint| memmem::find(inner, joint.as_bytes()).is_some())
}

/// How many parts of a sentence, between its semicolons, say something of their own. A short part does where another one besides has a
/// subject of its own too; in a list it has none.
fn count(sentence: &str) -> usize {
    if is_list(sentence) {
        return 1;
    }
    let parts = clauses(sentence);
    if let [one, other] = parts.as_slice()
        && is_short_clause(one)
        && is_short_clause(other)
    {
        return 2;
    }
    if parts.len() == 1 && has_second_clause(sentence) {
        return 2;
    }
    let has_several = parts.iter().filter(|part| has_subject(part)).nth(1).is_some();
    let says =
        |(at, part): &(usize, &&str)| has_words(part, FEWEST_WORDS) || (has_several && has_subject(part)) || (*at > 0 && follows(part));
    let count = parts.iter().enumerate().filter(says).count();
    let concludes = parts.iter().skip(1).any(|part| follows(part));
    count.max(if concludes { 2 } else { 0 })
}

/// The parts of a sentence between its semicolons, but those within quotation marks.
fn clauses(sentence: &str) -> Vec<&str> {
    let quotations = quotations(sentence);
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, joint) in sentence.match_indices("; ").filter(|(at, _)| !is_within(&quotations, *at)) {
        parts.extend(sentence.get(start..at));
        start = at + joint.len();
    }
    parts.extend(sentence.get(start..));
    parts
}

/// Whether semicolons part no clauses: those of a list that a colon or "such as" opens or that is lettered, and those within parentheses.
fn is_list(sentence: &str) -> bool {
    let Some((before, behind)) = sentence.split_once("; ") else { return false };
    let is_open = before.matches('(').count() > before.matches(')').count();
    let is_lettered = behind.starts_with('(');
    is_open || is_lettered || [": ", " such as ", " including ", " namely "].iter().any(|opening| before.contains(opening))
}

/// Words with which parts are counted.
const COUNTING: &[&str] = &["first", "firstly", "second", "secondly", "third", "thirdly", "then", "and", "but", "also"];

/// Words that begin a clause which follows from the one before it, or goes against it.
const CONNECTING: &[&str] = &[
    "therefore",
    "thus",
    "hence",
    "consequently",
    "accordingly",
    "however",
    "moreover",
    "furthermore",
    "otherwise",
    "nevertheless",
    "nonetheless",
];

/// Whether a part is a clause that is joined to the one before by its first word.
fn follows(part: &str) -> bool {
    let mut said = words(part);
    said.next().is_some_and(|first| is_one_of(first, CONNECTING)) && said.nth(1).is_some()
}

/// Words that are the subject of a clause where they begin it.
const SUBJECTS: &[&str] = &["it", "he", "she", "they", "we", "you", "i", "there", "nobody", "everybody"];

/// Whether a part begins as a clause does: with a word that is its subject, and one more at least.
fn has_subject(part: &str) -> bool {
    let mut said = words(part).skip_while(|word| is_one_of(word, COUNTING));
    said.next().is_some_and(|first| is_one_of(first, SUBJECTS)) && said.next().is_some()
}
