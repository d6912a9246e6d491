//! What changed between two debates: nothing where only names, order or layout did; and causes that do what is said of them.

use crate::{
    support::debate,
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    analysis::evaluate::{Analysis, evaluate},
    diff::{
        align::align,
        cause::Goal,
        change::{Aspect, Change, Kind},
        changes::changes,
        compare::{Comparison, Side, compare},
        hybrid::Hybrids,
    },
    format::layout::format,
    model::{debate::Debate, ids::ClaimId},
};
use std::collections::{BTreeMap, BTreeSet};

fn read(text: &str) -> (Debate, Analysis) {
    let (_, debate, _) = debate(&[("d.agon", text)]);
    let analysis = evaluate(&debate).0;
    (debate, analysis)
}

fn with<T>(old: &str, new: &str, then: impl FnOnce(&Comparison<'_>, &Analysis, &Analysis) -> T) -> T {
    let ((old, before), (new, after)) = (read(old), read(new));
    let compared = compare(Side { debate: &old, analysis: &before }, Side { debate: &new, analysis: &after });
    then(&compared, &before, &after)
}

/// The debate without its last remarks, without a statement, with two statements of the top in each other's place.
fn edited(outline: &Outline, dice: &mut Dice) -> Outline {
    let mut new = outline.clone();
    for _ in 0..1 + dice.below(3) {
        let less: Vec<Outline> = new.smaller().collect();
        if let Some(less) = dice.pick(&less) {
            new = less.clone();
        }
    }
    new
}

/// Pairs of debates that have much, little or nothing in common.
fn pairs() -> Vec<(String, String)> {
    let mut dice = Dice(77);
    let mut out = Vec::new();
    for round in 0..200 {
        let one = Outline::random(&mut dice);
        let other = if round == 50 { Outline::random(&mut dice) } else { edited(&one, &mut dice) };
        let (one, other) = (one.text(), other.text());
        let other = if round % 7 == 0 { other.replace("as-of: 2000", "as-of: 1992") } else { other };
        out.push(if round % 2 == 0 { (one, other) } else { (other, one) });
    }
    out
}

#[test]
fn all_changes_together_make_the_new_debate_and_none_leave_the_old_one() {
    let mut flips = 0;
    for (old, new) in pairs() {
        let ((old_debate, before), (new_debate, after)) = (read(&old), read(&new));
        let both = align(&old_debate, &new_debate);
        let (list, remarks) = changes(&both);
        let hybrids = Hybrids::new(&both, &remarks, &list);
        let formal = (0..list.len()).filter(|c| list[*c].is_formal());
        let (none, all) = (hybrids.evaluate(&BTreeSet::new()), hybrids.evaluate(&hybrids.close(formal)));
        for (id, pair) in (0u32..).zip(&both.claims.list) {
            let verdict = |analysis: &Analysis, id: Option<u32>| id.map(|id| analysis.verdict(ClaimId(id)));
            let shown = || format!("claim pair {id}\n{old}\n--- to ---\n{new}\n{list:#?}");
            assert_eq!(none.verdicts[id as usize], verdict(&before, pair.old), "{}", shown());
            assert_eq!(all.verdicts[id as usize], verdict(&after, pair.new), "{}", shown());
            flips += usize::from(pair.old.is_some() && pair.new.is_some() && none.verdicts[id as usize] != all.verdicts[id as usize]);
        }
    }
    assert!(flips > 40, "{flips}");
}

#[test]
fn what_turned_is_told_and_every_cause_turns_it_alone_and_no_smaller_one_does() {
    let (mut single, mut several, mut alternatives) = (0, 0, 0);
    for (old, new) in pairs() {
        with(&old, &new, |found, before, after| {
            check_told(found, before, after);
            let hybrids = Hybrids::new(&found.both, &found.remarks, &found.changes);
            let formal: Vec<usize> = (0..found.changes.len()).filter(|c| found.changes[*c].is_formal()).collect();
            let idle = hybrids.idle(&found.changes);
            for flip in &found.flips {
                let shown = || format!("{flip:?}\n{old}\n--- to ---\n{new}\n{:#?}", found.changes);
                assert!(!flip.cause.sets.is_empty(), "no cause: {}", shown());
                alternatives += usize::from(flip.cause.sets.len() > 1);
                for (set, nth) in flip.cause.sets.iter().zip(0..) {
                    let closed = hybrids.close(set.iter().copied());
                    assert!(flip.goal.is_reached(&hybrids.evaluate(&closed)), "it does not turn: {}", shown());
                    if set.len() > 1 {
                        several += 1;
                        for left_out in set {
                            let less = hybrids.close(set.iter().copied().filter(|c| c != left_out));
                            assert!(!flip.goal.is_reached(&hybrids.evaluate(&less)), "it holds too much: {}", shown());
                        }
                        // Any other change, wherever it stands, would be the smaller cause.
                        for other in formal.iter().filter(|_| flip.cause.smallest && nth == 0) {
                            let alone = hybrids.close([*other]);
                            assert!(!flip.goal.is_reached(&hybrids.evaluate(&alone)), "{other} alone does: {}", shown());
                        }
                    } else {
                        single += 1;
                    }
                }
                // Were there another cause, none of those told would be what turned it.
                let [only] = flip.cause.sets.as_slice() else { continue };
                for change in only {
                    let without =
                        hybrids.close(formal.iter().copied().filter(|c| !idle.contains(c) && !hybrids.close([*c]).contains(change)));
                    assert!(!flip.goal.is_reached(&hybrids.evaluate(&without)), "without {change} it turns too: {}", shown());
                }
            }
        });
    }
    assert!(single > 60 && several > 3 && alternatives > 3, "{single} of one change, {several} of several, {alternatives} with others");
}

/// Each claim whose verdict is another is told, and no other.
#[track_caller]
fn check_told(found: &Comparison<'_>, before: &Analysis, after: &Analysis) {
    let told: BTreeMap<u32, &str> =
        found.flips.iter().filter_map(|f| if let Goal::Claim(id, word) = &f.goal { Some((*id, *word)) } else { None }).collect();
    for (id, pair) in (0u32..).zip(&found.both.claims.list) {
        let (Some(one), Some(other)) = (pair.old, pair.new) else { continue };
        let (one, other) = (before.verdict(ClaimId(one)).word(), after.verdict(ClaimId(other)).word());
        assert_eq!(told.get(&id).copied(), (one != other).then_some(other));
    }
}

/// Whether a statement tells of an act, whose order may count.
fn is_act(word: &str) -> bool {
    matches!(word, "accept" | "deny" | "retract")
}

#[test]
fn a_debate_in_another_order_has_not_changed() {
    let mut dice = Dice(5);
    for _ in 0..300 {
        let outline = Outline::random(&mut dice);
        let mut other = outline.clone();
        for i in (1..other.0.len()).rev() {
            let j = dice.below(i + 1);
            if !(is_act(other.0[i].word) || is_act(other.0[j].word)) {
                other.0.swap(i, j);
            }
        }
        for node in &mut other.0 {
            node.children.reverse();
        }
        same(&outline.text(), &other.text());
    }
}

#[track_caller]
fn same(old: &str, new: &str) {
    with(old, new, |found, _, _| {
        assert_eq!((&found.changes, &found.flips), (&Vec::new(), &Vec::new()), "{old}\n--- to ---\n{new}");
    });
}

#[test]
fn a_debate_has_not_changed_from_itself_nor_by_its_layout() {
    let mut dice = Dice(9);
    for _ in 0..300 {
        let text = Outline::random(&mut dice).text();
        same(&text, &text);
    }
    let text = include_str!("../arguments/continental-drift.agon");
    same(text, text);
    let rough =
        "claim   a : One thing,\n     told in\n     two lines.\n     support :  Another.\n     // A remark.\n     rebuttal r: No.\n";
    let (files, ..) = debate(&[("d.agon", rough)]);
    let laid_out = format(rough, files.list[0].dialect);
    assert_ne!(rough, laid_out);
    same(rough, &laid_out);
    same("claim a: A.\n  support s: S.\n", "claim a: A.\nsupport s for a: S.\n");
}

#[test]
fn a_debate_with_other_names_has_changed_in_its_names_alone() {
    let mut dice = Dice(11);
    let mut renamed = 0;
    for _ in 0..300 {
        let old = Outline::random(&mut dice).text();
        let new: String = old
            .lines()
            .map(|line| {
                let (header, text) = line.split_once(": ").map_or((line, String::new()), |(h, t)| (h, format!(": {t}")));
                let is_statement = !header.trim_start().starts_with("as-of") && !header.trim_start().starts_with("date");
                let words = header.split_inclusive(' ').map(|word| {
                    let name = word.strip_prefix('n').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
                    if name && is_statement { format!("other-{word}") } else { word.to_owned() }
                });
                words.collect::<String>() + &text + "\n"
            })
            .collect();
        with(&old, &new, |found, _, _| {
            assert_eq!(found.flips, [], "{old}\n--- to ---\n{new}");
            for Change { kind, aspects, .. } in &found.changes {
                assert_eq!(
                    (kind, aspects.as_slice()),
                    (&Kind::Changed, &[Aspect::Name][..]),
                    "{old}\n--- to ---\n{new}\n{:#?}",
                    found.changes
                );
            }
            renamed += found.changes.len();
        });
    }
    assert!(renamed > 500, "{renamed}");
}
