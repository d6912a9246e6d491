//! Raised and lowered figures: `10⁶`, `km²`, `CO₂`, and the marks of notes.
//!
//! What a raised number says depends on what it stands behind. Behind a figure it is a power, and `10⁶` without it is another figure.
//! Behind a unit or the sign of a quantity it belongs to that one, and is often written on the line (`m2`). Behind any other word, behind
//! punctuation, and behind a year it is the mark of a note, which those who quote leave out. In doubt it is a power.

use crate::text::months::find_month;

/// Words behind which a raised 2, 3 or 4 belongs to what they say.
const UNITS: &[&str] = &[
    "mm",
    "cm",
    "dm",
    "km",
    "hm",
    "nm",
    "pm",
    "fm",
    "µm",
    "μm",
    "ft",
    "yd",
    "mi",
    "in",
    "mc",
    "ha",
    "sq",
    "kg",
    "mg",
    "lb",
    "sec",
    "min",
    "rad",
    "eV",
    "keV",
    "MeV",
    "GeV",
    "Hz",
    "Pa",
    "pc",
    "kpc",
    "Mpc",
    "AU",
    "metre",
    "metres",
    "meter",
    "meters",
    "kilometre",
    "kilometres",
    "kilometer",
    "kilometers",
    "foot",
    "feet",
    "inch",
    "inches",
    "yard",
    "yards",
    "mile",
    "miles",
    "sin",
    "cos",
    "tan",
    "log",
    "ln",
    "chi",
    "dx",
    "dt",
    "CO",
    "NO",
    "SO",
];

/// Words before a year, besides the months.
const BEFORE_YEARS: &[&str] = &["in", "since", "until", "till", "before", "after", "during"];

/// The years behind which a raised number marks a note.
pub const YEARS: std::ops::RangeInclusive<u32> = 1500..=2039;

/// How many characters before a raised number are looked at.
const MOST_BEFORE: usize = 40;

/// The raised form of a sign.
pub const fn raise(c: char) -> Option<char> {
    Some(match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        '+' => '⁺',
        '-' | '‐'..='–' | '−' => '⁻',
        _ => return None,
    })
}

/// The lowered form of a digit.
pub const fn lower(c: char) -> Option<char> {
    Some(match c {
        '0' => '₀',
        '1' => '₁',
        '2' => '₂',
        '3' => '₃',
        '4' => '₄',
        '5' => '₅',
        '6' => '₆',
        '7' => '₇',
        '8' => '₈',
        '9' => '₉',
        _ => return None,
    })
}

/// A raised or lowered sign as it stands on the line; any other as it is.
pub const fn level(c: char) -> char {
    match c {
        '⁰' | '₀' => '0',
        '¹' | '₁' => '1',
        '²' | '₂' => '2',
        '³' | '₃' => '3',
        '⁴' | '₄' => '4',
        '⁵' | '₅' => '5',
        '⁶' | '₆' => '6',
        '⁷' | '₇' => '7',
        '⁸' | '₈' => '8',
        '⁹' | '₉' => '9',
        '⁺' => '+',
        '⁻' => '-',
        _ => c,
    }
}

/// Whether a sign is a raised one that [`level`] knows.
pub const fn is_raised(c: char) -> bool {
    matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' | '⁺' | '⁻')
}

/// Whether a sign is a lowered one that [`level`] knows.
pub const fn is_lowered(c: char) -> bool {
    matches!(c, '₀'..='₉')
}

/// `words`, which a page raises behind `before`, in signs that are raised by themselves; what has none stays as it is.
pub fn raise_all(before: &str, words: &str) -> String {
    let mut letters = words.trim().chars();
    let is_figure = before.ends_with(|c: char| c.is_ascii_digit());
    if let (true, Some(letter @ ('k' | 'n' | 'x' | 'y')), None) = (is_figure, letters.next(), letters.next()) {
        return format!("^{letter}");
    }
    if !words.contains(|c: char| c.is_ascii_digit()) {
        return words.to_owned();
    }
    words.chars().map(|c| raise(c).unwrap_or(c)).collect()
}

/// Whether a raised sign behind `before` is a part of a figure there.
pub fn is_of_figure(before: &str) -> bool {
    let whole = before.strip_suffix(['.', '·']).filter(|whole| whole.ends_with(is_raised)).unwrap_or(before);
    whole.ends_with(|c: char| c.is_ascii_digit() || c == ')' || is_raised(c))
}

/// Whether `note`, which is raised behind `before`, is the mark of a note: a sign such as `*`, a number in brackets, a letter behind a word,
/// or numbers behind a word, punctuation or a year.
pub fn is_note(before: &str, note: &str) -> bool {
    let note = note.trim();
    let is_attached = !before.is_empty() && !before.ends_with(char::is_whitespace) && !is_raised_fraction(before);
    if note.is_empty() || !is_attached {
        return false;
    }
    let near = before.char_indices().rev().take(MOST_BEFORE).last().map_or(0, |(at, _)| at);
    let near = before.get(near..).unwrap_or("");
    let is_bracketed = is_bracketed(note);
    if is_bracketed || note.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '¶')) {
        return is_bracketed || !is_letter(last_letters(near));
    }
    if matches!(note, "a" | "b" | "c") {
        return last_letters(near).chars().nth(3).is_some() || is_year(near, note);
    }
    let has_digit = note.contains(|c: char| c.is_ascii_digit());
    let is_numeric = has_digit && note.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '–' | '-' | '(' | ')'));
    is_numeric && !note.starts_with('-') && !note.ends_with(['-', '–']) && !is_power(near, note)
}

/// Where the marks of notes end that begin with the bracket at `at` and stand on the line: `[4]`, `[4, 5]`, `[4][5]`, `[note 1]`; right
/// behind a word, punctuation or a year.
pub fn find_note(text: &str, at: usize) -> Option<usize> {
    let (before, rest) = text.split_at_checked(at)?;
    let near = before.char_indices().rev().take(MOST_BEFORE).last().map_or(0, |(at, _)| at);
    let near = before.get(near..).unwrap_or("");
    let is_behind_word = last_letters(near).chars().nth(1).is_some();
    let is_behind_mark = near.ends_with(['.', ',', ';', ':', '!', '?', ')', '"', '”', '’', '\'', '»', '%', ']']);
    if !(is_behind_word || is_behind_mark || is_year(near, "")) {
        return None;
    }
    let end = rest.bytes().take(MOST_BEFORE).position(|b| b == b']')?;
    let inside = rest.get(1..end)?;
    let numbers = inside.strip_prefix("note ").unwrap_or(inside);
    let is_number = |number: &str| (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    numbers.split([',', '-', '–']).all(|number| is_number(number.trim())).then(|| at + inside.len() + 2)
}

/// Whether a note is one or several numbers or remarks, each in brackets.
fn is_bracketed(note: &str) -> bool {
    let mut rest = note;
    while let Some((inside, behind)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        if inside.contains('[') {
            return false;
        }
        rest = behind.trim_start_matches([',', ' ', '-', '–']);
    }
    rest.is_empty() && note.ends_with(']')
}

/// Whether a raised digit right behind `before` is the power of a unit, so that a note may follow it.
pub fn is_power_of_unit(before: &str, power: char) -> bool {
    matches!(power, '2'..='4') && UNITS.contains(&last_letters(before))
}

/// Whether `before` ends in the point of a raised number: the 5 of 10 to the 2.5.
fn is_raised_fraction(before: &str) -> bool {
    before.strip_suffix(['.', '·']).is_some_and(|whole| whole.ends_with(is_raised))
}

/// Whether a raised number behind `before` is a power of a figure, or belongs to a unit or the sign of a quantity.
fn is_power(before: &str, note: &str) -> bool {
    // A power is raised to no other one.
    if before.ends_with(|c| is_raised(c) && !matches!(c, '⁺' | '⁻')) {
        return false;
    }
    let inside = before.strip_suffix(')').unwrap_or(before);
    let is_indexed = inside.ends_with(is_lowered);
    let bare = inside.trim_end_matches(is_lowered);
    let letters = last_letters(bare);
    if letters.is_empty() {
        return bare.ends_with(|c: char| c.is_numeric()) && !is_year(bare, note);
    }
    let is_owned = bare.strip_suffix(letters).is_some_and(|rest| rest.ends_with(['\'', '’']));
    let is_unit =
        !is_indexed && inside.len() == before.len() && note.len() == 1 && note.chars().all(|power| is_power_of_unit(before, power));
    (is_letter(letters) && !is_owned) || is_unit
}

/// The letters at the end of a text.
fn last_letters(text: &str) -> &str {
    text.get(text.trim_end_matches(char::is_alphabetic).len()..).unwrap_or("")
}

fn is_letter(letters: &str) -> bool {
    letters.chars().nth(1).is_none() && !letters.is_empty()
}

/// Whether a text ends in a year, of which `note` is no power: as a 2 or 3 might be, unless the words before it are those of a date.
fn is_year(before: &str, note: &str) -> bool {
    let digits = |text: &str| text.len() - text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let start = digits(before);
    let (mut head, mut year) = before.split_at_checked(start).unwrap_or((before, ""));
    let mut is_dated = false;
    if let Some(first) = head.strip_suffix(['-', '–']).filter(|_| matches!(year.len(), 2 | 4)) {
        (head, year) = first.split_at_checked(digits(first)).unwrap_or((first, ""));
        is_dated = true;
    }
    let is_apart = head.chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '/' | '\'' | '"' | '“' | '‘'));
    if year.len() != 4 || !year.parse().is_ok_and(|year: u32| YEARS.contains(&year)) || !is_apart {
        return false;
    }
    let word = last_letters(head.trim_end()).to_lowercase();
    is_dated || !matches!(note, "2" | "3") || head.ends_with('(') || BEFORE_YEARS.contains(&word.as_str()) || find_month(&word).is_some()
}
