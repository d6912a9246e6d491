//! Finds claims that say the same under two names, word for word or nearly so.
//!
//! Texts are compared by a key, so that the cost is that of sorting keys, not of comparing all pairs. The key keeps the words in
//! their order and leaves out articles, the plural sign, and the vowels within long words; what shares a key is then compared word by
//! word. So two texts come near only by articles, plurals and slips of the pen: a "not", a number or any other word keeps them apart.

use crate::{
    diagnostic::{code::Level, problem::Diagnostic},
    lint::{
        rule::{Context, rule},
        words::{has_words, same_words, words},
    },
    model::{
        debate::{Claim, StepKind, Target},
        ids::ClaimId,
    },
};

rule! {
    /// Two claims have the same text.
    "duplicate-text", Core, Warning, "duplicate_text.md"
}

/// Shorter texts may well be said of different things, unless they bear on the same one.
const FEWEST_WORDS: usize = 5;
/// How many words of a text its first key is made of.
const FIRST_WORDS: usize = 3;
/// The most claims before one, among those of its key, with which it is compared.
const MOST_COMPARED: usize = 8;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    // Few texts begin alike, so most are read no further than that.
    let mut keys: Vec<(u64, ClaimId)> = cx.debate.claim_ids().map(|id| (key(&cx.debate.claim(id).text, FIRST_WORDS), id)).collect();
    keys.sort_unstable();
    let mut alike: Vec<(u64, ClaimId)> = Vec::new();
    for (_, id) in keys.chunk_by(|a, b| a.0 == b.0).filter(|g| g.len() > 1).flatten() {
        let text = &cx.debate.claim(*id).text;
        if has_words(text, 1) {
            alike.push((key(text, usize::MAX), *id));
        }
    }
    alike.sort_unstable();
    for group in alike.chunk_by(|a, b| a.0 == b.0).filter(|g| g.len() > 1) {
        for (at, (_, id)) in group.iter().enumerate() {
            let before = group.get(at.saturating_sub(MOST_COMPARED)..at).unwrap_or(&[]);
            let same = before.iter().find(|(_, b)| are_same(cx, *b, *id) && !are_related(cx, *b, *id));
            out.extend(same.map(|(_, b)| problem(cx.debate.claim(*b), cx.debate.claim(*id))));
        }
    }
}

fn problem(first: &Claim, second: &Claim) -> Diagnostic {
    let same = same_words(&first.text, &second.text);
    let alike = if same { "say the same" } else { "say nearly the same" };
    let (one, other) = (&first.name.shown, &second.name.shown);
    let mut found = Diagnostic::new(&CODE, second.place, format!("`{one}` and `{other}` {alike}")).related(first.place, "it is said here");
    if !same {
        found.level = Level::Note;
    }
    let help = if first.name.referable {
        format!("use `{one}` in both places by its bare name; who else says it can `accept` it")
    } else {
        "give the first a name, and use it in both places; who else says it can `accept` it".to_owned()
    };
    found.note("what is said of one of them, for or against, does not touch the other").help(help)
}

/// Articles, which carry none of the sense.
fn is_article(word: &str) -> bool {
    ["a", "an", "the"].iter().any(|a| word.eq_ignore_ascii_case(a))
}

/// Words in which a slip of the pen is looked for: long ones, in plain letters.
fn is_long(word: &str) -> bool {
    word.len() >= 6 && word.bytes().all(|b| b.is_ascii_alphabetic())
}

/// A word without its plural sign.
fn stem(word: &str) -> &str {
    if word.len() >= 5 && !word.ends_with("ss") { word.strip_suffix('s').unwrap_or(word) } else { word }
}

/// One step of the hash FNV-1a (Fowler, Noll, Vo): it is made for short keys, and what shares a key is compared anyway.
const fn mixed(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

/// The key of the first `count` words of a text, articles aside.
fn key(text: &str, count: usize) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for word in words(text).filter(|w| !is_article(w)).take(count) {
        let word = stem(word);
        if !word.is_ascii() {
            hash = word.to_lowercase().bytes().fold(hash, mixed);
            continue;
        }
        let long = is_long(word);
        let mut last = 0;
        for (at, byte) in word.bytes().map(|b| b.to_ascii_lowercase()).enumerate() {
            if long && at > 0 && (matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || byte == last) {
                continue;
            }
            hash = mixed(hash, byte);
            last = byte;
        }
        hash = mixed(hash, b' ');
    }
    hash
}

/// Whether two texts differ by articles, plurals and slips of the pen at most.
fn is_near(one: &Claim, other: &Claim) -> bool {
    let mut others = words(&other.text).filter(|w| !is_article(w));
    let near = |a: &str, b: &str| {
        let (a, b) = (stem(a).to_lowercase(), stem(b).to_lowercase());
        a == b || (is_long(&a) && is_long(&b) && strsim::osa_distance(&a, &b) <= 1)
    };
    words(&one.text).filter(|w| !is_article(w)).all(|a| others.next().is_some_and(|b| near(a, b))) && others.next().is_none()
}

/// The most uses of a claim that are looked at.
const MOST_USES: usize = 16;

/// Whether one of two claims is too many: long texts that are near, and short ones that are the same and serve the same claim in the
/// same way, in a debate of which all was read.
fn are_same(cx: &Context<'_>, one: ClaimId, other: ClaimId) -> bool {
    let (a, b) = (cx.debate.claim(one), cx.debate.claim(other));
    if has_words(&a.text, FEWEST_WORDS) {
        return is_near(a, b);
    }
    let uses = |claim: ClaimId| cx.analysis.links.uses(claim).take(MOST_USES).map(|s| cx.debate.step(s)).filter(|s| s.premises.len() == 1);
    let serve_alike = || uses(one).any(|s| uses(other).any(|o| s.kind == o.kind && s.targets == o.targets));
    cx.whole && same_words(&a.text, &b.text) && serve_alike()
}

/// Whether one supports the other, which is told as such; or both answer questions, but not the same one: "It should be closed." can
/// be said of two streets.
fn are_related(cx: &Context<'_>, one: ClaimId, other: ClaimId) -> bool {
    let begs = |from: ClaimId, to: ClaimId| {
        let uses = cx.analysis.links.uses(from).take(MOST_USES).map(|s| cx.debate.step(s));
        uses.filter(|s| s.kind == StepKind::Support).any(|s| s.targets.contains(&Target::Claim(to)))
    };
    let (a, b) = (&cx.debate.claim(one).answers, &cx.debate.claim(other).answers);
    let elsewhere = !a.is_empty() && !b.is_empty() && a.iter().all(|q| !b.contains(q));
    elsewhere || begs(one, other) || begs(other, one)
}
