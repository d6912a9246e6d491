//! Percentages in texts that are probabilities: "a 40 % chance", "with a probability of 40 %", "very likely (40 %)". What may be a share
//! of things, a growth, the chance of something else or what others say is passed over.

use crate::lint::{
    estimates::{Estimate, find_said},
    phrases::Phrases,
    tokens::{Token, is_one_of, is_word, tokens},
    words::words,
};
use std::sync::LazyLock;

/// A probability that a text states.
#[derive(Debug, Clone, PartialEq)]
pub struct Chance {
    /// The least and the most that it may be, in percent.
    pub percent: (f64, f64),
    /// The words of the text in which it stands, from the number to what says that it is a probability.
    pub words: String,
    /// What it is said of.
    pub of: Of,
}

/// What a probability is said of, as far as the words beside it tell.
#[derive(Debug, Clone, PartialEq)]
pub enum Of {
    /// Of what the word of likelihood right before its bracket is said of.
    Word(Estimate),
    /// Of what the text says, whatever else it says: "unlikely, with a 70 % chance".
    Text,
    /// Of what the text says, if that has no word of likelihood: "there is a 20 % chance of rain".
    Whole,
}

static PERCENT: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(["%", "percent", "cent"].into_iter()));

/// Words that make a percentage a probability.
pub const NOUNS: &[&str] = &["chance", "chances", "probability", "likelihood", "odds"];
/// Words before a number that leave it what it is.
const NEAR: &[&str] =
    &["a", "an", "about", "around", "roughly", "approximately", "some", "only", "just", "circa", "ca", "perhaps", "nearly"];
/// Words before a number that make it the least.
const LEAST: &[&[&str]] = &[&["no", "less", "than"], &["at", "least"], &["more", "than"], &["over"], &["above"]];
/// Words before a number that make it the most.
const MOST: &[&[&str]] =
    &[&["no", "more", "than"], &["not", "more", "than"], &["at", "most"], &["less", "than"], &["up", "to"], &["under"], &["below"]];
/// Words of a text that tell of a condition, of some among others, or of what another holds.
const APART: &[&str] = &[
    "if",
    "whether",
    "unless",
    "when",
    "whenever",
    "who",
    "which",
    "whose",
    "that",
    "where",
    "although",
    "though",
    "because",
    "since",
    "while",
    "not",
    "says",
    "say",
    "said",
    "gives",
    "give",
    "gave",
    "giving",
    "puts",
    "put",
    "estimates",
    "estimated",
    "estimate",
    "forecast",
    "forecasts",
    "forecasted",
    "according",
    "model",
    "models",
    "poll",
    "polls",
    "survey",
    "assumed",
    "assumes",
    "thought",
    "believed",
    "reported",
    "reports",
    "calls",
    "called",
    "once",
    "previously",
    "earlier",
    "formerly",
    "had",
    "was",
    "were",
];

/// The probabilities of a text in percent, quotations left out. Linear, and next to nothing for a text without a percentage.
pub fn chances(text: &str) -> Vec<Chance> {
    if !PERCENT.may_stand_in(text) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let bounds = Bounds::new(&tokens);
    let signs = tokens.iter().enumerate().filter(|(_, token)| matches!(token, Token::Percent(_)));
    signs.filter_map(|(at, _)| chance(&tokens, &bounds, at)).collect()
}

/// Where in a text what tells of others, or goes on with something else, first or last stands; behind its end where nothing does.
struct Bounds {
    /// The first word that tells of others.
    apart: usize,
    /// The first such word, or mark, behind the words with which a text opens.
    broken: usize,
    /// The first word that joins something to what was said, or mark.
    joined: usize,
    /// Behind the last word or mark with which something else goes on.
    ended: usize,
}

impl Bounds {
    fn new(tokens: &[Token<'_>]) -> Self {
        let first = |from: usize, is: &dyn Fn(&Token<'_>) -> bool| tokens.iter().skip(from).position(is).map_or(usize::MAX, |at| from + at);
        let is_mark = |t: &Token<'_>| matches!(t, Token::Mark(_));
        let goes_on = |t: &Token<'_>| is_one_of(t, &["so", "but", "and"]) || matches!(t, Token::Mark(',' | ';' | ':'));
        Self {
            apart: first(0, &|t| is_one_of(t, APART)),
            broken: first(OPENING, &|t| is_one_of(t, APART) || is_mark(t)),
            joined: first(0, &|t| is_one_of(t, &["with", "but", "and", "or"]) || is_mark(t)),
            ended: tokens.iter().rposition(goes_on).map_or(0, |at| at + 1),
        }
    }
}

/// With how many words a text opens that says what a chance is of: "the probability that".
const OPENING: usize = 3;

/// The probability whose sign of percent is at `sign`.
fn chance(tokens: &[Token<'_>], bounds: &Bounds, sign: usize) -> Option<Chance> {
    let (percent, start, first) = figure(tokens, sign)?;
    let (before, behind) = (tokens.get(..start)?, tokens.get(sign + 1..)?);
    let is_named = behind.first().is_some_and(|t| is_one_of(t, NOUNS) || is_word(t, "likely"));
    let end = sign + 1 + usize::from(is_named);
    let rest = tokens.get(end..)?;
    let ends = rest.first().is_none_or(|t| matches!(t, Token::Mark(_)));
    let told = |from: usize, of: Of| {
        let words: Vec<&str> = tokens.get(from..end)?.iter().filter_map(said).collect();
        Some(Chance { percent, words: words.join(" "), of })
    };
    if let Some((Token::Mark('(' | '['), said_before)) = before.split_last()
        && let Some((estimate, length)) = find_said(&lower(said_before))
    {
        return ends.then(|| told(said_before.len() - length, Of::Word(estimate)))?;
    }
    let opens_with_noun = before.iter().take(2).any(|t| is_one_of(t, NOUNS)) && before.last().is_some_and(|t| is_word(t, "is"));
    // The word that joins what it is a chance of tells of nobody else.
    let is_plain = bounds.broken >= before.len();
    if opens_with_noun && is_plain && before.len() > OPENING && rest.iter().all(|t| matches!(t, Token::Mark('.'))) {
        return told(start - 1, Of::Whole);
    }
    if bounds.apart < before.len() {
        return None;
    }
    if is_named {
        let is_added = before
            .last()
            .is_some_and(|t| is_one_of(t, &["with", "at"]) || matches!(t, Token::Mark(',' | '(' | ':' | ';' | '-' | '–' | '—')));
        let is_main = bounds.joined >= before.len();
        let is_alone = bounds.ended <= end;
        let opens = before.iter().rev().take(2).any(|t| is_word(t, "there"))
            || before.last().is_some_and(|t| is_one_of(t, &["has", "stands", "is"]));
        return match () {
            () if is_added && ends => told(first, Of::Text),
            () if opens && is_main && is_alone => told(first, Of::Whole),
            () => None,
        };
    }
    // "a chance of 20 %", "the probability is 20 %"
    let (link, before) = before.split_last()?;
    let (noun, before) = before.split_last()?;
    let links = is_one_of(link, &["of", "is", "at"]) || matches!(link, Token::Mark(':'));
    let is_by = |t: &Token<'_>| is_one_of(t, &["with", "at"]);
    if !(is_one_of(noun, NOUNS) && links && ends) {
        return None;
    }
    let before = match before.split_last() {
        Some((article, before)) if is_one_of(article, &["a", "the"]) => before,
        _ => before,
    };
    let is_stated = !is_word(link, "of") || before.last().is_some_and(is_by);
    is_stated.then(|| told(before.len().max(start - 2), Of::Text))?
}

/// The least and the most that the figure before the sign says, where it begins with what bounds it, and where its number stands.
fn figure(tokens: &[Token<'_>], sign: usize) -> Option<((f64, f64), usize, usize)> {
    let number = |at: usize| match tokens.get(at) {
        Some(Token::Number(_, value)) => Some(*value),
        _ => None,
    };
    let mut start = sign.checked_sub(1)?;
    let high = number(start)?;
    let mut low = high;
    let joins = |t: &Token<'_>| matches!(t, Token::Mark('-' | '–' | '—')) || is_one_of(t, &["to", "and", "or"]);
    if start.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(joins) {
        // "20 % to 30 %" too.
        let from = start.checked_sub(2)?;
        let from = if matches!(tokens.get(from), Some(Token::Percent(_))) { from.checked_sub(1)? } else { from };
        (low, start) = (number(from)?, from);
    }
    let first = start;
    let mut percent = (low.min(high), low.max(high));
    loop {
        let before = tokens.get(..start)?;
        let ends_with = |phrase: &&&[&str]| {
            let tail = before.len().checked_sub(phrase.len()).and_then(|from| before.get(from..));
            tail.is_some_and(|tail| tail.iter().zip(phrase.iter()).all(|(t, w)| is_word(t, w)))
        };
        if let Some(phrase) = MOST.iter().find(ends_with) {
            (percent.0, start) = (0.0, start - phrase.len());
        } else if let Some(phrase) = LEAST.iter().find(ends_with) {
            (percent.1, start) = (100.0, start - phrase.len());
        } else if before.last().is_some_and(|t| is_one_of(t, NEAR) || is_word(t, "between") || matches!(t, Token::Mark('~' | '≈'))) {
            start -= 1;
        } else {
            return Some((percent, start, first));
        }
    }
}

/// The last words, up to a mark, in lower case.
fn lower<'t>(tokens: &'t [Token<'_>]) -> Vec<&'t str> {
    let last = tokens.iter().rev().map_while(|token| match token {
        Token::Word(_, word) => Some(word.as_str()),
        _ => None,
    });
    let mut last: Vec<&str> = last.take(5).collect();
    last.reverse();
    last
}

/// The words of a token, as they stand in the text.
fn said<'t>(token: &Token<'t>) -> Option<&'t str> {
    match token {
        Token::Word(word, _) | Token::Number(word, _) | Token::Percent(word) => Some(*word).filter(|w| words(w).next().is_some()),
        Token::Mark(_) => None,
    }
}
