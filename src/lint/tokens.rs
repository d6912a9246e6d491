//! A text as words, numbers and marks, for rules to which a bracket or a colon says what its words alone do not.

/// A part of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Token<'t> {
    /// A word, as it stands and in lower case.
    Word(&'t str, String),
    /// A number in digits.
    Number(&'t str, f64),
    /// A sign of percent, as it stands where it is a word.
    Percent(&'t str),
    /// Any other character that is no white space.
    Mark(char),
}

/// The words, numbers and marks of a text, without what stands in quotation marks. Linear.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut quoted = false;
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(at..).unwrap_or("");
        let length = if c.is_ascii_digit() {
            let figure = rest.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(rest.len());
            rest.get(..figure).unwrap_or("").trim_end_matches('.').len()
        } else if c.is_alphanumeric() {
            rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())
        } else {
            c.len_utf8()
        };
        at += length;
        match c {
            '"' => quoted = !quoted,
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        let token = rest.get(..length).unwrap_or("");
        match c {
            _ if quoted || c.is_whitespace() => {}
            '%' => out.push(Token::Percent("")),
            c if c.is_ascii_digit() => out.push(token.parse().map_or(Token::Mark(c), |value| Token::Number(token, value))),
            c if c.is_alphanumeric() => {
                let word = token.to_lowercase();
                let is_cent = word == "cent" && out.last().is_some_and(|t| is_word(t, "per"));
                if is_cent {
                    out.pop();
                    out.push(Token::Percent("per cent"));
                } else if word == "percent" {
                    out.push(Token::Percent(token));
                } else {
                    out.push(Token::Word(token, word));
                }
            }
            mark => out.push(Token::Mark(mark)),
        }
    }
    out
}

/// Whether a token is the word `wanted`, which is in lower case.
pub fn is_word(token: &Token<'_>, wanted: &str) -> bool {
    matches!(token, Token::Word(_, word) if word == wanted)
}

/// Whether a token is one of these words, which are in lower case.
pub fn is_one_of(token: &Token<'_>, list: &[&str]) -> bool {
    list.iter().any(|word| is_word(token, word))
}
