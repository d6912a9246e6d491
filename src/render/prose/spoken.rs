//! Texts that stand in quotation marks, because a page that told them as its own words would say something else: those in the first person,
//! which would be that of the page, and those that are no sentence.
//!
//! Both are read off the words alone. Where that is not sure, a text counts as quoted, for this is true of any text.

use crate::render::prose::words::bare;

/// Words of the first person, beside `I`.
const FIRST: &[&str] = &["we", "our", "my", "me", "us", "ours", "myself", "ourselves", "We", "Our", "My", "Ours"];

/// Words after which `I` is a number.
const NUMBERED: &[&str] = &[
    "act",
    "annex",
    "appendix",
    "article",
    "band",
    "book",
    "category",
    "chapter",
    "class",
    "division",
    "element",
    "figure",
    "grade",
    "group",
    "king",
    "layer",
    "level",
    "mark",
    "option",
    "page",
    "paragraph",
    "part",
    "phase",
    "pope",
    "schedule",
    "section",
    "stage",
    "step",
    "table",
    "tier",
    "title",
    "type",
    "volume",
    "war",
    "zone",
];

/// Words with which a phrase may begin that is no sentence.
const OPENING: &[&str] = &[
    "A", "An", "The", "Her", "His", "Its", "Their", "No", "Not", "Too", "Very", "Only", "Just", "More", "Less", "Fewer", "Another", "Every",
];

/// Verbs that do not show it by their ending.
const VERBS: &[&str] = &[
    "is", "are", "was", "were", "be", "am", "has", "have", "had", "do", "does", "did", "can", "cannot", "could", "will", "would", "may",
    "might", "must", "shall", "should", "came", "cost", "cut", "fell", "found", "gave", "go", "got", "grew", "held", "kept", "knew",
    "left", "lost", "made", "met", "need", "paid", "ran", "rose", "said", "saw", "sold", "stood", "took", "went", "won",
];

/// How many words a phrase has at most.
const LONGEST: usize = 5;

/// Whether `text` is told in quotation marks. Linear.
pub fn is_quoted(text: &str) -> bool {
    is_in_first_person(&unquoted(text)) || is_phrase(text.trim_end_matches('.'))
}

/// `text` without what stands in quotation marks in it.
fn unquoted(text: &str) -> String {
    let mut inside = false;
    let kept = text.chars().filter(|c| {
        match c {
            '“' => inside = true,
            '”' => inside = false,
            '"' => inside = !inside,
            _ => {}
        }
        !inside
    });
    kept.collect()
}

fn is_in_first_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.iter().enumerate().any(|(at, word)| {
        let stem = bare(word).split(['\'', '’']).next().unwrap_or("");
        let before = at.checked_sub(1).and_then(|before| words.get(before)).map(|word| bare(word));
        FIRST.contains(&stem) || (stem == "I" && !is_number(before, at, word))
    })
}

/// Whether the `word` `I`, which stands at `at` with `before` before it, is a number: `Article I`, `World War I`, `I.`
fn is_number(before: Option<&str>, at: usize, word: &str) -> bool {
    let Some(before) = before else { return word.ends_with(['.', ')', ':']) };
    let small = before.to_lowercase();
    let is_named = at > 1 && before.starts_with(char::is_uppercase);
    is_named || NUMBERED.contains(&small.strip_suffix('s').unwrap_or(&small)) || NUMBERED.contains(&small.as_str())
}

/// Whether `body` is plainly no clause: a noun with what stands before it, a bare condition, a way.
fn is_phrase(body: &str) -> bool {
    let words: Vec<&str> = body.split_whitespace().collect();
    match words.as_slice() {
        [_] => true,
        ["A" | "An" | "The" | "No" | "To" | "For" | "From" | "With" | "Without" | "Not" | "At" | "In" | "On", _] => true,
        ["Only", "if" | "when" | "where" | "because" | "after" | "before" | "until" | "for" | "with", ..] => true,
        ["Not", "from" | "if" | "when" | "in" | "on" | "at" | "for" | "to" | "before" | "after" | "until" | "yet", ..] => true,
        ["If" | "Unless" | "When" | "Until" | "Once", ..] => !body.contains(','),
        [first, rest @ ..] => {
            (OPENING.contains(first) || body.contains(", not ")) && words.len() <= LONGEST && !rest.iter().any(|word| is_verb(word))
        }
        [] => false,
    }
}

/// Whether a word may be a verb.
fn is_verb(word: &str) -> bool {
    const SHORTEST: usize = 4;
    let word = bare(word);
    let has_ending = word.len() >= SHORTEST && (word.ends_with("ed") || (word.ends_with('s') && !word.ends_with("ss")));
    VERBS.contains(&word) || has_ending || word.contains(['\'', '’'])
}
