//! How a brief tells what parties did: who put forward what the judgement denies, who took back what, who gave up a denial.

use crate::support::{Memory, brief_of, bulk};
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
            "The claim was put forward by Pat. Rob denied it: “It is a crack.”",
            "Pat did not share the judgement",
        ],
        &["Rob did not share"],
    );
}

#[test]
fn who_denies_what_stands_still_dissents() {
    check(
        "claim a by p: The dam is safe.\ndeny a by r: It is not.\n",
        &["The judgement was put forward by Pat.", "- Rob denied the judgement: “It is not.”"],
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
        &[
            "Rob denied it in 2019, and gave that up in 2020. The note on the denial reads: “Never.” The note on the withdrawal reads: “All right.”",
        ],
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
        &["Rob denied it in 2018, accepted it in 2019, and withdrew that in 2020."],
        &["gave that up", "back"],
    );
}

#[test]
fn nobody_is_quoted_on_what_was_taken_back_without_that() {
    check(
        "claim a by p: The dam is safe.\n  rebuttal crack by r: There is a crack in it.\nretract crack by r: It was a shadow.\n  date: 2021\n",
        &["Rob objected that there is a crack in it. Rob took it back in 2021: “It was a shadow.”"],
        &["nothing to stand on"],
    );
    check(
        "claim b by p: We shall go.\n  support w by r: The weather is fine.\nretract w by r: It rained.\n",
        &["According to Rob, the weather is fine. Rob took it back: “It rained.”"],
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
        &["The one reason given for this answer does not hold:", "It helps. Against this argument, Pat objected that the times change"],
        &[],
    );
}

#[test]
fn what_was_said_with_an_acceptance_or_denial_is_told() {
    check(
        "claim yes by p: We shall.\n  support y1 by p: It helps.\naccept yes by r: So be it.\ndeny y1 by r: It never did.\n",
        &["Rob accepted it: “So be it.”", "Rob denied it: “It never did.”"],
        &[],
    );
}

#[test]
fn whoever_grants_an_objection_to_their_answer_dissents_until_they_take_it_back() {
    let text = "question q: Should there be a toll?\nclaim yes on q by p: There should be a toll.\n  rebuttal shops by r: Shops will lose customers.\n\
                claim no on q by r: There should be no toll.\ncontradiction yes, no\naccept shops by p\n";
    let dissent = "Pat did not share the judgement, and stood by answer 1. Pat granted objection 2, by which it falls.";
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

const OFFER: &str = "question q: What should be offered?\n  answers: any\nclaim bus by p on q: A bus should be offered.\nclaim train on q: A train should \
                     be offered.\n";

#[test]
fn whoever_does_not_share_one_of_several_standing_answers_dissents_from_that() {
    let denial = "deny bus by r: Rob gets sick on buses.\n";
    check(
        &format!("{OFFER}{denial}"),
        &["- Rob denied answer 1: “Rob gets sick on buses.”"],
        &["denied this answer", "Pat denied", "did not share"],
    );
    let objection = "rebuttal slow against bus by r: A bus is slow.\n  rebuttal fast: It is fast.\n";
    check(&format!("{OFFER}{objection}"), &["- Rob did not share answer 1, and stood by objection 3."], &["from the judgement"]);
    check(&format!("{OFFER}{objection}accept bus by r\n"), &[], &["Dissent"]);
    check(&format!("{OFFER}{objection}retract slow by r\n"), &[], &["Dissent"]);
    let fallen = "claim boat on q by r: A boat should be offered.\n  rebuttal dry: There is no water.\n";
    // What was proposed beside others excludes none of them.
    check(&format!("{OFFER}{fallen}"), &[], &["Dissent"]);
    check(OFFER, &[], &["Dissent"]);
}

#[test]
fn of_answers_that_are_open_those_dissent_who_deny_one() {
    let open =
        "question q: Who pays?\nclaim town by p on q: The town pays.\nclaim state by r on q: The state pays.\ncontradiction town, state\n";
    check(open, &[], &["Dissent"]);
    check(
        &format!("{open}deny town by r: The town is broke.\n  date: 2020-05-02\n"),
        &["- Rob denied answer 1 on 2 May 2020: “The town is broke.”"],
        &["denied this answer", "did not share"],
    );
    check(
        "question q: Who pays?\nclaim town by p on q: The town pays.\n  rebuttal broke by r: The town is broke.\n",
        &["- Pat stood by answer 1, which does not stand."],
        &["did not share", "Rob stood"],
    );
}

#[test]
fn whoever_proposes_what_excludes_nothing_does_not_dissent() {
    let roads = |rows: &str, more: &str| {
        format!(
            "question q: What should be done?\n{rows}claim wide by p on q: The road should be widened.\n  support by r: It is narrow.\nclaim lit \
             by r on q: The road should be lit.\n  rebuttal by p: Lamps blind the birds.\n{more}"
        )
    };
    check(&roads("  answers: any\n", ""), &["**The road should be widened.**"], &["Dissent"]);
    let dissent = "- Rob did not share the judgement, and stood by answer 2.";
    check(&roads("  answers: any\n", "contradiction wide, lit\n"), &[dissent], &[]);
    check(&roads("  answers: one\n", ""), &[dissent], &[]);
    let none = "rebuttal dear against wide: It costs too much.\n";
    check(
        &roads("  answers: any\n", none),
        &["- Pat stood by answer 1, which does not stand.", "- Rob stood by answer 4, which does not stand."],
        &["did not share"],
    );
}

#[test]
fn whoever_gave_up_one_answer_and_stands_by_another_dissents() {
    let text = "party z: Zoe\nquestion q: Who pays?\n  answers: one\nclaim town by p on q: The town pays.\nclaim state by r on q: The state pays.\n  \
                rebuttal by p: It is broke.\nclaim none by z on q: Nobody pays.\n  rebuttal by p: Somebody must.\naccept state by z\n  date: 2023\n";
    let dissent = "- Zoe did not share the judgement, and stood by answer";
    check(text, &[dissent], &["said against"]);
    check(&format!("{text}retract state by z\n  date: 2024\n"), &[dissent], &["said against"]);
    // Who gave up the only answer of theirs may be won over.
    let objection = text.replace(
        "claim none by z on q: Nobody pays.\n  rebuttal by p: Somebody must.\n",
        "rebuttal dear against town by z: It is dear.\n  rebuttal by p: It is cheap.\n",
    );
    check(
        &format!("{objection}retract state by z\n  date: 2024\n"),
        &["Zoe stood by objection", "said against the judgement"],
        &["Zoe did not share"],
    );
}

#[test]
fn what_was_done_before_a_denial_is_told_with_it() {
    let text = "claim a by p: The dam is safe.\naccept a by r\n  date: 2025-01-01\ndeny a by r: It leaks.\n  date: 2025-02-01\n";
    check(
        text,
        &["- Rob accepted the judgement on 1 January 2025, and denied it on 1 February 2025. The note on the denial reads: “It leaks.”"],
        &["Rob accepted it"],
    );
    let steady = text.replace("accept a by r\n  date: 2025-01-01\n", "");
    check(&steady, &["- Rob denied the judgement on 1 February 2025: “It leaks.”"], &["accepted"]);
    // Of a rival, it is told with the answer who denied it.
    let rival = format!(
        "question q: Is it?\n{}claim b on q: It is not.\n  rebuttal: It is.\n",
        text.replace("by p:", "by p on q:").replace(" a by r", " b by r")
    );
    check(&rival, &["Rob", "denied it on 1 February 2025"], &["Rob did not share"]);
}

#[test]
fn the_day_of_a_statement_is_told_where_later_acts_are_told_before_it() {
    let text = "claim keep by p: We shall keep it.\n  rebuttal mute by r: It keeps no record.\n    date: 2025-01-10\n    rebuttal by p: It keeps \
                all.\n      date: 2025-02-01\n";
    check(text, &["Rob objected that it keeps no record. Pat replied that it keeps all."], &["had", "2025"]);
    let granted = format!("{text}accept mute by p\n  date: 2025-02-28\n");
    check(
        &granted,
        &[
            "Rob objected on 10 January 2025 that it keeps no record. Pat accepted it on 28 February 2025. Pat had replied on 1 February 2025 that it keeps all.",
        ],
        &[],
    );
    let undercut = granted.replace("rebuttal by p: It keeps", "undercut by p: It keeps");
    check(&undercut, &["Even if this is true, Pat had replied on 1 February 2025, it does not touch the judgement"], &[]);
    // What is not told on a short page cannot have come later.
    let denied = granted.replace("accept mute", "deny mute");
    check(&denied, &["Pat denied it on 28 February 2025. Pat had replied on 1 February 2025"], &[]);
    assert!(page(&denied, Length::OnePage).contains("Pat replied that it keeps all"));
    check(
        &granted.replace("2025-02-28", "2025-01-20"),
        &["Pat accepted it on 20 January 2025. Pat replied that it keeps all."],
        &["had replied"],
    );
    let won = format!("{text}accept keep by r\n  date: 2025-03-01\n");
    check(&won, &["Rob accepted it on 1 March 2025.", "Rob had objected on 10 January 2025 that it keeps no record."], &["Dissent"]);
    assert!(page(&won, Length::OnePage).contains("Rob had objected on 10 January 2025"));
    check(&won.replace("2025-03-01", "2025-01-01"), &["Rob objected that it keeps no record."], &["had objected"]);
}

const BRIDGE: &str = "source l: A letter\n  author: Pat\nsource n: The news\n  author: Roe, Ann\nquestion q: Should the bridge close?\n  answers: one\nclaim \
                      yes by r on q: The bridge should be closed.\nclaim no by p on q: The bridge should stay open.\n  support shops by p: The shops need \
                      it.\n  rebuttal safe: A closed bridge is safe.\n";

#[test]
fn a_dissent_has_the_reasons_that_were_given_and_the_words_that_a_source_has_for_it() {
    let cited = |cite: &str| BRIDGE.replace("stay open.\n", &format!("stay open.\n  cite: {cite}\n"));
    let stood = "- Pat did not share the judgement, and stood by answer 1, giving point 2 as the reason for it.";
    check(BRIDGE, &[stood], &["In the words"]);
    check(
        &cited("l, p. 3, \"not for one day\""),
        &[
            &format!("{stood} In the words of Pat: “not for one day.”[^2]"),
            "*A letter* (n.d.), 3, quoted in the text.",
            "*A letter*, 3, quoted",
        ],
        &["3: “not for"],
    );
    check(&cited("n, \"Pat needs it.\""), &["In the words of the source: “Pat needs it.”[^2]"], &["In the words of Pat"]);
    // What the statement says itself is no news.
    check(&cited("n, \"should stay open\""), &[stood, ": “should stay open.”"], &["In the words"]);
    let linked = BRIDGE
        .replace("support shops by p: The shops need it.", "support by p:\n    premise x by p: Shops need it.\n    premise y: They pay.");
    check(&linked, &["stood by answer 1, giving points 2 and 3 together as the reason for it."], &[]);
    check(&format!("{BRIDGE}retract shops by p\n"), &["- Pat did not share the judgement, and stood by answer 1."], &["giving"]);
    check(&BRIDGE.replace("shops by p", "shops by r"), &["- Pat did not share the judgement, and stood by answer 1."], &["giving"]);
    let more = format!(
        "{BRIDGE}rebuttal far against yes by p: The way around is long.\n  undercut by r: It is not.\n  support map by p: The map shows it.\n"
    );
    check(
        &more,
        &["stood by answer 4 and objection 1, giving point 5 as the reason for answer 4 and point 2 as the reason for objection 1."],
        &[],
    );
    let quoted = more.replace("is long.\n", "is long.\n  cite: n, \"twelve miles\"\n");
    check(&quoted, &["On objection 1, in the words of the source: “twelve miles.”"], &["In the words of the source"]);
    let made = linked.replace("support by p:", "support by r:");
    check(&made, &["- Pat did not share the judgement, and stood by answer 1."], &["giving"]);
}

#[test]
fn a_denial_of_which_no_more_is_known_is_told_in_one_sentence_with_what_the_party_stood_by() {
    check(&format!("{BRIDGE}deny yes by p\n"), &["- Pat denied the judgement, and stood by answer 1, giving point 2"], &["did not share"]);
    check(&format!("{BRIDGE}deny yes by p: No.\n"), &["- Pat denied the judgement: “No.” Pat stood by answer 1, giving point 2"], &[]);
}

#[test]
fn a_preference_has_its_source_and_where_nobody_is_named_for_it_the_method_says_whose_it_is() {
    let text = "source s: Minutes\nquestion q: Left or right?\n  answers: one\nclaim a on q: Go left.\nclaim b on q: Go right.\ncontradiction a, \
                b\nprefer a over b by r: Left is short.\n  cite: s, p. 4\n";
    let whose = "Where nobody is named who judged one thing stronger than another, whoever wrote the debate did.";
    check(text, &["Rob judged the answer given the stronger: “Left is short.”[^1]"], &[whose]);
    check(&text.replace(" by r: Left", ": Left"), &["was judged the stronger, because left is short.[^1]", whose], &[]);
}

#[test]
fn the_words_of_a_denial_stand_in_the_dissent_alone() {
    let text =
        "source s: A speech\n  author: Rob\nclaim a by p: We shall go.\ndeny a by r: Rob told the council so.\n  cite: s, \"I vote no\"\n";
    check(
        text,
        &["- Rob denied the judgement: “Rob told the council so.”[^1] In the words of Rob: “I vote no.”[^2]"],
        &[": “I vote no.”\n"],
    );
}

#[test]
fn acts_are_told_in_the_order_of_their_days() {
    let text = "party z: Zoe\nclaim top: We shall go.\n  support sun by p: The sun shines.\naccept sun by r\n  date: 2022\ndeny sun by z\n  date: 2021\nretract sun \
                by p\n  date: 2020\n";
    check(text, &["Pat took it back in 2020. Zoe denied it in 2021. Rob accepted it in 2022."], &[]);
    check(&text.replace("2020", "2023"), &["Zoe denied it in 2021. Rob accepted it in 2022. Pat took it back in 2023."], &[]);
    let twice = text.replace("accept sun by r\n", "deny sun by r: No.\n  date: 2019\naccept sun by r: Yes.\n");
    check(
        &twice,
        &[
            "Zoe denied it in 2021. Rob denied it in 2019, and accepted it in 2022. The note on the denial reads: “No.” The note on the acceptance reads: “Yes.”",
        ],
        &[],
    );
    let between = "claim top: We shall go.\n  support sun: The sun shines.\ndeny sun by r\n  date: 2019\nretract sun by r\n  date: 2020\naccept sun by p\n  date: \
                   2019-06-01\n";
    check(between, &["Pat accepted it on 1 June 2019. Rob denied it in 2019, and gave that up in 2020."], &["took it back"]);
}

#[test]
fn an_answer_that_its_author_took_back_is_said_to_be_so_where_the_judgements_are() {
    let one = "question q: Should it move?\nclaim move by p on q: It should move.\nretract move by p\n  date: 2021-02\n";
    check(one, &["The one that was proposed was taken back.", "answer 1 was proposed and taken back"], &["does not stand"]);
    let two = format!("{one}claim stay by r on q: It should stay.\n");
    check(&format!("{two}retract stay by r\n"), &["Both that were proposed were taken back."], &[]);
    check(
        &format!("{two}rebuttal against stay: It is old.\n"),
        &["Neither of the two that were proposed stands, and one of them was taken back."],
        &[],
    );
    check(&two, &["and the other answer was taken back.", "| `move` | taken back |"], &["that were proposed"]);
    let kept = one.replace("move.\n", "move.\n  support: It is cheap.\n");
    check(&kept, &["Pat put it forward, and took it back."], &["was proposed"]);
    let page = page(&kept, Length::OnePage);
    assert!(page.contains("Pat put it forward, and took it back in February 2021."), "{page}");
}

#[test]
fn limits_are_put_to_those_who_set_them() {
    let own = "claim fee by p: The fee should go.\nlimit for fee by p: Not at once.\nlimit for fee by p: Not for all.\n";
    check(own, &["**Limits.** Pat set limits to the judgement:\n\n- “Not at once.”\n- “Not for all.”"], &[]);
    check(
        &format!("{own}limit for fee by r: Not for books.\n"),
        &["**Limits.** Limits were set to the judgement, by Pat unless somebody else is named:", "- According to Rob: “Not for books.”"],
        &["Pat set limits"],
    );
    check(
        &format!("{own}limit for fee: Not for books.\n"),
        &["They qualify it without speaking against it:", "- According to Pat: “Not at once.”", "- “Not for books.”"],
        &["Pat set limits", "by Pat unless"],
    );
    check(
        "question q: What?\n  answers: any\nclaim fee by p on q: The fee should go.\nlimit for fee by p: Not at once.\nlimit for fee by p: Not for all.\nclaim other on q: \
         The card should go.\n",
        &["Pat set limits to answer 1:"],
        &["limits to the judgement"],
    );
}

#[test]
fn nobody_takes_back_what_they_never_said() {
    let text = "question q: Is the dam safe?\nclaim safe by p on q: The dam is safe.\n  rebuttal jam: The gates jam.\naccept safe by r\n  date: 2024-01-01\n\
                retract safe by r\n  date: 2024-02-01\n";
    check(text, &["Rob accepted this answer on 1 January 2024, and withdrew that on 1 February 2024."], &["back"]);
    let short = page(&format!("{text}{}", bulk()), Length::Normal);
    assert!(short.contains("Rob had accepted this answer, and withdrew that on 1 February 2024."), "{short}");
    let never = "claim top: We go.\n  support sun by p: The sun shines.\nretract sun by r\n";
    check(never, &["Rob disowned it."], &["back", "withdrew"]);
    let twice = "claim top: We go.\naccept top by r: The sun shines.\naccept top by r: It is warm.\n  date: 2003-04-05\n";
    check(
        twice,
        &[
            "Rob accepted the judgement, and did so again on 5 April 2003. The note on the first acceptance reads: “The sun shines.” The note on the second acceptance \
             reads: “It is warm.”",
        ],
        &[],
    );
}

#[test]
fn whoever_speaks_against_an_answer_does_not_stand_by_it() {
    let text = "question q: What should be done?\n  answers: one\nclaim new by p on q: It should be replaced.\nclaim repair on q: It should be repaired.\n  rebuttal long by r: A \
                repair takes two summers.\n    date: 2025-02-10\naccept repair by r\n  date: 2025-02-01\n";
    check(text, &["Rob accepted this answer on 1 February 2025. Rob objected that"], &["Dissent"]);
    check(
        &text.replace("date: 2025-02-01", "date: 2025-02-20"),
        &["Rob accepted this answer on 20 February 2025."],
        &["Rob did not share"],
    );
    check(&text.replace("by r: A", "by p: A"), &["- Rob did not share the judgement, and stood by answer 1."], &[]);
    let replied =
        "claim safe by p: The dam is safe.\n  rebuttal old: The dam is old.\n    undercut age by r: Age is no fault.\naccept old by r\n";
    check(replied, &[], &["Dissent"]);
    check(&replied.replace("age by r", "age by p"), &["- Rob stood by objection 1, which was said against the judgement."], &[]);
}

#[test]
fn who_denies_what_is_taken_as_given_is_named() {
    let text = "fact sound: The concrete is sound.\nclaim safe by p: The dam is safe.\n  support:\n    premise sound\ndeny sound by r: No sample was taken.\n";
    check(text, &["Rob denied it: “No sample was taken.”", "- Rob denied point 1, which is taken as given."], &[]);
    check(&text.replace("deny", "accept"), &[], &["Dissent"]);
    check(&text.replace("fact", "assumption"), &[], &["taken as given"]);
}

#[test]
fn what_is_open_is_named_by_what_is_open() {
    let step = "claim c: The road to C is long.\n  limit d: The road to D is long.\n    rebuttal e: The road to E is long.\n      undercut f: The road to F is \
                long.\n        support g: The road to G is long.\ncontradiction c, g\n";
    check(step, &["- It is open whether objection 2 counts against limit 1."], &["between limit"]);
    let strict = "question q: Is the bridge long?\nclaim a on q: The road to A is long.\nclaim b on q: The road to B is long.\n  support s strictly:\n    premise c: \
                  The road to C is long.\ncontradiction a, b\n";
    check(strict, &["- The question has no answer yet: nothing decides between answers 1 and 2."], &["Nothing decides between"]);
}

#[test]
fn what_is_open_by_what_is_preferred_to_it_hangs_on_that() {
    let text = "claim a: The road to A is long.\n  rebuttal b: The road to B is long.\nclaim c: The road to C is long.\ncontradiction a, c\nprefer a over c\nclaim d: \
                The road to D is long.\ncontradiction b, d\n";
    check(text, &["hangs on what is itself open"], &["Nothing decides between the claim of judgement 2 and the claim of judgement 1"]);
}

#[test]
fn the_column_of_citations_counts_those_of_terms_and_questions() {
    let text = "source s: Report\nterm lorry: A large car.\n  cite: s, p. 1\nquestion q: Which?\n  cite: s, p. 9\nclaim x: A lorry is loud.\n  cite: s, p. 2\nclaim y: A lorry is slow.\n  cite: s, \
                p. 3\n  support: It is heavy.\n    cite: s, p. 3\n";
    check(text, &["| *Report*. n.d. | 5 |"], &[]);
}
