//! The text of a brief as HTML. Each sentence bears the names of the claims and sources it rests on, as `data-claims` and `data-sources`.

use crate::{
    diagram::scripts,
    model::debate::Debate,
    render::{
        document::{Block, Brief, Ground, Inline},
        prose::line::plain,
        svg_text::{attribute, text},
        trace,
    },
};
use std::{collections::BTreeSet, fmt::Write};

/// Sections that a page does better: its maps are pictures, and its list of statements holds more than the annex.
const REPLACED: &[&str] = &["map", "annex"];

/// Whether more of the words of a sentence run from right to left than from left to right.
fn is_leftward(sentence: &str) -> bool {
    let words = || sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic));
    words().filter(|word| scripts::is_leftward(word)).count() * 2 > words().count()
}

/// The brief as an article, with its footnotes; each section can be folded.
pub fn article(brief: &Brief, debate: &Debate) -> String {
    let mut writer = Writer { debate, out: String::from("<main class=\"brief\">\n"), marked: BTreeSet::new() };
    writer.line("<h1>", &brief.title, "</h1>\n");
    brief.opening.iter().for_each(|b| writer.block(b));
    for section in brief.sections.iter().filter(|s| !REPLACED.contains(&s.key)) {
        let _ = writeln!(
            writer.out,
            "<details class=\"fold\" open=\"\" id=\"{}\"><summary><h2>{}</h2></summary>",
            attribute(section.key),
            text(section.title)
        );
        section.blocks.iter().for_each(|b| writer.block(b));
        writer.out.push_str("</details>\n");
    }
    writer.notes(&brief.notes.iter().collect::<Vec<_>>());
    writer.out + "</main>\n"
}

/// The HTML of blocks, to stand in a page; footnotes come last.
pub fn fragment(blocks: &[Block], debate: &Debate) -> String {
    let mut writer = Writer { debate, out: String::new(), marked: BTreeSet::new() };
    let (notes, body): (Vec<&Block>, Vec<&Block>) = blocks.iter().partition(|b| matches!(b, Block::Footnote(..)));
    body.into_iter().for_each(|block| writer.block(block));
    writer.notes(&notes);
    writer.out
}

/// A line of words as HTML.
pub fn inlines(line: &[Inline], debate: &Debate) -> String {
    let mut writer = Writer { debate, out: String::new(), marked: BTreeSet::new() };
    writer.inlines(line);
    writer.out
}

struct Writer<'d> {
    debate: &'d Debate,
    out: String,
    marked: BTreeSet<u32>,
}

impl Writer<'_> {
    fn notes(&mut self, notes: &[&Block]) {
        if !notes.is_empty() {
            self.out.push_str("<section class=\"notes\" aria-label=\"Footnotes\">\n");
            notes.iter().for_each(|note| self.block(note));
            self.out.push_str("</section>\n");
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(level, line) => {
                let level = (*level).clamp(1, 6);
                self.line(&format!("<h{level}>"), line, &format!("</h{level}>\n"));
            }
            Block::Paragraph(line) => self.line("<p>", line, "</p>\n"),
            Block::List { ordered, items } => {
                let tag = if *ordered { "ol" } else { "ul" };
                self.add(&format!("<{tag}>\n"));
                for item in items {
                    self.out.push_str("<li>");
                    item.iter().for_each(|b| self.block(b));
                    self.out.push_str("</li>\n");
                }
                self.add(&format!("</{tag}>\n"));
            }
            Block::Table { head, rows } => {
                self.out.push_str("<div class=\"table\"><table>\n<thead><tr>");
                head.iter().for_each(|cell| self.line("<th scope=\"col\">", cell, "</th>"));
                self.out.push_str("</tr></thead>\n<tbody>\n");
                for row in rows {
                    self.out.push_str("<tr>");
                    row.iter().for_each(|cell| self.line("<td>", cell, "</td>"));
                    self.out.push_str("</tr>\n");
                }
                self.out.push_str("</tbody>\n</table></div>\n");
            }
            Block::Code { language, text: code } => {
                let code = text(code);
                self.add(&format!("<details><summary>As {language} text</summary><pre><code>{code}</code></pre></details>\n"));
            }
            Block::Footnote(number, line) => {
                let head = format!("<p id=\"note-{number}\"><a href=\"#mark-{number}\">{number}</a> ");
                self.line(&head, line, "</p>\n");
            }
        }
    }

    fn line(&mut self, open: &str, line: &[Inline], close: &str) {
        self.out.push_str(open);
        self.inlines(line);
        self.out.push_str(close);
    }

    fn inlines(&mut self, line: &[Inline]) {
        for inline in line {
            match inline {
                Inline::Text(words) => self.add(&text(words)),
                Inline::Emph(inner) => self.line("<em>", inner, "</em>"),
                Inline::Strong(inner) => self.line("<strong>", inner, "</strong>"),
                Inline::Code(words) => self.add(&format!("<code>{}</code>", text(words))),
                Inline::Link { url, text: shown } => {
                    self.add(&format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", attribute(url), text(shown)));
                }
                Inline::Note(number) => {
                    // Several marks may lead to one note, which leads back to the first.
                    let id = if self.marked.insert(*number) { format!("id=\"mark-{number}\" ") } else { String::new() };
                    self.add(&format!("<sup><a {id}href=\"#note-{number}\">{number}</a></sup>"));
                }
                Inline::Sentence { rests, words } => {
                    let open = self.span(rests, is_leftward(&plain(words)));
                    self.line(&open, words, "</span>");
                }
            }
        }
    }

    fn span(&self, rests: &[Ground], leftward: bool) -> String {
        let mut open = if leftward { "<span dir=\"rtl\"" } else { "<span" }.to_owned();
        let has_card = |g: &Ground| matches!(g, Ground::Claim(_) | Ground::Question(_));
        let is_source = |g: &Ground| matches!(g, Ground::Source(_));
        for (key, grounds) in [("claims", &has_card as &dyn Fn(&Ground) -> bool), ("sources", &is_source)] {
            let names: Vec<String> = rests.iter().filter(|g| grounds(g)).map(|g| attribute(&trace::name(*g, self.debate))).collect();
            if !names.is_empty() {
                let _ = write!(open, " data-{key}=\"{}\"", names.join(" "));
            }
        }
        open + ">"
    }

    fn add(&mut self, html: &str) {
        self.out.push_str(html);
    }
}
