//! The extensions of a system for one who reads them: the choices that each piece leaves, a bounded number of whole extensions, and
//! for every sentence whether some or every extension derives it.
//!
//! Pieces are independent, so the extensions are the combinations of one choice in each, which are counted and not built. Where a
//! piece has more choices than are listed, the others are counted as far as a bounded amount of work allows, and its sentences are asked
//! for one by one.

use crate::theory::{
    framework::problem::Semantics,
    interrupt::{Interrupt, Stopped},
    sat::solver::Lit,
    search::product::{List, combine},
    system::{
        definition::System,
        encoding::{Encoding, Kind},
        extensions::read,
        grounded::{Grounded, Status},
        maximal::maximize,
        program::Atom,
        residue::Piece,
        rules::Sentence,
        search::{Safe, Search},
        verify::{Check, Reading},
    },
};
use std::collections::HashSet;

/// What is known of the acceptance of a sentence. Nothing is known where the search was told to stop, nor where there is no extension.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// Whether it follows from some extension.
    pub credulous: Option<bool>,
    /// Whether it follows from every extension.
    pub sceptical: Option<bool>,
}

/// The choices that one piece leaves.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// For each choice, the sentences of the piece that follow with it, ascending; no two equal among those that matter. At most as many
    /// as are to be listed.
    pub options: Vec<Vec<Sentence>>,
    /// How many there are; at least so many, where the search ended early.
    pub count: u64,
    /// Whether the search did not end early.
    pub whole: bool,
}

impl Choices {
    /// Whether the options are all there are.
    pub fn is_listed(&self) -> bool {
        self.whole && self.options.len() as u64 == self.count
    }
}

/// The extensions of a system, as far as they are told.
#[derive(Debug, Clone, Default)]
pub struct Camps {
    /// The choices that each piece leaves. Without an extension, some piece has none.
    pub choices: Vec<Choices>,
    /// Whole extensions: each checked from the definitions, no two alike in the sentences that matter.
    pub listed: Vec<Reading>,
    /// For each sentence that matters, whether it is accepted.
    pub acceptance: Vec<Acceptance>,
    /// Whether the search was told to stop before it knew all.
    pub stopped: bool,
}

/// The most extensions of one piece that are looked at, for each choice that is listed: many may differ in nothing that matters.
const MOST_ALIKE: usize = 8;

/// The work that counting what is not listed may cost in all pieces together: for each extension looked at, its number in the piece times
/// the size of the piece, since each is one more clause to keep away from.
const COUNTING: u64 = 400_000_000;
/// The most choices of one piece that are counted.
const MOST_COUNTED: usize = 100_000;

/// The extensions under `semantics`, one that `extensions::is_supported` names, told by the sentences `0..matter`; at most `limit` of
/// them and at most `limit` choices of each piece.
pub fn camps(system: &System, grounded: &Grounded, semantics: Semantics, matter: u32, limit: usize, interrupt: &Interrupt) -> Camps {
    let search = Search::new(system, grounded, interrupt);
    let check = Check::new(system);
    // Beyond the sentences lie atoms of the program, which say nothing.
    let matter = matter.min(system.sentences() as u32);
    let is_unique = matches!(semantics, Semantics::Grounded | Semantics::Ideal);
    let mut camps = Camps { acceptance: vec![Acceptance::default(); matter as usize], ..Camps::default() };
    let mut found: Vec<(Vec<Safe>, bool)> = Vec::new();
    let mut shown: Vec<Vec<Safe>> = Vec::new();
    let mut left = COUNTING;
    for piece in &search.pieces {
        let mut choices = Choices { whole: true, ..Choices::default() };
        let (mut sets, mut kept): (Vec<Safe>, Vec<Safe>) = (Vec::new(), Vec::new());
        let mut counted: HashSet<Vec<u64>> = HashSet::new();
        let mut looked = 0usize;
        let outcome = search.each_of(semantics, piece, &mut |safe| {
            let option = told(&search, piece, &safe, matter);
            let is_known = counted.contains(&bits(piece, &option));
            if looked >= limit.saturating_mul(MOST_ALIKE) {
                let cost = (looked as u64).saturating_mul(piece.atoms.len() as u64);
                choices.whole = counted.len() < MOST_COUNTED && cost <= left;
                left = left.saturating_sub(cost);
            }
            looked += 1;
            if choices.whole && !is_known {
                counted.insert(bits(piece, &option));
                if choices.options.len() < limit {
                    choices.options.push(option);
                    kept.push(safe.clone());
                }
            }
            // The only extension shows all, listed or not.
            if sets.len() < limit.saturating_mul(MOST_ALIKE) || is_unique {
                sets.push(safe);
            }
            choices.whole
        });
        choices.count = counted.len() as u64;
        choices.whole &= outcome.is_ok();
        let shows_all = choices.whole && sets.len() == looked;
        found.push((sets, shows_all));
        camps.choices.push(choices);
        shown.push(kept);
    }
    camps.stopped = interrupt.is_known();
    if found.iter().any(|(sets, whole)| sets.is_empty() && *whole) {
        return camps;
    }
    let combined = match combine(&[], &shown, limit, interrupt) {
        Ok(List::Sets(combined, _)) => combined,
        Ok(List::TooLong) | Err(Stopped) => Vec::new(),
    };
    camps.listed = combined.iter().filter_map(|safe| read(&check, semantics, &search.rules(safe))).collect();
    let covers = search.pieces.iter().zip(found);
    let covers: Vec<Cover> =
        covers.map(|(piece, (sets, whole))| cover(&search, semantics, piece, sets, whole, matter, interrupt)).collect();
    camps.stopped |= interrupt.is_known();
    accept(&search, grounded, semantics, &check, &covers, &mut camps.acceptance);
    camps
}

/// The sentences below `matter` that follow in `piece` when `safe` fails, ascending.
fn told(search: &Search<'_>, piece: &Piece, safe: &[Atom], matter: u32) -> Vec<Sentence> {
    let holds = search.derived(piece, safe);
    let atoms = piece.atoms.iter().zip(holds).filter(|(a, holds)| *holds && **a < matter);
    atoms.map(|(&a, _)| a).collect()
}

/// Which atoms of the piece are among `option`, as bits.
fn bits(piece: &Piece, option: &[Sentence]) -> Vec<u64> {
    let mut bits = vec![0; piece.atoms.len().div_ceil(64)];
    for place in option.iter().filter_map(|s| piece.find(*s)) {
        if let Some(word) = bits.get_mut(place as usize / 64) {
            *word |= 1 << (place % 64);
        }
    }
    bits
}

/// Labellings of a piece that show, for each of its sentences, what some extension derives and what some does not.
struct Cover {
    sets: Vec<Safe>,
    /// The sentences of which no extension is known to be without; ascending.
    always: Vec<Sentence>,
    /// Whether all that is accepted is shown, and all of `always` is.
    whole: bool,
    atoms: Vec<Atom>,
}

fn cover(
    search: &Search<'_>,
    semantics: Semantics,
    piece: &Piece,
    mut sets: Vec<Safe>,
    whole: bool,
    matter: u32,
    interrupt: &Interrupt,
) -> Cover {
    let atoms: Vec<Atom> = piece.atoms.iter().copied().filter(|&a| a < matter).collect();
    let mut always = atoms.clone();
    let mut never = atoms.clone();
    // Tells what a set shows that no set before it did.
    let mark = |always: &mut Vec<Atom>, never: &mut Vec<Atom>, safe: &[Atom]| {
        let told = told(search, piece, safe, matter);
        let before = always.len() + never.len();
        always.retain(|a| told.binary_search(a).is_ok());
        never.retain(|a| told.binary_search(a).is_err());
        always.len() + never.len() < before
    };
    let mut is_first = true;
    sets.retain(|safe| mark(&mut always, &mut never, safe) | std::mem::take(&mut is_first));
    let mut ask = || -> Result<(), Stopped> {
        if sets.is_empty() {
            let Some(first) = search.find_in(semantics, piece)? else { return Ok(()) };
            mark(&mut always, &mut never, &first);
            sets.push(first);
        }
        while let Some(safe) = differing(search, semantics, piece, &always, &never, interrupt)? {
            if !mark(&mut always, &mut never, &safe) {
                break;
            }
            sets.push(safe);
        }
        // An extension may be without a sentence that none defeats, but for a stable one.
        for query in always.clone() {
            if semantics != Semantics::Stable && always.binary_search(&query).is_ok() {
                let without = search.find_in_without(semantics, piece, query)?;
                sets.extend(without.filter(|set| mark(&mut always, &mut never, set)));
            }
        }
        Ok(())
    };
    let whole = whole || ask().is_ok();
    Cover { sets, always, whole, atoms }
}

/// An extension of the piece that derives some of `never`, or defeats some of `always`; nothing when no extension does. The search hopes for
/// as much of it as can be, so in a large piece few extensions show much.
fn differing(
    search: &Search<'_>,
    semantics: Semantics,
    piece: &Piece,
    always: &[Sentence],
    never: &[Sentence],
    interrupt: &Interrupt,
) -> Result<Option<Safe>, Stopped> {
    interrupt.check()?;
    let is_stable = semantics == Semantics::Stable;
    let mut encoding = Encoding::new(if is_stable { Kind::Stable } else { Kind::Admissible }, piece, interrupt);
    let derived = never.iter().filter_map(|&a| piece.find(a)).map(|p| encoding.derives(p));
    let defeated = always.iter().filter_map(|&a| piece.find(a)).map(|p| encoding.counts_on(p));
    let shown: Vec<Lit> = derived.chain(defeated).collect();
    encoding.hope(&shown);
    encoding.require(&shown);
    if is_stable {
        return Ok(encoding.solve(&[])?.then(|| piece.named(&encoding.safe())));
    }
    let Some(safe) = maximize(&mut encoding, &[])? else { return Ok(None) };
    if semantics == Semantics::Preferred { Ok(Some(piece.named(&safe))) } else { search.extend_in(semantics, piece, &safe) }
}

/// Marks what the covers show. The k-th sets of all pieces make one extension, which is checked before it shows anything.
fn accept(
    search: &Search<'_>,
    grounded: &Grounded,
    semantics: Semantics,
    check: &Check<'_>,
    covers: &[Cover],
    acceptance: &mut [Acceptance],
) {
    let settle = |acceptance: &mut [Acceptance]| {
        for (own, status) in acceptance.iter_mut().zip(&grounded.sentences) {
            match status {
                Status::In => *own = Acceptance { credulous: Some(true), sceptical: Some(true) },
                Status::Out | Status::None => *own = Acceptance { credulous: Some(false), sceptical: Some(false) },
                Status::Undecided => {}
            }
        }
    };
    // Without a set for some piece no extension is known; there is one unless it had to be stable.
    let is_known = covers.iter().all(|c| !c.sets.is_empty());
    if is_known || semantics != Semantics::Stable {
        settle(acceptance);
    }
    if !is_known {
        return;
    }
    let rounds = covers.iter().map(|c| c.sets.len()).max().unwrap_or(1);
    for round in 0..rounds {
        let parts = covers.iter().filter_map(|c| c.sets.get(round).or(c.sets.last()));
        let safe: Safe = parts.flatten().copied().collect();
        let Some(reading) = read(check, semantics, &search.rules(&safe)) else { continue };
        for (own, &holds) in acceptance.iter_mut().zip(&reading.holds) {
            if holds {
                own.credulous = Some(true);
            } else {
                own.sceptical = Some(false);
            }
        }
    }
    for cover in covers.iter().filter(|c| c.whole) {
        for atom in &cover.atoms {
            if let Some(own) = acceptance.get_mut(*atom as usize) {
                own.credulous = own.credulous.or(Some(false));
                own.sceptical = own.sceptical.or_else(|| cover.always.binary_search(atom).is_ok().then_some(true));
            }
        }
    }
}
