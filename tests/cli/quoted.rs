//! What is told of quotations, each of which has a source of its own.

use crate::cli::shell::Shell;

/// Checks what is told of each quotation, as `source`, `quotation` and the codes of its findings with the first letter of their level.
#[track_caller]
fn told(kind: &str, cases: &[(&str, &str, &str)]) {
    let mut debate = String::new();
    let mut files = vec![("agon.yaml".to_owned(), "packs: [sourcing]\n".to_owned())];
    for (at, (source, quotation, _)) in cases.iter().enumerate() {
        files.push((format!("s{at}.{kind}"), (*source).to_owned()));
        debate += &format!("source s{at}: Source {at}\n  author: A\n  date: 2024\n  file: s{at}.{kind}\n");
        debate += &format!("claim c{at}: Something holds in case {at}.\n  cite: s{at}, \"{quotation}\"\n");
    }
    files.push(("a.agon".to_owned(), debate));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let ran = Shell::new(&files).run(&["check", "--format", "concise", "a.agon"]);
    for (at, (source, quotation, expected)) in cases.iter().enumerate() {
        let place = format!("a.agon:{}:", at * 6 + 6);
        let of_case = |line: &&str| line.starts_with(&place);
        let code = |line: &str| Some(line.split_once(": ")?.1.split_once(']')?.0.to_owned());
        let found: Vec<String> = ran.stdout.lines().filter(of_case).filter_map(code).map(|code| code.replace('[', " ")).collect();
        assert_eq!(found.join(", "), *expected, "“{quotation}” of: {source}\n{}", ran.stdout.lines().find(of_case).unwrap_or(""));
    }
}

const CUT: &str = "note cut-quotation";
const DISTORTS: &str = "warning distorting-elision";
const ALTERED: &str = "error misquotation";
const FINE: &str = "";

#[test]
fn a_bracket_in_the_first_word_hides_nothing_of_what_stands_before_it() {
    let fish = "It is not true that fish feel pain.";
    let guarantees = "They do not believe that it deters.";
    told(
        "txt",
        &[
            (fish, "fish feel pain", CUT),
            (fish, "[F]ish feel pain", CUT),
            (fish, "[that] fish feel pain", CUT),
            (fish, "[Fish] feel pain", CUT),
            (fish, "[Fish feel] pain", CUT),
            (fish, "[It is false that] fish feel pain", FINE),
            (guarantees, "[security] deters", CUT),
            (guarantees, "[A security guarantee] deters", CUT),
            ("They do not believe guarantees deter.", "[Guarantees] deter", DISTORTS),
            ("Nobody doubts that it deters.", "[I]t deters", FINE),
            ("They believe that it deters, not that it hurts.", "[I]t deters", FINE),
            ("It is doubtful whether the shops take more.", "[t]he shops take more", CUT),
            ("It is doubtful whether the shops take more.", "[whether] the shops take more", FINE),
            ("We do not think the dam is safe.", "[We] think the dam is safe", DISTORTS),
            ("The dam is safe only if it is drained.", "The dam is saf[e]", CUT),
            ("The dam is safe only if it is drained.", "The dam is safe[.]", CUT),
            ("The dam is safe unless it rains.", "The dam is safe [in dry weather]", FINE),
        ],
    );
}

#[test]
fn what_rejects_a_claim_is_told_on_both_sides_of_it() {
    let dam = |words: &str| (words.replace('#', "the dam leaks"), "the dam leaks");
    let of = |sentences: &[&str], told: &'static str| sentences.iter().map(|s| (dam(s), told)).collect::<Vec<_>>();
    let rejected = of(
        &[
            "The claim that # is absurd.",
            "The idea that # has been discredited.",
            "The claim that # is not true.",
            "The claim that # has no basis.",
            "The rumour is baseless that #.",
            "It would be wrong to say that #.",
            "There is no truth in the rumour that #.",
            "It is far from certain that #.",
            "Nothing suggests that #.",
            "He pretended that #.",
        ],
        CUT,
    );
    let upheld = of(
        &[
            "The claim that # is well founded.",
            "The claim that # is not false.",
            "The report that # is true.",
            "The fact that # is absurd.",
            "It is absurd that #.",
            "It would be wrong to deny that #.",
            "It is not wrong to say that #.",
            "There is no doubt that #.",
        ],
        FINE,
    );
    let all: Vec<(&str, &str, &str)> =
        rejected.iter().chain(&upheld).map(|((source, words), told)| (source.as_str(), *words, *told)).collect();
    told("txt", &all);
}

#[test]
fn a_number_is_cut_from_no_bound() {
    told(
        "txt",
        &[
            ("Less than half of the men came.", "half of the men came", CUT),
            ("It killed up to 40 people.", "40 people", CUT),
            ("It killed more than 40 people.", "40 people", FINE),
            ("He walked up to the door.", "the door", FINE),
            ("Up to 40 people died.", "[About] 40 people died", "note distorting-elision"),
            ("Up to 40 people died.", "[At most] 40 people died", FINE),
        ],
    );
}

#[test]
fn brackets_are_held_against_what_they_stand_for_all_together() {
    told(
        "txt",
        &[
            ("He was acquitted of fraud.", "He was [found] … [guilty] of fraud", DISTORTS),
            ("The jury acquitted the man of fraud.", "The jury [found] the man [guilty] of fraud", DISTORTS),
            ("The jury convicted the man of fraud.", "The jury [found] the man [guilty] of fraud", FINE),
            ("The members—only four—voted for it.", "The members … voted for it", FINE),
        ],
    );
}

#[test]
fn an_ellipsis_at_the_start_answers_for_the_words_right_before_it() {
    told(
        "txt",
        &[
            ("No evidence shows that he paid.", "… evidence shows that he paid", DISTORTS),
            ("None of the witnesses saw him.", "… the witnesses saw him", DISTORTS),
            ("Less than half of the men came.", "… half of the men came", "note distorting-elision"),
            ("Some of the members left.", "… the members left", "note distorting-elision"),
            ("He did not say so. The dam is safe.", "… The dam is safe", FINE),
            ("It is not only cheap but good for the town.", "… good for the town", FINE),
            ("He had not gone home when the dam broke.", "… the dam broke", FINE),
            ("I do not know whether or not the dam is safe.", "… the dam is safe", FINE),
        ],
    );
}

#[test]
fn what_stands_behind_a_quotation_may_deny_it() {
    told(
        "txt",
        &[
            ("They did not win.", "They did", CUT),
            ("They did not win.", "They did [in fact win]", DISTORTS),
            ("They did not win.", "They did [n't win]", FINE),
            ("They did win, not lose.", "They did [in fact] win", FINE),
        ],
    );
}

#[test]
fn marks_of_notes_may_be_quoted_or_left_out() {
    told(
        "txt",
        &[
            ("It broke in 1932.[12] It was rebuilt.", "broke in 1932.[12] It was", FINE),
            ("It broke in 1932.[12] It was rebuilt.", "broke in 1932. It was", FINE),
            ("In 1990[3] they left.", "In 1990[3] they left", FINE),
            ("In 1990 they left.", "In 19[92] they left", DISTORTS),
            ("In 1890 they left.", "[19]90 they left", DISTORTS),
            ("In ’90 they left.", "’[19]90 they left", FINE),
            ("On 3rd May they left.", "On 3[1]st May they left", ALTERED),
            ("Fewer than 10 left.", "Fewer than 10[0] left", DISTORTS),
        ],
    );
}

/// Left out here are whole clauses, so that what is kept says what the source says.
#[test]
fn a_clause_that_is_left_out_whole_denies_nothing() {
    told(
        "txt",
        &[
            ("The council met without the mayor, but it voted.", "The council met … but it voted", FINE),
            ("He left without a word, and she stayed.", "He left … and she stayed", FINE),
            ("The room, not very large, was full.", "The room … was full", FINE),
            ("He said (and no one denied it) that the dam was old.", "He said … that the dam was old", FINE),
            ("The law, though it does not apply to ships, was passed.", "The law … was passed", FINE),
            ("Those who did not vote in May voted in June.", "Those … voted in June", FINE),
            ("In June, without warning, the dam broke.", "In June … the dam broke", FINE),
            ("He neither smoked nor drank, and lived to be ninety.", "He … lived to be ninety", FINE),
            ("The company, unable to pay its debts, closed.", "The company … closed", FINE),
            ("The lake, less than a mile wide, is deep.", "The lake … is deep", FINE),
            ("The ship, unless I am mistaken, sank in May.", "The ship … sank in May", FINE),
            ("It has yet to be proved.", "It has … be proved", DISTORTS),
            ("They were in no way harmed.", "They were … harmed", DISTORTS),
            ("He tried to sign.", "He … sign", "note distorting-elision"),
        ],
    );
}

#[test]
fn what_joins_two_words_ends_a_bracket_too() {
    told(
        "txt",
        &[
            ("It was war—peace came later.", "[P]eace came later", FINE),
            ("The vice-president left.", "vice-[P]resident left", FINE),
            ("A government-led plan won.", "A govern[ment]-led plan", FINE),
            ("A state-led plan won.", "A [government]-led plan", FINE),
            ("The pre-war house was sold.", "pre-[war] house", FINE),
            ("The pre-war house was sold.", "pre-[W]all house", ALTERED),
            ("Dept. of Trade said so.", "Dep[artmen]t of Trade", FINE),
            ("Dept. for Trade said so.", "Dep[artmen]t of Trade", ALTERED),
            ("the cat did not hurt him", "the c[our]t hurt him", DISTORTS),
        ],
    );
}

#[test]
fn quotation_marks_may_be_two_strokes_side_by_side() {
    told(
        "txt",
        &[
            ("He said ``free'' and left.", "said “free” and left", FINE),
            ("He said “free” and left.", "said ``free'' and left", FINE),
            ("He said “we heard ‘no’” and left.", "heard 'no'", FINE),
            ("It is 5′′ wide.", "is 5'' wide", FINE),
            ("It is 5′ wide.", "is 5'' wide", ALTERED),
        ],
    );
}

/// Where the brief leads to the passage of a quotation.
fn fragment(kind: &str, text: &str, quotation: &str) -> String {
    let debate = format!("source s: S\n  file: s.{kind}\n  url: https://a.example/x\nclaim a: A.\n  cite: s, \"{quotation}\"\n");
    let ran = Shell::new(&[(&format!("s.{kind}"), text), ("a.agon", &debate)]).run(&["brief", "a.agon"]);
    ran.stdout.split("#:~:text=").nth(1).and_then(|rest| rest.split(')').next()).unwrap_or("").to_owned()
}

#[test]
fn links_to_passages_hold_whole_words_of_one_paragraph_each() {
    for (kind, text, quotation, link) in [
        ("txt", "He said that the ship sank in May.", "[T]he ship", "the%20ship"),
        ("html", "The government&#39;s plan did fail.", "[g]overn[ment]", "government%27s"),
        ("txt", "A well-known, cheap - or free & safe - thing.", "known, cheap - or free & safe", ""),
        (
            "txt",
            "A well-known, cheap - or free & safe.",
            "well-known, cheap - or free & safe",
            "well%2Dknown%2C%20cheap%20%2D%20or%20free%20%26%20safe",
        ),
        ("html", "<p>It ends\nhere.</p><p>The ship sank.</p>", "ends here", "ends%20here"),
        ("html", "<p>It ends here.</p><p>No.</p><p>The ship sank.</p>", "ends here. No. The ship", "ends%20here.,The%20ship"),
        ("txt", "It ends here.\n\nThe ship sank.", "here. … sank", "here.,The%20ship%20sank"),
        ("txt", "It ends here.\nThe ship sank.", "here. The ship", "here.%20The%20ship"),
        ("md", "| a | b |\n|---|---|\n| the ship | 5 tons |\n", "the ship 5", "the%20ship,5"),
        (
            "md",
            "One two three four five six seven eight nine.\n",
            "One two three four five six seven eight nine",
            "One%20two%20three%20four,six%20seven%20eight%20nine",
        ),
    ] {
        assert_eq!(fragment(kind, text, quotation), link, "{quotation}");
    }
    let unread = "source s: S\n  file: gone.txt\n  url: https://a.example/x\nclaim a: A.\n  cite: s, \"[T]he ship sank\"\n";
    Shell::new(&[("a.agon", unread)]).run(&["brief", "a.agon"]).out("#:~:text=ship%20sank");
}

#[test]
fn words_that_a_source_does_not_have_are_not_quoted_in_silence() {
    let debate = "source s: The minutes\n  file: minutes.txt\nclaim a: The crews may work.\n  cite: s, \"all crews may work\"\n";
    let shell = Shell::new(&[("d.agon", debate), ("minutes.txt", "It was noted that no crews may work.\n")]);
    for length in [&["brief", "d.agon"][..], &["brief", "d.agon", "--length", "one-page"]] {
        shell.run(length).out("“all crews may work” (the source has other words).");
    }
}
