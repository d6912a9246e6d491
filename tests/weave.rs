//! Weaving: regions are filled, everything else stays byte for byte, and what is wrong with a mark is told where it is.

use crate::{
    brief::hostile_text,
    support::{bulk, unmarked, with},
    verdicts::dice::Dice,
};
use agon::render::{
    regions::{Fault, find_regions},
    weave::weave,
};

const PICNIC: &str = "question where: Where?\n  answers: one\nclaim park on where: The picnic is held in the park.\n  cite: s\n  support: The park is near.\n\
                      \x20 rebuttal rain: Rain will fall.\n    rebuttal dry: The forecast is dry.\nclaim hall on where: The picnic is held in the hall.\n\
                      \x20 rebuttal: The hall is closed.\nsource s: The notice\n";

fn woven(text: &str) -> String {
    unmarked(&with(PICNIC, |report| weave(text, report, None).unwrap().0))
}

fn faults(text: &str) -> Vec<Fault> {
    with(PICNIC, |report| weave(text, report, None).unwrap_err())
}

#[test]
fn each_kind_of_region_is_filled() {
    let text = "# Mine\n\n## Part\n\n<!-- agon: brief -->\nstale-words\n<!-- /agon -->\n\n<!-- agon: judgement of=\"where\" -->\n<!-- /agon -->\n\
                Here <!-- agon: verdict of=\"rain\" -->?<!-- /agon --> too.\n<!-- agon: map -->\n<!-- /agon -->\n<!-- agon: sources -->\n<!-- /agon -->\n";
    let out = woven(text);
    for part in [
        "### Key judgement\n",
        "### The case\n",
        "**The picnic is held in the park.**[^agon-1-1]",
        "[^agon-1-1]:\n    *The notice* (n.d.).",
        "[^agon-2-1]",
        "Here <!-- agon: verdict of=\"rain\" -->“Rain will fall” falls: what denies it stands.<!-- /agon --> too.\n",
        "```mermaid\n",
        "| *The notice*. n.d. | 1 |",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    assert!(!out.contains("stale-words") && !out.contains("Annex"));
    assert!(out.starts_with("# Mine\n\n## Part\n\n<!-- agon: brief -->\n\n"), "{out}");
}

#[test]
fn a_filling_sinks_below_the_headings_of_the_writer_alone() {
    let brief = "<!-- agon: brief of=\"where\" -->\n<!-- /agon -->\n";
    let once = woven(&format!("## Mine\n\n{brief}\n{brief}\nMore\n====\n\n{brief}\n{brief}"));
    let levels = |level: &str| once.matches(&format!("\n{level} Key judgement\n")).count();
    assert_eq!((levels("###"), levels("##"), once.matches("# Key judgement\n").count()), (2, 2, 4), "{once}");
    assert_eq!(woven(&once), once);
}

#[test]
fn a_brief_may_be_of_one_claim_or_question() {
    let of = |name: &str| woven(&format!("<!-- agon: brief of=\"{name}\" -->\n<!-- /agon -->\n"));
    assert!(of("where").contains("**The picnic is held in the park.**"));
    let rain = of("rain");
    assert!(rain.contains("**It does not hold that rain will fall.**") && !rain.contains("Where?"), "{rain}");
}

#[test]
fn a_brief_of_one_claim_lists_the_sources_and_terms_that_it_uses() {
    let debate = "source a: Almanac\nsource b: Bulletin\nsource c: Chronicle\nterm ferry: A boat with a timetable.\nterm timetable: A list of times.\n\
                  \x20 cite: c\nterm lock: A gate for ships.\nclaim boat: The ferry runs at night.\n  cite: a\nclaim ships: Ships pass the lock.\n  cite: b\n";
    let text = "<!-- agon: brief of=\"boat\" -->\n<!-- /agon -->\n";
    let out = with(debate, |report| weave(text, report, None).unwrap().0);
    for part in ["- **ferry**:", "- **timetable**:", "| *Almanac*. n.d. |", "| *Chronicle*. n.d. |"] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    assert!(!out.contains("lock") && !out.contains("Bulletin"), "{out}");
    let all = with(debate, |report| weave("<!-- agon: brief -->\n<!-- /agon -->\n", report, None).unwrap().0);
    assert!(all.contains("- **lock**:") && all.contains("| *Bulletin*. n.d. |"), "{all}");
}

#[test]
fn a_map_may_be_of_one_claim_with_what_bears_on_it() {
    let of = |name: &str| woven(&format!("<!-- agon: map of=\"{name}\" -->\n<!-- /agon -->\n"));
    let (rain, question) = (of("rain"), of("where"));
    assert!(rain.contains("```mermaid\n") && rain.contains("Rain will fall") && rain.contains("The forecast is dry"), "{rain}");
    assert!(!rain.contains("The picnic is held") && !rain.contains("Where?"), "{rain}");
    assert!(question.contains("Where?") && question.contains("The hall is closed"), "{question}");
    let deep: String = (0..200).map(|n| format!("claim c{n}: C{n}.\nsupport c{} for c{n}\n", n + 1)).collect();
    let text = "<!-- agon: map of=\"c0\" -->\n<!-- /agon -->\n";
    let near = with(&deep, |report| weave(text, report, None).unwrap().0);
    assert!(near.contains("from further away than 59 steps is left out"), "{near}");
    assert!(near.contains("C59#46;") && !near.contains("C60#46;"), "{near}");
    let wide = format!("claim c: C.\n{}", "  support: S.\n".repeat(100));
    let told = with(&wide, |report| weave(text.replace("c0", "c").as_str(), report, None).unwrap().0);
    assert!(told.contains("too much for a map on this page") && !told.contains("mermaid"), "{told}");
}

#[test]
fn all_else_stays_byte_for_byte_and_weaving_twice_is_weaving_once() {
    let pieces = [
        "Text.\n",
        "\n",
        "```\n<!-- agon: brief -->\n```\n",
        "    <!-- agon: nonsense -->\n",
        "A span `<!-- agon: nonsense -->` and `` ` <!-- /agon --> ``.\n",
        "<!-- a comment -->\n",
        "<!-- agon: judgement of=\"park\" -->\n<!-- /agon -->\n",
        "<!-- agon: brief of=\"where\" -->\n<!-- /agon -->\n",
        "<!-- agon: sources -->\nwhat was here\n\n- before\n<!-- /agon -->\n",
        "- item <!-- agon: verdict of=\"where\" --><!-- /agon -->, and on\n",
        "~~~~ md\n<!-- /agon -->\n~~~~\n",
        "| a | b |\n| - | - |\n| é | “ü” |\n",
        "# Head\n\n",
        "\\<!-- agon: nonsense -->\n",
        "trailing blanks  \t\n",
    ];
    let mut dice = Dice(99);
    for _ in 0..400 {
        let mut text: String = (0..1 + dice.below(9)).map(|_| pieces[dice.below(pieces.len())]).collect();
        if dice.one_in(3) {
            text = text.replace('\n', "\r\n");
        }
        if dice.one_in(4) {
            text.truncate(text.trim_end().len());
        }
        let (regions, found) = find_regions(&text);
        if !found.is_empty() {
            // A fence may swallow what follows it.
            continue;
        }
        let out = woven(&text);
        let (after, _) = find_regions(&out);
        assert_eq!(regions.len(), after.len(), "{text:?}");
        let outside = |text: &str, regions: &[agon::render::regions::Region]| {
            let mut at = 0;
            let mut kept = String::new();
            for region in regions {
                kept += &text[at..region.body.start];
                at = region.body.end;
            }
            kept + &text[at..]
        };
        assert_eq!(outside(&text, &regions), outside(&out, &after));
        assert_eq!(woven(&out), out);
        if text.contains("\r\n") {
            assert_eq!(out.matches('\n').count(), out.matches("\r\n").count());
        }
    }
}

#[test]
fn marks_in_code_are_words() {
    for text in [
        "```\n<!-- agon: brief -->\n```\n",
        "`<!-- agon: brief -->`\n",
        "> ```\n> <!-- /agon -->\n> ```\n",
        "1. x\n\n   ~~~\n   <!-- /agon -->\n   ~~~\n",
    ] {
        assert_eq!(find_regions(text), (vec![], vec![]), "{text}");
    }
}

#[test]
fn what_is_wrong_with_a_mark_is_told_where_it_is() {
    let one = |text: &str, at: &str, what: &str| {
        let found = faults(text);
        let [fault] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert!(text[fault.at..].starts_with(at), "{text}: {}", &text[fault.at..]);
        assert!(fault.what.contains(what), "{text}: {}", fault.what);
        assert!(!fault.help.is_empty());
    };
    let end = "<!-- /agon -->";
    one("x\n<!-- agon: brief -->\ny\n", "<!-- agon", "never closed");
    one("x\n<!-- /agon -->\n", end, "not open");
    one(&format!("<!-- agon: brief -->\n<!-- agon: map -->\n{end}\n"), "<!-- agon: map", "within another");
    one(&format!("<!-- agon: breif -->\n{end}\n"), "breif", "`breif` is nothing");
    one(&format!("<!-- agon: -->\n{end}\n"), "<!-- agon", "does not say what");
    one(&format!("<!-- agon: brief off=\"park\" -->\n{end}\n"), "off=", "cannot be read");
    one(&format!("<!-- agon: brief of=\"prak\" -->\n{end}\n"), "<!-- agon", "`prak`");
    one(&format!("<!-- agon: judgement -->\n{end}\n"), "<!-- agon", "of what");
    one(&format!("<!-- agon: sources of=\"park\" -->\n{end}\n"), "<!-- agon", "whole debate");
    one(&format!("a <!-- agon: map -->{end}\n"), "<!-- agon", "within a line");
    one(&format!("a <!-- agon: verdict of=\"park\" -->\n{end}\n"), end, "closes on another");
    one(&format!("<!-- agon: map -->\nx {end}\n"), end, "own");
    one(&format!("<!-- agon: map\n-->\n{end}\n"), "<!-- agon", "end on its line");
    one(&format!("  <!-- agon: map -->\n{end}\n"), "<!-- agon", "indented");
}

#[test]
fn no_text_of_a_debate_breaks_out_of_its_region() {
    let marks = "claim m: Closing <!-- /agon --> and `<!-- /agon -->` and <!-- agon: map --> here.\n  note: \\<!-- /agon -->\n";
    let text = "<!-- agon: brief -->\n<!-- /agon -->\n\n<!-- agon: verdict of=\"m\" -->\n<!-- /agon -->\n\n<!-- agon: sources -->\n<!-- /agon -->\nend\n";
    with(&format!("{}{marks}", hostile_text()), |report| {
        let (out, regions) = weave(text, report, None).unwrap();
        assert_eq!(regions, 3);
        assert!(out.ends_with("<!-- /agon -->\nend\n"));
        assert_eq!(find_regions(&out).1, vec![]);
        assert_eq!(weave(&out, report, None).unwrap().0, out);
    });
}

#[test]
fn a_verdict_tells_of_limits_and_a_brief_of_one_claim_of_its_own_assumptions() {
    let debate = "claim park: The park will do.\n  support walk: We can walk.\n    support: All can walk.\n  limit dry: Only if it is dry.\nclaim hall: The hall is \
                  large.\n  support: The hall is ours.\n    rebuttal: It is not.\nassumption fit: All are fit.\nassumption paid: The hall is paid for.\nsupport able for walk:\n  premise fit\n";
    with(debate, |report| {
        assert!(report.diagnostics.iter().all(|d| d.code.level != agon::diagnostic::code::Level::Error), "{:?}", report.diagnostics);
        let woven = |text: &str| unmarked(&weave(text, report, None).unwrap().0);
        let verdict = woven("So <!-- agon: verdict of=\"park\" --><!-- /agon -->\n");
        assert!(verdict.contains("“The park will do” stands, within a limit."), "{verdict}");
        let brief = woven("<!-- agon: brief of=\"park\" -->\n<!-- /agon -->\n");
        assert!(brief.contains("all are fit") && !brief.contains("paid for"), "{brief}");
    });
}

#[test]
fn a_verdict_tells_of_answers_that_stand_together() {
    let of = |rows: &str, more: &str| {
        let debate = format!("question q: Which colour?\n{rows}claim red on q: It is red.\nclaim blue on q: It is blue.\n{more}");
        with(&debate, |report| weave("So <!-- agon: verdict of=\"q\" --><!-- /agon -->\n", report, None).unwrap().0)
    };
    let (any, one) = ("  answers: any\n", "  answers: one\n");
    assert!(of(any, "").contains("The question “Which colour?” has two answers that stand together: “It is red” and “It is blue”."));
    let three = of(any, "claim green on q: It is green.\n");
    assert!(three.contains("has three answers that stand together: “It is red”, “It is blue”, and “It is green”."), "{three}");
    assert!(of(one, "").contains("takes one answer, but two stand: “It is red” and “It is blue”."), "{}", of(one, ""));
    let none = of(one, "  rebuttal: Blue is sold out.\nclaim dear: Red is dear.\nrebuttal dear against red\n");
    assert!(none.contains("has no answer yet."), "{none}");
    let left = of(&format!("{one}  default: blue\n"), "");
    assert!(left.contains("has an answer by default only: “It is blue”."), "{left}");
    let shut = of(any, "  rebuttal: Blue is sold out.\n");
    assert!(shut.contains("is answered: “It is red”."), "{shut}");
}

#[test]
fn a_brief_of_one_claim_counts_the_citations_and_quotations_within_it() {
    let debate =
        "source one: Report one\nclaim x: Rain falls.\n  cite: one, p. 3\nclaim y: Snow falls.\n  cite: one, p. 4, \"snow fell\"\n";
    let of = |part: &str| with(debate, |report| weave(&format!("<!-- agon: brief{part} -->\n<!-- /agon -->\n"), report, None).unwrap().0);
    let (x, y, all) = (of(" of=\"x\""), of(" of=\"y\""), of(""));
    assert!(x.contains("| *Report one*. n.d. | 1 |\n") && !x.contains("Quotations"), "{x}");
    assert!(y.contains("| *Report one*. n.d. | 1 | 1 unverified |") && y.contains("Quotations are given as"), "{y}");
    assert!(all.contains("| *Report one*. n.d. | 2 | 1 unverified |") && all.contains("Quotations are given as"), "{all}");
}

#[test]
fn what_was_taken_back_is_told_as_that() {
    let debate = "party kim: Kim Loe\nquestion q: Should the hospital wait?\nclaim no on q by kim: The hospital should wait.\n  support later by kim: \
                  Fewer patients will come.\nretract later by kim\n  date: 2025-02-01\n";
    let text = "<!-- agon: brief of=\"no\" -->\n<!-- /agon -->\n<!-- agon: verdict of=\"no\" -->\n<!-- /agon -->\n<!-- agon: verdict of=\"later\" -->\n\
                <!-- /agon -->\n";
    let out = with(debate, |report| weave(text, report, None).unwrap().0);
    for part in [
        "The reason given for it was taken back.",
        "Kim Loe took it back on 1 February 2025.",
        "“The hospital should wait” has nothing to support it since what was said for it was taken back.",
        "“Fewer patients will come” was taken back, and nothing supports it.",
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    assert!(!out.contains("nothing to stand on"), "{out}");
}

#[test]
fn what_a_judgement_would_fall_without_is_told_in_a_sentence() {
    let debate = "claim safe: The wards are safe.\n  support staff: There is enough staff.\n    support more: Nobody has left.\n      support list: The list \
                  says so.\n        support kept: The list is kept daily.\n          support seen: Somebody saw it.\n";
    let debate = format!("{debate}{}", bulk());
    let out = with(&debate, |report| weave("<!-- agon: brief of=\"safe\" -->\n<!-- /agon -->\n", report, None).unwrap().0);
    assert!(unmarked(&out).contains("The judgement would no longer stand if it did not hold that somebody saw it."), "{out}");
}
