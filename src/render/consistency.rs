//! The consistency report, for those who keep a debate: what stands, what clashes, what is missing, with names and places.

use crate::{
    analysis::{outcome::Outcome, verdict::Verdict, why::reason},
    diagnostic::code::Level,
    model::ids::ClaimId,
    render::{
        document::{Block, Inline, markdown},
        prose::words,
        text,
        why::short,
    },
    report::{
        findings::{open_clashes, unanswered_rebuttals, unsupported, without_source},
        run::Report,
    },
    text::span::Place,
};

/// The most lines of one section; the rest is counted.
const MOST: usize = 100;

/// The consistency report as Markdown. Linear but for the sections, which are bounded.
pub fn render(report: &Report<'_>) -> String {
    let writer = Writer { report };
    let about = match (&report.debate.about.title, report.debate.questions.as_slice()) {
        (Some(title), _) => title,
        (None, [only]) => &only.text,
        (None, _) => "a debate",
    };
    let mut out = vec![Block::Heading(
        1,
        [vec![Inline::Text("Consistency of “".to_owned())], text::line(about).0, vec![Inline::Text("”".to_owned())]].concat(),
    )];
    out.push(writer.counts());
    writer.section(&mut out, "Questions", writer.questions());
    writer.section(
        &mut out,
        "Open clashes",
        open_clashes(report)
            .into_iter()
            .map(|(a, b)| writer.line(&[("", Some(a)), (" and ", Some(b)), (": neither has the last word", None)]))
            .collect(),
    );
    writer.section(&mut out, "Circles of support", writer.circles());
    writer.section(&mut out, "Parties against themselves", writer.against_themselves());
    writer.section(
        &mut out,
        "Unanswered rebuttals",
        unanswered_rebuttals(report).into_iter().map(|(r, t)| writer.line(&[("", Some(r)), (" brings down ", Some(t))])).collect(),
    );
    writer.section(&mut out, "Claims without support", unsupported(report).into_iter().map(|c| writer.told(c)).collect());
    writer.section(
        &mut out,
        "Claims with neither support nor source",
        without_source(report).into_iter().map(|c| writer.line(&[("", Some(c))])).collect(),
    );
    writer.section(&mut out, "Worth knowing", writer.notes());
    writer.section(&mut out, "Positions", writer.positions());
    markdown(&out)
}

struct Writer<'r> {
    report: &'r Report<'r>,
}

impl Writer<'_> {
    fn section(&self, out: &mut Vec<Block>, title: &str, mut items: Vec<Vec<Inline>>) {
        if items.is_empty() {
            return;
        }
        let left = items.len().saturating_sub(MOST);
        items.truncate(MOST);
        if left > 0 {
            items.push(plain(&format!("and {left} more; `agon report --format json` lists them all")));
        }
        out.push(Block::Heading(2, plain(title)));
        out.push(Block::List { ordered: false, items: items.into_iter().map(|line| vec![Block::Paragraph(line)]).collect() });
    }

    fn name(&self, claim: ClaimId) -> Inline {
        Inline::Code(self.report.debate.claim(claim).name.shown.to_string())
    }

    fn place(&self, place: Place) -> String {
        let source = &self.report.files.file(place.file).source;
        format!(" ({}:{})", text::clean(&source.path), source.lines.line_of(place.span.start) + 1)
    }

    /// Words and names in turn; each name with its place.
    fn line(&self, parts: &[(&str, Option<ClaimId>)]) -> Vec<Inline> {
        let mut line = Vec::new();
        for (words, claim) in parts {
            if !words.is_empty() {
                line.extend(plain(words));
            }
            if let Some(claim) = claim {
                line.push(self.name(*claim));
                line.extend(plain(&self.place(self.report.debate.claim(*claim).place)));
            }
        }
        line
    }

    fn told(&self, claim: ClaimId) -> Vec<Inline> {
        let why = short(self.report, &reason(&self.report.debate, &self.report.analysis, claim));
        let mut line = self.line(&[("", Some(claim))]);
        line.extend(plain(": "));
        line.extend(coded(&words::small(&why)));
        line
    }

    fn counts(&self) -> Block {
        let count = |v: Verdict| self.report.analysis.verdicts.iter().filter(|x| **x == v).count();
        let [stands, open, denied, unfounded, unsupported] =
            [Verdict::Stands, Verdict::Open, Verdict::Denied, Verdict::Unfounded, Verdict::Unsupported].map(count);
        let claims = self.report.debate.claims.len();
        let noun = if claims == 1 { "claim" } else { "claims" };
        Block::Paragraph(plain(&format!(
            "Of {claims} {noun}, {stands} stand, {open} are open, {} fall ({denied} denied, {unfounded} unfounded) and {unsupported} are unsupported.",
            denied + unfounded
        )))
    }

    fn questions(&self) -> Vec<Vec<Inline>> {
        self.report
            .debate
            .question_ids()
            .map(|id| {
                let question = self.report.debate.question(id);
                let mut line = vec![Inline::Code(question.name.shown.to_string())];
                line.extend(plain(&self.place(question.place)));
                match self.report.analysis.outcome(id) {
                    Outcome::Answer(answer) => line.extend([plain(" is answered by "), vec![self.name(*answer)]].concat()),
                    Outcome::Default(answer) => line.extend([plain(" falls to its default "), vec![self.name(*answer)]].concat()),
                    Outcome::Open(standing) if standing.is_empty() => line.extend(plain(" is open: no answer stands")),
                    Outcome::Open(standing) => {
                        line.extend(plain(" is open: more than one answer stands: "));
                        line.extend(self.names(standing));
                    }
                }
                line
            })
            .collect()
    }

    fn names(&self, claims: &[ClaimId]) -> Vec<Inline> {
        let mut line = Vec::new();
        for (index, claim) in claims.iter().take(MOST).enumerate() {
            if index > 0 {
                line.extend(plain(", "));
            }
            line.push(self.name(*claim));
        }
        if claims.len() > MOST {
            line.extend(plain(&format!(" and {} more", claims.len() - MOST)));
        }
        line
    }

    fn circles(&self) -> Vec<Vec<Inline>> {
        self.report.circles.iter().map(|c| self.names(&c.claims)).collect()
    }

    fn against_themselves(&self) -> Vec<Vec<Inline>> {
        let clashes = self.report.stores.iter().filter_map(|s| Some((s.party, s.clash.as_ref()?)));
        clashes
            .map(|(party, clash)| {
                let mut line = text::line(&self.report.debate.party(party).text).0;
                line.extend(plain(" holds what cannot be held together: "));
                for (index, held) in clash.core.iter().enumerate() {
                    if index > 0 {
                        line.extend(plain(" and "));
                    }
                    if held.denied {
                        line.extend(plain("the denial of "));
                    }
                    line.push(self.name(held.claim));
                    if let Some(since) = held.since {
                        line.extend(plain(&format!(" ({})", since.words())));
                    }
                }
                line
            })
            .collect()
    }

    fn notes(&self) -> Vec<Vec<Inline>> {
        let notes = self.report.diagnostics.iter().filter(|d| d.level == Level::Note);
        notes.map(|d| [coded(&d.title), plain(&self.place(d.at.place))].concat()).collect()
    }

    fn positions(&self) -> Vec<Vec<Inline>> {
        let stores = self.report.stores.iter().filter(|s| !s.held.is_empty());
        stores
            .map(|store| {
                let mut line = text::line(&self.report.debate.party(store.party).text).0;
                let held = |v: fn(Verdict) -> bool| -> Vec<ClaimId> {
                    store.held.iter().filter(|h| !h.denied && v(self.report.analysis.verdict(h.claim))).map(|h| h.claim).collect()
                };
                let mut first = true;
                for (words, claims) in [
                    ("of what it holds, these stand: ", held(|v| v == Verdict::Stands)),
                    ("these are open: ", held(|v| v == Verdict::Open)),
                    ("these fall: ", held(Verdict::falls)),
                    ("these are unsupported: ", held(|v| v == Verdict::Unsupported)),
                    ("it denies: ", store.held.iter().filter(|h| h.denied).map(|h| h.claim).collect()),
                ] {
                    if claims.is_empty() {
                        continue;
                    }
                    line.extend(plain(if first { ": " } else { "; " }));
                    line.extend(plain(words));
                    line.extend(self.names(&claims));
                    first = false;
                }
                line
            })
            .collect()
    }
}

fn plain(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

/// Words in which names stand between backticks.
fn coded(words: &str) -> Vec<Inline> {
    let clean = text::clean(words);
    let parts = clean.split('`').enumerate().filter(|(_, part)| !part.is_empty());
    parts.map(|(index, part)| if index % 2 == 1 { Inline::Code(part.to_owned()) } else { Inline::Text(part.to_owned()) }).collect()
}
