//! Minimal explanations: known dialogues, and laws on random debates that are checked against the debate itself and the definitions.

use crate::{
    report::schema::problems,
    support::{is_broken, with},
    verdicts::{dice::Dice, outline::Outline},
};
use agon::{
    analysis::{
        dialogue::{Basis, Dialogue, Fall, Says, Tip},
        explanation::{Explanation, explain, explain_step},
        verdict::Verdict,
        why::{Fate, support},
    },
    model::{debate::ClaimKind, ids::ClaimId},
    render::{
        dialogue,
        explanation::{Asked, json, step_dialogue, text},
    },
    report::run::Report,
    theory::{
        interrupt::Interrupt,
        system::{
            rules::RuleId,
            verify::{Check, is_defence},
            why::{Size, find_defence},
        },
    },
};
use serde_json::Value;

fn explained(report: &Report<'_>, claim: ClaimId) -> Explanation {
    explain(&report.debate, &report.analysis, claim, &Interrupt::never())
}

/// The dialogue on `a`.
#[track_caller]
fn check(debate: &str, expected: &str) {
    with(debate, |report| {
        assert!(!report.has_errors(), "{:?}", report.diagnostics);
        let found = explained(report, report.debate.find_claim("a").unwrap());
        assert_eq!(dialogue::text(report, &found.defence.unwrap().dialogue.unwrap()), expected);
    });
}

#[test]
fn a_dialogue_raises_and_answers_all_that_bears_on_the_claim() {
    check("claim a: A.\n", "1. Proponent: `a` stands: it is asserted. “A.”\n");
    check("fact a: A.\n", "1. Proponent: `a` stands: it is a fact. “A.”\n");
    check(
        "claim a: A.\n  support s:\n    premise p: P.\n    premise q: Q.\n  rebuttal r: R.\n    undercut u: U.\n  rebuttal t: T.\n    support v: V.\n      rebuttal w: W.\n",
        "\
1. Proponent: `a` stands: `s` supports it, from `p` and `q`. “A.”
2. Proponent, to 1: `p` stands: it is asserted. “P.”
3. Proponent, to 1: `q` stands: it is asserted. “Q.”
4. Opponent, to 1: `r` rebuts `a`. “R.”
5. Proponent, to 4: That does not count: `u` undercuts the step `r`. “U.”
6. Proponent, to 5: `u` stands: it is asserted.
7. Opponent, to 1: `t` rebuts `a`. “T.”
8. Proponent, to 7: `t` falls: `v`, which supports it, does not stand.
9. Proponent, to 8: `v` falls: `w` rebuts it. “V.”
10. Proponent, to 9: `w` stands: it is asserted. “W.”
",
    );
    check(
        "claim a: A.\n  support s: S.\n  rebuttal r: R.\nprefer s over r\n",
        "\
1. Proponent: `a` stands: `s` supports it. “A.”
2. Proponent, to 1: `s` stands: it is asserted. “S.”
3. Opponent, to 1: `r` rebuts `a`. “R.”
4. Proponent, to 3: That is outweighed by a preference.
",
    );
    check(
        "claim a: A.\nclaim b: B.\ncontradiction a, b\nprefer b over a\n",
        "\
1. Proponent: `a` falls: `b` contradicts it. “A.”
2. Proponent, to 1: `b` stands: it is asserted. “B.”
3. Opponent, to 2: `a` contradicts it.
4. Proponent, to 3: `a` does not outweigh this: its assertion is the weaker by a preference.
",
    );
    check(
        "claim a: A.\nsupport s for c strictly:\n  premise a\nclaim c: C.\n  rebuttal r: R.\n    rebuttal q: Q.\n",
        "\
1. Proponent: `a` stands: it is asserted. “A.”
2. Opponent, to 1: It leads strictly to `c` by `s`, which `r` rebuts. “R.”
3. Proponent, to 2: `r` falls: `q` rebuts it.
4. Proponent, to 3: `q` stands: it is asserted. “Q.”
",
    );
    check(
        "claim a: A.\nsupport s for c strictly:\n  premise a\nclaim c: C.\n  rebuttal r: R.\n",
        "\
1. Proponent: `a` falls: it leads strictly to `c` by `s`, which `r` rebuts. “A.”
2. Proponent, to 1: `r` stands: it is asserted. “R.”
",
    );
    check(
        "claim a: A.\n  support s:\n    premise b\nclaim b: B.\n  support t:\n    premise a\n",
        "1. Proponent: `a` is unsupported: no reason for it rests on anything. “A.”\n2. Proponent, to 1: `b` is unsupported: no reason for it rests on anything. “B.”\n",
    );
}

#[test]
fn the_line_after_the_reasons_tells_what_is_enough_and_what_could_be_held() {
    let told = |debate: &str, name: &str| with(debate, |report| text(report, &explained(report, report.debate.find_claim(name).unwrap())));
    let chain = "claim a: A.\n  rebuttal r: R.\n    rebuttal q: Q.\n  support s: S.\n  support t: T.\n    rebuttal v: V.\n";
    assert_eq!(told(chain, "a"), "Enough for this: `q` and `s`; nothing smaller would do.\n");
    assert_eq!(told(chain, "r"), "", "the first sentence says as much");
    let clash = "claim a: A.\nclaim b: B.\ncontradiction a, b\nclaim c: C.\n  support b\n";
    assert_eq!(told(clash, "a"), "Who holds `a` can hold it without contradiction. Who holds `b` has it fall.\n");
    assert_eq!(told(clash, "c"), "Who holds `b` can hold `c` without contradiction. Who holds `a` has it fall.\n");
    let own = "claim a: A.\n  rebuttal r: R.\n    support s:\n      premise a\n";
    assert_eq!(told(own, "a"), "Nobody can hold `a` without contradiction. No position brings it down.\n");
}

/// What is wrong with a dialogue as a record of the debate.
fn flaws(report: &Report<'_>, about: Option<(ClaimId, bool)>, dialogue: &Dialogue) -> Vec<String> {
    let (debate, analysis) = (&report.debate, &report.analysis);
    let (links, system) = (&analysis.links, &analysis.theory.system);
    let moves = &dialogue.moves;
    let mut flaws = Vec::new();
    let mut need = |is: bool, at: usize, what: &str| {
        if !is {
            flaws.push(format!("move {}: {what}", at + 1));
        }
    };
    let stands = |claim: ClaimId| moves.iter().position(|m| matches!(&m.says, Says::Stands(c, _) if *c == claim));
    let falls = |claim: ClaimId| moves.iter().position(|m| matches!(&m.says, Says::Falls(c, _) if *c == claim));
    let replies = |at: usize| moves.iter().filter(move |m| m.answers == Some(at));
    let raised = |at: usize, tip: Tip| replies(at).any(|m| matches!(&m.says, Says::Attack(s) if s.via.is_empty() && s.tip == tip));
    let first = match &moves[0].says {
        Says::Stands(claim, _) => Some((*claim, true)),
        Says::Falls(claim, _) => Some((*claim, false)),
        _ => None,
    };
    need(first == about, 0, "is about something else");
    for (at, said) in moves.iter().enumerate() {
        need(said.answers.map_or(at == 0, |before| before < at), at, "answers nothing before it");
        need(said.answers.is_none_or(|before| said.is_opposed() != moves[before].is_opposed() || !said.is_opposed()), at, "is out of turn");
        match &said.says {
            Says::Stands(claim, basis) => {
                need(analysis.verdict(*claim) == Verdict::Stands, at, "stands, but not in the debate");
                need(said.number % 2 == 1, at, "has no odd number");
                let certain = match basis {
                    Basis::Fact => debate.claim(*claim).kind == ClaimKind::Fact,
                    Basis::Assertion => {
                        need(analysis.theory.assertions[claim.index()].is_some(), at, "is not asserted");
                        false
                    }
                    Basis::Support(step) => {
                        let made = debate.step(*step);
                        need(made.claims().any(|c| c == *claim), at, "rests on a step to elsewhere");
                        for premise in &made.premises {
                            need(stands(*premise).is_some_and(|p| moves[p].number <= said.number), at, "has a premise that is not backed");
                        }
                        for undercut in links.undercuts(*step) {
                            need(raised(at, Tip::Step(undercut)), at, "has an undercut that is not raised");
                        }
                        made.strict
                    }
                };
                if !certain {
                    links.rebuttals(*claim).for_each(|r| need(raised(at, Tip::Step(r)), at, "has a rebuttal that is not raised"));
                    links.contradictions(*claim).for_each(|c| {
                        need(raised(at, Tip::Contradiction(c)), at, "has a contradiction that is not raised");
                    });
                }
                for attack in replies(at).filter(|m| m.is_opposed()) {
                    need(attack.number < said.number || attack.number == 0, at, "is attacked by a later number");
                }
            }
            Says::Falls(claim, reasons) => {
                need(!matches!(analysis.verdict(*claim), Verdict::Stands | Verdict::Open), at, "falls, but not in the debate");
                need(said.number % 2 == 0, at, "has no even number");
                let rules = system.rules();
                need(rules.ids().filter(|id| rules.get(*id).head == claim.0).count() == reasons.len(), at, "passes over a reason for it");
                for reason in reasons {
                    match reason {
                        Fall::Premise(step, premise) => {
                            need(debate.step(*step).premises.contains(premise), at, "fails by what is no premise");
                            need(
                                falls(*premise).is_some_and(|p| moves[p].number <= said.number),
                                at,
                                "fails by a premise that is not told",
                            );
                        }
                        Fall::Struck(_, strike) => {
                            let by = match strike.tip {
                                Tip::Step(step) => debate.step(step).premises.first().copied(),
                                Tip::Contradiction(claim) | Tip::Stronger(claim) => Some(claim),
                                Tip::Denial => None,
                            };
                            need(by.and_then(stands).is_some_and(|s| moves[s].number < said.number), at, "is struck by what is not backed");
                        }
                        Fall::Outweighed(_) => need(false, at, "falls by a mere preference"),
                    }
                }
            }
            Says::Holds(step) => {
                need(at == 0, at, "comes too late");
                for premise in &debate.step(*step).premises {
                    need(stands(*premise).is_some_and(|p| moves[p].number <= said.number), at, "has a premise that is not backed");
                }
                for undercut in links.undercuts(*step) {
                    need(raised(at, Tip::Step(undercut)), at, "has an undercut that is not raised");
                }
            }
            Says::Fails(step, why) => {
                need(at == 0, at, "comes too late");
                match why {
                    Fall::Premise(by, premise) => {
                        need(by == step && debate.step(*step).premises.contains(premise), at, "fails by what is no premise");
                        need(falls(*premise).is_some_and(|p| moves[p].number <= said.number), at, "fails by a premise that is not told");
                    }
                    Fall::Struck(by, strike) => {
                        need(*by == Some(*step) && strike.via.is_empty(), at, "is struck elsewhere");
                        let Tip::Step(by) = strike.tip else { panic!("{strike:?}") };
                        need(links.undercuts(*step).any(|u| u == by), at, "is struck by what does not undercut it");
                        let claim = debate.step(by).premises[0];
                        need(stands(claim).is_some_and(|s| moves[s].number < said.number), at, "is struck by what is not backed");
                    }
                    Fall::Outweighed(_) => need(false, at, "falls by a mere preference"),
                }
            }
            Says::Weaker(..) => need(!debate.preferences.is_empty(), at, "is the weaker by no preference"),
            Says::Attack(_) => {
                need(said.number % 2 == 0, at, "has no even number");
                need(replies(at).next().is_some(), at, "is not answered");
                need(replies(at).all(|m| m.number <= said.number), at, "is answered by a later number");
            }
            Says::Struck(strike) => {
                let by = if let Tip::Step(step) = strike.tip { debate.step(step).premises.first().copied() } else { None };
                need(by.is_none_or(|c| stands(c).is_some_and(|s| moves[s].number <= said.number)), at, "strikes by what is not backed");
            }
            Says::Outweighed => need(!debate.preferences.is_empty(), at, "is outweighed by no preference"),
            Says::As(before) => need(*before < at && !moves[*before].is_opposed(), at, "points nowhere"),
        }
    }
    flaws
}

#[test]
fn every_explanation_holds_by_the_definitions_and_its_dialogue_leaves_nothing_out() {
    let mut dice = Dice(31);
    let schema: Value = serde_json::from_str(include_str!("../src/render/why.schema.json")).unwrap();
    let (mut moves, mut attacks, mut weaker, mut stands) = (0, 0, 0, 0);
    for _ in 0..600 {
        let debate = Outline::random(&mut dice).text();
        with(&debate, |report| {
            if is_broken(report) {
                return;
            }
            let system = &report.analysis.theory.system;
            for claim in report.debate.claim_ids() {
                let found = explained(report, claim);
                let verdict = report.analysis.verdict(claim);
                if claim.index() == 0 {
                    let asked = Asked { name: "a", kind: "claim", step: None, found: vec![(found.clone(), None)] };
                    assert_eq!(problems(&schema, &serde_json::from_str(&json(report, &asked)).unwrap()), Vec::<String>::new(), "{debate}");
                }
                let Some(enough) = &found.defence else {
                    assert_eq!(verdict, Verdict::Open);
                    held(report, &found, &debate);
                    stands += 1;
                    continue;
                };
                let defence = find_defence(system, &report.analysis.grounded, claim.0).unwrap();
                assert!(is_defence(system, &defence.moves, claim.0, verdict == Verdict::Stands), "{debate}");
                assert_eq!(defence.moves.len(), enough.parts.len());
                assert_eq!(enough.size, Size::Smallest);
                let dialogue = enough.dialogue.as_ref().unwrap();
                let told = dialogue::text(report, dialogue);
                let about = Some((claim, verdict == Verdict::Stands));
                assert_eq!(flaws(report, about, dialogue), Vec::<String>::new(), "{told}\n{debate}");
                moves += dialogue.moves.len();
                attacks += dialogue.moves.iter().filter(|m| m.is_opposed()).count();
                weaker += dialogue.moves.iter().filter(|m| matches!(m.says, Says::Weaker(..) | Says::Outweighed)).count();
            }
        });
    }
    assert!(moves > 5000 && attacks > 500 && weaker > 20 && stands > 100, "{moves} {attacks} {weaker} {stands}");
}

#[test]
fn the_dialogue_on_a_support_is_one_in_which_moves_answer_moves() {
    let told = |debate: &str, name: &str| {
        with(debate, |report| {
            let step = report.debate.step_ids().find(|s| &*report.debate.step(*s).name.shown == name).unwrap();
            let asked = Asked { name, kind: "support", step: explain_step(&report.debate, &report.analysis, step), found: Vec::new() };
            step_dialogue(report, &asked, step)
        })
    };
    let debate =
        "claim a: A.\n  support s:\n    premise p: P.\n    premise q: Q.\n    undercut u: U.\n      rebuttal v: V.\n  rebuttal r: R.\n";
    assert_eq!(
        told(debate, "s"),
        "\
1. Proponent: `s`, the step from `p` and `q` to `a`, holds.
2. Proponent, to 1: `p` stands: it is asserted. “P.”
3. Proponent, to 1: `q` stands: it is asserted. “Q.”
4. Opponent, to 1: `u` undercuts the step `s`. “U.”
5. Proponent, to 4: `u` falls: `v` rebuts it.
6. Proponent, to 5: `v` stands: it is asserted. “V.”
"
    );
    let debate = "claim a: A.\n  support s:\n    premise p: P.\n    premise q: Q.\n      rebuttal r: R.\n  support:\n    premise p\n    undercut u: U.\nclaim b: B.\n  support t:\n    premise c: C.\nclaim d: D.\ncontradiction c, d\n";
    assert_eq!(
        told(debate, "s"),
        "\
1. Proponent: `s`, the step from `p` and `q` to `a`, does not hold: its premise `q` does not stand.
2. Proponent, to 1: `q` falls: `r` rebuts it. “Q.”
3. Proponent, to 2: `r` stands: it is asserted. “R.”
"
    );
    assert_eq!(
        told(debate, "a/support-1"),
        "\
1. Proponent: The step from `p` to `a` does not hold: `u` undercuts the step from `p` to `a`.
2. Proponent, to 1: `u` stands: it is asserted. “U.”
"
    );
    assert_eq!(told(debate, "t"), "No dialogue settles whether `t` holds: it is open.\n");
}

#[test]
fn the_dialogue_on_a_support_agrees_with_the_debate_and_leaves_nothing_out() {
    let mut dice = Dice(37);
    let (mut holding, mut failing, mut open) = (0, 0, 0);
    for _ in 0..600 {
        let debate = Outline::random(&mut dice).text();
        with(&debate, |report| {
            if is_broken(report) {
                return;
            }
            let analysis = &report.analysis;
            for step in report.debate.step_ids() {
                let found = support(&report.debate, analysis, step);
                let lost = found.weak.iter().any(|p| analysis.verdict(*p) != Verdict::Open)
                    || found.undercuts.iter().any(|u| u.fate == Fate::Succeeds);
                let is_open = !found.weak.is_empty() || found.undercuts.iter().any(|u| u.fate == Fate::Open);
                let Some(enough) = explain_step(&report.debate, analysis, step) else {
                    assert!(is_open && !lost, "{debate}");
                    open += 1;
                    continue;
                };
                let dialogue = enough.dialogue.unwrap();
                let told = dialogue::text(report, &dialogue);
                match &dialogue.moves[0].says {
                    Says::Holds(of) => {
                        assert!(*of == step && !is_open && !lost, "{told}\n{debate}");
                        holding += 1;
                    }
                    Says::Fails(of, _) => {
                        assert!(*of == step && lost, "{told}\n{debate}");
                        failing += 1;
                    }
                    other => panic!("{other:?}\n{debate}"),
                }
                assert_eq!(flaws(report, None, &dialogue), Vec::<String>::new(), "{told}\n{debate}");
            }
        });
    }
    assert!(holding > 500 && failing > 200 && open > 50, "{holding} {failing} {open}");
}

/// What could be held with and against an open claim is in some complete extension of the system, checked from the definitions.
fn held(report: &Report<'_>, found: &Explanation, debate: &str) {
    let system = &report.analysis.theory.system;
    let stands = found.stands.as_ref().unwrap();
    assert!(!stands.stopped);
    let rules: Vec<RuleId> = system.rules().defeasible().collect();
    if rules.len() > 10 {
        return;
    }
    let check = Check::new(system);
    let sets = (0..1usize << rules.len()).map(|s| (0..rules.len()).filter(|i| s >> i & 1 == 1).map(|i| rules[i]).collect::<Vec<RuleId>>());
    let readings: Vec<_> = sets.filter_map(|set| check.admissible(&set)).collect();
    let claim = found.claim.index();
    for (claims, wanted) in [(&stands.with, true), (&stands.against, false)] {
        let decides = |r: &&agon::theory::system::verify::Reading| if wanted { r.holds[claim] } else { !r.may_hold[claim] };
        let mut deciding = readings.iter().filter(decides).peekable();
        assert_eq!(deciding.peek().is_some(), claims.is_some(), "{wanted} {debate}");
        if let Some(claims) = claims {
            assert!(deciding.any(|r| claims.iter().all(|c| r.holds[c.index()])), "{wanted} {debate}");
        }
    }
}
