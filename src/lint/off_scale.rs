//! Words of likelihood that the scale of Intelligence Community Directive 203 does not have: "quite likely", "a good chance that", "might
//! break".
//!
//! What is said of ability, permission, opportunity or a comparison is passed over: "could not swim", "a fair chance to reply", "more
//! likely than". Where a word is used in another sense as often as in this one, it is doubtful.

use crate::lint::{phrases::Phrases, words::lower};
use std::{cell::LazyCell, sync::LazyLock};

/// Words of likelihood that are not of the scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OffScale {
    /// The words, in lower case.
    pub words: String,
    /// The nearest words that are of the scale, as a help tells them; `None` where it is doubtful that a likelihood is meant.
    pub near: Option<&'static str>,
}

const VERY_LIKELY: &str = "`very likely`";
const LIKELY: &str = "`likely`";
const LIKELY_OR_MORE: &str = "`likely` or `very likely`";
const EVEN: &str = "`roughly even chance`";
const EVEN_OR_MORE: &str = "`roughly even chance` or `likely`";
const EVEN_OR_LESS: &str = "`unlikely` or `roughly even chance`";
const UNLIKELY: &str = "`unlikely`";
const UNLIKELY_OR_LESS: &str = "`unlikely` or `very unlikely`";
const VERY_UNLIKELY: &str = "`very unlikely`";
const ALMOST_CERTAIN: &str = "`almost certain`";
const ALMOST_NONE: &str = "`almost no chance`";

/// Fixed words, the longer before those that they hold.
const FIXED: &[(&str, &str)] = &[
    ("it is certain that", ALMOST_CERTAIN),
    ("is certain to", ALMOST_CERTAIN),
    ("are certain to", ALMOST_CERTAIN),
    ("it is possible that", EVEN_OR_LESS),
    ("seems possible that", EVEN_OR_LESS),
    ("remains possible that", EVEN_OR_LESS),
    ("is entirely possible", EVEN_OR_LESS),
    ("is quite possible", EVEN_OR_LESS),
    ("is very possible", EVEN_OR_LESS),
    ("is well possible", EVEN_OR_LESS),
    ("it may be that", EVEN_OR_LESS),
    ("it might be that", EVEN_OR_LESS),
    ("it could be that", EVEN_OR_LESS),
    ("may or may not", EVEN),
    ("might or might not", EVEN),
    ("may well", LIKELY),
    ("might well", EVEN_OR_MORE),
    ("could well", EVEN_OR_MORE),
    ("could very well", LIKELY),
    ("may very well", LIKELY),
    ("in all likelihood", VERY_LIKELY),
    ("in all probability", "`highly probable`"),
    ("better than even", LIKELY),
    ("worse than even", UNLIKELY),
    ("more likely than not", LIKELY),
    ("more probable than not", "`probable`"),
    ("more probably than not", "`probable`"),
    ("less likely than not", UNLIKELY),
    ("as likely as not", EVEN),
    ("more than likely", VERY_LIKELY),
    ("all too likely", LIKELY_OR_MORE),
    ("not very likely", UNLIKELY),
    ("not particularly likely", UNLIKELY),
    ("not at all likely", VERY_UNLIKELY),
    ("hardly likely", VERY_UNLIKELY),
    ("scarcely likely", VERY_UNLIKELY),
    ("less than likely", UNLIKELY),
    ("not unlikely", EVEN_OR_MORE),
    ("not improbable", "`roughly even odds` or `probable`"),
    ("not inconceivable", EVEN_OR_LESS),
    ("will most likely", LIKELY_OR_MORE),
    ("will most probably", "`probable` or `highly probable`"),
    ("would most likely", LIKELY_OR_MORE),
    ("an even chance", EVEN),
    ("an equal chance", EVEN),
    ("fifty fifty chance", EVEN),
    ("50 50 chance", EVEN),
    ("a toss up", EVEN),
    ("chances are", LIKELY),
    ("the odds are that", LIKELY),
    ("odds on", LIKELY),
    ("a long shot", VERY_UNLIKELY),
    ("all but certain", ALMOST_CERTAIN),
    ("close to certain", ALMOST_CERTAIN),
    ("as good as certain", ALMOST_CERTAIN),
    ("a near certainty", ALMOST_CERTAIN),
    ("almost surely", ALMOST_CERTAIN),
    ("in doubt whether", EVEN_OR_LESS),
    ("is doubtful", UNLIKELY),
    ("remains doubtful", UNLIKELY),
    ("seems doubtful", UNLIKELY),
    ("doubtful whether", UNLIKELY),
    ("doubtful that", UNLIKELY),
    ("undoubtedly", ALMOST_CERTAIN),
    ("doubtless", ALMOST_CERTAIN),
    ("will no doubt", ALMOST_CERTAIN),
    ("cannot be ruled out", UNLIKELY_OR_LESS),
    ("cannot be excluded", UNLIKELY_OR_LESS),
    ("cannot rule out", UNLIKELY_OR_LESS),
    ("cannot exclude that", UNLIKELY_OR_LESS),
    ("cannot exclude the possibility", UNLIKELY_OR_LESS),
    ("can t be ruled out", UNLIKELY_OR_LESS),
    ("can t rule out", UNLIKELY_OR_LESS),
    ("not be ruled out", UNLIKELY_OR_LESS),
    ("not rule out", UNLIKELY_OR_LESS),
    ("possibly", EVEN_OR_LESS),
    ("perhaps", EVEN_OR_LESS),
    ("maybe", EVEN_OR_LESS),
    ("conceivably", UNLIKELY_OR_LESS),
    ("is conceivable", UNLIKELY_OR_LESS),
    ("seems conceivable", UNLIKELY_OR_LESS),
    ("remains conceivable", UNLIKELY_OR_LESS),
    ("conceivable that", UNLIKELY_OR_LESS),
    ("imaginable that", UNLIKELY_OR_LESS),
    ("thinkable that", UNLIKELY_OR_LESS),
    ("presumably", LIKELY),
];

/// Words that grade a word of likelihood, and whether they make it much stronger.
const GRADES: &[(&str, bool)] = &[
    ("highly", true),
    ("extremely", true),
    ("exceedingly", true),
    ("exceptionally", true),
    ("overwhelmingly", true),
    ("vanishingly", true),
    ("incredibly", true),
    ("hugely", true),
    ("immensely", true),
    ("terribly", true),
    ("very", true),
    ("virtually", true),
    ("practically", true),
    ("quite", false),
    ("rather", false),
    ("fairly", false),
    ("pretty", false),
    ("somewhat", false),
    ("reasonably", false),
    ("relatively", false),
    ("comparatively", false),
    ("moderately", false),
    ("mildly", false),
    ("slightly", false),
    ("decidedly", false),
    ("distinctly", false),
];
/// What the scale has, though a word that grades is in it.
const OF_SCALE: &[[&str; 2]] =
    &[["very", "likely"], ["very", "unlikely"], ["highly", "probable"], ["highly", "probably"], ["highly", "improbable"]];

/// How much a chance may be, by what its noun says then. The last ones are said of opportunities too.
const SMALL: &[&str] = &[
    "slim",
    "small",
    "tiny",
    "minimal",
    "minute",
    "negligible",
    "slight",
    "faint",
    "outside",
    "low",
    "scant",
    "poor",
    "limited",
    "little",
    "fighting",
    "marginal",
];
const SOME: &[&str] =
    &["fair", "real", "realistic", "distinct", "serious", "definite", "modest", "moderate", "reasonable", "decent", "sporting"];
const GREAT: &[&str] = &[
    "good",
    "strong",
    "high",
    "great",
    "excellent",
    "substantial",
    "significant",
    "considerable",
    "overwhelming",
    "every",
    "solid",
    "big",
];
/// Nouns that are a likelihood, and those that are an opportunity as well.
const LIKELIHOODS: &[&str] = &["likelihood", "probability", "possibility"];
const CHANCES: &[&str] = &["chance", "chances", "odds", "prospect", "prospects"];
/// Verbs with which there is a chance, or somebody stands one.
const THERE_IS: &[&str] = &["is", "are", "was", "were", "be", "s", "remains", "stand", "stands", "stood"];
/// Verbs that join a noun to what it is.
const COPULAS: &[&str] = &["is", "are", "remains", "remain", "seems", "seem", "was", "were"];
/// How far behind its noun what it is may stand.
const FARTHEST: usize = 12;

/// What happens and is not done: what may, might or could do so is neither allowed to nor able to, but perhaps does.
const EVENTS: &[&str] = &[
    "break",
    "collapse",
    "fail",
    "burst",
    "crash",
    "crack",
    "leak",
    "flood",
    "happen",
    "occur",
    "die",
    "explode",
    "sink",
    "drown",
    "erupt",
    "escalate",
    "suffer",
    "lose",
    "trigger",
    "provoke",
    "cause",
    "lead",
    "result",
    "backfire",
    "harm",
    "hurt",
    "damage",
    "endanger",
    "jeopardise",
    "jeopardize",
    "worsen",
    "deteriorate",
    "vanish",
    "disappear",
    "arise",
    "emerge",
    "lapse",
    "fall",
    "rise",
    "spread",
    "overheat",
    "freeze",
    "melt",
    "erode",
    "default",
    "stall",
    "turn",
];
/// Words between a modal verb and its verb.
const BETWEEN: &[&str] = &[
    "also",
    "even",
    "still",
    "then",
    "soon",
    "easily",
    "quickly",
    "again",
    "thus",
    "yet",
    "one",
    "day",
    "in",
    "turn",
    "indeed",
    "never",
    "otherwise",
    "therefore",
    "not",
];
/// What one might say, want or do is politeness; what follows "might" as a noun is no verb.
const POLITE: &[&str] = &[
    "say", "argue", "think", "object", "ask", "reply", "answer", "add", "call", "wonder", "suppose", "believe", "want", "like", "prefer",
    "wish", "hope", "expect", "as", "have", "seem", "appear",
];
const NO_VERB: &[&str] = &[
    "of", "is", "was", "makes", "and", "or", "in", "to", "for", "against", "has", "had", "that", "which", "over", "with", "alone", "he",
    "she", "it", "they", "we", "you", "i",
];
/// Words before "might" that make a noun of it, or a relative clause of what follows.
const BEFORE_NOUN: &[&str] = &[
    "the",
    "its",
    "their",
    "his",
    "her",
    "our",
    "military",
    "economic",
    "naval",
    "industrial",
    "financial",
    "full",
    "sheer",
    "of",
    "by",
    "with",
    "that",
    "which",
    "who",
    "what",
    "whatever",
    "whoever",
    "as",
];
/// Words that open a condition, a question or, with "that", a purpose.
const OPENING: &[&str] = &["if", "whether", "unless", "lest"];
/// How far behind one of them its verb may stand.
const OPENED: usize = 4;
/// Words that tell of what was, in which "could" tells of what one was able to do.
const PAST: &[&str] = &["was", "were", "had", "did", "once", "formerly", "ago", "then", "ancient", "medieval"];

/// Words before one of likelihood with which it says that something cannot be: "cannot possibly".
const DENYING: &[&str] = &["not", "cannot", "never", "no", "t", "hardly", "scarcely"];

static ANY: LazyLock<Phrases> = LazyLock::new(|| {
    let heads = ["likely", "unlikely", "probable", "improbable", "certain", "certainty", "might", "may", "could"];
    let nouns = LIKELIHOODS.iter().chain(CHANCES).copied();
    Phrases::new(FIXED.iter().map(|fixed| fixed.0).chain(nouns).chain(heads))
});

/// The first words of likelihood in a text that are not of the scale, those that are doubtful only where there are no others. Quotations
/// are left out. Linear, and next to nothing for most texts without any.
pub fn find_off_scale(text: &str) -> Option<OffScale> {
    if !ANY.may_stand_in(text) {
        return None;
    }
    let text = lower(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let said = |at: usize, length: usize, near| words.get(at..at + length).map(|said| OffScale { words: said.join(" "), near });
    let sure = (0..words.len()).find_map(|at| {
        let (from, length, near) = fixed(&words, at).or_else(|| graded(&words, at)).or_else(|| chance(&words, at))?;
        said(from, length, Some(near))
    });
    let is_year = |w: &str| w.len() == 4 && w.starts_with('1') && w.bytes().all(|b| b.is_ascii_digit());
    let is_past = LazyCell::new(|| words.iter().any(|w| PAST.contains(w) || is_year(w)));
    let doubtful = || (0..words.len()).find_map(|at| modal(&words, at, || *is_past).and_then(|length| said(at, length, None)));
    sure.or_else(doubtful)
}

/// Where words of likelihood begin, how many they are, and the nearest of the scale.
type Found = (usize, usize, &'static str);

fn word<'w>(words: &[&'w str], at: Option<usize>) -> &'w str {
    at.and_then(|at| words.get(at)).copied().unwrap_or("")
}

fn fixed(words: &[&str], at: usize) -> Option<Found> {
    let rest = words.get(at..)?;
    let (phrase, near) = FIXED.iter().find(|(phrase, _)| {
        let mut said = rest.iter().copied();
        phrase.split(' ').all(|word| said.next() == Some(word))
    })?;
    let before = word(words, at.checked_sub(1));
    let is_of_scale = *near == EVEN && before == "roughly";
    let is_denied = DENYING.contains(&before) && !phrase.starts_with("not ");
    // "Perhaps 40 people" is a rough number.
    let is_number = rest.get(1).is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit())) && !phrase.contains(' ');
    // "Ruled out of the race" is no estimate.
    let is_of = phrase.ends_with(" out") && rest.get(phrase.split(' ').count()) == Some(&"of");
    let is_ability = *phrase == "possibly" && (before == "can" || matches!(rest.get(1), Some(&("can" | "could"))));
    (!is_of_scale && !is_denied && !is_ability && !is_number && !is_of).then(|| (at, phrase.split(' ').count(), *near))
}

/// "Fairly likely", whose grade is at `at`.
fn graded(words: &[&str], at: usize) -> Option<Found> {
    let (grade, is_strong) = GRADES.iter().find(|(grade, _)| words.get(at) == Some(grade))?;
    let head = word(words, Some(at + 1));
    let near = match (head, is_strong) {
        ("likely" | "probable" | "probably", true) => VERY_LIKELY,
        ("likely" | "probable" | "probably", false) => LIKELY_OR_MORE,
        ("unlikely" | "improbable", true) => "`very unlikely` or `almost no chance`",
        ("unlikely" | "improbable", false) => UNLIKELY_OR_LESS,
        ("certain", true) if matches!(*grade, "virtually" | "practically") => ALMOST_CERTAIN,
        _ => return None,
    };
    let is_denied = DENYING.contains(&word(words, at.checked_sub(1)));
    (!is_denied && !OF_SCALE.contains(&[grade, head])).then_some((at, 2, near))
}

/// "A good chance that", "the chances of success are slim", whose noun is at `at`.
fn chance(words: &[&str], at: usize) -> Option<Found> {
    let noun = word(words, Some(at));
    let is_likelihood = LIKELIHOODS.contains(&noun);
    if !is_likelihood && !CHANCES.contains(&noun) {
        return None;
    }
    let before = |back: usize| word(words, at.checked_sub(back));
    let behind = word(words, Some(at + 1));
    if let Some(near) = size(before(1)).filter(|near| *near != EVEN) {
        let article = usize::from(matches!(before(2), "a" | "an" | "the"));
        let verb = before(2 + article);
        let there_is = THERE_IS.contains(&verb);
        let is_told = there_is || behind == "that" || matches!(verb, "has" | "have" | "had" | "with");
        let is_chance = match is_likelihood {
            true => is_told,
            false => (SMALL.contains(&before(1)) && behind != "to") || there_is || (is_told && matches!(behind, "that" | "of")),
        };
        return (is_chance && !DENYING.contains(&before(2))).then_some((at - 1 - article, 2 + article, near));
    }
    let is_named = matches!(before(1), "the" | "its" | "their" | "his" | "her" | "our" | "") || noun.ends_with('s');
    // "Job prospects are poor" tells of no event.
    let is_of_nothing = noun.starts_with("prospect") && !matches!(behind, "of" | "for" | "that");
    if behind == "to" || !is_named || is_of_nothing {
        return None;
    }
    let rest = words.get(at + 1..)?;
    let joint = rest.iter().take(FARTHEST).position(|w| COPULAS.contains(w))?;
    let told = rest.get(joint + 1..)?;
    let grade = usize::from(told.first().is_some_and(|w| GRADES.iter().any(|(grade, _)| grade == w)));
    let near = size(told.get(grade)?).filter(|_| !matches!(told.get(grade + 1), Some(&("enough" | "for" | "to"))))?;
    Some((at, joint + grade + 3, near))
}

/// The nearest word of the scale for a chance of this size.
fn size(word: &str) -> Option<&'static str> {
    match word {
        "tiny" | "negligible" | "minimal" | "minute" | "vanishing" => Some(ALMOST_NONE),
        "even" => Some(EVEN),
        _ if SMALL.contains(&word) => Some(VERY_UNLIKELY),
        _ if SOME.contains(&word) => Some(EVEN_OR_MORE),
        _ if GREAT.contains(&word) => Some(LIKELY_OR_MORE),
        _ => None,
    }
}

/// Of how many words what "might" is with its verb at `at`; the same of "may" and "could" before what happens and is not done, where no text
/// of what was speaks of what one was able to do.
fn modal(words: &[&str], at: usize, is_past: impl Fn() -> bool) -> Option<usize> {
    let modal = *words.get(at)?;
    let is_might = modal == "might";
    if !is_might && !matches!(modal, "may" | "could") {
        return None;
    }
    let before = words.get(..at)?;
    let near = before.get(at.saturating_sub(OPENED)..)?;
    if near.iter().any(|w| OPENING.contains(w)) || near.windows(2).any(|pair| pair == ["so", "that"]) {
        return None;
    }
    let between = words.get(at + 1..)?.iter().take_while(|w| BETWEEN.contains(w)).count();
    let verb = *words.get(at + 1 + between)?;
    let is_noun = || BEFORE_NOUN.contains(before.last().unwrap_or(&"the")) || NO_VERB.contains(&verb);
    let is_event = EVENTS.contains(&verb);
    let is_denied = words.get(at + 1) == Some(&"not");
    let is_likelihood = match modal {
        "might" => !is_noun() && !POLITE.contains(&verb),
        "could" => is_event && !is_denied && !is_past(),
        _ => is_event && !is_denied,
    };
    is_likelihood.then_some(between + 2)
}
