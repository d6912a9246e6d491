//! Which edition a book is, in the words of the Chicago Manual of Style (14.113): `2nd ed.`, `rev. ed.`

const ORDINALS: [&str; 10] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// The edition that a field of a bibliography names: a number, an ordinal or words.
pub fn words(edition: &str) -> String {
    let words = edition.trim().trim_end_matches('.');
    let lower = words.to_lowercase();
    let bare =
        ["edition", "edn", "ed"].iter().find_map(|end| lower.strip_suffix(end).filter(|rest| rest.is_empty() || rest.ends_with(' ')));
    let name = bare.map_or(lower.as_str(), str::trim);
    let number = name.parse::<u32>().ok().or_else(|| ORDINALS.iter().position(|word| *word == name).map(|at| at as u32 + 1));
    match number {
        Some(number) => format!("{number}{} ed.", suffix(number)),
        None if name == "revised" => "rev. ed.".to_owned(),
        None if bare.is_some() => format!("{} ed.", words.get(..name.len()).unwrap_or(words).trim_end()),
        None if name.contains(" ed") => edition.trim().to_owned(),
        None => format!("{words} ed."),
    }
}

const fn suffix(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn numbers_become_ordinals_and_words_are_kept() {
        let cases = [
            ("2", "2nd ed."),
            ("11", "11th ed."),
            ("21", "21st ed."),
            ("Third", "3rd ed."),
            ("4th edition", "4th ed."),
            ("2nd ed.", "2nd ed."),
            ("Revised", "rev. ed."),
            ("International", "International ed."),
            ("2nd ed., enlarged", "2nd ed., enlarged"),
        ];
        for (edition, told) in cases {
            assert_eq!(words(edition), told, "{edition}");
        }
    }
}
