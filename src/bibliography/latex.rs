//! What the crate `biblatex` leaves of LaTeX: the old spelling of accents on `i` and `j`, blanks that do not break, and commands that only
//! change how words look.

use std::borrow::Cow;

/// Words as the crate reads them best: `\"\i` as `\"i`, and `~` as a blank.
pub fn plain(words: &str) -> Cow<'_, str> {
    if !words.contains(['~', '\\']) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len());
    let mut rest = words.chars();
    while let Some(c) = rest.next() {
        let next = rest.as_str();
        let dotless = next.strip_prefix(['i', 'j']).filter(|after| !after.starts_with(|c: char| c.is_ascii_alphabetic()));
        match c {
            '~' => out.push(' '),
            '\\' if dotless.is_some() && takes_letter(&out) => {}
            // What a backslash stands before is no blank and begins no command.
            '\\' => {
                out.push(c);
                out.extend(rest.next());
            }
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Whether `before` ends in an accent, perhaps with the brace around its letter.
fn takes_letter(before: &str) -> bool {
    let before = before.strip_suffix('{').unwrap_or(before);
    let accent = before.strip_suffix(['\'', '`', '^', '"', '~', '=', '.']);
    accent.is_some_and(|rest| rest.ends_with('\\'))
}

/// Words as they are printed, without the commands that are left; `\enquote{…}` is what it quotes in quotation marks.
pub fn printed(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let end = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        let (command, tail) = after.split_at(end);
        let quoted = tail.strip_prefix('{').filter(|_| command == "enquote").and_then(|inner| inner.split_once('}'));
        rest = match (command, quoted) {
            ("", _) => {
                out.push('\\');
                after
            }
            (_, Some((inner, tail))) => {
                out.extend(["“", inner, "”"]);
                tail
            }
            _ => tail,
        };
    }
    out.push_str(rest);
    let out = out.replace("``", "“").replace("''", "”").replace(['{', '}'], "");
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
