//! Marks: a text stands in full on a page once, with its mark behind it, and is called by that elsewhere.

use crate::{
    arguments::ROOTS,
    brief_laws::{LENGTHS, on_all, sentences, words},
    support::{is_mark, shipped, with},
};
use agon::render::{
    brief::{Length, brief},
    document::Block,
    markdown::markdown,
};
use std::cell::Cell;
/// The words of the sentences in `blocks`.
fn told(blocks: &[Block]) -> String {
    sentences(blocks).into_iter().map(|(words, _)| words + " ").collect()
}

#[test]
fn each_mark_stands_behind_its_text_and_those_of_a_judgement_ascend() {
    let seen = Cell::new(0);
    on_all(|what, report| {
        for length in LENGTHS {
            let brief = brief(report, length);
            let body: Vec<Block> = brief.sections.iter().filter(|s| s.key != "annex").flat_map(|s| s.blocks.clone()).collect();
            let page = words(&told(&body));
            let mut places: Vec<(usize, &str)> = Vec::new();
            for (claim, mark) in brief.labels.iter().filter(|(_, label)| is_mark(label)) {
                let text = &report.debate.claim(*claim).text;
                let first = words(text.split("\n\n").next().unwrap_or(""));
                let at =
                    page.find(&format!("{first} {mark} ")).or_else(|| page.ends_with(&format!("{first} {mark}")).then_some(page.len()));
                let at = at.unwrap_or_else(|| panic!("{what}, {length:?}: {mark} does not stand behind {text}: {page}"));
                places.push((at, mark));
                seen.set(seen.get() + 1);
            }
            places.sort_unstable();
            let mut ranks: Vec<(usize, usize, &str)> = places.iter().map(|(_, mark)| rank(mark)).collect();
            ranks.sort_by_key(|(number, ..)| *number);
            assert!(ranks.is_sorted(), "{what}, {length:?}: {ranks:?}");
        }
    });
    assert!(seen.get() > 100, "{seen:?}");
}

/// By what marks follow each other: the number, then the letters, of which more come later.
fn rank(mark: &str) -> (usize, usize, &str) {
    let letters = mark.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = mark.strip_suffix(letters).and_then(|number| number.parse().ok()).expect("a mark begins with a number");
    (number, letters.len(), letters)
}

#[test]
fn whatever_is_called_by_a_mark_has_that_mark() {
    let nouns = ["answer", "point", "objection", "reply", "replies", "limit", "remark", "statement"];
    let mut seen = 0;
    for root in ROOTS {
        shipped(root, |report| {
            for length in LENGTHS {
                let brief = brief(report, length);
                let page = told(&brief.sections.iter().flat_map(|s| s.blocks.clone()).collect::<Vec<_>>());
                let mut is_list = false;
                for word in page.split_whitespace() {
                    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
                    if is_list && is_mark(bare) {
                        assert!(page.contains(&format!(" ({bare})")), "{root}, {length:?}: nothing has the mark {bare}");
                        seen += 1;
                    }
                    let is_joint = is_mark(bare) || ["and", "or"].contains(&bare);
                    is_list = (is_list && is_joint) || nouns.contains(&bare) || nouns.contains(&bare.strip_suffix('s').unwrap_or(bare));
                }
            }
        });
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn no_text_of_a_shipped_debate_lacks_words_but_behind_its_mark() {
    for root in ROOTS {
        shipped(root, |report| {
            for length in LENGTHS {
                let mut document = brief(report, length).document();
                document.retain(|b| !matches!(b, Block::Code { .. }));
                let texts = report.debate.claims.iter().any(|c| c.text.contains('…'));
                let page = markdown(&document);
                let rest = page
                    .split(" (“")
                    .map(|part| part.split_once("”)").filter(|(gloss, _)| gloss.ends_with('…')).map_or(part, |(_, rest)| rest));
                assert!(texts || rest.into_iter().all(|part| !part.contains('…')), "{root}, {length:?}");
            }
        });
    }
}

/// The whole brief of `text` says all of this.
fn says(text: &str, all: &[&str]) {
    with(text, |report| {
        let page = markdown(&brief(report, Length::Full).document());
        for words in all {
            assert!(page.contains(words), "{words:?} is not in\n{page}");
        }
    });
}

#[test]
fn points_answers_and_objections_are_called_by_their_marks() {
    says(
        "\
party Ada: Ada Reed
party Bo: Bo Sand
question bridge: Should the town build a new bridge over the river?
claim yes on bridge: The town should build a new bridge over the river.
  support: The old bridge can no longer carry a loaded lorry in winter.
  support two:
    premise cracks: The piers of the old bridge have had cracks since the great flood.
    premise repair: The piers of the old bridge cannot be repaired from the water side.
  rebuttal dear by Ada: A new bridge costs more than the town takes in during one year.
    rebuttal grant by Bo: The state pays for nine tenths of any new bridge in this valley.
claim ferry on bridge: The town should buy a second ferry and leave the bridge as it is.
  rebuttal landing by Ada: A second ferry would need a landing that nobody has the land for.
    support:
      premise cracks
contradiction yes, ferry
prefer yes over ferry
question toll: Should whoever crosses the new bridge pay a toll?
claim free on toll: Nobody should pay a toll to cross the new bridge.
  support:
    premise grant
  support:
    premise cracks
    premise repair
",
        &[
            "The piers of the old bridge have had cracks since the great flood (1b).",
            "Ada Reed objected that a new bridge costs more than the town takes in during one year (1d).",
            "The objection rests on point 1b.",
            "It rests on reply 1e.",
            "It rests on points 1b and 1c.",
            "Ada Reed did not share judgement 1, and stood by objection 1d.",
            "| 1e | `grant` |",
            "| 1d | `dear` |",
            "b3[\"✓ stands #40;judgement 1#41;",
        ],
    );
}
