//! A document as one HTML file that needs no network and runs no script.
//!
//! Its content-security policy forbids everything but its own style, and every text is escaped, so that nothing in a debate can act.
//! Each sentence bears the names of the claims and sources it rests on, as `data-claims` and `data-sources`.

use crate::{
    model::debate::Debate,
    render::{
        document::{Block, Ground, Inline},
        prose::line::plain,
        trace,
    },
};
use std::{collections::BTreeSet, fmt::Write};

/// What a reader of a document may load and run: its own style.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const STYLE: &str = include_str!("html/style.css");

/// The HTML of a document.
pub fn render(blocks: &[Block], debate: &Debate) -> String {
    let title = blocks.iter().find_map(|b| if let Block::Heading(1, line) = b { Some(plain(line)) } else { None }).unwrap_or_default();
    let mut writer = Writer { debate, out: String::new(), marked: BTreeSet::new() };
    let (notes, body): (Vec<&Block>, Vec<&Block>) = blocks.iter().partition(|b| matches!(b, Block::Footnote(..)));
    body.into_iter().for_each(|block| writer.block(block));
    if !notes.is_empty() {
        writer.out.push_str("<section class=\"notes\" aria-label=\"Footnotes\">\n");
        notes.into_iter().for_each(|note| writer.block(note));
        writer.out.push_str("</section>\n");
    }
    let title = escape(&title);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n{}</main>\n</body>\n</html>\n",
        escape(POLICY),
        writer.out
    )
}

struct Writer<'d> {
    debate: &'d Debate,
    out: String,
    marked: BTreeSet<u32>,
}

impl Writer<'_> {
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
            Block::Code { language, text } => {
                let text = escape(text);
                self.add(&format!("<details><summary>As {language} text</summary><pre><code>{text}</code></pre></details>\n"));
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
                Inline::Text(text) => self.add(&escape(text)),
                Inline::Emph(inner) => self.line("<em>", inner, "</em>"),
                Inline::Strong(inner) => self.line("<strong>", inner, "</strong>"),
                Inline::Code(text) => self.add(&format!("<code>{}</code>", escape(text))),
                Inline::Link { url, text } => {
                    self.add(&format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escape(url), escape(text)));
                }
                Inline::Note(number) => {
                    // Several marks may lead to one note, which leads back to the first.
                    let id = if self.marked.insert(*number) { format!("id=\"mark-{number}\" ") } else { String::new() };
                    self.add(&format!("<sup><a {id}href=\"#note-{number}\">{number}</a></sup>"));
                }
                Inline::Sentence { rests, words } => {
                    let open = self.span(rests);
                    self.line(&open, words, "</span>");
                }
            }
        }
    }

    fn span(&self, rests: &[Ground]) -> String {
        let mut open = "<span".to_owned();
        for (key, wanted) in [("claims", false), ("sources", true)] {
            let names: Vec<String> = rests
                .iter()
                .filter(|g| matches!(g, Ground::Source(_)) == wanted && !matches!(g, Ground::Debate | Ground::Method))
                .map(|g| escape(&trace::name(*g, self.debate)))
                .collect();
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

/// Text as HTML shows it, within tags and within quoted attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
