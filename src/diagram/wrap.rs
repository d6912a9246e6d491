//! Texts cut and broken to a width counted in columns: one for most characters, two for those of East Asian scripts and for emoji.
//! An estimate that suits a renderer which wraps again by its own measure; exact widths need a font.

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

/// How many bytes of `text` fit into `room` by `measure`. What joins the character before it is not parted from it.
fn fitting(text: &str, room: usize, measure: impl Fn(char) -> usize) -> usize {
    let (mut used, mut end, mut joined) = (0, 0, false);
    for (at, c) in text.char_indices() {
        if columns(c) > 0 && !joined {
            end = at;
        }
        used += measure(c);
        joined = c == '\u{200d}';
        if used > room {
            return end;
        }
    }
    text.len()
}

/// `text`, which is one line, as lines of at most `limit` columns, broken between words; a word that is too long is broken in itself.
pub fn wrap(text: &str, limit: usize) -> Vec<String> {
    wrap_by(text, limit, columns)
}

/// As [`wrap`], with each character as wide as `measure` says.
pub fn wrap_by(text: &str, limit: usize, measure: impl Fn(char) -> usize) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for mut word in text.split_whitespace() {
        let mut wide = word.chars().map(&measure).sum::<usize>();
        if !line.is_empty() && (used + measure(' ') + wide > limit) {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        while wide > limit {
            let first = word.chars().next().map_or(0, char::len_utf8);
            let (head, tail) = word.split_at(fitting(word, limit, &measure).max(first));
            lines.push(head.to_owned());
            (word, wide) = (tail, tail.chars().map(&measure).sum());
        }
        if !line.is_empty() {
            line.push(' ');
            used += measure(' ');
        }
        line.push_str(word);
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
