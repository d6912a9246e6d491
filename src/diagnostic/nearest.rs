//! The nearest of several words to a misspelt one.

/// The word of `known` that `word` was most likely meant to be: at most a third of its letters (at least one) differ,
/// counting a swap of neighbours as one change, and a difference of case alone as none; the first of equals. O(words × length²).
pub fn find_nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    search(word, known, |_, _| false)
}

/// The same for words in no order: of equals, the first in the order of the alphabet.
pub fn find_first_nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    search(word, known, |one, other| one < other)
}

fn search<'a>(word: &str, known: impl IntoIterator<Item = &'a str>, is_before: impl Fn(&str, &str) -> bool) -> Option<&'a str> {
    let length = word.chars().count();
    let bound = (length / 3).clamp(1, 3);
    let ascii = word.is_ascii();
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        // A change of one letter changes at most four bytes, and between ASCII words one.
        let bytes = if ascii && candidate.is_ascii() { bound } else { bound * 4 };
        if candidate.len().abs_diff(word.len()) > bytes {
            continue;
        }
        let other_case = word != candidate && word.eq_ignore_ascii_case(candidate);
        let distance = if other_case { 0 } else { strsim::osa_distance(word, candidate) };
        // Words without a letter in common are never near: any two names of one letter would be.
        let wins = |(least, other): (usize, &str)| distance < least || (distance == least && is_before(candidate, other));
        if (other_case || distance > 0 && distance <= bound && distance < length) && best.is_none_or(wins) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
