//! Random small debates as outlines of statements, and their text.

use crate::verdicts::dice::Dice;
use std::collections::BTreeMap;

/// A statement.
#[derive(Debug, Clone, Default)]
pub(crate) struct Node {
    pub(crate) word: &'static str,
    /// Its own name where it declares, else the name it refers to; empty for remarks.
    pub(crate) name: String,
    pub(crate) declares: bool,
    /// Whether the name is written, which it need not be where nothing refers to it.
    pub(crate) shown: bool,
    pub(crate) strictly: bool,
    /// What it is `for` or `against`; of a remark what it lists.
    pub(crate) names: Vec<String>,
    pub(crate) over: String,
    pub(crate) by: Vec<&'static str>,
    pub(crate) date: Option<u16>,
    pub(crate) children: Vec<Node>,
}

impl Node {
    pub(crate) fn has_premises(&self) -> bool {
        self.word == "support" && self.children.iter().any(|c| c.word == "premise")
    }

    fn header(&self) -> String {
        let mut line = self.word.to_owned();
        if self.shown {
            line += &format!(" {}", self.name);
        }
        if !self.names.is_empty() {
            let clause = match self.word {
                "support" | "limit" => "for ",
                "rebuttal" | "undercut" => "against ",
                _ => "",
            };
            line += &format!(" {clause}{}", self.names.join(", "));
        }
        if !self.over.is_empty() {
            line += &format!(" over {}", self.over);
        }
        if self.strictly {
            line += " strictly";
        }
        if !self.by.is_empty() {
            line += &format!(" by {}", self.by.join(", "));
        }
        if self.declares {
            line += ":";
            if !self.has_premises() {
                line += &format!(" {}", self.name);
            }
        }
        line
    }

    fn write(&self, depth: usize, text: &mut String) {
        *text += &format!("{}{}\n", "  ".repeat(depth), self.header());
        if let Some(date) = self.date {
            *text += &format!("{}date: {date}\n", "  ".repeat(depth + 1));
        }
        self.children.iter().for_each(|c| c.write(depth + 1, text));
    }
}

/// A debate; the day of it is 2000.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outline(pub(crate) Vec<Node>);

/// What can be referred to so far.
#[derive(Default)]
struct Known {
    claims: Vec<String>,
    facts: Vec<String>,
    /// Supports with premises, by name and strictness.
    steps: Vec<String>,
    attackable: Vec<String>,
    next: usize,
    strict: bool,
}

impl Known {
    fn name(&mut self) -> String {
        self.next += 1;
        format!("n{}", self.next)
    }

    fn rebuttable(&self) -> Vec<String> {
        self.claims.iter().filter(|c| !self.facts.contains(c)).cloned().collect()
    }
}

impl Outline {
    pub(crate) fn text(&self) -> String {
        let mut text = "---\nas-of: 2000\n---\nparty p: P\nparty q: Q\n".to_owned();
        self.0.iter().for_each(|n| n.write(0, &mut text));
        text
    }

    /// A debate with a bit of everything.
    pub(crate) fn random(dice: &mut Dice) -> Self {
        let mut known = Known { strict: dice.one_in(2), ..Known::default() };
        let mut top = Vec::new();
        for _ in 0..2 + dice.below(2) {
            let word = ["claim", "claim", "claim", "assumption", "fact"][dice.below(5)];
            top.push(said(dice, &mut known, word, 0));
        }
        for _ in 0..dice.below(5) {
            if let Some(node) = flat(dice, &mut known) {
                top.push(node);
            }
        }
        for _ in 0..dice.below(3) {
            let word = ["contradiction", "limit", "deny"][dice.below(3)];
            let (Some(a), Some(b)) = (dice.pick(&known.claims).cloned(), dice.pick(&known.claims).cloned()) else { continue };
            match word {
                "contradiction" if a != b => top.push(Node { word, names: vec![a, b], ..Node::default() }),
                "limit" => top.push(Node { names: vec![a], ..declare(&mut known, word) }),
                "deny" => top.push(Node { word, names: vec![a], by: vec!["p"], ..Node::default() }),
                _ => {}
            }
        }
        let rankable: Vec<String> = known.rebuttable().into_iter().chain(known.attackable.iter().cloned()).collect();
        if dice.one_in(2) {
            for _ in 0..1 + dice.below(3) {
                let (Some(a), Some(b)) = (dice.pick(&rankable).cloned(), dice.pick(&rankable).cloned()) else { continue };
                if a == b {
                    continue;
                }
                // Names grow with their number, so the preferences as written run in no circle.
                let (a, b) = if a[1..].parse::<u32>().unwrap() < b[1..].parse().unwrap() { (a, b) } else { (b, a) };
                top.push(Node { word: "prefer", names: vec![a], over: b, ..Node::default() });
            }
        }
        if dice.one_in(3) {
            speak(dice, &mut top);
            for _ in 0..1 + dice.below(4) {
                let Some(name) = dice.pick(&known.claims).cloned() else { continue };
                let word = ["retract", "retract", "accept", "deny"][dice.below(4)];
                let by: &[&[&str]] = &[&["p"], &["q"], &["p", "q"]];
                let date = [None, Some(1990), Some(1995), Some(2005)][dice.below(4)];
                top.push(Node { word, names: vec![name], by: by[dice.below(3)].to_vec(), date, ..Node::default() });
            }
        }
        if dice.one_in(2) {
            for i in 1..top.len() {
                top.swap(i, dice.below(i + 1));
            }
        }
        let mut outline = Self(top);
        let text = outline.text();
        let mut hide = |node: &mut Node| {
            let uses = text.split(|c: char| !c.is_alphanumeric()).filter(|w| *w == node.name).count();
            let written = if node.has_premises() { 1 } else { 2 };
            node.shown &= !(node.declares && uses == written && dice.one_in(2));
        };
        each(&mut outline.0, &mut hide);
        outline
    }

    /// The same debate with one statement less.
    pub(crate) fn smaller(&self) -> impl Iterator<Item = Self> + '_ {
        fn count(nodes: &[Node]) -> usize {
            nodes.iter().map(|n| 1 + count(&n.children)).sum()
        }
        fn without(nodes: &mut Vec<Node>, at: &mut usize) -> bool {
            for index in 0..nodes.len() {
                if *at == 0 {
                    nodes.remove(index);
                    return true;
                }
                *at -= 1;
                if without(&mut nodes[index].children, at) {
                    return true;
                }
            }
            false
        }
        (0..count(&self.0)).map(|mut at| {
            let mut less = self.clone();
            without(&mut less.0, &mut at);
            less
        })
    }

    /// Counts what it uses.
    pub(crate) fn words(&self, tally: &mut BTreeMap<&'static str, u32>) {
        let mut outline = self.clone();
        each(&mut outline.0, &mut |node| {
            *tally.entry(node.word).or_default() += 1;
            let bare = !node.declares && !node.name.is_empty();
            for (word, is) in [("strictly", node.strictly), ("bare", bare), ("many", node.names.len() > 1)] {
                *tally.entry(word).or_default() += u32::from(is);
            }
        });
    }
}

fn each(nodes: &mut [Node], change: &mut impl FnMut(&mut Node)) {
    for node in nodes {
        change(node);
        each(&mut node.children, change);
    }
}

fn declare(known: &mut Known, word: &'static str) -> Node {
    let name = known.name();
    known.claims.push(name.clone());
    Node { word, name, declares: true, shown: true, ..Node::default() }
}

/// A statement with a text and what is nested in it.
fn said(dice: &mut Dice, known: &mut Known, word: &'static str, depth: usize) -> Node {
    let mut node = declare(known, word);
    if word == "fact" {
        known.facts.push(node.name.clone());
    }
    if word == "support" && known.strict && dice.one_in(3) {
        node.strictly = true;
    }
    if ["support", "rebuttal", "undercut"].contains(&word) && !node.strictly {
        known.attackable.push(node.name.clone());
    }
    let step = ["support", "rebuttal", "undercut"].contains(&word) && !node.strictly;
    node.children = children(dice, known, depth, word != "fact", step);
    node
}

fn children(dice: &mut Dice, known: &mut Known, depth: usize, rebut: bool, undercut: bool) -> Vec<Node> {
    let most = [3, 2, 1, 1][depth.min(3)];
    let mut children = Vec::new();
    for _ in 0..dice.below(most + 1) {
        match dice.below(8) {
            0 | 1 => children.push(said(dice, known, "support", depth + 1)),
            2 => children.push(linked(dice, known, depth + 1)),
            3 | 4 if rebut => children.push(said(dice, known, "rebuttal", depth + 1)),
            5 | 6 if undercut => children.push(said(dice, known, "undercut", depth + 1)),
            7 if dice.one_in(2) => children.push(declare(known, "limit")),
            7 => children.extend(reuse(dice, known, rebut, undercut)),
            _ => {}
        }
    }
    children
}

/// A support with linked premises, new or known.
fn linked(dice: &mut Dice, known: &mut Known, depth: usize) -> Node {
    let name = known.name();
    let strictly = known.strict && dice.one_in(2);
    let mut node = Node { word: "support", name: name.clone(), declares: true, shown: true, strictly, ..Node::default() };
    for _ in 0..1 + dice.below(2) {
        match dice.pick(&known.claims).cloned().filter(|_| dice.one_in(2)) {
            Some(old) if node.children.iter().all(|c| c.name != old) => {
                node.children.push(Node { word: "premise", name: old, shown: true, ..Node::default() });
            }
            _ => {
                let premise = said(dice, known, "premise", depth + 1);
                node.children.push(premise);
            }
        }
    }
    known.steps.push(name.clone());
    if !strictly {
        known.attackable.push(name);
        if dice.one_in(4) {
            let undercut = said(dice, known, "undercut", depth + 1);
            node.children.push(undercut);
        }
    }
    node
}

/// A claim or support put to one more use beneath another.
fn reuse(dice: &mut Dice, known: &mut Known, rebut: bool, undercut: bool) -> Option<Node> {
    let bare = |word, name| Node { word, name, shown: true, ..Node::default() };
    Some(match dice.below(4) {
        0 if rebut => bare("rebuttal", dice.pick(&known.claims)?.clone()),
        1 if undercut => bare("undercut", dice.pick(&known.claims)?.clone()),
        2 => bare("support", dice.pick(&known.steps)?.clone()),
        _ => Node { strictly: known.strict && dice.one_in(4), ..bare("support", dice.pick(&known.claims)?.clone()) },
    })
}

/// A statement at the top that names what it bears on.
fn flat(dice: &mut Dice, known: &mut Known) -> Option<Node> {
    if known.attackable.is_empty() {
        return None;
    }
    let of = |dice: &mut Dice, list: &[String]| {
        let mut names: Vec<String> = (0..1 + dice.below(2)).filter_map(|_| dice.pick(list).cloned()).collect();
        names.dedup();
        names
    };
    let (claims, rebuttable, attackable) = (known.claims.clone(), known.rebuttable(), known.attackable.clone());
    let (mut node, names) = match dice.below(7) {
        0 => (said(dice, known, "support", 1), of(dice, &claims)),
        1 => (linked(dice, known, 1), of(dice, &claims)),
        2 if !rebuttable.is_empty() => (said(dice, known, "rebuttal", 1), of(dice, &rebuttable)),
        3 => (said(dice, known, "undercut", 1), of(dice, &attackable)),
        4 => {
            let node = reuse(dice, known, true, true)?;
            let names = match node.word {
                "support" => of(dice, &claims),
                "rebuttal" => of(dice, &rebuttable),
                _ => of(dice, &attackable),
            };
            (node, names)
        }
        5 => {
            let name = dice.pick(&claims)?.clone();
            let rebut = !known.facts.contains(&name);
            let children = children(dice, known, 1, rebut, false);
            // To reopen a claim and add nothing is a mistake of the language.
            if children.is_empty() {
                return None;
            }
            (Node { word: "claim", name, shown: true, children, ..Node::default() }, Vec::new())
        }
        _ => return None,
    };
    node.names = names;
    Some(node)
}

/// Gives what is said speakers and days.
fn speak(dice: &mut Dice, nodes: &mut [Node]) {
    each(nodes, &mut |node| {
        if node.declares && !dice.one_in(3) {
            let by: &[&[&str]] = &[&["p"], &["p"], &["q"], &["p", "q"]];
            node.by = by[dice.below(4)].to_vec();
            if !node.has_premises() && dice.one_in(3) {
                node.date = Some([1985, 1992, 2003][dice.below(3)]);
            }
        }
    });
}
