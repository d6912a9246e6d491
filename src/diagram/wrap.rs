//! Texts cut and broken to a width counted in columns: one for most characters, two for those of East Asian scripts and for emoji.
//! An estimate that suits a renderer which wraps again by its own measure; exact widths need a font.

use unicode_normalization::char::is_combining_mark;

/// About how many columns `c` takes.
pub const fn columns(c: char) -> usize {
    match c as u32 {
        0x300..=0x36f | 0x200b..=0x200d | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0x1f3fb..=0x1f3ff => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60 | 0x1f300..=0x3ffff => 2,
        _ => 1,
    }
}

/// About how many columns `text` takes.
pub fn width(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// `text`, which is one line, cut between words to at most `limit` columns; where it was cut it ends in `…`.
pub fn shorten(text: &str, limit: usize) -> String {
    if text.len() <= limit || width(text) <= limit {
        return text.to_owned();
    }
    let room = limit.saturating_sub(1);
    let head = text.get(..fitting(text, room, columns)).unwrap_or_default();
    let cut = head.rfind(' ').filter(|at| *at > head.len() / 2).unwrap_or(head.len());
    let head = head.get(..cut).unwrap_or(head).trim_end_matches([' ', ',', ';', ':', '–', '-', '(']);
    format!("{head}…")
}

/// How many bytes of `text` fit into `room` by `measure`, up to where a line may end; without such a place, up to the last letter.
fn fitting(text: &str, room: usize, measure: impl Fn(char) -> usize) -> usize {
    let (mut used, mut end, mut letter, mut before) = (0, 0, 0, None);
    for (at, c) in text.char_indices() {
        if let Some(before) = before.filter(|before| !is_joined(*before, c)) {
            letter = at;
            if !is_bound(before, c) {
                end = at;
            }
        }
        used += measure(c);
        before = Some(c);
        if used > room {
            return if end > 0 { end } else { letter };
        }
    }
    text.len()
}

/// Whether `after` is a mark of `before`, or joined to it.
fn is_joined(before: char, after: char) -> bool {
    before == '\u{200d}' || columns(after) == 0 || is_combining_mark(after)
}

/// Whether `after` is not to begin a line that follows one which ends in `before`: what is joined belongs to its letter, closing signs to
/// what they close, and small kana to the sound before them (JIS X 4051; the vowels of Thai likewise).
fn is_bound(before: char, after: char) -> bool {
    let opens = "([{“‘«‹（［｛「『【〔〈《〖〘｟เแโใไ".contains(before);
    let closes =
        ")]}”’»›,.;:!?%…）］｝」』】〕〉》〗〙｠、。，．；：！？・％‥ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶะาำๅๆฯ"
            .contains(after);
    opens || closes || is_joined(before, after)
}

/// Whether lines are broken beside `c` as they are between words: Chinese and Japanese have no blanks.
const fn stands_alone(c: char) -> bool {
    columns(c) == 2 && !matches!(c as u32, 0x1100..=0x11ff | 0x3130..=0x318f | 0xa960..=0xa97f | 0xac00..=0xd7ff)
}

/// The least parts of `word` between which a line may be broken.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let mut pairs = rest.char_indices().zip(rest.char_indices().skip(1));
        let end = pairs.find(|((_, a), (_, b))| (stands_alone(*a) || stands_alone(*b)) && !is_bound(*a, *b));
        let (piece, tail) = rest.split_at(end.map_or(rest.len(), |(_, (at, _))| at));
        rest = tail;
        (!piece.is_empty()).then_some(piece)
    })
}

/// `text`, which is one line, as lines of at most `limit` columns, broken between words; a word that is too long is broken in itself.
pub fn wrap(text: &str, limit: usize) -> Vec<String> {
    wrap_by(text, limit, columns)
}

/// As [`wrap`], with each character as wide as `measure` says. Linear.
pub fn wrap_by(text: &str, limit: usize, measure: impl Fn(char) -> usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    let parts = text.split_whitespace().flat_map(|word| pieces(word).enumerate().map(|(nth, piece)| (nth == 0, piece)));
    for (is_apart, mut piece) in parts {
        let of = |text: &str| text.chars().map(&measure).sum::<usize>();
        let gap = if is_apart && !line.is_empty() { " " } else { "" };
        let mut wide = of(piece);
        if used + of(gap) + wide <= limit {
            line.push_str(gap);
            used += of(gap);
        } else if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        while wide > limit {
            let first = piece.chars().next().map_or(0, char::len_utf8);
            let (head, tail) = piece.split_at(fitting(piece, limit, &measure).max(first));
            lines.push(head.to_owned());
            (piece, wide) = (tail, wide - of(head));
        }
        line.push_str(piece);
        used += wide;
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// As [`wrap`], in as few lines, and these as even as can be, so that no word is left alone on the last one.
pub fn wrap_evenly(text: &str, limit: usize) -> Vec<String> {
    let lines = wrap(text, limit);
    let (mut least, mut most) = (width(text).checked_div(lines.len()).unwrap_or(limit), limit);
    while least < most {
        let middle = least.midpoint(most);
        if wrap(text, middle).len() > lines.len() {
            least = middle + 1;
        } else {
            most = middle;
        }
    }
    if most < limit { wrap(text, most) } else { lines }
}
