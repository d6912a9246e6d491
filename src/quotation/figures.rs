//! Whether a square bracket puts one number in place of another: "fewer than \[100\]" of "fewer than 10".
//!
//! A bracket may explain what a source says, so a number in one may well stand for words: "\[12\] men" of "a dozen men". Only where both the
//! bracket and what it stands for are numbers and nothing else, they must be the same.

/// Numbers that are often written as words.
const WORDS: &[(&str, &str)] = &[
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
    ("hundred", "100"),
    ("thousand", "1000"),
];

/// The first two figures of most years.
const CENTURIES: &[&str] = &["16", "17", "18", "19", "20"];

/// The number that `put_in` replaces by another, where `replaced` are the words that it stands for. What both share is no matter.
pub fn find_other<'r>(put_in: &str, replaced: &'r str) -> Option<&'r str> {
    let ours: Vec<&str> = put_in.split_whitespace().collect();
    let theirs: Vec<&str> = replaced.split_whitespace().collect();
    let is_shared = |word: &str, others: &[&str]| others.iter().any(|other| bare(other).eq_ignore_ascii_case(bare(word)));
    let own: Option<Vec<String>> = ours.iter().filter(|word| !is_shared(word, &theirs)).map(|word| figure(word)).collect();
    let left: Vec<&'r str> = theirs.iter().copied().filter(|word| !is_shared(word, &ours)).collect();
    let there: Option<Vec<String>> = left.iter().map(|word| figure(word)).collect();
    let (own, there) = (own?, there?);
    let differ = !own.is_empty() && !there.is_empty() && own != there;
    left.first().copied().filter(|_| differ).map(bare)
}

/// The same at the end of a quotation, behind whose bracket `following` follow in the source.
pub fn find_other_behind<'f>(put_in: &str, following: &'f str) -> Option<&'f str> {
    find_other(put_in, following.split_whitespace().next()?)
}

/// The same at the start of a quotation, before which `preceding` stand in the source.
pub fn find_other_before<'p>(put_in: &str, preceding: &'p str) -> Option<&'p str> {
    let last = preceding.split_whitespace().next_back()?;
    find_other(put_in, last).filter(|_| !last.ends_with(['.', ',', ';', ':', '!', '?']))
}

/// The figure that a bracket of `quotation` makes another of, since it stands right beside its digits: "10\[0\]", "$\[1\]0", "\[-\]5". Two
/// figures of a year may be put in.
pub fn find_longer(quotation: &str) -> Option<&str> {
    let mut at = 0;
    while let Some(open) = quotation.get(at..)?.find('[').map(|open| at + open) {
        let close = open + quotation.get(open..)?.find(']')?;
        let (before, behind) = (quotation.get(..open)?, quotation.get(close + 1..)?);
        let put_in = quotation.get(open + 1..close)?;
        let own = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '−');
        let left = before.len() - before.bytes().rev().take_while(u8::is_ascii_digit).count();
        let right = behind.bytes().take_while(u8::is_ascii_digit).count();
        let is_sign = left == before.len() && matches!(put_in, "-" | "−" | ".");
        let is_figure = put_in.chars().all(own) && (is_sign || put_in.contains(|c: char| c.is_ascii_digit()));
        let is_year = match (before.get(left..), behind.get(..right)) {
            (Some(""), Some(years)) => years.len() == 2 && CENTURIES.contains(&put_in),
            (Some(century), Some("")) => put_in.len() == 2 && CENTURIES.contains(&century),
            _ => false,
        };
        let beside = if left < before.len() { before.get(left..) } else { behind.get(..right) };
        if let Some(figure) = beside.filter(|figure| is_figure && !figure.is_empty() && !is_year) {
            return Some(figure);
        }
        at = close + 1;
    }
    None
}

/// A number in digits, without the marks that part its thousands.
fn figure(word: &str) -> Option<String> {
    let bare = bare(word);
    if let Some((_, digits)) = WORDS.iter().find(|(word, _)| bare.eq_ignore_ascii_case(word)) {
        return Some((*digits).to_owned());
    }
    let is_figure = bare.starts_with(|c: char| c.is_ascii_digit()) && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    is_figure.then(|| bare.chars().filter(|c| *c != ',').collect())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
