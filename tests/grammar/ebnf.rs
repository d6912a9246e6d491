//! A reader of `grammar/agon.ebnf`: the file to rules, in the notation that the file states at its top.

use std::collections::BTreeMap;

/// Stands for INDENT in a sentence. Controls can, because no text may hold them.
pub(crate) const INDENT: char = '\u{1}';
/// Stands for DEDENT.
pub(crate) const DEDENT: char = '\u{2}';
/// Stands for DEEPER.
pub(crate) const DEEPER: char = '\u{3}';

/// How often a part of `<< … >>` may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Times {
    AtMostOnce,
    Any,
    AtLeastOnce,
    Once,
}

/// The right side of a rule.
#[derive(Debug, Clone)]
pub(crate) enum Expr {
    Sequence(Vec<Expr>),
    Choice(Vec<Expr>),
    /// The part, least, and whether it repeats.
    Repeat(Box<Expr>, bool, bool),
    AnyOrder(Vec<(Expr, Times)>),
    Minus(Box<Expr>, Box<Expr>),
    Literal(String),
    Class(Vec<(char, char)>, bool),
    Rule(usize),
}

/// The rules of a grammar.
#[derive(Debug)]
pub(crate) struct Grammar {
    pub(crate) names: Vec<String>,
    pub(crate) rules: Vec<Expr>,
}

impl Grammar {
    /// Reads a grammar; panics, with the place, on what is not in the notation.
    pub(crate) fn read(text: &str) -> Self {
        let tokens = lex(text);
        let mut names = Vec::new();
        for pair in tokens.windows(2) {
            if let [Token::Word(name), Token::Sign("::=")] = pair {
                assert!(!names.contains(name), "`{name}` is defined twice");
                names.push(name.clone());
            }
        }
        let index = names.iter().cloned().enumerate().map(|(i, n)| (n, i)).collect();
        let mut reader = Reader { tokens: &tokens, at: 0, index };
        let mut rules = Vec::new();
        while reader.at < tokens.len() {
            reader.at += 2;
            rules.push(reader.choice());
        }
        assert_eq!(rules.len(), names.len(), "each rule is `name ::= …`");
        Self { names, rules }
    }

    /// The index of the rule `name`.
    #[track_caller]
    pub(crate) fn rule(&self, name: &str) -> usize {
        self.names.iter().position(|n| n == name).unwrap_or_else(|| panic!("the grammar has no `{name}`"))
    }

    /// All literals beneath `expr`, not following rules.
    pub(crate) fn literals<'g>(expr: &'g Expr, out: &mut Vec<&'g str>) {
        match expr {
            Expr::Literal(word) => out.push(word),
            Expr::Sequence(parts) | Expr::Choice(parts) => parts.iter().for_each(|p| Self::literals(p, out)),
            Expr::AnyOrder(parts) => parts.iter().for_each(|(p, _)| Self::literals(p, out)),
            Expr::Repeat(part, ..) => Self::literals(part, out),
            Expr::Minus(a, b) => [a, b].into_iter().for_each(|p| Self::literals(p, out)),
            Expr::Class(..) | Expr::Rule(_) => {}
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Literal(String),
    Class(Vec<(char, char)>, bool),
    Sign(&'static str),
}

fn lex(text: &str) -> Vec<Token> {
    const SIGNS: &[&str] = &["::=", "<<", ">>", "|", "?", "*", "+", "-", "(", ")", "!"];
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let used = if rest.starts_with("/*") {
            rest.find("*/").expect("a comment is closed") + 2
        } else if first == '"' || first == '\'' {
            let end = rest[1..].find(first).expect("a literal is closed");
            tokens.push(Token::Literal(rest[1..=end].to_owned()));
            end + 2
        } else if first == '[' {
            let end = rest.find(']').expect("a class is closed");
            tokens.push(class(&rest[1..end]));
            end + 1
        } else if first.is_ascii_alphabetic() {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(rest.len());
            tokens.push(Token::Word(rest[..end].to_owned()));
            end
        } else {
            let sign = SIGNS.iter().find(|s| rest.starts_with(**s)).unwrap_or_else(|| panic!("no sign of the notation: {rest:.40}"));
            tokens.push(Token::Sign(sign));
            sign.len()
        };
        rest = rest[used..].trim_start();
    }
    tokens
}

fn class(body: &str) -> Token {
    let (body, negated) = body.strip_prefix('^').map_or((body, false), |b| (b, true));
    let mut characters = Vec::new();
    let mut rest = body;
    while let Some(first) = rest.chars().next() {
        let used = if let Some(code) = rest.strip_prefix("#x") {
            let end = code.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(code.len());
            let code = u32::from_str_radix(&code[..end], 16).expect("a number");
            characters.push((char::from_u32(code).expect("a character"), false));
            end + 2
        } else {
            // A hyphen is a sign between two characters, and a character at an end.
            characters.push((first, first == '-' && rest.len() > 1 && !characters.is_empty()));
            first.len_utf8()
        };
        rest = &rest[used..];
    }
    let mut ranges = Vec::new();
    let mut at = 0;
    while let Some(&(low, _)) = characters.get(at) {
        let ranged = characters.get(at + 1).is_some_and(|c| c.1);
        let high = if ranged { characters[at + 2].0 } else { low };
        assert!(low <= high, "[{body}]");
        ranges.push((low, high));
        at += if ranged { 3 } else { 1 };
    }
    Token::Class(ranges, negated)
}

struct Reader<'t> {
    tokens: &'t [Token],
    at: usize,
    index: BTreeMap<String, usize>,
}

impl Reader<'_> {
    fn next_is(&self, sign: &'static str) -> bool {
        self.tokens.get(self.at) == Some(&Token::Sign(sign))
    }

    fn skip(&mut self, sign: &'static str) -> bool {
        let is = self.next_is(sign);
        self.at += usize::from(is);
        is
    }

    fn choice(&mut self) -> Expr {
        let mut options = vec![self.sequence()];
        while self.skip("|") {
            options.push(self.sequence());
        }
        if options.len() == 1 { options.remove(0) } else { Expr::Choice(options) }
    }

    fn sequence(&mut self) -> Expr {
        let mut parts = Vec::new();
        while let Some(part) = self.repeated() {
            let part = if self.skip("-") {
                let without = self.repeated().expect("something stands after `-`");
                Expr::Minus(Box::new(part), Box::new(without))
            } else {
                part
            };
            parts.push(part);
        }
        assert!(!parts.is_empty(), "a sequence is empty before {:?}", self.tokens.get(self.at));
        if parts.len() == 1 { parts.remove(0) } else { Expr::Sequence(parts) }
    }

    fn repeated(&mut self) -> Option<Expr> {
        let mut part = self.atom()?;
        for (sign, least, more) in [("?", false, false), ("*", false, true), ("+", true, true)] {
            if self.skip(sign) {
                part = Expr::Repeat(Box::new(part), least, more);
            }
        }
        Some(part)
    }

    fn atom(&mut self) -> Option<Expr> {
        let atom = match self.tokens.get(self.at)? {
            Token::Literal(word) => Expr::Literal(word.clone()),
            Token::Class(ranges, negated) => Expr::Class(ranges.clone(), *negated),
            Token::Sign("(") => {
                self.at += 1;
                let inner = self.choice();
                assert!(self.next_is(")"), "a bracket is not closed");
                inner
            }
            Token::Sign("<<") => {
                self.at += 1;
                self.any_order()
            }
            Token::Word(_) if self.tokens.get(self.at + 1) == Some(&Token::Sign("::=")) => return None,
            Token::Word(word) => match word.as_str() {
                "INDENT" => Expr::Literal(INDENT.to_string()),
                "DEDENT" => Expr::Literal(DEDENT.to_string()),
                "DEEPER" => Expr::Literal(DEEPER.to_string()),
                "NEWLINE" => Expr::Literal("\n".to_owned()),
                name => Expr::Rule(*self.index.get(name).unwrap_or_else(|| panic!("`{name}` is not defined"))),
            },
            Token::Sign(_) => return None,
        };
        self.at += 1;
        Some(atom)
    }

    fn any_order(&mut self) -> Expr {
        let mut parts = Vec::new();
        loop {
            let part = self.atom().expect("a part stands within << >>");
            let times = [("*", Times::Any), ("+", Times::AtLeastOnce), ("!", Times::Once)];
            let times = times.into_iter().find(|(sign, _)| self.skip(sign)).map_or(Times::AtMostOnce, |(_, t)| t);
            parts.push((part, times));
            if !self.skip("|") {
                break;
            }
        }
        assert!(self.next_is(">>"), "<< is not closed");
        Expr::AnyOrder(parts)
    }
}
