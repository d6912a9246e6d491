//! The checker: whether an answer is what the definitions say, in linear time. It shares nothing with the search but the framework.
//!
//! What a YES, and each extension shown, is held against before it is given:
//!
//! | answer | checked | is that enough? |
//! |---|---|---|
//! | SE-GR, DC-GR | the grounded extension: complete, and each member defended by earlier ones | yes |
//! | DS of all but STG, where the grounded extension has the argument (for GR and CO always) | a set of the same kind with the argument, part of every extension | yes |
//! | DC-CO, SE-CO, DC-ST, SE-ST; DC and SE of PR, SST and STG where the set is stable | the extension, by definition | yes |
//! | DC-PR | a complete extension with the argument | yes |
//! | SE-PR, SE-SST | complete, and no argument can join it alone | no: that it is maximal is coNP-complete (Dimopoulos & Torres 1996; Dunne & Caminada 2008) |
//! | SE-STG | conflict-free, and no argument can join it | no: that its range is maximal is coNP-complete (Dvořák & Woltran 2010) |
//! | DC-SST, DC-STG where the set is not stable | the same, and that it has the argument | no: Σ₂-complete (Dvořák & Woltran 2010) |
//! | SE-ID, DC-ID, DS-ID beyond the grounded extension | complete, and no argument that defends itself alone attacks it | no: coNP-hard, and in Θ₂ (Dunne 2009) |
//! | SE-EAG, DC-EAG, DS-EAG beyond it | complete | no: membership is Π₂-complete (Dunne, Dvořák & Woltran 2013) |
//! | DS-PR beyond it | an admissible set with the argument; none that defends itself alone attacks it | no: Π₂-complete (Dunne & Bench-Capon 2002) |
//! | DS-ST | by the refutations alone | no: coNP-complete (Dimopoulos & Torres 1996) |
//! | DS-SST beyond it, DS-STG | by the refutations alone | no: Π₂-complete (Dvořák & Woltran 2010) |
//! | EE | each extension as for SE; that no two are equal | that they are all is not checked |
//!
//! Where the last column says no, the answer says that something is *not* there, which is coNP-hard to know; a certificate of it that is checked in
//! linear time, or of polynomial length at all, would give NP = coNP. The check is of what must hold all the same. A NO is checked by its
//! extension where one shows it (DS); a NO of DC, like the lack of an extension, rests on the solver. A number (CE) is not checked.
//!
//! What rests on the solver has a certificate of another kind, as long as the search was: the clauses it learnt, of which each must follow by unit
//! clauses alone ([`crate::theory::sat::checker`]). Every YES (of DC and DS) with a "no" in the last column is searched for a
//! second time with each refutation checked so, in all builds, and is unknown if one fails. A NO, and that an extension which SE or EE shows is
//! maximal, are not, since that takes up to two and a half times as long (`benches/frameworks.md`). In builds with debug assertions, and so in every test, each refutation and each model is checked. That the
//! clauses say what the definitions say is what the comparison with brute force shows. With the feature `cadical`, CaDiCaL answers for
//! large pieces of stage semantics, and what it learns is not checked in release builds.

use crate::theory::framework::{
    attack::Framework,
    problem::{Answer, Semantics},
};

/// Whether `answer`, to a question about `argument` under `semantics`, may be given. `evidence` is what a sceptical YES rests on, since the
/// answer itself shows no extension for it: the grounded extension, an admissible set with the argument, or the only extension.
pub fn accepts(framework: &Framework, semantics: Semantics, argument: u32, answer: &Answer, evidence: Option<&[u32]>) -> bool {
    let fits = |set: &Vec<u32>| is_ascending(framework, set) && may_be_extension(framework, semantics, set);
    let holds = |set: &[u32]| set.binary_search(&argument).is_ok();
    match answer {
        Answer::Some(witness) => witness.as_ref().is_none_or(fits),
        Answer::Yes(Some(witness)) => holds(witness) && fits(witness),
        Answer::Yes(None) => shows_sceptical(framework, semantics, argument, evidence),
        Answer::No(witness) => witness.as_ref().is_none_or(|w| !holds(w) && fits(w)),
        Answer::All { extensions, whole } => {
            let differ = |pair: &[Vec<u32>]| matches!(pair, [a, b] if a < b);
            extensions.iter().all(fits) && (!whole || extensions.windows(2).all(differ))
        }
        Answer::Count(_) | Answer::Unknown(_) => true,
    }
}

/// Whether `evidence` is what must be there if `argument` is in every extension.
fn shows_sceptical(framework: &Framework, semantics: Semantics, argument: u32, evidence: Option<&[u32]>) -> bool {
    let Some(set) = evidence else {
        return matches!(semantics, Semantics::Stable | Semantics::SemiStable | Semantics::Stage);
    };
    is_ascending(framework, set)
        && set.binary_search(&argument).is_ok()
        && match semantics {
            Semantics::Stage => false,
            _ if is_strongly_admissible(framework, set) => true,
            Semantics::Ideal | Semantics::Eager => may_be_extension(framework, semantics, set),
            Semantics::Preferred => {
                let mut alone = Alone::new(framework);
                is_admissible(framework, set) && !framework.attackers_of(argument).iter().any(|&b| alone.defends_itself(b, |_| false))
            }
            _ => false,
        }
}

fn is_ascending(framework: &Framework, set: &[u32]) -> bool {
    set.windows(2).all(|pair| matches!(pair, [a, b] if a < b)) && set.last().is_none_or(|&a| (a as usize) < framework.len())
}

/// Whether `set` is conflict-free: no member attacks a member (Dung 1995, definition 5).
pub fn is_conflict_free(framework: &Framework, set: &[u32]) -> bool {
    let member = marks(framework, set);
    set.iter().all(|&a| framework.attacked_by(a).iter().all(|&b| !is(&member, b)))
}

/// Whether `set` is admissible: conflict-free, and it attacks each attacker of a member (Dung 1995, definition 6).
pub fn is_admissible(framework: &Framework, set: &[u32]) -> bool {
    let attacked = attacked(framework, set);
    is_conflict_free(framework, set) && set.iter().all(|&a| framework.attackers_of(a).iter().all(|&b| is(&attacked, b)))
}

/// Whether `set` is complete: admissible, and it contains each argument whose attackers it attacks (Dung 1995, definition 23).
pub fn is_complete(framework: &Framework, set: &[u32]) -> bool {
    let (member, attacked) = (marks(framework, set), attacked(framework, set));
    let defends = |a: u32| framework.attackers_of(a).iter().all(|&b| is(&attacked, b));
    is_conflict_free(framework, set) && framework.arguments().all(|a| is(&member, a) == defends(a))
}

/// Whether `set` is stable: conflict-free, and it attacks each argument outside (Dung 1995, definition 13).
pub fn is_stable(framework: &Framework, set: &[u32]) -> bool {
    let (member, attacked) = (marks(framework, set), attacked(framework, set));
    framework.arguments().all(|a| is(&member, a) != is(&attacked, a))
}

/// Whether `set` is strongly admissible: each member is defended by members that do not need it (Baroni & Giacomin 2007, definition 18).
/// All such sets are part of the grounded extension, and a complete one is the grounded extension itself.
pub fn is_strongly_admissible(framework: &Framework, set: &[u32]) -> bool {
    let member = marks(framework, set);
    let mut unanswered: Vec<usize> = framework.arguments().map(|a| framework.attackers_of(a).len()).collect();
    let mut answered = vec![false; framework.len()];
    let mut ready: Vec<u32> = set.iter().copied().filter(|&a| framework.attackers_of(a).is_empty()).collect();
    let mut taken = 0;
    while let Some(argument) = ready.pop() {
        taken += 1;
        for &target in framework.attacked_by(argument) {
            if answered.get_mut(target as usize).is_none_or(|mark| std::mem::replace(mark, true)) {
                continue;
            }
            for &next in framework.attacked_by(target) {
                if let Some(left) = unanswered.get_mut(next as usize) {
                    *left -= 1;
                    ready.extend((*left == 0 && is(&member, next)).then_some(next));
                }
            }
        }
    }
    taken == set.len()
}

/// Whether `set` may be an extension under `semantics`: exact for grounded, complete and stable semantics, and what must hold of any
/// extension for the others, as in the table above.
pub fn may_be_extension(framework: &Framework, semantics: Semantics, set: &[u32]) -> bool {
    match semantics {
        Semantics::Grounded => is_complete(framework, set) && is_strongly_admissible(framework, set),
        Semantics::Complete | Semantics::Eager => is_complete(framework, set),
        Semantics::Preferred | Semantics::SemiStable => is_complete(framework, set) && !can_be_joined(framework, set),
        Semantics::Stable => is_stable(framework, set),
        Semantics::Ideal => {
            let attackers = marks_of(framework, set.iter().flat_map(|&a| framework.attackers_of(a)).copied());
            let mut alone = Alone::new(framework);
            is_complete(framework, set) && !framework.arguments().any(|a| is(&attackers, a) && alone.defends_itself(a, |_| false))
        }
        Semantics::Stage => is_conflict_free(framework, set) && is_naive(framework, set),
    }
}

/// Which arguments defend themselves alone. Linear in the attacks of all that are asked about.
struct Alone<'a> {
    framework: &'a Framework,
    /// For each argument the last one asked about that attacks it, counted from 1.
    struck_by: Vec<u32>,
}

impl<'a> Alone<'a> {
    fn new(framework: &'a Framework) -> Self {
        Self { framework, struck_by: vec![0; framework.len()] }
    }

    /// Whether `argument` attacks each of its attackers but those that are `spared`, and not itself.
    fn defends_itself(&mut self, argument: u32, spared: impl Fn(u32) -> bool) -> bool {
        for &target in self.framework.attacked_by(argument) {
            if let Some(mark) = self.struck_by.get_mut(target as usize) {
                *mark = argument + 1;
            }
        }
        let strikes = |b: u32| self.struck_by.get(b as usize) == Some(&(argument + 1));
        !strikes(argument) && self.framework.attackers_of(argument).iter().all(|&b| spared(b) || strikes(b))
    }
}

/// Whether one more argument makes another admissible set of `set`, which is complete: what attacks such a set is attacked by it, so it is
/// enough that the argument is neither a member nor attacked, and answers what the set does not.
fn can_be_joined(framework: &Framework, set: &[u32]) -> bool {
    let (member, attacked) = (marks(framework, set), attacked(framework, set));
    let mut alone = Alone::new(framework);
    framework.arguments().any(|a| !is(&member, a) && !is(&attacked, a) && alone.defends_itself(a, |b| is(&attacked, b)))
}

/// Whether each argument outside `set` attacks itself or is in conflict with a member.
fn is_naive(framework: &Framework, set: &[u32]) -> bool {
    let (member, attacked) = (marks(framework, set), attacked(framework, set));
    let clashes = |a: u32| is(&attacked, a) || framework.attacked_by(a).iter().any(|&b| b == a || is(&member, b));
    framework.arguments().all(|a| is(&member, a) || clashes(a))
}

fn marks(framework: &Framework, set: &[u32]) -> Vec<bool> {
    marks_of(framework, set.iter().copied())
}

fn attacked(framework: &Framework, set: &[u32]) -> Vec<bool> {
    marks_of(framework, set.iter().flat_map(|&a| framework.attacked_by(a)).copied())
}

fn marks_of(framework: &Framework, arguments: impl Iterator<Item = u32>) -> Vec<bool> {
    let mut marks = vec![false; framework.len()];
    for argument in arguments {
        if let Some(mark) = marks.get_mut(argument as usize) {
            *mark = true;
        }
    }
    marks
}

fn is(marks: &[bool], argument: u32) -> bool {
    marks.get(argument as usize).copied().unwrap_or(false)
}
