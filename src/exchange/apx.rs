//! Reads the older format of the competition (ICCMA 2015–2021), ASPARTIX facts: `arg(a).` and `att(a,b).`, in any order; `%` and `#` open a comment.

use std::collections::HashMap;

use crate::{
    exchange::{
        fault::Fault,
        instance::{Instance, Names},
    },
    theory::framework::attack::Framework,
};

/// Reads an instance.
pub fn parse(bytes: &[u8]) -> Result<Instance, Fault> {
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let before = bytes.get(..e.valid_up_to()).unwrap_or(&[]);
        let line = memchr::memchr_iter(b'\n', before).count() + 1;
        Fault::at(line, "this is not UTF-8 text", "save the file as UTF-8")
    })?;
    let mut table = Table::default();
    let mut attacks = Vec::new();
    for (line, content) in (1..).zip(text.lines()) {
        let mut rest = content.trim_start();
        while !rest.is_empty() && !rest.starts_with(['%', '#']) {
            let (names, after) = fact(rest).ok_or_else(|| {
                Fault::at(line, format!("'{}' is no fact", shorten(rest)), "write 'arg(a).' or 'att(a,b).', each within one line")
            })?;
            match names {
                (name, None) => table.declare(name),
                (from, Some(to)) => attacks.push((table.index(from, line), table.index(to, line))),
            }
            rest = after.trim_start();
        }
    }
    table.check()?;
    let words: Vec<String> = table.words.into_iter().map(str::to_owned).collect();
    Ok(Instance { framework: Framework::new(words.len(), &attacks), names: Names::Words(words) })
}

/// One fact at the start of `text`, as one or two names, and what follows it.
fn fact(text: &str) -> Option<((&str, Option<&str>), &str)> {
    let is_attack = text.starts_with("att");
    let inner = text.strip_prefix("arg").or_else(|| text.strip_prefix("att"))?.trim_start().strip_prefix('(')?;
    let (names, after) = inner.split_once(')')?;
    let after = after.trim_start().strip_prefix('.')?;
    let names = match names.split_once(',') {
        Some((from, to)) if is_attack => (name(from)?, Some(name(to)?)),
        None if !is_attack => (name(names)?, None),
        _ => return None,
    };
    Some((names, after))
}

fn name(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty() && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "(),".contains(c))).then_some(text)
}

fn shorten(text: &str) -> String {
    text.chars().take(30).filter(|c| !c.is_control()).collect()
}

/// Names in the order of their first mention.
#[derive(Default)]
struct Table<'a> {
    places: HashMap<&'a str, u32>,
    words: Vec<&'a str>,
    /// The line of an attack that mentions an argument not declared so far.
    missing: Vec<Option<usize>>,
}

impl<'a> Table<'a> {
    fn index(&mut self, name: &'a str, line: usize) -> u32 {
        let next = self.words.len() as u32;
        let place = *self.places.entry(name).or_insert(next);
        if place == next {
            self.words.push(name);
            self.missing.push(Some(line));
        }
        place
    }

    fn declare(&mut self, name: &'a str) {
        let place = self.index(name, 0);
        if let Some(missing) = self.missing.get_mut(place as usize) {
            *missing = None;
        }
    }

    fn check(&self) -> Result<(), Fault> {
        let undeclared = self.words.iter().zip(&self.missing).find_map(|(word, missing)| missing.map(|line| (word, line)));
        match undeclared {
            None => Ok(()),
            Some((word, line)) => {
                Err(Fault::at(line, format!("there is no argument '{}'", shorten(word)), "declare it with 'arg(…).', or correct the name"))
            }
        }
    }
}
