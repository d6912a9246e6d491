//! What a brief says of preferences, of what was taken back, of open and fallen answers, and how it reports what somebody said.

use crate::support::{brief_of, bulk, check_words, with};
use agon::render::{self, brief::Length, markdown::markdown, why};

fn has(page: &str, words: &[&str]) {
    words.iter().for_each(|w| assert!(page.contains(w), "{w}\n{page}"));
}

const DAM: &str = "party g: The government
party o: The opposition

question q: Is the dam safe?
claim yes on q by g: The dam is safe.
support i for yes: Two inspections found no fault.
claim no on q by o: The dam is unsafe.
support k for no: A crack was seen in the wall.
contradiction yes, no
";

#[test]
fn a_preference_that_decides_is_told_with_whose_it_is_and_the_note_on_it() {
    let text = format!("{DAM}prefer yes over no by g: Our inspectors are better than theirs.\n");
    let rests = "The judgement rests on a preference, without which it would not stand; the government judged it stronger than answer 1: “Our inspectors are better than theirs.”";
    has(&brief_of(&text, Length::OnePage), &[rests]);
    let judged = "The government judged the answer given the stronger: “Our inspectors are better than theirs.”";
    // What was quoted is called by its first words.
    let known = "The judgement rests on a preference of the government that ranks it above answer 2, without which it would not stand: see remark 4.";
    has(&brief_of(&text, Length::Full), &[judged, known]);
}

#[test]
fn a_preference_is_not_said_to_decide_what_stands_without_it() {
    let text =
        format!("{DAM}undercut against k: The wall is another one.\nprefer yes over no by g: Our inspectors are better than theirs.\n");
    for length in [Length::OnePage, Length::Full] {
        let page = brief_of(&text, length);
        assert!(!page.contains("rests on a preference"), "{page}");
    }
}

#[test]
fn an_outweighed_objection_is_granted_by_nobody() {
    let text = "party g: The government
claim safe: The dam is safe.
support s for safe: It was built last year.
rebuttal crack against safe: There is a crack.
prefer safe over crack by g: Two inspections found none.
";
    let told = "It is outweighed, since the government judged it weaker than what it speaks against: “Two inspections found none.”";
    for length in [Length::OnePage, Length::Full] {
        let page = brief_of(text, length);
        has(&page, &[told]);
        assert!(!page.contains("granted"), "{page}");
    }
    let one_page = brief_of(text, Length::OnePage);
    assert_eq!(one_page.matches("Two inspections").count(), 1, "{one_page}");
}

#[test]
fn the_reason_of_one_is_not_put_into_the_mouths_of_all_who_put_a_claim_forward() {
    let text = "party u: The union
party c: The council
claim jobs by u, c: The mill should stay.
  support by u: Two hundred people work there.
  support by u, c: The wheel still turns.
";
    has(&brief_of(text, Length::Full), &["According to the union, two hundred people work there.", "- The wheel still turns."]);
}

#[test]
fn who_took_a_judgement_back_is_not_left_as_its_speaker() {
    let text = "party u: The union
party c: The council
claim jobs by u: The jobs matter.
  support: All live by them.
retract jobs by u
  date: 2020-05-01
deny jobs by c: It is costly.
  date: 2020-05-02
";
    has(
        &brief_of(text, Length::Full),
        &[
            "The union put it forward, and took it back.",
            "The union put the judgement forward. The union took it back on 1 May 2020.",
            "The council denied the judgement on 2 May 2020: “It is costly.”",
        ],
    );
}

#[test]
fn open_and_fallen_answers_are_all_told_and_agree_in_number() {
    let answers = "question q: What is to be built?
claim a on q: A bridge is to be built.
claim b on q: A tunnel is to be built.
";
    let three = format!("{answers}claim c on q: A ferry is to be bought.\ncontradiction a, b, c\n");
    has(&brief_of(&three, Length::Full), &["This and the other answers exclude each other, and none has the last word."]);
    has(
        &brief_of(&three, Length::OnePage),
        &["that a bridge is to be built", "that a tunnel is to be built", "that a ferry is to be bought"],
    );
    let fallen = format!("{answers}rebuttal against a: The bank is too soft.\nrebuttal against b: There is no money.\n");
    has(
        &brief_of(&fallen, Length::OnePage),
        &[
            "Neither of the two that were proposed stands.",
            "A bridge is to be built. It was objected that the bank is too soft, and nobody has answered this.",
            "A tunnel is to be built. It was objected that there is no money, and nobody has answered this.",
        ],
    );
}

#[test]
fn why_answers_exclude_each_other_is_told_once() {
    let text = "question q: What is to be built?
claim a on q: A bridge is to be built.
claim b on q: A tunnel is to be built.
claim c on q: A ferry is to be bought.
contradiction a, b, c: There is money for one thing alone.
prefer a over b
prefer a over c
";
    let page = brief_of(text, Length::Full);
    assert_eq!(page.matches("oney for one thing alone").count(), 1, "{page}");
    has(&page, &["for the reason in remark 2."]);
}

#[test]
fn an_open_claim_that_answers_no_question_is_told_as_open() {
    let text = "claim close: The bridge should be closed.
  support: The girders rust.
claim keep: Castles last.
contradiction close, keep
";
    for length in [Length::OnePage, Length::Normal, Length::Full] {
        let page = brief_of(text, length);
        has(&page, &["**It is open whether the bridge should be closed.** The claim rests on one reason", "**Open: Castles last.**"]);
        assert!(!page.contains("**The bridge"), "{page}");
    }
}

#[test]
fn a_party_that_only_denies_a_judgement_is_named_where_no_objection_is() {
    let text = "party c: The council
claim build: A bridge should be built.
deny build by c
";
    for length in [Length::OnePage, Length::Normal, Length::Full] {
        let page = brief_of(text, length);
        has(&page, &["No objection to it is on record, although the council denied it."]);
        assert!(!page.contains("Nobody has objected"), "{page}");
    }
}

#[test]
fn a_full_brief_names_all_statements_that_a_judgement_hangs_on() {
    let premises: String = (0..14).map(|n| format!("    premise p{n}: Girder number {n} is sound.\n")).collect();
    let text = format!("question q: Is it safe?\nclaim yes on q: It is safe.\n  support s:\n{premises}");
    let full = brief_of(&text, Length::Full);
    assert!(!full.contains("There are more statements without which"), "{full}");
    has(&full, &["if point 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 or 14 fell."]);
    has(
        &brief_of(&format!("{text}{}", bulk()), Length::Normal),
        &["There are more statements without which the judgement would no longer stand; they are left out here."],
    );
}

#[test]
fn what_cannot_be_reported_after_that_stands_after_a_colon() {
    let text = "party u: The union
party f: The firm
claim wages: Wages should rise, as they may.
  support: Prices rose by ten percent, and we do not.
    rebuttal by f: Do not close it.
      undercut by u: Because it is open anyway.
rebuttal against wages by f: May is the month of the fair.
rebuttal against wages by f: But it does not.
";
    let page = brief_of(text, Length::Full);
    has(
        &page,
        &[
            "The firm objected: May is the month of the fair.",
            "objected: Do not close it.",
            "it does not touch the point, because it is open anyway.",
            "objected: But it does not.",
        ],
    );
    let told = |words: &str| {
        let text = format!(
            "party f: The firm\nclaim a: We use the queue, keep the case, surely without closing, and stay with cars.\nrebuttal against a by f: {words}\n"
        );
        brief_of(&text, Length::Full).contains(&format!("The firm objected: {words}"))
    };
    for command in ["Use the table.", "Keep it short.", "Stay a day."] {
        assert!(told(command), "{command}");
    }
    for clause in [
        "Use of the table is dear.",
        "The table is dear.",
        "Cars need a road.",
        "Closing the road is dear.",
        "Surely the road is dear.",
        "With the table, all is lost.",
    ] {
        assert!(!told(clause), "{clause}");
    }
    let clash = "party u: The union
claim more: Wages should rise.
claim less by u: Wages should fall.
contradiction more, less
";
    for length in [Length::OnePage, Length::Normal, Length::Full] {
        let page = brief_of(clash, length);
        assert!(page.contains("The claim of judgement 2 speaks against it") && !page.contains(",:"), "{page}");
    }
}

#[test]
fn a_claim_that_falls_is_no_judgement_in_bold() {
    let text = "claim dam: The dam is safe.\nrebuttal against dam: It has a crack.\n";
    has(&brief_of(text, Length::OnePage), &["**It does not hold that the dam is safe.**"]);
}

const BATS: &str = "claim light: The path should be lit.
rebuttal bats against light: The bats live along it.
undercut b1 against bats: There is a wood two miles off.
undercut b2 against b1: The wood is being felled.
rebuttal b3 against b2: The felling was stopped in court.
";

#[test]
fn all_of_it_tells_a_chain_of_replies_to_its_end() {
    let page = brief_of(BATS, Length::Full);
    has(&page, &["Against reply 2, it was objected that the wood is being felled. The reply is that the felling was stopped in court."]);
}

#[test]
fn why_tells_what_undercuts_a_move() {
    with(BATS, |report| {
        let light = report.debate.find_claim("light").unwrap();
        let told = why::claim(report, light);
        let (before, plain) = told.split_once("These stand, for nothing speaks against them").unwrap_or((&told, ""));
        assert!(before.contains("`b2` undercuts what it says against the step `bats`, but falls.") && !plain.contains("`b1`"), "{told}");
    });
}

#[test]
fn a_claim_whose_reasons_fail_is_said_to_fall_for_that_and_once() {
    let text = "claim help: Tablets help children.
  support: Children play with them.
    rebuttal: They do not.
claim harm: Tablets harm children.
contradiction help, harm
";
    let why = "It rests on a point that does not hold, namely that children play with them.";
    let known = "No reason given for that holds.";
    for (length, told) in [(Length::OnePage, why), (Length::Normal, known), (Length::Full, known)] {
        let page = brief_of(text, length);
        has(&page, &["It falls, because no reason given for it holds.", "The one objection to it falls.", told]);
        assert!(!page.contains("no reason left") && !page.contains("gives way"), "{page}");
    }
    let reasons = "claim late: School should begin late.
  support: Early reading harms.
    rebuttal: It does not.
";
    has(&brief_of(reasons, Length::OnePage), &["The one reason given for it does not hold:", "and nobody has answered this."]);
}

#[test]
fn a_default_that_stands_beside_others_is_told_as_one_of_them() {
    let text = "question q: What is to be built?
  default: a
claim a on q: A bridge is to be built.
claim b on q: A tunnel is to be built.
";
    has(&brief_of(text, Length::OnePage), &["Another answer stands as well, so this one applies by default."]);
    let three = format!("{text}claim c on q: A ferry is to be bought.\n");
    has(&brief_of(&three, Length::OnePage), &["Two other answers stand as well, so this one applies by default."]);
}

#[test]
fn whoever_denies_an_answer_is_told_with_the_day_and_the_words() {
    let text = format!("{DAM}deny yes by o: The crack grows.\n  date: 2020-05-02\n");
    has(&brief_of(&text, Length::Full), &["- The opposition denied answer 1 on 2 May 2020: “The crack grows.”"]);
}

#[test]
fn whoever_a_remark_calls_by_surname_is_called_so() {
    let text = "party p: Ada Berg\n  role: geologist\nparty o: Town Council\nquestion q: Go?\nclaim yes on q: We should go.\n  support by o: It pays.\n  \
                rebuttal by p: It rains.\n    rebuttal: It is dry.\n  rebuttal by o: It costs.\n    rebuttal: It is free.\n  rebuttal by p: It is far.\n    rebuttal: It is near.\n\
                deny yes by p: Berg said so at the meeting.\n";
    let told = brief_of(text, Length::Full);
    assert_eq!(told.matches("Ada Berg").count(), 1, "{told}");
    assert!(told.contains("Berg objected that it is far") && told.contains("Town Council"), "{told}");
}

#[test]
fn a_circle_of_reasons_is_worth_what_comes_from_outside() {
    let both = "claim safe: The street is safe.\n  support:\n    premise busy\nclaim busy: Many people walk there.\n  support:\n    premise safe\n";
    let nothing = "These are given as reasons for each other, and so lend each other nothing:";
    let back = "; what leads back to it adds nothing.";
    let page = |more: &str| brief_of(&format!("{both}{more}"), Length::Full);
    check_words(&page(""), &[nothing], &["ground of its own"]);
    let seen = "support seen for busy: The camera counts hundreds.\n";
    check_words(&page(seen), &[&format!("Only the second has a ground of its own, on which the other rests{back}")], &[nothing]);
    check_words(&page(&format!("{seen}  rebuttal broken: The camera is broken.\n")), &[nothing], &["ground of its own"]);
    check_words(
        &page(&format!("{seen}support calm for safe: No crime was seen.\n")),
        &["Each of them has a ground of its own."],
        &[nothing, back],
    );
    // What is undercut rests on nothing, although the other has a ground.
    let cut = both.replace("    premise busy\n", "    premise busy\n    undercut thieves: Thieves are people too.\n");
    let page = brief_of(&format!("{cut}{seen}"), Length::Full);
    check_words(&page, &[&format!("Only the second has a ground of its own{back}")], &[nothing, "the other rests"]);
    let three = format!(
        "{both}support for safe:\n  premise lit\nclaim lit: The street is lit.\n  support safe\n{seen}support lamps for lit: It has lamps.\n"
    );
    check_words(
        &brief_of(&three, Length::Full),
        &["Only the second and third have grounds of their own, on which the other rests."],
        &[nothing, back],
    );
    let alone = "claim safe: The street is safe.\n  support:\n    premise safe\n";
    let page = with(alone, |report| markdown(&render::brief::brief(report, Length::Full).document()));
    check_words(&page, &["This is given as a reason for itself, which lends it nothing:"], &[nothing]);
}

#[test]
fn who_accepted_a_judgement_and_denied_what_it_rests_on_dissents() {
    let debate = "party f: The finance office\nquestion q: Which?\nclaim tanks on q: Tanks should be used.\n  support near:\n    premise cheap\n    premise dense\n\
                  assumption cheap: Power is cheap.\nassumption dense: Racks are dense.\nfact cold: Winters are cold.\n";
    let accepted = format!("{debate}accept tanks by f\n  date: 2025-08-01\n");
    let page = |more: &str| brief_of(&format!("{accepted}{more}"), Length::Full);
    let denied = "deny cheap by f: It costs 24 cents.\n  date: 2025-09-01\n";
    has(&page(denied), &["- The finance office accepted the judgement on 1 August 2025, but denied point 1 on 1 September 2025."]);
    has(&page(&format!("{denied}deny dense by f\n")), &["but denied point 1 on 1 September 2025 and point 2."]);
    has(&page("deny cheap, dense by f\n"), &["but denied points 1 and 2."]);
    // Nor does whoever denies what it does not rest on, gave that up, or never accepted it.
    for other in ["deny cold by f\n", &format!("{denied}retract cheap by f\n  date: 2025-10-01\n")] {
        let page = page(other);
        assert!(!page.contains("but denied"), "{page}");
    }
    let never = brief_of(&format!("{debate}{denied}"), Length::Full);
    assert!(!never.contains("but denied"), "{never}");
}

#[test]
fn nothing_is_undecided_that_a_preference_ranks() {
    let debate = "claim yes: We should go.\n  rebuttal wet: It rains.\n    rebuttal dry: It is dry.\ncontradiction wet, dry\ncontradiction yes, wet\n";
    let [even, ranked] = ["Nothing decides between objection 1 and reply 2.", "It is open whether reply 2 counts against objection 1."];
    check_words(&brief_of(debate, Length::Full), &[even], &[ranked]);
    check_words(&brief_of(&format!("{debate}prefer wet over dry\n"), Length::Full), &[ranked], &[even]);
}

#[test]
fn two_answers_of_one_voice_are_put_forward_in_other_words() {
    let debate = "party f: The fire brigade\nquestion q: Which?\n  answers: any\nclaim rope by f on q: A rope is needed.\nclaim lamp by f on q: A lamp is needed.\n";
    let page = brief_of(debate, Length::OnePage);
    check_words(&page, &["The fire brigade put this answer forward.", "The fire brigade put answer 2 forward."], &["Here too, the"]);
}
