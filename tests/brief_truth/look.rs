//! A sentence where it stands, with what its words can speak of.

use crate::brief_truth::{
    oracle::Oracle,
    page::{Page, Said},
};
use agon::{
    model::ids::{ClaimId, PartyId},
    render::{pick::Judgement, prose::words},
};

/// Whether what a sentence says is so; the words that fill the gaps of its kind are given.
pub(crate) type Law = fn(&Look<'_>, &[&str]) -> bool;

/// Kinds of sentences, each with what must be so where one stands; the first that fits is asked.
pub(crate) type Laws = [(&'static str, Law)];

/// For what says nothing about the debate that could be untrue.
pub(crate) const YES: Law = |_, _| true;

/// What stands for the gaps `*` of `pattern` in `words`, the shortest first.
pub(crate) fn fits<'w>(pattern: &str, words: &'w str) -> Option<Vec<&'w str>> {
    let mut parts = pattern.split('*');
    let mut rest = words.strip_prefix(parts.next()?)?;
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty().then(Vec::new) };
    let mut gaps = Vec::new();
    for part in parts {
        let (gap, after) = rest.split_once(part)?;
        gaps.push(gap);
        rest = after;
    }
    gaps.push(rest.strip_suffix(last)?);
    Some(gaps)
}

/// What the first of `laws` says that fits; nothing if none does.
pub(crate) fn ask(laws: &Laws, look: &Look<'_>, words: &str) -> Option<bool> {
    laws.iter().find_map(|(pattern, law)| fits(pattern, words).map(|gaps| law(look, &gaps)))
}

pub(crate) fn number(word: &str) -> Option<usize> {
    (0..=12).find(|n| words::number(*n).eq_ignore_ascii_case(word))
}

pub(crate) fn lower(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

pub(crate) struct Look<'o> {
    pub(crate) o: &'o Oracle<'o>,
    pub(crate) page: &'o Page,
    /// The place of the sentence on the page.
    pub(crate) at: usize,
    /// The answer or claim whose case is told.
    pub(crate) subject: Option<ClaimId>,
}

impl Look<'_> {
    pub(crate) fn said(&self) -> &Said {
        &self.page.said[self.at]
    }

    pub(crate) fn judgement(&self) -> Judgement {
        self.o.judgements[self.said().judgement - 1]
    }

    /// The claim of the judgement that is told, or that of the answers standing together that was told last.
    pub(crate) fn judged(&self) -> Option<ClaimId> {
        self.judgement().claim.or_else(|| self.last().filter(|_| self.said().section == "judgements"))
    }

    /// The answers to the question that is told but the one that was given.
    pub(crate) fn others(&self) -> Vec<ClaimId> {
        let judgement = self.judgement();
        let answers = judgement.question.map_or(&[][..], |q| &self.o.debate.question(q).answers);
        answers.iter().copied().filter(|a| Some(*a) != judgement.claim).collect()
    }

    /// The sentences of the same paragraph before this one, the nearest first.
    pub(crate) fn before(&self) -> impl Iterator<Item = &Said> {
        let paragraph = self.said().paragraph;
        self.page.said[..self.at].iter().rev().take_while(move |s| s.paragraph == paragraph)
    }

    /// The claims that `words` tell or name.
    pub(crate) fn claims(&self, words: &str) -> Vec<ClaimId> {
        let words = lower(words);
        let mut found = Vec::new();
        let mut rest = words.as_str();
        while !rest.is_empty() {
            rest = rest.trim_start_matches(['“', '(']);
            let end = if let Some(codes) = rest.strip_prefix(['{', '[']) {
                let end = codes.find(['}', ']']).unwrap();
                found.extend(codes[..end].split(' ').filter_map(|code| self.o.code(code)));
                end
            } else {
                let word =
                    ["judgements ", "judgement "].into_iter().find(|w| rest.get(..w.len()).is_some_and(|r| r.eq_ignore_ascii_case(w)));
                let number = word.and_then(|w| rest[w.len()..].split(|c: char| !c.is_ascii_digit()).next()?.parse::<usize>().ok());
                let sole = ["the judgement", "the claim"].iter().any(|w| rest.starts_with(w)) && self.o.judgements.len() == 1;
                let at = number.or((sole && !rest.starts_with("the claim that")).then_some(1));
                found.extend(at.and_then(|n| self.o.judgements.get(n - 1)?.claim));
                0
            };
            rest = rest[end..].find(' ').map_or("", |next| &rest[end + next + 1..]);
        }
        found
    }

    pub(crate) fn one(&self, words: &str) -> Option<ClaimId> {
        self.claims(words).last().copied()
    }

    /// The claim told or named last in this paragraph.
    pub(crate) fn last(&self) -> Option<ClaimId> {
        self.before().find_map(|s| self.one(&s.words))
    }

    /// What `it` stands for: what was told last, or else that whose case is told.
    pub(crate) fn it(&self) -> Option<ClaimId> {
        self.last().or(self.subject)
    }

    /// Whether a claim that this paragraph tells or names before is one for which `test` holds.
    pub(crate) fn earlier(&self, test: impl Fn(ClaimId) -> bool) -> bool {
        self.before().any(|s| self.claims(&s.words).into_iter().any(&test))
    }

    pub(crate) fn told_before(&self, claim: ClaimId) -> bool {
        self.subject == Some(claim) || self.earlier(|c| c == claim)
    }

    /// The parties of a list of names.
    pub(crate) fn parties(&self, names: &str) -> Option<Vec<PartyId>> {
        let names = names.split(", ").flat_map(|n| n.split(" and "));
        names.map(|n| self.o.party(n.trim_start_matches("and "))).collect()
    }
}
