//! Reads the competition's format for flat assumption-based frameworks (ICCMA 2023): `p aba N`, then `a x` for an assumption, `c x y` for
//! "y is the contrary of x", `r h b1 b2 …` for a rule; `#` opens a comment.

use crate::{
    exchange::{
        cursor::{Cursor, shown},
        fault::Fault,
        i23::parse_header,
    },
    theory::assumption::rules::{Rule, Rules},
};

const SHAPES: &str = "write 'a x', 'c x y' or 'r head body…' with atom numbers";

/// Reads a framework and the number of its atoms.
pub fn parse(bytes: &[u8]) -> Result<(Rules, u32), Fault> {
    let mut cursor = Cursor::new(bytes);
    let count = parse_header(&mut cursor, b"aba", bytes.len())?;
    let mut lines = Lines { count, assumed: vec![false; count as usize], contraries: vec![None; count as usize], rules: Vec::new() };
    while cursor.find_line(b"#") {
        lines.read(&mut cursor)?;
    }
    lines.finish().map(|rules| (rules, count))
}

/// What the lines said so far.
struct Lines {
    count: u32,
    assumed: Vec<bool>,
    /// For each atom its contrary, and the line that says so.
    contraries: Vec<Option<(u32, usize)>>,
    /// Each rule, and its line.
    rules: Vec<(Rule, usize)>,
}

impl Lines {
    fn read(&mut self, cursor: &mut Cursor) -> Result<(), Fault> {
        let line = cursor.line();
        let kind = cursor.word();
        let mut atoms = Vec::new();
        while !cursor.end_line() {
            atoms.push(self.atom(cursor, line)?);
        }
        match (kind, atoms.as_slice()) {
            (b"a", &[assumption]) => {
                if let Some(mark) = self.assumed.get_mut(assumption as usize) {
                    *mark = true;
                }
            }
            (b"c", &[of, contrary]) => {
                let known = self.contraries.get_mut(of as usize);
                if let Some(Some((old, _))) = known.as_deref().filter(|k| k.is_some_and(|(old, _)| old != contrary)) {
                    let what = format!("the contrary of {} is already {}", of + 1, old + 1);
                    return Err(Fault::at(line, what, "keep one; give both a rule that derives it if either shall attack"));
                }
                if let Some(known) = known {
                    *known = Some((contrary, line));
                }
            }
            (b"r", &[head, ref body @ ..]) => self.rules.push((Rule { head, body: body.to_vec() }, line)),
            _ => return Err(Fault::at(line, "this is no assumption, contrary or rule", SHAPES)),
        }
        Ok(())
    }

    fn atom(&self, cursor: &mut Cursor, line: usize) -> Result<u32, Fault> {
        let number = cursor.number().ok_or_else(|| Fault::at(line, "this is no atom number", SHAPES))?;
        if !(1..=u64::from(self.count)).contains(&number) {
            let help = format!("the header allows 1 to {}: correct the number or the header", self.count);
            return Err(Fault::at(line, format!("there is no atom {}", shown(number)), help));
        }
        Ok(number as u32 - 1)
    }

    fn finish(self) -> Result<Rules, Fault> {
        let is_assumed = |atom: u32| self.assumed.get(atom as usize).copied().unwrap_or(false);
        for (of, contrary) in (0u32..).zip(&self.contraries) {
            if let Some((_, line)) = contrary.filter(|_| !is_assumed(of)) {
                let what = format!("{} has a contrary but is no assumption", of + 1);
                return Err(Fault::at(line, what, format!("add 'a {}', or drop the line", of + 1)));
            }
        }
        if let Some((rule, line)) = self.rules.iter().find(|(rule, _)| is_assumed(rule.head)) {
            let what = format!("a rule derives the assumption {}", rule.head + 1);
            return Err(Fault::at(*line, what, "only flat frameworks are read: derive another atom, or do not assume this one"));
        }
        let assumptions = (0u32..).zip(&self.contraries).filter(|(a, _)| is_assumed(*a)).map(|(a, c)| (a, c.map(|c| c.0))).collect();
        Ok(Rules::new(self.count as usize, assumptions, self.rules.into_iter().map(|r| r.0).collect()))
    }
}
