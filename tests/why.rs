//! Why a claim has its verdict: what is said on small debates, and that every reason agrees with its verdict on random ones.

use crate::{
    support::{is_broken, with},
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    analysis::{
        evaluate::{Analysis, Force},
        explanation::explain,
        flip::flip,
        suppose::{Supposition, suppose},
        verdict::Verdict,
        why::{Attacker, Basis, Fate, Reason, reason, support, walk},
        withdrawal::Part,
    },
    model::{debate::Debate, ids::ClaimId},
    render::{self, explanation, teller::Teller, why},
    theory::interrupt::Interrupt,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is said of `name` in a debate, whatever it names.
fn said(text: &str, name: &str) -> String {
    with(text, |report| {
        let debate = &report.debate;
        if let Some(claim) = debate.find_claim(name) {
            return why::claim(report, claim);
        }
        match debate.question_ids().find(|q| &*debate.question(*q).name.shown == name) {
            Some(question) => why::question(report, question),
            None => why::step(report, debate.step_ids().find(|s| &*debate.step(*s).name.shown == name).unwrap()),
        }
    })
}

/// The first sentence on `a`.
#[track_caller]
fn check(text: &str, expected: &str) {
    let found = with(text, |report| {
        let claim = report.debate.find_claim("a").unwrap();
        Teller::new(report).short(&reason(&report.debate, &report.analysis, claim))
    });
    assert_eq!(found, expected);
}

#[test]
fn the_first_sentence_gives_the_verdict_and_what_decides_it() {
    check("claim a: A.\n", "`a` stands: it is asserted, and nothing speaks against it.");
    check("fact a: A.\n", "`a` stands: it is a fact, on which all agree.");
    check("assumption a: A.\n  rebuttal r: R.\n    rebuttal q: Q.\n", "`a` stands: it is an assumption, and `r`, which rebuts it, falls.");
    check("claim a: A.\n  support s: S.\n", "`a` stands: `s` supports it and stands, and nothing speaks against it.");
    check(
        "claim a: A.\n  support s:\n    premise p: P.\n    premise q: Q.\n  rebuttal r: R.\n    undercut u: U.\n",
        "`a` stands: its only support `s` holds, for `p` and `q` stand, and what `r` says against it is undercut by `u`.",
    );
    check(
        "claim a: A.\n  support s: S.\n  rebuttal r: R.\nprefer s over r\n",
        "`a` stands: `s` supports it and stands, and `r`, which rebuts it, is outweighed.",
    );
    check(
        "claim a: A.\n  rebuttal r: R.\n    rebuttal q: Q.\n  rebuttal t: T.\n    undercut u: U.\n",
        "`a` stands: it is asserted, and neither of the two moves against it succeeds.",
    );
    check("claim a: A.\n  support s: S.\n  rebuttal r: R.\n", "`a` falls: `r` rebuts it and stands.");
    check("party p: Ann\nclaim a: A.\n  rebuttal r by p: R.\n", "`a` falls: `r` (by Ann) rebuts it and stands.");
    check("claim a: A.\nfact f: F.\ncontradiction a, f\n", "`a` falls: `f`, which contradicts it, stands, being a fact.");
    check(
        "claim a: A.\nclaim b: B.\ncontradiction a, b\nprefer b over a\n",
        "`a` falls: `b`, which contradicts it, stands and is the stronger.",
    );
    check(
        "claim a: A.\n  support s:\n    premise p: P.\n    premise q: Q.\n      rebuttal r: R.\n",
        "`a` falls: its only support `s` fails, for its premise `q` falls.",
    );
    check("claim a: A.\n  support s: S.\n    undercut u: U.\n", "`a` falls: its only support `s` fails, for `u` undercuts it and stands.");
    check("claim a: A.\n  support s: S.\n    rebuttal u: U.\n", "`a` falls: `s` does, its only support.");
    check(
        "claim a: A.\n  support s: S.\n    rebuttal u: U.\n  support t: T.\n    undercut v: V.\n",
        "`a` falls: none of its two supports holds.",
    );
    check("claim a: A.\nclaim b: B.\ncontradiction a, b\n", "`a` is open: `b` contradicts it, and neither has the last word.");
    check(
        "claim a: A.\n  support s:\n    premise b: B.\nclaim c: C.\ncontradiction b, c\n",
        "`a` is open: its only support `s` is open, for its premise `b` is open.",
    );
    check(
        "claim a: A.\n  support s: S.\n    undercut u: U.\nclaim c: C.\ncontradiction u, c\n",
        "`a` is open: its only support `s` is open, for whether `u` undercuts it is open.",
    );
    check("claim a: A.\n  rebuttal r: R.\nclaim c: C.\ncontradiction r, c\n", "`a` is open: `r` rebuts it and is itself open.");
    check(
        "claim a: A.\n  support s:\n    premise a\n",
        "`a` is unsupported: it is given as a reason for itself, and nothing else supports it.",
    );
    check(
        "claim a: A.\n  support s:\n    premise b\nclaim b: B.\n  support t:\n    premise a\n",
        "`a` is unsupported: its support runs in a circle through `a` and `b`.",
    );
    check(
        "party p: Ann\nclaim a by p: A.\nretract a by p\n",
        "`a` is unsupported: Ann, who said it, took it back, and nothing supports it.",
    );
    check(
        "party p: Ann\nclaim a: A.\n  support s:\n    premise b by p: B.\nretract b by p\n",
        "`a` is unsupported: its only support `s` fails, for its premise `b` is unsupported.",
    );
    check(
        "claim a: A.\nsupport s for c strictly:\n  premise a\nclaim c: C.\n  rebuttal r: R.\n",
        "`a` falls: it leads strictly to `c` by `s`, against which `r` speaks: so it cannot stand.",
    );
    check(
        "claim a: A.\nsupport s for c strictly:\n  premise a\n  premise b: B.\nclaim c: C.\n  rebuttal r: R.\n",
        "`a` is open: it leads strictly, together with `b`, to `c` by `s`, against which `r` speaks: so not all of this can stand.",
    );
}

#[test]
fn what_else_bears_on_a_claim_follows_and_what_is_simply_said_comes_at_the_end() {
    let text = "\
party ann: Ann Lee
question q: Which?
  default: b
claim a on q:
  First.

  Second.
  support s:
    premise p: P.
    premise f
  support t: T.
    undercut u by ann: U.
      rebuttal v: V.
  rebuttal r by ann: R.
claim b on q: B.
fact f: F.
prefer s over r: A reason.
";
    let expected = "\
1. `a` stands: its support `s` holds, for `p` and `f` stand, and `r`, which rebuts it, is outweighed.
   “First. Second.” (d.agon:4)
   `t` supports it and stands.
   `u` (by Ann Lee) undercuts `t`, but falls.
   `r` (by Ann Lee) rebuts it and stands, but is outweighed by the preference at d.agon:17.
These stand, for nothing speaks against them:
- `p`: “P.” (d.agon:9)
- `f`: “F.” (fact, d.agon:16)
- `r`: “R.” (Ann Lee, d.agon:14)
";
    assert_eq!(said(text, "a"), expected);
    let expected = "\
`q` comes out as its default, `b`, since no answer alone stands.
   “Which?” (d.agon:2)

- `a` stands: its support `s` holds, for `p` and `f` stand, and `r`, which rebuts it, is outweighed.
- `b` stands: it is asserted, and nothing speaks against it.
";
    assert_eq!(said(text, "q"), expected);
    let expected = "\
`s` holds: `p` and `f` stand, and nothing defeats the step.  (d.agon:8)
   It supports `a`, which stands.

1. `p` stands: it is asserted, and nothing speaks against it.
   “P.” (d.agon:9)
These stand, for nothing speaks against them:
- `f`: “F.” (fact, d.agon:16)
";
    assert_eq!(said(text, "s"), expected);
}

#[test]
fn a_support_of_two_claims_is_told_for_each_as_it_fares_there() {
    let text = "claim a: A.\n  rebuttal r: R.\nclaim b: B.\nsupport s for a, b: S.\n";
    assert!(
        said(text, "a").contains("`s` supports it and stands, but that does not outweigh what speaks against it."),
        "{}",
        said(text, "a")
    );
    assert!(said(text, "b").starts_with("1. `b` stands: `s` supports it and stands, and nothing speaks against it."));
}

#[test]
fn a_claim_never_rests_on_itself_where_it_has_a_better_ground() {
    let text = "claim a: A.\n  support s:\n    premise b\n  support t: T.\nclaim b: B.\n  support u:\n    premise a\n";
    assert!(said(text, "a").starts_with("1. `a` stands: `t` supports it and stands"), "{}", said(text, "a"));
}

#[test]
fn what_rests_on_a_claim_is_told_to_add_nothing_to_it() {
    let back = "claim a: A.\n  support s:\n    premise b\n  support t: T.\nclaim b: B.\n  support u:\n    premise a\n";
    assert!(said(back, "a").contains("   `s` (d.agon:2) adds nothing, for `b` rests on `a` in turn.\n"), "{}", said(back, "a"));
    // A longer way to other grounds is a way of its own.
    let far = "claim a: A.\n  support s:\n    premise b\n  support t: T.\nclaim b: B.\n  support c: C.\n    support d: D.\n";
    assert!(said(far, "a").contains("   `s` (d.agon:2) supports it, for `b` stands.\n"), "{}", said(far, "a"));
    // One premise with grounds of its own does not make a reason of one that has none.
    let both =
        "claim a: A.\n  support s:\n    premise b\n    premise c\n  support t: T.\nclaim b: B.\n  support u:\n    premise a\nclaim c: C.\n";
    assert!(said(both, "a").contains("adds nothing, for `b` rests on `a` in turn.\n"), "{}", said(both, "a"));
}

#[test]
fn an_assumption_does_not_stand_by_what_rests_on_it() {
    let text = "assumption a: A.\nclaim b: B.\nsupport s for a:\n  premise b\nsupport t for b:\n  premise a\n";
    let told = said(text, "a");
    assert!(told.starts_with("1. `a` stands: it is an assumption, and nothing speaks against it.\n"), "{told}");
    assert!(told.contains("   `s` (d.agon:3) adds nothing, for `b` rests on `a` in turn.\n"), "{told}");
}

#[test]
fn what_stops_a_support_of_one_line_is_told_with_it() {
    let told = said("claim c: C.\n  support s: S.\n    undercut u: U.\n", "s");
    assert!(told.contains("   What it says for `c` is undercut by `u`, which stands.\n"), "{told}");
}

#[test]
fn why_a_step_tells_what_it_does_and_what_stops_it() {
    let text = "claim c: C.\nclaim r: R.\nrebuttal r against c\nsupport s for c:\n  premise r\n  undercut u: U.\n    rebuttal v: V.\n";
    assert!(said(text, "c/rebuttal-1").contains("   It speaks against `c`, which falls.\n"), "{}", said(text, "c/rebuttal-1"));
    let step = said(text, "s");
    assert!(step.contains("   It supports `c`, which falls.\n"), "{step}");
    let stopped = said("claim c: C.\nclaim p: P.\nsupport s for c:\n  premise p\n  undercut u: U.\n    support w: W.\n", "s");
    assert!(stopped.contains("`u` stands: `w` supports it and stands"), "{stopped}");
}

#[test]
fn why_a_step_explains_what_undercuts_it_without_success_too() {
    let text = "claim c: C.\n  support s:\n    premise p: P.\n    premise q: Q.\n    undercut u: U.\n      rebuttal v: V.\n    undercut w: W.\n      undercut x: X.\n";
    let told = said(text, "s");
    assert!(told.contains("   `u` undercuts `s`, but falls.\n"), "{told}");
    assert!(told.contains("`u` falls: `v` rebuts it and stands.\n") && told.contains("- `v`: “V.” (d.agon:6)\n"), "{told}");
    assert!(told.contains("   `w` undercuts `s`, but is itself undercut by `x`.\n"), "{told}");
    assert!(told.contains("   What it says against the step `s` is undercut by `x`, which stands.\n"), "{told}");
    assert!(told.contains("- `x`: “X.” (d.agon:8)\n"), "{told}");
    let told = said("claim c: C.\n  support s: S.\n    undercut u: U.\n      rebuttal v: V.\n", "s");
    assert!(told.contains("`u` falls: `v` rebuts it and stands.\n") && told.contains("- `v`: “V.”"), "{told}");
}

/// A debate with steps that have no names of their own.
const NAMELESS: &str = "\
claim a: A.
  support:
    premise p: P.
    premise q: Q.
    undercut u: U.
      rebuttal v: V.
  support b
  rebuttal r: R.
    undercut t: T.
claim b: B.
  rebuttal c: C.
claim d: D.
  support:
    premise p
    premise b
claim e: E.
  support strictly:
    premise p
    premise q
  support p
claim f: F.
  support p
    undercut w: W.
";

#[test]
fn a_step_without_a_name_is_told_by_what_it_does() {
    let told = said(NAMELESS, "a");
    let head = "1. `a` stands: one of its supports holds, for `p` and `q` stand, and what `r` says against it is undercut by `t`.\n";
    assert!(told.starts_with(head), "{told}");
    assert!(
        told.contains("   `u` undercuts the step from `p` and `q` to `a`, but falls.\n   `b` does not carry it: it falls.\n"),
        "{told}"
    );
    assert!(said(NAMELESS, "d").starts_with("1. `d` falls: its only support fails, for its premise `b` falls.\n"));
    let told = said(NAMELESS, "e");
    assert!(told.starts_with("1. `e` stands: it follows strictly, for `p` and `q` stand, and nothing speaks against it.\n"), "{told}");
    assert!(told.contains("   `p` supports it and stands.\n"), "{told}");
    assert!(said(NAMELESS, "f").starts_with("1. `f` falls: its only support fails, for `w` undercuts it and stands.\n"));
    let told = said(NAMELESS, "a/support-1");
    assert!(
        told.starts_with("The step from `p` and `q` to `a` holds: `p` and `q` stand, and nothing defeats the step.  (d.agon:2)\n"),
        "{told}"
    );
    let told = said(NAMELESS, "a/support-2");
    assert!(told.starts_with("The step from `b` to `a` does not hold: its premise `b` falls.  (d.agon:7)\n"), "{told}");
    let dialogue = |name: &str| {
        with(NAMELESS, |report| {
            let claim = report.debate.find_claim(name).unwrap();
            explanation::dialogue(report, &explain(&report.debate, &report.analysis, claim, &Interrupt::never()))
        })
    };
    assert!(dialogue("a").starts_with("1. Proponent: `a` stands: `p` and `q` support it. “A.”\n"), "{}", dialogue("a"));
    assert!(dialogue("a").contains("Opponent, to 1: `u` undercuts the step from `p` and `q` to `a`. “U.”\n"), "{}", dialogue("a"));
    assert!(dialogue("d").starts_with("1. Proponent: `d` falls: its support by `p` and `b` fails with `b`. “D.”\n"), "{}", dialogue("d"));
    let flipped = with(NAMELESS, |report| {
        let claim = report.debate.find_claim("d").unwrap();
        render::flip::text(report, &flip(&report.debate, &report.analysis, claim, 10))
    });
    assert!(flipped.contains("  - `c`  (d.agon:11)\n"), "{flipped}");
    let flipped = with("claim a: A.\n  support x\nclaim x: X.\n  support:\n    premise p: P.\n    premise q: Q.\n", |report| {
        render::flip::text(report, &flip(&report.debate, &report.analysis, ClaimId(0), 10))
    });
    assert!(flipped.contains("    (or its only support, the step from `p` and `q` to `x`)\n"), "{flipped}");
    assert!(flipped.contains("  - The step from `x` to `a`  (d.agon:2)\n"), "{flipped}");
    let long = "claim a: A.\n  support:\n".to_owned() + &(0..8).map(|n| format!("    premise p{n}: P.\n")).collect::<String>();
    assert!(said(&long, "a/support-1").starts_with("The step from `p0`, `p1`, `p2`, `p3`, `p4`, `p5` and 2 more to `a` holds"));
}

#[test]
fn no_answer_calls_a_step_by_a_path() {
    let mut dice = Dice(97);
    let mut seen = 0;
    for _ in 0..300 {
        let text = Outline::random(&mut dice).text();
        with(&text, |report| {
            if is_broken(report) {
                return;
            }
            let (debate, analysis) = (&report.debate, &report.analysis);
            let claims: BTreeSet<&str> = debate.claims.iter().map(|c| &*c.name.shown).collect();
            let paths: Vec<String> = debate
                .steps
                .iter()
                .map(|s| &s.name)
                .filter(|n| !n.referable && !claims.contains(&*n.shown))
                .map(|n| format!("`{}`", n.shown))
                .collect();
            let never = Interrupt::never();
            let mut told: Vec<String> = debate.step_ids().map(|s| why::step(report, s)).collect();
            for claim in debate.claim_ids() {
                let explained = explain(debate, analysis, claim, &never);
                told.extend([why::claim(report, claim), explanation::text(report, &explained), explanation::dialogue(report, &explained)]);
                told.push(render::flip::text(report, &flip(debate, analysis, claim, 5)));
            }
            for step in debate.step_ids() {
                let supposition = Supposition { falls: vec![Part::Step(step)], stands: Vec::new() };
                told.push(render::suppose::text(report, &supposition, &suppose(debate, analysis, &supposition).unwrap()));
            }
            for path in &paths {
                seen += 1;
                assert!(told.iter().all(|t| !t.contains(path)), "{path}: {:?}\n{text}", told.iter().find(|t| t.contains(path)));
            }
        });
    }
    assert!(seen > 100, "{seen} steps without a name");
}

#[test]
fn in_a_chain_of_two_way_supports_only_what_comes_from_the_ground_counts() {
    let mut text = String::from("fact ground: G.\nclaim k0: K.\n  support ground\n");
    (1..=64).for_each(|n| text += &format!("claim k{n}: K {n}.\n  support k{}\nclaim k{}\n  support k{n}\n", n - 1, n - 1));
    let told = said(&text, "k64");
    // The last of the chain has no support but that.
    assert_eq!(told.matches("adds nothing, for ").count() + 1, told.matches(" supports it and stands, and nothing").count(), "{told}");
    assert!(told.contains("This goes on with one more claim, and with what lies beneath"), "{told}");
}

#[test]
fn an_answer_stays_bounded_however_large_the_debate_is() {
    let mut text = String::from("claim a: A.\n");
    (0..2000).for_each(|n| text += &format!("  support s{n}: S {}\n    rebuttal: R.\n  rebuttal r{n}: R.\n", "long ".repeat(200)));
    text += "question q: Q?\n";
    (0..2000).for_each(|n| text += &format!("  claim c{n}: C.\n"));
    for name in ["a", "q", "r0"] {
        assert!(said(&text, name).len() < 20_000, "{name}: {}", said(&text, name).len());
    }
}

/// Whether a reason names what its verdict needs.
fn agrees(debate: &Debate, analysis: &Analysis, reason: &Reason) -> Result<(), &'static str> {
    let some = |fate: &[Fate]| reason.attacks.iter().any(|a| fate.contains(&a.fate));
    let works = reason.supports.iter().any(|s| s.force == Force::Works);
    let said = matches!(reason.basis, Basis::Fact | Basis::Asserted | Basis::Assumed);
    let need = |is: bool, what| if is { Ok(()) } else { Err(what) };
    for support in &reason.supports {
        let all = debate.step(support.step).premises.iter().all(|p| analysis.verdict(*p) == Verdict::Stands);
        need(all == support.weak.is_empty(), "the weak premises")?;
    }
    match reason.verdict {
        Verdict::Stands => {
            need(works || said, "a ground")?;
            need(!some(&[Fate::Succeeds, Fate::Open]), "no attack that succeeds or may")
        }
        Verdict::Denied => need(some(&[Fate::Succeeds]), "an attack that succeeds"),
        Verdict::Open => {
            need(!some(&[Fate::Succeeds]), "no attack that succeeds")?;
            let open = |s: &agon::analysis::why::SupportReason| {
                s.force == Force::Open
                    && (s.weak.iter().any(|p| analysis.verdict(*p) == Verdict::Open) || s.undercuts.iter().any(|u| u.fate == Fate::Open))
            };
            need(some(&[Fate::Open]) || reason.supports.iter().any(open), "something open")
        }
        Verdict::Unfounded => {
            need(!some(&[Fate::Succeeds]), "no attack that succeeds")?;
            need(!said && !reason.supports.is_empty(), "supports")?;
            let fails = |s: &agon::analysis::why::SupportReason| !s.weak.is_empty() || s.undercuts.iter().any(|u| u.fate == Fate::Succeeds);
            need(reason.supports.iter().all(fails), "a weakness of each support")
        }
        Verdict::Unsupported => need(!said && !works, "no ground"),
    }
}

#[test]
fn nothing_succeeds_against_a_move_that_succeeds() {
    let mut dice = Dice(23);
    let mut seen = 0;
    for _ in 0..1000 {
        let text = Outline::random(&mut dice).text();
        with(&text, |report| {
            if is_broken(report) {
                return;
            }
            let (debate, analysis) = (&report.debate, &report.analysis);
            for attack in debate.claim_ids().flat_map(|c| reason(debate, analysis, c).attacks).filter(|a| a.fate == Fate::Succeeds) {
                let Attacker::Move(claim, step) = attack.by else { continue };
                let against = [reason(debate, analysis, claim).attacks, support(debate, analysis, step).undercuts].concat();
                seen += against.len();
                assert!(against.iter().all(|a| !matches!(a.fate, Fate::Succeeds | Fate::Open)), "{against:?}\n{text}");
            }
        });
    }
    assert!(seen > 100, "{seen} moves against moves that succeed");
}

#[test]
fn every_reason_agrees_with_its_verdict() {
    let mut dice = Dice(11);
    let mut met: BTreeMap<String, u32> = BTreeMap::new();
    for _ in 0..1000 {
        let text = Outline::random(&mut dice).text();
        with(&text, |report| {
            if is_broken(report) {
                return;
            }
            let (debate, analysis) = (&report.debate, &report.analysis);
            let teller = Teller::new(report);
            for claim in debate.claim_ids() {
                let (reasons, more) = walk(debate, analysis, [claim], usize::MAX);
                assert_eq!(more, 0);
                assert_eq!(reasons.iter().map(|r| r.claim).collect::<BTreeSet<_>>().len(), reasons.len(), "{text}");
                let first = &reasons[0];
                if let Err(what) = agrees(debate, analysis, first) {
                    panic!("{} is {:?} without {what}: {first:?}\n{text}", debate.claim(claim).name.shown, first.verdict);
                }
                // What a claim rests on first never leads back to it.
                if first.verdict == Verdict::Stands {
                    assert!(ends(debate, analysis, first), "{} rests on itself\n{text}", debate.claim(claim).name.shown);
                }
                let (head, rest) = teller.tell(first);
                assert!(head.starts_with(&format!("`{}` ", debate.claim(claim).name.shown)) && head.ends_with('.'), "{head}");
                assert!(rest.iter().all(|s| s.ends_with('.') && *s != head && !s.contains("``")), "{rest:?}\n{text}");
                for by in first.attacks.iter().map(|a| (a.by, a.fate.clone())) {
                    let kind = match by.0 {
                        Attacker::Move(..) => "move",
                        Attacker::Contradiction(_) => "contradiction",
                        Attacker::Consequence(_) => "consequence",
                    };
                    let fate = format!("{:?}", by.1);
                    *met.entry(format!("{:?} {kind} {}", first.verdict, fate.split('(').next().unwrap())).or_default() += 1;
                }
            }
        });
    }
    for kind in
        ["Stands move Outweighed", "Stands move Undercut", "Denied move Succeeds", "Denied consequence Succeeds", "Open consequence Open"]
    {
        assert!(met.get(kind).is_some_and(|n| *n > 5), "{kind} hardly occurs: {met:?}");
    }
}

/// Whether the first working supports lead down to what needs none.
fn ends(debate: &Debate, analysis: &Analysis, first: &Reason) -> bool {
    let mut depth = analysis.depth(debate, first.claim);
    let mut layer = vec![first.clone()];
    while depth > 0 {
        let next: Vec<Reason> = layer
            .iter()
            .filter(|r| !matches!(r.basis, Basis::Fact | Basis::Asserted | Basis::Assumed))
            .flat_map(|r| &debate.step(r.supports[0].step).premises)
            .map(|p| reason(debate, analysis, *p))
            .collect();
        if next.iter().any(|r| analysis.depth(debate, r.claim) >= depth) {
            return false;
        }
        let Some(deepest) = next.iter().map(|r| analysis.depth(debate, r.claim)).max() else { return true };
        depth = deepest;
        layer = next;
    }
    true
}

#[test]
fn what_is_undercut_is_not_said_to_have_nothing_against_it() {
    let one = "claim a: A.\n  support s:\n    premise p: P.\n    undercut u: U.\n      rebuttal: No.\n";
    check(one, "`a` stands: its only support `s` holds, for `p` stands, and the undercut `u` fails.");
    let two = format!("{one}  support t:\n    premise q: Q.\n    undercut v: V.\n");
    let found = said(&two, "a");
    assert!(found.starts_with("1. `a` stands: its support `s` holds, for `p` stands, and the undercut `u` fails."), "{found}");
    let other = "claim a: A.\n  support s:\n    premise p: P.\n  support t:\n    premise q: Q.\n    undercut v: V.\n";
    check(other, "`a` stands: its support `s` holds, for `p` stands, and nothing speaks against that.");
    let found = said(&two, "t");
    assert_eq!(found.matches("`v` undercuts").count(), 1, "{found}");
}

#[test]
fn a_claim_whose_reasons_fail_does_not_fall_to_what_stands_because_it_falls() {
    let text = "claim a: A.\n  support s: S.\n    rebuttal r: R.\nclaim b: B.\ncontradiction a, b\n";
    check(text, "`a` falls: `s` does, its only support, and `b`, which contradicts it, stands.");
    let found = said(text, "b");
    assert!(found.contains("2. `a` falls: `s` does, its only support, and `b`, which contradicts it, stands."), "{found}");
    assert!(found.contains("3. `s` falls: `r` rebuts it and stands."), "{found}");
}

#[test]
fn a_clash_that_a_preference_decides_is_not_said_to_be_undecided() {
    let open = "claim s: S.\nclaim i: I.\ncontradiction s, i\n";
    let text = format!("{open}claim a: A.\n  support x:\n    premise s\nclaim b: B.\ncontradiction a, b\nprefer a over b\n");
    check(&text, "`a` is open: its only support `x` is open, for its premise `s` is open.");
    let found = said(&text, "b");
    assert!(found.starts_with("1. `b` is open: `a` contradicts it, is the stronger, and is itself open."), "{found}");
}

#[test]
fn what_a_preference_keeps_from_defeating_a_claim_is_no_ground_for_its_fall() {
    // `keep` stands only because `build` falls to the fish.
    let text = "claim build: B.\n  rebuttal fish: F.\nclaim keep: K.\ncontradiction build, keep\n";
    let found = said(text, "build");
    assert!(found.contains("`keep` contradicts it and stands."), "{found}");
    let found = said(&format!("{text}prefer build over keep\n"), "build");
    assert!(found.starts_with("1. `build` falls: `fish` rebuts it and stands.\n"), "{found}");
    let told = "`keep` contradicts it and stands, but is outweighed by the preference at ";
    assert!(found.contains(told) && !found.contains("`keep` contradicts it and stands."), "{found}");
}

#[test]
fn what_a_preference_outranks_is_no_cause_of_a_fall_to_something_else() {
    let text = "claim run: A tram should run.\n  support clean: Trams are clean.\n  rebuttal noise: Trams are loud.\n  rebuttal dig: The street would be dug \
                up.\nprefer clean over noise: Quiet wheels are now standard.\n";
    let fates = |text: &str| {
        with(text, |report| {
            let run = report.debate.find_claim("run").unwrap();
            let attacks = reason(&report.debate, &report.analysis, run).attacks;
            attacks.iter().map(|attack| attack.fate.clone()).collect::<Vec<_>>()
        })
    };
    assert_eq!(fates(text), [Fate::Succeeds, Fate::Outweighed]);
    let two = text.replace("  rebuttal noise", "  support fast: Trams are fast.\n  rebuttal noise");
    assert_eq!(fates(&two), [Fate::Succeeds, Fate::Succeeds], "the second reason is not ranked above it");
}
