//! Finds texts that hold more than one claim.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, rule},
        sentences::{quotations, sentences},
        words::{has_words, words},
    },
};

rule! {
    /// One text holds several claims.
    "several-claims", Style, Note, "several_claims.md"
}

/// The fewest words of a part that says something of its own.
const FEWEST_WORDS: usize = 4;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for claim in &cx.debate.claims {
        // Paragraphs, lists and examples explain; what is asserted stands in the first paragraph.
        let first = claim.text.split("\n\n").next().unwrap_or("");
        if first.contains('\n') {
            continue;
        }
        let parts: usize = sentences(first).into_iter().map(count).sum();
        if parts < 2 {
            continue;
        }
        let title = format!("`{}` holds {parts} sentences, each of which can be true or false by itself", claim.name.shown);
        let found = Diagnostic::new(&CODE, claim.place, title);
        out.push(
            found
                .note("a rebuttal of one of them brings down all, and nobody sees which is meant")
                .help("give each a claim of its own; make a reason a `support`, an exception a `limit`, a remark a `note`"),
        );
    }
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

/// Whether byte `at` is within one of these ranges, which are in order and apart.
fn is_within(ranges: &[(usize, usize)], at: usize) -> bool {
    let after = ranges.partition_point(|(from, _)| *from < at);
    after.checked_sub(1).and_then(|last| ranges.get(last)).is_some_and(|(_, to)| at < *to)
}

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
/// Verbs that tell what something is.
const COPULAS: &[&str] = &["is", "are", "was", "were"];
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
/// Pronouns that are the subject of a clause.
const PRONOUNS: &[&str] = &["it", "they", "he", "she", "we", "there"];
/// Words with which a clause begins that belongs to another.
const DEPENDENT: &[&str] = &[
    "if", "when", "whether", "unless", "that", "which", "who", "where", "while", "although", "though", "because", "since", "both",
    "either", "says", "said", "once", "whenever", "until", "as", "so", "between", "how", "why", "what",
];
/// Words with which a clause begins that is the subject of the verb behind it.
const OPENING: &[&str] = &["whatever", "whoever", "whichever", "to", "all", "everything", "anything", "nothing", "everybody", "anybody"];
/// The most words of a subject.
const LONGEST_SUBJECT: usize = 5;

/// Whether a part is a clause of two or three words: "prices fell".
fn is_short_clause(part: &str) -> bool {
    let said: Vec<&str> = words(part).take(FEWEST_WORDS).collect();
    let verb = said.get(1..).unwrap_or(&[]);
    said.len() < FEWEST_WORDS && verb.last().is_some_and(|w| is_one_of(w, ALONE))
        || verb.first().is_some_and(|w| said.len() == 3 && is_one_of(w, FINITE))
}

/// Whether "and" joins a second clause with a subject and a verb of its own to a first one, and neither belongs to another.
fn has_second_clause(sentence: &str) -> bool {
    if words(sentence).next().is_some_and(|first| is_one_of(first, DEPENDENT)) {
        return false;
    }
    let joints = sentence.match_indices(" and ").map(|(at, joint)| (sentence.get(..at), sentence.get(at + joint.len()..)));
    joints.filter_map(|(before, behind)| Some((before?, behind?))).any(|(before, behind)| {
        if is_short_clause(before) && is_short_clause(behind) {
            return true;
        }
        let depends = words(before).any(|w| is_one_of(w, DEPENDENT) && !is_one_of(w, &["because", "since"]));
        let is_parted = before.ends_with(',');
        let is_joined = || {
            let with_pronoun = is_parted && words(behind).next().is_some_and(|w| is_one_of(w, PRONOUNS));
            with_pronoun || (is_parted && has_noun_and_verb(before, behind)) || (!is_parted && has_bare_noun_and_verb(before, behind))
        };
        !depends && has_words(before, FEWEST_WORDS) && has_words(behind, FEWEST_WORDS) && is_joined()
    })
}

/// Whether `behind` begins with a noun that has an article, and its verb: "the lighthouse should …", "the money that it brings pays …".
fn has_noun_and_verb(before: &str, behind: &str) -> bool {
    let mut said: Vec<&str> = words(behind).take(LONGEST_SUBJECT + 4).collect();
    let is_relative = |pair: &[&str]| matches!(pair, [that, it] if is_one_of(that, &["that", "which"]) && is_one_of(it, PRONOUNS));
    if let Some(at) = said.windows(2).position(is_relative) {
        said.drain(at..said.len().min(at + 3));
    }
    let has_verb = |w: &str| is_one_of(w, FINITE) || is_one_of(w, VERBS);
    let verb = said.iter().take(LONGEST_SUBJECT + 1).position(|w| has_verb(w)).filter(|at| *at > 1);
    let own = said.get(..verb.unwrap_or(0)).unwrap_or(&[]);
    let is_own = |w: &&str| !is_one_of(w, DEPENDENT) && !is_one_of(w, PRONOUNS) && !is_one_of(w, &["and", "or"]);
    own.first().is_some_and(|w| is_one_of(w, &["the", "a", "an", "its", "their", "his", "her", "our"]))
        && own.iter().all(is_own)
        && words(before).any(has_verb)
}

/// Whether `before` tells in the end what something is, and `behind` begins with a noun of one word and its verb: "… is safe and coal kills".
fn has_bare_noun_and_verb(before: &str, behind: &str) -> bool {
    let said: Vec<&str> = words(before).collect();
    let copula = said.iter().rposition(|w| is_one_of(w, COPULAS));
    let is_told = copula.is_some_and(|at| at > 0 && at + 2 == said.len()) && said.first().is_some_and(|w| !is_one_of(w, OPENING));
    let mut own = words(behind);
    let is_noun = |w: &str| !w.ends_with("ly") && ![ADVERBS, DEPENDENT, FINITE, VERBS].iter().any(|list| is_one_of(w, list));
    is_told && own.next().is_some_and(is_noun) && own.next().is_some_and(|w| is_one_of(w, VERBS))
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

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|other| word.eq_ignore_ascii_case(other))
}
