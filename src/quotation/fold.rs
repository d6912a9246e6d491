//! Folding: what is left of a text when its typography is taken away.
//!
//! Folded are white space (any run of it is one blank), quotation marks (all are `'`), dashes (a hyphen, a minus sign and the dashes, with
//! the blanks around a dash that parts words), ligatures, and what may only be broken at (soft hyphens, zero-width spaces). Texts that are
//! the same by canonical equivalence are the same (Unicode Standard Annex #15). Raised and lowered figures are written on the line where
//! that makes no other figure of them (`CO2`, `m2`), the blank before `%` and `°` is none, and the numbers of notes, raised or in brackets, are left out (`raised`). Case, accents, digits,
//! punctuation and every other sign stay as they are.
//!
//! The signs of feet and inches are folded as quotation marks are, so that of each behind a digit it is kept beside the text which it is.
//!
//! A hyphen at the end of a line is either part of the word or made by the printer, and nobody can tell which. So a dash between letters
//! is left out of the folded text and kept as a [`Joint`] beside it, which says whether it is certain.

use crate::quotation::{
    map::Map,
    raised::{find_note, is_lowered, is_note, is_of_figure, is_power_of_unit, is_raised, level, raise},
    range::is_range,
};
use std::{borrow::Cow, ops::Range};
use unicode_normalization::{IsNormalized, UnicodeNormalization, char::canonical_combining_class, is_nfc, is_nfc_quick};

/// The sign in a folded text for a dash that parts words, where it does not stand between two letters.
pub const DASH: char = '–';

/// The most combining marks that are taken for part of one character.
const MOST_MARKS: usize = 32;

/// A dash between two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joint {
    /// Where it was, in the folded text.
    pub at: u32,
    /// Whether it stood at the end of a line, and so may be none.
    pub soft: bool,
    /// Whether it makes one word of what it joins, as a hyphen does.
    pub word: bool,
}

/// A quotation mark or the sign of feet or inches, behind a digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Prime {
    /// Where it is, in the folded text.
    pub at: u32,
    /// Whether it has two strokes.
    pub is_double: bool,
    /// Whether it can be nothing but the sign of feet or inches.
    pub is_certain: bool,
}

/// A folded text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The text.
    pub text: String,
    /// Its dashes between letters, in order.
    pub joints: Vec<Joint>,
    /// What may be signs of feet and inches, in order.
    pub primes: Vec<Prime>,
    /// Where the white space between two digits is more than one blank within a line, or a dash between them makes no range, so that they
    /// are of two numbers; in order.
    apart: Vec<u32>,
    map: Map,
    composed: Option<Map>,
}

impl Folded {
    /// The bytes of `original`, from which this was folded, that `range` of the folded text comes from; on character boundaries.
    pub fn origin(&self, original: &str, range: Range<u32>) -> Range<usize> {
        let back = |at: u32| {
            let at = self.map.origin(at);
            self.composed.as_ref().map_or(at, |map| map.origin(at)) as usize
        };
        let length = original.len();
        let start = (0..=back(range.start).min(length)).rev().find(|at| original.is_char_boundary(*at)).unwrap_or(0);
        if range.end <= range.start {
            return start..start;
        }
        let last = (back(range.end - 1) + 1).max(start).min(length);
        let end = (last..=length).find(|at| original.is_char_boundary(*at)).unwrap_or(length);
        // What a character was composed of ends where the next one starts.
        let marks = original.get(end..).unwrap_or("").chars().take(MOST_MARKS).take_while(|c| canonical_combining_class(*c) != 0);
        start..end + marks.map(char::len_utf8).sum::<usize>()
    }

    /// The joints strictly between `start` and `end`.
    pub fn joints_within(&self, start: u32, end: u32) -> &[Joint] {
        let first = self.joints.partition_point(|j| j.at <= start);
        let last = self.joints.partition_point(|j| j.at < end);
        self.joints.get(first..last).unwrap_or(&[])
    }

    /// What may be signs of feet and inches from `start` to before `end`.
    pub fn primes_within(&self, start: u32, end: u32) -> &[Prime] {
        let first = self.primes.partition_point(|p| p.at < start);
        let last = self.primes.partition_point(|p| p.at < end);
        self.primes.get(first..last).unwrap_or(&[])
    }

    /// The letters and digits right before byte `at`, of one word and not of a compound.
    pub fn letters_before(&self, at: u32) -> &str {
        let before = self.text.get(..at as usize).unwrap_or("");
        let joint = self.joints.partition_point(|j| j.at <= at).checked_sub(1).and_then(|last| self.joints.get(last));
        let start = before.trim_end_matches(char::is_alphanumeric).len().max(joint.map_or(0, |j| j.at as usize));
        before.get(start..).unwrap_or("")
    }

    /// The letters and digits right behind byte `at`, of one word and not of a compound.
    pub fn letters_behind(&self, at: u32) -> &str {
        let behind = self.after(at);
        let joint = self.joints.get(self.joints.partition_point(|j| j.at < at));
        let end = behind.find(|c: char| !c.is_alphanumeric()).unwrap_or(behind.len());
        behind.get(..end.min(joint.map_or(end, |j| (j.at - at) as usize))).unwrap_or("")
    }

    /// The joint at `at`.
    pub fn find_joint(&self, at: u32) -> Option<Joint> {
        let next = self.joints.get(self.joints.partition_point(|j| j.at < at)).copied();
        next.filter(|j| j.at == at)
    }

    /// Whether the blank or dash at byte `at` parts two numbers.
    pub fn parts_numbers(&self, at: u32) -> bool {
        self.apart.binary_search(&at).is_ok()
    }

    /// The character before byte `at`.
    pub fn before(&self, at: u32) -> Option<char> {
        self.text.get(..at as usize)?.chars().next_back()
    }

    /// What follows byte `at`.
    pub fn after(&self, at: u32) -> &str {
        self.text.get(at as usize..).unwrap_or("")
    }
}

/// Folds `text`. Linear.
pub fn fold(text: &str) -> Folded {
    let (composed, map) = compose(text);
    let mut folder = Folder { text: &composed, out: Folded { composed: map, ..Folded::default() }, gap: None };
    folder.out.text.reserve(text.len());
    let mut at = 0;
    while let Some(c) = composed.get(at..).and_then(|rest| rest.chars().next()) {
        at = folder.step(at, c);
    }
    folder.out
}

/// What folding makes of a character.
enum Class {
    Plain,
    Space,
    Quote,
    Dash,
    Break,
    Raised,
    Lowered,
    Caret,
    Bracket,
    Ligature(&'static str),
}

const fn class(c: char) -> Class {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | ',' | '.' => Class::Plain,
        ' ' | '\t'..='\r' => Class::Space,
        '\'' | '"' | '`' | '´' | '‘'..='‟' | '«' | '»' | '‹' | '›' | '′' | '″' => Class::Quote,
        '-' | '‐'..='―' | '−' => Class::Dash,
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => Class::Break,
        'ﬀ' => Class::Ligature("ff"),
        'ﬁ' => Class::Ligature("fi"),
        'ﬂ' => Class::Ligature("fl"),
        'ﬃ' => Class::Ligature("ffi"),
        'ﬄ' => Class::Ligature("ffl"),
        'ﬅ' | 'ﬆ' => Class::Ligature("st"),
        '^' => Class::Caret,
        '[' => Class::Bracket,
        c if is_raised(c) => Class::Raised,
        c if is_lowered(c) => Class::Lowered,
        c if c.is_whitespace() => Class::Space,
        _ => Class::Plain,
    }
}

const fn ends_line(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

struct Folder<'t> {
    text: &'t str,
    out: Folded,
    /// Where white space began that is not written yet.
    gap: Option<usize>,
}

/// White space after a dash, and what stands after that.
struct Ahead {
    end: usize,
    is_empty: bool,
    ends_line: bool,
    next: Option<char>,
}

impl Folder<'_> {
    /// Folds the character `c` at `at`, and what belongs to it; returns where to go on.
    fn step(&mut self, at: usize, c: char) -> usize {
        let next = at + c.len_utf8();
        match class(c) {
            Class::Plain => self.push(at, c),
            Class::Quote => return self.quote(at, c),
            Class::Raised => return self.raised(at),
            Class::Lowered => return self.lowered(at),
            Class::Caret => return self.caret(at, next),
            Class::Bracket => match find_note(self.text, at) {
                Some(end) => return end,
                None => self.push(at, c),
            },
            Class::Ligature(letters) => letters.chars().for_each(|letter| self.push(at, letter)),
            Class::Space => {
                self.gap.get_or_insert(at);
            }
            // A soft hyphen that was used as one joins two lines.
            Class::Break if c == '\u{ad}' => return self.find_next_line(next).unwrap_or(next),
            Class::Break => {}
            Class::Dash => return self.dash(at),
        }
        next
    }

    fn push(&mut self, at: usize, c: char) {
        // "5 %" is another way to print "5%".
        if matches!(c, '%' | '‰' | '°') && self.out.text.ends_with(|c: char| c.is_ascii_digit()) {
            self.gap = None;
        }
        if let Some(gap) = self.gap.take().filter(|_| !self.out.text.is_empty()) {
            let white = self.text.get(gap..at).unwrap_or("");
            let is_blank = white.chars().count() == 1 && !white.contains(|c| c == '\t' || ends_line(c));
            if c.is_ascii_digit() && !is_blank && self.out.text.ends_with(|c: char| c.is_ascii_digit()) {
                self.out.apart.push(self.out.text.len() as u32);
            }
            self.out.map.push(self.out.text.len(), gap);
            self.out.text.push(' ');
        }
        self.out.map.push(self.out.text.len(), at);
        self.out.text.push(c);
    }

    /// Folds the quotation mark at `at`; two strokes side by side are a mark of two. Returns where to go on.
    fn quote(&mut self, at: usize, c: char) -> usize {
        let is_measure = self.gap.is_none() && self.out.text.ends_with(|c: char| c.is_ascii_digit());
        self.push(at, '\'');
        let next = at + c.len_utf8();
        let is_pair = matches!(c, '\'' | '`' | '‘' | '’' | '‚' | '′') && self.text.get(next..).is_some_and(|rest| rest.starts_with(c));
        if is_measure && !matches!(c, '«' | '»' | '‹' | '›') {
            let at = self.out.text.len() as u32 - 1;
            let is_double = is_pair || matches!(c, '"' | '“'..='‟' | '″');
            self.out.primes.push(Prime { at, is_double, is_certain: matches!(c, '′' | '″') });
        }
        if is_pair { next + c.len_utf8() } else { next }
    }

    /// Folds the raised signs at `at`; returns where to go on.
    fn raised(&mut self, at: usize) -> usize {
        let (before, rest) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let run = rest.find(|c| !is_raised(c)).unwrap_or(rest.len());
        let whole = raised_list(rest);
        let note: String = rest.chars().take(MOST_NOTED).take(rest.get(..whole).unwrap_or("").chars().count()).map(level).collect();
        if is_note(before, &note) {
            if let Some(power) = note.chars().next().filter(|power| is_power_of_unit(before, *power)) {
                self.push(at, power);
            }
            return at + whole;
        }
        let is_figure = is_of_figure(before);
        for (offset, c) in rest.get(..run).unwrap_or("").char_indices() {
            self.push(at + offset, if is_figure { c } else { level(c) });
        }
        at + run
    }

    /// Folds the lowered digits at `at`: on the line they would lengthen a figure. Returns where to go on.
    fn lowered(&mut self, at: usize) -> usize {
        let (before, rest) = self.text.split_at_checked(at).unwrap_or((self.text, ""));
        let run = rest.find(|c| !is_lowered(c)).unwrap_or(rest.len());
        let is_figure = before.ends_with(|c: char| c.is_ascii_digit());
        for (offset, c) in rest.get(..run).unwrap_or("").char_indices() {
            self.push(at + offset, if is_figure { c } else { level(c) });
        }
        at + run
    }

    /// Folds `^` at `at` with the number behind it, which is as if it were raised; returns where to go on.
    fn caret(&mut self, at: usize, next: usize) -> usize {
        let (before, rest) = (self.text.get(..at).unwrap_or(""), self.text.get(next..).unwrap_or(""));
        let sign = rest.chars().next().filter(|c| !c.is_ascii_digit() && raise(*c).is_some()).map_or(0, char::len_utf8);
        let number = rest.get(sign..).unwrap_or("");
        let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let whole = digits(number);
        let behind = number.get(whole..).and_then(|after| after.strip_prefix('.')).map_or(0, digits);
        let is_figure = is_of_figure(before);
        if whole == 0 || !(is_figure || before.ends_with(char::is_alphabetic)) {
            self.push(at, '^');
            return next;
        }
        let end = sign + whole + if behind > 0 { behind + 1 } else { 0 };
        for (offset, c) in rest.get(..end).unwrap_or("").char_indices() {
            let sign = raise(c).unwrap_or(c);
            self.push(next + offset, if is_figure { sign } else { level(sign) });
        }
        next + end
    }

    /// Where the words of the next line begin, if only white space stands before them.
    fn find_next_line(&self, from: usize) -> Option<usize> {
        let rest = self.text.get(from..)?;
        let is_blank = |c: char| matches!(class(c), Class::Space | Class::Break);
        let blank = rest.get(..rest.find(|c| !is_blank(c)).unwrap_or(rest.len()))?;
        blank.contains(ends_line).then_some(from + blank.len())
    }

    /// Folds the dashes at `at` with the white space around them.
    fn dash(&mut self, at: usize) -> usize {
        let mut end = at;
        let mut count = 0;
        let mut is_long = false;
        let mut ahead = Ahead { end, is_empty: true, ends_line: false, next: None };
        for (offset, c) in self.text.get(at..).unwrap_or("").char_indices() {
            match class(c) {
                Class::Dash => {
                    count += 1;
                    is_long |= matches!(c, '—' | '―');
                    end = at + offset + c.len_utf8();
                    ahead = Ahead { end, is_empty: true, ends_line: false, next: None };
                }
                Class::Space => {
                    ahead.is_empty = false;
                    ahead.ends_line |= ends_line(c);
                }
                Class::Break => {}
                _ => {
                    ahead.next = Some(c);
                    break;
                }
            }
            ahead.end = at + offset + c.len_utf8();
        }
        let before = self.out.text.chars().next_back();
        let is_spaced_before = self.gap.is_some() || before.is_none();
        let is_spaced_after = !ahead.is_empty || ahead.next.is_none();
        let parts = is_long || count > 1 || (is_spaced_before && is_spaced_after);
        let letters = before.is_some_and(char::is_alphabetic) && ahead.next.is_some_and(char::is_alphabetic);
        let hangs = !is_spaced_before && (ahead.ends_line || letters);
        if parts {
            self.gap = None;
        }
        let is_spaced = self.gap.is_some();
        if letters && !is_spaced && (parts || hangs) {
            let soft = !parts && ahead.ends_line;
            let at = self.out.text.len() as u32;
            self.out.joints.push(Joint { at, soft, word: !parts });
            return ahead.end;
        }
        let digits = before.is_some_and(char::is_numeric) && ahead.next.is_some_and(char::is_numeric);
        if parts && digits && !is_range(&self.out.text, self.text.get(ahead.end..).unwrap_or("")) {
            self.out.apart.push(self.out.text.len() as u32);
        }
        self.push(at, if parts && !digits { DASH } else { '-' });
        if parts || hangs { ahead.end } else { end }
    }
}

/// The most characters of raised numbers that may mark notes.
const MOST_NOTED: usize = 16;

/// The bytes of the raised numbers at the start of `text`, of which there may be several, parted by commas or dashes.
fn raised_list(text: &str) -> usize {
    let mut end = text.find(|c| !is_raised(c)).unwrap_or(text.len());
    while let Some(next) = text.get(end..).and_then(|rest| rest.strip_prefix([',', '-', '–']))
        && next.starts_with(is_raised)
        && end < MOST_NOTED
    {
        end = text.len() - next.len() + next.find(|c| !is_raised(c)).unwrap_or(next.len());
    }
    end
}

/// The text in composed form, with the way back where that is another text.
fn compose(text: &str) -> (Cow<'_, str>, Option<Map>) {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return (Cow::Borrowed(text), None);
    }
    let mut out = String::with_capacity(text.len());
    let mut map = Map::default();
    let mut start = 0;
    let ends = text.char_indices().skip(1).filter(|(_, c)| starts(*c)).map(|(at, _)| at).chain([text.len()]);
    for end in ends {
        let piece = text.get(start..end).unwrap_or("");
        if is_nfc(piece) {
            map.push(out.len(), start);
            out.push_str(piece);
        } else {
            for c in piece.nfc() {
                map.push(out.len(), start);
                out.push(c);
            }
        }
        start = end;
    }
    (Cow::Owned(out), Some(map))
}

/// Whether nothing before `c` can be composed with it.
fn starts(c: char) -> bool {
    c.is_ascii() || (canonical_combining_class(c) == 0 && !matches!(c, '\u{1160}'..='\u{11ff}'))
}
