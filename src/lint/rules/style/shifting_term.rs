//! Finds words that have one sense in one part of a step and another in another: equivocation.
//!
//! A sense is what a term of the claim's own file says, or what the text itself says: "free in the sense of without charge". In a debate
//! of one file that does not say so itself, a word has one sense.

use crate::{
    diagnostic::{code::Level, problem::Diagnostic},
    lint::{
        rule::{Context, rule},
        terms::{Terms, local},
        words::{same_words, words},
    },
    model::{
        debate::{Step, StepKind},
        ids::ClaimId,
    },
    text::span::{FileId, Place},
};
use std::collections::BTreeMap;

rule! {
    /// A word has one sense in a premise and another in the conclusion.
    "shifting-term", Style, Warning, "shifting_term.md"
}

/// The most senses that one text tells, and the most letters before "sense" that are read.
const MOST_SENSES: usize = 8;
const MOST_LETTERS: usize = 120;
/// The most parts of a step that are held against each other.
const MOST_PARTS: usize = 64;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    let declared = Declared::new(cx);
    let ids = cx.debate.claim_ids().map(|id| (id, senses(&cx.debate.claim(id).text)));
    let own: BTreeMap<ClaimId, Vec<(String, String)>> = ids.filter(|(_, senses)| !senses.is_empty()).collect();
    if declared.terms.is_none() && own.is_empty() {
        return;
    }
    for step in cx.debate.steps.iter().filter(|s| s.kind != StepKind::Undercut) {
        let parts: Vec<ClaimId> = step.premises.iter().copied().chain(step.claims()).take(MOST_PARTS).collect();
        if let Some(shift) = declared.find(cx, &parts).or_else(|| told(cx, &own, &parts)) {
            out.push(shift.tell(cx, step));
        }
    }
}

/// Two claims that use a word in two senses.
struct Shift {
    word: String,
    claims: (ClaimId, ClaimId),
    /// Where the senses are given.
    senses: (Place, Place),
    /// Whether a term of each file gives them.
    declared: bool,
}

impl Shift {
    fn tell(&self, cx: &Context<'_>, step: &Step) -> Diagnostic {
        let part = |claim: ClaimId| {
            let name = &cx.debate.claim(claim).name.shown;
            match (step.premises.contains(&claim), step.kind) {
                (true, StepKind::Support) => format!("the premise `{name}`"),
                (true, _) => format!("the rebuttal `{name}`"),
                (false, StepKind::Support) => format!("the conclusion `{name}`"),
                (false, _) => format!("its target `{name}`"),
            }
        };
        let (one, other) = (part(self.claims.0), part(self.claims.1));
        let title = format!("\"{}\" has one sense in {one} and another in {other}", self.word);
        let mut found = Diagnostic::new(&CODE, step.place, title);
        if !self.declared {
            // Two wordings may mean one sense.
            found.level = Level::Note;
        }
        found
            .related(self.senses.0, format!("its sense in {one}"))
            .related(self.senses.1, format!("its sense in {other}"))
            .note("what holds of the word in one sense need not hold of it in the other")
            .help("give one of the two another word; or say with a premise how the one follows from the other")
    }
}

/// The words that several files declare in several senses.
struct Declared {
    /// By word: the files that declare it, each with the index of its term.
    senses: BTreeMap<String, Vec<(FileId, usize)>>,
    terms: Option<Terms>,
}

impl Declared {
    fn new(cx: &Context<'_>) -> Self {
        let mut senses: BTreeMap<String, Vec<(FileId, usize)>> = BTreeMap::new();
        for (at, term) in cx.debate.terms.iter().enumerate() {
            senses.entry(local(&term.name.shown).to_lowercase()).or_default().push((term.place.file, at));
        }
        let texts = |list: &[(FileId, usize)]| -> Vec<&str> {
            list.iter().filter_map(|(_, at)| cx.debate.terms.get(*at)).map(|t| t.text.as_str()).collect()
        };
        senses.retain(|_, list| texts(list).windows(2).any(|pair| matches!(pair, [a, b] if !same_words(a, b))));
        let terms = (!senses.is_empty()).then(|| Terms::new(cx.debate));
        Self { senses, terms }
    }

    fn find(&self, cx: &Context<'_>, parts: &[ClaimId]) -> Option<Shift> {
        let terms = self.terms.as_ref()?;
        let first = cx.debate.claim(*parts.first()?).place.file;
        if parts.iter().all(|c| cx.debate.claim(*c).place.file == first) {
            return None;
        }
        // The term that a claim uses by a word: the one of its own file.
        let used = |claim: ClaimId, list: &[(FileId, usize)]| {
            let claim = cx.debate.claim(claim);
            let own = list.iter().find(|(file, _)| *file == claim.place.file).map(|s| s.1)?;
            terms.find(&claim.text).contains(&own).then_some(own)
        };
        self.senses.iter().find_map(|(word, list)| {
            let mut uses = parts.iter().filter_map(|c| Some((*c, cx.debate.terms.get(used(*c, list)?)?)));
            let (one, sense) = uses.next()?;
            let (other, shifted) = uses.find(|(_, term)| !same_words(&term.text, &sense.text))?;
            Some(Shift { word: word.clone(), claims: (one, other), senses: (sense.place, shifted.place), declared: true })
        })
    }
}

/// Two claims whose own texts say in which sense they use a word, and say it otherwise.
fn told(cx: &Context<'_>, own: &BTreeMap<ClaimId, Vec<(String, String)>>, parts: &[ClaimId]) -> Option<Shift> {
    let mut known: Vec<(ClaimId, &(String, String))> = Vec::new();
    for claim in parts {
        for said in own.get(claim).into_iter().flatten() {
            let (word, sense) = said;
            if let Some((one, _)) = known.iter().find(|(c, (w, s))| c != claim && w == word && !same_words(s, sense)) {
                let senses = (cx.debate.claim(*one).place, cx.debate.claim(*claim).place);
                return Some(Shift { word: word.clone(), claims: (*one, *claim), senses, declared: false });
            }
            known.push((*claim, said));
        }
    }
    None
}

/// Words with the sense in which a text says to use them: `free in the sense of without charge`, `a bank in the legal sense`.
fn senses(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(" sense").take(MOST_SENSES) {
        let from = (0..=at.saturating_sub(MOST_LETTERS)).rev().find(|from| text.is_char_boundary(*from)).unwrap_or(0);
        let (Some(before), Some(behind)) = (text.get(from..at), text.get(at + " sense".len()..)) else { continue };
        if behind.starts_with(char::is_alphanumeric) {
            continue;
        }
        let Some((word, which)) =
            ["in the", "in its", "in a"].iter().filter_map(|link| before.rsplit_once(link)).max_by_key(|(b, _)| b.len())
        else {
            continue;
        };
        let end = |c: char| matches!(c, '.' | ',' | ';' | ':' | '(' | ')' | '!' | '?');
        let sense = match behind.strip_prefix(" of ").or_else(|| behind.strip_prefix(" that ")) {
            Some(meaning) if which.trim().is_empty() => meaning.split(end).next().unwrap_or(""),
            _ if (1..=2).contains(&words(which).count()) && !which.contains(end) => which,
            _ => continue,
        };
        if let Some(word) = words(word).last() {
            found.push((word.to_lowercase(), sense.trim().to_owned()));
        }
    }
    found
}
