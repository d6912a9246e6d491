//! Whether "and" or "but" joins a second clause, with a subject and a verb of its own, to a first one.
//!
//! No dictionary tells verbs from nouns here. A verb is known from a list, or by what stands behind it: before an article stands a verb or
//! a preposition. What may belong to a condition, a report or a comparison is passed over, and so are a list and verbs of one subject.

use crate::lint::{
    sentences::{is_within, quotations},
    words::{is_one_of, words},
};

/// The verbs of short clauses that take nothing behind them, and how others end.
const ALONE: &[&str] = &[
    "rose",
    "fell",
    "grew",
    "rise",
    "fall",
    "grow",
    "rises",
    "falls",
    "grows",
    "won",
    "lost",
    "died",
    "closed",
    "failed",
    "increased",
    "dropped",
    "declined",
    "stopped",
    "worked",
    "improved",
    "worsened",
    "doubled",
    "halved",
    "shrank",
    "recovered",
    "collapsed",
    "helped",
    "works",
    "helps",
    "fails",
    "stalled",
    "opened",
];

/// Verbs that are finite wherever they stand.
const FINITE: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "should", "must", "does", "do",
    "did",
];
/// Other verbs that are finite as they stand, and no nouns.
const VERBS: &[&str] = &[
    "kills",
    "reduces",
    "creates",
    "makes",
    "brings",
    "pays",
    "destroys",
    "prevents",
    "improves",
    "requires",
    "pollutes",
    "provides",
    "produces",
    "employs",
    "protects",
    "threatens",
    "gives",
    "allows",
    "lowers",
    "weakens",
    "strengthens",
    "endangers",
    "becomes",
];
/// Words before a verb that are no subject, besides those in "-ly".
const ADVERBS: &[&str] = &[
    "also",
    "often",
    "then",
    "thus",
    "thereby",
    "even",
    "still",
    "now",
    "soon",
    "never",
    "always",
    "further",
    "hence",
    "not",
    "sometimes",
    "itself",
    "therefore",
    "again",
    "already",
    "just",
    "perhaps",
    "ever",
    "all",
    "yet",
    "indeed",
    "usually",
    "too",
    "instead",
    "moreover",
];
/// Words that join clauses.
pub const JOINTS: [&str; 2] = [" and ", " but "];
/// Pronouns that are the subject of a clause.
const PRONOUNS: &[&str] = &["it", "they", "he", "she", "we", "i", "there"];
/// Words with which a noun begins.
const ARTICLES: &[&str] = &["the", "a", "an", "its", "their", "his", "her", "our", "my", "this", "these", "those", "no", "every", "each"];
/// Words with which a clause begins that belongs to another.
const DEPENDENT: &[&str] = &[
    "if", "when", "whether", "unless", "that", "which", "who", "whose", "where", "while", "although", "though", "because", "since", "both",
    "either", "once", "whenever", "until", "as", "so", "between", "how", "why", "what", "than", "wherever", "whereas", "lest",
];
/// Verbs with which a clause is told that "that" need not begin.
const REPORTING: &[&str] = &[
    "says", "said", "say", "thinks", "think", "thought", "believes", "believe", "believed", "argues", "argue", "argued", "claims", "claim",
    "claimed", "finds", "find", "found", "shows", "show", "showed", "shown", "means", "holds", "knows", "know", "knew", "hopes", "hope",
    "fears", "fear", "suggests", "suggest", "reports", "reported", "admits", "admitted", "agrees", "agreed", "warns", "warned", "notes",
    "noted", "expects", "expect", "clear", "doubt", "sure", "certain", "true",
];
/// Words with which a clause begins that is the subject of the verb behind it.
const OPENING: &[&str] = &["whatever", "whoever", "whichever", "to", "all", "everything", "anything", "nothing", "everybody", "anybody"];
/// Words before an article that are no verbs.
const LINKING: &[&str] = &[
    "of",
    "in",
    "on",
    "at",
    "by",
    "for",
    "from",
    "to",
    "with",
    "without",
    "within",
    "into",
    "onto",
    "through",
    "among",
    "against",
    "about",
    "before",
    "after",
    "behind",
    "beside",
    "besides",
    "below",
    "above",
    "during",
    "till",
    "like",
    "unlike",
    "per",
    "via",
    "despite",
    "toward",
    "towards",
    "upon",
    "outside",
    "inside",
    "beyond",
    "opposite",
    "past",
    "except",
    "including",
    "near",
    "along",
    "around",
    "across",
    "over",
    "under",
    "round",
    "off",
    "up",
    "down",
    "out",
    "half",
    "such",
    "quite",
    "rather",
    "only",
    "even",
    "just",
    "or",
    "and",
    "nor",
    "but",
    "plus",
    "twice",
    "all",
    "many",
    "then",
    "not",
    "also",
    "yet",
    "for",
];
/// Words that tell how much of what was named before.
const QUANTITIES: &[&str] =
    &["most", "some", "many", "few", "none", "all", "both", "each", "others", "more", "less", "several", "any", "one"];
/// Verbs behind which another verb stands as it is, so that a word behind "and" may be one more of them.
const MODAL: &[&str] = &["will", "would", "can", "could", "may", "might", "should", "must", "does", "do", "did", "to", "shall"];
/// The most words of a subject with an article, and of one without.
const LONGEST_SUBJECT: usize = 5;
const LONGEST_BARE: usize = 3;
/// The fewest words of a second clause.
const FEWEST_WORDS: usize = 3;
/// The most places of a sentence at which it is looked for.
const MOST_JOINTS: usize = 16;

/// Whether a part is a clause of two or three words: "prices fell".
pub fn is_short_clause(part: &str) -> bool {
    let said: Vec<&str> = words(part).take(FEWEST_WORDS + 1).collect();
    let verb = said.get(1..).unwrap_or(&[]);
    said.len() <= FEWEST_WORDS && verb.last().is_some_and(|w| is_one_of(w, ALONE))
        || verb.first().is_some_and(|w| said.len() == FEWEST_WORDS && is_one_of(w, FINITE))
}

/// Whether "and" or "but" joins a second clause to a first one, and neither belongs to another. Linear.
pub fn has_second_clause(sentence: &str) -> bool {
    let first = words(sentence).next().unwrap_or("");
    if is_one_of(first, DEPENDENT) || is_one_of(first, OPENING) {
        return false;
    }
    let quotations = quotations(sentence);
    let joints = JOINTS.iter().flat_map(|joint| sentence.match_indices(joint));
    let joints = joints.filter(|(at, _)| !is_within(&quotations, *at)).take(MOST_JOINTS);
    let mut parts = joints.filter_map(|(at, joint)| Some((sentence.get(..at)?, sentence.get(at + joint.len()..)?)));
    parts.any(|(before, behind)| !is_open(before) && joins(before, behind))
}

/// Whether what stands before has begun something to which what stands behind belongs: a clause of another, parentheses, a list.
fn is_open(before: &str) -> bool {
    let is_parted = before.ends_with(',');
    let is_because = |w: &str| is_one_of(w, &["because", "since"]);
    let depends = |w: &str| (is_one_of(w, DEPENDENT) && !(is_parted && is_because(w))) || is_one_of(w, REPORTING);
    before.contains(": ") || before.matches('(').count() > before.matches(')').count() || words(before).any(depends)
}

fn joins(before: &str, behind: &str) -> bool {
    if is_short_clause(before) && is_short_clause(behind) {
        return true;
    }
    let before: Vec<&str> = words(before).collect();
    let behind: Vec<&str> = words(behind.split([',', ';', ':', '(', '–', '—']).next().unwrap_or("")).collect();
    // Before a pronoun stands a clause, whatever its verb.
    let is_pronoun = behind.first().is_some_and(|first| is_one_of(first, PRONOUNS));
    let Some(verb) = (1..before.len()).find(|at| is_pronoun || is_verb(&before, *at)) else { return false };
    let is_clause = || is_pronoun || has_own_subject(&before, &behind);
    behind.len() >= FEWEST_WORDS && !leaves_out_that(before.get(verb..).unwrap_or(&[])) && is_clause()
}

/// Whether a clause begins with a noun that is its subject: "the lighthouse should …", "lorries take the …".
fn has_own_subject(before: &[&str], behind: &[&str]) -> bool {
    let Some(first) = behind.first() else { return false };
    let mut own = behind.to_vec();
    // "The money that it brings pays".
    let is_relative = |pair: &[&str]| matches!(pair, [that, it] if is_one_of(that, &["that", "which"]) && is_one_of(it, PRONOUNS));
    if let Some(at) = own.windows(2).take(LONGEST_SUBJECT).position(is_relative) {
        own.drain(at..own.len().min(at + 3));
    }
    let has_article = is_one_of(first, ARTICLES);
    let may_be_verb = before.iter().any(|w| is_one_of(w, MODAL));
    let most = if has_article {
        LONGEST_SUBJECT
    } else if may_be_verb {
        1
    } else {
        LONGEST_BARE
    };
    let fewest = if has_article { 2 } else { 1 };
    let Some(verb) = (fewest..=most).find(|at| is_verb(&own, *at)) else { return false };
    let subject = own.get(..verb).unwrap_or(&[]);
    let is_noun = |w: &&str| ![DEPENDENT, PRONOUNS, FINITE, &["and", "or"]].iter().any(|list| is_one_of(w, list));
    let is_bare = !is_adverb(first) && ![LINKING, ADVERBS, VERBS, ALONE].iter().any(|list| is_one_of(first, list));
    let is_quantity = verb == 1 && is_one_of(first, QUANTITIES);
    subject.iter().all(is_noun) && !is_quantity && (has_article || is_bare)
}

/// Whether the word at `at` is a verb of its clause: one of a list, or one before an article.
fn is_verb(said: &[&str], at: usize) -> bool {
    let (Some(word), Some(before)) = (said.get(at), at.checked_sub(1).and_then(|at| said.get(at))) else { return false };
    if is_one_of(before, &["to"]) {
        return false;
    }
    if [FINITE, VERBS, ALONE].iter().any(|list| is_one_of(word, list)) {
        return true;
    }
    let has_object = said.get(at + 1).is_some_and(|next| is_one_of(next, ARTICLES));
    let is_other = is_adverb(word) || word.ends_with("ing") || [LINKING, ARTICLES, ADVERBS, DEPENDENT].iter().any(|l| is_one_of(word, l));
    // "The council paints the", "lorries take the", but not "the brush the".
    let agrees = word.ends_with('s') || word.ends_with("ed") || before.ends_with('s') || is_one_of(before, PRONOUNS);
    has_object && !is_other && agrees
}

/// Whether a noun with an article stands right behind another one: "a price the town …", whose clause goes on behind "and".
fn leaves_out_that(said: &[&str]) -> bool {
    let articles: Vec<usize> = (0..said.len()).filter(|at| said.get(*at).is_some_and(|w| is_one_of(w, ARTICLES))).collect();
    articles.windows(2).any(|pair| match pair {
        [one, other] => {
            let between = said.get(one + 1..*other).unwrap_or(&[]);
            !between.is_empty() && !between.iter().any(|w| [LINKING, FINITE, VERBS, ALONE].iter().any(|list| is_one_of(w, list)))
        }
        _ => false,
    })
}

fn is_adverb(word: &str) -> bool {
    word.ends_with("ly")
}
