//! What would change whether a claim stands, as text and as JSON, with an honest line where the search was not whole.
//!
//! JSON is a contract under the number `schema`.

use crate::{
    analysis::{
        flip::{Addition, Flips, MOST_TOGETHER},
        verdict::Verdict,
        withdrawal::{Part, find_sole},
    },
    model::{
        debate::{ClaimKind, StepKind},
        ids::{ClaimId, StepId},
    },
    render::{
        places::{file_line, name, place, quoted, step, targets, told, verb, way},
        prose::words,
    },
    report::run::Report,
    text::json::pretty,
};
use serde::Serialize;

/// The number of the contract.
pub const SCHEMA: u32 = 1;

/// The answer for people.
pub fn text(report: &Report<'_>, flips: &Flips) -> String {
    let declared = place(report, report.debate.claim(flips.claim).place);
    let head = format!("{} {}", name(report, flips.claim), verb(flips.verdict));
    let mut out = format!("{head}.  ({declared})\n{}\n", quoted(report, flips.claim));
    let would = if flips.verdict == Verdict::Stands { "would no longer stand" } else { "would stand" };
    for same in flips.sets.chunk_by(|a, b| a.len() == b.len()) {
        let size = same.first().map_or(0, Vec::len);
        out += &match (size, same.len()) {
            (1, 1) => format!("\nIt {would} if this fell:\n"),
            (1, _) => format!("\nIt {would} if any one of these fell:\n"),
            (n, 1) => format!("\nIt {would} if these {} fell together:\n", words::number(n)),
            (n, _) => format!("\nIt {would} if any one of these {} fell together:\n", if n == 2 { "pairs" } else { "groups" }),
        };
        for set in same {
            out += &format!("  - {}\n", set.iter().map(|p| part(report, *p)).collect::<Vec<_>>().join("\n    and "));
        }
    }
    let change = if flips.verdict == Verdict::Stands { "keep it from standing" } else { "make it stand" };
    out += &format!("\n{}\n", searched(flips, change));
    out += &additions(report, flips, would, change);
    if flips.verdict == Verdict::Unsupported && flips.sets.is_empty() {
        out += "\nWhat it lacks is a reason that stands.\n";
    }
    out
}

/// A part with its text, and what might as well fall in its place.
fn part(report: &Report<'_>, part: Part) -> String {
    let told = told(report, part, "    ");
    match find_sole_of(report, part) {
        Some(support) => format!("{told}\n    (or its only support, {})", step(report, support)),
        None => told,
    }
}

fn find_sole_of(report: &Report<'_>, part: Part) -> Option<StepId> {
    let Part::Claim(claim) = part else { return None };
    find_sole(&report.debate, &report.analysis.links, &report.analysis.theory, claim)
}

/// How far the search for sets went; `change` is what they would do. It speaks of no change but that: what is open may fall all the same.
fn searched(flips: &Flips, change: &str) -> String {
    let none = flips.sets.is_empty();
    let size = words::number(flips.complete);
    match (flips.more, flips.exhausted, flips.complete) {
        (true, ..) => "There may be more such sets; `--limit` asks for more of them.".to_owned(),
        (_, true, _) if none => format!("Nothing that could fall would {change}."),
        (_, true, _) => match flips.sets.as_slice() {
            [only] if only.len() > 1 => format!("Every set that would {change} holds all of these."),
            [_] => format!("Every set that would {change} holds this."),
            _ => format!("Every set that would {change} holds one of these."),
        },
        (.., 0) if none => "The debate is too large to try what could fall.".to_owned(),
        (.., 0) => "The debate is too large to try everything that could fall; there may be more.".to_owned(),
        (.., MOST_TOGETHER) if none => format!("No set of up to {size} would {change}; larger sets were not searched."),
        (.., MOST_TOGETHER) => format!("There is no other such set of up to {size}; larger sets were not searched."),
        (.., 1) if none => format!("Nothing alone would {change}; sets of two and more were not all tried."),
        (.., 1) => format!("Nothing else alone would {change}; sets of two and more were not all tried."),
        _ if none => format!("No set of up to {size} would {change}; larger sets were not all tried."),
        _ => format!("There is no other such set of up to {size}; larger sets were not all tried."),
    }
}

fn additions(report: &Report<'_>, flips: &Flips, would: &str, change: &str) -> String {
    let rest = "There may be more such moves.";
    if !flips.joint.is_empty() {
        return joint(report, flips, would, rest);
    }
    if flips.additions.is_empty() {
        let none = format!("No new objections or answers, up to {} of them, would {change}.", words::number(MOST_TOGETHER));
        let unknown = format!("New objections or answers may {change}; not all could be tried.");
        return format!("\n{}\n", if flips.all_additions { none } else { unknown });
    }
    let which =
        if flips.additions.len() == 1 { "one new move that nobody answers" } else { "any one of these were added and not answered" };
    let mut out = if flips.additions.len() == 1 { format!("\nIt {would} with {which}:\n") } else { format!("\nIt {would} if {which}:\n") };
    for addition in &flips.additions {
        let target = addition.target().place(&report.debate);
        out += &format!("  - {}  ({})\n", addition_words(report, *addition), place(report, target));
    }
    if !flips.all_additions {
        out += &format!("{rest}\n");
    }
    out
}

/// The smallest sets of new moves that change it together, where no single one does; `rest` says that there may be more.
fn joint(report: &Report<'_>, flips: &Flips, would: &str, rest: &str) -> String {
    let size = flips.joint.first().map_or(0, Vec::len);
    let mut out = match (flips.joint.len(), size) {
        (1, n) => format!("\nIt {would} if these {} were added together and not answered:\n", words::number(n)),
        (_, n) => {
            format!("\nIt {would} if any one of these {} were added together and not answered:\n", if n == 2 { "pairs" } else { "groups" })
        }
    };
    let told = |a: &Addition| format!("{}  ({})", addition_words(report, *a), place(report, a.target().place(&report.debate)));
    for set in &flips.joint {
        out += &format!("  - {}\n", set.iter().map(told).collect::<Vec<_>>().join("\n    and "));
    }
    out += "No single new objection or answer is enough.\n";
    if !flips.all_additions {
        out += &format!("{rest}\n");
    }
    out
}

/// A new move in words: an answer to what attacks, an objection to anything else.
fn addition_words(report: &Report<'_>, addition: Addition) -> String {
    let attacks = |claim: ClaimId| matches!(report.debate.claim(claim).kind, ClaimKind::Rebuttal | ClaimKind::Undercut);
    match addition {
        Addition::Rebuttal(claim) if attacks(claim) => format!("an answer to {} that rebuts it", name(report, claim)),
        Addition::Rebuttal(claim) => format!("an objection to {}", name(report, claim)),
        Addition::Undercut(step) if report.debate.step(step).kind != StepKind::Support => {
            let by = report.debate.step(step).premises.first().map_or(String::new(), |c| name(report, *c));
            format!("an answer to {by} that undercuts its step against {}", targets(report, step))
        }
        Addition::Undercut(step) => format!("an objection to {}", way(report, step)),
    }
}

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    claim: &'a str,
    verdict: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<&'static str>,
    sets: Vec<Vec<Member<'a>>>,
    complete_to: usize,
    exhausted: bool,
    more: bool,
    additions: Vec<Move<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    joint_additions: Vec<Vec<Move<'a>>>,
    all_additions: bool,
}

#[derive(Serialize)]
struct Member<'a> {
    name: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    only_support: Option<&'a str>,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Move<'a> {
    add: &'static str,
    target: Member<'a>,
}

/// The answer for programs, ending in a line end.
pub fn json(report: &Report<'_>, flips: &Flips) -> String {
    let debate = &report.debate;
    let member = |part: Part| {
        let (file, line) = file_line(report, part.place(debate));
        let (kind, text) = match part {
            Part::Claim(claim) => ("claim", Some(debate.claim(claim).text.as_str())),
            Part::Step(step) => (debate.step(step).kind.word(), None),
        };
        let only_support = find_sole_of(report, part).map(|s| &*debate.step(s).name.shown);
        Member { name: part.name(debate), kind, text, only_support, file, line }
    };
    let addition =
        |a: &Addition| Move { add: if matches!(a, Addition::Rebuttal(_)) { "rebuttal" } else { "undercut" }, target: member(a.target()) };
    let document = Document {
        schema: SCHEMA,
        claim: &debate.claim(flips.claim).name.shown,
        verdict: flips.verdict.word(),
        how: flips.verdict.how(),
        sets: flips.sets.iter().map(|set| set.iter().map(|p| member(*p)).collect()).collect(),
        complete_to: flips.complete,
        exhausted: flips.exhausted,
        more: flips.more,
        additions: flips.additions.iter().map(addition).collect(),
        joint_additions: flips.joint.iter().map(|set| set.iter().map(addition).collect()).collect(),
        all_additions: flips.all_additions,
    };
    pretty(&document)
}
