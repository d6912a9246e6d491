//! Why a claim has its verdict, for its author: sentences that walk down the moves, with names and places.
//!
//! The first sentence of each claim gives its verdict and what decides it; the others tell what else bears on it. Claims that are simply
//! said, and that nobody speaks against, come together at the end.

use crate::{
    analysis::{
        evaluate::Force,
        outcome::Outcome,
        verdict::Verdict,
        why::{Attack, Attacker, Basis, Fate, Reason, reason, support, walk},
    },
    model::{
        debate::StepKind,
        ids::{ClaimId, QuestionId, StepId},
    },
    render::{
        places::targets,
        prose::words,
        teller::{MOST_BESIDE, Teller},
        text,
    },
    report::run::Report,
};

/// The most claims that are explained; the rest is counted.
const MOST: usize = 30;
/// The most characters of a text.
const MOST_TEXT: usize = 300;

/// Why `claim` has its verdict, as text. Bounded, however large the debate.
pub fn claim(report: &Report<'_>, claim: ClaimId) -> String {
    let teller = Teller::new(report);
    let undercuts = struck(report, claim, true).into_iter().flat_map(|(undercut, _)| undercut.claims(&report.debate));
    let (reasons, more) = walk(&report.debate, &report.analysis, [claim].into_iter().chain(undercuts), MOST);
    let mut out = String::new();
    told(&teller, &reasons, more, &mut out);
    out
}

/// How `question` comes out and why, as text. Bounded.
pub fn question(report: &Report<'_>, question: QuestionId) -> String {
    let teller = Teller::new(report);
    let asked = report.debate.question(question);
    let shown = &asked.name.shown;
    let head = match report.analysis.outcome(question) {
        Outcome::Answer(answer) => format!("`{shown}` is answered by {}: of its answers it alone stands.", teller.name(*answer)),
        Outcome::Default(answer) => format!("`{shown}` comes out as its default, {}, since no answer alone stands.", teller.name(*answer)),
        Outcome::Open(standing) if standing.is_empty() && asked.answers.is_empty() => format!("`{shown}` is open: nobody answers it."),
        Outcome::Open(standing) if standing.is_empty() => format!("`{shown}` is open: none of its answers stands."),
        Outcome::Open(standing) if asked.one => {
            format!("`{shown}` is open: more than one of its answers stands, and it wants one: {}.", teller.names(standing))
        }
        Outcome::Open(standing) => format!("`{shown}` has answers that stand together: {}.", teller.names(standing)),
    };
    let mut out = format!("{head}\n   “{}” ({})\n", quoted(&asked.text), teller.place(asked.place));
    for answer in asked.answers.iter().take(MOST) {
        out += &format!("\n- {}", teller.short(&reason(&report.debate, &report.analysis, *answer)));
    }
    if !asked.answers.is_empty() {
        out.push('\n');
    }
    left(asked.answers.len().saturating_sub(MOST), "answer is", "answers are", &mut out);
    out
}

/// Whether `step` does what it is to do, and why, as text. Bounded.
pub fn step(report: &Report<'_>, step: StepId) -> String {
    let teller = Teller::new(report);
    let made = report.debate.step(step);
    let found = support(&report.debate, &report.analysis, step);
    let mut out = format!("{}  ({})\n", teller.step_alone(&found), teller.place(made.place));
    // The first sentence tells one that decides, if there is nothing else amiss.
    let said = found.undercuts.first().filter(|u| found.weak.is_empty() && matches!(u.fate, Fate::Succeeds | Fate::Open)).map(|u| u.by);
    for undercut in found.undercuts.iter().filter(|u| Some(u.by) != said).take(MOST_BESIDE) {
        out += &format!("   {}\n", teller.undercut(undercut, &found));
    }
    let targets = made.claims();
    for target in targets.take(MOST_BESIDE) {
        let does = if made.kind == StepKind::Support { "supports" } else { "speaks against" };
        out += &format!("   It {does} {}, which {}.\n", teller.name(target), teller.is(target));
    }
    out.push('\n');
    let undercuts = found.undercuts.iter().flat_map(|u| u.claims(&report.debate));
    let (reasons, more) = walk(&report.debate, &report.analysis, made.premises.iter().copied().chain(undercuts), MOST);
    told(&teller, &reasons, more, &mut out);
    out
}

fn told(teller: &Teller<'_>, reasons: &[Reason], more: usize, out: &mut String) {
    let struck = reasons.iter().enumerate().map(|(at, r)| (r, struck(teller.report, r.claim, at == 0)));
    let (plain, rest): (Vec<_>, Vec<_>) = struck.enumerate().partition(|(at, (r, blows))| *at > 0 && is_plain(r) && blows.is_empty());
    for (number, (_, (reason, blows))) in (1..).zip(&rest) {
        let claim = teller.report.debate.claim(reason.claim);
        let (head, sentences) = teller.tell(reason);
        let by = teller.speakers(reason.claim).map_or(String::new(), |who| format!("{who}, "));
        *out += &format!("{number}. {head}\n   “{}” ({by}{})\n", quoted(&claim.text), teller.place(claim.place));
        sentences.iter().for_each(|s| *out += &format!("   {s}\n"));
        for (undercut, step) in blows.iter().take(MOST_BESIDE) {
            *out += &format!("   {}\n", blow(teller, undercut, *step));
        }
    }
    if !plain.is_empty() {
        out.push_str("These stand, for nothing speaks against them:\n");
    }
    for (_, (reason, _)) in plain {
        let claim = teller.report.debate.claim(reason.claim);
        let kind = match reason.basis {
            Basis::Fact => "fact, ",
            Basis::Assumed => "assumption, ",
            _ => "",
        };
        let by = teller.speakers(reason.claim).map_or(String::new(), |who| format!("{who}, "));
        *out += &format!("- {}: “{}” ({kind}{by}{})\n", teller.name(reason.claim), quoted(&claim.text), teller.place(claim.place));
    }
    if more > 0 {
        let claims = words::count(more, "more claim", "more claims");
        *out += &format!("\nThis goes on with {claims}, and with what lies beneath; `agon why NAME` tells of each.\n");
    }
}

fn left(more: usize, one: &str, many: &str, out: &mut String) {
    if more > 0 {
        *out += &format!(
            "\n{} not told; `agon why NAME` tells each.\n",
            words::capital(&words::count(more, &format!("more {one}"), &format!("more {many}")))
        );
    }
}

/// What became of an undercut of the move that a claim makes, which says nothing against the claim itself.
fn blow(teller: &Teller<'_>, undercut: &Attack, step: StepId) -> String {
    let Attacker::Move(claim, _) = undercut.by else { return String::new() };
    let side = if teller.report.debate.step(step).kind == StepKind::Support { "for" } else { "against" };
    let (by, move_) = (teller.name(claim), format!("what it says {side} {}", targets(teller.report, step)));
    match &undercut.fate {
        Fate::Succeeds => format!("{} is undercut by {by}, which stands.", words::capital(&move_)),
        Fate::Open => format!("{by} undercuts {move_}, and whether that succeeds is open."),
        Fate::Falls => format!("{by} undercuts {move_}, but {}.", teller.is(claim)),
        Fate::Undercut(others) => format!("{by} undercuts {move_}, but is itself undercut by {}.", teller.names(others)),
        Fate::Outweighed => format!("{by} undercuts {move_}, without success."),
    }
}

/// What undercuts the moves that a claim makes, each with the move; also that of a support in one line where `own` asks for it.
fn struck(report: &Report<'_>, claim: ClaimId, own: bool) -> Vec<(Attack, StepId)> {
    let (debate, analysis) = (&report.debate, &report.analysis);
    let moves = analysis.links.uses(claim).filter(|s| {
        let made = debate.step(*s);
        made.kind != StepKind::Support || (own && made.name == debate.claim(claim).name)
    });
    let told = moves.filter(|s| analysis.links.undercuts(*s).len() > 0);
    told.flat_map(|step| support(debate, analysis, step).undercuts.into_iter().map(move |undercut| (undercut, step))).collect()
}

/// Whether there is nothing to tell but that it is said.
fn is_plain(reason: &Reason) -> bool {
    reason.verdict == Verdict::Stands
        && matches!(reason.basis, Basis::Fact | Basis::Asserted | Basis::Assumed)
        && reason.attacks.is_empty()
        && !reason.supports.iter().any(|s| s.force == Force::Works)
}

/// A text on one line, cut where it is long.
fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = text::clean(&line).chars().take(MOST_TEXT).collect();
    match cut.rsplit_once(' ') {
        Some((kept, _)) if line.chars().nth(MOST_TEXT).is_some() => format!("{kept} …"),
        _ => cut,
    }
}
