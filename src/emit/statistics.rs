//! How often each code was found, and how much of that can be mended.

use crate::{
    diagnostic::problem::{Diagnostic, Safety},
    emit::tally::{Tally, closing, grouped, many},
};
use std::{cmp::Reverse, collections::BTreeMap};

/// A line for each code, the most frequent first, then the counts of `files` files and of the
/// `later` findings that a baseline holds back.
pub fn emit(found: &[Diagnostic], files: usize, later: usize) -> String {
    let mut tally = Tally::default();
    let mut codes: BTreeMap<&str, (usize, usize, &Diagnostic)> = BTreeMap::new();
    for problem in found {
        tally.add(problem);
        let safe = problem.fix.as_ref().is_some_and(|f| f.safety == Safety::Safe);
        let row = codes.entry(problem.code.name).or_insert((0, 0, problem));
        row.0 += 1;
        row.1 += usize::from(safe);
    }
    let mut rows: Vec<(usize, usize, &Diagnostic)> = codes.into_values().collect();
    rows.sort_by_key(|(count, _, first)| (Reverse(*count), first.code.name));
    let wide = rows.iter().map(|(count, ..)| grouped(*count).len()).max().unwrap_or_default();
    let widest = rows.iter().map(|(.., first)| first.code.name.len()).max().unwrap_or_default();
    let mut out = String::new();
    for (count, safe, first) in rows {
        let mended = if safe > 0 { format!("  {} by --fix", grouped(safe)) } else { String::new() };
        let (count, code, level) = (grouped(count), first.code.name, first.level.word());
        out += format!("{count:>wide$}  {code:widest$}  {level:7}{mended}").trim_end();
        out.push('\n');
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out + &closing(tally, &many(files, "file"), later) + "\n"
}
