//! Unkind files at scale: long lines, deep nesting, long lists, many files. The sizes are such that a quadratic step would take minutes.

use crate::support::debate;
use agon::{
    analysis::{
        evaluate::{Analysis, evaluate},
        preferences::Clashes,
        verdict::Verdict,
    },
    model::{
        debate::Debate,
        load::{Files, ReadProblem, Reader},
    },
    report::run::run,
};

fn analysed(text: &str) -> (Debate, Analysis) {
    let (_, debate, _) = debate(&[("a.agon", text)]);
    let (analysis, _) = evaluate(&debate);
    (debate, analysis)
}

/// `NAME0, NAME1, …`
fn names(name: &str, count: usize) -> String {
    (0..count).map(|i| format!("{name}{i}")).collect::<Vec<_>>().join(", ")
}

#[test]
fn a_line_of_megabytes_and_thousands_of_levels_are_read() {
    let (_, long, found) = debate(&[("a.agon", &format!("claim c: {}\n", "word ".repeat(1 << 20)))]);
    assert_eq!((long.claims[0].text.len(), found.len()), (5 * (1 << 20) - 1, 0));
    let deep: String = (0..5000).map(|i| format!("{}support: S\n", " ".repeat(i + 1))).collect();
    let (_, debate, found) = debate(&[("a.agon", &format!("claim c: C\n{deep}"))]);
    assert_eq!((debate.claims.len(), found[0].code.name), (5001, "too-deep"));
}

#[test]
fn a_hundred_thousand_names_stand_in_one_clause_or_under_one_support() {
    let claims: String = (0..30_000).map(|i| format!("claim c{i}: C\n")).collect();
    let parties: String = (0..30_000).map(|i| format!("party p{i}: P\n")).collect();
    let moves = format!("support s by {} for {}: S\ncontradiction {}\n", names("p", 30_000), names("c", 30_000), names("c", 30_000));
    let (debate, _) = analysed(&format!("{parties}{claims}{moves}"));
    assert_eq!((debate.steps[0].targets.len(), debate.steps[0].speakers.len()), (30_000, 30_000));
    assert_eq!(debate.contradictions[0].claims.len(), 64, "more are an error");
    let premises: String = (0..30_000).map(|i| format!("  premise x{i}: X\n")).collect();
    let (debate, analysis) = analysed(&format!("claim c: C\nsupport s for c:\n{premises}"));
    assert_eq!(analysis.verdict(debate.find_claim("c").unwrap()), Verdict::Stands);
}

#[test]
fn a_strict_step_of_many_premises_cannot_say_which_of_them_fails() {
    let premises: String = (0..1000).map(|i| format!("  premise x{i}: X\n")).collect();
    let moves = "fact d: D\ncontradiction c, d\nclaim e: E\nrebuttal r against c: R\n";
    let (debate, analysis) = analysed(&format!("claim c: C\n{moves}support s strictly for c:\n{premises}"));
    let verdict = |name: &str| analysis.verdict(debate.find_claim(name).unwrap());
    assert_eq!(
        [verdict("c"), verdict("x0"), verdict("x999"), verdict("e")],
        [Verdict::Open, Verdict::Open, Verdict::Open, Verdict::Stands]
    );
}

#[test]
fn claims_of_thousands_of_supports_are_ranked_as_wholes() {
    let supports = |of: &str| (0..1500).map(|i| format!("support {of}{i} for {of}: S\n")).collect::<String>();
    let text = format!("claim a: A\nclaim b: B\ncontradiction a, b\nprefer a over b\n{}{}", supports("a"), supports("b"));
    let (debate, analysis) = analysed(&text);
    let verdict = |name: &str| analysis.verdict(debate.find_claim(name).unwrap());
    assert_eq!([verdict("a"), verdict("b")], [Verdict::Stands, Verdict::Denied]);
    let clashes = Clashes::new(&analysis.links, &analysis.theory);
    assert!(!clashes.is_idle(&debate.preferences[0]));
}

#[test]
fn a_long_chain_of_preferences_decides_each_of_its_clashes() {
    let links = (1..1500).map(|i| format!("claim c{i}: C\ncontradiction c{i}, c{}\nprefer c{} over c{i}\n", i - 1, i - 1));
    let (debate, analysis) = analysed(&format!("claim c0: C\n{}", links.collect::<String>()));
    let verdict = |i: usize| analysis.verdict(debate.find_claim(&format!("c{i}")).unwrap());
    assert_eq!(
        [verdict(0), verdict(1), verdict(1498), verdict(1499)],
        [Verdict::Stands, Verdict::Denied, Verdict::Stands, Verdict::Denied]
    );
}

#[test]
fn thousands_of_unknown_names_are_told_in_time_and_the_first_with_the_nearest() {
    let claims: String = (0..10_000).map(|i| format!("claim known{i}: C\n")).collect();
    let unknown: String = (0..10_000).map(|i| format!("limit against{i} for knwon{i}: L\nundercut u{i} against known{i}: U\n")).collect();
    let (_, _, found) = debate(&[("a.agon", &format!("{claims}{unknown}"))]);
    assert_eq!(found.len(), 20_000);
    assert_eq!(found[0].fix.as_ref().map(|f| f.title.as_str()), Some("write `known0`, which is declared"));
}

/// Files that are made when they are asked for: `N.agon` with a claim, what it uses, and what is wrong with it.
struct Made(fn(usize) -> String);

impl Reader for Made {
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadProblem> {
        let number = path.trim_end_matches(".agon").parse().map_err(|_| ReadProblem::Missing)?;
        Ok((self.0)(number).into_bytes())
    }
}

#[test]
fn debates_of_many_files_cost_each_its_own() {
    let paths: Vec<String> = (0..20_000).map(|i| format!("{i}.agon")).collect();
    let mut files = Files::default();
    let reader = Made(|i| format!("use \"{}.agon\" as next\nuse \"x.agon\" as lost\nclaim c: C\n", i / 2 * 2 + 1));
    let roots = files.load_all(paths.iter().map(String::as_str), &reader);
    assert_eq!((roots.len(), files.list.len()), (20_000, 20_000));
    let found: usize = roots.iter().step_by(2).map(|root| run(&files, *root).diagnostics.len()).sum();
    assert_eq!(found, 10_000 * 3, "a missing file in each of the two, and one that uses itself");
}

#[test]
fn a_long_chain_of_files_is_followed_to_its_end() {
    let mut files = Files::default();
    let reader = Made(|i| format!("use \"{}.agon\" as n\nclaim c: C\n", (i + 1) % 2000));
    let root = files.load("0.agon", &reader);
    let report = run(&files, root);
    assert_eq!(report.debate.claims.len(), 2000);
    assert_eq!(report.diagnostics.len(), 1, "the circle, in few words: {:?}", report.diagnostics);
    assert!(report.diagnostics[0].title.len() < 300);
}
