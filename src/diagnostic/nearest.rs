//! The nearest of several words to a misspelt one.

/// The word of `known` that `word` was most likely meant to be: at most a third of its letters (at least one) differ,
/// counting a swap of neighbours as one change; the first of equals. O(words × length²).
pub fn find_nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    let bound = (length / 3).clamp(1, 3);
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        // A change of one letter changes at most four bytes.
        if candidate.len().abs_diff(word.len()) > bound * 4 {
            continue;
        }
        let distance = strsim::osa_distance(word, candidate);
        // Words without a letter in common are never near: any two names of one letter would be.
        if distance > 0 && distance <= bound && distance < length && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
