//! Laws of a brief, on the shipped debates and on random ones: what a careful writer would not do, it does not do.

use crate::{
    arguments::ROOTS,
    brief::hostile_text,
    support::{shipped, with},
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    render::{
        brief::{Length, MOST_WORDS, brief},
        document::{Block, Brief, Ground, Inline},
        markdown::markdown,
        measure::words_of,
        prose::line::plain,
    },
    report::run::Report,
};
use std::collections::BTreeSet;

pub(crate) const LENGTHS: [Length; 3] = [Length::OnePage, Length::Normal, Length::Full];

/// A random debate whose texts are sentences, in which names do not occur.
fn random(dice: &mut Dice) -> String {
    const WHAT: [&str; 6] = ["bridge", "harbour", "budget", "timetable", "school", "river"];
    const HOW: [&str; 4] = ["is larger than was thought", "can be trusted", "was paid for twice", "costs more than it brings"];
    let mut text = String::new();
    for line in Outline::random(dice).text().lines() {
        match line.rsplit_once(": n") {
            Some((head, number)) if number.chars().all(|c| c.is_ascii_digit()) => {
                let (what, how) = (WHAT[dice.below(WHAT.len())], HOW[dice.below(HOW.len())]);
                let lead = if dice.one_in(3) { "Weighbridge" } else { "The" };
                text += &format!("{head}: {lead} {what} of year 19{number} {how}.\n");
            }
            _ => text += &format!("{line}\n"),
        }
    }
    text
}

/// Runs `check` on the shipped debates and on random ones.
pub(crate) fn on_all(check: impl Fn(&str, &Report<'_>)) {
    for root in ROOTS {
        shipped(root, |report| check(root, report));
    }
    let mut dice = Dice(505);
    for _ in 0..150 {
        let text = random(&mut dice);
        with(&text, |report| check(&text, report));
    }
}

/// The lines of a document that are made of sentences, and the cells of its tables.
fn lines(blocks: &[Block]) -> (Vec<&[Inline]>, Vec<&[Inline]>) {
    let (mut prose, mut cells) = (Vec::new(), Vec::new());
    for block in blocks {
        match block {
            Block::Paragraph(line) | Block::Footnote(_, line) => prose.push(line.as_slice()),
            Block::List { items, .. } => {
                for item in items {
                    let (more, within) = lines(item);
                    prose.extend(more);
                    cells.extend(within);
                }
            }
            Block::Table { rows, .. } => cells.extend(rows.iter().flatten().map(Vec::as_slice)),
            Block::Heading(..) | Block::Code { .. } => {}
        }
    }
    (prose, cells)
}

pub(crate) fn sentences(blocks: &[Block]) -> Vec<(String, Vec<Ground>)> {
    let (prose, cells) = lines(blocks);
    let all = prose.into_iter().chain(cells).flatten();
    all.filter_map(|i| if let Inline::Sentence { rests, words } = i { Some((plain(words), rests.clone())) } else { None }).collect()
}

#[test]
fn every_sentence_says_what_it_rests_on() {
    on_all(|what, report| {
        for length in LENGTHS {
            let document = brief(report, length).document();
            let (prose, _) = lines(&document);
            assert!(!prose.is_empty());
            for inline in prose.into_iter().flatten() {
                match inline {
                    Inline::Sentence { rests, words } => assert!(!rests.is_empty(), "{what}: {}", plain(words)),
                    Inline::Text(blank) if blank.trim().is_empty() => {}
                    loose => panic!("{what}, {length:?}: loose words {loose:?}"),
                }
            }
        }
    });
}

#[test]
fn a_sentence_that_tells_a_claim_rests_on_it_and_its_sources() {
    for root in ROOTS {
        shipped(root, |report| {
            let all = sentences(&brief(report, Length::Full).document());
            for (id, claim) in report.debate.claim_ids().zip(&report.debate.claims) {
                let telling =
                    all.iter().find(|(words, _)| words.contains(claim.text.split_whitespace().collect::<Vec<_>>().join(" ").as_str()));
                let Some((words, rests)) = telling else { continue };
                assert!(rests.contains(&Ground::Claim(id)), "{root}: {words}");
                assert!(claim.cites().iter().all(|c| rests.contains(&Ground::Source(c.source))), "{root}: {words} {rests:?}");
            }
        });
    }
}

#[test]
fn no_sentence_and_no_text_stands_twice_on_a_page() {
    on_all(|what, report| {
        for length in LENGTHS {
            let mut document = brief(report, length).document();
            // A footnote may point to the same note as another.
            document.retain(|b| !matches!(b, Block::Footnote(..)));
            let mut seen = BTreeSet::new();
            for (words, _) in sentences(&document) {
                assert!(seen.insert(words.clone()), "{what}\n{length:?}: {words}");
            }
            let page = words(&seen.into_iter().collect::<Vec<_>>().join(" "));
            for claim in &report.debate.claims {
                let text = words(&claim.text);
                if claim.text.split_whitespace().count() > 8 {
                    assert!(page.matches(&text).count() <= 1, "{what}\n{length:?}: {text}");
                }
            }
        }
    });
}

/// The words of a text in small letters, one blank between.
pub(crate) fn words(text: &str) -> String {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn no_name_and_no_word_of_the_theory_is_in_the_prose() {
    on_all(|what, report| {
        for length in LENGTHS {
            let document = brief(report, length).document();
            let (prose, _) = lines(&document);
            for line in prose {
                let line = plain(line);
                for word in line.split(|c: char| !(c.is_alphanumeric() || c == '-')) {
                    assert!(!["OUT", "UNDEC", "IN"].contains(&word), "{what}: {line}");
                    let theory = ["undercut", "rebuttal", "rebuts", "extension", "grounded", "premise", "undec", "defeasible", "unfounded"];
                    assert!(!theory.contains(&word.to_lowercase().as_str()), "{what}: {line}");
                    let id = word.strip_prefix('n').is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
                    assert!(!id, "{what}: {line}");
                }
            }
        }
    });
}

/// `words` without the full stops of initials and short forms that a comma follows in citations.
fn without_short_forms(words: &str) -> String {
    let initials = ('A'..='Z').map(|letter| format!(" {letter}."));
    let forms = initials.chain(["ed.", "eds.", "trans.", "al."].map(|form| format!(" {form}")));
    forms.fold(words.to_owned(), |words, form| words.replace(&format!("{form},"), &format!("{},", form.trim_end_matches('.'))))
}

#[test]
fn no_two_sentences_are_pasted_into_one() {
    on_all(|what, report| {
        for (words, _) in sentences(&brief(report, Length::Full).document()) {
            let words = without_short_forms(&words);
            for pasted in [".,", ".;", ".:", "..", " .", " ,", ",,", ",.", "?.", "that that", "  ", "because because", ":.", " :"] {
                assert!(!words.contains(pasted), "{what}: {pasted:?} in {words}");
            }
        }
    });
}

#[test]
fn a_role_is_told_once() {
    for root in ROOTS {
        shipped(root, |report| {
            let document = brief(report, Length::Full).document();
            let text: String = lines(&document).0.into_iter().map(|l| plain(l) + " ").collect();
            let roles: Vec<&str> = report.debate.parties.iter().filter_map(|p| p.role.as_deref()).collect();
            for role in &roles {
                let parties = roles.iter().filter(|other| other.contains(role)).count();
                assert!(text.matches(role).count() <= parties, "{root}: {role}");
            }
        });
    }
}

#[test]
fn a_brief_keeps_to_its_words_and_says_what_it_leaves_out() {
    let long = "word ".repeat(4000);
    let unkind = format!(
        "---\ntitle: {long}\nscope: {long}\n---\nparty p: {long}\n  role: {long}\nquestion q: {long}\nclaim a on q by p:\n  {long}\n  support: X {long}\n  rebuttal by p: Y {long}\n"
    );
    let mut wide = String::new();
    for n in 0..400 {
        wide += &format!(
            "question q{n}: Is it number {n}?\n  answers: one\nclaim a{n} on q{n}: It is number {n}.\n  support: A reason for {n}.\n"
        );
        wide += &format!("  rebuttal: Something speaks against number {n}.\n    rebuttal: That is no matter to number {n}.\n");
        wide +=
            &format!("claim b{n} on q{n}: It is not number {n}.\ncontradiction a{n}, b{n}\nsource s{n}: Book {n}\nterm t{n}: Sense {n}\n");
        wide += &format!(
            "assumption m{n}: The sky holds for {n}.\nsupport for a0: Reason {n}.\n  cite: s{n}\nrebuttal against a0: Doubt {n}.\n"
        );
    }
    for text in [unkind, wide, hostile_text()] {
        with(&text, |report| {
            for length in [Length::Normal, Length::OnePage] {
                let brief = brief(report, length);
                assert!(words_of(&brief) <= MOST_WORDS, "{}", words_of(&brief));
                let counted = without_map(&brief).split_whitespace().count();
                assert!(counted <= MOST_WORDS + MOST_WORDS / 2, "{counted} with the marks of the markup");
                if length == Length::Normal {
                    let text = markdown(&brief.document());
                    assert!(text.contains("what it leaves out stands in its full version"), "{text}");
                }
            }
        });
    }
    for root in ROOTS {
        shipped(root, |report| assert!(words_of(&brief(report, Length::Normal)) <= MOST_WORDS, "{root}"));
    }
}

fn without_map(brief: &Brief) -> String {
    let mut document = brief.clone().document();
    document.retain(|b| !matches!(b, Block::Code { .. }));
    markdown(&document)
}

#[test]
fn the_full_brief_tells_whatever_the_short_one_does() {
    for root in ROOTS {
        shipped(root, |report| {
            let told = |length| {
                let all = sentences(&brief(report, length).document());
                all.into_iter()
                    .flat_map(|(_, rests)| rests)
                    .filter(|g| matches!(g, Ground::Claim(_) | Ground::Source(_)))
                    .collect::<BTreeSet<_>>()
            };
            let (page, normal, full) = (told(Length::OnePage), told(Length::Normal), told(Length::Full));
            assert!(page.is_subset(&normal) && normal.is_subset(&full), "{root}");
            assert_eq!(
                full.iter().filter(|g| matches!(g, Ground::Claim(_))).count(),
                report.debate.claims.len(),
                "{root}: the annex has all"
            );
        });
    }
}

#[test]
fn the_body_of_the_full_brief_tells_every_claim() {
    for root in ROOTS {
        shipped(root, |report| {
            let full = brief(report, Length::Full);
            let blocks: Vec<Block> = full.sections.into_iter().filter(|s| s.key != "annex").flat_map(|s| s.blocks).collect();
            let told: Vec<String> = sentences(&blocks).into_iter().map(|(told, _)| words(&told)).collect();
            let body = told.join(" ");
            for claim in &report.debate.claims {
                let first = claim.text.split("\n\n").next().unwrap_or("");
                assert!(body.contains(&words(first)), "{root}: {first}");
            }
        });
    }
}

/// The claims that the sentences of a section rest on, each where it comes first.
fn order(report: &Report<'_>, section: &str) -> Vec<String> {
    let brief = brief(report, Length::Full);
    let mut seen = Vec::new();
    for section in brief.sections.iter().filter(|s| s.key == section) {
        for (_, rests) in sentences(&section.blocks) {
            for ground in rests {
                if let Ground::Claim(claim) = ground {
                    let name = report.debate.claim(claim).name.shown.to_string();
                    if !seen.contains(&name) {
                        seen.push(name);
                    }
                }
            }
        }
    }
    seen
}

#[test]
fn the_ranking_is_stable_under_small_edits() {
    for root in ["carlill.agon", "organ-donation.agon", "continental-drift.agon"] {
        let text = std::fs::read_to_string(format!("arguments/{root}")).unwrap();
        let before = with(&text, |report| (order(report, "judgements"), order(report, "case")));
        let added = format!("{text}\nclaim weather: The weather was fine on the day.\n  support: The sun shone.\n");
        let worded = text.replace("The ", "Thus the ").replace("claim Thus the", "claim the");
        let mut lines: Vec<&str> = text.lines().collect();
        let at = lines.iter().position(|l| l.starts_with("# ")).unwrap();
        lines.splice(at..at, ["claim first-of-all: This stands before the rest."]);
        for edited in [added, worded, lines.join("\n") + "\n"] {
            let after = with(&edited, |report| (order(report, "judgements"), order(report, "case")));
            assert_eq!(before, after, "{root}");
        }
    }
}
