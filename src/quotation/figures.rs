//! Whether a square bracket puts a number where the source has another one, or none: "fewer than \[100\]" of "fewer than 10".
//!
//! A bracket may explain what a source says, so a number may stand in it among words that the source has not, and one of a date, of
//! another unit or of a share may stand for words that say the same. A number that takes the place of another, or counts what the source
//! does not count, is none of these; nor is another place in a row, another fraction or another month.

use crate::{
    quotation::{raised::find_note, words::AUXILIARY},
    text::months::find_month,
};

/// A number that a bracket puts in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The number, as the bracket has it.
    pub ours: String,
    /// The number in whose place it stands, if the source has one.
    pub theirs: Option<String>,
    /// What the two numbers are.
    pub kind: Kind,
}

/// What a number says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// How many.
    Cardinal,
    /// Which in a row.
    Ordinal,
    /// Which part of a whole.
    Fraction,
    /// Which month of the year.
    Month,
}

/// Where a bracket stands, and so what is known of the words that it replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Between words that are quoted: it replaces just those between them.
    Within,
    /// Before the first words that are quoted.
    Before,
    /// Behind the last ones.
    Behind,
}

/// Number words below a hundred.
const UNITS: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
];
/// Words for a place in a row, of which those from the third on are words for a part, too.
const ORDINALS: &[&str] =
    &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
/// Words for a part, besides those.
const FRACTIONS: &[(&str, f64)] = &[("half", 0.5), ("halves", 0.5), ("quarter", 0.25), ("quarters", 0.25)];
/// Words in whose place "one" counts nothing.
const ANYBODY: &[&str] =
    &["a", "an", "i", "you", "we", "he", "she", "they", "people", "somebody", "someone", "anybody", "anyone", "everybody", "everyone"];
/// Number words by which those before them are multiplied.
const SCALES: &[(&str, f64)] = &[
    ("dozen", 12.0),
    ("hundred", 100.0),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("dozens", 12.0),
    ("hundreds", 100.0),
    ("thousands", 1e3),
    ("millions", 1e6),
];
/// What may stand behind digits: a scale, or what makes an ordinal of them.
const BEHIND_DIGITS: &[(&str, f64)] =
    &[("", 1.0), ("st", 1.0), ("nd", 1.0), ("rd", 1.0), ("th", 1.0), ("k", 1e3), ("m", 1e6), ("bn", 1e9), ("s", 1.0)];
/// Words beside a number that count nothing themselves.
const FILLERS: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "about",
    "around",
    "some",
    "roughly",
    "approximately",
    "nearly",
    "almost",
    "over",
    "than",
    "more",
    "at",
    "least",
    "most",
    "up",
    "to",
    "only",
    "just",
    "exactly",
    "and",
    "or",
    "another",
    "well",
    "under",
    "below",
    "above",
    "fewer",
    "less",
    "these",
    "those",
];
/// The most words that are looked at to know whether a text begins with a number.
const MOST_OF_NUMBER: usize = 4;
/// Words that count from another day.
const TIMES: &[&str] = &["ago", "earlier", "later", "before", "after", "o'clock"];
/// Words between what happens and how long it takes.
const FOR: &[&str] = &["for", "in", "within", "after", "every", "by"];
/// Units of measure that have others beside them, each with its names.
const MEASURES: &[&[&str]] = &[
    &["km", "kilometre", "kilometres", "kilometer", "kilometers"],
    &["mile", "miles"],
    &["m", "metre", "metres", "meter", "meters"],
    &["yard", "yards"],
    &["foot", "feet", "ft"],
    &["inch", "inches"],
    &["cm", "centimetre", "centimetres", "centimeter", "centimeters"],
    &["mm", "millimetre", "millimetres", "millimeter", "millimeters"],
    &["kg", "kilogram", "kilograms", "kilo", "kilos"],
    &["gram", "grams"],
    &["pound", "pounds", "lb", "lbs"],
    &["stone"],
    &["ton", "tons"],
    &["tonne", "tonnes"],
    &["acre", "acres"],
    &["hectare", "hectares"],
    &["litre", "litres", "liter", "liters"],
    &["gallon", "gallons"],
    &["pint", "pints"],
    &["degrees"],
    &["celsius"],
    &["fahrenheit"],
    &["percent", "percentage"],
    &["dollar", "dollars"],
    &["euro", "euros"],
    &["yen"],
    &["second", "seconds"],
    &["minute", "minutes"],
];
/// Units of time, each with its names.
const SPANS: &[&[&str]] = &[
    &["hour", "hours"],
    &["day", "days"],
    &["week", "weeks"],
    &["month", "months"],
    &["year", "years"],
    &["decade", "decades"],
    &["century", "centuries"],
];
const SIGNS: &[char] = &['$', '€', '£', '¥', '%', '°'];
/// The first two figures of most years.
const CENTURIES: &[&str] = &["16", "17", "18", "19", "20"];

/// The number that `put_in` puts among words where `replaced` stand in the source, if that has another one there, or none though the
/// bracket is a number and nothing else. `behind` are the words of the quotation that follow, `near` those of the source around it.
pub fn find_other(put_in: &str, replaced: &str, side: Side, behind: &str, near: &str) -> Option<Counted> {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (put_in.split_whitespace().collect(), replaced.split_whitespace().collect());
    let (all_ours, all_theirs) = (numbers(&ours), numbers(&theirs));
    let has = |list: &[Number], number: &Number| list.iter().any(|n| n.is_same(number));
    let own: Vec<&Number> = all_ours.iter().filter(|n| !has(&all_theirs, n)).collect();
    let left: Vec<&Number> = all_theirs.iter().filter(|n| !has(&all_ours, n)).collect();
    let first = own.first()?;
    let is_own =
        |at: usize, word: &str| !all_ours.iter().any(|n| n.from <= at && at < n.to) && !theirs.iter().any(|t| is_word(word, bare(t)));
    let has_unit = ours.iter().any(|word| find_unit(word).is_some());
    let is_filler = |word: &str| is_in(word, FILLERS) || (has_unit && (is_in(word, FOR) || find_unit(word).is_some()));
    let is_pure = !ours.iter().enumerate().any(|(at, word)| is_own(at, word) && !is_filler(word) && !bare(word).is_empty());
    let shown = |words: &[&str], n: &Number| words.get(n.from..n.to).map(|words| bare(&words.join(" ")).to_owned());
    // Beside a quotation it is not known how many words the bracket stands for: only a number at the same distance is the one it replaces.
    let fits = |here: &Number, there: &Number| match side {
        Side::Within => true,
        Side::Before => is_pure || ours.len() - here.to == theirs.len() - there.to,
        Side::Behind => is_pure || here.from == there.from,
    };
    let mut pairs = left.iter().flat_map(|there| own.iter().map(move |here| (here, there)));
    if let Some((here, there)) = pairs.find(|(here, there)| here.is_comparable(there) && fits(here, there)) {
        let counted = Counted { ours: shown(&ours, here)?, theirs: shown(&theirs, there), kind: here.kind };
        return (!says_the_same(&ours, &theirs)).then_some(counted);
    }
    let around: Vec<&str> = near.split_whitespace().collect();
    let is_near = || {
        let stands = |word: &&str| around.iter().any(|n| is_word(word, bare(n)));
        has(&numbers(&around), first) || ours.get(first.from..first.to).is_some_and(|words| words.iter().all(stands))
    };
    let counts = (has_unit || behind.trim_start().starts_with(char::is_alphanumeric)) && !is_anybody(&ours, &theirs, behind);
    let is_new = is_pure && first.kind == Kind::Cardinal && all_theirs.is_empty() && counts && !is_date(&ours) && !is_near();
    is_new.then_some(Counted { ours: shown(&ours, first)?, theirs: None, kind: first.kind })
}

/// A number of `put_in` with another unit than `replaced` has it, and that one.
pub fn find_other_unit(put_in: &str, replaced: &str) -> Option<(String, String)> {
    let (ours, theirs): (Vec<&str>, Vec<&str>) = (put_in.split_whitespace().collect(), replaced.split_whitespace().collect());
    let unit = |words: &[&str], number: &Number| {
        let shown = words.get(number.from..number.to)?.join(" ");
        if let Some(sign) = shown.chars().find(|c| SIGNS.contains(c)) {
            return Some((sign.to_string(), shown));
        }
        let word = words.get(number.to)?;
        Some((find_unit(word)?.to_owned(), format!("{} {}", bare(&shown), bare(word))))
    };
    let (all_ours, all_theirs) = (numbers(&ours), numbers(&theirs));
    let pairs = all_ours.iter().flat_map(|here| all_theirs.iter().map(move |there| (here, there)));
    let same = pairs.filter(|(here, there)| here.is_same(there) && here.value != 0.0);
    let units = same.filter_map(|(here, there)| Some((unit(&ours, here)?, unit(&theirs, there)?)));
    units.into_iter().find(|(here, there)| here.0 != there.0).map(|(here, there)| (here.1, there.1))
}

/// The first name of the unit of measure or time that a word names.
fn find_unit(word: &str) -> Option<&'static str> {
    find_row(word, MEASURES).or_else(|| find_row(word, SPANS))
}

fn find_row(word: &str, rows: &[&'static [&'static str]]) -> Option<&'static str> {
    rows.iter().find(|row| is_in(word, row)).and_then(|row| row.first().copied())
}

/// Whether "one" is whoever it may be, and no number: "\[One\] should go".
fn is_anybody(ours: &[&str], theirs: &[&str], behind: &str) -> bool {
    let is_acting = || behind.split_whitespace().next().is_some_and(|word| is_in(word, AUXILIARY));
    matches!(ours, [one] if is_word(bare(one), "one")) && (is_acting() || matches!(theirs, [word] if is_in(word, ANYBODY)))
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
        let is_note = find_note(quotation, open).is_some();
        if let Some(figure) = beside.filter(|figure| is_figure && !figure.is_empty() && !is_year && !is_note) {
            return Some(figure);
        }
        at = close + 1;
    }
    None
}

/// Whether words hold a number, in figures or in words.
pub fn has_number(words: &str) -> bool {
    numbers(&words.split_whitespace().collect::<Vec<_>>()).iter().any(|n| n.kind == Kind::Cardinal)
}

/// Whether words begin with a number, a fraction or a place in a row; perhaps behind an article.
pub fn counts(words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().take(MOST_OF_NUMBER).collect();
    let articles = words.iter().take_while(|word| is_in(word, &["a", "an", "the"])).count();
    numbers(&words).first().is_some_and(|number| number.from <= articles && number.kind != Kind::Month)
}

/// A number of some words: the words from one to before the other.
struct Number {
    from: usize,
    to: usize,
    value: f64,
    kind: Kind,
}

impl Number {
    /// Whether two numbers say the same; "a third" says what "one third" does.
    fn is_same(&self, other: &Self) -> bool {
        let (one, other) = match (self.kind, other.kind) {
            (Kind::Ordinal, Kind::Fraction) => (self.value.recip(), other.value),
            (Kind::Fraction, Kind::Ordinal) => (self.value, other.value.recip()),
            (Kind::Month, kind) | (kind, Kind::Month) if kind != Kind::Month => return false,
            _ => (self.value, other.value),
        };
        (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
    }

    /// Whether one of two numbers that are not the same says something else than the other.
    fn is_comparable(&self, other: &Self) -> bool {
        let is_part = |number: &Self| number.kind == Kind::Fraction || (number.kind == Kind::Ordinal && number.value >= 3.0);
        self.kind == other.kind || (is_part(self) && is_part(other))
    }
}

/// The numbers among words: "two hundred and five" is one, and so are "1.5 million" and "two thirds".
fn numbers(words: &[&str]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let mut from = 0;
    while let Some(word) = words.get(from) {
        let counted = number(words.get(from..).unwrap_or(&[]));
        let (length, value, kind) = match (counted, named(word)) {
            (Some((length, count)), _) => match words.get(from + length).and_then(|word| part(word)) {
                Some(part) => (length + 1, count * part, Kind::Fraction),
                None if is_ordinal(word) => (length, count, Kind::Ordinal),
                None => (length, count, Kind::Cardinal),
            },
            (None, Some((value, kind))) => (1, value, kind),
            (None, None) => {
                from += 1;
                continue;
            }
        };
        found.push(Number { from, to: from + length, value, kind });
        from += length;
    }
    found
}

/// A word that is a place in a row, a part or a month by itself. With a small letter "may" and "march" are no months.
fn named(word: &str) -> Option<(f64, Kind)> {
    let word = bare(word);
    let ordinal = || (1..).zip(ORDINALS).find(|(_, ordinal)| is_word(word, ordinal)).map(|(at, _)| (f64::from(at), Kind::Ordinal));
    let month = || find_month(word).filter(|_| word.starts_with(char::is_uppercase)).map(|month| (f64::from(month), Kind::Month));
    ordinal().or_else(|| part(word).map(|value| (value, Kind::Fraction))).or_else(month)
}

/// The part of a whole that a word names behind a number: "thirds".
fn part(word: &str) -> Option<f64> {
    let word = bare(word).to_ascii_lowercase();
    let single = word.strip_suffix('s').unwrap_or(&word);
    let listed = FRACTIONS.iter().find(|(part, _)| *part == word).map(|(_, value)| *value);
    listed.or_else(|| (1..).zip(ORDINALS).skip(2).find(|(_, ordinal)| **ordinal == single).map(|(at, _)| f64::from(at).recip()))
}

/// Whether a number in figures is a place in a row: `3rd`.
fn is_ordinal(word: &str) -> bool {
    let word = bare(word);
    word.starts_with(|c: char| c.is_ascii_digit()) && ["st", "nd", "rd", "th"].iter().any(|ending| word.ends_with(ending))
}

/// The number with which words begin, and of how many words it is.
fn number(words: &[&str]) -> Option<(usize, f64)> {
    let (mut total, mut current, mut length) = (0.0, None, 0);
    let mut last_scale = f64::INFINITY;
    for (at, word) in words.iter().enumerate() {
        // A mark behind a word ends the number.
        let is_ended = at > 0 && words.get(at - 1).is_some_and(|before| before.ends_with([',', ';', ':', ')']));
        let is_and =
            bare(word).eq_ignore_ascii_case("and") && last_scale.is_finite() && words.get(at + 1).is_some_and(|w| unit(bare(w)).is_some());
        if is_ended {
            break;
        }
        if is_and {
            continue;
        }
        let word = bare(word);
        if let Some(scale) = SCALES.iter().find(|(scale, _)| is_word(word, scale)).map(|(_, value)| *value) {
            let value: f64 = current.unwrap_or(1.0) * scale;
            (total, current) = if scale >= 1e3 { (total + value, None) } else { (total, Some(value)) };
            last_scale = scale;
        } else if let Some(value) = unit(word).filter(|_| current.is_none() || last_scale.is_finite()) {
            current = Some(current.unwrap_or(0.0) + value);
        } else if let (0, Some(value)) = (at, digits(word)) {
            current = Some(value);
        } else {
            break;
        }
        length = at + 1;
    }
    (length > 0).then(|| (length, total + current.unwrap_or(0.0)))
}

/// A number word below a hundred, perhaps of two.
fn unit(word: &str) -> Option<f64> {
    let find = |word: &str| UNITS.iter().find(|(unit, _)| is_word(word, unit)).map(|(_, value)| *value);
    find(word).or_else(|| {
        let (tens, ones) = word.split_once('-')?;
        Some(find(tens).filter(|tens| *tens >= 20.0)? + find(ones).filter(|ones| *ones < 10.0)?)
    })
}

/// A number in figures, without the marks that part its thousands.
fn digits(word: &str) -> Option<f64> {
    let end = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.')).unwrap_or(word.len());
    let (figures, behind) = word.split_at_checked(end)?;
    let (_, scale) = BEHIND_DIGITS.iter().find(|(ending, _)| is_word(behind, ending))?;
    figures.replace(',', "").parse::<f64>().ok().map(|value| value * scale)
}

/// Whether words that hold different numbers may well say the same: a day and how long ago it was, a length in another unit, a share.
fn says_the_same(ours: &[&str], theirs: &[&str]) -> bool {
    let counts_time = |words: &[&str]| words.iter().any(|w| is_in(w, TIMES) || find_row(w, SPANS).is_some()) && !is_date(words);
    let measures = |words: &[&str]| {
        let named = words.iter().filter_map(|w| find_row(w, MEASURES)).map(str::to_owned);
        let signs = words.iter().flat_map(|w| w.chars()).filter(|c| SIGNS.contains(c)).map(String::from);
        named.chain(signs).collect::<Vec<_>>()
    };
    let (our_measures, their_measures) = (measures(ours), measures(theirs));
    let is_other_measure =
        !our_measures.is_empty() && !their_measures.is_empty() && !our_measures.iter().any(|unit| their_measures.contains(unit));
    let is_share = |words: &[&str]| {
        let found = numbers(words);
        let is_of = || words.iter().any(|w| is_in(w, &["in", "of", "per", "to"]));
        found.iter().any(|n| n.kind == Kind::Fraction) || (found.len() > 1 && is_of())
    };
    let is_percent = |words: &[&str]| words.iter().any(|w| w.contains('%') || is_in(w, &["percent", "cent"]));
    (is_date(ours) && counts_time(theirs))
        || (counts_time(ours) && is_date(theirs))
        || is_other_measure
        || (is_share(ours) && is_percent(theirs))
        || (is_percent(ours) && is_share(theirs))
}

/// Whether words name a year or a month.
fn is_date(words: &[&str]) -> bool {
    let is_year = |word: &str| word.len() == 4 && CENTURIES.iter().any(|c| word.starts_with(c)) && word.bytes().all(|b| b.is_ascii_digit());
    words.iter().any(|word| is_year(bare(word)) || find_month(bare(word)).is_some())
}

fn is_in(word: &str, list: &[&str]) -> bool {
    list.iter().any(|listed| is_word(bare(word), listed))
}

fn is_word(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(bare(other))
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !c.is_alphanumeric())
}
