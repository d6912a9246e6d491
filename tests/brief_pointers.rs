//! Pointers: a text that stands in full elsewhere on the page is called by where it stands, and stands there.

use crate::{
    arguments::ROOTS,
    brief_laws::{LENGTHS, on_all, sentences, words},
    support::{shipped, with},
};
use agon::render::{
    brief::{Length, brief},
    document::{Block, Brief},
    markdown::markdown,
};
use std::collections::BTreeMap;

/// The words of the sentences in `blocks`.
fn told(blocks: &[Block]) -> String {
    sentences(blocks).into_iter().map(|(words, _)| words + " ").collect()
}

/// The words of the parts of a brief that tell of judgement `number`: its entry among the judgements and its case.
fn of_judgement(brief: &Brief, number: usize) -> String {
    let mut out = String::new();
    for section in brief.sections.iter().filter(|s| ["judgements", "case"].contains(&s.key)) {
        let has_heads = section.blocks.iter().any(|b| matches!(b, Block::Heading(..)));
        let mut is_here = !has_heads;
        for block in &section.blocks {
            match block {
                Block::Heading(_, head) => is_here = agon::render::prose::line::plain(head).starts_with(&format!("Judgement {number}")),
                Block::List { ordered: true, items } => out += &items.get(number - 1).map(|item| told(item)).unwrap_or_default(),
                other if is_here => out += &told(std::slice::from_ref(other)),
                _ => {}
            }
        }
    }
    out
}

/// The number of the judgement within which a pointer says that its text stands.
fn judgement(pointer: &str) -> Option<usize> {
    let (_, number) = pointer.rsplit_once("judgement ")?;
    number.parse().ok()
}

#[test]
fn each_pointer_leads_to_one_text_which_stands_where_it_says() {
    let mut seen = 0;
    on_all(|what, report| {
        for length in LENGTHS {
            let brief = brief(report, length);
            let mut places: BTreeMap<&str, &str> = BTreeMap::new();
            let body: Vec<Block> = brief.sections.iter().filter(|s| s.key != "annex").flat_map(|s| s.blocks.clone()).collect();
            let page = words(&told(&body));
            for (pointer, text) in &brief.pointers {
                let known = places.insert(pointer, text);
                assert!(known.is_none_or(|known| known == text), "{what}: {pointer} leads to {known:?} and {text}");
                let first = words(text.split("\n\n").next().unwrap_or(""));
                assert!(page.contains(&first), "{what}, {length:?}: {pointer} leads to {text}, which is not there");
                if let Some(number) = judgement(pointer) {
                    assert!(words(&of_judgement(&brief, number)).contains(&first), "{what}, {length:?}: {pointer}: {text}");
                }
            }
        }
    });
    for root in ROOTS {
        shipped(root, |report| seen += brief(report, Length::Full).pointers.len());
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn no_text_of_a_shipped_debate_lacks_words() {
    for root in ROOTS {
        shipped(root, |report| {
            for length in LENGTHS {
                let mut document = brief(report, length).document();
                document.retain(|b| !matches!(b, Block::Code { .. }));
                let texts = report.debate.claims.iter().any(|c| c.text.contains('…'));
                assert!(texts || !markdown(&document).contains('…'), "{root}, {length:?}");
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
fn points_answers_and_objections_are_called_by_their_order_and_speaker() {
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
            "The objection rests on the first point of the second reason for judgement 1.",
            "It rests on Bo Sand's reply in judgement 1.",
            "It rests on both points of the second reason for judgement 1.",
            "Ada Reed did not share judgement 1, and stood by their own objection to it.",
            "| Bo Sand's reply in judgement 1 | `grant` |",
            "| Ada Reed's objection to judgement 1 | `dear` |",
            "| Ada Reed's objection to the other answer in judgement 1 | `landing` |",
        ],
    );
}
