//! Whether a word that a bracket makes of a word of the source is a form of it: "govern\[ed\]" of "governs", and not "ac\[quitted\]" of
//! "accused".
//!
//! There is no dictionary: two words are forms of one where both end in endings of English, or where they have the same consonants once
//! their endings are off ("wrote" and "writes"). A few verbs that fit neither are listed.

/// The endings of words that are forms of another, or made of it.
const ENDINGS: &[&str] = &[
    "", "s", "es", "e", "ed", "d", "ing", "n", "en", "t", "er", "est", "ers", "or", "ors", "y", "ies", "ied", "ying", "ly", "i", "ie",
    "'s", "’s", "'", "’", "ion", "ions", "ation", "ations", "ment", "ments", "al", "ic", "ical", "ive", "ance", "ence", "ant", "ent",
    "able", "ible", "ity", "ness", "ism", "ist", "ists", "ize", "ise", "cy", "tic", "ia", "ian", "ians", "an", "ans", "ish", "ain", "us",
    "um", "a", "ous", "ful", "hood", "ship", "cies", "th", "man", "men", "ese",
];
/// What is taken off a word before its consonants are looked at.
const INFLECTIONS: &[&str] = &["", "s", "es", "d", "ed", "t", "n", "en", "ing", "er", "est", "ly", "ren"];
/// Verbs of which two forms share too little.
const IRREGULAR: &[&[&str]] = &[
    &["think", "thinks", "thinking", "thought"],
    &["bring", "brings", "bringing", "brought"],
    &["buy", "buys", "buying", "bought"],
    &["catch", "catches", "catching", "caught"],
    &["teach", "teaches", "teaching", "taught"],
    &["seek", "seeks", "seeking", "sought"],
    &["have", "has", "had", "having"],
    &["was", "were"],
    &["is", "are", "am", "be", "been", "being", "was", "were"],
    &["make", "makes", "making", "made"],
    &["leave", "leaves", "leaving", "left"],
    &["can", "could"],
    &["will", "would"],
    &["shall", "should"],
    &["may", "might"],
];
/// Words that stand for others, any of which may take the place of another.
const STANDING_FOR: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "we",
    "you",
    "him",
    "her",
    "his",
    "hers",
    "its",
    "them",
    "their",
    "theirs",
    "us",
    "our",
    "ours",
    "my",
    "your",
    "this",
    "that",
    "these",
    "those",
    "the",
    "then",
    "there",
    "a",
    "an",
    "who",
    "whom",
    "whose",
    "which",
    "here",
    "himself",
    "herself",
    "themselves",
];
/// The most letters of a word of which a bracket may make a longer one, whatever that is: an abbreviation.
const ABBREVIATION: usize = 4;

/// Whether `made` is a form of `word`, of which it keeps `kept` letters at the start; `is_cut` says that a full stop follows the word.
pub fn is_form(made: &str, word: &str, kept: &str, is_cut: bool) -> bool {
    let (made, word, kept) = (made.to_lowercase(), word.to_lowercase(), kept.to_lowercase());
    let is_standing = STANDING_FOR.contains(&made.as_str()) && STANDING_FOR.contains(&word.as_str());
    let is_irregular = IRREGULAR.iter().any(|row| row.contains(&made.as_str()) && row.contains(&word.as_str()));
    if made == word || is_standing || is_irregular {
        return true;
    }
    if made.contains("less") != word.contains("less") {
        return false;
    }
    let (Some(ours), Some(theirs)) = (made.strip_prefix(&kept), word.strip_prefix(&kept)) else { return shares_consonants(&made, &word) };
    let is_abbreviation = theirs.is_empty() && (is_cut || word.chars().count() <= ABBREVIATION) && !kept.is_empty();
    let ends = |rest: &str| is_chain(rest) || kept.chars().next_back().and_then(|last| rest.strip_prefix(last)).is_some_and(is_chain);
    is_abbreviation || (!kept.is_empty() && ends(ours) && ends(theirs)) || shares_consonants(&made, &word)
}

/// Whether `made` is `word` written out: it has all its letters in their order and more between them, as "Department" has those of "Dept".
/// `is_cut` says that a full stop follows the word; without one only a short word is an abbreviation of one twice as long.
pub fn is_written_out(made: &str, word: &str, is_cut: bool) -> bool {
    let (made, word) = (made.to_lowercase(), word.to_lowercase());
    let mut letters = made.chars();
    let has_all = word.chars().all(|letter| letters.any(|other| other == letter));
    let is_short = word.chars().count() <= ABBREVIATION && made.chars().count() >= 2 * word.chars().count();
    has_all && (is_cut || is_short) && made.chars().next() == word.chars().next() && !made.starts_with(&word)
}

/// Whether a rest is an ending, or two.
fn is_chain(rest: &str) -> bool {
    ENDINGS.iter().any(|ending| rest.strip_prefix(ending).is_some_and(|more| ENDINGS.contains(&more)))
}

fn shares_consonants(one: &str, other: &str) -> bool {
    let first = |word: &str| word.chars().next();
    let theirs = skeletons(other);
    first(one) == first(other) && skeletons(one).iter().any(|bones| theirs.contains(bones))
}

/// The consonants of a word without one of its endings; a doubled one counts once.
fn skeletons(word: &str) -> Vec<String> {
    let stems = INFLECTIONS.iter().filter_map(|ending| word.strip_suffix(ending));
    let bones = stems.map(|stem| {
        let mut bones: Vec<char> =
            stem.chars().filter(|c| c.is_alphanumeric() && !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'w')).collect();
        bones.dedup();
        bones.into_iter().collect::<String>()
    });
    bones.filter(|bones| !bones.is_empty()).collect()
}
