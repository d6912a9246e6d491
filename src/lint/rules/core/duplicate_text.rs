//! Finds claims that say the same under two names, word for word or nearly so.
//!
//! Texts are compared by a key, so that the cost is that of sorting keys, not of comparing all pairs. The key keeps the words in
//! their order and leaves out small words, the plural sign, and the vowels within long words; what shares a key is then compared word by
//! word. So two texts come near only by small words, spelling, plurals and slips of the pen: a "not", a number or any other word keeps
//! them apart, and so does a contradiction or a rebuttal between them.

use crate::{
    diagnostic::{code::Level, problem::Diagnostic},
    lint::{
        near::{FEWEST_WORDS, is_near, is_plain, stem, told},
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

/// How many words of a text give their initials.
const INITIALS: usize = 6;
/// The most claims before one, among those of its key, with which it is compared.
const MOST_COMPARED: usize = 8;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let begun = Begun::new(cx.debate.claims.iter().map(|c| initials(&c.text)));
    let mut alike: Vec<(u64, ClaimId)> = Vec::new();
    for (id, first) in cx.debate.claim_ids().zip(&begun.keys) {
        let text = &cx.debate.claim(id).text;
        if begun.is_shared(*first) && has_words(text, 1) {
            alike.push((key(text), id));
        }
    }
    alike.sort_unstable();
    for group in alike.chunk_by(|a, b| a.0 == b.0).filter(|g| g.len() > 1) {
        for (at, (_, id)) in group.iter().enumerate() {
            let before = group.get(at.saturating_sub(MOST_COMPARED)..at).unwrap_or(&[]);
            let same = before.iter().filter(|(_, b)| !are_related(cx, *b, *id)).find_map(|(_, b)| Some((*b, find_level(cx, *b, *id)?)));
            out.extend(same.map(|(b, level)| problem(cx.debate.claim(b), cx.debate.claim(*id), level)));
        }
    }
}

/// How texts begin. Few begin alike, so most are read no further than that.
struct Begun {
    /// The initials of the first words of each.
    keys: Vec<u64>,
    /// How many keys fall into each place, as far as one byte can count.
    counts: Vec<u8>,
}

impl Begun {
    fn new(keys: impl Iterator<Item = u64>) -> Self {
        let mut begun = Self { keys: keys.collect(), counts: Vec::new() };
        begun.counts = vec![0; 8 * begun.keys.len().next_power_of_two()];
        for key in &begun.keys {
            let place = begun.place(*key);
            if let Some(count) = begun.counts.get_mut(place) {
                *count = count.saturating_add(1);
            }
        }
        begun
    }

    fn place(&self, key: u64) -> usize {
        // The high bits: in this hash they depend on all initials.
        (key >> 32) as usize & (self.counts.len() - 1)
    }

    /// Whether several texts may begin with what has this key; where only one does, it is mostly known to be alone.
    fn is_shared(&self, key: u64) -> bool {
        self.counts.get(self.place(key)).is_some_and(|count| *count > 1)
    }
}

fn problem(first: &Claim, second: &Claim, level: Level) -> Diagnostic {
    let same = same_words(&first.text, &second.text);
    let alike = if same { "say the same" } else { "say nearly the same" };
    let (one, other) = (&first.name.shown, &second.name.shown);
    let mut found = Diagnostic::new(&CODE, second.place, format!("`{one}` and `{other}` {alike}")).related(first.place, "it is said here");
    found.level = level;
    let help = if first.name.referable {
        format!("use `{one}` in both places by its bare name; who else says it can `accept` it")
    } else {
        "give the first a name, and use it in both places; who else says it can `accept` it".to_owned()
    };
    found.note("what is said of one of them, for or against, does not touch the other").help(help)
}

/// One step of the hash FNV-1a (Fowler, Noll, Vo): it is made for short keys, and what shares a key is compared anyway.
const fn mixed(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0000_0100_0000_01b3)
}

const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// What the initials of the first words of a text come to: the same for texts of one key.
fn initials(text: &str) -> u64 {
    told(text).take(INITIALS).filter_map(|w| w.chars().next()).flat_map(char::to_lowercase).fold(EMPTY, |hash, c| mixed(hash, c as u8))
}

/// The key of a text.
fn key(text: &str) -> u64 {
    let mut hash = EMPTY;
    for word in told(text) {
        let word = stem(word);
        if !word.is_ascii() {
            hash = word.to_lowercase().bytes().fold(hash, mixed);
            continue;
        }
        let long = is_plain(word);
        let mut last = 0;
        for (at, byte) in word.bytes().map(|b| b.to_ascii_lowercase()).enumerate() {
            if long && at > 0 && (matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y') || byte == last) {
                continue;
            }
            hash = mixed(hash, if long && byte == b'z' { b's' } else { byte });
            last = byte;
        }
        hash = mixed(hash, b' ');
    }
    hash
}

/// The most uses of a claim that are looked at.
const MOST_USES: usize = 16;

/// The most contradictions of a claim that are looked at.
const MOST_CLASHES: usize = 256;

/// The fewest words of a short text that says what it speaks of.
const FEWEST_NAMING: usize = 3;

/// Words with which a text begins that speaks of what was named before it, which may be one thing here and another there.
const POINTING: &[&str] =
    &["it", "he", "she", "they", "this", "that", "these", "those", "there", "we", "you", "i", "no", "yes", "not", "so"];

/// How loudly it is told that one of two claims is too many: of long texts that are the same, and of short ones that serve the same claim in
/// the same way besides, in a debate of which all was read, as a likely mistake; of long texts that are near, and of other short ones that
/// name what they speak of, as a note. `None` where neither is.
fn find_level(cx: &Context<'_>, one: ClaimId, other: ClaimId) -> Option<Level> {
    let (a, b) = (cx.debate.claim(one), cx.debate.claim(other));
    let same = same_words(&a.text, &b.text);
    if has_words(&a.text, FEWEST_WORDS) {
        let near = || (is_near(&a.text, &b.text) && !do_clash(cx, one, other)).then_some(Level::Note);
        return if same { Some(Level::Warning) } else { near() };
    }
    if !same || !cx.whole {
        return None;
    }
    let uses = |claim: ClaimId| cx.analysis.links.uses(claim).take(MOST_USES).map(|s| cx.debate.step(s)).filter(|s| s.premises.len() == 1);
    if uses(one).any(|s| uses(other).any(|o| s.kind == o.kind && s.targets == o.targets)) {
        return Some(Level::Warning);
    }
    let points = || words(&a.text).next().is_some_and(|first| POINTING.iter().any(|word| first.eq_ignore_ascii_case(word)));
    (has_words(&a.text, FEWEST_NAMING) && !points()).then_some(Level::Note)
}

/// Whether two claims are said to contradict or rebut each other: whoever says so does not take them for the same.
fn do_clash(cx: &Context<'_>, one: ClaimId, other: ClaimId) -> bool {
    let links = &cx.analysis.links;
    let rebuts = |from: ClaimId, to: ClaimId| {
        let mut attacks = links.attacks(from).take(MOST_USES);
        attacks.any(|step| cx.debate.step(step).targets.contains(&Target::Claim(to)))
    };
    links.contradictions(one).take(MOST_CLASHES).any(|claim| claim == other) || rebuts(one, other) || rebuts(other, one)
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
