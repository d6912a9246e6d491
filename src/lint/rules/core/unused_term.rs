//! Finds terms whose word stands in no text.
//!
//! A word is recognised in its forms, generously: what is missed here is only an idle definition.

use crate::{
    diagnostic::problem::Diagnostic,
    lint::{
        edits::leave_out,
        rule::{Context, rule},
        terms::Terms,
    },
};

rule! {
    /// A term is declared and its word is not used.
    "unused-term", Core, Note, "unused_term.md"
}

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let debate = cx.debate;
    if !cx.whole || debate.claims.is_empty() || debate.terms.is_empty() {
        return;
    }
    let terms = Terms::new(debate);
    let mut used = vec![false; debate.terms.len()];
    let claims = debate.claims.iter().map(|c| c.text.as_str());
    let questions = debate.questions.iter().map(|q| q.text.as_str());
    let reasons = debate.contradictions.iter().map(|c| &c.text).chain(debate.preferences.iter().map(|p| &p.text));
    let reasons = reasons.chain(debate.commitments.iter().map(|c| &c.text)).map(String::as_str);
    let about = [&debate.about.title, &debate.about.scope].into_iter().flatten().map(String::as_str);
    let headings = debate.sections.iter().map(|s| s.title.as_str());
    let parties = debate.parties.iter().flat_map(|p| [Some(&p.text), p.role.as_ref(), p.side.as_ref()]).flatten().map(String::as_str);
    for text in claims.chain(questions).chain(reasons).chain(about).chain(headings).chain(parties) {
        for term in terms.find(text) {
            if let Some(mark) = used.get_mut(term) {
                *mark = true;
            }
        }
    }
    // A sense may be told with the word of another.
    for (at, term) in debate.terms.iter().enumerate() {
        for other in terms.find(&term.text).into_iter().filter(|other| *other != at) {
            if let Some(mark) = used.get_mut(other) {
                *mark = true;
            }
        }
    }
    for (term, _) in debate.terms.iter().zip(used).filter(|(t, used)| !used && !t.name.shown.contains('.')) {
        let found = Diagnostic::new(&CODE, term.place, format!("the word of the term `{}` is not used", term.name.shown));
        let found = found.note("the name of a term is the word itself, with `-` for a blank");
        let help = "use the word where it is meant, correct the name, or leave the term out";
        out.push(found.guess(help, leave_out(cx.files, term.place)));
    }
}
