//! Words in the forms that they take in texts: plurals, verbs with their endings, and words that are made of them.
//!
//! There is no dictionary: the endings of English are taken off, and two words are forms of one where what may be left is the same.

/// The fewest letters of a word.
const FEWEST_LETTERS: usize = 2;

/// Endings, each with what stands in their place in the word itself.
const ENDINGS: &[(&str, &[&str])] = &[
    ("s", &[""]),
    ("ses", &["s", "sis"]),
    ("xes", &["x", "xis"]),
    ("zes", &["z"]),
    ("hes", &["h"]),
    ("oes", &["o"]),
    ("ies", &["y"]),
    ("ves", &["f", "fe"]),
    ("men", &["man"]),
    ("a", &["um", "on"]),
    ("ed", &["", "e"]),
    ("ied", &["y"]),
    ("ing", &["", "e"]),
    ("ying", &["ie"]),
    ("er", &["", "e"]),
    ("ers", &["", "e"]),
    ("or", &["", "e"]),
    ("ors", &["", "e"]),
    ("ence", &["", "e"]),
    ("ance", &["", "e"]),
    ("ent", &["", "e"]),
    ("ents", &["", "e"]),
    ("ant", &["", "e"]),
    ("ants", &["", "e"]),
    ("ment", &["", "e"]),
    ("ments", &["", "e"]),
    ("ion", &["", "e"]),
    ("ions", &["", "e"]),
    ("ation", &["", "e"]),
    ("ations", &["", "e"]),
];
/// Words of which two forms share too little.
const IRREGULAR: &[(&str, &str)] = &[
    ("children", "child"),
    ("people", "person"),
    ("feet", "foot"),
    ("mice", "mouse"),
    ("paid", "pay"),
    ("laid", "lay"),
    ("said", "say"),
    ("sold", "sell"),
    ("told", "tell"),
    ("held", "hold"),
    ("kept", "keep"),
    ("fought", "fight"),
    ("bought", "buy"),
    ("sought", "seek"),
    ("taught", "teach"),
    ("built", "build"),
    ("lent", "lend"),
    ("spent", "spend"),
    ("chosen", "choose"),
    ("stolen", "steal"),
];

/// What a word in lower case may be a form of, itself among them.
pub fn bases(word: &str) -> Vec<String> {
    let mut found = vec![word.to_owned()];
    found.extend(IRREGULAR.iter().filter(|(form, _)| *form == word).map(|(_, base)| (*base).to_owned()));
    for (ending, bases) in ENDINGS {
        let Some(stem) = word.strip_suffix(ending).filter(|stem| !stem.is_empty()) else { continue };
        found.extend(bases.iter().map(|base| format!("{stem}{base}")).filter(|base| base.len() >= FEWEST_LETTERS));
        // "Banned", "deterrence"
        let mut last = stem.bytes().rev();
        let is_doubled = last.next().is_some_and(|b| b.is_ascii_alphabetic() && !b"aeiousl".contains(&b) && last.next() == Some(b));
        found.extend(stem.get(..stem.len() - 1).filter(|_| is_doubled).map(str::to_owned));
    }
    found
}

/// Whether two words in lower case may be forms of one.
pub fn are_forms(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let others = bases(other);
    bases(one).iter().any(|base| others.contains(base))
}
