//! Positions in words: the camps into which the open clashes divide a debate, and which party fits which.

use crate::{
    analysis::{
        acceptance::Accepted,
        positions::{Fit, Fitness, Position, Positions},
        verdict::Verdict,
    },
    model::ids::ClaimId,
    render::{
        document::{Block, Inline},
        markdown::markdown,
        prose::{speakers, words},
        text,
    },
    report::run::Report,
    theory::framework::problem::Semantics,
};

/// The most names of one list; the rest is counted.
const MOST_NAMES: usize = 30;
/// The most ways of one choice that are told, and the most names of each; the rest is counted.
const MOST_WAYS: usize = 6;
/// The most choices and open claims that are told one by one.
const MOST_LINES: usize = 100;

/// The word for a semantics.
pub const fn word(semantics: Semantics) -> &'static str {
    match semantics {
        Semantics::Grounded => "grounded",
        Semantics::Complete => "complete",
        Semantics::Preferred => "preferred",
        Semantics::Stable => "stable",
        Semantics::Ideal => "ideal",
        Semantics::SemiStable => "semi-stable",
        Semantics::Eager => "eager",
        Semantics::Stage => "stage",
    }
}

/// The positions as a section of Markdown. Bounded, however many there are.
pub fn render(report: &Report<'_>, positions: &Positions) -> String {
    let writer = Writer { report, positions };
    let word = words::capital(word(positions.semantics));
    let mut out = vec![Block::Heading(2, plain(format!("{word} positions"))), Block::Paragraph(plain(writer.summary()))];
    if !positions.common.is_empty() {
        let subject = if positions.listed.len() == 1 { "It holds " } else { "All of them hold " };
        out.push(Block::Paragraph([plain(subject), writer.names(&positions.common), plain(".")].concat()));
    }
    if let ([only], true) = (positions.listed.as_slice(), positions.is_exact && positions.count == "1") {
        if positions.common.is_empty() {
            out.push(Block::Paragraph(plain("It holds nothing.")));
        } else if positions.common.iter().all(|c| report.analysis.verdict(*c) == Verdict::Stands) {
            out.push(Block::Paragraph(plain("It holds nothing beyond what stands.")));
        }
        out.extend(writer.fits(only));
    }
    let items = if positions.is_exact && positions.count == "1" {
        Vec::new()
    } else if positions.is_exact && positions.count == positions.listed.len().to_string() {
        writer.listed()
    } else {
        writer.choices()
    };
    if !items.is_empty() {
        out.push(Block::List { ordered: true, items });
    }
    let rows = writer.rows();
    if !rows.is_empty() {
        out.push(Block::Heading(2, plain(format!("{word} acceptance of open claims"))));
        let head = ["Claim", "In some position", "In every position"].map(plain).to_vec();
        out.push(Block::Table { head, rows });
    }
    markdown(&out)
}

struct Writer<'r> {
    report: &'r Report<'r>,
    positions: &'r Positions,
}

impl Writer<'_> {
    fn summary(&self) -> String {
        let word = word(self.positions.semantics);
        let stopped = if self.positions.stopped { " The search was told to stop before all was known." } else { "" };
        let choices = match self.positions.choices.len() {
            0 | 1 => String::new(),
            n => format!(" They combine {n} independent choices."),
        };
        // Nobody reads a number of a thousand digits; the data has it in full.
        let large = self.positions.count.len() > 12;
        let shown = if large { format!("more than 10^{}", self.positions.count.len() - 1) } else { self.positions.count.clone() };
        match (shown.as_str(), self.positions.is_exact) {
            ("0", true) => format!("There is no {word} position: some circle of attacks cannot be decided."),
            ("0", false) => format!("No {word} position is known yet.{stopped}"),
            ("1", true) => format!("There is one {word} position.{stopped}"),
            (count, true) => format!("There are {count} {word} positions, each a way to decide what is open.{choices}{stopped}"),
            (count, false) => format!("There are {}{count} {word} positions.{choices}{stopped}", if large { "" } else { "at least " }),
        }
    }

    fn name(&self, claim: ClaimId) -> Inline {
        Inline::Code(self.report.debate.claim(claim).name.shown.to_string())
    }

    fn names(&self, claims: &[ClaimId]) -> Vec<Inline> {
        self.names_up_to(MOST_NAMES, claims)
    }

    fn names_up_to(&self, most: usize, claims: &[ClaimId]) -> Vec<Inline> {
        let mut line = Vec::new();
        for (index, claim) in claims.iter().take(most).enumerate() {
            if index > 0 {
                line.extend(plain(if index + 1 == claims.len() { " and " } else { ", " }));
            }
            line.push(self.name(*claim));
        }
        if claims.len() > most {
            line.extend(plain(format!(" and {} more", claims.len() - most)));
        }
        line
    }

    /// Each position with what it adds to the common claims, and how the parties fit it.
    fn listed(&self) -> Vec<Vec<Block>> {
        let items = self.positions.listed.iter().map(|position| {
            let own = match (position.claims.is_empty(), self.positions.common.is_empty()) {
                (false, true) => [plain("It holds "), self.names(&position.claims), plain(".")].concat(),
                (false, false) => [plain("It also holds "), self.names(&position.claims), plain(".")].concat(),
                (true, true) => plain("It holds nothing."),
                (true, false) => plain("It holds nothing else."),
            };
            let mut blocks = vec![Block::Paragraph(own)];
            blocks.extend(self.fits(position));
            blocks
        });
        items.collect()
    }

    /// Who holds a position, who could, and who would have to give something up.
    fn fits(&self, position: &Position) -> Option<Block> {
        let who = |how: Fitness| {
            let parties = position.parties.iter().filter(|f| f.how == how);
            parties.map(|f| speakers::inside(&text::line(&self.report.debate.party(f.party).text).plain())).collect::<Vec<_>>()
        };
        let (holders, others) = (who(Fitness::Holds), who(Fitness::Compatible));
        let mut lines = Vec::new();
        if !holders.is_empty() {
            lines.push(plain(format!("Held by {}.", listed(&holders))));
        }
        if !others.is_empty() {
            lines.push(plain(format!("Compatible with what is held by {}.", listed(&others))));
        }
        let at_odds = position.parties.iter().filter(|f| f.how == Fitness::AtOdds);
        lines.extend(at_odds.zip(who(Fitness::AtOdds)).map(|(fit, who)| self.at_odds(fit, &who)));
        let items: Vec<Vec<Block>> = lines.into_iter().map(|line| vec![Block::Paragraph(line)]).collect();
        (!items.is_empty()).then_some(Block::List { ordered: false, items })
    }

    fn at_odds(&self, fit: &Fit, who: &str) -> Vec<Inline> {
        let mut line = plain(format!("At odds with {who}: to hold it would be to give up "));
        let left = fit.gives_up.len().saturating_sub(MOST_NAMES);
        let told = fit.gives_up.len() - left;
        for (index, held) in fit.gives_up.iter().take(MOST_NAMES).enumerate() {
            let last = index + 1 == told && left == 0;
            line.extend(plain(if index == 0 {
                ""
            } else if last {
                " and "
            } else {
                ", "
            }));
            line.extend(plain(if held.denied { "the denial of " } else { "" }));
            line.push(self.name(held.claim));
        }
        line.extend(plain(if left > 0 { format!(" and {left} more.") } else { ".".to_owned() }));
        line
    }

    /// Where there are too many positions: the choices that make them.
    fn choices(&self) -> Vec<Vec<Block>> {
        let choices = self.positions.choices.iter().take(MOST_LINES).map(|choice| {
            let mut line = plain("Either ");
            let ways: Vec<&Vec<ClaimId>> = choice.ways.iter().take(MOST_WAYS).collect();
            for (index, option) in ways.iter().enumerate() {
                // What tells the ways apart comes first.
                let mut option = (*option).clone();
                option.sort_by_cached_key(|c| ways.iter().all(|way| way.contains(c)));
                line.extend(plain(if index == 0 { "" } else { "; or " }));
                line.extend(if option.is_empty() { plain("none of these") } else { self.names_up_to(MOST_WAYS, &option) });
            }
            let left = choice.count.saturating_sub(choice.ways.len().min(MOST_WAYS) as u64);
            line.extend(plain(match (left, choice.is_exact) {
                (0, true) => ".".to_owned(),
                (0, false) => "; there may be more ways.".to_owned(),
                (1, true) => "; or one more way.".to_owned(),
                (left, true) => format!("; or one of {left} more ways."),
                (left, false) => format!("; or one of at least {left} more ways."),
            }));
            vec![Block::Paragraph(line)]
        });
        let mut items: Vec<Vec<Block>> = choices.collect();
        let left = self.positions.choices.len().saturating_sub(MOST_LINES);
        if left > 0 {
            items.push(vec![Block::Paragraph(plain(format!("And {left} more choices.")))]);
        }
        items
    }

    fn rows(&self) -> Vec<Vec<Vec<Inline>>> {
        let open = self.report.debate.claim_ids().filter(|c| self.report.analysis.verdict(*c) == Verdict::Open);
        let open: Vec<ClaimId> = open.collect();
        let known = |value: Option<bool>| plain(value.map_or("not known", |v| if v { "yes" } else { "no" }));
        let row = |claim: ClaimId| {
            let own = self.positions.acceptance.get(claim.index()).copied().unwrap_or_default();
            vec![vec![self.name(claim)], known(own.credulous), known(own.sceptical)]
        };
        if self.positions.count == "0" {
            return Vec::new();
        }
        let mut rows: Vec<Vec<Vec<Inline>>> = open.iter().take(MOST_LINES).map(|c| row(*c)).collect();
        let left = open.len().saturating_sub(MOST_LINES);
        if left > 0 {
            rows.push(vec![plain(format!("{left} more")), plain("in JSON"), plain("in JSON")]);
        }
        rows
    }
}

/// One sentence or two: whether some and every position holds the claim, and what goes with that.
pub fn accepted(report: &Report<'_>, claim: ClaimId, semantics: Semantics, found: &Accepted) -> String {
    let name = |c: ClaimId| format!("`{}`", report.debate.claim(c).name.shown);
    let names = |claims: &[ClaimId]| -> String {
        let more = claims.len().saturating_sub(6);
        let mut shown: Vec<String> = claims.iter().take(6).map(|c| name(*c)).collect();
        if more > 0 {
            shown.push(format!("{more} more"));
        }
        words::and(&shown)
    };
    let (it, word) = (name(claim), word(semantics));
    if found.is_void() {
        return format!("There is no {word} position, so none holds {it}.\n");
    }
    let mut told = match (found.credulous, found.sceptical) {
        (_, Some(true)) => format!("Every {word} position holds {it}."),
        (Some(true), Some(false)) => format!("Some {word} positions hold {it}, and some do not."),
        (Some(false), _) => format!("No {word} position holds {it}."),
        (Some(true), None) => format!("Some {word} position holds {it}; whether every one does is not known."),
        (None, Some(false)) => format!("Some {word} position does not hold {it}; whether any does is not known."),
        (None, None) => format!("Whether any {word} position holds {it} is not known."),
    };
    if found.sceptical != Some(true) && found.credulous == Some(true) && !found.with.is_empty() {
        told += &format!(" One with it also holds {}.", names(&found.with));
    }
    if found.sceptical == Some(false) && !found.without.is_empty() {
        told += &format!(" One without it holds {}.", names(&found.without));
    }
    told + "\n"
}

/// Names joined with `and`, or with semicolons where one of them is itself several.
fn listed(names: &[String]) -> String {
    if names.iter().any(|name| name.contains(" and ") || name.contains(',')) { names.join("; ") } else { words::and(names) }
}

fn plain(words: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Text(words.into())]
}
