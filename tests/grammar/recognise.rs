//! Whether a text is a sentence of the grammar: the judge of what is broken, independent of the parser.

use super::ebnf::{DEDENT, DEEPER, Expr, Grammar, INDENT, Times};
use std::collections::{BTreeSet, HashMap};

type Ends = BTreeSet<usize>;

/// Tries all derivations at once and remembers where each rule can end.
pub(crate) struct Recogniser<'g> {
    grammar: &'g Grammar,
    input: Vec<char>,
    known: HashMap<(usize, usize), Ends>,
}

impl<'g> Recogniser<'g> {
    pub(crate) fn new(grammar: &'g Grammar, input: &str) -> Self {
        Self { grammar, input: input.chars().collect(), known: HashMap::new() }
    }

    /// Whether `expr` derives the whole input.
    pub(crate) fn matches(&mut self, expr: &Expr) -> bool {
        let end = self.input.len();
        self.ends(expr, 0).contains(&end)
    }

    fn ends(&mut self, expr: &Expr, at: usize) -> Ends {
        match expr {
            Expr::Literal(word) => {
                let length = word.chars().count();
                let same = self.input.get(at..at + length).is_some_and(|found| found.iter().copied().eq(word.chars()));
                if same { Ends::from([at + length]) } else { Ends::new() }
            }
            Expr::Class(ranges, negated) => match self.input.get(at) {
                Some(c) if ranges.iter().any(|r| r.0 <= *c && *c <= r.1) != *negated => Ends::from([at + 1]),
                _ => Ends::new(),
            },
            Expr::Rule(rule) => {
                let grammar = self.grammar;
                if self.is_one_char(&grammar.rules[*rule]) {
                    return self.ends(&grammar.rules[*rule], at);
                }
                if let Some(ends) = self.known.get(&(*rule, at)) {
                    return ends.clone();
                }
                let ends = self.ends(&grammar.rules[*rule], at);
                self.known.insert((*rule, at), ends.clone());
                ends
            }
            Expr::Sequence(parts) => {
                parts.iter().fold(Ends::from([at]), |from, part| from.into_iter().flat_map(|at| self.ends(part, at)).collect())
            }
            Expr::Choice(options) => options.iter().flat_map(|o| self.ends(o, at)).collect(),
            Expr::Repeat(part, least, true) if self.is_one_char(part) => {
                // The same as below, in one go: most of a text is this.
                let end = (at..self.input.len()).find(|at| self.ends(part, *at).is_empty()).unwrap_or(self.input.len());
                (at + usize::from(*least)..=end).collect()
            }
            Expr::Repeat(part, least, more) => {
                let mut all = if *least { Ends::new() } else { Ends::from([at]) };
                let mut from = Ends::from([at]);
                loop {
                    let next: Ends = from.into_iter().flat_map(|at| self.ends(part, at)).filter(|e| !all.contains(e)).collect();
                    all.extend(&next);
                    if next.is_empty() || !*more {
                        return all;
                    }
                    from = next;
                }
            }
            Expr::AnyOrder(parts) => self.any_order(parts, at),
            Expr::Minus(all, without) => {
                // What is taken away is judged on the very stretch that `all` covers.
                let ends = self.ends(all, at);
                let without = self.ends(without, at);
                &ends - &without
            }
        }
    }

    /// Whether `expr` derives single characters only.
    fn is_one_char(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Class(..) => true,
            Expr::Choice(options) => options.iter().all(|o| matches!(o, Expr::Class(..))),
            Expr::Rule(rule) => !matches!(self.grammar.rules[*rule], Expr::Rule(_)) && self.is_one_char(&self.grammar.rules[*rule]),
            _ => false,
        }
    }

    fn any_order(&mut self, parts: &[(Expr, Times)], at: usize) -> Ends {
        let needed: u32 =
            parts.iter().enumerate().filter(|(_, p)| matches!(p.1, Times::AtLeastOnce | Times::Once)).map(|(i, _)| 1 << i).sum();
        let mut seen = BTreeSet::new();
        let mut open = vec![(at, 0u32)];
        while let Some((at, used)) = open.pop() {
            for (index, (part, times)) in parts.iter().enumerate() {
                if used & (1 << index) != 0 && matches!(times, Times::AtMostOnce | Times::Once) {
                    continue;
                }
                for end in self.ends(part, at) {
                    if seen.insert((end, used | 1 << index)) {
                        open.push((end, used | 1 << index));
                    }
                }
            }
        }
        seen.into_iter().filter(|(_, used)| used & needed == needed).map(|(end, _)| end).collect()
    }
}

/// Whether `text` is a sentence: its layout is resolved as the head of the grammar says, the rest is left to the rules.
pub(crate) fn accepts(grammar: &Grammar, text: &str) -> bool {
    resolve(grammar, text).is_some_and(|sentence| Recogniser::new(grammar, &sentence).matches(&Expr::Rule(grammar.rule("file"))))
}

fn resolve(grammar: &Grammar, text: &str) -> Option<String> {
    let statement = Expr::Rule(grammar.rule("opens-statement"));
    let attribute = Expr::Rule(grammar.rule("opens-attribute"));
    if text.contains('\u{7}') || text.replace("\r\n", "\n").contains('\r') {
        return None;
    }
    let mut lines = text.split('\n').map(|l| l.strip_suffix('\r').unwrap_or(l)).peekable();
    let mut out = String::new();
    if lines.peek().is_some_and(|l| l.trim_end_matches([' ', '\t']) == "---") {
        let mut fences = 0;
        while fences < 2 {
            let line = lines.next()?.trim_end_matches([' ', '\t']);
            fences += usize::from(line == "---");
            out += &format!("{line}\n");
        }
    }
    let mut columns = vec![0];
    let mut last = None;
    for line in lines {
        let line = line.trim_end_matches([' ', '\t']);
        let words = line.trim_start_matches(' ');
        let column = line.len() - words.len();
        if words.is_empty() || words.starts_with("//") {
            continue;
        }
        if words.starts_with('\t') {
            return None;
        }
        let signs = words.len() - words.trim_start_matches('#').len();
        let words = words.replace('\t', " ");
        if column == 0 && (1..=6).contains(&signs) {
            out.extend(columns.drain(1..).map(|_| DEDENT));
            last = None;
        } else if Recogniser::new(grammar, &words).matches(&statement) || Recogniser::new(grammar, &words).matches(&attribute) {
            if column > *columns.last()? {
                columns.push(column);
                out.push(INDENT);
            }
            while column < *columns.last()? {
                columns.pop();
                out.push(DEDENT);
            }
            if column != *columns.last()? {
                return None;
            }
            last = Some(column);
        } else {
            if last.is_none_or(|last| column <= last) {
                return None;
            }
            out.push(DEEPER);
        }
        out += &words;
        out.push('\n');
    }
    out.extend(columns.drain(1..).map(|_| DEDENT));
    Some(out)
}
