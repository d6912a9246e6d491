//! Where words have to be parted so that a code host makes nothing of them.
//!
//! GitHub, GitLab and Gitea look through the words of a page once it is HTML: `@name` tells a person that they were named, `#12` and `GH-12` lead to an
//! issue, seven or more hexadecimal digits to a commit, `:tada:` becomes a picture, and an address a link. What a debate quotes must do none of
//! that. A character reference does not help, since it is a character again by then, nor does a backslash. A character without a width would
//! travel with whatever is copied from the page, and a code span changes how the words look. An empty comment does neither: each host looks at one run of
//! words at a time, and the comment parts two; it is not shown, and Pandoc leaves it out of Word and PDF without a warning.

/// What parts two words, and is not seen.
pub const BREAK: &str = "<!-- -->";

/// The fewest and the most digits of a commit that hosts link, and how many remain together where it is parted.
const FEWEST: usize = 7;
const MOST: usize = 40;
const TOGETHER: usize = FEWEST - 1;

/// The bytes of `text` before which it is to be parted, ascending; never its first. Linear in the text.
pub fn breaks(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut run = 0;
    for (at, byte) in bytes.iter().enumerate() {
        let (before, after) = (text.get(..at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
        let parts = match byte {
            b'@' => after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '{')),
            b'#' => after.starts_with(|c: char| c.is_ascii_digit()),
            b':' => after.starts_with("//") || is_picture(after),
            _ => false,
        };
        if parts {
            out.push(at + 1);
        }
        let follows = |word: &str| ends_with_word(before, word) && after.starts_with(|c: char| c.is_alphanumeric());
        if (*byte == b'.' && follows("www")) || (*byte == b'-' && follows("gh")) {
            out.push(at);
        }
        if byte.is_ascii_alphanumeric() {
            run += 1;
            let is_last = bytes.get(at + 1).is_none_or(|next| !next.is_ascii_alphanumeric());
            if is_last {
                let start = at + 1 - run;
                if is_commit(bytes.get(start..=at).unwrap_or(&[])) {
                    out.extend((start + TOGETHER..=at).step_by(TOGETHER));
                }
                run = 0;
            }
        }
    }
    out
}

/// Whether what follows a colon is a name and another colon.
fn is_picture(after: &str) -> bool {
    const LONGEST: usize = 40;
    let name = after.bytes().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-')).count();
    name > 0 && after.as_bytes().get(name) == Some(&b':')
}

/// Whether a text ends with a word, in capitals or not.
fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    let is_word = text.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(word));
    is_word && !text.get(..start).is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
}

/// Whether a word can be the name of a commit. Digits alone are numbers, and letters alone are words.
fn is_commit(word: &[u8]) -> bool {
    (FEWEST..=MOST).contains(&word.len())
        && word.iter().all(u8::is_ascii_hexdigit)
        && word.iter().any(u8::is_ascii_digit)
        && word.iter().any(u8::is_ascii_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::breaks;

    fn parted(text: &str) -> String {
        let mut out = text.to_owned();
        breaks(text).into_iter().rev().for_each(|at| out.insert(at, '|'));
        out
    }

    #[test]
    fn what_a_code_host_acts_on_is_parted_and_nothing_else() {
        for (text, told) in [
            ("@name and (@org/team)", "@|name and (@|org/team)"),
            ("a@b.example", "a@|b.example"),
            ("#123, user/repo#1 and GH-7", "#|123, user/repo#|1 and GH|-7"),
            ("https://x.example/a", "https:|//x.example/a"),
            ("WWW.x.example", "WWW|.x.example"),
            ("fixed in 1a2b3c4", "fixed in 1a2b3c|4"),
            ("0123456789abcdef", "012345|6789ab|cdef"),
            (":tada: :+1:", ":|tada: :|+1:"),
        ] {
            assert_eq!(parted(text), told, "{text}");
        }
        for text in ["£1000 at 10:30, as 5 @ £2", "C# and # 1", "defaced 1234567", "note: see awww.x", "weigh-in", "", "@", ":", "é@"] {
            assert_eq!(breaks(text), Vec::<usize>::new(), "{text}");
        }
    }
}
