//! Reasons as sentences: one that decides, and what else bears on the claim. Claims are called by their names in backticks, or by their
//! words for readers who know no names.
//!
//! A sentence never says "outweighed" of what is not true, nor "stands" of what does not: each names the verdict of what it speaks of.

use crate::{
    analysis::{
        decisive::{Side, find_decisive, is_ranked},
        evaluate::Force,
        verdict::Verdict,
        why::{Attack, Attacker, Basis, Fate, Reason, SupportReason, reason},
    },
    model::{
        debate::ClaimKind,
        ids::{ClaimId, StepId},
    },
    render::{
        places,
        prose::{speakers, words},
        text,
    },
    report::run::Report,
    text::span::Place,
};
use std::collections::BTreeMap;

/// The most supports, attacks or names that are told one by one; the rest is counted.
pub const MOST_BESIDE: usize = 6;

/// Tells reasons.
#[derive(Debug)]
pub struct Teller<'r> {
    /// What is told of.
    pub report: &'r Report<'r>,
    circles: BTreeMap<ClaimId, usize>,
    /// The words of each claim, where claims are called by their words.
    words: Option<Vec<String>>,
}

impl<'r> Teller<'r> {
    /// Reads the circles of support. Linear in them.
    pub fn new(report: &'r Report<'r>) -> Self {
        let circles = report.circles.iter().enumerate().flat_map(|(n, c)| c.claims.iter().map(move |c| (*c, n))).collect();
        Self { report, circles, words: None }
    }

    /// The same for readers who know no names: claims are called by their words, and steps by what they are. Linear in the debate.
    pub fn in_words(report: &'r Report<'r>) -> Self {
        let words = report.debate.claims.iter().map(|c| text::quoted(&c.text)).collect();
        Self { words: Some(words), ..Self::new(report) }
    }

    /// One sentence that makes sense alone: the verdict and what decides it.
    pub fn short(&self, reason: &Reason) -> String {
        self.head(reason, false).0
    }

    /// The same with the places of preferences, and what else bears on the claim.
    pub fn tell(&self, reason: &Reason) -> (String, Vec<String>) {
        let (head, mut used) = self.head(reason, true);
        used.sort_unstable();
        let mut rest = Vec::new();
        let supports = reason.supports.iter().take(MOST_BESIDE);
        for support in supports {
            if !used.contains(&Used::Support(support.step)) {
                rest.push(self.support(support, reason));
            }
            let others = support.undercuts.iter().filter(|u| {
                // Those that decide are told with the support.
                let decides = matches!(u.fate, Fate::Succeeds | Fate::Open) && support.weak.is_empty();
                !decides
            });
            rest.extend(others.take(MOST_BESIDE).map(|u| self.undercut(u, support)));
        }
        rest.extend(more(reason.supports.len(), "support"));
        let attacks = reason.attacks.iter().filter(|a| !used.contains(&Used::Attack(a.by)));
        rest.extend(attacks.clone().take(MOST_BESIDE).map(|a| self.attack(a, reason)));
        rest.extend(more(attacks.count(), "move against it"));
        (head, rest)
    }

    /// The name of a claim, or its words.
    pub fn name(&self, claim: ClaimId) -> String {
        match self.words.as_ref().and_then(|w| w.get(claim.index())) {
            Some(words) => words.clone(),
            None => format!("`{}`", self.report.debate.claim(claim).name.shown),
        }
    }

    /// The names of claims, as far as they can be read.
    pub fn names(&self, claims: &[ClaimId]) -> String {
        let mut names: Vec<String> = claims.iter().take(MOST_BESIDE).map(|c| self.name(*c)).collect();
        if claims.len() > MOST_BESIDE {
            names.push(format!("{} more", claims.len() - MOST_BESIDE));
        }
        words::and(&names)
    }

    /// File and line.
    pub fn place(&self, place: Place) -> String {
        let source = &self.report.files.file(place.file).source;
        format!("{}:{}", source.path, source.lines.line_of(place.span.start) + 1)
    }

    /// Who says a claim.
    pub fn speakers(&self, claim: ClaimId) -> Option<String> {
        let speakers = &self.report.debate.claim(claim).speakers;
        let names = speakers
            .iter()
            .take(MOST_BESIDE)
            .map(|s| speakers::inside(&self.report.debate.party(s.party).text.split_whitespace().collect::<Vec<_>>().join(" ")));
        let names: Vec<String> = names.collect();
        (!names.is_empty()).then(|| words::and(&names))
    }

    /// `stands`, `falls`, `is open` or `is unsupported`.
    pub fn is(&self, claim: ClaimId) -> &'static str {
        match self.report.analysis.verdict(claim) {
            Verdict::Stands => "stands",
            Verdict::Open => "is open",
            Verdict::Denied | Verdict::Unfounded => "falls",
            Verdict::Unsupported => "is unsupported",
        }
    }

    /// Whether a step holds, whatever speaks against its target.
    pub fn step_alone(&self, found: &SupportReason) -> String {
        let step = words::capital(&self.step(found.step));
        match self.weakness(found, None) {
            Some(why) => format!("{step} {}: {why}.", if holds_open(found) { "is open" } else { "does not hold" }),
            None => format!("{step} holds: {}, and nothing defeats the step.", self.premises(found.step)),
        }
    }

    /// What became of an undercut.
    pub fn undercut(&self, undercut: &Attack, support: &SupportReason) -> String {
        let Attacker::Move(claim, _) = undercut.by else { return String::new() };
        let (who, step) = (self.said(claim), self.step(support.step));
        match &undercut.fate {
            Fate::Succeeds => format!("{who} undercuts {step} and stands."),
            Fate::Open => format!("{who} undercuts {step}, and whether that succeeds is open."),
            Fate::Falls => format!("{who} undercuts {step}, but {}.", self.is(claim)),
            Fate::Undercut(by) => format!("{who} undercuts {step}, but is itself undercut by {}.", self.names(by)),
            Fate::Outweighed => format!("{who} undercuts {step}, without success."),
        }
    }

    fn step(&self, step: StepId) -> String {
        places::step(self.report, step)
    }

    /// The name of a step, for readers who know names.
    fn find_name(&self, step: StepId) -> Option<String> {
        places::find_name(self.report, step).filter(|_| self.words.is_none())
    }

    /// A claim with its speakers.
    fn said(&self, claim: ClaimId) -> String {
        let by = self.speakers(claim).map_or(String::new(), |who| format!(" (by {who})"));
        format!("{}{by}", self.name(claim))
    }

    /// The premises of a step that holds.
    fn premises(&self, step: StepId) -> String {
        let premises = &self.report.debate.step(step).premises;
        match premises.as_slice() {
            [only] => format!("{} stands", self.name(*only)),
            all => format!("{} stand", self.names(all)),
        }
    }

    /// A support as a subject: `its support x`.
    fn subject(&self, step: StepId, count: usize) -> String {
        match (count, self.find_name(step)) {
            (1, None) => "its only support".to_owned(),
            (_, None) => "one of its supports".to_owned(),
            (1, Some(name)) => format!("its only support {name}"),
            (_, Some(name)) => format!("its support {name}"),
        }
    }

    /// The one claim by which a support can be called: that of a support of one line, or the only premise of one without a name.
    fn is_own(&self, step: StepId) -> Option<ClaimId> {
        let made = self.report.debate.step(step);
        match made.premises.as_slice() {
            [only] if !made.name.referable || self.report.debate.claim(*only).name == made.name => Some(*only),
            _ => None,
        }
    }

    /// Why a step, perhaps `called` by its only premise, does not hold, apart from what speaks against its target; nothing if it does.
    fn weakness(&self, support: &SupportReason, called: Option<ClaimId>) -> Option<String> {
        let rank = |c: &ClaimId| self.report.analysis.verdict(*c);
        if let Some(weak) = support.weak.iter().copied().max_by_key(|c| (rank(c), std::cmp::Reverse(*c))) {
            let who = if called == Some(weak) { "it".to_owned() } else { format!("its premise {}", self.name(weak)) };
            return Some(format!("{who} {}", self.is(weak)));
        }
        let undercut = support.undercuts.iter().find(|u| matches!(u.fate, Fate::Succeeds | Fate::Open))?;
        let Attacker::Move(claim, _) = undercut.by else { return None };
        Some(match undercut.fate {
            Fate::Succeeds => format!("{} undercuts it and stands", self.said(claim)),
            _ => format!("whether {} undercuts it is open", self.said(claim)),
        })
    }

    /// What became of a support that the first sentence did not tell.
    fn support(&self, support: &SupportReason, reason: &Reason) -> String {
        let made = self.report.debate.step(support.step);
        let own = self.is_own(support.step);
        let place = if own.is_some() { String::new() } else { format!(" ({})", self.place(made.place)) };
        let step = own.map_or_else(|| words::capital(&self.step(support.step)), |claim| self.name(claim));
        if let Some(why) = self.weakness(support, own) {
            return format!("{step}{place} does not carry it: {why}.");
        }
        if let Some(first) = support.returning.first() {
            let rest = if support.returning.len() == 1 { "rests" } else { "rest" };
            let it = self.name(reason.claim);
            return match own {
                Some(own) if own == *first => format!("{step} supports it but adds nothing, for it rests on {it} in turn."),
                _ => format!("{step}{place} adds nothing, for {} {rest} on {it} in turn.", self.names(&support.returning)),
            };
        }
        let how = if made.strict { " strictly" } else { "" };
        let what = match own {
            Some(_) => format!("{step} supports it{how} and stands"),
            None => format!("{step}{place} supports it{how}, for {}", self.premises(support.step)),
        };
        match reason.verdict {
            Verdict::Stands if support.force == Force::Works => format!("{what}."),
            Verdict::Denied => format!("{what}, but that does not outweigh what speaks against it."),
            _ => format!("{what}, but that does not settle the clash."),
        }
    }

    /// How an attack is told after the name of the attacker.
    fn verb(by: Attacker) -> &'static str {
        match by {
            Attacker::Move(..) => "rebuts it",
            Attacker::Contradiction(_) => "contradicts it",
            Attacker::Consequence(_) => "speaks against it",
        }
    }

    /// What became of an attack that the first sentence did not tell.
    fn attack(&self, attack: &Attack, reason: &Reason) -> String {
        let (claim, verb) = match attack.by {
            Attacker::Move(claim, _) | Attacker::Contradiction(claim) => (claim, Self::verb(attack.by)),
            Attacker::Consequence(step) => return format!("{}.", words::capital(&self.consequence(step, reason, &attack.fate))),
        };
        let who = self.said(claim);
        match &attack.fate {
            Fate::Succeeds => format!("{who} {verb} and stands."),
            Fate::Open if self.report.analysis.verdict(claim) == Verdict::Open => format!("{who} {verb} and is itself open."),
            Fate::Open => format!("{who} {verb}, and whether that succeeds is open."),
            Fate::Falls => format!("{who} {verb}, but {}.", self.is(claim)),
            Fate::Undercut(by) => format!(
                "{who} {verb} and {}, but {} {} that step: it may be true without counting against {}.",
                self.is(claim),
                self.names(by),
                if by.len() == 1 { "undercuts" } else { "undercut" },
                self.name(reason.claim)
            ),
            Fate::Outweighed => {
                let side = if matches!(attack.by, Attacker::Contradiction(_)) { Side::Claim(claim) } else { Side::Rebuttal(claim) };
                let place = self.preferred(Side::Claim(reason.claim), side);
                format!("{who} {verb} and {}, but is outweighed{place}.", self.is(claim))
            }
        }
    }

    /// What follows strictly from a claim, and who denies it.
    fn consequence(&self, step: StepId, of: &Reason, fate: &Fate) -> String {
        let made = self.report.debate.step(step);
        let with: Vec<ClaimId> = made.premises.iter().copied().filter(|p| *p != of.claim).collect();
        let with = if with.is_empty() { String::new() } else { format!(", together with {},", self.names(&with)) };
        let to = made.claims().next();
        let Some(to) = to else { return String::new() };
        let by = reason(&self.report.debate, &self.report.analysis, to).attacks;
        let by = by.iter().find_map(|a| match a.by {
            Attacker::Move(c, _) | Attacker::Contradiction(c) if a.fate != Fate::Falls => {
                Some(format!(", against which {} speaks", self.name(c)))
            }
            _ => None,
        });
        let so = match fate {
            Fate::Succeeds => "so it cannot stand",
            Fate::Outweighed => "but it is the stronger",
            _ => "so not all of this can stand",
        };
        let step = self.find_name(step).map_or(String::new(), |name| format!(" by {name}"));
        format!("it leads strictly{with} to {}{step}{}: {so}", self.name(to), by.unwrap_or_default())
    }

    /// Where a preference ranks one side of a clash over the other. Linear in the preferences.
    fn preferred(&self, stronger: Side, weaker: Side) -> String {
        find_decisive(&self.report.debate, &self.report.analysis.links, stronger, weaker)
            .map_or(String::new(), |p| format!(" by the preference at {}", self.place(p.place)))
    }

    /// The sentence that decides, and what it tells.
    fn head(&self, reason: &Reason, places: bool) -> (String, Vec<Used>) {
        let mut used = Vec::new();
        let name = self.name(reason.claim);
        let why = match reason.verdict {
            Verdict::Stands => self.stands(reason, &mut used),
            Verdict::Denied => self.denied(reason, places, &mut used),
            Verdict::Open => self.open(reason, &mut used),
            Verdict::Unfounded => self.unfounded(reason, &mut used),
            Verdict::Unsupported => self.unsupported(reason, &mut used),
        };
        let name = if self.words.is_some() { "It".to_owned() } else { name };
        (format!("{name} {}: {why}.", self.is(reason.claim)), used)
    }

    fn stands(&self, reason: &Reason, used: &mut Vec<Used>) -> String {
        // What needs no support does not rest on one that leads back to it.
        let carries = |s: &&SupportReason| s.force == Force::Works && (s.returning.is_empty() || reason.basis == Basis::Supports);
        let best = reason.supports.first().filter(carries);
        let ground = match (reason.basis, best) {
            (Basis::Fact, _) => return "it is a fact, on which all agree".to_owned(),
            (Basis::Assumed, None) => "it is an assumption".to_owned(),
            (_, Some(best)) => {
                used.push(Used::Support(best.step));
                let strict = self.report.debate.step(best.step).strict;
                match (self.is_own(best.step), strict) {
                    (Some(own), false) => format!("{} supports it and stands", self.name(own)),
                    (Some(own), true) => format!("it follows strictly from {}, which stands", self.name(own)),
                    (None, false) => format!("{} holds, for {}", self.subject(best.step, reason.supports.len()), self.premises(best.step)),
                    (None, true) => {
                        let by = self.find_name(best.step).map_or(String::new(), |name| format!("by {name} "));
                        format!("{by}it follows strictly, for {}", self.premises(best.step))
                    }
                }
            }
            _ => "it is asserted".to_owned(),
        };
        let against = match reason.attacks.as_slice() {
            [] => match reason.supports.iter().find(|s| !s.undercuts.is_empty()) {
                None => "and nothing speaks against it".to_owned(),
                Some(_) if best.is_none_or(|b| b.undercuts.is_empty()) => "and nothing speaks against that".to_owned(),
                Some(_) => match best.map_or(&[][..], |b| &b.undercuts) {
                    [Attack { by: Attacker::Move(claim, _), .. }] => format!("and the undercut {} fails", self.name(*claim)),
                    all => format!("and none of its {} undercuts succeeds", words::number(all.len())),
                },
            },
            [only] => match (only.by, &only.fate) {
                (Attacker::Move(claim, _) | Attacker::Contradiction(claim), Fate::Falls) => {
                    used.push(Used::Attack(only.by));
                    format!("and {}, which {}, {}", self.name(claim), Self::verb(only.by), self.is(claim))
                }
                (Attacker::Move(claim, _), Fate::Undercut(by)) => {
                    used.push(Used::Attack(only.by));
                    format!("and what {} says against it is undercut by {}", self.name(claim), self.names(by))
                }
                (Attacker::Move(claim, _) | Attacker::Contradiction(claim), _) => {
                    format!("and {}, which {}, is outweighed", self.name(claim), Self::verb(only.by))
                }
                (Attacker::Consequence(_), _) => "and what speaks against it is outweighed".to_owned(),
            },
            [_, _] => "and neither of the two moves against it succeeds".to_owned(),
            all => format!("and none of the {} moves against it succeeds", words::number(all.len())),
        };
        format!("{ground}, {against}")
    }

    fn denied(&self, reason: &Reason, places: bool, used: &mut Vec<Used>) -> String {
        let succeed: Vec<&Attack> = reason.attacks.iter().filter(|a| a.fate == Fate::Succeeds).collect();
        let moves: Vec<ClaimId> = succeed.iter().filter_map(|a| if let Attacker::Move(c, _) = a.by { Some(c) } else { None }).collect();
        match (moves.as_slice(), succeed.first().map(|a| a.by)) {
            ([], Some(Attacker::Contradiction(other))) => {
                used.push(Used::Attack(Attacker::Contradiction(other)));
                let holds = reason.basis == Basis::Asserted
                    || reason.basis == Basis::Assumed
                    || reason.supports.iter().any(|s| s.weak.is_empty() && self.weakness(s, None).is_none());
                if !holds && !reason.supports.is_empty() {
                    // What rests on nothing that holds would fall without the contradiction too.
                    return format!("{}, and {}, which contradicts it, stands", self.unfounded(reason, used), self.name(other));
                }
                // What is as well founded as what it contradicts falls only to a fact or by a preference.
                let why = if succeed.len() > 1 {
                    String::new()
                } else if self.report.debate.claim(other).kind == ClaimKind::Fact {
                    ", being a fact".to_owned()
                } else if places {
                    format!(" and is the stronger{}", self.preferred(Side::Claim(other), Side::Claim(reason.claim)))
                } else {
                    " and is the stronger".to_owned()
                };
                format!("{}, which contradicts it, stands{why}", self.name(other))
            }
            ([], Some(by @ Attacker::Consequence(step))) => {
                used.push(Used::Attack(by));
                self.consequence(step, reason, &Fate::Succeeds)
            }
            ([only], _) => {
                used.extend(succeed.iter().filter(|a| matches!(a.by, Attacker::Move(..))).map(|a| Used::Attack(a.by)));
                format!("{} rebuts it and stands", self.said(*only))
            }
            (all, _) => {
                used.extend(succeed.iter().filter(|a| matches!(a.by, Attacker::Move(..))).map(|a| Used::Attack(a.by)));
                format!("{} rebut it and stand", self.names(all))
            }
        }
    }

    fn open(&self, reason: &Reason, used: &mut Vec<Used>) -> String {
        let of = reason.claim;
        let ranks = |a, b| is_ranked(&self.report.analysis, a, b);
        let is_cause = |a: &&Attack| a.fate == Fate::Open && !matches!(a.by, Attacker::Contradiction(other) if ranks(of, other));
        if let Some(attack) = reason.attacks.iter().find(is_cause) {
            used.push(Used::Attack(attack.by));
            return match attack.by {
                Attacker::Contradiction(other) if ranks(other, of) => {
                    format!("{} contradicts it, is the stronger, and is itself open", self.name(other))
                }
                Attacker::Contradiction(other) if self.report.analysis.verdict(other) == Verdict::Stands => {
                    format!("{} contradicts it and stands, but {} is open", self.name(other), self.undecided(reason))
                }
                Attacker::Contradiction(other) => format!("{} contradicts it, and neither has the last word", self.name(other)),
                Attacker::Consequence(step) => self.consequence(step, reason, &Fate::Open),
                Attacker::Move(claim, _) => match self.report.analysis.verdict(claim) {
                    Verdict::Open => format!("{} rebuts it and is itself open", self.said(claim)),
                    _ => format!("{} rebuts it and stands, but {} is open", self.said(claim), self.undecided(reason)),
                },
            };
        }
        let Some(support) = reason.supports.iter().find(|s| s.force == Force::Open) else {
            return "what it rests on is open".to_owned();
        };
        used.push(Used::Support(support.step));
        let why = self.weakness(support, None).unwrap_or_else(|| "it is caught in a clash".to_owned());
        match self.is_own(support.step).filter(|_| !support.weak.is_empty()) {
            Some(own) => format!("{} supports it and is itself open", self.name(own)),
            None => format!("{} is open, for {why}", self.subject(support.step, reason.supports.len())),
        }
    }

    /// What is open about a claim that something which stands speaks against.
    fn undecided(&self, reason: &Reason) -> &'static str {
        let is_strict = reason.supports.iter().any(|s| s.force == Force::Open && self.report.debate.step(s.step).strict);
        if is_strict { "which premise of its strict support must go" } else { "whether that counts against it" }
    }

    fn unfounded(&self, reason: &Reason, used: &mut Vec<Used>) -> String {
        match reason.supports.as_slice() {
            [only] => {
                used.push(Used::Support(only.step));
                let why = self.weakness(only, None).unwrap_or_else(|| "it is defeated".to_owned());
                match self.is_own(only.step).filter(|_| !only.weak.is_empty()) {
                    Some(own) => format!("{} does, its only support", self.name(own)),
                    None => format!("{} fails, for {why}", self.subject(only.step, 1)),
                }
            }
            all => format!("none of its {} supports holds", words::number(all.len())),
        }
    }

    fn unsupported(&self, reason: &Reason, used: &mut Vec<Used>) -> String {
        if reason.basis == Basis::Retracted {
            let all = self.report.debate.claim(reason.claim).speakers.len() > 1;
            let who = self.speakers(reason.claim).unwrap_or_default();
            let took = if all { "who said it, all took it back" } else { "who said it, took it back" };
            return format!("{who}, {took}, and nothing supports it");
        }
        let circle = self.circles.get(&reason.claim).and_then(|n| self.report.circles.get(*n));
        match circle.map(|c| c.claims.as_slice()) {
            Some([_]) => "it is given as a reason for itself, and nothing else supports it".to_owned(),
            Some(all) => format!("its support runs in a circle through {}", self.names(all)),
            None => {
                let Some(first) = reason.supports.first() else { return "nothing supports it".to_owned() };
                used.push(Used::Support(first.step));
                let weak = self.weakness(first, None).unwrap_or_else(|| "it rests on nothing".to_owned());
                match self.is_own(first.step).filter(|_| !first.weak.is_empty()) {
                    Some(own) => format!("so is {}, which supports it", self.name(own)),
                    None => format!("{} fails, for {weak}", self.subject(first.step, reason.supports.len())),
                }
            }
        }
    }
}

/// What a first sentence has told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Used {
    Support(StepId),
    Attack(Attacker),
}

/// Whether nothing defeats a step, and yet something about it is open.
fn holds_open(found: &SupportReason) -> bool {
    found.force == Force::Open
}

fn more(count: usize, what: &str) -> Option<String> {
    let left = count.saturating_sub(MOST_BESIDE);
    let (verb, what) =
        if left == 1 { ("is", what.to_owned()) } else { ("are", what.replacen("support", "supports", 1).replacen("move", "moves", 1)) };
    (left > 0).then(|| format!("There {verb} {} more {what}.", words::number(left)))
}
