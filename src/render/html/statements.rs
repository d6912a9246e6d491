//! The list of all statements of a debate, and the means to search it.

use crate::{
    analysis::verdict::Verdict,
    model::ids::ClaimId,
    render::{
        brief::Length,
        document::Brief,
        html::card::{Cards, QUESTION, word},
        svg_text::text,
    },
    report::run::Report,
};
use std::{collections::BTreeSet, fmt::Write};

/// How many cards one thread writes before it looks for more.
const PART: usize = 1_000;

/// The list under a heading, questions first; nothing where nothing is said. Beside a brief of one page it is not printed.
pub fn statements(report: &Report<'_>, brief: &Brief, length: Length) -> String {
    let debate = &report.debate;
    if debate.claims.is_empty() && debate.questions.is_empty() {
        return String::new();
    }
    let cards = Cards::new(report, brief);
    let mut out = String::new();
    let class = if length == Length::OnePage { "statements unprinted" } else { "statements" };
    let _ = writeln!(out, "<section class=\"{class}\" id=\"statements\" aria-label=\"Statements\">\n<h2>Every statement</h2>");
    bar(report, &cards, &mut out);
    out.push_str("<div class=\"list\">\n");
    debate.question_ids().for_each(|id| cards.question(id, &mut out));
    let ids: Vec<ClaimId> = debate.claim_ids().collect();
    let parts: Vec<&[ClaimId]> = ids.chunks(PART).collect();
    report.threads.map(&parts, |part| cards.claims(part)).iter().for_each(|part| out.push_str(part));
    out.push_str("</div>\n</section>\n");
    out
}

/// Search and filters. Their names and values are read by the script alone; without it they are not shown.
fn bar(report: &Report<'_>, cards: &Cards<'_>, out: &mut String) {
    out.push_str("<form class=\"search\" role=\"search\">\n<input type=\"search\" name=\"words\" placeholder=\"Search\" aria-label=\"Search the statements\"/>\n");
    let speakers: BTreeSet<u32> = cards.speakers.iter().flatten().map(|party| party.0).collect();
    if !speakers.is_empty() {
        out.push_str("<select name=\"speaker\" aria-label=\"Speaker\"><option value=\"\">All speakers</option>");
        for (index, party) in (0..).zip(&cards.parties).filter(|(index, _)| speakers.contains(index)) {
            let _ = write!(out, "<option value=\"{index}\">{}</option>", text(party));
        }
        out.push_str("</select>\n");
    }
    out.push_str("<span class=\"kinds\">\n");
    let of = |verdict| report.analysis.verdicts.iter().filter(|v| word(**v) == word(verdict)).count();
    let claims =
        [Verdict::Stands, Verdict::Denied, Verdict::Open, Verdict::Unsupported].map(|verdict| (word(verdict), word(verdict), of(verdict)));
    let questions = (QUESTION, "questions", report.debate.questions.len());
    for (kind, told, count) in claims.into_iter().chain([questions]).filter(|(.., count)| *count > 0) {
        let _ = writeln!(
            out,
            "<label class=\"v {kind}\"><input type=\"checkbox\" name=\"verdict\" value=\"{kind}\" checked=\"\"/>{told} {count}</label>"
        );
    }
    out.push_str("</span>\n<button type=\"reset\">Clear</button> <button type=\"button\" name=\"fold\">Open all</button>\n<output aria-live=\"polite\"></output>\n</form>\n");
}
