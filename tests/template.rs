//! Templates: the page that describes them is so, texts are escaped, and nothing runs away.

use crate::{
    arguments::ROOTS,
    brief::hostile_text,
    support::{shipped, with},
};
use agon::render::{
    brief::{self, Length, Wanted},
    markdown::options,
    template::render,
};

fn page() -> String {
    std::fs::read_to_string("grammar/templates.md").unwrap()
}

/// The templates of the page.
fn templates() -> Vec<String> {
    page().split("\n```jinja").skip(1).map(|f| f.split("\n```").next().unwrap().split_once('\n').unwrap().1.to_owned() + "\n").collect()
}

fn wanted<'r>(length: Length) -> Wanted<'r> {
    Wanted { length, ..Wanted::default() }
}

#[test]
fn the_built_in_brief_is_such_a_template() {
    let own = templates().into_iter().find(|t| t.starts_with("# {{ title }}")).unwrap();
    for root in ROOTS {
        shipped(root, |report| {
            assert!(render(report, wanted(Length::Normal), "brief.md.jinja", &own).unwrap() == brief::render(report), "{root}");
        });
    }
}

#[test]
fn every_template_of_the_page_works_and_every_name_of_its_table_is_there() {
    let page = page();
    let (table, mut names) = (page.split("## What a template finds").nth(1).unwrap(), Vec::new());
    for row in table.lines().filter(|l| l.starts_with("| `")) {
        names.extend(row.split('|').nth(1).unwrap().split('`').skip(1).step_by(2));
    }
    assert!(names.len() > 30, "{names:?}");
    for root in ROOTS {
        shipped(root, |report| {
            for template in templates() {
                render(report, wanted(Length::Normal), "x.md", &template).unwrap();
            }
            for name in &names {
                let template = match name.split_once("[].") {
                    Some((list, key)) => {
                        let join = match key {
                            "speakers" | "sources" => " | join(\", \")",
                            "answers" => " | map(attribute=\"text\") | join(\", \")",
                            _ => "",
                        };
                        format!("{{% for item in {list} %}}{{{{ item.{key}{join} }}}}\n{{% endfor %}}")
                    }
                    None => format!("{{{{ {name} }}}}"),
                };
                render(report, wanted(Length::Normal), "x.md", &template).unwrap_or_else(|fault| panic!("{root}, {name}: {fault:?}"));
            }
        });
    }
}

#[test]
fn nothing_is_there_that_the_page_does_not_tell() {
    let page = page();
    let template = "{% for l in [sections, judgements, statements, sources, parties] %}{% for k in l[0] %}{{ loop.index0 }} {{ k }}\n{% endfor %}{% endfor %}";
    shipped("carlill.agon", |report| {
        let keys = render(report, wanted(Length::Normal), "x.html", template).unwrap();
        let keys: Vec<&str> = keys.lines().map(|l| l.split(' ').nth(1).unwrap()).collect();
        assert!(keys.len() > 25, "{keys:?}");
        for key in keys {
            assert!(page.contains(&format!("[].{key}`")), "{key}");
        }
    });
}

#[test]
fn no_text_becomes_markup_in_a_template() {
    let markdown = "# {{ title }}\n\n{% for s in statements %}- {{ s.text }} {{ s.name }}\n{% endfor %}\n\n| a | b |\n| - | - |\n{% for s in statements %}| {{ s.text }} | b |\n{% endfor %}\n";
    with(&hostile_text(), |report| {
        let out = render(report, wanted(Length::Full), "x.md.j2", markdown).unwrap();
        let html = comrak::markdown_to_html(&out, &options());
        for tag in html.split('<').skip(1).filter(|tag| !tag.starts_with("!-- raw HTML omitted -->")) {
            let name = tag.split('>').next().unwrap().trim_start_matches('/').split(' ').next().unwrap();
            assert!(
                ["h1", "ul", "li", "p", "table", "thead", "tbody", "tr", "th", "td"].contains(&name),
                "<{}",
                tag.chars().take(80).collect::<String>()
            );
        }
        let rows = html.matches("<tr>").count();
        assert!(rows == report.debate.claims.len() + 1, "{rows}\n{out}");
        let page = "<!DOCTYPE html><p title=\"{{ title }}\">{% for s in statements %}{{ s.text }}{% endfor %}{% for s in sections %}{{ s.html }}{% endfor %}</p>";
        let out = render(report, wanted(Length::Full), "x.html", page).unwrap();
        assert!(!out.contains("<script") && !out.contains("<img") && out.contains("&lt;script&gt;"), "{out}");
    });
}

#[test]
fn who_says_a_nested_reason_is_known() {
    let text = "party p: Ada\nparty o: Ben\nclaim a by p: A.\n  support: R.\n  rebuttal by o: O.\n    support: Q.\n  rebuttal: N.\n";
    with(text, |report| {
        let template = "{% for s in statements %}{{ s.text }} {{ s.speakers | join(\"+\") }}|{% endfor %}";
        assert_eq!(render(report, wanted(Length::Normal), "x.txt", template).unwrap(), "A. Ada|R. Ada|O. Ben|Q. Ben|N. |");
    });
}

#[test]
fn answers_that_stand_together_are_all_there() {
    let text = |rows: &str| format!("question q: Which?\n{rows}claim a on q: A.\nclaim b on q: B.\nclaim c on q: C.\n  rebuttal: No.\n");
    let answers = |text: &str| {
        let template =
            "{% for j in judgements %}{{ j.answer }}{% for a in j.answers %}|{{ a.text }} {{ a.verdict }}{% endfor %}{% endfor %}";
        with(text, |report| render(report, wanted(Length::Normal), "x.txt", template).unwrap())
    };
    assert_eq!(answers(&text("  answers: any\n")), "|A. stands|B. stands");
    assert_eq!(answers(&text("  answers: one\n")), "");
    assert_eq!(answers("question q: Which?\nclaim a on q: A.\n"), "A.|A. stands");
    assert_eq!(answers("claim a: A.\n  rebuttal: No.\n"), "A.|A. falls");
}

#[test]
fn what_is_wrong_with_a_template_is_told_with_its_line() {
    with("claim a: A.\n", |report| {
        let fault = |template: &str| render(report, wanted(Length::Normal), "x.md", template).unwrap_err();
        assert_eq!(fault("a\n{{ titel }}\n").line, Some(2));
        assert_eq!(fault("a\n\n{% for x in %}\n").line, Some(3));
        assert_eq!(fault("{% include 'other' %}").line, Some(1));
        let endless = "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}{% endfor %}{% endfor %}{% endfor %}";
        assert_eq!(fault(endless).what, "it takes too long");
    });
}

#[test]
fn every_section_of_a_brief_is_on_the_page() {
    let page = page();
    let row = page.lines().find(|line| line.starts_with("| `sections[].key`")).unwrap();
    let debate = "party kim: Kim\nquestion q: Which?\nclaim x by kim on q: It is x.\n  support r by kim: It is red.\nclaim y by kim: It \
                  is late.\nclaim z: It is day.\nretract y by kim\n";
    let check = |report: &agon::report::run::Report<'_>| -> usize {
        let told = brief::brief(report, Length::Full).sections;
        told.iter().for_each(|section| assert!(row.contains(&format!("`{}`", section.key)), "{}", section.key));
        told.iter().filter(|section| ["withdrawn", "further"].contains(&section.key)).count()
    };
    assert_eq!(with(debate, check), 2);
    for root in ROOTS {
        shipped(root, check);
    }
}
