//! The volume and number that people write after the name of a journal: `Science 302`, `International Security 24 (1)`, `BMJ 341, no. 5`.

/// A journal with its volume.
#[derive(Debug, PartialEq, Eq)]
pub struct Found<'s> {
    /// The name of the journal.
    pub name: &'s str,
    /// The volume.
    pub volume: &'s str,
    /// The number of the issue.
    pub number: Option<&'s str>,
}

/// The volume at the end of what a source appeared in. A year is none: `Proceedings 2019`.
pub fn find(container: &str) -> Option<Found<'_>> {
    let container = container.trim();
    let in_brackets = || container.strip_suffix(')')?.rsplit_once('(').map(|(rest, number)| (rest.trim_end(), number));
    let in_words = || container.rsplit_once("no. ").map(|(rest, number)| (rest.trim_end().trim_end_matches(','), number));
    let (rest, number) = in_brackets().or_else(in_words).map_or((container, None), |(rest, number)| (rest, Some(number.trim())));
    let (name, volume) = rest.rsplit_once(' ')?;
    let is_number = |words: &str, most: usize| (1..=most).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit());
    let is_year = number.is_none() && volume.len() == 4;
    let holds = is_number(volume, 4) && !is_year && number.is_none_or(|number| is_number(number.trim_end_matches('.'), 5));
    let name = name.trim_end_matches([',', ' ']).trim_end_matches(" vol.").trim_end_matches(',');
    (holds && name.ends_with(char::is_alphabetic)).then_some(Found { name, volume, number })
}

#[cfg(test)]
mod tests {
    use super::{Found, find};

    #[test]
    fn a_volume_is_a_number_at_the_end_that_is_no_year() {
        let found = |name, volume, number| Some(Found { name, volume, number });
        assert_eq!(find("Science 302"), found("Science", "302", None));
        assert_eq!(find("International Security 24 (1)"), found("International Security", "24", Some("1")));
        assert_eq!(find("Urban Roads, vol. 12, no. 3"), found("Urban Roads", "12", Some("3")));
        for none in ["Proceedings 2019", "[1893] 1 QB 256 (Court of Appeal)", "CFR Forum", "Studio (London)", "302", "", "A–1", "No. 5"] {
            assert_eq!(find(none), None, "{none}");
        }
    }
}
