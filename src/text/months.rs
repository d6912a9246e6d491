//! The names of the months in English.

/// The months, in their order.
pub const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// The number of the month, from 1, that a word names as a whole or by its first three letters, whatever its capitals.
pub fn find_month(word: &str) -> Option<u8> {
    let word = if word.eq_ignore_ascii_case("sept") { "sep" } else { word };
    let is_named = |month: &str| month.eq_ignore_ascii_case(word) || month.get(..3).is_some_and(|short| short.eq_ignore_ascii_case(word));
    (1..).zip(MONTHS).find(|(_, month)| is_named(month)).map(|(number, _)| number)
}
