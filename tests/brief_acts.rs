//! How a brief tells what parties did: who put forward what the judgement denies, who took back what, who gave up a denial.

use crate::support::{Memory, brief_of};
use agon::{
    model::load::Files,
    render::{brief::Length, consistency},
    report::run::run,
};

const PARTIES: &str = "party p: Pat\nparty r: Rob\n";

/// The brief of a debate between Pat and Rob, without its map.
fn page(text: &str, length: Length) -> String {
    let text = format!("{PARTIES}{text}");
    brief_of(&text, length)
}

#[track_caller]
fn check(text: &str, says: &[&str], says_not: &[&str]) {
    let page = page(text, Length::Full);
    for words in says {
        assert!(page.contains(words), "{words}\n{page}");
    }
    for words in says_not {
        assert!(!page.contains(words), "{words}\n{page}");
    }
}

#[test]
fn a_claim_that_falls_was_put_forward_by_its_speaker_who_dissents() {
    check(
        "claim a by p: The dam is safe.\n  rebuttal crack by r: There is a crack in it.\n",
        &[
            "It does not hold that the dam is safe.",
            "The claim was put forward by Pat.",
            "- Pat did not share the judgement, and stood by the claim.",
            "Nobody has answered objection 1, by which the claim falls.",
        ],
        &["The judgement was put forward by", "Rob did not share"],
    );
    check(
        "claim a by p: Beware of it!\n  rebuttal crack by r: There is a crack in it.\ndeny a by r: It is a crack.\n",
        &[
            "**Not upheld: Beware of it\\!**",
            "The claim was put forward by Pat. Rob denied it. The note on this reads: “It is a crack.”",
            "Pat did not share the judgement",
        ],
        &["Rob did not share"],
    );
}

#[test]
fn who_denies_what_stands_still_dissents() {
    check(
        "claim a by p: The dam is safe.\ndeny a by r: It is not.\n",
        &["The judgement was put forward by Pat.", "- Rob denied the judgement. The note on this reads: “It is not.”"],
        &["Pat did not share", "Pat denied"],
    );
}

#[test]
fn an_open_claim_is_disputed_and_not_its_openness() {
    check(
        "claim a by p: The dam is safe.\nclaim b by r: The dam leaks.\ncontradiction a, b\n",
        &[
            "The claim of judgement 1 was put forward by Pat.",
            "Rob did not share the claim of judgement 1, and stood by the claim of judgement 2.",
        ],
        &["did not share judgement"],
    );
}

#[test]
fn whoever_retracts_a_denial_gives_that_up_and_takes_nothing_back() {
    let text = "claim yes by p: We shall.\ndeny yes by r: Never.\n  date: 2019\nretract yes by r: All right.\n  date: 2020\n";
    check(
        text,
        &["Rob denied it in 2019. The note on this reads: “Never.” Rob gave up denying it in 2020. The note on this reads: “All right.”"],
        &["back", "Dissent"],
    );
    let mut files = Files::default();
    let text = format!("{PARTIES}{text}");
    let id = files.load("x.agon", &Memory::new(&[("x.agon", text.as_str())]));
    let report = consistency::render(&run(&files, id));
    assert!(report.contains("Gave up denying `yes` in 2020"), "{report}");
    assert!(!report.contains("Took back"), "{report}");
}

#[test]
fn an_acceptance_after_a_denial_is_taken_back() {
    check(
        "claim yes by p: We shall.\ndeny yes by r: Never.\n  date: 2018\naccept yes by r: Well.\n  date: 2019\nretract yes by r\n  date: 2020\n",
        &["Rob took it back in 2020."],
        &["gave that up"],
    );
}

#[test]
fn nobody_is_quoted_on_what_was_taken_back_without_that() {
    check(
        "claim a by p: The dam is safe.\n  rebuttal crack by r: There is a crack in it.\nretract crack by r: It was a shadow.\n  date: 2021\n",
        &["Rob objected that there is a crack in it. Rob took it back in 2021. The note on this reads: “It was a shadow.”"],
        &["nothing to stand on"],
    );
    check(
        "claim b by p: We shall go.\n  support w by r: The weather is fine.\nretract w by r: It rained.\n",
        &["According to Rob, the weather is fine. Rob took it back. The note on this reads: “It rained.”"],
        &["Nothing that stands supports"],
    );
}

#[test]
fn why_a_reason_fails_is_told_to_the_end_of_its_chain() {
    let chain =
        "claim yes: We shall.\n  support y1: It helps.\n    support y2: It helped before.\n      undercut u2 by p: The times change.\n";
    let told = ["It helped before. Against this argument, Pat objected that the times change, and nobody has answered this."];
    check(chain, &[told[0], "It helps. The one reason given for this does not hold:"], &["supports “It helps”"]);
    check(&format!("{chain}  support other: All want it.\n"), &told, &[]);
    check(
        "claim yes: We shall.\n  support y1: It helps.\n    support y2: It helped before.\n      undercut u2 by p: The times change.\n    support y3: It is new.\n",
        &["One reason given for this does not hold:", told[0]],
        &[],
    );
    check(
        "question q: Shall we?\nclaim yes on q: We shall.\n  support y1: It helps.\n    undercut u1 by p: The times change.\n  rebuttal cost by r: It costs.\n\
         claim no on q: We shall not.\n",
        &["The one reason given for it does not hold:", "It helps. Against this argument, Pat objected that the times change"],
        &[],
    );
}

#[test]
fn what_was_said_with_an_acceptance_or_denial_is_told() {
    check(
        "claim yes by p: We shall.\n  support y1 by p: It helps.\naccept yes by r: So be it.\ndeny y1 by r: It never did.\n",
        &["Rob accepted it. The note on this reads: “So be it.”", "Rob denied it. The note on this reads: “It never did.”"],
        &[],
    );
}

#[test]
fn whoever_grants_an_objection_to_their_answer_dissents_until_they_take_it_back() {
    let text = "question q: Should there be a toll?\nclaim yes on q by p: There should be a toll.\n  rebuttal shops by r: Shops will lose customers.\n\
                claim no on q by r: There should be no toll.\ncontradiction yes, no\naccept shops by p\n";
    let dissent = "Pat did not share the judgement, and stood by answer 1. Pat granted objection 2.";
    check(text, &[dissent], &[]);
    check(&format!("{text}retract yes by p\n"), &[], &["did not share"]);
}

#[test]
fn an_act_stands_before_the_words_that_announce_the_reasons() {
    let text = "question q: Should there be a toll?\nclaim yes on q: There should be a toll.\n  support air: The air would be cleaner.\n    rebuttal winds: \
                The wind decides.\n  support loud: The streets would be quieter.\n    rebuttal roofs: The roofs make the noise.\nclaim no on q by r: There \
                should be no toll.\ncontradiction yes, no\ndeny yes by r\n  date: 2023-06-01\n";
    check(text, &["Rob denied this answer on 1 June 2023. Neither of the two reasons given for it holds:\n\n- "], &[]);
}

#[test]
fn what_was_taken_back_is_not_said_to_have_been_answered() {
    let text = "question q: Where?\nclaim hill on q by p: The hill is best.\n  rebuttal road by r: No road leads up there.\n    rebuttal plan by p: A road \
                is planned.\nretract road by r\n";
    check(text, &["The one objection to it was taken back."], &["has been answered"]);
    let kept = text.replace("retract road by r\n", "");
    check(&kept, &["The one objection to it has been answered."], &["taken back"]);
}

#[test]
fn who_said_what_misses_the_judgement_is_not_said_to_deny_it() {
    let text = "claim a by p: The dam is safe.\n  rebuttal dear by r: It was dear.\n    undercut past by p: What is paid is paid.\n";
    check(text, &["- Rob stood by objection 1, which was said against the judgement."], &["did not share"]);
    let both = format!("{text}rebuttal crack against a by r: It has a crack.\n  rebuttal paint by p: That is paint.\n");
    check(&both, &["- Rob did not share the judgement, and stood by objections"], &["which were said against"]);
    let answered = "claim a by p: The dam is safe.\n  rebuttal dear by r: It has a crack.\n    rebuttal paint by p: That is paint.\n";
    check(answered, &["- Rob did not share the judgement, and stood by objection 1."], &["said against"]);
}

#[test]
fn whoever_takes_an_answer_back_keeps_their_objections() {
    let text = "question q: Which?\nclaim a on q by p: The train.\n  rebuttal slow by r: It is slow.\n    rebuttal fast by p: It is fast.\n  rebuttal dear by \
                r: It is dear.\n    rebuttal cheap by p: It is cheap.\nclaim b on q by r: The bus.\ncontradiction a, b\nretract b by r\n";
    check(text, &["- Rob stood by objections 1 and 3, which were said against the judgement."], &["did not share"]);
    check(&format!("{text}retract slow by r\n"), &["- Rob stood by objection 3, which was said against the judgement."], &[]);
    check(&format!("{text}accept a by r\n"), &[], &["Dissent"]);
}

#[test]
fn whoever_holds_what_does_not_hold_stands_by_that() {
    let text = "claim a by p: The dam is safe.\nclaim b by r: The dam is broken.\ncontradiction a, b\nprefer a over b\n";
    check(
        text,
        &[
            "- Rob did not share judgement 1, and stood by the claim of judgement 2.",
            "- Rob did not share judgement 2, and stood by its claim.",
        ],
        &["judgement 2, and stood by the claim of judgement 2"],
    );
}
