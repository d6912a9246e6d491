//! Files of sources to their words and marks.

use agon::{
    extract::document::{Document, Kind},
    quotation::locator::Unit,
};
use proptest::prelude::*;

fn words(kind: Kind, content: &str) -> String {
    Document::new(kind, content).folded.text
}

fn numbers(document: &Document, unit: Unit) -> Vec<Vec<u32>> {
    document.marks.iter().filter(|m| m.unit == unit).map(|m| m.list.iter().map(|(_, n)| *n).collect()).collect()
}

#[test]
fn the_kind_of_a_file_is_told_by_its_name() {
    let kinds = ["a.txt", "a.MD", "b/c.markdown", "x.html", "x.HTM", "d.e/f.pdf", "plain", ".html"].map(Kind::of);
    use Kind::{Html, Markdown, Pdf, Plain};
    assert_eq!(kinds, [Plain, Markdown, Markdown, Html, Html, Pdf, Plain, Html]);
}

#[test]
fn html_is_the_words_that_a_reader_sees() {
    let html = "<!DOCTYPE html><html><head><title>T</title><style>p{x}</style><script>if (a<b) not()</script></head><body>\n\
        <nav>Home</nav><p>The <em>takings</em> did <b>n</b>ot rise&nbsp;&mdash; by 5&#37;.<sup><a href=\"#n1\">[1]</a></sup> Then</p>\n\
        <p>10<sup>6</sup> boats<br>sailed<!-- never --> &lt;now&gt;.</p><template><p>unseen</p></template></body></html>";
    assert_eq!(words(Kind::Html, html), "Home The takings did not riseby 5%. Then 10⁶ boats sailed <now>.");
}

#[test]
fn words_of_html_lead_back_to_their_lines() {
    let html = "<p>one<sup><a href=\"#n\">[1]</a></sup>\ntwo &amp; &amp; &amp;\nthree</p>\n\n<div>four</div>\n";
    let document = Document::new(Kind::Html, html);
    for (word, line) in [("one", 1), ("two", 2), ("three", 3), ("four", 5)] {
        let at = document.text.find(word).unwrap();
        assert_eq!(document.place(at), format!("line {line}"), "{word}");
    }
}

#[test]
fn broken_html_is_read_as_far_as_it_goes() {
    assert_eq!(words(Kind::Html, "<p>a<b>b</p></b><div <p>c<script>d"), "ab c");
    assert_eq!(words(Kind::Html, "a < b & c &unknown; <"), "a < b & c &unknown; <");
    let deep = "<div>".repeat(200_000) + "x";
    assert_eq!(words(Kind::Html, &deep), "x");
}

#[test]
fn markdown_is_its_words_without_markup() {
    let text = "# Minutes\n\nThe takings did **not** rise [by a\nthird](https://x.example \"T\"), said `ls`.[^1]\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: A note.\n";
    assert_eq!(words(Kind::Markdown, text), "Minutes The takings did not rise by a third, said ls. one two a b c d A note.");
    let document = Document::new(Kind::Markdown, text);
    assert_eq!(document.place(document.text.find("third").unwrap()), "line 4");
}

#[test]
fn pages_of_form_feeds_are_counted_and_read() {
    let plain = Document::new(Kind::Pdf, "one\n\x0ctwo\n\x0cthree\n\x0c");
    assert_eq!(numbers(&plain, Unit::Page), [[1, 2, 3]]);
    assert_eq!(plain.place(5), "p. 2");
    let printed = Document::new(Kind::Pdf, "Cover\n\x0cA Journal 263\none\n\x0c264 The Author\ntwo\n\x0cthree\n265\n\x0c");
    assert_eq!(numbers(&printed, Unit::Page), [vec![262, 263, 264, 265], vec![1, 2, 3, 4]]);
    for foot in ["- # -", "Page # of 9", "#/9", "p.#", "~ # ~", "Printed paper 19/1234 - # -"] {
        let text: String = (3..7).map(|number| format!("Some words.\n\n{}\n\x0c", foot.replace('#', &number.to_string()))).collect();
        assert_eq!(numbers(&Document::new(Kind::Plain, &text), Unit::Page), [vec![3, 4, 5, 6], vec![1, 2, 3, 4]], "{foot}");
    }
    assert_eq!(numbers(&Document::new(Kind::Plain, "no pages 1\n"), Unit::Page), Vec::<Vec<u32>>::new());
}

/// The numbers printed on pages whose last lines are these.
fn printed(feet: &[&str]) -> Option<Vec<u32>> {
    let text: String = feet.iter().map(|foot| format!("Some words.\n\n{foot}\n\x0c")).collect();
    let counted: Vec<u32> = (1..=feet.len() as u32).collect();
    let mut lists = numbers(&Document::new(Kind::Plain, &text), Unit::Page);
    assert_eq!(lists.pop(), Some(counted));
    lists.pop()
}

#[test]
fn a_date_a_sentence_or_an_item_is_no_number_of_a_page() {
    for feet in [
        ["Signed on 3 May 1932", "Signed on 4 May 1933", "Signed on 5 May 1934"],
        ["3 May", "4 May", "5 May"],
        ["May 3", "May 4", "May 5"],
        ["The club was founded in 1931", "The club was founded in 1932", "The club was founded in 1933"],
        ["It had 11 members", "It had 12 members", "It had 13 members"],
        ["11 men came", "12 men came", "13 men came"],
        ["11. The dam", "12. The dam", "13. The dam"],
        ["Chapter 11", "Chapter 12", "Chapter 13"],
        ["It rose to 11", "It rose to 12", "It rose to 13"],
        ["they counted 11", "there stood 12", "we have 13"],
        ["It is 11%", "It is 12%", "It is 13%"],
        ["11%", "12%", "13%"],
        ["1.5", "1.6", "1.7"],
    ] {
        assert_eq!(printed(&feet), None, "{feet:?}");
    }
    for feet in [
        ["- 11 -", "- 12 -", "- 13 -"],
        ["Page 11 of 300", "Page 12 of 300", "Page 13 of 300"],
        ["11/300", "12/300", "13/300"],
        ["[11]", "p. 12", "13"],
        ["Report of the board 11", "Report of the board 12", "13"],
        ["11 | The Board", "The Dam 12", "13 | The Board"],
        ["11", "3 May 1932", "13"],
        ["Board, Vol. 3 11", "Board, Vol. 3 12", "Board, Vol. 3 13"],
    ] {
        assert_eq!(printed(&feet), Some(vec![11, 12, 13]), "{feet:?}");
    }
}

#[test]
fn page_marks_part_no_passage() {
    let document = Document::new(Kind::Plain, "[p. 3] It was never\n[p. 4]\nsaid again. [page 5] End");
    assert_eq!(document.folded.text, "It was never said again. End");
    assert_eq!(numbers(&document, Unit::Page), [[3, 4, 5]]);
    assert_eq!(document.place(document.text.find("said").unwrap()), "line 3");
    let stray = Document::new(Kind::Plain, "See there [p. 40] and here [p. 12].");
    assert_eq!(stray.folded.text, "See there [p. 40] and here [p. 12].");
    assert_eq!(numbers(&stray, Unit::Page), Vec::<Vec<u32>>::new());
}

#[test]
fn paragraphs_and_sections_are_those_whose_numbers_run_through_the_text() {
    let judgment = "1. First.\nMore.\n2. Second.\n\n3. Third.\n";
    assert_eq!(numbers(&Document::new(Kind::Plain, judgment), Unit::Paragraph), [[1, 2, 3]]);
    let list = format!("1. First.\n2. Second.\n3. Third.\n{}", "A long text without numbers.\n".repeat(20));
    assert_eq!(numbers(&Document::new(Kind::Plain, &list), Unit::Paragraph), Vec::<Vec<u32>>::new());
    let statute = "§ 12 Scope\nx\n§ 13 Terms\ny\n";
    assert_eq!(numbers(&Document::new(Kind::Plain, statute), Unit::Section), [[12, 13]]);
    let page = "<p id=\"para-1\">a</p><span role=\"doc-pagebreak\" aria-label=\"7\"></span><p id=\"para-2\">b</p><hr id=\"page-8\">c";
    let html = Document::new(Kind::Html, page);
    assert_eq!(numbers(&html, Unit::Paragraph), [[1, 2]]);
    assert_eq!(numbers(&html, Unit::Page), [[7, 8]]);
}

proptest! {
    #[test]
    fn any_text_is_read(text in "(\\PC|[<>&/\"'=#`*_\\[\\]().\n\x0c§¶ -]|<p>|</b>|<sup>|<sub>|<a>|</sup>|<q>|<p hidden>|<del>|[0-9]|⁶|₂|\\^|<i id=\"page-3\">|\\[p\\. 3\\]|1\\. ){0,200}") {
        for kind in [Kind::Plain, Kind::Markdown, Kind::Html, Kind::Pdf] {
            let document = Document::new(kind, &text);
            let whole = document.origin(0..document.folded.text.len() as u32);
            prop_assert!(document.text.is_char_boundary(whole.start) && document.text.is_char_boundary(whole.end));
            for mark in &document.marks {
                prop_assert!(mark.list.is_sorted() && mark.list.iter().all(|(at, _)| document.text.is_char_boundary(*at as usize)));
            }
        }
    }
}

/// With work that grew as the square of a file, this test would not come to its end.
#[test]
fn hostile_files_are_read_to_their_end() {
    let files = [
        (Kind::Html, "<sup>".repeat(50_000) + &"<a href=x>&#10;<i id=page-1>".repeat(50_000)),
        (Kind::Html, "<sup><a>1</a></sup><p id=para-7>".repeat(20_000)),
        (Kind::Markdown, "[".repeat(100_000) + &"*a_ ".repeat(50_000) + &"> ".repeat(50_000)),
        (Kind::Plain, "\x0c".repeat(500_000)),
        (Kind::Plain, "7\n\x0c".repeat(100_000) + &"a\n1 2 3\n\x0c".repeat(50_000)),
        (Kind::Plain, "[p. ".repeat(200_000) + &"- ".repeat(200_000)),
        (Kind::Plain, ".[".repeat(200_000) + &"1 – ".repeat(100_000)),
        (Kind::Plain, "a\u{301}".repeat(100_000) + &"\u{301}".repeat(100_000)),
        (Kind::Plain, "\u{ad}\n".repeat(200_000) + &"-".repeat(200_000)),
    ];
    for (kind, content) in files {
        let document = Document::new(kind, &(content.clone() + "\n\nAt last."));
        assert!(document.folded.text.ends_with("At last."), "{kind:?} {:?}", content.chars().take(30).collect::<String>());
    }
}

#[test]
fn raised_numbers_are_notes_behind_words_and_powers_behind_numbers_and_units() {
    for (html, text) in [
        ("due in May<sup>3</sup>, and children go free<sup>12</sup>.", "due in May, and children go free."),
        ("due in May.<sup>3,4</sup> Then", "due in May. Then"),
        ("\"due\"<sup>[3]</sup> and (free)<sup> 4 </sup>", "'due' and (free)"),
        ("10<sup>3</sup> boats on 5 km<sup>2</sup>", "10³ boats on 5 km2"),
        ("E = mc<sup>2</sup>, x<sup>3</sup>, m s<sup>-1</sup>", "E = mc2, x3, m s-1"),
        ("<sup>14</sup>C, the 5<sup>th</sup> day, M<sup>lle</sup>", "14C, the 5th day, Mlle"),
        ("in 1990<sup>4</sup>. CO<sub>2</sub> of 10<sup>−6</sup> in base 101<sub>2</sub>", "in 1990. CO2 of 10⁻⁶ in base 101₂"),
        ("word<sup>a</sup>, 350<sup>*</sup>, said<sup><a href=x>[citation needed]</a></sup> so", "word, 350, said so"),
        ("2<sup>n</sup> and 10<sup>6", "2^n and 10⁶"),
        ("5 km<sup>2</sup><sup>3</sup> of land and 7 km²<sup>4</sup>", "5 km2 of land and 7 km2"),
        ("free<a href=x>[1]</a>. They<sup>[2],[3]</sup> left<sup>[12], [13]</sup> soon", "free. They left soon"),
    ] {
        assert_eq!(words(Kind::Html, &format!("<p>{html}</p>")).trim(), text, "{html}");
        assert_eq!(words(Kind::Markdown, &format!("So {html}\n")).trim(), format!("So {text}"), "{html}");
    }
}

#[test]
fn raised_and_lowered_figures_of_markdown_are_those_of_html() {
    for (markdown, text) in [
        ("an area of 5 km^2^ and 10^6^ boats", "an area of 5 km2 and 10⁶ boats"),
        ("free^3^ H~2~O in base 101~2~", "free H2O in base 101₂"),
        ("10^5 and 10^6 boats, ~5 or ~6", "10⁵ and 10⁶ boats, ~5 or ~6"),
    ] {
        assert_eq!(words(Kind::Markdown, markdown), text, "{markdown}");
    }
}

#[test]
fn numbers_alone_are_words_unless_they_are_those_of_pages() {
    assert!(Document::new(Kind::Plain, "12 34\n5.6 7\n").has_words());
    for (kind, text) in [(Kind::Plain, "12\n\x0c13\n"), (Kind::Pdf, "12\n"), (Kind::Plain, " \n- -\n")] {
        assert!(!Document::new(kind, text).has_words(), "{text:?}");
    }
}

#[test]
fn what_a_page_does_not_show_is_not_read() {
    for (html, text) in [
        ("<p hidden>secret</p><p>seen</p>", "seen"),
        ("<p>a<p hidden>secret<p>seen", "a seen"),
        ("<div style='color:red; DISPLAY : none !important'><div>x</div>y</div>seen", "seen"),
        ("<span style=\"visibility:hidden\">x</span>seen <span style=\"display:inline\">too</span>", "seen too"),
        ("the <del>old</del> <s>worn</s> <ins>new</ins> one", "the new one"),
        ("<p>a<del>x</p><p>b</p>", "a b"),
        ("<del><p>x</p><p>y</p></del>seen", "seen"),
        ("<ul><li hidden>x<ul><li>y</ul><li>seen</ul>", "seen"),
        ("<table><tr><td hidden>x<td>seen<tr hidden><td>y<tr><td>too</table>", "seen too"),
        ("<br hidden>seen<img style='display:none'> too", "seen too"),
        ("<p hidden=until-found>seen</p><script>\"</p>\"</script>", "seen"),
        ("said <q>the <q>big</q> pier</q> stands</q>", "said 'the 'big' pier' stands"),
    ] {
        assert_eq!(words(Kind::Html, html).trim(), text, "{html}");
    }
    assert_eq!(words(Kind::Markdown, "The ~~old~~ ~~**worn** out~~ new ~one~.\n"), "The new one.");
}
