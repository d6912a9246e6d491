//! A statement with all that bears on it: why it stands or falls, what was said for and against it, who said it, and where it comes from.

use crate::{
    analysis::{
        evaluate::Force,
        outcome::Outcome,
        standing::Stances,
        verdict::Verdict,
        why::{Attack, Attacker, Fate, SupportReason, reason, support},
    },
    diagram::{map::BOX_COLUMNS, plain::plain, wrap::shorten},
    model::{
        citation::Citation,
        debate::{Claim, Name, Speaker, Stance, StepKind, Target},
        ids::{ClaimId, PartyId, QuestionId, SourceId, StepId},
    },
    render::{
        document::Brief,
        html::body::{fragment, inlines},
        parts::references::address,
        prose::{chicago, words},
        svg_text::{attribute, text},
        teller::Teller,
        text,
    },
    report::run::Report,
    text::span::Place,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

/// The most entries of one kind in a card; the rest is counted.
const MOST: usize = 50;

/// What all cards share.
pub struct Cards<'r> {
    /// The names of the parties.
    pub parties: Vec<String>,
    /// Who says each claim, and has not taken it back.
    pub speakers: Vec<Vec<PartyId>>,
    teller: Teller<'r>,
    report: &'r Report<'r>,
    brief: &'r Brief,
    /// The claims as links, cut where they are long.
    links: Vec<String>,
    sources: Vec<String>,
    stances: BTreeMap<ClaimId, Vec<(Stance, PartyId)>>,
    limited: BTreeMap<ClaimId, Vec<ClaimId>>,
    /// The preferences that rank a claim or what starts from it, each with whether it is the stronger there.
    ranks: BTreeMap<ClaimId, BTreeSet<(usize, bool)>>,
}

/// What stands in place of the verdict of a question: it has an outcome of its own.
pub const QUESTION: &str = "question";

/// The word for a verdict.
pub const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stands => "stands",
        Verdict::Open => "open",
        Verdict::Denied | Verdict::Unfounded => "falls",
        Verdict::Unsupported => "unsupported",
    }
}

impl<'r> Cards<'r> {
    /// Reads what is needed more than once, for the page of `brief`, whose sources the cards give as it does. Linear in the debate.
    pub fn new(report: &'r Report<'r>, brief: &'r Brief) -> Self {
        let debate = &report.debate;
        let mut stances: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for act in &debate.commitments {
            for claim in &act.claims {
                stances.entry(*claim).or_default().extend(act.parties.iter().map(|p| (act.stance, *p)));
            }
        }
        let mut limited: BTreeMap<_, Vec<_>> = BTreeMap::new();
        debate.limits.iter().for_each(|l| limited.entry(l.claim).or_default().push(l.target));
        let mut ranks: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (index, preference) in debate.preferences.iter().enumerate() {
            for (side, is_stronger) in [(&preference.stronger, true), (&preference.weaker, false)] {
                let premises = side.step.map(|s| debate.step(s).premises.as_slice()).unwrap_or_default();
                for claim in side.claim.iter().chain(premises) {
                    ranks.entry(*claim).or_default().insert((index, is_stronger));
                }
            }
        }
        let parties: Vec<String> = debate.parties.iter().map(|p| plain(&p.text)).collect();
        let held = Stances::new(debate);
        let speakers: Vec<Vec<PartyId>> = debate.claim_ids().map(|id| held.speakers(debate, id)).collect();
        let links = debate
            .claim_ids()
            .zip(&debate.claims)
            .zip(&speakers)
            .map(|((id, claim), speakers)| {
                let words = text(&shorten(&plain(&claim.text), BOX_COLUMNS));
                let by = names(&parties, speakers).map_or_else(String::new, |names| format!(" — {names}"));
                format!("<a href=\"#s-{}\">{words}</a>{by} {}", attribute(&claim.name.shown), pill(word(report.analysis.verdict(id))))
            })
            .collect();
        let in_full = |(id, source)| match brief.entries.get(&id) {
            Some(entry) => inlines(entry, debate),
            None => inlines(&chicago::note(source, None, ".").0, debate),
        };
        let sources = (0..).map(SourceId).zip(&debate.sources).map(in_full).collect();
        Self { parties, speakers, teller: Teller::in_words(report), report, brief, links, sources, stances, limited, ranks }
    }

    /// The cards of `claims`.
    pub fn claims(&self, claims: &[ClaimId]) -> String {
        let mut out = String::with_capacity(1_024 * claims.len());
        claims.iter().for_each(|id| self.claim(*id, &mut out));
        out
    }

    /// The card of a claim. Linear in what is next to it, up to a bound for each kind.
    fn claim(&self, id: ClaimId, out: &mut String) {
        let debate = &self.report.debate;
        let claim = debate.claim(id);
        let verdict = word(self.report.analysis.verdict(id));
        let label = self.brief.labels.get(&id).map_or("", String::as_str);
        self.open(
            &claim.name,
            (verdict, verdict, verdict, label),
            &claim.text,
            self.speakers.get(id.index()).map_or(&[], Vec::as_slice),
            out,
        );
        let why = reason(debate, &self.report.analysis, id);
        let idle = if self.is_idle(id) { " But it does not touch what it was said about: see below." } else { "" };
        let _ = write!(out, "<p class=\"why\">{}{idle}</p><dl>", text(&text::clean(&self.teller.short(&why))));
        entries("For it", why.supports.iter().map(|s| self.support(s)), out);
        entries("Against it", why.attacks.iter().map(|a| self.attack(a)), out);
        entries("Qualified by", self.report.analysis.links.limits(id).map(|c| self.link(c)), out);
        entries("It bears on", self.bearings(id).into_iter(), out);
        entries(
            "Ranked",
            self.ranks.get(&id).into_iter().flatten().filter_map(|(index, is_stronger)| self.rank(*index, *is_stronger)),
            out,
        );
        entries("Said by", self.voices(id, claim).into_iter(), out);
        entries("Sources", claim.cites().iter().map(|c| self.cite(c)), out);
        entries("Besides", self.besides(claim).into_iter(), out);
        self.close(&claim.name, claim.place, out);
    }

    /// The card of a question.
    pub fn question(&self, id: QuestionId, out: &mut String) {
        let question = self.report.debate.question(id);
        let (paint, state, outcome) = match self.report.analysis.outcome(id) {
            Outcome::Answer(answer) => ("stands", "answered", format!("Of its answers, this alone stands: {}", self.link(*answer))),
            Outcome::Default(answer) => {
                ("stands", "by default", format!("No answer alone stands, so this holds by default: {}", self.link(*answer)))
            }
            Outcome::Open(_) if question.answers.is_empty() => ("open", "unanswered", "Nobody answers it.".to_owned()),
            Outcome::Open(standing) if standing.is_empty() => ("open", "unanswered", "None of its answers stands.".to_owned()),
            Outcome::Open(all) if question.one => {
                ("open", "open", format!("It takes one answer, but more than one stands: {}", self.list(all)))
            }
            Outcome::Open(all) => ("stands", "answered", format!("Of its answers, these stand together: {}", self.list(all))),
        };
        self.open(&question.name, (QUESTION, paint, state, ""), &question.text, &parties(&question.speakers), out);
        let _ = write!(out, "<p class=\"why\">{outcome}</p><dl>");
        entries("Answers", question.answers.iter().map(|a| self.link(*a)), out);
        entries("Sources", question.cites.iter().map(|c| self.cite(c)), out);
        self.close(&question.name, question.place, out);
    }

    /// A card opens to what its `id` names, so that a link to it unfolds it without a script. Within it there are no
    /// gaps between elements: a browser keeps each, and a long list would have thousands.
    fn open(
        &self,
        name: &Name,
        (kind, paint, state, label): (&str, &str, &str, &str),
        words: &str,
        speakers: &[PartyId],
        out: &mut String,
    ) {
        let name = attribute(&name.shown);
        let by = speakers.iter().map(|s| s.0.to_string()).collect::<Vec<_>>().join(" ");
        let (head, rest) = text::apart(words);
        let label = if label.is_empty() { String::new() } else { format!("<small class=\"mark\">{}</small> ", text(label)) };
        let _ = write!(
            out,
            "<details class=\"card\" data-claim=\"{name}\" data-verdict=\"{kind}\" data-by=\"{by}\"><summary><b class=\"v {paint}\">{state}</b> {label}{}{}</summary><div id=\"s-{name}\">",
            inlines(&head.0, &self.report.debate),
            byline(&self.parties, speakers)
        );
        if !rest.is_empty() {
            out.push_str(&fragment(&rest, &self.report.debate).replace('\n', ""));
        }
    }

    fn close(&self, name: &Name, place: Place, out: &mut String) {
        let place = text(&text::clean(&self.teller.place(place)));
        let _ = writeln!(out, "</dl><p class=\"place\"><code>{}</code> {place}</p></div></details>", text(&name.shown));
    }

    fn link(&self, claim: ClaimId) -> String {
        self.links.get(claim.index()).cloned().unwrap_or_default()
    }

    fn list(&self, claims: &[ClaimId]) -> String {
        let shown: Vec<String> = claims.iter().take(MOST).map(|c| self.link(*c)).collect();
        let more = if claims.len() > MOST { format!(" and {} more", claims.len() - MOST) } else { String::new() };
        shown.join("<br/><em>and</em> ") + &more
    }

    /// What a claim is ranked over or below, and why.
    fn rank(&self, index: usize, is_stronger: bool) -> Option<String> {
        let debate = &self.report.debate;
        let preference = debate.preferences.get(index)?;
        let (word, other) = if is_stronger { ("Above", &preference.weaker) } else { ("Below", &preference.stronger) };
        let premises = other.step.map(|s| debate.step(s).premises.as_slice()).unwrap_or_default();
        let other = self.list(other.claim.as_ref().map_or(premises, std::slice::from_ref));
        let why = inlines(&text::line(&preference.text).0, debate);
        let why = if why.is_empty() { why } else { format!("<br/><em>Why:</em> {why}") };
        Some(format!("<em>{word}:</em> {other}{why}{}", byline(&self.parties, &parties(&preference.speakers))))
    }

    fn support(&self, support: &SupportReason) -> String {
        let step = self.report.debate.step(support.step);
        let mut out = self.list(&step.premises);
        if step.strict {
            out.push_str(", from which it follows with necessity");
        }
        for undercut in support.undercuts.iter().take(MOST) {
            let _ = write!(out, "<br/><em>Against this reason:</em> {}", self.attack(undercut));
        }
        let is_undercut = |fate: &Fate| support.undercuts.iter().any(|u| u.fate == *fate);
        // What does not stand says so beside itself.
        let told = match support.force {
            Force::Works if support.returning.is_empty() => return out,
            Force::Works => "This adds nothing, since it rests on the statement itself.",
            Force::Open if !support.weak.is_empty() => "Whether this holds is open.",
            Force::Open if is_undercut(&Fate::Open) => "This stands; whether it leads to the statement is open.",
            Force::Open => "This stands; whether it prevails over what speaks against the statement is open.",
            Force::Fails if !support.weak.is_empty() => return out,
            Force::Fails if is_undercut(&Fate::Succeeds) => "This stands, but it does not lead to the statement.",
            Force::Fails => "This stands, but what speaks against the statement prevails over it.",
        };
        let _ = write!(out, "<br/><em>{told}</em>");
        out
    }

    fn attack(&self, attack: &Attack) -> String {
        let who = match attack.by {
            Attacker::Move(claim, _) => self.link(claim),
            Attacker::Contradiction(claim) => format!("<em>Contradicted by:</em> {}", self.link(claim)),
            Attacker::Consequence(step) => {
                let targets: Vec<ClaimId> = self.report.debate.step(step).claims().collect();
                format!("<em>It leads with necessity to:</em> {}", self.list(&targets))
            }
        };
        match &attack.fate {
            Fate::Succeeds => format!("{who}<br/><em>This succeeds.</em>"),
            Fate::Open => format!("{who}<br/><em>Whether this succeeds is open.</em>"),
            Fate::Falls => who,
            Fate::Outweighed => format!("{who}<br/><em>A preference ranks this lower.</em>"),
            Fate::Undercut(by) => {
                format!("{who}<br/><em>This may be true, but it does not touch the statement. The reply:</em> {}", self.list(by))
            }
        }
    }

    /// What was said against a step, which may leave true what it starts from.
    fn undercuts(&self, step: StepId) -> Vec<Attack> {
        let (debate, analysis) = (&self.report.debate, &self.report.analysis);
        if analysis.links.undercuts(step).len() == 0 { Vec::new() } else { support(debate, analysis, step).undercuts }
    }

    /// Whether a claim stands, and all that was said with it lost its force.
    fn is_idle(&self, id: ClaimId) -> bool {
        let mut uses = self.report.analysis.links.uses(id).peekable();
        let stands = self.report.analysis.verdict(id) == Verdict::Stands;
        stands && uses.peek().is_some() && uses.all(|step| !winners(&self.undercuts(step)).is_empty())
    }

    fn bearings(&self, id: ClaimId) -> Vec<String> {
        let debate = &self.report.debate;
        let mut all = Vec::new();
        for used in self.report.analysis.links.uses(id) {
            let step = debate.step(used);
            let undercuts = self.undercuts(used);
            let by = winners(&undercuts);
            let told = if by.is_empty() {
                undercuts.iter().take(MOST).map(|undercut| format!("<br/><em>Against this step:</em> {}", self.attack(undercut))).collect()
            } else {
                format!("<br/><em>It may be true, but it does not touch that. The reply:</em> {}", self.list(&by))
            };
            for target in step.targets.iter().take(MOST) {
                let bearing = match (step.kind, target) {
                    (StepKind::Rebuttal, Target::Claim(claim)) => format!("<em>Speaks against:</em> {}", self.link(*claim)),
                    (_, Target::Claim(claim)) => format!("<em>Supports:</em> {}", self.link(*claim)),
                    (_, Target::Step(of)) => {
                        let made = debate.step(*of);
                        let targets: Vec<ClaimId> = made.claims().collect();
                        format!("<em>Disputes the step from:</em> {}<br/><em>to:</em> {}", self.list(&made.premises), self.list(&targets))
                    }
                };
                all.push(bearing + &told);
            }
        }
        all.extend(self.limited.get(&id).into_iter().flatten().map(|c| format!("<em>Qualifies:</em> {}", self.link(*c))));
        all.extend(debate.claim(id).answers.iter().map(|q| {
            let question = debate.question(*q);
            format!(
                "<em>Answers:</em> <a href=\"#s-{}\">{}</a>",
                attribute(&question.name.shown),
                text(&shorten(&plain(&question.text), BOX_COLUMNS))
            )
        }));
        all
    }

    /// Who said it, with their roles, and who took it on, denied it or took it back.
    fn voices(&self, id: ClaimId, claim: &Claim) -> Vec<String> {
        let party = |party: PartyId| {
            let of = self.report.debate.party(party);
            let name = self.parties.get(party.index()).map_or("", String::as_str);
            of.role.as_ref().map_or_else(|| text(name), |role| format!("{}, {}", text(name), text(&plain(role))))
        };
        let mut all: Vec<String> = claim.speakers.iter().filter(|s| !s.inherited).map(|s| party(s.party)).collect();
        for (stance, who) in self.stances.get(&id).into_iter().flatten() {
            let did = match stance {
                Stance::Accept => "accepted",
                Stance::Deny => "denied",
                Stance::Retract => "taken back",
            };
            all.push(format!("{did} by {}", party(*who)));
        }
        all
    }

    fn cite(&self, cite: &Citation) -> String {
        let source = self.report.debate.source(cite.source);
        let mut out = self.sources.get(cite.source.index()).cloned().unwrap_or_default();
        if let Some(locator) = &cite.locator {
            let _ = write!(out, " {}", inlines(&text::line(locator).0, &self.report.debate));
        }
        if let Some(quotation) = &cite.quotation {
            let _ = write!(out, " <q>{}</q>", text(&text::clean(quotation)));
        }
        if let Some(grade) = &source.reliability {
            let _ = write!(out, " <small>grade {}</small>", text(&text::clean(grade)));
        }
        if let Some(url) = &source.url {
            let _ = write!(out, " {}", inlines(&address(url).0, &self.report.debate));
        }
        out
    }

    fn besides(&self, claim: &Claim) -> Vec<String> {
        let Some(details) = &claim.details else { return Vec::new() };
        let mut all = Vec::new();
        all.extend(details.likelihood.as_ref().map(|l| format!("likelihood: {}", text(&text::clean(l)))));
        all.extend(details.confidence.map(|c| format!("confidence: {}", c.word())));
        all.extend(details.date.map(|d| format!("said {}", text(&words::on(d)))));
        all.extend(details.valid_until.map(|d| format!("good until {}", text(&d.words()))));
        all.extend((!details.tags.is_empty()).then(|| format!("tags: {}", text(&text::clean(&details.tags.join(", "))))));
        all.extend(details.note.as_ref().map(|n| inlines(&text::line(n).0, &self.report.debate)));
        all
    }
}

/// The claims of those undercuts that take a step its force.
fn winners(undercuts: &[Attack]) -> Vec<ClaimId> {
    let wins = undercuts.iter().filter(|undercut| undercut.fate == Fate::Succeeds);
    wins.filter_map(|undercut| if let Attacker::Move(claim, _) = undercut.by { Some(claim) } else { None }).collect()
}

fn pill(word: &str) -> String {
    format!("<small class=\"v {word}\">{word}</small>")
}

fn parties(speakers: &[Speaker]) -> Vec<PartyId> {
    speakers.iter().map(|s| s.party).collect()
}

/// Who speaks, to stand between tags, if anybody does.
fn names(parties: &[String], speakers: &[PartyId]) -> Option<String> {
    let names: Vec<&str> = speakers.iter().take(MOST).filter_map(|s| parties.get(s.index())).map(String::as_str).collect();
    if names.is_empty() { None } else { Some(text(&names.join(", "))) }
}

fn byline(parties: &[String], speakers: &[PartyId]) -> String {
    names(parties, speakers).map_or_else(String::new, |names| format!(" <small class=\"by\">{names}</small>"))
}

/// The entries of one kind under their term.
fn entries(term: &str, mut all: impl Iterator<Item = String>, out: &mut String) {
    let Some(first) = all.next() else { return };
    let _ = write!(out, "<dt>{term}</dt><dd>{first}</dd>");
    all.by_ref().take(MOST - 1).for_each(|entry| {
        let _ = write!(out, "<dd>{entry}</dd>");
    });
    let more = all.count();
    if more > 0 {
        let _ = write!(out, "<dd>and {more} more</dd>");
    }
}
