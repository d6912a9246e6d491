//! Random sentences of a grammar, and their layout as a text.

use super::{
    ebnf::{DEDENT, DEEPER, Expr, Grammar, INDENT, Times},
    recognise::Recogniser,
};

/// A small generator of random numbers (splitmix64, Steele et al. 2014), so that a failure can be had again.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

const DEEP: usize = 10_000;

/// Derives sentences of one grammar.
pub(crate) struct Deriver<'g> {
    grammar: &'g Grammar,
    /// The least depth of a derivation of each rule.
    least: Vec<usize>,
    pub(crate) random: Random,
    /// How often each rule was used.
    pub(crate) used: Vec<usize>,
}

impl<'g> Deriver<'g> {
    pub(crate) fn new(grammar: &'g Grammar, seed: u64) -> Self {
        let mut least = vec![DEEP; grammar.rules.len()];
        for _ in 0..grammar.rules.len() {
            for (rule, expr) in grammar.rules.iter().enumerate() {
                least[rule] = least[rule].min(1 + depth(expr, &least));
            }
        }
        for (rule, least) in least.iter().enumerate() {
            assert!(*least < DEEP, "`{}` derives nothing", grammar.names[rule]);
        }
        Self { grammar, least, random: Random(seed), used: vec![0; grammar.rules.len()] }
    }

    /// A sentence of `rule`, appended to `out`; past `budget` levels it takes the shortest way out.
    pub(crate) fn rule(&mut self, rule: usize, budget: usize, out: &mut String) {
        self.used[rule] += 1;
        let grammar = self.grammar;
        self.expr(&grammar.rules[rule], budget.saturating_sub(1), out);
    }

    fn expr(&mut self, expr: &Expr, budget: usize, out: &mut String) {
        match expr {
            Expr::Literal(word) => out.push_str(word),
            Expr::Class(ranges, negated) => out.push(self.class(ranges, *negated)),
            Expr::Rule(rule) => self.rule(*rule, budget, out),
            Expr::Sequence(parts) => parts.iter().for_each(|p| self.expr(p, budget, out)),
            Expr::Choice(options) => {
                let shortest = options.iter().map(|o| depth(o, &self.least)).min().unwrap_or(0);
                let fit: Vec<&Expr> = options.iter().filter(|o| depth(o, &self.least) <= budget.max(shortest)).collect();
                let chosen = self.random.below(fit.len());
                self.expr(fit[chosen], budget, out);
            }
            Expr::Repeat(part, least, more) => {
                let fits = depth(part, &self.least) <= budget;
                let mut count = usize::from(*least);
                if fits && !self.random.one_in(3) {
                    count = if *more { count + self.random.below(4) } else { 1 };
                }
                (0..count).for_each(|_| self.expr(part, budget, out));
            }
            Expr::AnyOrder(parts) => self.any_order(parts, budget, out),
            Expr::Minus(all, without) => loop {
                let mut tried = String::new();
                self.expr(all, budget, &mut tried);
                if !Recogniser::new(self.grammar, &tried).matches(without) {
                    return out.push_str(&tried);
                }
            },
        }
    }

    fn any_order(&mut self, parts: &[(Expr, Times)], budget: usize, out: &mut String) {
        let mut chosen: Vec<&Expr> = Vec::new();
        for (part, times) in parts {
            let least = usize::from(matches!(times, Times::AtLeastOnce | Times::Once));
            let fits = depth(part, &self.least) <= budget;
            let many = matches!(times, Times::Any | Times::AtLeastOnce);
            let extra =
                if fits && *times != Times::Once && self.random.one_in(3) { 1 + if many { self.random.below(2) } else { 0 } } else { 0 };
            let count = if many { least + extra } else { least.max(extra) };
            chosen.extend(std::iter::repeat_n(part, count));
        }
        if chosen.is_empty() {
            let shortest = parts.iter().min_by_key(|(p, _)| depth(p, &self.least));
            chosen.extend(shortest.map(|(p, _)| p));
        }
        while !chosen.is_empty() {
            let next = chosen.swap_remove(self.random.below(chosen.len()));
            self.expr(next, budget, out);
        }
    }

    fn class(&mut self, ranges: &[(char, char)], negated: bool) -> char {
        if negated {
            loop {
                // Mostly what prose is made of; now and then any character at all.
                let code = [0x20 + self.random.below(0x5f), self.random.below(0x3000), self.random.below(0x11_0000)];
                let code = code[[0, 0, 0, 0, 1, 2][self.random.below(6)]];
                let Some(c) = char::from_u32(code as u32) else { continue };
                if !ranges.iter().any(|r| r.0 <= c && c <= r.1) {
                    return c;
                }
            }
        }
        let (low, high) = ranges[self.random.below(ranges.len())];
        let code = low as u32 + self.random.below((high as u32 - low as u32 + 1) as usize) as u32;
        char::from_u32(code).expect("a class of the grammar holds no surrogates")
    }

    /// Lays a sentence out: columns for INDENT, DEDENT and DEEPER, with blank lines and comments thrown in.
    pub(crate) fn lay_out(&mut self, sentence: &str) -> String {
        let comment = self.grammar.rule("comment");
        let mut columns = vec![0];
        let mut out = String::new();
        let (mut start, mut deeper) = (true, 0);
        let newline = if self.random.one_in(4) { "\r\n" } else { "\n" };
        let mut fences = if sentence.starts_with("---\n") { 2 } else { 0 };
        for c in sentence.chars() {
            let top = columns.last().copied().unwrap_or(0);
            match c {
                INDENT => columns.push(top + 1 + self.random.below(4)),
                DEDENT => drop(columns.pop()),
                DEEPER => deeper = 1 + self.random.below(6),
                '\n' => {
                    fences -= usize::from(fences > 0 && out.ends_with("---"));
                    out.push_str([newline, newline, newline, " \n", "\t\n"][self.random.below(5)]);
                    if fences == 0 && self.random.one_in(8) {
                        out.push_str(newline);
                    }
                    if fences == 0 && self.random.one_in(8) {
                        out.push_str(&" ".repeat(self.random.below(9)));
                        self.rule(comment, 20, &mut out);
                        out.push_str(newline);
                    }
                    start = true;
                }
                c => {
                    if std::mem::take(&mut start) {
                        out.push_str(&" ".repeat(top + std::mem::take(&mut deeper)));
                    }
                    out.push(c);
                }
            }
        }
        out
    }
}

/// The least depth of a derivation of `expr`.
fn depth(expr: &Expr, least: &[usize]) -> usize {
    match expr {
        Expr::Literal(_) | Expr::Class(..) => 0,
        Expr::Rule(rule) => least[*rule],
        Expr::Sequence(parts) => parts.iter().map(|p| depth(p, least)).max().unwrap_or(0),
        Expr::Choice(options) => options.iter().map(|p| depth(p, least)).min().unwrap_or(0),
        Expr::Repeat(part, true, _) => depth(part, least),
        Expr::Repeat(..) => 0,
        Expr::AnyOrder(parts) => {
            let needed = parts.iter().filter(|(_, t)| matches!(t, Times::AtLeastOnce | Times::Once)).map(|(p, _)| depth(p, least)).max();
            needed.or_else(|| parts.iter().map(|(p, _)| depth(p, least)).min()).unwrap_or(0)
        }
        Expr::Minus(all, _) => depth(all, least),
    }
}
