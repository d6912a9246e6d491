//! The competition's formats: what is read, what is refused and how, and every byte of the answers.

use agon::{
    exchange::{
        fault::Fault,
        outcome::Outcome,
        run::{Options, run},
    },
    theory::interrupt::Interrupt,
};
use proptest::prelude::*;

fn solve(file: &str, problem: &str, query: &str) -> Result<Outcome, Fault> {
    run(file.as_bytes(), problem, (!query.is_empty()).then_some(query), &Options::default())
}

/// Checks the text and the JSON of an answer, byte for byte.
#[track_caller]
fn check(file: &str, problem: &str, query: &str, text: &str, json: &str) {
    let outcome = solve(file, problem, query).unwrap();
    assert_eq!((outcome.to_text().as_str(), outcome.to_json().trim_end()), (text, json));
    serde_json::from_str::<serde_json::Value>(&outcome.to_json()).unwrap();
}

const CHAIN: &str = "# a chain and a clash\np af 5\n1 2\n2 3\n\n4 5\r\n5 4\n";
const NIXON: &str = "arg(hawk).arg(dove). % the diamond\natt(hawk,dove).\natt( dove , hawk ).\n";
const CIRCLE: &str = "p af 3\n1 2\n2 3\n3 1\n";

#[test]
fn numbered_files_are_answered_in_lines_with_witnesses() {
    check(CHAIN, "SE-GR", "", "w 1 3\n", r#"{"answer":"yes","witness":["1","3"]}"#);
    check(CHAIN, "EE-PR", "", "w 1 3 4\nw 1 3 5\n", r#"{"answer":"yes","extensions":[["1","3","4"],["1","3","5"]],"count":2}"#);
    check(CHAIN, "CE-CO", "", "3\n", r#"{"answer":"yes","count":3}"#);
    check(CHAIN, "DC-CO", "5", "YES\nw 1 3 5\n", r#"{"answer":"yes","witness":["1","3","5"]}"#);
    check(CHAIN, "DC-PR", "2", "NO\n", r#"{"answer":"no"}"#);
    check(CHAIN, "DS-PR", "3", "YES\n", r#"{"answer":"yes"}"#);
    check(CHAIN, "DS-ST", "4", "NO\nw 1 3 5\n", r#"{"answer":"no","witness":["1","3","5"]}"#);
    check(CIRCLE, "SE-ST", "", "NO\n", r#"{"answer":"no"}"#);
    check(CIRCLE, "EE-ST", "", "NO\n", r#"{"answer":"no","extensions":[],"count":0}"#);
    check(CIRCLE, "CE-ST", "", "0\n", r#"{"answer":"no","count":0}"#);
    check(CIRCLE, "DS-ST", "1", "YES\n", r#"{"answer":"yes"}"#);
    check(CIRCLE, "SE-ID", "", "w\n", r#"{"answer":"yes","witness":[]}"#);
    check("p af 0\n", "EE-STG", "", "w\n", r#"{"answer":"yes","extensions":[[]],"count":1}"#);
}

#[test]
fn facts_are_answered_in_brackets() {
    check(NIXON, "SE-GR", "", "[]\n", r#"{"answer":"yes","witness":[]}"#);
    check(NIXON, "EE-PR", "", "[[hawk],[dove]]\n", r#"{"answer":"yes","extensions":[["hawk"],["dove"]],"count":2}"#);
    check(NIXON, "DC-ST", "dove", "YES\n", r#"{"answer":"yes","witness":["dove"]}"#);
    check(NIXON, "DS-PR", "dove", "NO\n", r#"{"answer":"no","witness":["hawk"]}"#);
    check("arg(a).\natt(a,a).\n", "EE-ST", "", "[]\n", r#"{"answer":"no","extensions":[],"count":0}"#);
    check("arg(a).\natt(a,a).\n", "SE-ST", "", "NO\n", r#"{"answer":"no"}"#);
    check("att(b,a).\narg(a).\narg(b).\n", "SE-SST", "", "[b]\n", r#"{"answer":"yes","witness":["b"]}"#);
}

#[test]
fn what_was_cut_off_does_not_pass_as_whole() {
    let cut = Options { limit: 1, ..Options::default() };
    let outcome = run(NIXON.as_bytes(), "EE-PR", None, &cut).unwrap();
    assert!(!outcome.is_whole());
    assert!(outcome.to_json().contains("\"whole\":false") && !outcome.to_json().contains("count"), "{}", outcome.to_json());
    let interrupt = Interrupt::never();
    interrupt.raise();
    let outcome = run(CHAIN.as_bytes(), "SE-PR", None, &Options { interrupt, ..Options::default() }).unwrap();
    assert!(!outcome.is_whole());
    assert_eq!((outcome.to_text().as_str(), outcome.to_json().as_str()), ("UNKNOWN\n", "{\"answer\":\"unknown\"}\n"));
}

#[track_caller]
fn refuse(file: &str, problem: &str, query: &str, message: &str) {
    assert_eq!(solve(file, problem, query).unwrap_err().to_string(), message);
}

#[test]
fn faults_say_where_what_and_what_to_do() {
    let header = "open the file with 'p af N', where N is the number of arguments or atoms";
    refuse("", "SE-GR", "", &format!("line 1: the header is missing; {header}"));
    refuse("p cnf 3 4\n", "SE-GR", "", &format!("line 1: this is not a header 'p af N'; {header}"));
    refuse("p af 3 4\n", "SE-GR", "", &format!("line 1: this is not a header 'p af N'; {header}"));
    let size = |declared: &str, bytes: u32| {
        format!(
            "the number is too large: the header declares {declared}, and the file has only {bytes} bytes; declare at most 10000000, or no more than the file has bytes"
        )
    };
    refuse("# one\np af 99999999999\n", "SE-GR", "", &format!("line 2: {}", size("99999999999", 23)));
    refuse("p aba 4294967296\n", "SE-GR", "", &format!("line 1: {}", size("4294967296", 17)));
    refuse("p af 99999999999999999999\n", "SE-GR", "", &format!("line 1: {}", size("18446744073709551615 or more", 26)));
    refuse(
        "p af 2\n1 4294967297\n",
        "SE-GR",
        "",
        "line 2: there is no argument 4294967297; the header allows 1 to 2: correct the number or the header",
    );
    refuse(
        "p aba 2\na 99999999999999999999\n",
        "SE-GR",
        "",
        "line 2: there is no atom 18446744073709551615 or more; the header allows 1 to 2: correct the number or the header",
    );
    let many = format!("line 1: {}", size("4000000000", 16));
    refuse("p af 4000000000\n", "SE-GR", "", &many);
    let attack = "this is not an attack; write two argument numbers, as in '3 7'";
    refuse("p af 3\n# so\n1\n", "SE-GR", "", &format!("line 3: {attack}"));
    refuse("p af 3\n1 x\n", "SE-GR", "", &format!("line 2: {attack}"));
    refuse("p af 3\n1 2 3\n", "SE-GR", "", "line 2: something follows the attack; give each attack its own line");
    let beyond = "line 2: there is no argument 4; the header allows 1 to 3: correct the number or the header";
    refuse("p af 3\n1 4\n", "SE-GR", "", beyond);
    let fact = "is no fact; write 'arg(a).' or 'att(a,b).', each within one line";
    refuse("arg(a).\natt(a).\n", "SE-GR", "", &format!("line 2: 'att(a).' {fact}"));
    refuse("arg(a)\n", "SE-GR", "", &format!("line 1: 'arg(a)' {fact}"));
    let undeclared = "line 2: there is no argument 'b'; declare it with 'arg(…).', or correct the name";
    refuse("arg(a).\natt(a,b).\n", "SE-GR", "", undeclared);
    refuse(
        CHAIN,
        "DS-XX",
        "",
        "there is no problem 'DS-XX'; join one of SE, DC, DS, EE, CE and one of GR, CO, PR, ST, SST, ID, EAG, STG with a hyphen, as in 'DS-PR'",
    );
    refuse(CHAIN, "DS-PR", "", "DS-PR asks about an argument; name it, as in '-a 3'");
    refuse(CHAIN, "SE-PR", "3", "SE-PR asks about no argument; leave it out, or ask DC or DS");
    refuse(CHAIN, "DS-PR", "9", "there is no argument '9'; arguments are numbered from 1 to 5");
    refuse(NIXON, "DS-PR", "owl", "there is no argument 'owl'; the file declares 2 arguments, the first is 'hawk'");
    assert_eq!(run(b"arg(a).\narg(\xff).", "SE-GR", None, &Options::default()).unwrap_err().line, Some(2));
}

#[test]
fn an_argument_is_named_as_in_the_file_and_a_mark_before_the_text_is_passed_over() {
    for name in ["+1", "01", "-1", "1.0", " 1"] {
        refuse(CHAIN, "DS-PR", name, &format!("there is no argument '{name}'; arguments are numbered from 1 to 5"));
    }
    refuse("p af 0\n", "DC-CO", "1", "there is no argument '1'; the file declares none");
    refuse("p af 1\n", "DC-CO", "2", "there is no argument '2'; the only one is 1");
    refuse("arg(a).\n", "DC-CO", "b", "there is no argument 'b'; the only one is 'a'");
    check("arg(-1).\narg(b).\natt(-1,b).\n", "DC-PR", "-1", "YES\n", r#"{"answer":"yes","witness":["-1"]}"#);
    check("\u{feff}p af 1\n", "SE-GR", "", "w 1\n", r#"{"answer":"yes","witness":["1"]}"#);
    check("\u{feff}arg(a).\n", "SE-GR", "", "[a]\n", r#"{"answer":"yes","witness":["a"]}"#);
}

const ASSUMPTIONS: &str = "p aba 8\na 1\na 2\na 3\nc 1 6\nc 2 7\nc 3 8\nr 4 5 1\nr 5\nr 6 2\nr 7 1\nr 8 4\n";

#[test]
fn assumption_based_files_are_answered_with_sets_of_assumptions() {
    check(ASSUMPTIONS, "SE-GR", "", "w\n", r#"{"answer":"yes","witness":[]}"#);
    check(ASSUMPTIONS, "DC-CO", "4", "YES\nw 1\n", r#"{"answer":"yes","witness":["1"]}"#);
    check(ASSUMPTIONS, "DS-PR", "4", "NO\nw 2 3\n", r#"{"answer":"no","witness":["2","3"]}"#);
    check(ASSUMPTIONS, "DS-ST", "5", "YES\n", r#"{"answer":"yes"}"#);
    check(ASSUMPTIONS, "EE-PR", "", "w 1\nw 2 3\n", r#"{"answer":"yes","extensions":[["1"],["2","3"]],"count":2}"#);
    check(ASSUMPTIONS, "CE-CO", "", "3\n", r#"{"answer":"yes","count":3}"#);
    check(ASSUMPTIONS, "EE-STG", "", "w 1\nw 2 3\n", r#"{"answer":"yes","extensions":[["1"],["2","3"]],"count":2}"#);
    check(ASSUMPTIONS, "DS-SST", "4", "NO\nw 2 3\n", r#"{"answer":"no","witness":["2","3"]}"#);
    check(ASSUMPTIONS, "SE-ID", "", "w\n", r#"{"answer":"yes","witness":[]}"#);
    check(ASSUMPTIONS, "DC-EAG", "4", "NO\n", r#"{"answer":"no"}"#);
    let flat = "only flat frameworks are read: derive another atom, or do not assume this one";
    refuse("p aba 2\na 1\nr 1 2\n", "SE-GR", "", &format!("line 3: a rule derives the assumption 1; {flat}"));
    refuse("p aba 2\nc 1 2\n", "SE-GR", "", "line 2: 1 has a contrary but is no assumption; add 'a 1', or drop the line");
    let shapes = "write 'a x', 'c x y' or 'r head body…' with atom numbers";
    refuse("p aba 2\nr\n", "SE-GR", "", &format!("line 2: this is no assumption, contrary or rule; {shapes}"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = run(&bytes, "SE-GR", None, &Options::default());
    }

    #[test]
    fn any_scraps_of_the_formats_are_read_or_refused(
        scraps in prop::collection::vec(prop::sample::select(&["p", "af", "aba", " ", "\n", "\r\n", "1", "2", "40", "a", "c", "r", "arg(", "att(", "x", ",", ")", ").", "#", "%"][..]), 0..30)
    ) {
        let _ = run(scraps.concat().as_bytes(), "SE-PR", None, &Options::default());
    }
}
