//! The brief: what it says for the shipped debates, and that no word of a debate becomes markup in it.

use crate::{
    arguments::ROOTS,
    support::{Folder, Memory, is_mark, unmarked},
};
use agon::{
    model::{gather::gather, load::Files},
    render::{
        brief::{self, Length},
        markdown::{markdown, options},
    },
    report::run::run,
};

/// The brief of a shipped debate.
fn shipped(root: &str) -> String {
    let mut files = Files::default();
    let id = files.load(root, &Folder("arguments"));
    gather(&mut files, &Folder("arguments"));
    brief::render(&run(&files, id))
}

#[test]
fn the_briefs_of_the_shipped_debates_are_as_committed() {
    for root in ROOTS {
        let name = root.split('/').next().unwrap().split('.').next().unwrap();
        let path = format!("{}/tests/brief/{name}.md", env!("CARGO_MANIFEST_DIR"));
        let text = shipped(root);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert!(std::fs::read_to_string(&path).unwrap_or_default() == text, "{name}: UPDATE=1 rewrites it");
    }
}

#[test]
fn the_same_debate_gives_the_same_bytes() {
    for root in ROOTS {
        assert_eq!(shipped(root), shipped(root), "{root}");
    }
}

/// A brief without its annex, its map and its footnotes: what is read as prose.
fn body(brief: &str) -> String {
    let body = brief.split("\n## Annex").next().unwrap();
    let (before, map) = body.split_once("\n## Map").unwrap_or((body, ""));
    format!("{before}{}", map.split_once("\n## ").map_or("", |(_, after)| after))
}

#[test]
fn names_stand_in_the_annex_and_nowhere_else_and_every_claim_does() {
    for root in ROOTS {
        let mut files = Files::default();
        let id = files.load(root, &Folder("arguments"));
        let report = run(&files, id);
        let brief = brief::render(&report);
        let annex = brief.split("\n## Annex").nth(1).unwrap();
        let texts: String = report.debate.claims.iter().map(|c| c.text.as_str()).collect();
        let body = body(&brief);
        for claim in &report.debate.claims {
            let name = &*claim.name.shown;
            assert!(annex.contains(&format!("| `{name}` |")), "{root}: {name} is not in the annex");
            // A name that is an ordinary word may well occur as one.
            if name.contains(['-', '.', '/']) && !texts.contains(name) && !["opt-in", "opt-out"].contains(&name) {
                assert!(!body.contains(name), "{root}: the name {name} is in the body");
            }
        }
        for word in ["undercut", "rebuttal", "extension", "grounded", "premise", "undec", "`"] {
            assert!(!body.to_lowercase().contains(word), "{root}: {word}");
        }
    }
}

#[test]
fn every_mark_of_a_remark_is_in_the_annex() {
    let mut seen = 0;
    for root in ROOTS {
        let brief = shipped(root);
        let annex = brief.split("\n## Annex").nth(1).unwrap();
        for rest in body(&brief).split("remark ").skip(1) {
            let mark = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap();
            if is_mark(mark) {
                seen += 1;
                assert_eq!(annex.matches(&format!("\n| {mark} | – | remark | ")).count(), 1, "{root}: {mark}");
            }
        }
    }
    assert!(seen > 1, "{seen}");
}

#[test]
fn the_markdown_is_read_back_as_it_was_written() {
    for root in ROOTS {
        let text = shipped(root);
        assert_eq!(reread(&text), text, "{root}");
    }
    assert_eq!(reread(&hostile().0), hostile().0);
}

fn reread(text: &str) -> String {
    let arena = comrak::Arena::new();
    let mut out = String::new();
    let root = comrak::parse_document(&arena, text, &options());
    // Comrak reads an escaped dollar or circumflex and would write a bare one.
    for node in root.descendants().collect::<Vec<_>>() {
        let words = match &node.data.borrow().value {
            comrak::nodes::NodeValue::Text(words) if words.contains(['$', '^']) => words.to_string(),
            _ => continue,
        };
        let add = |value| node.insert_before(arena.alloc(comrak::nodes::AstNode::from(value)));
        for part in words.split_inclusive(['$', '^']) {
            let bare = part.trim_end_matches(['$', '^']);
            add(comrak::nodes::NodeValue::Text(bare.to_owned().into()));
            if let Some(mark) = part.strip_prefix(bare).filter(|mark| !mark.is_empty()) {
                add(comrak::nodes::NodeValue::Raw(format!("\\{mark}")));
            }
        }
        node.detach();
    }
    comrak::format_commonmark(root, &options(), &mut out).unwrap();
    out
}

/// What a text should never do to a page.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>.",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1)) ![pic](http://evil.example/x.png)",
    "a | b | c ` d ``` e",
    "# heading ##",
    "\\- item",
    "1\\) item &lt;b&gt; &#60;b&#62;",
    "*stress **strong _both_*** __x",
    "[^1] [^9]: note [ref]: http://evil.example",
    "~~gone~~ ==mark== $x$ :smile: <http://evil.example>",
    "***a** b* `code` <!-- comment --> <![CDATA[x]]>",
    "--- === *** ___ > quote",
    "![a][b] [a] [b][] \\[c\\](d)",
    "\u{202e}reversed\u{7}\u{1b}[31m red",
    "    four blanks\\",
    "***",
    "**a****b***c**d*",
    "`",
    "…",
    "@name, user/repo#1 and #12 or GH-3 in 1a2b3c4d5e6f at http://evil.example www.evil.example a@evil.example :tada: x^2^ @{key}",
];

/// A debate with something hostile in every text field of every kind of statement.
pub(crate) fn hostile_text() -> String {
    let mut text = String::from("---\ntitle: \"<b>T</b> [t](javascript:t)\"\nscope: \"<i>S</i>\"\nauthor: \"![a](b)\"\n---\n");
    for (n, bad) in HOSTILE.iter().enumerate() {
        let bad = bad.trim_start();
        text.push_str(&format!(
            "party p{n}: {bad}\n  role: {bad}\nsource s{n}: {bad}\n  author: {bad}\n  in: {bad}\n  url: javascript:alert({n})\n  note: {bad}\n\
             term t{n}: {bad}\n# {bad}\nquestion q{n} by p{n}: {bad}\n\
             claim a{n} by p{n} on q{n}:\n  \\{bad}\n\n  More {bad}\n    - {bad}\n  cite: s{n}, {bad}, \"{bad}\"\n  note: {bad}\n  support r{n} by p{n}: \\{bad}\n    scheme: analogy\n    \
             undercut u{n} by p{n}: \\{bad}\n  rebuttal o{n} by p{n}: \\{bad}\n    rebuttal oo{n} by p{n}: \\{bad}\n  limit l{n} by p{n}: \\{bad}\n\
             claim b{n} on q{n}: \\{bad}\nassumption m{n}: \\{bad}\nfact f{n}: \\{bad}\ncontradiction a{n}, b{n}: {bad}\nprefer r{n} over b{n}: {bad}\n\
             deny a{n} by p{n}: {bad}\nretract b{n} by p{n}: {bad}\n"
        ));
    }
    text
}

/// The brief of that debate, and how many claims it makes.
fn hostile() -> (String, usize) {
    let mut files = Files::default();
    let id = files.load("x.agon", &Memory::new(&[("x.agon", &hostile_text())]));
    let report = run(&files, id);
    (brief::render(&report), report.debate.claims.len())
}

#[test]
fn no_word_of_a_debate_becomes_markup() {
    let (brief, claims) = hostile();
    assert_eq!(claims, HOSTILE.len() * 9);
    for safe in [true, false] {
        let mut options = options();
        options.render.r#unsafe = !safe;
        options.extension.strikethrough = true;
        options.extension.tasklist = true;
        options.extension.alerts = true;
        let html = comrak::markdown_to_html(&brief, &options);
        for tag in html.split('<').skip(1).filter(|tag| !tag.starts_with(if safe { "!-- raw HTML omitted -->" } else { "!-- -->" })) {
            let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
            let name = name.trim_start_matches('/');
            assert!(
                [
                    "h1", "h2", "h3", "p", "ol", "ul", "li", "em", "strong", "code", "pre", "table", "thead", "tbody", "tr", "th", "td",
                    "sup", "a", "section"
                ]
                .contains(&name),
                "<{}",
                tag.chars().take(60).collect::<String>()
            );
            if name == "a" && tag.starts_with("a ") {
                assert!(tag.contains("href=\"#fn"), "<{tag}");
            }
        }
        assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assert!(!html.contains(['\u{202e}', '\u{7}', '\u{1b}']));
    }
}

#[test]
fn a_code_host_tells_nobody_and_links_nothing() {
    let hosted = "source s: @title of #77\n  author: @author, a\n  in: user/repo#5\nparty p: @party\nclaim a by p: @name, user/repo#1 and #12 or GH-3 say so.\n  \
                  cite: s, see @place, \"as @quoted in 1a2b3c4d5e6f\"\n  rebuttal by p: Look at http://evil.example www.evil.example a@evil.example or :tada:.\n  note: @remark\n";
    let mut files = Files::default();
    let id = files.load("x.agon", &Memory::new(&[("x.agon", hosted)]));
    let own = brief::render(&run(&files, id));
    let id = files.load("y.agon", &Memory::new(&[("y.agon", &hostile_text())]));
    let full = markdown(&brief::brief(&run(&files, id), Length::Full).document());
    for (text, seen) in
        [(own, ["@name, user/repo#1", "as @quoted in 1a2b3c4d5e6f"]), (full, ["@name, user/repo#1", "in 1a2b3c4d5e6f at http://evil"])]
    {
        let mut options = options();
        options.extension.autolink = true;
        let arena = comrak::Arena::new();
        let root = comrak::parse_document(&arena, &text, &options);
        let mut whole = String::new();
        for node in root.descendants() {
            match &node.data.borrow().value {
                comrak::nodes::NodeValue::Text(words) => {
                    whole.push_str(words);
                    let follows = |mark: char, is: fn(char) -> bool| words.split(mark).skip(1).any(|rest| rest.starts_with(is));
                    assert!(!follows('@', char::is_alphanumeric) && !follows('#', |c| c.is_ascii_digit()), "{words}");
                    assert!(!words.contains("GH-3") && !words.contains("1a2b3c4") && !words.contains(":tada:"), "{words}");
                }
                comrak::nodes::NodeValue::Link(link) => panic!("{}", link.url),
                _ => {}
            }
        }
        for words in seen {
            assert!(whole.contains(words), "{words} is not seen in {whole}");
        }
    }
}

#[test]
fn the_body_stays_bounded_however_large_the_debate_is() {
    let mut text = String::new();
    for n in 0..3000 {
        text.push_str(&format!(
            "claim c{n}: Claim number {n} is made.\n  support: Reason {n} is given.\n  rebuttal: Objection {n} is raised.\n"
        ));
        text.push_str(&format!(
            "support for c0: Reason {n} is added.\nlimit for c0: Limit {n} is set.\nrebuttal against c0: Doubt {n} is raised.\n"
        ));
    }
    let mut files = Files::default();
    let id = files.load("x.agon", &Memory::new(&[("x.agon", &text)]));
    let report = run(&files, id);
    let brief = brief::render(&report);
    assert!(body(&brief).split_whitespace().count() < 3000, "{}", body(&brief).split_whitespace().count());
}

#[test]
fn a_map_of_more_lines_than_mermaid_draws_is_a_list() {
    let claims: String = (0..26).map(|n| format!("claim c{n}: Claim number {n}.\n")).collect();
    let rebuttals =
        |of: usize| (0..26).flat_map(|n| (1..=of).map(move |m| format!("rebuttal c{} against c{n}\n", (n + m) % 26))).collect::<String>();
    let map = |of| {
        let brief = brief_of("a.agon", &format!("{claims}{}", rebuttals(of)));
        brief.split_once("\n## Map\n").unwrap().1.split("\n## ").next().unwrap().to_owned()
    };
    assert!(map(19).contains("```mermaid"));
    let listed = map(20);
    assert!(!listed.contains("```") && listed.contains("With 520 lines"), "{listed}");
    assert_eq!(listed.lines().filter(|line| line.starts_with("- **? open:** Claim number ")).count(), 26, "{listed}");
}

#[test]
fn a_large_debate_has_an_overview_for_its_map() {
    let text: String = (0..90).map(|n| format!("claim c{n}: Claim {n}.\n  support: Reason.\n  rebuttal: Doubt.\n")).collect();
    let mut files = Files::default();
    let id = files.load("x.agon", &Memory::new(&[("x.agon", &text)]));
    let brief = brief::render(&run(&files, id));
    let map = brief.split_once("\n## Map").unwrap().1;
    assert!(map.contains("With 270 statements the whole map is too large for this page"), "{map}");
    assert!(map.contains("It shows 60 of 90 questions, answers and other conclusions."), "{map}");
    let told = ["For it#58; 1 without effect.", "Against it#58; 1 stands."].map(|told| map.matches(told).count());
    assert_eq!(told, [60, 60], "{map}");
    assert!(!map.contains("See sheet"), "there are no sheets here");
}

#[test]
fn an_assumption_says_what_follows_if_it_falls() {
    let brief = |text: &str| {
        let mut files = Files::default();
        let id = files.load("x.agon", &Memory::new(&[("x.agon", text)]));
        unmarked(&brief::render(&run(&files, id)))
    };
    let answer = "question q: Where?\nclaim a on q: Here.\n  support s:\n    premise n: It is near.\n";
    let open = "assumption m: Shops are open.\n";
    let same = brief(&format!("{answer}{open}"));
    assert!(same.contains("Without it, the judgement would be the same."), "{same}");
    let lost = brief(&format!("{answer}    premise m\n{open}"));
    assert!(lost.contains("Without it, the judgement would no longer stand."), "{lost}");
    let rival = "claim b on q: There.\n  rebuttal: Here is better.\n    rebuttal: It is not, without shops.\n      rebuttal m\n";
    let turned = brief(&format!("{answer}    premise m\n{open}{rival}"));
    assert!(turned.contains("Without it, the judgement would no longer stand, and answer 3 would stand in its place."), "{turned}");
    let undecided = brief(&format!("{answer}{open}{rival}"));
    assert!(undecided.contains("Without it, answer 2 would stand beside the judgement."), "{undecided}");
    let large: String = (0..25_000).map(|n| format!("claim c{n}: C.\n  support: S.\n")).collect();
    assert!(brief(&large).contains("too large for this page to say what would follow"));
}

/// The full brief of a debate, without its map.
fn full(text: &str) -> String {
    let mut files = Files::default();
    let id = files.load("x.agon", &Memory::new(&[("x.agon", text)]));
    let mut brief = brief::brief(&run(&files, id), Length::Full);
    brief.sections.retain(|s| s.key != "map");
    unmarked(&markdown(&brief.document()))
}

#[test]
fn a_reply_that_stands_is_not_said_to_fail() {
    let undercut = "claim no: We should keep the bus.\n  rebuttal van: We should buy the van.\n    rebuttal cost: The van costs a lot.\n";
    let loan = "      undercut loan: The bank lends them the money.\n";
    let text = full(&format!("{undercut}{loan}"));
    let told = "The reply is that the van costs a lot. Even if this is true, it does not touch the objection, because the bank lends them the money.";
    assert!(text.contains(told) && !text.contains("this does not hold") && !text.contains("reply does not hold"), "{text}");
    assert!(text.contains("It falls to an objection that no reply meets.") && !text.contains("nobody has met"), "{text}");
    let ranked = full(&format!("{undercut}prefer van over cost: The van lasts.\n"));
    let told = "The reply is that the van costs a lot. It is outweighed, because the van lasts.";
    assert!(ranked.contains(told) && ranked.contains("| `cost` | stands |"), "{ranked}");
    let fallen = full(&format!("{undercut}      rebuttal: It is cheap.\n"));
    assert!(fallen.contains("The reply is that the van costs a lot, but this does not hold."), "{fallen}");
}

#[test]
fn a_reason_that_is_outdone_is_not_said_to_fail() {
    let claim = "claim yes: We should buy the van.\n  support cheap: It is cheap.\n";
    let outdone = full(&format!("{claim}  rebuttal doubt: The van is old.\nprefer doubt over yes: Age matters.\n"));
    assert!(
        outdone.contains("The claim has one reason, but what speaks against it prevails. It falls to an objection that nobody has met."),
        "{outdone}"
    );
    let failed = full(&format!("{claim}    undercut: Cheap is not good.\n  rebuttal doubt: The van is old.\n"));
    assert!(failed.contains("The claim has no reason left that holds."), "{failed}");
    let contrary = full(&format!("{claim}fact bus: The bus is what we keep.\ncontradiction yes, bus\n"));
    assert!(contrary.contains("It falls to what is taken as given."), "{contrary}");
}

/// Two answers, the first with two reasons.
const VAN: &str = "question q: Should we buy the van?\nclaim yes on q: We should buy the van.\n  support cheap: It is cheap.\n  support roomy: It is roomy.\nclaim no on q: We should keep the bus.\ncontradiction yes, no: There is money for one.\n";

#[test]
fn each_of_several_reasons_is_enough_only_where_it_is() {
    let one = full(&format!("{VAN}prefer roomy over no: It is room that is lacking.\n"));
    assert!(one.contains("Two separate reasons support the judgement:") && !one.contains("as long as"), "{one}");
    let either = full(&format!("{VAN}prefer yes over no: It is room that is lacking.\n"));
    assert!(either.contains("Two separate reasons support the judgement; it stands as long as one of them holds:"), "{either}");
    let open = full(VAN);
    assert!(open.contains("Two separate reasons support answer 1:") && !open.contains("as long as"), "{open}");
}

#[test]
fn two_answers_that_clash_are_told_with_why_they_do_and_what_decided() {
    let told = "It cannot stand beside the answer given, because there is money for one. \
                The answer given was judged the stronger, because it is room that is lacking.";
    for side in ["roomy", "yes"] {
        let text = full(&format!("{VAN}prefer {side} over no: It is room that is lacking.\n"));
        assert!(text.contains(told), "{text}");
    }
    let bare = full(&format!("{VAN}prefer yes over no\n").replace(": There is money for one.", ""));
    assert!(bare.contains("It cannot stand beside the answer given. The answer given was judged the stronger.\n"), "{bare}");
}

#[test]
fn a_judgement_within_limits_is_said_to_be() {
    let close = "claim close: The street should be closed.\n  support: Children walk there.\nlimit winter for close: Not from December to February.\n";
    let one = full(close);
    assert!(one.contains("Nobody has objected to it. It stands, within a limit.\n"), "{one}");
    assert!(one.contains("| `close` | stands, within limits |") && one.contains("| `winter` | stands |"), "{one}");
    let two = full(&format!("{close}limit vans for close: Vans may pass until ten.\n"));
    assert!(two.contains("It stands, within two limits."), "{two}");
    let fallen = full(&format!("{close}rebuttal against winter: It snows no more.\n"));
    assert!(!fallen.contains("within"), "{fallen}");
    let page = |text: &str| {
        let mut files = Files::default();
        let id = files.load("x.agon", &Memory::new(&[("x.agon", text)]));
        markdown(&brief::brief(&run(&files, id), Length::OnePage).document())
    };
    assert!(page(close).contains("It stands, within a limit: “Not from December to February.”"), "{}", page(close));
}

/// The brief of a debate in the file at `path`.
fn brief_of(path: &str, text: &str) -> String {
    let mut files = Files::default();
    let id = files.load(path, &Memory::new(&[(path, text)]));
    unmarked(&brief::render(&run(&files, id)))
}

#[test]
fn an_outweighed_objection_is_explained_by_the_preference_between_it_and_its_target_only() {
    let claims = "claim park: To the park.\n  rebuttal rain: It rains.\nclaim news: The forecast is new.\n";
    let chained = format!("{claims}prefer park over news: Parks are green.\nprefer news over rain: New forecasts are better.\n");
    let brief = brief_of("d.agon", &chained);
    assert!(brief.contains("It is outweighed.") || !brief.contains("outweighed"), "{brief}");
    assert!(
        !brief.contains("outweighed, because") && !brief.contains("outweighed. New") && !brief.contains("outweighed. Parks"),
        "{brief}"
    );
    let direct = format!("{claims}prefer news over rain: New forecasts are better.\nprefer park over rain: Room is what we lack.\n");
    let brief = brief_of("d.agon", &direct);
    assert!(brief.contains("It is outweighed. “Room is what we lack.”"), "{brief}");
    assert!(!brief.contains("this reason:") && !brief.contains("New forecasts"), "{brief}");
}

#[test]
fn a_brief_without_title_and_question_is_headed_by_its_heading_or_the_name_of_its_file() {
    let title = |path: &str, text: &str| brief_of(path, text).lines().next().unwrap().to_owned();
    let claim = "claim a: The picnic is in the park.\n";
    assert_eq!(title("fines/late-fines_2024.agon", claim), "# Late fines 2024");
    assert_eq!(title("library-fines/debate.agon", claim), "# Library fines");
    assert_eq!(title("debate.agon", claim), "# Debate");
    assert_eq!(title("-", claim), "# What the debate comes to");
    assert_eq!(title("x.agon", &format!("# The picnic\n\n## Where\n\n{claim}")), "# The picnic");
    assert_eq!(title("two-parts.agon", &format!("# One\n\n{claim}\n# Two\n")), "# Two parts");
    for path in ["w.agon", "v2.agon", "a-b.md"] {
        assert_eq!(title(path, &claim.replace("claim a", "claim a1")), "# What the debate comes to", "{path}");
    }
    assert_eq!(title("x.agon", "question q: Where?\n  claim a: There.\n"), "# Where?");
}

#[test]
fn what_all_agree_on_is_given_as_a_reason_in_one_sentence() {
    let text = "claim park: To the park.\n  rebuttal far: It is too far away.\n    rebuttal near: It is near.\n      support walk:\n        premise door\n\
                fact door: The gate is across the road.\nclaim more: More is to be said, since all walk there.\n";
    let brief = brief_of("d.agon", text);
    assert!(brief.contains("The reason given, on which all agree, is that the gate is across the road."), "{brief}");
}

#[test]
fn what_limits_a_text_is_kept_where_the_text_is_shortened() {
    use agon::render::text::{cut, line};
    for (text, words) in [
        (
            "No fine is charged to any reader of the library for a late book unless the book is lost.",
            "No fine is charged to any reader … unless the book is lost",
        ),
        (
            "The council will repair the old bridge over the river, provided that the state pays one half of it, and not before spring.",
            "The council will repair the old bridge … provided that the state pays one half … and not before spring",
        ),
        (
            "The measure was tried by twelve cities of the north and the south, in none of which it lasted for a year.",
            "The measure was tried by twelve cities … in none of which it lasted …",
        ),
    ] {
        assert_eq!(cut(line(text), 7).plain(), words);
    }
    let long = line(
        "The town will pay for the bridge over the river in the third year, but only if it stays open to lorries in winter. Not so now.",
    );
    assert_eq!(cut(long.clone(), 5).plain(), "The town will pay … but only if it stays open …");
    assert_eq!(cut(long.clone(), 99), long);
}

#[test]
fn a_word_that_is_no_name_loses_its_capital_inside_a_sentence() {
    let told = |party: &str, text: &str, more: &str| {
        let text = format!("party p: {party}\nclaim a: We go there.\n  rebuttal r by p: {text}\n    rebuttal m: {more}\n");
        let brief = brief_of("d.agon", &text);
        let start = brief.find("objected").unwrap();
        brief[start..].lines().next().unwrap().split('.').next().unwrap().to_owned()
    };
    for (party, text, more, said) in [
        ("Ann Holm", "Parties end late.", "It is no party.", "objected that parties end late"),
        ("Ann Holm", "Confrontation with them is costly.", "It is not.", "objected that confrontation with them is costly"),
        ("Ann Holm", "Banks are shut.", "The bank is open.", "objected that banks are shut"),
        ("Jo Banks", "Banks was there.", "The bank is open.", "objected: Banks was there"),
        ("Ann Holm", "Paris is far.", "It is not.", "objected: Paris is far"),
    ] {
        assert_eq!(told(party, text, more), said);
    }
}

#[test]
fn one_page_names_the_answers_between_which_nothing_decides() {
    let page = |text: &str| {
        let mut files = Files::default();
        let id = files.load("d.agon", &Memory::new(&[("d.agon", text)]));
        unmarked(&markdown(&brief::brief(&run(&files, id), Length::OnePage).document()))
    };
    let text = "party ann: Ann Holm\n  role: geologist, Oslo\nquestion q: Where?\nclaim park by ann on q: The park is best.\n\
                claim hall on q: The hall is best.\ncontradiction park, hall\n";
    let told = page(text);
    assert!(
        told.contains("One answer, given by Ann Holm (geologist, Oslo), is that the park is best. The other is that the hall is best."),
        "{told}"
    );
    let told = page(&text.replace("question q: Where?\n", "question q: Where?\n  default: park\n"));
    assert!(told.contains("Another answer is that the hall is best.") && !told.contains("One answer"), "{told}");
    let told = page(&format!("{text}prefer park over hall\n"));
    assert!(!told.contains("nswer is that"), "{told}");
}
