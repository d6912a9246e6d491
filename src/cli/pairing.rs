//! Which debate of one state is which of another.

use crate::cli::judged::{Judged, State};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

/// A debate by its path in the old and in the new state; `None` where it is not there.
pub type Pair = (Option<String>, Option<String>);

/// Which debate of the old state is which of the new one: by path; else, where it was moved, by its text, and then by half of the names or
/// texts of its claims. Two that are alone may have less in common, and two files that were named need nothing. Quadratic in the debates
/// that were moved.
pub fn pair(old: &State, new: &State, are_files: bool) -> Vec<Pair> {
    let only = |state: &State| state.keys().next().cloned().filter(|_| state.len() == 1);
    let alone = only(old).zip(only(new));
    if let Some((one, other)) = alone.clone().filter(|_| are_files) {
        return vec![(Some(one), Some(other))];
    }
    let mut left: BTreeMap<&String, Said> =
        old.iter().filter(|(path, _)| !new.contains_key(*path)).map(|(p, j)| (p, Said::of(j))).collect();
    let come: BTreeMap<&String, Said> = new.iter().filter(|(path, _)| !old.contains_key(*path)).map(|(p, j)| (p, Said::of(j))).collect();
    let mut moved: BTreeMap<&String, &String> = BTreeMap::new();
    for (path, said) in &come {
        let same = left.iter().find(|(_, other)| other.texts == said.texts).map(|(from, _)| *from);
        if let Some(from) = same {
            left.remove(from);
            moved.insert(path, from);
        }
    }
    for (path, said) in &come {
        if moved.contains_key(path) {
            continue;
        }
        let best = left.iter().max_by_key(|(from, other)| (said.shared(other).0, Reverse(**from)));
        let enough = |(shared, of): (usize, usize)| shared * 2 >= of.max(1) || (alone.is_some() && shared > 0);
        if let Some(from) = best.filter(|(_, other)| enough(said.shared(other))).map(|(from, _)| *from) {
            left.remove(from);
            moved.insert(path, from);
        }
    }
    let from = |path: &String| if old.contains_key(path) { Some(path.clone()) } else { moved.get(path).map(|from| (*from).clone()) };
    let mut pairs: Vec<Pair> = new.keys().map(|path| (from(path), Some(path.clone()))).collect();
    pairs.extend(left.keys().map(|path| (Some((*path).clone()), None)));
    pairs
}

/// What a debate says, to know it again.
struct Said<'s> {
    texts: &'s [String],
    names: BTreeSet<&'s str>,
    claims: BTreeSet<&'s str>,
}

impl<'s> Said<'s> {
    fn of(judged: &'s Judged) -> Self {
        let claims = || judged.debate.claims.iter();
        let names = claims().map(|claim| &*claim.name.shown).collect();
        let texts = claims().map(|claim| &*claim.text).filter(|text| !text.is_empty()).collect();
        Self { texts: &judged.texts, names, claims: texts }
    }

    /// How many names or texts of claims two debates share, and how many the one has that has more.
    fn shared(&self, other: &Self) -> (usize, usize) {
        let of = |one: &BTreeSet<&str>, other: &BTreeSet<&str>| (one.intersection(other).count(), one.len().max(other.len()));
        let (names, claims) = (of(&self.names, &other.names), of(&self.claims, &other.claims));
        if names.0 * claims.1 >= claims.0 * names.1 { names } else { claims }
    }
}
