//! Marks that stand in the words themselves: `[p. 3]`, numbered paragraphs, `§ 12`.
//!
//! Numbers stand everywhere, so only those that run on as marks do are taken for marks.

use crate::{
    extract::extracted::Extracted,
    quotation::{
        locator::{Unit, find_number},
        marks::Marks,
    },
};

/// The fewest numbered paragraphs that are taken for such, rather than for a list.
const FEWEST: usize = 3;

/// Takes the marks `[p. 3]` and `[page 3]` out of the words, which would otherwise part a passage that runs on over two pages. They count
/// where there are several, each is higher than the one before, and the file has no marks of another kind.
pub fn take_page_marks(extract: &mut Extracted) {
    let found: Vec<(usize, usize, u32)> = memchr::memchr_iter(b'[', extract.text.as_bytes())
        .filter_map(|at| {
            let (inside, _) = extract.text.get(at + 1..)?.split_at_checked(24).or(Some((extract.text.get(at + 1..)?, "")))?;
            let (inside, _) = inside.split_once(']')?;
            let number = ["p. ", "p.", "page ", "pg. "].iter().find_map(|word| inside.strip_prefix(word)).and_then(find_number)?;
            Some((at, at + inside.len() + 2, number))
        })
        .collect();
    if found.len() < 2 || !extract.marks.is_empty() || !found.is_sorted_by(|one, next| one.2 < next.2) {
        return;
    }
    let mut out = Extracted { text: String::with_capacity(extract.text.len()), ..Extracted::default() };
    let mut list = Vec::new();
    let mut done = 0;
    for (start, end, number) in found {
        out.copy(extract, done..start);
        list.push((out.text.len() as u32, number));
        done = end;
    }
    out.copy(extract, done..extract.text.len());
    out.marks.push(Marks { unit: Unit::Page, list, exclusive: true });
    *extract = out;
}

/// The paragraphs that begin with a number, such as `4.`, `(4)` or `[4]`: those that run on from 1, from the first third of the text
/// into its last third.
pub fn paragraphs(text: &str) -> Option<Marks> {
    let mut list: Vec<(u32, u32)> = Vec::new();
    for (at, line) in lines(text) {
        let next = list.len() as u32 + 1;
        if find_item(line) == Some(next) {
            list.push((at, next));
        }
    }
    let third = text.len() as u32 / 3;
    let spans = list.first().is_some_and(|(at, _)| *at <= third) && list.last().is_some_and(|(at, _)| *at >= 2 * third);
    (list.len() >= FEWEST && spans).then_some(Marks { unit: Unit::Paragraph, list, exclusive: true })
}

/// The sections that begin with `§ 12`, where each is higher than the one before.
pub fn sections(text: &str) -> Option<Marks> {
    let number = |line: &str| {
        let rest = line.strip_prefix('§')?.trim_start();
        find_number(rest.split(|c: char| !c.is_ascii_digit()).next()?)
    };
    let list: Vec<(u32, u32)> = lines(text).filter_map(|(at, line)| Some((at, number(line)?))).collect();
    (list.len() > 1 && list.is_sorted_by(|one, next| one.1 < next.1)).then_some(Marks { unit: Unit::Section, list, exclusive: true })
}

/// The lines of a text without their indentation, each with the byte where it begins.
fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len() as u32;
        (start, line.trim_start())
    })
}

/// The number at the start of a line, as paragraphs are numbered.
fn find_item(line: &str) -> Option<u32> {
    let word = line.split_whitespace().next()?;
    let (open, rest) = match word.strip_prefix(['(', '[']) {
        Some(rest) => (true, rest),
        None => (false, word.strip_prefix('¶').unwrap_or(word)),
    };
    let digits = rest.trim_end_matches([')', ']', '.']);
    (digits.len() < rest.len() || word.starts_with('¶') || open).then(|| find_number(digits)).flatten()
}
