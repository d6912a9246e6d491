//! The part of a framework a search works on: a set of arguments, and where each stands in it.
//!
//! One table per question, reused for every component, so that ten thousand components of a framework with a million
//! arguments do not each cost a million.

use crate::{
    graph::{components::Components, components::components, digraph::Digraph},
    theory::framework::{attack::Framework, labelling::Labelling},
};

const OUTSIDE: u32 = u32::MAX;

/// The place of each argument among the members of the present part.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    place: Vec<u32>,
    members: Vec<u32>,
}

impl Scope {
    /// The empty part of a framework with this many arguments.
    pub fn new(arguments: usize) -> Self {
        Self { place: vec![OUTSIDE; arguments], members: Vec::new() }
    }

    /// Makes `members`, ascending and without repetition, the present part.
    pub fn enter(&mut self, members: Vec<u32>) {
        for &old in &self.members {
            if let Some(place) = self.place.get_mut(old as usize) {
                *place = OUTSIDE;
            }
        }
        for (at, &member) in members.iter().enumerate() {
            if let Some(place) = self.place.get_mut(member as usize) {
                *place = at as u32;
            }
        }
        self.members = members;
    }

    /// The arguments of the present part, ascending.
    pub fn members(&self) -> &[u32] {
        &self.members
    }

    /// The place of `argument` in the present part.
    pub fn place(&self, argument: u32) -> Option<u32> {
        self.place.get(argument as usize).copied().filter(|&p| p != OUTSIDE)
    }

    /// The strongly connected components of the present part, attackers before attacked; as places.
    pub fn strong(&self, framework: &Framework) -> Components {
        let edges =
            self.members.iter().zip(0u32..).flat_map(|(&member, at)| {
                framework.attackers_of(member).iter().filter_map(move |&attacker| Some((at, self.place(attacker)?)))
            });
        components(&Digraph::new(self.members.len(), edges))
    }
}

/// The undecided arguments in pieces that no attack among undecided arguments joins, in the order of their first members.
///
/// Verdicts in one piece do not depend on another, under any semantics: extensions are unions of one extension per piece, and
/// maximality, of the set or of its range, is piecewise too.
pub fn pieces(framework: &Framework, labelling: &Labelling) -> Vec<Vec<u32>> {
    let mut seen = vec![false; framework.len()];
    let mut pieces = Vec::new();
    let mut visit = |argument: u32, piece: &mut Vec<u32>| match seen.get_mut(argument as usize) {
        Some(mark) if !*mark && labelling.is_open(argument) => {
            *mark = true;
            piece.push(argument);
        }
        _ => {}
    };
    for root in framework.arguments() {
        let mut piece = Vec::new();
        visit(root, &mut piece);
        let mut next = 0;
        while let Some(&argument) = piece.get(next) {
            next += 1;
            framework.attackers_of(argument).iter().chain(framework.attacked_by(argument)).for_each(|&n| visit(n, &mut piece));
        }
        if !piece.is_empty() {
            piece.sort_unstable();
            pieces.push(piece);
        }
    }
    pieces
}

/// The undecided arguments on which the verdict of `argument` depends: its ancestors along attacks, itself included.
///
/// Complete, preferred, grounded and ideal semantics are directional (Baroni & Giacomin 2007, definition 19): what stands
/// outside this cone cannot change the verdict. Stable, semi-stable, eager and stage semantics are not.
pub fn cone(framework: &Framework, labelling: &Labelling, argument: u32) -> Vec<u32> {
    let mut seen = vec![false; framework.len()];
    let mut cone = Vec::new();
    let mut visit = |argument: u32, cone: &mut Vec<u32>| match seen.get_mut(argument as usize) {
        Some(mark) if !*mark && labelling.is_open(argument) => {
            *mark = true;
            cone.push(argument);
        }
        _ => {}
    };
    visit(argument, &mut cone);
    let mut next = 0;
    while let Some(&member) = cone.get(next) {
        next += 1;
        framework.attackers_of(member).iter().for_each(|&n| visit(n, &mut cone));
    }
    cone.sort_unstable();
    cone
}
