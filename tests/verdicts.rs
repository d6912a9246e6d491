//! The verdicts of debates: thousands of random ones against the definition at argument level, and the known answers of the design.

pub(crate) mod definition;
pub(crate) mod dice;
mod known;
pub(crate) mod outline;

use crate::support::debate;
use agon::{
    analysis::{evaluate::evaluate, verdict::Verdict},
    diagnostic::code::Level,
};
use definition::Reading;
use dice::Dice;
use outline::Outline;
use std::collections::BTreeMap;

/// What the crate says of each claim, by its text; nothing when the debate has an error.
fn found(text: &str) -> Result<BTreeMap<String, Verdict>, Vec<&'static str>> {
    let (_, debate, mut diagnostics) = debate(&[("a.agon", text)]);
    let (analysis, more) = evaluate(&debate);
    diagnostics.extend(more);
    let errors: Vec<&str> = diagnostics.iter().filter(|d| d.level == Level::Error).map(|d| d.code.name).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(debate.claim_ids().map(|c| (debate.claim(c).text.clone(), analysis.verdict(c))).collect())
}

/// Both answers where they differ.
fn difference(outline: &Outline) -> Option<String> {
    let found = found(&outline.text()).ok()?;
    let expected = Reading::new(outline).verdicts(150)?;
    (found != expected).then(|| {
        let lines: Vec<String> = expected
            .iter()
            .filter(|(c, v)| found.get(*c) != Some(v))
            .map(|(c, v)| format!("{c} {v:?}, found {:?}", found.get(c)))
            .collect();
        format!("{}\n\nby the definition:\n{}", outline.text(), lines.join("\n"))
    })
}

/// Leaves out statement after statement while the answers still differ.
fn shrunk(mut outline: Outline) -> String {
    loop {
        let less = outline.smaller().find(|less| difference(less).is_some());
        match less {
            Some(less) => outline = less,
            None => return difference(&outline).unwrap_or_default(),
        }
    }
}

#[derive(Debug, Default)]
struct Tally {
    compared: u32,
    refused: BTreeMap<&'static str, u32>,
    verdicts: BTreeMap<Verdict, u32>,
    words: BTreeMap<&'static str, u32>,
}

fn agree(seed: u64, count: u32) -> Tally {
    let mut dice = Dice(seed);
    let mut tally = Tally::default();
    for _ in 0..count {
        let outline = Outline::random(&mut dice);
        let verdicts = match found(&outline.text()) {
            Ok(verdicts) => verdicts,
            Err(codes) => {
                codes.into_iter().for_each(|c| *tally.refused.entry(c).or_default() += 1);
                continue;
            }
        };
        let Some(expected) = Reading::new(&outline).verdicts(150) else { continue };
        assert!(verdicts == expected, "{}", shrunk(outline));
        tally.compared += 1;
        expected.values().for_each(|v| *tally.verdicts.entry(*v).or_default() += 1);
        outline.words(&mut tally.words);
    }
    tally
}

#[test]
fn verdicts_equal_those_of_the_definition_on_random_debates() {
    let tally = agree(1, 3000);
    assert!(tally.compared > 2000, "too few could be compared: {tally:?}");
    for verdict in Verdict::ALL {
        assert!(tally.verdicts.get(verdict).is_some_and(|n| *n > 300), "{verdict:?} hardly occurs: {tally:?}");
    }
    let codes = ["inconsistent-facts", "attack-on-certainty", "unrankable", "self-ranked", "preference-circle"];
    assert!(tally.refused.keys().all(|c| codes.contains(c)), "the generator makes mistakes of the language: {tally:?}");
    let words = ["assumption", "bare", "contradiction", "deny", "limit", "many", "premise", "prefer", "retract", "strictly", "undercut"];
    for word in words {
        assert!(tally.words.get(word).is_some_and(|n| *n > 100), "`{word}` hardly occurs: {tally:?}");
    }
}
