//! A text as words and marks, and words of English that say what stands beside them.

/// Verbs that a negation right behind them denies.
pub const AUXILIARY: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "does", "did", "can", "could", "will", "would", "shall",
    "should", "may", "might", "must", "need",
];
/// Words behind a negation or a modal verb with which the verb is still to come.
pub const ADVERBS: &[&str] = &[
    "yet",
    "ever",
    "really",
    "always",
    "even",
    "fully",
    "at",
    "all",
    "well",
    "still",
    "also",
    "be",
    "have",
    "thus",
    "soon",
    "already",
    "often",
    "longer",
    "more",
    "quite",
    "actually",
    "now",
    "then",
    "only",
    "so",
    "entirely",
    "necessarily",
    "been",
];
/// Words before a noun, behind which "only", "may" or "little" belong to it.
pub const DETERMINING: &[&str] =
    &["a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "one", "of", "very"];

/// Whether `word` is in `list`, whatever its capitals.
pub fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|w| word.eq_ignore_ascii_case(w))
}

/// The words of a text, and `None` where a mark parts two of them or stands at an end.
pub fn tokens(text: &str) -> Vec<Option<&str>> {
    let mut tokens = Vec::new();
    for word in text.split_whitespace() {
        let is_mark = |c: char| !c.is_alphanumeric();
        let bare = word.trim_matches(is_mark);
        if bare.is_empty() {
            tokens.push(None);
            continue;
        }
        if word.starts_with(is_mark) {
            tokens.push(None);
        }
        tokens.push(Some(bare));
        if word.ends_with(is_mark) {
            tokens.push(None);
        }
    }
    tokens
}
