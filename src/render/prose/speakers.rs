//! How parties are named: with their role when they are met first, by their name afterwards.
//!
//! A party is known by its surname once a source has an author of that name, which shows that it is a person: "Bruno Tertrais" becomes
//! "Tertrais"; or where a remark on what it did begins with its surname. Whatever else is called a party (a court, a library, "the developers") keeps its full name.

use crate::{
    model::{
        debate::{Debate, Party},
        ids::PartyId,
    },
    render::{
        prose::{line::Line, words},
        text,
    },
};
use std::collections::{BTreeMap, BTreeSet};

/// Where a name stands in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// At the start, with words to follow.
    Start,
    /// Inside, with words to follow.
    Inside,
    /// Inside, with a full stop or a colon to follow.
    End,
}

/// The parties of a debate and which of them the reader has met.
#[derive(Debug, Clone)]
pub struct Speakers {
    known: Vec<Known>,
    met: BTreeSet<PartyId>,
}

#[derive(Debug, Clone)]
struct Known {
    full: String,
    short: String,
    role: Option<String>,
}

impl Speakers {
    /// The parties of `debate`, none of them met. Linear in parties and sources.
    pub fn new(debate: &Debate) -> Self {
        let mut surnames: BTreeMap<String, String> = BTreeMap::new();
        for author in debate.sources.iter().filter_map(|s| s.author.as_deref()).flat_map(|a| a.split(';')) {
            if let Some((last, given)) = author.split_once(',') {
                let first = given.split_whitespace().next().unwrap_or("");
                surnames.insert(format!("{first} {}", last.trim()), last.trim().to_owned());
            }
        }
        for act in &debate.commitments {
            let opening = act.text.split_whitespace().next().unwrap_or("");
            for name in act.parties.iter().map(|party| &debate.party(*party).text) {
                if let Some((_, last)) = name.split_once(' ').filter(|(_, last)| *last == opening) {
                    surnames.insert(name.clone(), last.to_owned());
                }
            }
        }
        let mut known: Vec<Known> = debate.parties.iter().map(|p| know(p, &surnames)).collect();
        let mut uses: BTreeMap<String, usize> = BTreeMap::new();
        known.iter().for_each(|k| *uses.entry(k.short.clone()).or_default() += 1);
        for party in known.iter_mut().filter(|k| uses.get(&k.short).is_some_and(|n| *n > 1)) {
            party.short.clone_from(&party.full);
        }
        Self { known, met: BTreeSet::new() }
    }

    /// The names of `parties`, of each its role too if it is met here first.
    pub fn name(&mut self, parties: &[PartyId], at: At) -> Line {
        let mut out = Line::default();
        let alone = parties.len() == 1;
        let several = parties.iter().filter_map(|p| self.known.get(p.index())).any(|k| k.short.contains(" and "));
        for (index, id) in parties.iter().enumerate() {
            let Some(party) = self.known.get(id.index()) else { continue };
            let first = self.met.insert(*id);
            let name = if first { &party.full } else { &party.short };
            let name = if at == At::Start && index == 0 { words::capital(name) } else { name.clone() };
            match index {
                0 => {}
                // A party that is itself several people would blur into a plain list.
                _ if several => drop(out.say("as well as")),
                _ if index + 1 == parties.len() => drop(out.say("and")),
                _ => drop(out.say(",")),
            }
            out.say(&name);
            let Some(role) = party.role.as_deref().filter(|_| first) else { continue };
            let role = text::line(role.trim_end_matches('.'));
            let plain = role.plain();
            // A role is set off by commas where it names what somebody is; in brackets any words of it read right.
            if alone && !plain.contains([',', ';', '(']) && names_a_person(&plain) {
                out.say(",").then(role);
                out.say(if at == At::End { "" } else { "," });
            } else {
                out.say("(").then(role).say(")");
            }
        }
        out
    }

    /// Whether the reader has met all of `parties`.
    pub fn are_met(&self, parties: &[PartyId]) -> bool {
        parties.iter().all(|p| self.met.contains(p))
    }
}

/// Whether a role begins like a description of a person or body (`author of …`, `the …`), not like a sentence about it (`decides …`).
fn names_a_person(role: &str) -> bool {
    let first = role.split(' ').next().unwrap_or("");
    let article = matches!(first, "the" | "a" | "an");
    let lower = first.to_lowercase();
    article
        || ["or", "er", "ist", "ant", "ent", "ian", "man", "ary", "ee", "ess", "ster", "eur", "head", "chief", "judge", "king"]
            .iter()
            .any(|end| lower.ends_with(end))
}

fn know(party: &Party, surnames: &BTreeMap<String, String>) -> Known {
    let full = inside(&text::line(&party.text).plain());
    let people: Vec<&str> = full.split(", ").flat_map(|p| p.split(" and ")).map(str::trim).collect();
    let short: Option<Vec<String>> = people.iter().map(|p| surname(p, surnames)).collect();
    Known { short: short.map_or_else(|| full.clone(), |s| words::and(&s)), full, role: party.role.clone() }
}

fn surname(person: &str, surnames: &BTreeMap<String, String>) -> Option<String> {
    let (first, rest) = person.split_once(' ')?;
    let known = surnames
        .iter()
        .find(|(name, last)| name.split(' ').next() == Some(first) && (rest == last.as_str() || rest.ends_with(&format!(" {last}"))));
    known.map(|(_, last)| last.clone())
}

/// A name as it stands inside a sentence: `The town librarian` and `Supporters of …` are descriptions and lose their capital.
pub fn inside(name: &str) -> String {
    const DESCRIBING: &[&str] = &[
        "The",
        "A",
        "An",
        "All",
        "Some",
        "Several",
        "Those",
        "Most",
        "Many",
        "Supporters",
        "Opponents",
        "Defenders",
        "Advocates",
        "Critics",
        "Proponents",
        "Members",
        "Users",
        "Authors",
        "Residents",
        "Experts",
        "People",
    ];
    let first = name.split(' ').next().unwrap_or("");
    if DESCRIBING.contains(&first) && name.contains(' ') { words::small(name) } else { name.to_owned() }
}
