//! Why a claim has its verdict, for its author: numbered sentences that walk down the moves, with names and places.

use crate::{
    analysis::{
        evaluate::Force,
        verdict::Verdict,
        why::{Attack, Attacker, Basis, Fate, Reason, SupportReason, walk},
    },
    model::ids::{ClaimId, StepId},
    render::prose::words,
    report::run::Report,
    text::span::Place,
};

/// The most claims that are explained; the rest is counted.
const MOST: usize = 30;
/// The most supports or attacks of one claim that are told one by one.
const MOST_BESIDE: usize = 6;

/// Why `claim` has its verdict, as text. Bounded, however large the debate.
pub fn render(report: &Report<'_>, claim: ClaimId) -> String {
    let (reasons, more) = walk(&report.debate, &report.analysis, claim, MOST);
    let teller = Teller { report };
    let mut out = String::new();
    for (reason, number) in reasons.iter().zip(1..) {
        let declared = report.debate.claim(reason.claim);
        out += &format!("{number}. {}  ({})\n", teller.verdict(reason), teller.place(declared.place));
        let text = declared.text.split_whitespace().collect::<Vec<_>>().join(" ");
        out += &format!("   “{text}”\n");
        for sentence in teller.sentences(reason) {
            out += &format!("   {sentence}\n");
        }
    }
    if more > 0 {
        out += &format!(
            "\n{} more {} not told; ask for the one that matters with its name.\n",
            more,
            if more == 1 { "claim is" } else { "claims are" }
        );
    }
    out
}

/// One sentence: the verdict on a claim and its nearest reason, with names. For tables and JSON.
pub fn short(report: &Report<'_>, reason: &Reason) -> String {
    let teller = Teller { report };
    let sentences = teller.sentences(reason);
    let wanted = match reason.verdict {
        Verdict::Stands => sentences.first(),
        _ => sentences.iter().find(|s| !s.starts_with("It is said")).or(sentences.first()),
    };
    wanted.cloned().unwrap_or_default()
}

struct Teller<'a> {
    report: &'a Report<'a>,
}

impl Teller<'_> {
    fn name(&self, claim: ClaimId) -> String {
        format!("`{}`", self.report.debate.claim(claim).name.shown)
    }

    fn step(&self, step: StepId) -> String {
        format!("`{}`", self.report.debate.step(step).name.shown)
    }

    fn place(&self, place: Place) -> String {
        let source = &self.report.files.file(place.file).source;
        format!("{}:{}", source.path, source.lines.line_of(place.span.start) + 1)
    }

    fn verdict(&self, reason: &Reason) -> String {
        let name = self.name(reason.claim);
        match reason.verdict {
            Verdict::Stands => format!("{name} stands."),
            Verdict::Open => format!("{name} is open."),
            Verdict::Denied => format!("{name} falls: it is denied."),
            Verdict::Unfounded => format!("{name} falls: it is unfounded."),
            Verdict::Unsupported => format!("{name} is unsupported."),
        }
    }

    fn speakers(&self, claim: ClaimId) -> Option<String> {
        let claim = self.report.debate.claim(claim);
        let names: Vec<String> = claim.speakers.iter().map(|s| self.report.debate.party(s.party).text.clone()).collect();
        (!names.is_empty()).then(|| words::and(&names))
    }

    fn sentences(&self, reason: &Reason) -> Vec<String> {
        let mut out = vec![self.basis(reason)];
        for support in reason.supports.iter().take(MOST_BESIDE) {
            out.push(self.support(support));
            out.extend(support.undercuts.iter().take(MOST_BESIDE).map(|u| self.attack(u, "the step")));
        }
        out.extend(self.more(reason.supports.len(), "support"));
        out.extend(reason.attacks.iter().take(MOST_BESIDE).map(|a| self.attack(a, "it")));
        out.extend(self.more(reason.attacks.len(), "attack"));
        if reason.attacks.is_empty() && reason.verdict == Verdict::Stands && reason.basis != Basis::Fact {
            out.push("Nothing speaks against it.".to_owned());
        }
        out.retain(|s| !s.is_empty());
        out
    }

    fn more(&self, count: usize, what: &str) -> Option<String> {
        let left = count.saturating_sub(MOST_BESIDE);
        (left > 0).then(|| {
            format!(
                "There {} more {what}{}.",
                if left == 1 { "is one".to_owned() } else { format!("are {left}") },
                if left == 1 { "" } else { "s" }
            )
        })
    }

    fn basis(&self, reason: &Reason) -> String {
        let by = self.speakers(reason.claim).map_or(String::new(), |who| format!(" by {who}"));
        match (reason.basis, reason.verdict) {
            (Basis::Fact, _) => "It is a fact: all agree on it.".to_owned(),
            (Basis::Asserted, _) => format!("It is said{by}, and rests on no support."),
            (Basis::Assumed, _) => format!("It is taken to hold{by}, whatever becomes of its supports."),
            (Basis::Supports, Verdict::Stands) => String::new(),
            (Basis::Supports, _) => match reason.supports.len() {
                0 => String::new(),
                1 => "It stands or falls with its one support.".to_owned(),
                count => format!("It stands only through one of its {count} supports, and none of them works."),
            },
            (Basis::Retracted, _) => format!("It was said{by}, who took it back, and nothing supports it."),
            (Basis::Groundless, _) => "Its supports rest on each other, or on what has no support itself.".to_owned(),
        }
    }

    fn support(&self, support: &SupportReason) -> String {
        let step = self.report.debate.step(support.step);
        let premises: Vec<String> = step.premises.iter().take(MOST_BESIDE).map(|p| self.name(*p)).collect();
        let strictly = if step.strict { "strictly " } else { "" };
        // A support of one line bears the name of its own premise.
        let own = step.premises.first().is_some_and(|p| self.report.debate.claim(*p).name == step.name);
        let subject = if own {
            format!("{} supports it {strictly}", self.step(support.step))
        } else {
            format!("{} supports it {strictly}by {}", self.step(support.step), words::and(&premises))
        };
        let subject = subject.trim_end();
        match (support.force, support.weak.as_slice()) {
            (Force::Works, _) if step.premises.len() > 1 => format!("{subject}, which all stand."),
            (Force::Works, _) => format!("{subject}, which stands."),
            (_, []) => format!("{subject}, but the step does not hold."),
            (_, [weak, ..]) => {
                let verdict = self.report.analysis.verdict(*weak);
                let is =
                    if matches!(verdict.word(), "stands" | "falls") { verdict.word().to_owned() } else { format!("is {}", verdict.word()) };
                if own { format!("{subject}, but {is} itself.") } else { format!("{subject}, but {} {is}.", self.name(*weak)) }
            }
        }
    }

    fn attack(&self, attack: &Attack, target: &str) -> String {
        let (subject, how) = match attack.by {
            Attacker::Move(claim, step) => {
                let by = self.speakers(claim).map_or(String::new(), |who| format!(" (by {who})"));
                (
                    format!("{}{by}", self.name(claim)),
                    if target == "it" {
                        "rebuts it"
                    } else if self.report.debate.step(step).kind == crate::model::debate::StepKind::Undercut {
                        "undercuts that step"
                    } else {
                        "attacks that step"
                    },
                )
            }
            Attacker::Contradiction(claim) => (self.name(claim), "contradicts it"),
            Attacker::Consequence(step) => (format!("The strict step {}", self.step(step)), "leads from it to what is denied"),
        };
        match &attack.fate {
            Fate::Succeeds => format!("{subject} {how}, stands, and is not answered."),
            Fate::Open => format!("{subject} {how}, and neither side has the last word."),
            Fate::Falls => format!("{subject} {how}, but does not stand itself."),
            Fate::Undercut(by) => {
                let names: Vec<String> = by.iter().take(MOST_BESIDE).map(|c| self.name(*c)).collect();
                format!("{subject} {how} and stands, but that it follows is undercut by {}.", words::and(&names))
            }
            Fate::Outweighed => format!("{subject} {how} and stands, but is outweighed by what speaks for the other side."),
        }
    }
}
