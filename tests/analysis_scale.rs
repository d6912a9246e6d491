//! Unkind debates of many statements. The sizes are such that a quadratic step would take minutes.

use crate::support::debate;
use agon::{
    analysis::{
        commitments::{Store, stores},
        evaluate::{Analysis, evaluate},
        preferences::Clashes,
        verdict::Verdict,
    },
    model::debate::Debate,
};

fn analyse(text: &str) -> (Debate, Analysis, Vec<Store>) {
    let (_, debate, diagnostics) = debate(&[("a.agon", text)]);
    assert_eq!(diagnostics, []);
    let (analysis, found) = evaluate(&debate);
    assert_eq!(found, []);
    let stores = stores(&debate, &analysis.theory);
    (debate, analysis, stores)
}

#[test]
fn a_thousand_parties_cost_what_each_of_them_holds() {
    let mut text: String = (0..1000).map(|p| format!("party p{p}: P\n")).collect();
    for i in 0..6000 {
        let by = format!("by p{}", i % 1000);
        text += &format!("claim c{i} {by}: C\n  support s{i} strictly:\n    premise x{i}: X\n");
        if i % 4 == 0 {
            text += &format!("deny c{i} {by}\n");
        }
        if i % 3 == 0 {
            text += &format!("retract x{i} {by}\n");
        }
    }
    let (debate, analysis, stores) = analyse(&text);
    assert_eq!(stores.iter().filter(|s| !s.clashes.is_empty()).count(), 250);
    let unsupported = debate.claim_ids().filter(|c| analysis.verdict(*c) == Verdict::Unsupported).count();
    assert_eq!(unsupported, 4000);
}

#[test]
fn a_clash_of_many_premises_is_named_in_time() {
    let premises: String = (0..300).map(|i| format!("    premise x{i} by p: X\n")).collect();
    let (_, _, stores) = analyse(&format!("party p: P\nclaim c: C\n  support s strictly:\n{premises}deny c by p\n"));
    assert_eq!(stores[0].clashes.first().map(|c| c.core.len()), Some(301));
}

#[test]
fn thousands_of_preferences_about_one_claim_are_tested_each_by_what_it_ranks() {
    let mut text = "claim c: C\n".to_owned();
    for i in 0..6000 {
        text += &format!("claim x{i}: X\nclaim y{i}: Y\ncontradiction c, x{i}\nprefer x{i} over c\nprefer y{i} over x{i}\n");
        text += &format!("rebuttal r{i} against c: R\nretract x{i} by p\n");
    }
    let (debate, analysis, _) = analyse(&format!("party p: P\n{text}"));
    assert_eq!(analysis.verdict(debate.find_claim("c").unwrap()), Verdict::Denied);
    let clashes = Clashes::new(&analysis.links, &analysis.theory);
    assert_eq!(debate.preferences.iter().filter(|p| clashes.is_idle(p)).count(), 6000, "those between `y` and `x`, which do not clash");
}
