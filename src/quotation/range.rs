//! Whether a dash or a blank between two numbers makes one figure of them: "5 – 10 percent" and "12 500 men", but not "in 1848 – 300 men"
//! and "on page 12 300 men".
//!
//! To quote one end of a range or a part of a long number would change it. Where the two numbers are read as one only against what stands
//! around them, either may be quoted.

use crate::{
    quotation::{
        locator::{abbreviated, find_number},
        raised::YEARS,
    },
    text::months::find_month,
};

/// Words behind which stands the number of a thing, so that no long number begins there.
const LABELS: &[&str] = &[
    "page",
    "pages",
    "p",
    "pp",
    "chapter",
    "chapters",
    "ch",
    "section",
    "sections",
    "article",
    "articles",
    "art",
    "paragraph",
    "para",
    "no",
    "nos",
    "number",
    "numbers",
    "line",
    "lines",
    "table",
    "tables",
    "figure",
    "figures",
    "fig",
    "volume",
    "vol",
    "part",
    "book",
    "act",
    "scene",
    "room",
    "item",
    "rule",
    "note",
    "week",
    "day",
    "appendix",
    "annex",
    "question",
    "exhibit",
    "case",
    "letter",
    "lesson",
    "lecture",
    "unit",
    "step",
    "session",
    "meeting",
    "issue",
    "verse",
    "psalm",
    "hymn",
    "sonnet",
    "canto",
    "plate",
    "route",
    "gate",
    "platform",
];

/// Whether a dash between `before`, which ends with a number, and `behind`, which begins with one, makes a range of them: the second one is
/// no lower, with the digits that are left out before it, behind a year stands another year, and the first one is not the number of one thing.
pub fn is_range(before: &str, behind: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let first = before.rsplit(|c| !is_part(c)).next().unwrap_or("").trim_start_matches(['.', ',']);
    let last = behind.split(|c| !is_part(c)).next().unwrap_or("").trim_end_matches(['.', ',']);
    let label = before.strip_suffix(first).map_or("", find_word);
    if is_label(label) && !label.ends_with(['s', 'S']) && !label.eq_ignore_ascii_case("pp") {
        return false;
    }
    let value = |number: &str| number.replace(',', "").parse::<f64>().ok();
    let (Some(from), Some(to)) = (value(first), value(last)) else { return true };
    let to = find_number(first).and_then(|from| abbreviated(from, last)).map_or(to, f64::from);
    let is_year = |number: &str| number.len() == 4 && find_number(number).is_some_and(|year| YEARS.contains(&year));
    from <= to && (!is_year(first) || is_year(last) || last.len() < 3)
}

/// Whether a text begins with three digits, as the groups of a long number are, and no more.
pub fn is_group(text: &str) -> bool {
    text.bytes().take(4).take_while(u8::is_ascii_digit).count() == 3
}

/// Whether a text ends with what may be the first group of a long number, or one behind it: three digits at most, no zero first, and not
/// the number of a page or a day.
pub fn is_group_before(text: &str) -> bool {
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let group = text.get(before.len()..).unwrap_or("");
    let is_first = || !before.ends_with([',', '.', '-', '/', ':']) && !group.starts_with('0') && !is_labelled(before, group);
    match group.len() {
        1..=2 => is_first(),
        3 => before.strip_suffix(' ').is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit())) || is_first(),
        _ => false,
    }
}

/// Whether the word before a number says that it is the number of a thing, or a day of a month.
fn is_labelled(before: &str, number: &str) -> bool {
    let word = find_word(before);
    let is_day = || number.parse().is_ok_and(|day: u8| (1..=31).contains(&day)) && find_month(word).is_some();
    before.trim_end().ends_with('§') || is_label(word) || is_day()
}

/// The word at the end of a text, perhaps an abbreviation.
fn find_word(text: &str) -> &str {
    text.trim_end_matches([' ', '.']).rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("")
}

/// Whether a word says that the number behind it is that of a thing.
pub fn is_label(word: &str) -> bool {
    LABELS.iter().any(|label| word.eq_ignore_ascii_case(label))
}
