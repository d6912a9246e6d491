//! Whether what a square bracket puts in turns round, makes surer or less sure, or counts what the source says: "It is \[never\] safe" of
//! "It is safe".
//!
//! Editorial practice lets a bracket say whom a pronoun means, fit a letter or an ending to the sentence around it, and explain. So words
//! that the source has not are no fault by themselves; only those are told that bear on the words beside them as a denial, a hedge, a
//! condition or a quantity, or say the reverse of what they replace, and only where the source has nothing of the kind there.

use crate::quotation::{
    cut::find_cut,
    elision::{DENYING_PAIRS, Dropped, Effect, HEDGING, LIMITING, Mark, SCANT, denies, find_dropped},
    figures::{Kind, Side, find_other, find_other_unit, has_number},
    inflection::{is_form, is_written_out},
    words::{ADVERBS, AUXILIARY, DETERMINING, is_one_of, tokens},
};

/// A bracket and what stands around it.
#[derive(Debug, Clone, Copy)]
pub struct Joint<'t> {
    /// The words of the quotation before it.
    pub before: &'t str,
    /// What it puts in.
    pub put_in: &'t str,
    /// The words of the quotation behind it.
    pub behind: &'t str,
    /// What stands in the source in its place; beside a quotation, as many words as it has itself.
    pub replaced: &'t str,
    /// Where it stands.
    pub side: Side,
    /// More of the source around it.
    pub near: &'t str,
}

/// Words of quantity that say much the same.
const QUANTITIES: &[&[&str]] = &[
    &["all", "every", "each", "everyone", "everybody", "everything", "whole", "entire", "always", "both", "any"],
    &["most", "majority", "mostly", "usually", "mainly"],
    &["many", "much", "numerous", "countless", "lots", "plenty", "often", "frequently"],
    &["some", "several", "certain", "various", "sometimes", "occasionally"],
    &["more", "additional", "further", "greater", "extra"],
    &["less", "fewer", "lower", "smaller"],
    &["half", "third", "quarter"],
];
/// Words that stand beside one of quantity and count nothing.
const BESIDE_QUANTITY: &[&str] =
    &["the", "of", "a", "an", "these", "those", "them", "number", "great", "large", "vast", "almost", "nearly", "in"];
/// Words, or how they begin, that say the reverse of each other; `*` stands for any ending.
const OPPOSITES: &[(&[&str], &[&str])] = &[
    (&["more", "most"], &["less", "fewer", "least", "fewest"]),
    (&["above", "over"], &["below", "under"]),
    (
        &["rise*", "rising", "rose", "risen", "increas*", "grow*", "grew", "gain*", "climb*"],
        &["fall", "falls", "fallen", "falling", "fell", "decreas*", "declin*", "shrink*", "shrank", "drop*", "lose*", "losing", "lost"],
    ),
    (&["win", "wins", "won", "winning"], &["lose*", "losing", "lost"]),
    (&["guilty", "convict*", "condemn*", "sentenced"], &["innocent", "acquit*", "exonerat*", "cleared"]),
    (&["admit*", "confess*", "conced*", "acknowledg*"], &["deny", "denies", "denied", "denying"]),
    (&["allow*", "permit*"], &["forbid*", "forbade", "prohibit*", "ban", "bans", "banned"]),
    (&["include*", "including"], &["exclud*"]),
    (&["majority"], &["minority"]),
    (&["maximum"], &["minimum"]),
    (&["present"], &["absent"]),
    (&["plaintiff*"], &["defendant*"]),
    (&["open", "opens", "opened"], &["closed", "closes", "shut"]),
    (&["begin", "begins", "began", "begun", "start*"], &["end", "ends", "ended", "cease*", "stop*"]),
    (&["buy", "buys", "bought"], &["sell", "sells", "sold"]),
    (&["north*"], &["south*"]),
    (&["east", "eastern"], &["west", "western"]),
    (&["profit*"], &["loss", "losses"]),
    (&["cause", "causes", "caused"], &["prevent*", "cure", "cures", "cured"]),
    (&["large*", "big", "bigger"], &["small*"]),
    (&["early", "earlier"], &["late", "later"]),
    (&["ally", "allies"], &["enemy", "enemies"]),
    (&["support*", "favour*", "favor*"], &["oppos*"]),
    (&["accept*", "approv*", "agree*"], &["reject*", "refus*", "declin*"]),
    (&["many", "most", "numerous", "plenty", "much"], &["few", "little", "scant"]),
    (&["confirm*", "affirm*"], &["deny", "denies", "denied", "denying"]),
    (&["agree*"], &["disagree*"]),
    (&["before"], &["after"]),
    (&["first"], &["last"]),
    (&["up"], &["down"]),
    (&["high*"], &["low", "lower", "lowest"]),
    (&["better", "best"], &["worse", "worst"]),
    (&["good"], &["bad"]),
    (&["safe", "safer"], &["dangerous", "unsafe"]),
    (&["true"], &["false", "untrue"]),
    (&["strong*"], &["weak*"]),
    (&["success*", "succeed*"], &["fail*"]),
    (&["legal*", "lawful*"], &["illegal*", "unlawful*"]),
];
/// What makes the reverse of a word before which it is put.
const REVERSING: &[&str] = &["un", "in", "im", "ir", "il", "dis", "non", "non-", "anti", "anti-", "mis"];
/// Words of a hedge beside those that always are one.
const ALSO_HEDGING: &[&str] = &[
    "can",
    "could",
    "would",
    "should",
    "seem",
    "seems",
    "seemed",
    "appear",
    "appears",
    "appeared",
    "suggests",
    "believed",
    "thought",
    "said",
    "unlikely",
    "roughly",
    "about",
    "alleged",
    "possible",
    "probable",
    "potential",
    "potentially",
    "suspected",
    "risk",
    "chance",
];
/// Modal verbs that say much the same of what is to be. What may be and what might be, what shall be and what should be are told in two
/// tenses.
const MOODS: &[&[&str]] = &[&["will", "would", "shall"], &["can", "could", "may", "might"], &["should", "ought", "shall"], &["must"]];
/// Words with which a condition of the source may begin.
const CONDITIONAL: &[&str] = &["if", "whether", "unless", "when", "provided", "should", "were", "had", "assuming", "once", "whenever"];
/// Words that limit, in a bracket of their own.
const ONLY: &[&str] = &["only", "solely", "merely", "exclusively"];

/// What the words of a bracket do to those beside them, where the source has nothing of the kind.
pub fn find_put_in(joint: &Joint<'_>) -> Option<Dropped> {
    let (ours, theirs) = (tokens(joint.put_in), tokens(joint.replaced));
    let replaced: Vec<&str> = theirs.iter().flatten().copied().collect();
    let words: Vec<&str> = ours.iter().flatten().copied().collect();
    find_denial(joint, &ours, &words, &replaced)
        .or_else(|| find_hedge(joint, &words, &replaced))
        .or_else(|| find_limit(joint, &words, &replaced))
        .or_else(|| find_count(joint))
        .or_else(|| find_opposite(&words, &replaced))
        .or_else(|| find_quantity(joint, &words, &replaced))
        .or_else(|| find_other_mood(&words, &replaced))
}

/// What a bracket within a word makes of the word or words of the source: `made` of `word`, of which `kept` letters stand before the bracket.
/// `is_cut` says that a full stop follows the word in the source.
pub fn find_remade(made: &str, word: &str, kept: &str, is_cut: bool) -> Option<Dropped> {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        // What is longer on one side may be a year in full.
        let is_same = made.starts_with(word) || made.ends_with(word);
        return (!is_same).then(|| Dropped { word: word.to_owned(), does: Effect::Counts, mark: Mark::Replaced });
    }
    let is_word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-' | ' '));
    let is_other = denies(made, None) != denies(word, None) || !(is_form(made, word, kept, is_cut) || is_written_out(made, word, is_cut));
    let found = || Dropped { word: word.to_owned(), does: Effect::Rewords(made.to_owned()), mark: Mark::PutIn };
    (is_word(made) && is_word(word) && is_other).then(found)
}

fn put_in(word: &str, does: Effect) -> Option<Dropped> {
    Some(Dropped { word: word.to_owned(), does, mark: Mark::PutIn })
}

fn find_denial(joint: &Joint<'_>, ours: &[Option<&str>], words: &[&str], replaced: &[&str]) -> Option<Dropped> {
    let is_negative = |w: &&str| {
        let lower = w.to_ascii_lowercase();
        let begins = REVERSING.iter().any(|r| lower.starts_with(r) && lower.len() > r.len() + 3);
        denies(w, None)
            || is_one_of(w, SCANT)
            || begins
            || lower.ends_with("less")
            || is_one_of(w, &["opposes", "opposed", "lacks", "lacked"])
    };
    let has_pair = |words: &[&str]| {
        let is_pair = |two: &[&str]| matches!(two, [one, other] if DENYING_PAIRS.iter().any(|(a, b)| one.eq_ignore_ascii_case(a) && other.eq_ignore_ascii_case(b)));
        words.windows(2).any(is_pair)
    };
    if replaced.iter().any(is_negative) || has_pair(replaced) {
        return None;
    }
    let is_idle = |w: &&str| denies(w, None) || is_one_of(w, ADVERBS) || is_one_of(w, AUXILIARY) || is_one_of(w, &["to"]);
    let denial = words.iter().find(|w| denies(w, None));
    if let Some(word) = denial.filter(|_| words.iter().all(is_idle) && (!joint.behind.is_empty() || !joint.before.is_empty())) {
        return put_in(word, Effect::Denies);
    }
    // "Is [not the lock but the dam]" denies what the bracket itself says.
    let names = words.iter().any(|w| is_one_of(w, DETERMINING)) && joint.side != Side::Before;
    let is_verb = joint.before.split_whitespace().next_back().is_some_and(|verb| is_one_of(verb, AUXILIARY));
    if is_verb && !names && ours.first().is_some_and(|first| first.is_some_and(|w| denies(w, None))) {
        return find_dropped(joint.before, joint.put_in, joint.behind).filter(|d| d.does == Effect::Denies).map(as_put_in);
    }
    if joint.behind.is_empty() || ours.last().is_none_or(Option::is_none) {
        return None;
    }
    let taken_back = find_cut(joint.put_in, joint.behind.trim_start())?;
    let does = if taken_back.split(' ').any(|w| is_one_of(w, CONDITIONAL)) { Effect::Limits } else { Effect::Denies };
    if does == Effect::Limits && replaced.iter().any(|w| is_one_of(w, CONDITIONAL)) {
        return None;
    }
    put_in(&taken_back, does)
}

fn as_put_in(found: Dropped) -> Dropped {
    Dropped { mark: Mark::PutIn, ..found }
}

fn find_hedge(joint: &Joint<'_>, words: &[&str], replaced: &[&str]) -> Option<Dropped> {
    let is_idle = |w: &&str| HEDGING.contains(w) || is_one_of(w, ADVERBS) || is_one_of(w, AUXILIARY);
    let hedge = words.iter().find(|w| HEDGING.contains(w)).filter(|_| words.iter().all(is_idle))?;
    let is_hedged = |w: &&str| is_one_of(w, HEDGING) || is_one_of(w, ALSO_HEDGING);
    let stands =
        !joint.behind.is_empty() && !joint.near.split_whitespace().any(|w| tokens(w).iter().flatten().any(|w| is_one_of(w, HEDGING)));
    if replaced.iter().any(is_hedged) || !stands { None } else { put_in(hedge, Effect::Hedges) }
}

fn find_limit(joint: &Joint<'_>, words: &[&str], replaced: &[&str]) -> Option<Dropped> {
    let [word] = words else { return None };
    let is_limited = replaced.iter().any(|w| is_one_of(w, ONLY) || is_one_of(w, LIMITING) || is_one_of(w, &["just", "alone", "sole"]));
    if is_limited || joint.behind.is_empty() || !is_one_of(word, ONLY) { None } else { put_in(word, Effect::Limits) }
}

fn find_count(joint: &Joint<'_>) -> Option<Dropped> {
    if let Some((ours, theirs)) = find_other_unit(joint.put_in, joint.replaced) {
        return put_in(&theirs, Effect::Rewords(ours));
    }
    let found = find_other(joint.put_in, joint.replaced, joint.side, joint.behind, joint.near)?;
    match found.theirs {
        Some(theirs) if found.kind == Kind::Cardinal => Some(Dropped { word: theirs, does: Effect::Counts, mark: Mark::Replaced }),
        Some(theirs) => put_in(&theirs, Effect::Rewords(found.ours)),
        None => put_in(&found.ours, Effect::Counts),
    }
}

fn find_quantity(joint: &Joint<'_>, words: &[&str], replaced: &[&str]) -> Option<Dropped> {
    let own = || words.iter().filter(|w| !is_one_of(w, replaced) && !is_one_of(w, BESIDE_QUANTITY));
    let quantity = own().next()?;
    let same = QUANTITIES.iter().find(|same| own().all(|w| is_one_of(w, same)))?;
    let is_near = tokens(joint.near).iter().flatten().chain(replaced).any(|w| is_one_of(w, same));
    let stands = joint.behind.trim_start().starts_with(char::is_alphanumeric);
    // "Most of [the 12] dams": what a number says may be said in words, too.
    let is_number = has_number(joint.replaced) && is_one_of(quantity, &["both", "all", "half", "third", "quarter"]);
    if is_near || !stands || is_number { None } else { put_in(quantity, Effect::Counts) }
}

/// Words of the brackets of a quotation, all together, that say the reverse of words in whose place they stand.
pub fn find_reversed(put_in: &str, replaced: &str) -> Option<Dropped> {
    let (ours, theirs) = (tokens(put_in), tokens(replaced));
    find_opposite(&ours.into_iter().flatten().collect::<Vec<_>>(), &theirs.into_iter().flatten().collect::<Vec<_>>())
}

fn find_opposite(words: &[&str], replaced: &[&str]) -> Option<Dropped> {
    if words.iter().chain(replaced).any(|w| denies(w, None)) {
        return None;
    }
    let own: Vec<&&str> = words.iter().filter(|w| !is_one_of(w, replaced)).collect();
    let left: Vec<&&str> = replaced.iter().filter(|w| !is_one_of(w, words)).collect();
    let is_listed = |word: &str, list: &[&str]| {
        let lower = word.to_ascii_lowercase();
        list.iter().any(|listed| listed.strip_suffix('*').map_or(lower == *listed, |begin| lower.starts_with(begin)))
    };
    let pairs = own.iter().flat_map(|ours| left.iter().map(move |theirs| (**ours, **theirs)));
    let is_reverse = |(ours, theirs): &(&str, &str)| {
        let listed = |one, other| {
            OPPOSITES.iter().any(|(a, b)| (is_listed(one, a) && is_listed(other, b)) || (is_listed(one, b) && is_listed(other, a)))
        };
        let (ours, theirs) = (ours.to_ascii_lowercase(), theirs.to_ascii_lowercase());
        listed(&ours, &theirs) || REVERSING.iter().any(|r| ours.strip_prefix(r) == Some(&theirs) || theirs.strip_prefix(r) == Some(&ours))
    };
    let (ours, theirs) = pairs.into_iter().find(is_reverse)?;
    put_in(theirs, Effect::Rewords(ours.to_owned()))
}

/// A modal verb in place of one that says another thing: what will be for what could be.
fn find_other_mood(words: &[&str], replaced: &[&str]) -> Option<Dropped> {
    let modals = |words: &[&str]| {
        let is_modal = |word: &&&str| MOODS.iter().any(|same| is_one_of(word, same));
        words.iter().filter(is_modal).map(|word| word.to_ascii_lowercase()).collect::<Vec<_>>()
    };
    let (ours, theirs) = (modals(words), modals(replaced));
    let ([ours], [theirs]) = (ours.as_slice(), theirs.as_slice()) else { return None };
    let is_same = MOODS.iter().any(|same| is_one_of(ours, same) && is_one_of(theirs, same));
    if is_same { None } else { put_in(theirs, Effect::Rewords(ours.clone())) }
}
