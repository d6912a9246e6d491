//! What a brief says is true of its debate: of random debates, each sentence is read back, and held against the model and the reasoner. A kind
//! of sentence that is not known here fails, so that none slips by.

mod acts;
mod after;
mod judged;
mod look;
mod make;
mod oracle;
mod page;
mod told;
mod whole;

use crate::{
    brief_truth::{look::Look, oracle::Oracle, page::Page},
    support::{is_broken, with},
    verdicts::dice::Dice,
};
use agon::{
    model::ids::ClaimId,
    render::brief::{Length, brief},
    report::run::Report,
};

/// How many debates are made.
const DEBATES: usize = 200;

/// The claim whose case each sentence belongs to.
fn subjects(oracle: &Oracle<'_>, page: &Page) -> Vec<Option<ClaimId>> {
    let mut subject = None;
    let mut place = ("", 0);
    // Whether each item of a list is the case of another answer.
    let mut item = None;
    let mut subjects = Vec::new();
    for (said, at) in page.said.iter().zip(0..) {
        let first = || Look { o: oracle, page, at, subject: None }.claims(&said.words).first().copied();
        if place != (said.section, said.judgement) {
            place = (said.section, said.judgement);
            item = None;
            subject = oracle.judgements.get(said.judgement - 1).and_then(|j| j.claim).filter(|_| said.section == "case");
        }
        match page::head(&said.words) {
            Some((head, _)) if page::opens_list(head) => (subject, item) = (None, Some(said.item)),
            Some((head, _)) if page::opens_case(head) => (subject, item) = (first(), None),
            _ if item.is_some_and(|item| item != said.item) => (subject, item) = (first(), Some(said.item)),
            _ => {}
        }
        subjects.push(subject);
    }
    subjects
}

/// The sentences of a brief that are not known to be true, and what else is wrong with it.
fn faults(report: &Report<'_>) -> Vec<String> {
    let page = Page::read(&brief(report, Length::Full));
    let oracle = Oracle::new(report);
    let mut faults = Vec::new();
    for (at, subject) in subjects(&oracle, &page).into_iter().enumerate() {
        let look = Look { o: &oracle, page: &page, at, subject };
        if let Some(head) = page::head(&page.said[at].words).and_then(|(head, rest)| untrue_head(&look, report, head, rest)) {
            faults.push(format!("untrue: {head}"));
        }
        let words = page::plain(&page.said[at].words);
        let is_so = if look.said().section == "judgements" { judged::is_so(&look, &words) } else { after::is_so(&look, &words) };
        let kind = match is_so {
            Some(true) => continue,
            Some(false) => "untrue",
            None => "of no known kind",
        };
        faults.push(format!("{kind}, in {}: {}", look.said().section, look.said().words));
    }
    faults.extend(whole::faults(&oracle, &page));
    faults
}

/// The head of a paragraph, where it is not true of the answer or limit that follows it.
fn untrue_head<'h>(look: &Look<'_>, report: &Report<'_>, head: &'h str, rest: &str) -> Option<&'h str> {
    let falls = |claim| look.o.verdict(claim).falls();
    let limit = || look.claims(rest).first().copied();
    let is_so = match (head, look.subject) {
        ("A limit", _) => limit().is_none_or(|limit| !falls(limit)),
        (page::FAILED_LIMIT, _) => limit().is_some_and(falls),
        ("Another answer" | "One more answer", Some(answer)) => !excludes_an_answer(report, answer),
        (rival, Some(answer)) if page::RIVALS.contains(&rival) => excludes_an_answer(report, answer),
        _ => true,
    };
    (!is_so).then_some(head)
}

fn excludes_an_answer(report: &Report<'_>, answer: ClaimId) -> bool {
    let questions = &report.debate.claim(answer).answers;
    let is_answer = |other: &ClaimId| *other != answer && report.debate.claim(*other).answers.iter().any(|q| questions.contains(q));
    report.debate.contradictions.iter().any(|clash| clash.claims.contains(&answer) && clash.claims.iter().any(is_answer))
}

#[test]
fn each_sentence_of_a_brief_is_true_of_its_debate() {
    let mut dice = Dice(1849);
    let mut checked = 0;
    for _ in 0..DEBATES {
        let text = make::debate(&mut dice);
        with(&text, |report| {
            if !is_broken(report) {
                let faults = faults(report);
                assert!(faults.is_empty(), "{text}\n{faults:#?}");
                checked += 1;
            }
        });
    }
    assert!(checked > DEBATES / 2, "{checked} of {DEBATES} debates mean what they say");
}
