//! The consistency report, for those who keep a debate: what comes out, what clashes, what is missing, with names and places.
//!
//! A section with nothing to say is left out, and each is bounded: what is counted here is listed in full by the JSON.

use crate::{
    analysis::{
        commitments::Held,
        decisive::outweighed,
        outcome::Outcome,
        replies::unanswered_rebuttals,
        standing::Stances,
        tension::{Fails, Tension, tensions},
        verdict::Verdict,
        why::reason,
    },
    diagnostic::code::Level,
    model::{
        debate::Stance,
        ids::{ClaimId, PartyId},
    },
    render::{
        document::{Block, Inline},
        markdown::markdown,
        places,
        prose::{line::Line, words},
        teller::Teller,
        text,
    },
    report::{
        findings::{open_clashes, unsupported, without_source},
        run::Report,
    },
    text::span::Place,
};
use std::collections::{BTreeMap, BTreeSet};

/// The most lines of one section, and the most names of one line; the rest is counted.
const MOST: usize = 100;
/// The codes of findings that have a section of their own.
const TOLD_APART: &[&str] = &["circular-support", "party-against-itself"];

/// The consistency report as Markdown. Near linear.
pub fn render(report: &Report<'_>) -> String {
    let writer = Writer { report, teller: Teller::new(report) };
    let mut out = vec![writer.title(), writer.counts()];
    let mut wrong = Vec::new();
    writer.section(&mut wrong, "Problems", writer.problems());
    writer.section(&mut wrong, "Open clashes", writer.clashes());
    writer.section(&mut wrong, "Circles of support", writer.circles());
    writer.section(&mut wrong, "Parties against themselves", writer.against_themselves());
    writer.section(&mut wrong, "Rebuttals that nobody has answered", writer.unanswered());
    writer.section(&mut wrong, "Claims without any support", unsupported(report).into_iter().map(|c| writer.told(c)).collect());
    let bare = without_source(report);
    writer.section(&mut wrong, "Claims with neither a reason nor a source", bare.into_iter().map(|c| writer.placed(c)).collect());
    writer.section(&mut wrong, "Surprises", writer.notes());
    if wrong.is_empty() && !report.debate.claims.is_empty() {
        let words = "Nothing is wrong: no clash is open, no rebuttal goes unanswered, and every claim has a reason or a source.";
        out.push(Block::Paragraph(plain(words)));
    }
    writer.section(&mut out, "Questions", writer.questions());
    out.extend(wrong);
    writer.positions(&mut out);
    markdown(&out)
}

struct Writer<'r> {
    report: &'r Report<'r>,
    teller: Teller<'r>,
}

impl Writer<'_> {
    fn section(&self, out: &mut Vec<Block>, title: &str, items: Vec<Vec<Inline>>) {
        if !items.is_empty() {
            out.push(Block::Heading(2, plain(title)));
            out.push(list(items));
        }
    }

    fn title(&self) -> Block {
        match &self.report.debate.about.title {
            Some(title) => Block::Heading(1, [plain("Consistency of “"), text::line(title).0, plain("”")].concat()),
            None => Block::Heading(1, plain("Consistency of the debate")),
        }
    }

    fn name(&self, claim: ClaimId) -> Inline {
        code(&self.report.debate.claim(claim).name.shown)
    }

    fn place(&self, place: Place) -> String {
        text::clean(&self.teller.place(place))
    }

    /// A claim with its place.
    fn placed(&self, claim: ClaimId) -> Vec<Inline> {
        let place = self.place(self.report.debate.claim(claim).place);
        [vec![self.name(claim)], plain(&format!(" ({place})"))].concat()
    }

    /// The sentence on a claim, and its place.
    fn told(&self, claim: ClaimId) -> Vec<Inline> {
        let why = self.teller.short(&reason(&self.report.debate, &self.report.analysis, claim));
        let place = self.place(self.report.debate.claim(claim).place);
        [coded(why.trim_end_matches('.')), plain(&format!(" ({place})."))].concat()
    }

    fn counts(&self) -> Block {
        let count = |v: Verdict| self.report.analysis.verdicts.iter().filter(|x| **x == v).count();
        let [stands, open, denied, unfounded, unsupported] =
            [Verdict::Stands, Verdict::Open, Verdict::Denied, Verdict::Unfounded, Verdict::Unsupported].map(count);
        let falls = match (denied, unfounded) {
            (_, 0) => "denied by what stands".to_owned(),
            (0, _) => "left without a reason that holds".to_owned(),
            _ => format!("{denied} denied by what stands, {unfounded} left without a reason that holds"),
        };
        let parts = [
            (stands, " stand".to_owned(), " stands".to_owned()),
            (open, " are open".to_owned(), " is open".to_owned()),
            (denied + unfounded, format!(" fall ({falls})"), format!(" falls ({falls})")),
            (unsupported, " are unsupported".to_owned(), " is unsupported".to_owned()),
        ];
        let parts: Vec<String> =
            parts.into_iter().filter(|p| p.0 > 0).map(|(n, many, one)| format!("{n}{}", if n == 1 { one } else { many })).collect();
        let all = self.report.debate.claims.len();
        let claims = format!("The debate makes {}", words::count(all, "claim", "claims"));
        let mut line = if all == 0 { format!("{claims}.") } else { format!("{claims}: {}.", words::and(&parts)) };
        let level = |l: Level| self.report.diagnostics.iter().filter(|d| d.level == l).count();
        let found: Vec<String> = [(level(Level::Error), "error", "errors"), (level(Level::Warning), "warning", "warnings")]
            .into_iter()
            .filter(|f| f.0 > 0)
            .map(|(n, one, many)| words::count(n, one, many))
            .collect();
        if !found.is_empty() {
            line += &format!(
                " There {} {}.",
                if level(Level::Error) == 1 || (level(Level::Error) == 0 && level(Level::Warning) == 1) { "is" } else { "are" },
                words::and(&found)
            );
        }
        Block::Paragraph(plain(&line))
    }

    fn questions(&self) -> Vec<Vec<Inline>> {
        let told = self.report.debate.question_ids().map(|id| {
            let question = self.report.debate.question(id);
            let mut line = vec![code(&question.name.shown)];
            line.extend(plain(&format!(" ({}) ", self.place(question.place))));
            match self.report.analysis.outcome(id) {
                Outcome::Answer(answer) => line.extend([plain("is answered by "), vec![self.name(*answer)], plain(".")].concat()),
                Outcome::Default(answer) => {
                    let words = [plain("comes out as its default, "), vec![self.name(*answer)], plain(", since no answer alone stands.")];
                    line.extend(words.concat());
                }
                Outcome::Open(_) if question.answers.is_empty() => line.extend(plain("is open: nobody answers it.")),
                Outcome::Open(standing) if standing.is_empty() => line.extend(plain("is open: none of its answers stands.")),
                Outcome::Open(standing) => {
                    let told =
                        if question.one { "is open, since more than one answer stands: " } else { "has answers that stand together: " };
                    line.extend([plain(told), self.names(standing), plain(".")].concat());
                }
            }
            line
        });
        told.collect()
    }

    fn problems(&self) -> Vec<Vec<Inline>> {
        let wrong = self.report.diagnostics.iter().filter(|d| d.level != Level::Note && !TOLD_APART.contains(&d.code.name));
        let told = wrong.map(|d| {
            let level = format!("{}: ", words::capital(d.level.word()));
            [plain(&level), coded(&d.title), plain(&format!(" ({}).", self.place(d.at.place)))].concat()
        });
        told.collect()
    }

    fn clashes(&self) -> Vec<Vec<Inline>> {
        let stands = |claim: ClaimId| self.report.analysis.verdict(claim) == Verdict::Stands;
        let told = open_clashes(self.report).into_iter().map(|clash| {
            let (target, attacker) = (clash.target, clash.attacker);
            let (one, other) = if stands(attacker) { (attacker, target) } else { (target, attacker) };
            if stands(one) {
                let between = plain(" stands and speaks against ");
                return [self.placed(one), between, self.placed(other), plain(", but what must give way to it is open.")].concat();
            }
            if !clash.is_mutual {
                let against = plain(" speaks against ");
                return [self.placed(attacker), against, self.placed(target), plain(" and is itself open.")].concat();
            }
            [self.placed(one), plain(" and "), self.placed(other), plain(" speak against each other, and neither has the last word.")]
                .concat()
        });
        told.collect()
    }

    fn names(&self, claims: &[ClaimId]) -> Vec<Inline> {
        let mut line = Vec::new();
        for (index, claim) in claims.iter().take(MOST).enumerate() {
            if index > 0 {
                line.extend(plain(if index + 1 == claims.len() { " and " } else { ", " }));
            }
            line.push(self.name(*claim));
        }
        if claims.len() > MOST {
            line.extend(plain(&format!(" and {} more", claims.len() - MOST)));
        }
        line
    }

    fn circles(&self) -> Vec<Vec<Inline>> {
        let told = self.report.circles.iter().map(|circle| {
            let place = circle.steps.first().map_or(String::new(), |s| format!(" ({}).", self.place(self.report.debate.step(*s).place)));
            match circle.claims.as_slice() {
                [only] => [vec![self.name(*only)], plain(&format!(" is given as a reason for itself{place}"))].concat(),
                all => [self.names(all), plain(&format!(" are given as reasons for each other{place}"))].concat(),
            }
        });
        told.collect()
    }

    fn against_themselves(&self) -> Vec<Vec<Inline>> {
        let stores = &self.report.stores;
        let clashes = stores.iter().flat_map(|s| s.clashes.iter().map(|clash| (s.party, clash)));
        let told = clashes.map(|(party, clash)| {
            let mut line = self.party(party);
            let what = if clash.core.len() == 1 { " holds what cannot be held: " } else { " holds what cannot be held together: " };
            line.extend(plain(what));
            for (index, held) in clash.core.iter().enumerate() {
                if index > 0 {
                    line.extend(plain(if index + 1 == clash.core.len() { " and " } else { ", " }));
                }
                if held.denied {
                    line.extend(plain("the denial of "));
                }
                line.push(self.name(held.claim));
                let since = held.since.map_or(String::new(), |d| format!("since {}, ", d.words()));
                line.extend(plain(&format!(" ({since}{})", self.place(held.place))));
            }
            if let Some(rebuttal) = clash.rebuttal.and_then(|s| self.report.debate.step(s).premises.first()) {
                line.extend([plain("; "), vec![self.name(*rebuttal)], plain(" rebuts the other")].concat());
            }
            line.extend(plain("."));
            line
        });
        let tensions = tensions(&self.report.debate, &self.report.analysis.links, stores);
        let each = stores.iter().zip(&tensions).flat_map(|(s, own)| own.iter().map(|tension| (s.party, tension)));
        // What only follows from another tension, or from a circle, is told there.
        let of_its_own = each.filter(|(_, t)| t.fails.iter().any(|(_, why)| !matches!(why, Fails::Premise(_))));
        told.chain(of_its_own.map(|(party, tension)| self.tension(party, tension))).collect()
    }

    fn tension(&self, party: PartyId, tension: &Tension) -> Vec<Inline> {
        let fails = tension.fails.iter().take(MOST).map(|(step, why)| match *why {
            Fails::Denied(ground) => format!("denies its ground {}", self.teller.name(ground)),
            Fails::TakenBack(ground) => format!("took back its ground {}", self.teller.name(ground)),
            Fails::Undercut(by) => format!("also holds {}, which undercuts {}", self.teller.name(by), places::step(self.report, *step)),
            Fails::Premise(ground) => format!("has nothing left for its ground {}", self.teller.name(ground)),
        });
        let but = words::and(&fails.collect::<Vec<_>>());
        let held = &tension.claim;
        let since = held.since.map_or(String::new(), |d| format!("since {}, ", d.words()));
        let at = plain(&format!(" ({since}{}), but ", self.place(held.place)));
        [self.party(party), plain(" holds "), vec![self.name(held.claim)], at, coded(&but), plain(".")].concat()
    }

    fn unanswered(&self) -> Vec<Vec<Inline>> {
        let told = unanswered_rebuttals(&self.report.debate, &self.report.analysis)
            .into_iter()
            .map(|(rebuttal, target)| [self.placed(rebuttal), plain(" brings down "), self.placed(target), plain(".")].concat());
        told.collect()
    }

    fn notes(&self) -> Vec<Vec<Inline>> {
        let notes = self.report.diagnostics.iter().filter(|d| d.level == Level::Note);
        let told = |title: &str, place: Place| [coded(&words::capital(title)), plain(&format!(" ({}).", self.place(place)))].concat();
        let (debate, analysis) = (&self.report.debate, &self.report.analysis);
        // Those of which the debate says why are no finding, and still surprise.
        let outweighed = outweighed(debate, analysis).into_iter().filter(|o| o.is_reasoned()).map(|o| {
            let (rebuttal, target) = (&debate.claim(o.rebuttal).name.shown, &debate.claim(o.target).name.shown);
            told(&format!("`{rebuttal}` stands as a rebuttal, and yet `{target}` stands too"), debate.step(o.step).place)
        });
        notes.map(|d| told(&d.title, d.at.place)).chain(outweighed).collect()
    }

    fn party(&self, party: PartyId) -> Vec<Inline> {
        let party = self.report.debate.party(party);
        let line = text::line(&party.text).0;
        if line.is_empty() { vec![code(&party.name.shown)] } else { line }
    }

    fn positions(&self, out: &mut Vec<Block>) {
        let mut changes = self.changes();
        let mut told: Vec<Block> = Vec::new();
        let mut count = 0;
        for store in &self.report.stores {
            let mut items = Vec::new();
            let held = |v: fn(Verdict) -> bool| -> Vec<ClaimId> {
                store.held.iter().filter(|h| !h.denied && v(self.report.analysis.verdict(h.claim))).map(|h| h.claim).collect()
            };
            for (words, claims) in [
                ("Its claims that stand: ", held(|v| v == Verdict::Stands)),
                ("Its claims that are open: ", held(|v| v == Verdict::Open)),
                ("Its claims that fall: ", held(Verdict::falls)),
                ("Its claims that are unsupported: ", held(|v| v == Verdict::Unsupported)),
            ] {
                if !claims.is_empty() {
                    items.push([plain(words), self.names(&claims), plain(".")].concat());
                }
            }
            items.extend(store.held.iter().filter(|h| h.denied).map(|h| self.denial(h)));
            items.append(&mut changes.remove(&store.party).unwrap_or_default());
            if items.is_empty() {
                continue;
            }
            count += 1;
            if count <= MOST {
                let party = self.report.debate.party(store.party);
                let role = party.role.as_ref().map_or(Line::default(), |r| text::line(r));
                let role = if role.0.is_empty() { Vec::new() } else { [plain(", "), role.0].concat() };
                told.extend([Block::Heading(3, [self.party(store.party), role].concat()), list(items)]);
            }
        }
        if count > MOST {
            told.push(Block::Paragraph(plain(&format!("{} more parties are not listed.", count - MOST))));
        }
        if !told.is_empty() {
            out.push(Block::Heading(2, plain("Positions")));
            out.extend(told);
        }
    }

    fn denial(&self, held: &Held) -> Vec<Inline> {
        let since = held.since.map_or(String::new(), |d| format!(", since {}", d.words()));
        let is = self.teller.is(held.claim);
        [plain("Denies "), vec![self.name(held.claim)], plain(&format!(", which {is}{since} ({}).", self.place(held.place)))].concat()
    }

    /// What each party took back or came to see otherwise, as lines.
    fn changes(&self) -> BTreeMap<PartyId, Vec<Vec<Inline>>> {
        let debate = &self.report.debate;
        let holds = |party: PartyId, claim: ClaimId, denied: bool| {
            let held = self.report.stores.get(party.index()).map_or(&[][..], |s| &s.held);
            let from = held.partition_point(|h| h.claim < claim);
            held.iter().skip(from).take_while(|h| h.claim == claim).any(|h| h.denied == denied)
        };
        let stances = Stances::new(debate);
        let mut before: BTreeSet<(PartyId, ClaimId, bool)> = BTreeSet::new();
        let mut changes: BTreeMap<PartyId, Vec<Vec<Inline>>> = BTreeMap::new();
        for event in debate.commitments.iter().filter(|c| !c.date.zip(debate.about.as_of).is_some_and(|(date, day)| date.is_after(day))) {
            let when = event.date.map_or(String::new(), |d| format!(" {}", words::on(d)));
            for (claim, party) in event.claims.iter().flat_map(|c| event.parties.iter().map(|p| (*c, *p))) {
                let said = debate.claim(claim).speakers.iter().any(|s| s.party == party);
                let what = match event.stance {
                    Stance::Retract if !holds(party, claim, true) && stances.ends_denial(debate, claim, party, event.place) => {
                        "Gave up denying "
                    }
                    Stance::Retract if !holds(party, claim, false) && !holds(party, claim, true) => "Took back ",
                    Stance::Deny if (said || before.contains(&(party, claim, false))) && !holds(party, claim, false) => "Turned against ",
                    Stance::Accept if before.contains(&(party, claim, true)) && !holds(party, claim, true) => "Came round to ",
                    _ => "",
                };
                if event.stance != Stance::Retract {
                    before.insert((party, claim, event.stance == Stance::Deny));
                }
                if !what.is_empty() {
                    let line = [plain(what), vec![self.name(claim)], plain(&format!("{when} ({}).", self.place(event.place)))];
                    changes.entry(party).or_default().push(line.concat());
                }
            }
        }
        changes
    }
}

/// A list that is not too long.
fn list(mut items: Vec<Vec<Inline>>) -> Block {
    let left = items.len().saturating_sub(MOST);
    items.truncate(MOST);
    if left > 0 {
        items.push(coded(&format!("{left} more; `agon report --format json` lists them all.")));
    }
    Block::List { ordered: false, items: items.into_iter().map(|line| vec![Block::Paragraph(line)]).collect() }
}

fn plain(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

fn code(name: &str) -> Inline {
    Inline::Code(name.to_owned())
}

/// Words in which names stand between backticks.
fn coded(words: &str) -> Vec<Inline> {
    let clean = text::clean(words);
    let parts = clean.split('`').enumerate().filter(|(_, part)| !part.is_empty());
    parts.map(|(index, part)| if index % 2 == 1 { Inline::Code(part.to_owned()) } else { Inline::Text(part.to_owned()) }).collect()
}
