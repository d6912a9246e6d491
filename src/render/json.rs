//! The report as JSON: a contract with other programs, under a number and a schema.
//!
//! The types of this file are the contract, apart from the types within, so that these can change. `report.schema.json` beside it
//! describes them; the number grows when a reader of the old form would be misled. Every key is always there, and lists are flat: what
//! belongs together is joined by names, which are unique within claims, questions, steps, parties and sources.

use crate::{
    analysis::{
        commitments::{self, Store},
        evaluate::Force,
        outcome::Outcome,
        positions::Positions,
        replies::unanswered_rebuttals,
        strengths::Strengths,
        tension::{Fails, Tension, tensions},
        verdict::Verdict,
        why::{Attack as Found, Attacker, Fate, reason, support},
    },
    diagnostic::problem::Diagnostic,
    model::{
        citation::Citation,
        debate::{Speaker, Stance, StepKind, Target},
        ids::{ClaimId, QuestionId, SourceId, StepId},
    },
    render::{positions_data, strengths, teller::Teller},
    report::{findings, run::Report},
    text::{json::pretty, span::Place},
};
use serde::Serialize;
use std::collections::BTreeSet;

/// The number of the contract.
pub const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    title: Option<&'a str>,
    as_of: Option<String>,
    counts: Counts,
    questions: Vec<Question<'a>>,
    claims: Vec<Claim<'a>>,
    steps: Vec<Step<'a>>,
    attacks: Vec<Attack<'a>>,
    limits: Vec<Limit<'a>>,
    parties: Vec<Party<'a>>,
    commitments: Vec<Commitment<'a>>,
    sources: Vec<Source<'a>>,
    open_clashes: Vec<Clash<'a>>,
    circles: Vec<Vec<&'a str>>,
    unanswered_rebuttals: Vec<Rebuttal<'a>>,
    without_source: Vec<&'a str>,
    findings: Vec<Finding<'a>>,
    acceptance: Option<positions_data::Data<'a>>,
    strengths: Option<strengths::Data<'a>>,
}

#[derive(Serialize, Default)]
struct Counts {
    claims: usize,
    stands: usize,
    open: usize,
    falls: usize,
    denied: usize,
    unfounded: usize,
    unsupported: usize,
}

#[derive(Serialize)]
struct Question<'a> {
    name: &'a str,
    text: &'a str,
    outcome: &'static str,
    answer: Option<&'a str>,
    answers: Vec<&'a str>,
    standing: Vec<&'a str>,
    default: Option<&'a str>,
    parties: Vec<&'a str>,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Claim<'a> {
    name: &'a str,
    kind: &'static str,
    verdict: &'static str,
    how: Option<&'static str>,
    why: String,
    text: &'a str,
    date: Option<String>,
    parties: Vec<&'a str>,
    cites: Vec<Cite<'a>>,
    roles: &'a [String],
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Cite<'a> {
    source: &'a str,
    locator: Option<&'a str>,
    quotation: Option<&'a str>,
}

#[derive(Serialize)]
struct Step<'a> {
    name: &'a str,
    kind: &'static str,
    strict: bool,
    premises: Vec<&'a str>,
    targets: Vec<&'a str>,
    force: &'static str,
    scheme: Option<&'a str>,
    parties: Vec<&'a str>,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Attack<'a> {
    kind: &'static str,
    attacker: &'a str,
    target: &'a str,
    fate: &'static str,
}

#[derive(Serialize)]
struct Limit<'a> {
    limit: &'a str,
    target: &'a str,
}

#[derive(Serialize)]
struct Party<'a> {
    name: &'a str,
    text: &'a str,
    role: Option<&'a str>,
    side: Option<&'a str>,
    holds: Vec<Held<'a>>,
    against_itself: Vec<&'a str>,
    clashes: Vec<HeldApart<'a>>,
    tensions: Vec<Tense<'a>>,
}

#[derive(Serialize)]
struct Tense<'a> {
    holds: Held<'a>,
    fails: Vec<Failing<'a>>,
}

#[derive(Serialize)]
struct Failing<'a> {
    support: &'a str,
    why: &'static str,
    claim: &'a str,
}

#[derive(Serialize)]
struct HeldApart<'a> {
    holds: Vec<Held<'a>>,
    rebuttal: Option<&'a str>,
}

#[derive(Serialize)]
struct Held<'a> {
    claim: &'a str,
    denied: bool,
    since: Option<String>,
}

#[derive(Serialize)]
struct Commitment<'a> {
    stance: &'static str,
    claims: Vec<&'a str>,
    parties: Vec<&'a str>,
    date: Option<String>,
    text: &'a str,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Source<'a> {
    name: &'a str,
    text: &'a str,
    author: Option<&'a str>,
    date: Option<String>,
    url: Option<&'a str>,
    cited_by: Vec<&'a str>,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Clash<'a> {
    target: &'a str,
    attacker: &'a str,
}

#[derive(Serialize)]
struct Rebuttal<'a> {
    rebuttal: &'a str,
    target: &'a str,
}

#[derive(Serialize)]
struct Finding<'a> {
    code: &'static str,
    level: &'static str,
    message: &'a str,
    file: &'a str,
    line: u32,
    column: u32,
}

/// The report as JSON, ending in a line end. Linear.
pub fn render<'r>(report: &'r Report<'r>) -> String {
    render_with(report, None, None)
}

/// The same, with positions and strengths where they are wanted.
pub fn render_with<'r>(report: &'r Report<'r>, positions: Option<&'r Positions>, strengths: Option<&'r Strengths>) -> String {
    let writer = Writer { report, teller: Teller::new(report) };
    let about = &report.debate.about;
    let document = Document {
        schema: SCHEMA,
        title: about.title.as_deref(),
        as_of: about.as_of.map(|d| d.to_string()),
        counts: writer.counts(),
        questions: report.debate.question_ids().map(|q| writer.question(q)).collect(),
        claims: report.debate.claim_ids().map(|c| writer.claim(c)).collect(),
        steps: report.debate.step_ids().map(|s| writer.step(s)).collect(),
        attacks: writer.attacks(),
        limits: report.debate.limits.iter().map(|l| Limit { limit: writer.name(l.claim), target: writer.name(l.target) }).collect(),
        parties: writer.parties_with(&tensions(&report.debate, &report.analysis.links, &report.stores)),
        commitments: writer.commitments(),
        sources: writer.sources(),
        open_clashes: findings::open_clashes(report)
            .into_iter()
            .map(|c| Clash { target: writer.name(c.target), attacker: writer.name(c.attacker) })
            .collect(),
        circles: report.circles.iter().map(|c| c.claims.iter().map(|c| writer.name(*c)).collect()).collect(),
        unanswered_rebuttals: unanswered_rebuttals(&report.debate, &report.analysis)
            .into_iter()
            .map(|(rebuttal, target)| Rebuttal { rebuttal: writer.name(rebuttal), target: writer.name(target) })
            .collect(),
        without_source: findings::without_source(report).into_iter().map(|c| writer.name(c)).collect(),
        findings: report.diagnostics.iter().map(|d| writer.finding(d)).collect(),
        acceptance: positions.map(|p| positions_data::data(report, p)),
        strengths: strengths.map(|s| strengths::data(report, s)),
    };
    pretty(&document)
}

struct Writer<'r> {
    report: &'r Report<'r>,
    teller: Teller<'r>,
}

impl<'r> Writer<'r> {
    fn name(&self, claim: ClaimId) -> &'r str {
        &self.report.debate.claim(claim).name.shown
    }

    fn place(&self, place: Place) -> (&'r str, usize) {
        let source = &self.report.files.file(place.file).source;
        (&source.path, source.lines.line_of(place.span.start) + 1)
    }

    fn counts(&self) -> Counts {
        let count = |v: Verdict| self.report.analysis.verdicts.iter().filter(|x| **x == v).count();
        let (denied, unfounded) = (count(Verdict::Denied), count(Verdict::Unfounded));
        Counts {
            claims: self.report.debate.claims.len(),
            stands: count(Verdict::Stands),
            open: count(Verdict::Open),
            falls: denied + unfounded,
            denied,
            unfounded,
            unsupported: count(Verdict::Unsupported),
        }
    }

    fn claim(&self, id: ClaimId) -> Claim<'r> {
        let claim = self.report.debate.claim(id);
        let reason = reason(&self.report.debate, &self.report.analysis, id);
        let (file, line) = self.place(claim.place);
        let cite = |c: &'r Citation| Cite {
            source: &self.report.debate.source(c.source).name.shown,
            locator: c.locator.as_deref(),
            quotation: c.quotation.as_deref(),
        };
        Claim {
            name: &claim.name.shown,
            kind: claim.kind.word(),
            verdict: reason.verdict.word(),
            how: reason.verdict.how(),
            why: self.teller.short(&reason),
            text: &claim.text,
            date: claim.details.as_ref().and_then(|d| d.date).map(|d| d.to_string()),
            parties: self.parties(&claim.speakers),
            cites: claim.cites().iter().map(cite).collect(),
            roles: claim.roles(),
            file,
            line,
        }
    }

    fn parties(&self, speakers: &[Speaker]) -> Vec<&'r str> {
        speakers.iter().map(|s| &*self.report.debate.party(s.party).name.shown).collect()
    }

    fn step(&self, id: StepId) -> Step<'r> {
        let debate = &self.report.debate;
        let step = debate.step(id);
        let target = |t: &Target| -> &'r str {
            match t {
                Target::Claim(claim) => self.name(*claim),
                Target::Step(step) => &debate.step(*step).name.shown,
            }
        };
        let (file, line) = self.place(step.place);
        Step {
            name: &step.name.shown,
            kind: match step.kind {
                StepKind::Support => "support",
                StepKind::Rebuttal => "rebuttal",
                StepKind::Undercut => "undercut",
            },
            strict: step.strict,
            premises: step.premises.iter().map(|p| self.name(*p)).collect(),
            targets: step.targets.iter().map(target).collect(),
            force: match self.report.analysis.force(debate, id) {
                Force::Works => "works",
                Force::Open => "open",
                Force::Fails => "fails",
            },
            scheme: step.details.as_ref().and_then(|d| d.scheme.as_ref()).map(|s| s.name.as_str()),
            parties: self.parties(&step.speakers),
            file,
            line,
        }
    }

    /// What attacks each claim, then what undercuts each step.
    fn attacks(&self) -> Vec<Attack<'r>> {
        let (debate, analysis) = (&self.report.debate, &self.report.analysis);
        let links = &analysis.links;
        let attack = |found: &Found, kind: &'static str, target: &'r str| {
            let (kind, attacker) = match found.by {
                Attacker::Move(claim, _) => (kind, self.name(claim)),
                Attacker::Contradiction(claim) => ("contradiction", self.name(claim)),
                Attacker::Consequence(step) => ("consequence", &*debate.step(step).name.shown),
            };
            let fate = match found.fate {
                Fate::Succeeds => "succeeds",
                Fate::Open => "open",
                Fate::Falls => "falls",
                Fate::Undercut(_) => "undercut",
                Fate::Outweighed => "outweighed",
            };
            Attack { kind, attacker, target, fate }
        };
        let mut attacks = Vec::new();
        for claim in debate.claim_ids() {
            attacks.extend(reason(debate, analysis, claim).attacks.iter().map(|a| attack(a, "rebuttal", self.name(claim))));
        }
        for step in debate.step_ids().filter(|s| links.undercuts(*s).len() > 0) {
            let undercuts = support(debate, analysis, step).undercuts;
            attacks.extend(undercuts.iter().map(|u| attack(u, "undercut", &debate.step(step).name.shown)));
        }
        attacks
    }

    fn commitments(&self) -> Vec<Commitment<'r>> {
        let told = self.report.debate.commitments.iter().map(|c| {
            let (file, line) = self.place(c.place);
            Commitment {
                stance: match c.stance {
                    Stance::Accept => "accept",
                    Stance::Deny => "deny",
                    Stance::Retract => "retract",
                },
                claims: c.claims.iter().map(|c| self.name(*c)).collect(),
                parties: c.parties.iter().map(|p| &*self.report.debate.party(*p).name.shown).collect(),
                date: c.date.map(|d| d.to_string()),
                text: &c.text,
                file,
                line,
            }
        });
        told.collect()
    }

    fn sources(&self) -> Vec<Source<'r>> {
        let debate = &self.report.debate;
        let mut cited: Vec<Vec<&'r str>> = vec![Vec::new(); debate.sources.len()];
        for claim in &debate.claims {
            let sources: BTreeSet<SourceId> = claim.cites().iter().map(|c| c.source).collect();
            for source in sources {
                if let Some(by) = cited.get_mut(source.index()) {
                    by.push(&claim.name.shown);
                }
            }
        }
        let sources = debate.sources.iter().zip(cited).map(|(source, cited_by)| {
            let (file, line) = self.place(source.place);
            Source {
                name: &source.name.shown,
                text: &source.text,
                author: source.author.as_deref(),
                date: source.date.map(|d| d.to_string()),
                url: source.url.as_deref(),
                cited_by,
                file,
                line,
            }
        });
        sources.collect()
    }

    fn question(&self, id: QuestionId) -> Question<'r> {
        let question = self.report.debate.question(id);
        let outcome = self.report.analysis.outcome(id);
        let word = match outcome {
            Outcome::Answer(_) => "answer",
            Outcome::Default(_) => "default",
            Outcome::Open(_) => "open",
        };
        let standing = question.answers.iter().copied().filter(|a| self.report.analysis.verdict(*a) == Verdict::Stands);
        let (file, line) = self.place(question.place);
        Question {
            name: &question.name.shown,
            text: &question.text,
            outcome: word,
            answer: outcome.answer().map(|a| self.name(a)),
            answers: question.answers.iter().map(|a| self.name(*a)).collect(),
            standing: standing.map(|a| self.name(a)).collect(),
            default: question.default.map(|d| self.name(d)),
            parties: self.parties(&question.speakers),
            file,
            line,
        }
    }

    fn parties_with(&self, tensions: &[Vec<Tension>]) -> Vec<Party<'r>> {
        self.report.stores.iter().zip(tensions).map(|(store, tensions)| self.party(store, tensions)).collect()
    }

    fn party(&self, store: &'r Store, tensions: &[Tension]) -> Party<'r> {
        let party = self.report.debate.party(store.party);
        let clashes = &store.clashes;
        let names = |core: &[commitments::Held]| core.iter().map(|h| self.name(h.claim)).collect();
        Party {
            name: &party.name.shown,
            text: &party.text,
            role: party.role.as_deref(),
            side: party.side.as_deref(),
            holds: self.held(&store.held),
            against_itself: clashes.first().map(|c| names(&c.core)).unwrap_or_default(),
            clashes: clashes
                .iter()
                .map(|c| HeldApart { holds: self.held(&c.core), rebuttal: c.rebuttal.map(|s| &*self.report.debate.step(s).name.shown) })
                .collect(),
            tensions: tensions.iter().map(|t| self.tense(t)).collect(),
        }
    }

    fn tense(&self, tension: &Tension) -> Tense<'r> {
        let failing = |(step, fails): &(StepId, Fails)| {
            let (why, claim) = match *fails {
                Fails::Denied(claim) => ("denied", claim),
                Fails::TakenBack(claim) => ("taken-back", claim),
                Fails::Undercut(claim) => ("undercut", claim),
                Fails::Premise(claim) => ("premise", claim),
            };
            Failing { support: &self.report.debate.step(*step).name.shown, why, claim: self.name(claim) }
        };
        Tense { holds: self.one_held(&tension.claim), fails: tension.fails.iter().map(failing).collect() }
    }

    fn held(&self, held: &[commitments::Held]) -> Vec<Held<'r>> {
        held.iter().map(|h| self.one_held(h)).collect()
    }

    fn one_held(&self, held: &commitments::Held) -> Held<'r> {
        Held { claim: self.name(held.claim), denied: held.denied, since: held.since.map(|d| d.to_string()) }
    }

    fn finding(&self, found: &'r Diagnostic) -> Finding<'r> {
        let source = &self.report.files.file(found.at.place.file).source;
        let position = source.lines.position(&source.text, found.at.place.span.start);
        Finding {
            code: found.code.name,
            level: found.level.word(),
            message: &found.title,
            file: &source.path,
            line: position.line,
            column: position.column,
        }
    }
}
